"""Cells of a training matrix: a person by a certification, with a date or a mark."""

from collections.abc import Iterator

from certadvisor.base.blanks import says_nothing
from certadvisor.people.cells import TableCell
from certadvisor.people.column_names import column_words, fold_name
from certadvisor.people.columns import ProfileField
from certadvisor.people.date_formats import DateFormat, parse_cell_date
from certadvisor.people.mapping import TrainingMatrix, fold_text

_FIRST_INDEX = 2_000  # after the numbered entries of a row


def matrix_cells(
    matrix: TrainingMatrix,
    header: tuple[str, ...],
    cells: list[str],
    date_format: DateFormat | None,
) -> Iterator[TableCell]:
    """Yield the cells of an entry for each certification that a row holds.

    A mark such as `x` says that it is held, and gives no date. What is neither a mark nor a
    date is given on as a date, which cannot be read: whether it is held is then unknown.
    """
    names = list(dict.fromkeys(name for name, _ in matrix.columns.values()))
    for column, text in zip(header, cells, strict=True):
        name, field = matrix.columns.get(fold_text(column), ("", ""))
        if not name or not _says_held(text):
            continue
        at = _FIRST_INDEX + names.index(name)
        yield TableCell(column, ProfileField("certifications", at, "id"), name)
        if fold_name(text) not in column_words().held:
            day = parse_cell_date(text, field, date_format)
            yield TableCell(column, ProfileField("certifications", at, field), day)


def _says_held(text: str) -> bool:
    """Whether a cell says anything but "no": `x` is a mark here, and elsewhere says nothing."""
    mark = fold_name(text)
    if mark in column_words().held:
        return True
    return not says_nothing(text) and mark not in column_words().not_held
