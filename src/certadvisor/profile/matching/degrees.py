"""Free text about education, parsed to the level of the degree."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from certadvisor.catalog.requirement import DEGREES
from certadvisor.profile.matching.degree_spellings import (
    AMBIGUOUS,
    BEFORE_NO_DEGREE,
    BEHIND_NO_DEGREE,
    EVERYDAY_WORDS,
    UNAMBIGUOUS,
    UNFINISHED,
    UNFINISHED_UNSPACED,
    UNSPACED,
)

_TOKEN = re.compile(r"[^\W_]+(?:['.\u2019][^\W_]+)*\.?")
_BEFORE_SUBJECT = re.compile(
    r"^(?:\s*\([^)]*\)|[\s,;:|.)/\u2013\u2014-]|(?:degree|hons|honou?rs|titre|grado)\b)*"
    r"(?:(?:in|of|en|di|em|im|for|de|i)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_MAX_EVERYDAY_WORD = 2  # letters: such an abbreviation must not be an everyday word
_MIN_SUBJECT = 4
_SHORT_OF = "may be something short of a degree"
_DOTTED = ("cand", "dr", "mag", "lic", "dipl", "fil")  # written as one word: "Cand.merc."


class DegreeLevel(NamedTuple):
    """What a text names: a degree, a likely degree with the doubt about it, or only a doubt."""

    degree: str | None
    doubt: str = ""
    subject: str = ""
    unfinished: bool = False  # the text says that no degree was awarded


class _DegreeToken(NamedTuple):
    plain: str
    start: int
    end: int
    spelled_out: bool  # a word, not an abbreviation in capitals or with dots


def parse_degree_level(text: str) -> DegreeLevel | None:
    """The degree level that `text` names; None where it has no known spelling.

    Longer phrases win over shorter ones ("master of science" over "science"), and a phrase
    that names a degree over one that only raises a doubt. Of several degrees the highest
    counts, as a guess.

    >>> parse_degree_level("B.Sc. (Hons) in Computer Science")
    DegreeLevel(degree='bachelor', doubt='', subject='Computer Science', unfinished=False)
    """
    tokens = _tokenize(text)
    candidates, unfinished, next_free = list[tuple[int, _DegreeToken, str | None, str]](), False, 0
    for start in range(len(tokens)):
        for length in range(min(_max_phrase_length(), len(tokens) - start), 0, -1):
            phrase = " ".join(token.plain for token in tokens[start : start + length])
            meaning = _degrees_by_phrase().get(phrase) if start >= next_free else None
            if meaning and not _is_everyday_word(tokens, start, length):
                if _is_taken_away(text, tokens, start, length, meaning[0]):
                    meaning = None, _SHORT_OF
                candidates.append((length, tokens[start + length - 1], *meaning))
                next_free = start + length
                break
            unfinished = unfinished or (start >= next_free and phrase in _unfinished_phrases())
    if not candidates:
        return _match_unspaced(text) or (DegreeLevel(None, unfinished=True) if unfinished else None)
    _, last, degree, doubt = max(
        candidates, key=lambda candidate: (candidate[2] is not None, candidate[0])
    )
    other_degrees = {candidate[2] for candidate in candidates if candidate[2]} - {degree}
    if degree and other_degrees:
        degree = max(other_degrees | {degree}, key=DEGREES.index)
        doubt = "names more than one degree; the highest is taken"
    subject = "" if other_degrees or unfinished else _extract_subject(text[last.end :])
    return DegreeLevel(degree, doubt, subject, unfinished)


def _tokenize(text: str) -> list[_DegreeToken]:
    """The words without case, accents, dots and quotes, and the position where each ends."""
    tokens = []
    for match in _TOKEN.finditer(unicodedata.normalize("NFC", text)):
        word = re.sub(r"['.\u2019]", "", match[0])
        tokens.append(
            _DegreeToken(_fold(word), *match.span(), "." not in match[0] and not word.isupper())
        )
    return tokens


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i").replace("ł", "l"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def says_unfinished(text: str) -> bool:
    """Whether a text says that no degree was awarded, or not yet: "in progress", "abgebrochen"."""
    level = parse_degree_level(text)
    return level is not None and level.unfinished


def _is_everyday_word(tokens: list[_DegreeToken], start: int, length: int) -> bool:
    """Whether this is a word such as `as` or `me`, and not the abbreviation AS or M.E.

    A text that consists of the word alone is taken as the abbreviation.
    """
    is_only_token = len(tokens) == 1
    token = tokens[start]
    return (
        length == 1
        and (len(token.plain) <= _MAX_EVERYDAY_WORD or token.plain in EVERYDAY_WORDS)
        and token.spelled_out
        and not is_only_token
    )


def _is_taken_away(
    text: str, tokens: list[_DegreeToken], start: int, length: int, degree: str | None
) -> bool:
    """Whether a word right beside the name of a degree says that it is none: "Mini MBA"."""
    if degree is None or DEGREES.index(degree) <= DEGREES.index("secondary"):
        return False
    words = [token.plain for token in tokens]
    before, behind = start - 1, start + length
    return (
        before >= 0
        and words[before] in BEFORE_NO_DEGREE
        and _touch(text, tokens[before], tokens[start])
    ) or (
        behind < len(tokens)
        and words[behind] in BEHIND_NO_DEGREE
        and _touch(text, tokens[behind - 1], tokens[behind])
    )


def _touch(text: str, one: _DegreeToken, next_one: _DegreeToken) -> bool:
    """Whether nothing but spaces or a hyphen stands between two words."""
    return not text[one.end : next_one.start].strip(" -")


def _match_unspaced(text: str) -> DegreeLevel | None:
    """The level in a script that puts no spaces between words; None where no spelling occurs."""
    hits = [(word, degree) for word, degree in UNSPACED.items() if word in text]
    unfinished = any(word in text for word in UNFINISHED_UNSPACED)
    degree = max(hits, key=lambda hit: len(hit[0]))[1] if hits else None
    return DegreeLevel(degree, unfinished=unfinished) if hits or unfinished else None


def _extract_subject(text_after: str) -> str:
    """The subject after the degree, up to the next part of the text; empty where none follows."""
    remainder = _BEFORE_SUBJECT.sub("", text_after, count=1)
    subject = re.split(r"[,;|()]|\s[-\u2013\u2014]\s", remainder, maxsplit=1)[0].strip(
        " .:-\u2013\u2014"
    )
    is_degree = " ".join(token.plain for token in _tokenize(subject)) in _degrees_by_phrase()
    return "" if is_degree or len(subject) < _MIN_SUBJECT else subject


@cache
def _degrees_by_phrase() -> dict[str, tuple[str | None, str]]:
    """Every spelling with its degree (None: not a degree by itself) and the doubt about it."""
    phrases: dict[str, tuple[str | None, str]] = {}
    for degree, spellings in UNAMBIGUOUS.items():
        phrases |= dict.fromkeys(_split_spellings(spellings), (degree, ""))
    for spellings, likely_degree, doubt in AMBIGUOUS:
        phrases |= dict.fromkeys(_split_spellings(spellings), (likely_degree, doubt))
    for phrase, meaning in tuple(phrases.items()):
        if phrase.split()[0] in _DOTTED:
            phrases.setdefault(phrase.replace(" ", ""), meaning)
    return phrases


@cache
def _unfinished_phrases() -> frozenset[str]:
    return frozenset(map(_fold, UNFINISHED))


@cache
def _max_phrase_length() -> int:
    return max(len(phrase.split()) for phrase in (*_degrees_by_phrase(), *UNFINISHED))


def _split_spellings(spellings: str) -> list[str]:
    return [_fold(" ".join(phrase.split())) for phrase in spellings.split(",")]
