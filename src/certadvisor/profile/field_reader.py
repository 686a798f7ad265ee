"""Typed access to the fields of one mapping of a document, with faults collected, not raised."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from certadvisor.base.partial_date import PartialDate
from certadvisor.base.scalars import MisreadError, Read, did_you_mean, partial_date
from certadvisor.base.yaml_reader import Document, Path_
from certadvisor.errors import Fault, InputError
from certadvisor.profile.matching.ids import Named

Value = TypeVar("Value")

MAX_ENTRIES = 1_000
_MAX_FAULTS = 100


class Notes:
    """The faults and warnings of a document, at most 100 of each; further faults are counted."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._faults: list[Fault] = []
        self._left_out = 0
        self._warnings: list[Fault] = []

    def fault(self, path: Path_, problem: str, remedy: str = "") -> None:
        """Add a fault, which makes the document unusable."""
        if len(self._faults) < _MAX_FAULTS:
            place = "" if path else "the profile"
            self._faults.append(self._document.fault(path, problem, remedy, place))
        else:
            self._left_out += 1

    def warn(self, path: Path_, doubt: MisreadError) -> None:
        """Add a warning: the value is kept, but may not be what its author intended."""
        if len(self._warnings) < _MAX_FAULTS:
            self._warnings.append(self._document.fault(path, doubt.problem, doubt.remedy))

    def warnings(self) -> tuple[Fault, ...]:
        """Return the warnings in file order."""
        return tuple(sorted(self._warnings, key=_line))

    def raise_faults(self) -> None:
        """Raise InputError with every fault, in file order, if there are any."""
        faults = sorted(self._faults, key=_line)
        if self._left_out:
            more = f"{self._left_out} more faults"
            faults.append(Fault(self._document.source, more, remedy="mend these first"))
        if faults:
            raise InputError(faults)


def _line(fault: Fault) -> int:
    return fault.line or 0


class Record:
    """A reader of one mapping with known keys.

    An unknown key, and a value that is not a mapping, are faults on construction. Each `get_`
    method parses a field and adds its faults to the collector.
    """

    def __init__(self, notes: Notes, path: Path_, value: object, keys: tuple[str, ...]) -> None:
        self._notes = notes
        self._path = path
        self._fields: dict[str, Any] | None = value if isinstance(value, dict) else None
        if self._fields is None:
            notes.fault(path, "is not a mapping", f"write keys such as `{keys[0]}: …`")
        for key in self._fields or ():
            if key not in keys:
                remedy = did_you_mean(key, keys, f"the keys are: {', '.join(keys)}")
                notes.fault((*path, key), "unknown key", remedy)

    def has(self, key: str) -> bool:
        """Return whether the key is there with a value other than null."""
        return self._fields is not None and self._fields.get(key) is not None

    def require(self, key: str) -> None:
        """Add a fault if the key is missing."""
        if self._fields is not None and key not in self._fields:
            self.fault(key, "is missing", "write it")

    def names_key(self, key: str) -> bool:
        """Return whether the key is there, even with the value null."""
        return self._fields is not None and key in self._fields

    def raw(self, key: str) -> Any:
        """Return the field as written; None where it is absent."""
        return (self._fields or {}).get(key)

    def fault(self, key: str, problem: str, remedy: str) -> None:
        """Add a fault about one field, such as a conflict with another one."""
        self._notes.fault((*self._path, key), problem, remedy)

    def get(self, key: str, read: Read[Value]) -> Value | None:
        """Return the field as `parse` parses it; None where it is absent or faulty."""
        if self._fields is None or key not in self._fields:
            return None
        return self._take((*self._path, key), self._fields[key], read)

    def need(self, key: str, read: Read[Value], stand_in: Value) -> Value:
        """Return a required field; `fallback`, after a fault, only lets reading continue."""
        self.require(key)
        value = self.get(key, read)
        return stand_in if value is None else value

    def named(self, key: str, read: Read[Named]) -> str:
        """Return the id of a required catalogue name; an unknown one is kept, with a warning."""
        return self._id((*self._path, key), self.need(key, read, Named("")))

    def words(self, key: str, read: Read[Value]) -> tuple[Value, ...] | None:
        """Return a list of single values without duplicates; None where it is absent."""
        found = self._each(key, lambda path, item: self._take(path, item, read))
        return None if found is None else tuple(dict.fromkeys(found))

    def names(self, key: str, read: Read[Named]) -> tuple[str, ...] | None:
        """Return a list of catalogue ids without duplicates; None where it is absent.

        Unknown names are kept, with a warning.
        """
        found = self._each(key, lambda path, item: self._name(path, item, read))
        return None if found is None else tuple(dict.fromkeys(found))

    def records(
        self, key: str, keys: tuple[str, ...], read: Callable[["Record"], Value]
    ) -> tuple[Value, ...] | None:
        """Return a list of mappings, each read by `read`; None where it is absent."""
        return self._each(key, lambda path, item: read(Record(self._notes, path, item, keys)))

    def record(self, key: str, keys: tuple[str, ...]) -> "Record":
        """Return a reader of a mapping within this one; an absent one is empty."""
        inner = (self._fields or {}).get(key, {})
        return Record(self._notes, (*self._path, key), inner, keys)

    def day(self, key: str, today: date) -> date | None:
        """Return the first day of a date, which may be a month or a year."""
        written = self.get(key, partial_date(today))
        return None if written is None else written.first

    def span(self, start: str, end: str, today: date) -> tuple[date | None, date | None]:
        """Return the first day of `start` and the last of `end`; a reversed span is a fault."""
        first: PartialDate | None = self.get(start, partial_date(today))
        last: PartialDate | None = self.get(end, partial_date(today))
        if first and last and last.last < first.first:
            self.fault(end, f"comes before `{start}`", "mend one of them")
        return first and first.first, last and last.last

    def _each(
        self, key: str, read: Callable[[Path_, object], Value | None]
    ) -> tuple[Value, ...] | None:
        if self._fields is None or key not in self._fields:
            return None
        items, path = self._fields[key], (*self._path, key)
        if items is None:
            self.fault(key, "has no value", "write [] for none, or remove the key")
            return ()
        if not isinstance(items, list):
            self.fault(key, "is not a list", "write [] for none, or [one, two]")
            return ()
        if len(items) > MAX_ENTRIES:
            self.fault(key, f"has more than {MAX_ENTRIES} entries", "shorten the list")
            return ()
        found = (read((*path, index), item) for index, item in enumerate(items))
        return tuple(value for value in found if value is not None)

    def _name(self, path: Path_, value: object, read: Read[Named]) -> str | None:
        named = self._take(path, value, read)
        return None if named is None else self._id(path, named)

    def _id(self, path: Path_, named: Named) -> str:
        if named.doubt:
            self._notes.warn(path, named.doubt)
        return named.id

    def _take(self, path: Path_, value: object, read: Read[Value]) -> Value | None:
        if value is None:
            self._notes.fault(path, "has no value", "write one, or remove the key")
            return None
        try:
            return read(value)
        except MisreadError as error:
            self._notes.fault(path, error.problem, error.remedy)
            return None
