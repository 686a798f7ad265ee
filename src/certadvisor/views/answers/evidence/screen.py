"""The screen of `profile evidence`: the tables that an application to an issuer requires."""

from collections.abc import Iterable
from datetime import date
from typing import assert_never

from certadvisor.base.partial_date import as_given
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import tag_of
from certadvisor.profile.model import Education, WorkPeriod
from certadvisor.rules.application import CredentialEvidence, TrainingEvidence
from certadvisor.rules.leaves.experience_breakdown import (
    ExperienceBreakdown,
    MonthRun,
    MonthState,
    WorkEntry,
)
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check
from certadvisor.views.blocks import (
    Block,
    DataTable,
    Fragment,
    Heading,
    Item,
    Para,
    Screen,
    StyledText,
    TableColumn,
    Title,
    styled,
    table,
)
from certadvisor.views.reports import CheckReport, EvidenceReport
from certadvisor.views.sections import judgement_blocks, lists, timeline
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases
from certadvisor.views.words.dates import month

_NOT_GIVEN = "Not given."
_UNIT_TITLES = {
    "month": "Months",
    "hour": "Hours",
    "person_day": "Person-days",
    "project": "Projects",
}


def screen(report: EvidenceReport) -> Screen:
    """The whole screen."""
    application, catalog = report.application, report.context.catalog
    check = application.check
    issuer = phrases.issuer_name(check.certification.issuer, catalog)
    word, style = check_words.verdict_word(check)
    headline = check_words.headline(CheckReport(report.context, check))
    return (
        Title(
            styled(f"Evidence for {check.certification.name} · {issuer}"), check.certification.id
        ),
        Para(styled(Fragment(word, style), ": ", Fragment(headline, "strong"))),
        *(block for breakdown in application.work for block in _work(breakdown, report)),
        *_unused_work(report),
        Heading("Training"),
        _training(application.training),
        Heading("Certificates held"),
        _credentials(application.credentials, catalog),
        Heading("Education"),
        _education(application.education),
        *_other_requirements(report),
        *lists.list_section("Still missing", _missing(check, catalog)),
        *judgement_blocks.question_blocks(check.questions, catalog),
        *judgement_blocks.assumption_blocks(check.assumptions, catalog),
        *lists.footer(report.context),
    )


def _work(breakdown: ExperienceBreakdown, report: EvidenceReport) -> tuple[Block, ...]:
    """A table of the work entries that count towards one leaf, with the totals of the judge."""
    catalog = report.context.catalog
    heading = Heading(f"Work: {phrases.work_description(breakdown.leaf, catalog)}")
    if not breakdown.entries:
        return heading, Para(styled(_NOT_GIVEN if report.profile.work is None else "None."))
    detailed = any(
        entry.period.complexity or entry.period.responsibility for entry in breakdown.entries
    )
    columns = [
        TableColumn("No.", right=True),
        TableColumn("Job or project", flexible=True),
        TableColumn("First"),
        TableColumn("Last"),
        *(TableColumn(_UNIT_TITLES[unit], right=True) for unit in breakdown.need),
        *([TableColumn("Complexity, responsibility", flexible=True)] if detailed else []),
        TableColumn("Remarks", flexible=True),
    ]
    rows = [_row(entry, breakdown, report, detailed=detailed) for entry in breakdown.entries]
    total = phrases.sentence(f"total: {timeline.counts_sentence(breakdown)}")
    window = f" The window is {breakdown.since} to {breakdown.day}." if breakdown.since else ""
    return heading, table(columns, rows), Para(styled(Fragment(total, "strong"), window))


def _row(
    entry: WorkEntry, breakdown: ExperienceBreakdown, report: EvidenceReport, *, detailed: bool
) -> tuple[StyledText, ...]:
    period, catalog = entry.period, report.context.catalog
    kinds = timeline.kinds_text(period.kinds, catalog)
    name = timeline.entry_name(entry, catalog)
    first, last = _month_range(period)
    ranks = (phrases.readable(part) for part in (period.complexity, period.responsibility) if part)
    return (
        styled(str(entry.work_index + 1)),
        styled(name, f" ({kinds})" if name != kinds else ""),
        styled(first),
        styled(last),
        *(styled(_amount(entry.amounts[unit])) for unit in breakdown.need),
        *([styled(", ".join(ranks))] if detailed else []),
        styled("; ".join(_remarks(entry, report))),
    )


def _month_range(period: WorkPeriod) -> tuple[str, str]:
    """The first and the last month in words; an undated total has neither."""
    if period.start is None:
        return "undated", "undated"
    return _month(period.start), _month(period.end) if period.end else "going on"


def _month(day: date) -> str:
    """The month of a day, or the year where no more was given."""
    return min(as_given(day), month(day), key=len)


def _amount(amount: float | None) -> str:
    return "not given" if amount is None else phrases.number(round(amount, 1))


def _remarks(entry: WorkEntry, report: EvidenceReport) -> Iterable[str]:
    """Why months of this entry do not count, and its hours if given but not required."""
    work = report.profile.work or ()
    period = entry.period
    for run in entry.months:
        remark = _run_remark(run, work)
        if remark:
            yield f"{timeline.month_range(run.first, run.last)} {remark}"
    if period.hours is not None and "hour" not in entry.amounts:
        yield f"{phrases.amount(period.hours, 'hour')} given"
    if period.hours_per_week is not None and "hour" not in entry.amounts:
        yield f"{phrases.number(period.hours_per_week)} hours a week"


def _run_remark(run: MonthRun, work: tuple[WorkPeriod, ...]) -> str:
    """Why these months do not count; empty where they do."""
    match run.state:
        case MonthState.COUNTED:
            return ""
        case MonthState.OVERLAPPING:
            assert run.counted_under is not None  # noqa: S101  the entry that counts them
            other = work[run.counted_under].title
            return f"counted under no. {run.counted_under + 1}" + (f", {other}" if other else "")
        case MonthState.OUTSIDE:
            return "before the window"
        case MonthState.UNCERTAIN:
            return "too little given to count"
        case _:
            assert_never(run.state)


def _unused_work(report: EvidenceReport) -> tuple[Block, ...]:
    work = report.profile.work or ()
    lines = []
    for index in report.application.unused_work:
        name = work[index].title or timeline.kinds_text(work[index].kinds, report.context.catalog)
        months = " to ".join(dict.fromkeys(_month_range(work[index])))
        lines.append(f"No. {index + 1}: {name} ({months})")
    return lists.list_section("Work that the rule does not count", lines)


def _training(records: tuple[TrainingEvidence, ...] | None) -> Block:
    if not records:
        return _empty_list(records)
    columns = (
        TableColumn("Topic", flexible=True),
        TableColumn("Hours", right=True),
        TableColumn("Completed"),
        TableColumn("Counts"),
    )
    return table(
        columns,
        (
            (
                styled(phrases.readable(record.topic)),
                styled("not given" if record.hours is None else phrases.number(record.hours)),
                styled(_given(record.completed, in_doubt=record.completed_unknown)),
                styled("yes" if counted else "no"),
            )
            for record, counted in records
        ),
    )


def _credentials(credentials: tuple[CredentialEvidence, ...] | None, catalog: Catalog) -> Block:
    if not credentials:
        return _empty_list(credentials)
    states = {True: "active", False: "not active", None: "not known"}
    columns = (
        TableColumn("Certificate", flexible=True),
        TableColumn("Earned"),
        TableColumn("Expires"),
        TableColumn("State"),
        TableColumn("Asked"),
    )
    return table(
        columns,
        (
            (
                styled(phrases.certification_name(credential.id, catalog)),
                styled(_given(credential.earned, in_doubt=credential.earned_unknown)),
                styled(as_given(credential.expires) if credential.expires else "not given"),
                styled(states[active]),
                styled("yes" if required else "no"),
            )
            for credential, active, required in credentials
        ),
    )


def _education(entries: tuple[Education, ...] | None) -> Block:
    if not entries:
        return _empty_list(entries)
    columns = (
        TableColumn("Degree", flexible=True),
        TableColumn("Field", flexible=True),
        TableColumn("Accreditation"),
        TableColumn("Awarded"),
    )
    return table(
        columns,
        (
            (
                styled(phrases.sentence(phrases.DEGREE_NAMES[entry.degree])[:-1]),
                styled(entry.field or "not given"),
                styled(entry.accreditation or "none"),
                styled(_given(entry.awarded, in_doubt=entry.awarded_unknown)),
            )
            for entry in entries
        ),
    )


def _given(day: date | None, *, in_doubt: bool) -> str:
    return "in doubt" if in_doubt else as_given(day) if day else "undated"


def _empty_list(items: tuple[object, ...] | None) -> Para | DataTable:
    return Para(styled(_NOT_GIVEN if items is None else "None."))


def _other_requirements(report: EvidenceReport) -> tuple[Block, ...]:
    """The rule's other requirements, including training totals, each with its mark."""
    items = []
    for verdict in report.application.other_verdicts:
        requirement = verdict.requirement
        text = phrases.requirement(requirement, report.context.catalog)
        numbers = phrases.progress(verdict) if tag_of(requirement) in ("degree", "training") else ""
        mark = Fragment(phrases.MARKS[verdict.outcome], phrases.OUTCOME_STYLES[verdict.outcome])
        items.append(Item(styled(text, f": {numbers}" if numbers else ""), mark))
    return (Heading("What else the rule requires"), *items) if items else ()


def _missing(check: Check, catalog: Catalog) -> Iterable[str]:
    if check.outcome is not Outcome.UNMET:
        return ()
    return (phrases.missing(one, catalog) for one in check.missing)
