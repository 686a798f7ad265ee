"""The page of `--help`: arguments first, options in sections, examples as they are typed."""

import inspect
import re
from typing import Any

WIDEST = 120  # columns of a page: longer lines are hard to read, however wide the terminal is
_ARGUMENTS, _OWN = "Arguments", "Options"
_EXAMPLES = re.compile(r"^Examples?:\s*", re.MULTILINE)


def split_help(text: str | None) -> tuple[str, list[str]]:
    """Return a command's description, and its examples, which stand at its end, a line each."""
    description, *rest = _EXAMPLES.split(inspect.cleandoc(text or ""), maxsplit=1)
    return description.strip(), [line.strip() for one in rest for line in one.splitlines() if line]


def short_help(text: str | None) -> str:
    """Return the first sentence of a command's description, for a list of commands."""
    return split_help(text)[0].partition("\n")[0].rstrip(".")


def usage_pieces(pieces: list[str]) -> list[str]:
    """Return the parts of a usage line without braces, which read as a choice."""
    return [re.sub(r"^\{(.*)\}$", r"\1", piece) for piece in pieces]


def write_description(command: Any, formatter: Any) -> None:
    """Write what the command does."""
    text, _ = split_help(command.help)
    if text:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(text)


def sections_of(command: Any, ctx: Any) -> dict[str, list[tuple[str, str]]]:
    """Return the arguments, the command's own options, then those it shares, by their headings."""
    sections: dict[str, list[tuple[str, str]]] = {_ARGUMENTS: [], _OWN: []}
    for parameter in command.get_params(ctx):
        row = parameter.get_help_record(ctx)
        if row is not None:
            argument = parameter.param_type_name == "argument"
            panel = getattr(parameter, "rich_help_panel", None)
            title = _ARGUMENTS if argument else panel or _OWN
            sections.setdefault(title, []).append(row)
    return {title: rows for title, rows in sections.items() if rows}


def write_sections(command: Any, ctx: Any, formatter: Any) -> None:
    """Write the arguments and options in their sections."""
    for title, rows in sections_of(command, ctx).items():
        with formatter.section(title):
            formatter.write_dl(rows)


def write_examples(command: Any, formatter: Any) -> None:
    """Write the examples, which are never wrapped, so that they can be copied."""
    _, examples = split_help(command.help)
    if examples:
        formatter.write_paragraph()
        formatter.write("Examples:\n" if len(examples) > 1 else "Example:\n")
        for example in examples:
            formatter.write(f"  {example}\n")


def write_commands(groups: dict[str, tuple[str, ...]], command: Any, ctx: Any, page: Any) -> None:
    """Write the commands of a group under headings, each with its short description."""
    for title, names in groups.items():
        rows = [(name, command.get_command(ctx, name).get_short_help_str()) for name in names]
        with page.section(title):
            page.write_dl(rows)
