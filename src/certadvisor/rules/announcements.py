"""Announced changes of a rule that are not settled, and could still change an answer."""

from datetime import date, timedelta

from certadvisor.base.months import years_after
from certadvisor.catalog.records import AnnouncedChange, Certification
from certadvisor.catalog.requirement import AllOf, AnyOf, Leaf
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Verdict

_YEARS_AHEAD = 1  # a change further ahead is not mentioned yet


def changes_that_matter(
    certification: Certification, verdict: Verdict | None, evidence: Evidence
) -> tuple[AnnouncedChange, ...]:
    """Return the announced changes that could change the outcome for a person.

    A change does not matter where the leaf that it concerns was met before it, since that stays
    good, or where an alternative to the leaf is met.

    Args:
        certification: The certification.
        verdict: The verdict on its rule; None where no rule is in force.
        evidence: The person's evidence.

    Returns:
        The changes, in the order of the catalogue.
    """
    last = years_after(evidence.as_of, _YEARS_AHEAD)
    return tuple(
        change
        for change in certification.announced
        if verdict is not None
        and change.since <= last
        and not _is_met_before(change.about, change.since, evidence)
        and _depends_on(verdict, change.about)
    )


def _is_met_before(leaf: Leaf, since: date, evidence: Evidence) -> bool:
    """Return whether the leaf was met by the day of the question and before `since`."""
    day = min(evidence.as_of, since - timedelta(days=1))
    return kind_of(leaf).judge(leaf, evidence, day).outcome is Outcome.MET


def _depends_on(verdict: Verdict, leaf: Leaf) -> bool:
    """Return whether the rule needs this leaf: no alternative to it is met."""
    if not isinstance(verdict.requirement, AllOf | AnyOf):
        return verdict.requirement == leaf
    if not any(_depends_on(child, leaf) for child in verdict.children):
        return False
    return isinstance(verdict.requirement, AllOf) or _is_open_without(verdict, leaf)


def _is_open_without(verdict: Verdict, leaf: Leaf) -> bool:
    """Return whether a group of alternatives is not met where the leaf does not count."""
    return not any(
        child.outcome is Outcome.MET and not _depends_on(child, leaf) for child in verdict.children
    )
