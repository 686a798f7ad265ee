"""The profile during an import: entries with the origin of each field, and the report."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple, TypeVar

from certadvisor.base.sanitize import has_unsafe_characters, sanitize_line, truncate
from certadvisor.base.scalars import MAX_TEXT, ValueParseError
from certadvisor.base.written_dates import is_open_ended
from certadvisor.catalog.records import Catalog
from certadvisor.profile.field_reader import MAX_ENTRIES
from certadvisor.profile.importers.dates import ParsedDate, parse_date
from certadvisor.profile.importers.result import (
    GUESSED,
    INCOMPLETE,
    FieldOrigin,
    ImportFormat,
    ImportResult,
    LineKind,
    OriginKind,
    ReportLine,
)
from certadvisor.profile.reader import KEYS

Value = TypeVar("Value")
Item = TypeVar("Item")

MAX_ITEMS = 2_000  # entries of one list in the file
MAX_LINES = 10_000  # lines of the report

PERSONAL = "personal, and not needed by any rule"
NOT_IN_PROFILE = "no part of a profile"


class Mention(NamedTuple):
    """A text outside the certificates that may name one, with its place and the ids it matches."""

    value: object
    location: str
    ids: tuple[str, ...] = ()


class DraftEntry:
    """One entry of a list, with the origin of each field. The field "" is a bare value."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.origins: dict[str, tuple[OriginKind, str]] = {}
        self.is_ongoing = False  # the file says "Present", so a missing end is no guess
        self.unread_values: list[str] = []  # dates that are there: they keep entries apart

    def set_imported(self, field: str, value: object, location: str) -> None:
        """Set a field that the file gives at `location`."""
        self.fields[field] = value
        self.origins[field] = (OriginKind.IMPORTED, location)

    def set_guessed(self, field: str, value: object, reason: str) -> None:
        """Set a field that the importer inferred."""
        self.fields[field] = value
        self.mark_guessed(field, reason)

    def mark_guessed(self, field: str, reason: str) -> None:
        """Mark a field, or its absence, as a guess."""
        self.origins[field] = (OriginKind.GUESSED_KEY, reason)


class Draft:
    """Collects entries and report lines. The importer of a format fills it, then calls `finish`."""

    def __init__(self, format: ImportFormat, source: str, catalog: Catalog, today: date) -> None:
        self.catalog = catalog
        self.today = today
        self.mentions: list[Mention] = []
        self._format = format
        self._source = source
        self._lists: dict[str, list[DraftEntry]] = {}
        self._top_level: dict[str, tuple[object, FieldOrigin]] = {}
        self._list_origins: list[FieldOrigin] = []
        self._lines: dict[tuple[LineKind, str, str, str], int] = {}

    def add(self, section: str, entry: DraftEntry, location: str) -> bool:
        """Append an entry to a list. False, with a report line, for a duplicate or a full list."""
        entries = self._lists.setdefault(section, [])
        if len(entries) == MAX_ENTRIES:
            self.report_unread(
                section, f"has more than the {MAX_ENTRIES} entries of a profile's list"
            )
        elif any(_is_same(entry, other) for other in entries):
            self.report_unused(location, f"says again what another entry of `{section}` says")
        else:
            entries.append(entry)
            return True
        return False

    def enumerate_bounded(self, items: Iterable[Item], location: str) -> Iterator[tuple[int, Item]]:
        """The items with their indexes, at most `MAX_ITEMS`; the report says if there are more."""
        for index, item in enumerate(items):
            if index == MAX_ITEMS:
                self.report_unread(
                    location, f"has more than {MAX_ITEMS} entries; the others were not read"
                )
                return
            yield index, item

    def entries(self, section: str) -> list[DraftEntry]:
        """The entries of a list so far."""
        return self._lists.get(section, [])

    def set_top_level(self, field: str, value: object, location: str) -> None:
        """Set a top-level field of the profile."""
        self._top_level[field] = (value, FieldOrigin(field, OriginKind.IMPORTED, location))

    def mark_list_incomplete(self, section: str, reason: str) -> None:
        """Mark a list as possibly incomplete. A list in a profile counts as complete otherwise."""
        if not any(origin.path == section for origin in self._list_origins):
            self._list_origins.append(FieldOrigin(section, OriginKind.INCOMPLETE, reason))

    def report_unused(self, location: str, reason: str, times: int = 1) -> None:
        """Report a value that was read and is not used."""
        self._add_line(LineKind.UNUSED, location, reason, times=times)

    def report_unread(self, location: str, problem: str, remedy: str = "") -> None:
        """Report a value that could not be read."""
        self._add_line(LineKind.UNREAD, location, problem, remedy)

    def report_question(self, location: str, question: str, remedy: str) -> None:
        """Report a question that only the person can answer."""
        self._add_line(LineKind.QUESTION, location, question, remedy)

    def _add_line(
        self, kind: LineKind, location: str, text: str, remedy: str = "", *, times: int = 1
    ) -> None:
        key = (
            kind,
            truncate(sanitize_line(location)),
            truncate(sanitize_line(text)),
            sanitize_line(remedy),
        )
        # Past the limit one line per kind counts the rest: no file can fill the memory.
        if len(self._lines) >= MAX_LINES and key not in self._lines:
            key = (kind, "other places", "are too many to be named one by one", "")
        self._lines[key] = self._lines.get(key, 0) + times

    def read_text(self, value: object, location: str) -> str:
        """A value as one sanitized line of bounded length; empty where there is none."""
        if value is None or value == "":
            return ""
        if not isinstance(value, str):
            self.report_unread(location, "is not text")
            return ""
        if has_unsafe_characters(value):
            self.report_unread(
                location, "holds control characters or direction marks, which were left out"
            )
        line = sanitize_line(value)
        if len(line) > MAX_TEXT:
            self.report_unread(
                location, f"is longer than {MAX_TEXT} characters; its beginning was taken"
            )
        return truncate(line)

    def read_date(self, value: object, location: str) -> ParsedDate | None:
        """A date; None where there is none, or, with a report line, none that can be parsed."""
        if is_open_ended(value):
            return None
        return self.read_value(lambda raw: parse_date(raw, self.today), value, location)

    def peek_date(self, value: object) -> ParsedDate | None:
        """A date as `read_date` gives it, without a line in the report."""
        try:
            return None if is_open_ended(value) else parse_date(value, self.today)
        except ValueParseError:
            return None

    def read_value(
        self, parse: Callable[[object], Value], value: object, location: str
    ) -> Value | None:
        """A value as `parse` reads it; None, with a report line, where it cannot be parsed."""
        try:
            return parse(value)
        except ValueParseError as error:
            self.report_unread(location, error.problem, error.remedy)
            return None

    def finish(self) -> ImportResult:
        """The profile, its keys in canonical order, with the origins and the sorted report."""
        profile: dict[str, Any] = {}
        origins: list[FieldOrigin] = []
        for key in KEYS["profile"]:
            origins += [
                origin
                for origin in self._list_origins
                if origin.path == key and self._lists.get(key)
            ]
            if key in self._top_level:
                profile[key], origin = self._top_level[key]
                origins.append(origin)
            elif self._lists.get(key):
                profile[key] = [_plain_entry(entry) for entry in self._lists[key]]
                for index, entry in enumerate(self._lists[key]):
                    origins += _entry_origins(f"{key}[{index}]", entry)
        incomplete = [origin.path for origin in origins if origin.kind is OriginKind.INCOMPLETE]
        if incomplete:
            profile[INCOMPLETE] = incomplete
        guessed = [origin.path for origin in origins if origin.kind is OriginKind.GUESSED_KEY]
        if guessed:
            profile[GUESSED] = guessed
        lines = (ReportLine(*key, count) for key, count in self._lines.items())
        order = list(LineKind)
        report = tuple(sorted(lines, key=lambda line: order.index(line.kind)))
        return ImportResult(self._format, self._source, profile, tuple(origins), report)


def _is_same(entry: DraftEntry, other: DraftEntry) -> bool:
    """Whether two entries say the same: not so where they have dates that could not be read."""
    return entry.fields == other.fields and entry.unread_values == other.unread_values


def _plain_entry(entry: DraftEntry) -> object:
    """An entry as plain data: a mapping, or the bare value of the field ""."""
    return entry.fields[""] if "" in entry.fields else dict(entry.fields)


def _entry_origins(path: str, entry: DraftEntry) -> list[FieldOrigin]:
    """The origins of an entry's fields, with their full paths."""
    return [
        FieldOrigin(f"{path}.{field}" if field else path, kind, reason)
        for field, (kind, reason) in entry.origins.items()
    ]
