"""Cycles that end on the same day for everyone: FAI's two years up to 30 April."""

from datetime import date

import pytest
from pydantic import ValidationError

from certadvisor.catalog.definitions.certification import Renewal
from certadvisor.catalog.records import Catalog
from certadvisor.profile.model import Credential
from certadvisor.rules.credential_status import credential_status, cycle_length

FAC_PPM = ("fac-ppm-entry", "fac-ppm-mid", "fac-ppm-senior", "fac-ppm-it")


@pytest.mark.parametrize("id", FAC_PPM)
@pytest.mark.parametrize(
    ("earned", "last_day"),
    [
        (date(2020, 5, 1), date(2022, 4, 30)),
        (date(2022, 4, 30), date(2022, 4, 30)),
        (date(2024, 4, 30), date(2024, 4, 30)),
        (date(2024, 5, 1), date(2026, 4, 30)),
        (date(2025, 1, 15), date(2026, 4, 30)),
        (date(2026, 4, 30), date(2026, 4, 30)),
        (date(2026, 5, 1), date(2028, 4, 30)),
        (date(2027, 12, 31), date(2028, 4, 30)),
        (date(2028, 5, 1), date(2030, 4, 30)),
    ],
)
def test_the_first_cycle_ends_on_the_next_common_day(
    id: str, earned: date, last_day: date, catalog: Catalog
) -> None:
    """However long before that day it was earned; what follows is not known."""
    certification = catalog.certifications[id]
    status = credential_status(Credential(id, earned), certification, last_day)
    later = credential_status(
        Credential(id, earned), certification, date.fromordinal(last_day.toordinal() + 1)
    )
    assert (status.state, status.last_day, status.calculated) == ("expiring", last_day, True)
    assert later.state == "unknown"


def test_a_day_that_the_person_gives_decides(catalog: Catalog) -> None:
    """A certificate of before the common period, with a last day of its own."""
    credential = Credential("fac-ppm-mid", date(2021, 3, 1), date(2023, 3, 1))
    certification = catalog.certifications["fac-ppm-mid"]
    assert credential_status(credential, certification, date(2023, 3, 1)).state == "expiring"
    assert credential_status(credential, certification, date(2023, 3, 2)).state == "expired"


def test_the_units_are_those_of_the_whole_common_period(catalog: Catalog) -> None:
    """Its two years, also for whom the first cycle was shorter."""
    credential = Credential("fac-ppm-mid", date(2025, 1, 15))
    certification = catalog.certifications["fac-ppm-mid"]
    assert cycle_length(credential, certification, date(2026, 4, 30)) == 2


@pytest.mark.parametrize(
    "renewal",
    [
        {"lifetime": True, "common_cycle_end": "2026-04-30"},
        {"cycle_years": 1, "first_cycle_years": 3, "common_cycle_end": "2026-04-30"},
        {"cycle_years": 2, "common_cycle_end": "2026-04"},
    ],
)
def test_a_common_end_is_a_whole_day_of_cycles_of_one_length(renewal: dict[str, object]) -> None:
    """A month would be read as its first day; another first length would be contradicted."""
    with pytest.raises(ValidationError):
        Renewal.model_validate(renewal)
    common = Renewal.model_validate({"cycle_years": 2, "common_cycle_end": "2026-04-30"})
    assert common.common_cycle_end == "2026-04-30"
