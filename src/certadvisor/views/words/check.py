"""A check in sentences: headline, shortfalls, questions and assumptions."""

from typing import assert_never

from certadvisor.catalog.records import AnnouncedChange, Catalog
from certadvisor.rules.judge import missing_in
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Assumption, CauseReason, Check, Question
from certadvisor.views.reports import CheckReport
from certadvisor.views.words import leaves, phrases

ASSUMPTIONS = {
    "undated-work": "Your {months} of {kind} without dates are the most recent ones.",
    "undated-training": "Your training in {words} without a date is recent.",
    "undated-credential": "Your {certification} without dates is active.",
    "no-expiry": "Your {certification} without a last day is active for one cycle.",
    "kinds-from-title": "Your work as “{subject}” is what the title suggests.",
    "hours-spread": "Your hours of {kind} are spread evenly over the time worked.",
    "guess": "The import guessed {subject}.",
}


def question_text(question: Question, catalog: Catalog) -> str:
    """A question in full, with the option or key that takes its answer."""
    asked, answer = _question_words(question, catalog)
    if question.incomplete is None:
        return f"{asked} {answer}"
    return f"{asked} {answer} {leaves.INCOMPLETE.format(list=question.incomplete)}"


def short_question_text(question: Question, catalog: Catalog) -> str:
    """What a question asks, without how to give the answer."""
    return _question_words(question, catalog)[0]


def _question_words(question: Question, catalog: Catalog) -> tuple[str, str]:
    asked, answer = leaves.QUESTIONS.get(question.topic, ("What of “{subject}”?", ""))
    names = {
        "subject": question.subject,
        "words": phrases.readable(question.subject),
        "kind": phrases.kind_name(question.subject, catalog),
        "course": phrases.course_name(question.subject, catalog),
        "issuer": phrases.issuer_name(question.subject, catalog),
        "certification": phrases.certification_name(question.subject, catalog),
        "text": phrases.sentence(question.text or question.subject),
        "answers": phrases.join_names(question.answers, "or"),
        "requirement": leaves.short_text(question.leaf, catalog) if question.leaf else "",
        "for": phrases.certification_name(question.certification, catalog),
    }
    return asked.format(**names), answer.format(**names)


def unsettled_text(change: AnnouncedChange) -> str:
    """An announced change that is not settled, with the day from which it may be in force."""
    return f"Announced from {change.since.isoformat()} on, not settled: {change.text}"


def short_unsettled_text(change: AnnouncedChange) -> str:
    """The first sentence of an announced change that is not settled."""
    first, _, _ = change.text.partition(". ")
    return f"Announced, not settled: {phrases.sentence(first)}"


def assumption_text(assumption: Assumption, catalog: Catalog) -> str:
    """An assumption about the profile in full."""
    template = ASSUMPTIONS.get(assumption.topic, "{subject} is assumed.")
    return template.format(
        subject=assumption.subject,
        words=phrases.readable(assumption.subject),
        kind=phrases.kind_name(assumption.subject, catalog),
        certification=phrases.certification_name(assumption.subject, catalog),
        months=phrases.amount(assumption.amount or 0, "month"),
    )


def verdict_word(check: Check) -> tuple[str, str]:
    """The word Yes, No or Unknown, and its style."""
    if check.outcome is Outcome.UNMET or check.obtainable is False:
        return "No", "bad"
    if check.outcome is Outcome.UNKNOWN or check.obtainable is None:
        return "Unknown", "doubt"
    return "Yes", "good"


def reinstatement_text(check: Check) -> str | None:
    """Until when the person's own one, which has lapsed, can be reinstated; None without one."""
    if check.lapsed is None:
        return None
    expired, until = check.lapsed.last_day.isoformat(), check.lapsed.until.isoformat()
    return (
        f"Yours expired on {expired}. Until {until} you can reinstate it without the exam: "
        f"certadvisor plan --to {check.lapsed.id}"
    )


def headline(report: CheckReport) -> str:
    """The answer in one sentence, to follow the word Yes, No or Unknown."""
    check, context = report.check, report.context
    catalog = context.catalog
    name = check.certification.abbreviation
    day = phrases.on(check.as_of, context.as_of, today=context.today)
    if check.outcome is Outcome.MET and check.obtainable:
        if check.award is not None:  # to be certified more is required
            return f"you can take the {name} exam {day}."
        return f"you qualify for the {name} {day}."
    if check.obtainable is False:
        return f"the {name} cannot be earned {day}: it is {_status_text(check)}.{_rule_note(check)}"
    if check.outcome is Outcome.UNMET:
        shortfall = _shortfall(check, catalog)
        if check.eligible_from:
            since = check.eligible_from.isoformat()
            cause = check.from_cause  # of another cause than work no going on is assumed
            goes_on = cause is None or cause.reason is CauseReason.EXPERIENCE
            condition = " if your current work continues" if goes_on else ""
            return f"{shortfall} {day}; you'll qualify on {since}{condition}."
        still = ", and no present job in your profile adds to that" if check.stands_still else ""
        return f"{shortfall} {day}{still}."
    if check.obtainable is None:
        return f"we could not confirm that the {name} can still be earned.{_rule_note(check)}"
    if check.rule is None:
        return f"no entry rule of the {name} could be confirmed."
    if any(question.topic == "disputed" for question in check.questions):
        return f"whether you qualify for the {name} {day} depends on a disputed number."
    if check.missing:
        return (
            f"{_shortfall(check, catalog)} {day}, unless something you have not given replaces it."
        )
    return f"whether you qualify for the {name} {day} depends on something you have not given."


def _shortfall(check: Check, catalog: Catalog) -> str:
    name, parts = check.certification.abbreviation, phrases.missing_all(check.missing, catalog)
    if not parts:
        return f"the {name} requires more"
    verb = "is" if len(check.missing) == 1 and check.missing[0].amount == 1 else "are"
    return f"{parts} {verb} missing for the {name}"


def _status_text(check: Check) -> str:
    state = check.certification.status_on(check.as_of)
    entry = [s for s in check.certification.statuses if s.state == state and s.since]
    since = [s.since for s in entry if s.since and s.since <= check.as_of]
    if state == "announced":
        later = [s.since for s in check.certification.statuses if s.since and s.since > check.as_of]
        return f"announced for {later[0].isoformat()}" if later else "only announced"
    return f"{state} since {since[-1].isoformat()}" if since else state


def _rule_note(check: Check) -> str:
    notes = {
        Outcome.MET: " Its entry rule would be met.",
        Outcome.UNMET: " Its entry rule is not met either.",
        Outcome.UNKNOWN: "",
    }
    if check.obtainable is False and check.eligible_from:
        return f" From {check.eligible_from.isoformat()} you qualify."
    return notes[check.outcome]


def award_text(check: Check, catalog: Catalog) -> str | None:
    """Whether the person can be certified; None where that requires no more than the exam."""
    match check.award:
        case None:
            return None
        case Outcome.MET:
            return "To be certified, nothing more than the exam is missing."
        case Outcome.UNKNOWN:
            return "Whether you can then be certified depends on something you have not given."
        case Outcome.UNMET:
            missing = missing_in(check.award_verdict) if check.award_verdict else ()
            return f"To be certified you also need {phrases.missing_all(missing, catalog)}."
        case _:
            assert_never(check.award)


def announced_text(check: Check) -> str | None:
    """The announced rule under which the answer changes; None where none does so in time."""
    outcome, change = announced_outcome(check), check.announced_change
    if outcome is None or change is None:
        return None
    return f"From {change.on.isoformat()} another rule applies: under it {outcome}."


def announced_outcome(check: Check) -> str | None:
    """The answer under the announced rule that changes it in time; None where none does."""
    change = check.announced_change
    if change is None or change.outcome is None:
        return None
    texts = {
        Outcome.MET: "you will qualify, as things stand",
        Outcome.UNMET: "you will not qualify, as things stand",
        Outcome.UNKNOWN: "whether you qualify depends on something you have not given",
    }
    return texts[change.outcome]
