"""Credentials that have lapsed and can still be reinstated, without earning them anew."""

from datetime import date
from typing import NamedTuple

from certadvisor.base.months import months_after
from certadvisor.catalog.records import Certification
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential
from certadvisor.rules.credential_status import (
    CredentialState,
    CredentialStatus,
    credential_status,
    holding_credential,
)


class ReinstatableCredential(NamedTuple):
    """A credential that has lapsed and can be reinstated up to the day `until`.

    `units` are those still to earn of the cycle that ended: all of them where the profile does not
    give any (then `units_given` is False).
    """

    id: str
    last_day: date
    until: date
    units: float
    units_given: bool


def reinstatable_credentials(evidence: Evidence) -> dict[str, ReinstatableCredential]:
    """Find what has surely lapsed and can be reinstated on the as-of day, by id.

    A credential without a last day may be active, so it is never among them; nor is one of which
    another entry of the same certification is or may be active.
    """
    ids = dict.fromkeys(one.id for one in evidence.profile.certifications or ())
    found = ((id, reinstatable_credential(id, evidence)) for id in ids)
    return {id: lapsed for id, lapsed in found if lapsed is not None}


def reinstatable_credential(id: str, evidence: Evidence) -> ReinstatableCredential | None:
    """Find the credential of a certification if it can be reinstated on the as-of day."""
    credentials, certification = evidence.credentials(id), evidence.catalog.certifications.get(id)
    if not credentials or certification is None or not certification.reinstatement_months:
        return None
    credential = holding_credential(credentials, certification, evidence.as_of)
    status = credential_status(credential, certification, evidence.as_of)
    until = reinstatement_end(certification, status)
    if until is None or evidence.as_of > until:
        return None
    return _lapsed(credential, certification, status, until, evidence)


def reinstatement_end(certification: Certification, status: CredentialStatus) -> date | None:
    """Return the last day on which a lapsed credential can be reinstated.

    Returns:
        The day, which may be over; None where it has not lapsed, where the issuer reinstates
        nothing, or where that is not known.
    """
    months = certification.reinstatement_months
    if status.state is not CredentialState.EXPIRED or status.last_day is None or not months:
        return None
    return months_after(status.last_day, months)


def _lapsed(
    credential: Credential,
    certification: Certification,
    status: CredentialStatus,
    until: date,
    evidence: Evidence,
) -> ReinstatableCredential:
    assert status.last_day  # noqa: S101  what has lapsed has one
    from certadvisor.rules.cycle_units import cycle_units  # few have lapsed: 1 ms at every start

    record = evidence.catalog.raw_record("certifications", certification.id)
    raw_units = record["renewal"].get("units")
    if raw_units is None:
        return ReinstatableCredential(certification.id, status.last_day, until, 0, units_given=True)
    units = cycle_units(raw_units, credential, status, certification, evidence.as_of)
    given = units.to_earn is not None
    to_earn = units.total.need if units.to_earn is None else units.to_earn
    return ReinstatableCredential(certification.id, status.last_day, until, to_earn, given)
