"""Recognising certifications as people write them in a CV: the record and the edition."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.tokenizer import folded
from certadvisor.profile.matching.editions import Edition, edition_in

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
    said = _Said(catalog)
    plain = folded(text)
    edition = edition_in(_words(plain), said.editions)
    if edition and edition.family.get("apart"):
        return said.of_edition(text, edition)
    ids, shared = said.named(plain)
    if not ids and edition and edition.version:
        ids, shared = said.named(" ".join(edition.words))
    version = edition.version if edition and ids else None
    return CredentialMatch(text, ids, version, shared or len(ids) > 1)


def _words(plain: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain))


class _Said:
    """Looks up texts in the names of a catalogue and the word lists of `titles.yaml`."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        told = catalog.page("titles", "credentials")
        self._dressing = frozenset(told.get("dressing", ()))
        self._issuers: dict[str, list[str]] = told.get("issuers", {})
        self.editions: list[dict[str, Any]] = told.get("editions", [])

    def named(self, plain: str) -> tuple[tuple[str, ...], bool]:
        """Return the ids that the whole text or else its parts name, and if they are ambiguous."""
        whole = self._called(_words(plain))
        if whole[0]:
            return whole
        found: list[tuple[str, ...]] = []
        issuers: set[str] | None = None
        for part in filter(None, map(str.strip, _PARTS.split(plain))):
            words = _words(part)
            if " ".join(words) in self._issuers:
                issuers = {*(issuers or ()), *self._issuers[" ".join(words)]}
            elif not self._says_nothing(part, words):
                found.append(self._called(words)[0])
        if not found or not all(found):
            return (), False
        ids = tuple(id for id in found[0] if all(id in other for other in found[1:]))
        ids = ids or tuple(dict.fromkeys(id for part in found for id in part))
        ids = ids if issuers is None else tuple(id for id in ids if self._issuer(id) in issuers)
        return ids, len(ids) > 1

    def _called(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
        for variant, issuers in self._variants(words):
            found = self._catalog.certifications_called(" ".join(variant))
            if found.ids and issuers is not None:
                ids = tuple(id for id in found.ids if self._issuer(id) in issuers)
                return ids, len(ids) > 1
            if found.ids:
                return found.ids, found.shared or len(found.ids) > 1
        return (), False

    def _variants(
        self, words: tuple[str, ...]
    ) -> Iterator[tuple[tuple[str, ...], set[str] | None]]:
        """Yield the words with less and less filler around them, and the issuers that they name.

        The issuers are None where the words do not name any.
        """
        bare = tuple(word for word in words if word not in self._dressing)
        timeless = tuple(word for word in bare if not (_is_date(word) or _CODE.fullmatch(word)))
        for told in dict.fromkeys((words, bare, timeless)):
            for short in (told, *self._uncertified(told)):
                if short:
                    yield short, None
                    yield from self._without_issuer(short)

    def _uncertified(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the words without a filler "certified": "PMP certified", "certified PMP"."""
        if words[-1:] == (_CERTIFIED,):
            yield words[:-1]
        if words[:1] == (_CERTIFIED,) and (
            len(words) == len((_CERTIFIED, "name")) or edition_in(words[1:], self.editions)
        ):
            yield words[1:]

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

    def _says_nothing(self, part: str, words: Iterable[str]) -> bool:
        return bool(_CODE.fullmatch(part)) or all(
            word in self._dressing or _is_date(word) or _CODE.fullmatch(word) for word in words
        )

    def of_edition(self, text: str, edition: Edition) -> CredentialMatch:
        """Match the edition that the text gives; without one, all editions, as ambiguous."""
        told = [edition.version] if edition.version else list(edition.family["writings"])
        ids = tuple(dict.fromkeys(id for one in told for id in self._of_version(edition, one)))
        if edition.version is None:
            plain, shared = self.named(" ".join(edition.words))
            if not plain or not ids:
                ids = plain
            elif shared:
                ids = tuple(dict.fromkeys((*plain, *ids)))
        return CredentialMatch(text, ids, edition.version, len(ids) > 1)

    def _of_version(self, edition: Edition, version: str) -> tuple[str, ...]:
        words, after, family = edition.words, edition.after, edition.family["id"]
        for written in (version, f"v{version}"):
            ids = self._called((*words[:after], written, *words[after:]))[0]
            if ids:
                return ids
        bare = "-".join(word for word in words[after:] if word not in self._dressing)
        known = f"{family}-{version}-{bare}"
        if known in self._catalog.known_names:
            return (known,)
        alone = self._called(words)[0]
        of_version = tuple(id for id in alone if id.startswith(f"{family}-{version}-"))
        return of_version if len(alone) > 1 else ()


def _is_date(word: str) -> bool:
    return bool(_YEAR.fullmatch(word) or _MONTHS.fullmatch(word))
