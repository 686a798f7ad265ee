"""The result of an import: a profile as plain data, the origin of each field, and a report."""

from enum import StrEnum
from typing import Any, NamedTuple


class ImportFormat(StrEnum):
    """The formats that can be imported."""

    JSON_RESUME = "json-resume"
    LINKEDIN = "linkedin"
    CREDLY = "credly"


class OriginKind(StrEnum):
    """Where a field of a profile comes from."""

    IMPORTED = "imported"  # given in the file
    GUESSED_KEY = "guessed"  # inferred by the importer: an assumption in every answer that uses it
    INCOMPLETE = "incomplete"  # a list that may lack entries, with the reason
    ANSWERED = "told"  # given by the person in answer to a question


class FieldOrigin(NamedTuple):
    """The origin of one field.

    `path` is the path of the field in the profile (`work[0].kinds`; the name of a list alone
    means the list). `reason` is its location in the file, or the reason for the guess.
    """

    path: str
    kind: OriginKind
    reason: str


class LineKind(StrEnum):
    """What a line of the report says about a value."""

    UNUSED = "unused"  # read, but not part of a profile
    UNREAD = "unread"  # could not be read, or was refused
    QUESTION = "question"  # only the person can answer it


class ReportLine(NamedTuple):
    """One line of the report. `times` counts its occurrences, `remedy` says what to do about it."""

    kind: LineKind
    location: str
    text: str
    remedy: str = ""
    occurrences: int = 1


class ImportResult(NamedTuple):
    """A profile as plain data, ready for `profile.reader`, with the origins and the report."""

    format: ImportFormat
    source: str
    profile: dict[str, Any]
    origins: tuple[FieldOrigin, ...]
    report: tuple[ReportLine, ...]

    def counts(self) -> dict[str, int]:
        """The number of imported entries by list."""
        lists = {key: value for key, value in self.profile.items() if isinstance(value, list)}
        return {key: len(value) for key, value in lists.items() if key not in (GUESSED, INCOMPLETE)}

    def lines(self, kind: LineKind) -> tuple[ReportLine, ...]:
        """The lines of one kind, in the order of the report."""
        return tuple(line for line in self.report if line.kind is kind)


INCOMPLETE = "incomplete"  # the key under which a profile names the lists that may lack entries
GUESSED = "guessed"  # the key under which a profile lists the paths of its guesses
