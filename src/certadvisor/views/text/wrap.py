"""Wraps styled text to a width in terminal columns."""

import unicodedata
from collections.abc import Iterable
from itertools import groupby

from certadvisor.errors import escape_control_chars
from certadvisor.views.blocks import Fragment, StyledText, plain_text

MIN_WIDTH = 60  # of a terminal; a narrower one wraps by itself
_BREAK_AFTER = "/-_?&=.,;:"  # a long path may be broken after one of these
_ADDRESS_SIGN = "://"  # a broken address could be neither clicked nor copied
_FIRST_COMBINING = "\u0300"  # every character before it takes one column
_NEAR_END = 3  # look for a break in the last third of a line

Line = StyledText


def display_width(text: str) -> int:
    """The number of terminal columns that a text takes.

    >>> display_width("PMP"), display_width("認定")
    (3, 4)
    """
    if text.isascii() or max(text) < _FIRST_COMBINING:
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def wrap(text: StyledText, width: int) -> list[Line]:
    """Wrap a text at spaces; a word that is wider than the line is cut unless it is an address."""
    if _fits_as_it_is(text, width):  # most cells of a long table do
        return [text]
    lines: list[list[Fragment]] = [[]]
    used = 0
    for chunk in _chunks(text):
        size = sum(display_width(fragment.text) for fragment in chunk)
        if used and used + 1 + size <= width:
            last, style = lines[-1][-1], chunk[0].style
            space = Fragment(" ", style if last.style == style else "")
            lines[-1] += [space, *chunk]
            used += 1 + size
            continue
        if used:
            lines.append([])
        is_cut = size > width and _ADDRESS_SIGN not in plain_text(chunk)
        for index, part in enumerate(_cut(chunk, width) if is_cut else [chunk]):
            if index:
                lines.append([])
            lines[-1] += part
            used = sum(display_width(fragment.text) for fragment in part)
    return [tuple(line) for line in lines]


def _fits_as_it_is(text: StyledText, width: int) -> bool:
    """Whether wrapping would change nothing: neither where the text is cut, nor what it shows."""
    plain = plain_text(text)
    return (
        display_width(plain) <= width
        and plain.isprintable()
        and "  " not in plain
        and plain == plain.strip() != ""
        and all(map(_has_plain_edges, text))
        and not any(map(_is_space_within, text, text[1:], text[2:]))
    )


def _has_plain_edges(fragment: Fragment) -> bool:
    """Whether no space at an edge has a style, which it would lose; an empty one has no edge."""
    text, style = fragment
    return text != "" and (not style or text == text.strip())


def _is_space_within(before: Fragment, middle: Fragment, after: Fragment) -> bool:
    """Whether a space stands between two words of one style; it would get the style."""
    return before.style == after.style and middle.style != after.style and not middle.text.strip()


def _chunks(text: StyledText) -> list[list[Fragment]]:
    """Runs without a space, which must stay together; control characters are escaped."""
    chunks: list[list[Fragment]] = []
    glued = False
    for fragment in text:
        parts = fragment.text.split()
        if not parts:
            glued = glued and not fragment.text
            continue
        for index, part in enumerate(parts):
            piece = Fragment(escape_control_chars(part), fragment.style)
            if index == 0 and glued and not fragment.text[0].isspace():
                chunks[-1].append(piece)
            else:
                chunks.append([piece])
        glued = not fragment.text[-1].isspace()
    return chunks


def _cut(chunk: list[Fragment], width: int) -> list[list[Fragment]]:
    """Cut a run that is wider than the line, after a sign of a path if one is near the end.

    >>> _cut([Fragment("/team/people/some/a-page")], 19)[1]
    [Fragment(text='a-page', style='')]
    """
    characters = [Fragment(char, fragment.style) for fragment in chunk for char in fragment.text]
    parts: list[list[Fragment]] = []
    while characters:
        room, end = width, 0
        while end < len(characters) and display_width(characters[end].text) <= room:
            room -= display_width(characters[end].text)
            end += 1
        if end < len(characters):
            near = range(end, end - end // _NEAR_END, -1)
            end = next((at for at in near if characters[at - 1].text in _BREAK_AFTER), end)
        end = max(end, 1)  # at least one character per line, or the loop would not end
        parts.append(_merge(characters[:end]))
        characters = characters[end:]
    return parts


def _merge(characters: Iterable[Fragment]) -> list[Fragment]:
    """Merge neighbouring fragments of the same style."""
    grouped = groupby(characters, key=lambda fragment: fragment.style)
    return [
        Fragment("".join(fragment.text for fragment in fragments), style)
        for style, fragments in grouped
    ]
