"""Judging a team gives each member the same result as judging that person alone."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import AS_OF, profiles

from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.catalog.records import Catalog
from certadvisor.people.person import Person
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Goal, Profile
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline
from certadvisor.team.member import MemberJudge


@given(people=st.lists(profiles, min_size=1, max_size=4), top=st.integers(1, 9))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15
)
def test_each_member_is_judged_independently(
    people: list[Profile], top: int, catalog: Catalog
) -> None:
    """Recommendations are those of `recommend`, each outcome is that of `check`."""
    options = RankingOptions(top)
    judge = MemberJudge(catalog, AS_OF, options)
    for number, generated in enumerate(people, start=1):
        profile = generated._replace(goal=Goal(), guessed=())  # generated ones are invalid
        result = judge.judge(Person(str(number), number, profile))
        assert result.advice == recommend(Evidence(profile, catalog, AS_OF), options)
        timeline = Timeline(Evidence(profile, catalog, AS_OF))
        assert result.outcomes == {
            one.id: check(one, timeline, with_end=False).outcome
            for one in catalog.certifications.values()
        }


def test_the_title_of_a_table_is_the_present_role(catalog: Catalog) -> None:
    """Two people who differ in nothing else are recommended what their roles lead to."""
    judge = MemberJudge(catalog, AS_OF, RankingOptions())
    ids = {
        title: [
            one.certification.id
            for one in judge.judge(Person("1", 1, Profile(work=()), title=title))[2].recommendations
        ]
        for title in ("Scrum Master", "Program manager", None)
    }
    assert ids["Scrum Master"] != ids["Program manager"] != ids[None]
    assert ids["Scrum Master"] != ids[None]
