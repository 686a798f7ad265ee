"""What a plan takes for granted: work goes on, and what is active is renewed."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.planner.planning_assumptions import planning_evidence
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential, Profile, WorkPeriod

AS_OF = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("credential", "planned"),
    [
        (Credential("capm", None, date(2026, 11, 22)), Credential("capm")),
        (
            Credential("capm", None, date(2026, 11, 21)),
            Credential("capm", None, date(2026, 11, 21)),
        ),
        (Credential("capm", AS_OF, date(2029, 11, 22)), Credential("capm")),
        (
            Credential("capm", date(2026, 11, 23), date(2029, 11, 23)),
            Credential("capm", date(2026, 11, 23)),
        ),
        (Credential("capm", date(2024, 2, 29)), Credential("capm", date(2024, 2, 29))),
    ],
    ids=["last day", "lapsed yesterday", "earned today", "earned tomorrow", "no expiry date"],
)
def test_active_credentials_are_renewed_and_lapsed_ones_are_not(
    credential: Credential, planned: Credential, small: Catalog
) -> None:
    """What lapsed has to be earned again; what is earned later is not held before."""
    evidence = Evidence(Profile(certifications=(credential,)), small, AS_OF)
    answer = planning_evidence(evidence)
    assert answer.evidence.profile.certifications == (planned,)
    assert answer.renewed == ((credential,) if planned.expires != credential.expires else ())


def test_undated_months_continue_from_next_month(small: Catalog) -> None:
    """Dated work goes on by itself, and an undated total without months says nothing."""
    kinds = frozenset({"agile"})
    work = (WorkPeriod(kinds, months=5), WorkPeriod(kinds, start=AS_OF), WorkPeriod(kinds))
    answer = planning_evidence(Evidence(Profile(work=work), small, AS_OF))
    continued = WorkPeriod(kinds, start=date(2026, 12, 1))
    assert answer.evidence.profile.work == (*work, continued)
    assert answer.totals_continue
