"""Declare: a condition that only the person can confirm, unless other evidence proves it.

Asks for: a statement with an id, shown to the person.
Counts: an id that is listed under `confirmed`, or one of the requirements that prove it.
Leaves out: nothing; silence is not a no.
Unknown: until it is confirmed or proved.
Example: `{declare: cbap-areas, text: I have 900 hours in each of four areas.}`.
"""

from collections.abc import Iterable
from datetime import date

from certadvisor.catalog.requirement import Declare, Degree, Experience
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.guesses import guesses_about
from certadvisor.profile.model import Section
from certadvisor.rules.leaves import contract, degree, experience
from certadvisor.rules.leaves.contract import Counter
from certadvisor.rules.leaves.listed import count_confirmed, judge_confirmed
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Assumption, Question, Verdict

SECTION = Section.CONFIRMED

is_likely = contract.likely_if_counted
entries = contract.no_entries
cause_of_loss = contract.no_cause
cause_of_gain = contract.no_cause
effort_days = contract.unit_effort_days
without_time_limits = contract.as_it_is
certifications = contract.no_certifications
acquisitions = contract.nothing_to_book


def judge(leaf: Declare, evidence: Evidence, day: date) -> Verdict:
    """Judge by what the person has confirmed, and by what proves it.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The day to judge for.

    Returns:
        The verdict: met or unknown.
    """
    if _proofs(leaf, evidence, day):
        return Verdict(leaf, Outcome.MET, 1, 1, "answer")
    return judge_confirmed(leaf, leaf.declare, evidence.profile.confirmed)


def _proofs(leaf: Declare, evidence: Evidence, day: date) -> tuple[Degree | Experience, ...]:
    """Return what proves the statement on a day."""
    return tuple(
        proof for proof in leaf.proved_by if _judge_proof(proof, evidence, day) is Outcome.MET
    )


def _judge_proof(proof: Degree | Experience, evidence: Evidence, day: date) -> Outcome:
    if isinstance(proof, Degree):
        return degree.judge(proof, evidence, day).outcome
    return experience.judge(proof, evidence, day).outcome


def change_dates(leaf: Declare, evidence: Evidence) -> Iterable[date]:
    """Yield the days on which it may come to be proved.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
    """
    for proof in leaf.proved_by:
        if isinstance(proof, Degree):
            yield from degree.change_dates(proof, evidence)
        else:
            yield from experience.change_dates(proof, evidence)


def is_gradual(leaf: Declare) -> bool:
    """Return whether a proof is an amount that grows between two days of `change_dates`.

    Args:
        leaf: The requirement.
    """
    return any(isinstance(one, Experience) and experience.is_gradual(one) for one in leaf.proved_by)


def assumptions(leaf: Declare, evidence: Evidence, day: date) -> Iterable[Assumption]:
    """Yield the assumptions of what proves it, where the person has not confirmed it.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The day that the leaf was judged for.
    """
    if leaf.declare in evidence.profile.confirmed:
        return
    for proof in _proofs(leaf, evidence, day):
        if isinstance(proof, Degree):
            section, indices = degree.SECTION, degree.entries(proof, evidence)
        else:
            section, indices = experience.SECTION, experience.entries(proof, evidence)
            yield from experience.assumptions(proof, evidence, day)
        for path in guesses_about(evidence.profile, section, indices):
            yield Assumption("guess", path)


def question(leaf: Declare, _evidence: Evidence, _day: date) -> Question:
    """Return the statement to confirm."""
    return Question("declare", leaf.declare, "", text=leaf.text, section=SECTION)


def counter(leaf: Declare) -> Counter | None:
    """Return the leaf itself, needed once; None where something may prove it.

    Args:
        leaf: The requirement.
    """
    return None if leaf.proved_by else Counter(leaf, 1)


def count(leaf: Declare, evidence: Evidence, _day: date) -> tuple[float, float]:
    """Count the confirmation."""
    return count_confirmed(leaf.declare, evidence.profile.confirmed)
