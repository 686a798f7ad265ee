"""Holds the program's advice against what published advice gives to people like the personas."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from certadvisor.advice.recommend.ranking import recommend
from certadvisor.advice.recommend.recommendations import Recommendations
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.reader import read_profile

TOP = 3  # places among which what published advice names must be
NONE_KEYS = frozenset({"none", "none-now", "hold-all", "entry-asks-none"})

Persona = dict[str, Any]


class Score(NamedTuple):
    """How one persona's advice compares: what was expected of it, and what of that is missed."""

    persona: str
    expected: tuple[str, ...]  # the expectations judged: top3, first, none, later, said, allowed
    missed: dict[str, str]  # by expectation: what was wrong


def read_personas(*files: Path) -> list[Persona]:
    """Every persona of the files."""
    return [persona for file in files for persona in yaml.safe_load(file.read_text("utf-8"))]


def persona_evidence(persona: Persona, catalog: Catalog) -> Evidence:
    """What a persona's profile proves on its day."""
    as_of = date.fromisoformat(str(persona["as_of"]))
    text = yaml.safe_dump(persona["profile"], default_flow_style=False).encode()
    reading = read_profile(read_bytes(text, persona["id"]), catalog, as_of)
    return Evidence(reading.profile, catalog, as_of)


def advise(persona: Persona, catalog: Catalog) -> Recommendations:
    """What the program recommends to a persona."""
    return recommend(persona_evidence(persona, catalog))


def score(persona: Persona, advice: Recommendations) -> Score:
    """Compare the advice with what is expected for the persona."""
    results = dict(_judge(persona, advice))
    missed = {name: problem for name, problem in results.items() if problem}
    return Score(persona["id"], tuple(results), missed)


def summary(scores: Iterable[Score]) -> dict[str, tuple[int, int]]:
    """By expectation: how many personas hold, and of how many."""
    total: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for one in scores:
        total.update(one.expected)
        held.update(name for name in one.expected if name not in one.missed)
    return {name: (held[name], total[name]) for name in sorted(total)}


def _judge(persona: Persona, advice: Recommendations) -> Iterator[tuple[str, str]]:
    """Each expectation with what is wrong, or nothing."""
    shown = [one.ids for one in advice.recommendations]
    keys = {remark.key for remark in advice.remarks}
    later = {one.certification.id for one in advice.later if one.way.ready_on}
    later |= {one.certification.id for one in advice.recommendations if one.reach == "on_date"}
    if ids := set(persona.get("expect_top3_any") or ()):
        top = {id for group in shown[:TOP] for id in group}
        yield (
            "top3",
            "" if ids & top else f"none of {sorted(ids)} in {shown[:TOP]}",
        )
    if ids := set(persona.get("expect_first_any") or ()):
        first = shown[0][0] if shown else "nothing"
        yield (
            "first",
            "" if first in ids else f"{first} is not one of {sorted(ids)}",
        )
    if persona.get("expect_none"):
        yield "none", "" if not shown or keys & NONE_KEYS else f"recommends {shown}, says {keys}"
    if ids := set(persona.get("expect_later_any") or ()):
        yield (
            "later",
            "" if ids & later else f"none of {sorted(ids)} in {sorted(later)}",
        )
    if ids := set(persona.get("expect_said") or ()):
        yield (
            "said",
            "" if ids <= keys else f"says {sorted(keys)} without {sorted(ids)}",
        )
    forbidden = {one["id"] for one in persona.get("must_not_recommend") or ()}
    wrong = forbidden.intersection(id for group in shown for id in group)
    yield "allowed", f"recommends {sorted(wrong)}" if wrong else ""
