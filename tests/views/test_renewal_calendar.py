"""Renewals as a calendar: last days with reminders, and stable event ids."""

from datetime import date, timedelta

from icalendar import Calendar
from sample_renewals import SEVERAL, renewal_report

from certadvisor.catalog.records import Catalog
from certadvisor.views.formats import Format
from certadvisor.views.reports import Terminal
from certadvisor.views.writers import render


def calendar(profile: str, small: Catalog) -> Calendar:
    """The calendar, parsed again."""
    return Calendar.from_ical(render(renewal_report(profile, small), Format.ICS, Terminal()))


def test_each_last_day_has_reminders_before_it(small: Catalog) -> None:
    """90, 60 and 30 days before, on whole days; expired and lifetime credentials have none."""
    events = {str(event["summary"]): event for event in calendar(SEVERAL, small).walk("VEVENT")}
    assert list(events) == ["Renew the PMP by 2027-01-10", "Renew the A-CSM by 2027-06-01"]
    event = events["Renew the PMP by 2027-01-10"]
    assert event.decoded("dtstart") == date(2027, 1, 10)
    assert event.decoded("dtend") == date(2027, 1, 11)
    alarms = {alarm.decoded("trigger") for alarm in event.walk("VALARM")}
    assert alarms == {timedelta(days=-days) for days in (30, 60, 90)}


def test_a_new_last_day_is_a_new_event(small: Catalog) -> None:
    """The same renewal replaces its event; after a renewal there is a new event."""
    ids = [
        {str(event["uid"]) for event in calendar(profile, small).walk("VEVENT")}
        for profile in (SEVERAL, SEVERAL, SEVERAL.replace("2027-01-10", "2030-01-10"))
    ]
    assert ids[0] == ids[1]
    assert len(ids[0] & ids[2]) == 1
