"""Whole plans in every format. `make expected` rewrites the expected files for review."""

import json
import re
from datetime import date, timedelta

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from sample_plans import DAY, LEADER, PLANS, plan_builder, request_for
from test_expected import SUFFIX, _pinned_versions, compare  # noqa: F401  the autouse fixture applies here too
from test_schemas import HEAD, schema

from certadvisor.catalog.records import Catalog
from certadvisor.planner.plan_result import Plan
from certadvisor.views.formats import Format
from certadvisor.views.reports import Terminal
from certadvisor.views.writers import render

HOSTILE = "x\n    section y :done, z\r\nEND:VEVENT `js` <b>;#\x1b[31m\u202e"


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("answer", PLANS)
def test_plan_screen_is_as_expected(answer: str, width: int, small: Catalog) -> None:
    """The whole screen without colour, and no line longer than the width."""
    text = render(PLANS[answer](small), Format.TABLE, Terminal(width))
    assert max(len(line) for line in text.splitlines()) <= width
    compare(f"{answer}.{width}.txt", text)


@pytest.mark.parametrize("format", [*SUFFIX, Format.MERMAID, Format.ICS])
def test_plan_in_other_formats_is_as_expected(format: Format, small: Catalog) -> None:
    """One plan in each format."""
    text = render(PLANS["plan"](small), format, Terminal())
    ending = {**SUFFIX, Format.MERMAID: "mmd"}
    compare(f"plan.{ending.get(format, format)}", text.replace("\r\n", "\n"))


@pytest.mark.parametrize("answer", PLANS)
def test_plan_document_is_valid_under_its_schema(answer: str, small: Catalog) -> None:
    """No key is missing or unknown, and the schema lists every key."""
    document = json.loads(render(PLANS[answer](small), Format.JSON, Terminal()))
    checker = Draft202012Validator.FORMAT_CHECKER
    validator = Draft202012Validator(schema("plan"), format_checker=checker)
    assert [error.message for error in validator.iter_errors(document)] == []
    assert list(document)[:4] == HEAD
    assert set(document) <= set(schema("plan")["properties"])


@pytest.mark.parametrize("answer", PLANS)
def test_colour_changes_no_word_of_a_plan(answer: str, small: Catalog) -> None:
    """Colour adds escape sequences and nothing else."""
    report = PLANS[answer](small)
    plain = render(report, Format.TABLE, Terminal(80))
    bare = re.sub(r"\x1b\[[0-9;]*m", "", render(report, Format.TABLE, Terminal(80, colour=True)))
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


def plan(answer: str, catalog: Catalog) -> Plan:
    """The plan of a sample; the sample must have one."""
    sample = PLANS[answer](catalog).result.plan
    assert sample is not None
    return sample


def calendar(answer: str, catalog: Catalog) -> Calendar:
    """The calendar of a sample, parsed."""
    return Calendar.from_ical(render(PLANS[answer](catalog), Format.ICS, Terminal()))


def test_calendar_has_the_dates_of_the_plan(small: Catalog) -> None:
    """Parsed by icalendar: the exam on its day, and a reminder for each task."""
    events = {str(event["summary"]): event for event in calendar("plan", small).walk("VEVENT")}
    exam = events["Take the PMP exam"]
    assert exam.decoded("dtstart") == plan("plan", small).finish
    assert exam.decoded("dtend") - exam.decoded("dtstart") == timedelta(days=1)
    alarms = {name: event.walk("VALARM") for name, event in events.items()}
    reminder_days = {
        name: -alarm[0].decoded("trigger").days for name, alarm in alarms.items() if alarm
    }
    assert reminder_days == {
        "Apply for the PMP": 14,
        "Take the PMP exam": 7,
        "Renew the PMP by 2030-08-14": 90,
    }
    renewal = events["Renew the PMP by 2030-08-14"].decoded("dtstart")
    assert renewal == date(2030, 8, 14)
    assert renewal.year == plan("plan", small).finish.year + 3


def test_calendar_event_keeps_its_id_when_its_day_moves(small: Catalog) -> None:
    """Importing the calendar again moves the events, and no id occurs twice."""
    first = [str(event["uid"]) for event in calendar("plan", small).walk("VEVENT")]
    slower = plan_builder(LEADER.replace("6,", "4,"), request_for("pmp"))(small)
    again = Calendar.from_ical(render(slower, Format.ICS, Terminal()))
    assert [str(event["uid"]) for event in again.walk("VEVENT")] == first
    assert len(set(first)) == len(first)
    stamps = {event.decoded("dtstamp").date() for event in again.walk("VEVENT")}
    assert stamps == {DAY}


def hostile_catalog(catalog: Catalog) -> Catalog:
    """The small catalogue with a hostile abbreviation of the PMP."""
    import copy

    changed = copy.copy(catalog)
    pmp = catalog.certifications["pmp"]._replace(abbreviation=HOSTILE)
    changed.certifications = {**catalog.certifications, "pmp": pmp}
    return changed


def test_hostile_name_adds_no_line_to_a_mermaid_chart(small: Catalog) -> None:
    """Every line has one of the forms of a Mermaid chart, whatever the names are."""
    text = render(
        plan_builder(LEADER, request_for("pmp"))(hostile_catalog(small)),
        Format.MERMAID,
        Terminal(),
    )
    forms = r"gantt|    (title [\w .,()/+'-]+|\w+Format [\w%-]+|[\w .,()/+'-]+ :[a-z0-9, -]+)"
    assert all(re.fullmatch(forms, line) for line in text.splitlines()), text


def test_hostile_name_adds_no_event_to_a_calendar(small: Catalog) -> None:
    """The same number of events as before, and no control character in their text."""
    report = plan_builder(LEADER, request_for("pmp"))(hostile_catalog(small))
    events = Calendar.from_ical(render(report, Format.ICS, Terminal())).walk("VEVENT")
    assert len(events) == len(calendar("plan", small).walk("VEVENT"))
    assert all(str(event["summary"]).isprintable() for event in events)


@pytest.mark.parametrize("format", [Format.TABLE, Format.CSV, Format.MARKDOWN])
def test_hostile_name_is_escaped_in_text_formats(format: Format, small: Catalog) -> None:
    """No escape sequence and no direction mark in any text."""
    text = render(
        plan_builder(LEADER, request_for("pmp"))(hostile_catalog(small)), format, Terminal()
    )
    assert text.replace("\n", "").isprintable()


def test_gantt_chart_ends_on_the_last_day_of_the_plan(small: Catalog) -> None:
    """The last mark of the exam's bar is in the last column."""
    text = render(PLANS["plan"](small), Format.TABLE, Terminal(80))
    bar = next(line for line in text.splitlines() if line.startswith("PMP exam"))
    assert bar.endswith("*")
    assert len(bar) == 80
    assert plan("plan", small).finish > date(2027, 1, 1)
