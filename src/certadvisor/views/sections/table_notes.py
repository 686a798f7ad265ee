"""What a table holds and is not counted, as data, sentences and blocks."""

from typing import TypedDict

from certadvisor.people.notes import TableNotes
from certadvisor.views.blocks import Block
from certadvisor.views.document_types import Count
from certadvisor.views.sections import lists
from certadvisor.views.words import phrases
from certadvisor.views.words.ignored import ignored_text

TITLE = "Ignored"
_MAX_LINES = 10  # of ignored values on a screen


class IgnoredJson(TypedDict):
    """A value that is ignored, why, how to fix it, and in how many places."""

    problem: str
    remedy: str
    count: Count


class TableNotesJson(TypedDict):
    """The columns that are not used, and the values that are ignored."""

    unused_columns: list[str]
    ignored: list[IgnoredJson]


def notes_json(notes: TableNotes) -> TableNotesJson:
    """The notes, as data."""
    return {
        "unused_columns": list(notes.unused_columns),
        "ignored": [
            {"problem": one.problem, "remedy": one.remedy, "count": one.times}
            for one in notes.ignored
        ],
    }


def note_lines(notes: TableNotes, *, limit: int | None = _MAX_LINES) -> list[str]:
    """A line for the unused columns, and one for each ignored value, up to the limit."""
    unused = [unused_columns_text(notes)] if notes.unused_columns else []
    return [*unused, *ignored_lines(notes, limit=limit)]


def ignored_lines(notes: TableNotes, *, limit: int | None = _MAX_LINES) -> list[str]:
    """A line for each ignored value, up to the limit."""
    shown = notes.ignored[:limit]
    lines = [ignored_text(one) for one in shown]
    more = notes.more_ignored + sum(one.times for one in notes.ignored[len(shown) :])
    if more:
        lines.append(f"and {phrases.amount(more, 'more value')}; `people check` shows them")
    return lines


def unused_columns_text(notes: TableNotes) -> str:
    """The columns of which nothing is read."""
    names = ", ".join(notes.unused_columns)
    return f"columns that are not used: {names}"


def note_blocks(notes: TableNotes) -> tuple[Block, ...]:
    """The notes under a heading; no blocks where there is nothing to say."""
    return lists.list_section(TITLE, note_lines(notes))
