"""An employer's policy, ready to be judged: whom each rule concerns, and what it asks."""

from datetime import date
from fnmatch import fnmatchcase
from typing import NamedTuple

from certadvisor.base.months import months_after
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Requirement
from certadvisor.people.person import Person
from certadvisor.rules.outcome import Outcome, all_of


class Who(NamedTuple):
    """Whom a rule concerns; under each key any one of the words, and everybody where all are empty.

    Titles are folded, and `*` in them stands for anything.
    """

    role: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()


EVERYONE = Who()
ASKED = Who._fields


class Grace(NamedTuple):
    """Time after a day; `after` is joined, promoted, or either (the later one of those told)."""

    days: int | None
    months: int | None
    after: str


class Rule(NamedTuple):
    """What those concerned need on every day once their grace is over.

    `warn_days`: from so many days before it ends on, it is told. `severity` is
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
    """A person excused from a rule through the last day `until`."""

    person: str
    rule: str
    reason: str
    by: str
    until: date


class Policy(NamedTuple):
    """The rules, who is excused from which, and what titles of the company's own stand for.

    `titles`: a folded title, in which `*` stands for anything, and its role, or None for none.
    """

    name: str
    text: str | None
    rules: tuple[Rule, ...]
    waivers: tuple[Waiver, ...] = ()
    titles: tuple[tuple[str, str | None], ...] = ()


class Place(NamedTuple):
    """What rules ask of a person's place in the company; None where nobody can tell.

    A role of no career ladder is the empty word, and so is its level.
    """

    role: str | None
    level: str | None
    title: str | None
    country: str | None
    tags: tuple[str, ...]


def place_of(person: Person, policy: Policy, catalog: Catalog) -> Place:
    """The title's role as the policy tells it, else as the catalogue surely knows it."""
    title = None if person.title is None else folded(person.title)
    role, level = person.role, person.level
    for pattern, told in policy.titles:
        if title is not None and fnmatchcase(title, pattern):
            role, level = (told, catalog.roles[told].level) if told else ("", "")
            break
    return Place(role, level, title, person.profile.country, person.tags)


def folded(title: str) -> str:
    """A title as it is compared: case and spaces aside."""
    return " ".join(title.casefold().split())


class Concern(NamedTuple):
    """Whether a rule concerns a person, and where nobody can tell, the keys that would tell it."""

    outcome: Outcome
    lacks: tuple[str, ...] = ()


def concerns(rule: Rule, place: Place) -> Concern:
    """Whether a rule concerns somebody; it does not where the exception is met."""
    who = _meets(rule.who, place)
    if rule.excepted is None:
        return who
    spared = _meets(rule.excepted, place)
    if spared.outcome is Outcome.MET:
        return Concern(Outcome.UNMET)
    lacks = tuple(dict.fromkeys((*who.lacks, *spared.lacks)))
    return Concern(all_of([who.outcome, _NOT[spared.outcome]]), lacks)


def due(grace: Grace, person: Person) -> date | None:
    """The first day after the grace, None where the day that it begins on is not told."""
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
    """Kleene: one key that surely fails settles it, whatever the others lack."""
    found = {key: _key(key, getattr(who, key), place) for key in ASKED if getattr(who, key)}
    outcome = all_of(list(found.values()))
    if outcome is not Outcome.UNKNOWN:
        return Concern(outcome)
    return Concern(outcome, tuple(key for key, one in found.items() if one is Outcome.UNKNOWN))


def _key(key: str, words: tuple[str, ...], place: Place) -> Outcome:
    if key == "tag":  # a person without tags has none: they are the company's own words
        return _yes(not set(words).isdisjoint(place.tags))
    told: str | None = getattr(place, key)
    if told is None:
        return Outcome.UNKNOWN
    if key == "title":
        return _yes(any(fnmatchcase(told, word) for word in words))
    return _yes(told in words)


def _yes(holds: bool) -> Outcome:  # noqa: FBT001  a truth on its way to three values
    return Outcome.MET if holds else Outcome.UNMET


_NOT = {
    Outcome.MET: Outcome.UNMET,
    Outcome.UNMET: Outcome.MET,
    Outcome.UNKNOWN: Outcome.UNKNOWN,
}
