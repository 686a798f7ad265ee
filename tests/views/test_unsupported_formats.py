"""A format that cannot show a report says so."""

import pytest
from sample_answers import ANSWERS
from sample_people import DAY

from certadvisor.catalog.records import Catalog
from certadvisor.cli.options import COMMON_FORMATS
from certadvisor.people.person import Reject
from certadvisor.views.formats import Format, UnsupportedFormatError
from certadvisor.views.reports import AnswerContext, RejectReport, Terminal
from certadvisor.views.writers import render
from certadvisor.views.writers.batch_lines import render_lines

SPECIAL_FORMATS = {
    Format.MERMAID: (),
    Format.ICS: ("renew",),
    Format.JUNIT: ("audit",),
    Format.GITHUB: ("audit",),
    Format.SARIF: (),
    Format.SVG: ("map",),
    Format.HTML: ("map", "team"),
    Format.JSONL: (),
}


def test_every_format_is_listed_here_or_shows_nearly_every_answer() -> None:
    """A new format is listed above with the answers that it shows, or it is tried by no test."""
    assert set(Format) == {*COMMON_FORMATS, *SPECIAL_FORMATS}


@pytest.mark.parametrize("format", SPECIAL_FORMATS)
@pytest.mark.parametrize("answer", ["check-yes", "list", "renew", "audit", "map", "team"])
def test_a_special_format_shows_its_reports_and_no_other(
    answer: str, format: Format, small: Catalog
) -> None:
    """Only a text or an error, for every pair of report and format."""
    report = ANSWERS[answer](small)
    if answer in SPECIAL_FORMATS[format]:
        assert render(report, format, Terminal())
        return
    with pytest.raises(UnsupportedFormatError) as error:
        render(report, format, Terminal())
    problem = f"--format {format}: cannot show this answer; use json, which shows every answer"
    assert str(error.value) == problem


@pytest.mark.parametrize("format", [Format.TABLE, Format.MARKDOWN])
def test_a_line_of_a_batch_has_no_screen(format: Format, small: Catalog) -> None:
    """It is JSON, alone as among the others."""
    report = RejectReport(AnswerContext(small, DAY), Reject(1, None, ()))
    with pytest.raises(UnsupportedFormatError):
        render(report, format, Terminal())
    with pytest.raises(UnsupportedFormatError):
        render_lines([], format, 5)
    line = render(report, Format.JSONL, Terminal())
    assert line.count("\n") == 1
