"""Plans as a calendar with reminders, by the `icalendar` library of the extra `calendar`."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from certadvisor.errors import Fault, InputError, printable
from certadvisor.planner.planned import Plan, Step
from certadvisor.render import plans
from certadvisor.render.report import Look, PlanReport, Report

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//certadvisor//plan//EN"
_DAY = timedelta(days=1)
_EVENTS = ("training", "course", "study", "membership", "application", "exam", "award")


def render(report: Report, _: Look) -> str:
    """The plan's days as a calendar; importing it again replaces the events of before."""
    try:
        from icalendar import Calendar
    except ImportError:
        remedy = "install it with: pip install 'certadvisor[calendar]'"
        problem = "needs the icalendar package, which is not installed"
        raise InputError([Fault("--format ics", problem, remedy=remedy)]) from None
    assert isinstance(report, PlanReport)  # noqa: S101  no other command offers the format
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in _events(report):
        calendar.add_component(event)
    written: str = calendar.to_ical().decode("utf-8")
    return written


def _events(report: PlanReport) -> "Iterable[Event]":
    plan, catalog = report.answer.plan, report.frame.catalog
    if plan is None:
        return
    reminders = catalog.tables.values["plan"]
    before = {"application": reminders["application_days"], "exam": reminders["exam_days"]}
    before["award"] = before["exam"]
    for step in plan.steps:
        if step.kind in _EVENTS:
            name = plans.step(step, catalog)
            days = before.get(step.kind)
            after = step.end if step.end > step.start else step.end + _DAY
            yield _event(report, plan, _key(step), name, step.start, after, days)
    for id, last in plan.renewals:
        name = f"Renew the {plans.certification(id, catalog)} by today"
        days = reminders["renewal_days"]
        yield _event(report, plan, f"renewal {id}", name, last, last + _DAY, days)


def _key(step: Step) -> str:
    return f"{step.kind} {step.subject}"


def _event(
    report: PlanReport,
    plan: Plan,
    key: str,
    name: str,
    first: date,
    after: date,
    reminder: float | None,
) -> "Event":
    """Whole days from `first` to the eve of `after`; the id follows the step alone."""
    from icalendar import Alarm, Event

    event = Event()
    digest = sha256(f"{plan.certification} {key}".encode()).hexdigest()[:32]
    event.add("uid", f"{digest}@certadvisor")
    event.add("dtstamp", datetime.combine(report.frame.as_of, time(), UTC))
    event.add("summary", printable(name))
    event.add("dtstart", first)
    event.add("dtend", after)
    event.add("transp", "TRANSPARENT")
    if reminder is not None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", printable(name))
        alarm.add("trigger", timedelta(days=-reminder))
        event.add_component(alarm)
    return event
