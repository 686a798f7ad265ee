"""Personas based on published career advice get recommendations in line with that advice."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from certadvisor.advice.recommend.ranking import Options, recommend
from certadvisor.advice.recommend.recommendations import Advice
from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.field_reader import Notes, Record
from certadvisor.profile.model import Profile
from certadvisor.profile.reader import KEYS, profile_in

DOCUMENT = read_file(Path(__file__).parent / "personas.yaml")
PERSONAS: list[dict[str, Any]] = DOCUMENT.data
SHOWN, FIRST = 5, 3


def profile_of(number: int, catalog: Catalog) -> Profile:
    """Read the profile of the persona with this number."""
    notes = Notes(DOCUMENT)
    as_of = date.fromisoformat(PERSONAS[number]["as_of"])
    told = Record(notes, (number, "profile"), PERSONAS[number]["profile"], KEYS["profile"])
    profile = profile_in(told, catalog, as_of)
    notes.raise_faults()
    return profile


def advised(number: int, catalog: Catalog) -> Advice:
    """Return the recommendations for the persona with this number."""
    as_of = date.fromisoformat(PERSONAS[number]["as_of"])
    profile = profile_of(number, catalog)
    return recommend(Evidence(profile, catalog, as_of), Options(top=SHOWN))


def objections(persona: dict[str, Any], advice: Advice) -> list[str]:
    """Return the objections that published advice would raise to these recommendations."""
    named = [(one.certification.id, *one.equivalents) for one in advice.recommendations]
    first = {id for ids in named[:FIRST] for id in ids}
    shown = {id for ids in named for id in ids}
    found = []
    if not first & set(persona["expect_top3_any"]):
        found.append(f"none of {persona['expect_top3_any']} among the first {FIRST}: {named}")
    best = persona.get("expect_first_any")
    if best and (not named or named[0][0] not in best):
        found.append(f"the first is none of {best}: {named[:1]}")
    found += [
        f"{one['id']} is {one['reason']}: {one['why']}"
        for one in persona["must_not_recommend"]
        if one["id"] in shown
    ]
    return found


@pytest.mark.parametrize("number", range(len(PERSONAS)), ids=lambda n: PERSONAS[n]["id"])
def test_recommendations_agree_with_published_advice(number: int, catalog: Catalog) -> None:
    """An expected certification is among the first three, and no wasteful one is shown."""
    assert objections(PERSONAS[number], advised(number, catalog)) == []


def test_the_number_of_personas_in_line_with_advice_is_printed(
    catalog: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    """The number that pass is printed, so that the effect of a change of weights shows."""
    held = [not objections(one, advised(at, catalog)) for at, one in enumerate(PERSONAS)]
    with capsys.disabled():
        print(f"\npersonas: {sum(held)} of {len(held)} hold")
    assert sum(held) == len(held)
