"""The workflows, forms and hooks agree with the Makefile, `.ci/run` and `pyproject.toml`.

`make consumers` validates their form with the schemas of those who read them.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

FORMS = sorted(
    file
    for file in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")
    if file.name != "config.yml"
)


def _load(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text("utf-8"))


def _steps(workflow: Any) -> Iterator[Any]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def test_ci_runs_the_parts_of_the_script() -> None:
    """`.ci/run` runs the tests by the README's command, the workflow by `make tests`."""
    script = re.search(r"for part in (.+); do", (ROOT / ".ci" / "run").read_text("utf-8"))
    assert script
    steps = _load(".github/workflows/ci.yml")["jobs"]["checks"]["steps"]
    parts = [step["run"].removeprefix("make ") for step in steps if "make" in step.get("run", "")]
    assert [part for part in parts if part != "tests"] == script[1].split()
    assert "tests" in parts


def test_ci_begins_with_the_oldest_python_that_the_package_supports() -> None:
    """And both matrices have the same versions, in order."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    jobs = _load(".github/workflows/ci.yml")["jobs"]
    versions = jobs["checks"]["strategy"]["matrix"]["python"]
    assert settings["project"]["requires-python"] == f">={versions[0]}"
    assert jobs["windows"]["strategy"]["matrix"]["python"] == versions
    assert versions == [f"3.{minor}" for minor in range(11, 11 + len(versions))]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_has_few_rights_and_says_what_was_never_run(file: Path) -> None:
    """It reads the repository and no more, and its actions are named with a version."""
    text = file.read_text("utf-8")
    assert re.search(r"^# .*Never run", text, re.MULTILINE)
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    actions = [step["uses"] for step in _steps(workflow) if "uses" in step]
    assert actions
    assert [one for one in actions if not re.fullmatch(r"[\w-]+/[\w-]+@(release/)?v\d+", one)] == []


def test_only_publishing_can_ask_for_a_token_of_the_index() -> None:
    """The job that runs our code cannot publish."""
    jobs = _load(".github/workflows/release.yml")["jobs"]
    assert [name for name, job in jobs.items() if "permissions" in job] == ["publish"]
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert [step["uses"].partition("@")[0] for step in jobs["publish"]["steps"]] == [
        "actions/download-artifact",
        "pypa/gh-action-pypi-publish",
    ]


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.name)
def test_the_fields_of_a_form_have_ids_of_their_own(file: Path) -> None:
    """The schema of the forms does not ask for it; the host refuses such a form."""
    body = yaml.safe_load(file.read_text("utf-8"))["body"]
    ids = [field["id"] for field in body if field["type"] != "markdown"]
    labels = [field["attributes"]["label"] for field in body if field["type"] != "markdown"]
    assert ids
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)


def test_who_reports_a_rule_or_price_names_the_certification_the_page_and_the_date() -> None:
    """Without these a report cannot be checked."""
    form = _load(".github/ISSUE_TEMPLATE/wrong-rule-or-price.yml")
    required = [
        field["id"] for field in form["body"] if field.get("validations", {}).get("required")
    ]
    assert {"certification", "page", "date"} <= set(required)


def test_hooks_run_what_ci_runs_and_download_nothing() -> None:
    """Each entry is a target of the Makefile."""
    repositories = _load(".pre-commit-config.yaml")["repos"]
    assert [repository["repo"] for repository in repositories] == ["local"]
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    hooks = repositories[0]["hooks"]
    assert {hook["entry"].removeprefix("make ") for hook in hooks} <= set(targets)
    assert {hook["language"] for hook in hooks} == {"system"}
