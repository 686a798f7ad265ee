"""What to do about each credential: keep it, reinstate it, or let it go for a better one."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from certadvisor.advice.renewals.reinstatement_offer import ReinstatementOffer, reinstatement_offer
from certadvisor.advice.target import CareerTarget, target_of
from certadvisor.catalog.ladders import ladders_of
from certadvisor.catalog.records import Certification
from certadvisor.planner.plan_request import PlanStatus
from certadvisor.planner.ways import Way
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential
from certadvisor.rules.credential_status import (
    CredentialState,
    CredentialStatus,
    credential_status,
    holding_credential,
)
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.lapsed_credentials import reinstatable_credential


class LapseKind(StrEnum):
    """Why a credential may lapse: how another one supersedes it."""

    ABSORBED = "absorbed"
    REPLACED = "replaced"
    SAME_LEVEL = "same-level"  # and it lasts longer
    OPENS_FIRST = "opens-first"  # one that would absorb it can be held instead


class LapseReason(NamedTuple):
    """Why a credential may lapse: `by` supersedes it.

    Of one that opens only later, `on` is that day.
    """

    kind: LapseKind
    by: str
    on: date | None = None


def status_of(credential: Credential, evidence: Evidence) -> CredentialStatus:
    """The status of a credential on the evidence's as-of day."""
    certification = evidence.catalog.certifications.get(credential.id)
    return credential_status(credential, certification, evidence.as_of)


def credential_that_holds(id: str, evidence: Evidence) -> Credential:
    """The credential of a certification that holds; `id` must be in the profile."""
    certification = evidence.catalog.certifications.get(id)
    return holding_credential(evidence.credentials(id), certification, evidence.as_of)


_ACTIVE = (CredentialState.VALID, CredentialState.EXPIRING, CredentialState.LIFETIME)


class RenewalOutlook:
    """What to do about each credential of one person; `renew` and `recommend` both ask here.

    Args:
        timeline: The outcomes of the person's evidence over time.
        way: Finds the way that `plan` takes to a certification by default.
    """

    def __init__(self, timeline: Timeline, way: Callable[[Certification], Way]) -> None:
        self._timeline = timeline
        self._way = way
        self._evidence = timeline.evidence
        self._catalog = timeline.evidence.catalog
        ids = dict.fromkeys(one.id for one in self._evidence.profile.certifications or ())
        self.credentials = {id: credential_that_holds(id, self._evidence) for id in ids}
        self.statuses = {id: status_of(one, self._evidence) for id, one in self.credentials.items()}

    @cached_property
    def _target(self) -> CareerTarget:
        return target_of(self._evidence)

    def offer(self, id: str) -> ReinstatementOffer | None:
        """Say whether a credential can be reinstated; None for one that has not lapsed."""
        certification = self._catalog.certifications.get(id)
        return reinstatement_offer(certification, self.statuses[id], self._evidence, self._way)

    def last_day(self, id: str) -> date | None:
        """The last day on which a credential is valid or, once lapsed, can be reinstated."""
        status = self.statuses[id]
        if status.state is not CredentialState.EXPIRED:
            return status.last_day if status.state in _ACTIVE else None
        lapsed = reinstatable_credential(id, self._evidence)
        return lapsed and lapsed.until

    def lapse_reason(self, id: str) -> LapseReason | None:
        """Why a credential may lapse, or stay lapsed; None where it is worth keeping."""
        certification = self._catalog.certifications.get(id)
        if certification is None or self.statuses[id].state is CredentialState.LIFETIME:
            return None
        held, until = self._superseded(certification), self.last_day(id)
        if held or until is None or until > self._target.horizon_end:
            return held
        opening = self._opening_before(certification, until)
        on, by = min(opening, default=(None, None))
        if on is None or by is None:
            return None
        return LapseReason(LapseKind.OPENS_FIRST, by, None if on <= self._evidence.as_of else on)

    def _superseded(self, certification: Certification) -> LapseReason | None:
        """What is held supersedes it; of two at one level, the one that lasts longer stays."""
        own = self.statuses[certification.id]
        for kind, ids in (
            (
                LapseKind.ABSORBED,
                tuple(one.id for one in ladders_of(self._catalog).absorbers(certification.id)),
            ),
            (LapseKind.REPLACED, certification.replaced_by),
            (LapseKind.SAME_LEVEL, certification.same_level_as),
        ):
            for id in ids:
                other = self.statuses.get(id)
                if (
                    other
                    and other.state in _ACTIVE
                    and (kind is not LapseKind.SAME_LEVEL or _outlasts(other, own))
                ):
                    return LapseReason(kind, id)
        return None

    def _opening_before(
        self, certification: Certification, until: date
    ) -> Iterator[tuple[date, str]]:
        """What employers of the target roles ask for, and what opens in time to absorb it."""
        expected = self._target.named
        for other in ladders_of(self._catalog).absorbers(certification.id):
            if other.id in expected and (on := self._opens(other, certification, until)):
                yield on, other.id

    def _opens(self, other: Certification, own: Certification, until: date) -> date | None:
        """The day up to `until` on which the other opens, if a sure way leads there without `own`.

        What opens only while the person's own is active has to be earned by then.
        """
        way = self._way(other)
        ready_on = way.ready_on
        if way.status is not PlanStatus.FOUND or ready_on is None:
            return None
        if own.id in way.reinstates or ready_on > self._target.horizon_end:
            return None
        eligible = self._timeline.eligibility(other)
        stays_open = eligible.until is None or eligible.until > ready_on
        if eligible.since is not None and eligible.since <= until and stays_open:
            return eligible.since
        return ready_on if ready_on <= until else None


def _outlasts(other: CredentialStatus, own: CredentialStatus) -> bool:
    """Whether `other` is certainly valid for longer than `own`."""
    if other.state is CredentialState.LIFETIME:
        return True
    return bool(other.last_day and own.last_day and other.last_day > own.last_day)
