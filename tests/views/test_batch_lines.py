"""Batch output against the files in `expected`; `make expected` rewrites them."""

from collections.abc import Iterator

import pytest
from company import people
from sample_people import DAY
from test_expected import compare

from certadvisor.advice.recommend.ranking import RankingOptions
from certadvisor.catalog.records import Catalog
from certadvisor.people.json_lines import read_json_lines
from certadvisor.people.lines import InputLine
from certadvisor.people.person import Person, Reject
from certadvisor.people.row import RowReader
from certadvisor.team.member import MemberJudge
from certadvisor.views import document_types
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext, RejectReport, StandingReport
from certadvisor.views.writers.batch_lines import csv_header, json_line, reject_line, render_lines

TOP = 2


@pytest.fixture(autouse=True)
def _fixed_version(small: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """The digest changes with the code and the version with each release, so both are fixed."""
    monkeypatch.setattr(small, "digest", "0123456789abcdef")
    monkeypatch.setattr(document_types, "__version__", "0")


def read_people(catalog: Catalog) -> Iterator[Person | Reject]:
    """A small company; one id is a spreadsheet formula, and some rows cannot be read."""
    records = [*people(4), {"id": "=cmd|' /C calc'!A0"}, *people(6, seed=8, dirty=1.0)]
    raw = (
        InputLine(number, json_line(record).encode())
        for number, record in enumerate(records, start=1)
    )
    return read_json_lines(raw, "people.jsonl", RowReader(catalog, DAY))


@pytest.mark.parametrize("format", [Format.JSONL, Format.CSV])
def test_batch_output_is_as_expected(format: Format, small: Catalog) -> None:
    """The whole output, with the header in CSV."""
    context, team = AnswerContext(small, DAY), MemberJudge(small, DAY, RankingOptions(TOP))
    reports = (
        StandingReport(context, team.judge(row))
        for row in read_people(small)
        if isinstance(row, Person)
    )
    compare(f"batch.{format}", csv_header(format, TOP) + render_lines(reports, format, TOP))


def test_rejects_output_is_as_expected(small: Catalog) -> None:
    """Every fault of every row that cannot be read."""
    context = AnswerContext(small, DAY)
    reports = (RejectReport(context, row) for row in read_people(small) if isinstance(row, Reject))
    compare("batch-rejects.jsonl", "".join(map(reject_line, reports)))
