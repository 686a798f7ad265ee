"""Reports: the answer of a command with the catalogue and the day it was computed for."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from certadvisor.people.notes import TableNotes

if TYPE_CHECKING:  # importing the judge's types would slow down `list`, which needs none
    from collections.abc import Mapping
    from datetime import date

    from certadvisor.advice.career.career_paths import CareerPaths
    from certadvisor.advice.career.checklist import Checklist
    from certadvisor.advice.landscape import Landscape
    from certadvisor.advice.profile_gaps import ProfileCheck
    from certadvisor.advice.recommend.rank_changes import RankChange
    from certadvisor.advice.recommend.recommendations import Recommendations
    from certadvisor.advice.renewals.renewal import Renewals
    from certadvisor.audit.audit import AuditResult, FailOn
    from certadvisor.catalog.records import Catalog, Certification
    from certadvisor.comparison.certifications import CertificationComparison
    from certadvisor.comparison.roles import RoleComparison
    from certadvisor.errors import Fault
    from certadvisor.linting.case_runner import CaseResult
    from certadvisor.linting.catalog_diff import CatalogChange
    from certadvisor.linting.finding import LintFinding
    from certadvisor.linting.staleness import StaleFact
    from certadvisor.people.person import PeopleFormat, Reject, SourceColumn
    from certadvisor.people.preview import PeopleCheck
    from certadvisor.planner.buyer_prices import Cost
    from certadvisor.planner.conditional import Conditional
    from certadvisor.planner.plan_result import PlanResult
    from certadvisor.profile.model import Profile
    from certadvisor.profile.what_if import WhatIfChange
    from certadvisor.rules.application import ApplicationEvidence
    from certadvisor.rules.leaves.experience_breakdown import ExperienceBreakdown
    from certadvisor.rules.verdict import Assumption, Check, Question
    from certadvisor.team.member import MemberResult
    from certadvisor.team.summary import TeamSummary


class Terminal(NamedTuple):
    """Width of the output in columns, and whether it may have colours, and links with them."""

    width: int = 80
    colour: bool = False
    links: bool = False


class Details(NamedTuple):
    """Which details a screen shows that it otherwise only names; other forms have them all."""

    history: bool = False  # old versions of the rule
    notes: bool = False
    sources: bool = False


class GivenOptions(NamedTuple):
    """The options that a command to paste has to repeat, each with its value, as typed."""

    person: tuple[tuple[str, ...], ...] = ()
    query: tuple[tuple[str, ...], ...] = ()


class AnswerContext(NamedTuple):
    """The catalogue and the as-of day of an answer; `today` if no other day was given.

    `given` are the options of the command line, none for the Python API.
    """

    catalog: Catalog
    as_of: date
    today: bool = False
    given: GivenOptions = GivenOptions()


class WhatIfCheck(NamedTuple):
    """The check with what-if changes applied; the report's own `check` is without them."""

    changes: tuple[WhatIfChange, ...]
    check: Check


class CheckReport(NamedTuple):
    """The answer of `check`: `work` says which months count, `timeline` whether to show them.

    The screen alone needs `cost`, what the certification costs the person, and `details`.
    """

    context: AnswerContext
    check: Check
    work: tuple[ExperienceBreakdown, ...] = ()
    timeline: bool = False
    what_if: WhatIfCheck | None = None
    cost: Cost | None = None
    details: Details = Details()


class EvidenceReport(NamedTuple):
    """The evidence that an application requires, collected from a profile."""

    context: AnswerContext
    application: ApplicationEvidence
    profile: Profile


class WhatIfAdvice(NamedTuple):
    """The recommendations with what-if changes applied, and how the ranks change."""

    changes: tuple[WhatIfChange, ...]
    advice: Recommendations
    rank_changes: tuple[RankChange, ...]


class AdviceReport(NamedTuple):
    """The answer of `recommend`; `why_not` is the id to explain, if one was given.

    `explain` is whether the screen shows scores, sources and every assumption. The screen alone
    needs `own_questions`, by id what to ask first about a certification whose reach is ASK and
    whose way takes no answer for granted, and `assumptions_of_first`, on which the first one rests.
    """

    context: AnswerContext
    advice: Recommendations
    profile: Profile
    why_not: str | None = None
    what_if: WhatIfAdvice | None = None
    explain: bool = False
    own_questions: Mapping[str, Question] = MappingProxyType({})
    assumptions_of_first: tuple[Assumption, ...] = ()


class RenewReport(NamedTuple):
    """The credentials of a person and how to renew them."""

    context: AnswerContext
    renewals: Renewals


class PlannedPerson(NamedTuple):
    """Whose plan a picture shows: a name, the present job and the role aimed at, where given."""

    name: str | None = None
    job: str | None = None
    goal: str | None = None


class PlanReport(NamedTuple):
    """A plan to a certification or a role; `options` are those of `plan` itself, as typed.

    `person` is shown in the picture alone.
    """

    context: AnswerContext
    result: PlanResult
    options: tuple[str, ...] = ()
    person: PlannedPerson = PlannedPerson()


class ProfileReport(NamedTuple):
    """The gaps of a profile; `check` is None if its faults prevent reading it."""

    context: AnswerContext
    source: str
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    check: ProfileCheck | None


class ListReport(NamedTuple):
    """Certifications, and the cost of each by id; in one table for each level, or in one."""

    context: AnswerContext
    certifications: tuple[Certification, ...]
    costs: dict[str, Cost]
    by_level: bool = True


class ShowReport(NamedTuple):
    """One whole record; `collection` is certifications, roles, levels or skills.

    The screen of a certification alone needs `cost` and `member_cost`, what it costs anyone and a
    member of the issuer, and `details`.
    """

    context: AnswerContext
    collection: str
    id: str
    cost: Cost | None = None
    member_cost: Cost | None = None
    details: Details = Details()


class CandidatesReport(NamedTuple):
    """A name that several records share, and the question that distinguishes them."""

    context: AnswerContext
    name: str
    candidates: tuple[str, ...]
    question: str


class RolesReport(NamedTuple):
    """The career ladder; `country` and `present_role` are the person's, None if unknown."""

    context: AnswerContext
    country: str | None = None
    present_role: str | None = None


class WaysReport(NamedTuple):
    """The promotions open from a role; `checklist` if the target role has one.

    `title` is the title that was given, None if it is a name of the role
    itself; `has_profile` is whether a profile was given. `conditionals` are what other work would
    bring within reach of the person in that job.
    """

    context: AnswerContext
    career_paths: CareerPaths
    checklist: Checklist | None = None
    country: str | None = None
    title: str | None = None
    has_profile: bool = False
    conditionals: tuple[Conditional, ...] = ()


class StepsReport(NamedTuple):
    """The steps to a role, as a checklist."""

    context: AnswerContext
    checklist: Checklist


class CompareReport(NamedTuple):
    """Certifications side by side."""

    context: AnswerContext
    comparison: CertificationComparison


class CompareRolesReport(NamedTuple):
    """Career roles side by side."""

    context: AnswerContext
    comparison: RoleComparison


class MapReport(NamedTuple):
    """The certification landscape, for a person or without one."""

    context: AnswerContext
    landscape: Landscape


class PeopleReport(NamedTuple):
    """How a table of people was read."""

    context: AnswerContext
    source: str
    table_format: PeopleFormat
    columns: tuple[SourceColumn, ...]
    check: PeopleCheck
    notes: TableNotes = TableNotes()


class AuditReport(NamedTuple):
    """An audit; `row_limit` bounds the findings per rule on a screen, None lists all."""

    context: AnswerContext
    source: str
    policy: str
    result: AuditResult
    fail_on: FailOn
    failed: bool
    row_limit: int | None = None
    with_matrix: bool = False
    notes: TableNotes = TableNotes()


class StandingReport(NamedTuple):
    """The result for one person of a batch."""

    context: AnswerContext
    result: MemberResult
    unused_columns: tuple[str, ...] = ()  # of the table that the person is in


class RejectReport(NamedTuple):
    """A row of a batch that could not be read."""

    context: AnswerContext
    reject: Reject


class TeamReport(NamedTuple):
    """Coverage, gaps and lapses of a team; `rejected` counts the rows that could not be read."""

    context: AnswerContext
    source: str
    summary: TeamSummary
    rejected: int
    notes: TableNotes = TableNotes()


class FindingsReport(NamedTuple):
    """Findings in catalogue directories; the context's catalogue is empty if it is invalid."""

    context: AnswerContext
    folders: tuple[str, ...]
    findings: tuple[LintFinding, ...]


class CasesReport(NamedTuple):
    """The test cases of catalogue directories and their results."""

    context: AnswerContext
    folders: tuple[str, ...]
    results: tuple[CaseResult, ...]


class StaleReport(NamedTuple):
    """Facts that are due to be checked again, most urgent first."""

    context: AnswerContext
    months: int
    facts: tuple[StaleFact, ...]


class ChangesReport(NamedTuple):
    """Changes from one catalogue to the context's, or inside the latter since a day."""

    context: AnswerContext
    old_catalog: Catalog
    since: date | None
    changes: tuple[CatalogChange, ...]


Report = (
    CheckReport
    | EvidenceReport
    | AdviceReport
    | PlanReport
    | RenewReport
    | ProfileReport
    | ListReport
    | ShowReport
    | CandidatesReport
    | RolesReport
    | WaysReport
    | StepsReport
    | CompareReport
    | CompareRolesReport
    | MapReport
    | PeopleReport
    | AuditReport
    | StandingReport
    | RejectReport
    | TeamReport
    | FindingsReport
    | CasesReport
    | StaleReport
    | ChangesReport
)
