"""Whether what has lapsed can be reinstated, until when, and for how much."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from certadvisor.catalog.records import Certification
from certadvisor.planner.ways import Total, Way
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.credential_status import CredentialState, CredentialStatus
from certadvisor.rules.lapsed_credentials import (
    ReinstatableCredential,
    reinstatable_credential,
    reinstatement_end,
)
from certadvisor.rules.reason import Values


class ReinstatementState(StrEnum):
    """Whether what has lapsed can be reinstated."""

    POSSIBLE = "possible"
    OVER = "over"  # no longer
    NEVER = "never"  # the issuer reinstates nothing
    UNKNOWN = "unknown"


class PlannedReinstatement(NamedTuple):
    """What reinstating takes, with the figures and the day of the plan."""

    lapsed: ReinstatableCredential
    unit: str | None
    fee: Total
    total: Total
    on: date

    @property
    def values(self) -> Values:
        """The values of a reason; `most` stands for `units` where it is open which are earned."""
        return {
            "certification": self.lapsed.id,
            "until": self.lapsed.until,
            "on": self.on,
            "units" if self.lapsed.units_given else "most": self.lapsed.units,
            "unit": self.unit,
            "fee": self.fee.likely.amount,
            "fee_estimated": int(self.fee.estimated),
            "total": self.total.likely.amount,
            "estimated": int(self.total.estimated),
            "currency": self.total.likely.currency,
        }


class ReinstatementOffer(NamedTuple):
    """Whether a lapsed credential can be reinstated.

    `until` is the last day for it, which may be over; None where there is none or it is not known.
    `planned` is None where no plan within the goal's time reinstates it; `over_budget` is whether
    it costs more than the goal's budget.
    """

    state: ReinstatementState
    until: date | None = None
    planned: PlannedReinstatement | None = None
    over_budget: bool = False


def reinstatement_offer(
    certification: Certification | None,
    status: CredentialStatus,
    evidence: Evidence,
    way: Callable[[Certification], Way],
) -> ReinstatementOffer | None:
    """Say whether a credential can be reinstated; None for one that has not lapsed."""
    if status.state is not CredentialState.EXPIRED:
        return None
    if certification is None or certification.reinstatement_months is None:
        return ReinstatementOffer(ReinstatementState.UNKNOWN)
    until = reinstatement_end(certification, status)
    if until is None:
        return ReinstatementOffer(ReinstatementState.NEVER)
    lapsed = reinstatable_credential(certification.id, evidence)
    if lapsed is None:
        return ReinstatementOffer(ReinstatementState.OVER, until)
    plan = way(certification)
    planned = _planned(lapsed, certification, plan)
    return ReinstatementOffer(ReinstatementState.POSSIBLE, until, planned, plan.over_budget)


def _planned(
    lapsed: ReinstatableCredential, certification: Certification, way: Way
) -> PlannedReinstatement | None:
    if lapsed.id not in way.reinstates or way.fee is None:
        return None
    if way.total is None or way.ready_on is None:
        return None
    unit = certification.renewal_units[1] if certification.renewal_units else None
    return PlannedReinstatement(lapsed, unit, way.fee, way.total, way.ready_on)
