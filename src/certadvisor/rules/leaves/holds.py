"""Holds: another certification, active on the day, or lapsed where the issuer accepts that.

Asks for: any one of the certifications named; lineage never stands in for them.
Counts: a credential through its last day; one without dates is assumed to be active.
Leaves out: one earned later, one that lapsed (unless `lapsed: allowed`).
Unknown: earned more than one renewal cycle ago, and no expiry date given.
Example: `{holds: capm}`, `{holds: [csm], lapsed: allowed}`.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from certadvisor.base.months import window_exit_date, years_before
from certadvisor.catalog.requirement import Holds
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential
from certadvisor.rules.outcome import Outcome, any_of
from certadvisor.rules.verdict import Verdict


def judge(leaf: Holds, evidence: Evidence, day: date) -> Verdict:
    """Judge whether one of the certifications named is held.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The day to judge for.

    Returns:
        The verdict; unknown where the profile does not give certifications.
    """
    if evidence.profile.certifications is None:
        return Verdict(leaf, Outcome.UNKNOWN, None, 1, "certification")
    outcome = any_of(
        [
            judge_credential(credential, evidence, day, lapsed=leaf.lapsed)
            for id in leaf.certifications
            for credential in evidence.credentials(id)
        ]
    )
    return Verdict(leaf, outcome, int(outcome is Outcome.MET), 1, "certification")


def judge_certification(id: str, evidence: Evidence, day: date, *, lapsed: bool = False) -> Outcome:
    """Judge whether a person holds a certification on a day.

    Args:
        id: The certification.
        evidence: The person's evidence.
        day: The day to judge for.
        lapsed: Whether a credential that has lapsed counts too.

    Returns:
        The outcome; unknown where the profile does not give certifications.
    """
    if evidence.profile.certifications is None:
        return Outcome.UNKNOWN
    return any_of(
        [
            judge_credential(credential, evidence, day, lapsed=lapsed)
            for credential in evidence.credentials(id)
        ]
    )


def change_dates(leaf: Holds, evidence: Evidence) -> Iterable[date]:
    """Yield the days on which the outcome can change.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
    """
    for id in leaf.certifications:
        for credential in evidence.credentials(id):
            yield from credential_change_dates(credential, evidence)


def credential_change_dates(credential: Credential, evidence: Evidence) -> Iterable[date]:
    """Yield the days on which the state of one credential can change.

    Args:
        credential: The credential.
        evidence: The person's evidence.

    Yields:
        The day it is earned, the first day after a renewal cycle (from which on it is not
        known whether it was renewed), and the first day after its expiry.
    """
    if credential.earned:
        yield credential.earned
        cycle = _renewal_cycle(credential, evidence)
        if cycle:
            yield window_exit_date(credential.earned, cycle)
    if credential.expires:
        yield credential.expires + timedelta(days=1)


def judge_credential(
    credential: Credential, evidence: Evidence, day: date, *, lapsed: bool = False
) -> Outcome:
    """Judge whether one credential is active on a day.

    Args:
        credential: The credential.
        evidence: The person's evidence.
        day: The day to judge for.
        lapsed: Whether it counts even after it has lapsed.

    Returns:
        The outcome; unknown where no expiry date is given and more than one renewal cycle
        has passed since it was earned.
    """
    if credential.earned is not None and credential.earned > day:
        return Outcome.UNMET
    if lapsed:
        return Outcome.MET
    if credential.expires is not None:
        return Outcome.MET if day <= credential.expires else Outcome.UNMET
    cycle = _renewal_cycle(credential, evidence)
    if credential.earned and cycle and years_before(day, cycle) > credential.earned:
        return Outcome.UNKNOWN
    return Outcome.MET


def _renewal_cycle(credential: Credential, evidence: Evidence) -> int | None:
    """Return the renewal cycle in years; None for lifetime credentials and unknown ones."""
    certification = evidence.catalog.certifications.get(credential.id)
    if certification is None or certification.lifetime:
        return None
    return certification.cycle_years
