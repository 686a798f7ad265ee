"""Holds: another certification, active on the day, or lapsed where the issuer accepts that.

Asks for: any one of the certifications named; lineage never stands in for them.
Counts: a credential through its last day; one without dates is assumed to be active.
Leaves out: one earned later, one that lapsed (unless `lapsed: allowed`).
Unknown: where its last day is not known (`rules.credential_status`), or the list may lack one.
Example: `{holds: capm}`, `{holds: [csm], lapsed: allowed}`.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import inf

from certadvisor.catalog.requirement import Holds
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential, Profile, Section
from certadvisor.rules.credential_status import judge_active, last_day_of_cycle
from certadvisor.rules.leaves import contract
from certadvisor.rules.leaves.contract import Acquisition, Counter
from certadvisor.rules.outcome import Outcome, any_of, judge_amount
from certadvisor.rules.verdict import Assumption, Cause, CauseReason, Question, Verdict

SECTION = Section.CERTIFICATIONS

is_gradual = contract.not_gradual
is_likely = contract.likely_if_counted
effort_days = contract.unit_effort_days


def one_of(ids: tuple[str, ...]) -> Holds:
    """Return the requirement of holding one of these certifications, active.

    Args:
        ids: The certifications.
    """
    return Holds(ids)


def judge(leaf: Holds, evidence: Evidence, day: date) -> Verdict:
    """Judge whether one of the certifications named is held.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The day to judge for.

    Returns:
        The verdict; unknown where the profile may lack such a certification.
    """
    certain, possible = count(leaf, evidence, day)
    have = None if evidence.profile.certifications is None else int(certain)
    return Verdict(leaf, judge_amount(1, certain, possible), have, 1, "certification")


def judge_certification(id: str, evidence: Evidence, day: date, *, lapsed: bool = False) -> Outcome:
    """Judge whether a person holds a certification on a day.

    Args:
        id: The certification.
        evidence: The person's evidence.
        day: The day to judge for.
        lapsed: Whether a credential that has lapsed counts too.

    Returns:
        The outcome; unknown where the profile may lack the certification.
    """
    listed = judge_listed(id, evidence, day, lapsed=lapsed)
    if listed is Outcome.UNMET and not evidence.is_complete(SECTION):
        return Outcome.UNKNOWN
    return listed


def judge_listed(id: str, evidence: Evidence, day: date, *, lapsed: bool = False) -> Outcome:
    """Judge a certification by the credentials that the profile lists, as if it listed all.

    Args:
        id: The certification.
        evidence: The person's evidence.
        day: The day to judge for.
        lapsed: Whether a credential that has lapsed counts too.

    Returns:
        The outcome; unknown only where a credential that is listed may be active.
    """
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
        certification = evidence.catalog.certifications.get(credential.id)
        last_day = last_day_of_cycle(credential, certification)
        if last_day:
            yield last_day + timedelta(days=1)
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
    """
    certification = evidence.catalog.certifications.get(credential.id)
    return judge_active(credential, certification, day, lapsed=lapsed)


def entries(leaf: Holds, evidence: Evidence) -> Sequence[int]:
    """Return the indices of the credentials that the leaf names.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
    """
    credentials = enumerate(evidence.profile.certifications or ())
    return [index for index, credential in credentials if credential.id in leaf.certifications]


def question(leaf: Holds, evidence: Evidence, day: date) -> Question:
    """Return the question about an expiry date, else about the certifications held.

    Args:
        leaf: The requirement, whose outcome is unknown.
        evidence: The person's evidence.
        day: The day that the leaf was judged for.
    """
    for id in leaf.certifications:
        if judge_listed(id, evidence, day) is Outcome.UNKNOWN:
            return Question("expiry", id, "")
    return Question("certifications", leaf.group or leaf.certifications[0], "")


def assumptions(leaf: Holds, evidence: Evidence, day: date) -> Iterable[Assumption]:
    """Yield that credentials without an expiry date are active.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The day that the leaf was judged for.
    """
    if leaf.lapsed:
        return
    for id in leaf.certifications:
        certification = evidence.catalog.certifications.get(id)
        for credential in evidence.credentials(id):
            if credential.expires is not None or (certification and certification.lifetime):
                continue
            if credential.earned_unknown or credential.expires_unknown:
                continue  # nothing is taken for granted
            if credential.earned is None:
                yield Assumption("undated-credential", id)
            elif credential.earned <= day:
                yield Assumption("no-expiry", id)


def cause_of_loss(leaf: Holds, stop: date, evidence: Evidence) -> Cause:
    """Find the credential that expired, or whose renewal cycle ended, on `stop`.

    Args:
        leaf: The requirement, met the day before `stop`.
        stop: The first day on which it is not met.
        evidence: The person's evidence.
    """
    for id in leaf.certifications:
        for credential in evidence.credentials(id):
            if credential.earned != stop and stop in credential_change_dates(credential, evidence):
                return Cause(
                    CauseReason.LAPSE, stop, leaf, certification=id, last_day=credential.expires
                )
    return Cause(CauseReason.LAPSE, stop, leaf)


def cause_of_gain(leaf: Holds, since: date, evidence: Evidence) -> Cause:
    """Return the credential earned on `since`.

    Args:
        leaf: The requirement, met from `since` on.
        since: The first day on which it is met.
        evidence: The person's evidence.
    """
    credentials = [
        credential
        for id in leaf.certifications
        for credential in evidence.credentials(id)
        if credential.earned == since
    ]
    earned = credentials[0].id if credentials else None
    return Cause(CauseReason.HOLDS, since, leaf, certification=earned)


def counter(leaf: Holds) -> Counter:
    """Return the leaf itself: one of its certifications is needed.

    Args:
        leaf: The requirement.
    """
    return Counter(leaf, 1)


def count(leaf: Holds, evidence: Evidence, day: date) -> tuple[float, float]:
    """Count one certification, none, or perhaps one.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The day to judge for.
    """
    outcomes = [
        judge_credential(credential, evidence, day, lapsed=leaf.lapsed)
        for credential in evidence.profile.certifications or ()  # few; a leaf may name forty
        if credential.id in leaf.certifications
    ]
    outcome = any_of(outcomes) if outcomes else Outcome.UNMET
    if outcome is Outcome.UNMET and evidence.is_complete(SECTION):
        return 0, 0
    return int(outcome is Outcome.MET), inf


def acquisitions(leaf: Holds, _profile: Profile, _as_of: date) -> Sequence[Acquisition]:
    """Return the certifications, in the order named.

    Args:
        leaf: The requirement.
    """
    return [Acquisition(SECTION, id) for id in leaf.certifications]


def without_time_limits(leaf: Holds) -> Holds:
    """Return the leaf with lapsed credentials allowed.

    Args:
        leaf: The requirement.
    """
    return leaf._replace(lapsed=True)


def certifications(leaf: Holds) -> tuple[str, ...]:
    """Return the certifications that the leaf names.

    Args:
        leaf: The requirement.
    """
    return leaf.certifications
