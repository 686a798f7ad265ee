"""What an output file holds: its ending names the format, and a page can be opened."""

import os
import shlex
import sys
from pathlib import Path

import pytest
from running import program, run

DAY = ("--as-of", "2026-11-22")
PEOPLE = "id,title\n1,Project manager\n"
AUDIT = ("audit", "people.csv", "--policy", "policy.yaml")
POLICY = "policy: P\nrules: [{id: a, who: everyone, needs: {holds: pmp}}]\n"


@pytest.mark.parametrize(
    ("words", "name", "format"),
    [
        (("list",), "out.json", "json"),
        (("list",), "out.CSV", "csv"),
        (("list",), "out.md", "markdown"),
        (("list",), "out.markdown", "markdown"),
        (("list",), "out.txt", "table"),
        (("list",), "out", "table"),
        (("list",), "json", "table"),
        (("list",), "out.html", "table"),  # a format that this command has not
        (("map",), "out.html", "html"),
        (("map",), "out.htm", "html"),
        (("map",), "out.svg", "svg"),
        (("plan", "--to", "capm", "--degree", "bachelor"), "out.mmd", "mermaid"),
        (("renew", "--holds", "pmp"), "out.json", "json"),
        (("profile", "evidence", "pmp", "--leading", "3y"), "out.csv", "csv"),
        (("profile", "evidence", "pmp", "--leading", "3y"), "out.txt", "markdown"),
        (("catalog", "check"), "out.sarif", "sarif"),
        (AUDIT, "out.xml", "junit"),
        (("batch", "people.csv"), "out.ndjson", "jsonl"),
        (("batch", "people.csv", "--report", "markdown"), "out.csv", "markdown"),
    ],
)
def test_the_ending_of_the_output_names_the_format(
    words: tuple[str, ...], name: str, format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same bytes as with --format; an ending that says nothing leaves the usual one."""
    monkeypatch.chdir(tmp_path)
    Path("people.csv").write_text(PEOPLE, encoding="utf-8")
    Path("policy.yaml").write_text(POLICY, encoding="utf-8")
    by_ending = program(*words, *DAY, "--output", name)
    assert by_ending.returncode in (0, 1), by_ending.stderr
    chosen = () if "--report" in words else ("--format", format)
    program(*words, *DAY, "--output", "other", *chosen)
    assert Path(name).read_bytes() == Path("other").read_bytes()


def test_a_format_that_is_named_goes_before_the_ending(tmp_path: Path) -> None:
    """Whoever asks for both wants both."""
    file = tmp_path / "out.json"
    run("list", "--output", str(file), "--format", "csv")
    assert file.read_text("utf-8").startswith("id,name,")


@pytest.mark.parametrize("words", [("list",), ("show", "pmp"), ("roles",), ("map",)])
def test_json_is_short_for_its_format(words: tuple[str, ...]) -> None:
    """In every command that has it; with another format it is refused."""
    assert run(*words, "--json").stdout == run(*words, "--format", "json").stdout
    both = run(*words, "--json", "--format", "csv")
    assert (both.exit_code, both.stdout) == (2, "")
    assert "error: --json: does not go with --format csv; leave one of them out" in both.stderr
    assert run(*words, "--json", "--format", "json").exit_code == 0


def test_json_is_not_offered_where_it_is_no_format() -> None:
    """`batch` writes lines, and says that there is no such option."""
    result = run("batch", "people.csv", "--json")
    assert result.exit_code == 2
    assert "error: --json: is not an option of certadvisor batch" in result.stderr


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that writes down the address that it is to show."""
    script, shown = tmp_path / "browser.py", tmp_path / "shown"
    script.write_text(f"import sys; open({str(shown)!r}, 'a').write(sys.argv[1] + '\\n')\n")
    monkeypatch.setenv("BROWSER", f"{shlex.quote(sys.executable)} {shlex.quote(str(script))} %s")
    return shown


@pytest.mark.skipif(os.name == "nt", reason="the browser is a script")
@pytest.mark.parametrize("name", ["map.html", "map.svg", "my map;$(id) & <b>.html", "--x.html"])
def test_a_page_is_opened_in_the_browser(name: str, tmp_path: Path, browser: Path) -> None:
    """Once it is written, by its address, whatever its name holds."""
    file = tmp_path / name
    result = program("map", f"--output={file}", "--open", BROWSER=os.environ["BROWSER"])
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert browser.read_text() == f"{file.as_uri()}\n"
    assert file.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="the browser is a script")
def test_a_team_page_is_opened_too(tmp_path: Path, browser: Path) -> None:
    """`batch` writes one by --report."""
    people, page = tmp_path / "people.csv", tmp_path / "team.html"
    people.write_text(PEOPLE, encoding="utf-8")
    run_words = ("batch", str(people), "--report", "html", "--output", str(page), "--open")
    result = program(*run_words, BROWSER=os.environ["BROWSER"])
    assert result.returncode == 0, result.stderr
    assert browser.read_text() == f"{page.as_uri()}\n"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("map",), "--open: needs a file to open; add --output page.html"),
        (("map", "--format", "svg"), "--open: needs a file to open; add --output page.svg"),
        (("map", "--output", "-"), "--open: needs a file to open; add --output page.html"),
        (("map", "--output", "map.json"), "--open: opens pages, and json is none; use --format"),
        (("batch", "x.csv", "--output", "x.csv"), "--open: opens pages, and csv is none"),
        (("list", "--output", "list.csv"), "--open: is not an option of certadvisor list"),
    ],
)
def test_what_is_no_page_in_a_file_is_not_opened(
    words: tuple[str, ...],
    problem: str,
    browser: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Exit code 2, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    result = run(*words, "--open")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"error: {problem}" in result.stderr
    assert sorted(tmp_path.iterdir()) == before
    assert not browser.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bring a browser of their own")
def test_without_a_browser_the_page_is_there_all_the_same(tmp_path: Path) -> None:
    """It says so; the answer was written, so it is no failure."""
    page = tmp_path / "map.html"
    nowhere = {"PATH": str(tmp_path), "BROWSER": "no-such-browser", "DISPLAY": ""}
    result = program("map", "--output", str(page), "--open", **nowhere)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == f"No browser could be started; open {page} yourself.\n"
    assert page.exists()
