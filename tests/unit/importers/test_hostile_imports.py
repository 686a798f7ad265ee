"""Hostile files: each is refused with a reason, or imported as harmless text."""

import io
import json
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from importing import TODAY, import_resume, make_zip, read_back, report_texts

from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.profile.importers.detect import import_bytes, import_path
from certadvisor.profile.importers.profile_writer import render_result_json, render_result_yaml
from certadvisor.profile.importers.report import report_lines
from certadvisor.profile.importers.result import LineKind

POSITIONS = "Title,Started On,Finished On\nProject manager,Jan 2018,Feb 2021\n"
MEGABYTE = 1024 * 1024


def refusal_of(raw: bytes, catalog: Catalog) -> str:
    """The one-line reason for which a file is refused."""
    with pytest.raises(InputError) as raised:
        import_bytes(raw, "file", catalog, TODAY)
    (fault,) = raised.value.faults
    assert str(fault).isprintable()
    return str(fault)


def assert_imported_or_refused(raw: bytes, catalog: Catalog) -> None:
    """Assert that a file is either imported or refused, with printable lines in both cases."""
    try:
        result = import_bytes(raw, "file", catalog, TODAY)
    except InputError as error:
        messages = [str(fault) for fault in error.faults]
    else:
        messages = list(report_lines(result))
        read_back(result, catalog)
    assert messages
    assert all(map(str.isprintable, messages))


def test_a_zip_bomb_is_refused_before_it_fills_memory(small: Catalog) -> None:
    """300 MB in a small archive, whether the archive gives the true size or a false one."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("Positions.csv", "w", force_zip64=True) as entry,
    ):
        for _ in range(300):
            entry.write(b"\0" * MEGABYTE)
    forged = buffer.getvalue().replace(struct.pack("<L", 300 * MEGABYTE), struct.pack("<L", 100))
    for raw in (buffer.getvalue(), forged):
        tracemalloc.start()
        problem = refusal_of(raw, small)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert "larger than 4 MB" in problem or "is not a readable ZIP file" in problem
        assert peak < 32 * MEGABYTE


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_zip_compression_without_a_bound_is_refused(packing: int, small: Catalog) -> None:
    """Four kilobytes may unpack to a hundred megabytes in one step."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        archive.writestr("Positions.csv", POSITIONS)
    assert "uses an unusual compression" in refusal_of(buffer.getvalue(), small)


@pytest.mark.parametrize(
    "name",
    ["../Positions.csv", "a/../../Positions.csv", "/etc/Positions.csv", "C:\\Positions.csv",
     "..\\Positions.csv", "\\\\host\\Positions.csv", "../../etc/passwd"],
)  # fmt: skip
def test_a_zip_with_an_entry_that_leads_out_of_it_is_refused(name: str, small: Catalog) -> None:
    """Nothing is ever extracted, but a genuine export has no such entry."""
    raw = make_zip({"Positions.csv": POSITIONS, name: "x"} if name != "Positions.csv" else {})
    assert "leads out of it" in refusal_of(raw, small)


def test_a_zip_with_too_many_entries_is_refused(small: Catalog) -> None:
    """By their number, or by the size of the directory before it is read."""
    many = make_zip({f"{index}.csv": "" for index in range(10_001)})
    assert "more than 10000 entries" in refusal_of(many, small)
    long = make_zip({f"{index}{'x' * 60_000}": "" for index in range(40)})
    assert "too many entries" in refusal_of(long, small)


def test_two_tables_of_one_name_are_refused(small: Catalog) -> None:
    """Neither of the two can be chosen."""
    raw = make_zip({"Positions.csv": POSITIONS, "old/positions_123.csv": POSITIONS})
    assert "Positions.csv: is there more than once" in refusal_of(raw, small)


@pytest.mark.parametrize(
    "raw",
    [
        b"PK\x03\x04",
        b"PK\x05\x06" + b"\0" * 18,
        b"PK\x03\x04" + b"\xff" * 5000,
        make_zip({"Positions.csv": POSITIONS})[:-30],
        make_zip({"Positions.csv": POSITIONS * 50}).replace(b"\x08\x00", b"\x63\x00"),
    ],
    ids=["start only", "empty", "rubbish", "cut off", "unknown packing"],
)
def test_a_broken_zip_is_refused(raw: bytes, small: Catalog) -> None:
    """With a reason, not a traceback."""
    assert refusal_of(raw, small)


ZIP = make_zip({"export/Positions.csv": POSITIONS, "export/messages.csv": "secret" * 50})


@given(
    bytes_at=st.lists(
        st.tuples(st.integers(4, len(ZIP) - 1), st.integers(0, 255)), min_size=1, max_size=4
    ),
    cut=st.none() | st.integers(4, len(ZIP)),
)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_zip_with_any_damage_is_imported_or_refused(
    bytes_at: list[tuple[int, int]], cut: int | None, small: Catalog
) -> None:
    """Whatever error zipfile raises for it."""
    raw = bytearray(ZIP)
    for index, value in bytes_at:
        raw[index] = value
    assert_imported_or_refused(bytes(raw[:cut]), small)


def test_an_encrypted_zip_entry_is_refused(small: Catalog) -> None:
    """With a remedy."""
    raw = bytearray(make_zip({"Positions.csv": POSITIONS}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in refusal_of(bytes(raw), small)


def test_a_hundred_megabytes_of_json_are_refused_unread(small: Catalog, tmp_path: Path) -> None:
    """At most nine are read to find out that there are too many."""
    huge = tmp_path / "resume.json"
    with huge.open("wb") as file:
        file.write(b'{"basics": "')
        file.truncate(100 * MEGABYTE)
    tracemalloc.start()
    with pytest.raises(InputError, match="is larger than 8 MB"):
        import_path(huge, small, TODAY)
    assert tracemalloc.get_traced_memory()[1] < 24 * MEGABYTE
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b'{"work": ' + b"[" * 100_000, "nested too deeply"),
        (b'{"work": ' + b"[" * 100 + b"]" * 100 + b"}", "nested too deeply"),
        (b'{"work": ' + b'{"a":' * 100_000, "nested too deeply"),
        (b'{"work": ' + b"9" * 10_000 + b"}", "a number that is too long"),
        (b'{"work": [', "not valid JSON"),
        (b"{'work': []}", "not valid JSON"),
        (b"\xff\xfe{\x00}\x00", "not UTF-8"),
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"[]", "no form that can be imported"),
        (b"7", "no form that can be imported"),
        (b'{"education": [], "goal": {}, "training": []}', ""),
    ],
)
def test_json_that_is_not_a_resume_is_refused(raw: bytes, problem: str, small: Catalog) -> None:
    """With a reason, and at once."""
    if problem:
        assert problem in refusal_of(raw, small)
    else:
        assert import_bytes(raw, "file", small, TODAY).profile == {}


def test_malformed_values_in_json_are_reported(small: Catalog) -> None:
    """NaN, a lone surrogate, a duplicate key, a title of many pages."""
    raw = b"""{"work": [{"position": NaN, "startDate": 2019, "endDate": Infinity},
      {"position": "half \\ud83d", "position": "PM \\udc00", "startDate": "2020-01"},
      {"position": "%s", "startDate": "2021-01"}]}""" % (b"long " * 100)
    imported = import_bytes(raw, "file", small, TODAY)
    assert [job.get("title", "")[:9] for job in imported.profile["work"]] == ["", "PM", "long long"]
    assert report_texts(imported, LineKind.UNREAD) == [
        "position: is written twice in one place; the last one was taken",
        "work[1].position: holds control characters or direction marks, which were left out",
        "work[2].position: is longer than 300 characters; its beginning was taken",
    ]
    read_back(imported, small)


def test_of_a_very_long_list_only_the_beginning_is_read(small: Catalog) -> None:
    """The report is bounded too: it does not name every entry and every key."""
    jobs = [{"position": f"Cook {index}", "startDate": "2020-01"} for index in range(3_000)]
    skills = [{"keywords": [f"a{index}" for index in range(3_000)]}]
    imported = import_resume(
        small, work=jobs, skills=skills, **{f"x{index}": 1 for index in range(20_000)}
    )
    assert len(imported.profile["work"]) == 1_000
    assert len(imported.report) <= 10_003
    text_by_location = {line.location: line.text for line in imported.lines(LineKind.UNREAD)}
    assert text_by_location["work"] == "has more than 2000 entries; the others were not read"
    read_back(imported, small)


NASTY = (
    "\x1b[31mPM\x1b[0m",
    "P\x00M",
    "\x1b]0;title\x07PM",
    "\u202ePM\u202c",
    "\u200fPM",
    "\u2028PM\x85",
    "\x9b31mPM",
    "P\u200bM",
    "PM\r\nx: y",
    "\ufeffPM",
)


@pytest.mark.parametrize("title", NASTY)
def test_text_that_could_control_a_terminal_is_removed(title: str, small: Catalog) -> None:
    """From the profile, the YAML with its comments, and the report."""
    imported = import_resume(
        small,
        work=[{"position": title, "startDate": "2020-01", title: title}],
        education=[{"studyType": f"Diplom {title}", "area": title, "endDate": "2015"}],
        certificates=[{"name": f"CPM {title}"}, {"name": title}],
        skills=[{"name": title, "keywords": [title]}],
        **{title: [1]},
    )
    for text in (
        render_result_yaml(imported),
        render_result_json(imported),
        *report_lines(imported),
    ):
        assert text.replace("\n", "").isprintable()
    read_back(imported, small)


texts = st.text(max_size=20) | st.sampled_from([*NASTY, "PMP", "CPM", "BSc", "2020", "Jan 2020"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)
KEYS = (
    "position", "startDate", "endDate", "studyType", "area", "institution", "name", "date",
    "keywords", "roles", "countryCode", "location", "label", "title", "badge_template",
    "issued_at_date", "issuer", "state",
)  # fmt: skip
entries = st.dictionaries(st.sampled_from(KEYS) | texts, values, max_size=5)
sections = st.sampled_from(
    [
        "basics",
        "work",
        "education",
        "certificates",
        "awards",
        "skills",
        "volunteer",
        "projects",
        "data",
    ]
)


@given(
    data=st.dictionaries(
        sections | texts, values | entries | st.lists(entries | values, max_size=3)
    )
)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_is_imported_or_refused(data: object, small: Catalog) -> None:
    """The result is a profile that reads back, with a report in printable lines."""
    raw = json.dumps(data).encode()
    assert_imported_or_refused(raw, small)


@given(table=st.lists(st.lists(texts, max_size=7), max_size=4), delimiter=st.sampled_from(",;\t"))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table_is_imported_or_refused(
    table: list[list[str]], delimiter: str, small: Catalog
) -> None:
    """As with JSON."""
    heads = ("Title,Started On,Finished On", "School Name,Start Date,End Date,Degree Name", "Name")
    rows = "\n".join(delimiter.join(cells) for cells in table)
    names = ("Positions", "Education", "Certifications")
    tables = {f"{name}.csv": f"{head}\n{rows}" for name, head in zip(names, heads, strict=True)}
    raw = make_zip({name: text.encode("utf-8", "replace") for name, text in tables.items()})
    assert_imported_or_refused(raw, small)
