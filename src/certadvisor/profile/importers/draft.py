"""The profile during an import: entries with the origin of each field, and the report."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from certadvisor.base.sanitize import cleaned, fitting, harmful
from certadvisor.base.scalars import MAX_TEXT, MisreadError
from certadvisor.catalog.records import Catalog
from certadvisor.profile.field_reader import MAX_ENTRIES
from certadvisor.profile.importers.dates import When, is_open, when
from certadvisor.profile.importers.result import GUESSED, About, Imported, Line, Mark, Origin
from certadvisor.profile.reader import KEYS

Value = TypeVar("Value")
Item = TypeVar("Item")

MAX_ITEMS = 2_000  # entries of one list in the file
MAX_LINES = 10_000  # lines of the report

PERSONAL = "personal, and nothing that a rule asks for"
NO_PART = "no part of a profile"


class Entry:
    """One entry of a list, with the origin of each field. The field "" is a bare value."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.origins: dict[str, tuple[Origin, str]] = {}
        self.goes_on = False  # the file says "Present", so a missing end is no guess

    def take(self, field: str, value: object, place: str) -> None:
        """Set a field that the file gives at `location`."""
        self.fields[field] = value
        self.origins[field] = (Origin.IMPORTED, place)

    def guess(self, field: str, value: object, reason: str) -> None:
        """Set a field that the importer inferred."""
        self.fields[field] = value
        self.doubt(field, reason)

    def doubt(self, field: str, reason: str) -> None:
        """Mark a field, or its absence, as a guess."""
        self.origins[field] = (Origin.GUESSED, reason)


class Draft:
    """Collects entries and report lines. The importer of a format fills it, then calls `finish`."""

    def __init__(self, form: str, source: str, catalog: Catalog, today: date) -> None:
        self.catalog = catalog
        self.today = today
        self._form = form
        self._source = source
        self._lists: dict[str, list[Entry]] = {}
        self._singles: dict[str, tuple[object, Mark]] = {}
        self._marks: list[Mark] = []
        self._lines: dict[tuple[About, str, str, str], int] = {}

    def add(self, section: str, entry: Entry, place: str) -> bool:
        """Append an entry to a list. False, with a report line, for a duplicate or a full list."""
        entries = self._lists.setdefault(section, [])
        if len(entries) == MAX_ENTRIES:
            self.unread(section, f"has more than the {MAX_ENTRIES} entries of a profile's list")
        elif any(entry.fields == other.fields for other in entries):
            self.unused(place, f"says again what another entry of `{section}` says")
        else:
            entries.append(entry)
            return True
        return False

    def first(self, items: Iterable[Item], place: str) -> Iterator[tuple[int, Item]]:
        """The items with their indexes, at most `MAX_ITEMS`; the report says if there are more."""
        for at, item in enumerate(items):
            if at == MAX_ITEMS:
                self.unread(place, f"has more than {MAX_ITEMS} entries; the others were not read")
                return
            yield at, item

    def entries(self, section: str) -> list[Entry]:
        """The entries of a list so far."""
        return self._lists.get(section, [])

    def single(self, field: str, value: object, place: str) -> None:
        """Set a top-level field of the profile."""
        self._singles[field] = (value, Mark(field, Origin.IMPORTED, place))

    def doubt_list(self, section: str, reason: str) -> None:
        """Mark a list as possibly incomplete. A list in a profile counts as complete otherwise."""
        if not any(mark.path == section for mark in self._marks):
            self._marks.append(Mark(section, Origin.GUESSED, reason))

    def unused(self, place: str, reason: str, times: int = 1) -> None:
        """Report a value that was read and is not used."""
        self._note(About.UNUSED, place, reason, times=times)

    def unread(self, place: str, problem: str, remedy: str = "") -> None:
        """Report a value that could not be read."""
        self._note(About.UNREAD, place, problem, remedy)

    def ask(self, place: str, question: str, remedy: str) -> None:
        """Report a question that only the person can answer."""
        self._note(About.QUESTION, place, question, remedy)

    def _note(
        self, about: About, place: str, text: str, remedy: str = "", *, times: int = 1
    ) -> None:
        key = (about, fitting(cleaned(place)), fitting(cleaned(text)), cleaned(remedy))
        # Past the limit one line per kind counts the rest: no file can fill the memory.
        if len(self._lines) >= MAX_LINES and key not in self._lines:
            key = (about, "other places", "are too many to be named one by one", "")
        self._lines[key] = self._lines.get(key, 0) + times

    def text(self, value: object, place: str) -> str:
        """A value as one sanitized line of bounded length; empty where there is none."""
        if value is None or value == "":
            return ""
        if not isinstance(value, str):
            self.unread(place, "is not text")
            return ""
        if harmful(value):
            self.unread(place, "holds control characters or direction marks, which were left out")
        line = cleaned(value)
        if len(line) > MAX_TEXT:
            self.unread(place, f"is longer than {MAX_TEXT} characters; its beginning was taken")
        return fitting(line)

    def day(self, value: object, place: str) -> When | None:
        """A date; None where there is none, or, with a report line, none that can be parsed."""
        if is_open(value):
            return None
        return self.read(lambda raw: when(raw, self.today), value, place)

    def read(self, read: Callable[[object], Value], value: object, place: str) -> Value | None:
        """A value as `parse` reads it; None, with a report line, where it cannot be parsed."""
        try:
            return read(value)
        except MisreadError as error:
            self.unread(place, error.problem, error.remedy)
            return None

    def finish(self) -> Imported:
        """The profile, its keys in canonical order, with the origins and the sorted report."""
        profile: dict[str, Any] = {}
        marks: list[Mark] = []
        for key in KEYS["profile"]:
            marks += [mark for mark in self._marks if mark.path == key and self._lists.get(key)]
            if key in self._singles:
                profile[key], mark = self._singles[key]
                marks.append(mark)
            elif self._lists.get(key):
                profile[key] = [_plain(entry) for entry in self._lists[key]]
                for at, entry in enumerate(self._lists[key]):
                    marks += _marks(f"{key}[{at}]", entry)
        guessed = [mark.path for mark in marks if mark.origin is Origin.GUESSED]
        if guessed:
            profile[GUESSED] = guessed
        lines = (Line(*key, count) for key, count in self._lines.items())
        order = list(About)
        report = tuple(sorted(lines, key=lambda line: order.index(line.about)))
        return Imported(self._form, self._source, profile, tuple(marks), report)


def _plain(entry: Entry) -> object:
    """An entry as plain data: a mapping, or the bare value of the field ""."""
    return entry.fields[""] if "" in entry.fields else dict(entry.fields)


def _marks(place: str, entry: Entry) -> list[Mark]:
    """The origins of an entry's fields, with their full paths."""
    return [
        Mark(f"{place}.{field}" if field else place, origin, reason)
        for field, (origin, reason) in entry.origins.items()
    ]
