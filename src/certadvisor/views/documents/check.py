"""The JSON document of `check`: the answer, its numbers and the whole requirement tree."""

from certadvisor.catalog.records import Catalog, RuleVersion
from certadvisor.catalog.requirement import AllOf, AnyOf
from certadvisor.rules.verdict import Assumption, Check, Question, Shortfall, Verdict
from certadvisor.views.documents import dates
from certadvisor.views.json_values import Json, iso, number
from certadvisor.views.reports import CheckReport
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases


def fill(report: CheckReport) -> Json:
    """The document, with `timeline` and `what_if` if requested."""
    more: Json = {}
    if report.timeline:
        more["timeline"] = [dates.tally(one) for one in report.work]
    if report.what_if:
        # Imported here: that module imports this one.
        from certadvisor.views.documents.what_if import checked

        more["what_if"] = checked(report)
    return {
        "certification": report.check.certification.id,
        **body(report.check, report.frame.catalog),
        **more,
    }


def body(check: Check, catalog: Catalog) -> Json:
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
        "missing": [missing(shortfall) for shortfall in check.missing],
        "questions": [question(asked, catalog) for asked in check.questions],
        "assumptions": [assumption(made, catalog) for made in check.assumptions],
        "tree": node(check.verdict),
        "award_tree": node(check.award_verdict),
        "announced": _rule(check.announced),
        "from_cause": dates.cause(check.from_cause),
        "until_cause": dates.cause(check.until_cause),
        "coming": dates.coming(check.coming),
    }


def node(verdict: Verdict | None) -> Json | None:
    """A verdict as a tree node: parameters, outcome, numbers and children."""
    if verdict is None:
        return None
    asked = verdict.requirement
    tag = phrases.TAGS[type(asked)]
    parameters = {} if isinstance(asked, AllOf | AnyOf) else dates.parameters(asked)
    return {
        "requirement": tag,
        **parameters,
        "outcome": verdict.outcome.value,
        "have": number(verdict.have),
        "need": number(verdict.need),
        "unit": verdict.unit,
        "nearest": verdict.nearest,
        "children": [node(child) for child in verdict.children],
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


def missing(shortfall: Shortfall) -> Json:
    """A shortfall: the requirement, the missing amount and its unit."""
    given = dates.parameters(shortfall.leaf)
    return {
        "requirement": phrases.TAGS[type(shortfall.leaf)],
        **{key: given[key] for key in _SUBJECTS if key in given},
        "amount": number(shortfall.amount),
        "unit": shortfall.unit,
    }


def question(asked: Question, catalog: Catalog) -> Json:
    """A question with its text."""
    return {
        "topic": asked.topic,
        "subject": asked.subject,
        "certification": asked.certification,
        "settles": asked.settles,
        "text": check_words.question(asked, catalog),
    }


def assumption(made: Assumption, catalog: Catalog) -> Json:
    """An assumption with its text."""
    text = check_words.assumption(made, catalog)
    return {"topic": made.topic, "subject": made.subject, "text": text}


def _rule(rule: RuleVersion | None) -> Json | None:
    if rule is None:
        return None
    return {"from": iso(rule.since), "sources": list(rule.sources), "confidence": rule.confidence}
