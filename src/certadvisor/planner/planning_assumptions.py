"""What a plan takes for granted: work goes on, what is held is kept alive; each is told."""

from typing import NamedTuple

from certadvisor.base.months import months_after
from certadvisor.catalog.requirement import Experience
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential, WorkPeriod


class Supposed(NamedTuple):
    """The evidence that a plan is made on, and what was supposed for it."""

    evidence: Evidence
    going_on: bool  # undated totals grow from next month on
    kept: tuple[Credential, ...]  # active ones that expire, taken to be renewed


def supposed(evidence: Evidence) -> Supposed:
    """Undated totals go on from next month, for nobody said that they ended.

    Credentials that are active today are renewed. Neither takes anything away,
    so more evidence never makes a plan worse.
    """
    profile, as_of = evidence.profile, evidence.as_of
    next_month = months_after(as_of.replace(day=1), 1)
    going_on = tuple(
        period._replace(start=next_month, months=None, hours=None, person_days=None, projects=None)
        for period in profile.work or ()
        if period.start is None and period.months
    )
    held = profile.certifications
    kept = tuple(one for one in held or () if one.expires and one.expires >= as_of)
    changed = profile._replace(
        work=None if profile.work is None else (*profile.work, *going_on),
        certifications=None
        if held is None
        else tuple(
            Credential(one.id, one.earned if one.earned and one.earned > as_of else None)
            if one in kept
            else one
            for one in held
        ),
    )
    return Supposed(Evidence(changed, evidence.catalog, as_of), bool(going_on), kept)


def begun(leaf: Experience, evidence: Evidence) -> Evidence:
    """As if work that counts for this leaf began next month."""
    work = WorkPeriod(
        evidence.catalog.kinds_of([leaf.kind]),
        start=months_after(evidence.as_of.replace(day=1), 1),
        hours_per_week=FULL_TIME if leaf.months is None else None,
        complexity=leaf.complexity,
        responsibility=leaf.responsibility,
    )
    profile = evidence.profile
    return Evidence(
        profile._replace(work=(*(profile.work or ()), work)), evidence.catalog, evidence.as_of
    )


FULL_TIME = 40  # hours a week of work that has not begun yet
