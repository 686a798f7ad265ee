"""The title of a table leads the advice of a batch, and is no experience."""

from datetime import date

import pytest

from certadvisor.advice.recommend.ranking import DEFAULT_OPTIONS
from certadvisor.catalog.loader import load_catalog
from certadvisor.people.person import Person
from certadvisor.profile.model import Profile, WorkPeriod
from certadvisor.team.member import MemberJudge, MemberResult

DAY = date(2026, 11, 30)
JUDGE = MemberJudge(load_catalog(()), DAY, DEFAULT_OPTIONS)


def judged(title: str | None, profile: Profile | None = None) -> MemberResult:
    """The result for a person of this title, of whom nothing else is known."""
    return JUDGE.judge(Person("1", 1, profile or Profile(), title=title))


def first_ids(result: MemberResult) -> list[str]:
    """The certifications recommended, in order."""
    return [one.certification.id for one in result.advice.recommendations]


def test_people_of_different_titles_get_different_advice() -> None:
    """A business analyst, a product owner and a programme manager have no list in common."""
    titles = ("Business analyst", "Product owner", "Programme manager")
    assert len({tuple(first_ids(judged(title))) for title in titles}) == len(titles)


@pytest.mark.parametrize("title", ["Project manager", "Scrum master", "Wizard"])
def test_a_title_alone_proves_nothing(title: str) -> None:
    """What may be sat stays as unknown as without it."""
    assert judged(title).outcomes == judged(None).outcomes


def test_work_in_the_table_is_not_changed_by_the_title() -> None:
    """Neither where it names the role nor where it does not."""
    for listed in ("Project manager", "Gardener"):
        work = (WorkPeriod(frozenset({"project"}), listed, start=date(2024, 1, 1)),)
        profile = Profile(work=work)
        assert judged("Scrum master", profile).outcomes == judged(None, profile).outcomes
