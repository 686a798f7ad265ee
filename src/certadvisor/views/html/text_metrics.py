"""Text widths without a font: upper bounds over the usual sans-serif fonts."""

import unicodedata
from bisect import bisect
from typing import NamedTuple

_NARROW, _SLIM, _WIDE = "ijlI|!.,:;'\u2019`·", 'ftr()[]{}-/ \\1"', "mwMW@%—…"
_STEPS = ((13.5, 1), (11, 2), (9.5, 2))  # font sizes to try, with their number of lines
_CUT = "…"


class Lettering(NamedTuple):
    """The lines of a text, and the font size at which they fit."""

    lines: tuple[str, ...]
    size: float


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The largest width of a text in a sans-serif font of this size."""
    return size * (1.1 if bold else 1.0) * sum(_letter(char) for char in text)


def _letter(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    if char in _NARROW:
        return 0.34
    if char in _SLIM:
        return 0.42
    if char in _WIDE:
        return 1.0
    return 0.7 if char.isupper() or not char.isascii() else 0.63


def fit_name(text: str, room: float) -> Lettering:
    """Fit a name on one line, else smaller on two; a name that is still too long is cut."""
    for size, max_lines in _STEPS:
        lines = _break_lines(text, size, room)
        if len(lines) <= max_lines and all(
            text_width(line, size, bold=True) <= room for line in lines
        ):
            return Lettering(_balance_lines(text) if len(lines) > 1 else tuple(lines), size)
    size, max_lines = _STEPS[-1]
    lines = _break_lines(text, size, room)[:max_lines]
    rest = [truncate(line, size, room, bold=True) for line in lines]
    if rest == lines:
        rest[-1] = truncate(f"{rest[-1]}{_CUT}", size, room, bold=True)
    return Lettering(tuple(rest), size)


def fit_lines(text: str, size: float, room: float, max_lines: int) -> tuple[str, ...]:
    """The text at this size on at most `max_lines` lines; what is still too long is cut."""
    lines = _break_lines(text, size, room, bold=False)
    if len(lines) > max_lines:
        lines = [*lines[: max_lines - 1], " ".join(lines[max_lines - 1 :])][:max_lines]
    return tuple(truncate(line, size, room) for line in lines)


def _balance_lines(text: str) -> tuple[str, ...]:
    """Two lines of nearly equal length."""
    parts = text.split()
    halves = ((" ".join(parts[:index]), " ".join(parts[index:])) for index in range(1, len(parts)))
    return min(halves, key=lambda pair: max(text_width(line, 1, bold=True) for line in pair))


def _break_lines(text: str, size: float, room: float, *, bold: bool = True) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or text_width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def truncate(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text cut to fit; a cut text ends with an ellipsis."""
    if text_width(text, size, bold=bold) <= room:
        return text
    start = text.rstrip(_CUT)
    # Searched in halves: letter by letter a name of thousands of letters takes seconds.
    length = bisect(
        range(1, len(start) + 1),
        room,
        key=lambda end: text_width(start[:end] + _CUT, size, bold=bold),
    )
    return start[:length].rstrip() + _CUT
