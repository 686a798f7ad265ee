"""Checks for impossible figures: percentages, ranges, renewal units and prices."""

from collections.abc import Iterator
from datetime import date

from certadvisor.base.yaml_reader import Path_
from certadvisor.catalog.definitions.certification import Certification, Price
from certadvisor.catalog.definitions.role import Pay
from certadvisor.linting.finding import Noted
from certadvisor.linting.sources import Shelf

_WHOLE = (99, 101)  # percent: the sum may be off by rounding
_DEAREST = 15_000  # USD: a higher price is most likely a typo
_FIGURES = (
    "exam_member", "exam_non_member", "application", "retake_member", "retake_non_member",
    "membership",
)  # fmt: skip
_MEMBERS = (("exam_member", "exam_non_member"), ("retake_member", "retake_non_member"))


def check(shelf: Shelf, _: date) -> Iterator[Noted]:
    """Yield figures of a record that contradict each other or are out of range."""
    rates = shelf.advice.rates.per_usd if shelf.advice.rates else {}
    for cert in shelf.certifications.certifications:
        yield from _domains(cert)
        yield from _exam(cert)
        yield from _renewal(cert)
        for name in ("study_hours", "course_hours"):
            hours = getattr(cert, name)
            if hours:
                yield from _range("certifications", cert.id, (name,), hours.low, hours.high)
        for at, price in enumerate(cert.costs):
            yield from _price(cert.id, ("costs", at), price, {**rates, "USD": 1})
    for collection in ("levels", "roles"):
        for record in getattr(shelf.roles, collection):
            for at, pay in enumerate(record.pay):
                yield from _pay(collection, record.id, ("pay", at), pay)
            asked = record.experience
            if asked:
                yield from _range(collection, record.id, ("experience",), asked.low, asked.high)


def _domains(cert: Certification) -> Iterator[Noted]:
    shares = [domain.percent for domain in cert.domains]
    told = [share for share in shares if share is not None]
    total = sum(told)
    complete = bool(told) and len(told) == len(shares)
    if (complete and total < _WHOLE[0]) or total > _WHOLE[1]:
        problem = f"add up to {total:g} %, not to 100"
        remedy = "mend a share, or leave out those that nobody told"
        yield Noted("domain-percentages", "certifications", cert.id, ("domains",), problem, remedy)


def _exam(cert: Certification) -> Iterator[Noted]:
    exam = cert.exam
    if exam is None or exam == "none" or not exam.questions or not exam.scored_questions:
        return
    if exam.scored_questions > exam.questions:
        problem = f"scores {exam.scored_questions} of {exam.questions} questions"
        path: Path_ = ("exam", "scored_questions")
        yield Noted("exam-questions", "certifications", cert.id, path, problem, "mend one of them")


def _renewal(cert: Certification) -> Iterator[Noted]:
    renewal = cert.renewal
    if renewal is None:
        return
    path: Path_ = ("renewal",)
    if renewal.lifetime and (renewal.units or renewal.fee):
        problem = "lasts for life and asks for units or a fee"
        remedy = "write `cycle_years:` instead, or remove them"
        yield Noted("lifetime-renewal", "certifications", cert.id, path, problem, remedy)
    parts = sum(part.minimum for part in renewal.units.parts) if renewal.units else 0
    if renewal.units and parts > renewal.units.amount:
        problem = f"has parts of {parts} in a whole of {renewal.units.amount}"
        path = ("renewal", "units", "parts")
        yield Noted("unit-parts", "certifications", cert.id, path, problem, "mend one of them")
    fee = renewal.fee
    if fee:
        yield from _dearer(cert.id, ("renewal", "fee", "member"), fee.member, fee.non_member)


def _price(id: str, path: Path_, price: Price, rates: dict[str, float]) -> Iterator[Noted]:
    for member, other in _MEMBERS:
        amounts = getattr(price, member), getattr(price, other)
        yield from _dearer(id, (*path, member), *amounts)
    if price.course:
        yield from _range(
            "certifications", id, (*path, "course"), price.course.low, price.course.high
        )
    rate = rates.get(price.currency)
    if rate is None and len(rates) > 1:
        problem = f"the table of rates has no {price.currency}"
        remedy = "add it to `rates:` of advice.yaml"
        yield Noted("unknown-rate", "certifications", id, (*path, "currency"), problem, remedy)
    for name in _FIGURES:
        amount = getattr(price, name)
        if amount and rate and amount / rate > _DEAREST:
            problem = f"{amount:,} {price.currency} is more than any certification asks"
            remedy = "mend the amount or the currency"
            yield Noted("price-out-of-range", "certifications", id, (*path, name), problem, remedy)


def _dearer(id: str, path: Path_, member: float | None, other: float | None) -> Iterator[Noted]:
    if member is not None and other is not None and member > other:
        problem = f"members pay {member:,}, others {other:,}"
        yield Noted("member-dearer", "certifications", id, path, problem, "mend one of them")


def _range(
    collection: str, id: str, path: Path_, low: float | None, high: float | None
) -> Iterator[Noted]:
    if low is not None and high is not None and low > high:
        problem = f"runs from {low:,} down to {high:,}"
        yield Noted("reversed-range", collection, id, path, problem, "mend one of the ends")


def _pay(collection: str, id: str, path: Path_, pay: Pay) -> Iterator[Noted]:
    yield from _range(collection, id, path, pay.low, pay.high)
    if pay.median is not None:
        yield from _range(collection, id, (*path, "median"), pay.low, pay.median)
        yield from _range(collection, id, (*path, "median"), pay.median, pay.high)
