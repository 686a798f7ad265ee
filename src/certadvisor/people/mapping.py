"""Mappings: which columns of an export fill which fields, and how its values are written."""

from fnmatch import fnmatchcase
from typing import NamedTuple

from certadvisor.people.columns import ProfileField
from certadvisor.people.date_formats import DateFormat

PERSON = "person"
CERTIFICATION = "certification"  # its id, in a table of certifications: `id` is the person's there


class TrainingMatrix(NamedTuple):
    """Columns that are certifications each, with a date or a mark in the cell.

    `columns` maps a header to the certification's name and the field of a date in the cell,
    `earned` or `expires`. Where it is `complete`, an empty cell says "not held".
    """

    columns: dict[str, tuple[str, str]]
    complete: bool


class LookUp(NamedTuple):
    """A table of names: the cells under `keys`, joined by spaces, stand for that under `value`."""

    file: str
    keys: tuple[str, ...]
    value: str


class TableMap(NamedTuple):
    """How one table is read. Headers and words are folded (`fold_text`).

    `section` is the list whose entries the table holds, or `person`. Several `optional` columns
    may fill one field, if the file has at least one of them. A table that is not `needed` may be
    absent. In a `complete` table a person without a row has no entries of that section. `only`
    maps headers to words: rows with another word in that column are left out. `values` maps a
    field name to the export's words and their translations; `look_ups` are tables of such words.
    `header` is the line of the names of the columns, where the mapping gives it. `id_columns` are
    those whose cells together are the person's id. Of columns that are `left_out` nothing is
    read; `*` stands for anything.
    """

    file: str
    section: str
    fields: dict[str, ProfileField]
    optional: frozenset[str]
    needed: bool
    complete: bool
    only: dict[str, tuple[str, ...]]
    date_format: DateFormat | None
    separator: str
    values: dict[str, dict[str, str]]
    constants: dict[ProfileField, str]
    header: int | None
    id_columns: tuple[str, ...]
    left_out: tuple[str, ...]
    matrix: TrainingMatrix | None
    look_ups: dict[str, LookUp]

    def leaves_out(self, header: str) -> bool:
        """Whether the mapping says that this column is not to be read, or only filters by it."""
        name = fold_text(header)
        return name in {fold_text(one) for one in self.only} or any(
            fnmatchcase(name, pattern) for pattern in self.left_out
        )

    def required_headers(self) -> tuple[str, ...]:
        """The folded names of the columns that the table must have."""
        return (
            *(name for name in self.fields if name not in self.optional),
            *self.id_columns,
            *(self.matrix.columns if self.matrix else ()),
            *map(fold_text, self.only),
        )


class ExportMapping(NamedTuple):
    """The maps of an export's tables, the table of persons first, if there is one.

    Without one the persons are those that the rows of the tables name. `by_folder`: each folder
    holds the tables of one person, whose id is the folder's name. `accepts_undated`: a
    credential without a date counts as active.
    """

    tables: tuple[TableMap, ...]
    by_folder: bool
    accepts_undated: bool = False


def fold_text(header: str) -> str:
    """A header or a word as it is compared: without case, spaces and underscores."""
    return " ".join(header.replace("_", " ").split()).casefold()


def field_name(field: ProfileField) -> str:
    """The name of a field under `values:`."""
    if field.key == "certifications" and field.field == "id":
        return CERTIFICATION
    return field.field or field.key
