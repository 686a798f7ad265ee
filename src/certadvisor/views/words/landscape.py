"""The landscape in words: names and marks of the states, and the description of a node."""

from collections.abc import Iterable

from certadvisor.advice.landscape import EdgeKind, Landscape, MapEdge, MapNode, MapState
from certadvisor.catalog.records import Catalog, Certification
from certadvisor.rules.judge import missing_in
from certadvisor.rules.outcome import Outcome
from certadvisor.views.reports import MapReport
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases
from certadvisor.views.words.prices import short_cost

NAMES = {
    MapState.HELD: "held",
    MapState.OPEN: "open now",
    MapState.REACHABLE: "reachable",
    MapState.ASK: "add more first",
    MapState.LOCKED: "locked",
}
MARKS = {
    MapState.HELD: ("✓", "good"),
    MapState.OPEN: ("●", "good"),
    MapState.REACHABLE: ("\u203a", "doubt"),
    MapState.ASK: ("?", "doubt"),
    MapState.LOCKED: ("✗", "bad"),
}
PREFERRED = "★"
_MONTHS_PER_YEAR = 12
_MEANINGS = {
    MapState.HELD: "you hold it",
    MapState.OPEN: "you qualify now",
    MapState.REACHABLE: "after some steps or on a date, by {until}",
    MapState.ASK: "an answer is needed first",
    MapState.LOCKED: "not achievable by {until}, or unavailable",
}


def meaning(state: MapState, landscape: Landscape) -> str:
    """The meaning of a state, for the legend."""
    return _MEANINGS[state].format(until=landscape.until)


def field_name(id: str) -> str:
    """The name of a field as a heading; short ids are abbreviations (PMO)."""
    name = phrases.readable(id)
    return name.upper() if len(name) <= len("pmo") else name[:1].upper() + name[1:]


def state_line(node: MapNode) -> str:
    """The state in a few words, with its date; empty without a person."""
    return "; ".join(state_lines(node))


def state_lines(node: MapNode) -> tuple[str, ...]:
    """The state, in two lines where one can take the exam before one can be certified."""
    if node.state is None:
        return ()
    if exam_comes_first(node):
        return "you can take the exam", _certified_later(node)
    if node.state is MapState.REACHABLE and node.on:
        return (f"from {node.on.isoformat()}",)
    if node.state is MapState.LOCKED and node.on:
        return (f"not before {node.on.isoformat()}",)
    return (NAMES[node.state],)


def exam_comes_first(node: MapNode) -> bool:
    """Whether the person can take the exam but, as far as is known, not be certified yet."""
    check = node.check
    return (
        check is not None
        and node.state is not MapState.HELD
        and check.outcome is Outcome.MET
        and check.obtainable is not False
        and check.award in (Outcome.UNMET, Outcome.UNKNOWN)
    )


def _certified_later(node: MapNode) -> str:
    """When the person can be certified: a day, a time of work, or what has to come first."""
    check = node.check
    if check is None or check.award is Outcome.UNKNOWN:
        return "certified: add more first"
    if node.on is not None:
        return f"certified from {node.on.isoformat()}"
    missing = missing_in(check.award_verdict) if check.award_verdict else ()
    months = max((one.amount for one in missing if one.unit == "month"), default=0)
    if not months:
        return "certified after more steps"
    if months % _MONTHS_PER_YEAR:
        return f"certified after {phrases.amount(months, 'month')}"
    return f"certified after {phrases.amount(months / _MONTHS_PER_YEAR, 'year')}"


def headline(report: MapReport) -> str:
    """What the map shows, in one sentence."""
    landscape, catalog = report.landscape, report.context.catalog
    count = phrases.amount(len(landscape.nodes), "certification")
    if landscape.until is None:
        return f"{count} by level and field, and which of them opens which."
    states = [node.state for node in landscape.nodes]
    counts = [f"{states.count(state)} {NAMES[state]}" for state in MapState if state in states]
    goal = f" Aim: {phrases.role_title(landscape.role, catalog)}." if landscape.role else ""
    return f"{count}{': ' if counts else ''}{', '.join(counts)}.{goal}"


def title(node: MapNode) -> str:
    """A certification by its names and state."""
    certification = node.certification
    name = (
        certification.abbreviation
        if certification.name == certification.abbreviation
        else f"{certification.abbreviation}, {certification.name}"
    )
    state = state_line(node)
    return f"{name}: {state}" if state else name


def missing(node: MapNode, catalog: Catalog) -> str:
    """What is missing on the nearest path; empty if nothing is known to be missing."""
    if node.check is None or node.state is MapState.HELD:
        return ""
    return phrases.missing_all(node.check.missing, catalog)


def description(node: MapNode, report: MapReport) -> str:
    """All that the map knows about one certification, in short sentences."""
    certification, catalog = node.certification, report.context.catalog
    levels = phrases.join_names(
        phrases.LEVEL_NAMES[level].lower() for level in certification.levels
    )
    fields = phrases.join_names(phrases.readable(field) for field in certification.disciplines)
    sentences = [
        f"Issuer: {phrases.issuer_name(certification.issuer, catalog)}.",
        f"Level: {levels}.",
        f"Field: {fields}.",
    ]
    status = certification.status_on(report.context.as_of)
    if status != "active":
        sentences.append(f"Status: {phrases.STATUS_NAMES[status]}.")
    shortfalls = missing(node, catalog)
    if shortfalls:
        sentences.append(f"Missing: {shortfalls}.")
    if node.check is not None and exam_comes_first(node):
        sentences.append(check_words.award_text(node.check, catalog) or "")
    cost = short_cost(node.cost)
    sentences.append(f"Cost: {cost or phrases.NOT_KNOWN}.")
    if node.preferred:
        role = phrases.role_title(report.landscape.role, catalog)
        sentences.append(
            f"Employers prefer it for {role}."
            if node.sourced
            else f"Preferred for {role}: our estimate."
        )
    return " ".join([*sentences, *_edge_sentences(certification, report)])


def preference_note(landscape: Landscape) -> str:
    """Whose preferences the map shows: employers', by our judgement, or partly so."""
    sourced = {node.sourced for node in landscape.nodes if node.preferred}
    if sourced == {True}:
        return " by employers"
    return " (our estimate)" if sourced == {False} else " by employers, partly our estimate"


def _edge_sentences(certification: Certification, report: MapReport) -> Iterable[str]:
    """Sentences for the edges from and to a certification."""
    links = report.landscape.edges
    rule_edges = [
        link
        for link in links
        if link.kind is EdgeKind.ENTRY_RULE and link.target == certification.id
    ]
    sentences = (
        (
            "Requires: {}.",
            _names((link.source for link in rule_edges if link.needed), report, "and"),
        ),
        (
            "One of these: {}.",
            _names((link.source for link in rule_edges if not link.needed), report, "or"),
        ),
        (
            "Opens: {}.",
            _names(_targets(certification.id, EdgeKind.ENTRY_RULE, links), report, "and"),
        ),
        (
            "Replaced by: {}.",
            _names(_targets(certification.id, EdgeKind.REPLACED_BY, links), report, "or"),
        ),
    )
    return [template.format(names) for template, names in sentences if names]


def _targets(id: str, kind: EdgeKind, links: Iterable[MapEdge]) -> Iterable[str]:
    return (link.target for link in links if link.kind is kind and link.source == id)


def _names(ids: Iterable[str], report: MapReport, last: str) -> str:
    return phrases.join_names(
        (phrases.certification_name(id, report.context.catalog) for id in ids), last
    )
