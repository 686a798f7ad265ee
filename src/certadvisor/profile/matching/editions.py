"""Recognising editions of certifications as people write them: "v4", "6th edition", "(2017)"."""

from typing import Any, NamedTuple


class EditionMatch(NamedTuple):
    """A family of certifications named in a text, and the edition if the text gives one.

    `words` are those of the text without the edition, with the family's id for its name.
    """

    family: dict[str, Any]
    version: str | None
    words: tuple[str, ...]
    position: int  # number of words before the edition


def find_edition(words: tuple[str, ...], families: list[dict[str, Any]]) -> EditionMatch | None:
    """Return the family that the words name, with its edition if given; None for no family."""
    for family in families:
        for name in (tuple(name.split()) for name in family["names"]):
            whole = _split_version(words, name[-1], family) if len(name) == 1 else words
            for at in range(len(whole) - len(name) + 1):
                if whole[at : at + len(name)] == name:
                    rest = (*whole[:at], *family["id"].split("-"), *whole[at + len(name) :])
                    return _find_version(family, rest, at + len(family["id"].split("-")))
    return None


def _find_version(family: dict[str, Any], words: tuple[str, ...], after: int) -> EditionMatch:
    """Find the edition among the words; longer spellings first, words after the name first."""
    writings = [
        (tuple(spelling.split()), id)
        for id, spellings in family["writings"].items()
        for spelling in spellings
    ]
    for spelling, version in sorted(writings, key=lambda pair: -len(pair[0])):
        for at in (*range(after, len(words)), *range(after)):
            if words[at : at + len(spelling)] == spelling:
                rest = (*words[:at], *words[at + len(spelling) :])
                return EditionMatch(
                    family, version, rest, after - len(spelling) if at < after else after
                )
    return EditionMatch(family, None, words, after)


def _split_version(words: tuple[str, ...], name: str, family: dict[str, Any]) -> tuple[str, ...]:
    """Split off an edition that is attached to the name: "itilv4"."""
    version_spellings = {
        spelling for spellings in family["writings"].values() for spelling in spellings
    }
    parts: list[str] = []
    for word in words:
        end = word.removeprefix(name)
        parts += [name, end] if word != end and end in version_spellings else [word]
    return tuple(parts)
