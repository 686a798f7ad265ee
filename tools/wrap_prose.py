"""Wrap the prose of Markdown pages at 120 characters: `make wrap`, or name the pages to wrap.

A paragraph or an item of a list is wrapped anew only where one of its lines is longer. Headings,
tables, quotations, comments and blocks of code stay as they are, and so does a single word, an
address or a span of code that fits on no line.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

WIDTH = 120
PAGES = ("*.md", "docs/**/*.md", "examples/**/*.md")
FENCE = re.compile(r"\s*(?:```|~~~)")
VERBATIM = re.compile(r"\s*(?:#|\||>|<!--|:::|$)")
ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
# What is not broken: a span of code, the address of a link with the word before it.
WORD = re.compile(r"(?:``.+?``|`[^`]+`|\]\([^)]*\)|\S)+")
# What would begin an item, a heading, a quotation or a table if it stood first on a line.
SPECIAL = re.compile(r"(?:[-+*>#|=]+|\d+[.)])$|[>#|]")


def pages(root: Path) -> list[Path]:
    """The Markdown pages of the repository, sorted."""
    return sorted({page for pattern in PAGES for page in root.glob(pattern)})


def paragraphs(text: str) -> Iterator[tuple[bool, list[str]]]:
    """Runs of lines, each with whether it is prose that may be wrapped."""
    prose: list[str] = []
    closing = ""  # what ends the block of code or the comment that the line is in
    for line in text.split("\n"):
        if closing:
            closing = "" if closing in line else closing
            yield False, [line]
        elif FENCE.match(line) or VERBATIM.match(line):
            yield from _finished(prose)
            prose = []
            closing = _closing(line)
            yield False, [line]
        elif ITEM.match(line):
            yield from _finished(prose)
            prose = [line]
        else:
            prose.append(line)
    yield from _finished(prose)


def _finished(prose: list[str]) -> Iterator[tuple[bool, list[str]]]:
    if prose:
        yield True, prose


def _closing(line: str) -> str:
    """What closes the block that the line opens; empty where it opens none or closes it itself."""
    if fence := FENCE.match(line):
        return fence[0].strip()
    return "-->" if "<!--" in line and "-->" not in line else ""


def wrap(text: str) -> str:
    """The page with no line of prose longer than `WIDTH`, where words allow it."""
    lines: list[str] = []
    for is_prose, block in paragraphs(text):
        too_long = is_prose and any(len(line) > WIDTH for line in block)
        lines += _fill(block) if too_long else block
    return "\n".join(lines)


def _fill(block: list[str]) -> list[str]:
    item = ITEM.match(block[0])
    first = item[0] if item else block[0][: -len(block[0].lstrip())]
    words: list[str] = []
    for word in WORD.findall(" ".join([block[0][len(first) :], *block[1:]])):
        if words and SPECIAL.match(word):
            words[-1] += f" {word}"
        else:
            words.append(word)
    return _lines(words, first, " " * len(first))


def _lines(words: list[str], first: str, rest: str) -> list[str]:
    lines = [first + words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) > WIDTH:
            lines.append(rest + word)
        else:
            lines[-1] += f" {word}"
    return lines


def long_lines(text: str) -> list[str]:
    """The lines of prose that are longer than `WIDTH` without the addresses in them."""
    prose = [line for is_prose, block in paragraphs(text) if is_prose for line in block]
    return [line for line in prose if len(_without_addresses(line)) > WIDTH]


def _without_addresses(line: str) -> str:
    return re.sub(r"\]\([^)]*\)|https?://\S+", "]", line)


if __name__ == "__main__":
    root = Path(__file__).parents[1]
    for path in [Path(name) for name in sys.argv[1:]] or pages(root):
        old = path.read_text("utf-8")
        if (new := wrap(old)) != old:
            path.write_text(new, "utf-8")
            sys.stdout.write(f"wrapped {path}\n")
