"""Man pages are made from the help, whole, and troff reads them without a warning."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from certadvisor.cli.app import app

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `make man` fills."""
    folder = tmp_path_factory.mktemp("man")
    script = [sys.executable, str(ROOT / "tools" / "man_pages.py"), str(folder)]
    result = subprocess.run(script, check=True, capture_output=True, text=True)
    written = folder / "man1"
    assert result.stdout == f"{len([*written.iterdir()])} pages in {written}\n"
    return written


def _options(command: Any, name: str) -> Iterator[tuple[str, list[str]]]:
    """Every page with the long options that it must name."""
    yield name, [one for parameter in command.params for one in parameter.opts if one[:2] == "--"]
    for child, subcommand in getattr(command, "commands", {}).items():
        yield from _options(subcommand, f"{name}-{child}")


def test_every_command_has_a_page_with_all_its_options(pages: Path) -> None:
    """And no page is of no command."""
    expected_options = dict(_options(typer.main.get_command(app), "certadvisor"))
    assert sorted(file.stem for file in pages.iterdir()) == sorted(expected_options)
    assert len(expected_options) > 25
    for name, options in expected_options.items():
        text = (pages / f"{name}.1").read_text("utf-8").replace("\\-", "-")
        assert [one for one in options if not re.search(rf"{one}\b", text)] == []
        assert re.search(rf"^\.SH NAME\n{name} - [A-Z]", text, re.MULTILINE)


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_troff_reads_the_pages_without_a_warning(pages: Path) -> None:
    """All warnings on; what is printed has the examples as they are typed."""
    for file in sorted(pages.iterdir()):
        command = ["groff", "-man", "-Tutf8", "-ww", "-P-cbu", "-rLL=200n", str(file)]
        result = subprocess.run(
            command, check=True, capture_output=True, text=True, encoding="utf-8"
        )
        assert result.stderr == "", file.name
        assert "EXIT STATUS" in result.stdout
        if file.stem == "certadvisor-check":
            assert "certadvisor check pmp --profile me.yaml --timeline" in result.stdout
            assert "\n   About you\n" in result.stdout
