"""An audit as JUnit XML: one suite per policy rule, one case per person it applies to.

A finding that fails the audit is a failure, any other one is skipped with its message; a
rejected row is an error. An expiring certification that does not fail passes with a note.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from certadvisor.audit.audit import Finding, State, fails, over_fails
from certadvisor.audit.policy import Rule
from certadvisor.views.html.elements import added, as_xml, made
from certadvisor.views.reports import AuditReport, Look
from certadvisor.views.words import audit as audit_words


def render(report: AuditReport, _: Look) -> str:
    """The audit as a JUnit document."""
    audited = report.audited
    found = {(one.person, one.rule.id): one for one in audited.findings}
    root = made("testsuites", name=audited.policy.name)
    root.tail = root.text = "\n"
    for at, rule in enumerate(audited.policy.rules):
        concerned = [row.person for row in audited.rows if row.states[at] is not None]
        cases = [_case(id, rule, found.get((id, rule.id)), report) for id in concerned]
        _suite(root, rule.id, cases)
    if audited.ended:
        _suite(root, "waivers", _ended(report))
    if audited.rejects:
        _suite(root, "rows", _rejected(report))
    _count(root, [case for suite in root for case in suite])
    return as_xml(root)


def _suite(root: Element, name: str, cases: Iterable[Element]) -> None:
    suite = added(root, "testsuite", name=name)
    suite.text = "\n"
    suite.extend(list(cases))
    _count(suite, list(suite))


def _count(element: Element, cases: list[Element]) -> None:
    element.set("tests", str(len(cases)))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(name, str(sum(case.find(tag) is not None for case in cases)))


def _named(name: str, group: str, report: AuditReport) -> Element:
    case = made("testcase", name=name, classname=f"{report.audited.policy.name}.{group}")
    case.tail = "\n"
    return case


def _case(id: str, rule: Rule, found: Finding | None, report: AuditReport) -> Element:
    case = _named(id, rule.id, report)
    if found is None:
        return case
    told = f"{audit_words.STATES[found.state]}: {audit_words.sentence(found, report.frame.catalog)}"
    place = f"{report.source}:{found.line}"
    if fails(found, report.fail_on):
        added(case, "failure", place, type=found.state.value, message=told)
    elif found.state is State.EXPIRING:
        added(case, "system-out", told)
    else:
        added(case, "skipped", message=told)
    return case


def _ended(report: AuditReport) -> Iterable[Element]:
    for waiver in report.audited.ended:
        case = _named(waiver.person, waiver.rule, report)
        told = f"the waiver ended with {waiver.until}; {waiver.by}: {waiver.reason}"
        if over_fails(waiver, report.audited.policy, report.fail_on):
            added(case, "failure", report.policy, type="waiver-ended", message=told)
        else:
            added(case, "skipped", message=told)
        yield case


def _rejected(report: AuditReport) -> Iterable[Element]:
    for one in report.audited.rejects:
        case = _named(one.id or f"line {one.line}", "rows", report)
        told = "; ".join(str(fault) for fault in one.faults)
        added(case, "error", type="rejected", message=told)
        yield case
