"""Eligibility cases: a person, a day, and the answer that the issuer would give."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from certadvisor.base.document import Document
from certadvisor.base.scalars import ValueParseError, one_of, text
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Leaf, tag_of
from certadvisor.planner.nearest_way import check_certification
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.field_reader import FaultCollector, MappingReader
from certadvisor.profile.model import Profile
from certadvisor.profile.reader import KEYS, read_profile_mapping
from certadvisor.rules.verdict import Check, Shortfall

CASE_KEYS = (
    "id", "name", "as_of", "profile", "expect", "missing", "award", "obtainable",
    "eligible_from", "eligible_until", "until_reason", "source", "confidence",
)  # fmt: skip
OUTCOMES = ("met", "unmet", "unknown")


class EligibilityCase(NamedTuple):
    """One person and day with the answer that the issuer would give.

    `expected` has the keys that the case names: expect (the outcome), missing, award,
    obtainable, eligible_from, eligible_until, until_reason; None means that there is none.
    """

    certification: str
    id: str
    name: str
    as_of: date
    profile: Profile
    expected: dict[str, Any]


class Difference(NamedTuple):
    """A key of a case on which the judge disagrees with it."""

    key: str
    expected: Any
    judged: Any


def read_cases(document: Document, catalog: Catalog) -> tuple[EligibilityCase, ...]:
    """Read a case file: one mapping, or a list of them. Raises InputError with every fault."""
    collector = FaultCollector(document)
    blocks = document.data if isinstance(document.data, list) else [document.data]
    is_list = isinstance(document.data, list)
    cases: list[EligibilityCase] = []
    for index, block in enumerate(blocks):
        path = (index,) if is_list else ()
        mapping = MappingReader(collector, path, block, ("certification", "cases"))
        certification = mapping.get_required("certification", text, "")
        if certification not in catalog.certifications:
            problem = f"no certification `{certification}`"
            mapping.add_fault("certification", problem, "fix the id")
        cases += (
            mapping.get_mappings("cases", CASE_KEYS, partial(_read_case, certification, catalog))
            or ()
        )
    collector.raise_faults()
    return tuple(cases)


def find_differences(case: EligibilityCase, catalog: Catalog) -> tuple[Difference, ...]:
    """Judge a case and return the keys on which the answer differs from it; () where none does."""
    resources = PlanningResources(Evidence(case.profile, catalog, case.as_of))
    check = check_certification(catalog.certifications[case.certification], resources)
    answer = _answer_as_data(check)
    return tuple(
        Difference(key, expected, answer[key])
        for key, expected in case.expected.items()
        if not _agrees(key, expected, answer[key])
    )


def missing_as_data(shortfall: Shortfall) -> dict[str, Any]:
    """Return a shortfall as case files and the JSON output write it."""
    leaf = shortfall.leaf
    rounded = int(shortfall.amount)
    amount = rounded if rounded == shortfall.amount else shortfall.amount
    return {**_leaf_as_data(leaf), "amount": amount, "unit": shortfall.unit}


# A shortfall says what a leaf is about: what remains of its fields without these.
OTHER_FIELDS = frozenset(
    (
        "months", "hours", "person_days", "projects", "within_years", "extendable_to_years",
        "disputed", "accreditation", "field", "lapsed", "group", "text",
    )
)  # fmt: skip


def _leaf_as_data(leaf: Leaf) -> dict[str, Any]:
    return {
        "requirement": tag_of(leaf),
        **{
            name: list(value) if isinstance(value, tuple) else value
            for name, value in leaf._asdict().items()
            if value is not None and name not in OTHER_FIELDS
        },
    }


def _read_case(certification: str, catalog: Catalog, mapping: MappingReader) -> EligibilityCase:
    as_of = mapping.get_required("as_of", _parse_day, date.min)
    profile = mapping.get_mapping("profile", KEYS["profile"])
    expected: dict[str, Any] = {
        "expect": mapping.get_required("expect", one_of(OUTCOMES), "unknown")
    }
    for key in (
        "missing",
        "award",
        "obtainable",
        "eligible_from",
        "eligible_until",
        "until_reason",
    ):
        if mapping.has_key(key):  # null is an expectation too: that there is none
            expected[key] = mapping.get_raw(key)
    return EligibilityCase(
        certification,
        mapping.get_required("id", text, ""),
        mapping.get_required("name", text, ""),
        as_of,
        read_profile_mapping(profile, catalog, as_of),
        expected,
    )


def _parse_day(value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueParseError(f"`{str(value)[:40]}` is not a day", "write YYYY-MM-DD") from None


def _answer_as_data(answer: Check) -> dict[str, Any]:
    return {
        "expect": answer.outcome.value,
        "missing": [missing_as_data(shortfall) for shortfall in answer.missing],
        "award": answer.award.value if answer.award else None,
        "obtainable": answer.obtainable,
        "eligible_from": answer.eligible_from and answer.eligible_from.isoformat(),
        "eligible_until": answer.eligible_until and answer.eligible_until.isoformat(),
        "until_reason": answer.until_reason,
    }


def _agrees(key: str, expected: Any, judged: Any) -> bool:
    """Return whether an answer is as expected.

    `missing` is a list of requirement names, or of mappings with amounts; the order is free.
    """
    if key != "missing":
        return bool(expected == judged)
    if all(isinstance(name, str) for name in expected):
        return sorted(expected) == sorted({shortfall["requirement"] for shortfall in judged})
    return _sorted_texts(expected) == _sorted_texts(judged)


def _sorted_texts(missing: Iterable[dict[str, Any]]) -> list[str]:
    ignored = ("complexity", "responsibility")
    return sorted(
        str(sorted((k, str(v)) for k, v in shortfall.items() if k not in ignored))
        for shortfall in missing
    )
