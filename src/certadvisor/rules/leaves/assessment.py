"""Assessment: one whose result is needed before applying.

Asks for: a statement with an id, shown to the person.
Counts: an id that is listed under `confirmed`.
Leaves out: nothing; silence is not a no.
Unknown: until it is confirmed.
Example: `{assessment: ipma-c-self-assessment, text: I have done the self-assessment.}`.
"""

from datetime import date

from certadvisor.catalog.requirement import Assessment
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Section
from certadvisor.rules.leaves import contract
from certadvisor.rules.leaves.contract import Counter
from certadvisor.rules.leaves.listed import count_confirmed, judge_confirmed
from certadvisor.rules.verdict import Question, Verdict

SECTION = Section.CONFIRMED

change_dates = contract.never_changes
is_gradual = contract.not_gradual
is_likely = contract.likely_if_counted
assumptions = contract.no_assumptions
entries = contract.no_entries
cause_of_loss = contract.no_cause
cause_of_gain = contract.no_cause
effort_days = contract.unit_effort_days
without_time_limits = contract.as_it_is
certifications = contract.no_certifications
acquisitions = contract.nothing_to_book


def judge(leaf: Assessment, evidence: Evidence, _day: date) -> Verdict:
    """Judge by what the person has confirmed.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.

    Returns:
        The verdict, the same on every day.
    """
    return judge_confirmed(leaf, leaf.assessment, evidence.profile.confirmed)


def question(leaf: Assessment, _evidence: Evidence, _day: date) -> Question:
    """Return the statement to confirm."""
    return Question("assessment", leaf.assessment, "", text=leaf.text, section=SECTION)


def counter(leaf: Assessment) -> Counter:
    """Return the leaf itself: it is needed once."""
    return Counter(leaf, 1)


def count(leaf: Assessment, evidence: Evidence, _day: date) -> tuple[float, float]:
    """Count the confirmation."""
    return count_confirmed(leaf.assessment, evidence.profile.confirmed)
