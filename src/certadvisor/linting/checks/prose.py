"""Checks for numbers that are in prose but not in the data of a record.

Prefers misses to false alarms: it reports only amounts with a unit used in data, in the
texts of steps, rules and prices, after a word that makes them a condition, and only if
no figure of the record has that number.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from certadvisor.base.document import DataPath
from certadvisor.catalog.definitions.certification import Certification
from certadvisor.linting.finding import RawFinding
from certadvisor.linting.sources import CatalogSources

_CONDITION = re.compile(
    r"\b(?:at least|minimum of|must have|requires?|needs?|asks? for|costs?)\b[^.;:]{0,20}?"
    r"\b([0-9][0-9,]*(?:\.[0-9]+)?)[ -](months?|years?|hours?|USD|EUR|GBP|percent|%)",
    re.IGNORECASE,
)
_MONTHS_IN_YEAR = 12


def check(sources: CatalogSources, _: date) -> Iterator[RawFinding]:
    """Yield numbers in prose that are not in the data of the same record."""
    for cert in sources.certifications.certifications:
        data_numbers = _data_numbers(cert)
        for path, text in _prose_texts(cert):
            for match in _CONDITION.finditer(text):
                number = float(match[1].replace(",", ""))
                if not data_numbers & _equivalents(number, match[2].casefold()):
                    problem = f"gives “{match[1]} {match[2]}” only in prose"
                    remedy = "write the figure as data, if there is a key for it"
                    yield RawFinding(
                        "number-in-prose", "certifications", cert.id, path, problem, remedy
                    )


def _prose_texts(cert: Certification) -> Iterator[tuple[DataPath, str]]:
    for index, step in enumerate(cert.steps):
        if step.text:
            yield ("steps", index), step.text
    for index, version in enumerate(cert.rules):
        if version.note:
            yield ("rules", index), version.note
    for index, price in enumerate(cert.costs):
        if price.note:
            yield ("costs", index), price.note


def _equivalents(number: float, unit: str) -> set[float]:
    """The number as the data may have it: in years or in months."""
    return (
        {number, number * _MONTHS_IN_YEAR}
        if unit.startswith("year")
        else {number, number / _MONTHS_IN_YEAR}
    )


def _data_numbers(cert: Certification) -> set[float]:
    """Every number in the data of a record."""
    numbers: set[float] = set()
    pending: list[Any] = [cert.model_dump()]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            pending += value.values()
        elif isinstance(value, list | tuple):
            pending += value
        elif isinstance(value, int | float) and not isinstance(value, bool):
            numbers.add(float(value))
    return numbers
