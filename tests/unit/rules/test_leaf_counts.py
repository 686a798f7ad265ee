"""The rule index counts what the judge counts, for each kind of leaf."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential, Education, Profile, TrainingRecord, WorkPeriod
from certadvisor.rules.judge import judge
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.rule_index import RuleIndex

AS_OF = date(2026, 11, 22)
KINDS = frozenset({"project-leading", "scrum-master", "business-analysis"})
FULL = Profile(
    education=(Education("bachelor"),),
    work=(WorkPeriod(KINDS, start=date(2023, 12, 1), hours=7500),),
    training=(TrainingRecord("project-management", 35), TrainingRecord("business-analysis", 35)),
    courses=("csm-course", "a-csm-course"),
    certifications=(Credential("csm", date(2026, 1, 1)),),
    memberships=(),
    breaks=(),
    confirmed=("cbap-areas",),
)


@pytest.mark.parametrize(
    ("profile", "met"),
    [
        (FULL, {"capm", "pmp", "csm", "psm-i", "a-csm", "cbap"}),
        (FULL._replace(confirmed=()), {"capm", "pmp", "csm", "psm-i", "a-csm"}),
        (FULL._replace(courses=("csm-course",)), {"capm", "pmp", "csm", "psm-i", "cbap"}),
        (FULL._replace(education=()), {"csm", "psm-i", "a-csm", "cbap"}),
        (FULL._replace(work=()), {"capm", "csm", "psm-i"}),
        (FULL._replace(training=()), {"csm", "psm-i", "a-csm"}),
        (FULL._replace(certifications=()), {"capm", "pmp", "csm", "psm-i", "cbap"}),
        (Profile(), {"psm-i"}),
    ],
    ids=[
        "all", "no answer", "no course", "no degree", "no work", "no training", "no credential",
        "nothing given",
    ],
)  # fmt: skip
def test_each_leaf_counts_in_bulk_as_alone(profile: Profile, met: set[str], small: Catalog) -> None:
    """Without the evidence of a leaf the certifications that require it are not met."""
    rules = {id: rule for id, one in small.certifications.items() if (rule := one.rule_on(AS_OF))}
    evidence = Evidence(profile, small, AS_OF)
    index = RuleIndex(small.certifications.values(), AS_OF)
    outcomes = index.outcomes(index.count(evidence))
    judged = {id: judge(rule.sit, evidence, AS_OF).outcome for id, rule in rules.items()}
    assert {id: outcomes[id] for id in rules} == judged
    open_to_all = {"prince2-6-foundation", "prince2-7-foundation"}
    assert {id for id in judged if judged[id] is Outcome.MET} == met | open_to_all
