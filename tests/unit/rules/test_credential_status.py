"""The status of a credential, on both sides of every day that changes it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certadvisor.catalog.records import Catalog
from certadvisor.profile.model import Credential
from certadvisor.rules.credential_status import (
    CredentialState,
    CredentialStatus,
    credential_status,
    holding_credential,
    judge_active,
)
from certadvisor.rules.outcome import Outcome

LAST = date(2027, 1, 10)


@pytest.mark.parametrize(
    ("days", "state", "within"),
    [
        (91, CredentialState.VALID, None),
        (90, CredentialState.EXPIRING, 90),
        (61, CredentialState.EXPIRING, 90),
        (60, CredentialState.EXPIRING, 60),
        (31, CredentialState.EXPIRING, 60),
        (30, CredentialState.EXPIRING, 30),
        (0, CredentialState.EXPIRING, 30),
        (-1, CredentialState.EXPIRED, None),
    ],
)
def test_a_credential_is_valid_through_its_last_day(
    days: int, state: CredentialState, within: int | None, small: Catalog
) -> None:
    """Warnings begin 90, 60 and 30 days before the last day; the day after it, it has expired."""
    day = LAST - timedelta(days=days)
    status = credential_status(Credential("pmp", expires=LAST), small.certifications["pmp"], day)
    assert status == CredentialStatus(state, LAST, days, within)


def test_without_a_last_day_a_credential_lasts_one_cycle(small: Catalog) -> None:
    """A PMP of 29 February lasts three years, to the 28th; afterwards its state is unknown."""
    earned, pmp = date(2024, 2, 29), small.certifications["pmp"]
    on = credential_status(Credential("pmp", earned), pmp, date(2027, 2, 28))
    after = credential_status(Credential("pmp", earned), pmp, date(2027, 3, 1))
    assert on == CredentialStatus(
        CredentialState.EXPIRING, date(2027, 2, 28), 0, 30, calculated=True
    )
    assert after == CredentialStatus(CredentialState.UNKNOWN, date(2027, 2, 28))


def test_a_credential_without_dates_is_unknown_unless_it_is_for_life(small: Catalog) -> None:
    """PSM I never expires; a PMP without dates, or one not in the catalogue, may have expired."""
    psm = small.certifications["psm-i"]
    assert credential_status(Credential("psm-i"), psm, LAST).state is CredentialState.LIFETIME
    assert (
        credential_status(Credential("pmp"), small.certifications["pmp"], LAST).state
        is CredentialState.UNKNOWN
    )
    assert (
        credential_status(Credential("oscp", date(2020, 1, 1)), None, LAST).state
        is CredentialState.UNKNOWN
    )


def test_a_credential_earned_later_is_not_held_yet(small: Catalog) -> None:
    """It is held from the day on which it is earned."""
    credential, pmp = Credential("pmp", LAST), small.certifications["pmp"]
    assert (
        credential_status(credential, pmp, LAST - timedelta(days=1)).state is CredentialState.FUTURE
    )
    assert credential_status(credential, pmp, LAST).state is CredentialState.VALID


@given(st.integers(-2000, 2000), st.integers(0, 400))
def test_a_credential_s_state_only_gets_worse_with_time(days: int, later: int) -> None:
    """From valid to expiring to expired, never back."""
    order = [CredentialState.VALID, CredentialState.EXPIRING, CredentialState.EXPIRED]
    day = LAST + timedelta(days=days)
    credential = Credential("x", expires=LAST)
    now, then = (
        credential_status(credential, None, day + timedelta(days=more)) for more in (0, later)
    )
    assert order.index(now.state) <= order.index(then.state)


@pytest.mark.parametrize(
    ("credential", "expected"),
    [
        (Credential("pmp"), "met"),  # its holder wrote it, so it goes without saying
        (Credential("pmp", earned_unknown=True), "unknown"),
        (Credential("pmp", expires_unknown=True), "unknown"),
        (Credential("pmp", date(2026, 1, 1), expires_unknown=True), "unknown"),
        (Credential("pmp", LAST + timedelta(days=1), expires_unknown=True), "unmet"),
        (Credential("pmp", None, LAST, earned_unknown=True), "met"),
        (Credential("pmp", None, LAST - timedelta(days=1), earned_unknown=True), "unmet"),
        (Credential("psm-i", earned_unknown=True), "met"),  # for life
        (Credential("psm-i", expires_unknown=True), "met"),
        (Credential("pmp", date(2024, 1, 10)), "met"),
        (Credential("pmp", date(2024, 1, 9)), "unknown"),  # a cycle of three years is over
    ],
)
def test_a_date_that_is_not_known_is_never_a_yes(
    credential: Credential, expected: str, small: Catalog
) -> None:
    """Whether it lapses is known of the certification, and its last day not."""
    certification = small.certifications[credential.id]
    assert judge_active(credential, certification, LAST) == expected
    lapsed_too = judge_active(credential, certification, LAST, lapsed=True)
    is_earned = credential.earned is None or credential.earned <= LAST
    assert lapsed_too == ("met" if is_earned else "unmet")


def test_the_last_day_of_a_cycle_is_the_same_in_leap_years(small: Catalog) -> None:
    """Earned on 28 February 2025, a PMP is active through 28 February 2028, a leap year."""
    pmp, credential = small.certifications["pmp"], Credential("pmp", date(2025, 2, 28))
    for day, expected in ((date(2028, 2, 28), Outcome.MET), (date(2028, 2, 29), Outcome.UNKNOWN)):
        assert judge_active(credential, pmp, day) is expected
        is_known = credential_status(credential, pmp, day).state is not CredentialState.UNKNOWN
        assert is_known is (expected is Outcome.MET)


def test_of_several_credentials_the_one_that_holds_is_shown(small: Catalog) -> None:
    """An undated one of its holder beats an expired one, and a known last day beats none."""
    pmp = small.certifications["pmp"]
    expired = Credential("pmp", expires=LAST - timedelta(days=40))
    maybe = Credential("pmp", earned_unknown=True)
    undated, valid = Credential("pmp"), Credential("pmp", expires=LAST)
    future = Credential("pmp", LAST + timedelta(days=5), LAST + timedelta(days=900))
    for best, others in (
        (valid, (undated, maybe, expired, future)),
        (undated, (maybe, expired, future)),
        (maybe, (expired, future)),
    ):
        for credentials in ((best, *others), (*others, best)):
            assert holding_credential(credentials, pmp, LAST) == best
