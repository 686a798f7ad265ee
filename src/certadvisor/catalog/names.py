"""Lookup of records by the names people write."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Found(NamedTuple):
    """The records a name matches: one id, several to choose from, or none and suggestions."""

    ids: tuple[str, ...]
    suggestions: tuple[str, ...] = ()
    shared: bool = False  # used by several issuers, even if only one of them has a record

    @property
    def id(self) -> str | None:
        """The matching id; None if the name is unknown or shared."""
        return self.ids[0] if len(self.ids) == 1 and not self.shared else None


def name_key(text: str) -> str:
    """A name without case, accents, spaces and punctuation; `+` is kept.

    >>> name_key("PMI-PMP®") == name_key("pmi pmp")
    True
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^a-z0-9+]+", "", "".join(c for c in plain if not unicodedata.combining(c)))


def index(names: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """The ids by name key, from `(id, names)` pairs; a shared name has several."""
    found: dict[str, tuple[str, ...]] = {}
    for id, written in names:
        for key in map(name_key, written):
            if id not in found.get(key, ()):
                found[key] = (*found.get(key, ()), id)
    return found


def find(text: str, names: Mapping[str, Sequence[str]]) -> Found:
    """The ids whose name equals `text`, else none with suggestions; never a fuzzy match."""
    ids = names.get(name_key(text))
    return Found(tuple(ids)) if ids else Found((), nearest(text, names))


def nearest(text: str, names: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Up to three ids with names like `text`, the closest first; for suggestions only."""
    from difflib import get_close_matches  # slow to import, and only needed for an unknown name

    close = get_close_matches(name_key(text), names, n=3, cutoff=0.6)
    return tuple(dict.fromkeys(id for name in close for id in names[name]))[:3]
