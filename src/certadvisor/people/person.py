"""The rows of a table of people: persons, and rejects that cannot be read."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from certadvisor.errors import Fault
from certadvisor.profile.model import Profile


class Person(NamedTuple):
    """A person in a table: the profile, and the attributes by which a policy selects people.

    `title` is the present one: as given, or of the ongoing job. `role` and `level` are those
    that the title names with certainty, else None. `warnings` are about values in the row that
    are ignored; `unread_certificates` is whether one of them is about a certificate.
    """

    id: str
    line: int
    profile: Profile
    name: str | None = None
    title: str | None = None
    role: str | None = None
    level: str | None = None
    tags: tuple[str, ...] = ()
    joined: date | None = None  # first day
    promoted: date | None = None  # first day in the present title
    warnings: tuple[Fault, ...] = ()
    unread_certificates: bool = False


class Reject(NamedTuple):
    """A row that cannot be read, with every fault; `id` is None where it cannot be read either.

    `as_of` is the day asked about, where the reject is an answer of the Python API.
    """

    line: int
    id: str | None
    faults: tuple[Fault, ...]
    as_of: date | None = None


class SourceColumn(NamedTuple):
    """A column and the field of the profile that it fills; None where it is not used.

    `table` names its table where there are several, else it is empty. A column that is not used
    is `left_out` where the mapping says so.
    """

    header: str
    field: str | None
    table: str = ""
    left_out: bool = False

    @property
    def label(self) -> str:
        """The header, after the name of its table if it has one."""
        header = self.header.strip() or "(no name)"
        return f"{self.table}: {header}" if self.table else header

    @property
    def is_unused(self) -> bool:
        """Whether nothing is read of it, and no mapping says that it is to be left out."""
        return self.field is None and not self.left_out


class PeopleFormat(StrEnum):
    """The formats of a table of people."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON_LINES = "json-lines"
    LIST = "list"


class People(NamedTuple):
    """A table that can be read: its format, its columns if it has any, and its rows.

    `rows` is a lazy iterator, to be consumed once: each row of the file occurs once in it.
    """

    source: str
    format: PeopleFormat
    columns: tuple[SourceColumn, ...]
    rows: Iterator[Person | Reject]

    @property
    def unused_columns(self) -> tuple[str, ...]:
        """The columns of which nothing is read, though no mapping leaves them out."""
        return tuple(column.label for column in self.columns if column.is_unused)
