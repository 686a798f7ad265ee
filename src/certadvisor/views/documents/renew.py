"""The JSON document of `renew`: each credential with its state, units and fee."""

from certadvisor.advice.renewals.renewal import Due, Renewal, Units
from certadvisor.views.json_values import Json, iso, money, number
from certadvisor.views.reports import RenewReport


def fill(report: RenewReport) -> Json:
    """The document, most urgent first. `certifications` is null if the profile has none listed."""
    found = report.renewals
    return {
        "until": iso(found.until),
        "certifications": None if found.held is None else [_held(one) for one in found.held],
        "shared": [
            {
                "way": one.way,
                "certifications": list(one.ids),
                "unit": one.unit,
                "amount": number(one.amount),
            }
            for one in found.shared
        ],
        "costs": [money(one) for one in found.costs],
        "unpriced": list(found.unpriced),
    }


def _held(one: Renewal) -> Json:
    standing, fee = one.standing, one.fee
    return {
        "certification": one.id,
        "state": standing.state.value,
        "last_day": iso(standing.last_day),
        "days": standing.days,
        "within": standing.within,
        "reckoned": standing.reckoned,
        "units": _units(one.units) if one.units else None,
        "fee": {"amount": money(fee.amount), "member": fee.member, "every_year": fee.every_year}
        if fee
        else None,
        "ways": [{"way": way.way, "text": way.text} for way in one.ways],
        "note": one.note,
        "may_lapse": {"reason": one.lapse.reason, "by": one.lapse.by} if one.lapse else None,
    }


def _units(units: Units) -> Json:
    return {
        **_due(units.total),
        "parts": [_due(part) for part in units.parts],
        "since": iso(units.since),
        "undated": number(units.undated),
    }


def _due(due: Due) -> Json:
    return {
        "name": due.name,
        "need": number(due.need),
        "have": number(due.have),
        "missing": number(due.missing),
    }
