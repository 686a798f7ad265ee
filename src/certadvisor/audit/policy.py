"""An employer's policy, ready for judging: whom each rule applies to, and what it requires."""

from datetime import date
from fnmatch import fnmatchcase
from typing import NamedTuple

from certadvisor.base.months import months_after
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Requirement
from certadvisor.people.person import Person
from certadvisor.rules.outcome import Outcome, all_of


class Who(NamedTuple):
    """Whom a rule applies to: one of the words under each key; everyone if all are empty.

    Titles are folded (see `fold_title`), and `*` in them matches anything.
    """

    role: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()


EVERYONE = Who()
ASKED = Who._fields


class Grace(NamedTuple):
    """A grace period in days or months, one of them None.

    `after` is joined, promoted, or either: the later of the dates that are known.
    """

    days: int | None
    months: int | None
    after: str


class Rule(NamedTuple):
    """What the people in scope need on every day once their grace period is over.

    `warn_days`: for how many days before it ends the rule is reported as expiring. `severity` is
    error, warning or note.
    """

    id: str
    text: str | None
    who: Who
    excepted: Who | None
    needs: Requirement
    grace: Grace | None
    warn_days: int
    severity: str


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
    None for a title that is not a project role.
    """

    name: str
    text: str | None
    rules: tuple[Rule, ...]
    waivers: tuple[Waiver, ...] = ()
    titles: tuple[tuple[str, str | None], ...] = ()


class Place(NamedTuple):
    """What rules ask about a person's position in the company; None where it is not known.

    `role` and `level` are empty for a title that is not a project role.
    """

    role: str | None
    level: str | None
    title: str | None
    country: str | None
    tags: tuple[str, ...]


def place_of(person: Person, policy: Policy, catalog: Catalog) -> Place:
    """Find a person's position; the policy's titles take precedence over the catalogue's."""
    title = None if person.title is None else folded(person.title)
    role, level = person.role, person.level
    for pattern, told in policy.titles:
        if title is not None and fnmatchcase(title, pattern):
            role, level = (told, catalog.roles[told].level) if told else ("", "")
            break
    return Place(role, level, title, person.profile.country, person.tags)


def folded(title: str) -> str:
    """Normalize a title for comparison: lower case, single spaces."""
    return " ".join(title.casefold().split())


class Concern(NamedTuple):
    """Whether a rule applies to a person, and the keys without a value if that is unknown."""

    outcome: Outcome
    lacks: tuple[str, ...] = ()


def concerns(rule: Rule, place: Place) -> Concern:
    """Judge whether a rule applies to a person; it does not if its exception is met."""
    who = _meets(rule.who, place)
    if rule.excepted is None:
        return who
    spared = _meets(rule.excepted, place)
    if spared.outcome is Outcome.MET:
        return Concern(Outcome.UNMET)
    lacks = tuple(dict.fromkeys((*who.lacks, *spared.lacks)))
    return Concern(all_of([who.outcome, _NOT[spared.outcome]]), lacks)


def due(grace: Grace, person: Person) -> date | None:
    """Calculate the first day after the grace period; None if its start is not known."""
    days = {
        "joined": (person.joined,),
        "promoted": (person.promoted,),
        "either": (person.joined, person.promoted),
    }[grace.after]
    start = max((day for day in days if day), default=None)
    if start is None:
        return None
    if grace.months is not None:
        return months_after(start, grace.months)
    return date.fromordinal(start.toordinal() + (grace.days or 0))


def _meets(who: Who, place: Place) -> Concern:
    """Judge a scope in Kleene logic: one key that certainly fails settles it.

    Unknown keys matter only where no key fails.
    """
    found = {key: _key(key, getattr(who, key), place) for key in ASKED if getattr(who, key)}
    outcome = all_of(list(found.values()))
    if outcome is not Outcome.UNKNOWN:
        return Concern(outcome)
    return Concern(outcome, tuple(key for key, one in found.items() if one is Outcome.UNKNOWN))


def _key(key: str, words: tuple[str, ...], place: Place) -> Outcome:
    if key == "tag":  # never unknown: tags are given by the company, and none means none
        return _yes(not set(words).isdisjoint(place.tags))
    told: str | None = getattr(place, key)
    if told is None:
        return Outcome.UNKNOWN
    if key == "title":
        return _yes(any(fnmatchcase(told, word) for word in words))
    return _yes(told in words)


def _yes(holds: bool) -> Outcome:  # noqa: FBT001  turns a truth value into an outcome
    return Outcome.MET if holds else Outcome.UNMET


_NOT = {
    Outcome.MET: Outcome.UNMET,
    Outcome.UNMET: Outcome.MET,
    Outcome.UNKNOWN: Outcome.UNKNOWN,
}
