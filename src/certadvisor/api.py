"""The door for Python programs: answers by one catalogue about plain objects."""

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

FIRST_YEAR, LAST_YEAR = 1950, 2200  # as of `--as-of`
_MOST = 50  # recommendations


class Advisor:
    """Answers about certifications by one catalogue: the same as the command line's.

    A profile is a mapping in the form of a profile file (days may be dates), a path to such a
    file, or a `Profile` that was read before. A path is text or a `Path`; a day is a date or
    text as YYYY-MM-DD, and `as_of` is today unless told. What cannot be used raises InputError,
    with all the faults of a profile or a policy at once. Nothing is printed, written or kept
    between two questions, so that one advisor may serve many threads.
    """

    def __init__(self, *, catalogs: Iterable[AnyPath] | AnyPath = (), cache: bool = False) -> None:
        """Load the catalogue, with own ones laid over it by id, the last on top.

        With `cache` it is kept compiled in the user's cache folder, as the command line does
        it: the next one is there in milliseconds. Raises InputError where one is faulty.
        """
        folders = (catalogs,) if isinstance(catalogs, AnyPath) else catalogs
        self._catalog = load_catalog(tuple(map(str, folders)), cache=cache)

    def read_profile(self, profile: AnyProfile, as_of: AnyDay | None = None) -> ReadProfile:
        """Read a profile once for several questions, with warnings of what counts for nothing."""
        if isinstance(profile, Profile):
            return ReadProfile(profile)
        _, latest = _days(as_of)
        return read_profile(_opened(profile, "profile"), self._catalog, latest)

    def check(self, profile: AnyProfile, certification: str, as_of: AnyDay | None = None) -> Check:
        """Tell whether this person may sit a certification, and if not, what is missing."""
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
        """Rank the certifications to take next; `weights` changes those of factors it names."""
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
        """Plan the dated steps to a certification or a role, `by` fastest or cheapest.

        `until` is the last day that will do; `hours_per_week` of study replaces the goal's.
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
        """Judge many people by a policy; each is a profile with an `id`, read as they come.

        A table of people is read as `certadvisor audit` does, by a `mapping` (a file, or the name
        of one that ships) where one is given. Who cannot be read is among the rejects, by their
        number or line, with every fault.
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
        """Turn an answer of this advisor into the data that `--format json` writes.

        The keywords are those of an audit: what makes it fail, and the names of what was read.
        """
        frame = Frame(self._catalog, answer.as_of)
        match answer:
            case Check():
                return document(CheckReport(frame, answer))
            case Advice():  # of whose profile the document tells nothing
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
    """One of many; the place among them stands where a file's line would."""
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
    """The day asked about, and the later one of it and today: dates may lie 20 years behind it."""
    today = date.today()  # noqa: DTZ011  the day where the program runs
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
