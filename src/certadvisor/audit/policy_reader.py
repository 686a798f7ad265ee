"""Reads policy files: compiles requirements, resolves names, reports faults with their lines."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from math import comb
from pathlib import Path
from typing import assert_never

from certadvisor.audit.policy import (
    EVERYONE,
    SCOPE_KEYS,
    Grace,
    GraceStart,
    Policy,
    PolicyRule,
    RuleSeverity,
    Scope,
    UnknownLimit,
    Waiver,
    fold_title,
)
from certadvisor.base.document import DataPath, Document
from certadvisor.base.partial_date import PartialDate
from certadvisor.base.scalars import quote
from certadvisor.base.suggest import did_you_mean, suggestion
from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.compiler import compile_requirement
from certadvisor.catalog.definitions import policy as form
from certadvisor.catalog.definitions import requirement as language
from certadvisor.catalog.definitions.reader import describe_path, read_definitions
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.references import leaves_of
from certadvisor.catalog.requirement import AllOf, AnyOf, Requirement
from certadvisor.errors import Fault, InputError

NO_ROLE = "none"  # the role of a title that is not a project role
_MAX_COMBINATIONS = 1_000  # combinations of an "at least", each of which is judged


def load_policy(path: Path, catalog: Catalog, *, shown: str | None = None) -> Policy:
    """Read a policy file. Raises InputError with every fault found."""
    return parse_policy(read_file(path, display_name=shown), catalog)


def parse_policy(document: Document, catalog: Catalog) -> Policy:
    """Read a document as a policy. Raises InputError with every fault found."""
    file = read_definitions(form.PolicyFile, document)
    faults = [
        document.fault(path, problem, remedy, describe_path(path, document.data))
        for path, problem, remedy in _find_problems(file, catalog)
    ]
    if faults:
        raise InputError(sorted(faults, key=_line_of))
    return Policy(
        file.policy,
        file.text,
        tuple(_compile_rule(rule, file, catalog.groups) for rule in file.rules),
        tuple(
            Waiver(one.person, one.rule, one.reason, one.by, PartialDate.parse(one.until).last)
            for one in file.waivers
        ),
        tuple(
            (fold_title(title), None if id == NO_ROLE else id) for title, id in file.titles.items()
        ),
        accepts_undated=file.undated is not None,
    )


def _line_of(fault: Fault) -> int:
    return fault.line or 0


def _compile_rule(
    rule: form.PolicyRule, file: form.PolicyFile, groups: language.Groups
) -> PolicyRule:
    return PolicyRule(
        rule.id,
        rule.text,
        EVERYONE if isinstance(rule.who, str) else _compile_scope(rule.who),
        None if rule.except_ is None else _compile_scope(rule.except_),
        _compile_needs(rule.needs, groups),
        None if rule.grace is None else _compile_grace(rule.grace),
        file.warn_days if rule.warn_days is None else rule.warn_days,
        RuleSeverity(rule.severity),
        _compile_limit(file.max_unknown if rule.max_unknown is None else rule.max_unknown),
    )


def _compile_limit(limit: int | str | None) -> UnknownLimit | None:
    if limit is None or isinstance(limit, int):
        return None if limit is None else UnknownLimit(people=limit)
    return UnknownLimit(percent=int(limit.removesuffix("%")))


def _compile_grace(grace: form.Grace) -> Grace:
    return Grace(grace.days, grace.months, GraceStart(grace.after))


def _compile_scope(scope: form.Who) -> Scope:
    words = {key: scope.values_of(key) for key in SCOPE_KEYS}
    return Scope(**{**words, "title": tuple(map(fold_title, words["title"]))})


def _compile_needs(
    needs: form.AtLeast | language.Requirement, groups: language.Groups
) -> Requirement:
    """Compile a requirement; "at least N" becomes any of the combinations of N.

    So dates and shortfalls need no code of their own.
    """
    if not isinstance(needs, form.AtLeast):
        return compile_requirement(needs, groups)
    requirements = [compile_requirement(one, groups) for one in needs.of]
    if needs.at_least == len(requirements):
        return AllOf(tuple(requirements))
    if needs.at_least == 1:
        return AnyOf(tuple(requirements))
    return AnyOf(tuple(AllOf(chosen) for chosen in combinations(requirements, needs.at_least)))


_PolicyProblem = tuple[DataPath, str, str]


def _find_problems(file: form.PolicyFile, catalog: Catalog) -> Iterator[_PolicyProblem]:
    """Find every unknown or duplicate name, and lists with too many combinations."""
    yield from _unknown_ids(("titles",), file.titles.values(), "role", (*catalog.roles, NO_ROLE))
    rule_ids: list[str] = []
    for index, rule in enumerate(file.rules):
        path: DataPath = ("rules", index)
        if rule.id in rule_ids:
            yield (*path, "id"), "two rules have this id", "rename one"
        rule_ids.append(rule.id)
        for key in ("who", "except"):
            scope = rule.who if key == "who" else rule.except_
            if isinstance(scope, form.Who):
                role_ids = scope.values_of("role")
                yield from _unknown_ids((*path, key, "role"), role_ids, "role", catalog.roles)
        needs = rule.needs
        if (
            isinstance(needs, form.AtLeast)
            and comb(len(needs.of), needs.at_least) > _MAX_COMBINATIONS
        ):
            remedy = "list fewer, or write several rules"
            yield (
                (*path, "needs", "of"),
                f"may be met in more than {_MAX_COMBINATIONS} ways",
                remedy,
            )
        for node in needs.of if isinstance(needs, form.AtLeast) else (needs,):
            for leaf in leaves_of(node):
                yield from _leaf_problems((*path, "needs"), leaf, catalog)
    for index, waiver in enumerate(file.waivers):
        yield from _unknown_ids(("waivers", index, "rule"), (waiver.rule,), "rule", rule_ids)


def _leaf_problems(
    path: DataPath, leaf: language.LeafDefinition, catalog: Catalog
) -> Iterator[_PolicyProblem]:
    for thing, id in leaf.named_ids():
        match thing:
            case language.NamedThing.KIND:
                yield from _unknown_ids(path, (id,), thing, catalog.kinds)
            case language.NamedThing.RESPONSIBILITY:
                yield from _unknown_ids(path, (id,), thing, catalog.responsibilities)
            case language.NamedThing.CERTIFICATION:
                known = (*catalog.certifications, *catalog.known_names, *catalog.groups)
                yield from _unknown_ids(path, (id,), thing, known, _name_suggestions(catalog))
            case language.NamedThing.MEMBERSHIP:
                yield from _unknown_ids(path, (id,), "issuer", catalog.issuers)
            case _:
                assert_never(thing)


def _name_suggestions(catalog: Catalog) -> Callable[[str], str]:
    def suggest(name: str) -> str:
        return suggestion(catalog.find_certification(name).ids)

    return suggest


def _unknown_ids(
    path: DataPath,
    ids: Iterable[str],
    what: str,
    known: Iterable[str],
    remedy: Callable[[str], str] = lambda _: "",
) -> Iterator[_PolicyProblem]:
    names = tuple(known)
    for id in ids:
        if id not in names:
            yield (
                path,
                f"no {what} {quote(id)}",
                remedy(id) or did_you_mean(id, names, "fix the id"),
            )
