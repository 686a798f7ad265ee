"""Employer: a kind of present employer that a certification is reserved for.

Asks for: a kind of employer by its id.
Counts: the kind that the profile gives; one has one present employer.
Leaves out: past employers, the other kinds that rules name, and `other`, which is none of them.
Unknown: where the profile does not give the employer, or in a word that no rule names.
Example: `{employer: us-federal-civilian}`.
"""

from datetime import date
from math import inf

from certadvisor.catalog.requirement import OTHER_EMPLOYER, Employer
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Section
from certadvisor.rules.leaves import contract
from certadvisor.rules.leaves.contract import Counter
from certadvisor.rules.outcome import Outcome, judge_amount
from certadvisor.rules.verdict import Question, Shortfall, Verdict

SECTION = Section.EMPLOYER
_CHANGE_DAYS = 36_525.0  # no step leads to another employer: any way without one is nearer

change_dates = contract.never_changes
is_gradual = contract.not_gradual
is_likely = contract.likely_if_counted
assumptions = contract.no_assumptions
entries = contract.no_entries
cause_of_loss = contract.no_cause
cause_of_gain = contract.no_cause
without_time_limits = contract.as_it_is
certifications = contract.no_certifications
acquisitions = contract.nothing_to_book


def judge(leaf: Employer, evidence: Evidence, day: date) -> Verdict:
    """Judge by the kind of the profile's employer.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The day to judge for.

    Returns:
        The verdict, the same on every day: the employer is taken to stay.
    """
    amount, possible = count(leaf, evidence, day)
    outcome = judge_amount(1, amount, possible)
    return Verdict(leaf, outcome, None if outcome is Outcome.UNKNOWN else int(amount), 1, "answer")


def question(leaf: Employer, evidence: Evidence, _day: date) -> Question:
    """Return the question of which kind the employer is: one for every kind."""
    answers = (*_kinds_asked_for(leaf, evidence), OTHER_EMPLOYER)
    return Question("employer", "", "", section=SECTION, answers=answers)


def counter(leaf: Employer) -> Counter:
    """Return the leaf itself: it is needed once."""
    return Counter(leaf, 1)


def count(leaf: Employer, evidence: Evidence, _day: date) -> tuple[float, float]:
    """Count the employer if it is of the kind."""
    kind = _known_kind(leaf, evidence)
    if kind is None:
        return 0, inf
    amount = int(kind == leaf.employer)
    return amount, amount


def effort_days(_shortfall: Shortfall, _evidence: Evidence, _day: date) -> float:
    """Estimate longer than any other leaf takes."""
    return _CHANGE_DAYS


def _known_kind(leaf: Employer, evidence: Evidence) -> str | None:
    """Return the employer's kind; None where it is not known.

    A word that no rule names may be a company's name, which says nothing of its kind.
    """
    kind = evidence.profile.employer
    known = kind == OTHER_EMPLOYER or kind in _kinds_asked_for(leaf, evidence)
    return kind if known else None


def _kinds_asked_for(leaf: Employer, evidence: Evidence) -> tuple[str, ...]:
    """Return the kinds that rules name, and that of the leaf, which may be a policy's."""
    return tuple(dict.fromkeys((*evidence.catalog.ids_asked_for("employer"), leaf.employer)))
