"""The data of `renew`: each credential, activities that count for several, and costs."""

from collections.abc import Iterable
from typing import Annotated, TypedDict

from certadvisor.advice.renewals.renewal import (
    CredentialRenewal,
    SharedActivity,
)
from certadvisor.advice.renewals.renewal_outlook import LapseKind
from certadvisor.rules.credential_status import WARNING_DAYS, CredentialState
from certadvisor.rules.cycle_units import CycleUnits
from certadvisor.rules.unit_progress import UnitProgress
from certadvisor.rules.year_units import YearState, YearUnits
from certadvisor.views.document_types import Allowed, Day, HeadV2, MoneyJson, head_v2
from certadvisor.views.json_values import Row, iso, money, money_cells, number
from certadvisor.views.reports import RenewReport
from certadvisor.views.sections.reinstatement_terms import ReinstatementOfferJson, offer_json


class UnitProgressJson(TypedDict):
    """Units of one kind that a cycle requires; null where the profile does not give them."""

    name: str
    need: float
    have: float | None
    missing: float | None


class UnitPartJson(UnitProgressJson):
    """A part of the units; `have` is what counts, `surplus` what is earned beyond `maximum`."""

    maximum: float | None
    surplus: float


class YearUnitsJson(UnitProgressJson):
    """The dated units of one year; `missing` is null where undated ones may close the gap."""

    first_day: Day
    last_day: Day
    state: Annotated[str, Allowed(words=tuple(YearState))]
    parts: list[UnitPartJson]


class CycleUnitsJson(UnitProgressJson):
    """The units of a cycle, in total and in its parts; `undated` ones count as earned in it."""

    parts: list[UnitPartJson]
    yearly_minimum: Annotated[
        float | None, Allowed(description="The least of each year; null where there is none.")
    ]
    years: Annotated[
        list[YearUnitsJson],
        Allowed(
            description="Empty where the year makes no difference, or where the units or the "
            "days of the cycle are not given."
        ),
    ]
    to_earn: Annotated[
        float | None, Allowed(description="The least number of units that closes every gap.")
    ]
    since: Day | None
    undated: float


class RenewalFeeJson(TypedDict):
    """The renewal fee for this person; `member` is null where memberships are not given."""

    amount: MoneyJson | None
    member: bool | None
    every_year: bool


class RenewalOptionJson(TypedDict):
    """An option for renewing, in the catalogue's words."""

    kind: str
    text: str | None


class LapseJson(TypedDict):
    """Why a credential may lapse, and the certification that supersedes it."""

    reason: Annotated[str, Allowed(words=tuple(LapseKind))]
    by: str
    on: Annotated[Day | None, Allowed(description="Of one that opens only later: that day.")]


class CredentialRenewalJson(TypedDict):
    """A credential, and what renewing it takes."""

    certification: str
    state: Annotated[str, Allowed(words=tuple(CredentialState))]
    last_day: Day | None
    days_left: Annotated[
        int | None, Allowed(description="Until the last day; negative once it is over.")
    ]
    within_days: Annotated[int, Allowed(words=WARNING_DAYS)] | None
    last_day_calculated: Annotated[
        bool,
        Allowed(description="The last day is not given; it is calculated from one cycle."),
    ]
    units: CycleUnitsJson | None
    fee: RenewalFeeJson | None
    options: list[RenewalOptionJson]
    note: str | None
    may_lapse: LapseJson | None
    reinstatement: Annotated[
        ReinstatementOfferJson | None, Allowed(description="Null unless it has lapsed.")
    ]


class SharedActivityJson(TypedDict):
    """Certifications that one activity renews; the amount counts towards all of them at once."""

    kind: Annotated[str, Allowed(words=("units", "same-suite"))]
    certifications: Annotated[list[str], Allowed(min_items=2)]
    unit: str | None
    amount: float | None


class RenewDocument(HeadV2):
    """The document of `renew`."""

    until: Annotated[Day, Allowed(description="Fees are added up to this day.")]
    certifications: Annotated[
        list[CredentialRenewalJson] | None,
        Allowed(description="The most urgent first; null if the profile does not list any."),
    ]
    may_be_incomplete: Annotated[
        bool, Allowed(description="The profile says that its list may lack certifications.")
    ]
    shared: list[SharedActivityJson]
    costs: list[MoneyJson]
    unpriced: Annotated[
        list[str], Allowed(description="Due by `until`, at a fee that is not known.")
    ]


def document(report: RenewReport) -> RenewDocument:
    """The document, most urgent first. `certifications` is null if the profile has none listed."""
    renewals = report.renewals
    return {
        **head_v2(report.context),
        "until": iso(renewals.until),
        "certifications": None
        if renewals.credentials is None
        else [_renewal(renewal) for renewal in renewals.credentials],
        "may_be_incomplete": renewals.may_lack_some,
        "shared": [_shared(activity) for activity in renewals.shared],
        "costs": [money(one) for one in renewals.costs],
        "unpriced": list(renewals.unpriced),
    }


def _renewal(renewal: CredentialRenewal) -> CredentialRenewalJson:
    status, fee = renewal.status, renewal.fee
    return {
        "certification": renewal.id,
        "state": status.state.value,
        "last_day": iso(status.last_day),
        "days_left": status.days,
        "within_days": status.within,
        "last_day_calculated": status.calculated,
        "units": _units(renewal.units) if renewal.units else None,
        "fee": {"amount": money(fee.amount), "member": fee.member, "every_year": fee.every_year}
        if fee
        else None,
        "options": [{"kind": option.kind, "text": option.text} for option in renewal.options],
        "note": renewal.note,
        "may_lapse": {
            "reason": renewal.lapse_reason.kind,
            "by": renewal.lapse_reason.by,
            "on": iso(renewal.lapse_reason.on),
        }
        if renewal.lapse_reason
        else None,
        "reinstatement": offer_json(renewal.reinstatement) if renewal.reinstatement else None,
    }


def _units(units: CycleUnits) -> CycleUnitsJson:
    return {
        **_progress(units.total),
        "parts": [_part(part) for part in units.parts],
        "yearly_minimum": number(units.yearly_minimum),
        "years": [_year(one) for one in units.years],
        "to_earn": number(units.to_earn),
        "since": iso(units.since),
        "undated": number(units.undated_amount),
    }


def _year(units: YearUnits) -> YearUnitsJson:
    return {
        **_progress(units.total),
        "first_day": units.year.first_day.isoformat(),
        "last_day": units.year.last_day.isoformat(),
        "state": units.state.value,
        "parts": [_part(part) for part in units.parts],
    }


def _part(part: UnitProgress) -> UnitPartJson:
    return {**_progress(part), "maximum": number(part.most), "surplus": number(part.surplus)}


def _progress(progress: UnitProgress) -> UnitProgressJson:
    return {
        "name": progress.name,
        "need": number(progress.need),
        "have": number(progress.have),
        "missing": number(progress.missing),
    }


def _shared(activity: SharedActivity) -> SharedActivityJson:
    return {
        "kind": activity.kind,
        "certifications": list(activity.ids),
        "unit": activity.unit,
        "amount": number(activity.amount),
    }


COLUMNS = (
    "certification", "state", "last_day", "days_left", "within_days", "last_day_calculated", "unit",
    "need", "have", "missing", "short_years", "fee", "currency", "member", "may_lapse", "by",
    "reinstatement", "reinstate_until",
)  # fmt: skip


def rows(data: RenewDocument) -> Iterable[Row]:
    """One row per credential, in the order of the document; none if they are unknown."""
    for entry in data["certifications"] or ():
        units, fee, lapse = entry["units"], entry["fee"], entry["may_lapse"]
        offer = entry["reinstatement"]
        yield (
            entry["certification"],
            entry["state"],
            entry["last_day"],
            entry["days_left"],
            entry["within_days"],
            entry["last_day_calculated"],
            units and units["name"],
            units and units["need"],
            units and units["have"],
            units and units["missing"],
            units and _short_years(units),
            *money_cells(fee and fee["amount"]),
            fee and fee["member"],
            lapse and lapse["reason"],
            lapse and lapse["by"],
            offer and offer["state"],
            offer and offer["until"],
        )


def _short_years(units: CycleUnitsJson) -> int | None:
    """How many years that are over lack units; None where no year is counted."""
    if not units["years"]:
        return None
    over = [year for year in units["years"] if year["state"] == YearState.OVER]
    return sum(any(one["missing"] for one in (year, *year["parts"])) for year in over)
