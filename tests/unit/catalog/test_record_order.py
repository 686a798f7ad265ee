"""The order of records in a file changes no answer."""

from pathlib import Path
from typing import Any

import yaml

from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Catalog

SMALL = Path(__file__).parents[2] / "small"


def _load(folder: Path, certifications: dict[str, Any]) -> Catalog:
    for file in SMALL.glob("*.yaml"):
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "certifications.yaml").write_text(yaml.safe_dump(certifications, sort_keys=False))
    return load_catalog((str(folder),), built_in=False, cache=False)


def test_records_are_by_issuer_and_id_whatever_their_order_in_the_file(tmp_path: Path) -> None:
    """Lists, maps and tables follow the catalogue's order."""
    data = read_file(SMALL / "certifications.yaml").data
    orders = []
    for step in (1, -1):
        catalog = _load(tmp_path, {**data, "certifications": data["certifications"][::step]})
        orders.append([(one.issuer, one.id) for one in catalog.certifications.values()])
        assert list(catalog.raw_records("certifications")) == list(catalog.certifications)
    assert orders[0] == orders[1] == sorted(orders[0])


def test_the_candidates_of_a_shared_name_are_in_the_order_written(tmp_path: Path) -> None:
    """The usual meaning first, as the author of the entry put it."""
    data = read_file(SMALL / "certifications.yaml").data
    for candidates in (["pmp", "capm"], ["capm", "pmp"]):
        shared = {"name": "PM", "candidates": candidates, "text": "Which one is meant?"}
        catalog = _load(tmp_path, {**data, "shared_names": [shared]})
        assert catalog.find_certification("pm").ids == tuple(candidates)
