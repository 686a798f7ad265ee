"""The screen of `roles --from`: career paths, and what each promotion changes."""

from collections.abc import Callable, Iterable, Iterator

from certadvisor.advice.career.career_paths import MOST_WAYS, Asked, Rise, Wanted
from certadvisor.advice.career.pay import PayChange
from certadvisor.catalog.records import Catalog, Role
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Verdict
from certadvisor.views.blocks import (
    Block,
    Fact,
    Facts,
    Heading,
    Item,
    Para,
    Screen,
    Span,
    Title,
    Words,
    joined,
    words,
)
from certadvisor.views.reports import WaysReport
from certadvisor.views.screens import judged, parts, steps
from certadvisor.views.screens.roles import site
from certadvisor.views.words import phrases

_Namer = Callable[[str, Catalog], str]
_SORTS = (Outcome.UNMET, Outcome.UNKNOWN, Outcome.MET)
_STEP = " \u203a "  # a single right-pointing angle quotation mark


def build(report: WaysReport) -> Screen:
    """The career paths, each promotion, then the checklist of the role they lead to."""
    found, catalog = report.ascent, report.frame.catalog
    assumed = (*found.assumptions, *(report.steps.assumptions if report.steps else ()))
    target = f" to {found.target.title}" if found.target else ""
    taken = f"“{report.title}” is taken as {found.start.title}." if report.title else ""
    return (
        Title(words(f"The way up from {found.start.title}{target}"), found.start.id),
        *((Para(words(Span(taken, "doubt"))),) if taken else ()),
        *_ways(report),
        *(block for rise in found.rises for block in _rise(rise, report)),
        *(steps.section(report.steps, catalog) if report.steps else ()),
        *judged.assumed(dict.fromkeys(assumed), catalog),
        *parts.foot(report.frame),
    )


def _ways(report: WaysReport) -> Iterator[Block]:
    found = report.ascent
    if not found.ways:
        where = f"to {found.target.title}" if found.target else "further up"
        yield Para(words(f"No role of the catalogue leads {where} from here."))
    for number, way in enumerate(found.ways, 1):
        mark = Span(f"{number}.", "strong")
        if found.target:
            yield Item(_route(way[1:]), mark)
        else:
            onward = words(Span(f"on to {_STEP.join(role.title for role in way[2:])}", "dim"))
            first = words(Span(way[1].title, "strong"))
            yield Item(joined([first, onward if way[2:] else ()], ", "), mark)
    if found.found > MOST_WAYS and found.target:
        yield Para(words(f"{found.found - MOST_WAYS} more ways are as short."))


def _route(way: Iterable[Role]) -> Words:
    return words(Span(_STEP.join(role.title for role in way), "strong"))


def _rise(rise: Rise, report: WaysReport) -> tuple[Block, ...]:
    place = f" ({report.country} first)" if rise.local and report.country else ""
    rows = (
        ("Level", words(_levels(rise))),
        *(("Pay" if at == 0 else "", _pay(one)) for at, one in enumerate(rise.pay)),
        ("" if rise.pay else "Pay", words("" if rise.pay else _NO_PAY)),
        ("Asks before", _experience(rise.experience, report)),
        ("Degree", _degree(rise.degree, report)),
        ("New skills", _wanted(rise.skills, report, phrases.skill_name)),
        ("Preferred", _certifications(rise.preferred, report, place)),
        ("Helpful", _certifications(rise.helpful, report, "" if rise.preferred else place)),
    )
    facts = tuple(Fact(label, text) for label, text in rows if any(span.text for span in text))
    return Heading(f"{rise.before.title}{_STEP}{rise.role.title}"), Facts(facts)


_NO_PAY = "no source gives both in one place"


def _levels(rise: Rise) -> str:
    before, after = (phrases.LEVEL_NAMES[role.level].lower() for role in (rise.before, rise.role))
    return after if before == after else f"{before}{_STEP}{after}"


def _pay(change: PayChange) -> Words:
    before, after = (
        " to ".join(phrases.number(value) for value in figures)
        for figures in (change.before, change.after)
    )
    place = f"{change.country} {change.year}" if change.year else change.country
    source = "the article, whole levels" if change.article else change.via or site(change.url)
    told = f"{before}{_STEP}{after} {change.currency}"
    return words(told, Span(f" ({', '.join(part for part in (place, source) if part)})", "dim"))


def _experience(asked: Asked | None, report: WaysReport) -> Words:
    if asked is None:
        return ()
    from certadvisor.views.screens.show_role import experience

    page = {key: value for key, value in asked._asdict().items() if value is not None}
    page.pop("verdict", None)
    text = words(experience(page, report.frame.catalog))
    if not (report.told and asked.verdict):
        return text
    had = asked.verdict.have
    told = "not told" if had is None else f"you have {phrases.number(had)}"
    return words(*_marked(asked.verdict.outcome, text), ": ", Span(told, "strong"))


def _degree(verdict: Verdict | None, report: WaysReport) -> Words:
    if verdict is None:
        return ()
    text = words(phrases.DEGREE_NAMES[verdict.requirement.degree])  # type: ignore[union-attr]  # the leaf is a degree
    return _marked(verdict.outcome, text) if report.told else text


def _certifications(wanted: tuple[Wanted, ...], report: WaysReport, place: str) -> Words:
    """The new certifications first, then those that the previous role has too."""
    new = _wanted((one for one in wanted if one.new), report, phrases.certification_name)
    old = _wanted((one for one in wanted if not one.new), report, phrases.certification_name)
    if not old:
        return words(*new, Span(place, "dim")) if new else ()
    before = words(Span("; as before: " if new else "as before: ", "dim"))
    return words(*new, *before, *old, Span(place, "dim"))


def _wanted(wanted: Iterable[Wanted], report: WaysReport, name: _Namer) -> Words:
    """Names in a row. With a profile they are grouped by outcome, unmet first, one mark a group."""
    catalog = report.frame.catalog
    named = [(one.outcome, name(one.id, catalog)) for one in wanted]
    if not report.told:
        return joined((words(text) for _, text in named), ", ")
    sorts = (
        (sort, ", ".join(text for outcome, text in named if outcome is sort)) for sort in _SORTS
    )
    return joined((_marked(sort, words(text)) for sort, text in sorts if text), "; ")


def _marked(outcome: Outcome, text: Words) -> Words:
    """Text after the mark of an outcome."""
    mark = Span(f"{phrases.MARKS[outcome]} ", phrases.OUTCOME_STYLES[outcome])
    return words(mark, *text)
