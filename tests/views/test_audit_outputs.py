"""Audits in the formats of CI systems: whole, parsed by a consumer, and safe with any text."""

import io
import re
from xml.etree.ElementTree import fromstring

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from sample_audits import audit_report
from test_expected import _pinned_versions, compare  # noqa: F401  the autouse fixture applies here too
from test_hostile import HOSTILE

from certadvisor.audit.audit import AuditState, FailOn, finding_fails
from certadvisor.audit.policy import PolicyRule
from certadvisor.catalog.records import Catalog
from certadvisor.views.formats import Format
from certadvisor.views.reports import AuditReport, Terminal
from certadvisor.views.writers import render
from certadvisor.views.writers.github.annotation import annotation

LINE = re.compile(r"::(?:error|warning|notice)(?: [a-z]+=[^:,\n]*(?:,[a-z]+=[^:,\n]*)*)?::[^\n]*")


@pytest.mark.parametrize(
    ("format", "ending"), [(Format.JUNIT, "xml"), (Format.GITHUB, "github.txt")]
)
def test_ci_formats_of_an_audit_are_as_expected(
    format: Format, ending: str, small: Catalog
) -> None:
    """Every byte."""
    compare(f"audit.{ending}", render(audit_report(small), format, Terminal()))


def test_junit_has_a_case_for_every_person_and_rule(small: Catalog) -> None:
    """The counts of failed, skipped and erroneous tests are those of the audit."""
    report = audit_report(small)
    text = render(report, Format.JUNIT, Terminal())
    junit = JUnitXml.fromroot(JUnitXml.fromstring(text.encode())._elem)
    cases = [case for suite in junit for case in suite]
    kinds = [type(result) for case in cases for result in case.result]
    judged = [state for row in report.result.rows for state in row.states if state]
    failing = [one for one in report.result.findings if finding_fails(one, FailOn.EXPIRED)]
    unjudged, ended = len(report.result.unjudged_rules), len(report.result.expired_waivers)
    assert unjudged
    assert len(cases) == len(judged) + ended + unjudged + len(report.result.rejects)
    assert kinds.count(Failure) == len(failing) + ended + unjudged == junit.failures
    assert kinds.count(Error) == len(report.result.rejects) == junit.errors
    assert kinds.count(Skipped) == junit.skipped
    passed = judged.count(AuditState.MET) + judged.count(AuditState.EXPIRING)
    assert len(cases) - len(kinds) == passed


def with_text(text: str, report: AuditReport) -> AuditReport:
    """The same audit with this text in every field that comes from a user."""
    result = report.result
    rule: PolicyRule = result.policy.rules[0]._replace(text=text)
    policy = result.policy._replace(name=text, rules=(rule, *result.policy.rules[1:]))
    findings = tuple(
        one._replace(person=text, title=text, rule=rule) for one in result.findings[:3]
    )
    ended = tuple(one._replace(person=text, by=text, reason=text) for one in result.expired_waivers)
    rows = tuple(row._replace(person=text) for row in result.rows)
    changed = result._replace(policy=policy, findings=findings, expired_waivers=ended, rows=rows)
    return report._replace(result=changed, source=text, policy=text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_inside_junit(text: str, small: Catalog) -> None:
    """The document stays well formed and has only JUnit elements."""
    output = render(with_text(text, audit_report(small)), Format.JUNIT, Terminal())
    root = fromstring(output)  # noqa: S314  our own output
    tags = {element.tag for element in root.iter()}
    assert tags <= {
        "testsuites", "testsuite", "testcase", "failure", "skipped", "error", "system-out",
    }  # fmt: skip
    assert all(char.isprintable() or char == "\n" for char in output)


@pytest.mark.parametrize("text", [*HOSTILE, "::error::x", "a,file=b::c", "50%", "\n::set-output"])
def test_hostile_text_stays_inside_an_annotation(text: str, small: Catalog) -> None:
    """One line per finding in GitHub's form; user text stays inside it."""
    output = render(with_text(text, audit_report(small)), Format.GITHUB, Terminal())
    for line in io.StringIO(output, newline="\n"):
        assert LINE.fullmatch(line.removesuffix("\n")), line


def test_failing_findings_are_annotated_first(small: Catalog) -> None:
    """GitHub shows only the first ten of each level."""
    lines = render(audit_report(small), Format.GITHUB, Terminal()).splitlines()
    levels = [line.split(":")[2].split(" ")[0] for line in lines]
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)


def test_an_annotation_without_a_file_has_no_line() -> None:
    """Without a file GitHub has nothing to attach the line to."""
    assert annotation("notice", "x", line=3) == "::notice::x"
