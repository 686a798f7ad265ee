"""What every plan assumes: work continues and credentials are renewed. Remarks name both."""

from typing import NamedTuple

from certadvisor.base.months import months_after
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential


class PlanningEvidence(NamedTuple):
    """The evidence that plans are calculated with, and what was assumed for it."""

    evidence: Evidence
    totals_continue: bool  # undated totals of work grow from next month
    renewed: tuple[Credential, ...]  # active ones with an expiry date, assumed to be renewed


def planning_evidence(evidence: Evidence) -> PlanningEvidence:
    """Prepare a person's evidence for planning.

    Undated totals of work continue from next month, because no end is given, and credentials
    that are active today are renewed in time. Both only add evidence, so that more evidence
    never makes a plan worse.

    Args:
        evidence: The person's evidence.

    Returns:
        The evidence with these assumptions, and what was assumed.
    """
    profile, as_of = evidence.profile, evidence.as_of
    next_month = months_after(as_of.replace(day=1), 1)
    continued = tuple(
        period._replace(start=next_month, months=None, hours=None, person_days=None, projects=None)
        for period in profile.work or ()
        if period.start is None and period.months
    )
    credentials = profile.certifications
    renewed = tuple(one for one in credentials or () if one.expires and one.expires >= as_of)
    planning_profile = profile._replace(
        work=None if profile.work is None else (*profile.work, *continued),
        certifications=None
        if credentials is None
        else tuple(
            # Without its dates a credential never lapses; one earned later is not held before.
            Credential(one.id, one.earned if one.earned and one.earned > as_of else None)
            if one in renewed
            else one
            for one in credentials
        ),
    )
    planned = evidence  # what it has counted already is used again
    if planning_profile != profile:
        planned = Evidence(planning_profile, evidence.catalog, as_of)
    return PlanningEvidence(planned, bool(continued), renewed)
