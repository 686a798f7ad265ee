"""Names as people write them, and the records that they stand for."""

import re
import unicodedata
from typing import NamedTuple


class Found(NamedTuple):
    """What a name stands for: one id, several to choose from, or none and the nearest names."""

    ids: tuple[str, ...]
    suggestions: tuple[str, ...] = ()

    @property
    def id(self) -> str | None:
        """The one id, or None where the name is unknown or shared."""
        return self.ids[0] if len(self.ids) == 1 else None


def name_key(text: str) -> str:
    """A name without case, accents, punctuation and marks.

    >>> name_key("PMI-PMP®") == name_key("pmi pmp")
    True
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^a-z0-9+²]+", "", "".join(c for c in plain if not unicodedata.combining(c)))


def find(text: str, names: dict[str, tuple[str, ...]]) -> Found:
    """The ids that `text` names exactly, else none with the nearest; never a fuzzy match."""
    ids = names.get(name_key(text))
    return Found(ids) if ids else Found((), nearest(text, names))


def nearest(text: str, names: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Up to three ids whose names resemble `text`; only ever a suggestion."""
    from difflib import get_close_matches  # only when a name failed

    close = get_close_matches(name_key(text), names, n=3, cutoff=0.6)
    return tuple(dict.fromkeys(id for name in close for id in names[name]))[:3]
