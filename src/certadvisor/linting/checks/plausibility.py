"""Checks for impossible figures: percentages, ranges, renewal units and prices."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from certadvisor.base.document import DataPath
from certadvisor.catalog.definitions.certification import Certification, Price, Units
from certadvisor.catalog.definitions.role import Pay
from certadvisor.linting.finding import RawFinding
from certadvisor.linting.sources import CatalogSources

_TOTAL_PERCENT = (99, 101)  # percent: the sum may be off by rounding
_MAX_PRICE_USD = 15_000  # USD: a higher price is most likely a typo
_PRICE_FIELDS = (
    "exam_member", "exam_non_member", "application", "retake_member", "retake_non_member",
    "membership",
)  # fmt: skip
_MEMBER_PRICES = (("exam_member", "exam_non_member"), ("retake_member", "retake_non_member"))


def check(sources: CatalogSources, _: date) -> Iterator[RawFinding]:
    """Yield figures of a record that contradict each other or are out of range."""
    rates = sources.advice.rates.per_usd if sources.advice.rates else {}
    for cert in sources.certifications.certifications:
        yield from _check_domains(cert)
        yield from _check_exam(cert)
        yield from _check_renewal(cert)
        for name in ("study_hours", "course_hours"):
            hours = getattr(cert, name)
            if hours:
                yield from _check_range("certifications", cert.id, (name,), hours.low, hours.high)
        for index, price in enumerate(cert.costs):
            yield from _check_price(cert.id, ("costs", index), price, {**rates, "USD": 1})
    for collection in ("levels", "roles"):
        for record in getattr(sources.roles, collection):
            for index, pay in enumerate(record.pay):
                yield from _check_pay(collection, record.id, ("pay", index), pay)
            experience = record.experience
            if experience:
                yield from _check_range(
                    collection, record.id, ("experience",), experience.low, experience.high
                )


def _check_domains(cert: Certification) -> Iterator[RawFinding]:
    shares = [domain.percent for domain in cert.domains]
    known_shares = [share for share in shares if share is not None]
    total = sum(known_shares)
    complete = bool(known_shares) and len(known_shares) == len(shares)
    if (complete and total < _TOTAL_PERCENT[0]) or total > _TOTAL_PERCENT[1]:
        problem = f"add up to {total:g} %, not to 100"
        remedy = "fix a share, or leave out those that no source gives"
        yield RawFinding(
            "domain-percentages", "certifications", cert.id, ("domains",), problem, remedy
        )


def _check_exam(cert: Certification) -> Iterator[RawFinding]:
    exam = cert.exam
    if exam is None or exam == "none" or not exam.questions or not exam.scored_questions:
        return
    if exam.scored_questions > exam.questions:
        problem = f"scores {exam.scored_questions} of {exam.questions} questions"
        path: DataPath = ("exam", "scored_questions")
        yield RawFinding(
            "exam-questions", "certifications", cert.id, path, problem, "fix one of them"
        )


def _check_renewal(cert: Certification) -> Iterator[RawFinding]:
    renewal = cert.renewal
    if renewal is None:
        return
    path: DataPath = ("renewal",)
    if renewal.lifetime and (renewal.units or renewal.fee):
        problem = "lasts for life but requires units or a fee"
        remedy = "write `cycle_years:` instead, or remove them"
        yield RawFinding("lifetime-renewal", "certifications", cert.id, path, problem, remedy)
    if renewal.units:
        yield from _check_unit_parts(cert.id, renewal.units)
        yield from _check_yearly_units(cert.id, renewal.units, renewal.cycle_years or 1)
    fee = renewal.fee
    if fee:
        yield from _check_member_price(
            cert.id, ("renewal", "fee", "member"), fee.member, fee.non_member
        )


def _check_unit_parts(id: str, units: Units) -> Iterator[RawFinding]:
    """Yield a whole, or a part with parts of its own, that cannot hold what its parts require."""
    limits: dict[str | None, int | None] = {part.name: part.maximum for part in units.parts}
    limits[None] = units.amount
    required: Counter[str | None] = Counter()
    for part in reversed(units.parts):
        required[part.part_of] += max(part.minimum or 0, required[part.name])
    for name, limit in limits.items():
        if limit is not None and required[name] > limit:
            problem = f"has parts of {required[name]} in a whole of {limit}"
            path = ("renewal", "units", "parts")
            yield RawFinding("unit-parts", "certifications", id, path, problem, "fix one of them")


def _check_yearly_units(id: str, units: Units, years: int) -> Iterator[RawFinding]:
    """Yield bounds of a year that do not fit those of the cycle."""
    least = [(units.name, units.yearly_minimum, units.amount)]
    least += [(part.name, part.yearly_minimum, part.minimum or 0) for part in units.parts]
    most = [(part.name, part.yearly_maximum, part.maximum) for part in units.parts]
    problems = [
        f"asks for {yearly} of {name} in each of {years} years and for {whole} in all"
        for name, yearly, whole in least
        if yearly and yearly * years > whole
    ]
    problems += [
        f"counts {yearly} of {name} in each of {years} years and {whole or 'any number'} in all"
        for name, yearly, whole in most
        if yearly and (whole is None or whole > yearly * years)
    ]
    for problem in problems:
        path = ("renewal", "units")
        yield RawFinding("unit-years", "certifications", id, path, problem, "fix one of them")


def _check_price(
    id: str, path: DataPath, price: Price, rates: dict[str, float]
) -> Iterator[RawFinding]:
    for member, other in _MEMBER_PRICES:
        amounts = getattr(price, member), getattr(price, other)
        yield from _check_member_price(id, (*path, member), *amounts)
    if price.course:
        yield from _check_range(
            "certifications", id, (*path, "course"), price.course.low, price.course.high
        )
    rate = rates.get(price.currency)
    if rate is None and len(rates) > 1:
        problem = f"the table of rates has no {price.currency}"
        remedy = "add it to `rates:` of advice.yaml"
        yield RawFinding("unknown-rate", "certifications", id, (*path, "currency"), problem, remedy)
    for name in _PRICE_FIELDS:
        amount = getattr(price, name)
        if amount and rate and amount / rate > _MAX_PRICE_USD:
            problem = f"{amount:,} {price.currency} is more than any certification costs"
            remedy = "fix the amount or the currency"
            yield RawFinding(
                "price-out-of-range", "certifications", id, (*path, name), problem, remedy
            )


def _check_member_price(
    id: str, path: DataPath, member: float | None, other: float | None
) -> Iterator[RawFinding]:
    if member is not None and other is not None and member > other:
        problem = f"members pay {member:,}, others {other:,}"
        yield RawFinding("member-dearer", "certifications", id, path, problem, "fix one of them")


def _check_range(
    collection: str, id: str, path: DataPath, low: float | None, high: float | None
) -> Iterator[RawFinding]:
    if low is not None and high is not None and low > high:
        problem = f"runs from {low:,} down to {high:,}"
        yield RawFinding("reversed-range", collection, id, path, problem, "fix one of the ends")


def _check_pay(collection: str, id: str, path: DataPath, pay: Pay) -> Iterator[RawFinding]:
    yield from _check_range(collection, id, path, pay.low, pay.high)
    if pay.median is not None:
        yield from _check_range(collection, id, (*path, "median"), pay.low, pay.median)
        yield from _check_range(collection, id, (*path, "median"), pay.median, pay.high)
