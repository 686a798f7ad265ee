"""Findings of `catalog check` in the formats of code hosts: SARIF and annotations."""

import json
from pathlib import Path
from typing import Any

import pytest
from sample_people import DAY
from test_audit_outputs import LINE
from test_expected import _pinned_versions, compare  # noqa: F401  the autouse fixture applies here too
from test_hostile import HOSTILE

from certadvisor.catalog.records import Catalog
from certadvisor.linting.finding import CODES, LintFinding, LintSeverity
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext, FindingsReport, Terminal
from certadvisor.views.writers import render, sarif

FINDINGS = (
    LintFinding(
        LintSeverity.ERROR,
        "dangling-reference",
        "ours/roles.yaml",
        4,
        "tester",
        "no kind `x`",
        "fix",
    ),
    LintFinding(
        LintSeverity.WARNING, "no-case", "ours/certifications.yaml", None, "pmp", "no case tries it"
    ),
    LintFinding(
        LintSeverity.ADVICE,
        "number-in-prose",
        "/else where/roles.yaml",
        9,
        "tester",
        "gives 36 months",
    ),
)


def report(catalog: Catalog, *findings: LintFinding) -> FindingsReport:
    """A report with these findings in a directory."""
    return FindingsReport(AnswerContext(catalog, DAY), ("ours",), findings)


def log(catalog: Catalog, *findings: LintFinding) -> dict[str, Any]:
    """The only run of a SARIF log."""
    text = render(report(catalog, *findings), Format.SARIF, Terminal())
    run: dict[str, Any] = json.loads(text)["runs"][0]
    return run


@pytest.mark.parametrize(
    ("format", "ending"), [(Format.SARIF, "sarif"), (Format.GITHUB, "github.txt")]
)
def test_findings_are_written_as_expected(
    format: Format, ending: str, small: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every byte."""
    monkeypatch.setattr(sarif, "__version__", "0")
    text = render(report(small, *FINDINGS), format, Terminal())
    compare(f"catalog-check.{ending}", text)


def test_sarif_result_names_its_rule_and_location(small: Catalog) -> None:
    """As SARIF requires: the rule at its index, a relative path with its base, lines from 1."""
    run = log(small, *FINDINGS)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CODES)
    for result, finding in zip(run["results"], FINDINGS, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        location = result["locations"][0]["physicalLocation"]
        assert ("region" in location) is (finding.line is not None)
    locations = [one["locations"][0]["physicalLocation"] for one in run["results"]]
    assert locations[0] == {
        "artifactLocation": {"uri": "ours/roles.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 4},
    }
    assert locations[2]["artifactLocation"] == {"uri": "file:///else%20where/roles.yaml"}


def test_fingerprint_of_a_finding_ignores_its_line(small: Catalog) -> None:
    """The fingerprint ignores the line number, but not the problem."""
    first, moved, other = (
        log(small, finding)["results"][0]["partialFingerprints"]
        for finding in (
            FINDINGS[0],
            FINDINGS[0]._replace(line=5),
            FINDINGS[0]._replace(problem="no kind `y`"),
        )
    )
    assert first == moved != other


@pytest.mark.parametrize("text", [*HOSTILE, "a:b,c", "%0A::error::x"])
def test_hostile_text_stays_inside_annotations_and_sarif(text: str, small: Catalog) -> None:
    """Text escapes neither from the JSON nor from the line."""
    finding = FINDINGS[0]._replace(file=f"ours/{text}", place=text, problem=text, remedy=text)
    output = render(report(small, finding), Format.GITHUB, Terminal())
    lines = output.removesuffix("\n").split("\n")
    assert len(lines) == 2
    assert all(LINE.fullmatch(line) for line in lines)
    result = log(small, finding)["results"][0]
    assert result["message"]["text"].isprintable()
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert " " not in uri


def test_example_catalogue_alone_has_no_findings() -> None:
    """A catalogue of one's own needs no effort table to be free of findings."""
    from running import program

    folder = Path(__file__).parents[2] / "examples" / "diving"
    process = program("catalog", "check", str(folder), "--alone", "--format", "sarif")
    assert process.returncode == 0
    assert json.loads(process.stdout)["runs"][0]["results"] == []
