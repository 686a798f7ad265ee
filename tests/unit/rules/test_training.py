"""Training: the window's edges, the topic, and what is assumed of undated records."""

from datetime import date, timedelta

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Leaf, Training
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile, TrainingRecord
from certadvisor.rules.assumptions import assumptions_of
from certadvisor.rules.leaves import training
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Assumption

AS_OF = date(2026, 11, 22)
DAY = timedelta(days=1)
RECENT = Training("project-management", 35, within_years=3)


def evidence(catalog: Catalog, *records: TrainingRecord, guessed: tuple[str, ...] = ()) -> Evidence:
    """Return the evidence of a person with this training."""
    return Evidence(Profile(training=records, guessed=guessed), catalog, AS_OF)


@pytest.mark.parametrize(
    ("completed", "hours"),
    [
        (date(2023, 11, 21), 0),
        (date(2023, 11, 22), 35),
        (AS_OF, 35),
        (AS_OF + DAY, 0),
        (None, 35),
    ],
)
def test_training_counts_on_both_edges_of_its_window(
    completed: date | None, hours: int, small: Catalog
) -> None:
    """Three years back to the day, and the day itself; undated training counts as recent."""
    record = TrainingRecord("project-management", 35, completed)
    assert training.judge(RECENT, evidence(small, record), AS_OF).have == hours


@pytest.mark.parametrize(
    ("day", "outcome"), [(date(2027, 2, 28), Outcome.MET), (date(2027, 3, 1), Outcome.UNMET)]
)
def test_training_of_a_leap_day_counts_through_february(
    day: date, outcome: Outcome, small: Catalog
) -> None:
    """29 February 2024 leaves a window of three years on 1 March 2027."""
    person = evidence(small, TrainingRecord("project-management", 35, date(2024, 2, 29)))
    assert training.judge(RECENT, person, day).outcome is outcome
    assert date(2027, 3, 1) in set(training.change_dates(RECENT, person))


MIXED = (
    TrainingRecord("project-management", 20),
    TrainingRecord("agile", 14),
    TrainingRecord("project-management", 15),
    TrainingRecord("project-management", 40, date(2025, 5, 1)),
    TrainingRecord("project-management"),
)


def test_only_undated_training_of_the_topic_is_assumed_to_be_recent(small: Catalog) -> None:
    """20 and 15 hours; not those of another topic, with a date, or not given."""
    assumptions = assumptions_of([RECENT], evidence(small, *MIXED), AS_OF)
    assert assumptions == (Assumption("undated-training", "project-management", 35),)


@pytest.mark.parametrize(
    ("leaf", "records"),
    [
        (Training("project-management", 35), MIXED),
        (RECENT, MIXED[1:2]),
        (RECENT, MIXED[3:4]),
    ],
    ids=["no window", "another topic", "all dated"],
)
def test_nothing_is_assumed_where_no_date_is_needed(
    leaf: Leaf, records: tuple[TrainingRecord, ...], small: Catalog
) -> None:
    """An assumption that no answer depends on is not listed."""
    assert assumptions_of([leaf], evidence(small, *records), AS_OF) == ()


def test_a_guess_is_assumed_where_the_rule_counts_the_entry(small: Catalog) -> None:
    """The guessed hours of agile training say nothing about project management."""
    guessed = ("training[1].hours", "training[3].hours")
    assumptions = assumptions_of(
        [Training("project-management", 35)], evidence(small, *MIXED, guessed=guessed), AS_OF
    )
    assert assumptions == (Assumption("guess", "training[3].hours"),)


@pytest.mark.parametrize("window", [3, None])
@pytest.mark.parametrize(
    ("known", "in_doubt", "outcome"),
    [
        (35, 10, Outcome.MET),
        (30, 5, Outcome.UNKNOWN),
        (30, None, Outcome.UNKNOWN),
        (20, 14, Outcome.UNMET),
    ],
)
def test_training_of_an_unknown_date_neither_counts_nor_not(
    known: float, in_doubt: float | None, outcome: Outcome, window: int | None, small: Catalog
) -> None:
    """It may lie ahead, or outside the window: unknown where its hours could settle it."""
    records = (
        TrainingRecord("project-management", known, AS_OF),
        TrainingRecord("project-management", in_doubt, completed_unknown=True),
    )
    leaf = Training("project-management", 35, within_years=window)
    assert training.judge(leaf, evidence(small, *records), AS_OF).outcome is outcome
    assert not [*training.assumptions(leaf, evidence(small, *records), AS_OF)]
