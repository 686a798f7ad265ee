"""How wide text is without asking a font: as wide as it gets in the widest of the usual ones."""

import unicodedata
from typing import NamedTuple

_NARROW, _SLIM, _WIDE = "ijlI|!.,:;'\u2019`·", 'ftr()[]{}-/ \\1"', "mwMW@%—…"
_STEPS = ((13.5, 1), (11, 2), (9.5, 2))  # sizes of a name, and on how many lines
_CUT = "…"


class Lettering(NamedTuple):
    """Lines of a text, and the size that makes them fit."""

    lines: tuple[str, ...]
    size: float


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """At most so wide is a text in a sans-serif type of this size."""
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
    """A name on one line, else smaller on two; what is longer still ends with dots."""
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
    """Two lines, as nearly as long as each other as words allow."""
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
    """As much of a text as fits, with dots for the rest."""
    if width_of(text, size, bold=bold) <= room:
        return text
    kept = text.rstrip(_CUT)
    while kept and width_of(kept + _CUT, size, bold=bold) > room:
        kept = kept[:-1].rstrip()
    return kept + _CUT
