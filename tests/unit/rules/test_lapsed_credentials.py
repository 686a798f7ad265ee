"""What has lapsed and can be reinstated: on both sides of each day, and never where unknown."""

from datetime import date

import pytest
from written_profiles import evidence_of

from certadvisor.catalog.records import Catalog
from certadvisor.rules.lapsed_credentials import ReinstatableCredential, reinstatable_credentials

LAST_DAY = date(2026, 6, 30)
PMP = "{id: pmp, earned: 2023-07-01, expires: 2026-06-30}"


def reinstatable(entries: str, day: date, catalog: Catalog) -> dict[str, ReinstatableCredential]:
    """What can be reinstated of the certifications listed."""
    text = f"certifications: [{entries}]"
    return reinstatable_credentials(evidence_of(text, catalog, day))


@pytest.mark.parametrize(
    ("day", "can_be"),
    [
        (date(2026, 6, 30), False),  # its last day: still active
        (date(2026, 7, 1), True),
        (date(2027, 6, 30), True),  # the last day of the twelve months
        (date(2027, 7, 1), False),
    ],
)
def test_it_can_be_reinstated_after_its_last_day_for_as_long_as_the_issuer_says(
    day: date, catalog: Catalog, *, can_be: bool
) -> None:
    """PMI suspends for a year."""
    found = reinstatable(PMP, day, catalog)
    assert list(found) == (["pmp"] if can_be else [])
    if can_be:
        assert (found["pmp"].last_day, found["pmp"].until) == (LAST_DAY, date(2027, 6, 30))


def test_the_last_day_of_a_shorter_month_is_its_last(catalog: Catalog) -> None:
    """Six months after 31 August end on 28 February."""
    entry = "{id: asq-cssbb, earned: 2023-08-31, expires: 2026-08-31}"
    found = reinstatable(entry, date(2026, 9, 1), catalog)
    assert found["asq-cssbb"].until == date(2027, 2, 28)


@pytest.mark.parametrize(
    "entries",
    [
        "{id: pmp}",
        "{id: pmp, earned: 2019-01-01}",  # its first cycle is over: it may have been renewed
        "{id: pmp, earned: 2019-01-01, expires: unknown}",
        "{id: pmp, expires: unknown}",
        "{id: pmp, earned: 2027-01-01}",  # not earned yet
        f"{PMP}, {{id: pmp, earned: 2026-08-01}}",  # earned again
        f"{PMP}, {{id: pmp, earned: 2019-01-01}}",  # this one may be active
        "{id: psm-i, earned: 2019-01-01}",  # for life
        "{id: psm-i, earned: 2019-01-01, expires: 2026-06-30}",  # for life, whatever is given
        "{id: az-104, earned: 2025-06-30, expires: 2026-06-30}",  # never reinstated
        "{id: csm, earned: 2024-06-30, expires: 2026-06-30}",  # not known
        "{id: gpm-b, earned: 2021-06-30, expires: 2026-06-30}",
    ],
)
def test_what_is_not_known_to_have_lapsed_or_to_be_reinstatable_never_is(
    entries: str, catalog: Catalog
) -> None:
    """Unknown is never yes."""
    assert reinstatable(entries, date(2026, 11, 30), catalog) == {}


@pytest.mark.parametrize(
    ("units", "open_units", "given"),
    [
        ("", 60, False),
        (", units: []", 60, True),
        (", units: [{topic: education, amount: 40, date: 2025-02}]", 20, True),
        # Units of the months since it lapsed count for the cycle that ended.
        (", units: [{topic: education, amount: 40, date: 2026-08}]", 20, True),
        (", units: [{topic: education, amount: 40, date: 2023-01}]", 60, True),  # a cycle before
        (", units: [{topic: education, amount: 70, date: 2025-02}]", 0, True),
    ],
)
def test_the_units_still_to_earn_are_those_of_the_cycle_that_ended(
    units: str, open_units: int, catalog: Catalog, *, given: bool
) -> None:
    """All of them where the profile does not give any; the parts by skill are not given here."""
    parts = ", ".join(
        f"{{topic: {part}, amount: 8, date: 2025-03}}"
        for part in ("ways-of-working", "power-skills", "business-acumen")
    )
    if "education" in units:
        units = units.replace("units: [", f"units: [{parts}, ")
        open_units = max(0, open_units - 24)
    found = reinstatable(PMP.replace("}", f"{units}}}"), date(2026, 11, 30), catalog)
    assert (found["pmp"].units, found["pmp"].units_given) == (open_units, given)
