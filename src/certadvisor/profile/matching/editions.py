"""Recognising editions of certifications as people write them: "v4", "6th edition", "(2017)"."""

from typing import Any, NamedTuple


class Edition(NamedTuple):
    """A family of certifications named in a text, and the edition if the text gives one.

    `words` are those of the text without the edition, with the family's id for its name.
    """

    family: dict[str, Any]
    version: str | None
    words: tuple[str, ...]
    after: int  # number of words before the edition


def edition_in(words: tuple[str, ...], families: list[dict[str, Any]]) -> Edition | None:
    """Return the family that the words name, with its edition if given; None for no family."""
    for family in families:
        for name in (tuple(name.split()) for name in family["names"]):
            whole = _split(words, name[-1], family) if len(name) == 1 else words
            for at in range(len(whole) - len(name) + 1):
                if whole[at : at + len(name)] == name:
                    rest = (*whole[:at], *family["id"].split("-"), *whole[at + len(name) :])
                    return _told(family, rest, at + len(family["id"].split("-")))
    return None


def _told(family: dict[str, Any], words: tuple[str, ...], after: int) -> Edition:
    """Find the edition among the words; longer spellings first, words after the name first."""
    writings = [(tuple(way.split()), id) for id, ways in family["writings"].items() for way in ways]
    for way, version in sorted(writings, key=lambda pair: -len(pair[0])):
        for at in (*range(after, len(words)), *range(after)):
            if words[at : at + len(way)] == way:
                rest = (*words[:at], *words[at + len(way) :])
                return Edition(family, version, rest, after - len(way) if at < after else after)
    return Edition(family, None, words, after)


def _split(words: tuple[str, ...], name: str, family: dict[str, Any]) -> tuple[str, ...]:
    """Split off an edition that is attached to the name: "itilv4"."""
    ways = {way for ways in family["writings"].values() for way in ways}
    found: list[str] = []
    for word in words:
        end = word.removeprefix(name)
        found += [name, end] if word != end and end in ways else [word]
    return tuple(found)
