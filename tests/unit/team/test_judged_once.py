"""For a table of people, each outcome is computed once for a person, a certification and a day."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from certadvisor.advice.recommend.ranking import DEFAULT_OPTIONS
from certadvisor.audit.audit import audit
from certadvisor.audit.policy_reader import load_policy
from certadvisor.batch.worker import BatchRequest, Rows, make_judge, make_renderer, make_summarizer
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Leaf, Requirement
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person
from certadvisor.profile.evidence import Evidence
from certadvisor.rules import eligibility
from certadvisor.rules.judge import judge
from certadvisor.rules.leaves import degree, experience, holds, training
from certadvisor.rules.rule_index import EvidenceCounts, RuleIndex
from certadvisor.rules.verdict import Verdict
from certadvisor.rules.verdict_cache import CachedVerdict, VerdictCache

DAY = date(2026, 11, 22)
FOLDER = Path(__file__).parents[2] / "people"
MAKERS = (make_judge, make_renderer, make_summarizer)


@pytest.fixture
def people(catalog: Catalog) -> list[Person]:
    """Read the sample tables."""
    return [
        row
        for name in ("team.jsonl", "audited.jsonl")
        for row in read_people(FOLDER / name, catalog, DAY).rows
        if isinstance(row, Person)
    ]


@pytest.mark.parametrize("make_worker", MAKERS)
def test_a_batch_run_computes_each_outcome_once(
    make_worker: Callable[[BatchRequest], Callable[[Rows], object]],
    people: list[Person],
    catalog: Catalog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In bulk, and never again for the ranking, the lines or the sums of the team report."""
    bulk: list[object] = []  # the profiles judged, and the counts
    single: Counter[int] = Counter()  # by requirement
    judge_all, outcomes = VerdictCache.judge, RuleIndex.outcomes

    def counting_all(
        cache: VerdictCache, counts: EvidenceCounts, evidence: Evidence
    ) -> dict[str, CachedVerdict | None]:
        bulk.append(evidence.profile)
        return judge_all(cache, counts, evidence)

    def counting_one(requirement: Requirement, *rest: Any) -> Verdict:
        single[id(requirement)] += 1
        return judge(requirement, *rest)

    def counting_outcomes(index: RuleIndex, counts: EvidenceCounts) -> object:
        bulk.append(counts)
        return outcomes(index, counts)

    monkeypatch.setattr(VerdictCache, "judge", counting_all)
    monkeypatch.setattr(eligibility, "judge", counting_one)
    monkeypatch.setattr(RuleIndex, "outcomes", counting_outcomes)
    request = BatchRequest(catalog, (), False, DAY, DEFAULT_OPTIONS)
    make_worker(request)(people)
    assert len(bulk) == len(people)
    assert len({id(one) for one in bulk}) == len(people)
    rules = [one.rule_on(DAY) for one in catalog.certifications.values()]
    assert single.keys().isdisjoint(id(rule.sit) for rule in rules if rule)


def test_an_audit_judges_each_leaf_once(
    people: list[Person], catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many rules of the policy share it, and for the dates too."""
    judged: Counter[tuple[int, type, Leaf]] = Counter()

    def counting(judge: Callable[[Leaf, Evidence, date], Verdict]) -> Callable[..., Verdict]:
        def count_and_judge(leaf: Leaf, evidence: Evidence, day: date) -> Verdict:
            judged[id(evidence.profile), type(leaf), leaf] += day == DAY
            return judge(leaf, evidence, day)

        return count_and_judge

    for module in (degree, experience, holds, training):
        monkeypatch.setattr(module, "judge", counting(module.judge))
    audit(people, load_policy(FOLDER / "policy.yaml", catalog), catalog, DAY)
    assert {profile for profile, _, _ in judged} == {id(person.profile) for person in people}
    assert set(judged.values()) == {1}
