"""What is rendered: an answer, and the catalogue and the day that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # a list of certifications has no use for the judge's types, nor the time
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
    """How wide the page is, and whether it may have colours."""

    width: int = 80
    colour: bool = False


class Frame(NamedTuple):
    """What every answer rests on; `today` where nobody asked about another day."""

    catalog: Catalog
    as_of: date
    today: bool = False


class Supposed(NamedTuple):
    """The answer if some changes were so; the report's own stays the one without them."""

    changes: tuple[Supposition, ...]
    check: Check


class CheckReport(NamedTuple):
    """Whether this person may sit it; `work` shows which months count, `timeline` on request."""

    frame: Frame
    check: Check
    work: tuple[Tally, ...] = ()
    timeline: bool = False
    what_if: Supposed | None = None


class EvidenceReport(NamedTuple):
    """What an application asks for, out of a profile."""

    frame: Frame
    pack: Pack
    profile: Profile


class SupposedAdvice(NamedTuple):
    """The advice if some changes were so, and what moves."""

    changes: tuple[Supposition, ...]
    advice: Advice
    moves: tuple[Move, ...]


class AdviceReport(NamedTuple):
    """Which certification next; `why_not` is the one asked about, if any."""

    frame: Frame
    advice: Advice
    profile: Profile
    why_not: str | None = None
    what_if: SupposedAdvice | None = None


class RenewReport(NamedTuple):
    """What is held, and what keeps it alive."""

    frame: Frame
    renewals: Renewals


class PlanReport(NamedTuple):
    """The way to a certification or a role."""

    frame: Frame
    answer: Answer


class ProfileReport(NamedTuple):
    """What a profile lacks; `check` is None where its faults leave nothing to look at."""

    frame: Frame
    source: str
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    check: ProfileCheck | None


class ListReport(NamedTuple):
    """Certifications in the catalogue's order, and what each costs."""

    frame: Frame
    certifications: tuple[Certification, ...]
    costs: dict[str, Cost]


class ShowReport(NamedTuple):
    """One record whole: `collection` is certifications, roles, levels or skills."""

    frame: Frame
    collection: str
    id: str


class CandidatesReport(NamedTuple):
    """A name that several records share, and what to ask to tell them apart."""

    frame: Frame
    name: str
    candidates: tuple[str, ...]
    question: str


class RolesReport(NamedTuple):
    """The career ladder; `country` and the `present` role are the person's, if told."""

    frame: Frame
    country: str | None = None
    present: str | None = None


class WaysReport(NamedTuple):
    """The ways up from a role; `steps` where they lead to a role that has some.

    `title` is what was asked about where it is no name of the role; `told` is
    whether anything is known of the person.
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
    """The landscape, for a person or for nobody."""

    frame: Frame
    land: Landscape


class PeopleReport(NamedTuple):
    """What was understood of a table of people."""

    frame: Frame
    source: str
    form: str
    columns: tuple[Column, ...]
    check: PeopleCheck


class AuditReport(NamedTuple):
    """Who meets a policy. `shown` is how many findings of a rule a screen lists, None for all."""

    frame: Frame
    source: str
    policy: str
    audited: Audited
    fail_on: str
    failed: bool
    shown: int | None = None
    matrix: bool = False


class StandingReport(NamedTuple):
    """Where one of many people stands."""

    frame: Frame
    standing: Standing


class RejectReport(NamedTuple):
    """A row of many that cannot be read."""

    frame: Frame
    reject: Reject


class TeamReport(NamedTuple):
    """What a team holds, lacks and loses; so many rows of the table could not be read."""

    frame: Frame
    source: str
    summary: Summary
    rejected: int


class FindingsReport(NamedTuple):
    """What is wrong in catalogue directories; the frame's catalogue is empty if it is unsound."""

    frame: Frame
    folders: tuple[str, ...]
    findings: tuple[Finding, ...]


class CasesReport(NamedTuple):
    """The cases of catalogue directories, judged."""

    frame: Frame
    folders: tuple[str, ...]
    tried: tuple[Tried, ...]


class StaleReport(NamedTuple):
    """What to check again, the most pressing first."""

    frame: Frame
    months: int
    facts: tuple[StaleFact, ...]


class ChangesReport(NamedTuple):
    """What changed from one catalogue to the frame's, or since a day in the frame's own."""

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
