"""The JSON document of `check`: the answer, its numbers and the whole requirement tree."""

from certadvisor.catalog.records import Catalog, RuleVersion
from certadvisor.catalog.requirement import AllOf, AnyOf
from certadvisor.rules.verdict import Assumption, Check, Question, Shortfall, Verdict
from certadvisor.views.documents import dates
from certadvisor.views.documents.what_if import what_if_check_json
from certadvisor.views.json_values import Json, iso, number
from certadvisor.views.reports import CheckReport
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases


def document(report: CheckReport) -> Json:
    """The document, with `timeline` and `what_if` if requested."""
    extras: Json = {}
    if report.timeline:
        extras["timeline"] = [dates.breakdown_json(one) for one in report.work]
    if report.what_if:
        after = check_json(report.what_if.check, report.context.catalog)
        extras["what_if"] = what_if_check_json(report.what_if, after)
    return {
        "certification": report.check.certification.id,
        **check_json(report.check, report.context.catalog),
        **extras,
    }


def check_json(check: Check, catalog: Catalog) -> Json:
    """The check itself, without the id of the certification."""
    award: Json = {} if check.award is None else {"award": check.award.value}
    return {
        "outcome": check.outcome.value,
        **award,
        "held": check.held,
        "obtainable": check.obtainable,
        "eligible_from": iso(check.eligible_from),
        "eligible_until": iso(check.eligible_until),
        "until_reason": check.until_reason,
        "rule": _rule(check.rule),
        "missing": [shortfall_json(shortfall) for shortfall in check.missing],
        "questions": [question_json(question, catalog) for question in check.questions],
        "assumptions": [assumption_json(assumption, catalog) for assumption in check.assumptions],
        "tree": verdict_json(check.verdict),
        "award_tree": verdict_json(check.award_verdict),
        "announced": _rule(check.next_rule),
        "from_cause": dates.cause_json(check.from_cause),
        "until_cause": dates.cause_json(check.until_cause),
        "coming": dates.upcoming_json(check.upcoming),
    }


def verdict_json(verdict: Verdict | None) -> Json | None:
    """A verdict as a tree node: parameters, outcome, numbers and children."""
    if verdict is None:
        return None
    requirement = verdict.requirement
    tag = phrases.TAGS[type(requirement)]
    parameters = {} if isinstance(requirement, AllOf | AnyOf) else dates.parameters(requirement)
    return {
        "requirement": tag,
        **parameters,
        "outcome": verdict.outcome.value,
        "have": number(verdict.have),
        "need": number(verdict.need),
        "unit": verdict.unit,
        "nearest": verdict.nearest,
        "children": [verdict_json(child) for child in verdict.children],
    }


_SUBJECTS = (
    "kind",
    "topic",
    "course",
    "certifications",
    "degree",
    "accreditation",
    "field",
    "membership",
    "assessment",
    "declare",
)


def shortfall_json(shortfall: Shortfall) -> Json:
    """A shortfall: the requirement, the missing amount and its unit."""
    parameters = dates.parameters(shortfall.leaf)
    return {
        "requirement": phrases.TAGS[type(shortfall.leaf)],
        **{key: parameters[key] for key in _SUBJECTS if key in parameters},
        "amount": number(shortfall.amount),
        "unit": shortfall.unit,
    }


def question_json(question: Question, catalog: Catalog) -> Json:
    """A question with its text."""
    return {
        "topic": question.topic,
        "subject": question.subject,
        "certification": question.certification,
        "settles": question.settles,
        "text": check_words.question_text(question, catalog),
    }


def assumption_json(assumption: Assumption, catalog: Catalog) -> Json:
    """An assumption with its text."""
    text = check_words.assumption_text(assumption, catalog)
    return {"topic": assumption.topic, "subject": assumption.subject, "text": text}


def _rule(rule: RuleVersion | None) -> Json | None:
    if rule is None:
        return None
    return {"from": iso(rule.since), "sources": list(rule.sources), "confidence": rule.confidence}
