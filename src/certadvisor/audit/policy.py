"""An employer's policy, ready for judging: whom each rule applies to, and what it requires."""

from datetime import date
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import NamedTuple, assert_never

from certadvisor.base.months import months_after
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Requirement
from certadvisor.people.person import Person
from certadvisor.rules.outcome import Outcome, all_of


class Scope(NamedTuple):
    """Whom a rule applies to: one of the words under each key; everyone if all are empty.

    Titles are folded (see `fold_title`), and `*` in them matches anything.
    """

    role: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()


EVERYONE = Scope()
SCOPE_KEYS = Scope._fields


class GraceStart(StrEnum):
    """From which day a grace period runs."""

    JOINED = "joined"
    PROMOTED = "promoted"
    EITHER = "either"  # the later of the days that are known


class Grace(NamedTuple):
    """A grace period in days or months, one of them None."""

    days: int | None
    months: int | None
    after: GraceStart

    @property
    def date_keys(self) -> tuple[str, ...]:
        """The dates of a person that it can run from."""
        match self.after:
            case GraceStart.JOINED:
                return ("joined",)
            case GraceStart.PROMOTED:
                return ("promoted",)
            case GraceStart.EITHER:
                return ("joined", "promoted")
            case _:
                assert_never(self.after)


class RuleSeverity(StrEnum):
    """How grave a breach of a rule is; only an error fails an audit."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class UnknownLimit(NamedTuple):
    """Of how many of those whom a rule concerns its state may be unknown: one of the two is set."""

    people: int | None = None
    percent: int | None = None

    def allows(self, unknown: int, concerned: int) -> bool:
        """Whether so many unknown ones are within the limit."""
        if self.people is not None:
            return unknown <= self.people
        return unknown * 100 <= (self.percent or 0) * concerned


class PolicyRule(NamedTuple):
    """What the people in scope need on every day once their grace period is over.

    `warn_days`: for how many days before it ends the rule is reported as expiring. `max_unknown`
    is None where the policy states no limit.
    """

    id: str
    text: str | None
    scope: Scope
    exception: Scope | None
    needs: Requirement
    grace: Grace | None
    warn_days: int
    severity: RuleSeverity
    max_unknown: UnknownLimit | None = None


class Waiver(NamedTuple):
    """A person's exemption from a rule, through the last day `until`."""

    person: str
    rule: str
    reason: str
    by: str
    until: date


class Policy(NamedTuple):
    """The rules, the waivers, and the roles of the company's own titles.

    `titles` are pairs of a folded title, in which `*` matches anything, and its role; the role is
    None for a title that is not a project role. `accepts_undated`: a credential without a date
    counts as active.
    """

    name: str
    text: str | None
    rules: tuple[PolicyRule, ...]
    waivers: tuple[Waiver, ...] = ()
    titles: tuple[tuple[str, str | None], ...] = ()
    accepts_undated: bool = False


class Position(NamedTuple):
    """What rules ask about a person's position in the company; None where it is not known.

    `role` and `level` are empty for a title that is not a project role.
    """

    role: str | None
    level: str | None
    title: str | None
    country: str | None
    tags: tuple[str, ...]


def find_position(person: Person, policy: Policy, catalog: Catalog) -> Position:
    """Find a person's position; the policy's titles take precedence over the catalogue's."""
    title = None if person.title is None else fold_title(person.title)
    role, level = person.role, person.level
    for pattern, mapped_role in policy.titles:
        if title is not None and fnmatchcase(title, pattern):
            role, level = (
                (mapped_role, catalog.roles[mapped_role].level) if mapped_role else ("", "")
            )
            break
    return Position(role, level, title, person.profile.country, person.tags)


def fold_title(title: str) -> str:
    """Normalize a title for comparison: lower case, single spaces."""
    return " ".join(title.casefold().split())


class Applicability(NamedTuple):
    """Whether a rule applies to a person, and the keys without a value if that is unknown."""

    outcome: Outcome
    missing_keys: tuple[str, ...] = ()


def judge_applicability(rule: PolicyRule, position: Position) -> Applicability:
    """Judge whether a rule applies to a person; it does not if its exception is met."""
    applies = _match_scope(rule.scope, position)
    if rule.exception is None:
        return applies
    exception = _match_scope(rule.exception, position)
    if exception.outcome is Outcome.MET:
        return Applicability(Outcome.UNMET)
    missing_keys = tuple(dict.fromkeys((*applies.missing_keys, *exception.missing_keys)))
    return Applicability(all_of([applies.outcome, _NEGATION[exception.outcome]]), missing_keys)


def due_date(grace: Grace, person: Person) -> date | None:
    """Calculate the first day after the grace period; None if its start is not known."""
    dates = {"joined": person.joined, "promoted": person.promoted}
    start = max((day for key in grace.date_keys if (day := dates[key])), default=None)
    if start is None:
        return None
    if grace.months is not None:
        return months_after(start, grace.months)
    return date.fromordinal(start.toordinal() + (grace.days or 0))


def _match_scope(scope: Scope, position: Position) -> Applicability:
    """Judge a scope in Kleene logic: one key that certainly fails settles it.

    Unknown keys matter only where no key fails.
    """
    outcomes = {
        key: _match_key(key, getattr(scope, key), position)
        for key in SCOPE_KEYS
        if getattr(scope, key)
    }
    outcome = all_of(list(outcomes.values()))
    if outcome is not Outcome.UNKNOWN:
        return Applicability(outcome)
    return Applicability(
        outcome, tuple(key for key, one in outcomes.items() if one is Outcome.UNKNOWN)
    )


def _match_key(key: str, words: tuple[str, ...], position: Position) -> Outcome:
    if key == "tag":  # never unknown: tags are given by the company, and none means none
        return _to_outcome(not set(words).isdisjoint(position.tags))
    value: str | None = getattr(position, key)
    if value is None:
        return Outcome.UNKNOWN
    if key == "title":
        return _to_outcome(any(fnmatchcase(value, word) for word in words))
    return _to_outcome(value in words)


def _to_outcome(is_true: bool) -> Outcome:  # noqa: FBT001  turns a truth value into an outcome
    return Outcome.MET if is_true else Outcome.UNMET


_NEGATION = {
    Outcome.MET: Outcome.UNMET,
    Outcome.UNMET: Outcome.MET,
    Outcome.UNKNOWN: Outcome.UNKNOWN,
}
