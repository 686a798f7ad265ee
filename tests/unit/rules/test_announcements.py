"""Announced changes that are not settled: mentioned while they can change an answer."""

from datetime import date

from certadvisor.catalog.records import AnnouncedChange, Catalog
from certadvisor.catalog.requirement import Training
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential, Profile, TrainingRecord
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline

AS_OF = date(2026, 11, 30)
SINCE = date(2026, 10, 1)
HOURS = Training("project-management", 35)
CHANGE = AnnouncedChange(HOURS, SINCE, "only from partners", "low")


def mentioned(profile: Profile, catalog: Catalog, change: AnnouncedChange = CHANGE) -> bool:
    """Return whether the check of a PMP mentions the change."""
    pmp = catalog.certifications["pmp"]._replace(announced=(change,))
    return check(pmp, Timeline(Evidence(profile, catalog, AS_OF))).announced == (change,)


def trained(completed: date | None) -> Profile:
    """Return a person with the hours, completed on a day."""
    return Profile(training=(TrainingRecord("project-management", 35, completed),))


def test_training_completed_before_the_change_stays_good(small: Catalog) -> None:
    """The first day on which the change may be in force is the first that it concerns."""
    assert not mentioned(trained(date(2026, 9, 30)), small)
    assert not mentioned(trained(None), small)
    assert mentioned(trained(SINCE), small)


def test_the_change_matters_to_who_lacks_months_as_well(small: Catalog) -> None:
    """The training will be needed, so the change matters whatever else is missing."""
    assert mentioned(Profile(work=(), training=(), certifications=()), small)


def test_an_alternative_to_the_training_makes_the_change_irrelevant(small: Catalog) -> None:
    """An active CAPM replaces the hours."""
    capm = Credential("capm", date(2026, 1, 10), date(2029, 1, 9))
    assert not mentioned(Profile(training=(), certifications=(capm,)), small)


def test_a_change_more_than_a_year_ahead_is_not_mentioned(small: Catalog) -> None:
    """It lies beyond the usual goal."""
    soon, late = (CHANGE._replace(since=day) for day in (date(2027, 11, 30), date(2027, 12, 1)))
    assert mentioned(Profile(training=()), small, soon)
    assert not mentioned(Profile(training=()), small, late)


def test_a_change_of_training_that_the_rule_does_not_ask_is_not_mentioned(small: Catalog) -> None:
    """The leaf has to stand in the rule in force."""
    other = CHANGE._replace(about=Training("agile", 21))
    assert not mentioned(Profile(training=()), small, other)
