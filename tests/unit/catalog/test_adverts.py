"""What adverts name: the counts in the data, and the tool that counts."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from certadvisor.catalog.records import AdvertCount, Catalog

TOOL = Path(__file__).parents[3] / "tools" / "count_adverts.py"
LONG = "We plan, we deliver and we report to the steering group. " * 12  # as a whole advert is


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The counting script, as a module."""
    spec = importlib.util.spec_from_file_location("count_adverts", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_count_of_a_country_without_one_is_the_world_s(catalog: Catalog) -> None:
    """A sample chosen because its adverts name a certification says nothing of those without."""
    counts = {place: catalog.adverts_in(place) for place in ("US", "SG", "FR", None)}
    assert {place: one and one.country for place, one in counts.items()} == {
        "US": "US",
        "SG": "world",
        "FR": "world",
        None: "world",
    }
    us = counts["US"]
    assert us
    assert (us.none_named, us.adverts) == (184, 199)


def test_a_catalogue_without_counts_has_none(small: Catalog) -> None:
    """So nothing is said of them."""
    assert small.adverts_in("US") is None


def test_no_count_names_a_certification_in_more_adverts_than_there_are(catalog: Catalog) -> None:
    """And most adverts that were not chosen for it name none."""
    for raw in catalog.raw_record("about", "adverts")["items"]:
        for named in raw["named"].values():
            assert named["total"] <= raw["adverts"] - raw.get("none_named", 0)
            assert named.get("required", 0) + named.get("preferred", 0) <= named["total"]
    assert all(
        one.none_named > one.adverts / 2 for one in catalog.adverts if one.none_named is not None
    )
    assert isinstance(catalog.adverts[0], AdvertCount)


def test_the_tool_counts_whole_project_adverts_once(tool: ModuleType, tmp_path: Path) -> None:
    """An advert posted twice counts once, one cut short never, a developer's only as an advert."""
    adverts = [
        {"title": "Project Manager", "description": f"PMP is a plus. {LONG}", "location": "US"},
        {"title": "Project Manager", "description": f"PMP is a plus. {LONG}", "location": "US"},
        {
            "title": "IT Project Manager",
            "description": f"PRINCE2 required. {LONG}",
            "location": "US",
        },
        {"title": "Scrum Master", "description": f"We work with SAFe. {LONG}", "location": "US"},
        {"title": "Project Manager", "description": "PMP required.", "location": "US"},
        {"title": "Software Engineer", "description": f"PMP required. {LONG}", "location": "US"},
        {"title": "Project Lead", "description": f"PMP. {LONG} Berlin.", "location": "DE"},
    ]
    file = tmp_path / "adverts.json"
    file.write_text(json.dumps(adverts), "utf-8")
    text = tool.count_adverts(
        tool.read_adverts([file], "title", "description", ("location", "^US$"))
    )
    assert text.splitlines() == [
        "adverts: 4",
        "project_adverts: 3",
        "none_named: 1",
        "named:",
        "  pmp: {total: 1, preferred: 1}",
        "  prince2: {total: 1, required: 1}",
    ]
