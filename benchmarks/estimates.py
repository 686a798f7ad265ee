"""Quartiles of the catalogue's known prices and hours, the basis of the planner's estimates.

    python benchmarks/estimates.py

Prices are in US dollars at the dated rates. A level with fewer than five known
figures has no quartiles of its own; the line `all` is used for it.
"""

from collections.abc import Iterable
from statistics import quantiles

from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import LEVELS, Catalog, Certification, Price

FEWEST = 5


def main() -> None:
    """Print a table for each kind of figure."""
    catalog = load_catalog()
    for title, figures in (
        ("exam for a non-member, USD", list(exams(catalog))),
        ("course, USD (middle of its range)", list(courses(catalog))),
        ("hours of study (middle of their range)", list(study(catalog))),
        ("hours of a course", list(course_hours(catalog))),
    ):
        print(f"{title}\n{'level':>10} {'known':>6} {'low':>6} {'median':>7} {'high':>6}")
        for level in (*LEVELS, "all"):
            known = [value for figure_level, value in figures if level in (figure_level, "all")]
            quartiles = quantiles(known, method="inclusive") if len(known) >= FEWEST else ()
            print(f"{level:>10} {len(known):6}", *(f"{value:6.0f}" for value in quartiles))
        print()


def exams(catalog: Catalog) -> Iterable[tuple[str, float]]:
    """The level and non-member price of each exam with a known price."""
    for one, price in _priced(catalog):
        value = _dollars(price.exam_non_member, price, catalog)
        if value is not None:
            yield one.levels[0], value


def courses(catalog: Catalog) -> Iterable[tuple[str, float]]:
    """The level and price of each course with a known price above zero."""
    for one, price in _priced(catalog):
        ends = [_dollars(end, price, catalog) for end in (price.course_low, price.course_high)]
        known = [end for end in ends if end]
        if known:
            yield one.levels[0], sum(known) / len(known)


def study(catalog: Catalog) -> Iterable[tuple[str, float]]:
    """The level and hours of study of each certification that has a figure."""
    for one in catalog.certifications.values():
        if one.study_hours:
            yield one.levels[0], sum(one.study_hours) / 2


def course_hours(catalog: Catalog) -> Iterable[tuple[str, float]]:
    """The level and length in hours of each course that has a figure."""
    for id, raw_record in catalog.raw_records("certifications").items():
        if "course_hours" in raw_record:
            hours = raw_record["course_hours"]
            yield catalog.certifications[id].levels[0], (hours["low"] + hours["high"]) / 2


def _priced(catalog: Catalog) -> Iterable[tuple[Certification, Price]]:
    return ((one, one.prices[0]) for one in catalog.certifications.values() if one.prices)


def _dollars(amount: float | None, price: Price, catalog: Catalog) -> float | None:
    rate = {"USD": 1.0, **catalog.tables.per_usd}.get(price.currency)
    return None if amount is None or rate is None else amount / rate


if __name__ == "__main__":
    main()
