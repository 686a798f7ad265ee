"""The status of a credential, on both sides of every day that changes it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certadvisor.advice.renewals.credential_status import Standing, State, state_of
from certadvisor.catalog.records import Catalog
from certadvisor.profile.model import Credential

LAST = date(2027, 1, 10)


@pytest.mark.parametrize(
    ("days", "state", "within"),
    [
        (91, State.VALID, None),
        (90, State.EXPIRING, 90),
        (61, State.EXPIRING, 90),
        (60, State.EXPIRING, 60),
        (31, State.EXPIRING, 60),
        (30, State.EXPIRING, 30),
        (0, State.EXPIRING, 30),
        (-1, State.EXPIRED, None),
    ],
)
def test_a_credential_is_valid_through_its_last_day(
    days: int, state: State, within: int | None, small: Catalog
) -> None:
    """Warnings begin 90, 60 and 30 days before the last day; the day after it, it has expired."""
    day = LAST - timedelta(days=days)
    standing = state_of(Credential("pmp", expires=LAST), small.certifications["pmp"], day)
    assert standing == Standing(state, LAST, days, within)


def test_without_a_last_day_a_credential_lasts_one_cycle(small: Catalog) -> None:
    """A PMP of 29 February lasts three years, to the 28th; afterwards its state is unknown."""
    earned, pmp = date(2024, 2, 29), small.certifications["pmp"]
    on = state_of(Credential("pmp", earned), pmp, date(2027, 2, 28))
    after = state_of(Credential("pmp", earned), pmp, date(2027, 3, 1))
    assert on == Standing(State.EXPIRING, date(2027, 2, 28), 0, 30, reckoned=True)
    assert after == Standing(State.UNKNOWN, date(2027, 2, 28))


def test_a_credential_without_dates_is_unknown_unless_it_is_for_life(small: Catalog) -> None:
    """PSM I never expires; a PMP without dates, or one not in the catalogue, may have expired."""
    psm = small.certifications["psm-i"]
    assert state_of(Credential("psm-i"), psm, LAST).state is State.LIFETIME
    assert state_of(Credential("pmp"), small.certifications["pmp"], LAST).state is State.UNKNOWN
    assert state_of(Credential("cissp", date(2020, 1, 1)), None, LAST).state is State.UNKNOWN


def test_a_credential_earned_later_is_not_held_yet(small: Catalog) -> None:
    """It is held from the day on which it is earned."""
    told, pmp = Credential("pmp", LAST), small.certifications["pmp"]
    assert state_of(told, pmp, LAST - timedelta(days=1)).state is State.FUTURE
    assert state_of(told, pmp, LAST).state is State.VALID


@given(st.integers(-2000, 2000), st.integers(0, 400))
def test_a_credential_s_state_only_gets_worse_with_time(days: int, later: int) -> None:
    """From valid to expiring to expired, never back."""
    order = [State.VALID, State.EXPIRING, State.EXPIRED]
    day = LAST + timedelta(days=days)
    told = Credential("x", expires=LAST)
    now, then = (state_of(told, None, day + timedelta(days=more)) for more in (0, later))
    assert order.index(now.state) <= order.index(then.state)
