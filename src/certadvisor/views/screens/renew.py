"""The screen of `renew`: each credential, activities that count for several, and costs."""

from certadvisor.advice.renewals.credential_status import State
from certadvisor.advice.renewals.renewal import Renewal, Renewals
from certadvisor.catalog.records import Catalog
from certadvisor.views.blocks import Block, Heading, Item, Para, Screen, Span, Title, words
from certadvisor.views.reports import RenewReport
from certadvisor.views.screens import parts
from certadvisor.views.words import phrases
from certadvisor.views.words import renewals as renewals_words

_MARKS = {
    State.EXPIRED: Span("✗", "bad"),
    State.EXPIRING: Span("!", "doubt"),
    State.VALID: Span("✓", "good"),
    State.LIFETIME: Span("✓", "good"),
    State.UNKNOWN: Span("?", "doubt"),
    State.FUTURE: Span("·", "dim"),
}
_INDENT = 2


def build(report: RenewReport) -> Screen:
    """The whole screen, most urgent renewal first."""
    found, catalog = report.renewals, report.frame.catalog
    title = Title(words("What to renew"), found.as_of.isoformat())
    if found.held is None:
        ask = "Which certifications do you hold? Tell them with --holds or under `certifications:`."
        return (title, Item(words(ask), Span("?", "doubt")), *parts.foot(report.frame))
    if not found.held:
        return (title, Para(words("You hold none: nothing to renew.")), *parts.foot(report.frame))
    lines = [line for one in found.held for line in _held(one, catalog)]
    return (
        title,
        *lines,
        *_together(found, catalog),
        *_costs(found, catalog),
        *parts.foot(report.frame),
    )


def _held(one: Renewal, catalog: Catalog) -> list[Block]:
    name = Span(phrases.certification_name(one.id, catalog), "strong")
    head = words(name, " ", Span(renewals_words.standing(one.standing)))
    lines: list[Block] = [Item(head, _MARKS[one.standing.state])]
    if one.lapse:
        lines.append(_line("=", renewals_words.lapse(one.lapse, one.standing, catalog)))
    if one.lapse or one.standing.state in (State.LIFETIME, State.FUTURE):
        return lines
    if one.units:
        lines.append(_line(">", renewals_words.units(one.units, one.standing)))
    if one.certification:
        lines.append(_line("-", renewals_words.fee(one.fee)))
    lines += [_line("-", way) for way in renewals_words.ways(one)]
    if one.note:
        lines.append(_line("-", phrases.sentence(one.note)))
    return lines


def _line(mark: str, text: str) -> Block:
    return Item(words(text), Span(mark, "doubt" if mark == ">" else "dim"), _INDENT)


def _together(found: Renewals, catalog: Catalog) -> tuple[Block, ...]:
    if not found.shared:
        return ()
    lines = (Item(words(renewals_words.shared(one, catalog))) for one in found.shared)
    return (Heading("One activity for several"), *lines)


def _costs(found: Renewals, catalog: Catalog) -> tuple[Block, ...]:
    if not found.costs and not found.unpriced:
        return ()
    known = phrases.several(phrases.money(one) for one in found.costs) or phrases.NOT_KNOWN
    lines = [Item(words(f"Fees due by {found.until.isoformat()}: ", Span(known, "strong"), "."))]
    if found.unpriced:
        names = phrases.several(phrases.certification_name(id, catalog) for id in found.unpriced)
        lines.append(Item(words(f"Not known, and not counted: {names}.")))
    return (Heading("Cost"), *lines)
