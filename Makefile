# The same words that .ci/run uses; PYTHON is the virtual environment's interpreter.
PYTHON ?= .venv/bin/python
ISSUE_FORMS = $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

.PHONY: check format lint types imports catalogue tests oracle wheel expected browser consumers extras benchmark schemas

check: format lint types imports catalogue tests wheel

format:
	$(PYTHON) -m ruff format --check .
lint:
	$(PYTHON) -m ruff check .
types:
	$(PYTHON) -m mypy
imports:
	PYTHONPATH=src $(PYTHON) -c "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())"
catalogue:  # the data itself
	$(PYTHON) -m certadvisor catalog check
tests:
	$(PYTHON) -m pytest -q
oracle:  # the engine and the second judge of tests/oracle on 100,000 questions; minutes
	PYTHONPATH=tests $(PYTHON) -m oracle
wheel:  # the installed wheel runs without the dev extra
	$(PYTHON) tests/wheel.py
expected:  # rewrite the expected outputs; read the difference before committing it
	CERTADVISOR_REWRITE=1 $(PYTHON) -m pytest -q tests/views tests/unit/people
schemas:  # rewrite the JSON Schemas; read the difference before committing it
	$(PYTHON) -m certadvisor catalog schema --write schemas
	$(PYTHON) -c "from pathlib import Path; from certadvisor.views.output_schemas import write_output_schemas as write; write(Path('schemas/output'))"
browser:  # pages and pictures in a real browser; needs chromium, chromium-driver and the extra `browser`
	$(PYTHON) -m pytest -q tests/browser
consumers:  # the validators of others, on what they read; needs the extra `consumers`
	$(PYTHON) -m check_jsonschema --builtin-schema vendor.github-actions action.yml
	$(PYTHON) -m check_jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(PYTHON) -m check_jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(PYTHON) -m check_jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(PYTHON) -m check_jsonschema --builtin-schema vendor.github-issue-forms $(ISSUE_FORMS)
	$(PYTHON) -m pre_commit validate-manifest .pre-commit-hooks.yaml
	$(PYTHON) -m pre_commit validate-config .pre-commit-config.yaml
extras:  # every extra resolves with constraints.txt, to pinned releases only; installs nothing
	$(PYTHON) .ci/extras.py
benchmark:
	$(PYTHON) benchmarks/startup.py
