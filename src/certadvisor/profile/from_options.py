"""A profile from the short options (`--leading 30m --holds capm`), alone or on top of a file's."""

from collections.abc import Callable
from itertools import chain
from typing import NamedTuple, TypeVar

from certadvisor.base.countries import country
from certadvisor.base.scalars import MisreadError, one_of, quoted, text, word
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import DEGREES
from certadvisor.errors import Fault, InputError
from certadvisor.profile.amounts import budget, horizon, months, training_hours
from certadvisor.profile.guesses import moved
from certadvisor.profile.matching.ids import Names
from certadvisor.profile.model import (
    Credential,
    Education,
    Goal,
    Profile,
    ReadProfile,
    TrainingRecord,
    WorkPeriod,
)
from certadvisor.profile.option_totals import said_totals, without_kinds
from certadvisor.profile.present_role import kinds_of_title

Value = TypeVar("Value")

LEADING = "project-leading"
EXPERIENCE = "project"


class Said(NamedTuple):
    """The short profile options as typed; None or () where an option is not given."""

    degree: str | None = None
    leading: str | None = None  # length of project-leading: 30m, 4y, 2y6m
    experience: str | None = None  # length of project
    kinds: tuple[str, ...] = ()  # agile=2y
    training: tuple[str, ...] = ()  # project-management=35h
    holds: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    country: str | None = None
    role: str | None = None
    budget: str | None = None
    within: str | None = None


def profile_said(said: Said, base: Profile | None, catalog: Catalog) -> ReadProfile:
    """Build a profile from options, on top of `base` if given. Raises InputError with every fault.

    Country, role, budget and horizon replace those of `base`; degrees, credentials, training
    and titles are added to its lists; a total of a kind replaces everything that `base` has
    of that kind (see `option_totals`). A list that an option adds to counts as complete.
    """
    return _Listener(catalog).profile(said, base or Profile())


class _Listener:
    """Parses the options and collects their faults and warnings by option name."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._names = Names(catalog)
        self._faults: list[Fault] = []
        self._warnings: list[Fault] = []
        self._places: dict[int, int] | None = None  # set if work was replaced

    def profile(self, said: Said, base: Profile) -> ReadProfile:
        told = base._replace(
            country=self._one("--country", said.country, country) or base.country,
            education=_longer(base.education, self._education(said.degree)),
            work=self._work(said, base.work),
            training=_longer(base.training, self._all("--training", said.training, self._training)),
            certifications=_longer(
                base.certifications, self._all("--holds", said.holds, self._credential)
            ),
            goal=self._goal(said, base.goal),
        )
        if self._faults:
            raise InputError(self._faults)
        if self._places is not None:
            told = told._replace(guessed=moved(base.guessed, "work", self._places))
        return ReadProfile(told, tuple(self._warnings))

    def _goal(self, said: Said, goal: Goal) -> Goal:
        return goal._replace(
            role=self._one("--role", said.role, self._names.role) or goal.role,
            budget=self._one("--budget", said.budget, budget) or goal.budget,
            within=self._one("--within", said.within, horizon) or goal.within,
        )

    def _education(self, degree: str | None) -> tuple[Education, ...]:
        level = self._one("--degree", degree, one_of(DEGREES))
        return () if level is None else (Education(level),)

    def _training(self, said: str) -> TrainingRecord:
        topic, hours = _pair(said, "TOPIC=HOURS, such as project-management=35h")
        return TrainingRecord(word(topic), training_hours(hours))

    def _credential(self, said: str) -> Credential:
        """Parse a credential. As in a file, an unknown name is kept with a warning.

        People hold many certifications with names similar to ours (CISSP, CSP).
        """
        named = self._names.certification(said)
        if named.doubt:
            self._warn("--holds", named.doubt)
        return Credential(named.id)

    def _work(
        self, said: Said, before: tuple[WorkPeriod, ...] | None
    ) -> tuple[WorkPeriod, ...] | None:
        jobs = self._all("--title", said.titles, self._job)
        totals = self._totals(said)
        if not jobs and not totals:
            return before
        told = frozenset(totals)
        left = [without_kinds((job,), told, self._catalog) for job in (*(before or ()), *jobs)]
        self._places = {at: sum(map(len, left[:at])) for at, job in enumerate(left) if job}
        return (*chain(*left), *said_totals(totals, self._catalog))

    def _job(self, said: str) -> WorkPeriod:
        """Parse a title alone: it gives the kinds of work and the present role, but no duration."""
        title = text(said)
        kinds = kinds_of_title(title, self._catalog)
        if kinds is None:
            near = self._catalog.find_role(title).suggestions
            problem = f"no role of the catalogue has the title {quoted(title)}, so its kinds of"
            remedy = f"did you mean `{near[0]}`?" if near else ""
            self._warn("--title", MisreadError(f"{problem} experience are not known", remedy))
        return WorkPeriod(kinds, title, kinds_from_title=kinds is not None)

    def _totals(self, said: Said) -> dict[str, int]:
        """Return the total of each kind in months; a kind given twice is a fault."""
        told = [
            ("--leading", LEADING, said.leading),
            ("--experience", EXPERIENCE, said.experience),
            *(("--kind", *pair) for pair in self._all("--kind", said.kinds, _kind_and_length)),
        ]
        totals: dict[str, int] = {}
        for option, name, length in told:
            if length is None:
                continue
            kind = self._one(option, name, self._names.kind)
            amount = self._one(option, length, lambda value: months(str(value)))
            if kind is None or amount is None:
                continue
            if kind in totals:
                self._fault(option, MisreadError(f"`{kind}` is told twice", "tell it once"))
            totals[kind] = amount
        return totals

    def _one(self, option: str, said: str | None, read: Callable[[str], Value]) -> Value | None:
        if said is None:
            return None
        try:
            return read(said)
        except MisreadError as error:
            self._fault(option, error)
            return None

    def _all(
        self, option: str, said: tuple[str, ...], read: Callable[[str], Value]
    ) -> tuple[Value, ...]:
        found = (self._one(option, each, read) for each in said)
        return tuple(value for value in found if value is not None)

    def _fault(self, option: str, error: MisreadError) -> None:
        self._faults.append(Fault(option, error.problem, remedy=error.remedy))

    def _warn(self, option: str, doubt: MisreadError) -> None:
        self._warnings.append(Fault(option, doubt.problem, remedy=doubt.remedy))


def _kind_and_length(said: str) -> tuple[str, str]:
    return _pair(said, "KIND=LENGTH, such as agile=2y")


def _pair(said: str, form: str) -> tuple[str, str]:
    name, equals, amount = said.partition("=")
    if not (name.strip() and equals and amount.strip()):
        raise MisreadError(f"{quoted(said)} is no name with an amount", f"write {form}")
    return name, amount


def _longer(before: tuple[Value, ...] | None, added: tuple[Value, ...]) -> tuple[Value, ...] | None:
    """Return a list with items added; a list not given stays None if there is nothing to add."""
    return (*(before or ()), *added) if added else before
