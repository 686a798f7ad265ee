"""Assumptions: what an answer takes as given about the profile, so that none stays hidden."""

from collections.abc import Iterable
from datetime import date

from certadvisor.catalog.requirement import Leaf
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.guesses import guesses_about
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.verdict import Assumption


def assumptions_of(leaves: Iterable[Leaf], evidence: Evidence, day: date) -> tuple[Assumption, ...]:
    """Collect the assumptions that the outcomes of these leaves depend on.

    Args:
        leaves: The leaves of a rule.
        evidence: The person's evidence.
        day: The day that the leaves were judged for.

    Returns:
        The assumptions, without duplicates, in the order of the leaves.
    """
    assumptions: dict[Assumption, None] = {}
    for leaf in leaves:
        kind = kind_of(leaf)
        assumptions.update(dict.fromkeys(kind.assumptions(leaf, evidence, day)))
        if evidence.profile.guessed:
            indices = list(kind.entries(leaf, evidence))
            paths = guesses_about(evidence.profile, kind.SECTION, indices) if indices else ()
            assumptions.update((Assumption("guess", path), None) for path in paths)
    return tuple(assumptions)
