"""The role a person is in now, by the titles of their jobs."""

from datetime import date

from certadvisor.catalog.records import Catalog, Role
from certadvisor.profile.matching.job_titles import role_of_title
from certadvisor.profile.model import Profile, WorkPeriod


def present_role(
    profile: Profile, catalog: Catalog, as_of: date | None = None, title: str | None = None
) -> Role | None:
    """Return the role of the latest job with a recognised title; None where there is none.

    A `title` that a table gives apart from the work is that of the present job.
    A title alone, without a start or an amount, is assumed to be the present job. Next come
    jobs still going on, then those that ended, then undated totals. Jobs that start after
    `as_of` are ignored.
    """
    if title and (given := role_of_title(title, catalog)):
        return given
    jobs = [
        (_recency(period, as_of), index, role)
        for index, period in enumerate(profile.work or ())
        if period.title
        and not (as_of and period.start and period.start > as_of)
        and (role := role_of_title(period.title, catalog))
    ]
    return max(jobs, key=lambda job: job[:2])[2] if jobs else None


def _recency(period: WorkPeriod, as_of: date | None) -> tuple[int, date]:
    """Return a sort key: title alone 3, going on 2, ended 1, undated total 0; then the day."""
    if period.start is None:
        amounts = (period.months, period.hours, period.person_days, period.projects)
        return (0 if any(amount is not None for amount in amounts) else 3), date.min
    if period.end is None or (as_of and period.end >= as_of):
        return 2, period.start
    return 1, period.end
