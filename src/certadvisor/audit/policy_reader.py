"""Reads policy files: compiles requirements, resolves names, reports faults with their lines."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from math import comb
from pathlib import Path

from certadvisor.audit.policy import (
    EVERYONE,
    SCOPE_KEYS,
    Grace,
    GraceStart,
    Policy,
    PolicyRule,
    RuleSeverity,
    Scope,
    Waiver,
    fold_title,
)
from certadvisor.base.partial_date import PartialDate
from certadvisor.base.scalars import did_you_mean, quote
from certadvisor.base.yaml_reader import DataPath, Document, read_file
from certadvisor.catalog.compiler import encode_requirement
from certadvisor.catalog.definitions import policy as form
from certadvisor.catalog.definitions import requirement as language
from certadvisor.catalog.definitions.reader import describe_path, read_definitions
from certadvisor.catalog.loader import decode_requirement
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
    groups = {id: list(members) for id, members in catalog.groups.items()}
    return Policy(
        file.policy,
        file.text,
        tuple(_compile_rule(rule, file, groups) for rule in file.rules),
        tuple(
            Waiver(one.person, one.rule, one.reason, one.by, PartialDate.parse(one.until).last)
            for one in file.waivers
        ),
        tuple(
            (fold_title(title), None if id == NO_ROLE else id) for title, id in file.titles.items()
        ),
    )


def _line_of(fault: Fault) -> int:
    return fault.line or 0


def _compile_rule(
    rule: form.PolicyRule, file: form.PolicyFile, groups: dict[str, list[str]]
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
    )


def _compile_grace(grace: form.Grace) -> Grace:
    return Grace(grace.days, grace.months, GraceStart(grace.after))


def _compile_scope(scope: form.Who) -> Scope:
    words = {key: scope.values_of(key) for key in SCOPE_KEYS}
    return Scope(**{**words, "title": tuple(map(fold_title, words["title"]))})


def _compile_needs(
    needs: form.AtLeast | language.Requirement, groups: dict[str, list[str]]
) -> Requirement:
    """Compile a requirement; "at least N" becomes any of the combinations of N.

    So dates and shortfalls need no code of their own.
    """
    if not isinstance(needs, form.AtLeast):
        return decode_requirement(encode_requirement(needs, groups))
    requirements = [decode_requirement(encode_requirement(one, groups)) for one in needs.of]
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


def _leaf_problems(path: DataPath, leaf: object, catalog: Catalog) -> Iterator[_PolicyProblem]:
    if isinstance(leaf, language.Experience):
        kind, responsibility = (leaf.experience,), tuple(filter(None, (leaf.responsibility,)))
        yield from _unknown_ids(path, kind, "kind of experience", catalog.kinds)
        yield from _unknown_ids(path, responsibility, "responsibility", catalog.responsibilities)
    if isinstance(leaf, language.Holds):
        names = (leaf.holds,) if isinstance(leaf.holds, str) else leaf.holds
        known = (*catalog.certifications, *catalog.known_names, *catalog.groups)
        yield from _unknown_ids(path, names, "certification", known, _name_suggestions(catalog))
    if isinstance(leaf, language.Membership):
        yield from _unknown_ids(path, (leaf.membership,), "issuer", catalog.issuers)


def _name_suggestions(catalog: Catalog) -> Callable[[str], str | None]:
    def suggest(name: str) -> str | None:
        ids = catalog.find_certification(name).ids
        return f"did you mean {' or '.join(f'`{id}`' for id in ids)}?" if ids else None

    return suggest


def _unknown_ids(
    path: DataPath,
    ids: Iterable[str],
    what: str,
    known: Iterable[str],
    remedy: Callable[[str], str | None] = lambda _: None,
) -> Iterator[_PolicyProblem]:
    names = tuple(known)
    for id in ids:
        if id not in names:
            suggestion = remedy(id) or did_you_mean(id, names, "mend the id")
            yield path, f"no {what} {quote(id)}", suggestion
