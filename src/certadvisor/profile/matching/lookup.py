"""Resolving names that a user asks about to catalogue records: suggested, never guessed."""

from collections.abc import Iterable

from certadvisor.catalog import names
from certadvisor.catalog.names import Found, name_key, nearest
from certadvisor.catalog.records import Catalog, Certification, Role
from certadvisor.errors import Fault, InputError, shortened

_NEAR = 2  # of certifications and of roles
HEAVIEST = 1000


def certification(text: str, catalog: Catalog) -> Certification:
    """Return the certification of this name. Raises InputError unless there is exactly one."""
    found = catalog.find_certification(text)
    if len(found.ids) > 1:
        ids = ", ".join(found.ids)
        raise _fault(text, "is a name that several certifications share", f"write one of: {ids}")
    if found.id is None and text in catalog.known_names:
        raise _fault(text, f"is {catalog.known_names[text]}, which has no record here", "")
    if found.id is None:
        raise _fault(text, "is no certification of the catalogue", meant(found.suggestions))
    return catalog.certifications[found.id]


def role(text: str, catalog: Catalog) -> tuple[Role, bool]:
    """Return the role of this name or job title, and whether it is the role's own name.

    Raises InputError unless there is exactly one.
    """
    found = catalog.find_role(text)
    if found.id is not None:
        return catalog.roles[found.id], True
    if found.ids:
        raise _fault(text, "names several roles", f"write one of: {', '.join(found.ids)}")
    from certadvisor.profile.matching.job_titles import match_title  # slow, and needed only here
    from certadvisor.profile.present_role import role_of_title

    known = role_of_title(text, catalog)
    if known is not None:
        return known, False
    guess = match_title(text, catalog).role
    near = ((guess,) if guess else ()) + found.suggestions
    remedy = meant(near[:3]) or "certadvisor roles lists them"
    raise _fault(text, "is no role of the catalogue, nor a title that surely means one", remedy)


def aim(text: str, catalog: Catalog) -> tuple[str, str]:
    """Return `certification` or `role`, and the id of this name. Raises InputError if unknown."""
    if text in catalog.roles:
        return "role", text
    found = catalog.find_certification(text)
    role = catalog.find_role(text)
    if found.ids or text in catalog.known_names:
        return "certification", certification(text, catalog).id
    if len(role.ids) == 1:
        return "role", role.ids[0]
    near = [*found.suggestions[:_NEAR], *role.suggestions[:_NEAR]]
    remedy = f"write one of: {', '.join(role.ids)}" if role.ids else meant(near)
    problem = "names several roles" if role.ids else "is no certification or role of the catalogue"
    raise _fault(text, problem, remedy)


def alike(names: Iterable[str], catalog: Catalog) -> tuple[str, tuple[str, ...]]:
    """Return the kind that all these names share (`certification` or `role`), and their ids.

    Raises InputError with every fault: unknown and repeated names, or two kinds.
    """
    found: dict[str, str] = {}
    faults: list[Fault] = []
    for text in names:
        try:
            kind, id = aim(text, catalog)
        except InputError as error:
            faults += error.faults
            continue
        if id in found:
            faults.append(Fault(f"`{shortened(text)}`", f"names {id} again", remedy="name another"))
        found[id] = kind
    if not faults and len(set(found.values())) > 1:
        problem = "is a role, and others are certifications"
        faults = [
            Fault(f"`{id}`", problem, remedy="compare like with like")
            for id, kind in found.items()
            if kind == "role"
        ]
    if faults:
        raise InputError(faults)
    return next(iter(found.values()), "certification"), tuple(found)


def record(text: str, catalog: Catalog) -> tuple[str, Found]:
    """Return the collection and the match of this name: a certification, role, level or skill.

    Raises InputError if there is none; the match can have several ids.
    """
    if name_key(text) in {name_key(role) for role in catalog.roles}:
        return "roles", catalog.find_role(text)
    levels = {name_key(id): (id,) for id in catalog.pages("levels")}
    skills = {name_key(name): (id,) for id, name in catalog.skills.items()}
    skills.update({name_key(id): (id,) for id in catalog.skills})
    near: list[str] = []
    for collection, find in (
        ("certifications", catalog.find_certification),
        ("roles", catalog.find_role),
        ("levels", lambda name: names.find(name, levels)),
        ("skills", lambda name: names.find(name, skills)),
    ):
        found = find(text)
        if found.ids:
            return collection, found
        near += found.suggestions
    remedy = meant(near[:3]) or "certadvisor list and certadvisor roles tell the ids"
    raise _fault(text, "is no certification, role, level or skill of the catalogue", remedy)


def one_of(option: str, given: Iterable[str], known: Iterable[str]) -> frozenset[str]:
    """Return the words of an option. Raises InputError with each that is not in the catalogue."""
    words = {word: (word,) for word in known}
    faults = [
        Fault(
            option,
            f"`{shortened(word)}` is not in the catalogue",
            remedy=meant(nearest(word, words)),
        )
        for word in given
        if word not in words
    ]
    if faults:
        raise InputError(faults)
    return frozenset(given)


def weight(written: str, catalog: Catalog) -> tuple[str, float]:
    """Parse `demand=2` into a factor and its weight. Raises InputError if it cannot."""
    name, _, number = written.partition("=")
    one_of("--weight", [name], catalog.tables.weights)
    try:
        value = float(number)
    except ValueError:
        value = -1.0
    if not 0 <= value <= HEAVIEST:
        remedy = f"write {name}=2, from 0 to {HEAVIEST}"
        raise InputError([Fault("--weight", f"`{written}` gives no weight", remedy=remedy)])
    return name, value


def meant(suggestions: Iterable[str]) -> str:
    """Return "did you mean …?" with the suggestions; empty where there are none."""
    named = [f"`{name}`" for name in dict.fromkeys(suggestions)]
    return f"did you mean {' or '.join(named)}?" if named else ""


def _fault(text: str, problem: str, remedy: str) -> InputError:
    return InputError([Fault(f"`{shortened(text)}`", problem, remedy=remedy)])
