"""What an import gives: a profile as plain data, what is guessed in it, and what was left out."""

from enum import StrEnum
from typing import Any, NamedTuple


class Origin(StrEnum):
    """Where a field of the profile comes from."""

    IMPORTED = "imported"  # the file says so
    GUESSED = "guessed"  # the import concluded it: an assumption of every answer that uses it
    TOLD = "told"  # the person said so, asked for it


class Mark(NamedTuple):
    """The origin of one field.

    `path` is the field's place in the profile (`work[0].kinds`; the name of a
    list alone is about the list), `reason` its place in the file, or why it is a guess.
    """

    path: str
    origin: Origin
    reason: str


class About(StrEnum):
    """What a line of the report is about."""

    UNUSED = "unused"  # read, and no part of a profile
    UNREAD = "unread"  # could not be read, or not taken
    QUESTION = "question"  # only the person knows


class Line(NamedTuple):
    """One line of the report; `times` how often it was met, `remedy` what to do about it."""

    about: About
    place: str
    text: str
    remedy: str = ""
    times: int = 1


class Imported(NamedTuple):
    """A profile in the product's own form, ready for `facts.reading`, and how it came about."""

    form: str  # json-resume, linkedin or credly
    source: str
    profile: dict[str, Any]
    marks: tuple[Mark, ...]
    report: tuple[Line, ...]

    def counts(self) -> dict[str, int]:
        """How many entries of each list were taken."""
        lists = {key: value for key, value in self.profile.items() if isinstance(value, list)}
        return {key: len(value) for key, value in lists.items() if key != GUESSED}

    def lines(self, about: About) -> tuple[Line, ...]:
        """The lines of the report about one thing."""
        return tuple(line for line in self.report if line.about is about)


GUESSED = "guessed"  # the profile's own list of the paths that are guesses
