"""Splits free text into lower-case words without accents, and the breaks between them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

# Breaks: soft inside one job ("manager, payments"), hard between two ("manager / tester").
SOFT, HARD = ",", "/"
LONGEST = 300  # characters of a title that are read
_BREAKS = re.compile(r"[^\W_]+|[/|;&()\[\]{}<>•·+]|\s[-\u2012-\u2015]+\s|[,:\u2012-\u2015]")
_HTML = re.compile(r"<[^<>]{0,80}>")
_BROKEN = re.compile("[\u00c2\u00c3\u00e2]")  # UTF-8 that was decoded as Windows-1252


def pieces(text: str) -> list[str]:
    """The words of a text, with `/` or `,` for each break.

    >>> pieces("Sr. IT Project-Mgr, Café / R&amp;D (Agile)")
    ['sr', 'it', 'project', 'mgr', ',', 'cafe', '/', 'r', '/', 'd', '/', 'agile', '/']
    """
    found = []
    for piece in _BREAKS.findall(folded(text)):
        stripped = piece.strip()
        if stripped and stripped[0].isalnum():
            found.append(stripped)
        else:
            found.append(SOFT if stripped[:1] in ",:-\u2012\u2013\u2014\u2015" else HARD)
    return found


def folded(text: str) -> str:
    """The text without case and accents; HTML entities, tags and wrong encodings are repaired."""
    text = text[:LONGEST]
    if "&" in text:
        from html import unescape

        text = unescape(unescape(text))  # exports are often escaped twice: `&amp;amp;`
    if "<" in text:
        text = _HTML.sub(" ", text)
    if _BROKEN.search(text):
        text = _decoded(text)
    plain = unicodedata.normalize("NFKD", text.casefold().replace("™", " ").replace("®", " "))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _decoded(text: str) -> str:
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def spelled(
    words: Sequence[str], spellings: Mapping[str, Sequence[str]], longest: int
) -> list[str]:
    """The words with each known variant replaced by its normal spelling.

    A variant may have up to `max_words` words; the longest match wins.
    """
    found: list[str] = []
    at = 0
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            known = spellings.get(" ".join(words[at : at + size]))
            if known is not None:
                found += known
                at += size
                break
        else:
            found.append(words[at])
            at += 1
    return found
