"""The result for one member of a team: the outcome of each certification, and what to take next."""

from datetime import date
from typing import NamedTuple

from certadvisor.advice.recommend.ranking import Options, recommend
from certadvisor.advice.recommend.recommendations import Advice
from certadvisor.catalog.records import Catalog
from certadvisor.people.person import Person
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.rule_index import Rules
from certadvisor.rules.verdict_cache import Precedents


class Standing(NamedTuple):
    """A person's outcomes, by certification in the catalogue's order, and recommendations."""

    person: Person
    outcomes: dict[str, Outcome]
    advice: Advice


class Team:
    """Judges one person after another by one catalogue on one day; the results are independent.

    What people have in common is judged once and cached.
    """

    def __init__(self, catalog: Catalog, as_of: date, options: Options) -> None:
        self.catalog = catalog
        self.as_of = as_of
        self._options = options
        self._rules = Rules(catalog.certifications.values(), as_of)
        self._precedents = Precedents(self._rules)
        # `recommend` finds verdicts by the identity of the requirement, so the very objects of the
        # catalogue are kept.
        self._asked = {
            one.id: rule.sit
            for one in catalog.certifications.values()
            if (rule := one.rule_on(as_of)) is not None
        }

    def stand(self, person: Person) -> Standing:
        """Judge one person; equal to `check` and `recommend` for that person alone."""
        evidence = Evidence(person.profile, self.catalog, self.as_of)
        counts = self._rules.count(evidence)
        judged = self._precedents.judge(counts, evidence)
        known = {
            id(asked): (asked, found.verdict)
            for certification, asked in self._asked.items()
            if (found := judged[certification]) is not None
        }
        outcomes = self._rules.outcomes(counts)
        return Standing(person, outcomes, recommend(evidence, self._options, known))
