"""A made company: people with ten pieces of evidence each, and rows as dirty as real ones."""

import csv
import io
import json
import random
from collections.abc import Iterator
from typing import Any

TITLES = (
    "Project manager", "IT project manager", "Senior project manager", "Scrum Master",
    "Program manager", "Product owner", "Software developer", "Wizard of projects",
)  # fmt: skip
DIRT: tuple[dict[str, Any], ...] = (
    {"id": ""},
    {"id": None},
    {"country": "XX"},
    {"joined": "31/12/2020"},
    {"work": [{"title": "Project manager", "start": "2021", "end": "2019"}]},
    {"work": [{"months": "many"}]},
    {"work": {}},
    {"education": [{"degree": "wizard"}]},
    {"training": [{"hours": 35}]},
    {"certifications": [{"earned": "2020"}]},
    {"hobby": "chess"},
    {"skills": None},
)


def people(number: int, seed: int = 7, dirty: float = 0.0) -> Iterator[dict[str, Any]]:
    """So many people, the same ones for one seed; a share of them with one fault each."""
    chance = random.Random(seed)  # noqa: S311  no secret: the same company every time
    for at in range(number):
        person = _person(at, chance)
        yield person | chance.choice(DIRT) if chance.random() < dirty else person


def as_lines(made: Iterator[dict[str, Any]]) -> str:
    """The people as JSON Lines."""
    return "".join(f"{json.dumps(person)}\n" for person in made)


def as_csv(made: Iterator[dict[str, Any]], delimiter: str = ",") -> str:
    """The people as one wide CSV; a list in an entry stands in one cell."""
    flat = [dict(_cells(person)) for person in made]
    text = io.StringIO(newline="")
    names = list(dict.fromkeys(["id", *(name for row in flat for name in row)]))
    writer = csv.DictWriter(text, names, delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(flat)
    return text.getvalue()


def _cells(person: dict[str, Any]) -> Iterator[tuple[str, object]]:
    for key, value in person.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for at, entry in enumerate(value, start=1):
                for field, part in entry.items():
                    yield f"{key}.{at}.{field}", _cell(part)
        elif isinstance(value, dict):
            yield from ((f"{key}.{field}", _cell(part)) for field, part in value.items())
        else:
            yield key, _cell(value)


def _cell(value: object) -> object:
    if isinstance(value, list):
        return "; ".join(map(str, value)) if value else "none"
    return value


def _person(at: int, chance: random.Random) -> dict[str, Any]:
    year = chance.randint(1995, 2018)
    work = []
    for _ in range(chance.randint(3, 5)):
        end = year + chance.randint(1, 4)
        month = chance.randint(1, 12)
        job = {"title": chance.choice(TITLES), "start": f"{year}-{month:02}", "end": f"{end}-12"}
        work.append(job)
        year = end + 1
    work[-1].pop("end")
    return {
        "id": f"{at:06}",
        "title": work[-1]["title"],
        "tags": [f"team-{at % 7}"],
        "joined": f"{chance.randint(2005, 2024)}-0{chance.randint(1, 9)}-15",
        "country": chance.choice(("US", "GB", "DE", "IN")),
        "education": [{"degree": chance.choice(("secondary", "bachelor", "master"))}],
        "work": work,
        "training": [
            {"topic": "project-management", "hours": chance.randint(5, 60), "completed": "2022-03"}
        ],
        "certifications": [
            {"id": id, "earned": f"{chance.randint(2015, 2025)}-05-10"}
            for id in chance.sample(("pmp", "capm", "csm"), chance.randint(0, 2))
        ],
        "memberships": chance.choice(([], ["pmi"])),
    }
