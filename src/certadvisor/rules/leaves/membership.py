"""Membership: membership of an organisation.

Asks for: an organisation by its id.
Counts: a membership that is listed.
Leaves out: other organisations.
Unknown: where the profile does not give its memberships, or may lack some.
Example: `{membership: pmi}`.
"""

from collections.abc import Sequence
from datetime import date

from certadvisor.catalog.requirement import Membership
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile, Section
from certadvisor.rules.leaves import contract
from certadvisor.rules.leaves.contract import Acquisition, Counter
from certadvisor.rules.leaves.listed import count_listed, judge_listed
from certadvisor.rules.verdict import Question, Verdict

SECTION = Section.MEMBERSHIPS

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


def judge(leaf: Membership, evidence: Evidence, _day: date) -> Verdict:
    """Judge by the profile's memberships.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.

    Returns:
        The verdict, the same on every day.
    """
    return judge_listed(leaf, leaf.membership, evidence.profile.memberships, SECTION, evidence)


def question(leaf: Membership, _evidence: Evidence, _day: date) -> Question:
    """Return the question whether it is on the list."""
    return Question("membership", leaf.membership, "", section=SECTION)


def counter(leaf: Membership) -> Counter:
    """Return the leaf itself: it is needed once."""
    return Counter(leaf, 1)


def count(leaf: Membership, evidence: Evidence, _day: date) -> tuple[float, float]:
    """Count it on the profile's list."""
    return count_listed(leaf.membership, evidence.profile.memberships, SECTION, evidence)


def acquisitions(leaf: Membership, _profile: Profile, _as_of: date) -> Sequence[Acquisition]:
    """Return the membership itself."""
    return (Acquisition(SECTION, leaf.membership),)
