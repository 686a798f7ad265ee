"""The role a person is in now, by the titles of their jobs."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from certadvisor.catalog.records import Catalog, Role
from certadvisor.profile.matching.job_titles import (
    kinds_of_title,
    role_of_title,
    starting_point_of_title,
)
from certadvisor.profile.model import Profile, WorkPeriod


def present_role(profile: Profile, catalog: Catalog, as_of: date | None = None) -> Role | None:
    """Return the role of the latest job with a recognised title; None where there is none.

    A title alone, without a start or an amount, is assumed to be the present job. Next come
    jobs still going on, then those that ended, then undated totals. Jobs that start after
    `as_of` are ignored, and so is what ended while work without a title goes on.
    """
    return _of_present_job(profile, as_of, lambda job: role_of_title(job.title or "", catalog))


def present_starting_point(
    profile: Profile, catalog: Catalog, as_of: date | None = None
) -> str | None:
    """Return the id of the latest job outside the career ladder, as `present_role` finds it."""
    return _of_present_job(
        profile, as_of, lambda job: starting_point_of_title(job.title or "", catalog)
    )


def present_job(profile: Profile, as_of: date | None = None) -> WorkPeriod | None:
    """Return the latest job that has a title, as `present_role` orders them; None without one."""
    return _of_latest_job(profile, as_of, lambda job: job)


def with_present_job(profile: Profile, title: str, catalog: Catalog) -> Profile:
    """Return the profile with the job of a recognised title as the present one, if it is not.

    How long it has lasted is not known, as of a title alone.
    """
    start = starting_point_of_title(title, catalog)
    role = role_of_title(title, catalog)
    if (role and role is present_role(profile, catalog)) or (
        start and start == present_starting_point(profile, catalog)
    ):
        return profile
    kinds = kinds_of_title(title, catalog)
    job = WorkPeriod(kinds, title, kinds_from_title=kinds is not None)
    return profile._replace(work=(*(profile.work or ()), job))


_Found = TypeVar("_Found")


def _of_present_job(
    profile: Profile, as_of: date | None, find: Callable[[WorkPeriod], _Found | None]
) -> _Found | None:
    """What is found of the latest job with a title that did not end before present work."""
    work = tuple(
        job for job in profile.work or () if not (as_of and job.start and job.start > as_of)
    )
    if any(job.kinds and not job.title and _recency(job, as_of)[0] == _GOING_ON for job in work):
        work = tuple(job for job in work if _recency(job, as_of)[0] != _ENDED)
    return _of_latest_job(profile._replace(work=work), as_of, find)


def _of_latest_job(
    profile: Profile, as_of: date | None, find: Callable[[WorkPeriod], _Found | None]
) -> _Found | None:
    jobs = [
        (_recency(period, as_of), index, found)
        for index, period in enumerate(profile.work or ())
        if period.title
        and not (as_of and period.start and period.start > as_of)
        and (found := find(period))
    ]
    return max(jobs, key=lambda job: job[:2])[2] if jobs else None


_GOING_ON, _ENDED = 2, 1


def _recency(period: WorkPeriod, as_of: date | None) -> tuple[int, date]:
    """Return a sort key: title alone 3, going on 2, ended 1, undated total 0; then the day."""
    if period.start is None:
        amounts = (period.months, period.hours, period.person_days, period.projects)
        return (0 if any(amount is not None for amount in amounts) else 3), date.min
    if period.end is None or (as_of and period.end >= as_of):
        return _GOING_ON, period.start
    return _ENDED, period.end
