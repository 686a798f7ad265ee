"""The public API of the package: its names, signatures and types."""

import inspect
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, assert_type

import pytest
from running import environment

import certadvisor
from certadvisor import (
    Advice,
    Advisor,
    Answer,
    Audited,
    Check,
    Fault,
    InputError,
    Outcome,
    Profile,
    ReadProfile,
    State,
)

SIGNATURES = {
    "Advisor": "(*, catalogs=(), cache=False)",
    "Advisor.read_profile": "(self, profile, as_of=None)",
    "Advisor.check": "(self, profile, certification, as_of=None)",
    "Advisor.recommend": "(self, profile, as_of=None, top=5, weights=None)",
    "Advisor.plan": "(self, profile, to, as_of=None, *, by='fastest', until=None, "
    "hours_per_week=None)",
    "Advisor.audit": "(self, people, policy, as_of=None, *, mapping=None)",
    "Advisor.document": "(self, answer, *, fail_on='expired', allow_rejects=False, "
    "people='people', policy='policy')",
}
FIELDS: dict[type[Any], str] = {
    Check: "certification as_of outcome award held obtainable eligible_from eligible_until "
    "until_reason rule announced verdict award_verdict missing questions assumptions",
    Advice: "as_of target_role recommendations later gated remarks questions assumptions dates",
    Answer: "as_of wish status currency limit plan nearest held alternatives obstacles granted "
    "role remarks questions assumptions",
    Audited: "as_of policy rows findings rejects ended unused",
    ReadProfile: "profile warnings",
    Fault: "source problem line place remedy",
}


def test_the_public_names_are_stable() -> None:
    """A name is added here on purpose, and removed only by a major version."""
    assert certadvisor.__all__ == [
        "Advice", "Advisor", "Answer", "Audited", "Check", "Fault", "InputError", "Outcome",
        "Profile", "ReadProfile", "State", "__version__",
    ]  # fmt: skip
    assert all(hasattr(certadvisor, name) for name in certadvisor.__all__)
    assert set(certadvisor.__all__) <= set(dir(certadvisor))


@pytest.mark.parametrize("name", SIGNATURES)
def test_the_public_signatures_are_stable(name: str) -> None:
    """Names, order and defaults; new parameters come at the end, with a default."""
    called: Callable[..., Any] = Advisor
    for part in name.split(".")[1:]:
        called = getattr(called, part)
    told = inspect.signature(called)
    plain = [one.replace(annotation=inspect.Parameter.empty) for one in told.parameters.values()]
    bare = told.replace(parameters=plain, return_annotation=inspect.Signature.empty)
    assert str(bare) == SIGNATURES[name]
    assert inspect.getdoc(called)


def test_every_public_method_has_a_tested_signature() -> None:
    """`SIGNATURES` lists all of them."""
    public = {name for name in vars(Advisor) if not name.startswith("_")}
    assert {f"Advisor.{name}" for name in public} == set(SIGNATURES) - {"Advisor"}


@pytest.mark.parametrize("answer", FIELDS, ids=lambda one: str(one.__name__))
def test_the_fields_of_answers_are_stable(answer: type[Any]) -> None:
    """Fields may be added."""
    assert set(FIELDS[answer].split()) <= set(answer._fields)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As with any module."""
    with pytest.raises(AttributeError, match="module 'certadvisor' has no attribute 'Adviser'"):
        getattr(certadvisor, "Adviser")  # noqa: B009  a type checker refuses it otherwise
    with pytest.raises(ImportError):
        exec("from certadvisor import Adviser")  # noqa: S102  as above


def test_programs_see_the_types(tmp_path: Path) -> None:
    """Checked by mypy with the other files; here it also runs."""
    advisor = Advisor(catalogs=[], cache=False)
    told: dict[str, list[dict[str, str]]] = {"certifications": [{"id": "capm"}]}
    check = assert_type(advisor.check(told, "pmp", date(2026, 11, 22)), Check)
    assert_type(check.outcome, Outcome)
    assert_type(check.eligible_from, date | None)
    advice = assert_type(advisor.recommend(told, top=1), Advice)
    assert_type(advice.recommendations[0].score, float)
    assert_type(advisor.plan(told, "pmp"), Answer)
    people = tmp_path / "people.jsonl"
    people.write_text('{"id": "1"}\n', "utf-8")
    rules = {"policy": "P", "rules": [{"id": "r", "who": "everyone", "needs": {"holds": "pmp"}}]}
    audited = assert_type(advisor.audit(people, rules), Audited)
    assert_type(audited.findings[0].state, State)
    assert_type(advisor.document(audited), dict[str, Any])
    read = assert_type(advisor.read_profile(told), ReadProfile)
    assert_type(read.profile, Profile)
    assert_type(read.warnings, tuple[Fault, ...])
    with pytest.raises(InputError):
        advisor.check(told, 5)  # type: ignore[arg-type]  # a name is text


@pytest.mark.parametrize(
    ("program", "loaded"),
    [
        ("import certadvisor; certadvisor.__version__", {"certadvisor"}),
        ("from certadvisor import InputError", {"certadvisor", "certadvisor.errors"}),
    ],
)
def test_a_public_name_loads_only_its_own_module(program: str, loaded: set[str]) -> None:
    """So that public names do not slow the command line down."""
    told = "import sys; print(*(name for name in sys.modules if name.startswith('certadvisor')))"
    done = subprocess.run(
        [sys.executable, "-c", f"{program}; {told}"],
        env=environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert set(done.stdout.split()) == loaded
