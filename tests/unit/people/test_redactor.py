"""Redacted rows: nothing but the id identifies a person, and all that a policy needs stays."""

import json
from datetime import date
from pathlib import Path

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person, Reject
from certadvisor.people.redactor import make_redactor, redact_row

TODAY = date(2026, 11, 22)
RARE = "Keeper of the Queen's `Ravens`"


def rows(name: str, text: str, catalog: Catalog, folder: Path) -> list[Person | Reject]:
    """The redacted rows of a table."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    people = read_people(file, catalog, TODAY, display_name=name)
    redactor = make_redactor(catalog.certifications, people.columns)
    return [redact_row(row, redactor) for row in people.rows]


def test_a_redacted_title_has_the_same_pseudonym_everywhere(small: Catalog, tmp_path: Path) -> None:
    """For the same person and for others; its certain role and level stay, as do dates."""
    job = {"title": RARE, "start": "2019", "end": "2020"}
    breaks = [{"start": "2021", "end": "2022", "reason": "an illness"}]
    records = [
        {"id": "1", "name": "Ada", "title": "Project manager", "work": [job], "breaks": breaks},
        {"id": "2", "title": RARE, "joined": "2020", "country": "GB", "tags": ["team a"]},
        {"id": "3", "certifications": [{"id": "capm"}, {"id": "ravens"}]},
    ]
    text = "".join(f"{json.dumps(one)}\n" for one in records)
    first, second, third = rows("people.jsonl", text, small, tmp_path)
    assert isinstance(first, Person)
    assert isinstance(second, Person)
    assert isinstance(third, Person)
    assert (first.name, first.title, first.role) == (None, "title-1", "project-manager")
    assert [one.title for one in first.profile.work or ()] == ["title-2"]
    assert [one.reason for one in first.profile.breaks or ()] == [None]
    assert (second.title, second.joined, second.tags) == ("title-2", date(2020, 1, 1), ("team-a",))
    assert [one.id for one in third.profile.certifications or ()] == ["capm", "certification-1"]
    assert not any(word in repr((first, second, third)) for word in ("Ravens", "Ada", "illness"))


@pytest.mark.parametrize(
    ("row", "place", "problem"),
    [
        ({"country": RARE}, "country", "`…` is not a country"),
        (
            {"work": [{"start": "`x` Ravens"}]},
            "work[0].start",
            "`…` is not a date that",
        ),
        ({RARE: 1}, "…", "unknown key"),
        ({"education": [{"degree": RARE}]}, "education[0].degree", "`…` is not a degree we reco"),
        ({"work": [{RARE: 1}]}, "…", "unknown key"),
    ],
)
def test_a_redacted_fault_has_no_value(
    row: dict[str, object], place: str, problem: str, small: Catalog, tmp_path: Path
) -> None:
    """Unknown keys go too; the path of the fault stays if it has known names only."""
    (reject,) = rows("people.jsonl", json.dumps({"id": "1"} | row), small, tmp_path)
    assert isinstance(reject, Reject)
    assert [(fault.place, fault.problem[: len(problem)]) for fault in reject.faults][:1] == [
        (place, problem)
    ]
    assert "Ravens" not in repr(reject)


def test_headers_of_a_table_are_not_redacted(small: Catalog, tmp_path: Path) -> None:
    """They are about no one in particular; the cells below them are."""
    text = "id,Joined,certifications\n1,3/12/2020,\n2,,Ravens\n"
    first, second = rows("people.csv", text, small, tmp_path)
    assert isinstance(first, Reject)
    assert isinstance(second, Person)
    assert [(fault.place, fault.problem) for fault in first.faults] == [
        ("Joined", "`…` may be read in more than one way")
    ]
    assert [fault.place for fault in second.warnings] == ["certifications"]
    assert "Ravens" not in repr((first, second))
