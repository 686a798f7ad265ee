"""Grouped entries as plain text: the title of each row, then one line per column."""

from certadvisor.errors import escape_control_chars
from certadvisor.views.blocks import Fragment, Groups, StyledText, plain_text, styled
from certadvisor.views.text.wrap import MIN_WIDTH, display_width

_GAP = 2
_SEPARATOR = ", "

Cell = tuple[StyledText, ...]


def lay_out_groups(groups: Groups, width: int) -> list[StyledText]:
    """Lines no wider than `width`; an entry is cut only if it is longer than a whole line.

    Columns without entries are left out.
    """
    label = max((display_width(title) for title in groups.columns), default=0) + _GAP
    lines: list[StyledText] = []
    for title, row in groups.rows:
        lines += [(), styled(Fragment(escape_control_chars(title), "head"))]
        for column, cell in zip(groups.columns, row, strict=True):
            entry_lines = _flow(cell, max(width, MIN_WIDTH) - label)
            for index, line in enumerate(entry_lines):
                name = "" if index else column
                lines.append((Fragment(name + " " * (label - display_width(name)), "dim"), *line))
    return lines


def _flow(entries: Cell, room: int) -> list[StyledText]:
    """The entries separated by commas, on as many lines as they need."""
    lines: list[list[Fragment]] = []
    used = 0
    for index, text in enumerate(entries):
        entry = _truncate(text, room - 1)
        if index < len(entries) - 1:
            entry += (Fragment(_SEPARATOR, "dim"),)
        size = display_width(plain_text(entry).rstrip())
        if not lines or used + size > room:
            lines.append([])
            used = 0
        lines[-1] += entry
        used += display_width(plain_text(entry))
    return [tuple(line) for line in lines]


def _truncate(entry: StyledText, room: int) -> StyledText:
    """The start of an entry that fits into `room` columns, control characters escaped."""
    fragments: list[Fragment] = []
    for fragment in entry:
        text = escape_control_chars(fragment.text)
        while display_width(text) > room:
            text = text[:-1]
        fragments.append(Fragment(text, fragment.style))
        room -= display_width(text)
    return tuple(fragments)
