"""Output formats: one writer each, and `render`, which chooses it by a typed `match`.

A writer is imported when its format is asked for: importing all of them would take longer than
most commands.
"""

from typing import assert_never

from certadvisor.views.formats import Format, UnsupportedFormatError
from certadvisor.views.report_registry import answer_of
from certadvisor.views.reports import (
    AuditReport,
    FindingsReport,
    MapReport,
    PlanReport,
    RejectReport,
    RenewReport,
    Report,
    StandingReport,
    TeamReport,
    Terminal,
)


def render(report: Report, format: Format, terminal: Terminal) -> str:  # noqa: C901, PLR0912  one case for each format
    """The report in a format; the same report, format and terminal give the same bytes.

    Raises UnsupportedFormatError where the format cannot show the report, and InputError where
    it needs a package that is not installed.
    """
    match format:
        case Format.TABLE:
            screen = answer_of(report).screen
            if screen is not None:
                from certadvisor.views.writers.terminal import render_screen

                return render_screen(screen(), terminal)
        case Format.JSON:
            from certadvisor.views.writers import json_

            return json_.render(answer_of(report).document())
        case Format.CSV:
            columns = answer_of(report).columns
            if columns is not None:
                from certadvisor.views.writers import csv_

                return csv_.render(columns())
        case Format.MARKDOWN:
            screen = answer_of(report).screen
            if screen is not None:
                from certadvisor.views.writers import markdown

                return markdown.render(screen())
        case Format.MERMAID:
            if isinstance(report, PlanReport):
                from certadvisor.views.writers import mermaid

                return mermaid.render(report)
        case Format.ICS:
            if isinstance(report, PlanReport | RenewReport):
                from certadvisor.views.writers import ics

                return ics.render(report)
        case Format.JUNIT:
            if isinstance(report, AuditReport):
                from certadvisor.views.writers import junit

                return junit.render(report)
        case Format.GITHUB:
            if isinstance(report, AuditReport | FindingsReport):
                from certadvisor.views.writers import github

                return github.render(report)
        case Format.SARIF:
            if isinstance(report, FindingsReport):
                from certadvisor.views.writers import sarif

                return sarif.render(report)
        case Format.SVG:
            if isinstance(report, MapReport):
                from certadvisor.views.html.map import svg

                return svg.render(report)
            if isinstance(report, PlanReport):
                from certadvisor.views.html.plan import plan_picture

                return plan_picture.render(report)
        case Format.HTML:
            if isinstance(report, MapReport | TeamReport):
                from certadvisor.views.writers import html_

                return html_.render(report)
        case Format.JSONL:
            if isinstance(report, StandingReport | RejectReport):
                from certadvisor.views.writers import batch_lines

                return batch_lines.json_line(answer_of(report).document())
        case _:
            assert_never(format)
    raise UnsupportedFormatError(format)
