"""What was judged: verdict trees, shortfalls, questions and assumptions, as data."""

from collections.abc import Iterable
from typing import Annotated, Literal, Required, TypedDict, cast

from certadvisor.catalog.records import AnnouncedChange, Catalog, RuleVersion
from certadvisor.catalog.requirement import COMPLEXITIES, DEGREES, AllOf, AnyOf, Leaf
from certadvisor.rules.verdict import Assumption, Question, Shortfall, Verdict
from certadvisor.views.document_types import (
    Allowed,
    ConfidenceWord,
    Count,
    Day,
    OutcomeWord,
    Positive,
)
from certadvisor.views.json_values import iso, number
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases

LEAF_TAGS = tuple(phrases.TAGS[type] for type in phrases.TAGS if type not in (AllOf, AnyOf))

LeafTag = Annotated[str, Allowed(words=LEAF_TAGS)]
NodeTag = Annotated[str, Allowed(words=tuple(phrases.TAGS.values()))]
DegreeWord = Annotated[str, Allowed(words=DEGREES)]
ComplexityWord = Annotated[str, Allowed(words=COMPLEXITIES)]
UnitWord = Annotated[
    str,
    Allowed(
        words=(
            "month",
            "hour",
            "person_day",
            "project",
            "course",
            "certification",
            "degree",
            "membership",
            "answer",
        )
    ),
]


class ProofParameters(TypedDict, total=False):
    """The parameters of a degree or of experience, apart from its kind."""

    degree: DegreeWord
    accreditation: str
    field: list[str]
    months: int
    hours: float
    person_days: float
    projects: int
    within_years: int
    extendable_to_years: int
    complexity: ComplexityWord
    responsibility: str
    disputed: int


class ProofJson(ProofParameters, total=False):
    """A degree or experience that proves a declaration."""

    requirement: Required[LeafTag]
    kind: str


class OtherParameters(ProofParameters, total=False):
    """The parameters of a leaf apart from the kind of experience."""

    topic: str
    course: str
    certifications: list[str]
    lapsed: Literal[True]
    group: str
    membership: str
    employer: str
    assessment: str
    text: str
    declare: str
    proved_by: list[ProofJson]


class LeafParameters(OtherParameters, total=False):
    """The parameters of a leaf, as the catalogue writes them; defaults are left out."""

    kind: str


class LeafJson(LeafParameters):
    """A leaf with its parameters, as the tree has them."""

    requirement: LeafTag


class VerdictJson(LeafParameters):
    """A requirement and its outcome, with the parameters of its kind."""

    requirement: NodeTag
    outcome: OutcomeWord
    have: float | None
    need: float | None
    unit: UnitWord | None
    nearest: Count | None
    children: list["VerdictJson"]


class ShortfallSubject(TypedDict, total=False):
    """What a shortfall is missing, by the parameters that name it."""

    kind: str
    topic: str
    course: str
    certifications: list[str]
    degree: DegreeWord
    accreditation: str
    field: list[str]
    membership: str
    employer: str
    assessment: str
    declare: str


class ShortfallJson(ShortfallSubject):
    """A number of units that is missing, and of what."""

    requirement: LeafTag
    amount: Positive
    unit: UnitWord


class QuestionJson(TypedDict):
    """A question for the person, or for the issuer."""

    topic: str
    subject: str
    certification: str
    settles: int
    text: str


class AssumptionJson(TypedDict):
    """What the answer takes as given about the profile."""

    topic: str
    subject: str
    text: str


RuleJson = TypedDict(
    "RuleJson", {"from": Day | None, "sources": list[str], "confidence": ConfidenceWord}
)
RuleJson.__doc__ = "A version of the entry rule; `from` is null where its first day is not known."


UnsettledJson = TypedDict("UnsettledJson", {"from": Day, "text": str, "confidence": ConfidenceWord})
UnsettledJson.__doc__ = "A change of the rule that is announced and could change the outcome."


def unsettled_json(change: AnnouncedChange) -> UnsettledJson:
    """An announced change that is not settled."""
    return {"from": iso(change.since), "text": change.text, "confidence": change.confidence}


def verdict_json(verdict: Verdict | None) -> VerdictJson | None:
    """A verdict as a tree node; None stays None."""
    return None if verdict is None else node_json(verdict)


def node_json(verdict: Verdict) -> VerdictJson:
    """A tree node: parameters, outcome, numbers and children."""
    requirement = verdict.requirement
    parameters: LeafParameters = (
        {} if isinstance(requirement, AllOf | AnyOf) else leaf_parameters(requirement)
    )
    return {
        "requirement": phrases.TAGS[type(requirement)],
        **parameters,
        "outcome": verdict.outcome.value,
        "have": number(verdict.have),
        "need": number(verdict.need),
        "unit": verdict.unit,
        "nearest": verdict.nearest,
        "children": [node_json(child) for child in verdict.children],
    }


def leaf_json(leaf: Leaf) -> LeafJson:
    """A leaf with its parameters, in the same form as in the tree."""
    return {"requirement": phrases.TAGS[type(leaf)], **leaf_parameters(leaf)}


def leaf_parameters(leaf: Leaf) -> LeafParameters:
    """The parameters of a leaf under the keys of the requirement language; no defaults."""
    fields = {key: value for key, value in leaf._asdict().items() if value not in (None, False, ())}
    values = {
        key: [leaf_json(one) if type(one) in phrases.TAGS else one for one in value]
        if isinstance(value, tuple)
        else value
        for key, value in fields.items()
    }
    return cast("LeafParameters", values)


def shortfall_json(shortfall: Shortfall) -> ShortfallJson:
    """A shortfall: the requirement, the missing amount and its unit."""
    parameters = leaf_parameters(shortfall.leaf).items()
    subject = {key: value for key, value in parameters if key in ShortfallSubject.__annotations__}
    return {
        "requirement": phrases.TAGS[type(shortfall.leaf)],
        **cast("ShortfallSubject", subject),
        "amount": number(shortfall.amount),
        "unit": shortfall.unit,
    }


def question_json(question: Question, catalog: Catalog) -> QuestionJson:
    """A question with its text."""
    return {
        "topic": question.topic,
        "subject": question.subject,
        "certification": question.certification,
        "settles": question.settles,
        "text": check_words.question_text(question, catalog),
    }


def assumption_json(assumption: Assumption, catalog: Catalog) -> AssumptionJson:
    """An assumption with its text."""
    text = check_words.assumption_text(assumption, catalog)
    return {"topic": assumption.topic, "subject": assumption.subject, "text": text}


def rule_json(rule: RuleVersion | None) -> RuleJson | None:
    """A version of the entry rule."""
    if rule is None:
        return None
    return {"from": iso(rule.since), "sources": list(rule.sources), "confidence": rule.confidence}


def missing_cells(shortfalls: Iterable[ShortfallJson]) -> list[str]:
    """Shortfalls as short texts for the cell of a table."""
    texts = []
    for shortfall in shortfalls:
        subject = [
            value if isinstance(value, str) else " or ".join(cast("list[str]", value))
            for key, value in shortfall.items()
            if key in ShortfallSubject.__annotations__
        ]
        amount = f"{phrases.number(shortfall['amount'])} {shortfall['unit']}"
        texts.append(f"{amount} {' '.join(subject)}".strip())
    return texts
