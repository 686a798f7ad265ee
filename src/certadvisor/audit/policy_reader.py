"""Reads policy files: compiles requirements, resolves names, reports faults with their lines."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from math import comb
from pathlib import Path

from certadvisor.audit.policy import ASKED, EVERYONE, Grace, Policy, Rule, Waiver, Who, folded
from certadvisor.base.partial_date import PartialDate
from certadvisor.base.scalars import did_you_mean, quoted
from certadvisor.base.yaml_reader import Document, Path_, read_file
from certadvisor.catalog.compiler import requirement_row
from certadvisor.catalog.definitions import policy as form
from certadvisor.catalog.definitions import requirement as language
from certadvisor.catalog.definitions.reader import place_of, read_definitions
from certadvisor.catalog.loader import requirement_of
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.references import leaves_of
from certadvisor.catalog.requirement import AllOf, AnyOf, Requirement
from certadvisor.errors import Fault, InputError

NONE = "none"  # the role of a title that is not a project role
_WAYS = 1_000  # combinations of an "at least", each of which is judged


def read_policy(path: Path, catalog: Catalog, *, shown: str | None = None) -> Policy:
    """Read a policy file. Raises InputError with every fault found."""
    return policy_in(read_file(path, shown=shown), catalog)


def policy_in(document: Document, catalog: Catalog) -> Policy:
    """Read a document as a policy. Raises InputError with every fault found."""
    file = read_definitions(form.PolicyFile, document)
    faults = [
        document.fault(path, problem, remedy, place_of(path, document.data))
        for path, problem, remedy in _loose_ends(file, catalog)
    ]
    if faults:
        raise InputError(sorted(faults, key=_line))
    groups = {id: list(members) for id, members in catalog.groups.items()}
    return Policy(
        file.policy,
        file.text,
        tuple(_rule(rule, file, groups) for rule in file.rules),
        tuple(
            Waiver(one.person, one.rule, one.reason, one.by, PartialDate.parse(one.until).last)
            for one in file.waivers
        ),
        tuple((folded(title), None if id == NONE else id) for title, id in file.titles.items()),
    )


def _line(fault: Fault) -> int:
    return fault.line or 0


def _rule(rule: form.PolicyRule, file: form.PolicyFile, groups: dict[str, list[str]]) -> Rule:
    return Rule(
        rule.id,
        rule.text,
        EVERYONE if isinstance(rule.who, str) else _who(rule.who),
        None if rule.except_ is None else _who(rule.except_),
        _needs(rule.needs, groups),
        None if rule.grace is None else Grace(rule.grace.days, rule.grace.months, rule.grace.after),
        file.warn_days if rule.warn_days is None else rule.warn_days,
        rule.severity,
    )


def _who(who: form.Who) -> Who:
    told = {key: who.words(key) for key in ASKED}
    return Who(**{**told, "title": tuple(map(folded, told["title"]))})


def _needs(needs: form.AtLeast | language.Requirement, groups: dict[str, list[str]]) -> Requirement:
    """Compile a requirement; "at least N" becomes any of the combinations of N.

    So dates and shortfalls need no code of their own.
    """
    if not isinstance(needs, form.AtLeast):
        return requirement_of(requirement_row(needs, groups))
    asked = [requirement_of(requirement_row(one, groups)) for one in needs.of]
    if needs.at_least == len(asked):
        return AllOf(tuple(asked))
    if needs.at_least == 1:
        return AnyOf(tuple(asked))
    return AnyOf(tuple(AllOf(ways) for ways in combinations(asked, needs.at_least)))


_Loose = tuple[Path_, str, str]


def _loose_ends(file: form.PolicyFile, catalog: Catalog) -> Iterator[_Loose]:
    """Find every unknown or duplicate name, and lists with too many combinations."""
    yield from _unknown(("titles",), file.titles.values(), "role", (*catalog.roles, NONE))
    rules: list[str] = []
    for at, rule in enumerate(file.rules):
        path: Path_ = ("rules", at)
        if rule.id in rules:
            yield (*path, "id"), "two rules have this id", "rename one"
        rules.append(rule.id)
        for key in ("who", "except"):
            who = rule.who if key == "who" else rule.except_
            if isinstance(who, form.Who):
                named = who.words("role")
                yield from _unknown((*path, key, "role"), named, "role", catalog.roles)
        needs = rule.needs
        if isinstance(needs, form.AtLeast) and comb(len(needs.of), needs.at_least) > _WAYS:
            remedy = "list fewer, or write several rules"
            yield (*path, "needs", "of"), f"may be met in more than {_WAYS} ways", remedy
        for node in needs.of if isinstance(needs, form.AtLeast) else (needs,):
            for leaf in leaves_of(node):
                yield from _of_leaf((*path, "needs"), leaf, catalog)
    for at, waiver in enumerate(file.waivers):
        yield from _unknown(("waivers", at, "rule"), (waiver.rule,), "rule", rules)


def _of_leaf(path: Path_, leaf: object, catalog: Catalog) -> Iterator[_Loose]:
    if isinstance(leaf, language.Experience):
        kind, asked = (leaf.experience,), tuple(filter(None, (leaf.responsibility,)))
        yield from _unknown(path, kind, "kind of experience", catalog.kinds)
        yield from _unknown(path, asked, "responsibility", catalog.responsibilities)
    if isinstance(leaf, language.Holds):
        named = (leaf.holds,) if isinstance(leaf.holds, str) else leaf.holds
        known = (*catalog.certifications, *catalog.known_names, *catalog.groups)
        yield from _unknown(path, named, "certification", known, _by_name(catalog))
    if isinstance(leaf, language.Membership):
        yield from _unknown(path, (leaf.membership,), "issuer", catalog.issuers)


def _by_name(catalog: Catalog) -> Callable[[str], str | None]:
    def id_of(name: str) -> str | None:
        found = catalog.find_certification(name).ids
        return f"did you mean {' or '.join(f'`{id}`' for id in found)}?" if found else None

    return id_of


def _unknown(
    path: Path_,
    ids: Iterable[str],
    what: str,
    known: Iterable[str],
    remedy: Callable[[str], str | None] = lambda _: None,
) -> Iterator[_Loose]:
    names = tuple(known)
    for id in ids:
        if id not in names:
            told = remedy(id) or did_you_mean(id, names, "mend the id")
            yield path, f"no {what} {quoted(id)}", told
