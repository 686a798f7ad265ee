"""Text widths without a font: upper bounds over the usual sans-serif fonts."""

import unicodedata
from typing import NamedTuple

_NARROW, _SLIM, _WIDE = "ijlI|!.,:;'\u2019`·", 'ftr()[]{}-/ \\1"', "mwMW@%—…"
_STEPS = ((13.5, 1), (11, 2), (9.5, 2))  # font sizes to try, with their number of lines
_CUT = "…"


class Lettering(NamedTuple):
    """The lines of a text, and the font size at which they fit."""

    lines: tuple[str, ...]
    size: float


def width_of(text: str, size: float, *, bold: bool = False) -> float:
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


def fitted(text: str, room: float) -> Lettering:
    """Fit a name on one line, else smaller on two; a name that is still too long is cut."""
    for size, most in _STEPS:
        lines = _broken(text, size, room)
        if len(lines) <= most and all(width_of(line, size, bold=True) <= room for line in lines):
            return Lettering(_even(text) if len(lines) > 1 else tuple(lines), size)
    size, most = _STEPS[-1]
    lines = _broken(text, size, room)[:most]
    rest = [cut(line, size, room, bold=True) for line in lines]
    if rest == lines:
        rest[-1] = cut(f"{rest[-1]}{_CUT}", size, room, bold=True)
    return Lettering(tuple(rest), size)


def _even(text: str) -> tuple[str, ...]:
    """Two lines of nearly equal length."""
    parts = text.split()
    halves = ((" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts)))
    return min(halves, key=lambda pair: max(width_of(line, 1, bold=True) for line in pair))


def _broken(text: str, size: float, room: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or width_of(longer, size, bold=True) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def cut(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text cut to fit; a cut text ends with an ellipsis."""
    if width_of(text, size, bold=bold) <= room:
        return text
    kept = text.rstrip(_CUT)
    while kept and width_of(kept + _CUT, size, bold=bold) > room:
        kept = kept[:-1].rstrip()
    return kept + _CUT
