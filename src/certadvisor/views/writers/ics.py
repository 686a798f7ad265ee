"""Plans and renewals as an iCalendar file with reminders (needs the `calendar` extra)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from certadvisor.errors import Fault, InputError, escape_control_chars
from certadvisor.planner.plan_result import ENDINGS, Step, StepKind
from certadvisor.rules.credential_status import WARNING_DAYS, CredentialState
from certadvisor.views.reports import PlanReport, RenewReport
from certadvisor.views.words import plan as plan_words

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//certadvisor//plan//EN"
_DAY = timedelta(days=1)


def render(report: PlanReport | RenewReport) -> str:
    """The calendar; importing a newer one replaces its events, because their UIDs are stable."""
    try:
        from icalendar import Calendar
    except ImportError:
        remedy = "install it with: pip install 'certadvisor[calendar]'"
        problem = "needs the icalendar package, which is not installed"
        raise InputError([Fault("--format ics", problem, remedy=remedy)]) from None
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    events = _steps(report) if isinstance(report, PlanReport) else _renewals(report)
    for event in events:
        calendar.add_component(event)
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _steps(report: PlanReport) -> "Iterable[Event]":
    best_plan, catalog, as_of = report.result.plan, report.context.catalog, report.context.as_of
    if best_plan is None:
        return
    reminders = catalog.tables.values["plan"]
    reminder_days = {
        StepKind.APPLICATION: reminders["application_days"],
        **dict.fromkeys(ENDINGS, reminders["exam_days"]),
    }
    for step in best_plan.steps:
        if step.kind is not StepKind.WAIT:
            name = plan_words.step_text(step, catalog)
            days = [reminder_days[step.kind]] if step.kind in reminder_days else []
            after = step.end if step.end > step.start else step.end + _DAY
            yield _event(
                as_of, f"{best_plan.certification} {_key(step)}", name, (step.start, after), days
            )
    for id, last in best_plan.renewals:
        name = f"Renew the {plan_words.certification(id, catalog)} by {last}"
        days = [reminders["renewal_days"]]
        yield _event(
            as_of, f"{best_plan.certification} renewal {id}", name, (last, last + _DAY), days
        )


def _renewals(report: RenewReport) -> "Iterable[Event]":
    """The last day of each valid credential, and to reinstate each lapsed one, with reminders."""
    catalog, as_of = report.context.catalog, report.context.as_of
    for renewal in report.renewals.credentials or ():
        last = renewal.status.last_day
        if last and renewal.status.state in (CredentialState.VALID, CredentialState.EXPIRING):
            name = f"Renew the {plan_words.certification(renewal.id, catalog)} by {last}"
            yield _event(
                as_of, f"renew {renewal.id} {last}", name, (last, last + _DAY), WARNING_DAYS
            )
        offer = renewal.reinstatement
        if offer and offer.planned and renewal.lapse_reason is None:
            last = offer.planned.lapsed.until
            name = f"Reinstate the {plan_words.certification(renewal.id, catalog)} by {last}"
            yield _event(
                as_of, f"reinstate {renewal.id} {last}", name, (last, last + _DAY), WARNING_DAYS
            )


def _key(step: Step) -> str:
    return f"{step.kind} {step.subject}"


def _event(
    stamp: date, key: str, name: str, days: tuple[date, date], reminders: Iterable[float]
) -> "Event":
    """An event of whole days; `days` is half-open, and the UID depends only on `key`."""
    from icalendar import Alarm, Event

    event = Event()
    digest = sha256(key.encode()).hexdigest()[:32]
    event.add("uid", f"{digest}@certadvisor")
    event.add("dtstamp", datetime.combine(stamp, time(), UTC))
    event.add("summary", escape_control_chars(name))
    event.add("dtstart", days[0])
    event.add("dtend", days[1])
    event.add("transp", "TRANSPARENT")
    for reminder in reminders:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", escape_control_chars(name))
        alarm.add("trigger", timedelta(days=-reminder))
        event.add_component(alarm)
    return event
