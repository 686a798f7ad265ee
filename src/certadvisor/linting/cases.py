"""Eligibility cases: a person, a day, and the answer that the issuer would give."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from certadvisor.base.scalars import MisreadError, one_of, text
from certadvisor.base.yaml_reader import Document
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import (
    Assessment,
    Course,
    Declare,
    Degree,
    Experience,
    Holds,
    Membership,
    Training,
)
from certadvisor.errors import Fault
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.field_reader import Notes, Record
from certadvisor.profile.model import Profile
from certadvisor.profile.reader import KEYS, profile_in
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.verdict import Check, Shortfall

CASE_KEYS = (
    "id", "name", "as_of", "profile", "expect", "missing", "award", "obtainable",
    "eligible_from", "eligible_until", "until_reason", "source", "confidence",
)  # fmt: skip
OUTCOMES = ("met", "unmet", "unknown")


class Case(NamedTuple):
    """One person and day with the answer that the issuer would give.

    `expected` has the keys that the case names: expect (the outcome), missing, award,
    obtainable, eligible_from, eligible_until, until_reason; None means that there is none.
    """

    certification: str
    id: str
    name: str
    as_of: date
    profile: Profile
    told: dict[str, Any]


class Difference(NamedTuple):
    """A key of a case on which the judge disagrees with it."""

    key: str
    expected: Any
    judged: Any


def read_cases(document: Document, catalog: Catalog) -> tuple[Case, ...]:
    """Read a case file: one mapping, or a list of them. Raises InputError with every fault."""
    notes = Notes(document)
    blocks = document.data if isinstance(document.data, list) else [document.data]
    prefix = isinstance(document.data, list)
    cases: list[Case] = []
    for at, block in enumerate(blocks):
        path = (at,) if prefix else ()
        top = Record(notes, path, block, ("certification", "cases"))
        certification = top.need("certification", text, "")
        if certification not in catalog.certifications:
            problem = f"no certification `{certification}`"
            top.fault("certification", problem, "mend the id")
        cases += top.records("cases", CASE_KEYS, partial(_case, certification, catalog)) or ()
    notes.raise_faults()
    return tuple(cases)


def differences(case: Case, catalog: Catalog) -> tuple[Difference, ...]:
    """Judge a case and return the keys on which the answer differs from it; () where none does."""
    evidence = Evidence(case.profile, catalog, case.as_of)
    judged = _said(check(catalog.certifications[case.certification], Timeline(evidence)))
    return tuple(
        Difference(key, expected, judged[key])
        for key, expected in case.told.items()
        if not _agree(key, expected, judged[key])
    )


def missing_as_data(shortfall: Shortfall) -> dict[str, Any]:
    """Return a shortfall as case files and the JSON output write it."""
    leaf = shortfall.leaf
    whole = int(shortfall.amount)
    amount = whole if whole == shortfall.amount else shortfall.amount
    return {**_named(leaf), "amount": amount, "unit": shortfall.unit}


def _named(leaf: Any) -> dict[str, Any]:
    if isinstance(leaf, Experience):
        asked = {"complexity": leaf.complexity, "responsibility": leaf.responsibility}
        return {
            "requirement": "experience",
            "kind": leaf.kind,
            **{key: value for key, value in asked.items() if value},
        }
    if isinstance(leaf, Degree):
        return {"requirement": "degree", "degree": leaf.degree}
    if isinstance(leaf, Training):
        return {"requirement": "training", "topic": leaf.topic}
    if isinstance(leaf, Course):
        return {"requirement": "course", "course": leaf.course}
    if isinstance(leaf, Holds):
        return {"requirement": "holds", "certifications": list(leaf.certifications)}
    if isinstance(leaf, Membership):
        return {"requirement": "membership", "membership": leaf.membership}
    if isinstance(leaf, Assessment):
        return {"requirement": "assessment", "assessment": leaf.assessment}
    assert isinstance(leaf, Declare)  # noqa: S101  the last of the leaves
    return {"requirement": "declare", "declare": leaf.declare}


def _case(certification: str, catalog: Catalog, record: Record) -> Case:
    as_of = record.need("as_of", _day, date.min)
    profile = record.record("profile", KEYS["profile"])
    told: dict[str, Any] = {"expect": record.need("expect", one_of(OUTCOMES), "unknown")}
    for key in (
        "missing",
        "award",
        "obtainable",
        "eligible_from",
        "eligible_until",
        "until_reason",
    ):
        if record.names_key(key):  # null is an expectation too: that there is none
            told[key] = record.raw(key)
    return Case(
        certification,
        record.need("id", text, ""),
        record.need("name", text, ""),
        as_of,
        profile_in(profile, catalog, as_of),
        told,
    )


def _day(value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise MisreadError(f"`{str(value)[:40]}` is no day", "write YYYY-MM-DD") from None


def _said(answer: Check) -> dict[str, Any]:
    return {
        "expect": answer.outcome.value,
        "missing": [missing_as_data(shortfall) for shortfall in answer.missing],
        "award": answer.award.value if answer.award else None,
        "obtainable": answer.obtainable,
        "eligible_from": answer.eligible_from and answer.eligible_from.isoformat(),
        "eligible_until": answer.eligible_until and answer.eligible_until.isoformat(),
        "until_reason": answer.until_reason,
    }


def _agree(key: str, expected: Any, judged: Any) -> bool:
    """Return whether an answer is as expected.

    `missing` is a list of requirement names, or of mappings with amounts; the order is free.
    """
    if key != "missing":
        return bool(expected == judged)
    if all(isinstance(one, str) for one in expected):
        return sorted(expected) == sorted({one["requirement"] for one in judged})
    return _in_any_order(expected) == _in_any_order(judged)


def _in_any_order(missing: Iterable[dict[str, Any]]) -> list[str]:
    kept = ("complexity", "responsibility")
    return sorted(
        str(sorted((k, str(v)) for k, v in one.items() if k not in kept)) for one in missing
    )


def fault_of(case: Case, found: Iterable[Difference], source: str) -> Fault:
    """Return a failed case as a fault: its name, what it expects and what the judge says."""
    said = "; ".join(f"{d.key}: expected {d.expected}, judged {d.judged}" for d in found)
    return Fault(source, f"{case.name} {said}", None, case.id)
