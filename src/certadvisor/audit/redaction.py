"""An audit without titles, names and reasons, for the case that ids do not identify people."""

from certadvisor.audit.audit import Audited, Finding
from certadvisor.audit.policy import Waiver
from certadvisor.people.redactor import Redaction, Words, redacted_reject
from certadvisor.rules.verdict import Cause, Question

_GONE = "…"


def redacted_audit(audited: Audited, by: Redaction) -> Audited:
    """Redact an audit; states and counts stay, and a title has the same pseudonym everywhere.

    Waivers keep the person's id, the rule and the last day; who granted one is a pseudonym.
    """
    names = Words("name")
    return audited._replace(
        findings=tuple(_finding(one, by, names) for one in audited.findings),
        rejects=tuple(redacted_reject(one, by) for one in audited.rejects),
        ended=tuple(_waiver(one, names) for one in audited.ended),
        unused=tuple(_waiver(one, names) for one in audited.unused),
    )


def _finding(one: Finding, by: Redaction, names: Words) -> Finding:
    return one._replace(
        title=one.title and by.titles[one.title],
        ends=one.ends and _cause(one.ends, by),
        questions=tuple(_question(asked, by) for asked in one.questions),
        waiver=one.waiver and _waiver(one.waiver, names),
    )


def _cause(cause: Cause, by: Redaction) -> Cause:
    work = (job._replace(title=job.title and by.titles[job.title]) for job in cause.work)
    return cause._replace(work=tuple(work))


def _question(asked: Question, by: Redaction) -> Question:
    return asked._replace(subject=by.titles[asked.subject]) if asked.topic == "title" else asked


def _waiver(one: Waiver, names: Words) -> Waiver:
    return one._replace(by=names[one.by], reason=_GONE)
