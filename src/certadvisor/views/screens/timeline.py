"""Which months of work count, as a chart and in words: a section of other screens."""

from collections.abc import Iterable

from certadvisor.base.months import month_number, month_of
from certadvisor.catalog.records import Catalog
from certadvisor.rules.experience_breakdown import (
    COUNTED,
    OUTSIDE,
    OVERLAPPING,
    UNCERTAIN,
    Entry,
    Tally,
)
from certadvisor.views.blocks import Bar, Block, Chart, Heading, Para, Span, Words, words
from certadvisor.views.text import month_chart
from certadvisor.views.words import phrases
from certadvisor.views.words.dates import month

MEANING = {
    COUNTED: "counts",
    OVERLAPPING: "counted once already",
    UNCERTAIN: "not told enough",
    OUTSIDE: "before the window",
}


def build(work: Iterable[Tally], catalog: Catalog) -> tuple[Block, ...]:
    """A chart per experience leaf of the rule; no blocks where no month is known."""
    blocks: list[Block] = []
    for tally in work:
        if any(entry.months for entry in tally.entries):
            blocks += [
                Heading(f"Which months count: {phrases.work_asked(tally.leaf, catalog)}"),
                Para(words(f"{phrases.sentence(counts(tally))}")),
                _picture(tally, catalog),
                Para(_legend(tally)),
            ]
    return tuple(blocks)


def counts(tally: Tally) -> str:
    """What counts and what is needed, in each required unit, and what does not count."""
    told = [
        f"{phrases.amount(have, unit)} of the {phrases.number(need)} needed"
        for unit, need in tally.need.items()
        if (have := tally.have[unit]) is not None
    ]
    lost = [
        f"{phrases.amount(months, 'month')} {words}"
        for state, words in (
            (OVERLAPPING, "counted once already"),
            (OUTSIDE, "before the window"),
            (UNCERTAIN, "not told enough of"),
        )
        if (months := _total(tally, state))
    ]
    return "; ".join([phrases.several(told) or "not told", *lost])


def entry_name(entry: Entry, catalog: Catalog) -> str:
    """The title of an entry, else its months or its kinds of work."""
    period = entry.period
    if period.title:
        return period.title
    if period.start is None and period.months:
        return f"{phrases.amount(period.months, 'month')}, undated"
    return kinds_told(period.kinds, catalog)


def kinds_told(kinds: frozenset[str] | None, catalog: Catalog) -> str:
    """The kinds of an entry, without those that another of its kinds implies."""
    if kinds is None:
        return "kind not told"
    implied = {also for kind in kinds for also in catalog.kinds[kind].implies}
    return (
        phrases.several(phrases.kind_name(kind, catalog) for kind in sorted(kinds - implied))
        or "no kind"
    )


def _picture(tally: Tally, catalog: Catalog) -> Chart:
    bars = tuple(
        Bar(
            entry_name(entry, catalog),
            tuple((run.first, run.last, run.state) for run in entry.months),
            str(sum(run.length for run in entry.months if run.state == COUNTED)),
        )
        for entry in tally.entries
        if entry.months
    )
    first = min(run[0] for bar in bars for run in bar.runs)
    edge = month_number(tally.since) if tally.since else None
    return Chart(bars, first, month_number(tally.day), edge)


def _legend(tally: Tally) -> Words:
    used = {run.state for entry in tally.entries for run in entry.months}
    told = [
        f"{mark} {MEANING[state]}"
        for state, (mark, _) in month_chart.MARKS.items()
        if state in used
    ]
    if tally.since:
        window = f"{tally.since.isoformat()} to {tally.day.isoformat()}"
        told.append(f"{month_chart.EDGE} the window, {window}")
    return words(Span("; ".join(told), "dim"))


def span(first: int, last: int) -> str:
    """A run of months (month numbers, both included) in words."""
    begun, ended = month(month_of(first).first), month(month_of(last).first)
    return begun if first == last else f"{begun} to {ended}"


def _total(tally: Tally, state: str) -> int:
    return sum(run.length for entry in tally.entries for run in entry.months if run.state == state)
