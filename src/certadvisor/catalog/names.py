"""Names as people write them, and the records that they stand for."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Found(NamedTuple):
    """What a name stands for: one id, several to choose from, or none and the nearest names."""

    ids: tuple[str, ...]
    suggestions: tuple[str, ...] = ()
    shared: bool = False  # by several issuers, even where one of them alone has a record

    @property
    def id(self) -> str | None:
        """The one id, or None where the name is unknown or shared."""
        return self.ids[0] if len(self.ids) == 1 and not self.shared else None


def name_key(text: str) -> str:
    """A name without case, accents, punctuation and marks.

    >>> name_key("PMI-PMP®") == name_key("pmi pmp")
    True
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^a-z0-9+]+", "", "".join(c for c in plain if not unicodedata.combining(c)))


def index(names: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """The ids that each name stands for, from (id, names) pairs; a shared one has several."""
    found: dict[str, tuple[str, ...]] = {}
    for id, written in names:
        for key in map(name_key, written):
            if id not in found.get(key, ()):
                found[key] = (*found.get(key, ()), id)
    return found


def find(text: str, names: Mapping[str, Sequence[str]]) -> Found:
    """The ids that `text` names exactly, else none with the nearest; never a fuzzy match."""
    ids = names.get(name_key(text))
    return Found(tuple(ids)) if ids else Found((), nearest(text, names))


def nearest(text: str, names: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Up to three ids whose names resemble `text`; only ever a suggestion."""
    from difflib import get_close_matches  # only when a name failed

    close = get_close_matches(name_key(text), names, n=3, cutoff=0.6)
    return tuple(dict.fromkeys(id for name in close for id in names[name]))[:3]
