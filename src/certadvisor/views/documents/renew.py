"""The JSON document of `renew`: each credential with its state, units and fee."""

from certadvisor.advice.renewals.renewal import CredentialRenewal, CycleUnits, UnitProgress
from certadvisor.views.json_values import Json, iso, money, number
from certadvisor.views.reports import RenewReport


def document(report: RenewReport) -> Json:
    """The document, most urgent first. `certifications` is null if the profile has none listed."""
    renewals = report.renewals
    return {
        "until": iso(renewals.until),
        "certifications": None
        if renewals.credentials is None
        else [_renewal(renewal) for renewal in renewals.credentials],
        "shared": [
            {
                "way": group.kind,
                "certifications": list(group.ids),
                "unit": group.unit,
                "amount": number(group.amount),
            }
            for group in renewals.shared
        ],
        "costs": [money(one) for one in renewals.costs],
        "unpriced": list(renewals.unpriced),
    }


def _renewal(renewal: CredentialRenewal) -> Json:
    status, fee = renewal.status, renewal.fee
    return {
        "certification": renewal.id,
        "state": status.state.value,
        "last_day": iso(status.last_day),
        "days": status.days,
        "within": status.within,
        "reckoned": status.calculated,
        "units": _units(renewal.units) if renewal.units else None,
        "fee": {"amount": money(fee.amount), "member": fee.member, "every_year": fee.every_year}
        if fee
        else None,
        "ways": [{"way": option.kind, "text": option.text} for option in renewal.options],
        "note": renewal.note,
        "may_lapse": {"reason": renewal.lapse_reason.kind, "by": renewal.lapse_reason.by}
        if renewal.lapse_reason
        else None,
    }


def _units(units: CycleUnits) -> Json:
    return {
        **_due(units.total),
        "parts": [_due(part) for part in units.parts],
        "since": iso(units.since),
        "undated": number(units.undated_amount),
    }


def _due(due: UnitProgress) -> Json:
    return {
        "name": due.name,
        "need": number(due.need),
        "have": number(due.have),
        "missing": number(due.missing),
    }
