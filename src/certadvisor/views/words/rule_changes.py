"""A new version of a rule as its difference from the one before."""

from collections.abc import Sequence

from certadvisor.catalog.records import Catalog, RuleVersion
from certadvisor.catalog.requirement import AllOf, AnyOf, Leaf, Requirement
from certadvisor.linting.catalog_diff import CatalogChange, rule_difference
from certadvisor.views.words import leaves, phrases
from certadvisor.views.words.changes import same_kind_pairs


def difference_text(
    old: RuleVersion | None, new: RuleVersion, catalog: Catalog, id: str
) -> str | None:
    """What a new version changes, in a few words; None where only the whole rule says it.

    That is so where requirements are combined otherwise, or where there was no rule.
    """
    if old is None:
        return None
    removed, added = rule_difference(
        CatalogChange("certifications", id, "rule", old, new, new.since)
    )
    pairs = same_kind_pairs(removed, added)
    texts = [
        f"{phrases.requirement(after, catalog)} instead of {leaves.amount_text(before)}"
        for before, after in pairs
    ]
    if not _is_only_change(old, new, pairs):
        if not (_is_plain_list(old) and _is_plain_list(new)):
            return None
        paired = [leaf for pair in pairs for leaf in pair]
        texts += [
            f"{phrases.requirement(leaf, catalog)} no longer required"
            for leaf in removed
            if leaf not in paired
        ]
        texts += [
            f"{phrases.requirement(leaf, catalog)} required as well"
            for leaf in added
            if leaf not in paired
        ]
    return "; ".join(texts) or None


_Pairs = Sequence[tuple[Leaf, Leaf]]


def _is_only_change(old: RuleVersion, new: RuleVersion, pairs: _Pairs) -> bool:
    """Whether the old version with these leaves replaced is the new one."""
    return _replaced(old.sit, pairs) == new.sit and _replaced(old.award, pairs) == new.award


def _replaced(node: Requirement, pairs: _Pairs) -> Requirement:
    if isinstance(node, AllOf | AnyOf):
        return node._replace(children=tuple(_replaced(child, pairs) for child in node.children))
    return next((new for old, new in pairs if type(old) is type(node) and old == node), node)


def _is_plain_list(rule: RuleVersion) -> bool:
    """Whether a version asks for a list of conditions, all of them, for exam and award alike."""
    if rule.has_separate_exam_rule:
        return False
    node = rule.sit
    children = node.children if isinstance(node, AllOf) else (node,)
    return not any(isinstance(child, AllOf | AnyOf) for child in children)
