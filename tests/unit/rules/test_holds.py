"""Holds: the days of a credential, and which one makes or ends eligibility."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Holds
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential, Profile
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Assumption, Cause, CauseReason, Question

AS_OF = date(2026, 11, 22)
EITHER = Holds(("capm", "csm"))


def evidence(catalog: Catalog, *credentials: Credential) -> Evidence:
    """Return the evidence of a person with these credentials."""
    return Evidence(Profile(certifications=credentials), catalog, AS_OF)


@pytest.mark.parametrize(
    ("credential", "outcome"),
    [
        (Credential("capm", AS_OF), Outcome.MET),
        (Credential("capm", date(2026, 11, 23)), Outcome.UNMET),
        (Credential("capm", None, AS_OF), Outcome.MET),
        (Credential("capm", None, date(2026, 11, 21)), Outcome.UNMET),
        (Credential("capm", date(2023, 11, 22)), Outcome.MET),
        (Credential("capm", date(2023, 11, 21)), Outcome.UNKNOWN),
        (Credential("psm-i", date(2003, 11, 21)), Outcome.MET),
        (Credential("capm"), Outcome.MET),
    ],
    ids=[
        "earned today", "earned tomorrow", "last day", "lapsed yesterday", "a cycle ago",
        "a cycle and a day ago", "for life", "undated",
    ],
)  # fmt: skip
def test_a_credential_is_held_from_the_day_it_is_earned_through_its_last(
    credential: Credential, outcome: Outcome, small: Catalog
) -> None:
    """Without an expiry date, one renewal cycle is certain: three years for the CAPM."""
    assert holds.judge_credential(credential, evidence(small, credential), AS_OF) is outcome


@pytest.mark.parametrize(
    ("day", "outcome"), [(date(2027, 2, 28), Outcome.MET), (date(2027, 3, 1), Outcome.UNKNOWN)]
)
def test_the_cycle_of_a_leap_day_ends_with_february(
    day: date, outcome: Outcome, small: Catalog
) -> None:
    """Three years after 29 February 2024 there is none."""
    person = evidence(small, Credential("capm", date(2024, 2, 29)))
    assert holds.judge(EITHER, person, day).outcome is outcome
    assert date(2027, 3, 1) in set(holds.change_dates(EITHER, person))


def test_the_cause_of_a_gain_is_the_credential_of_that_day(small: Catalog) -> None:
    """Not one of another day, nor one that the leaf does not name."""
    since = date(2027, 3, 1)
    person = evidence(
        small,
        Credential("pmp", since), Credential("capm", date(2028, 3, 1)), Credential("csm", since),
    )  # fmt: skip
    cause = Cause(CauseReason.HOLDS, since, EITHER, certification="csm")
    assert holds.cause_of_gain(EITHER, since, person) == cause
    other = date(2027, 3, 2)
    assert holds.cause_of_gain(EITHER, other, person) == Cause(CauseReason.HOLDS, other, EITHER)


def test_the_cause_of_a_loss_is_the_credential_that_ends_the_day_before(small: Catalog) -> None:
    """By its expiry date, or by the end of a renewal cycle, which has no last day."""
    stop = date(2027, 3, 1)
    expiring = Credential("csm", None, date(2027, 2, 28))
    lasting = Credential("capm", stop, date(2029, 2, 28))
    assert holds.cause_of_loss(EITHER, stop, evidence(small, lasting, expiring)) == Cause(
        CauseReason.LAPSE, stop, EITHER, certification="csm", last_day=date(2027, 2, 28)
    )
    cycle = Credential("capm", date(2024, 2, 29))
    assert holds.cause_of_loss(EITHER, stop, evidence(small, cycle)) == Cause(
        CauseReason.LAPSE, stop, EITHER, certification="capm"
    )


def test_what_has_no_expiry_date_is_assumed_to_be_active(small: Catalog) -> None:
    """Not what is held for life, what has a date, or what is earned later."""
    leaf = Holds(("capm", "csm", "psm-i", "pmp", "cbap"))
    person = evidence(
        small,
        Credential("capm"), Credential("csm", AS_OF), Credential("psm-i"),
        Credential("pmp", AS_OF, date(2029, 11, 22)), Credential("cbap", date(2026, 11, 23)),
    )  # fmt: skip
    assert list(holds.assumptions(leaf, person, AS_OF)) == [
        Assumption("undated-credential", "capm"),
        Assumption("no-expiry", "csm"),
    ]
    assert list(holds.assumptions(leaf._replace(lapsed=True), person, AS_OF)) == []


def test_the_expiry_date_is_asked_for_where_it_decides(small: Catalog) -> None:
    """Else the question is which certifications are held."""
    old = evidence(small, Credential("csm", date(2020, 1, 1)))
    assert holds.question(EITHER, old, AS_OF) == Question("expiry", "csm", "")
    unknown = Evidence(Profile(), small, AS_OF)
    assert holds.question(EITHER, unknown, AS_OF) == Question("certifications", "capm", "")
