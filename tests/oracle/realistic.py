"""People as they are: the personas of the tests and the people of the catalogue's cases."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from oracle.compare import DATA, Comparison, Question
from oracle.days import ONE_DAY, first_day

PERSONAS = sorted((Path(__file__).parents[1] / "personas").glob("published-*.yaml"))
LATER = [timedelta(97), timedelta(4 * 365 + 2)]
WALK = timedelta(60)


def personas(comparison: Comparison) -> Iterator[tuple[dict[str, Any], list[Question]]]:
    """Every persona, asked about every certification."""
    for one in chain.from_iterable(map(_load, PERSONAS)):
        yield (
            one["profile"],
            [
                question
                for certification in comparison.catalogue.records
                for question in _questions(certification, first_day(one["as_of"]))
            ],
        )


def people_of_cases() -> Iterator[tuple[dict[str, Any], list[Question]]]:
    """The people of the cases, each asked about the case's certification around its day."""
    for path in sorted((DATA / "cases").glob("*.yaml")):
        written = _load(path)
        for case in written["cases"]:
            asked = first_day(case["as_of"])
            id, around = written["certification"], (asked - ONE_DAY, asked + ONE_DAY)
            yield (
                case["profile"],
                [*_questions(id, asked), *(Question(id, day, day) for day in around)],
            )


def _questions(certification: str, asked: date) -> Iterator[Question]:
    yield Question(certification, asked, asked)
    for later in LATER:
        yield Question(certification, asked, asked + later)
    yield Question(certification, asked, asked + WALK, first_day_of_yes=True)


def _load(path: Path) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), loader)  # noqa: S506 - a safe loader
