"""Laws of imports: the profile written gives the same answers as the one in memory."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from importing import TODAY, make_zip, read_back

from certadvisor.advice.recommend.ranking import recommend
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.importers.detect import import_bytes
from certadvisor.profile.importers.profile_writer import render_result_json, render_result_yaml
from certadvisor.profile.importers.result import ImportResult, OriginKind
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
    """Draw a list of objects with some of these fields, sometimes with a value that is not text."""
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
    """Draw CSV tables with these columns, with up to three rows each."""
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
files = (resumes | badges).map(lambda data: json.dumps(data).encode()) | exports.map(make_zip)


def answers(profile: Profile, catalog: Catalog) -> tuple[object, ...]:
    """Return the answer of `check` for each certification, and the recommendations."""
    evidence = Evidence(profile, catalog, TODAY)
    timeline = Timeline(evidence)
    checks = [check(one, timeline) for one in catalog.certifications.values()]
    return checks, recommend(evidence)


@given(raw=files)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_an_imported_profile_gives_the_same_answers_after_writing(
    raw: bytes, small: Catalog
) -> None:
    """The same verdicts, dates, questions, assumptions and advice, without faults and warnings."""
    try:
        imported = import_bytes(raw, "file", small, TODAY)
    except InputError:
        return  # the format was not recognised
    memory = read_back(imported, small).profile
    expected = answers(memory, small)
    for text in (render_result_yaml(imported), render_result_json(imported)):
        loaded = read_profile(read_bytes(text.encode(), "me.yaml"), small, TODAY)
        assert loaded.warnings == ()
        assert answers(loaded.profile, small) == expected


@given(raw=files)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_imported_field_has_an_origin_and_every_guess_is_listed(
    raw: bytes, small: Catalog
) -> None:
    """Each field has its origin, and `guessed` of the profile lists the guesses."""
    try:
        imported = import_bytes(raw, "file", small, TODAY)
    except InputError:
        return
    paths = {mark.path for mark in imported.origins}
    assert set(_fields(imported)) <= paths
    guesses = [mark.path for mark in imported.origins if mark.kind is OriginKind.GUESSED_KEY]
    assert imported.profile.get("guessed", []) == guesses
    lacking = [mark.path for mark in imported.origins if mark.kind is OriginKind.INCOMPLETE]
    assert imported.profile.get("incomplete", []) == lacking


def _fields(imported: ImportResult) -> list[str]:
    paths = []
    for key, value in imported.profile.items():
        if key in ("guessed", "incomplete"):
            continue
        for at, entry in enumerate(value) if isinstance(value, list) else ():
            inner = [f"{key}[{at}].{field}" for field in entry] if isinstance(entry, dict) else []
            paths += inner or [f"{key}[{at}]"]
        if not isinstance(value, list):
            paths.append(key)
    return paths


@pytest.mark.parametrize("name", ["PMP", "CSM"])
def test_a_lost_credential_changes_the_answers(name: str, small: Catalog) -> None:
    """So the comparison of answers above can fail."""
    raw = json.dumps({"certificates": [{"name": name}]}).encode()
    imported = import_bytes(raw, "file", small, TODAY)
    memory = read_back(imported, small).profile
    assert answers(memory, small) != answers(memory._replace(certifications=()), small)
