"""The JSON document of a team report: every total on the page, and the lists of people by id."""

from certadvisor.team.coverage import Cover, Holding, Way
from certadvisor.team.summary import Price, RoleSums
from certadvisor.views.json_values import Json, iso, money
from certadvisor.views.reports import TeamReport


def fill(report: TeamReport) -> Json:
    """The document. A person appears by id and line, with only what the list is about."""
    summary, totals = report.summary, report.summary.totals
    return {
        "people": report.source,
        "counts": {
            "rows": totals.people + report.rejected,
            "people": totals.people,
            "rejected": report.rejected,
            "in_roles": summary.all.people,
            "without_role": totals.no_role,
            "without_title": totals.no_title,
        },
        "coverage": _role(summary.all),
        "roles": [{"role": one.role, **_role(one)} for one in summary.roles],
        "cost_now": _price(summary.now),
        "certifications": [
            {
                "role": one.role,
                "certification": one.certification,
                "wanted": "preferred" if one.preferred else "helpful",
                **{holding.value: one.holdings[holding] for holding in Holding},
            }
            for one in summary.held
        ],
        "closing": [
            {"certification": one.certification, **{way.value: one.ways[way] for way in _OPEN}}
            for one in summary.closing
        ],
        "lapses": _lapses(report),
        "recommended": [one._asdict() for one in summary.recommended],
        "without_recommendation": totals.unadvised,
        "may_sit_now": [one._asdict() for one in summary.ready],
        "rates_on": iso(report.frame.catalog.tables.rates_on),
    }


_OPEN = (Way.NOW, Way.ASK, Way.LATER)


def _role(sums: RoleSums) -> Json:
    return {
        "people": sums.people,
        **{cover.value: sums.covers[cover] for cover in Cover},
        "share": None if sums.share is None else round(sums.share, 4),
        "gaps": {
            "people": sums.gaps,
            "helpful": sums.helped,
            **{way.value: sums.ways[way] for way in Way},
        },
        "cost": _price(sums.price),
    }


def _price(price: Price) -> Json:
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
