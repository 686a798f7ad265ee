"""Degrees and declarations: which entries count, and the amounts of a verdict."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Declare, Degree
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Education, Profile
from certadvisor.rules.judge import judge_leaf
from certadvisor.rules.leaves import degree
from certadvisor.rules.outcome import Outcome

AS_OF = date(2026, 11, 22)


def test_no_degree_counts_where_none_is_required(small: Catalog) -> None:
    """So no guess about one is assumed there; for a doctorate every degree is looked at."""
    education = (Education("bachelor"), Education("master"))
    evidence = Evidence(Profile(education=education), small, AS_OF)
    entries = [list(degree.entries(Degree(level), evidence)) for level in ("none", "doctorate")]
    assert entries == [[], [0, 1]]


def test_a_declaration_is_one_answer(small: Catalog) -> None:
    """Given, it is one of one; before, it is not known."""
    leaf = Declare("areas", "I have worked in four areas.")
    verdicts = [
        judge_leaf(leaf, Evidence(Profile(confirmed=confirmed), small, AS_OF), AS_OF)
        for confirmed in (("areas",), ())
    ]
    assert [(one.outcome, one.have, one.need) for one in verdicts] == [
        (Outcome.MET, 1, 1),
        (Outcome.UNKNOWN, None, 1),
    ]


@pytest.mark.parametrize(
    ("required", "outcome"),
    [
        ("secondary", Outcome.MET),
        ("bachelor", Outcome.UNKNOWN),
        ("master", Outcome.UNKNOWN),
        ("doctorate", Outcome.UNMET),
    ],
)
def test_a_degree_of_an_unknown_date_may_be_awarded(
    required: str, outcome: Outcome, small: Catalog
) -> None:
    """What another degree settles is settled; the unknown day may be still to come."""
    education = (Education("secondary"), Education("master", awarded_unknown=True))
    evidence = Evidence(Profile(education=education), small, AS_OF)
    assert judge_leaf(Degree(required), evidence, AS_OF).outcome is outcome
    assert degree.highest_level(evidence, AS_OF) == "secondary"
