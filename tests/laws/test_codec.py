"""Laws of the compiled catalogue's codec: what it writes, it reads back, types and all."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certadvisor.catalog import records, requirement
from certadvisor.catalog.codec import _tag, decode, encode
from certadvisor.catalog.definitions.requirement import NODES
from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.overlay import assemble
from certadvisor.catalog.records import Catalog, CompiledCatalog, RuleVersion
from certadvisor.catalog.requirement import (
    OPEN,
    AllOf,
    AnyOf,
    Declare,
    Membership,
    Requirement,
    Training,
)

SMALL = str(Path(__file__).parents[1] / "small")


def _record_types(module: ModuleType) -> Iterator[type[tuple[Any, ...]]]:
    """Yield the record types of a module, those it imports included."""
    for member in vars(module).values():
        if isinstance(member, type) and issubclass(member, tuple):
            yield member


RECORD_TYPES = [
    record_type
    for module in (records, requirement)
    for record_type in _record_types(module)
    if record_type is not CompiledCatalog
]
COMPILED, _ = assemble([str(file) for file in sorted(Path(SMALL).glob("*.yaml"))])
# Not a number equals nothing, not even itself.
st.register_type_strategy(float, st.floats(allow_nan=False))
st.register_type_strategy(str, st.text(max_size=3))  # so that whole records stay small to draw


def _is_plain(data: object) -> bool:
    """Whether data consists of what JSON has, so that no tuple passes for a list."""
    if type(data) is list:
        return all(map(_is_plain, data))
    if type(data) is dict:
        return all(type(key) is str and _is_plain(value) for key, value in data.items())
    return data is None or type(data) in (bool, int, float, str)


def _same(one: object, other: object) -> bool:
    """Whether two values are equal and of the same types: equal leaves may be of two types."""
    return one == other and repr(one) == repr(other)


def test_all_records_are_found() -> None:
    """An empty list would make the law pass without a look at any record."""
    assert len(RECORD_TYPES) > 20


def _check_round_trip(record: tuple[Any, ...]) -> None:
    """As JSON data, and through the text of a cache file; reading leaves the data unchanged."""
    encoded = encode(record)
    text = json.dumps(encoded)
    assert _is_plain(encoded)
    assert _same(decode(type(record), encoded), record)
    assert _same(decode(type(record), json.loads(text)), record)
    assert json.dumps(encoded) == text


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda one: one.__name__)
@given(data=st.data())
@settings(max_examples=50)
def test_a_record_survives_being_written_and_read(
    record_type: type[tuple[Any, ...]], data: st.DataObject
) -> None:
    """Whatever its fields contain."""
    _check_round_trip(data.draw(st.from_type(record_type)))


@pytest.mark.parametrize(("field", "annotation"), get_type_hints(CompiledCatalog).items())
@given(data=st.data())
@settings(max_examples=10)
def test_a_whole_catalogue_survives_being_written_and_read(
    field: str, annotation: Any, data: st.DataObject
) -> None:
    """The small catalogue with arbitrary contents of one field: of all, they take too long."""
    _check_round_trip(COMPILED._replace(**{field: data.draw(st.from_type(annotation))}))


def test_requirements_are_tagged_with_their_kinds_of_the_yaml_language() -> None:
    """Each kind of requirement has a record whose name gives the key."""
    assert {_tag(leaf) for leaf in get_args(Requirement)} == set(NODES)


def test_equal_leaves_of_two_kinds_stay_apart() -> None:
    """As tuples they are equal; what they require is not."""
    membership, training = Membership("pmi"), Declare("pmi", "text")
    rule = RuleVersion(None, AnyOf((membership,)), AllOf((membership, training)), (), "high")
    assert _same(decode(RuleVersion, encode(rule)), rule)
    twins = RuleVersion(None, AllOf((membership,)), AnyOf((membership,)), (), "high")
    assert twins.sit == twins.award
    assert _same(decode(RuleVersion, encode(twins)), twins)


def test_an_exam_rule_like_the_award_rule_is_the_same_object() -> None:
    """So that comparing the two looks at no leaf."""
    sit, award = (AnyOf((Training("work", 35),)) for _ in range(2))
    rule = RuleVersion(None, sit, award, ("https://example.org",), "high")
    decoded = decode(RuleVersion, encode(rule))
    assert _same(decoded, rule)
    assert decoded.sit is decoded.award


class Unwritable(NamedTuple):
    """A record with a field that has no JSON form."""

    id: str
    days: frozenset[date]


class Ambiguous(NamedTuple):
    """A record with a field whose type its JSON form would not show."""

    since: date | str


@pytest.mark.parametrize("record", [Unwritable("id", frozenset()), Ambiguous("2026-01-01")])
def test_an_annotation_without_a_json_form_is_an_error(record: tuple[Any, ...]) -> None:
    """Better than data that cannot be read back."""
    with pytest.raises(TypeError, match="no JSON form is defined for"):
        encode(record)


@pytest.mark.parametrize(("folders", "built_in"), [((), True), ((SMALL,), False), ((SMALL,), True)])
def test_a_cached_catalogue_is_the_compiled_one(
    folders: tuple[str, ...],
    built_in: bool,  # noqa: FBT001  a case of the test
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All records, raw ones included, whether just compiled or read from the cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    compiled = load_catalog(folders, built_in=built_in)
    assert list((tmp_path / "certadvisor").iterdir())
    cached = load_catalog(folders, built_in=built_in)
    assert _same(_contents(cached), _contents(compiled))


def _contents(catalog: Catalog) -> dict[str, Any]:
    collections = ("certifications", "roles", "kinds", "levels", "steps", "about", "titles")
    raw_records = {name: dict(catalog.raw_records(name)) for name in collections}
    loaders = ("_raw_records", "_demand_figures")
    public = {key: value for key, value in vars(catalog).items() if key not in loaders}
    return {**public, "demand": catalog.demand, "adverts": catalog.adverts, "raw": raw_records}


def test_an_open_rule_is_read_as_open() -> None:
    """The engine compares rules with OPEN."""
    rule = RuleVersion(None, OPEN, AllOf((Membership("pmi"),)), (), "high")
    assert decode(RuleVersion, encode(rule)).sit == OPEN
