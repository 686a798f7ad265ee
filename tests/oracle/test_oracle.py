"""The engine agrees with a second judge that was written from the contract alone.

`make oracle` compares them on a hundred thousand questions; here are a few thousand.
"""

from datetime import date
from itertools import islice

import pytest

from oracle.compare import Comparison, Question, draw_people
from oracle.realistic import people_of_cases, personas

ASKED = date(2026, 11, 22)
NOTHING: dict[str, object] = {"education": [], "training": [], "certifications": []}
MET, UNMET, UNKNOWN = ("met", "met"), ("unmet", "unmet"), ("unknown", "unknown")


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """Both judges."""
    return Comparison()


@pytest.mark.parametrize("seed", [11, 12])
def test_the_judges_agree_on_random_people(seed: int, comparison: Comparison) -> None:
    """Drawn about the edges of windows, rules, lapses, leap days and what is not given."""
    for profile, questions in islice(draw_people(comparison, seed), 90):
        for one in comparison.disagreements(profile, questions):
            raise AssertionError(comparison.smallest(one))


def test_the_judges_agree_on_realistic_people(comparison: Comparison) -> None:
    """Some personas by every certification, and some people of the cases by their own."""
    some = islice(personas(comparison), 0, None, 8), islice(people_of_cases(), 0, None, 25)
    for profile, questions in (one for people in some for one in people):
        assert not list(comparison.disagreements(profile, questions))


def test_possible_months_leave_a_window_that_no_break_stretches(comparison: Comparison) -> None:
    """Settled: without breaks, months that may count leave after six years, not after ten."""
    profile = {"work": [{"start": "2023-01", "end": "2025-12"}], "breaks": []}
    question = Question("ipma-c", ASKED, date(2030, 11, 23))
    assert comparison.answers({**NOTHING, **profile}, question) == (UNMET, UNMET)


def test_breaks_may_be_missing_from_an_empty_list(comparison: Comparison) -> None:
    """Settled: `breaks: []` that may lack entries leaves open how far the window reaches."""
    job = {"kinds": ["project-leading"], "start": "2016-01", "end": "2019-12"}
    work = [{**job, "complexity": "moderate"}]
    profile = {**NOTHING, "work": work, "breaks": [], "incomplete": ["breaks"]}
    question = Question("ipma-c", ASKED, ASKED)
    assert comparison.answers(profile, question) == (UNKNOWN, UNKNOWN)


def test_work_before_a_window_does_not_take_back_hours(comparison: Comparison) -> None:
    """Settled: hours beside months are judged where all work inside the window gives them."""
    old = {"kinds": ["project"], "start": "2015-01", "end": "2016-12"}
    new = {"kinds": ["project"], "start": "2022-01", "end": "2025-12", "hours": 500}
    agile = {"kinds": ["agile-leading"], "start": "2024-01"}
    training = [{"topic": "agile", "hours": 21}]
    education = [{"degree": "secondary"}]
    profile = {**NOTHING, "education": education, "work": [old, new, agile], "training": training}
    question = Question("pmi-acp", date(2024, 11, 7), date(2024, 11, 7))
    assert comparison.answers(profile, question) == (UNMET, UNMET)


def test_amounts_of_undated_months_lie_where_these_are_laid(comparison: Comparison) -> None:
    """Settled: 20 years with 14,000 hours, laid back, are some 7,060 in the last ten, of 7,500."""
    profile = {
        "work": [{"kinds": ["business-analysis"], "months": 240, "hours": 14_000}],
        "training": [{"topic": "business-analysis", "hours": 35}],
        "confirmed": ["cbap-areas"],
    }
    question = Question("cbap", ASKED, ASKED)
    assert comparison.answers(profile, question) == (UNMET, UNMET)


def test_a_break_before_a_window_does_not_stretch_it(comparison: Comparison) -> None:
    """Settled: a break of 2015 and 2016 takes nothing from the last eight years."""
    job = {"kinds": ["project-leading"], "start": "2012-01", "end": "2022-10"}
    profile = {
        "work": [{**job, "complexity": "complex", "responsibility": "leadership"}],
        "breaks": [{"start": "2015-01", "end": "2016-12"}],
    }
    question = Question("ipma-b", ASKED, ASKED)
    assert comparison.answers(profile, question) == (UNMET, UNMET)


def test_hours_of_a_total_that_may_lie_before_the_window_are_open(comparison: Comparison) -> None:
    """Settled: if the first entry is of the kind, it pushes the second, without hours, out."""
    first = {"months": 61, "hours": 1_500}
    profile = {"work": [first, {"kinds": ["agile"], "months": 240}]}
    question = Question("odd-months-and", date(2024, 2, 29), date(2024, 2, 29))
    assert comparison.answers(profile, question) == (UNKNOWN, UNKNOWN)


def test_work_of_no_known_time_may_push_a_total_out(comparison: Comparison) -> None:
    """Settled: too simple to count itself, it may lie in all months of the window."""
    total = {"kinds": ["project-leading"], "months": 240, "complexity": "moderate"}
    profile = {**NOTHING, "work": [total, {}], "breaks": []}
    question = Question("ipma-c", ASKED, ASKED)
    assert comparison.answers(profile, question) == (UNKNOWN, UNKNOWN)


def test_a_break_that_is_not_known_may_bring_in_work_without_hours(comparison: Comparison) -> None:
    """Settled: 200 hours are too few, unless a break lets older work add to them."""
    work = [
        {"kinds": ["project"], "start": "2026-01", "end": "2026-06", "hours": 200},
        {"kinds": ["project"], "start": "2024-01", "end": "2024-06"},
    ]
    question = Question("odd-stretched-months-and", ASKED, ASKED)
    assert comparison.answers({**NOTHING, "work": work}, question) == (UNKNOWN, UNKNOWN)
    assert comparison.answers({**NOTHING, "work": work, "breaks": []}, question) == (UNMET, UNMET)


def test_a_break_that_is_not_known_may_bring_in_hours(comparison: Comparison) -> None:
    """Settled: months decide alone, unless a break brings in the last day of work with hours."""
    work = [
        {"kinds": ["project"], "start": "2026-01", "end": "2026-06"},
        {"kinds": ["project"], "start": "2024-01", "end": "2024-06", "hours": 2_000},
    ]
    question = Question("odd-stretched-months-and", ASKED, ASKED)
    assert comparison.answers({**NOTHING, "work": work}, question) == (UNKNOWN, UNKNOWN)
    assert comparison.answers({**NOTHING, "work": work, "breaks": []}, question) == (MET, MET)
