"""Personas based on published career advice get recommendations in line with that advice."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.advice.recommend.recommendations import Recommendations
from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.field_reader import FaultCollector, MappingReader
from certadvisor.profile.model import Profile
from certadvisor.profile.reader import KEYS, read_profile_mapping

DOCUMENT = read_file(Path(__file__).parent / "personas.yaml")
PERSONAS: list[dict[str, Any]] = DOCUMENT.data
SHOWN, FIRST = 5, 3


def profile_of(number: int, catalog: Catalog) -> Profile:
    """Read the profile of the persona with this number."""
    collector = FaultCollector(DOCUMENT)
    as_of = date.fromisoformat(PERSONAS[number]["as_of"])
    reader = MappingReader(
        collector, (number, "profile"), PERSONAS[number]["profile"], KEYS["profile"]
    )
    profile = read_profile_mapping(reader, catalog, as_of)
    collector.raise_faults()
    return profile


def recommendations_for(number: int, catalog: Catalog) -> Recommendations:
    """Return the recommendations for the persona with this number."""
    as_of = date.fromisoformat(PERSONAS[number]["as_of"])
    profile = profile_of(number, catalog)
    return recommend(Evidence(profile, catalog, as_of), RankingOptions(top=SHOWN))


def objections(persona: dict[str, Any], advice: Recommendations) -> list[str]:
    """Return the objections that published advice would raise to these recommendations."""
    recommended = [(one.certification.id, *one.equivalent_ids) for one in advice.recommendations]
    first = {id for ids in recommended[:FIRST] for id in ids}
    shown = {id for ids in recommended for id in ids}
    problems = []
    if not first & set(persona["expect_top3_any"]):
        problems.append(
            f"none of {persona['expect_top3_any']} among the first {FIRST}: {recommended}"
        )
    expected_first = persona.get("expect_first_any")
    if expected_first and (not recommended or recommended[0][0] not in expected_first):
        problems.append(f"the first is none of {expected_first}: {recommended[:1]}")
    problems += [
        f"{one['id']} is {one['reason']}: {one['why']}"
        for one in persona["must_not_recommend"]
        if one["id"] in shown
    ]
    return problems


@pytest.mark.parametrize("number", range(len(PERSONAS)), ids=lambda n: PERSONAS[n]["id"])
def test_recommendations_agree_with_published_advice(number: int, catalog: Catalog) -> None:
    """An expected certification is among the first three, and no wasteful one is shown."""
    assert objections(PERSONAS[number], recommendations_for(number, catalog)) == []


def test_the_number_of_personas_in_line_with_advice_is_printed(
    catalog: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    """The number that pass is printed, so that the effect of a change of weights shows."""
    passed = [
        not objections(one, recommendations_for(at, catalog)) for at, one in enumerate(PERSONAS)
    ]
    with capsys.disabled():
        print(f"\npersonas: {sum(passed)} of {len(passed)} hold")
    assert sum(passed) == len(passed)
