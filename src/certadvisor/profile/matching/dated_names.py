"""Dates beside the name of a certification: "PMP (2019)", "CSM, exp. 03/2024", "PMP 2015-2018"."""

import re
from typing import NamedTuple

from certadvisor.base.date_words import NO_EXPIRY, PRESENT
from certadvisor.base.partial_date import PartialDate
from certadvisor.base.scalars import UNKNOWN_DATE
from certadvisor.base.written_dates import DateParseError, fold_date, month_from_name, to_iso

_MONTH = r"[^\W\d_]{3,12}"
_YEAR = r"(?:19|20)[0-9]{2}"
_DATE = re.compile(
    rf"""
    (?<![\w#.])(?:
      {_YEAR}[-/.][0-9]{{1,2}}(?:[-/.][0-9]{{1,2}})?(?![-/.]?\d)
    | [0-9]{{1,2}}[-/.](?:[0-9]{{1,2}}[-/.])?(?:{_YEAR}|[0-9]{{2}})(?![-/.]?\d)
    | (?:[0-9]{{1,2}}(?:st|nd|rd|th|er|[.º])?\ (?:de\ )?|[0-9]{{1,2}}-)?
      (?P<month>{_MONTH})[.,]?[-\ /](?:de\ |[0-9]{{1,2}}(?:st|nd|rd|th)?,?\ )?
      (?:{_YEAR}|'?[0-9]{{2}})(?!\w)
    | (?P<bare>{_YEAR})(?![\w])
    | '[0-9]{{2}}(?!\w)
    )
    """,
    re.VERBOSE,
)
_TO = re.compile(r"\s*(?:-|/|to|till|until|thru|through|bis|a|al|au|do|tot|til)\s*")
_EARNED = (
    "issued|issued on|issue date|earned|obtained|awarded|achieved|passed|certified|certified on|"
    "certified in|since|from|acquired|received|date|in|on|seit|vom|erworben|ausgestellt|depuis|"
    "obtenu en|obtenue en|desde|obtenido en|emitido em|emitida em|dal|conseguito nel|sinds|behaald|"
    "od|sedan|siden"
)
_EXPIRES = (
    "exp|expires|expires on|expired|expired on|expiry|expiry date|expiration|expiration date|"
    "expiring|valid|valid to|valid until|valid till|valid through|valid thru|valid up to|until|"
    "till|through|thru|good through|ends|lapses|lapsed|renewal|renewal due|due|gultig bis|bis|"
    "ablauf|lauft ab|abgelaufen|valable jusqu'au|valable jusqu'en|jusqu'au|jusqu'en|expire|"
    "expire le|expire en|valido hasta|valida hasta|vigente hasta|hasta|vence|vence en|caduca|"
    "valido ate|valida ate|ate|validade|valido fino al|scade|scadenza|geldig tot|tot|wazny do|"
    "wazne do|giltig till|gyldig til|platny do|platnost do|gecerli"
)
_KEYWORD = re.compile(
    rf"(?<!\w)(?:(?P<expires>{'|'.join(sorted(_EXPIRES.split('|'), key=len, reverse=True))})"
    rf"|(?P<earned>{'|'.join(sorted(_EARNED.split('|'), key=len, reverse=True))}))"
    r"[\s.:]*(?:(?:on|in|date)[\s:]+)?$"
)
_EDITION_AFTER = re.compile(r"\s*(?:edition|update|version|syllabus|guide|standard|ed\.)(?!\w)")
_OPEN_END = sorted((*PRESENT, *NO_EXPIRY, "no end"), key=len, reverse=True)


class DatedName(NamedTuple):
    """A name without the dates beside it, and the dates as a profile writes them.

    A date that is there and has no one reading is `unknown`; None where there is none.
    """

    name: str
    earned: str | None = None
    expires: str | None = None


class _Found(NamedTuple):
    start: int
    end: int
    iso: str  # or `unknown`
    role: str  # earned, expires, or empty where nothing says which
    is_bare_year: bool


def split_dates(text: str, *, own_years: frozenset[str] = frozenset()) -> DatedName:
    """Split the dates off a name. `own_years` are years that are part of the name (COBIT 2019).

    A year alone stays in the name too: it can stand for an edition.

    >>> split_dates("PMP 2015-2018")
    DatedName(name='PMP', earned='2015', expires='2018')
    >>> split_dates("CSM, exp. 03/2024")
    DatedName(name='CSM', earned=None, expires='2024-03')
    """
    plain = re.sub("[\u2010-\u2015]", "-", fold_date(text))
    if not any(char.isdigit() for char in plain):
        return DatedName(text)
    found = [one for one in _find(plain) if one.iso not in own_years]
    if not found:
        return DatedName(text)
    earned, expires = _assign(plain, found)
    kept, at = "", 0
    for one in found:
        between = plain[at : one.start]
        kept += "" if at and _TO.fullmatch(between) else between
        if one.is_bare_year and not one.role and len(found) == 1:
            kept += one.iso
        at = one.end
    name = re.sub(r"\(\s*[-,;:/]*\s*\)", " ", kept + plain[at:])
    return DatedName(" ".join(name.split()).strip(" ,;:-|/"), earned, expires)


def _find(plain: str) -> list[_Found]:
    found: list[_Found] = []
    at = 0
    while match := _DATE.search(plain, at):
        if match["month"] and month_from_name(match["month"]) is None:
            at = match.end("month")  # another word: "PMP 2019"
            continue
        at = match.end()
        if _EDITION_AFTER.match(plain, at):
            continue
        before = plain[: match.start()]
        keyword = _KEYWORD.search(before)
        role = keyword.lastgroup or "" if keyword else ""
        start = keyword.start() if keyword else match.start()
        at = _end_of_open_range(plain, at)
        found.append(_Found(start, at, _read(match[0]), role, bool(match["bare"])))
    return found


def _end_of_open_range(plain: str, end: int) -> int:
    """The end of "2019 - present" where such words follow a date."""
    to = _TO.match(plain, end)
    if to is None:
        return end
    rest = plain[to.end() :]
    for words in _OPEN_END:
        if rest.startswith(words) and not rest[len(words) : len(words) + 1].isalnum():
            return to.end() + len(words)
    return end


def _read(written: str) -> str:
    try:
        iso = to_iso(written)
        PartialDate.parse(iso)
    except (DateParseError, ValueError):
        return UNKNOWN_DATE
    return iso


def _assign(plain: str, found: list[_Found]) -> tuple[str | None, str | None]:
    """The dates of earning and expiry; `unknown` where it is not clear which a date is."""
    if len(found) == len(("from", "to")):
        first, second = found
        if _TO.fullmatch(plain, first.end, second.start) and second.role != "earned":
            return first.iso, second.iso
    earned = [one.iso for one in found if one.role == "earned" or not one.role]
    expires = [one.iso for one in found if one.role == "expires"]
    return _only(earned), _only(expires)


def _only(dates: list[str]) -> str | None:
    if not dates:
        return None
    return dates[0] if len(set(dates)) == 1 else UNKNOWN_DATE
