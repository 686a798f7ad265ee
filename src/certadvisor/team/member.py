"""The result for one member of a team: the outcome of each certification, and what to take next."""

from datetime import date
from typing import NamedTuple

from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.advice.recommend.recommendations import Recommendations
from certadvisor.catalog.records import Catalog
from certadvisor.people.person import Person
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.matching.job_titles import kinds_of_title
from certadvisor.profile.model import Profile, Section, WorkPeriod
from certadvisor.profile.present_role import present_role
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
        profile = _with_present_title(person, self.catalog, self.as_of)
        evidence = Evidence(profile, self.catalog, self.as_of)
        counts = self._rule_index.count(evidence)
        cached_verdicts = self._verdict_cache.judge(counts, evidence)
        known = {
            id(requirement): (requirement, cached.verdict)
            for certification, requirement in self._requirements.items()
            if (cached := cached_verdicts[certification]) is not None
        }
        unknown = Outcome.UNKNOWN
        outcomes = {
            certification: cached.verdict.outcome if cached else unknown
            for certification, cached in cached_verdicts.items()
        }
        return MemberResult(person, outcomes, recommend(evidence, self._options, known))


def _with_present_title(person: Person, catalog: Catalog, as_of: date) -> Profile:
    """The profile with the title of the table as the present job, where no job names a role.

    It leads the advice, as `recommend --title` does. It has no duration, so it is no experience:
    beside jobs that the table lists it has no kinds, and where the table lists none, work
    stays unknown.
    """
    profile = person.profile
    if not person.title or present_role(profile, catalog, as_of):
        return profile
    if profile.work is not None:
        return profile._replace(work=(*profile.work, WorkPeriod(frozenset(), person.title)))
    kinds = kinds_of_title(person.title, catalog)
    job = WorkPeriod(kinds, person.title, kinds_from_title=kinds is not None)
    incomplete = (*profile.incomplete, Section.WORK.value)
    return profile._replace(work=(job,), incomplete=incomplete)
