"""An audit as JUnit XML: one suite per policy rule, one case per person it applies to.

A finding that fails the audit is a failure, any other one is skipped with its message; a
rejected row is an error. An expiring certification that does not fail passes with a note.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from certadvisor.audit.audit import AuditFinding, AuditState, expired_waiver_fails, finding_fails
from certadvisor.audit.policy import PolicyRule
from certadvisor.views.html.elements import as_xml, element, sub_element
from certadvisor.views.reports import AuditReport
from certadvisor.views.sections.table_notes import note_lines
from certadvisor.views.words import audit as audit_words


def render(report: AuditReport) -> str:
    """The audit as a JUnit document."""
    result = report.result
    findings = {(finding.person, finding.rule.id): finding for finding in result.findings}
    root = element("testsuites", name=result.policy.name)
    root.tail = root.text = "\n"
    for index, rule in enumerate(result.policy.rules):
        people = [row.person for row in result.rows if row.states[index] is not None]
        cases = [_case(id, rule, findings.get((id, rule.id)), report) for id in people]
        _suite(root, rule.id, cases)
    if result.expired_waivers:
        _suite(root, "waivers", _expired_waivers(report))
    if result.unjudged_rules:
        _suite(root, "could not be judged", _unjudged_rules(report))
    if result.rejects:
        _suite(root, "rows", _rejected_rows(report))
    _count(root, list(root.iter("testcase")))
    _add_notes(root, report)
    return as_xml(root)


def _add_notes(root: Element, report: AuditReport) -> None:
    """What the table holds and was not counted, as the output of a suite without cases."""
    lines = note_lines(report.notes, limit=None)
    if lines:
        suite = sub_element(root, "testsuite", name="ignored")
        _count(suite, [])
        sub_element(suite, "system-out", "\n".join(lines))


def _unjudged_rules(report: AuditReport) -> Iterable[Element]:
    for one in report.result.unjudged_rules:
        case = _test_case(one.rule.id, "could not be judged", report)
        message = audit_words.unjudged_text(one)
        sub_element(case, "failure", report.policy, type="could-not-judge", message=message)
        yield case


def _suite(root: Element, name: str, cases: Iterable[Element]) -> None:
    suite = sub_element(root, "testsuite", name=name)
    suite.text = "\n"
    suite.extend(list(cases))
    _count(suite, list(suite))


def _count(parent: Element, cases: list[Element]) -> None:
    parent.set("tests", str(len(cases)))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        parent.set(name, str(sum(case.find(tag) is not None for case in cases)))


def _test_case(name: str, group: str, report: AuditReport) -> Element:
    case = element("testcase", name=name, classname=f"{report.result.policy.name}.{group}")
    case.tail = "\n"
    return case


def _case(id: str, rule: PolicyRule, finding: AuditFinding | None, report: AuditReport) -> Element:
    case = _test_case(id, rule.id, report)
    if finding is None:
        return case
    text = audit_words.finding_text(finding, report.context.catalog)
    message = f"{audit_words.STATES[finding.state]}: {text}"
    location = f"{report.source}:{finding.line}"
    if finding_fails(finding, report.fail_on):
        sub_element(case, "failure", location, type=finding.state.value, message=message)
    elif finding.state is AuditState.EXPIRING:
        sub_element(case, "system-out", message)
    else:
        sub_element(case, "skipped", message=message)
    return case


def _expired_waivers(report: AuditReport) -> Iterable[Element]:
    for waiver in report.result.expired_waivers:
        case = _test_case(waiver.person, waiver.rule, report)
        message = f"the waiver ended with {waiver.until}; {waiver.by}: {waiver.reason}"
        if expired_waiver_fails(waiver, report.result.policy, report.fail_on):
            sub_element(case, "failure", report.policy, type="waiver-ended", message=message)
        else:
            sub_element(case, "skipped", message=message)
        yield case


def _rejected_rows(report: AuditReport) -> Iterable[Element]:
    for reject in report.result.rejects:
        case = _test_case(reject.id or f"line {reject.line}", "rows", report)
        message = "; ".join(str(fault) for fault in reject.faults)
        sub_element(case, "error", type="rejected", message=message)
        yield case
