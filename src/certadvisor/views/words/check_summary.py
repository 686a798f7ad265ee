"""The first lines of a check: whether, what is missing, and from when."""

from certadvisor.catalog.records import Catalog
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Cause, CauseReason, Check
from certadvisor.views.reports import CheckReport
from certadvisor.views.words import certification_facts, check, leaves, phrases

_UNLESS = ", unless something you have not given replaces it"


def answer_text(report: CheckReport) -> str:
    """The answer in one sentence, without what is missing, which has a line of its own."""
    answer, context = report.check, report.context
    day = phrases.on(answer.as_of, context.as_of, today=context.today)
    name = answer.certification.abbreviation
    if answer.obtainable is False or not answer.missing:
        return check.headline(report)
    if answer.outcome is Outcome.UNMET:
        return f"you do not qualify for the {name} {day}."
    return f"whether you qualify for the {name} {day} depends on something you have not given."


def missing_text(answer: Check, catalog: Catalog) -> str:
    """What is missing on the nearest way; empty for what can no longer be earned."""
    if answer.obtainable is False or answer.rule is None:
        return ""
    parts = phrases.missing_all(answer.missing, catalog)
    match answer.outcome:
        case Outcome.MET:
            return "nothing" if answer.award in (None, Outcome.MET) else "nothing for the exam"
        case Outcome.UNMET:
            return parts or "more than one of the requirements below"
        case Outcome.UNKNOWN:
            return f"{parts}{_UNLESS}" if parts else _asked(answer, catalog)


def _asked(answer: Check, catalog: Catalog) -> str:
    """The question that the answer depends on."""
    questions = [check.short_question_text(one, catalog) for one in answer.questions]
    return f"unknown; answer first: {questions[0]}" if questions else "unknown"


def since_text(report: CheckReport) -> str:
    """From when the person qualifies; empty for what can no longer be earned."""
    answer, context = report.check, report.context
    if answer.outcome is Outcome.MET and answer.obtainable:
        day = "today" if context.today else answer.as_of.isoformat()
        end = answer.eligible_until
        return f"{day}; you stop qualifying on {end.isoformat()}" if end else day
    if answer.eligible_from:
        return f"{answer.eligible_from.isoformat()}{_condition(answer.from_cause)}"
    if answer.obtainable is False:
        return ""
    if answer.outcome is Outcome.UNKNOWN or answer.obtainable is None:
        return "unknown"
    if answer.stands_still:
        return "no day yet: no present job in your profile adds to what is missing"
    return "as soon as you have what is missing; the plan below gives the days"


def _condition(cause: Cause | None) -> str:
    """What the day rests on; of another cause than work, no work going on is assumed."""
    if cause is not None and cause.reason is CauseReason.RULE:
        return ", when another rule takes effect"
    goes_on = cause is None or cause.reason is CauseReason.EXPERIENCE
    return ", if your current work continues" if goes_on else ""


def cost_text(report: CheckReport) -> str:
    """What the certification costs the person, apart from what is missing."""
    answer = report.check
    text = certification_facts.price_text(answer.certification, report.cost)
    is_known = report.cost is not None and report.cost.at_least is not None
    more = is_known and any(leaves.is_paid_for(shortfall.leaf) for shortfall in answer.missing)
    return f"{text}, without what is missing" if more else text


def _difference(report: CheckReport) -> str | None:
    """What the next rule changes, in a few words."""
    answer = report.check
    if answer.next_rule is None:
        return None
    from certadvisor.views.words import rule_changes  # few rules have another one to come

    catalog, id = report.context.catalog, answer.certification.id
    return rule_changes.difference_text(answer.rule, answer.next_rule, catalog, id)


def has_short_difference(report: CheckReport) -> bool:
    """Whether the first lines say what the next rule changes."""
    return _difference(report) is not None


def announced_text(report: CheckReport) -> str | None:
    """The next rule as its difference, with the answer under it where that changes.

    None where no rule is announced that changes the answer or can be said in a few words.
    """
    answer = report.check
    difference, next_rule = _difference(report), answer.next_rule
    if difference is None or next_rule is None or next_rule.since is None:
        return check.announced_text(answer)
    text = f"From {phrases.day_name(next_rule.since)}: {difference}."
    change = answer.announced_change
    outcome = check.announced_outcome(answer) if change and change.on == next_rule.since else None
    return f"{text} Under this rule {outcome}." if outcome else text
