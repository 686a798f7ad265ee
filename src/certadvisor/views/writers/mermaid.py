"""Plans as Mermaid Gantt charts; no name can end its line or be read as chart syntax."""

import re
from collections.abc import Iterable
from datetime import date

from certadvisor.views.blocks import Lane
from certadvisor.views.reports import Look, PlanReport, Report
from certadvisor.views.words import plan as plan_words

_MARKS = {"wait": "done, ", "exam": "crit, ", "award": "crit, "}
_EVENTS = ("membership", "application", "exam", "award")
_STRANGE = re.compile(r"[^\w .,()/+'-]")


def render(report: Report, _: Look) -> str:
    """A plan as a Mermaid chart."""
    assert isinstance(report, PlanReport)  # noqa: S101  no other command offers the format
    plan = report.answer.plan
    lanes = plan_words.lanes(plan, report.frame.catalog) if plan else ()
    title = f"    title {_harmless(plan_words.title(report.answer, report.frame.catalog))}"
    head, *rest = gantt(lanes)
    return "\n".join([head, title, *rest]) + "\n"


def gantt(lanes: Iterable[Lane]) -> list[str]:
    """The lines of the chart."""
    lines = ["gantt", "    dateFormat YYYY-MM-DD", "    axisFormat %Y-%m"]
    for number, lane in enumerate(lanes, start=1):
        first, last = (date.fromordinal(day).isoformat() for day in (lane.first, lane.last))
        mark = _MARKS.get(lane.kind, "")
        if lane.kind in _EVENTS:
            lines.append(f"    {_harmless(lane.label)} :{mark}milestone, s{number}, {first}, 0d")
        else:
            lines.append(f"    {_harmless(lane.label)} :{mark}s{number}, {first}, {last}")
    return lines


def _harmless(text: str) -> str:
    """The text on one line, with everything but letters, digits and safe punctuation removed."""
    plain = " ".join(_STRANGE.sub(" ", text).split())
    return plain if plain[:1].isalnum() else f"Step {plain}".strip()
