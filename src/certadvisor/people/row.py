"""Reads one row of a table into a person, or into a reject with every fault."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from certadvisor.base.scalars import MisreadError, text, word
from certadvisor.base.yaml_reader import Document, Path_
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.person import Person, Reject
from certadvisor.profile.field_reader import Notes, Record
from certadvisor.profile.matching.job_titles import TitleMatch, sure_match
from certadvisor.profile.model import Profile
from certadvisor.profile.reader import KEYS, profile_reader

ENVELOPE = ("id", "name", "title", "tags", "joined", "promoted")
_TITLES = 10_000  # entries of the cache of titles


class RowDocument(Document):
    """A row as a document: all values have the line of the row, and the names of their columns."""

    def __init__(
        self, source: str, line: int, data: object, headers: Mapping[Path_, str] | None = None
    ) -> None:
        super().__init__(source, data, None)
        self._number = line
        self._headers = headers or {}

    def line(self, path: Path_) -> int | None:  # noqa: ARG002  the same for every path
        """The line on which the row begins, for every path."""
        return self._number

    def fault(self, path: Path_, problem: str, remedy: str = "", place: str = "") -> Fault:
        """A fault at `path`, shown under the name of the column if there is one."""
        return super().fault(path, problem, remedy, self._headers.get(path, place))


class RowReader:
    """Reads rows with one catalogue. An id that occurs a second time is a fault."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self._profile = profile_reader(catalog, today)
        self._today = today
        self._lines: dict[str, int] = {}
        self._match = lru_cache(_TITLES)(lambda title: sure_match(title, catalog))

    def read(
        self, document: Document, at: Path_, data: object, warnings: tuple[Fault, ...] = ()
    ) -> Person | Reject:
        """Read the person at this path of a document; a reject with every fault where it cannot."""
        notes = Notes(document)
        row = Record(notes, at, data, (*ENVELOPE, *KEYS["profile"]))
        id = row.need("id", identifier, "")
        line = document.line(at) or 1
        first = self._lines.setdefault(id, line) if id else line
        if first != line:
            row.fault("id", f"is that of line {first} too", "give every person one row")
        name = row.get("name", text)
        title = row.get("title", text)
        tags = row.words("tags", word) or ()
        joined, promoted = row.day("joined", self._today), row.day("promoted", self._today)
        profile = self._profile(row)
        try:
            notes.raise_faults()
        except InputError as error:
            return Reject(line, id or None, error.faults)
        title = title or _present_title(profile)
        match: TitleMatch | None = self._match(title) if title else None
        role, level = (match.role, match.level) if match else (None, None)
        told = (*warnings, *notes.warnings())
        return Person(id, line, profile, name, title, role, level, tags, joined, promoted, told)


def identifier(value: object) -> str:
    """Parse a person's id: any printable text. Leading zeros count, so it is never a number."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    id = text(value)
    if not id.isprintable():
        raise MisreadError("holds control characters or direction marks", "take them out")
    return id


def _present_title(profile: Profile) -> str | None:
    """The title of the ongoing job; of several the one that started last; None without any.

    A job without a title or a start does not count.
    """
    going = [job for job in profile.work or () if job.title and job.start and job.end is None]
    return max(going, key=lambda job: job.start or date.min).title if going else None
