"""The picture of a plan: its steps, months that do not collide, and nothing from elsewhere."""

import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_plans import PLANS
from test_expected import _pinned_versions, compare  # noqa: F401  the autouse fixture applies here too
from test_hostile import HOSTILE

from certadvisor.catalog.records import Catalog
from certadvisor.views.formats import Format, UnsupportedFormatError
from certadvisor.views.html.plan.time_axis import TimeAxis
from certadvisor.views.reports import PlannedPerson, Terminal
from certadvisor.views.writers import render

DRAWN = ("plan", "plan-steps", "plan-cheapest", "plan-lapsed")
UNKNOWN_PERSON = PlannedPerson()


def draw(answer: str, small: Catalog, person: PlannedPerson = UNKNOWN_PERSON) -> str:
    """The picture of a sample plan."""
    report = PLANS[answer](small)
    return render(report._replace(person=person), Format.SVG, Terminal())


@pytest.mark.parametrize("answer", ["plan", "plan-steps"])
def test_plan_picture_is_as_expected(answer: str, small: Catalog) -> None:
    """Every byte of it."""
    compare(f"{answer}.svg", draw(answer, small, PlannedPerson(None, "IT project manager")))


@pytest.mark.parametrize("answer", DRAWN)
def test_every_step_is_described_with_its_days(answer: str, small: Catalog) -> None:
    """Each is a list item of its own, with a bar or a sign."""
    report = PLANS[answer](small)
    assert report.result.plan is not None
    root = ET.fromstring(draw(answer, small))  # noqa: S314  our own output
    labels = [one.get("aria-label") or "" for one in root.iter() if one.get("role") == "listitem"]
    steps = report.result.plan.steps
    assert len(labels) == len(steps)
    for label, step in zip(labels, steps, strict=True):
        assert step.start.isoformat() in label
        assert step.end.isoformat() in label
    marks = re.findall(r'class="(?:bar|event) (\w+)"', draw(answer, small))
    assert len(marks) == len(steps)
    assert marks[-1] == "goal"


def test_a_plan_picture_is_self_contained(small: Catalog) -> None:
    """No script, no address but the SVG namespace, the same bytes each time, and its day."""
    text = draw("plan", small)
    assert text == draw("plan", small)
    assert re.findall(r"https?:[^\"]*", text) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"<script|[ :]src=|href|@import|url\(", text)
    assert "As of 2026-11-22" in text


def test_a_name_is_shown_only_where_it_is_given(small: Catalog) -> None:
    """The present job and the goal stand beside it."""
    person = PlannedPerson("Ada Example", "IT project manager", "program-manager")
    assert "Ada Example · now: IT project manager · goal: " in draw("plan", small, person)
    assert ">Now: IT project manager<" in draw("plan", small, person._replace(name=None, goal=None))


@pytest.mark.parametrize("name", [*HOSTILE, "</style><b>", "]]>", "x" * 4000, "\ud800", "\0"])
def test_no_name_becomes_markup(name: str, small: Catalog) -> None:
    """A hostile name or job title is shown as it is, or escaped."""
    text = draw("plan", small, PlannedPerson(name, name))
    elements = sorted(one.tag for one in ET.fromstring(text).iter())  # noqa: S314  our own output
    harmless = draw("plan", small, PlannedPerson("a", "a"))
    assert elements == sorted(one.tag for one in ET.fromstring(harmless).iter())  # noqa: S314  our own output
    assert text.replace("\n", "").isprintable()


def test_without_a_plan_there_is_no_picture(small: Catalog) -> None:
    """The command says why and writes nothing."""
    with pytest.raises(UnsupportedFormatError):
        draw("plan-gap", small)


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(1, 12_000))
def test_names_of_months_never_collide(start: date, days: int) -> None:
    """Whatever the span: each has its room, inside the axis."""
    first = start.toordinal()
    axis = TimeAxis(first, first + days, 400, 600)
    places = [axis.x(day.toordinal()) for day in axis.months()]
    assert all(400 <= place <= 960 for place in places)
    assert all(after - before >= 62 for before, after in pairwise(places))
