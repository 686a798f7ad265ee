"""Resolving names that a user asks about to catalogue records: suggested, never guessed."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from certadvisor.base.kebab import kebab
from certadvisor.base.suggest import suggestion
from certadvisor.catalog import names
from certadvisor.catalog.names import NameMatch, index_names, match_name, name_key
from certadvisor.catalog.records import LEVELS, Catalog, Certification, RawRecord, Role
from certadvisor.errors import Fault, InputError, shorten

_SUGGESTIONS = 2  # of certifications and of roles
MAX_WEIGHT = 1000


class GoalKind(StrEnum):
    """What a person can plan for, and compare."""

    CERTIFICATION = "certification"
    ROLE = "role"


def resolve_certification(text: str, catalog: Catalog) -> Certification:
    """Return the certification of this name. Raises InputError unless there is exactly one."""
    if text in catalog.certifications:  # its own id is never ambiguous
        return catalog.certifications[text]
    match = catalog.find_certification(text)
    if len(match.ids) > 1:
        ids = ", ".join(match.ids)
        raise _fault(text, "is a name that several certifications share", f"write one of: {ids}")
    if match.id is None and text in catalog.known_names:
        raise _fault(text, f"is {catalog.known_names[text]}, which has no record here", "")
    if match.id is None:
        raise _fault(text, "is not a certification in the catalogue", _near(text, match, catalog))
    return catalog.certifications[match.id]


def resolve_role(text: str, catalog: Catalog) -> tuple[Role, bool]:
    """Return the role of this name or job title, and whether it is the role's own name.

    Raises InputError unless there is exactly one.
    """
    match = catalog.find_role(text)
    if match.id is not None:
        return catalog.roles[match.id], True
    if match.ids:
        raise _fault(text, "names several roles", f"write one of: {', '.join(match.ids)}")
    from certadvisor.profile.matching.job_titles import (
        match_title,  # slow, and needed only here
        role_of_title,
    )

    title_role = role_of_title(text, catalog)
    if title_role is not None:
        return title_role, False
    guess = match_title(text, catalog).role
    suggestions = ((guess,) if guess else ()) + match.suggestions
    remedy = suggestion(suggestions[:3]) or "certadvisor roles lists them"
    raise _fault(text, "is not a role in the catalogue or a job title we recognise", remedy)


def resolve_start(text: str, catalog: Catalog) -> tuple[Role, bool]:
    """Return the role to start from, as `resolve_role` does, or a job outside the ladder.

    Such a job is a role without a level of its own: `catalog.raw_records("starting_points")`
    has its id.
    """
    try:
        return resolve_role(text, catalog)
    except InputError:
        starts = catalog.raw_records("starting_points")
        from certadvisor.profile.matching.job_titles import starting_point_of_title  # as above

        id = text if text in starts else starting_point_of_title(text, catalog)
        near = starting_points_named(text, catalog)
        if id is None and near:
            raise _fault(text, "is only a part of a job title", suggestion(near)) from None
        if id is None:
            raise
        start = starts[id]
        names = {name_key(name) for name in (id, start["title"], *start.get("aliases", ()))}
        return starting_role(id, start), name_key(text) in names


def starting_points_named(text: str, catalog: Catalog) -> list[str]:
    """Return the jobs outside the ladder whose id has these words: `engineer`, `analyst`."""
    words = set(kebab(shorten(text)).split("-"))
    return [id for id in catalog.raw_records("starting_points") if words <= set(id.split("-"))]


def starting_role(id: str, start: RawRecord) -> Role:
    """A job outside the ladder as a role that leads to the first roles of the ladder."""
    return Role(
        id=id,
        title=start["title"],
        level=LEVELS[0],
        aliases=tuple(start.get("aliases", ())),
        kinds=tuple(start["kinds"]),
        skills=(),
        preferred=(),
        helpful=(),
        sourced=(),
        next_roles=tuple(role["id"] for role in start["first_roles"]),
        local={},
    )


def resolve_goal(text: str, catalog: Catalog) -> tuple[GoalKind, str]:
    """Return the kind and the id of this name. Raises InputError if unknown."""
    if text in catalog.roles:
        return GoalKind.ROLE, text
    if text in catalog.certifications:
        return GoalKind.CERTIFICATION, text
    match = catalog.find_certification(text)
    role_match = catalog.find_role(text)
    if match.ids or text in catalog.known_names:
        return GoalKind.CERTIFICATION, resolve_certification(text, catalog).id
    if len(role_match.ids) == 1:
        return GoalKind.ROLE, role_match.ids[0]
    near = match.suggestions[:_SUGGESTIONS] if _near(text, match, catalog) else ()
    suggestions = [*near, *role_match.suggestions[:_SUGGESTIONS]]
    remedy = (
        f"write one of: {', '.join(role_match.ids)}" if role_match.ids else suggestion(suggestions)
    )
    problem = (
        "names several roles"
        if role_match.ids
        else "is not a certification or role in the catalogue"
    )
    raise _fault(text, problem, remedy)


def resolve_same_kind(names: Iterable[str], catalog: Catalog) -> tuple[GoalKind, tuple[str, ...]]:
    """Return the kind that all these names share, and their ids.

    Raises InputError with every fault: unknown and repeated names, or two kinds.
    """
    kinds_by_id: dict[str, GoalKind] = {}
    faults: list[Fault] = []
    for text in names:
        try:
            kind, id = resolve_goal(text, catalog)
        except InputError as error:
            faults += error.faults
            continue
        if id in kinds_by_id:
            faults.append(Fault(f"`{shorten(text)}`", f"names {id} again", remedy="name another"))
        kinds_by_id[id] = kind
    if not faults and len(set(kinds_by_id.values())) > 1:
        problem = "is a role, and others are certifications"
        faults = [
            Fault(f"`{id}`", problem, remedy="compare like with like")
            for id, kind in kinds_by_id.items()
            if kind is GoalKind.ROLE
        ]
    if faults:
        raise InputError(faults)
    return next(iter(kinds_by_id.values()), GoalKind.CERTIFICATION), tuple(kinds_by_id)


def resolve_record(text: str, catalog: Catalog) -> tuple[str, NameMatch]:
    """Return the collection and the match of this name.

    It is that of a certification, a role, a level, a skill or a job outside the ladder.

    Raises InputError if there is none; the match can have several ids.
    """
    if name_key(text) in {name_key(role) for role in catalog.roles}:
        return "roles", catalog.find_role(text)
    levels = {name_key(id): (id,) for id in catalog.raw_records("levels")}
    skills = {name_key(name): (id,) for id, name in catalog.skills.items()}
    skills.update({name_key(id): (id,) for id in catalog.skills})
    starts = {
        name_key(name): (id,)
        for id, start in catalog.raw_records("starting_points").items()
        for name in (id, start["title"], *start.get("aliases", ()))
    }
    suggestions: list[str] = []
    for collection, find in (
        ("certifications", catalog.find_certification),
        ("roles", catalog.find_role),
        ("levels", lambda name: names.match_name(name, levels)),
        ("skills", lambda name: names.match_name(name, skills)),
        ("starting_points", lambda name: names.match_name(name, starts)),
    ):
        match = find(text)
        if match.ids:
            return collection, match
        suggestions += match.suggestions
    remedy = suggestion(suggestions[:3]) or "certadvisor list and certadvisor roles show the ids"
    raise _fault(text, "is not a certification, role, level, skill or job in the catalogue", remedy)


def check_known(
    option: str,
    words: Iterable[str],
    known: Iterable[str],
    names: Mapping[str, str] = MappingProxyType({}),
) -> frozenset[str]:
    """Return the ids that the words of an option mean, case and punctuation aside.

    A word is one of the `known` ids, or the name that `names` has for it. Raises InputError with
    each that is not in the catalogue, and each name that several share.
    """
    ids_by_key = index_names((id, (id, names.get(id, id))) for id in known)
    matches = {word: match_name(word, ids_by_key) for word in words}
    faults = [
        Fault(
            option,
            f"`{shorten(word)}` is {'a name of several' if match.ids else 'not in the catalogue'}",
            remedy=suggestion(match.ids or match.suggestions),
        )
        for word, match in matches.items()
        if match.id is None
    ]
    if faults:
        raise InputError(faults)
    return frozenset(match.id for match in matches.values() if match.id is not None)


def parse_weight(text: str, catalog: Catalog) -> tuple[str, float]:
    """Parse `demand=2` into a factor and its weight. Raises InputError if it cannot."""
    name, _, number = text.partition("=")
    (name,) = check_known("--weight", [name], catalog.tables.weights)
    try:
        value = float(number)
    except ValueError:
        value = -1.0
    if not 0 <= value <= MAX_WEIGHT:
        remedy = f"write {name}=2, from 0 to {MAX_WEIGHT}"
        raise InputError([Fault("--weight", f"`{text}` gives no weight", remedy=remedy)])
    return name, value


def _near(text: str, match: NameMatch, catalog: Catalog) -> str:
    """Suggest the nearest names, but not for another certification known by that name."""
    from certadvisor.profile.matching.written_credentials import is_elsewhere

    return "" if is_elsewhere(text, catalog) else suggestion(match.suggestions)


def _fault(text: str, problem: str, remedy: str) -> InputError:
    return InputError([Fault(f"`{shorten(text)}`", problem, remedy=remedy)])
