"""Column names of a flat table, and the fields of a profile that they fill."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from certadvisor.base.scalars import did_you_mean
from certadvisor.errors import Fault, InputError
from certadvisor.people.row import ENVELOPE
from certadvisor.profile.reader import KEYS

SECTIONS = ("education", "work", "training", "certifications", "breaks")
LISTS = frozenset(("tags", "courses", "memberships", "confirmed", "skills", "kinds", "interests"))
NUMBERS = frozenset(("months", "hours", "hours_per_week", "person_days", "projects"))
_LIKE = 0.8  # from this similarity on a name is a misspelt field name


class Field(NamedTuple):
    """A field of the profile: a top-level key, or in a list the field of entry `at` (from 0)."""

    key: str
    at: int | None = None
    field: str = ""

    @property
    def name(self) -> str:
        """The name in a header, counted from 1: `work.1.start`."""
        number = None if self.at is None else str(self.at + 1)
        return ".".join(part for part in (self.key, number, self.field) if part)


def read_header(header: Sequence[str], source: str, line: int = 1) -> tuple[Field | None, ...]:
    """The field of each column, None where the column is not used.

    Raises InputError for a misspelt name (its facts would be ignored in silence otherwise),
    for a field that has two columns, and where there is no column `id`.
    """
    fields = tuple(field_of(name) for name in header)
    faults = []
    for at, (name, field) in enumerate(zip(header, fields, strict=True)):
        if field is None:
            near = did_you_mean(_plain(name), _KNOWN, "", likeness=_LIKE)
            if near:
                remedy = f"{near} else name it quite otherwise"
                faults.append(Fault(source, "is no column that is known", line, name, remedy))
        elif field in fields[:at]:
            faults.append(Fault(source, "stands in two columns", line, name, "remove one"))
    if Field("id") not in fields:
        remedy = "name the column with the persons' ids `id`"
        faults.append(Fault(source, "no column is called `id`", line, remedy=remedy))
    if faults:
        raise InputError(faults)
    return fields


def _plain(name: str) -> str:
    return re.sub(r"\s+", "_", name.strip().casefold())


def field_of(name: str) -> Field | None:
    """The field of this name; None where there is none."""
    key, *rest = _plain(name).split(".")
    if not rest:
        return Field(key) if key in _SINGLE else None
    if key == "goal" and len(rest) == 1 and rest[0] in KEYS["goal"]:
        return Field(key, None, rest[0])
    if key not in SECTIONS:
        return None
    number, field = rest if len(rest) == len(("at", "field")) else ("1", rest[0])
    if not re.fullmatch(r"[1-9][0-9]{0,2}", number) or field not in _entry(key):
        return None
    return Field(key, int(number) - 1, field)


def _entry(key: str) -> tuple[str, ...]:
    """The fields of an entry that fit in one cell: `units` is a list of its own."""
    return tuple(field for field in KEYS[key] if field != "units")


_SINGLE = frozenset((*ENVELOPE, *KEYS["profile"])) - {"goal", "guessed"}
_KNOWN = (
    *sorted(_SINGLE),
    *(f"goal-{field}" for field in KEYS["goal"]),
    *(f"{key}-1-{field}" for key in SECTIONS for field in _entry(key)),
)
