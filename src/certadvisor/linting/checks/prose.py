"""Numbers that only prose tells, where the record has a place for them.

Careful rather than thorough: only amounts with a unit that data holds, only in
the words of steps, rules and prices, only behind a word that makes them a
condition, and only where no figure of the record has that number.
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
    """Record by record; the numbers of the record's own data are known."""
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
    """The number as data may hold it: years are months too."""
    return {number, number * _TWELVE} if unit.startswith("year") else {number, number / _TWELVE}


def _numbers(cert: Certification) -> set[float]:
    """Every number of the record's data, and those its longer notes explain already."""
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
