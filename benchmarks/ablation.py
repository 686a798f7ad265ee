"""Ablation of the score: how many personas still pass without each factor.

python benchmarks/ablation.py
"""

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from test_personas import PERSONAS, SHOWN, objections, profile_of

from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.catalog.loader import load_catalog
from certadvisor.profile.evidence import Evidence


def main() -> None:
    """Print a line for all factors together, then one without each of them."""
    catalog = load_catalog()
    people = [
        (
            persona,
            Evidence(profile_of(index, catalog), catalog, date.fromisoformat(persona["as_of"])),
        )
        for index, persona in enumerate(PERSONAS)
    ]
    for left_out in (None, *catalog.tables.weights):
        options = RankingOptions(SHOWN, () if left_out is None else ((left_out, 0.0),))
        failing = [
            persona["id"]
            for persona, evidence in people
            if objections(persona, recommend(evidence, options))
        ]
        name = f"without {left_out}" if left_out else "all factors"
        print(f"{name:18} {len(people) - len(failing):3} of {len(people)}  {', '.join(failing)}")


if __name__ == "__main__":
    main()
