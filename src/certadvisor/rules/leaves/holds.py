"""Holds: another certification, active on the day, or lapsed where the issuer accepts that.

Asks for: any one of the certifications named; lineage never stands in for them.
Counts: a credential through its last day; one without dates is taken as active.
Leaves out: one earned later, one that lapsed (unless `lapsed: allowed`).
Unknown: earned more than one renewal cycle ago, with no word of its expiry.
Example: `{holds: capm}`, `{holds: [csm], lapsed: allowed}`.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from certadvisor.base.months import leaves_window, years_before
from certadvisor.catalog.requirement import Holds
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential
from certadvisor.rules.outcome import Outcome, any_of
from certadvisor.rules.verdict import Verdict


def judge(leaf: Holds, evidence: Evidence, day: date) -> Verdict:
    """Any one of the certifications will do."""
    if evidence.profile.certifications is None:
        return Verdict(leaf, Outcome.UNKNOWN, None, 1, "certification")
    outcome = any_of(
        [
            active(one, evidence, day, lapsed=leaf.lapsed)
            for id in leaf.certifications
            for one in evidence.credentials(id)
        ]
    )
    return Verdict(leaf, outcome, int(outcome is Outcome.MET), 1, "certification")


def held(id: str, evidence: Evidence, day: date, *, lapsed: bool = False) -> Outcome:
    """Whether a certification is held on `day`, actively unless `lapsed` ones count."""
    if evidence.profile.certifications is None:
        return Outcome.UNKNOWN
    return any_of([active(one, evidence, day, lapsed=lapsed) for one in evidence.credentials(id)])


def moments(leaf: Holds, evidence: Evidence) -> Iterable[date]:
    """The days on which a credential is earned, or stops being active for certain."""
    for id in leaf.certifications:
        for credential in evidence.credentials(id):
            yield from credential_moments(credential, evidence)


def credential_moments(credential: Credential, evidence: Evidence) -> Iterable[date]:
    """The days on which one credential's state may change."""
    if credential.earned:
        yield credential.earned
        cycle = _cycle(credential, evidence)
        if cycle:
            yield leaves_window(credential.earned, cycle)
    if credential.expires:
        yield credential.expires + timedelta(days=1)


def active(
    credential: Credential, evidence: Evidence, day: date, *, lapsed: bool = False
) -> Outcome:
    """Whether one credential is active on `day`, or was ever earned where `lapsed` ones count."""
    if credential.earned is not None and credential.earned > day:
        return Outcome.UNMET
    if lapsed:
        return Outcome.MET
    if credential.expires is not None:
        return Outcome.MET if day <= credential.expires else Outcome.UNMET
    cycle = _cycle(credential, evidence)
    if credential.earned and cycle and years_before(day, cycle) > credential.earned:
        return Outcome.UNKNOWN
    return Outcome.MET


def _cycle(credential: Credential, evidence: Evidence) -> int | None:
    """The renewal cycle that could have ended a credential nobody gave an expiry for."""
    certification = evidence.catalog.certifications.get(credential.id)
    if certification is None or certification.lifetime:
        return None
    return certification.cycle_years
