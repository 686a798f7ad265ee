"""Job titles: the kinds of experience that a job gives, and the rung a person stands on."""

from datetime import date

from certadvisor.catalog.records import Catalog, Role
from certadvisor.profile.matching.job_titles import sure_match
from certadvisor.profile.model import Profile, WorkPeriod


def role_of_title(title: str, catalog: Catalog) -> Role | None:
    """The role that goes by this title, or that it surely stands for; else None."""
    id = catalog.role_called(title)
    if id is None:
        match = sure_match(title, catalog)
        id = match and match.role
    return None if id is None else catalog.roles[id]


def kinds_of_title(title: str, catalog: Catalog) -> frozenset[str] | None:
    """Every kind of experience that a job of this title gives, None where nobody can tell."""
    id = catalog.role_called(title)
    if id is not None:
        return catalog.kinds_of(catalog.roles[id].kinds)
    match = sure_match(title, catalog)
    return None if match is None or match.kinds is None else catalog.kinds_of(match.kinds)


def present_role(profile: Profile, catalog: Catalog, as_of: date | None = None) -> Role | None:
    """The role of the latest job whose title is known; a job still going comes before any other.

    A title alone, without a start or an amount, is what the person does now.
    Jobs that start after `as_of` do not count yet; undated totals come last.
    """
    told = [
        (_recency(period, as_of), place, role)
        for place, period in enumerate(profile.work or ())
        if period.title
        and not (as_of and period.start and period.start > as_of)
        and (role := role_of_title(period.title, catalog))
    ]
    return max(told, key=lambda job: job[:2])[2] if told else None


def _recency(period: WorkPeriod, as_of: date | None) -> tuple[int, date]:
    """What orders jobs: now without a day, going on, ended, undated; then the later day."""
    if period.start is None:
        amounts = (period.months, period.hours, period.person_days, period.projects)
        return (0 if any(amount is not None for amount in amounts) else 3), date.min
    if period.end is None or (as_of and period.end >= as_of):
        return 2, period.start
    return 1, period.end
