"""Which months of work count: as data, as a chart and in words."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, TypedDict, cast

from certadvisor.base.months import month_number, month_span
from certadvisor.catalog.records import Catalog
from certadvisor.rules.leaves.experience_breakdown import (
    ExperienceBreakdown,
    MonthRun,
    MonthState,
    WorkEntry,
)
from certadvisor.views.blocks import (
    Block,
    ChartBar,
    Fragment,
    Heading,
    MonthChart,
    Para,
    StyledText,
    styled,
)
from certadvisor.views.document_types import Allowed, AmountUnit, Count, Day, Month, NonNegative
from certadvisor.views.json_values import iso, number
from certadvisor.views.sections.change_causes import PeriodJson, period_json
from certadvisor.views.sections.judgement import OtherParameters, leaf_parameters
from certadvisor.views.text import month_chart
from certadvisor.views.words import phrases
from certadvisor.views.words.dates import month


class MonthRunJson(TypedDict):
    """A run of months of one state."""

    state: Annotated[str, Allowed(words=tuple(MonthState))]
    first: Month
    last: Month
    count: Annotated[int, Allowed(minimum=1)]
    under: Annotated[
        Count | None,
        Allowed(
            description="Of overlapping months: the place of the entry they are counted under."
        ),
    ]


class WorkEntryJson(PeriodJson):
    """A work entry and what becomes of its months."""

    place: Annotated[
        Count, Allowed(description="The position of the entry in the profile, from 0.")
    ]
    certain: bool
    amounts: dict[AmountUnit, NonNegative | None]
    months: list[MonthRunJson]


Window = TypedDict("Window", {"from": Day | None, "to": Day})
Window.__doc__ = "The days in which work counts, both included."


class BreakdownTotals(OtherParameters):
    """How much work a requirement needs and counts; `have` are the judge's own totals."""

    requirement: Literal["experience"]
    kind: str
    window: Window
    need: Mapping[AmountUnit, float]
    have: Mapping[AmountUnit, NonNegative | None]


class BreakdownJson(BreakdownTotals):
    """The work that a requirement counts, entry by entry; `have` are the judge's own totals."""

    entries: list[WorkEntryJson]


STATE_NAMES = {
    MonthState.COUNTED: "counts",
    MonthState.OVERLAPPING: "overlapping, counted once",
    MonthState.UNCERTAIN: "too little given",
    MonthState.OUTSIDE: "before the window",
}


def section(work: Iterable[ExperienceBreakdown], catalog: Catalog) -> tuple[Block, ...]:
    """A chart per experience leaf of the rule, or the reason why no month counts."""
    blocks: list[Block] = []
    for breakdown in work:
        name = phrases.work_description(breakdown.leaf, catalog)
        blocks.append(Heading(f"Which months count: {name}"))
        if any(entry.months for entry in breakdown.entries):
            blocks += [
                Para(styled(f"{phrases.sentence(counts_sentence(breakdown))}")),
                _chart(breakdown, catalog),
                Para(_legend(breakdown)),
            ]
        else:
            blocks.append(Para(styled(_why_none(breakdown))))
    if not blocks:
        blocks = [Heading("Which months count"), Para(styled("The rule requires no experience."))]
    return tuple(blocks)


def _why_none(breakdown: ExperienceBreakdown) -> str:
    """Why no month counts."""
    if all(amount is None for amount in breakdown.have.values()) and not breakdown.entries:
        return "None: the profile does not give any work."
    if not breakdown.entries:
        return "None: no work in the profile is of this kind."
    count = len(breakdown.entries)
    has = "entry of this kind has" if count == 1 else "entries of this kind have"
    return f"None: {count} {has} neither dates nor a number of months."


def counts_sentence(breakdown: ExperienceBreakdown) -> str:
    """What counts and what is needed, in each required unit, and what does not count."""
    amounts = [
        f"{phrases.amount(have, unit)} of the {phrases.number(need)} needed"
        for unit, need in breakdown.need.items()
        if (have := breakdown.have[unit]) is not None
    ]
    uncounted = [
        f"{phrases.amount(months, 'month')} {label}"
        for state, label in (
            (MonthState.OVERLAPPING, "overlapping, counted once"),
            (MonthState.OUTSIDE, "before the window"),
            (MonthState.UNCERTAIN, "of which too little is given"),
        )
        if (months := _total(breakdown, state))
    ]
    return "; ".join([phrases.join_names(amounts) or "not given", *uncounted])


def entry_name(entry: WorkEntry, catalog: Catalog) -> str:
    """The title of an entry, else its months or its kinds of work."""
    period = entry.period
    if period.title:
        return period.title
    if period.start is None and period.months:
        return f"{phrases.amount(period.months, 'month')}, undated"
    return kinds_text(period.kinds, catalog)


def kinds_text(kinds: frozenset[str] | None, catalog: Catalog) -> str:
    """The kinds of an entry, without those that another of its kinds implies."""
    if kinds is None:
        return "kind not given"
    implied = {other for kind in kinds for other in catalog.kinds[kind].implies}
    return (
        phrases.join_names(phrases.kind_name(kind, catalog) for kind in sorted(kinds - implied))
        or "no kind"
    )


def _chart(breakdown: ExperienceBreakdown, catalog: Catalog) -> MonthChart:
    bars = tuple(
        ChartBar(
            entry_name(entry, catalog),
            tuple((run.first, run.last, run.state) for run in entry.months),
            str(sum(run.length for run in entry.months if run.state is MonthState.COUNTED)),
        )
        for entry in breakdown.entries
        if entry.months
    )
    first = min(run[0] for bar in bars for run in bar.runs)
    edge = month_number(breakdown.since) if breakdown.since else None
    return MonthChart(bars, first, month_number(breakdown.day), edge)


def _legend(breakdown: ExperienceBreakdown) -> StyledText:
    states = {run.state for entry in breakdown.entries for run in entry.months}
    texts = [
        f"{mark} {STATE_NAMES[MonthState(state)]}"
        for state, (mark, _) in month_chart.MARKS.items()
        if state in states
    ]
    if breakdown.since:
        window = f"{breakdown.since.isoformat()} to {breakdown.day.isoformat()}"
        texts.append(f"{month_chart.EDGE} the window, {window}")
    return styled(Fragment("; ".join(texts), "dim"))


def month_range(first: int, last: int) -> str:
    """A run of months (month numbers, both included) in words."""
    start, end = month(month_span(first).first), month(month_span(last).first)
    return start if first == last else f"{start} to {end}"


def _total(breakdown: ExperienceBreakdown, state: MonthState) -> int:
    return sum(
        run.length for entry in breakdown.entries for run in entry.months if run.state is state
    )


def breakdown_json(breakdown: ExperienceBreakdown) -> BreakdownJson:
    """How each work entry counts towards a leaf, month by month."""
    return {
        **breakdown_totals(breakdown),
        "entries": [work_entry_json(entry) for entry in breakdown.entries],
    }


def breakdown_totals(breakdown: ExperienceBreakdown) -> BreakdownTotals:
    """How much work a leaf needs and counts, without the entries."""
    return {
        "requirement": "experience",
        **cast("OtherParameters", leaf_parameters(breakdown.leaf)),
        "kind": breakdown.leaf.kind,
        "window": {"from": iso(breakdown.since), "to": iso(breakdown.day)},
        "need": breakdown.need,
        "have": breakdown.have,
    }


def work_entry_json(entry: WorkEntry) -> WorkEntryJson:
    """A work entry and what becomes of its months, as data."""
    return {
        "place": entry.work_index,
        **period_json(entry.period),
        "certain": entry.certain,
        "amounts": {unit: number(amount) for unit, amount in entry.amounts.items()},
        "months": [_month_run(run) for run in entry.months],
    }


def _month_run(run: MonthRun) -> MonthRunJson:
    return {
        "state": run.state,
        "first": month(month_span(run.first).first),
        "last": month(month_span(run.last).first),
        "count": run.length,
        "under": run.counted_under,
    }
