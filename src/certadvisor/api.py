"""The Python API: an `Advisor` answers questions about plain objects by one catalogue."""

from collections.abc import Callable, Generator, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from certadvisor.advice.goals import plan_goal
from certadvisor.advice.recommend.conditionals import with_conditionals
from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.advice.recommend.recommendations import Recommendations
from certadvisor.audit.audit import FAIL_ON_LEVELS, AuditResult, FailOn, audit, audit_fails
from certadvisor.audit.policy_reader import parse_policy
from certadvisor.base.document import Document
from certadvisor.base.plain_objects import to_document, to_plain_data
from certadvisor.base.scalars import ValueParseError, number, one_of, text, whole_number
from certadvisor.base.yaml_reader import read_file
from certadvisor.batch.pool import MAX_JOBS
from certadvisor.batch.results import judge_rows
from certadvisor.batch.worker import BatchRequest
from certadvisor.catalog.loader import load_catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.note_taker import NoteTaker
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import People, PeopleFormat, Person, Reject
from certadvisor.people.row import RowDocument, RowReader
from certadvisor.planner.nearest_way import check_certification
from certadvisor.planner.objective import PlanObjective
from certadvisor.planner.plan_request import PlanRequest
from certadvisor.planner.plan_result import PlanResult
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.matching import lookup
from certadvisor.profile.model import Profile, ReadProfile
from certadvisor.profile.reader import HOURS_PER_WEEK, read_profile
from certadvisor.rules.verdict import Check
from certadvisor.team.member import MemberResult
from certadvisor.views.report_registry import document_of
from certadvisor.views.reports import (
    AdviceReport,
    AnswerContext,
    AuditReport,
    CheckReport,
    PlanReport,
    RejectReport,
    StandingReport,
)

Value = TypeVar("Value")

AnyPath = str | Path
AnyProfile = Mapping[str, object] | AnyPath | Profile
AnyPeople = Iterable[Mapping[str, object]] | AnyPath
AnyDay = date | str

FIRST_YEAR, LAST_YEAR = 1950, 2200  # the same as those of `--as-of`
_MAX_RECOMMENDATIONS = 50  # recommendations


class Advisor:
    """Answers questions about certifications by one catalogue, as the command line does.

    A profile is a mapping with the keys of a profile file (dates may be `date` objects), a path
    to such a file, or a `Profile` that was read before. A path is a string or a `Path`. A day is
    a date or a string as YYYY-MM-DD; `as_of`, the day to judge by, defaults to today. Invalid
    input raises InputError, with all faults of a profile or a policy at once. Nothing is printed
    or written, no process is started unless `jobs` is above 1, and no state is kept between two
    calls: threads may share an advisor.
    """

    def __init__(self, *, catalogs: Iterable[AnyPath] | AnyPath = (), cache: bool = False) -> None:
        """Load the built-in catalogue and overlay your own on it.

        Args:
            catalogs: Directories of your own catalogues, or one of them. Their records replace
                those of the same id; the last one wins.
            cache: Keep the compiled catalogue in the user's cache folder, as the command line
                does, so that the next advisor loads in milliseconds.

        Raises:
            InputError: A catalogue has faults or cannot be read.
        """
        folders = (catalogs,) if isinstance(catalogs, AnyPath) else catalogs
        self._folders, self._cache = tuple(map(str, folders)), cache
        self._catalog = load_catalog(self._folders, cache=cache)

    def read_profile(self, profile: AnyProfile, as_of: AnyDay | None = None) -> ReadProfile:
        """Read a profile once for use in several calls.

        Args:
            profile: The profile.
            as_of: The day to judge by. Dates in the profile may lie up to 20 years after it or
                after today, whichever is later.

        Returns:
            The profile, and warnings about values that are ignored.

        Raises:
            InputError: The profile has faults; all of them are included.
        """
        if isinstance(profile, Profile):
            return ReadProfile(profile)
        _, latest = _resolve_days(as_of)
        return read_profile(_load_document(profile, "profile"), self._catalog, latest)

    def check(self, profile: AnyProfile, certification: str, as_of: AnyDay | None = None) -> Check:
        """Check whether a person qualifies for a certification, and what is missing if not.

        Args:
            profile: The person's profile.
            certification: Id, abbreviation or name of a certification.
            as_of: The day to judge by.

        Returns:
            The outcome, `met`, `unmet` or `unknown`, with the numbers and dates behind it.

        Raises:
            InputError: The profile has faults, or the certification is unknown or ambiguous.
        """
        name = _read_argument("certification", certification, text)
        record = lookup.resolve_certification(name, self._catalog)
        return check_certification(record, PlanningResources(self._evidence(profile, as_of)))

    def recommend(
        self,
        profile: AnyProfile,
        as_of: AnyDay | None = None,
        top: int = 5,
        weights: Mapping[str, float] | None = None,
    ) -> Recommendations:
        """Recommend the certifications to take next, with reasons.

        Args:
            profile: The person's profile.
            as_of: The day to judge by.
            top: How many to recommend, 1 to 50.
            weights: New weights by name of the factor; other factors keep theirs.

        Returns:
            The recommendations, best first, and why other certifications are excluded.

        Raises:
            InputError: The profile has faults, or `top` or a weight is invalid.
        """
        ranking_options = self._ranking_options(top, weights)
        evidence = self._evidence(profile, as_of)
        return with_conditionals(recommend(evidence, ranking_options), evidence)

    def plan(
        self,
        profile: AnyProfile,
        to: str,
        as_of: AnyDay | None = None,
        *,
        by: str = "fastest",
        until: AnyDay | None = None,
        hours_per_week: float | None = None,
    ) -> PlanResult:
        """Plan the dated steps to a certification or a role.

        Args:
            profile: The person's profile; its goal may set a budget and hours per week.
            to: Id, name or title of a certification or a role.
            as_of: The day to plan from.
            by: What to minimise first, `fastest` or `cheapest`.
            until: The deadline, inclusive.
            hours_per_week: Hours of study per week, instead of the goal's.

        Returns:
            The best plan with alternatives, or the obstacles where there is no plan.

        Raises:
            InputError: The profile has faults, the name is unknown or ambiguous, or a limit is
                invalid.
        """
        kind, id = lookup.resolve_goal(_read_argument("to", to, text), self._catalog)
        objective = PlanObjective(_read_argument("by", by, one_of(tuple(PlanObjective))))
        deadline = None if until is None else _read_day("until", until)
        evidence = self._evidence(profile, as_of, hours_per_week)
        if deadline is not None and deadline < evidence.as_of:
            remedy = "name a day after the as-of day"
            raise InputError([Fault("until", "lies in the past", remedy=remedy)])
        return plan_goal(evidence, PlanRequest(kind, id, objective, deadline))

    def batch(
        self,
        people: AnyPeople,
        as_of: AnyDay | None = None,
        *,
        mapping: AnyPath | None = None,
        top: int = 5,
        weights: Mapping[str, float] | None = None,
        jobs: int = 1,
    ) -> Generator[MemberResult | Reject, None, None]:
        """Judge many people by all certifications, and recommend the ones to take next to each.

        Args:
            people: Mappings, each a profile with an `id`, consumed as the results are; or the
                path of a table of people, as `certadvisor batch` reads it.
            as_of: The day to judge by.
            mapping: For a table only: a mapping file, or the name of a built-in mapping.
            top: How many certifications to recommend to each person, 1 to 50.
            weights: New weights by name of the factor; other factors keep theirs.
            jobs: How many processes judge, 1 to 61; 1 is this process alone. More of them are
                started where there are more than 64 people, end with the iterator, and load the
                catalogue again. Then a script must start under `if __name__ == "__main__"`, as
                with any use of `multiprocessing`.

        Returns:
            A lazy iterator over one result for each person, in the order of the people: the
            outcomes and recommendations, or a reject with every fault where a person cannot be
            read. Of the people gone by, only the ids are kept. Close the iterator, or use it up,
            to end the processes.

        Raises:
            InputError: `top`, a weight or `jobs` is invalid, or the table cannot be read at all.
                Later, from the iterator, where a process was ended by the system or the
                catalogue's files have changed.
        """
        day, latest = _resolve_days(as_of)
        ranking_options = self._ranking_options(top, weights)
        processes = _read_argument("jobs", jobs, whole_number(1, MAX_JOBS))
        request = BatchRequest(self._catalog, self._folders, self._cache, day, ranking_options)
        rows = self._read_rows(people, latest, mapping)
        dated_rows = (row._replace(as_of=day) if isinstance(row, Reject) else row for row in rows)
        return judge_rows(dated_rows, request, processes)

    def audit(
        self,
        people: AnyPeople,
        policy: Mapping[str, object] | AnyPath,
        as_of: AnyDay | None = None,
        *,
        mapping: AnyPath | None = None,
    ) -> AuditResult:
        """Audit people against a policy.

        Args:
            people: Mappings, each a profile with an `id`, consumed one by one; or the path of a
                table of people, as `certadvisor audit` reads it.
            policy: The policy, as a mapping or a path.
            as_of: The day to judge by.
            mapping: For a table only: a mapping file, or the name of a built-in mapping.

        Returns:
            The findings per rule. People that cannot be read are in `rejects`, by their line or
            their position (from 1), with every fault.

        Raises:
            InputError: The policy has faults, or the table cannot be read at all.
        """
        day, latest = _resolve_days(as_of)
        parsed_policy = parse_policy(_load_document(policy, "policy"), self._catalog)
        taker = NoteTaker(self._read_people(people, latest, mapping))
        result = audit(taker.rows(), parsed_policy, self._catalog, day)
        return result._replace(notes=taker.notes())

    def document(
        self,
        answer: Check | Recommendations | PlanResult | AuditResult | MemberResult | Reject,
        *,
        fail_on: str = "expired",
        allow_rejects: bool = False,
        people: str = "people",
        policy: str = "policy",
    ) -> dict[str, Any]:
        """Convert an answer of this advisor to the document that `--format json` writes.

        Args:
            answer: The result of `check`, `recommend`, `plan` or `audit`, or one of `batch`, of
                which it is the data of the person's line or of the reject's. The keyword
                arguments apply to an audit only.
            fail_on: Fail on findings of this state or worse (`missing`, `expired`, `expiring`,
                `unknown`, from the worst down), or `never`.
            allow_rejects: Whether the audit may pass although people were rejected.
            people: The name of the table to put into the document.
            policy: The name of the policy to put into the document.

        Raises:
            InputError: `fail_on` is not one of the allowed values.
        """
        answer_context = AnswerContext(self._catalog, _resolve_days(answer.as_of)[0])
        match answer:
            case Check():
                return document_of(CheckReport(answer_context, answer))
            case Recommendations():  # the document shows nothing of the profile
                return document_of(AdviceReport(answer_context, answer, Profile()))
            case PlanResult():
                return document_of(PlanReport(answer_context, answer))
            case MemberResult():
                return document_of(StandingReport(answer_context, answer))
            case Reject():
                return document_of(RejectReport(answer_context, answer))
            case AuditResult():
                level = FailOn(_read_argument("fail_on", fail_on, one_of(FAIL_ON_LEVELS)))
                has_failed = audit_fails(answer, level, allow_rejects=allow_rejects)
                report = AuditReport(answer_context, people, policy, answer, level, has_failed)
                return document_of(report._replace(notes=answer.notes))

    def _evidence(
        self, profile: AnyProfile, as_of: AnyDay | None, hours_per_week: float | None = None
    ) -> Evidence:
        day, _ = _resolve_days(as_of)
        person_profile = self.read_profile(profile, day).profile
        if hours_per_week is not None:
            hours = _read_argument(
                "hours_per_week", hours_per_week, number(HOURS_PER_WEEK, above_zero=True)
            )
            person_profile = person_profile._replace(
                goal=person_profile.goal._replace(hours_per_week=hours)
            )
        return Evidence(person_profile, self._catalog, day)

    def _ranking_options(self, top: int, weights: Mapping[str, float] | None) -> RankingOptions:
        factor_weights = weights or {}
        lookup.check_known("weights", factor_weights, self._catalog.tables.weights)
        read_weight = number(lookup.MAX_WEIGHT)
        return RankingOptions(
            _read_argument("top", top, whole_number(1, _MAX_RECOMMENDATIONS)),
            tuple(
                (name, _read_argument("weights", value, read_weight))
                for name, value in factor_weights.items()
            ),
        )

    def _read_rows(
        self, people: AnyPeople, latest: date, mapping: AnyPath | None
    ) -> Iterable[Person | Reject]:
        return self._read_people(people, latest, mapping).rows

    def _read_people(self, people: AnyPeople, latest: date, mapping: AnyPath | None) -> People:
        if isinstance(people, AnyPath):
            return read_people(Path(people), self._catalog, latest, mapping=mapping)
        if mapping is not None:
            raise InputError([Fault("mapping", "is for a file of people", remedy="leave it out")])
        reader = RowReader(self._catalog, latest)
        rows = (
            _read_person(person, position, reader)
            for position, person in enumerate(people, start=1)
        )
        return People("people", PeopleFormat.LIST, (), rows)


def _read_person(person: object, position: int, reader: RowReader) -> Person | Reject:
    """Read one of many people; its position takes the place of a file's line."""
    try:
        data = to_plain_data(person, "people")
    except InputError as error:
        return Reject(
            position, None, tuple(fault._replace(line=position) for fault in error.faults)
        )
    return reader.read(RowDocument("people", position, data), (), data)


def _load_document(value: object, source: str) -> Document:
    return read_file(Path(value)) if isinstance(value, AnyPath) else to_document(value, source)


def _read_argument(name: str, value: object, parse: Callable[[object], Value]) -> Value:
    try:
        return parse(value)
    except ValueParseError as error:
        raise InputError([Fault(name, error.problem, remedy=error.remedy)]) from None


def _resolve_days(as_of: AnyDay | None) -> tuple[date, date]:
    """Return the day to judge by, and the later of it and today.

    Dates of a profile may lie up to 20 years after the second.
    """
    today = date.today()  # noqa: DTZ011  the date where the program runs
    day = today if as_of is None else _read_day("as_of", as_of)
    return day, max(today, day)


def _read_day(name: str, value: AnyDay) -> date:
    try:
        day = value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise InputError(
            [Fault(name, "is not a day", remedy="give a date, or write YYYY-MM-DD")]
        ) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        remedy = f"name a year from {FIRST_YEAR} to {LAST_YEAR}"
        raise InputError([Fault(name, "is out of bounds", remedy=remedy)])
    return date(day.year, day.month, day.day)
