"""An audit passes only if it could judge: how much may be unknown."""

from datetime import date

import pytest

from certadvisor.audit.audit import AuditResult, FailOn, audit, audit_fails
from certadvisor.audit.policy_reader import parse_policy
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.people.person import Person
from certadvisor.profile.model import Credential, Profile

DAY = date(2026, 11, 22)
POLICY = """
policy: P
{limit}
rules:
  - {{id: certified, who: everyone, needs: {{holds: pmp}}, severity: {severity}}}
"""
HOLDER = Profile(certifications=(Credential("pmp", date(2026, 1, 1), date(2029, 1, 1)),))


def audited(
    met: int, unknown: int, small: Catalog, limit: str = "", severity: str = "error"
) -> AuditResult:
    """An audit of so many people who hold it, and so many of whom it is not known."""
    document = read_bytes(POLICY.format(limit=limit, severity=severity).encode(), "policy.yaml")
    profiles = [HOLDER] * met + [Profile()] * unknown
    people = [Person(str(number), number, one) for number, one in enumerate(profiles, start=1)]
    return audit(people, parse_policy(document, small), small, DAY, "people")


@pytest.mark.parametrize(
    ("met", "unknown", "fails"),
    [
        (0, 0, False), (5, 0, False), (5, 1, False), (8, 1, False), (7, 2, True), (1, 1, False),
        (0, 1, True), (0, 2, True), (9, 1, False), (18, 2, False), (17, 2, True), (90, 10, False),
        (89, 11, True), (7, 33, True),
    ],
)  # fmt: skip
def test_too_much_unknown_fails_whatever_fails_otherwise(
    met: int, unknown: int, *, fails: bool, small: Catalog
) -> None:
    """More than a tenth; more than one of fewer than ten; or all of them."""
    result = audited(met, unknown, small)
    assert [audit_fails(result, level) for level in (FailOn.NEVER, FailOn.EXPIRED)] == [fails] * 2
    assert [(one.unknown, one.concerned) for one in result.unjudged_rules] == (
        [(unknown, met + unknown)] if fails else []
    )


@pytest.mark.parametrize(
    ("limit", "met", "unknown", "fails"),
    [
        ("max_unknown: 33", 7, 33, False), ("max_unknown: 32", 7, 33, True),
        ("max_unknown: 100%", 0, 3, False), ("max_unknown: 50%", 2, 2, False),
        ("max_unknown: 50%", 1, 2, True), ("max_unknown: 0", 20, 1, True),
        ("max_unknown: 0%", 20, 1, True),
    ],
)  # fmt: skip
def test_the_policy_says_how_much_may_be_unknown(
    limit: str, met: int, unknown: int, *, fails: bool, small: Catalog
) -> None:
    """In people, or as a share of those concerned."""
    assert audit_fails(audited(met, unknown, small, limit), FailOn.NEVER) == fails


def test_a_rule_that_only_warns_must_be_judged_too(small: Catalog) -> None:
    """Its breach would not fail the audit; that no one was judged does, unless it is allowed."""
    assert audit_fails(audited(0, 3, small, severity="warning"), FailOn.NEVER)
    allowed = audited(0, 3, small, "max_unknown: 100%", severity="warning")
    assert not audit_fails(allowed, FailOn.NEVER)
