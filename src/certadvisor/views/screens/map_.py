"""The screen of `map`: certifications by field and level, each with the mark of its state."""

from collections.abc import Iterator

from certadvisor.advice.landscape import Place, State
from certadvisor.catalog.records import LEVELS
from certadvisor.views.blocks import (
    Block,
    Groups,
    Item,
    Para,
    Screen,
    Span,
    Title,
    Words,
    words,
)
from certadvisor.views.reports import MapReport
from certadvisor.views.screens import parts
from certadvisor.views.words import landscape as landscape_words
from certadvisor.views.words import phrases


def build(report: MapReport) -> Screen:
    """The map, the meaning of its marks, and when each reachable certification can be taken."""
    land = report.land
    title = Title(words("Certification landscape"), report.frame.as_of.isoformat())
    if not land.places:
        return (title, Para(words("None fits.")), *parts.foot(report.frame))
    levels = [level for level in LEVELS if any(place.level == level for place in land.places)]
    rows = tuple(
        (
            landscape_words.field_name(field),
            tuple(
                tuple(
                    _entry(place)
                    for place in land.places
                    if place.field == field and place.level == level
                )
                for level in levels
            ),
        )
        for field in land.fields
    )
    groups = Groups(tuple(phrases.LEVEL_NAMES[level] for level in levels), rows)
    return (
        title,
        Para(words(landscape_words.headline(report))),
        *_key(report),
        groups,
        *_days(report),
        *parts.foot(report.frame),
    )


def _entry(place: Place) -> Words:
    name = Span(place.certification.abbreviation)
    star = [Span(f" {landscape_words.PREFERRED}", "strong")] if place.preferred else []
    if place.state is None:
        return words(name, *star)
    return words(Span(*landscape_words.MARKS[place.state]), " ", name, *star)


def _key(report: MapReport) -> Iterator[Block]:
    land = report.land
    seen = {place.state for place in land.places}
    for state in State:
        if state in seen:
            told = f"{landscape_words.NAMES[state]}: {landscape_words.meaning(state, land)}"
            yield Item(words(told), Span(*landscape_words.MARKS[state]))
    if any(place.preferred for place in land.places):
        role = phrases.role_title(land.role, report.frame.catalog)
        yield Item(
            words(f"employers prefer it for {role}"), Span(landscape_words.PREFERRED, "strong")
        )


def _days(report: MapReport) -> tuple[Block, ...]:
    """The dates from which reachable certifications can be taken, earliest first."""
    by_day: dict[str, list[str]] = {}
    for place in report.land.places:
        if place.state is State.REACHABLE and place.on:
            by_day.setdefault(place.on.isoformat(), []).append(place.certification.abbreviation)
    lines = [words(Span(day, "strong"), f"  {', '.join(by_day[day])}") for day in sorted(by_day)]
    return parts.listed("Reachable from", lines)
