"""The first lines of `check`: what is missing, what else being certified takes, what changes."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import AllOf
from certadvisor.planner.nearest_way import check_certification
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import (
    Education,
    Goal,
    Horizon,
    HorizonUnit,
    Profile,
    TrainingRecord,
    WorkPeriod,
)
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check
from certadvisor.views.reports import AnswerContext, CheckReport
from certadvisor.views.words.check import announced_text, award_text, headline

DAY = date(2026, 11, 30)
BACHELOR = (Education("bachelor"),)


def leading(catalog: Catalog, start: date, end: date | None) -> tuple[WorkPeriod, ...]:
    """Return one job of leading projects."""
    return (WorkPeriod(catalog.kinds_of(["project-leading"]), start=start, end=end),)


def checked(id: str, profile: Profile, catalog: Catalog) -> Check:
    """Check one certification of the catalogue."""
    resources = PlanningResources(Evidence(profile, catalog, DAY))
    return check_certification(catalog.certifications[id], resources)


def sentence(answer: Check, catalog: Catalog) -> str:
    """Return the headline."""
    return headline(CheckReport(AnswerContext(catalog, DAY, today=True), answer))


def test_a_gap_that_is_known_is_named_beside_what_is_not_given(catalog: Catalog) -> None:
    """No training, and nothing about courses or certifications: 35 hours are missing."""
    work = leading(catalog, date(2021, 1, 1), None)
    answer = checked("pmp", Profile(education=BACHELOR, work=work, training=()), catalog)
    assert answer.outcome is Outcome.UNKNOWN
    assert sentence(answer, catalog) == (
        "35 hours of training in project management are missing for the PMP today, "
        "unless something you have not given replaces it."
    )


@pytest.mark.parametrize(
    ("end", "tail"),
    [
        (date(2024, 5, 31), ", and no present job in your profile adds to that."),
        (None, "; you'll qualify on 2027-06-01 if your current work continues."),
    ],
)
def test_the_headline_says_whether_work_goes_on(
    end: date | None, tail: str, catalog: Catalog
) -> None:
    """29 months lack 7 more; only a job that goes on brings them."""
    start = date(2022, 1, 1) if end else date(2024, 7, 1)
    profile = Profile(
        education=(*BACHELOR, Education("master")),
        work=leading(catalog, start, end),
        training=(TrainingRecord("project-management", 35),),
    )
    assert sentence(checked("pmp", profile, catalog), catalog) == (
        f"7 months of leading projects are missing for the PMP today{tail}"
    )


def test_what_being_certified_takes_is_said_beside_the_exam(catalog: Catalog) -> None:
    """The exam of the CISM is open to all; the certificate needs five years."""
    profile = Profile(education=(), work=(), training=(), certifications=())
    answer = checked("cism", profile, catalog)
    assert answer.outcome is Outcome.MET
    assert answer.award is Outcome.UNMET
    text = award_text(answer, catalog) or ""
    assert text.startswith("To be certified you also need 60 months of")
    assert award_text(checked("capm", profile, catalog), catalog) is None


NEWS = "From 2027-03-01 another rule applies: under it you will qualify, as things stand."


@pytest.mark.parametrize(("months", "text"), [(6, NEWS), (2, None)])
def test_a_rule_that_changes_the_answer_in_time_is_announced(
    months: int, text: str | None, catalog: Catalog
) -> None:
    """A rule from March on matters to a goal of six months, not to one of two."""
    capm = catalog.certifications["capm"]
    later = capm.rules[-1]._replace(since=date(2027, 3, 1), sit=AllOf(()), award=AllOf(()))
    goal = Goal(within=Horizon(months, HorizonUnit.MONTH))
    profile = Profile(education=(), training=(), courses=(), certifications=(), goal=goal)
    announced = capm._replace(rules=(*capm.rules, later))
    resources = PlanningResources(Evidence(profile, catalog, DAY))
    answer = check_certification(announced, resources)
    assert answer.outcome is Outcome.UNMET
    assert announced_text(answer) == text
