"""Plans in every format, whole: `make expected` rewrites the files for review."""

import json
import re
from datetime import date, timedelta

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from sample_plans import DAY, LEADER, PLANS, planned, to
from test_expected import SUFFIX, _fixed, compare  # noqa: F401  the fixture holds here too
from test_schemas import HEAD, schema

from certadvisor.catalog.records import Catalog
from certadvisor.planner.plan_result import Plan
from certadvisor.views.formats import Format, PlanFormat, render
from certadvisor.views.reports import Look

HOSTILE = "x\n    section y :done, z\r\nEND:VEVENT `js` <b>;#\x1b[31m\u202e"


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("answer", PLANS)
def test_a_plan_reads_as_expected(answer: str, width: int, small: Catalog) -> None:
    """The whole screen, plain, and nothing beyond the width."""
    text = render(PLANS[answer](small), Format.TABLE, Look(width))
    assert max(len(line) for line in text.splitlines()) <= width
    compare(f"{answer}.{width}.txt", text)


@pytest.mark.parametrize("format", [*SUFFIX, PlanFormat.MERMAID, PlanFormat.ICS])
def test_other_formats_read_as_expected(format: str, small: Catalog) -> None:
    """One plan in each form."""
    text = render(PLANS["plan"](small), format, Look())
    ending = {**{str(key): value for key, value in SUFFIX.items()}, "mermaid": "mmd"}
    compare(f"plan.{ending.get(format, format)}", text.replace("\r\n", "\n"))


@pytest.mark.parametrize("answer", PLANS)
def test_a_document_fits_its_schema(answer: str, small: Catalog) -> None:
    """No key is missing, none is unknown, and the schema knows every key."""
    document = json.loads(render(PLANS[answer](small), Format.JSON, Look()))
    checker = Draft202012Validator.FORMAT_CHECKER
    wanted = Draft202012Validator(schema("plan"), format_checker=checker)
    assert [error.message for error in wanted.iter_errors(document)] == []
    assert list(document)[:4] == HEAD
    assert set(document) <= set(schema("plan")["properties"])


@pytest.mark.parametrize("answer", PLANS)
def test_a_terminal_gets_the_same_words_in_colour(answer: str, small: Catalog) -> None:
    """Colour adds escapes and nothing else."""
    report = PLANS[answer](small)
    plain = render(report, Format.TABLE, Look(80))
    bare = re.sub(r"\x1b\[[0-9;]*m", "", render(report, Format.TABLE, Look(80, colour=True)))
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


def plan(answer: str, catalog: Catalog) -> Plan:
    """The plan of a sample that has one."""
    found = PLANS[answer](catalog).answer.plan
    assert found is not None
    return found


def calendar(answer: str, catalog: Catalog) -> Calendar:
    """The calendar of a sample, read back."""
    return Calendar.from_ical(render(PLANS[answer](catalog), PlanFormat.ICS, Look()))


def test_a_calendar_holds_the_days_of_the_plan(small: Catalog) -> None:
    """Read back by the library: the exam on its day, and a reminder for each thing to be done."""
    found = {str(event["summary"]): event for event in calendar("plan", small).walk("VEVENT")}
    exam = found["Sit the PMP exam"]
    assert exam.decoded("dtstart") == plan("plan", small).finish
    assert exam.decoded("dtend") - exam.decoded("dtstart") == timedelta(days=1)
    alarms = {name: event.walk("VALARM") for name, event in found.items()}
    before = {name: -alarm[0].decoded("trigger").days for name, alarm in alarms.items() if alarm}
    assert before == {
        "Apply for the PMP": 14,
        "Sit the PMP exam": 7,
        "Renew the PMP by today": 90,
    }
    renewal = found["Renew the PMP by today"].decoded("dtstart")
    assert renewal.year == plan("plan", small).finish.year + 3


def test_an_event_keeps_its_id_when_its_day_moves(small: Catalog) -> None:
    """Importing the calendar again moves the events; none comes twice in one."""
    first = [str(event["uid"]) for event in calendar("plan", small).walk("VEVENT")]
    slower = planned(LEADER.replace("6,", "4,"), to("pmp"))(small)
    again = Calendar.from_ical(render(slower, PlanFormat.ICS, Look()))
    assert [str(event["uid"]) for event in again.walk("VEVENT")] == first
    assert len(set(first)) == len(first)
    stamps = {event.decoded("dtstamp").date() for event in again.walk("VEVENT")}
    assert stamps == {DAY}


def hostile(catalog: Catalog) -> Catalog:
    """The small catalogue with a name that would like to say more."""
    import copy

    changed = copy.copy(catalog)
    pmp = catalog.certifications["pmp"]._replace(abbreviation=HOSTILE)
    changed.certifications = {**catalog.certifications, "pmp": pmp}
    return changed


def test_a_chart_has_no_line_of_a_names_own(small: Catalog) -> None:
    """Every line is one of the chart's forms, whatever the names are."""
    text = render(planned(LEADER, to("pmp"))(hostile(small)), PlanFormat.MERMAID, Look())
    forms = r"gantt|    (title [\w .,()/+'-]+|\w+Format [\w%-]+|[\w .,()/+'-]+ :[a-z0-9, -]+)"
    assert all(re.fullmatch(forms, line) for line in text.splitlines()), text


def test_a_calendar_has_no_line_of_a_names_own(small: Catalog) -> None:
    """As many events as before, and no control letter in their text."""
    report = planned(LEADER, to("pmp"))(hostile(small))
    events = Calendar.from_ical(render(report, PlanFormat.ICS, Look())).walk("VEVENT")
    assert len(events) == len(calendar("plan", small).walk("VEVENT"))
    assert all(str(event["summary"]).isprintable() for event in events)


@pytest.mark.parametrize("format", [Format.TABLE, Format.CSV, Format.MARKDOWN])
def test_hostile_names_stay_names(format: Format, small: Catalog) -> None:
    """No escape and no direction mark in any text."""
    text = render(planned(LEADER, to("pmp"))(hostile(small)), format, Look())
    assert text.replace("\n", "").isprintable()


def test_the_picture_ends_where_the_plan_does(small: Catalog) -> None:
    """The last mark of the exam's lane stands in the last column."""
    text = render(PLANS["plan"](small), Format.TABLE, Look(80))
    lane = next(line for line in text.splitlines() if line.startswith("PMP exam"))
    assert lane.endswith("*")
    assert len(lane) == 80
    assert plan("plan", small).finish > date(2027, 1, 1)
