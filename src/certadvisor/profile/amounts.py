"""Parsing amounts with a unit: `2y6m`, `35h`, `12 months`, `1500 USD`."""

import re
from collections.abc import Iterable
from math import isclose

from certadvisor.base.scalars import YEARS_AHEAD, ValueParseError, number, quote, text
from certadvisor.catalog.records import Money
from certadvisor.profile.model import Horizon, HorizonUnit

MAX_MONTHS = 720
MAX_TRAINING_HOURS = 20_000
_MAX_BUDGET = 1_000_000_000  # enough for currencies with small units

_MONTHS_IN = {
    **dict.fromkeys(("m", "mo", "mos", "month", "months"), 1),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years"), 12),
}
_UNITS = {
    **dict.fromkeys(("d", "day", "days"), HorizonUnit.DAY),
    **dict.fromkeys(("w", "week", "weeks"), HorizonUnit.WEEK),
    **{
        name: HorizonUnit.MONTH if months == 1 else HorizonUnit.YEAR
        for name, months in _MONTHS_IN.items()
    },
}
_MAX_BY_UNIT = {
    HorizonUnit.DAY: 7_305,
    HorizonUnit.WEEK: 1_043,
    HorizonUnit.MONTH: 240,
    HorizonUnit.YEAR: YEARS_AHEAD,
}

# Not compiled here: most profiles need one of them or none, and compiling slows the start.
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_PART = r"([0-9]{1,6}(?:\.[0-9]{1,3})?)\s*([a-z]+)\s*"
_HOURS = r"([0-9]{1,6}(?:\.[0-9]{1,3})?)\s*(?:h|hours?)?"
_MONEY = (
    r"([0-9]{1,3}(?:[ ,.'\u00a0\u202f\u2019][0-9]{3})+|[0-9]{1,10})(?:[.,]([0-9]{1,2}))?\s*(k?)"
)
_CURRENCY = r"[a-z]{0,3}[$€£¥₹₺₽₩฿₴]|[a-z]{3,7}|zł"
# The yen sign and "kr" stand for several currencies, and are refused.
_CURRENCIES = {
    **dict.fromkeys(("$", "us$", "usd", "dollar", "dollars"), "USD"),
    **dict.fromkeys(("€", "eur", "euro", "euros"), "EUR"),
    **dict.fromkeys(("£", "gb£", "gbp", "pound", "pounds"), "GBP"),
    **dict.fromkeys(("c$", "ca$", "can$", "cad"), "CAD"),
    **dict.fromkeys(("a$", "au$", "aud"), "AUD"),
    **dict.fromkeys(("r$", "brl", "reais"), "BRL"),
    **dict.fromkeys(("nz$", "nzd"), "NZD"),
    **dict.fromkeys(("s$", "sg$", "sgd"), "SGD"),
    **dict.fromkeys(("hk$", "hkd"), "HKD"),
    **dict.fromkeys(("mx$", "mxn"), "MXN"),
    **dict.fromkeys(("₹", "inr", "rupees"), "INR"),
    **dict.fromkeys(("zł", "pln", "zloty"), "PLN"),
    "chf": "CHF", "francs": "CHF", "₺": "TRY", "₽": "RUB", "₩": "KRW", "฿": "THB", "₴": "UAH",
}  # fmt: skip


def months(value: str) -> int:
    """Parse a length of time in whole months: `30m`, `4y`, `2y6m`, `18 months`, `1.5y`, `0`."""
    remedy = "write months or years, such as 30m, 4y or 2y6m"
    parts = [] if value.strip() == "0" else _split_units(value, _MONTHS_IN, remedy)
    total = sum(amount * _MONTHS_IN[unit] for amount, unit in parts)
    if not isclose(total, round(total), abs_tol=1e-9):
        raise ValueParseError(f"{quote(value)} is not a whole number of months", remedy)
    if total > MAX_MONTHS:
        raise ValueParseError(f"{quote(value)} is longer than {MAX_MONTHS // 12} years", remedy)
    return round(total)


def horizon(value: object) -> Horizon:
    """Parse how far ahead: `12 months`, `2 years`, `6 weeks`, `90 days`, or as `months`."""
    remedy = "write a length of time, such as 12 months"
    if _is_bare_number(value):
        raise ValueParseError(f"{quote(value)} has no unit", remedy)
    plain = text(value)
    parts = _split_units(plain, _UNITS, remedy)
    amount, unit = parts[0][0], _UNITS[parts[0][1]]
    if len(parts) > 1 or not amount.is_integer():
        amount, unit = months(plain), HorizonUnit.MONTH
    if not 1 <= amount <= _MAX_BY_UNIT[unit]:
        problem = f"{quote(value)} is not between one day and {YEARS_AHEAD} years"
        raise ValueParseError(problem, remedy)
    return Horizon(int(amount), unit)


def _split_units(value: str, units: Iterable[str], remedy: str) -> list[tuple[float, str]]:
    """Split `2y6m` into [(2, "y"), (6, "m")]; a unit used twice is refused."""
    plain = re.sub(r"\s*(?:,|&|\band\b)\s*", " ", value.strip().casefold())
    pairs = re.findall(_PART, plain)
    known_units = [_UNITS[unit] for _, unit in pairs if unit in units]
    if not pairs or re.sub(_PART, "", plain) or len(set(known_units)) < len(pairs):
        raise ValueParseError(f"{quote(value)} is not a length of time", remedy)
    return [(float(amount), unit) for amount, unit in pairs]


def training_hours(value: str) -> float:
    """Parse hours: `35h`, `35 hours` or `35`."""
    match = re.fullmatch(_HOURS, value.strip().casefold())
    if match is None:
        raise ValueParseError(
            f"{quote(value)} is not a number of hours", "write hours, such as 35h"
        )
    return number(MAX_TRAINING_HOURS)(_to_number(match[1]))


def budget(value: object) -> Money:
    """Parse an amount of money with its currency: `1500 USD`, `$1,500`, `€2k`."""
    remedy = "write an amount and its currency, such as 1500 USD"
    if _is_bare_number(value):
        raise ValueParseError(f"{quote(value)} has no currency", remedy)
    plain = text(value).casefold()
    currency_last = re.fullmatch(rf"{_MONEY}\s*({_CURRENCY})", plain)
    currency_first = currency_last or re.fullmatch(rf"({_CURRENCY})\s*{_MONEY}", plain)
    if currency_first is None:
        raise ValueParseError(f"{quote(value)} is not a valid amount", remedy)
    if currency_last:
        whole, cents, thousands, sign = currency_last.groups()
    else:
        sign, whole, cents, thousands = currency_first.groups()
    currency = _CURRENCIES.get(sign) or (sign.upper() if re.fullmatch("[a-z]{3}", sign) else "")
    if not currency:
        raise ValueParseError(f"{quote(value)} names no one currency", remedy)
    digits = re.sub("[^0-9]", "", whole)
    amount = _to_number(f"{digits}.{cents}" if cents else digits) * (1000 if thousands else 1)
    if amount > _MAX_BUDGET:
        raise ValueParseError(f"{quote(value)} is out of bounds", remedy)
    return Money(int(amount) if amount == int(amount) and not cents else amount, currency)


def _is_bare_number(value: object) -> bool:
    """Return whether a value is only a number, quoted or not."""
    return not isinstance(value, bool) and bool(re.fullmatch(_NUMBER, str(value).strip()))


def _to_number(digits: str) -> float:
    return float(digits) if "." in digits else int(digits)
