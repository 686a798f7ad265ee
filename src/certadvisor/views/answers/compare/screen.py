"""The screen of `compare` for certifications: a row per fact, a column per certification."""

from certadvisor.comparison.certifications import CertificationComparison
from certadvisor.views.answers.compare import certification_cells as cells
from certadvisor.views.blocks import (
    BlankLine,
    Block,
    Fragment,
    Matrix,
    MatrixSection,
    Para,
    Screen,
    StyledText,
    styled,
)
from certadvisor.views.reports import AnswerContext, CompareReport
from certadvisor.views.sections import lists
from certadvisor.views.sections.next_commands import next_section
from certadvisor.views.sections.side_by_side import (
    RowDefinition,
    heading_blocks,
    make_row,
    make_rows,
    skill_rows,
)
from certadvisor.views.words import phrases
from certadvisor.views.words.reasons import OUR_ESTIMATE

_YOU = (
    RowDefinition("Eligible", ("outcome", "held", "obtainable"), cells.outcome),
    RowDefinition("From", ("eligible_from",), cells.eligible_from),
    RowDefinition("Missing", ("outcome", "eligible_from"), cells.shortfalls),
    RowDefinition("Ready on", ("ready_on",), cells.ready_on),
    RowDefinition("Total cost", ("way_total",), cells.way_total),
)
_PARTS: dict[str, tuple[RowDefinition, ...]] = {
    "What it is": (
        RowDefinition("Issuer", ("issuer",), cells.issuer),
        RowDefinition("Status", ("status",), lambda one, _: [one.facts.status]),
        RowDefinition("Levels", ("levels",), lambda one, _: [", ".join(one.facts.levels)]),
        RowDefinition("Field", ("disciplines",), cells.field),
        RowDefinition("Approach", ("approach",), cells.approach),
        RowDefinition("Entry rule", ("entry_rule",), cells.entry_rule),
    ),
    "Exam": (
        RowDefinition("Questions", ("exam", "questions"), cells.questions),
        RowDefinition("Minutes", ("exam", "minutes"), cells.minutes),
        RowDefinition("To pass", ("exam", "pass_percent"), cells.pass_mark),
        RowDefinition("Open book", ("exam", "open_book"), cells.open_book),
        RowDefinition("Delivery", ("exam", "delivery"), cells.delivery),
        RowDefinition(
            "Study", ("study_hours",), lambda one, _: [cells.hours(one.facts.study_hours)]
        ),
        RowDefinition(
            "Course hours", ("course_hours",), lambda one, _: [cells.hours(one.facts.course_hours)]
        ),
    ),
    "Cost": (
        RowDefinition("Prices of", ("place", "on", "confidence"), cells.prices_of),
        RowDefinition("Exam", ("exam_price",), lambda one, _: [cells.exam_price(one.prices)]),
        RowDefinition(
            "for members", ("exam_member",), lambda one, _: [cells.money(one.prices.exam_member)]
        ),
        RowDefinition(
            "Application", ("application",), lambda one, _: [cells.application(one.prices)]
        ),
        RowDefinition("Course", ("course",), lambda one, _: [cells.course(one.prices.course)]),
        RowDefinition("Initial cost", ("total",), lambda one, _: cells.total(one.prices)),
        RowDefinition("Membership", ("membership",), cells.membership),
        RowDefinition("A renewal", ("fee", "fee_member", "fee_every_year"), cells.renewal_fee),
        RowDefinition(
            "9 years kept",
            ("renewal_cost",),
            lambda one, _: cells.renewal_costs(one.prices.renewal_cost),
        ),
        RowDefinition("Total", ("nine_years",), lambda one, _: cells.nine_years(one.prices)),
    ),
    "Renewal": (
        RowDefinition("Lasts", ("lifetime", "cycle_years", "first_cycle_years"), cells.validity),
        RowDefinition("Units", ("units",), lambda one, _: [cells.units(one.facts)]),
        RowDefinition("Parts", ("parts",), lambda one, _: cells.unit_parts(one.facts)),
        RowDefinition(
            "Options", ("renewal_options",), lambda one, _: cells.renewal_options(one.facts)
        ),
    ),
    "What it opens": (
        RowDefinition("Next step", ("next",), cells.next_steps),
        RowDefinition("Related", ("related",), cells.related),
        RowDefinition("Counts for", ("required_by",), cells.accepted_by),
        RowDefinition("Preferred by", ("preferred_by",), cells.preferred_by),
        RowDefinition("Helpful for", ("helpful_for",), cells.helpful_for),
    ),
}


def screen(report: CompareReport) -> Screen:
    """The whole screen. The rows about the person appear only with a profile."""
    comparison, context = report.comparison, report.context
    columns, agreement = comparison.columns, comparison.agreement
    person_rows = {"You": _YOU} if columns[0].check else {}
    sections = [
        MatrixSection(title, make_rows(lines, columns, agreement, context))
        for title, lines in {**person_rows, **_PARTS}.items()
    ]
    return (
        *heading_blocks(column.certification.id for column in columns),
        Matrix(
            _names(comparison),
            (*sections, skill_rows(comparison.skills, context.catalog), *_demand(comparison)),
        ),
        *lists.list_section("What demand rests on", _bases(comparison)),
        *_rates(comparison, context),
        *next_section(context, ("check", columns[0].certification.id)),
        *lists.footer(context),
    )


def _names(comparison: CertificationComparison) -> tuple[StyledText, ...]:
    """The column titles: abbreviations, or ids if two certifications share an abbreviation."""
    ids = [column.certification.id for column in comparison.columns]
    abbreviations = [column.certification.abbreviation for column in comparison.columns]
    names = abbreviations if len(set(abbreviations)) == len(abbreviations) else ids
    return tuple(styled(Fragment(name, "strong")) for name in names)


def _demand(comparison: CertificationComparison) -> tuple[MatrixSection, ...]:
    demand_rows = tuple(
        make_row(
            phrases.country_label(country),
            comparison.demand[country],
            ([cells.demand(column, country)] for column in comparison.columns),
        )
        for country in comparison.countries
    )
    return (MatrixSection("Demand, from 0 to 1", demand_rows, dense=True),) if demand_rows else ()


def _bases(comparison: CertificationComparison) -> list[StyledText]:
    """The basis of each demand figure. A basis that several share is listed once."""
    names_by_basis: dict[tuple[str, str], list[str]] = {}
    for country in comparison.bases:
        for name, column in zip(_names(comparison), comparison.columns, strict=True):
            if country in column.demand:
                key = (country, column.demand[country].basis)
                names_by_basis.setdefault(key, []).append(name[0].text)
    return [
        styled(
            Fragment(f"{phrases.country_label(country)}, {phrases.join_names(names)}: ", "strong"),
            phrases.sentence(basis.replace("judgement", OUR_ESTIMATE, 1)),
        )
        for (country, basis), names in names_by_basis.items()
    ]


def _rates(comparison: CertificationComparison, context: AnswerContext) -> tuple[Block, ...]:
    day = context.catalog.tables.rates_on
    converted = any(column.prices.cost_converted for column in comparison.columns)
    if not converted or day is None:
        return ()
    text = f"About: in {comparison.currency} by the exchange rates of {day.isoformat()}."
    return BlankLine(), Para(styled(Fragment(text, "dim")))
