"""A first renewal cycle that is longer than the later ones: CDMP's three years, then one each."""

from datetime import date

import pytest
from pydantic import ValidationError

from certadvisor.catalog.definitions.certification import Renewal
from certadvisor.catalog.records import Catalog
from certadvisor.profile.model import Credential
from certadvisor.rules.credential_status import credential_status, cycle_length
from certadvisor.views.words.certifications import renewal_cycle

CDMP = ("cdmp-associate", "cdmp-practitioner", "cdmp-master")
EARNED = date(2024, 5, 1)


@pytest.mark.parametrize("id", CDMP)
def test_the_first_cycle_ends_three_years_after_the_certificate(id: str, catalog: Catalog) -> None:
    """Without `expires:` the first cycle is certain, and what follows is not."""
    certification = catalog.certifications[id]
    first = credential_status(Credential(id, EARNED), certification, date(2027, 5, 1))
    later = credential_status(Credential(id, EARNED), certification, date(2027, 5, 2))
    assert (first.state, first.last_day) == ("expiring", date(2027, 5, 1))
    assert later.state == "unknown"


@pytest.mark.parametrize(
    ("last_day", "years"),
    [(date(2027, 4, 30), 3), (date(2027, 5, 1), 3), (date(2027, 5, 2), 1), (date(2028, 4, 30), 1)],
)
def test_a_cycle_after_the_first_lasts_one_year(
    last_day: date, years: int, catalog: Catalog
) -> None:
    """Which of both it is follows from the day earned and the last day."""
    certification = catalog.certifications["cdmp-practitioner"]
    assert cycle_length(Credential("cdmp-practitioner", EARNED), certification, last_day) == years
    assert cycle_length(Credential("cdmp-practitioner"), certification, last_day) == 1


def test_cycles_of_one_length_have_no_first_one_of_their_own(catalog: Catalog) -> None:
    """The PMP's first cycle has three years as each other has."""
    pmp = catalog.certifications["pmp"]
    assert (pmp.first_cycle_years, pmp.cycle_years) == (3, 3)


def test_how_often_it_is_renewed_names_the_first_cycle_where_it_differs() -> None:
    """The words of `show` and `recommend`."""
    assert renewal_cycle(1, 3) == "every year after the first 3 years"
    assert renewal_cycle(3, None) == renewal_cycle(3, 3) == "every 3 years"


@pytest.mark.parametrize(
    "years",
    [
        {"first_cycle_years": 3},
        {"cycle_years": 3, "first_cycle_years": 3},
        {"lifetime": True, "first_cycle_years": 3},
    ],
)
def test_a_first_cycle_stands_beside_another_one(years: dict[str, int]) -> None:
    """One that is no different, or the only one, is refused."""
    with pytest.raises(ValidationError):
        Renewal.model_validate(years)
    assert Renewal(cycle_years=1, first_cycle_years=3).first_cycle_years == 3
