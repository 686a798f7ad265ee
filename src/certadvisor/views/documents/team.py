"""The JSON document of a team report: every total on the page, and the lists of people by id."""

from certadvisor.team.coverage import Availability, CoverageState, Holding
from certadvisor.team.summary import GapCost, RoleSummary
from certadvisor.views.json_values import Json, iso, money
from certadvisor.views.reports import TeamReport


def document(report: TeamReport) -> Json:
    """The document. A person appears by id and line, with only what the list is about."""
    summary, totals = report.summary, report.summary.totals
    return {
        "people": report.source,
        "counts": {
            "rows": totals.people + report.rejected,
            "people": totals.people,
            "rejected": report.rejected,
            "in_roles": summary.overall.people,
            "without_role": totals.no_role,
            "without_title": totals.no_title,
        },
        "coverage": _role(summary.overall),
        "roles": [{"role": role_sums.role, **_role(role_sums)} for role_sums in summary.roles],
        "cost_now": _price(summary.cost_now),
        "certifications": [
            {
                "role": row.role,
                "certification": row.certification,
                "wanted": "preferred" if row.preferred else "helpful",
                **{holding.value: row.counts[holding] for holding in Holding},
            }
            for row in summary.holdings
        ],
        "closing": [
            {
                "certification": option.certification,
                **{timing.value: option.availability[timing] for timing in _CLOSABLE},
            }
            for option in summary.closing
        ],
        "lapses": _lapses(report),
        "recommended": [one._asdict() for one in summary.recommended],
        "without_recommendation": totals.without_recommendation,
        "may_sit_now": [one._asdict() for one in summary.ready],
        "rates_on": iso(report.context.catalog.tables.rates_on),
    }


_CLOSABLE = (Availability.NOW, Availability.ASK, Availability.LATER)


def _role(sums: RoleSummary) -> Json:
    return {
        "people": sums.people,
        **{cover.value: sums.states[cover] for cover in CoverageState},
        "share": None if sums.share is None else round(sums.share, 4),
        "gaps": {
            "people": sums.gaps,
            "helpful": sums.helpful_holders,
            **{timing.value: sums.availability[timing] for timing in Availability},
        },
        "cost": _price(sums.gap_cost),
    }


def _price(price: GapCost) -> Json:
    return {
        "people": price.people,
        "unpriced": price.unpriced,
        "sums": [money(one) for one in price.sums],
        "total": money(price.total),
        "converted": price.converted,
    }


def _lapses(report: TeamReport) -> Json:
    summary, totals = report.summary, report.summary.totals
    return {
        "people_soon": totals.soon,
        "months": [
            {
                "month": f"{month.first:%Y-%m}",
                "certificates": month.certificates,
                "certifications": _counts(month.lapses),
            }
            for month in summary.months
        ],
        "lapsed": _counts(summary.lapsed),
        "undated": totals.undated,
        "next": [{**one._asdict(), "last_day": iso(one.last_day)} for one in summary.next_lapses],
    }


def _counts(counts: tuple[tuple[str, int], ...]) -> list[Json]:
    return [{"certification": id, "certificates": count} for id, count in counts]
