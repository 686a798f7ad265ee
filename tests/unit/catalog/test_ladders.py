"""Ladders: what stands above, below and beside a certification, and which first rung is needed."""

from datetime import date

import pytest

from certadvisor.catalog.ladders import ladders_of
from certadvisor.catalog.records import Catalog

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("id", "below"),
    [
        ("pmp", {"capm", "prince2-7-foundation", "ipma-d", "google-pm-certificate"}),
        ("a-csm", {"csm", "psm-i"}),
        ("apm-pmq", {"apm-pfq", "prince2-7-foundation"}),
    ],
)
def test_what_a_certification_supersedes_and_its_equals_stand_below_it(
    id: str, below: set[str], catalog: Catalog
) -> None:
    """Across issuers: the CAPM's equals are below the PMP, and the PRINCE2 Foundation the PMQ."""
    assert below <= ladders_of(catalog).below(id)
    assert id not in ladders_of(catalog).below(id)


def test_equals_are_not_below_each_other(catalog: Catalog) -> None:
    """Equality goes both ways, and no certification is its own equal."""
    for id in catalog.certifications:
        equals = ladders_of(catalog).equals(id)
        assert id not in equals
        assert equals.isdisjoint(ladders_of(catalog).below(id))
        assert all(id in ladders_of(catalog).equals(other) for other in equals)


@pytest.mark.parametrize(
    ("id", "is_needed"),
    [
        ("pm2-foundation", True),  # PM2 Practitioner asks for it, and has no equal
        ("itil-4-foundation", True),
        ("csm", False),  # the A-CSM asks for it, but the PSM II is open
        ("capm", False),
        ("pmp", False),
    ],
)
def test_a_first_rung_is_needed_where_no_equal_of_the_next_is_open(
    id: str, catalog: Catalog, *, is_needed: bool
) -> None:
    """A rung that can be left out is no reason to send experienced people back to it."""
    assert ladders_of(catalog).is_only_first_rung(id, DAY) is is_needed


def test_a_lapsed_foundation_is_taken_where_the_rule_says_so(catalog: Catalog) -> None:
    """The bridge to ITIL 5 takes a lapsed ITIL 4 Foundation, the PgMP no lapsed PMP."""
    assert ladders_of(catalog).takes_lapsed("itil-5-foundation-bridge", "itil-4-foundation")
    assert not ladders_of(catalog).takes_lapsed("pgmp", "pmp")
