"""The GitHub action and the pre-commit hooks, as far as one machine can run them."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from running import environment

from certadvisor.cli.app import COMMANDS

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
PEOPLE = "tests/people/audited.jsonl"
pytestmark = pytest.mark.scripts
POLICY = "tests/people/policy.yaml"


class ActionResult:
    """The result of the action's last step: exit code, log, outputs and summary."""

    def __init__(self, folder: Path, process: "subprocess.CompletedProcess[str]") -> None:
        self.code = process.returncode
        self.log = process.stdout
        self.output = (folder / "output").read_text("utf-8")
        self.summary = (folder / "summary").read_text("utf-8")


def run_action(folder: Path, **inputs: str) -> ActionResult:
    """Run the script of the action's last step as a runner would, in the repository."""
    bin_ = folder / "certadvisor" / "bin"
    bin_.mkdir(parents=True)
    program = bin_ / "certadvisor"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m certadvisor "$@"\n')
    program.chmod(0o755)
    for name in ("output", "summary"):
        (folder / name).touch()
    input_values = {name: one["default"] for name, one in ACTION["inputs"].items()} | inputs
    variables = {
        key: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda match: input_values[match[1]], value)
        for key, value in STEPS[-1]["env"].items()
    }
    runner = {
        "RUNNER_TEMP": str(folder),
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
    }
    process = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[-1]["run"]],  # noqa: S607  as on the runner
        env=environment(**variables, **runner),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return ActionResult(folder, process)


bash = pytest.mark.skipif(os.name == "nt", reason="the action's scripts are bash")


@bash
def test_the_action_audits_a_team(tmp_path: Path) -> None:
    """Annotations in the log, Markdown in the summary, and the result as the exit code."""
    ran = run_action(tmp_path, people=PEOPLE, policy=POLICY, **{"as-of": "2026-11-22"})
    assert ran.code == 1
    assert "::error file=tests/people/audited.jsonl,line=2,title=leaders%3A expired::" in ran.log
    assert ran.summary.startswith("# Audit: Delivery staff")
    assert ran.output == "exit-code=1\n"


@bash
def test_the_action_passes_its_inputs_on(tmp_path: Path) -> None:
    """A day, a severity, a format and a file."""
    junit_file = tmp_path / "audit.xml"
    ran = run_action(
        tmp_path, people="examples/hr/export", policy="examples/hr/policy.yaml",
        mapping="examples/hr/mapping.yaml", format="junit", output=str(junit_file),
        **{"as-of": "2026-11-26", "fail-on": "never"},
    )  # fmt: skip
    assert ran.code == 1  # a row cannot be read
    assert junit_file.read_text("utf-8").startswith("<?xml")
    assert ran.output == "exit-code=1\n"


@bash
def test_the_action_checks_catalogues(tmp_path: Path) -> None:
    """One without findings, on top of the built-in catalogue."""
    ran = run_action(tmp_path, command="catalog-check", catalogs="examples/diving")
    assert (ran.code, ran.output) == (0, "exit-code=0\n")
    assert "0 errors and 0 warnings" in ran.log


@bash
def test_the_action_reads_every_line_of_its_catalogues(tmp_path: Path) -> None:
    """One a line, as YAML writes a list of them; an empty first line is none of them."""
    catalogs = "\nexamples/diving\nexamples/no-such-folder other\n"
    ran = run_action(tmp_path, command="catalog-check", catalogs=catalogs)
    assert ran.code == 2
    ran = run_action(
        tmp_path / "again", command="catalog-check", catalogs="\nexamples/diving\ntests/small\n"
    )
    assert "examples/diving" in ran.summary
    assert "tests/small" in ran.summary


@bash
@pytest.mark.parametrize(
    "inputs",
    [
        {"command": "format-disk"},
        {"people": "$(touch hacked)", "policy": POLICY},
        {"people": PEOPLE, "policy": "; touch hacked"},
        {"people": PEOPLE, "policy": POLICY, "fail-on": "`touch hacked`"},
        {"people": "--help", "policy": POLICY},
    ],
)
def test_no_input_of_the_action_runs_as_a_command(inputs: dict[str, str], tmp_path: Path) -> None:
    """The exit code is that of wrong usage, and nothing was run."""
    ran = run_action(tmp_path, **inputs)
    assert (ran.code, ran.output) == (2, "exit-code=2\n")
    assert not (ROOT / "hacked").exists()


def test_no_script_of_the_action_contains_an_expression() -> None:
    """Values reach the scripts as variables, each of which the script quotes."""
    for step in STEPS:
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"


def test_every_input_of_the_action_is_used_and_described() -> None:
    """The environments of the steps use exactly the inputs declared."""
    used = {name for step in STEPS for name in re.findall(r"inputs\.([a-z-]+)", str(step["env"]))}
    assert used == set(ACTION["inputs"])
    assert all(one["description"] for one in ACTION["inputs"].values())


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_calls_a_command_that_exists(hook: dict[str, Any]) -> None:
    """Its entry is an existing command, and its files come from its arguments."""
    program, command, *_ = shlex.split(hook["entry"])
    assert program == "certadvisor"
    assert command in COMMANDS
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    re.compile(hook["files"])


def test_the_catalogue_hook_runs_only_when_catalogue_files_change() -> None:
    """Not for other YAML files."""
    (hook,) = [one for one in HOOKS if one["id"] == "certadvisor-catalog-check"]
    pattern = re.compile(hook["files"])
    assert pattern.search("ours/certifications.yaml")
    assert pattern.search("ours/cases/pmp.yaml")
    assert not pattern.search("docker-compose.yaml")
