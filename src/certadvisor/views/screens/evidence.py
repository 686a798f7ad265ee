"""The screen of `profile evidence`: the tables that an application to an issuer requires."""

from collections.abc import Iterable

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Degree, Training
from certadvisor.profile.model import Education, WorkPeriod
from certadvisor.rules.application import Held, Trained
from certadvisor.rules.experience_breakdown import OUTSIDE, OVERLAPPING, UNCERTAIN, Entry, Tally
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check
from certadvisor.views.blocks import (
    Block,
    Column,
    Heading,
    Item,
    Para,
    Screen,
    Span,
    Table,
    Title,
    Words,
    table,
    words,
)
from certadvisor.views.reports import CheckReport, EvidenceReport
from certadvisor.views.screens import judged, parts, timeline
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases
from certadvisor.views.words.dates import month

_NOT_TOLD = "Not told."
_UNIT_TITLES = {
    "month": "Months",
    "hour": "Hours",
    "person_day": "Person-days",
    "project": "Projects",
}


def build(report: EvidenceReport) -> Screen:
    """The whole screen."""
    pack, catalog = report.pack, report.frame.catalog
    check = pack.check
    issuer = phrases.issuer_name(check.certification.issuer, catalog)
    word, style = check_words.verdict_word(check)
    told = check_words.headline(CheckReport(report.frame, check))
    return (
        Title(words(f"Evidence for {check.certification.name} · {issuer}"), check.certification.id),
        Para(words(Span(word, style), ": ", Span(told, "strong"))),
        *(block for tally in pack.work for block in _work(tally, report)),
        *_left_out(report),
        Heading("Training"),
        _training(pack.training),
        Heading("Certificates held"),
        _held(pack.held, catalog),
        Heading("Education"),
        _education(pack.education),
        *_conditions(report),
        *parts.listed("Still missing", _missing(check, catalog)),
        *judged.asked(check.questions, catalog),
        *judged.assumed(check.assumptions, catalog),
        *parts.foot(report.frame),
    )


def _work(tally: Tally, report: EvidenceReport) -> tuple[Block, ...]:
    """A table of the work entries that count towards one leaf, with the totals of the judge."""
    catalog = report.frame.catalog
    heading = Heading(f"Work: {phrases.work_asked(tally.leaf, catalog)}")
    if not tally.entries:
        return heading, Para(words(_NOT_TOLD if report.profile.work is None else "None."))
    detailed = any(
        entry.period.complexity or entry.period.responsibility for entry in tally.entries
    )
    columns = [
        Column("No.", right=True),
        Column("Job or project", flexible=True),
        Column("First"),
        Column("Last"),
        *(Column(_UNIT_TITLES[unit], right=True) for unit in tally.need),
        *([Column("Complexity, responsibility", flexible=True)] if detailed else []),
        Column("Remarks", flexible=True),
    ]
    rows = [_row(entry, tally, report, detailed=detailed) for entry in tally.entries]
    total = phrases.sentence(f"total: {timeline.counts(tally)}")
    window = f" The window is {tally.since} to {tally.day}." if tally.since else ""
    return heading, table(columns, rows), Para(words(Span(total, "strong"), window))


def _row(
    entry: Entry, tally: Tally, report: EvidenceReport, *, detailed: bool
) -> tuple[Words, ...]:
    period, catalog = entry.period, report.frame.catalog
    kinds = timeline.kinds_told(period.kinds, catalog)
    name = timeline.entry_name(entry, catalog)
    first, last = _ends(period)
    rank = (phrases.readable(part) for part in (period.complexity, period.responsibility) if part)
    return (
        words(str(entry.place + 1)),
        words(name, f" ({kinds})" if name != kinds else ""),
        words(first),
        words(last),
        *(words(_amount(entry.amounts[unit])) for unit in tally.need),
        *([words(", ".join(rank))] if detailed else []),
        words("; ".join(_remarks(entry, report))),
    )


def _ends(period: WorkPeriod) -> tuple[str, str]:
    """The first and the last month in words; an undated total has neither."""
    if period.start is None:
        return "undated", "undated"
    return month(period.start), month(period.end) if period.end else "going on"


def _amount(amount: float | None) -> str:
    return "not told" if amount is None else phrases.number(round(amount, 1))


def _remarks(entry: Entry, report: EvidenceReport) -> Iterable[str]:
    """Why months of this entry do not count, and its hours if given but not required."""
    work = report.profile.work or ()
    period = entry.period
    for run in entry.months:
        months = timeline.span(run.first, run.last)
        if run.state == OVERLAPPING and run.under is not None:
            other = work[run.under].title
            under = f"no. {run.under + 1}" + (f", {other}" if other else "")
            yield f"{months} counted under {under}"
        elif run.state == OUTSIDE:
            yield f"{months} before the window"
        elif run.state == UNCERTAIN:
            yield f"{months} not told enough to count"
    if period.hours is not None and "hour" not in entry.amounts:
        yield f"{phrases.amount(period.hours, 'hour')} told"
    if period.hours_per_week is not None and "hour" not in entry.amounts:
        yield f"{phrases.number(period.hours_per_week)} hours a week"


def _left_out(report: EvidenceReport) -> tuple[Block, ...]:
    work = report.profile.work or ()
    lines = []
    for place in report.pack.left_out:
        name = work[place].title or timeline.kinds_told(work[place].kinds, report.frame.catalog)
        when = " to ".join(dict.fromkeys(_ends(work[place])))
        lines.append(f"No. {place + 1}: {name} ({when})")
    return parts.listed("Work that is not asked for", lines)


def _training(records: tuple[Trained, ...] | None) -> Block:
    if not records:
        return _none(records)
    columns = (
        Column("Topic", flexible=True),
        Column("Hours", right=True),
        Column("Completed"),
        Column("Counts"),
    )
    return table(
        columns,
        (
            (
                words(phrases.readable(record.topic)),
                words("not told" if record.hours is None else phrases.number(record.hours)),
                words(record.completed.isoformat() if record.completed else "undated"),
                words("yes" if counted else "no"),
            )
            for record, counted in records
        ),
    )


def _held(credentials: tuple[Held, ...] | None, catalog: Catalog) -> Block:
    if not credentials:
        return _none(credentials)
    states = {True: "active", False: "not active", None: "not known"}
    columns = (
        Column("Certificate", flexible=True),
        Column("Earned"),
        Column("Expires"),
        Column("State"),
        Column("Asked"),
    )
    return table(
        columns,
        (
            (
                words(phrases.certification_name(one.id, catalog)),
                words(one.earned.isoformat() if one.earned else "undated"),
                words(one.expires.isoformat() if one.expires else "not told"),
                words(states[active]),
                words("yes" if asked else "no"),
            )
            for one, active, asked in credentials
        ),
    )


def _education(entries: tuple[Education, ...] | None) -> Block:
    if not entries:
        return _none(entries)
    columns = (
        Column("Degree", flexible=True),
        Column("Field", flexible=True),
        Column("Accreditation"),
        Column("Awarded"),
    )
    return table(
        columns,
        (
            (
                words(phrases.sentence(phrases.DEGREE_NAMES[one.degree])[:-1]),
                words(one.field or "not told"),
                words(one.accreditation or "none"),
                words(one.awarded.isoformat() if one.awarded else "undated"),
            )
            for one in entries
        ),
    )


def _none(told: tuple[object, ...] | None) -> Para | Table:
    return Para(words(_NOT_TOLD if told is None else "None."))


def _conditions(report: EvidenceReport) -> tuple[Block, ...]:
    """The rule's other requirements, including training totals, each with its mark."""
    items = []
    for verdict in report.pack.conditions:
        asked = verdict.requirement
        text = phrases.requirement(asked, report.frame.catalog)
        numbers = phrases.measured(verdict) if isinstance(asked, Degree | Training) else ""
        mark = Span(phrases.MARKS[verdict.outcome], phrases.OUTCOME_STYLES[verdict.outcome])
        items.append(Item(words(text, f": {numbers}" if numbers else ""), mark))
    return (Heading("What else the rule asks"), *items) if items else ()


def _missing(check: Check, catalog: Catalog) -> Iterable[str]:
    if check.outcome is not Outcome.UNMET:
        return ()
    return (phrases.missing(one, catalog) for one in check.missing)
