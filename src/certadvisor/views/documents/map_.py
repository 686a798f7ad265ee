"""The JSON document of `map`: certifications with their states, and the links between them."""

from certadvisor.advice.landscape import Link, Place
from certadvisor.views.documents.check import missing
from certadvisor.views.documents.list_ import listed
from certadvisor.views.json_values import Json, cost_detail, iso, money
from certadvisor.views.reports import Frame, MapReport


def fill(report: MapReport) -> Json:
    """The document of `map`. Without a profile, `until` and all states are null."""
    land = report.land
    return {
        "target_role": land.role,
        "until": iso(land.until),
        "fields": list(land.fields),
        "certifications": [_place(place, report.frame) for place in land.places],
        "links": [_link(link) for link in land.links],
    }


def _place(place: Place, frame: Frame) -> Json:
    check = place.check
    return {
        **listed(place.certification, frame),
        "abbreviation": place.certification.abbreviation,
        "level": place.level,
        "field": place.field,
        "state": place.state.value if place.state else None,
        "outcome": check.outcome.value if check else None,
        "reachable_from": iso(place.on),
        "missing": [missing(one) for one in check.missing] if check else [],
        "preferred": place.preferred,
        "cost": money(place.cost.total),
        "cost_detail": cost_detail(place.cost),
    }


def _link(link: Link) -> Json:
    return {
        "from": link.source,
        "to": link.target,
        "kind": link.kind,
        "needed": link.needed,
        "alternatives": link.alternatives,
    }
