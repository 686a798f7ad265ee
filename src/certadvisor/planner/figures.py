"""Cost and duration of each action: a known figure from the catalogue, else an estimate.

Estimates come from the `plan_…` tables of data/advice.yaml (judgement) and are marked as such;
an unknown figure never counts as zero. Money is in cents of one currency, so that sums are exact.
"""

from collections.abc import Mapping
from functools import cached_property
from math import ceil
from types import MappingProxyType
from typing import NamedTuple

from certadvisor.catalog.records import Catalog, Certification, Money, Price
from certadvisor.planner.buyer_prices import (
    Buyer,
    PriceRange,
    course_price,
    exam_price,
    price_for,
)
from certadvisor.rules.lapsed_credentials import ReinstatableCredential

CENTS_PER_UNIT = 100
HOURS_PER_COURSE_DAY = 8
PRICED_BY_INCOME = "depends on the country's income"  # why a record has no price


class Amount(NamedTuple):
    """A range of money (cents) or hours, and the figure in it that plans use.

    `likely` is the low end of a known range, because the person can choose the offer, and the
    middle of an estimated one.
    """

    low: int
    likely: int
    high: int
    estimated: bool = False

    def plus(self, other: "Amount") -> "Amount":
        """Add two amounts end by end; the sum is estimated if either part is."""
        return Amount(
            self.low + other.low,
            self.likely + other.likely,
            self.high + other.high,
            self.estimated or other.estimated,
        )


ZERO_AMOUNT = Amount(0, 0, 0)


class ExamPrice(NamedTuple):
    """The price of an exam and its application.

    `member` is the price for members of `membership`; both are None where members pay no other
    price, or where it is not known.
    """

    non_member: Amount
    member: Amount | None = None
    membership: str | None = None


class ReinstatementTerms(NamedTuple):
    """What reinstating takes: the renewal's fee, and the price and hours of the open units."""

    fee: ExamPrice
    units: Amount
    hours: Amount


class Figures:
    """Prices in one currency and for one buyer, and durations; each is looked up once.

    Args:
        catalog: The catalogue with prices, tables and exchange rates.
        buyer: Whose prices apply.
        currency: The currency of every amount.
        lapsed: The buyer's credentials that can be reinstated, by id.
    """

    def __init__(
        self,
        catalog: Catalog,
        buyer: Buyer,
        currency: str,
        lapsed: Mapping[str, ReinstatableCredential] = MappingProxyType({}),
    ) -> None:
        self.catalog = catalog
        self.buyer = buyer
        self.currency = currency
        self.tables = catalog.tables.values
        self._rates = {"USD": 1.0, **catalog.tables.per_usd}
        self._exams: dict[str, ExamPrice] = {}
        self._courses: dict[str, Amount] = {}
        self._studies: dict[str, Amount] = {}
        self._reinstatements = {id: self._price_reinstatement(one) for id, one in lapsed.items()}

    def exam(self, id: str) -> ExamPrice:
        """Look up the price of an exam and of its application.

        Args:
            id: A certification of the catalogue.

        Returns:
            The price; 0 where a mandatory course includes the exam, estimated by the
            certification's level where no price is known.
        """
        if id not in self._exams:
            self._exams[id] = self._price_exam(self.catalog.certifications[id])
        return self._exams[id]

    def reinstatement(self, id: str) -> ReinstatementTerms | None:
        """Look up what reinstating takes; None where nothing of the buyer's can be reinstated."""
        return self._reinstatements.get(id)

    def study(self, id: str) -> Amount:
        """Look up the hours of study for an exam.

        Returns:
            The hours: `likely` is the middle of the range, 0 for all three where there is no exam.
        """
        if id not in self._studies:
            self._studies[id] = self._find_study_hours(id)
        return self._studies[id]

    def _find_study_hours(self, id: str) -> Amount:
        certification = self.catalog.certifications[id]
        if not certification.has_exam:
            return ZERO_AMOUNT
        if certification.study_hours is not None:
            low, high = certification.study_hours
            return Amount(low, round((low + high) / 2), high)
        return self._estimate("plan_study_hours", certification.levels[0], 1)

    def decision_days(self, id: str) -> int:
        """Return the days from an application until the exam can be taken, 0 without one.

        They are those of the issuer's answer and of whatever the issuer assesses afterwards.
        """
        if not self.requires_application(id):
            return 0
        return self.answer_days + self.assessment_days(id)

    @property
    def answer_days(self) -> int:
        """The days from an application to the issuer's answer."""
        return round(self.tables["plan"]["decision_days"])

    def assessment_days(self, id: str) -> int:
        """Return the days that references, report, panel, interview and assessment take."""
        steps = self.catalog.certifications[id].steps
        return round(sum(self._step_days.get(step, 0) for step in steps))

    def requires_application(self, id: str) -> bool:
        """Return whether there is an application, or something that can only follow one."""
        steps = self.catalog.certifications[id].steps
        return any(step == "application" or step in self._step_days for step in steps)

    @property
    def _step_days(self) -> dict[str, float]:
        return self.tables.get("plan_step_days", {})  # an own catalogue may not have the table

    def course(self, name: str) -> Amount:
        """Look up the price of a course, estimated if it is not known."""
        if name not in self._courses:
            self._courses[name] = self._price_course(name)
        return self._courses[name]

    def course_days(self, name: str) -> int:
        """Return the days from booking a course to its end: by its hours, else the usual ones."""
        known = self.tables["plan_course_days"].get(name)
        if known is not None:
            return round(known)
        lead_days = self.tables["plan"].get("course_lead_days")
        certification = self.catalog.certifications.get(name.removesuffix("-course"))
        hours = certification and certification.course_hours
        if hours is None or lead_days is None:
            return round(self.catalog.tables.effort_days["course"])
        return round(lead_days) + ceil(hours[1] / HOURS_PER_COURSE_DAY)

    def training(self, hours: int) -> Amount:
        """Estimate the price of training by the hour."""
        hourly = self._hourly
        return Amount(
            hourly.low * hours, hourly.likely * hours, hourly.high * hours, estimated=True
        )

    def fee(self, membership: str) -> Amount:
        """Look up the fee of a membership for one year, estimated if it is not known."""
        return self._fees.get(membership) or self._estimate(
            "plan_membership_usd", "", CENTS_PER_UNIT
        )

    def money(self, cents: int) -> Money:
        """Convert cents to an amount in the plan's currency."""
        return Money(cents / CENTS_PER_UNIT, self.currency)

    def cents(self, money: Money) -> int | None:
        """Convert an amount to cents of the plan's currency.

        Returns:
            The cents, or None if no exchange rate is known.
        """
        if money.currency == self.currency:
            return round(money.amount * CENTS_PER_UNIT)
        if money.currency not in self._rates or self.currency not in self._rates:
            return None
        usd = money.amount / self._rates[money.currency]
        return round(usd * self._rates[self.currency] * CENTS_PER_UNIT)

    @cached_property
    def _hourly(self) -> Amount:
        return self._estimate("plan_training_usd_an_hour", "", CENTS_PER_UNIT)

    @cached_property
    def _fees(self) -> dict[str, Amount]:
        """The yearly fee of each membership for which a certification's price names it."""
        fees: dict[str, Amount] = {}
        for certification in self.catalog.certifications.values():
            membership = certification.membership
            for price in certification.prices:
                if membership and price.membership_fee is not None and membership not in fees:
                    cents = self.cents(Money(price.membership_fee, price.currency))
                    if cents is not None:
                        fees[membership] = Amount(cents, cents, cents)
        return fees

    def _price_exam(self, certification: Certification) -> ExamPrice:
        price = price_for(certification, self.buyer)
        if price is None:
            return ExamPrice(self._estimate_exam(certification))
        if price.is_sum:  # the modules are steps of their own
            return ExamPrice(ZERO_AMOUNT)
        known = self._published_amount(exam_price(price), price)
        non_member = self._with_application(known or self._estimate_exam(certification), price)
        if known is None or price.exam_member is None or price.exam_in_course:
            return ExamPrice(non_member)
        member = self._published_amount(exam_price(price, member=True), price)
        if member is None or certification.membership is None:
            return ExamPrice(non_member)
        return ExamPrice(
            non_member, self._with_application(member, price), certification.membership
        )

    def _price_reinstatement(self, lapsed: ReinstatableCredential) -> ReinstatementTerms:
        certification = self.catalog.certifications[lapsed.id]
        price = certification.renewal_fee
        known = price and price.non_member and self._fixed_amount(price.non_member)
        member = price and price.member and self._fixed_amount(price.member)
        other = known or self._estimate("plan_renewal_usd", "", CENTS_PER_UNIT)
        unit = self._estimate("plan_unit_usd", "", CENTS_PER_UNIT)
        count = ceil(lapsed.units)
        fewest = count if lapsed.units_given else 0
        return ReinstatementTerms(
            ExamPrice(other, member, certification.membership if member else None),
            # A unit is an hour, with PDU, CDU, SEU and CPE alike.
            Amount(unit.low * fewest, unit.likely * count, unit.high * count, bool(count)),
            Amount(fewest, count, count, not lapsed.units_given),
        )

    def _fixed_amount(self, money: Money) -> Amount | None:
        cents = self.cents(money)
        return None if cents is None else Amount(cents, cents, cents)

    def _estimate_exam(self, certification: Certification) -> Amount:
        amount = self._estimate("plan_exam_usd", certification.levels[0], CENTS_PER_UNIT)
        if certification.no_price != PRICED_BY_INCOME:
            return amount
        least = self.tables["plan_exam_usd"]["by_income_low"]
        return amount._replace(low=self._estimate_from_usd(least, least, least).low)

    def _with_application(self, exam: Amount, price: Price) -> Amount:
        if price.application is None:
            return exam
        part = self._published_amount(PriceRange(price.application, price.application), price)
        return exam.plus(part) if part else exam

    def _price_course(self, name: str) -> Amount:
        table_price = self.tables["plan_course_usd"].get(name)
        if table_price is not None:
            return self._estimate_from_usd(table_price, table_price, table_price)
        certification = self.catalog.certifications.get(name.removesuffix("-course"))
        price = price_for(certification, self.buyer) if certification else None
        published = self._published_amount(course_price(price), price) if price else None
        level = certification.levels[0] if certification else ""
        return published or self._estimate("plan_course_usd", level, CENTS_PER_UNIT)

    def _published_amount(self, published: PriceRange | None, price: Price) -> Amount | None:
        """A known price in cents of the plan's currency; None if it or the rate is not known."""
        if published is None:
            return None
        low, high = (self.cents(Money(end, price.currency)) for end in published)
        return None if low is None or high is None else Amount(low, low, high)

    def _estimate(self, table: str, level: str, unit: int) -> Amount:
        """Estimate by a level's own range of the table, else by the range for all levels.

        `unit` is 1 for hours; any other unit means US dollars.
        """
        values = self.tables[table]
        prefix = f"{level}_" if f"{level}_likely" in values else ""
        low, likely, high = (values[f"{prefix}{end}"] for end in ("low", "likely", "high"))
        if unit == 1:
            return Amount(round(low), round(likely), round(high), estimated=True)
        return self._estimate_from_usd(low, likely, high)

    def _estimate_from_usd(self, low: float, likely: float, high: float) -> Amount:
        rate = self._rates.get(self.currency, 1.0) * CENTS_PER_UNIT
        return Amount(round(low * rate), round(likely * rate), round(high * rate), estimated=True)
