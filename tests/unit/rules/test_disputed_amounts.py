"""Amounts on which sources disagree: met by both readings, unmet by both, else unknown."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import AllOf, Experience, Training
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile, TrainingRecord, WorkPeriod
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.judge import judge, judge_leaf, missing_in
from certadvisor.rules.leaves import training
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.questions import question_for

AS_OF = date(2026, 11, 22)
HOURS = Training("agile", 21, disputed=28)
MONTHS = Experience("project-leading", months=24, disputed=36)


def trained(catalog: Catalog, hours: float | None, *incomplete: str) -> Evidence:
    """Return the evidence of a person with so many hours of training."""
    profile = Profile(training=(TrainingRecord("agile", hours),), incomplete=incomplete)
    return Evidence(profile, catalog, AS_OF)


@pytest.mark.parametrize(
    ("hours", "outcome"),
    [(20, Outcome.UNMET), (21, Outcome.UNKNOWN), (27, Outcome.UNKNOWN), (28, Outcome.MET)],
)
def test_between_two_numbers_of_hours_the_outcome_is_unknown(
    hours: int, outcome: Outcome, small: Catalog
) -> None:
    """Met from the higher number on, unmet below the lower one."""
    assert judge_leaf(HOURS, trained(small, hours), AS_OF).outcome is outcome


def test_a_shortfall_is_counted_to_the_number_that_is_enough_for_sure(small: Catalog) -> None:
    """With 20 hours 8 are missing: one more could be too few."""
    person = trained(small, 20)
    verdict = judge(AllOf((HOURS,)), person, AS_OF)
    assert [shortfall.amount for shortfall in missing_in(verdict)] == [8]
    assert training.missing_hours(HOURS, person.profile, AS_OF) == 8


def test_the_issuer_is_asked_only_where_nothing_else_is_open(small: Catalog) -> None:
    """Hours that are not given could settle it without the issuer."""
    assert question_for(HOURS, trained(small, 25), AS_OF).topic == "disputed"
    assert question_for(HOURS, trained(small, None), AS_OF).topic == "training"
    may_lack = trained(small, 25, "training")
    assert question_for(HOURS, may_lack, AS_OF).topic == "training"


def test_eligibility_begins_with_the_higher_number_of_months(small: Catalog) -> None:
    """Work since January 2025: 24 months touched in December 2026, 36 in December 2027."""
    kinds = small.kinds_of(["project-leading"])
    person = Evidence(Profile(work=(WorkPeriod(kinds, start=date(2025, 1, 1)),)), small, AS_OF)
    outcomes = {day: judge_leaf(MONTHS, person, day).outcome for day in (AS_OF, date(2026, 12, 1))}
    assert list(outcomes.values()) == [Outcome.UNMET, Outcome.UNKNOWN]
    assert Timeline(person).duration_of(MONTHS).since == date(2027, 12, 1)
