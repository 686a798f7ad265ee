"""Writes a proposed mapping as YAML, with what is unsure marked by `# ?`."""

import json
import re
from collections.abc import Iterable, Iterator

from certadvisor.people.mapping import PERSON
from certadvisor.people.proposed_map import ProposedColumn, ProposedTable

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*(?: [A-Za-z0-9_.-]+)*")
_RESERVED = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"))
_MARK = "# ? "


def render_mapping(tables: Iterable[ProposedTable], source: str) -> str:
    """The mapping as YAML; a run with it needs answers to the lines that begin with `# ?`."""
    lines = [
        f"# A mapping proposed for {(source.isprintable() and source) or 'a table'}.",
        "# Read it through: lines with `# ?` are questions. docs/people.md lists the fields.",
        "tables:",
        *(line for table in tables for line in _table_lines(table)),
    ]
    return "\n".join(lines) + "\n"


def questions_in(text: str) -> int:
    """How many questions a mapping asks."""
    return text.count(_MARK)


def _table_lines(table: ProposedTable) -> Iterator[str]:
    yield f"  - file: {_quoted(table.file)}"
    yield from (f"    {_MARK}{question}" for question in table.questions)
    if table.section != PERSON:
        yield f"    section: {table.section}"
    if table.id_columns:
        yield f"    id: [{', '.join(map(_quoted, table.id_columns))}]"
    used = [column for column in table.columns if column.field]
    yield "    columns:" if used else "    columns: {}"
    for column in used:
        yield f"      {_quoted(column.header)}: {column.field}{_question(column)}"
    yield from _matrix_lines(table)
    if table.constants:
        constants = ", ".join(f"{name}: {value}" for name, value in table.constants)
        yield f"    constants: {{{constants}}}  {_MARK}is this so of every row?"
    yield from _date_lines(table)
    yield from (f"    {_MARK}{offer}" for offer in table.offers)
    if table.separator:
        yield f"    separator: {json.dumps(table.separator)}"
    yield from _rows_and_columns_left_out(table)


def _rows_and_columns_left_out(table: ProposedTable) -> Iterator[str]:
    if table.status_filter:
        header, words = table.status_filter
        listed = ", ".join(map(_quoted, words))
        yield f"    {_MARK}to leave others out: only: {{{_quoted(header)}: [{listed}]}}"
    left_out = [column for column in table.columns if not column.field]
    if left_out:
        yield "    leave_out:"
    for column in left_out:
        yield f"      - {_quoted(column.header)}{_question(column)}"


def _question(column: ProposedColumn) -> str:
    return f"  {_MARK}{column.question}" if column.question else ""


def _matrix_lines(table: ProposedTable) -> Iterator[str]:
    if not table.matrix:
        return
    yield "    matrix:"
    if any("." not in cell for _, cell in table.matrix):
        other = "earned" if table.matrix_date == "expires" else "expires"
        yield f"      dates: {table.matrix_date}  {_MARK}or {other}: what a date in a cell is"
    yield "      columns:"
    yield from (f"        {_quoted(header)}: {cell}" for header, cell in table.matrix)


def _date_lines(table: ProposedTable) -> Iterator[str]:
    dates = table.dates
    if dates.form is None:
        return
    if not dates.is_certain:
        yield f"    {_MARK}dates: {dates.note}"
        return
    yield f"    dates: {dates.form}" + (f"  # {dates.note}" if dates.note else "")
    if dates.has_short_years:
        yield f"    century: 1950-2049  {_MARK}the years that two digits stand for"


def _quoted(text: str) -> str:
    """A text as YAML, in quotes where it could be read as something else."""
    text = text.strip()
    if _PLAIN.fullmatch(text) and text.casefold() not in _RESERVED:
        return text
    return json.dumps(text, ensure_ascii=not text.isprintable())
