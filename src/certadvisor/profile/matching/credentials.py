"""Recognising certifications as people write them in a CV: the record and the edition."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.tokenizer import fold_text
from certadvisor.profile.matching.editions import EditionMatch, find_edition

_WORD = re.compile(r"[a-z0-9]+\+?")
_PARTS = re.compile(r"[()\[\]|/,;:]|\s[-\u2012-\u2015]+\s|[\u2012-\u2015]")
_CODE = re.compile(r"(?=.*[0-9])[a-z]{1,4}[0-9]*-[a-z]{0,2}[0-9]{1,4}|[0-9]{5,}|#?[0-9]{4,}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONTHS = re.compile(
    "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?"
    "|oct(ober)?|nov(ember)?|dec(ember)?"
)
_CERTIFIED = "certified"


class CredentialMatch(NamedTuple):
    """What a certification in a CV can be: one id, several to choose from, or none.

    `version` is the edition that the text gives, even where no record has it.
    """

    text: str
    ids: tuple[str, ...]
    version: str | None
    ambiguous: bool

    @property
    def id(self) -> str | None:
        """The one certification; None where it is unknown or ambiguous."""
        return self.ids[0] if len(self.ids) == 1 and not self.ambiguous else None


def match_credential(text: str, catalog: Catalog) -> CredentialMatch:
    """Match a text to the certification that it names, never to one that it only resembles.

    The text is looked up as it is, then without filler words, then part by part ("Certified
    Scrum Master - CSM"). Every part must name the same certification or be filler.
    """
    matcher = _CredentialMatcher(catalog)
    plain = fold_text(text)
    edition = find_edition(_words(plain), matcher.editions)
    if edition and edition.family.get("apart"):
        return matcher.match_edition(text, edition)
    ids, shared = matcher.match_name(plain)
    if not ids and edition and edition.version:
        ids, shared = matcher.match_name(" ".join(edition.words))
    version = edition.version if edition and ids else None
    return CredentialMatch(text, ids, version, shared or len(ids) > 1)


def _words(plain: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain))


class _CredentialMatcher:
    """Looks up texts in the names of a catalogue and the word lists of `titles.yaml`."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        tables = catalog.raw_record("titles", "credentials")
        self._filler_words = frozenset(tables.get("dressing", ()))
        self._issuers: dict[str, list[str]] = tables.get("issuers", {})
        self.editions: list[dict[str, Any]] = tables.get("editions", [])

    def match_name(self, plain: str) -> tuple[tuple[str, ...], bool]:
        """Return the ids that the whole text or else its parts name, and if they are ambiguous."""
        whole = self._look_up(_words(plain))
        if whole[0]:
            return whole
        part_ids: list[tuple[str, ...]] = []
        issuers: set[str] | None = None
        for part in filter(None, map(str.strip, _PARTS.split(plain))):
            words = _words(part)
            if " ".join(words) in self._issuers:
                issuers = {*(issuers or ()), *self._issuers[" ".join(words)]}
            elif not self._is_filler(part, words):
                part_ids.append(self._look_up(words)[0])
        if not part_ids or not all(part_ids):
            return (), False
        ids = tuple(id for id in part_ids[0] if all(id in other for other in part_ids[1:]))
        ids = ids or tuple(dict.fromkeys(id for part in part_ids for id in part))
        ids = ids if issuers is None else tuple(id for id in ids if self._issuer(id) in issuers)
        return ids, len(ids) > 1

    def _look_up(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
        for variant, issuers in self._variants(words):
            match = self._catalog.find_exact_certifications(" ".join(variant))
            if match.ids and issuers is not None:
                ids = tuple(id for id in match.ids if self._issuer(id) in issuers)
                return ids, len(ids) > 1
            if match.ids:
                return match.ids, match.shared or len(match.ids) > 1
        return (), False

    def _variants(
        self, words: tuple[str, ...]
    ) -> Iterator[tuple[tuple[str, ...], set[str] | None]]:
        """Yield the words with less and less filler around them, and the issuers that they name.

        The issuers are None where the words do not name any.
        """
        bare = tuple(word for word in words if word not in self._filler_words)
        timeless = tuple(word for word in bare if not (_is_date(word) or _CODE.fullmatch(word)))
        for kept in dict.fromkeys((words, bare, timeless)):
            for variant in (kept, *self._without_certified(kept)):
                if variant:
                    yield variant, None
                    yield from self._without_issuer(variant)

    def _without_certified(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the words without a filler "certified": "PMP certified", "certified PMP"."""
        if words[-1:] == (_CERTIFIED,):
            yield words[:-1]
        if words[:1] == (_CERTIFIED,) and (
            len(words) == len((_CERTIFIED, "name")) or find_edition(words[1:], self.editions)
        ):
            yield words[1:]
        if _CERTIFIED in words[1:-1] and find_edition(words, self.editions):
            yield tuple(word for word in words if word != _CERTIFIED)  # "SAFe 4 Certified Agilist"

    def _without_issuer(self, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], set[str]]]:
        for issuer, ids in self._issuers.items():
            name = tuple(issuer.split())
            if len(words) > len(name) and words[: len(name)] == name:
                yield words[len(name) :], set(ids)
            if len(words) > len(name) and words[-len(name) :] == name:
                yield words[: -len(name)], set(ids)

    def _issuer(self, id: str) -> str | None:
        certification = self._catalog.certifications.get(id)
        return certification.issuer if certification else None

    def _is_filler(self, part: str, words: Iterable[str]) -> bool:
        return bool(_CODE.fullmatch(part)) or all(
            word in self._filler_words or _is_date(word) or _CODE.fullmatch(word) for word in words
        )

    def match_edition(self, text: str, edition: EditionMatch) -> CredentialMatch:
        """Match the edition that the text gives; without one, all editions, as ambiguous."""
        versions = [edition.version] if edition.version else list(edition.family["writings"])
        ids = tuple(
            dict.fromkeys(
                id for version in versions for id in self._ids_of_version(edition, version)
            )
        )
        if edition.version is None:
            plain, shared = self.match_name(" ".join(edition.words))
            if not plain or not ids:
                ids = plain
            elif shared:
                ids = tuple(dict.fromkeys((*plain, *ids)))
        return CredentialMatch(text, ids, edition.version, len(ids) > 1)

    def _ids_of_version(self, edition: EditionMatch, version: str) -> tuple[str, ...]:
        words, after, family = edition.words, edition.position, edition.family["id"]
        for written in (version, f"v{version}"):
            ids = self._look_up((*words[:after], written, *words[after:]))[0]
            if ids:
                return ids
        bare = "-".join(word for word in words[after:] if word not in self._filler_words)
        constructed = f"{family}-{version}-{bare}"
        if constructed in self._catalog.known_names:
            return (constructed,)
        alone = self._look_up(words)[0]
        of_version = tuple(id for id in alone if id.startswith(f"{family}-{version}-"))
        return of_version if len(alone) > 1 else ()


def _is_date(word: str) -> bool:
    return bool(_YEAR.fullmatch(word) or _MONTHS.fullmatch(word))
