"""A recommendation in a line: how near it is, when the person is ready, and what it costs."""

from collections.abc import Iterable, Sequence
from textwrap import shorten
from typing import assert_never

from certadvisor.advice.recommend.recommendations import (
    EligibilityDates,
    Reachability,
    Recommendation,
)
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import ids_named, tag_of
from certadvisor.planner.ways import Way
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import CauseReason, Question, Shortfall
from certadvisor.views.blocks import Fragment, StyledText, styled
from certadvisor.views.words import leaves, phrases, prices

_STATEMENT_WIDTH = 60  # a longer statement is cut; `check` has it in full
_SHARES_OF_BUDGET = {"budget-share": "", "likely-over-budget": "likely "}  # drawbacks
_BY_THE_WAY = ("holds", "course", "training", "membership")  # what the way says better
_PROVISOS = {  # on which the first day of eligibility depends
    CauseReason.EXPERIENCE: "if your present work continues",
    CauseReason.TRAINING: "once your training is completed",
    CauseReason.DEGREE: "if your degree is awarded by then",
    CauseReason.HOLDS: "if you then hold what it requires",
    CauseReason.OPENING: "when it can first be earned",
    CauseReason.RULE: "under the rule that applies from then on",
}


def outlook_text(
    recommendation: Recommendation,
    question: Question | None,
    dates: EligibilityDates | None,
    pace: float | None,
    catalog: Catalog,
) -> StyledText:
    """The line in words.

    Args:
        recommendation: The recommendation.
        question: What to ask about it first, where its reach is ASK.
        dates: Its first and last day, where time decides them.
        pace: The hours of study a week that are said elsewhere.
        catalog: The catalogue.
    """
    lead, style = _lead(recommendation, question, dates, catalog)
    way = recommendation.way
    if way.ready_on is None:
        return styled(Fragment(lead, style), f" · {money_text(recommendation)}")
    ready = f"{_ready_word(recommendation)} by {way.ready_on.isoformat()}"
    if way.hours_per_week and way.hours_per_week != pace:
        ready += f" at {phrases.number(way.hours_per_week)} hours a week"
    condition = conditions_text(assumed_answers(recommendation), catalog)
    if condition and is_exam_open(recommendation):
        ready += f" if {condition}"
    separator = ": " if lead.startswith(("If ", "After ")) else " · "
    return styled(Fragment(lead, style), f"{separator}{ready} · {money_text(recommendation)}")


def steps_left(id: str, way: Way, missing: Sequence[Shortfall], catalog: Catalog) -> list[str]:
    """What is left to do besides studying: the steps of the way, and what no step of it closes."""
    earned = (
        f"{phrases.certification_name(id, catalog)}{' (reinstated)' * (id in way.reinstates)}"
        for id in way.prerequisites
    )
    training = (
        f"{phrases.amount(hours, 'hour')} of training in {phrases.readable(topic)}"
        for topic, hours in way.training
    )
    only_own_course = way.courses == (f"{id}-course",)
    courses = (
        "its course" if only_own_course else phrases.course_name(name, catalog)
        for name in way.courses
    )
    rest = (
        phrases.missing(shortfall, catalog)
        for shortfall in missing
        if tag_of(shortfall.leaf) not in _BY_THE_WAY
    )
    joined = (f"joining {id.upper()}" for id in _required_memberships(missing))
    return list(dict.fromkeys([*joined, *earned, *training, *courses, *rest]))


def _required_memberships(missing: Iterable[Shortfall]) -> tuple[str, ...]:
    return ids_named((shortfall.leaf for shortfall in missing), "membership")


def money_text(recommendation: Recommendation) -> str:
    """What the whole way costs; the price alone where no way is known."""
    total, cost, way = recommendation.way.total, recommendation.cost, recommendation.way
    if total is None:
        return prices.cost_text(cost, recommendation.certification.membership)
    converted = cost.at_least is not None and cost.at_least.currency != total.likely.currency
    parts = [f"{prices.total_text(total, converted=converted, in_short=True)} in all"]
    required = _required_memberships(recommendation.missing)  # that is a step, and said so
    worthwhile = [id.upper() for id in way.memberships if id not in required]
    if worthwhile:
        parts.append(f"{phrases.join_names(worthwhile)} membership included")
    elif cost.for_members and recommendation.certification.membership:
        parts.append(f"as a member of {recommendation.certification.membership.upper()}")
    drawback = recommendation.drawback
    if drawback and drawback.key in _SHARES_OF_BUDGET:
        likely = _SHARES_OF_BUDGET[drawback.key]
        parts.append(f"{likely}{drawback.values['share']}% of your budget")
    return ", ".join(parts)


def assumed_answers(recommendation: Recommendation) -> tuple[Question, ...]:
    """The questions whose answers the day and the sum take for granted."""
    return recommendation.way.answers if recommendation.lapsed is None else ()


def conditions_text(questions: tuple[Question, ...], catalog: Catalog) -> str:
    """What has to be true for the day and the sum to hold, to follow "if": the first, a number."""
    texts = dict.fromkeys(
        _condition(question, catalog)
        for question in sorted(questions, key=lambda one: one.leaf is None or bool(one.section))
    )
    first, *others = texts or ("",)
    more = f" (and {phrases.amount(len(others), 'more answer')})" if others else ""
    return f"{first}{more}"


def is_exam_open(recommendation: Recommendation) -> bool:
    """Whether the exam can be taken, and being certified requires more, or may."""
    return recommendation.outcome is Outcome.MET and recommendation.award is not Outcome.MET


def _lead(
    recommendation: Recommendation,
    question: Question | None,
    dates: EligibilityDates | None,
    catalog: Catalog,
) -> tuple[str, str]:
    """How near it is, with all that its day and sum rest on."""
    if recommendation.lapsed:
        return f"You can reinstate it until {recommendation.lapsed.until.isoformat()}", ""
    steps = phrases.join_names(
        steps_left(
            recommendation.certification.id, recommendation.way, recommendation.missing, catalog
        )
    )
    condition = conditions_text(assumed_answers(recommendation), catalog)
    if is_exam_open(recommendation):
        more = f"; to be certified you also need {steps}" if steps else ""
        return f"You can take the exam now{more}", "doubt" if condition else ""
    match recommendation.reach:
        case Reachability.NOW:
            return "You qualify now", "good"
        case Reachability.AFTER_STEPS:
            provisos = [condition, *_continuing(recommendation)]
            only_if = phrases.join_names(filter(None, provisos))
            after = f"After {steps}" if steps else "After some steps"
            return (f"{after}, if {only_if}" if only_if else after), ""
        case Reachability.ON_DATE:
            return _on_date(recommendation, dates, steps), ""
        case Reachability.ASK:
            return _after_an_answer(recommendation, question, steps, condition), "doubt"
        case Reachability.NEVER:
            return "We found no route to it yet", "bad"
        case _:
            assert_never(recommendation.reach)


def _continuing(recommendation: Recommendation) -> list[str]:
    """The proviso of experience that the person still gains."""
    missing = {tag_of(shortfall.leaf) for shortfall in recommendation.missing}
    return ["your present work continues"] if "experience" in missing else []


def _on_date(recommendation: Recommendation, dates: EligibilityDates | None, steps: str) -> str:
    day = recommendation.eligible_from
    cause = dates.from_cause if dates else None
    proviso = f" {_PROVISOS[cause.reason]}" if cause and cause.reason in _PROVISOS else ""
    to_go = f" ({steps} to go)" if steps else ""
    if day is None:  # of a total without dates, taken to go on
        return f"After {steps or 'more experience'}, if your present work continues"
    return f"You qualify from {day.isoformat()}{proviso}{to_go}"


def _after_an_answer(
    recommendation: Recommendation, question: Question | None, steps: str, condition: str
) -> str:
    if condition:
        return f"If {condition}{f', after {steps}' if steps else ''}"
    if question and is_bought(question, recommendation.way):
        return f"After {steps}, unless {'taken' if question.topic == 'course' else 'done'}"
    if recommendation.eligible_from:
        return f"You qualify from {recommendation.eligible_from.isoformat()}, perhaps sooner"
    return f"After {steps}, or sooner" if steps else "Perhaps now"


def is_bought(question: Question, way: Way) -> bool:
    """Whether the way buys what the question asks about, so that a yes only makes it shorter."""
    bought = {"course": way.courses, "training": tuple(topic for topic, _ in way.training)}
    return question.subject in bought.get(question.topic, ())


def _ready_word(recommendation: Recommendation) -> str:
    if recommendation.lapsed:
        return "back"
    differs = recommendation.outcome is not recommendation.award
    return "certified" if differs else "ready"


def _condition(question: Question, catalog: Catalog) -> str:
    """What has to be true, for one question about what the way takes to be met."""
    subject, leaf = question.subject, question.leaf
    need = leaves.short_text(leaf, catalog) if leaf else ""
    match question.topic:
        case "title":
            counts = f"counts towards {need}" if need else "counts"
            return f"your work as “{subject}” {counts}"
        case "education" if leaf:
            return f"you have {leaves.requirement_text(leaf, catalog)}"
        case "course":
            return f"you have taken {phrases.course_name(subject, catalog)}"
        case "membership":
            return f"you are a member of {phrases.issuer_name(subject, catalog)}"
        case "expiry":
            return f"your {phrases.certification_name(subject, catalog)} is still valid"
        case "declare":
            return f"this is true of you: “{_shortened(question)}”"
        case "assessment":
            return f"you have passed this: “{_shortened(question)}”"
        case "issuer":
            return "the issuer confirms that you qualify"
        case _:
            return f"you have {need}" if need else "your answer fits"


def _shortened(question: Question) -> str:
    return shorten(question.text or question.subject, _STATEMENT_WIDTH, placeholder=" …").rstrip(
        "."
    )
