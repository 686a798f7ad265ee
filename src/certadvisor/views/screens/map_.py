"""The screen of `map`: certifications by field and level, each with the mark of its state."""

from collections.abc import Iterator

from certadvisor.advice.landscape import MapNode, MapState
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
from certadvisor.views.reports import MapReport
from certadvisor.views.sections import lists
from certadvisor.views.words import landscape as landscape_words
from certadvisor.views.words import phrases


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
            styled(f"employers prefer it for {role}"), Fragment(landscape_words.PREFERRED, "strong")
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
