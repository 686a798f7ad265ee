"""An announced rule is shown as what it changes, where few words say all of it."""

from dataclasses import dataclass
from datetime import date

import pytest

from certadvisor.catalog.records import Catalog, RuleVersion
from certadvisor.catalog.requirement import (
    AllOf,
    AnyOf,
    Degree,
    Holds,
    Requirement,
    Training,
)
from certadvisor.views.words.rule_changes import difference_text

DIPLOMA = Degree("secondary")
HOLDING = Holds(("capm",))


def training(hours: int) -> Training:
    """So many hours of training in project management."""
    return Training("project-management", hours=hours)


@dataclass(frozen=True)
class Change:
    """A rule before and after, and the words for the difference."""

    before: Requirement
    after: Requirement
    text: str | None


MORE = "30 hours of training in project management instead of 23 hours"
CHANGES = {
    "another amount": Change(AllOf((DIPLOMA, training(23))), AllOf((DIPLOMA, training(30))), MORE),
    "another amount in an option": Change(
        AllOf((DIPLOMA, AnyOf((training(23), HOLDING)))),
        AllOf((DIPLOMA, AnyOf((training(30), HOLDING)))),
        MORE,
    ),
    "one condition more": Change(
        AllOf((training(23),)),
        AllOf((training(23), DIPLOMA)),
        "a secondary diploma (high school) or higher required as well",
    ),
    "one condition less": Change(
        AllOf((training(23), HOLDING)), AllOf((training(23),)), "holding CAPM no longer required"
    ),
    "another amount and one option more": Change(
        AnyOf((training(23),)), AnyOf((training(30), HOLDING)), None
    ),
    "the same conditions otherwise combined": Change(
        AllOf((training(23), HOLDING)), AnyOf((training(23), HOLDING)), None
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_new_rule_is_said_as_its_difference(change: Change, small: Catalog) -> None:
    """Where conditions are combined otherwise, only the whole rule says what is required."""
    before, after = (
        RuleVersion(since, rule, rule, (), "high")
        for since, rule in ((None, change.before), (date(2027, 1, 1), change.after))
    )
    assert difference_text(before, after, small, "capm") == change.text


def test_a_first_rule_has_no_difference(small: Catalog) -> None:
    """The whole of it is shown."""
    first = RuleVersion(date(2027, 1, 1), DIPLOMA, DIPLOMA, (), "high")
    assert difference_text(None, first, small, "capm") is None
