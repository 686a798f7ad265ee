"""The result for one member of a team: the outcome of each certification, and what to take next."""

from datetime import date
from typing import NamedTuple

from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.advice.recommend.recommendations import Recommendations
from certadvisor.catalog.records import Catalog
from certadvisor.people.person import Person
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.rule_index import RuleIndex
from certadvisor.rules.verdict_cache import VerdictCache


class MemberResult(NamedTuple):
    """A person's outcomes, by certification in the catalogue's order, and recommendations."""

    person: Person
    outcomes: dict[str, Outcome]
    advice: Recommendations

    @property
    def as_of(self) -> date:
        """The day judged by."""
        return self.advice.as_of


class MemberJudge:
    """Judges one person after another by one catalogue on one day; the results are independent.

    What people have in common is judged once and cached.
    """

    def __init__(self, catalog: Catalog, as_of: date, options: RankingOptions) -> None:
        self.catalog = catalog
        self.as_of = as_of
        self._options = options
        self._rule_index = RuleIndex(catalog.certifications.values(), as_of)
        self._verdict_cache = VerdictCache(self._rule_index)
        # `recommend` finds verdicts by the identity of the requirement, so the very objects of the
        # catalogue are kept.
        self._requirements = {
            one.id: rule.sit
            for one in catalog.certifications.values()
            if (rule := one.rule_on(as_of)) is not None
        }

    def judge(self, person: Person) -> MemberResult:
        """Judge one person; equal to `check` and `recommend` for that person alone."""
        evidence = Evidence(person.profile, self.catalog, self.as_of, person.title)
        counts = self._rule_index.count(evidence)
        cached_verdicts = self._verdict_cache.judge(counts, evidence)
        known = {
            id(requirement): (requirement, cached.verdict)
            for certification, requirement in self._requirements.items()
            if (cached := cached_verdicts[certification]) is not None
        }
        outcomes = self._rule_index.outcomes(counts)
        return MemberResult(person, outcomes, recommend(evidence, self._options, known))
