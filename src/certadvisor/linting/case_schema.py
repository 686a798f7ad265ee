"""Definitions of a case file; the keys of its profiles are checked by the profile reader."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    Discriminator,
    Field,
    StrictFloat,
    StrictInt,
    StrictStr,
    Tag,
    TypeAdapter,
    ValidationError,
)
from pydantic_core import PydanticCustomError

from certadvisor.base.document import Document
from certadvisor.catalog.definitions.base import Confidence, Definition, Flag, Id, Text, Url
from certadvisor.catalog.definitions.reader import definition_faults
from certadvisor.errors import InputError


def _whole_day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise PydanticCustomError("day", "is no day; write YYYY-MM-DD") from None


WholeDay = Annotated[
    StrictStr,
    AfterValidator(_whole_day),
    Field(json_schema_extra={"pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
ExpectedOutcome = Literal["met", "unmet", "unknown"]
LeafName = Literal[
    "degree", "experience", "training", "course", "holds", "membership", "assessment", "declare"
]
Unit = Literal[
    "month", "hour", "person_day", "project", "course", "certification", "degree", "membership",
    "answer",
]  # fmt: skip


class Missing(Definition):
    """One shortfall, with its amount and unit."""

    requirement: LeafName
    kind: Id | None = None
    complexity: Text | None = None
    responsibility: Id | None = None
    degree: Text | None = None
    topic: Id | None = None
    course: Id | None = None
    certifications: tuple[Id, ...] | None = None
    membership: Id | None = None
    assessment: Id | None = None
    declare: Id | None = None
    amount: StrictInt | StrictFloat
    unit: Unit


def _missing_tag(value: Any) -> str:
    return "named" if isinstance(value, str) else "counted"


class Case(Definition):
    """A person, a day, and the answer that the issuer would give.

    `expect` is the outcome for taking the exam, `award` for being certified where
    that requires more. `missing` lists the shortfalls of the option closest to being
    met: leaves by name, or with amounts.
    """

    id: Id
    name: Text
    as_of: WholeDay
    profile: dict[str, Any]
    expect: ExpectedOutcome
    missing: (
        tuple[
            Annotated[
                Annotated[LeafName, Tag("named")] | Annotated[Missing, Tag("counted")],
                Discriminator(_missing_tag),
            ],
            ...,
        ]
        | None
    ) = None
    award: ExpectedOutcome | None = None
    obtainable: Flag | None = None
    eligible_from: WholeDay | None = None
    eligible_until: WholeDay | None = None
    until_reason: Literal["window", "lapse", "rule", "retirement"] | None = None
    source: Url | None = None
    confidence: Confidence | None = None


class CaseBlock(Definition):
    """The cases of one certification."""

    certification: Id
    cases: tuple[Case, ...]


def validate_case_file(document: Document) -> None:
    """Validate a case file against its definitions. Raises InputError with every fault."""
    adapter: TypeAdapter[Any] = TypeAdapter(
        tuple[CaseBlock, ...] if isinstance(document.data, list) else CaseBlock
    )
    try:
        adapter.validate_python(document.data)
    except ValidationError as error:
        raise InputError(definition_faults(error, document, CaseBlock)) from None
