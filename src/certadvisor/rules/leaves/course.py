"""Course: a named course that nothing replaces.

Asks for: a course by its id.
Counts: a course that is listed.
Leaves out: any other course; what replaces it is not known.
Unknown: where the profile does not give its courses, or may lack some.
Example: `{course: csm-course}`.
"""

from collections.abc import Sequence
from datetime import date

from certadvisor.catalog.requirement import Course
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile, Section
from certadvisor.rules.leaves import contract
from certadvisor.rules.leaves.contract import Acquisition, Counter
from certadvisor.rules.leaves.listed import count_listed, judge_listed
from certadvisor.rules.verdict import Question, Verdict

SECTION = Section.COURSES

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


def judge(leaf: Course, evidence: Evidence, _day: date) -> Verdict:
    """Judge by the profile's courses.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.

    Returns:
        The verdict, the same on every day.
    """
    return judge_listed(leaf, leaf.course, evidence.profile.courses, SECTION, evidence)


def question(leaf: Course, _evidence: Evidence, _day: date) -> Question:
    """Return the question whether it is on the list."""
    return Question("course", leaf.course, "", section=SECTION)


def counter(leaf: Course) -> Counter:
    """Return the leaf itself: it is needed once."""
    return Counter(leaf, 1)


def count(leaf: Course, evidence: Evidence, _day: date) -> tuple[float, float]:
    """Count it on the profile's list."""
    return count_listed(leaf.course, evidence.profile.courses, SECTION, evidence)


def acquisitions(leaf: Course, _profile: Profile, _as_of: date) -> Sequence[Acquisition]:
    """Return the course itself."""
    return (Acquisition(SECTION, leaf.course),)
