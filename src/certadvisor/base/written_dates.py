"""Dates as people, résumés and exports write them, in the forms that have one reading.

`10/05/2012` is the tenth of May in one country and the fifth of October in another: it is
refused, unless one of the numbers is not a month. With dots the day comes first wherever dots are
used (DIN 5008 and its neighbours), and a date that begins with its year goes on with the month.
"""

import re
import unicodedata
from functools import cache

from certadvisor.base.blanks import says_nothing
from certadvisor.base.date_words import (
    JOINING,
    MONTHS,
    NO_EXPIRY,
    ORDINAL_ENDINGS,
    PRESENT,
    WEEKDAYS,
)

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "\u2019": "'"})
_TIME = re.compile(r"(?:t|,? +(?:at +)?)[0-9]{1,2}:[0-9]{2}\S*(?: ?[^\s0-9]\S*| [-+][0-9:]+){0,2}")
_ZONE = re.compile(r"(?<=[0-9]{4}-[0-9]{2}-[0-9]{2})(?:z|[+-][0-9]{2}:[0-9]{2})")
_SPACED_MARKS = re.compile(r"(?<=[0-9]) *([/.-]) *(?=[0-9])")
_YEAR_FIRST = re.compile(r"([0-9]{4})(?:([/.-])([0-9]{1,2})(?:\2([0-9]{1,2}))?)?\.?")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_YEAR_LAST = re.compile(r"(?:([0-9]{1,2})([/.-]))?([0-9]{1,2})[/.-]([0-9]{4})")
_EASTERN = re.compile(
    r"([0-9]{4}) ?[年년](?: ?([0-9]{1,2}) ?[月월](?: ?([0-9]{1,2}) ?[日일號号]?)?)?"
)
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2}")
_RANGE_MARK = re.compile(
    r"\s*[-\u2010-\u2015]\s*|\s+/\s+|\s+(?:to|till|until|bis|a|al|au|do|tot|til|through)\s+"
)
_TOKEN = re.compile(rf"([0-9]+)(?:{ORDINAL_ENDINGS})?(?![^\W_])|([^\W\d_]+)|[^\s,./\u2013-]")
_YEAR_DIGITS, _MAX_DAY_DIGITS = 4, 2
_MIN_MONTH_LETTERS = 3
_MAX_LENGTH = 80
_LAST_MONTH = 12


class DateParseError(ValueError):
    """A text that is not a date, or one with several readings; the message says which."""


def fold_date(text: str) -> str:
    """The text in lower case, without accents, with single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(unicodedata.normalize("NFC", kept).split())


def is_present(text: str) -> bool:
    """Whether this stands for an end that has not come: `Present`, `heute`, `actuel`.

    >>> is_present("bis heute"), is_present("2019")
    (True, False)
    """
    words = fold_date(text).strip(" .()-\u2013\u2014")
    return not _present_words().isdisjoint((words, " ".join(words.replace(".", " ").split())))


def never_expires(text: str) -> bool:
    """Whether this stands for a last day that there is none of: `lifetime`, `unbefristet`."""
    return " ".join(fold_date(text).replace("-", " ").split()).strip(" .()") in NO_EXPIRY


def is_open_ended(value: object) -> bool:
    """Whether this end of a job means "ongoing": no value, or a word such as Present."""
    return value is None or (
        isinstance(value, str) and (says_nothing(value, is_name=True) or is_present(value))
    )


def to_iso(text: str) -> str:
    """A date with one reading as YYYY, YYYY-MM or YYYY-MM-DD. Raises DateParseError for others.

    >>> to_iso("2020-03-04T00:00:00"), to_iso("10. Mai 2012"), to_iso("05/2022")
    ('2020-03-04', '2012-05-10', '2022-05')
    """
    if len(text) > _MAX_LENGTH:
        raise DateParseError("is not a date that can be read")
    line = fold_date(text)
    line = _ZONE.sub("", line) if _ZONE.search(line) else without_time(line)
    joined = _SPACED_MARKS.sub(r"\1", line)
    if match := _YEAR_FIRST.fullmatch(joined):
        year, _, month, day = match.groups()
        return _join(year, month, day)
    if match := _COMPACT.fullmatch(joined) or _EASTERN.fullmatch(line):
        return _join(*match.groups())
    if match := _YEAR_LAST.fullmatch(joined):
        return _parse_year_last(*match.groups())
    return _parse_named_month(line)


def has_short_year(text: str) -> bool:
    """Whether this is a date in numbers whose year has two digits: `05/07/11`."""
    return bool(_SHORT_YEAR.fullmatch(without_time(fold_date(text[:_MAX_LENGTH]))))


def split_range(text: str) -> tuple[str, str] | None:
    """The two ends of a range: "2015 - 2018", "May 2012 to present"; None for anything else."""
    line = fold_date(text) if len(text) <= _MAX_LENGTH else ""
    for match in _RANGE_MARK.finditer(line):
        first, second = line[: match.start()], line[match.end() :]
        if _is_date(first) and (_is_date(second) or is_present(second)):
            return first, second
    return None


def _is_date(text: str) -> bool:
    try:
        to_iso(text)
    except DateParseError:
        return False
    return True


def without_time(line: str) -> str:
    """The text without a time of day at its end."""
    match = _TIME.search(line)
    return line[: match.start()] if match and match.end() == len(line) else line


def month_from_name(name: str) -> int | None:
    """The number (1-12) of a month, by its name or a beginning that only one month has.

    >>> month_from_name("März"), month_from_name("Septem"), month_from_name("Ma")
    (3, 9, None)
    """
    word = fold_date(name)
    if word in _months():
        return _months()[word]
    if len(word) < _MIN_MONTH_LETTERS:
        return None
    numbers = {number for month, number in _months().items() if month.startswith(word)}
    return numbers.pop() if len(numbers) == 1 else None


@cache
def _months() -> dict[str, int]:
    return {
        fold_date(word): number for number, words in enumerate(MONTHS, 1) for word in words.split()
    }


@cache
def _present_words() -> frozenset[str]:
    return frozenset(map(fold_date, PRESENT))


def _join(year: str, month: str | None = None, day: str | None = None) -> str:
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def _parse_year_last(first: str | None, mark: str | None, second: str, year: str) -> str:
    """Parse `05/2022`, `10.05.2012` or `13/05/2022`; raise where both numbers can be the month."""
    if first is None:
        return _join(year, second)
    if mark == "." and int(second) <= _LAST_MONTH:
        return _join(year, second, first)
    if int(first) <= _LAST_MONTH < int(second):
        return _join(year, first, second)
    if int(second) <= _LAST_MONTH and (int(first) > _LAST_MONTH or int(first) == int(second)):
        return _join(year, second, first)
    if int(first) > _LAST_MONTH:
        raise DateParseError("is not a date that can be read")
    raise DateParseError("may be read in more than one way")


def _parse_named_month(line: str) -> str:
    """Parse `10 May 2012`, `May 10th, 2012`, `maj 2012` or `2012. május 10.`; else raise."""
    numbers: list[str] = []
    shape, months, unknown = "", list[int](), list[str]()
    for number, word in (match.groups() for match in _TOKEN.finditer(line)):
        if number:
            numbers.append(number)
            shape += "y" if len(number) == _YEAR_DIGITS else "d"
        elif word and (month := month_from_name(word)):
            months.append(month)
            shape += "m"
        elif word is None or word not in (JOINING | WEEKDAYS):
            unknown.append(word or "")
    if shape in _SHAPES and not unknown and all(len(number) in _DIGITS for number in numbers):
        parts = dict(zip(shape.replace("m", ""), numbers, strict=True))
        return _join(parts["y"], str(months[0]), parts.get("d"))
    if _SHORT_YEAR.fullmatch(line):
        raise DateParseError("has a year of two digits")
    if re.fullmatch(r"[0-9]{1,4}([/.-])[0-9]{1,4}(?:\1[0-9]{1,4})?", line):
        raise DateParseError("may be read in more than one way")
    if re.fullmatch(r"[^\W\d_]+[., ]* [0-9]{4}", line) and unknown:
        raise DateParseError("names a month that is not known here")
    raise DateParseError("is not a date that can be read")


_SHAPES = ("my", "ym", "dmy", "mdy", "ymd")
_DIGITS = (_YEAR_DIGITS, _MAX_DAY_DIGITS, 1)
