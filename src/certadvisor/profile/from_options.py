"""A profile from the short options (`--leading 30m --holds capm`), alone or on top of a file's."""

from collections.abc import Callable
from datetime import date
from itertools import chain
from typing import NamedTuple, TypeVar

from certadvisor.base.countries import country
from certadvisor.base.scalars import ValueParseError, quote, text
from certadvisor.base.suggest import suggestion
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.profile.amounts import budget, horizon, months, training_hours
from certadvisor.profile.dated_credentials import make_credential
from certadvisor.profile.guesses import move_guesses
from certadvisor.profile.matching.degree_names import degree_level
from certadvisor.profile.matching.ids import IdResolver, ResolvedId
from certadvisor.profile.matching.job_titles import kinds_of_title
from certadvisor.profile.matching.lookup import starting_points_named
from certadvisor.profile.matching.name_lists import split_names
from certadvisor.profile.model import (
    Credential,
    Education,
    Goal,
    Profile,
    ReadProfile,
    TrainingRecord,
    WorkPeriod,
)
from certadvisor.profile.option_totals import entries_for_totals, without_kinds

Value = TypeVar("Value")

NONE_WORD = "none"  # in place of a list: there is none
LEADING = "project-leading"
EXPERIENCE = "project"


class ProfileOptions(NamedTuple):
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


def profile_from_options(
    options: ProfileOptions, base: Profile | None, catalog: Catalog, today: date
) -> ReadProfile:
    """Build a profile from options, on top of `base` if given. Raises InputError with every fault.

    Country, role, budget and horizon replace those of `base`; degrees, credentials, training
    and titles are added to its lists; a total of a kind replaces everything that `base` has
    of that kind (see `option_totals`). A list that an option adds to counts as complete.
    """
    return _OptionReader(catalog, today).profile(options, base or Profile())


class _OptionReader:
    """Parses the options and collects their faults and warnings by option name."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self._catalog = catalog
        self._today = today
        self._resolver = IdResolver(catalog)
        self._faults: list[Fault] = []
        self._warnings: list[Fault] = []
        self._new_indices: dict[int, int] | None = None  # set if work was replaced

    def profile(self, options: ProfileOptions, base: Profile) -> ReadProfile:
        profile = base._replace(
            country=self._parse_one("--country", options.country, country) or base.country,
            education=_append(base.education, self._education(options.degree)),
            work=self._work(options, base.work),
            training=self._extend("--training", base.training, options.training, self._training),
            certifications=self._extend(
                "--holds", base.certifications, options.holds, self._credential
            ),
            goal=self._goal(options, base.goal),
        )
        if self._faults:
            raise InputError(self._faults)
        if self._new_indices is not None:
            profile = profile._replace(
                guessed=move_guesses(base.guessed, "work", self._new_indices)
            )
        return ReadProfile(profile, tuple(self._warnings))

    def _goal(self, options: ProfileOptions, goal: Goal) -> Goal:
        return goal._replace(
            role=self._parse_one("--role", options.role, self._resolver.role) or goal.role,
            budget=self._parse_one("--budget", options.budget, budget) or goal.budget,
            within=self._parse_one("--within", options.within, horizon) or goal.within,
        )

    def _education(self, degree: str | None) -> tuple[Education, ...]:
        level = self._parse_one("--degree", degree, degree_level)
        return () if level is None else (Education(level),)

    def _training(self, value: str) -> TrainingRecord:
        topic, hours = _split_pair(value, "TOPIC=HOURS, such as project-management=35h")
        return TrainingRecord(_require_known(self._resolver.topic(topic)), training_hours(hours))

    def _credential(self, value: str) -> Credential:
        """Parse a credential, with the dates beside its name.

        A name that nearly fits is a fault. One that nothing is like is kept with a warning, as
        in a file: people hold many certifications that the catalogue does not have (OSCP).
        """
        resolved = self._resolver.certification(value)
        if resolved.warning and resolved.warning.remedy:
            raise ValueParseError(
                f"the catalogue has no certification {quote(value)}", resolved.warning.remedy
            )
        if resolved.warning:
            self._add_warning("--holds", resolved.warning)
        return make_credential(resolved.id, value, self._resolver, self._today)

    def _extend(
        self,
        option: str,
        items: tuple[Value, ...] | None,
        values: tuple[str, ...],
        parse: Callable[[str], Value],
    ) -> tuple[Value, ...] | None:
        """Return a list with the option's values added: one, several with commas, or `none`."""
        parts = [part for value in values for part in self._split(value)]
        if any(part.casefold() == NONE_WORD for part in parts):
            if len(parts) > 1:
                problem = ValueParseError(f"`{NONE_WORD}` is given with others", "write either")
                self._add_fault(option, problem)
            return items or ()
        return _append(items, self._parse_all(option, tuple(parts), parse))

    def _split(self, value: str) -> list[str]:
        """Split `pmp, csm`; a name that has a comma itself stays whole."""
        if self._catalog.find_exact_certifications(value).ids:
            return [value]
        return split_names(value) or [value]

    def _work(
        self, options: ProfileOptions, work: tuple[WorkPeriod, ...] | None
    ) -> tuple[WorkPeriod, ...] | None:
        jobs = self._parse_all("--title", options.titles, self._job)
        totals = self._totals(options)
        if not jobs and not totals:
            return work
        kinds = frozenset(totals)
        replacements = [
            without_kinds((job,), kinds, self._catalog) for job in (*(work or ()), *jobs)
        ]
        self._new_indices = {
            index: sum(map(len, replacements[:index]))
            for index, job in enumerate(replacements)
            if job
        }
        return (*chain(*replacements), *entries_for_totals(totals, self._catalog))

    def _job(self, value: str) -> WorkPeriod:
        """Parse a title alone: it gives the kinds of work and the present role, but no duration."""
        title = text(value)
        kinds = kinds_of_title(title, self._catalog)
        if kinds is None:
            near = (
                *starting_points_named(title, self._catalog),
                *self._catalog.find_role(title).suggestions[:1],
            )
            problem = f"no role of the catalogue has the title {quote(title)}, so its kinds of"
            remedy = suggestion(near[:3])
            self._add_warning(
                "--title", ValueParseError(f"{problem} experience are not known", remedy)
            )
        return WorkPeriod(kinds, title, kinds_from_title=kinds is not None)

    def _totals(self, options: ProfileOptions) -> dict[str, int]:
        """Return the total of each kind in months; a kind given twice is a fault."""
        entries = [
            ("--leading", LEADING, options.leading),
            ("--experience", EXPERIENCE, options.experience),
            *(("--kind", *pair) for pair in self._parse_all("--kind", options.kinds, _split_kind)),
        ]
        totals: dict[str, int] = {}
        for option, name, length in entries:
            if length is None:
                continue
            kind = self._parse_one(option, name, self._resolver.kind)
            amount = self._parse_one(option, length, lambda value: months(str(value)))
            if kind is None or amount is None:
                continue
            if kind in totals:
                self._add_fault(option, ValueParseError(f"`{kind}` is given twice", "give it once"))
            totals[kind] = amount
        return totals

    def _parse_one(
        self, option: str, value: str | None, parse: Callable[[str], Value]
    ) -> Value | None:
        if value is None:
            return None
        try:
            return parse(value)
        except ValueParseError as error:
            self._add_fault(option, error)
            return None

    def _parse_all(
        self, option: str, values: tuple[str, ...], parse: Callable[[str], Value]
    ) -> tuple[Value, ...]:
        parsed = (self._parse_one(option, each, parse) for each in values)
        return tuple(value for value in parsed if value is not None)

    def _add_fault(self, option: str, error: ValueParseError) -> None:
        self._faults.append(Fault(option, error.problem, remedy=error.remedy))

    def _add_warning(self, option: str, warning: ValueParseError) -> None:
        self._warnings.append(Fault(option, warning.problem, remedy=warning.remedy))


def _require_known(resolved: ResolvedId) -> str:
    if resolved.warning:
        raise ValueParseError(
            resolved.warning.problem.partition(", so ")[0], resolved.warning.remedy
        )
    return resolved.id


def _split_kind(value: str) -> tuple[str, str]:
    return _split_pair(value, "KIND=LENGTH, such as agile=2y")


def _split_pair(value: str, form: str) -> tuple[str, str]:
    name, equals, amount = value.partition("=")
    if not (name.strip() and equals and amount.strip()):
        raise ValueParseError(f"{quote(value)} is not a name with an amount", f"write {form}")
    return name, amount


def _append(items: tuple[Value, ...] | None, added: tuple[Value, ...]) -> tuple[Value, ...] | None:
    """Return a list with items added; a list not given stays None if there is nothing to add."""
    return (*(items or ()), *added) if added else items
