"""What each act costs and how long it takes: known where the catalogue knows, else estimated.

An estimate comes from the tables `plan_…` of the catalogue's advice, and says
so; no figure that nobody found counts as zero. Money is in hundredths of one
currency, so that sums are exact.
"""

from functools import cached_property
from typing import Any, NamedTuple

from certadvisor.advice.cost import price_for
from certadvisor.catalog.records import Catalog, Certification, Money, Price

CENTS = 100


class Amount(NamedTuple):
    """A range and the figure in it that plans are reckoned with.

    Of a known range that is the low end, for one can choose the offer; of an
    estimated one it is the middle.
    """

    low: int
    likely: int
    high: int
    estimated: bool = False

    def plus(self, other: "Amount") -> "Amount":
        """Both together."""
        return Amount(
            self.low + other.low,
            self.likely + other.likely,
            self.high + other.high,
            self.estimated or other.estimated,
        )


NOTHING = Amount(0, 0, 0)


class ExamPrice(NamedTuple):
    """What an exam costs with its application, and what a member of `membership` pays for it."""

    other: Amount
    member: Amount | None = None
    membership: str | None = None


class Figures:
    """Prices in one currency for one place, and hours; each looked up once."""

    def __init__(self, catalog: Catalog, country: str | None, currency: str) -> None:
        self.catalog = catalog
        self.country = country
        self.currency = currency
        self.tables = catalog.tables.values
        self._rates = {"USD": 1.0, **catalog.tables.per_usd}
        self._exams: dict[str, ExamPrice] = {}
        self._courses: dict[str, Amount] = {}

    def exam(self, id: str) -> ExamPrice:
        """The price of an exam and of applying for it."""
        if id not in self._exams:
            self._exams[id] = self._exam(self.catalog.certifications[id])
        return self._exams[id]

    def study(self, id: str) -> Amount:
        """Hours of study for an exam, reckoned with the middle; none where there is no exam."""
        certification = self.catalog.certifications[id]
        if self._page(id).get("exam") == "none":
            return NOTHING
        if certification.study_hours is not None:
            low, high = certification.study_hours
            return Amount(low, round((low + high) / 2), high)
        return self._estimate("plan_study_hours", certification.levels[0], 1)

    def decision_days(self, id: str) -> int:
        """Days from applying to the issuer's word; none where nobody applies."""
        return round(self.tables["plan"]["decision_days"]) if self.applied_for(id) else 0

    def applied_for(self, id: str) -> bool:
        """Whether one has to apply."""
        return any(step["step"] == "application" for step in self._page(id).get("steps", ()))

    def course(self, name: str) -> Amount:
        """The price of a course."""
        if name not in self._courses:
            self._courses[name] = self._course(name)
        return self._courses[name]

    def course_days(self, name: str) -> int:
        """Days from booking a course to its end."""
        usual = self.catalog.tables.effort_days["course"]
        return round(self.tables["plan_course_days"].get(name, usual))

    def training(self, hours: int) -> Amount:
        """The price of so many hours of training."""
        hour = self._estimate("plan_training_usd_an_hour", "", CENTS)
        return Amount(hour.low * hours, hour.likely * hours, hour.high * hours, estimated=True)

    def fee(self, membership: str) -> Amount:
        """A year's fee."""
        return self._fees.get(membership) or self._estimate("plan_membership_usd", "", CENTS)

    def money(self, cents: int) -> Money:
        """An amount in the currency of the plan."""
        return Money(cents / CENTS, self.currency)

    def cents(self, money: Money) -> int | None:
        """An amount in hundredths of the plan's currency; None where no rate is known."""
        if money.currency == self.currency:
            return round(money.amount * CENTS)
        if money.currency not in self._rates or self.currency not in self._rates:
            return None
        dollars = money.amount / self._rates[money.currency]
        return round(dollars * self._rates[self.currency] * CENTS)

    @cached_property
    def _fees(self) -> dict[str, Amount]:
        """The yearly fee of each membership whose fee a price tells."""
        found: dict[str, Amount] = {}
        for id, page in self.catalog.pages("certifications").items():
            membership = self._membership_of(self.catalog.certifications[id])
            for cost in page.get("costs", ()):
                if membership and "membership" in cost and membership not in found:
                    cents = self.cents(Money(cost["membership"], cost["currency"]))
                    if cents is not None:
                        found[membership] = Amount(cents, cents, cents)
        return found

    def _membership_of(self, certification: Certification) -> str | None:
        issuer = self.catalog.pages("issuers").get(certification.issuer, {})
        membership: str | None = issuer.get("membership")
        return membership

    def _page(self, id: str) -> dict[str, Any]:
        return self.catalog.pages("certifications").get(id, {})

    def _exam(self, certification: Certification) -> ExamPrice:
        price = price_for(certification, self.country)
        level = certification.levels[0]
        if price is None:
            return ExamPrice(self._estimate("plan_exam_usd", level, CENTS))
        if price.exam_included and price.course_mandatory:
            return ExamPrice(self._with_application(NOTHING, price))
        other = self._known(price.exam_non_member, price.exam_non_member, price)
        if other is None and price.exam_included:
            other = self._known(price.course_low, price.course_high, price)
        if other is None:
            return ExamPrice(
                self._with_application(self._estimate("plan_exam_usd", level, CENTS), price)
            )
        member = self._known(price.exam_member, price.exam_member, price)
        membership = self._membership_of(certification)
        if member is None or membership is None:
            return ExamPrice(self._with_application(other, price))
        own = self._with_application(member, price)
        return ExamPrice(self._with_application(other, price), own, membership)

    def _with_application(self, exam: Amount, price: Price) -> Amount:
        application = self._known(price.application, price.application, price)
        return exam.plus(application) if application else exam

    def _course(self, name: str) -> Amount:
        named = self.tables["plan_course_usd"].get(name)
        if named is not None:
            return self._dollars(named, named, named)
        owner = self.catalog.certifications.get(name.removesuffix("-course"))
        price = price_for(owner, self.country) if owner else None
        known = self._known(price.course_low, price.course_high, price) if price else None
        level = owner.levels[0] if owner else ""
        return known or self._estimate("plan_course_usd", level, CENTS)

    def _known(self, low: float | None, high: float | None, price: Price) -> Amount | None:
        if low is None:
            return None
        ends = [
            self.cents(Money(end, price.currency)) for end in (low, low if high is None else high)
        ]
        if ends[0] is None or ends[1] is None:
            return None
        return Amount(ends[0], ends[0], max(ends[0], ends[1]))

    def _estimate(self, table: str, level: str, unit: int) -> Amount:
        """The range of a table for a level, or its range for all where it has none of its own."""
        values = self.tables[table]
        before = f"{level}_" if f"{level}_likely" in values else ""
        low, likely, high = (values[f"{before}{end}"] for end in ("low", "likely", "high"))
        if unit == 1:
            return Amount(round(low), round(likely), round(high), estimated=True)
        return self._dollars(low, likely, high)

    def _dollars(self, low: float, likely: float, high: float) -> Amount:
        rate = self._rates.get(self.currency, 1.0) * CENTS
        return Amount(round(low * rate), round(likely * rate), round(high * rate), estimated=True)
