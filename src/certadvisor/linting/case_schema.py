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

from certadvisor.base.yaml_reader import Document
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
Told = Literal["met", "unmet", "unknown"]
Leaf = Literal[
    "degree", "experience", "training", "course", "holds", "membership", "assessment", "declare"
]
Unit = Literal[
    "month", "hour", "person_day", "project", "course", "certification", "degree", "membership",
    "answer",
]  # fmt: skip


class Missing(Definition):
    """One shortfall, with its amount and unit."""

    requirement: Leaf
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


def _named_or_counted(value: Any) -> str:
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
    expect: Told
    missing: (
        tuple[
            Annotated[
                Annotated[Leaf, Tag("named")] | Annotated[Missing, Tag("counted")],
                Discriminator(_named_or_counted),
            ],
            ...,
        ]
        | None
    ) = None
    award: Told | None = None
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


def check_form(document: Document) -> None:
    """Validate a case file against its definitions. Raises InputError with every fault."""
    adapter: TypeAdapter[Any] = TypeAdapter(
        tuple[CaseBlock, ...] if isinstance(document.data, list) else CaseBlock
    )
    try:
        adapter.validate_python(document.data)
    except ValidationError as error:
        raise InputError(definition_faults(error, document, CaseBlock)) from None
