"""Certifications as people write them: the record, the dates beside the name, and the issuer."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from certadvisor.catalog.records import Catalog
from certadvisor.profile.matching.dated_names import split_dates
from certadvisor.profile.matching.issuers import read_issuer
from certadvisor.profile.matching.written_credentials import read_credential

FOLDER = Path(__file__).parents[2] / "credentials"


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    return rows


@pytest.mark.parametrize("row", _rows("dates.yaml"), ids=lambda row: row["text"])
def test_dates_beside_a_name_are_read_or_unknown(row: dict[str, Any]) -> None:
    """What is left is the name; a year alone stays, for it may be an edition."""
    dated = split_dates(row["text"], own_years=frozenset(row.get("own", ())))
    assert (dated.name.casefold(), dated.earned, dated.expires) == (
        row["name"],
        row.get("earned"),
        row.get("expires"),
    )


@pytest.mark.parametrize("row", _rows("issuers.yaml"), ids=lambda row: str(row["text"]))
def test_an_issuer_is_the_catalogues_or_somebody_else(
    row: dict[str, Any], catalog: Catalog
) -> None:
    """Platforms and exam centres say nothing; a word that is not known makes it another."""
    named = read_issuer(row["text"], catalog)
    expected = None if row["ids"] is None else frozenset(row["ids"])
    assert (named.ids, named.is_known) == (expected, row.get("known", False))


@pytest.mark.parametrize("row", _rows("written.yaml"), ids=str)
def test_a_certification_is_what_is_meant_or_a_question(
    row: dict[str, Any], catalog: Catalog
) -> None:
    """Never one that another body issues, or that did not exist on that day."""
    written = read_credential(row["text"], catalog, issuer=row.get("issuer", ""), on=row.get("on"))
    assert (written.id, set(written.candidates)) == (
        row.get("id"),
        set(row.get("ask", [row["id"]] if "id" in row else [])),
    )
