# The same words that .ci/run uses; PYTHON is the virtual environment's interpreter.
PYTHON ?= .venv/bin/python

.PHONY: check format lint types imports catalogue tests wheel expected browser consumers benchmark schemas mutants

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
	$(PYTHON) -m pre_commit validate-manifest .pre-commit-hooks.yaml
benchmark:
	$(PYTHON) benchmarks/startup.py
mutants:  # small faults put into the engine, one at a time: does a test fail? needs the extra `mutants`
	$(PYTHON) tools/mutants.py $(MUTANTS) -- $(MUTANT_TESTS)
# Of the fast tests those that run the engine, without subprocesses, which would run it without the fault.
MUTANT_TESTS ?= tests/unit tests/views tests/test_cases.py tests/test_personas.py --ignore=tests/unit/importers \
  --ignore=tests/unit/people --ignore=tests/unit/linting --ignore=tests/unit/base/test_yaml_reader.py --ignore=tests/views/test_map_picture.py \
  --ignore=tests/views/test_hostile.py --deselect=tests/unit/profile/test_job_title_laws.py
