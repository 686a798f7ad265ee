"""Whatever an import writes is a profile, and answers as the one it holds in memory."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from importing import TODAY, packed, read

from certadvisor.advice.recommend.ranking import recommend
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.importers.detect import import_bytes
from certadvisor.profile.importers.profile_writer import as_json, as_yaml
from certadvisor.profile.importers.result import Imported, Origin
from certadvisor.profile.model import Profile
from certadvisor.profile.reader import read_profile
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline

odd = st.text(max_size=12) | st.sampled_from(
    ["", " ", "null", "yes", "2020-01-01", "'a", "# b", "a: b", "\u202eb", "\x1b[31mc", "- d", "=1"]
)
titles = odd | st.sampled_from(
    ["Project Manager", "PM", "Scrum Master", "Cook", "PMO Analyst", "Senior IT Project Mgr"]
)
days = odd | st.sampled_from(
    ["2017", "2019-03", "2021-07-04", "Jan 2020", "Present", "06/29/2014", "2027-05", "1900"]
)
degrees = odd | st.sampled_from(
    ["BSc", "Bachelor of Science", "Diplom", "Licence", "M.Eng", "PhD candidate", "Abitur", "?"]
)
names = odd | st.sampled_from(
    ["PMP", "CAPM", "CSM", "CPM", "PMP (in progress)", "Best Cook", "Certified Scrum Master - CSM"]
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | odd,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(odd, inner, max_size=2),
    max_leaves=4,
)


def objects(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A list of objects with some of these fields, one of them now and then no text at all."""
    optional = {name: values | anything for name, values in fields.items()}
    return st.lists(st.fixed_dictionaries({}, optional=optional) | anything, max_size=3)


span = {"startDate": days, "endDate": days}
resumes = st.fixed_dictionaries(
    {"work": objects(position=titles, name=odd, **span)},
    optional={
        "basics": st.fixed_dictionaries(
            {"label": titles}, optional={"location": st.just({"countryCode": "GB"}) | anything}
        ),
        "volunteer": objects(position=titles, **span),
        "projects": objects(name=odd, roles=st.lists(titles, max_size=2), **span),
        "education": objects(studyType=degrees, area=odd, institution=odd, **span),
        "certificates": objects(name=names, issuer=odd, date=days),
        "awards": objects(title=names, date=days),
        "skills": objects(name=odd | st.just("Leadership"), keywords=st.lists(odd, max_size=2)),
        "interests": anything,
    },
)
badges = st.fixed_dictionaries(
    {
        "data": objects(
            badge_template=st.fixed_dictionaries({"name": names}), issued_at_date=days,
            expires_at_date=days, state=st.sampled_from(["accepted", "revoked"]),
        )
    }
)  # fmt: skip


def tables(**columns: Mapping[str, st.SearchStrategy[str]]) -> st.SearchStrategy[dict[str, bytes]]:
    """CSV tables with these columns, up to three rows each."""
    return st.fixed_dictionaries(
        {
            f"{name}.csv": st.lists(st.tuples(*cells.values()), max_size=3).map(
                lambda rows, heads=tuple(cells): _csv([heads, *rows])  # type: ignore[misc]  # bound at once
            )
            for name, cells in columns.items()
        }
    )


def _csv(rows: list[tuple[str, ...]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


exports = tables(
    Positions={"Title": titles, "Company Name": odd, "Started On": days, "Finished On": days},
    Education={"School Name": odd, "Degree Name": degrees, "Start Date": days, "End Date": days},
    Certifications={"Name": names, "Authority": odd, "Started On": days, "Finished On": days},
)
files = (resumes | badges).map(lambda data: json.dumps(data).encode()) | exports.map(packed)


def answers(profile: Profile, catalog: Catalog) -> tuple[object, ...]:
    """Everything that `check` says of each certification, and what is recommended."""
    evidence = Evidence(profile, catalog, TODAY)
    timeline = Timeline(evidence)
    checks = [check(one, timeline) for one in catalog.certifications.values()]
    return checks, recommend(evidence)


@given(raw=files)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_an_import_writes_answers_as_what_it_read(raw: bytes, small: Catalog) -> None:
    """Without a fault or a warning: same verdicts, dates, questions, assumptions and advice."""
    try:
        imported = import_bytes(raw, "file", small, TODAY)
    except InputError:
        return  # nothing in it has a form that is known
    memory = read(imported, small).profile
    expected = answers(memory, small)
    for text in (as_yaml(imported), as_json(imported)):
        told = read_profile(read_bytes(text.encode(), "me.yaml"), small, TODAY)
        assert told.warnings == ()
        assert answers(told.profile, small) == expected


@given(raw=files)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_field_is_marked_and_every_guess_is_told(raw: bytes, small: Catalog) -> None:
    """No field of a profile without its origin; the profile's own list holds the guesses."""
    try:
        imported = import_bytes(raw, "file", small, TODAY)
    except InputError:
        return
    marked = {mark.path for mark in imported.marks}
    assert set(_fields(imported)) <= marked
    guesses = [mark.path for mark in imported.marks if mark.origin is Origin.GUESSED]
    assert imported.profile.get("guessed", []) == guesses


def _fields(imported: Imported) -> list[str]:
    found = []
    for key, value in imported.profile.items():
        if key == "guessed":
            continue
        for at, entry in enumerate(value) if isinstance(value, list) else ():
            inner = [f"{key}[{at}].{field}" for field in entry] if isinstance(entry, dict) else []
            found += inner or [f"{key}[{at}]"]
        if not isinstance(value, list):
            found.append(key)
    return found


@pytest.mark.parametrize("name", ["PMP", "CSM"])
def test_the_law_would_see_a_credential_that_is_lost(name: str, small: Catalog) -> None:
    """The answers of the two profiles differ: the comparison can fail."""
    raw = json.dumps({"certificates": [{"name": name}]}).encode()
    imported = import_bytes(raw, "file", small, TODAY)
    memory = read(imported, small).profile
    assert answers(memory, small) != answers(memory._replace(certifications=()), small)
