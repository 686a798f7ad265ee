"""docs/recommending.md: the worked example is what the program works out."""

import re
from datetime import date
from pathlib import Path

from certadvisor.advice.recommend.ranking import recommend
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.reader import read_profile

PAGE = Path(__file__).parents[3] / "docs" / "recommending.md"
AS_OF = date(2026, 11, 30)
PROFILE = b"""
country: US
education: [{degree: bachelor}]
work: [{kinds: [project-leading], months: 30}]
certifications: []
goal: {role: technical-project-manager, budget: 1500 USD, within: 12 months}
"""


def test_the_example_of_the_page_is_worked_out_anew(catalog: Catalog) -> None:
    """Every factor, its weight and the score of the first recommendation."""
    profile = read_profile(read_bytes(PROFILE, "profile"), catalog, AS_OF).profile
    first = recommend(Evidence(profile, catalog, AS_OF)).recommendations[0]
    assert first.certification.id == "pmp"
    lines = [f"{one.name} {one.value:.4f} × {one.weight:g}" for one in first.factors]
    total = sum(one.value * one.weight for one in first.factors)
    weights = sum(one.weight for one in first.factors)
    lines.append(f"sum {total:.4f} ÷ {weights:g} = {first.score:.4f}")
    written = re.search(
        r"<!-- example: start -->\n```\n(.*?)\n```", PAGE.read_text("utf-8"), re.DOTALL
    )
    assert written
    assert written[1].splitlines() == lines
