"""Who issued a certificate, as files write it, compared with the issuers of the catalogue."""

import re
from functools import lru_cache
from typing import NamedTuple

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.tokenizer import fold_text

_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\([^)]*\)")
_MAX_WORDS = 40  # words of an issuer that are read


class NamedIssuer(NamedTuple):
    """The issuer that a file names.

    `ids` are the issuers of the catalogue that it may be; None where it says nothing (an empty
    value, a platform for badges, an exam centre), and empty where it is somebody else. Then
    `is_known` says that it is a body with certifications of its own, and not a course seller
    or a name that nobody knows.
    """

    ids: frozenset[str] | None
    is_known: bool = False


def read_issuer(text: str, catalog: Catalog) -> NamedIssuer:
    """Read an issuer's name. Every word of it must be known, else it is somebody else."""
    words = _words(text)
    table = _issuer_table(catalog)
    ids: set[str] = set()
    other, known, at = False, False, 0
    while at < len(words):
        size = next(
            (n for n in range(min(table.longest, len(words) - at), 0, -1)
             if " ".join(words[at : at + n]) in table.meanings),
            0,
        )  # fmt: skip
        meaning = table.meanings[" ".join(words[at : at + size])] if size else _STRANGER
        if meaning.ids:
            ids |= meaning.ids
        other = other or meaning.ids == frozenset()
        known = known or meaning.is_known
        at += size or 1
    if other:
        return NamedIssuer(frozenset(), is_known=known and not ids)
    return NamedIssuer(frozenset(ids)) if ids else _NOBODY


class _IssuerTable(NamedTuple):
    meanings: dict[str, NamedIssuer]
    longest: int  # words of a name


_NOBODY = NamedIssuer(None)
_STRANGER = NamedIssuer(frozenset())


@lru_cache(maxsize=4)
def _issuer_table(catalog: Catalog) -> _IssuerTable:
    tables = catalog.raw_record("titles", "credentials")
    meanings = {
        " ".join(_words(name)): NamedIssuer(frozenset((id,)))
        for id, full_name in catalog.issuers.items()
        for name in (id, full_name, _BRACKETS.sub(" ", full_name))
    }
    meanings |= dict.fromkeys(map(_key, tables.get("sellers", ())), _STRANGER)
    silent = (*tables.get("platforms", ()), *tables.get("issuer_dressing", ()))
    meanings |= dict.fromkeys(map(_key, silent), _NOBODY)
    meanings |= {
        _key(name): NamedIssuer(frozenset(ids), is_known=not ids)
        for name, ids in tables.get("issuers", {}).items()
    }
    meanings.pop("", None)
    return _IssuerTable(meanings, max((len(name.split()) for name in meanings), default=1))


def _key(name: str) -> str:
    return " ".join(_words(name))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold_text(text))[:_MAX_WORDS]
