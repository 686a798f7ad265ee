"""docs/hr.md: every command on it runs and prints the lines shown."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from running import environment, program

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "hr.md").read_text("utf-8")
SCREENS = re.findall(r"```console\n\$ (.*?)\n(.*?)```", PAGE, re.DOTALL)
SCRIPTS = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
GITHUB, GITLAB, PRE_COMMIT = (
    yaml.safe_load(one) for one in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
)
CRON = re.findall(r"```text\n(0 6 .*?)\n```", PAGE, re.DOTALL)
pytestmark = [
    pytest.mark.scripts,
    pytest.mark.skipif(os.name == "nt", reason="the page is for a shell"),
]


@pytest.fixture(scope="module")
def hr_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples, and `bin` with the program for the path."""
    folder = tmp_path_factory.mktemp("hr")
    shutil.copytree(ROOT / "examples", folder / "examples")
    (folder / "bin").mkdir()
    program_file = folder / "bin" / "certadvisor"
    program_file.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m certadvisor "$@"\n')
    program_file.chmod(0o755)
    return folder


def run_script(script: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a script of the page in that folder."""
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["sh", "-c", script],  # noqa: S607  readers of the page use their own shell too
        env=environment(PATH=path, COLUMNS="80"),
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def matches(expected: str, printed: str) -> bool:
    """Return whether the lines are printed in this order; a final `…` matches the rest of one."""
    lines = iter(printed.splitlines())
    expected_lines = [line for line in expected.splitlines() if line not in ("", "…")]
    return all(
        any(
            line == expected_line
            or (expected_line.endswith("…") and line.startswith(expected_line[:-1]))
            for line in lines
        )
        for expected_line in expected_lines
    )


@pytest.mark.parametrize(("command", "expected"), SCREENS, ids=[one[0][:40] for one in SCREENS])
def test_a_command_of_the_hr_page_prints_what_the_page_shows(
    command: str, expected: str, hr_folder: Path
) -> None:
    """With its exit code, where the page shows that."""
    result = run_script(command, hr_folder)
    assert matches(expected, result.stdout), result.stdout + result.stderr


def test_the_scripts_of_the_hr_page_run_one_after_the_other(hr_folder: Path) -> None:
    """All succeed, and every recipe prints something; those with `jq` only if it is installed."""
    jq = shutil.which("jq")
    for script in SCRIPTS:
        lines = [line for line in script.splitlines() if jq or not line.startswith("jq ")]
        if lines:
            result = run_script("\n".join(lines), hr_folder)
            assert (result.returncode, result.stderr) == (0, ""), script
            assert result.stdout or ">" in script or "--output" in script, script


def test_the_github_job_uses_inputs_that_the_action_has() -> None:
    """The action itself is run by the tests of `action.yml`."""
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    inputs: dict[str, Any] = GITHUB["jobs"]["policy"]["steps"][-1]["with"]
    assert set(inputs) <= set(action["inputs"])
    result = program(
        "audit", str(ROOT / inputs["people"]), "--mapping", str(ROOT / inputs["mapping"]),
        "--policy", str(ROOT / inputs["policy"]), "--fail-on", inputs["fail-on"],
    )  # fmt: skip
    assert result.returncode == 1


def test_the_gitlab_job_runs(hr_folder: Path) -> None:
    """It fails, and writes the JUnit file that its artifacts name."""
    for line in GITLAB["policy"]["script"]:
        assert run_script(line, hr_folder).returncode == 1
    assert (hr_folder / GITLAB["policy"]["artifacts"]["reports"]["junit"]).is_file()


def test_the_pre_commit_hooks_of_the_hr_page_run(hr_folder: Path) -> None:
    """Each with the arguments that pre-commit would pass."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    entries = {hook["id"]: hook["entry"] for hook in hooks}
    codes = [
        run_script(f"{entries[hook['id']]} {shlex.join(hook['args'])}", hr_folder).returncode
        for hook in PRE_COMMIT["repos"][0]["hooks"]
    ]
    assert codes == [1, 0]


def test_the_cron_line_prints_the_failures(hr_folder: Path) -> None:
    """Cron mails what it prints."""
    (line,) = CRON
    command = line.split(maxsplit=5)[5].replace("/srv/hr", "examples/hr")
    assert "Failed: " in run_script(command, hr_folder).stdout


def test_the_files_of_the_one_sheet_are_what_the_commands_write(hr_folder: Path) -> None:
    """The mapping with its questions answered, and the first policy as it was written."""
    hr = "examples/hr"
    proposed = run_script(f"certadvisor people map {hr}/team.csv", hr_folder).stdout
    answered = (hr_folder / hr / "team-mapping.yaml").read_text("utf-8")
    assert proposed.replace("# ? ", "") == answered
    command = f"certadvisor audit {hr}/team.csv --mapping {hr}/team-mapping.yaml --init -"
    policy = run_script(f"{command} --as-of 2026-11-30", hr_folder).stdout
    assert policy == (hr_folder / hr / "team-policy.yaml").read_text("utf-8")
