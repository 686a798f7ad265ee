"""Definitions of `roles.yaml`: career levels, roles, kinds of experience, skills."""

from typing import Annotated, Literal

from pydantic import Field, StrictInt, StrictStr

from certadvisor.catalog.definitions.base import (
    Confidence,
    Country,
    Currency,
    Definition,
    Flag,
    Id,
    Level,
    MoneyAmount,
    Source,
    Text,
    Url,
)
from certadvisor.catalog.definitions.preferences import (
    CertificationPreferences,
    LocalPreferences,
    NoLocalList,
)
from certadvisor.catalog.definitions.requirement import DegreeLevel, Requirement
from certadvisor.catalog.definitions.starting_point import LevelGroup, StartingPoint

Months = Annotated[StrictInt, Field(ge=0, le=600)]


class Pay(Definition):
    """Yearly pay in one country; `article` marks the founding article's own range."""

    country: Country
    currency: Currency
    year: Annotated[StrictInt, Field(ge=1990, le=2100)] | None = None
    low: MoneyAmount | None = None
    high: MoneyAmount | None = None
    median: MoneyAmount | None = None
    mean: MoneyAmount | None = None
    basis: Text | None = None
    sample: Annotated[StrictInt, Field(ge=1)] | None = None
    article: Flag = False
    url: Url | None = None
    via: Text | None = None


class ExperienceAsked(Definition):
    """Experience that a job requires, in months."""

    low: Months | None = None
    high: Months | None = None
    kind: Id | None = None
    note: Text | None = None


class CareerLevel(Definition):
    """A level of the career ladder, with what the founding article says about it."""

    id: Level
    name: Text
    rank: Annotated[StrictInt, Field(ge=1, le=9)]
    pay: tuple[Pay, ...] = ()
    experience: ExperienceAsked | None = None
    expected: Text | None = None
    article_certifications: tuple[Id, ...] = ()
    notes: tuple[Text, ...] = ()
    sources: dict[Id, Source] = {}


class UsualDegree(Definition):
    """The degree that employers usually require."""

    level: DegreeLevel
    note: Text | None = None


class NextRole(Definition):
    """A step up or sideways."""

    id: Id
    url: Url | None = None
    note: Text | None = None


class SfiaCode(Definition):
    """A SFIA skill code and the levels that fit, by our judgement."""

    skill: Annotated[StrictStr, Field(pattern=r"^[A-Z]{4}$")]
    levels: Text


class Codes(Definition):
    """Codes of public classifications."""

    onet_soc: tuple[Text, ...] = ()
    isco_08: Text | None = None
    esco: Text | None = None
    esco_uri: Url | None = None
    sfia: tuple[SfiaCode, ...] = ()
    note: Text | None = None


class CareerRole(Definition):
    """A role on the career ladder: names, requirements, pay, and the roles it leads to.

    `kinds` are the kinds of experience gained in the job, `experience` is what
    the job requires beforehand.
    """

    id: Id
    title: Text
    level: Level
    aliases: tuple[Text, ...] = ()
    kinds: tuple[Id, ...]
    kinds_basis: Text = "judgement"
    in_article: Flag = False
    experience: ExperienceAsked | None = None
    degree: UsualDegree | None = None
    pay: tuple[Pay, ...] = ()
    skills: tuple[Id, ...] = ()
    responsibilities: tuple[Id, ...] = ()
    certifications: CertificationPreferences | None = None
    local: tuple[LocalPreferences, ...] = ()
    next_roles: tuple[NextRole, ...] = ()
    codes: Codes | None = None
    notes: tuple[Text, ...] = ()
    sources: dict[Id, Source] = {}
    confidence: Confidence


class Skill(Definition):
    """A skill that roles need and certifications prove."""

    id: Id
    name: Text
    description: Text
    aliases: tuple[Text, ...] = ()
    in_article: Flag = False
    talent_triangle: Literal["ways of working", "power skills", "business acumen"] | None = None
    sources: dict[Id, Source] = {}


class Named(Definition):
    """A tool, activity, phase or step of the article, in our words."""

    id: Id
    name: Text
    in_article: Flag = False
    note: Text | None = None


class Responsibility(Definition):
    """A responsibility of a technical project manager."""

    id: Id
    text: Text
    group: Literal["general", "technical"]
    skills: tuple[Id, ...] = ()


class SkillsAsked(Definition):
    """Skills that a step requires: each of `all`, and at least `at_least` of `some`."""

    all: tuple[Id, ...] = ()
    some: tuple[Id, ...] = ()
    at_least: Annotated[StrictInt, Field(ge=0, le=100)] = 0


class CareerStep(Definition):
    """One of the steps to a role, and how a profile shows that it is done.

    A step is judged by `asks`, a requirement, or by `skills`. What no data can
    show is a `declare` in the requirement: open until the person confirms it.
    """

    id: Id
    text: Text
    role: Id | None = None  # the role that the step leads to
    asks: Requirement | None = None
    skills: SkillsAsked | None = None
    note: Text | None = None


class Kind(Definition):
    """A kind of experience, and the kinds it implies.

    `description` says what such work is, as the person would be asked: "you plan a project".
    """

    id: Id
    name: Text
    description: Text | None = None
    implies: tuple[Id, ...] = ()
    aliases: tuple[Text, ...] = ()


class Average(Definition):
    """The founding article's one average."""

    amount: MoneyAmount
    currency: Currency
    country: Country
    basis: Text


class ArticleFacts(Definition):
    """What the founding article says as a whole."""

    url: Url
    published: Text
    average_pay: Average
    definition: Text
    executive_step: Text
    entry_rule: Text


class RoleFile(Definition):
    """The form of `roles.yaml`."""

    version: StrictStr | None = None
    article: ArticleFacts | None = None
    kinds: tuple[Kind, ...] = ()
    responsibility_scale: tuple[Id, ...] = ()
    levels: tuple[CareerLevel, ...] = ()
    roles: tuple[CareerRole, ...] = ()
    starting_points: tuple[StartingPoint, ...] = ()
    level_groups: tuple[LevelGroup, ...] = ()
    local_none: tuple[NoLocalList, ...] = ()
    skills: tuple[Skill, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    tools: tuple[Named, ...] = ()
    activities: tuple[Named, ...] = ()
    phases: tuple[Named, ...] = ()
    steps: tuple[CareerStep, ...] = ()
    disagreements: tuple[Text, ...] = ()
    credits: tuple[Text, ...] = ()
