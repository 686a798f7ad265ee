# The same words that .ci/run uses; PYTHON is the virtual environment's interpreter.
PYTHON ?= .venv/bin/python
ISSUE_FORMS = $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

# As many processes as there are cores; each runs neighbours, which share what a module sets up,
# and one that has finished takes over some of another's.
PARALLEL = -n auto --dist worksteal

.PHONY: check format lint types imports catalogue tests wheel fast coverage expected browser consumers extras benchmark schemas man mutants oracle site wrap

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
	$(PYTHON) -m pytest -q $(PARALLEL)
fast:  # after each change, in under a minute; `make tests` adds what is left out here
	$(PYTHON) -m pytest -q $(PARALLEL) -m "not (laws or company or interrupted or scripts)"
coverage:  # lines and branches, with a floor; the company of 5,000 repeats what small ones cover
	$(PYTHON) -m pytest -q $(PARALLEL) --cov --cov-report=term --deselect tests/test_whole_company.py
oracle:  # the engine and the second judge of tests/oracle on 100,000 questions; minutes
	PYTHONPATH=tests $(PYTHON) -m oracle
wheel:  # the installed wheel runs without the dev extra
	$(PYTHON) tests/wheel.py
expected:  # rewrite the expected outputs; read the difference before committing it
	CERTADVISOR_REWRITE=1 $(PYTHON) -m pytest -q tests/views tests/unit/people
schemas:  # rewrite the JSON Schemas; read the difference before committing it
	$(PYTHON) -m certadvisor catalog schema --write schemas
	$(PYTHON) -c "from pathlib import Path; from certadvisor.views.output_schemas import write_output_schemas as write; write(Path('schemas/output'))"
man:  # a man page for each command, from its help, into build/man
	$(PYTHON) tools/man_pages.py build/man
site:  # the documentation as a site, without a warning or a broken link, into build/site; needs the extra `docs`
	$(PYTHON) tools/build_site.py build/site
wrap:  # the prose of the Markdown pages at 120 characters, as a test expects it
	$(PYTHON) tools/wrap_prose.py
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
mutants:  # small faults put into the engine, one at a time: does a test fail? needs the extra `mutants`
	$(PYTHON) tools/mutants.py $(MUTANTS) -- $(MUTANT_TESTS)
# Of the fast tests those that run the engine, without subprocesses, which would run it without the fault.
MUTANT_TESTS ?= tests/unit tests/views tests/test_cases.py tests/personas --ignore=tests/unit/importers \
  --ignore=tests/unit/people --ignore=tests/unit/linting --ignore=tests/unit/base/test_yaml_reader.py --ignore=tests/views/test_map_picture.py \
  --ignore=tests/views/test_hostile.py --deselect=tests/unit/profile/test_job_title_laws.py
