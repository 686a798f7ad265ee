"""An audit agrees with the judge about a day, and with a day-by-day walk about expiries."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lively import lively_certifications, people
from strategies import AS_OF

from certadvisor.audit.audit import AuditState, audit
from certadvisor.audit.policy import EVERYONE, Policy, PolicyRule, RuleSeverity
from certadvisor.catalog.records import Catalog, Certification
from certadvisor.people.person import Person
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.rules.judge import judge
from certadvisor.rules.outcome import Outcome

DAY = timedelta(days=1)


@given(certification=lively_certifications(), profile=people, warn=st.integers(0, 400))
@settings(
    max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_the_audit_state_is_the_one_that_a_day_by_day_walk_finds(
    certification: Certification, profile: Profile, warn: int, small: Catalog
) -> None:
    """Met today: expiring if a day of the warning period is not; else as the judge says."""
    requirement = certification.rules[0].sit
    rule = PolicyRule("r", None, EVERYONE, None, requirement, None, warn, RuleSeverity.ERROR)
    result = audit([Person("1", 1, profile)], Policy("P", None, (rule,)), small, AS_OF)
    state = result.rows[0].states[0]
    evidence = Evidence(profile, small, AS_OF)

    def outcome(days: int) -> Outcome:
        return judge(requirement, evidence, AS_OF + days * DAY).outcome

    if outcome(0) is Outcome.MET:
        expires_in = next((d for d in range(1, warn + 2) if outcome(d) is not Outcome.MET), None)
        assert state is (AuditState.MET if expires_in is None else AuditState.EXPIRING)
        if expires_in is not None:
            assert result.findings[0].last_day == AS_OF + (expires_in - 1) * DAY
    elif outcome(0) is Outcome.UNKNOWN:
        assert state is AuditState.UNKNOWN
    else:
        assert state in (AuditState.MISSING, AuditState.EXPIRED)
