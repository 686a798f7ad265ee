"""Free text about education, parsed to the level of the degree."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from certadvisor.catalog.requirement import DEGREES
from certadvisor.profile.importers.degree_spellings import DOUBTFUL, INSIDE, SURE, UNFINISHED

_TOKEN = re.compile(r"[^\W_]+(?:['.\u2019][^\W_]+)*\.?")
_BEFORE = re.compile(
    r"^(?:\s*\([^)]*\)|[\s,;:|.)/\u2013\u2014-]|(?:degree|hons|honou?rs|titre|grado)\b)*"
    r"(?:(?:in|of|en|di|em|im|for|de|i)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_SHORT = 2  # letters: such an abbreviation must not be an everyday word
_SUBJECT = 4


class Level(NamedTuple):
    """What a text names: a degree, a likely degree with the doubt about it, or only a doubt."""

    degree: str | None
    doubt: str = ""
    subject: str = ""
    unfinished: bool = False  # the text says that no degree was awarded


class _Token(NamedTuple):
    plain: str
    end: int
    spelled_out: bool  # a word, not an abbreviation in capitals or with dots


def level_of(text: str) -> Level | None:
    """The degree level that `text` names; None where it has no known spelling.

    Longer phrases win over shorter ones ("master of science" over "science"), and a phrase
    that names a degree over one that only raises a doubt. Of several degrees the highest
    counts, as a guess.

    >>> level_of("B.Sc. (Hons) in Computer Science")
    Level(degree='bachelor', doubt='', subject='Computer Science', unfinished=False)
    """
    tokens = _tokens(text)
    found, unfinished, taken = list[tuple[int, _Token, str | None, str]](), False, 0
    for start in range(len(tokens)):
        for length in range(min(_longest(), len(tokens) - start), 0, -1):
            phrase = " ".join(token.plain for token in tokens[start : start + length])
            known = _phrases().get(phrase) if start >= taken else None
            if known and not _everyday(tokens, start, length):
                found.append((length, tokens[start + length - 1], *known))
                taken = start + length
                break
            unfinished = unfinished or (start >= taken and phrase in UNFINISHED)
    if not found:
        return _inside(text) or (Level(None, unfinished=True) if unfinished else None)
    _, last, degree, doubt = max(found, key=lambda one: (one[2] is not None, one[0]))
    others = {one[2] for one in found if one[2]} - {degree}
    if degree and others:
        degree = max(others | {degree}, key=DEGREES.index)
        doubt = "names more than one degree; the highest is taken"
    subject = "" if others or unfinished else _subject(text[last.end :])
    return Level(degree, doubt, subject, unfinished)


def _tokens(text: str) -> list[_Token]:
    """The words without case, accents, dots and quotes, and the position where each ends."""
    found = []
    for match in _TOKEN.finditer(unicodedata.normalize("NFC", text)):
        bare = re.sub(r"['.\u2019]", "", match[0])
        decomposed = unicodedata.normalize("NFKD", bare.casefold())
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
        found.append(_Token(plain, match.end(), "." not in match[0] and not bare.isupper()))
    return found


def _everyday(tokens: list[_Token], start: int, length: int) -> bool:
    """Whether this is a word such as `as` or `me`, and not the abbreviation AS or M.E.

    A text that consists of the word alone is taken as the abbreviation.
    """
    only = len(tokens) == 1
    token = tokens[start]
    return length == 1 and len(token.plain) <= _SHORT and token.spelled_out and not only


def _inside(text: str) -> Level | None:
    """The level in a script that puts no spaces between words; None where no spelling occurs."""
    found = [(word, degree) for word, degree in INSIDE.items() if word in text]
    return Level(max(found, key=lambda one: len(one[0]))[1]) if found else None


def _subject(rest: str) -> str:
    """The subject after the degree, up to the next part of the text; empty where none follows."""
    behind = _BEFORE.sub("", rest, count=1)
    subject = re.split(r"[,;|()]|\s[-\u2013\u2014]\s", behind, maxsplit=1)[0].strip(
        " .:-\u2013\u2014"
    )
    known = " ".join(token.plain for token in _tokens(subject)) in _phrases()
    return "" if known or len(subject) < _SUBJECT else subject


@cache
def _phrases() -> dict[str, tuple[str | None, str]]:
    """Every spelling with its degree (None: not a degree by itself) and the doubt about it."""
    found: dict[str, tuple[str | None, str]] = {}
    for degree, written in SURE.items():
        found |= dict.fromkeys(_split(written), (degree, ""))
    for written, doubtful, doubt in DOUBTFUL:
        found |= dict.fromkeys(_split(written), (doubtful, doubt))
    return found


@cache
def _longest() -> int:
    return max(len(phrase.split()) for phrase in (*_phrases(), *UNFINISHED))


def _split(written: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in written.split(",")]
