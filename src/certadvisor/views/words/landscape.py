"""The landscape in words: names and marks of the states, and the description of a node."""

from collections.abc import Iterable

from certadvisor.advice.landscape import Landscape, Link, Place, State
from certadvisor.catalog.records import Catalog, Certification
from certadvisor.views.reports import MapReport
from certadvisor.views.words import phrases
from certadvisor.views.words.reasons import short_cost

NAMES = {
    State.HELD: "held",
    State.OPEN: "open now",
    State.REACHABLE: "reachable",
    State.ASK: "tell more first",
    State.LOCKED: "locked",
}
MARKS = {
    State.HELD: ("✓", "good"),
    State.OPEN: ("●", "good"),
    State.REACHABLE: ("\u203a", "doubt"),
    State.ASK: ("?", "doubt"),
    State.LOCKED: ("✗", "bad"),
}
PREFERRED = "★"
_MEANINGS = {
    State.HELD: "you hold it",
    State.OPEN: "you may sit it now",
    State.REACHABLE: "after some steps or on a date, by {until}",
    State.ASK: "an answer is needed first",
    State.LOCKED: "out of reach by {until}, or not to be had",
}


def meaning(state: State, land: Landscape) -> str:
    """The meaning of a state, for the legend."""
    return _MEANINGS[state].format(until=land.until)


def field_name(id: str) -> str:
    """The name of a field as a heading; short ids are abbreviations (PMO)."""
    name = phrases.readable(id)
    return name.upper() if len(name) <= len("pmo") else name[:1].upper() + name[1:]


def state_line(place: Place) -> str:
    """The state in a few words, with its date; empty without a person."""
    if place.state is None:
        return ""
    if place.state is State.REACHABLE and place.on:
        return f"from {place.on.isoformat()}"
    if place.state is State.LOCKED and place.on:
        return f"not before {place.on.isoformat()}"
    return NAMES[place.state]


def headline(report: MapReport) -> str:
    """What the map shows, in one sentence."""
    land, catalog = report.land, report.frame.catalog
    count = phrases.amount(len(land.places), "certification")
    if land.until is None:
        return f"{count} by level and field, and which of them opens which."
    seen = [place.state for place in land.places]
    told = [f"{seen.count(state)} {NAMES[state]}" for state in State if state in seen]
    aim = f" Aim: {phrases.role_title(land.role, catalog)}." if land.role else ""
    return f"{count}{': ' if told else ''}{', '.join(told)}.{aim}"


def title(place: Place) -> str:
    """A certification by its names and state."""
    one = place.certification
    name = one.abbreviation if one.name == one.abbreviation else f"{one.abbreviation}, {one.name}"
    state = state_line(place)
    return f"{name}: {state}" if state else name


def missing(place: Place, catalog: Catalog) -> str:
    """What is missing on the nearest path; empty if nothing is known to be missing."""
    if place.check is None or place.state is State.HELD:
        return ""
    return phrases.missing_all(place.check.missing, catalog)


def description(place: Place, report: MapReport) -> str:
    """All that the map knows about one certification, in short sentences."""
    one, catalog = place.certification, report.frame.catalog
    levels = phrases.several(phrases.LEVEL_NAMES[level].lower() for level in one.levels)
    told = [
        f"Issuer: {phrases.issuer_name(one.issuer, catalog)}.",
        f"Level: {levels}.",
        f"Field: {phrases.several(phrases.readable(field) for field in one.disciplines)}.",
    ]
    status = one.status_on(report.frame.as_of)
    if status != "active":
        told.append(f"Status: {phrases.STATES[status]}.")
    lacking = missing(place, catalog)
    if lacking:
        told.append(f"Missing: {lacking}.")
    cost = short_cost(place.cost)
    told.append(f"Cost: {cost or phrases.NOT_KNOWN}.")
    if place.preferred:
        told.append(f"Employers prefer it for {phrases.role_title(report.land.role, catalog)}.")
    return " ".join([*told, *_linked(one, report)])


def _linked(one: Certification, report: MapReport) -> Iterable[str]:
    """Sentences for the edges from and to a certification."""
    links = report.land.links
    rule = [link for link in links if link.kind == "entry_rule" and link.target == one.id]
    asked = (
        ("Asks for: {}.", _names((link.source for link in rule if link.needed), report, "and")),
        (
            "One of several ways in: {}.",
            _names((link.source for link in rule if not link.needed), report, "or"),
        ),
        ("Opens: {}.", _names(_targets(one.id, "entry_rule", links), report, "and")),
        ("Replaced by: {}.", _names(_targets(one.id, "replaced_by", links), report, "or")),
    )
    return [form.format(names) for form, names in asked if names]


def _targets(id: str, kind: str, links: Iterable[Link]) -> Iterable[str]:
    return (link.target for link in links if link.kind == kind and link.source == id)


def _names(ids: Iterable[str], report: MapReport, last: str) -> str:
    return phrases.several(
        (phrases.certification_name(id, report.frame.catalog) for id in ids), last
    )
