"""Checking one certification for one person: outcome, dates, shortfalls, questions."""

from collections.abc import Iterable
from datetime import date

from certadvisor.catalog.records import Certification, RuleVersion
from certadvisor.catalog.requirement import leaves
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.horizon import horizon_end
from certadvisor.rules.announcements import changes_that_matter
from certadvisor.rules.assumptions import assumptions_of
from certadvisor.rules.eligibility import Eligibility, Timeline
from certadvisor.rules.judge import missing_in
from certadvisor.rules.lapsed_credentials import reinstatable_credential
from certadvisor.rules.leaves import experience, holds
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.questions import best_question
from certadvisor.rules.verdict import (
    Assumption,
    ChangeEvent,
    Check,
    Question,
    Shortfall,
    UpcomingChange,
    Verdict,
)


def check(
    certification: Certification,
    timeline: Timeline,
    *,
    with_end: bool = True,
    with_questions: bool = True,
) -> Check:
    """Check a certification on the day that the evidence was built for.

    Pure: the same catalogue, profile and day give the same answer.

    Args:
        certification: The certification to check.
        timeline: The outcomes of the person's evidence over time.
        with_end: Whether to search for the day on which eligibility ends and to collect the
            upcoming changes; both cost time that a ranking need not spend.
        with_questions: Whether to add the open question and the assumptions.

    Returns:
        The complete answer; its outcome is unknown where no confirmed rule is in force.
    """
    evidence = timeline.evidence
    as_of = evidence.as_of
    rule = certification.rule_on(as_of)
    verdict = timeline.judge(rule.sit) if rule else None
    award = timeline.judge(rule.award) if rule and rule.has_separate_exam_rule else None
    outcome = verdict.outcome if verdict else Outcome.UNKNOWN
    eligible_today = outcome is Outcome.MET and certification.obtainable_on(as_of)
    eligibility = (
        Eligibility(as_of)
        if eligible_today and not with_end
        else timeline.eligibility(certification, with_end=with_end)
    )
    missing = missing_in(verdict) if verdict and outcome is not Outcome.MET else ()
    upcoming = timeline.upcoming_changes(certification) if with_end else ()
    question = _open_question(certification, verdict, award, evidence) if with_questions else None
    return Check(
        certification=certification,
        as_of=as_of,
        outcome=outcome,
        award=award.outcome if award else None,
        held=_is_held(certification.id, evidence, as_of),
        obtainable=certification.obtainable_on(as_of),
        eligible_from=eligibility.since,
        eligible_until=eligibility.until,
        until_reason=eligibility.reason,
        rule=rule,
        next_rule=_next_rule(certification, as_of),
        verdict=verdict,
        award_verdict=award,
        missing=missing,
        questions=(question,) if question else (),
        assumptions=rule_assumptions(rule, evidence) if with_questions else (),
        from_cause=eligibility.from_cause,
        until_cause=eligibility.until_cause,
        upcoming=upcoming,
        announced=changes_that_matter(certification, verdict, evidence),
        stands_still=stands_still(missing, evidence),
        announced_change=_announced_change(upcoming, outcome, evidence),
        lapsed=reinstatable_credential(certification.id, evidence),
    )


def stands_still(missing: Iterable[Shortfall], evidence: Evidence) -> bool:
    """Whether experience is missing and no present work adds to it."""
    missing_work = [
        shortfall.leaf for shortfall in missing if experience.kind_of_work(shortfall.leaf)
    ]
    return bool(missing_work) and not any(
        experience.is_growing(leaf, evidence) for leaf in missing_work
    )


def _announced_change(
    upcoming: Iterable[UpcomingChange], outcome: Outcome, evidence: Evidence
) -> UpcomingChange | None:
    changes = [
        change
        for change in upcoming
        if change.event is ChangeEvent.RULE and change.outcome is not outcome
    ]
    if not changes:
        return None
    goal_end = horizon_end(evidence.profile.goal.within, evidence)
    return next((change for change in changes if change.on <= goal_end), None)


def rule_assumptions(rule: RuleVersion | None, evidence: Evidence) -> tuple[Assumption, ...]:
    """Collect the assumptions that the answer to a rule depends on.

    Args:
        rule: The rule version in force, None where none is known.
        evidence: The person's evidence.

    Returns:
        The assumptions, without duplicates; () where `rule` is None.
    """
    if rule is None:
        return ()
    rule_leaves = (*leaves(rule.sit), *(leaves(rule.award) if rule.has_separate_exam_rule else ()))
    return assumptions_of(rule_leaves, evidence, evidence.as_of)


def _is_held(id: str, evidence: Evidence, day: date) -> bool | None:
    outcome = holds.judge_certification(id, evidence, day)
    return None if outcome is Outcome.UNKNOWN else outcome is Outcome.MET


def _open_question(
    certification: Certification, verdict: Verdict | None, award: Verdict | None, evidence: Evidence
) -> Question | None:
    if verdict is None:
        return Question("issuer", certification.issuer, certification.id)
    verdicts = [(certification.id, one) for one in (verdict, award) if one]
    return best_question(verdicts, evidence, evidence.as_of)


def _next_rule(certification: Certification, day: date) -> RuleVersion | None:
    """Return the next rule version that is published but not yet in force."""
    return next((rule for rule in certification.rules if rule.since and rule.since > day), None)
