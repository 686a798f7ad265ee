"""The data of a team report: every total on the page, and the lists of people by id."""

from typing import Annotated, TypedDict

from certadvisor.team.coverage import Availability, CoverageState, Holding
from certadvisor.team.summary import (
    GapClosing,
    GapCost,
    HoldingCounts,
    RecommendationCounts,
    RoleSummary,
)
from certadvisor.team.totals import MAX_LISTED, MONTHS_AHEAD, ReadyMember, UpcomingLapse
from certadvisor.views.document_types import (
    Allowed,
    Count,
    Day,
    HeadV2,
    LineNumber,
    MoneyJson,
    Month,
    Share,
    head_v2,
)
from certadvisor.views.json_values import iso, money
from certadvisor.views.reports import TeamReport
from certadvisor.views.sections.table_notes import TableNotesJson, notes_json


class TeamCounts(TypedDict):
    """How many rows and people there are, and of how many the role is known."""

    rows: Count
    people: Count
    rejected: Count
    in_roles: Count
    without_role: Count
    without_title: Count
    with_ignored_values: Count
    with_unread_certificates: Annotated[
        Count, Allowed(description="People with a certificate that could not be read in full.")
    ]


class GapCostJson(TypedDict):
    """Sums in the prices' currencies; the total is null where a rate or every price is unknown."""

    people: Count
    unpriced: Count
    sums: list[MoneyJson]
    total: MoneyJson | None
    converted: bool


class GapCounts(TypedDict):
    """People with a gap: how many hold a helpful certification, and how soon it can be closed."""

    people: Count
    helpful: Count
    now: Count
    ask: Count
    later: Count
    none: Count


class CoverageJson(TypedDict):
    """How many people hold what employers prefer for their role, and what the gaps cost."""

    people: Count
    covered: Count
    lapsed: Count
    without: Count
    unknown: Count
    none_required: Count
    share: (
        Annotated[
            Share,
            Allowed(description="Covered of those of whom it is known; null where there are none."),
        ]
        | None
    )
    gaps: GapCounts
    cost: GapCostJson


class RoleCoverageJson(CoverageJson):
    """The coverage of one role."""

    role: str


class HoldingCountsJson(TypedDict):
    """How many people of a role hold a certification that employers prefer or find helpful."""

    role: str
    certification: str
    preference: Annotated[str, Allowed(words=("preferred", "helpful"))]
    active: Count
    lapsed: Count
    none: Count
    unknown: Count


class GapClosingJson(TypedDict):
    """How many gaps a certification would close, by how soon it is available."""

    certification: str
    now: Count
    ask: Count
    later: Count


class CertificateCount(TypedDict):
    """A number of certificates of one certification."""

    certification: str
    certificates: Count


class LapseMonthJson(TypedDict):
    """The certificates that lapse in one month."""

    month: Month
    certificates: Count
    certifications: list[CertificateCount]


class UpcomingLapseJson(TypedDict):
    """A certificate that lapses after its last day."""

    last_day: Day
    line: LineNumber
    person: str
    certification: str


class LapsesJson(TypedDict):
    """What lapses when, what has lapsed, and which certificates lapse next."""

    people_soon: Count
    months: Annotated[list[LapseMonthJson], Allowed(min_items=MONTHS_AHEAD, max_items=MONTHS_AHEAD)]
    lapsed: list[CertificateCount]
    undated: Count
    next: Annotated[list[UpcomingLapseJson], Allowed(max_items=MAX_LISTED)]


class RecommendationCountsJson(TypedDict):
    """For how many people a certification is ranked first, or within the top ranks."""

    certification: str
    first: Count
    first_now: Count
    in_top: Count


class ReadyMemberJson(TypedDict):
    """A person who can close the gap today."""

    line: LineNumber
    person: str
    role: str
    certification: str


class ListedMemberJson(TypedDict):
    """A person, by line and id."""

    line: LineNumber
    person: str


class TeamDocument(HeadV2, TableNotesJson):
    """The document of `batch --report`."""

    people: str
    counts: TeamCounts
    coverage: CoverageJson
    roles: list[RoleCoverageJson]
    cost_now: GapCostJson
    certifications: list[HoldingCountsJson]
    gap_closers: list[GapClosingJson]
    lapses: LapsesJson
    recommended: list[RecommendationCountsJson]
    without_recommendation: Count
    can_take_now: Annotated[list[ReadyMemberJson], Allowed(max_items=MAX_LISTED)]
    unread_certificates: Annotated[list[ListedMemberJson], Allowed(max_items=MAX_LISTED)]
    rates_on: Day | None


def document(report: TeamReport) -> TeamDocument:
    """The document. A person appears by id and line, with only what the list is about."""
    summary, totals = report.summary, report.summary.totals
    return {
        **head_v2(report.context),
        "people": report.source,
        "counts": {
            "rows": totals.people + report.rejected,
            "people": totals.people,
            "rejected": report.rejected,
            "in_roles": summary.overall.people,
            "without_role": totals.no_role,
            "without_title": totals.no_title,
            "with_ignored_values": totals.ignored,
            "with_unread_certificates": totals.unread,
        },
        "coverage": _coverage(summary.overall),
        "roles": [
            {"role": role, **_coverage(sums)} for sums in summary.roles if (role := sums.role)
        ],
        "cost_now": _gap_cost(summary.cost_now),
        "certifications": [_holdings(row) for row in summary.holdings],
        "gap_closers": [_closing(option) for option in summary.closing],
        "lapses": _lapses(report),
        "recommended": [_recommendations(one) for one in summary.recommended],
        "without_recommendation": totals.without_recommendation,
        "can_take_now": [_ready_member(one) for one in summary.ready],
        "unread_certificates": [
            {"line": one.line, "person": one.person} for one in totals.unread_members
        ],
        "rates_on": iso(report.context.catalog.tables.rates_on),
        **notes_json(report.notes),
    }


def _coverage(sums: RoleSummary) -> CoverageJson:
    return {
        "people": sums.people,
        "covered": sums.states[CoverageState.COVERED],
        "lapsed": sums.states[CoverageState.LAPSED],
        "without": sums.states[CoverageState.WITHOUT],
        "unknown": sums.states[CoverageState.UNKNOWN],
        "none_required": sums.states[CoverageState.NONE_REQUIRED],
        "share": None if sums.share is None else round(sums.share, 4),
        "gaps": {
            "people": sums.gaps,
            "helpful": sums.helpful_holders,
            "now": sums.availability[Availability.NOW],
            "ask": sums.availability[Availability.ASK],
            "later": sums.availability[Availability.LATER],
            "none": sums.availability[Availability.NONE],
        },
        "cost": _gap_cost(sums.gap_cost),
    }


def _gap_cost(cost: GapCost) -> GapCostJson:
    return {
        "people": cost.people,
        "unpriced": cost.unpriced,
        "sums": [money(one) for one in cost.sums],
        "total": money(cost.total),
        "converted": cost.converted,
    }


def _holdings(row: HoldingCounts) -> HoldingCountsJson:
    return {
        "role": row.role,
        "certification": row.certification,
        "preference": "preferred" if row.preferred else "helpful",
        "active": row.counts[Holding.ACTIVE],
        "lapsed": row.counts[Holding.LAPSED],
        "none": row.counts[Holding.NONE],
        "unknown": row.counts[Holding.UNKNOWN],
    }


def _closing(option: GapClosing) -> GapClosingJson:
    return {
        "certification": option.certification,
        "now": option.availability[Availability.NOW],
        "ask": option.availability[Availability.ASK],
        "later": option.availability[Availability.LATER],
    }


def _lapses(report: TeamReport) -> LapsesJson:
    summary, totals = report.summary, report.summary.totals
    return {
        "people_soon": totals.soon,
        "months": [
            {
                "month": f"{month.first:%Y-%m}",
                "certificates": month.certificates,
                "certifications": _certificate_counts(month.lapses),
            }
            for month in summary.months
        ],
        "lapsed": _certificate_counts(summary.lapsed),
        "undated": totals.undated,
        "next": [_upcoming_lapse(one) for one in summary.next_lapses],
    }


def _certificate_counts(counts: tuple[tuple[str, int], ...]) -> list[CertificateCount]:
    return [{"certification": id, "certificates": count} for id, count in counts]


def _upcoming_lapse(lapse: UpcomingLapse) -> UpcomingLapseJson:
    return {
        "last_day": iso(lapse.last_day),
        "line": lapse.line,
        "person": lapse.person,
        "certification": lapse.certification,
    }


def _recommendations(counts: RecommendationCounts) -> RecommendationCountsJson:
    return {
        "certification": counts.certification,
        "first": counts.first,
        "first_now": counts.first_now,
        "in_top": counts.among,
    }


def _ready_member(member: ReadyMember) -> ReadyMemberJson:
    return {
        "line": member.line,
        "person": member.person,
        "role": member.role,
        "certification": member.certification,
    }
