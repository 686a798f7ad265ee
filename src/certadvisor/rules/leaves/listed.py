"""Course, membership, assessment and declaration: listed or not, without a date.

Asks for: a named course, a membership, an assessment passed, a statement confirmed.
Counts: what the profile lists; courses and memberships given are complete.
Leaves out: similar courses. An assessment or a declaration is unknown until confirmed.
Example: `{course: csm-course}`, `{declare: cbap-areas, text: …}`.
"""

from certadvisor.catalog.requirement import Assessment, Course, Declare, Membership
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Verdict


def judge(leaf: Course | Membership | Assessment | Declare, evidence: Evidence) -> Verdict:
    """Judge a requirement by looking up its id in a list of the profile.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.

    Returns:
        The verdict, the same on every day. Unknown where the profile does not give courses or
        memberships, and where a declaration or an assessment is not confirmed.
    """
    profile = evidence.profile
    if isinstance(leaf, Course):
        return _judge_listed(leaf, leaf.course, profile.courses, "course")
    if isinstance(leaf, Membership):
        return _judge_listed(leaf, leaf.membership, profile.memberships, "membership")
    name = leaf.assessment if isinstance(leaf, Assessment) else leaf.declare
    confirmed = name in profile.confirmed
    outcome = Outcome.MET if confirmed else Outcome.UNKNOWN
    return Verdict(leaf, outcome, 1 if confirmed else None, 1, "answer")


def _judge_listed(
    leaf: Course | Membership, name: str, names: tuple[str, ...] | None, unit: str
) -> Verdict:
    if names is None:
        return Verdict(leaf, Outcome.UNKNOWN, None, 1, unit)
    outcome = Outcome.MET if name in names else Outcome.UNMET
    return Verdict(leaf, outcome, int(name in names), 1, unit)
