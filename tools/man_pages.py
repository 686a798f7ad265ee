"""Write a man page for each command into a folder, from its help.

    python tools/man_pages.py build/man

`man -M` wants them in a folder `man1` below the one that it is told; `man build/man/man1/FILE`
shows one. Nothing is shipped by hand: who packages the program runs this.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from certadvisor import __version__
from certadvisor.cli import help_page
from certadvisor.cli.app import app

PROGRAM = "certadvisor"
EXIT_STATUS = (
    ("0", "Done; for check: you qualify."),
    ("1", "The answer is no, or there are findings."),
    ("2", "Wrong usage, an input that cannot be used, or a file that cannot be written."),
    ("3", "A fault of the program."),
    ("130", "Interrupted."),
)
ENVIRONMENT = (
    ("CERTADVISOR_PROFILE", "Your default profile; none for no default."),
    ("XDG_CONFIG_HOME", "The folder with certadvisor/profile.yaml, your default profile."),
    ("XDG_CACHE_HOME", "The folder for the compiled catalogue."),
    ("NO_COLOR", "No colours."),
    ("COLUMNS", "The width of a screen that goes to a pipe."),
)


def main() -> None:
    """Write the pages, and say how many."""
    parser = argparse.ArgumentParser(description="Write the man pages from the help.")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder / "man1"
    folder.mkdir(parents=True, exist_ok=True)
    pages = dict(all_pages())
    for name, text in pages.items():
        (folder / f"{name}.1").write_text(text, encoding="utf-8")
    print(f"{len(pages)} pages in {folder}")


def all_pages() -> Iterator[tuple[str, str]]:
    """Each page by its name: the program, then every command and every command of a group."""
    root = typer.main.get_command(app)
    yield from _pages(root, context_of(root, PROGRAM, None))


def _pages(command: Any, ctx: Any) -> Iterator[tuple[str, str]]:
    yield ctx.command_path.replace(" ", "-"), page(command, ctx)
    for name, subcommand in getattr(command, "commands", {}).items():
        yield from _pages(subcommand, context_of(subcommand, name, ctx))


def context_of(command: Any, name: str, parent: Any) -> Any:
    """Return the context in which a command is called by this name."""
    return command.context_class(command, info_name=name, parent=parent, **command.context_settings)


def page(command: Any, ctx: Any) -> str:
    """The page of one command."""
    name = ctx.command_path.replace(" ", "-")
    description, examples = help_page.split_help(command.help)
    first, _, rest = description.partition("\n")
    usage = f"{ctx.command_path} {' '.join(command.collect_usage_pieces(ctx))}"
    lines = [
        f'.TH {name.upper()} 1 "" "{PROGRAM} {__version__}" "User Commands"',
        ".SH NAME",
        f"{escaped(name)} \\- {escaped(first.rstrip('.'))}",
        ".SH SYNOPSIS",
        escaped(usage),
    ]
    if rest.strip():
        lines += [".SH DESCRIPTION", *_paragraphs(rest)]
    lines += _commands(command, ctx)
    lines.append(".SH OPTIONS")
    for title, rows in help_page.sections_of(command, ctx).items():
        lines += [f".SS {escaped(title)}", *_definitions(rows)]
    if examples:
        lines += [".SH EXAMPLES", ".nf", *map(escaped, examples), ".fi"]
    lines += [".SH EXIT STATUS", *_definitions(EXIT_STATUS)]
    lines += [".SH ENVIRONMENT", *_definitions(ENVIRONMENT)]
    return "\n".join([*lines, ""])


def _commands(command: Any, ctx: Any) -> list[str]:
    groups = getattr(command, "commands", None)
    if not groups:
        return []
    path = ctx.command_path.replace(" ", "-")
    rows = [(f"{path}-{name}(1)", one.get_short_help_str()) for name, one in groups.items()]
    return [".SH COMMANDS", *_definitions(rows)]


def _paragraphs(text: str) -> list[str]:
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))
    return [line for part in paragraphs for line in (".PP", escaped(part))]


def _definitions(rows: Any) -> list[str]:
    return [
        line for term, text in rows for line in (".TP", f"\\fB{escaped(term)}\\fR", escaped(text))
    ]


def escaped(text: str) -> str:
    """Text as troff prints it: no line is a request, and a hyphen is one that can be copied."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text[:1] in (".", "'") else text


if __name__ == "__main__":
    main()
