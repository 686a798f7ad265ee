"""Tables of people: the same company is read alike from every format."""

import csv
import json
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from company import as_csv, as_folder, as_lines, dirty_csv
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person, Reject
from certadvisor.profile.model import Profile

TODAY = date(2026, 11, 22)
_days = st.dates(date(1990, 1, 1), date(2026, 1, 1)).map(date.isoformat)
_titles = st.sampled_from(
    ("Project manager", "IT project manager", "Scrum Master", '=HYPERLINK("x")', 'Quote "d", chef',
     "Manager; of | projects", "Jefa de proyecto", "-1", "none of these")
)  # fmt: skip
_kinds = st.lists(st.sampled_from(("project", "agile", "risk")), max_size=2, unique=True)
_spans = st.tuples(_days, _days).map(sorted)
_jobs = st.builds(
    lambda title, kinds, span, ended: {"title": title, "kinds": kinds, "start": span[0]}
    | ({"end": span[1]} if ended else {}),
    _titles, _kinds, _spans, st.booleans(),
)  # fmt: skip
_courses = st.fixed_dictionaries(
    {"topic": st.just("project-management"), "hours": st.integers(1, 60)},
    optional={"completed": _days},
)
_badges = st.fixed_dictionaries(
    {"id": st.sampled_from(("pmp", "capm", "csm"))}, optional={"earned": _days}
)
_schools = st.fixed_dictionaries({"degree": st.sampled_from(("secondary", "bachelor", "master"))})
_ids = st.from_regex(r"[0-9a-cX-Z][0-9a-cX-Z-]{0,5}", fullmatch=True)
_people = st.lists(
    st.fixed_dictionaries(
        {
            "id": _ids,
            "title": _titles,
            "tags": st.lists(st.sampled_from(("team-a", "team-b")), min_size=1, unique=True),
            "joined": _days,
            "country": st.sampled_from(("US", "GB", "NO")),
            "memberships": st.lists(st.sampled_from(("pmi", "iiba")), unique=True),
            "work": st.lists(_jobs, min_size=1, max_size=3),
            "training": st.lists(_courses, min_size=1, max_size=2),
            "certifications": st.lists(_badges, max_size=2),
            "education": st.lists(_schools, max_size=2),
        }
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda person: str(person["id"]),
)


def people_by_id(file: Path, catalog: Catalog, mapping: Path | None = None) -> dict[str, Person]:
    """Read all people by id, ignoring their line numbers; no row may be rejected."""
    rows = list(read_people(file, catalog, TODAY, mapping=mapping).rows)
    assert not [row for row in rows if isinstance(row, Reject)]
    return {row.id: row._replace(line=0) for row in rows if isinstance(row, Person)}


def as_book(text: str, file: Path) -> None:
    """Write a CSV as a workbook of text cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in csv.reader(text.splitlines(keepends=True)):
        sheet.append([None] * len(row))
        for at, cell in enumerate(row, start=1):
            target = sheet.cell(sheet.max_row, at)
            target.value = cell or None
            target.data_type = "s" if cell else "n"
    book.save(file)


@given(company=_people)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
def test_a_company_is_read_alike_from_every_format(
    company: list[dict[str, Any]], small: Catalog
) -> None:
    """JSON Lines, a list, a CSV by each separator, a workbook and a folder of joined tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines, json_list = folder / "people.jsonl", folder / "people.json"
        lines.write_text(as_lines(iter(company)), encoding="utf-8")
        json_list.write_text(json.dumps(company), encoding="utf-8")
        expected = people_by_id(lines, small)
        assert expected.keys() == {person["id"] for person in company}
        assert people_by_id(json_list, small) == expected
        for delimiter in ",;\t":
            table = folder / "people.csv"
            table.write_text(as_csv(iter(company), delimiter), encoding="utf-8", newline="")
            assert people_by_id(table, small) == expected
        as_book(as_csv(iter(company)), folder / "people.xlsx")
        assert people_by_id(folder / "people.xlsx", small) == expected
        mapping = as_folder(company, folder / "export")
        assert people_by_id(folder / "export", small, mapping) == expected


@given(cut=st.integers(0, 400), put=st.binary(max_size=6))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
def test_any_bytes_in_a_table_give_people_or_rejects(cut: int, put: bytes, small: Catalog) -> None:
    """Wherever the table is damaged, every row is a person or a reject with faults and a line."""
    raw, _ = dirty_csv()
    spoilt = raw[:cut].removeprefix(b"id") + put + raw[cut:]
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "people.csv"
        file.write_bytes(b"id" + spoilt)
        try:
            rows = list(read_people(file, small, TODAY).rows)
        except InputError:
            return  # the header has no usable columns
    lines = [row.line for row in rows]
    assert lines == sorted(set(lines))
    assert all(row.faults for row in rows if isinstance(row, Reject))
    assert all(isinstance(row.profile, Profile) for row in rows if isinstance(row, Person))
