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
    Advisor,
    AuditResult,
    AuditState,
    Check,
    Fault,
    InputError,
    MemberResult,
    Outcome,
    PlanResult,
    Profile,
    ReadProfile,
    Recommendations,
    Reject,
)

SIGNATURES = {
    "Advisor": "(*, catalogs=(), cache=False)",
    "Advisor.read_profile": "(self, profile, as_of=None)",
    "Advisor.check": "(self, profile, certification, as_of=None)",
    "Advisor.recommend": "(self, profile, as_of=None, top=5, weights=None)",
    "Advisor.plan": "(self, profile, to, as_of=None, *, by='fastest', until=None, "
    "hours_per_week=None)",
    "Advisor.batch": "(self, people, as_of=None, *, mapping=None, top=5, weights=None, jobs=1)",
    "Advisor.audit": "(self, people, policy, as_of=None, *, mapping=None)",
    "Advisor.document": "(self, answer, *, fail_on='expired', allow_rejects=False, "
    "people='people', policy='policy')",
}
FIELDS: dict[type[Any], str] = {
    Check: "certification as_of outcome award held obtainable eligible_from eligible_until "
    "until_reason rule next_rule verdict award_verdict missing questions assumptions",
    Recommendations: "as_of target_role recommendations later gates remarks questions assumptions "
    "dates",
    PlanResult: "as_of request status currency limits plan nearest held_certification alternatives "
    "obstacles assumed_shortfalls role remarks questions assumptions",
    AuditResult: "as_of policy rows findings rejects expired_waivers unused_waivers",
    ReadProfile: "profile warnings",
    MemberResult: "person outcomes advice",
    Reject: "line id faults as_of",
    Fault: "source problem line place remedy",
}


def test_the_public_names_are_stable() -> None:
    """A name is added here on purpose, and removed only by a major version."""
    assert certadvisor.__all__ == [
        "Advisor", "AuditResult", "AuditState", "Check", "Fault", "InputError", "MemberResult",
        "Outcome", "PlanResult", "Profile", "ReadProfile", "Recommendations", "Reject",
        "__version__",
    ]  # fmt: skip
    assert all(hasattr(certadvisor, name) for name in certadvisor.__all__)
    assert set(certadvisor.__all__) <= set(dir(certadvisor))


@pytest.mark.parametrize("name", SIGNATURES)
def test_the_public_signatures_are_stable(name: str) -> None:
    """Names, order and defaults; new parameters come at the end, with a default."""
    callable_: Callable[..., Any] = Advisor
    for part in name.split(".")[1:]:
        callable_ = getattr(callable_, part)
    signature = inspect.signature(callable_)
    parameters = [
        one.replace(annotation=inspect.Parameter.empty) for one in signature.parameters.values()
    ]
    bare = signature.replace(parameters=parameters, return_annotation=inspect.Signature.empty)
    assert str(bare) == SIGNATURES[name]
    assert inspect.getdoc(callable_)


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
    profile: dict[str, list[dict[str, str]]] = {"certifications": [{"id": "capm"}]}
    check = assert_type(advisor.check(profile, "pmp", date(2026, 11, 22)), Check)
    assert_type(check.outcome, Outcome)
    assert_type(check.eligible_from, date | None)
    advice = assert_type(advisor.recommend(profile, top=1), Recommendations)
    assert_type(advice.recommendations[0].score, float)
    assert_type(advisor.plan(profile, "pmp"), PlanResult)
    people = tmp_path / "people.jsonl"
    people.write_text('{"id": "1"}\n', "utf-8")
    rules = {"policy": "P", "rules": [{"id": "r", "who": "everyone", "needs": {"holds": "pmp"}}]}
    audit = assert_type(advisor.audit(people, rules), AuditResult)
    assert_type(audit.findings[0].state, AuditState)
    assert_type(advisor.document(audit), dict[str, Any])
    result = assert_type(next(advisor.batch(people, jobs=2)), MemberResult | Reject)
    assert isinstance(result, MemberResult)
    assert_type(result.outcomes, dict[str, Outcome])
    assert_type(result.advice, Recommendations)
    profile_result = assert_type(advisor.read_profile(profile), ReadProfile)
    assert_type(profile_result.profile, Profile)
    assert_type(profile_result.warnings, tuple[Fault, ...])
    with pytest.raises(InputError):
        advisor.check(profile, 5)  # type: ignore[arg-type]  # a name is text


@pytest.mark.parametrize(
    ("program", "loaded"),
    [
        ("import certadvisor; certadvisor.__version__", {"certadvisor"}),
        ("from certadvisor import InputError", {"certadvisor", "certadvisor.errors"}),
    ],
)
def test_a_public_name_loads_only_its_own_module(program: str, loaded: set[str]) -> None:
    """So that public names do not slow the command line down."""
    print_modules = (
        "import sys; print(*(name for name in sys.modules if name.startswith('certadvisor')))"
    )
    result = subprocess.run(
        [sys.executable, "-c", f"{program}; {print_modules}"],
        env=environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert set(result.stdout.split()) == loaded
