"""Splits free text into lower-case words without accents, and the breaks between them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

# Breaks: soft inside one job ("manager, payments"), hard between two ("manager / tester").
SOFT_BREAK, HARD_BREAK = ",", "/"
MAX_TITLE_LENGTH = 300  # characters of a title that are read
_TOKENS = re.compile(r"[^\W_]+|[/|;&()\[\]{}<>•·+]|\s[-\u2012-\u2015]+\s|[,:\u2012-\u2015]")
_HTML = re.compile(r"<[^<>]{0,80}>")
_MOJIBAKE = re.compile("[\u00c2\u00c3\u00e2]")  # UTF-8 that was decoded as Windows-1252


def tokenize(text: str) -> list[str]:
    """The words of a text, with `/` or `,` for each break.

    >>> tokenize("Sr. IT Project-Mgr, Café / R&amp;D (Agile)")
    ['sr', 'it', 'project', 'mgr', ',', 'cafe', '/', 'r', '/', 'd', '/', 'agile', '/']
    """
    tokens = []
    for piece in _TOKENS.findall(fold_text(text)):
        stripped = piece.strip()
        if stripped and stripped[0].isalnum():
            tokens.append(stripped)
        else:
            tokens.append(
                SOFT_BREAK if stripped[:1] in ",:-\u2012\u2013\u2014\u2015" else HARD_BREAK
            )
    return tokens


def fold_text(text: str) -> str:
    """The text without case and accents; HTML entities, tags and wrong encodings are repaired."""
    text = text[:MAX_TITLE_LENGTH]
    if "&" in text:
        from html import unescape

        text = unescape(unescape(text))  # exports are often escaped twice: `&amp;amp;`
    if "<" in text:
        text = _HTML.sub(" ", text)
    if _MOJIBAKE.search(text):
        text = _repair_encoding(text)
    plain = unicodedata.normalize("NFKD", text.casefold().replace("™", " ").replace("®", " "))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _repair_encoding(text: str) -> str:
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def normalize_spellings(
    words: Sequence[str], spellings: Mapping[str, Sequence[str]], max_words: int
) -> list[str]:
    """The words with each known variant replaced by its normal spelling.

    A variant may have up to `max_words` words; the longest match wins.
    """
    normalized_words: list[str] = []
    index = 0
    while index < len(words):
        for size in range(min(max_words, len(words) - index), 0, -1):
            spelling = spellings.get(" ".join(words[index : index + size]))
            if spelling is not None:
                normalized_words += spelling
                index += size
                break
        else:
            normalized_words.append(words[index])
            index += 1
    return normalized_words
