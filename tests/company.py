"""A generated company: people with ten facts each, and rows as faulty as real ones."""

import csv
import io
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

TITLES = (
    "Project manager", "IT project manager", "Senior project manager", "Scrum Master",
    "Program manager", "Product owner", "Software developer", "Wizard of projects",
)  # fmt: skip
DIRT: tuple[dict[str, Any], ...] = (
    {"id": ""},
    {"id": None},
    {"country": "XX"},
    {"joined": "3/12/2020"},
    {"work": [{"title": "Project manager", "start": "2021", "end": "2019"}]},
    {"work": [{"months": "many"}]},
    {"work": {}},
    {"education": [{"degree": "wizard"}]},
    {"training": [{"hours": 35}]},
    {"certifications": [{"earned": "2020"}]},
    {"hobby": "chess"},
    {"skills": None},
)
DIRTY_CELLS: tuple[tuple[bytes, str], ...] = (  # rows of a CSV whose header is `id,title,joined`
    (b'1,"open"ed,', "is not a row"),
    (b"1,x,,y", "has 4 cells where the header has 3"),
    (b"1,Caf\xe9,", "is not UTF-8 text"),  # Latin-1
    (b"#N/A,x,", "id: is missing"),
    (b"6,x,=TODAY()", "`=TODAY()` is not a date"),
    (b"7,x,3/12/2020", "`3/12/2020` may be read in more than one way"),
    (b"1\x00,x,", "holds control characters"),
    (b"=1+1\xe2\x80\xae,x,", "holds control characters or direction marks"),
)
MAPPING = """
tables:
  - file: employees.csv
    columns:
      No: id
      Position: title
      Team: tags
      Hired: joined
      Country: country
      Clubs: memberships
      Held: certifications
      Educated: education
    dates: DD/MM/YYYY
    separator: "|"
  - file: history.csv
    section: work
    columns: {No: id, Position: title, Kinds: kinds, From: start, To: end}
    optional: [Kinds]
  - file: courses.csv
    section: training
    columns: {No: id, Topic: topic, Hours: hours, Done: completed}
  - file: badges.csv
    section: certifications
    columns: {No: id, Badge: certification, Issued: earned}
  - file: schools.csv
    section: education
    columns: {No: id, Degree: degree}
"""
_SECTIONS = {  # table: its section of the profile, and the column of each field of an entry
    "history": ("work", {"title": "Position", "kinds": "Kinds", "start": "From", "end": "To"}),
    "courses": ("training", {"topic": "Topic", "hours": "Hours", "completed": "Done"}),
    "badges": ("certifications", {"id": "Badge", "earned": "Issued"}),
    "schools": ("education", {"degree": "Degree"}),
}


def people(number: int, seed: int = 7, dirty: float = 0.0) -> Iterator[dict[str, Any]]:
    """Generate people, the same ones for each seed; a share of them has one fault each."""
    random_source = random.Random(seed)  # noqa: S311  not a secret: the same company every time
    for index in range(number):
        person = _person(index, random_source)
        yield person | random_source.choice(DIRT) if random_source.random() < dirty else person


def as_lines(records: Iterator[dict[str, Any]]) -> str:
    """Format people as JSON Lines."""
    return "".join(f"{json.dumps(person)}\n" for person in records)


def as_csv(records: Iterator[dict[str, Any]], delimiter: str = ",") -> str:
    """Format people as one flat CSV; a list inside an entry is one cell."""
    flat = [dict(_cells(person)) for person in records]
    text = io.StringIO(newline="")
    names = list(dict.fromkeys(["id", *(name for row in flat for name in row)]))
    writer = csv.DictWriter(text, names, delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(flat)
    return text.getvalue()


def as_folder(records: Iterable[dict[str, Any]], folder: Path) -> Path:
    """Write people as an HR system exports them, one CSV a table, and the mapping that joins them.

    Returns the mapping's path. An empty list is noted in the table of employees.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tables: dict[str, list[dict[str, object]]] = {"employees": []}
    tables |= {name: [] for name in _SECTIONS}
    for person in records:
        tables["employees"].append(_employee(person))
        for name, (section, columns) in _SECTIONS.items():
            for entry in person.get(section, ()):
                cells = {columns[field]: _cell(value) for field, value in entry.items()}
                tables[name].append({"No": person["id"]} | cells)
    for name, rows in tables.items():
        names = _EMPLOYEE if name == "employees" else ("No", *_SECTIONS[name][1].values())
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names, restval="")
            writer.writeheader()
            writer.writerows(rows)
    mapping = folder.with_name(f"{folder.name}.yaml")
    mapping.write_text(MAPPING, encoding="utf-8")
    return mapping


_EMPLOYEE = ("No", "Position", "Team", "Hired", "Country", "Clubs", "Held", "Educated", "Name")


def _employee(person: dict[str, Any]) -> dict[str, object]:
    """A row of the table of employees; it notes only which lists are empty."""
    year, month, day = person["joined"].split("-")
    return {
        "No": person["id"],
        "Position": person["title"],
        "Team": "|".join(person["tags"]),
        "Hired": f"{day}/{month}/{year}",
        "Country": person["country"],
        "Clubs": "|".join(person["memberships"]) or "none",
        "Held": "" if person["certifications"] else "none",
        "Educated": "" if person["education"] else "none",
    }


def dirty_csv() -> tuple[bytes, tuple[str, ...]]:
    """A CSV of faulty rows, each followed by a valid one, and the fault of each faulty row."""
    rows = (
        row + b"\nclean-%d,Project manager,2020\n" % index
        for index, (row, _) in enumerate(DIRTY_CELLS)
    )
    return b"id,title,joined\n" + b"".join(rows), tuple(fault for _, fault in DIRTY_CELLS)


def _cells(person: dict[str, Any]) -> Iterator[tuple[str, object]]:
    for key, value in person.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for index, entry in enumerate(value, start=1):
                for field, part in entry.items():
                    yield f"{key}.{index}.{field}", _cell(part)
        elif isinstance(value, dict):
            yield from ((f"{key}.{field}", _cell(part)) for field, part in value.items())
        else:
            yield key, _cell(value)


def _cell(value: object) -> object:
    if isinstance(value, list):
        return "; ".join(map(str, value)) if value else "none"
    return value


def _person(index: int, random_source: random.Random) -> dict[str, Any]:
    year = random_source.randint(1995, 2018)
    work = []
    for _ in range(random_source.randint(3, 5)):
        end = year + random_source.randint(1, 4)
        month = random_source.randint(1, 12)
        job = {
            "title": random_source.choice(TITLES),
            "start": f"{year}-{month:02}",
            "end": f"{end}-12",
        }
        work.append(job)
        year = end + 1
    work[-1].pop("end")
    return {
        "id": f"{index:06}",
        "title": work[-1]["title"],
        "tags": [f"team-{index % 7}"],
        "joined": f"{random_source.randint(2005, 2024)}-0{random_source.randint(1, 9)}-15",
        "country": random_source.choice(("US", "GB", "DE", "IN")),
        "education": [{"degree": random_source.choice(("secondary", "bachelor", "master"))}],
        "work": work,
        "training": [
            {
                "topic": "project-management",
                "hours": random_source.randint(5, 60),
                "completed": "2022-03",
            }
        ],
        "certifications": [
            {"id": id, "earned": f"{random_source.randint(2015, 2025)}-05-10"}
            for id in random_source.sample(("pmp", "capm", "csm"), random_source.randint(0, 2))
        ],
        "memberships": random_source.choice(([], ["pmi"])),
    }
