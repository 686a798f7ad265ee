"""Typed access to the fields of one mapping of a document, with faults collected, not raised."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from certadvisor.base.document import DataPath, Document
from certadvisor.base.partial_date import PartialDate
from certadvisor.base.scalars import (
    ValueParseError,
    ValueParser,
    date_or_unknown,
    partial_date,
)
from certadvisor.base.suggest import did_you_mean
from certadvisor.catalog.old_keys import describe_old_key
from certadvisor.errors import Fault, InputError
from certadvisor.profile.matching.ids import ResolvedId

Value = TypeVar("Value")

MAX_ENTRIES = 1_000
_MAX_FAULTS = 100


class FaultCollector:
    """The faults and warnings of a document, at most 100 of each; further faults are counted."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._faults: list[Fault] = []
        self._omitted = 0
        self._warnings: list[Fault] = []
        self._old_keys: dict[tuple[str, str], list[DataPath]] = {}

    def add_fault(self, path: DataPath, problem: str, remedy: str = "") -> None:
        """Add a fault, which makes the document unusable."""
        if len(self._faults) < _MAX_FAULTS:
            root_name = "" if path else "the profile"
            self._faults.append(self._document.fault(path, problem, remedy, root_name))
        else:
            self._omitted += 1

    def add_warning(self, path: DataPath, warning: ValueParseError) -> None:
        """Add a warning: the value is kept, but may not be what its author intended."""
        if len(self._warnings) < _MAX_FAULTS:
            self._warnings.append(self._document.fault(path, warning.problem, warning.remedy))

    def add_old_key(self, path: DataPath, old: str, new: str) -> None:
        """Note a key of the mapping at `path` that has a new name: one warning for all of them."""
        self._old_keys.setdefault((old, new), []).append((*path, old))

    def warnings(self) -> tuple[Fault, ...]:
        """Return the warnings in file order."""
        old_keys = [
            self._document.fault(paths[0], describe_old_key(old, new, len(paths)), "rename it")
            for (old, new), paths in self._old_keys.items()
        ]
        return tuple(sorted((*self._warnings, *old_keys), key=_line_number))

    def raise_faults(self) -> None:
        """Raise InputError with every fault, in file order, if there are any."""
        faults = sorted(self._faults, key=_line_number)
        if self._omitted:
            problem = f"{self._omitted} more faults"
            faults.append(Fault(self._document.source, problem, remedy="fix these first"))
        if faults:
            raise InputError(faults)


def _line_number(fault: Fault) -> int:
    return fault.line or 0


class MappingReader:
    """A reader of one mapping with known keys.

    An unknown key, and a value that is not a mapping, are faults on construction. A key of
    `old_names` is read under its new name, with a warning. Each `get_` method parses a field and
    adds its faults to the collector.
    """

    def __init__(
        self,
        collector: FaultCollector,
        path: DataPath,
        value: object,
        keys: tuple[str, ...],
        old_names: Mapping[str, str] = {},
    ) -> None:
        self._collector = collector
        self._path = path
        self._fields: dict[str, Any] | None = value if isinstance(value, dict) else None
        for old, new in old_names.items():
            if self._fields is not None and old in self._fields:
                self._rename(old, new)
        if self._fields is None:
            collector.add_fault(path, "is not a mapping", f"write keys such as `{keys[0]}: …`")
        for key in self._fields or ():
            if key not in keys:
                remedy = did_you_mean(key, keys, f"the keys are: {', '.join(keys)}")
                collector.add_fault((*path, key), "unknown key", remedy)

    def _rename(self, old: str, new: str) -> None:
        fields = self._fields or {}
        if new in fields:
            self.add_fault(old, f"is the old name of `{new}`, and both are written", "keep one")
        else:
            self._collector.add_old_key(self._path, old, new)
        self._fields = {new: fields[old], **{key: fields[key] for key in fields if key != old}}

    def has_value(self, key: str) -> bool:
        """Return whether the key is there with a value other than null."""
        return self._fields is not None and self._fields.get(key) is not None

    def require(self, key: str) -> None:
        """Add a fault if the key is missing."""
        if self._fields is not None and key not in self._fields:
            self.add_fault(key, "is missing", "write it")

    def has_key(self, key: str) -> bool:
        """Return whether the key is there, even with the value null."""
        return self._fields is not None and key in self._fields

    def get_raw(self, key: str) -> Any:
        """Return the field as written; None where it is absent."""
        return (self._fields or {}).get(key)

    def add_fault(self, key: str, problem: str, remedy: str) -> None:
        """Add a fault about one field, such as a conflict with another one."""
        self._collector.add_fault((*self._path, key), problem, remedy)

    def get(self, key: str, parse: ValueParser[Value]) -> Value | None:
        """Return the field as `parse` parses it; None where it is absent or faulty."""
        if self._fields is None or key not in self._fields:
            return None
        return self._parse((*self._path, key), self._fields[key], parse)

    def get_required(self, key: str, parse: ValueParser[Value], fallback: Value) -> Value:
        """Return a required field; `fallback`, after a fault, only lets reading continue."""
        self.require(key)
        value = self.get(key, parse)
        return fallback if value is None else value

    def get_id(self, key: str, resolve: ValueParser[ResolvedId]) -> str | None:
        """Return the id of a catalogue name; None where it is absent.

        An unknown name is kept, with a warning.
        """
        resolved = self.get(key, resolve)
        return None if resolved is None else self._id_or_warn((*self._path, key), resolved)

    def get_list(self, key: str, parse: ValueParser[Value]) -> tuple[Value, ...] | None:
        """Return a list of single values without duplicates; None where it is absent."""
        values = self._read_each(key, lambda path, item: self._parse(path, item, parse))
        return None if values is None else tuple(dict.fromkeys(values))

    def get_ids(self, key: str, resolve: ValueParser[ResolvedId]) -> tuple[str, ...] | None:
        """Return a list of catalogue ids without duplicates; None where it is absent.

        Unknown names are kept, with a warning.
        """
        ids = self._read_each(key, lambda path, item: self._read_id(path, item, resolve))
        return None if ids is None else tuple(dict.fromkeys(ids))

    def get_mappings(
        self,
        key: str,
        keys: tuple[str, ...],
        read: Callable[["MappingReader"], Value],
        old_names: Mapping[str, str] = {},
        bare: str | None = None,
    ) -> tuple[Value, ...] | None:
        """Return a list of mappings, each read by `read`; None where it is absent.

        `bare` is the key that a value without a mapping around it stands for.
        """

        def read_item(path: DataPath, item: object) -> Value:
            if bare is not None and isinstance(item, str):
                item = {bare: item}
            return read(MappingReader(self._collector, path, item, keys, old_names))

        return self._read_each(key, read_item)

    def get_mapping(self, key: str, keys: tuple[str, ...]) -> "MappingReader":
        """Return a reader of a mapping within this one; an absent one is empty."""
        inner = (self._fields or {}).get(key, {})
        return MappingReader(self._collector, (*self._path, key), inner, keys)

    def get_date(self, key: str, today: date, *, or_unknown: bool = False) -> date | None:
        """Return the first day of a date, which may be a month or a year.

        With `or_unknown` it may be the word `unknown`, which gives None.
        """
        parse = date_or_unknown(today) if or_unknown else partial_date(today)
        parsed: PartialDate | None = self.get(key, parse)
        return None if parsed is None else parsed.first

    def get_span(
        self, start: str, end: str, today: date, *, or_unknown: bool = False
    ) -> tuple[date | None, date | None]:
        """Return the first day of `start` and the last of `end`; a reversed span is a fault.

        With `or_unknown` either may be the word `unknown`, which gives None.
        """
        parse = date_or_unknown(today) if or_unknown else partial_date(today)
        first: PartialDate | None = self.get(start, parse)
        last: PartialDate | None = self.get(end, parse)
        if first and last and last.last < first.first:
            self.add_fault(end, f"comes before `{start}`", "fix one of them")
        return first and first.first, last and last.last

    def _read_each(
        self, key: str, read: Callable[[DataPath, object], Value | None]
    ) -> tuple[Value, ...] | None:
        if self._fields is None or key not in self._fields:
            return None
        items, path = self._fields[key], (*self._path, key)
        if items is None:
            self.add_fault(key, "has no value", "write [] for none, or remove the key")
            return ()
        if not isinstance(items, list):
            self.add_fault(key, "is not a list", "write [] for none, or [one, two]")
            return ()
        if len(items) > MAX_ENTRIES:
            self.add_fault(key, f"has more than {MAX_ENTRIES} entries", "shorten the list")
            return ()
        values = (read((*path, index), item) for index, item in enumerate(items))
        return tuple(value for value in values if value is not None)

    def _read_id(
        self, path: DataPath, value: object, resolve: ValueParser[ResolvedId]
    ) -> str | None:
        resolved = self._parse(path, value, resolve)
        return None if resolved is None else self._id_or_warn(path, resolved)

    def _id_or_warn(self, path: DataPath, resolved: ResolvedId) -> str:
        if resolved.warning:
            self._collector.add_warning(path, resolved.warning)
        return resolved.id

    def _parse(self, path: DataPath, value: object, parse: ValueParser[Value]) -> Value | None:
        if value is None:
            self._collector.add_fault(path, "has no value", "write one, or remove the key")
            return None
        try:
            return parse(value)
        except ValueParseError as error:
            self._collector.add_fault(path, error.problem, error.remedy)
            return None
