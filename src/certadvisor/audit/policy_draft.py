"""What a first policy for a team can be made of: its roles, what employers prefer for them, titles.

Nothing is judged here: a draft says what the table holds, and the company decides what it asks.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.catalog.records import LEVELS, Catalog, Role
from certadvisor.people.person import Person, Reject
from certadvisor.profile.matching.job_titles import starting_point_of_title


class RoleInTeam(NamedTuple):
    """A role that people of the table have, and the countries that they live in, sorted."""

    role: Role
    people: int
    countries: tuple[str, ...]


class UnknownTitle(NamedTuple):
    """A title that stands for no role.

    `starting_point` is the id of the job outside the career ladder that it confidently names.
    """

    title: str
    people: int
    starting_point: str | None


class PolicyDraft(NamedTuple):
    """The roles by level, and the titles that stand for none, those of most people first.

    `without_title` counts people, `undated` those with a certification that has no date or one in
    doubt, `knows_joining` whether any day of joining is known.
    """

    people: int
    roles: tuple[RoleInTeam, ...]
    titles: tuple[UnknownTitle, ...]
    without_title: int
    undated: int
    knows_joining: bool


def draft_policy(rows: Iterable[Person | Reject], catalog: Catalog) -> PolicyDraft:
    """Gather what a first policy rests on; rejected rows count for nothing."""
    people = [row for row in rows if isinstance(row, Person)]
    titles = Counter(one.title for one in people if one.role is None and one.title)
    return PolicyDraft(
        people=len(people),
        roles=_roles(people, catalog),
        titles=tuple(
            UnknownTitle(title, count, starting_point_of_title(title, catalog))
            for title, count in titles.most_common()
        ),
        without_title=sum(one.role is None and not one.title for one in people),
        undated=sum(map(_has_undated, people)),
        knows_joining=any(one.joined for one in people),
    )


def _roles(people: list[Person], catalog: Catalog) -> tuple[RoleInTeam, ...]:
    by_role: dict[str, list[Person]] = {}
    for person in people:
        if person.role:
            by_role.setdefault(person.role, []).append(person)
    roles = [
        RoleInTeam(
            catalog.roles[id],
            len(members),
            tuple(sorted({one.profile.country for one in members if one.profile.country})),
        )
        for id, members in by_role.items()
    ]
    return tuple(sorted(roles, key=lambda one: (LEVELS.index(one.role.level), one.role.id)))


def _has_undated(person: Person) -> bool:
    return any(
        one.earned_unknown or one.expires_unknown or (one.earned is None and one.expires is None)
        for one in person.profile.certifications or ()
    )
