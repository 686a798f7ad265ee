"""The compiled catalogue as the engine reads it: certifications, roles, and lookup by name."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from certadvisor.catalog.names import NameMatch, match_name, name_key
from certadvisor.catalog.requirement import Leaf, Requirement, ids_named, leaves
from certadvisor.errors import Fault

LEVELS = ("entry", "mid", "senior", "executive")
CONFIDENCES = ("high", "medium", "low")  # from the best founded


class StatusFrom(NamedTuple):
    """A status and its first day; `since` is None for a status without a known start."""

    state: str  # announced, active, retiring, retired, unclear
    since: date | None


class RuleVersion(NamedTuple):
    """An entry rule and its first day; `since` is None for a rule without a known start.

    `sit` is required to take the exam, `award` to be certified. They are equal
    unless the issuer requires less for the exam.
    """

    since: date | None
    sit: Requirement
    award: Requirement
    sources: tuple[str, ...]
    confidence: str

    @property
    def has_separate_exam_rule(self) -> bool:
        """Whether taking the exam requires something else than being certified."""
        return self.sit != self.award


class AnnouncedChange(NamedTuple):
    """A change of the rule that is announced and not settled, and the leaf that it concerns."""

    about: Leaf
    since: date
    text: str
    confidence: str


class Money(NamedTuple):
    """An amount in a currency."""

    amount: float
    currency: str


class Price(NamedTuple):
    """An issuer's prices in one currency and, where it is known, one place.

    Amounts are in whole units of the currency; None means not known, never zero. `buys` says
    what they pay for. `is_sum` marks the sum of what the certification's modules cost: each of
    them is paid for on its own, so the certification itself costs nothing more.
    """

    currency: str
    place: str | None
    on: date
    exam_member: float | None
    exam_non_member: float | None
    application: float | None
    course_mandatory: bool | None
    course_low: float | None
    course_high: float | None
    exam_included: bool
    buys: str
    confidence: str
    is_sum: bool = False
    membership_fee: float | None = None  # of a year

    @property
    def exam_in_course(self) -> bool:
        """Whether the exam is paid for by a course that everyone has to take.

        A course that is not mandatory makes no exam free: who does not take it pays for the exam.
        """
        return self.exam_included and bool(self.course_mandatory)


OBTAINABLE = ("active", "retiring")


def state_on(statuses: tuple[StatusFrom, ...], day: date) -> str:
    """The state on `day`; before the first dated status it is `announced`."""
    for entry in reversed(statuses):
        if entry.since is None or entry.since <= day:
            return entry.state
    return "announced"


class RenewalPrice(NamedTuple):
    """What renewing costs members and others, once a cycle unless `every_year`."""

    member: Money | None
    non_member: Money | None
    every_year: bool


class Certification(NamedTuple):
    """What the engine needs of a certification; `Catalog.raw_record` has the rest."""

    id: str
    abbreviation: str
    name: str
    issuer: str
    disciplines: tuple[str, ...]
    approach: str | None
    levels: tuple[str, ...]
    statuses: tuple[StatusFrom, ...]
    replaces: tuple[str, ...]
    replaced_by: tuple[str, ...]
    absorbs: tuple[str, ...]
    same_level_as: tuple[str, ...]
    rules: tuple[RuleVersion, ...]
    announced: tuple[AnnouncedChange, ...]
    prices: tuple[Price, ...]
    no_price: str | None  # why no price could be entered
    study_hours: tuple[int, int] | None
    lifetime: bool
    cycle_years: int | None  # of each cycle after the first
    first_cycle_years: int | None  # as `cycle_years` where the issuer makes no difference
    skills: tuple[str, ...]
    next: tuple[str, ...]  # steps up
    related: tuple[str, ...]  # neighbours
    aliases: tuple[str, ...]
    membership: str | None = None  # the one that gives the members' price
    steps: tuple[str, ...] = ()  # after the application, in order: interview, exam, panel …
    has_exam: bool = True
    course_hours: tuple[int, int] | None = None
    renewal_units: tuple[int, str] | None = None  # how many of which in a cycle
    renewal_fee: RenewalPrice | None = None
    reinstatement_months: int | None = None  # after its last day; 0: never, None: not known
    common_cycle_end: date | None = None  # a day on which everyone's cycle ends

    def rule_on(self, day: date) -> RuleVersion | None:
        """The rule version in force on `day`; None if no rule is known for that day."""
        in_force = [rule for rule in self.rules if rule.since is None or rule.since <= day]
        return in_force[-1] if in_force else None

    def status_on(self, day: date) -> str:
        """The state on `day`, as `state_on` gives it."""
        return state_on(self.statuses, day)

    def retires_after(self, day: date) -> date | None:
        """The first day after `day` on which it is retired; None where none is known."""
        days = (one.since for one in self.statuses if one.since and one.state == "retired")
        return next((since for since in days if since > day), None)

    def obtainable_on(self, day: date) -> bool | None:
        """Whether it can be earned on `day`; None if its status is unclear."""
        state = self.status_on(day)
        return None if state == "unclear" else state in OBTAINABLE


class LocalPreferences(NamedTuple):
    """The certifications that employers in one country ask for in a role.

    `sourced` are the ids for which a source says so; the others are our judgement.
    """

    preferred: tuple[str, ...]
    helpful: tuple[str, ...]
    sourced: tuple[str, ...]


class Role(NamedTuple):
    """A job on one level of the career ladder."""

    id: str
    title: str
    level: str
    aliases: tuple[str, ...]
    kinds: tuple[str, ...]
    skills: tuple[str, ...]
    preferred: tuple[str, ...]
    helpful: tuple[str, ...]
    sourced: tuple[str, ...]  # of both: those for which a source says so
    next_roles: tuple[str, ...]
    local: dict[str, LocalPreferences]  # by country


class SkillRequirement(NamedTuple):
    """Skills required: each of `all`, and at least `at_least` of `some`."""

    all: tuple[str, ...]
    some: tuple[str, ...]
    at_least: int


class CareerStep(NamedTuple):
    """A step towards a role, judged by a requirement, by skills, or not at all."""

    id: str
    text: str
    role: str | None
    requirement: Requirement | None
    skills: SkillRequirement | None


class Kind(NamedTuple):
    """A kind of experience, the kinds it implies, and what such work is ("you plan a project")."""

    id: str
    name: str
    implies: tuple[str, ...]
    description: str | None = None


class Demand(NamedTuple):
    """How often employers in a country ask for a certification, from 0 to 1."""

    certification: str
    country: str
    value: float
    basis: str
    year: int | None
    sample: int | None  # the adverts counted
    confidence: str


class AdvertCount(NamedTuple):
    """How many adverts with a project-management title name no certification at all."""

    country: str
    what: str  # "project adverts of remote-work boards"
    period: str
    adverts: int
    none_named: int | None


class AdviceTables(NamedTuple):
    """The numbers behind recommendations: factor weights, value tables, exchange rates."""

    weights: dict[str, float]
    values: dict[str, dict[str, float]]
    fields: dict[str, tuple[str, ...]]  # disciplines by kind of experience
    level_months: dict[str, dict[str, float]]  # by kind: months from which a person is on a level
    too_junior: dict[str, dict[str, float]]  # by discipline: most months, by kind, for entry level
    rates_on: date | None
    per_usd: dict[str, float]

    @property
    def effort_days(self) -> dict[str, float]:
        """Calendar days it takes to close one unit of each shortfall (our estimate)."""
        return self.values["effort_days"]

    @property
    def degree_days(self) -> tuple[float, ...]:
        """Calendar days from no degree to each degree, in the order of `requirement.DEGREES`."""
        return tuple(self.values["degree_days"].values())


class SharedName(NamedTuple):
    """A name that several issuers use."""

    name: str
    candidates: tuple[str, ...]
    text: str


class NameIndex(NamedTuple):
    """The ids of certifications and roles by the key of every name, as `names.name_key` gives it.

    `shared` has the keys of the names that several issuers use.
    """

    certifications: dict[str, tuple[str, ...]]
    roles: dict[str, tuple[str, ...]]
    shared: tuple[str, ...]


class CompiledCatalog(NamedTuple):
    """All that the engine needs of a catalogue: what `compiler` makes and the cache holds."""

    version: str
    certifications: dict[str, Certification]
    roles: dict[str, Role]
    steps: tuple[CareerStep, ...]
    kinds: dict[str, Kind]
    responsibilities: tuple[str, ...]  # from the least to the most
    groups: dict[str, tuple[str, ...]]
    known_names: dict[str, str]
    shared_names: tuple[SharedName, ...]
    issuers: dict[str, str]
    skills: dict[str, str]
    demand: tuple[Demand, ...]
    adverts: tuple[AdvertCount, ...]
    tables: AdviceTables
    names: NameIndex
    overridden: tuple[tuple[str, str], ...]  # (id, file) of each record a later catalogue replaced
    warnings: tuple[Fault, ...]  # about keys of the last release
    level_groups: tuple[tuple[str, ...], ...] = ()


class DemandFigures(NamedTuple):
    """What adverts ask for; its long texts are loaded only where advice or a page needs them."""

    demand: tuple[Demand, ...]
    adverts: tuple[AdvertCount, ...]


RawRecord = dict[str, Any]  # plain JSON data, under the keys of the catalogue's files


class Catalog:
    """Certifications, roles, kinds of experience and skills, by id.

    Built by `loader.load_catalog` and not changed afterwards. `raw_record` gives
    a whole definition as plain data, for the commands that show it.
    """

    def __init__(
        self,
        compiled: CompiledCatalog,
        *,
        digest: str,
        raw_records: Callable[[str], Mapping[str, RawRecord]],
        demand_figures: Callable[[], DemandFigures] | None = None,
    ) -> None:
        self.version = compiled.version
        self.digest = digest
        self.certifications = compiled.certifications
        self.roles = compiled.roles
        self.kinds = compiled.kinds
        self.responsibilities = compiled.responsibilities
        self.groups = compiled.groups
        self.known_names = compiled.known_names
        self.shared_names = compiled.shared_names
        self.issuers = compiled.issuers
        self.skills = compiled.skills
        self.steps = compiled.steps
        self.tables = compiled.tables
        self.overridden = compiled.overridden
        self.warnings = compiled.warnings
        self.level_groups = compiled.level_groups
        self._names = compiled.names
        self._raw_records = raw_records
        self._demand_figures = demand_figures or (
            lambda: DemandFigures(compiled.demand, compiled.adverts)
        )

    @cached_property
    def demand(self) -> tuple[Demand, ...]:
        """Every demand figure."""
        return self._demand_figures().demand

    @cached_property
    def adverts(self) -> tuple[AdvertCount, ...]:
        """Every count of adverts."""
        return self._demand_figures().adverts

    def raw_record(self, collection: str, id: str) -> RawRecord:
        """The whole definition of one record as plain JSON data; KeyError if there is none."""
        return self.raw_records(collection)[id]

    def raw_records(self, collection: str) -> Mapping[str, RawRecord]:
        """The definitions of a collection (`certifications`, `roles`, `skills` …) by id.

        Loaded on first use: most commands never show a whole record.
        """
        return self._raw_records(collection)

    def adverts_in(self, country: str | None) -> AdvertCount | None:
        """The count of adverts in a country, else of the world; None where none is known."""
        known = {one.country: one for one in self.adverts if one.none_named is not None}
        return known.get(country or "world") or known.get("world")

    def demand_for(self, certification: str) -> tuple[Demand, ...]:
        """The demand figures of a certification, one for each country; () if none is known."""
        return self._demand.get(certification, ())

    @cached_property
    def _demand(self) -> dict[str, tuple[Demand, ...]]:
        by_certification: dict[str, tuple[Demand, ...]] = {}
        for entry in self.demand:
            by_certification[entry.certification] = (
                *by_certification.get(entry.certification, ()),
                entry,
            )
        return by_certification

    def ids_asked_for(self, *tags: str) -> tuple[str, ...]:
        """The ids that leaves of these tags name in rules and career steps, each once."""
        if tags not in self._ids_asked_for:
            self._ids_asked_for[tags] = ids_named(self._leaves, *tags)
        return self._ids_asked_for[tags]

    @cached_property
    def _ids_asked_for(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        return {}

    @cached_property
    def _leaves(self) -> tuple[Leaf, ...]:
        rules = (rule for cert in self.certifications.values() for rule in cert.rules)
        asked = (
            *((rule.sit, rule.award) for rule in rules),
            *((s.requirement,) for s in self.steps),
        )
        return tuple(leaf for group in asked for node in group if node for leaf in leaves(node))

    def kinds_of(self, kinds: Iterable[str]) -> frozenset[str]:
        """These kinds and the kinds they imply."""
        own_kinds = tuple(kinds)
        implied = (implied for kind in own_kinds for implied in self.kinds[kind].implies)
        return frozenset((*own_kinds, *implied))

    def find_certification(self, text: str) -> NameMatch:
        """Look up a certification by id, abbreviation, name or alias.

        Case and punctuation do not matter. A name that several issuers share gives
        all their ids; an unknown name gives none, with the nearest ids as suggestions.
        """
        match = match_name(text, self._names.certifications)
        return match._replace(shared=name_key(text) in self._names.shared)

    def find_role(self, text: str) -> NameMatch:
        """Look up a role by id, title or alias, as `find_certification` does."""
        return match_name(text, self._names.roles)

    def find_exact_role(self, text: str) -> str | None:
        """The id of the role with exactly this name, or None; skips the search for near names."""
        ids = self._names.roles.get(name_key(text), ())
        return ids[0] if len(ids) == 1 else None

    def find_exact_certifications(self, text: str) -> NameMatch:
        """The certifications with exactly this name; skips the search for near names."""
        key = name_key(text)
        ids = self._names.certifications.get(key, ())
        return NameMatch(ids, shared=key in self._names.shared)
