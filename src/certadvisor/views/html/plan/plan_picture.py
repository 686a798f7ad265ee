"""The picture of a plan as a self-contained SVG file, for a talk about a person's development."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from certadvisor.planner.plan_result import ENDINGS, Plan, Step, StepKind
from certadvisor.views.formats import Format, UnsupportedFormatError
from certadvisor.views.html.elements import SVG, as_xml, element, style, sub_element
from certadvisor.views.html.palette import variables
from certadvisor.views.html.plan.plan_styles import SHEET
from certadvisor.views.html.plan.time_axis import TimeAxis
from certadvisor.views.html.text_metrics import fit_lines, truncate
from certadvisor.views.reports import PlanReport
from certadvisor.views.sections.lists import footer_text
from certadvisor.views.words import phrases
from certadvisor.views.words import plan as plan_words

_WIDTH, _MARGIN, _LABELS, _GAP = 1060.0, 36.0, 400.0, 26.0
_STEP, _SMALL = 13.0, 11.5
_ROW, _BAR, _LINE = 48.0, 16.0, 15.0
_HEAD, _AXIS = 132.0, 26.0
_STAR = "M0,-9L2.6,-3L9,-2.6L4.2,1.6L5.8,8L0,4.5L-5.8,8L-4.2,1.6L-9,-2.6L-2.6,-3Z"
_DIAMOND = "M0,-8L8,0L0,8L-8,0Z"
_CLASSES = {
    StepKind.TRAINING: "learn",
    StepKind.COURSE: "learn",
    StepKind.STUDY: "learn",
    StepKind.UNITS: "learn",
    StepKind.WAIT: "wait",
    StepKind.MEMBERSHIP: "apply",
    StepKind.APPLICATION: "apply",
    StepKind.ASSESSMENT: "apply",
    StepKind.EXAM: "goal",
    StepKind.AWARD: "goal",
    StepKind.REINSTATE: "goal",
}


class _Row(NamedTuple):
    """A step with the lines of its text, the upper edge and the height of its row."""

    step: Step
    lines: tuple[str, ...]
    top: float
    height: float


def render(report: PlanReport) -> str:
    """The plan as an SVG file.

    Raises UnsupportedFormatError where there is no plan to draw.
    """
    plan = report.result.plan
    if plan is None:
        raise UnsupportedFormatError(Format.SVG)
    rows = _rows(plan, report)
    bottom = rows[-1].top + rows[-1].height if rows else _HEAD
    height = bottom + 62
    root = element(
        "svg", xmlns=SVG, viewBox=f"0 0 {_WIDTH:g} {height:g}", class_="plan",
        preserveAspectRatio="xMinYMin meet", width=_WIDTH, height=height,
        role="graphics-document", aria_labelledby="pt", aria_describedby="pd", lang="en",
    )  # fmt: skip
    title = plan_words.title(report.result, report.context.catalog)
    sub_element(root, "title", title, id="pt")
    sub_element(root, "desc", " ".join((*_leads(report), footer_text(report.context))), id="pd")
    root.append(style(variables(".plan") + SHEET))
    sub_element(root, "rect", class_="ground", width="100%", height="100%")
    _draw_head(root, title, report)
    _draw_bands(root, rows)
    _draw_axis(root, _axis(plan), bottom)
    steps = sub_element(root, "g", role="list")
    for row in rows:
        _draw_row(steps, row, _axis(plan), report)
    _draw_foot(root, plan, bottom, report)
    return as_xml(root)


def _leads(report: PlanReport) -> list[str]:
    """Who it is for and where they stand, if known, and the plan in one sentence."""
    catalog, person = report.context.catalog, report.person
    parts = [person.name] if person.name else []
    parts += [f"now: {person.job}"] if person.job else []
    goal = report.result.request.id
    if person.goal and person.goal != goal:
        parts.append(f"goal: {phrases.role_title(person.goal, catalog)}")
    headline = plan_words.headline(report.result, catalog)
    about = " · ".join(parts)
    return [*([f"{about[:1].upper()}{about[1:]}"] if about else []), headline]


def _draw_head(root: Element, title: str, report: PlanReport) -> None:
    room = _WIDTH - 2 * _MARGIN
    shown = truncate(title, 25, room, bold=True)
    sub_element(root, "text", shown, class_="big", x=_MARGIN, y=_MARGIN + 22)
    for number, text in enumerate(_leads(report)):
        line = truncate(text, 14, room)
        sub_element(root, "text", line, class_="lead", x=_MARGIN, y=_MARGIN + 48 + 21 * number)


def _axis(plan: Plan) -> TimeAxis:
    first = min((step.start for step in plan.steps), default=plan.finish).toordinal()
    last = max((step.end for step in plan.steps), default=plan.finish).toordinal() + 1
    left = _MARGIN + _LABELS + _GAP
    return TimeAxis(first, last, left, _WIDTH - _MARGIN - 12 - left)


def _draw_bands(root: Element, rows: list[_Row]) -> None:
    """A ground for every other row."""
    group = sub_element(root, "g", aria_hidden="true")
    for row in rows[::2]:
        sub_element(
            group, "rect", class_="band", x=_MARGIN - 10, y=row.top,
            width=_WIDTH - 2 * _MARGIN + 20, height=row.height, rx=8,
        )  # fmt: skip


def _draw_axis(root: Element, axis: TimeAxis, bottom: float) -> None:
    """A line for each month that is named, behind the bars."""
    group = sub_element(root, "g", aria_hidden="true")
    for day in axis.months():
        x = axis.x(day.toordinal())
        sub_element(group, "path", class_="rule", d=f"M{x:.1f},{_HEAD - 4:g}V{bottom:g}")
        name = f"{phrases.month_name(day)[:3]} {day.year}"
        sub_element(group, "text", name, class_="month", x=x + 4, y=_HEAD + 8)


def _rows(plan: Plan, report: PlanReport) -> list[_Row]:
    rows, top = [], _HEAD + _AXIS
    for step in plan.steps:
        text = plan_words.step_text(step, report.context.catalog)
        lines = fit_lines(text, _STEP * 1.1, _LABELS - 12, 2)
        height = _ROW + _LINE * (len(lines) - 1)
        rows.append(_Row(step, lines, top, height))
        top += height
    return rows


def _draw_row(parent: Element, row: _Row, axis: TimeAxis, report: PlanReport) -> None:
    step = row.step
    label = f"{plan_words.step_text(step, report.context.catalog)}: {_figures(step, report)}"
    group = sub_element(parent, "g", role="listitem", aria_label=label)
    y = row.top + 20
    for line in row.lines:
        sub_element(group, "text", line, class_="step", x=_MARGIN, y=y)
        y += _LINE
    figures = truncate(_figures(step, report), _SMALL, _LABELS)
    sub_element(group, "text", figures, class_="small", x=_MARGIN, y=y + 1)
    _draw_bar(group, step, row.top + row.height / 2, axis)


def _draw_bar(group: Element, step: Step, y: float, axis: TimeAxis) -> None:
    """A bar, or a sign where the step is a day: a star at the end, a diamond before."""
    css_class = _CLASSES[step.kind]
    start, end = axis.x(step.start.toordinal()), axis.x(step.end.toordinal() + 1)
    if step.start == step.end:
        sign = _STAR if step.kind in ENDINGS else _DIAMOND
        place = f"translate({(start + end) / 2:.1f},{y:g})"
        sub_element(group, "path", class_=f"event {css_class}", d=sign, transform=place)
        return
    width = max(end - start, 3.0)
    sub_element(
        group, "rect", class_=f"bar {css_class}", x=start, y=y - _BAR / 2, width=width,
        height=_BAR, rx=4,
    )  # fmt: skip


def _figures(step: Step, report: PlanReport) -> str:
    """The days of a step, its hours and its cost."""
    currency = report.result.currency
    days = step.start.isoformat()
    if step.end != step.start:
        days += f" to {step.end.isoformat()}"
    hours = plan_words.figure_text(step.hours, lambda value: phrases.amount(value, "hour"))
    cost = plan_words.figure_text(step.cost, lambda cents: plan_words.money(cents, currency))
    return " · ".join(part for part in (days, hours, cost) if part)


def _draw_foot(root: Element, plan: Plan, bottom: float, report: PlanReport) -> None:
    total = f"{plan_words.total_text(plan.cost, report.result.currency)} in all"
    if plan.hours.likely:
        hours = plan_words.figure_text(plan.hours, lambda value: phrases.amount(value, "hour"))
        total += f" · {hours} of study and training"
    sub_element(root, "text", total, class_="lead strong", x=_MARGIN, y=bottom + 26)
    estimated = plan.cost.estimated or plan.hours.estimated
    note = f"{plan_words.ESTIMATE} = our estimate. " if estimated else ""
    foot = f"{note}{footer_text(report.context)}"
    sub_element(root, "text", foot, class_="small", x=_MARGIN, y=bottom + 46)
