"""Plans as Mermaid Gantt charts; no name can end its line or be read as chart syntax."""

import re
from collections.abc import Iterable
from datetime import date

from certadvisor.planner.plan_result import ENDINGS, StepKind
from certadvisor.views.blocks import GanttBar
from certadvisor.views.reports import PlanReport
from certadvisor.views.words import plan as plan_words

_MARKS: dict[str, str] = {
    StepKind.WAIT: "done, ",
    StepKind.EXAM: "crit, ",
    StepKind.AWARD: "crit, ",
    StepKind.REINSTATE: "crit, ",
}
_EVENTS = (StepKind.MEMBERSHIP, StepKind.APPLICATION, *ENDINGS)
_UNSAFE = re.compile(r"[^\w .,()/+'-]")


def render(report: PlanReport) -> str:
    """A plan as a Mermaid chart."""
    best_plan = report.result.plan
    bars = plan_words.gantt_bars(best_plan, report.context.catalog) if best_plan else ()
    title = f"    title {_sanitize(plan_words.title(report.result, report.context.catalog))}"
    head, *rest = gantt(bars)
    return "\n".join([head, title, *rest]) + "\n"


def gantt(bars: Iterable[GanttBar]) -> list[str]:
    """The lines of the chart."""
    lines = ["gantt", "    dateFormat YYYY-MM-DD", "    axisFormat %Y-%m"]
    for number, bar in enumerate(bars, start=1):
        first, last = (date.fromordinal(day).isoformat() for day in (bar.first, bar.last))
        mark = _MARKS.get(bar.kind, "")
        if bar.kind in _EVENTS:
            lines.append(f"    {_sanitize(bar.label)} :{mark}milestone, s{number}, {first}, 0d")
        else:
            lines.append(f"    {_sanitize(bar.label)} :{mark}s{number}, {first}, {last}")
    return lines


def _sanitize(text: str) -> str:
    """The text on one line, with everything but letters, digits and safe punctuation removed."""
    safe = " ".join(_UNSAFE.sub(" ", text).split())
    return safe if safe[:1].isalnum() else f"Step {safe}".strip()
