"""The JSON document of `map`: certifications with their states, and the links between them."""

from certadvisor.advice.landscape import MapEdge, MapNode
from certadvisor.views.json_values import Json, cost_detail, iso, money
from certadvisor.views.reports import AnswerContext, MapReport
from certadvisor.views.sections.certification_summary import certification_json
from certadvisor.views.sections.judgement import shortfall_json


def document(report: MapReport) -> Json:
    """The document of `map`. Without a profile, `until` and all states are null."""
    landscape = report.landscape
    return {
        "target_role": landscape.role,
        "until": iso(landscape.until),
        "fields": list(landscape.fields),
        "certifications": [_node(node, report.context) for node in landscape.nodes],
        "links": [_edge(edge) for edge in landscape.edges],
    }


def _node(node: MapNode, context: AnswerContext) -> Json:
    check = node.check
    return {
        **certification_json(node.certification, context),
        "abbreviation": node.certification.abbreviation,
        "level": node.level,
        "field": node.field,
        "state": node.state.value if node.state else None,
        "outcome": check.outcome.value if check else None,
        "reachable_from": iso(node.on),
        "missing": [shortfall_json(one) for one in check.missing] if check else [],
        "preferred": node.preferred,
        "cost": money(node.cost.total),
        "cost_detail": cost_detail(node.cost),
    }


def _edge(edge: MapEdge) -> Json:
    return {
        "from": edge.source,
        "to": edge.target,
        "kind": edge.kind,
        "needed": edge.needed,
        "alternatives": edge.alternatives,
    }
