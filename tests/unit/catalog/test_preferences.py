"""What a role's certifications rest on: a source, or our judgement."""

import pytest
from pydantic import ValidationError

from certadvisor.catalog.definitions.preferences import Preference, PreferenceLists
from certadvisor.catalog.records import Catalog

PAGE = "https://adverts.example/counts"


def test_a_basis_is_a_source_with_its_address_or_the_word_judgement() -> None:
    """Nothing is said of employers without a page that says it."""
    assert Preference(id="pmp", basis="named in 11 of 199 adverts", url=PAGE).is_sourced
    assert not Preference(id="pmp", basis="judgement: it seems so", url=PAGE).is_sourced
    with pytest.raises(ValidationError, match="neither a source nor the word judgement"):
        Preference(id="pmp", basis="named in 11 of 199 adverts")


@pytest.mark.parametrize(
    ("basis", "url", "is_sourced"),
    [
        ("named in adverts", PAGE, True),
        ("named in adverts", None, False),  # an own catalogue of the last release
        ("judgement", PAGE, False),
    ],
)
def test_a_bare_id_has_the_basis_of_its_list(
    basis: str, url: str | None, *, is_sourced: bool
) -> None:
    """And an entry its own."""
    own = Preference(id="csm", basis="named in 7 of 199 adverts", url=PAGE)
    lists = PreferenceLists(preferred=("pmp", own), basis=basis, url=url)
    assert [one.is_sourced for one in lists.preferences(*lists.preferred)] == [is_sourced, True]
    assert lists.ids() == ("pmp", "csm")


def test_every_certification_of_a_role_says_what_it_rests_on(catalog: Catalog) -> None:
    """Each has a basis of its own; those that a source supports are marked in the record."""
    for id, raw in catalog.raw_records("roles").items():
        lists = raw["certifications"]
        entries = [*lists.get("preferred", ()), *lists.get("helpful", ())]
        assert all(isinstance(one, dict) and one["basis"] for one in entries), id
        sourced = {one["id"] for one in entries if not one["basis"].startswith("judgement")}
        assert set(catalog.roles[id].sourced) == sourced


def test_many_countries_have_lists_of_their_own_or_none_was_found(catalog: Catalog) -> None:
    """Those that the first release had no list for."""
    countries = {country for role in catalog.roles.values() for country in role.local}
    missing = {one["country"] for one in catalog.raw_record("about", "local_none")["items"]}
    assert countries.isdisjoint(missing)
    nordic, gulf = {"DK", "FI", "NO", "SE"}, {"AE", "SA", "QA"}
    others = {"FR", "ES", "IT", "PL", "NL", "IN", "CA", "AU", "ZA", "BR"}
    assert countries | missing >= nordic | gulf | others
