"""The laws draw what is hard to count often enough: stretched windows, leap days, boundaries."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st
from lively import lively_certifications, people
from strategies import AS_OF, WALK, certifications, leaves_with_evidence, profiles, requirements

from certadvisor.base.months import years_before
from certadvisor.catalog.records import Catalog, Certification
from certadvisor.catalog.requirement import Experience, Requirement, Training, leaves
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile

DAY = timedelta(days=1)
SEEDS = range(5)  # examples of one seed resemble one another
COUNT = 100  # of each seed

Drawn = tuple[Requirement | Certification, Profile]
Property = Callable[[Drawn, Catalog], bool]


def dates_in(value: object) -> Iterator[date]:
    """Yield every date in a record."""
    if isinstance(value, date):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from dates_in(item)


def requirements_of(rules: Requirement | Certification) -> tuple[Requirement, ...]:
    """Return the requirements of all rule versions, or the requirement itself."""
    if isinstance(rules, Certification):
        return tuple(version.sit for version in rules.rules)
    return (rules,)


def has_stretched_window(drawn: Drawn, catalog: Catalog) -> bool:
    """Whether career breaks stretch a window during the days that the laws check."""
    rules, profile = drawn
    evidence = Evidence(profile, catalog, AS_OF)
    return profile.breaks is not None and any(
        evidence.window(day, leaf.within_years, leaf.extendable_to_years)[0]
        != years_before(day, leaf.within_years)
        for requirement in requirements_of(rules)
        for leaf in leaves(requirement)
        if isinstance(leaf, Experience) and leaf.within_years
        for day in (AS_OF, AS_OF + WALK * DAY)
    )


def has_leap_day(drawn: Drawn, _catalog: Catalog) -> bool:
    """Whether a date of the profile is a 29 February."""
    return any((day.month, day.day) == (2, 29) for day in dates_in(drawn[1]))


def has_date_on_a_boundary(drawn: Drawn, _catalog: Catalog) -> bool:
    """Whether a date of the profile is on, or one day from, a day on which judging turns.

    Such are the day of the question, the first day of a look-back window on it, and those on
    which a rule or a status changes.
    """
    rules, profile = drawn
    boundaries = {AS_OF} | {
        years_before(AS_OF, leaf.within_years)
        for requirement in requirements_of(rules)
        for leaf in leaves(requirement)
        if isinstance(leaf, Experience | Training) and leaf.within_years
    }
    if isinstance(rules, Certification):
        boundaries |= {version.since for version in rules.rules if version.since}
        boundaries |= {status.since for status in rules.statuses if status.since}
    days = set(dates_in(profile))
    return any({day - DAY, day, day + DAY} & days for day in boundaries)


def draw(strategy: st.SearchStrategy[Drawn], number: int) -> list[Drawn]:
    """Return the examples that a law with this seed tries."""
    examples: list[Drawn] = []

    @seed(number)
    @settings(max_examples=COUNT, database=None, phases=[Phase.generate])
    @given(strategy)
    def collect(drawn: Drawn) -> None:
        examples.append(drawn)

    collect()
    return examples


@pytest.mark.parametrize(
    "strategy",
    [
        leaves_with_evidence,
        st.tuples(requirements, profiles),
        st.tuples(certifications(), profiles),
        st.tuples(lively_certifications(), people),
    ],
    ids=["leaves", "requirements", "certifications", "lively"],
)
def test_the_hard_cases_are_drawn_often(strategy: st.SearchStrategy[Drawn], small: Catalog) -> None:
    """Each in at least one example of twenty."""
    examples = [drawn for number in SEEDS for drawn in draw(strategy, number)]
    properties: tuple[Property, ...] = (has_stretched_window, has_leap_day, has_date_on_a_boundary)
    shares = {
        is_so.__name__: sum(is_so(drawn, small) for drawn in examples) / len(examples)
        for is_so in properties
    }
    print(shares)
    assert min(shares.values()) >= 0.05, shares
