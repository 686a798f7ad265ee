"""Findings of an audit in sentences: what is missing or expired, what to ask, waivers."""

from certadvisor.audit.audit import Finding, State
from certadvisor.audit.policy import ASKED, EVERYONE, Who
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Holds
from certadvisor.errors import shortened
from certadvisor.rules.verdict import Question
from certadvisor.views.words import phrases

STATES = {
    State.MISSING: "missing",
    State.EXPIRED: "expired",
    State.EXPIRING: "expiring",
    State.UNKNOWN: "unknown",
    State.WAIVED: "waived",
    State.GRACE: "not due yet",
    State.MET: "met",
}
_LACKS = {
    "role": "the role: the title{title} stands for none that is known for sure",
    "level": "the level: the title{title} stands for none that is known for sure",
    "title": "the title",
    "country": "the country",
    "joined": "the day of joining, on which the grace hangs",
    "promoted": "the day of promotion, on which the grace hangs",
}
_ASKS = {
    "education": "the highest degree",
    "experience": "the time spent on {kind}",
    "hours": "the hours spent on {kind}",
    "person_days": "the person-days spent on {kind}",
    "projects": "the projects done ({kind})",
    "complexity": "how complex the work was ({kind})",
    "responsibility": "how much the person answered for ({kind})",
    "training": "the hours of training in {words}",
    "course": "whether {course} was taken",
    "certifications": "which certifications are held",
    "expiry": "until when the {certification} is valid",
    "membership": "whether the person is a member of {issuer}",
    "declare": "whether this is true of the person: {text}",
    "assessment": "whether this is passed: {text}",
    "title": "what was done as “{subject}”",
    "breaks": "whether a career break interrupted the work",
}


def concerned(who: Who, excepted: Who | None, catalog: Catalog) -> str:
    """The people that a policy rule applies to."""
    told = "everyone" if who == EVERYONE else _those(who, catalog)
    return told if excepted is None else f"{told}, except {_those(excepted, catalog)}"


def _those(who: Who, catalog: Catalog) -> str:
    named = who._replace(role=tuple(phrases.role_title(id, catalog) for id in who.role))
    return "; ".join(
        f"{key} {phrases.several(words, 'or')}" for key in ASKED if (words := getattr(named, key))
    )


def sentence(found: Finding, catalog: Catalog) -> str:
    """The text of a finding, without the person and the rule."""
    state = found.waived or found.state
    if found.state is State.GRACE:
        told = f"{_not_met(found, catalog)}; not due before {found.due}"
    elif state is State.EXPIRING:
        told = _ends(found, catalog)
    elif state is State.UNKNOWN:
        told = f"not told: {phrases.several(lacking(found, catalog))}"
    else:
        told = _not_met(found, catalog)
    if found.met_from and state is not State.EXPIRING:
        told += f"; from {found.met_from} on it is met, if all goes on as told"
    if found.waiver:
        waiver = found.waiver
        told += f"; waived through {waiver.until} by {waiver.by}: {waiver.reason}"
    return told


def _not_met(found: Finding, catalog: Catalog) -> str:
    if not found.missing:  # in a grace period, or waived: the shortfall is unknown
        return f"not told: {phrases.several(lacking(found, catalog))}"
    lapsed = [
        f"{phrases.certification_name(one.certification, catalog)} was valid through {one.last_day}"
        for one in found.lapsed
    ]
    if lapsed and all(isinstance(one.leaf, Holds) for one in found.missing):
        return f"{'; '.join(lapsed)}"
    told = f"{phrases.missing_all(found.missing, catalog)} missing"
    if found.state is State.EXPIRED and not lapsed:
        told += ", for what was there is too long ago"
    return "; ".join((told, *lapsed))


def _ends(found: Finding, catalog: Catalog) -> str:
    last, cause = found.last_day, found.ends
    if cause and cause.certification:
        name = phrases.certification_name(cause.certification, catalog)
        if cause.last_day:
            return f"{name} is valid through {last}"
        return f"{name} is one cycle old after {last}, and no renewal is told"
    if cause and cause.leaf:
        asked = phrases.requirement(cause.leaf, catalog)
        return f"met through {last}; then part of it is too long ago ({asked})"
    return f"met through {last}"


def lacking(found: Finding, catalog: Catalog) -> list[str]:
    """The facts that are not given, as parts of a sentence; empty if all are known."""
    title = "" if found.title is None else f" “{shortened(found.title)}”"
    if found.lacks:
        return [_LACKS[key].format(title=title) for key in found.lacks]
    return list(dict.fromkeys(asked(question, catalog) for question in found.questions))


def asked(question: Question, catalog: Catalog) -> str:
    """The fact that would answer a question, as part of a sentence."""
    return _ASKS.get(question.topic, "{subject}").format(
        subject=question.subject,
        words=phrases.readable(question.subject),
        kind=phrases.kind_name(question.subject, catalog),
        course=phrases.course_name(question.subject, catalog),
        issuer=phrases.issuer_name(question.subject, catalog),
        certification=phrases.certification_name(question.subject, catalog),
        text=question.text or question.subject,
    )
