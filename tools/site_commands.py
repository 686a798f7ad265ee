"""Writes a page for each command from its help, for the documentation site."""

import re
from collections.abc import Iterator
from typing import Any

import typer
from man_pages import ENVIRONMENT, PROGRAM, context_of

from certadvisor.cli import help_page
from certadvisor.cli.app import COMMANDS, app


def command_pages() -> Iterator[tuple[str, str]]:
    """Each command's name with its page, in the order of the help."""
    root = typer.main.get_command(app)
    ctx = context_of(root, PROGRAM, None)
    for name in COMMANDS:
        command = root.commands[name]  # type: ignore[attr-defined]  # the root is a group
        yield name, "\n".join(_sections(command, context_of(command, name, ctx), "#"))


def environment_section() -> str:
    """The variables of the environment, as on the man pages."""
    return "\n".join(["## Environment", "", *_table("variable", ENVIRONMENT), ""])


def _sections(command: Any, ctx: Any, level: str) -> Iterator[str]:
    """A command, then below it the commands of its group."""
    description, examples = help_page.split_help(command.help)
    pieces = help_page.usage_pieces(command.collect_usage_pieces(ctx))
    yield f"{level} {ctx.command_path}\n"
    yield f"{escaped(description)}\n"
    yield f"```text\n{ctx.command_path} {' '.join(pieces)}\n```\n"
    for title, rows in help_page.sections_of(command, ctx).items():
        yield f"**{title}**\n"
        yield from _table("name", rows)
        yield ""
    if examples:
        yield "\n".join(["**Examples**\n", "```sh", *examples, "```\n"])
    for name, subcommand in getattr(command, "commands", {}).items():
        yield from _sections(subcommand, context_of(subcommand, name, ctx), "##")


def _table(title: str, rows: Any) -> Iterator[str]:
    yield f"| {title} | meaning |"
    yield "|---|---|"
    for term, text in rows:
        name = term.replace("|", "\\|")
        yield f"| `{name}` | {escaped(' '.join(text.split()))} |"


def escaped(text: str) -> str:
    """Plain text as Markdown that shows it as it is; what stands in backticks stays code."""
    parts = re.split(r"(`[^`\n]+`)", text)
    return "".join(part.replace("|", "\\|") if part[:1] == "`" else _plain(part) for part in parts)


def _plain(text: str) -> str:
    return re.sub(r"([\\*_<>\[\]|#])", r"\\\1", text)
