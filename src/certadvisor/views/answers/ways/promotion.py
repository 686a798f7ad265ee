"""A promotion from a role to the next: what it adds, as data and as blocks."""

from collections.abc import Callable, Iterable
from typing import Annotated, TypedDict

from certadvisor.advice.career.career_paths import Promotion, RoleExpectation, RoleExperience
from certadvisor.advice.career.pay import PayChange
from certadvisor.catalog.records import Catalog
from certadvisor.rules.leaves import degree as degrees
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Verdict
from certadvisor.views.blocks import (
    Block,
    Fact,
    FactList,
    Fragment,
    Heading,
    StyledText,
    join,
    styled,
)
from certadvisor.views.document_types import Allowed, LevelWord, OutcomeWord
from certadvisor.views.json_values import number
from certadvisor.views.reports import WaysReport
from certadvisor.views.words import phrases
from certadvisor.views.words.roles import OUR_JUDGEMENT, experience_text, host_name

ARROW = " \u203a "  # a single right-pointing angle quotation mark

_Namer = Callable[[str, Catalog], str]
_OUTCOME_ORDER = (Outcome.UNMET, Outcome.UNKNOWN, Outcome.MET)


class ExpectationJson(TypedDict):
    """A skill or certification that a role asks for."""

    id: str
    outcome: OutcomeWord
    new: Annotated[bool, Allowed(description="Whether the role before did not ask it.")]


class RoleCertificationJson(ExpectationJson):
    """A certification that a role asks for."""

    sourced: Annotated[
        bool, Allowed(description="Whether a source says so; else it is our judgement.")
    ]


class PromotionExperienceJson(TypedDict):
    """Months asked before the role."""

    kind: str | None
    low: float | None
    high: float | None
    have: float | None
    outcome: OutcomeWord | None


class RoleDegreeJson(TypedDict):
    """The degree that is usually asked for a role."""

    level: str
    outcome: OutcomeWord


class PayChangeJson(TypedDict):
    """Yearly pay of both roles by one source: one number, or low and high."""

    country: str
    currency: str
    year: int | None
    before: list[float]
    after: list[float]
    article: bool
    url: str | None
    via: str | None


_PromotionStart = TypedDict("_PromotionStart", {"from": str})


class PromotionJson(_PromotionStart):
    """A promotion from one role to the next, and what it adds."""

    to: str
    level: LevelWord
    skills: list[ExpectationJson]
    preferred: list[RoleCertificationJson]
    helpful: list[RoleCertificationJson]
    local: Annotated[
        bool, Allowed(description="Whether those of the person's country stand first.")
    ]
    experience: PromotionExperienceJson | None
    degree: RoleDegreeJson | None
    pay: list[PayChangeJson]


def promotion_json(promotion: Promotion) -> PromotionJson:
    """What a promotion adds; without a profile every outcome is unknown."""
    return {
        "from": promotion.before.id,
        "to": promotion.role.id,
        "level": promotion.role.level,
        "skills": [_expectation_json(skill) for skill in promotion.skills],
        "preferred": [_role_certification_json(one) for one in promotion.preferred],
        "helpful": [_role_certification_json(one) for one in promotion.helpful],
        "local": promotion.local,
        "experience": _experience_json(promotion.experience),
        "degree": _degree_json(promotion.degree),
        "pay": [_pay_json(change) for change in promotion.pay],
    }


def _expectation_json(item: RoleExpectation) -> ExpectationJson:
    return {"id": item.id, "outcome": item.outcome.value, "new": item.new}


def _role_certification_json(item: RoleExpectation) -> RoleCertificationJson:
    return {**_expectation_json(item), "sourced": item.sourced}


def _experience_json(experience: RoleExperience | None) -> PromotionExperienceJson | None:
    if experience is None:
        return None
    verdict = experience.verdict
    return {
        "kind": experience.kind,
        "low": experience.low,
        "high": experience.high,
        "have": number(verdict.have) if verdict else None,
        "outcome": verdict.outcome.value if verdict else None,
    }


def _degree_json(verdict: Verdict | None) -> RoleDegreeJson | None:
    level = degrees.required_level(verdict.requirement) if verdict else None
    if verdict is None or level is None:
        return None
    return {"level": level, "outcome": verdict.outcome.value}


def _pay_json(change: PayChange) -> PayChangeJson:
    return {
        "country": change.country,
        "currency": change.currency,
        "year": change.year,
        "before": [number(value) for value in change.before],
        "after": [number(value) for value in change.after],
        "article": change.article,
        "url": change.url,
        "via": change.via,
    }


def promotion_blocks(promotion: Promotion, report: WaysReport) -> tuple[Block, ...]:
    """A heading, and what the promotion adds; with a profile each part has its mark."""
    is_outside = promotion.before.id not in report.context.catalog.roles
    country_note = f" ({report.country} first)" if promotion.local and report.country else ""
    rows = (
        ("Level", styled(_levels(promotion, is_outside=is_outside))),
        *(
            ("Pay" if index == 0 else "", _pay(change))
            for index, change in enumerate(promotion.pay)
        ),
        ("" if promotion.pay else "Pay", styled("" if promotion.pay else _NO_PAY)),
        ("Experience", _experience(promotion.experience, report)),
        ("Degree", _degree(promotion.degree, report)),
        ("New skills", _names(promotion.skills, report, phrases.skill_name)),
        ("Preferred", _certifications(promotion.preferred, report, country_note)),
        (
            "Helpful",
            _certifications(promotion.helpful, report, "" if promotion.preferred else country_note),
        ),
    )
    facts = tuple(
        Fact(label, text) for label, text in rows if any(fragment.text for fragment in text)
    )
    return Heading(f"{promotion.before.title}{ARROW}{promotion.role.title}"), FactList(facts)


_NO_PAY = "no source gives both in one place"


def _levels(promotion: Promotion, *, is_outside: bool) -> str:
    before, after = (
        phrases.LEVEL_NAMES[role.level].lower() for role in (promotion.before, promotion.role)
    )
    return after if before == after or is_outside else f"{before}{ARROW}{after}"


def _pay(change: PayChange) -> StyledText:
    before, after = (
        " to ".join(phrases.number(value) for value in figures)
        for figures in (change.before, change.after)
    )
    country_and_year = f"{change.country} {change.year}" if change.year else change.country
    source = (
        "Sprintzeal's guide (2024), whole levels"
        if change.article
        else change.via or host_name(change.url)
    )
    text = f"{before}{ARROW}{after} {change.currency}"
    return styled(
        text,
        Fragment(f" ({', '.join(part for part in (country_and_year, source) if part)})", "dim"),
    )


def _experience(experience: RoleExperience | None, report: WaysReport) -> StyledText:
    if experience is None:
        return ()
    record = {key: value for key, value in experience._asdict().items() if value is not None}
    record.pop("verdict", None)
    text = styled(experience_text(record, report.context.catalog))
    if not (report.has_profile and experience.verdict):
        return text
    months = experience.verdict.have
    have_text = "not given" if months is None else f"you have {phrases.number(months)}"
    return styled(
        *_with_mark(experience.verdict.outcome, text), ": ", Fragment(have_text, "strong")
    )


def _degree(verdict: Verdict | None, report: WaysReport) -> StyledText:
    level = degrees.required_level(verdict.requirement) if verdict else None
    if verdict is None or level is None:
        return ()
    text = styled(phrases.DEGREE_NAMES[level])
    return _with_mark(verdict.outcome, text) if report.has_profile else text


def _certifications(
    certifications: tuple[RoleExpectation, ...], report: WaysReport, country_note: str
) -> StyledText:
    """The new certifications first, then those that the previous role has too."""
    new = _names((one for one in certifications if one.new), report, phrases.certification_name)
    previous = _names(
        (one for one in certifications if not one.new), report, phrases.certification_name
    )
    note = Fragment(f"{country_note}{_basis_note(certifications, report)}", "dim")
    if not previous:
        return styled(*new, note) if new else ()
    separator = styled(Fragment("; unchanged: " if new else "unchanged: ", "dim"))
    return styled(*new, *separator, *previous, note)


def _basis_note(certifications: tuple[RoleExpectation, ...], report: WaysReport) -> str:
    """Which of these are our judgement and not what a source says; empty if none is."""
    judged = [one for one in certifications if not one.sourced]
    if not judged:
        return ""
    if len(judged) == len(certifications):
        return f" ({OUR_JUDGEMENT})"
    names = (phrases.certification_name(one.id, report.context.catalog) for one in judged)
    return f" ({OUR_JUDGEMENT}: {', '.join(names)})"


def _names(items: Iterable[RoleExpectation], report: WaysReport, name_of: _Namer) -> StyledText:
    """Names in a row. With a profile they are grouped by outcome, unmet first, one mark a group."""
    catalog = report.context.catalog
    outcome_names = [(one.outcome, name_of(one.id, catalog)) for one in items]
    if not report.has_profile:
        return join((styled(text) for _, text in outcome_names), ", ")
    groups = (
        (
            group_outcome,
            ", ".join(text for outcome, text in outcome_names if outcome is group_outcome),
        )
        for group_outcome in _OUTCOME_ORDER
    )
    return join(
        (_with_mark(group_outcome, styled(text)) for group_outcome, text in groups if text), "; "
    )


def _with_mark(outcome: Outcome, text: StyledText) -> StyledText:
    """Text after the mark of an outcome."""
    mark = Fragment(f"{phrases.MARKS[outcome]} ", phrases.OUTCOME_STYLES[outcome])
    return styled(mark, *text)
