"""Experience: months, hours, person-days or projects of one kind of work inside a window.

Asks for: an amount of work of one kind, perhaps of a complexity or a responsibility.
Counts: calendar months touched inside the window; hours and person-days as given, spread
evenly over their entry; projects of every entry that reaches into the window.
Leaves out: work of another kind, months outside the window.
Unknown: where kinds, hours, complexity or career breaks that are not given could settle it;
between two amounts on which sources disagree.
Example: `{experience: project-leading, months: 36, within_years: 10}`.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from math import inf

from certadvisor.base.months import months_after
from certadvisor.catalog.requirement import Experience, Leaf
from certadvisor.profile.amounts import MAX_MONTHS
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Section
from certadvisor.rules.leaves import contract, experience_changes
from certadvisor.rules.leaves.contract import Counter
from certadvisor.rules.leaves.experience_amounts import (
    AMOUNTS,
    NEEDS,
    filter_of,
    required_amounts,
)
from certadvisor.rules.leaves.experience_sums import (
    ROUNDING_ERROR,
    bound_amount,
    least_if_given,
    total,
)
from certadvisor.rules.outcome import all_of, judge_amount
from certadvisor.rules.verdict import Assumption, Question, Shortfall, Verdict

SECTION = Section.WORK

acquisitions = contract.nothing_to_book
is_likely = contract.likely_if_counted
certifications = contract.no_certifications
change_dates = experience_changes.change_dates
is_gradual = experience_changes.is_gradual
cause_of_loss = experience_changes.cause_of_loss
cause_of_gain = experience_changes.cause_of_gain


def months_of(kind: str, months: int) -> Experience:
    """Return the requirement of so many months of a kind, whenever they were.

    Args:
        kind: The id of a kind of experience.
        months: The months.
    """
    return Experience(kind, months=months)


def judge(leaf: Experience, evidence: Evidence, day: date) -> Verdict:
    """Judge an experience requirement.

    Where months are required, hours, person-days and projects are judged as well only if work
    in the window gives them: most people know their months and nothing else.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The day to judge for.

    Returns:
        The verdict, with the amounts of the first unit that decides the outcome.
    """
    if leaf.disputed:
        return contract.judge_readings(judge, leaf, evidence, day)
    verdicts = []
    if leaf.months is not None:
        verdicts.append(_judge_months(leaf, leaf.months, evidence, day))
    for unit, need_of in NEEDS.items():
        need = need_of(leaf)
        verdict = None if need is None else _judge_sum(leaf, need, unit, evidence, day)
        if verdict is not None:
            verdicts.append(verdict)
    outcome = all_of([verdict.outcome for verdict in verdicts])
    decisive = next(verdict for verdict in verdicts if verdict.outcome is outcome)
    return decisive._replace(outcome=outcome)


def kind_of_work(leaf: Leaf) -> str | None:
    """Return the kind of experience that a leaf requires; None for other leaves.

    Args:
        leaf: Any leaf.
    """
    return leaf.kind if isinstance(leaf, Experience) else None


def is_growing(leaf: Leaf, evidence: Evidence) -> bool:
    """Return whether work that still goes on, or starts later, may count for a leaf.

    Args:
        leaf: Any leaf.
        evidence: The person's evidence.
    """
    return isinstance(leaf, Experience) and any(
        period.start is not None and (period.end is None or period.end > evidence.as_of)
        for period, _ in evidence.matching_periods(filter_of(leaf))
    )


def count(leaf: Experience, evidence: Evidence, day: date) -> tuple[int, float]:
    """Count the months in the window.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The last day of the window.

    Returns:
        The months that certainly count and the most that may; the latter is infinite where
        work is not given, or an entry gives neither dates nor months.
    """
    counted = evidence.count_months(filter_of(leaf))
    since, widest = evidence.window(day, leaf.within_years, leaf.extendable_to_years)
    possible = inf if counted.unbounded else counted.possible.count_in(widest, day)
    return counted.certain.count_in(since, day), possible


def _judge_months(leaf: Experience, need: int, evidence: Evidence, day: date) -> Verdict:
    certain, possible = count(leaf, evidence, day)
    have = None if evidence.profile.work is None else certain
    return Verdict(leaf, judge_amount(need, certain, possible), have, need, "month")


def _judge_sum(
    leaf: Experience, need: int, unit: str, evidence: Evidence, day: date
) -> Verdict | None:
    """Judge hours, person-days or projects; None where months decide and none are given."""
    certain, possible = bound_amount(leaf, unit, evidence, day)
    least = certain if leaf.months is None else least_if_given(leaf, unit, evidence, day)
    if least is None:
        return None
    outcome = judge_amount(need - ROUNDING_ERROR, least, possible)
    have = None if evidence.profile.work is None else total([certain])
    return Verdict(leaf, outcome, have, need, unit)


def _is_given_throughout(leaf: Experience, unit: str, evidence: Evidence) -> bool:
    """Return whether every entry that counts gives an amount, so that no other is to be asked."""
    return all(
        AMOUNTS[unit](period) is not None or (unit == "hour" and period.hours_per_week)
        for period, _ in evidence.matching_periods(filter_of(leaf))
    )


def entries(leaf: Experience, evidence: Evidence) -> Sequence[int]:
    """Return the indices of the work entries that count or may count.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
    """
    counted_periods = {period for period, _ in evidence.matching_periods(filter_of(leaf))}
    work = evidence.profile.work or ()
    return [index for index, period in enumerate(work) if period in counted_periods]


def question(leaf: Experience, evidence: Evidence, day: date) -> Question:
    """Return the question about what keeps the leaf unknown, such as a title or hours.

    Args:
        leaf: The requirement, whose outcome is unknown.
        evidence: The person's evidence.
        day: The day on which it is unknown.
    """
    if evidence.profile.work is None:
        return Question("experience", leaf.kind, "")
    uncertain_entries = [
        period for period, certain in evidence.matching_periods(filter_of(leaf)) if not certain
    ]
    for period in uncertain_entries:
        if period.kinds is None:
            return Question("title", period.title or "", "")
        if leaf.complexity and period.complexity is None:
            return Question("complexity", leaf.kind, "")
        return Question("responsibility", leaf.kind, "")
    unit = judge(leaf, evidence, day).unit or ""
    is_given = unit == "month" or _is_given_throughout(leaf, unit, evidence)
    if leaf.extendable_to_years and not evidence.is_complete("breaks") and is_given:
        return Question("breaks", leaf.kind, "")
    if unit != "month" and (evidence.is_complete(SECTION) or not is_given):
        return Question(f"{unit}s", leaf.kind, "")
    return Question("experience", leaf.kind, "")


def assumptions(leaf: Experience, evidence: Evidence, _day: date) -> Iterable[Assumption]:
    """Yield the assumptions about kinds, spread hours and backfilled totals.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
    """
    backfilled = 0
    for period, certain in evidence.matching_periods(filter_of(leaf)):
        if period.kinds_from_title and period.title and certain:
            yield Assumption("kinds-from-title", period.title)
        is_laid = leaf.months is not None or leaf.within_years is not None
        if is_laid and period.start is None and certain:
            backfilled = min(backfilled + (period.months or 0), MAX_MONTHS)
        is_spread = leaf.hours is not None and period.hours is not None
        has_time = period.start is not None or period.months is not None
        if is_spread and has_time and leaf.within_years is not None:
            yield Assumption("hours-spread", leaf.kind, period.hours)
    if backfilled:
        yield Assumption("undated-work", leaf.kind, backfilled)


def counter(leaf: Experience) -> Counter | None:
    """Return the months to count; None where sources disagree, or other amounts are required.

    Args:
        leaf: The requirement.
    """
    if leaf.disputed or list(required_amounts(leaf)) != ["month"]:
        return None
    return Counter(leaf._replace(months=0), leaf.months or 0)


def effort_days(shortfall: Shortfall, evidence: Evidence, day: date) -> float:
    """Estimate the calendar days in which the missing work is done in a job.

    Args:
        shortfall: The shortfall of an experience requirement.
        evidence: The person's evidence.
        day: The day that the shortfall was judged for.

    Returns:
        By the table; months, of which one counts whole from its first day on, until the last
        missing one begins, if the first is the next one.
    """
    days = evidence.catalog.tables.effort_days[f"experience_{shortfall.unit}"]
    if shortfall.unit == "month":
        next_month = months_after(day.replace(day=1), 1)
        return (next_month - day).days + (shortfall.amount - 1) * days
    return shortfall.amount * days


def without_time_limits(leaf: Experience) -> Experience:
    """Return the leaf without its window.

    Args:
        leaf: The requirement.
    """
    return leaf._replace(within_years=None)
