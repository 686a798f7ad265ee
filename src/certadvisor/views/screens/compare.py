"""The screen of `compare` for certifications: a row per fact, a column per certification."""

from certadvisor.comparison.certifications import Comparison
from certadvisor.views.blocks import (
    Block,
    Gap,
    Matrix,
    Para,
    Rows,
    Screen,
    Span,
    Words,
    words,
)
from certadvisor.views.reports import CompareReport, Frame
from certadvisor.views.screens import compare_cells as cells
from certadvisor.views.screens import parts
from certadvisor.views.screens.side_by_side import Line, head, row, rows, skills
from certadvisor.views.words import phrases

_YOU = (
    Line("May sit it", ("outcome", "held", "obtainable"), cells.outcome),
    Line("From", ("eligible_from",), cells.since),
    Line("Missing", ("outcome", "eligible_from"), cells.missing),
)
_PARTS: dict[str, tuple[Line, ...]] = {
    "What it is": (
        Line("Issuer", ("issuer",), cells.issuer),
        Line("Status", ("status",), lambda one, _: [one.facts.status]),
        Line("Levels", ("levels",), lambda one, _: [", ".join(one.facts.levels)]),
        Line("Field", ("disciplines",), cells.field),
        Line("Way of work", ("approach",), cells.approach),
        Line("Entry rule", ("entry",), cells.entry),
    ),
    "Exam": (
        Line("Questions", ("exam", "questions"), cells.questions),
        Line("Minutes", ("exam", "minutes"), cells.minutes),
        Line("To pass", ("exam", "pass_percent"), cells.to_pass),
        Line("Books", ("exam", "open_book"), cells.books),
        Line("Taken", ("exam", "delivery"), cells.taken),
        Line("Study", ("study_hours",), lambda one, _: [cells.hours(one.facts.study_hours)]),
        Line(
            "Course hours", ("course_hours",), lambda one, _: [cells.hours(one.facts.course_hours)]
        ),
    ),
    "Cost": (
        Line("Prices of", ("place", "on", "confidence"), cells.prices_of),
        Line("Exam", ("exam_price",), lambda one, _: [cells.exam_price(one.prices)]),
        Line("for members", ("exam_member",), lambda one, _: [cells.money(one.prices.exam_member)]),
        Line("Application", ("application",), lambda one, _: [cells.application(one.prices)]),
        Line("Course", ("course",), lambda one, _: [cells.course(one.prices.course)]),
        Line("Getting it", ("total",), lambda one, _: cells.total(one.prices)),
        Line("Membership", ("membership",), cells.membership),
        Line("A renewal", ("fee", "fee_member", "fee_every_year"), cells.fee),
        Line("Kept 9 years", ("keeping",), lambda one, _: cells.keeping(one.prices.keeping)),
        Line("All of it", ("nine_years",), lambda one, _: cells.nine_years(one.prices)),
    ),
    "Renewal": (
        Line("Lasts", ("lifetime", "cycle_years"), cells.lasts),
        Line("Units", ("units",), lambda one, _: [cells.units(one.facts)]),
        Line("At least", ("parts",), lambda one, _: cells.least(one.facts)),
        Line("Ways", ("ways",), lambda one, _: cells.ways(one.facts)),
    ),
    "What it opens": (
        Line("Leads to", ("leads_to",), cells.leads_to),
        Line("Counts for", ("asked_by",), cells.asked_by),
        Line("Preferred by", ("preferred_by",), cells.preferred_by),
        Line("Helpful for", ("helpful_for",), cells.helpful_for),
    ),
}


def build(report: CompareReport) -> Screen:
    """The whole screen. The rows about the person appear only with a profile."""
    comparison, frame = report.comparison, report.frame
    columns, agreement = comparison.columns, comparison.agreement
    you = {"You": _YOU} if columns[0].check else {}
    told = [
        Rows(title, rows(lines, columns, agreement, frame))
        for title, lines in {**you, **_PARTS}.items()
    ]
    return (
        *head(column.certification.id for column in columns),
        Matrix(
            _names(comparison),
            (*told, skills(comparison.skills, frame.catalog), *_demand(comparison)),
        ),
        *parts.listed("What demand rests on", _bases(comparison)),
        *_rates(comparison, frame),
        *parts.foot(frame),
    )


def _names(comparison: Comparison) -> tuple[Words, ...]:
    """The column titles: abbreviations, or ids if two certifications share an abbreviation."""
    ids = [column.certification.id for column in comparison.columns]
    short = [column.certification.abbreviation for column in comparison.columns]
    names = short if len(set(short)) == len(short) else ids
    return tuple(words(Span(name, "strong")) for name in names)


def _demand(comparison: Comparison) -> tuple[Rows, ...]:
    found = tuple(
        row(
            phrases.place(place),
            comparison.demand[place],
            ([cells.demand(column, place)] for column in comparison.columns),
        )
        for place in comparison.countries
    )
    return (Rows("Demand, from 0 to 1", found, dense=True),) if found else ()


def _bases(comparison: Comparison) -> list[Words]:
    """The basis of each demand figure. A basis that several share is listed once."""
    said: dict[tuple[str, str], list[str]] = {}
    for place in comparison.bases:
        for name, column in zip(_names(comparison), comparison.columns, strict=True):
            if place in column.demand:
                key = (place, column.demand[place].basis)
                said.setdefault(key, []).append(name[0].text)
    return [
        words(
            Span(f"{phrases.place(place)}, {phrases.several(names)}: ", "strong"),
            phrases.sentence(basis),
        )
        for (place, basis), names in said.items()
    ]


def _rates(comparison: Comparison, frame: Frame) -> tuple[Block, ...]:
    on = frame.catalog.tables.rates_on
    converted = any(column.prices.common for column in comparison.columns)
    if not converted or on is None:
        return ()
    text = f"About: in {comparison.currency} by the exchange rates of {on.isoformat()}."
    return Gap(), Para(words(Span(text, "dim")))
