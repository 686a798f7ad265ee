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
    ],
    ids=[
        "no work given", "unknown title", "no title", "complexity", "responsibility", "hours",
        "person-days", "projects", "undated",
    ],
)  # fmt: skip
def test_the_question_is_about_what_is_not_given(
    leaf: Experience, work: tuple[WorkPeriod, ...] | None, question: Question, small: Catalog
) -> None:
    """An unrecognised title comes before the complexity of recognised work."""
    evidence = Evidence(Profile(work=work, breaks=()), small, AS_OF)
    assert experience.judge(leaf, evidence, AS_OF).outcome is Outcome.UNKNOWN
    assert experience.question(leaf, evidence, AS_OF) == question
