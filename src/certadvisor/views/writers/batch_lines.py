"""Results of a batch, one line per person: JSON Lines or the rows of one CSV."""

import json
from collections.abc import Iterable, Mapping

from certadvisor.views.answers import batch, batch_rejects
from certadvisor.views.formats import Format, UnsupportedFormatError
from certadvisor.views.reports import RejectReport, StandingReport
from certadvisor.views.writers.csv_cells import csv_text


def csv_header(format: Format, top: int) -> str:
    """The header of a CSV with `top` recommendations per person; empty for JSON Lines."""
    return "" if format is Format.JSONL else csv_text([batch.columns(top)])


def render_lines(reports: Iterable[StandingReport], format: Format, top: int) -> str:
    """One line per person, as JSON Lines or CSV. Raises UnsupportedFormatError for another one."""
    documents = map(batch.document, reports)
    if format is Format.JSONL:
        return "".join(map(json_line, documents))
    if format is Format.CSV:
        return csv_text(batch.row(data, top) for data in documents)
    raise UnsupportedFormatError(format)


def reject_line(report: RejectReport) -> str:
    """A rejected row as JSON."""
    return json_line(batch_rejects.document(report))


def json_line(data: Mapping[str, object]) -> str:
    """A document on one line, in ASCII so that no value can control a terminal."""
    return json.dumps(data, separators=(",", ":")) + "\n"
