"""The Python API with invalid input: it raises InputError with every fault and remedy."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from certadvisor import Advisor, Fault, InputError
from certadvisor.api import FIRST_YEAR, LAST_YEAR
from certadvisor.cli import options

DAY = "2026-11-22"


def policy(holds: str) -> dict[str, Any]:
    """Return a policy that requires a certification of everyone."""
    return {
        "policy": "P",
        "rules": [{"id": "r", "who": "everyone", "needs": {"holds": holds}}],
    }


RULES = policy("pmp")
LOOP: list[Any] = []
LOOP.append(LOOP)
DEEP: list[Any] = []
for _ in range(100):
    DEEP = [DEEP]

ApiCall = Callable[[Any], object]  # a careless caller passes any type
INVALID_CALLS: list[tuple[str, ApiCall]] = [
    (
        "`pmpp`: is not a certification in the catalogue; did you mean `pmp`",
        lambda one: one.check({}, "pmpp"),
    ),
    (
        "is a name that several certifications share; write one of:",
        lambda one: one.check({}, "CPM"),
    ),
    (
        "is not a certification or role in the catalogue; did you mean",
        lambda one: one.plan({}, "project-managr"),
    ),
    ("nowhere.yaml: no such file; check the path", lambda one: one.check("nowhere.yaml", "pmp")),
    ("certification: `5` is not text", lambda one: one.check({}, 5)),
    ("to: is not text", lambda one: one.plan({}, None)),
    ("nowhere.csv", lambda one: one.audit("nowhere.csv", RULES)),
    ("nowhere.yaml: no such file; check the path", lambda one: one.audit([], "nowhere.yaml")),
    ("profile: the profile: is not a mapping", lambda one: one.check(None, "pmp")),
    ("profile: holds a `bytes`; give mappings", lambda one: one.check({"country": b"US"}, "pmp")),
    ("profile: holds half a character", lambda one: one.check({"country": "\ud83d"}, "pmp")),
    ("profile: holds itself", lambda one: one.check({"work": LOOP}, "pmp")),
    ("profile: is nested too deeply", lambda one: one.check({"work": DEEP}, "pmp")),
    (
        "or a number that is too long",
        lambda one: one.check({"work": [{"months": 10**5000}]}, "pmp"),
    ),
    (
        "profile: work[0].months: `1000",
        lambda one: one.check({"work": [{"months": 10**30}]}, "pmp"),
    ),
    (
        "profile: work[0].hours: has no value",
        lambda one: one.check({"work": [{"hours": float("nan")}]}, "pmp"),
    ),
    ("profile: has a key that is not a word", lambda one: one.check({(1, 2): 3}, "pmp")),
    ("profile: 1: unknown key", lambda one: one.check({1: 3}, "pmp")),
    (
        "as_of: is not a day; give a date, or write YYYY-MM-DD",
        lambda one: one.check({}, "pmp", "tomorrow"),
    ),
    ("as_of: is not a day", lambda one: one.check({}, "pmp", 2026)),
    (
        "as_of: is out of bounds; name a year from 1950 to 2200",
        lambda one: one.check({}, "pmp", "2201-01-01"),
    ),
    ("as_of: is out of bounds", lambda one: one.audit([], RULES, date.max)),
    ("top: `0` is out of bounds; write 1 to 50", lambda one: one.recommend({}, top=0)),
    (
        "weights: `demnd` is not in the catalogue; did you mean `demand`?",
        lambda one: one.recommend({}, weights={"demnd": 1}),
    ),
    (
        "weights: `-1` is out of bounds; write 0 to 1000",
        lambda one: one.recommend({}, weights={"demand": -1}),
    ),
    ("by: `quick` is not a valid value", lambda one: one.plan({}, "pmp", by="quick")),
    ("until: lies in the past", lambda one: one.plan({}, "pmp", DAY, until="2026-11-21")),
    ("hours_per_week: `0` is out of bounds", lambda one: one.plan({}, "pmp", hours_per_week=0)),
    ("top: `51` is out of bounds", lambda one: one.batch([], top=51)),
    ("jobs: `0` is out of bounds; write 1 to 61", lambda one: one.batch([], jobs=0)),
    ("nowhere.csv", lambda one: one.batch("nowhere.csv")),
    ("mapping: is for a file of people", lambda one: one.batch([], mapping="bamboohr")),
    (
        "policy: r, needs: no certification `pmpp`; did you mean `pmp`?",
        lambda one: one.audit([], policy("pmpp")),
    ),
    (
        "fail_on: `expird` is not a valid value; did you mean `expired`?",
        lambda one: one.document(one.audit([], RULES), fail_on="expird"),
    ),
]


@pytest.fixture(scope="module")
def advisor() -> Advisor:
    """An advisor over the built-in catalogue."""
    return Advisor()


@pytest.mark.parametrize(
    ("message", "call"), INVALID_CALLS, ids=[message[:40] for message, _ in INVALID_CALLS]
)
def test_invalid_input_raises_input_error(message: str, call: ApiCall, advisor: Advisor) -> None:
    """With the messages of the command line."""
    with pytest.raises(InputError) as raised:
        call(advisor)
    assert message in str(raised.value)
    assert all(isinstance(fault, Fault) for fault in raised.value.faults)


def test_all_faults_of_a_profile_are_raised_at_once(advisor: Advisor) -> None:
    """Each with its position and a remedy, in the order of the profile."""
    profile = {"wrk": [], "education": [{"degree": "bachelr"}], "work": [{"start": "soon"}]}
    with pytest.raises(InputError) as raised:
        advisor.check(profile, "pmp")
    assert raised.value.faults == (
        Fault("profile", "unknown key", None, "wrk", "did you mean `work`?"),
        Fault(
            "profile",
            "`bachelr` is not a degree we recognise",
            None,
            "education[0].degree",
            "did you mean `bachelor`?",
        ),
        Fault(
            "profile",
            "`soon` is not a date that can be read",
            None,
            "work[0].start",
            "write YYYY, YYYY-MM or YYYY-MM-DD",
        ),
    )


def test_the_api_and_the_command_line_accept_the_same_days() -> None:
    """The years of `as_of` are those of `--as-of`."""
    assert (FIRST_YEAR, LAST_YEAR) == (options.FIRST_YEAR, options.LAST_YEAR)
