"""Definitions of `certifications.yaml`: rules, exams, prices, renewal, lineage, sources."""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, StrictStr, model_validator
from pydantic_core import PydanticCustomError

from certadvisor.catalog.definitions.base import (
    Confidence,
    Count,
    Currency,
    Day,
    Definition,
    Flag,
    Id,
    Level,
    MoneyAmount,
    Percent,
    Place,
    Source,
    Text,
    Url,
    WholeDay,
    Years,
)
from certadvisor.catalog.definitions.requirement import AllOf, AnyOf, Requirement

Group = Literal[
    "rules",
    "status",
    "exam",
    "domains",
    "costs",
    "study",
    "renewal",
    "lineage",
    "name",
    "steps",
    "notes",
]
State = Literal["announced", "active", "retiring", "retired", "unclear"]


class StatusFrom(Definition):
    """The status of a certification from a day on.

    It can be earned while it is active or retiring, not while it is announced or
    retired; where the status is unclear, it is not known. The first entry may
    leave out its day.
    """

    state: State
    from_: Day | None = Field(default=None, alias="from")
    note: Text | None = None


class Lineage(Definition):
    """How the certification relates to others."""

    replaces: tuple[Id, ...] = ()
    replaced_by: tuple[Id, ...] = ()
    absorbs: tuple[Id, ...] = ()  # holders of this one do not need those
    same_level_as: tuple[Id, ...] = ()  # judgement, unless a note names a source


class RuleVersion(Definition):
    """The entry rule from a day on, until the next version takes effect.

    Write exactly one of: `open: true` (open to everyone), or one requirement
    (`all:`, `any:`, or a leaf under `needs:`). Add `sit` where taking the exam
    requires less than being certified. Without `from`, the version has no known
    start.
    """

    from_: Day | None = Field(default=None, alias="from")
    open: Literal[True] | None = None
    all: tuple[Requirement, ...] | None = None
    any: tuple[Requirement, ...] | None = None
    needs: Requirement | None = None
    sit: Requirement | Literal["open"] | None = None
    sources: tuple[Id, ...] = ()
    confidence: Confidence
    note: Text | None = None

    @model_validator(mode="after")
    def _check_one_rule(self) -> Self:
        alternatives = [self.open, self.all, self.any, self.needs]
        if sum(part is not None for part in alternatives) != 1:
            raise PydanticCustomError("one_rule", "write exactly one of: open, all, any, needs")
        if self.all == () or self.any == ():
            raise PydanticCustomError("one_rule", "names no requirement; list at least one")
        return self


class AnnouncedChange(Definition):
    """A change of the rule that is announced and not settled: no version can be written yet.

    `about` is the leaf of the present rule that it concerns, and `from` the first day on which
    it may be in force. What met the leaf before that day stays good.
    """

    about: Requirement
    from_: Day = Field(alias="from")
    text: Text
    sources: tuple[Id, ...] = ()
    confidence: Confidence

    @model_validator(mode="after")
    def _check_leaf(self) -> Self:
        if isinstance(self.about, AllOf | AnyOf):
            raise PydanticCustomError("announced", "is about one leaf, not about a group")
        return self


class Recommended(Definition):
    """What the issuer recommends but does not require: a requirement or text."""

    needs: Requirement | None = None
    text: Text | None = None


class Step(Definition):
    """A step after the application; never part of the entry rule."""

    step: Literal[
        "application",
        "audit",
        "panel",
        "interview",
        "references",
        "coursework",
        "report",
        "exam",
        "assessment",
        "code-of-conduct",
        "fee",
        "experience",
    ]
    text: Text | None = None


class Exam(Definition):
    """The exam's figures; leave out a figure that is not known."""

    questions: Count | None = None
    scored_questions: Count | None = None
    minutes: Count | None = None
    pass_percent: Percent | None = None
    pass_note: Text | None = None  # where the pass mark is not a percentage
    open_book: Flag | None = None
    format: Text | None = None
    delivery: tuple[Literal["online", "test-centre", "paper", "classroom"], ...] = ()
    attempts: Text | None = None


class Domain(Definition):
    """One content domain of the exam and its share."""

    name: Text
    percent: Percent | None = None


class CoursePrice(Definition):
    """What the course costs; `exam_included` if the price covers the exam."""

    mandatory: Flag
    low: MoneyAmount | None = None
    high: MoneyAmount | None = None
    exam_included: Flag = False


Buys = Literal["exam", "exam and book", "course with exam", "course"]


class Price(Definition):
    """Prices in one currency on one day, the place they apply to if known, and what they buy.

    `outside-us` is the place of a price that was seen outside the US. `sources` are the ids of
    those that have this very price; without them, the sources that cover `costs` do.
    """

    currency: Currency
    place: Place | None = None
    date: Day
    buys: Buys | None = None  # else as the amounts say: the exam, or a course with the exam
    exam_member: MoneyAmount | None = None
    exam_non_member: MoneyAmount | None = None
    application: MoneyAmount | None = None
    retake_member: MoneyAmount | None = None
    retake_non_member: MoneyAmount | None = None
    membership: MoneyAmount | None = None  # one year's membership of the issuer
    course: CoursePrice | None = None
    sources: tuple[Id, ...] = ()
    confidence: Confidence
    note: Text | None = None


class NoPrice(Definition):
    """Why the issuer has no price that could be entered under `costs`.

    `modules` are the certifications whose prices add up to this one's: where all of them are
    known in one currency and place, the sum is worked out.
    """

    reason: Literal[
        "sold through partners",
        "depends on the country's income",
        "set by national associations",
        "shown to applicants only",
        "paid by subscription",
        "arranged by the employer",
        "published but not read",
        "sum of its modules",
    ]
    modules: tuple[Id, ...] = ()
    note: Text | None = None
    sources: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _check_modules(self) -> Self:
        if bool(self.modules) != (self.reason == "sum of its modules"):
            problem = "modules belong to the reason `sum of its modules`, and only to it"
            raise PydanticCustomError("no_price", problem)
        return self


class Range(Definition):
    """A range of hours."""

    low: Count
    high: Count


class UnitPart(Definition):
    """A part of the units: the least that must come from it, the most that counts, or both.

    The yearly bounds hold in each year of the cycle as well. `part_of` names the part above it
    that its units count for as well.
    """

    name: Text
    minimum: Count | None = None
    maximum: Count | None = None
    yearly_minimum: Count | None = None
    yearly_maximum: Count | None = None
    part_of: Text | None = None

    @model_validator(mode="after")
    def _check_bounds(self) -> Self:
        if self.minimum is None and self.maximum is None:
            raise PydanticCustomError("unit_part", "write minimum, maximum or both")
        for least, most in (
            (self.minimum, self.maximum),
            (self.yearly_minimum, self.yearly_maximum),
        ):
            if least and most and least > most:
                raise PydanticCustomError("unit_part", "its minimum is more than its maximum")
        return self


class Units(Definition):
    """The units to be earned in a renewal cycle, and the least of them in each of its years."""

    name: Text
    amount: Count
    yearly_minimum: Count | None = None
    parts: tuple[UnitPart, ...] = ()

    @model_validator(mode="after")
    def _check_parts(self) -> Self:
        names: list[str] = []
        for part in self.parts:
            if part.name in names:
                raise PydanticCustomError("unit_part", "two parts have one name")
            if part.part_of is not None and part.part_of not in names:
                raise PydanticCustomError("unit_part", "part_of names no part above")
            # What counts of a part is capped before the parts around it are counted.
            if any(part.part_of == one.name and one.yearly_maximum for one in self.parts):
                problem = "a part with parts of its own takes no yearly_maximum"
                raise PydanticCustomError("unit_part", problem)
            names.append(part.name)
        return self


class Fee(Definition):
    """What renewing costs, once a cycle unless `every_year`."""

    currency: Currency
    member: MoneyAmount | None = None
    non_member: MoneyAmount | None = None
    every_year: Flag = False


class Way(Definition):
    """One way to renew."""

    way: Literal[
        "units", "retake", "higher-exam", "same-suite", "subscription", "reassessment", "fee"
    ]
    text: Text | None = None


class Reinstatement(Definition):
    """How long after its last day a lapsed certification comes back for units and fee alone."""

    within_months: Count
    text: Text | None = None


class Renewal(Definition):
    """How long the certification lasts: for life, or for a cycle, and the ways to renew it.

    `first_cycle_years` stands beside `cycle_years` where the first cycle is longer or shorter,
    `common_cycle_end` where everyone's cycles end on the same days: one of them, a whole day.

    Write `reinstatement: none` where whatever has lapsed has to be earned anew, and leave the
    key out where that is not known.
    """

    lifetime: Literal[True] | None = None
    cycle_years: Years | None = None
    first_cycle_years: Years | None = None
    common_cycle_end: WholeDay | None = None
    units: Units | None = None
    fee: Fee | None = None
    ways: tuple[Way, ...] = ()
    reinstatement: Reinstatement | Literal["none"] | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _check_one_kind(self) -> Self:
        if (self.lifetime is None) == (self.cycle_years is None):
            raise PydanticCustomError("renewal", "write either lifetime: true or cycle_years")
        if self.first_cycle_years and self.cycle_years in (None, self.first_cycle_years):
            problem = "write first_cycle_years next to cycle_years where the two differ"
            raise PydanticCustomError("renewal", problem)
        if self.lifetime and self.reinstatement:
            raise PydanticCustomError("renewal", "what lasts for life needs no reinstatement")
        if isinstance(self.reinstatement, Reinstatement) and not (self.units or self.fee):
            problem = "says until when it can be reinstated; write for which units or fee"
            raise PydanticCustomError("renewal", problem)
        if self.common_cycle_end and (self.lifetime or self.first_cycle_years):
            problem = "write common_cycle_end only together with cycle_years"
            raise PydanticCustomError("renewal", problem)
        return self


class Note(Definition):
    """A pitfall, a contradiction between sources, or what could not be confirmed."""

    about: Group
    text: Text


class ArticleView(Definition):
    """What the founding article says about the certification, apart from our own figures."""

    named_as: Text
    levels: tuple[Level, ...] = ()
    note: Text | None = None


class Certification(Definition):
    """One certification; skills, what follows and lineage are judgement unless sourced."""

    id: Id
    abbreviation: Text
    name: Text
    issuer: Id
    url: Url | None = None
    aliases: tuple[Text, ...] = ()
    disciplines: Annotated[tuple[Id, ...], Field(min_length=1)]
    approach: Literal["predictive", "agile", "hybrid"] | None = None
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    article: ArticleView | None = None
    statuses: Annotated[tuple[StatusFrom, ...], Field(min_length=1)]
    lineage: Lineage = Lineage()
    rules: tuple[RuleVersion, ...] = ()
    announced: tuple[AnnouncedChange, ...] = ()
    no_rule: Text | None = None  # why there is no rule, and what to ask the issuer
    recommended: tuple[Recommended, ...] = ()
    steps: tuple[Step, ...] = ()
    exam: Exam | Literal["none"] | None = None
    domains: tuple[Domain, ...] = ()
    costs: tuple[Price, ...] = ()
    no_price: NoPrice | None = None
    study_hours: Range | None = None
    course_hours: Range | None = None
    renewal: Renewal | None = None
    skills: tuple[Id, ...] = ()
    next: tuple[Id, ...] = ()  # a step up: a higher level, or a rule that names this one
    related: tuple[Id, ...] = ()  # neighbours
    notes: tuple[Note, ...] = ()
    sources: dict[Id, Source] = {}
    no_source: Text | None = None

    @model_validator(mode="after")
    def _check_rule_and_source(self) -> Self:
        if bool(self.rules) == bool(self.no_rule):
            raise PydanticCustomError("no_rule", "write either rules, or no_rule with the reason")
        if bool(self.sources) == bool(self.no_source):
            raise PydanticCustomError(
                "no_source", "write either sources, or no_source with the reason"
            )
        return self


class CertificationChange(Definition):
    """What a catalogue changes of a record in a catalogue below it; all else stays.

    Rule versions, statuses and announcements are matched by their day, prices by currency, place
    and what they buy, sources by their id: a match is replaced, anything else is added. Every
    other key replaces the whole value.
    """

    url: Url | None = None
    aliases: tuple[Text, ...] = ()
    levels: tuple[Level, ...] = ()
    statuses: tuple[StatusFrom, ...] = ()
    rules: tuple[RuleVersion, ...] = ()
    announced: tuple[AnnouncedChange, ...] = ()
    recommended: tuple[Recommended, ...] = ()
    steps: tuple[Step, ...] = ()
    exam: Exam | Literal["none"] | None = None
    domains: tuple[Domain, ...] = ()
    costs: tuple[Price, ...] = ()
    no_price: NoPrice | None = None
    study_hours: Range | None = None
    course_hours: Range | None = None
    renewal: Renewal | None = None
    skills: tuple[Id, ...] = ()
    next: tuple[Id, ...] = ()  # a step up: a higher level, or a rule that names this one
    related: tuple[Id, ...] = ()  # neighbours
    notes: tuple[Note, ...] = ()
    sources: dict[Id, Source] = {}


class Issuer(Definition):
    """An organisation that defines certifications."""

    name: Text
    url: Url | None = None
    membership: Id | None = None  # the membership required for its member prices


class NamedGroup(Definition):
    """A named set of certifications that a rule accepts."""

    text: Text
    members: tuple[Id, ...]


class SharedName(Definition):
    """A name that several issuers use, and the question that distinguishes them."""

    name: Text
    candidates: Annotated[tuple[Id, ...], Field(min_length=1)]
    text: Text


class CertificationFile(Definition):
    """The form of `certifications.yaml`."""

    version: StrictStr | None = None
    issuers: dict[Id, Issuer] = {}
    groups: dict[Id, NamedGroup] = {}
    known_names: dict[Id, Text] = {}
    shared_names: tuple[SharedName, ...] = ()
    certifications: tuple[Certification, ...] = ()
    changes: dict[Id, CertificationChange] = {}


def rule_body(version: RuleVersion) -> Any:
    """The requirement of a rule version, whichever key it is written under; None if it is open."""
    if version.all is not None:
        return AllOf(all=version.all)
    if version.any is not None:
        return AnyOf(any=version.any)
    return version.needs
