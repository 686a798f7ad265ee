"""Free text cut into words without case, accents and marks, and the breaks between them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

SOFT, HARD = ",", "/"  # breaks: between a job and what it leads, and between two jobs
LONGEST = 300  # letters of a title that are read
_BREAKS = re.compile(r"[^\W_]+|[/|;&()\[\]{}<>•·+]|\s[-\u2012-\u2015]+\s|[,:\u2012-\u2015]")
_HTML = re.compile(r"<[^<>]{0,80}>")
_BROKEN = re.compile("[\u00c2\u00c3\u00e2]")  # UTF-8 that was read as Windows text


def pieces(text: str) -> list[str]:
    """The words of a text, with `/` or `,` where it breaks.

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
    """The text without case and accents, the remains of HTML and of a wrong encoding mended."""
    text = text[:LONGEST]
    if "&" in text:
        from html import unescape

        text = unescape(unescape(text))
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
    """The words with each known writing replaced by its one spelling; the longest goes first."""
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
