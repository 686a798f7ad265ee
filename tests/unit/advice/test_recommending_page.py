"""docs/recommending.md: the worked example is what the program works out."""

import re
from datetime import date
from pathlib import Path

from written_profiles import evidence_of

from certadvisor.advice.recommend.ranking import recommend
from certadvisor.catalog.records import Catalog

PAGE = Path(__file__).parents[3] / "docs" / "recommending.md"
AS_OF = date(2026, 11, 30)
PROFILE = """
country: US
education: [{degree: bachelor}]
work: [{kinds: [project-leading], months: 30}]
certifications: []
goal: {role: technical-project-manager, budget: 1500 USD, within: 12 months}
"""


def test_the_example_of_the_page_is_worked_out_anew(catalog: Catalog) -> None:
    """Every factor, its weight and the score of the first recommendation."""
    first = recommend(evidence_of(PROFILE, catalog, AS_OF)).recommendations[0]
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
