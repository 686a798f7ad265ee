"""Checks for numbers that are in prose but not in the data of a record.

Prefers misses to false alarms: it reports only amounts with a unit used in data, in the
texts of steps, rules and prices, after a word that makes them a condition, and only if
no figure of the record has that number.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from certadvisor.base.yaml_reader import Path_
from certadvisor.catalog.definitions.certification import Certification
from certadvisor.linting.finding import Noted
from certadvisor.linting.sources import Shelf

_CONDITION = re.compile(
    r"\b(?:at least|minimum of|must have|requires?|needs?|asks? for|costs?)\b[^.;:]{0,20}?"
    r"\b([0-9][0-9,]*(?:\.[0-9]+)?)[ -](months?|years?|hours?|USD|EUR|GBP|percent|%)",
    re.IGNORECASE,
)
_TWELVE = 12


def check(shelf: Shelf, _: date) -> Iterator[Noted]:
    """Yield numbers in prose that are not in the data of the same record."""
    for cert in shelf.certifications.certifications:
        known = _numbers(cert)
        for path, text in _prose(cert):
            for told in _CONDITION.finditer(text):
                number = float(told[1].replace(",", ""))
                if not known & _readings(number, told[2].casefold()):
                    problem = f"tells “{told[1]} {told[2]}” in prose alone"
                    remedy = "write the figure as data, if there is a key for it"
                    yield Noted("number-in-prose", "certifications", cert.id, path, problem, remedy)


def _prose(cert: Certification) -> Iterator[tuple[Path_, str]]:
    for at, step in enumerate(cert.steps):
        if step.text:
            yield ("steps", at), step.text
    for at, version in enumerate(cert.rules):
        if version.note:
            yield ("rules", at), version.note
    for at, price in enumerate(cert.costs):
        if price.note:
            yield ("costs", at), price.note


def _readings(number: float, unit: str) -> set[float]:
    """The number as the data may have it: in years or in months."""
    return {number, number * _TWELVE} if unit.startswith("year") else {number, number / _TWELVE}


def _numbers(cert: Certification) -> set[float]:
    """Every number in the data of a record."""
    found: set[float] = set()
    pending: list[Any] = [cert.model_dump()]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            pending += value.values()
        elif isinstance(value, list | tuple):
            pending += value
        elif isinstance(value, int | float) and not isinstance(value, bool):
            found.add(float(value))
    return found
