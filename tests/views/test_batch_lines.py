"""Batch output against the files in `expected`; `make expected` rewrites them."""

from collections.abc import Iterator

import pytest
from company import people
from sample_people import DAY
from test_expected import compare

from certadvisor.advice.recommend.ranking import Options
from certadvisor.catalog.records import Catalog
from certadvisor.people.json_lines import read_lines
from certadvisor.people.lines import Line
from certadvisor.people.person import Person, Reject
from certadvisor.people.row import RowReader
from certadvisor.team.member import Team
from certadvisor.views import documents
from certadvisor.views.reports import Frame, RejectReport, StandingReport
from certadvisor.views.writers.batch_lines import heading, json_line, lines, reject_line

TOP = 2


@pytest.fixture(autouse=True)
def _fixed(small: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """The digest changes with the code and the version with each release, so both are fixed."""
    monkeypatch.setattr(small, "digest", "0123456789abcdef")
    monkeypatch.setattr(documents, "__version__", "0")


def rows(catalog: Catalog) -> Iterator[Person | Reject]:
    """A small company; one id is a spreadsheet formula, and some rows cannot be read."""
    made = [*people(4), {"id": "=cmd|' /C calc'!A0"}, *people(6, seed=8, dirty=1.0)]
    raw = (Line(number, json_line(one).encode()) for number, one in enumerate(made, start=1))
    return read_lines(raw, "people.jsonl", RowReader(catalog, DAY))


@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_batch_output_is_as_expected(format: str, small: Catalog) -> None:
    """The whole output, with the header in CSV."""
    frame, team = Frame(small, DAY), Team(small, DAY, Options(TOP))
    told = (
        StandingReport(frame, team.stand(row)) for row in rows(small) if isinstance(row, Person)
    )
    compare(f"batch.{format}", heading(format, TOP) + lines(told, format, TOP))


def test_rejects_output_is_as_expected(small: Catalog) -> None:
    """Every fault of every row that cannot be read."""
    frame = Frame(small, DAY)
    told = (RejectReport(frame, row) for row in rows(small) if isinstance(row, Reject))
    compare("batch-rejects.jsonl", "".join(map(reject_line, told)))
