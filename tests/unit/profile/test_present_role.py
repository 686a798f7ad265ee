"""Job titles: the kinds of experience they give, and the present role of a person."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.profile.matching.job_titles import kinds_of_title
from certadvisor.profile.model import Profile, WorkPeriod
from certadvisor.profile.present_role import present_role

TODAY = date(2026, 11, 22)


def job(title: str, start: date | None = None, end: date | None = None) -> WorkPeriod:
    """Return a job of which only the title and the dates matter."""
    return WorkPeriod(frozenset(), title, start, end)


def test_a_title_gives_the_kinds_of_its_role_and_all_that_they_imply(small: Catalog) -> None:
    """An IT project manager leads projects and works technically."""
    leading = {"project-leading", "project", "professional"}
    assert kinds_of_title("Software Project Manager", small) == frozenset({*leading, "technical"})


def test_the_kinds_of_an_unrecognised_title_are_unknown(small: Catalog) -> None:
    """Unknown is not the same as none."""
    assert kinds_of_title("Chief Wizard", small) is None


@pytest.mark.parametrize(
    ("work", "role"),
    [
        (None, None),
        ((), None),
        ((job("Chief Wizard", date(2020, 1, 1)),), None),
        ((WorkPeriod(frozenset({"agile"}), start=date(2020, 1, 1)),), None),
        (
            (job("PM", date(2015, 1, 1)), job("scrum master", date(2020, 1, 1), date(2025, 1, 1))),
            "project-manager",
        ),
        ((job("PM", date(2015, 1, 1)), job("scrum master", date(2020, 1, 1))), "scrum-master"),
        (
            (
                job("PM", date(2015, 1, 1), date(2018, 1, 1)),
                job("scrum master", date(2010, 1, 1), date(2014, 1, 1)),
            ),
            "project-manager",
        ),
        ((job("PM", date(2015, 1, 1)), job("Chief Wizard", date(2020, 1, 1))), "project-manager"),
        ((job("PM", date(2015, 1, 1)), job("program manager")), "program-manager"),
        (
            (
                WorkPeriod(frozenset(), "program manager", months=18),
                job("PM", date(2015, 1, 1), date(2018, 1, 1)),
            ),
            "project-manager",
        ),
        ((job("PM"), job("scrum master")), "scrum-master"),
        (
            (job("PM", date(2015, 1, 1)), job("program manager", date(2027, 1, 1))),
            "project-manager",
        ),
        (
            (
                job("PM", date(2015, 1, 1), date(2027, 1, 1)),
                job("scrum master", date(2014, 1, 1), date(2026, 1, 1)),
            ),
            "project-manager",
        ),
    ],
)
def test_the_present_role_is_the_latest_job_with_a_recognised_title(
    work: tuple[WorkPeriod, ...] | None, role: str | None, small: Catalog
) -> None:
    """A job still going on comes before one that ended, and a title alone is the present job."""
    present = present_role(Profile(work=work), small, TODAY)
    assert (present and present.id) == role
