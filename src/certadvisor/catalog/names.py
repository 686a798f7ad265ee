"""Lookup of records by the names people write."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from certadvisor.base.suggest import closest


class NameMatch(NamedTuple):
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


def index_names(names: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """The ids by name key, from `(id, names)` pairs; a shared name has several."""
    ids_by_key: dict[str, tuple[str, ...]] = {}
    for id, spellings in names:
        for key in map(name_key, spellings):
            if id not in ids_by_key.get(key, ()):
                ids_by_key[key] = (*ids_by_key.get(key, ()), id)
    return ids_by_key


def match_name(text: str, names: Mapping[str, Sequence[str]]) -> NameMatch:
    """The ids whose name equals `text`, else none with suggestions; never a fuzzy match."""
    ids = names.get(name_key(text))
    return NameMatch(tuple(ids)) if ids else NameMatch((), nearest_ids(text, names))


def nearest_ids(text: str, names: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Up to three ids with names like `text`, the closest first; for suggestions only."""
    close_keys = closest(name_key(text), names, count=3)
    return tuple(dict.fromkeys(id for name in close_keys for id in names[name]))[:3]
