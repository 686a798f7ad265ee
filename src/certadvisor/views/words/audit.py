"""Findings of an audit in sentences: what is missing or expired, what to ask, waivers."""

from certadvisor.audit.audit import (
    MET_STATES,
    NOT_MET_STATES,
    AuditFinding,
    AuditResult,
    AuditState,
)
from certadvisor.audit.policy import EVERYONE, SCOPE_KEYS, Scope
from certadvisor.audit.unjudged import UnjudgedRule
from certadvisor.catalog.records import Catalog
from certadvisor.errors import shorten
from certadvisor.profile.model import Section
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.verdict import Question
from certadvisor.views.words import leaves, phrases

STATES = {
    AuditState.MISSING: "missing",
    AuditState.EXPIRED: "expired",
    AuditState.EXPIRING: "expiring",
    AuditState.UNKNOWN: "unknown",
    AuditState.WAIVED: "waived",
    AuditState.GRACE: "not due yet",
    AuditState.MET: "met",
}
_PROFILE_FACTS = {
    "role": "the role: the title{title} does not map to a known one",
    "level": "the level: the title{title} does not map to a known one",
    "title": "the title",
    "country": "the country",
    "joined": "the day of joining, on which the grace hangs",
    "promoted": "the day of promotion, on which the grace hangs",
}


_FACTS_WITHOUT_TITLE = {
    "role": "the role: no title is given",
    "level": "the level: no title is given",
}


def answer_counts(result: AuditResult) -> str:
    """How many answers are met, not met and unknown, and how many are excused or not due."""
    counts = result.count_answers()
    parts = [
        f"{phrases.number(sum(counts[state] for state in MET_STATES))} met",
        f"{phrases.number(sum(counts[state] for state in NOT_MET_STATES))} not met",
        f"{phrases.number(counts[AuditState.UNKNOWN])} unknown",
    ]
    parts += [
        f"{phrases.number(counts[state])} {STATES[state]}"
        for state in (AuditState.WAIVED, AuditState.GRACE)
        if counts[state]
    ]
    return ", ".join(parts)


def unjudged_text(unjudged: UnjudgedRule) -> str:
    """For how many people a rule is unknown, and what to do about it."""
    of = f"{phrases.number(unjudged.unknown)} of the {phrases.number(unjudged.concerned)}"
    return (
        f"unknown for {of} it applies to; give what is missing, "
        "or allow it in the policy with `max_unknown`"
    )


def scope_text(scope: Scope, exception: Scope | None, catalog: Catalog) -> str:
    """The people that a policy rule applies to."""
    text = "everyone" if scope == EVERYONE else _scope_parts(scope, catalog)
    return text if exception is None else f"{text}, except {_scope_parts(exception, catalog)}"


def _scope_parts(scope: Scope, catalog: Catalog) -> str:
    titled = scope._replace(role=tuple(phrases.role_title(id, catalog) for id in scope.role))
    return "; ".join(
        f"{key} {phrases.join_names(words, 'or')}"
        for key in SCOPE_KEYS
        if (words := getattr(titled, key))
    )


def finding_text(finding: AuditFinding, catalog: Catalog) -> str:
    """The text of a finding, without the person and the rule."""
    state = finding.waived_state or finding.state
    if finding.state is AuditState.GRACE:
        text = f"{_shortfall_text(finding, catalog)}; not due before {finding.due}"
    elif state is AuditState.EXPIRING:
        text = _expiry_text(finding, catalog)
    elif state is AuditState.UNKNOWN:
        text = f"not known: {phrases.join_names(unknown_facts(finding, catalog))}"
    else:
        text = _shortfall_text(finding, catalog)
    if finding.met_from and state is not AuditState.EXPIRING:
        text += f"; from {finding.met_from} on it is met if current work continues"
    if finding.waiver:
        waiver = finding.waiver
        text += f"; waived through {waiver.until} by {waiver.by}: {waiver.reason}"
    return text


def _shortfall_text(finding: AuditFinding, catalog: Catalog) -> str:
    if not finding.missing:  # in a grace period, or waived: the shortfall is unknown
        return f"not known: {phrases.join_names(unknown_facts(finding, catalog))}"
    lapsed = [
        f"{phrases.certification_name(credential.certification, catalog)} "
        f"expired on {credential.last_day}"
        for credential in finding.lapsed
    ]
    if lapsed and all(
        kind_of(shortfall.leaf).SECTION is Section.CERTIFICATIONS for shortfall in finding.missing
    ):
        return f"{'; '.join(lapsed)}"
    text = f"{phrases.missing_all(finding.missing, catalog)} missing"
    if finding.state is AuditState.EXPIRED and not lapsed:
        text += ", for what was there is too long ago"
    return "; ".join((text, *lapsed))


def _expiry_text(finding: AuditFinding, catalog: Catalog) -> str:
    last, cause = finding.last_day, finding.end_cause
    if cause and cause.certification:
        name = phrases.certification_name(cause.certification, catalog)
        if cause.last_day:
            return f"{name} is valid through {last}"
        return f"{name} is one cycle old after {last}, and no renewal is given"
    if cause and cause.leaf:
        requirement = phrases.requirement(cause.leaf, catalog)
        return f"met through {last}; then part of it is too long ago ({requirement})"
    return f"met through {last}"


def unknown_facts(finding: AuditFinding, catalog: Catalog) -> list[str]:
    """The facts that are not given, as parts of a sentence; empty if all are known."""
    title = "" if finding.title is None else f" “{shorten(finding.title)}”"
    if finding.missing_keys and finding.title is None:
        return [_FACTS_WITHOUT_TITLE.get(key, _PROFILE_FACTS[key]) for key in finding.missing_keys]
    if finding.missing_keys:
        return [_PROFILE_FACTS[key].format(title=title) for key in finding.missing_keys]
    return list(dict.fromkeys(fact_text(question, catalog) for question in finding.questions))


def fact_text(question: Question, catalog: Catalog) -> str:
    """The fact that would answer a question, as part of a sentence."""
    return leaves.QUESTION_FACTS.get(question.topic, "{subject}").format(
        subject=question.subject,
        words=phrases.readable(question.subject),
        kind=phrases.kind_name(question.subject, catalog),
        course=phrases.course_name(question.subject, catalog),
        issuer=phrases.issuer_name(question.subject, catalog),
        certification=phrases.certification_name(question.subject, catalog),
        text=question.text or question.subject,
        requirement=leaves.short_text(question.leaf, catalog) if question.leaf else "",
    )
