"""What is asked where work leaves a verdict open: the one thing that is not given."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Experience
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile, WorkPeriod
from certadvisor.rules.leaves import experience
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Question

AS_OF = date(2026, 11, 22)
START = date(2020, 1, 1)
LEADING = frozenset({"project-leading"})
MONTHS = Experience("project-leading", months=12)
PLAIN = WorkPeriod(LEADING, start=START)


@pytest.mark.parametrize(
    ("leaf", "work", "question"),
    [
        (MONTHS, None, Question("experience", "project-leading", "")),
        (MONTHS, (WorkPeriod(None, "Wizard", START),), Question("title", "Wizard", "")),
        (MONTHS, (WorkPeriod(None, None, START),), Question("title", "", "")),
        (
            MONTHS._replace(complexity="complex", responsibility="leadership"),
            (PLAIN,),
            Question("complexity", "project-leading", ""),
        ),
        (
            MONTHS._replace(complexity="complex", responsibility="leadership"),
            (PLAIN._replace(complexity="complex"),),
            Question("responsibility", "project-leading", ""),
        ),
        (
            Experience("project-leading", hours=100, person_days=10),
            (PLAIN,),
            Question("hours", "project-leading", ""),
        ),
        (
            Experience("project-leading", person_days=10, projects=1),
            (PLAIN,),
            Question("person_days", "project-leading", ""),
        ),
        (
            Experience("project-leading", projects=1),
            (PLAIN,),
            Question("projects", "project-leading", ""),
        ),
        (MONTHS, (WorkPeriod(LEADING),), Question("experience", "project-leading", "")),
        (
            MONTHS._replace(hours=100),
            (PLAIN, WorkPeriod(LEADING, start=START, end=START, hours=10)),
            Question("hours", "project-leading", ""),
        ),
    ],
    ids=[
        "no work given", "unknown title", "no title", "complexity", "responsibility", "hours",
        "person-days", "projects", "undated", "hours of one job",
    ],
)  # fmt: skip
def test_the_question_is_about_what_is_not_given(
    leaf: Experience, work: tuple[WorkPeriod, ...] | None, question: Question, small: Catalog
) -> None:
    """A title that is not recognised before the complexity of work that is."""
    evidence = Evidence(Profile(work=work, breaks=()), small, AS_OF)
    assert experience.judge(leaf, evidence, AS_OF).outcome is Outcome.UNKNOWN
    assert experience.question(leaf, evidence, AS_OF) == question


def test_breaks_are_asked_about_where_they_may_bring_in_work_with_enough_hours(
    small: Catalog,
) -> None:
    """All work gives its hours, so that no further hours are to be asked for."""
    leaf = MONTHS._replace(hours=100, within_years=5, extendable_to_years=8)
    old = WorkPeriod(LEADING, start=date(2019, 1, 1), end=date(2019, 12, 31), hours=100)
    new = PLAIN._replace(start=date(2024, 1, 1), hours=10)
    evidence = Evidence(Profile(work=(old, new)), small, AS_OF)
    assert experience.judge(leaf, evidence, AS_OF).outcome is Outcome.UNKNOWN
    assert experience.question(leaf, evidence, AS_OF) == Question("breaks", "project-leading", "")
