"""An audit without titles, names and reasons, for the case that ids do not identify people."""

from certadvisor.audit.audit import AuditFinding, AuditResult
from certadvisor.audit.policy import Waiver
from certadvisor.people.redactor import Pseudonyms, Redactor, redact_reject
from certadvisor.rules.verdict import Cause, Question

_REMOVED = "…"


def redact_audit(result: AuditResult, redactor: Redactor) -> AuditResult:
    """Redact an audit; states and counts stay, and a title has the same pseudonym everywhere.

    Waivers keep the person's id, the rule and the last day; who granted one is a pseudonym.
    """
    pseudonyms = Pseudonyms("name")
    return result._replace(
        findings=tuple(_redact_finding(one, redactor, pseudonyms) for one in result.findings),
        rejects=tuple(redact_reject(one, redactor) for one in result.rejects),
        expired_waivers=tuple(_redact_waiver(one, pseudonyms) for one in result.expired_waivers),
        unused_waivers=tuple(_redact_waiver(one, pseudonyms) for one in result.unused_waivers),
    )


def _redact_finding(
    finding: AuditFinding, redactor: Redactor, pseudonyms: Pseudonyms
) -> AuditFinding:
    return finding._replace(
        title=finding.title and redactor.titles[finding.title],
        end_cause=finding.end_cause and _redact_cause(finding.end_cause, redactor),
        questions=tuple(_redact_question(question, redactor) for question in finding.questions),
        waiver=finding.waiver and _redact_waiver(finding.waiver, pseudonyms),
    )


def _redact_cause(cause: Cause, redactor: Redactor) -> Cause:
    work = (job._replace(title=job.title and redactor.titles[job.title]) for job in cause.work)
    return cause._replace(work=tuple(work))


def _redact_question(question: Question, redactor: Redactor) -> Question:
    return (
        question._replace(subject=redactor.titles[question.subject])
        if question.topic == "title"
        else question
    )


def _redact_waiver(waiver: Waiver, pseudonyms: Pseudonyms) -> Waiver:
    return waiver._replace(by=pseudonyms[waiver.by], reason=_REMOVED)
