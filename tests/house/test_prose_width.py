"""No line of prose on a page is longer than 120 characters, so that a change shows as it reads."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOL = runpy.run_path(str(ROOT / "tools" / "wrap_prose.py"))
PAGES = [page.relative_to(ROOT).as_posix() for page in TOOL["pages"](ROOT)]
LONG = "word " * 30


@pytest.mark.parametrize("name", PAGES)
def test_no_line_of_prose_is_longer_than_120_characters(name: str) -> None:
    """If this fails, run `make wrap`; tables, blocks of code and addresses may be longer."""
    assert TOOL["long_lines"]((ROOT / name).read_text("utf-8")) == []


def test_the_pages_of_the_repository_are_found() -> None:
    """Or the test above would hold nothing."""
    assert {"README.md", "CONTRIBUTING.md", "docs/catalogue.md"} <= set(PAGES)


@pytest.mark.parametrize("page", [LONG, f"- {LONG}", f"text\n{LONG}\n", f"# Title\n{LONG}"])
def test_a_long_line_is_found_and_wrapped(page: str) -> None:
    """In a paragraph, in an item of a list, and below a heading."""
    assert len(TOOL["long_lines"](page)) == 1
    wrapped = TOOL["wrap"](page)
    assert TOOL["long_lines"](wrapped) == []
    assert wrapped.split() == page.split()


@pytest.mark.parametrize(
    "page", [f"```\n{LONG}\n```", f"| {LONG} |", f"<!--\n{LONG}\n-->", f"[x](https://{'a' * 150})"]
)
def test_code_tables_comments_and_addresses_may_be_longer(page: str) -> None:
    """They stay as they are."""
    assert TOOL["long_lines"](page) == []
    assert TOOL["wrap"](page) == page


def test_an_item_continues_under_its_first_word_and_code_stays_whole() -> None:
    """So that the page reads the same on a code host."""
    page = f"12. {'word ' * 22}`code of three words` - end"
    assert (
        TOOL["wrap"](page) == f"12. {'word ' * 22}".rstrip() + "\n    `code of three words` - end"
    )


def test_no_line_begins_with_what_markdown_takes_for_something_else() -> None:
    """A dash, a number with a dot, a hash: each stays behind the word before it."""
    for mark in ("-", "+", "1.", "#", ">", "|"):
        lines = TOOL["wrap"](f"{'a' * 118} {mark} {'b' * 20}").split("\n")
        assert lines == [f"{'a' * 118} {mark}", "b" * 20], mark
