"""An entry rule in a few short lines: the requirements, and the options to choose from."""

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import AllOf, AnyOf, Requirement
from certadvisor.views.words import leaves, phrases


def rule_lines(requirement: Requirement, catalog: Catalog) -> list[str]:
    """One line per requirement, and one per option where there are several."""
    if isinstance(requirement, AllOf):
        if not requirement.children:
            return ["open to everyone"]
        parts = [_part_lines(child, catalog) for child in requirement.children]
        return [
            f"and {line}" if index and number == 0 else line
            for index, part in enumerate(parts)
            for number, line in enumerate(part)
        ]
    if _has_options(requirement):
        return [
            f"or {option}" if index else option
            for index, option in enumerate(_options(requirement, catalog))
        ]
    return [_inline(requirement, catalog)]


def _part_lines(requirement: Requirement, catalog: Catalog) -> list[str]:
    """A requirement among others: its options are marked as a list of their own."""
    if _has_options(requirement):
        return ["one of:", *(f"- {option}" for option in _options(requirement, catalog))]
    return [_inline(requirement, catalog)]


def _has_options(requirement: Requirement) -> bool:
    return isinstance(requirement, AnyOf) and not all(map(_is_short, requirement.children))


def _options(requirement: Requirement, catalog: Catalog) -> list[str]:
    children = requirement.children if isinstance(requirement, AnyOf) else ()
    return [_inline(child, catalog) for child in children]


def _is_short(requirement: Requirement) -> bool:
    """Whether a requirement is short enough to share a line with others."""
    return not isinstance(requirement, AllOf | AnyOf) and leaves.is_short(requirement)


def _inline(requirement: Requirement, catalog: Catalog) -> str:
    if isinstance(requirement, AllOf):
        return phrases.join_names(_in_brackets(child, catalog) for child in requirement.children)
    if isinstance(requirement, AnyOf):
        return phrases.join_names(
            (_in_brackets(child, catalog) for child in requirement.children), "or"
        )
    return leaves.short_text(requirement, catalog)


def _in_brackets(requirement: Requirement, catalog: Catalog) -> str:
    text = _inline(requirement, catalog)
    grouped = isinstance(requirement, AllOf | AnyOf) and len(requirement.children) > 1
    return f"({text})" if grouped else text
