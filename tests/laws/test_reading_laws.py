"""Laws of reading profiles: any document is read as a whole or refused with reasons."""

import json
from collections.abc import Callable
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.profile.from_options import ProfileOptions, profile_from_options
from certadvisor.profile.model import ReadProfile
from certadvisor.profile.reader import KEYS, read_profile

TODAY = date(2026, 11, 22)
WORDS = sorted({key for keys in KEYS.values() for key in keys})
VALUES = (
    "pmp",
    "CPM",
    "agile",
    "bachelor",
    "2021-03",
    "PM",
    "12 months",
    "5 USD",
    "US",
    "",
    "\x1b",
)
scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(VALUES)
)
documents = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(WORDS) | st.text(), inner, max_size=5)
    ),
    max_leaves=25,
)


def faults_or(read: Callable[[], ReadProfile]) -> ReadProfile | list[str]:
    """Return what `read` returns, or the messages of the faults that it raises."""
    try:
        return read()
    except InputError as error:
        return [str(fault) for fault in error.faults]


@given(document=documents)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_document_is_read_as_a_profile_or_refused(document: object, small: Catalog) -> None:
    """Only InputError is raised, with at least one fault, each of them one printable line."""
    raw = json.dumps(document).encode()
    outcome = faults_or(lambda: read_profile(read_bytes(raw, "me.json"), small, TODAY))
    assert isinstance(outcome, ReadProfile) or all(map(str.isprintable, outcome))
    assert outcome


@given(text=st.text(), amount=st.text())
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_profile_option_is_read_or_refused(text: str, amount: str, small: Catalog) -> None:
    """As for documents."""
    options = ProfileOptions(
        degree=text,
        leading=amount,
        kinds=(f"{text}={amount}", f"agile={amount}"),
        training=(f"agile={amount}", text),
        holds=(text,),
        titles=(text,),
        country=text,
        role=text,
        budget=amount,
        within=amount,
    )
    outcome = faults_or(lambda: profile_from_options(options, None, small, TODAY))
    assert isinstance(outcome, ReadProfile) or all(map(str.isprintable, outcome))
    assert outcome
