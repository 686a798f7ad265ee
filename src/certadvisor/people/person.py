"""What a table of people gives, row by row: a person, or a row that cannot be read."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from certadvisor.errors import Fault
from certadvisor.profile.model import Profile


class Person(NamedTuple):
    """Somebody in a table: the profile, and what a policy may ask for by name.

    `title` is the present one, told or of the job that goes on; `role` and
    `level` are what it surely stands for. `warnings` tell what is kept of the
    row and counts for nothing.
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


class Reject(NamedTuple):
    """A row that cannot be read, with every fault; `id` is None where not even that is known."""

    line: int
    id: str | None
    faults: tuple[Fault, ...]


class Column(NamedTuple):
    """A column and the field of the profile that it fills; None where it is not used.

    `table` is the one it is of, where there are several.
    """

    header: str
    field: str | None
    table: str = ""

    @property
    def place(self) -> str:
        """The header under its table's name."""
        return f"{self.table}: {self.header}" if self.table else self.header


class People(NamedTuple):
    """A table that can be read: its form, its columns if it has any, and its rows.

    `rows` is read as it is asked for, once, and gives each row of the file exactly once.
    """

    source: str
    form: str  # csv, xlsx, json-lines or list
    columns: tuple[Column, ...]
    rows: Iterator[Person | Reject]
