"""The rule index and the verdict cache give the same answers as the judge."""

from collections.abc import Iterable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import AS_OF, certifications, profiles

from certadvisor.catalog.records import Catalog, Certification
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.rules import verdict_cache
from certadvisor.rules.judge import judge, missing_in
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.rule_index import RuleIndex
from certadvisor.rules.verdict_cache import CachedVerdict, VerdictCache

over_a_catalog = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


def judge_one_by_one(
    certifications: Iterable[Certification], evidence: Evidence
) -> dict[str, CachedVerdict | None]:
    """Return the judge's verdicts, with 0 for the numbers that only the cache assigns."""
    verdicts: dict[str, CachedVerdict | None] = {}
    for certification in certifications:
        rule = certification.rule_on(AS_OF)
        verdict = judge(rule.sit, evidence, AS_OF) if rule else None
        verdicts[certification.id] = verdict and CachedVerdict(verdict, missing_in(verdict), 0)
    return verdicts


def assert_same(
    certifications: tuple[Certification, ...], people: list[Profile], catalog: Catalog
) -> None:
    """Compare, person by person, outcomes, and verdict trees with their shortfalls."""
    index = RuleIndex(certifications, AS_OF)
    cache = VerdictCache(index)
    for profile in people:
        evidence = Evidence(profile, catalog, AS_OF)
        counts = index.count(evidence)
        trees = cache.judge(counts, evidence)
        expected = judge_one_by_one(certifications, evidence)
        assert {id: one and one._replace(number=0) for id, one in trees.items()} == expected
        assert index.outcomes(counts) == {
            id: one.verdict.outcome if one else Outcome.UNKNOWN for id, one in expected.items()
        }


@given(
    drawn_certifications=st.lists(certifications(), min_size=1, max_size=4),
    people=st.lists(profiles, min_size=1, max_size=5),
)
@over_a_catalog
def test_random_rules_are_judged_in_bulk_as_one_by_one(
    drawn_certifications: list[Certification], people: list[Profile], small: Catalog
) -> None:
    """Rules that share leaves and groups; profiles that give much and some that give nothing."""
    with_unique_ids = tuple(
        one._replace(id=str(number)) for number, one in enumerate(drawn_certifications)
    )
    assert_same(with_unique_ids, people, small)


@given(people=st.lists(profiles, min_size=1, max_size=3))
@over_a_catalog
def test_the_catalogue_is_judged_in_bulk_as_one_by_one(
    people: list[Profile], catalog: Catalog
) -> None:
    """Every rule of the built-in catalogue."""
    assert_same(tuple(catalog.certifications.values()), people, catalog)


def test_emptying_the_verdict_cache_changes_no_answer(catalog: Catalog) -> None:
    """The cache is bounded, and people judged after it is emptied get the same verdicts."""
    index = RuleIndex(catalog.certifications.values(), AS_OF)
    fresh, full = VerdictCache(index), VerdictCache(index)
    full._size = verdict_cache.CAPACITY + 1
    evidence = Evidence(Profile(work=()), catalog, AS_OF)
    counts = index.count(evidence)
    assert full.judge(counts, evidence) == fresh.judge(counts, evidence)
    assert full._size < verdict_cache.CAPACITY
