"""Reads one row of a table into a person, or into a reject with every fault."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from certadvisor.base.document import DataPath, Document
from certadvisor.base.scalars import ValueParseError, text, word
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.person import Person, Reject
from certadvisor.people.unforeseen import or_reject
from certadvisor.profile.field_reader import FaultCollector, MappingReader
from certadvisor.profile.matching.job_titles import TitleMatch, confident_match
from certadvisor.profile.model import Profile, mark_undated
from certadvisor.profile.reader import KEYS, make_profile_reader

ENVELOPE = ("id", "name", "title", "tags", "joined", "promoted")
_TITLE_CACHE_SIZE = 10_000  # entries of the cache of titles


class RowDocument(Document):
    """A row as a document: all values have the line of the row, and the names of their columns."""

    def __init__(
        self, source: str, line: int, data: object, headers: Mapping[DataPath, str] | None = None
    ) -> None:
        super().__init__(source, data, None)
        self._number = line
        self._headers = headers or {}

    def line(self, path: DataPath) -> int | None:  # noqa: ARG002  the same for every path
        """The line on which the row begins, for every path."""
        return self._number

    def fault(self, path: DataPath, problem: str, remedy: str = "", place: str = "") -> Fault:
        """A fault at `path`, shown under the name of the column if there is one."""
        return super().fault(path, problem, remedy, self._headers.get(path, place))


class RowReader:
    """Reads rows with one catalogue. An id that occurs a second time is a fault.

    A credential without a date is not taken as active, as in a profile that its person wrote,
    unless `accepts_undated`: the dates of most tables are lost, not self-evident.
    """

    def __init__(self, catalog: Catalog, today: date, *, accepts_undated: bool = False) -> None:
        self._accepts_undated = accepts_undated
        self._read_profile = make_profile_reader(catalog, today)
        self._today = today
        self._line_by_id: dict[str, int] = {}
        self._match_title = lru_cache(_TITLE_CACHE_SIZE)(
            lambda title: confident_match(title, catalog)
        )

    def read(
        self,
        document: Document,
        path: DataPath,
        data: object,
        warnings: tuple[Fault, ...] = (),
        certificate_columns: frozenset[str] = frozenset(),
    ) -> Person | Reject:
        """Read the person at this path of a document; a reject with every fault where it cannot."""
        line = document.line(path) or 1
        row = or_reject(lambda: self._read(document, path, data, warnings), document.source, line)
        if isinstance(row, Reject) or not row.warnings:
            return row
        places = (fault.place for fault in row.warnings)
        unread = any(
            place in certificate_columns or place.startswith("certifications") for place in places
        )
        return row._replace(unread_certificates=unread)

    def _read(
        self, document: Document, path: DataPath, data: object, warnings: tuple[Fault, ...]
    ) -> Person | Reject:
        collector = FaultCollector(document)
        row = MappingReader(collector, path, data, (*ENVELOPE, *KEYS["profile"]))
        id = row.get_required("id", parse_identifier, "")
        line = document.line(path) or 1
        first_line = self._line_by_id.setdefault(id, line) if id else line
        if first_line != line:
            row.add_fault("id", f"is that of line {first_line} too", "give every person one row")
        name = row.get("name", text)
        title = row.get("title", text)
        tags = row.get_list("tags", word) or ()
        joined, promoted = (
            row.get_date("joined", self._today),
            row.get_date("promoted", self._today),
        )
        profile = self._read_profile(row)
        try:
            collector.raise_faults()
        except InputError as error:
            return Reject(line, id or None, error.faults)
        if not self._accepts_undated:
            profile = mark_undated(profile)
        title = title or _present_title(profile)
        match: TitleMatch | None = self._match_title(title) if title else None
        role, level = (match.role, match.level) if match else (None, None)
        all_warnings = (*warnings, *collector.warnings())
        return Person(
            id, line, profile, name, title, role, level, tags, joined, promoted, all_warnings
        )


def parse_identifier(value: object) -> str:
    """Parse a person's id: any printable text. Leading zeros count, so it is never a number."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    id = text(value)
    if not id.isprintable():
        raise ValueParseError("holds control characters or direction marks", "take them out")
    return id


def _present_title(profile: Profile) -> str | None:
    """The title of the ongoing job; of several the one that started last; None without any.

    A job without a title or a start does not count.
    """
    ongoing = [job for job in profile.work or () if job.title and job.start and job.end is None]
    return max(ongoing, key=lambda job: job.start or date.min).title if ongoing else None
