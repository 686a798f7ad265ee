"""Ablation of the advice: what each factor and each gate contributes on the personas.

python benchmarks/ablation.py

A line for everything together, then one without each factor and one without each gate: how many
of the personas' expectations hold, how many certifications are shown, and which personas change.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from personas.scoring import Persona, persona_evidence, read_personas, score

from certadvisor.advice.recommend.gates import GATES
from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.catalog.loader import load_catalog
from certadvisor.profile.evidence import Evidence

PERSONAS = Path(__file__).parents[1] / "tests" / "personas"

People = list[tuple[Persona, Evidence]]


def main() -> None:
    """Print the lines."""
    catalog = load_catalog()
    files = sorted([*PERSONAS.glob("published-*.yaml"), *PERSONAS.glob("building-*.yaml")])
    people = [(one, persona_evidence(one, catalog)) for one in read_personas(*files)]
    _print_line("everything", people, RankingOptions())
    for factor in catalog.tables.weights:
        _print_line(f"without {factor}", people, RankingOptions(weights=((factor, 0.0),)))
    gates = dict(GATES)
    for left_out in gates:
        GATES.clear()
        GATES.update({name: gate for name, gate in gates.items() if name != left_out})
        _print_line(f"without the gate {left_out}", people, RankingOptions())


def _print_line(name: str, people: People, options: RankingOptions) -> None:
    expected = held = shown = 0
    failing = []
    for persona, evidence in people:
        advice = recommend(evidence, options)
        result = score(persona, advice)
        expected += len(result.expected)
        held += len(result.expected) - len(result.missed)
        shown += len(advice.recommendations)
        failing += [persona["id"]] if result.missed else []
    print(f"{name:32} {held:4} of {expected}, {shown / len(people):.2f} shown  {' '.join(failing)}")


if __name__ == "__main__":
    main()
