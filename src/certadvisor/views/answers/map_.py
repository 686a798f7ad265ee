"""The answer of `map`: certifications by field and level, their states, and what leads to what."""

from collections.abc import Iterable, Iterator
from typing import Annotated, TypedDict

from certadvisor.advice.landscape import MapEdge, MapNode, MapState
from certadvisor.catalog.records import LEVELS
from certadvisor.views.blocks import (
    Block,
    Fragment,
    Groups,
    Item,
    Para,
    Screen,
    StyledText,
    Title,
    styled,
)
from certadvisor.views.document_types import (
    Allowed,
    CostDetail,
    Day,
    Head,
    LevelWord,
    MoneyJson,
    OutcomeWord,
    head,
)
from certadvisor.views.json_values import Row, cost_detail, iso, money, money_cells
from certadvisor.views.reports import AnswerContext, MapReport
from certadvisor.views.sections import lists
from certadvisor.views.sections.certification_summary import CertificationJson, certification_json
from certadvisor.views.sections.judgement import ShortfallJson, missing_cells, shortfall_json
from certadvisor.views.words import landscape as landscape_words
from certadvisor.views.words import phrases

_ENTRY_RULE = "entry_rule"


class MapNodeJson(CertificationJson):
    """A certification on the map, with its state for the person."""

    abbreviation: str
    level: Annotated[LevelWord, Allowed(description="The lowest of its levels: its column.")]
    field: Annotated[str, Allowed(description="The first of its disciplines: its row.")]
    state: Annotated[
        Annotated[str, Allowed(words=tuple(MapState))] | None,
        Allowed(
            description="Null without a person. Reachable: after steps or on a date, by `until`. "
            "Ask: an answer is needed first."
        ),
    ]
    outcome: Annotated[
        OutcomeWord | None, Allowed(description="Of the entry rule; null without a person.")
    ]
    award: Annotated[
        OutcomeWord | None,
        Allowed(description="Of being certified; null where that takes no more than the exam."),
    ]
    reachable_from: Annotated[
        Day | None,
        Allowed(description="The first day, of what is reachable or out of reach for now."),
    ]
    missing: list[ShortfallJson]
    preferred: Annotated[bool, Allowed(description="Whether it is preferred for the target role.")]
    sourced: Annotated[
        bool, Allowed(description="Whether a source says so; else it is our judgement.")
    ]
    cost: MoneyJson | None
    cost_detail: CostDetail | None


_EdgeSource = TypedDict("_EdgeSource", {"from": str})


class MapEdgeJson(_EdgeSource):
    """An arrow between two certifications.

    entry_rule: the rule of `to` names `from`, alone or among `alternatives`;
    needed: no other way leads past it.
    """

    to: str
    kind: Annotated[str, Allowed(words=(_ENTRY_RULE, "replaced_by"))]
    needed: bool
    alternatives: Annotated[int, Allowed(minimum=1)]


class MapDocument(Head):
    """The document of `map`."""

    target_role: str | None
    until: Annotated[
        Day | None, Allowed(description="The end of the person's horizon; null without a person.")
    ]
    fields: Annotated[
        list[str], Allowed(description="The rows of the picture, from top to bottom.")
    ]
    certifications: list[MapNodeJson]
    links: list[MapEdgeJson]


def document(report: MapReport) -> MapDocument:
    """The document of `map`. Without a profile, `until` and all states are null."""
    landscape = report.landscape
    return {
        **head(report.context),
        "target_role": landscape.role,
        "until": iso(landscape.until),
        "fields": list(landscape.fields),
        "certifications": [_node_json(node, report.context) for node in landscape.nodes],
        "links": [_edge_json(edge) for edge in landscape.edges],
    }


def _node_json(node: MapNode, context: AnswerContext) -> MapNodeJson:
    check = node.check
    return {
        **certification_json(node.certification, context),
        "abbreviation": node.certification.abbreviation,
        "level": node.level,
        "field": node.field,
        "state": node.state.value if node.state else None,
        "outcome": check.outcome.value if check else None,
        "award": check.award.value if check and check.award else None,
        "reachable_from": iso(node.on),
        "missing": [shortfall_json(one) for one in check.missing] if check else [],
        "preferred": node.preferred,
        "sourced": node.sourced,
        "cost": money(node.cost.amount),
        "cost_detail": cost_detail(node.cost),
    }


def _edge_json(edge: MapEdge) -> MapEdgeJson:
    return {
        "from": edge.source,
        "to": edge.target,
        "kind": edge.kind,
        "needed": edge.needed,
        "alternatives": edge.alternatives,
    }


def screen(report: MapReport) -> Screen:
    """The map, the meaning of its marks, and when each reachable certification can be taken."""
    landscape = report.landscape
    title = Title(styled("Certification landscape"), report.context.as_of.isoformat())
    if not landscape.nodes:
        return (title, Para(styled("None fits.")), *lists.footer(report.context))
    levels = [level for level in LEVELS if any(node.level == level for node in landscape.nodes)]
    rows = tuple(
        (
            landscape_words.field_name(field),
            tuple(
                tuple(
                    _entry(node)
                    for node in landscape.nodes
                    if node.field == field and node.level == level
                )
                for level in levels
            ),
        )
        for field in landscape.fields
    )
    groups = Groups(tuple(phrases.LEVEL_NAMES[level] for level in levels), rows)
    return (
        title,
        Para(styled(landscape_words.headline(report))),
        *_legend(report),
        groups,
        *_reachable_dates(report),
        *lists.footer(report.context),
    )


def _entry(node: MapNode) -> StyledText:
    name = Fragment(node.certification.abbreviation)
    star = [Fragment(f" {landscape_words.PREFERRED}", "strong")] if node.preferred else []
    if node.state is None:
        return styled(name, *star)
    return styled(Fragment(*landscape_words.MARKS[node.state]), " ", name, *star)


def _legend(report: MapReport) -> Iterator[Block]:
    landscape = report.landscape
    present_states = {node.state for node in landscape.nodes}
    for state in MapState:
        if state in present_states:
            text = f"{landscape_words.NAMES[state]}: {landscape_words.meaning(state, landscape)}"
            yield Item(styled(text), Fragment(*landscape_words.MARKS[state]))
    if any(node.preferred for node in landscape.nodes):
        role = phrases.role_title(landscape.role, report.context.catalog)
        yield Item(
            styled(f"preferred for {role}{landscape_words.preference_note(landscape)}"),
            Fragment(landscape_words.PREFERRED, "strong"),
        )


def _reachable_dates(report: MapReport) -> tuple[Block, ...]:
    """The dates from which reachable certifications can be taken, earliest first."""
    by_day: dict[str, list[str]] = {}
    for node in report.landscape.nodes:
        if node.state is MapState.REACHABLE and node.on:
            by_day.setdefault(node.on.isoformat(), []).append(node.certification.abbreviation)
    lines = [
        styled(Fragment(day, "strong"), f"  {', '.join(by_day[day])}") for day in sorted(by_day)
    ]
    return lists.list_section("Reachable from", lines)


COLUMNS = (
    "id", "name", "issuer", "field", "level", "status", "state", "reachable_from", "missing",
    "preferred", "cost", "currency", "requires",
)  # fmt: skip


def rows(data: MapDocument) -> Iterable[Row]:
    """One row per certification."""
    for certification in data["certifications"]:
        rule = [
            link["from"]
            for link in data["links"]
            if link["kind"] == _ENTRY_RULE and link["to"] == certification["id"]
        ]
        yield (
            certification["id"],
            certification["name"],
            certification["issuer"],
            certification["field"],
            certification["level"],
            certification["status"],
            certification["state"],
            certification["reachable_from"],
            missing_cells(certification["missing"]),
            certification["preferred"],
            *money_cells(certification["cost"]),
            rule,
        )
