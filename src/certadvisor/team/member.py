"""Where one of many people stands: the outcome of every certification, and which ones next."""

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
    """A person's outcomes, by certification in the catalogue's order, and advice."""

    person: Person
    outcomes: dict[str, Outcome]
    advice: Advice


class Team:
    """Judges one person after another by one catalogue on one day; no answer hangs on another."""

    def __init__(self, catalog: Catalog, as_of: date, options: Options) -> None:
        self.catalog = catalog
        self.as_of = as_of
        self._options = options
        self._rules = Rules(catalog.certifications.values(), as_of)
        self._precedents = Precedents(self._rules)
        self._asked = {
            one.id: rule.sit
            for one in catalog.certifications.values()
            if (rule := one.rule_on(as_of)) is not None
        }

    def stand(self, person: Person) -> Standing:
        """The outcomes are the judge's (`rules.bulk`), the advice is that of `recommend`."""
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
