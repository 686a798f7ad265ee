"""Takes notes of what a table holds and is not counted, while its rows are read."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from certadvisor.errors import Fault
from certadvisor.people.notes import MAX_IGNORED, IgnoredValue, TableNotes
from certadvisor.people.person import People, Person, Reject


class NoteTaker:
    """Counts what is ignored in a table while its rows are read."""

    def __init__(
        self, people: People, redact: Callable[[Fault], Fault] = lambda fault: fault
    ) -> None:
        """`redact` takes out of a warning what others may not see."""
        self._people = people
        self._redact = redact
        self._counts: Counter[tuple[str, str]] = Counter()
        self._more = 0

    def rows(self) -> Iterator[Person | Reject]:
        """The rows of the table, each counted as it goes by."""
        for row in self._people.rows:
            if isinstance(row, Person) and row.warnings:
                faults = map(self._redact, row.warnings)
                self._count((fault.problem, fault.remedy) for fault in faults)
            yield row

    def notes(self) -> TableNotes:
        """What was ignored in the rows read so far."""
        ordered = sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))
        ignored = tuple(IgnoredValue(*key, count) for key, count in ordered)
        return TableNotes(self._people.unused_columns, ignored, self._more)

    def _count(self, values: Iterable[tuple[str, str]]) -> None:
        for value in values:
            if value in self._counts or len(self._counts) < MAX_IGNORED:
                self._counts[value] += 1
            else:
                self._more += 1
