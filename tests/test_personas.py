"""People like those that published advice speaks of get what it would tell them."""

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
    """The persona of that number."""
    notes = Notes(DOCUMENT)
    as_of = date.fromisoformat(PERSONAS[number]["as_of"])
    told = Record(notes, (number, "profile"), PERSONAS[number]["profile"], KEYS["profile"])
    profile = profile_in(told, catalog, as_of)
    notes.raise_faults()
    return profile


def advised(number: int, catalog: Catalog) -> Advice:
    """What is recommended to the persona of that number."""
    as_of = date.fromisoformat(PERSONAS[number]["as_of"])
    profile = profile_of(number, catalog)
    return recommend(Evidence(profile, catalog, as_of), Options(top=SHOWN))


def objections(persona: dict[str, Any], advice: Advice) -> list[str]:
    """What published advice would say against these recommendations."""
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
def test_people_are_told_what_published_advice_tells_them(number: int, catalog: Catalog) -> None:
    """The expected is among the first three, and nothing that would waste their money is shown."""
    assert objections(PERSONAS[number], advised(number, catalog)) == []


def test_the_score_is_told(catalog: Catalog, capsys: pytest.CaptureFixture[str]) -> None:
    """How many of the personas hold is printed, so that a change of weights shows."""
    held = [not objections(one, advised(at, catalog)) for at, one in enumerate(PERSONAS)]
    with capsys.disabled():
        print(f"\npersonas: {sum(held)} of {len(held)} hold")
    assert sum(held) == len(held)
