"""The result of an import: a profile as plain data, the origin of each field, and a report."""

from enum import StrEnum
from typing import Any, NamedTuple


class Origin(StrEnum):
    """Where a field of a profile comes from."""

    IMPORTED = "imported"  # given in the file
    GUESSED = "guessed"  # inferred by the importer: an assumption in every answer that uses it
    TOLD = "told"  # given by the person in answer to a question


class Mark(NamedTuple):
    """The origin of one field.

    `path` is the path of the field in the profile (`work[0].kinds`; the name of a list alone
    means the list). `reason` is its location in the file, or the reason for the guess.
    """

    path: str
    origin: Origin
    reason: str


class About(StrEnum):
    """What a line of the report says about a value."""

    UNUSED = "unused"  # read, but not part of a profile
    UNREAD = "unread"  # could not be read, or was refused
    QUESTION = "question"  # only the person can answer it


class Line(NamedTuple):
    """One line of the report. `times` counts its occurrences, `remedy` says what to do about it."""

    about: About
    place: str
    text: str
    remedy: str = ""
    times: int = 1


class Imported(NamedTuple):
    """A profile as plain data, ready for `profile.reader`, with the origins and the report."""

    form: str  # json-resume, linkedin or credly
    source: str
    profile: dict[str, Any]
    marks: tuple[Mark, ...]
    report: tuple[Line, ...]

    def counts(self) -> dict[str, int]:
        """The number of imported entries by list."""
        lists = {key: value for key, value in self.profile.items() if isinstance(value, list)}
        return {key: len(value) for key, value in lists.items() if key != GUESSED}

    def lines(self, about: About) -> tuple[Line, ...]:
        """The lines of one kind, in the order of the report."""
        return tuple(line for line in self.report if line.about is about)


GUESSED = "guessed"  # the key under which a profile lists the paths of its guesses
