"""Reports: the answer of a command with the catalogue and the day it was computed for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # importing the judge's types would slow down `list`, which needs none
    from datetime import date

    from certadvisor.advice.career.career_paths import Ascent
    from certadvisor.advice.career.checklist import Checklist
    from certadvisor.advice.cost import Cost
    from certadvisor.advice.landscape import Landscape
    from certadvisor.advice.profile_gaps import ProfileCheck
    from certadvisor.advice.recommend.rank_changes import Move
    from certadvisor.advice.recommend.recommendations import Advice
    from certadvisor.advice.renewals.renewal import Renewals
    from certadvisor.audit.audit import Audited
    from certadvisor.catalog.records import Catalog, Certification
    from certadvisor.comparison.certifications import Comparison
    from certadvisor.comparison.roles import RoleComparison
    from certadvisor.errors import Fault
    from certadvisor.linting.case_runner import Tried
    from certadvisor.linting.catalog_diff import Change
    from certadvisor.linting.finding import Finding
    from certadvisor.linting.staleness import StaleFact
    from certadvisor.people.person import Column, Reject
    from certadvisor.people.preview import PeopleCheck
    from certadvisor.planner.plan_result import Answer
    from certadvisor.profile.model import Profile
    from certadvisor.profile.what_if import Change as Supposition
    from certadvisor.rules.application import Pack
    from certadvisor.rules.experience_breakdown import Tally
    from certadvisor.rules.verdict import Check
    from certadvisor.team.member import Standing
    from certadvisor.team.summary import Summary


class Look(NamedTuple):
    """Width of the output in columns, and whether it may have colours."""

    width: int = 80
    colour: bool = False


class Frame(NamedTuple):
    """The catalogue and the as-of day of an answer; `today` if no other day was given."""

    catalog: Catalog
    as_of: date
    today: bool = False


class Supposed(NamedTuple):
    """The check with what-if changes applied; the report's own `check` is without them."""

    changes: tuple[Supposition, ...]
    check: Check


class CheckReport(NamedTuple):
    """The answer of `check`: `work` says which months count, `timeline` whether to show them."""

    frame: Frame
    check: Check
    work: tuple[Tally, ...] = ()
    timeline: bool = False
    what_if: Supposed | None = None


class EvidenceReport(NamedTuple):
    """The evidence that an application requires, collected from a profile."""

    frame: Frame
    pack: Pack
    profile: Profile


class SupposedAdvice(NamedTuple):
    """The recommendations with what-if changes applied, and how the ranks change."""

    changes: tuple[Supposition, ...]
    advice: Advice
    moves: tuple[Move, ...]


class AdviceReport(NamedTuple):
    """The answer of `recommend`; `why_not` is the id to explain, if one was given."""

    frame: Frame
    advice: Advice
    profile: Profile
    why_not: str | None = None
    what_if: SupposedAdvice | None = None


class RenewReport(NamedTuple):
    """The credentials of a person and how to renew them."""

    frame: Frame
    renewals: Renewals


class PlanReport(NamedTuple):
    """A plan to a certification or a role."""

    frame: Frame
    answer: Answer


class ProfileReport(NamedTuple):
    """The gaps of a profile; `check` is None if its faults prevent reading it."""

    frame: Frame
    source: str
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    check: ProfileCheck | None


class ListReport(NamedTuple):
    """Certifications in catalogue order, and the cost of each by id."""

    frame: Frame
    certifications: tuple[Certification, ...]
    costs: dict[str, Cost]


class ShowReport(NamedTuple):
    """One whole record; `collection` is certifications, roles, levels or skills."""

    frame: Frame
    collection: str
    id: str


class CandidatesReport(NamedTuple):
    """A name that several records share, and the question that distinguishes them."""

    frame: Frame
    name: str
    candidates: tuple[str, ...]
    question: str


class RolesReport(NamedTuple):
    """The career ladder; `country` and `present_role` are the person's, None if unknown."""

    frame: Frame
    country: str | None = None
    present: str | None = None


class WaysReport(NamedTuple):
    """The promotions open from a role; `checklist` if the target role has one.

    `title` is the title that was given, None if it is a name of the role
    itself; `has_profile` is whether a profile was given.
    """

    frame: Frame
    ascent: Ascent
    steps: Checklist | None = None
    country: str | None = None
    title: str | None = None
    told: bool = False


class StepsReport(NamedTuple):
    """The steps to a role, as a checklist."""

    frame: Frame
    steps: Checklist


class CompareReport(NamedTuple):
    """Certifications side by side."""

    frame: Frame
    comparison: Comparison


class CompareRolesReport(NamedTuple):
    """Career roles side by side."""

    frame: Frame
    comparison: RoleComparison


class MapReport(NamedTuple):
    """The certification landscape, for a person or without one."""

    frame: Frame
    land: Landscape


class PeopleReport(NamedTuple):
    """How a table of people was read."""

    frame: Frame
    source: str
    form: str
    columns: tuple[Column, ...]
    check: PeopleCheck


class AuditReport(NamedTuple):
    """An audit; `row_limit` bounds the findings per rule on a screen, None lists all."""

    frame: Frame
    source: str
    policy: str
    audited: Audited
    fail_on: str
    failed: bool
    shown: int | None = None
    matrix: bool = False


class StandingReport(NamedTuple):
    """The result for one person of a batch."""

    frame: Frame
    standing: Standing


class RejectReport(NamedTuple):
    """A row of a batch that could not be read."""

    frame: Frame
    reject: Reject


class TeamReport(NamedTuple):
    """Coverage, gaps and lapses of a team; `rejected` counts the rows that could not be read."""

    frame: Frame
    source: str
    summary: Summary
    rejected: int


class FindingsReport(NamedTuple):
    """Findings in catalogue directories; the context's catalogue is empty if it is invalid."""

    frame: Frame
    folders: tuple[str, ...]
    findings: tuple[Finding, ...]


class CasesReport(NamedTuple):
    """The test cases of catalogue directories and their results."""

    frame: Frame
    folders: tuple[str, ...]
    tried: tuple[Tried, ...]


class StaleReport(NamedTuple):
    """Facts that are due to be checked again, most urgent first."""

    frame: Frame
    months: int
    facts: tuple[StaleFact, ...]


class ChangesReport(NamedTuple):
    """Changes from one catalogue to the context's, or inside the latter since a day."""

    frame: Frame
    before: Catalog
    since: date | None
    changes: tuple[Change, ...]


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
