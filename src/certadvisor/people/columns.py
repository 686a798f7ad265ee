"""Column names of a flat table, and the fields of a profile that they fill."""

import re
import shlex
from collections.abc import Sequence
from typing import NamedTuple

from certadvisor.base.scalars import quote
from certadvisor.base.suggest import did_you_mean
from certadvisor.errors import Fault, InputError
from certadvisor.people.column_names import column_words, find_fact, fold_name
from certadvisor.people.row import ENVELOPE
from certadvisor.profile.reader import KEYS

SECTIONS = ("education", "work", "training", "certifications", "breaks")
LIST_FIELDS = frozenset(
    ("tags", "courses", "memberships", "confirmed", "skills", "kinds", "interests")
)
NUMBER_FIELDS = frozenset(("months", "hours", "hours_per_week", "person_days", "projects"))
ISSUER = "issuer"
YEARS = "years"
_MAX_COLUMNS = 12  # that a message lists
_SIMILARITY = 0.8  # from this similarity on a name is a misspelt field name
# Common columns of other systems, near the field `employer` and no misspelling of it.
_OTHER_COLUMNS = frozenset(("employee", "employees", "employed", "employer_id"))


class ProfileField(NamedTuple):
    """A field of the profile: a top-level key, or in a list the field of entry `at` (from 0)."""

    key: str
    at: int | None = None
    field: str = ""

    @property
    def name(self) -> str:
        """The name in a header, counted from 1: `work.1.start`."""
        number = None if self.at is None else str(self.at + 1)
        return ".".join(part for part in (self.key, number, self.field) if part)


def read_header(
    header: Sequence[str], source: str, line: int = 1
) -> tuple[ProfileField | None, ...]:
    """The field of each column, None where the column is not used.

    Raises InputError for a misspelt name (its facts would be ignored in silence otherwise),
    for a field that has two columns, and where there is no column `id`.
    """
    fields = tuple(parse_field(name) for name in header)
    if ProfileField("id") not in fields:
        raise InputError([_missing_id_fault(header, source, line)])
    faults = []
    for index, (name, field) in enumerate(zip(header, fields, strict=True)):
        if field is None and _fold_name(name) not in _OTHER_COLUMNS:
            suggestion = did_you_mean(_fold_name(name), _KNOWN_NAMES, "", likeness=_SIMILARITY)
            if suggestion:
                remedy = f"{suggestion} or give it a clearly different name to ignore it"
                faults.append(Fault(source, "is not a known column", line, name, remedy))
        elif field and field in fields[:index]:
            faults.append(Fault(source, "stands in two columns", line, name, "remove one"))
    if faults:
        raise InputError(faults)
    return fields


def _missing_id_fault(header: Sequence[str], source: str, line: int) -> Fault:
    """Name the columns that are there, and how to say which of them is the persons' id."""
    shown = [quote(name.strip()) for name in header if name.strip()]
    more = ["…"] if len(shown) > _MAX_COLUMNS else []
    columns = ", ".join([*shown[:_MAX_COLUMNS], *more])
    likely = next((quote(name.strip()) for name in header if _looks_like_id(name)), "")
    rename = f"{likely} looks like it: rename it to `id`" if likely else "name one so"
    is_file = source.isprintable() and source != "standard input"
    file = shlex.quote(source) if is_file else "FILE"
    return Fault(
        source,
        f"no column is called `id`; there are {columns}",
        line,
        remedy=f"{rename}, or run `certadvisor people map {file} --output ours.yaml`, which "
        "proposes a mapping, and then add `--mapping ours.yaml`",
    )


def _looks_like_id(header: str) -> bool:
    names = column_words().identifiers
    return find_fact(header) == ("person", "id") or any(fold_name(header) in one for one in names)


def _fold_name(name: str) -> str:
    return re.sub(r"\s+", "_", name.strip().casefold())


def parse_field(name: str) -> ProfileField | None:
    """The field of this name; None where there is none."""
    key, *parts = _fold_name(name).split(".")
    if not parts:
        return ProfileField(key) if key in _TOP_LEVEL else None
    if key == "goal" and len(parts) == 1 and parts[0] in KEYS["goal"]:
        return ProfileField(key, None, parts[0])
    if key not in SECTIONS:
        return None
    number, field = parts if len(parts) == len(("at", "field")) else ("1", parts[0])
    if not re.fullmatch(r"[1-9][0-9]{0,2}", number) or field not in _entry_fields(key):
        return None
    return ProfileField(key, int(number) - 1, field)


def _entry_fields(key: str) -> tuple[str, ...]:
    """The fields of an entry that fit in one cell: `units` is a list of its own.

    The issuer of a certification is compared with the catalogue's, and years of work become
    months; neither is a part of the profile.
    """
    fields = tuple(field for field in KEYS[key] if field != "units")
    return (*fields, *_OWN_FIELDS.get(key, ()))


_OWN_FIELDS = {"certifications": (ISSUER,), "work": (YEARS,)}
_TOP_LEVEL = frozenset((*ENVELOPE, *KEYS["profile"])) - {"goal", "guessed", "incomplete"}
_KNOWN_NAMES = (
    *sorted(_TOP_LEVEL),
    *(f"goal-{field}" for field in KEYS["goal"]),
    *(f"{key}-1-{field}" for key in SECTIONS for field in _entry_fields(key)),
)
