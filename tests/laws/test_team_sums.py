"""Team totals do not depend on how the people are split up, and no person is lost."""

import pickle

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lively import people
from strategies import AS_OF

from certadvisor.advice.recommend.ranking import DEFAULT_OPTIONS
from certadvisor.catalog.records import Catalog
from certadvisor.people.person import Person
from certadvisor.profile.model import Goal, Profile
from certadvisor.team.member import MemberJudge, MemberResult
from certadvisor.team.totals import MAX_LISTED, TeamTotals, count_totals, merge_totals

ROLES = (None, "project-coordinator", "project-manager", "scrum-master", "program-manager")
profiles = st.tuples(
    people | st.just(Profile()),
    st.sampled_from([None, "US", "GB"]),
    st.sampled_from(ROLES),
)


@given(people_data=st.lists(profiles, max_size=8), data=st.data())
@settings(
    max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_any_split_and_order_of_the_people_gives_the_same_team_totals(
    people_data: list[tuple[Profile, str | None, str | None]], data: st.DataObject, small: Catalog
) -> None:
    """Counted at once, or in parts of any size and order that are pickled and merged."""
    team = MemberJudge(small, AS_OF, DEFAULT_OPTIONS)
    judged_people = [
        (team.judge(Person("", 0, profile._replace(country=country, goal=Goal()))), role)
        for profile, country, role in people_data
    ]
    standings = [  # ten of each, so that the lists exceed their limits
        one._replace(person=one.person._replace(id=f"{at}", line=at, role=role, title=role))
        for at, (one, role) in enumerate(judged_people * 10)
    ]
    whole = count_totals(standings, small, AS_OF)
    parts = [count_totals(heap, small, AS_OF) for heap in data.draw(_splits(standings))]
    sums = TeamTotals()
    for heap in parts:
        sums = merge_totals(sums, pickle.loads(pickle.dumps(heap)))  # noqa: S301  our own
    assert sums == whole
    assert whole.people == len(standings)
    assert whole.people == whole.no_title + whole.no_role + whole.coverage.total()
    assert len(whole.ready) <= MAX_LISTED >= len(whole.next_lapses)
    assert all(amount >= 0 for amount in whole.amounts.values())
    assert whole.priced.total() <= whole.gaps.total()


def _splits(items: list[MemberResult]) -> st.SearchStrategy[list[list[MemberResult]]]:
    """Draw a permutation of the items, cut into parts of equal size, up to fifteen each."""
    return st.permutations(items).flatmap(
        lambda mixed: st.integers(1, 15).map(
            lambda size: [mixed[at : at + size] for at in range(0, len(mixed), size)]
        )
    )
