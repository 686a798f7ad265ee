"""The Python API: an `Advisor` answers questions about plain objects by one catalogue."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from certadvisor.advice.recommend.ranking import Options, recommend
from certadvisor.advice.recommend.recommendations import Advice
from certadvisor.audit.audit import FAIL_ON, Audited, audit, failed
from certadvisor.audit.policy_reader import policy_in
from certadvisor.base.plain_objects import document_of, plain
from certadvisor.base.scalars import MisreadError, number, one_of, text, whole
from certadvisor.base.yaml_reader import Document, read_file
from certadvisor.catalog.loader import load_catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person, Reject
from certadvisor.people.row import RowDocument, RowReader
from certadvisor.planner.plan_result import Answer, Wish
from certadvisor.planner.planner import plan_to
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.matching import lookup
from certadvisor.profile.model import Profile, ReadProfile
from certadvisor.profile.reader import WEEK, read_profile
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.verdict import Check
from certadvisor.views.documents import document
from certadvisor.views.reports import AdviceReport, AuditReport, CheckReport, Frame, PlanReport

Value = TypeVar("Value")

AnyPath = str | Path
AnyProfile = Mapping[str, object] | AnyPath | Profile
AnyDay = date | str

FIRST_YEAR, LAST_YEAR = 1950, 2200  # the same as those of `--as-of`
_MOST = 50  # recommendations


class Advisor:
    """Answers questions about certifications by one catalogue, as the command line does.

    A profile is a mapping with the keys of a profile file (dates may be `date` objects), a path
    to such a file, or a `Profile` that was read before. A path is a string or a `Path`. A day is
    a date or a string as YYYY-MM-DD; `as_of`, the day to judge by, defaults to today. Invalid
    input raises InputError, with all faults of a profile or a policy at once. Nothing is printed
    or written, and no state is kept between two calls: threads may share an advisor.
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
        self._catalog = load_catalog(tuple(map(str, folders)), cache=cache)

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
        _, latest = _days(as_of)
        return read_profile(_opened(profile, "profile"), self._catalog, latest)

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
        name = _taken("certification", certification, text)
        found = lookup.certification(name, self._catalog)
        return check(found, Timeline(self._evidence(profile, as_of)))

    def recommend(
        self,
        profile: AnyProfile,
        as_of: AnyDay | None = None,
        top: int = 5,
        weights: Mapping[str, float] | None = None,
    ) -> Advice:
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
        given = weights or {}
        lookup.one_of("weights", given, self._catalog.tables.weights)
        weigh = number(lookup.HEAVIEST)
        options = Options(
            _taken("top", top, whole(1, _MOST)),
            tuple((name, _taken("weights", value, weigh)) for name, value in given.items()),
        )
        return recommend(self._evidence(profile, as_of), options)

    def plan(
        self,
        profile: AnyProfile,
        to: str,
        as_of: AnyDay | None = None,
        *,
        by: str = "fastest",
        until: AnyDay | None = None,
        hours_per_week: float | None = None,
    ) -> Answer:
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
        kind, id = lookup.aim(_taken("to", to, text), self._catalog)
        best = _taken("by", by, one_of(("fastest", "cheapest")))
        last = None if until is None else _day("until", until)
        evidence = self._evidence(profile, as_of, hours_per_week)
        if last is not None and last < evidence.as_of:
            remedy = "name a day after the one asked about"
            raise InputError([Fault("until", "lies in the past", remedy=remedy)])
        return plan_to(evidence, Wish(kind, id, best, last))

    def audit(
        self,
        people: Iterable[Mapping[str, object]] | AnyPath,
        policy: Mapping[str, object] | AnyPath,
        as_of: AnyDay | None = None,
        *,
        mapping: AnyPath | None = None,
    ) -> Audited:
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
        day, latest = _days(as_of)
        rules = policy_in(_opened(policy, "policy"), self._catalog)
        rows = self._rows(people, latest, mapping)
        return audit(rows, rules, self._catalog, day)

    def document(
        self,
        answer: Check | Advice | Answer | Audited,
        *,
        fail_on: str = "expired",
        allow_rejects: bool = False,
        people: str = "people",
        policy: str = "policy",
    ) -> dict[str, Any]:
        """Convert an answer of this advisor to the document that `--format json` writes.

        Args:
            answer: The result of `check`, `recommend`, `plan` or `audit`. The keyword arguments
                apply to an audit only.
            fail_on: Fail on findings of this state or worse (`missing`, `expired`, `expiring`,
                `unknown`, from the worst down), or `never`.
            allow_rejects: Whether the audit may pass although people were rejected.
            people: The name of the table to put into the document.
            policy: The name of the policy to put into the document.

        Raises:
            InputError: `fail_on` is not one of the allowed values.
        """
        frame = Frame(self._catalog, answer.as_of)
        match answer:
            case Check():
                return document(CheckReport(frame, answer))
            case Advice():  # the document shows nothing of the profile
                return document(AdviceReport(frame, answer, Profile()))
            case Answer():
                return document(PlanReport(frame, answer))
            case Audited():
                level = _taken("fail_on", fail_on, one_of(FAIL_ON))
                no = failed(answer, level, allow_rejects=allow_rejects)
                return document(AuditReport(frame, people, policy, answer, level, no))

    def _evidence(
        self, profile: AnyProfile, as_of: AnyDay | None, hours_per_week: float | None = None
    ) -> Evidence:
        day, _ = _days(as_of)
        told = self.read_profile(profile, day).profile
        if hours_per_week is not None:
            hours = _taken("hours_per_week", hours_per_week, number(WEEK, above_zero=True))
            told = told._replace(goal=told.goal._replace(hours_per_week=hours))
        return Evidence(told, self._catalog, day)

    def _rows(
        self,
        people: Iterable[Mapping[str, object]] | AnyPath,
        latest: date,
        mapping: AnyPath | None,
    ) -> Iterable[Person | Reject]:
        if isinstance(people, AnyPath):
            return read_people(Path(people), self._catalog, latest, mapping=mapping).rows
        if mapping is not None:
            raise InputError([Fault("mapping", "is for a file of people", remedy="leave it out")])
        reader = RowReader(self._catalog, latest)
        return (_row(person, at, reader) for at, person in enumerate(people, start=1))


def _row(person: object, at: int, reader: RowReader) -> Person | Reject:
    """Read one of many people; its position takes the place of a file's line."""
    try:
        data = plain(person, "people")
    except InputError as error:
        return Reject(at, None, tuple(fault._replace(line=at) for fault in error.faults))
    return reader.read(RowDocument("people", at, data), (), data)


def _opened(given: object, source: str) -> Document:
    return read_file(Path(given)) if isinstance(given, AnyPath) else document_of(given, source)


def _taken(name: str, value: object, read: Callable[[object], Value]) -> Value:
    try:
        return read(value)
    except MisreadError as error:
        raise InputError([Fault(name, error.problem, remedy=error.remedy)]) from None


def _days(as_of: AnyDay | None) -> tuple[date, date]:
    """Return the day to judge by, and the later of it and today.

    Dates of a profile may lie up to 20 years after the second.
    """
    today = date.today()  # noqa: DTZ011  the local date is meant
    day = today if as_of is None else _day("as_of", as_of)
    return day, max(today, day)


def _day(name: str, given: AnyDay) -> date:
    try:
        written = given if isinstance(given, date) else date.fromisoformat(given)
    except (TypeError, ValueError):
        raise InputError(
            [Fault(name, "is no day", remedy="give a date, or write YYYY-MM-DD")]
        ) from None
    if not FIRST_YEAR <= written.year <= LAST_YEAR:
        remedy = f"name a year from {FIRST_YEAR} to {LAST_YEAR}"
        raise InputError([Fault(name, "is out of bounds", remedy=remedy)])
    return date(written.year, written.month, written.day)
