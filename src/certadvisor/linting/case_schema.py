"""Definitions of a case file; the keys of its profiles are checked by the profile reader."""

from datetime import date
from typing import Annotated, Any, Literal, get_type_hints

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
    create_model,
)
from pydantic_core import PydanticCustomError

from certadvisor.base.document import Document
from certadvisor.catalog.definitions.base import Confidence, Definition, Flag, Id, Text, Url
from certadvisor.catalog.definitions.reader import definition_faults
from certadvisor.catalog.requirement import Leaf, LeafTag
from certadvisor.errors import InputError
from certadvisor.linting.cases import OTHER_FIELDS


def _whole_day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise PydanticCustomError("day", "is not a day; write YYYY-MM-DD") from None


WholeDay = Annotated[
    StrictStr,
    AfterValidator(_whole_day),
    Field(json_schema_extra={"pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
ExpectedOutcome = Literal["met", "unmet", "unknown"]
Unit = Literal[
    "month", "hour", "person_day", "project", "course", "certification", "degree", "membership",
    "answer",
]  # fmt: skip


def _with_subjects(model: type[Definition]) -> type[Definition]:
    """Add a key for every field by which a leaf's record says what it is about."""
    subjects: dict[str, Any] = {
        name: (Id | None if hint in (str, str | None) else tuple[Id, ...] | None, None)
        for leaf in Leaf.__args__
        for name, hint in get_type_hints(leaf).items()
        if name not in OTHER_FIELDS
    }
    return create_model(model.__name__, __base__=model, __doc__=model.__doc__, **subjects)


@_with_subjects
class Missing(Definition):
    """One shortfall, with its amount and unit."""

    requirement: LeafTag
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
                Annotated[LeafTag, Tag("named")] | Annotated[Missing, Tag("counted")],
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
