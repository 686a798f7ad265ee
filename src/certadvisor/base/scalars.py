"""Parsing single values as people write them: text, words, numbers and dates."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from certadvisor.base.kebab import kebab
from certadvisor.base.months import years_after
from certadvisor.base.partial_date import PartialDate
from certadvisor.base.suggest import did_you_mean
from certadvisor.base.synonyms import known_word
from certadvisor.errors import shorten

Value = TypeVar("Value")
ValueParser = Callable[[object], Value]

EARLIEST_YEAR = 1950
YEARS_AHEAD = 20
MAX_TEXT = 300
DATE_REMEDY = "write YYYY, YYYY-MM or YYYY-MM-DD"


class ValueParseError(Exception):
    """A value that cannot be parsed, with the problem and what to write instead."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        self.problem = problem
        self.remedy = remedy
        super().__init__(problem)


def quote(value: object) -> str:
    """Quote a faulty value for a message: shortened, in backticks, as YAML spells it."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"`{shorten(text)}`"


def text(value: object) -> str:
    """Parse text, stripped; empty and overlong text is refused."""
    if not isinstance(value, str):
        raise ValueParseError(f"{_subject(value)} not text", "quote it, or write words")
    if not value.strip():
        raise ValueParseError("is empty", "write something, or remove it")
    if len(value) > MAX_TEXT:
        raise ValueParseError(f"is longer than {MAX_TEXT} characters", "shorten it")
    return value.strip()


def word(value: object) -> str:
    """Parse a word into the form of an id, so that case and punctuation do not matter."""
    result = kebab(text(value))
    if not result:
        raise ValueParseError(f"{quote(value)} has no letters", "write a word such as `agile`")
    return result


def one_of(words: tuple[str, ...]) -> ValueParser[str]:
    """Return a parser of one of these words or a synonym; case and punctuation do not matter."""

    def parse(value: object) -> str:
        result = known_word(word(value), words)
        if result not in words:
            remedy = did_you_mean(result, words, f"write one of: {', '.join(words)}")
            raise ValueParseError(f"{quote(value)} is not a valid value", remedy)
        return result

    return parse


def whole_number(low: int, high: int) -> ValueParser[int]:
    """Return a parser of whole numbers from `low` to `high`, both included."""

    def parse(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            problem = f"{_subject(value)} not a whole number"
            raise ValueParseError(problem, f"write {low} to {high}, without quotes")
        if not low <= value <= high:
            raise ValueParseError(f"{quote(value)} is out of bounds", f"write {low} to {high}")
        return value

    return parse


def number(high: int, *, above_zero: bool = False) -> ValueParser[float]:
    """Return a parser of numbers from 0 (or above 0) to `high`; fractions are allowed."""
    bounds = f"write more than 0 and at most {high}" if above_zero else f"write 0 to {high}"

    def parse(value: object) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise ValueParseError(f"{_subject(value)} not a number", f"{bounds}, without quotes")
        if not 0 <= value <= high or (above_zero and value == 0):
            raise ValueParseError(f"{quote(value)} is out of bounds", bounds)
        return value

    return parse


def partial_date(today: date) -> ValueParser[PartialDate]:
    """Return a parser of years, months and days from 1950 to 20 years after `today`.

    Any form with one reading will do: `2012-05-10`, `10 May 2012`, `05/2012`.
    """
    latest = years_after(today, YEARS_AHEAD)

    def parse(value: object) -> PartialDate:
        unquoted_year = isinstance(value, int) and not isinstance(value, bool)
        if not isinstance(value, str) and not unquoted_year:
            raise ValueParseError(f"{_subject(value)} not a date", DATE_REMEDY)
        day = _parse_any_date(str(value).strip())
        if day.first.year < EARLIEST_YEAR:
            raise ValueParseError(f"{quote(value)} is before {EARLIEST_YEAR}", "fix the year")
        if day.first > latest:
            problem = f"{quote(value)} is more than {YEARS_AHEAD} years ahead"
            raise ValueParseError(problem, "fix the year")
        return day

    return parse


def _parse_any_date(value: str) -> PartialDate:
    try:
        return PartialDate.parse(value)
    except ValueError:
        from certadvisor.base import written_dates  # most profiles need no other form

        try:
            return PartialDate.parse(written_dates.to_iso(value))
        except written_dates.DateParseError as error:
            raise ValueParseError(f"{quote(value)} {error}", date_remedy(value)) from None
        except ValueError:
            raise ValueParseError(f"{quote(value)} is not a date", DATE_REMEDY) from None


def date_remedy(text: str) -> str:
    """What to write in place of a text that cannot be read as a date."""
    from certadvisor.base.written_dates import has_short_year

    form = "; a table's mapping reads it by `dates: DD/MM/YY` and `century: 1950-2049`"
    return DATE_REMEDY + (form if has_short_year(text) else "")


UNKNOWN_DATE = "unknown"


def is_unknown_date(value: object) -> bool:
    """Return whether the value says that a date is there but not known, rather than absent."""
    return isinstance(value, str) and value.strip().casefold() == UNKNOWN_DATE


def date_or_unknown(today: date) -> ValueParser[PartialDate | None]:
    """Return a parser of dates as `partial_date` and of the word `unknown`, which gives None."""
    parse_date = partial_date(today)

    def parse(value: object) -> PartialDate | None:
        return None if is_unknown_date(value) else parse_date(value)

    return parse


def _subject(value: object) -> str:
    return f"{quote(value)} is" if isinstance(value, str | int | float) else "is"
