"""Work that has not started yet: one job that counts for all that is missing."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Degree, Experience, Leaf
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile, WorkPeriod
from certadvisor.rules.leaves.new_work import next_month, with_new_work

AS_OF = date(2026, 11, 22)
START = date(2027, 1, 1)
OLD_WORK = WorkPeriod(frozenset({"technical"}), start=date(2020, 1, 1))
HOURS = Experience("project-leading", hours=1000, complexity="complex")
MONTHS = Experience("agile", months=12, complexity="moderate")


def new_job(catalog: Catalog, *leaves: Leaf) -> WorkPeriod:
    """Return the job that comes on top of what was done."""
    started = with_new_work(Evidence(Profile(work=(OLD_WORK,)), catalog, AS_OF), leaves, START)
    assert started
    assert started.profile.work
    assert started.profile.work[:-1] == (OLD_WORK,)
    return started.profile.work[-1]


def test_the_job_is_full_time_where_hours_alone_count(small: Catalog) -> None:
    """And of the complexity required; where months count its hours stay open."""
    job = new_job(small, HOURS)
    assert (job.start, job.hours_per_week, job.complexity) == (START, 40, "complex")
    assert new_job(small, MONTHS).hours_per_week is None


def test_one_job_counts_for_several_requirements(small: Catalog) -> None:
    """Of every kind, with what each implies, and of the highest complexity."""
    job = new_job(small, MONTHS, HOURS)
    assert job.kinds == small.kinds_of(["agile", "project-leading"])
    assert job.complexity == "complex"


@pytest.mark.parametrize("leaves", [(), (HOURS, Degree("bachelor"))], ids=["none", "a degree"])
def test_what_no_work_meets_has_no_job(leaves: tuple[Leaf, ...], small: Catalog) -> None:
    """A degree that is missing stays missing, whatever one works."""
    assert with_new_work(Evidence(Profile(work=()), small, AS_OF), leaves, START) is None


def test_the_next_month_begins_on_its_first_day() -> None:
    """Also on the last day of a month, and at the end of a year."""
    assert next_month(date(2027, 1, 31)) == date(2027, 2, 1)
    assert next_month(date(2026, 12, 1)) == date(2027, 1, 1)
