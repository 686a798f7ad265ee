"""One recommendation on the screen: name, outlook, what speaks for and against it, what is open."""

from datetime import timedelta
from typing import NamedTuple

from certadvisor.advice.recommend.recommendations import (
    EligibilityDates,
    Reachability,
    Recommendation,
)
from certadvisor.catalog.records import Catalog
from certadvisor.rules.reason import Reason
from certadvisor.rules.verdict import Question
from certadvisor.views.blocks import Block, Fragment, Item, styled
from certadvisor.views.words import outlook
from certadvisor.views.words import reasons as reasons_words
from certadvisor.views.words.check import (
    short_question_text,
    short_unsettled_text,
    unsettled_text,
)
from certadvisor.views.words.dates import until
from certadvisor.views.words.demand import demand_text
from certadvisor.views.words.equivalents import equivalents_text

INDENT = 3

_SAID_BY_THE_OUTLOOK = (Reachability.AFTER_STEPS, Reachability.ON_DATE)
_SHARES_OF_BUDGET = ("budget-share", "likely-over-budget")  # said by the outlook
_NO_NEWS = ("renewal", "price-unknown")  # drawbacks of almost all of them


class EntryContext(NamedTuple):
    """What the screen knows of an entry besides the recommendation itself."""

    catalog: Catalog
    country: str | None
    pace: float | None  # the hours of study a week that are said elsewhere
    question: Question | None  # to ask first, where the reach is ASK
    dates: EligibilityDates | None
    has_room: bool  # for a second reason, and for the text of an announced change
    explain: bool


def entry_blocks(recommendation: Recommendation, context: EntryContext) -> tuple[Block, ...]:
    """The lines of one recommendation, in full with --explain."""
    certification, catalog = recommendation.certification, context.catalog
    name = styled(Fragment(certification.abbreviation, "strong"))
    if certification.name != certification.abbreviation:
        name = styled(*name, " · ", certification.name)
    question = asked_question(recommendation, context.question)
    line = outlook.outlook_text(recommendation, question, context.dates, context.pace, catalog)
    equivalents = equivalents_text(recommendation, context.country, catalog)
    return (
        Item(name, Fragment(f"{recommendation.rank}.", "strong")),
        Item(line, Fragment(" "), INDENT - 2),
        *(_detail("+", "good", text) for text in _reasons(recommendation, context)),
        *(_detail("-", "bad", text) for text in _drawbacks(recommendation, context)),
        *(_detail("!", "doubt", text) for text in _warnings(recommendation, context)),
        *(_detail("?", "doubt", text) for text in _questions(recommendation, question, context)),
        *([_detail("=", "dim", f"At about the same level: {equivalents}.")] if equivalents else []),
    )


def asked_question(recommendation: Recommendation, own: Question | None) -> Question | None:
    """What to ask first about it: an answer that its way takes for granted, else its own."""
    answers = outlook.assumed_answers(recommendation)
    if not answers:
        return own
    return next((one for one in answers if own and one[:2] == own[:2]), answers[0])


def _reasons(recommendation: Recommendation, context: EntryContext) -> list[str]:
    reasons = [one for one in recommendation.reasons if not _is_said_by_the_outlook(one)]
    shown = reasons if context.explain else reasons[: 2 if context.has_room else 1]
    return [_short_reason(one, recommendation, context) for one in shown]


def _is_said_by_the_outlook(reason: Reason) -> bool:
    """Whether it is the day, or the price of reinstating with none beside it."""
    if reason.key == "reinstating":
        return reason.values["anew"] is None
    return reason.key in _SAID_BY_THE_OUTLOOK


def _drawbacks(recommendation: Recommendation, context: EntryContext) -> list[str]:
    drawback = recommendation.drawback
    if drawback is None or drawback.key in _SHARES_OF_BUDGET:
        return []
    is_said = drawback.key == "course" and recommendation.way.courses
    if not context.explain and (is_said or drawback.key in _NO_NEWS):
        return []
    return [_short_reason(drawback, recommendation, context)]


def _short_reason(reason: Reason, recommendation: Recommendation, context: EntryContext) -> str:
    if reason.key in ("demand", "weak-demand") and "value" in reason.values:
        return demand_text(reason.values, recommendation.certification.id, context.catalog)
    return reasons_words.reason_text(reason, context.catalog)


def _warnings(recommendation: Recommendation, context: EntryContext) -> list[str]:
    """Why eligibility ends soon, and changes that are announced and not settled."""
    warnings = []
    dates = context.dates
    if dates and dates.soon and dates.until_cause:
        cause = dates.until_cause
        last = cause.on - timedelta(days=1)
        warnings.append(f"Only until {last.isoformat()}: {until(cause, context.catalog)}.")
    announced = () if recommendation.lapsed else recommendation.announced
    if announced and not (context.has_room or context.explain):
        command = f"certadvisor check {recommendation.certification.id}"
        return [*warnings, f"A change of its rule is announced, not settled: {command}"]
    text = unsettled_text if context.explain else short_unsettled_text
    return [*warnings, *map(text, announced)]


def _questions(
    recommendation: Recommendation, question: Question | None, context: EntryContext
) -> list[str]:
    """The questions that its day rests on; in short only what the outlook does not say."""
    answers = outlook.assumed_answers(recommendation)
    if context.explain and answers:
        return [short_question_text(one, context.catalog) for one in answers]
    if question is None or answers or outlook.is_bought(question, recommendation.way):
        return []
    return [short_question_text(question, context.catalog)]


def _detail(mark: str, style: str, text: str) -> Item:
    return Item(
        styled(Fragment(text, "dim" if style == "dim" else "")), Fragment(mark, style), INDENT
    )
