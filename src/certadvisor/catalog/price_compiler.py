"""Compiles prices, and adds up those of a certification that consists of modules."""

from collections.abc import Iterable, Mapping

from certadvisor.catalog import records
from certadvisor.catalog.definitions.base import first_day
from certadvisor.catalog.definitions.certification import CertificationFile, Price


def compile_price(price: Price) -> records.Price:
    """A price without shorthand, with what it buys."""
    course = price.course
    return records.Price(
        currency=price.currency,
        place=price.place,
        on=first_day(price.date),
        exam_member=price.exam_member,
        exam_non_member=price.exam_non_member,
        application=price.application,
        course_mandatory=course.mandatory if course else None,
        course_low=course.low if course else None,
        course_high=course.high if course else None,
        exam_included=course.exam_included if course else False,
        buys=price.buys or ("course with exam" if course and course.exam_included else "exam"),
        confidence=price.confidence,
        membership_fee=price.membership,
    )


def with_module_prices(
    certifications: dict[str, records.Certification], file: CertificationFile
) -> dict[str, records.Certification]:
    """The certifications, with the sums of those that consist of modules."""
    modules = {cert.id: cert.no_price.modules for cert in file.certifications if cert.no_price}
    return {
        id: record._replace(prices=(*record.prices, *sums))
        if (sums := tuple(_sums(modules.get(id, ()), certifications)))
        else record
        for id, record in certifications.items()
    }


def _sums(
    modules: tuple[str, ...], certifications: Mapping[str, records.Certification]
) -> Iterable[records.Price]:
    """What all modules cost together, for each currency and place in which all have a price."""
    if not modules or any(id not in certifications for id in modules):
        return
    by_module = [_whole_prices(certifications[id].prices) for id in modules]
    for key, first in by_module[0].items():
        prices = [prices.get(key, first) for prices in by_module]
        if all(key in known for known in by_module):
            yield first._replace(
                on=min(price.on for price in prices),
                exam_member=None,
                exam_non_member=sum(price.exam_non_member or 0 for price in prices),
                confidence=max((one.confidence for one in prices), key=records.CONFIDENCES.index),
                is_sum=True,
            )


def _whole_prices(
    prices: Iterable[records.Price],
) -> dict[tuple[str, str | None, str], records.Price]:
    """The whole price of a module by currency, place and what it buys, as a price of the exam."""
    whole: dict[tuple[str, str | None, str], records.Price] = {}
    for price in prices:
        parts = [
            0 if price.exam_in_course else price.exam_non_member,
            price.application or 0,
            price.course_low if price.course_mandatory else 0,
        ]
        if None not in parts:
            total = sum(part for part in parts if part is not None)
            whole.setdefault(
                (price.currency, price.place, price.buys),
                price._replace(
                    exam_non_member=total,
                    application=None,
                    course_mandatory=None,
                    course_low=None,
                    course_high=None,
                    exam_included=False,
                ),
            )
    return whole
