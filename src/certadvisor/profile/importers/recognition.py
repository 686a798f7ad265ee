"""Matches job titles and certificate names to the catalogue: certainly, as a guess, or not."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from certadvisor.base.kebab import kebab
from certadvisor.catalog.records import Catalog
from certadvisor.profile.matching.credentials import match_credential
from certadvisor.profile.matching.job_titles import kinds_of_title, match_title
from certadvisor.profile.matching.title_tokens import title_table

_MAX_WORDS = 12  # words of a text that are searched for names of certifications


class InferredKinds(NamedTuple):
    """The kinds of experience of a job title. With a `reason` they are a guess."""

    kinds: tuple[str, ...]
    reason: str = ""


def infer_kinds(title: str, catalog: Catalog) -> InferredKinds | None:
    """The kinds of experience that a title implies, sorted; None where it implies none.

    The exact name of a role is certain, unless other trades use it too. A title that only
    resembles one is a guess from the confidence that the title table requires.
    """
    match = match_title(title, catalog)
    is_confident = match.kinds is not None and match.confidence >= title_table(catalog).threshold
    role_kinds = kinds_of_title(title, catalog)  # what a profile without kinds is read as
    if is_confident and role_kinds is not None and catalog.find_exact_role(title):
        return InferredKinds(tuple(sorted(role_kinds)))
    if is_confident and match.kinds is not None:
        reason = f"concluded from the title “{title}”, {match.confidence:.0%} sure"
        return InferredKinds(match.kinds, reason)
    if role_kinds is not None:
        return InferredKinds(tuple(sorted(role_kinds)), f"other trades use the title “{title}” too")
    return None


def find_mentioned(name: str, catalog: Catalog) -> tuple[str, ...]:
    """The ids of certifications whose names occur in a longer text: "PMP (in progress)", "A & B".

    Only the person can say whether they hold one of them. Longer names are matched first, and
    a word belongs to one match only; a single word that several certifications share is
    ignored. Returns each id once, () where there is none.
    """
    words = re.findall(r"[^\W_]+\+?(?:-[^\W_]+)*", name)[:_MAX_WORDS]
    ids: dict[str, None] = {}
    used: set[int] = set()
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            span = range(start, start + size)
            match = match_credential(" ".join(words[start : start + size]), catalog)
            if match.ids and used.isdisjoint(span) and (size > 1 or match.id):
                used.update(span)
                ids.update(dict.fromkeys(match.ids))
                ids.update(dict.fromkeys(_ids_with_same_prefix(words, start, size, catalog)))
    return tuple(ids)


def _ids_with_same_prefix(
    words: list[str], start: int, size: int, catalog: Catalog
) -> Iterator[str]:
    """Ids of the same name with another last word: "PRINCE2 Foundation & Practitioner"."""
    head = words[start : start + size - 1]
    for last in words[start + size :] if head else ():
        yield from match_credential(" ".join([*head, last]), catalog).ids


def skills_by_name(catalog: Catalog) -> dict[str, str]:
    """Skill ids by the names and ids of the skills, in kebab case."""
    names = {kebab(name): id for id, name in catalog.skills.items()}
    return names | {id: id for id in catalog.skills}
