"""Findings of `catalog check` in the formats of code hosts: SARIF and annotations."""

import json
from pathlib import Path
from typing import Any

import pytest
from sample_people import DAY
from test_audit_outputs import LINE
from test_expected import _fixed, compare  # noqa: F401  the autouse fixture applies here too
from test_hostile import HOSTILE

from certadvisor.catalog.records import Catalog
from certadvisor.linting.finding import CODES, Finding
from certadvisor.views.formats import CatalogCheckFormat, render
from certadvisor.views.reports import FindingsReport, Frame, Look
from certadvisor.views.writers import sarif

FINDINGS = (
    Finding("error", "dangling-reference", "ours/roles.yaml", 4, "tester", "no kind `x`", "mend"),
    Finding("warning", "no-case", "ours/certifications.yaml", None, "pmp", "no case tries it"),
    Finding("advice", "number-in-prose", "/else where/roles.yaml", 9, "tester", "tells 36 months"),
)


def report(catalog: Catalog, *findings: Finding) -> FindingsReport:
    """A report with these findings in a directory."""
    return FindingsReport(Frame(catalog, DAY), ("ours",), findings)


def log(catalog: Catalog, *findings: Finding) -> dict[str, Any]:
    """The only run of a SARIF log."""
    text = render(report(catalog, *findings), CatalogCheckFormat.SARIF, Look())
    run: dict[str, Any] = json.loads(text)["runs"][0]
    return run


@pytest.mark.parametrize(("format", "ending"), [("sarif", "sarif"), ("github", "github.txt")])
def test_findings_are_written_as_expected(
    format: str, ending: str, small: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every byte."""
    monkeypatch.setattr(sarif, "__version__", "0")
    text = render(report(small, *FINDINGS), format, Look())
    compare(f"catalog-check.{ending}", text)


def test_sarif_result_names_its_rule_and_location(small: Catalog) -> None:
    """As SARIF requires: the rule at its index, a relative path with its base, lines from 1."""
    run = log(small, *FINDINGS)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CODES)
    for result, found in zip(run["results"], FINDINGS, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == found.code
        place = result["locations"][0]["physicalLocation"]
        assert ("region" in place) is (found.line is not None)
    places = [one["locations"][0]["physicalLocation"] for one in run["results"]]
    assert places[0] == {
        "artifactLocation": {"uri": "ours/roles.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 4},
    }
    assert places[2]["artifactLocation"] == {"uri": "file:///else%20where/roles.yaml"}


def test_fingerprint_of_a_finding_ignores_its_line(small: Catalog) -> None:
    """The fingerprint ignores the line number, but not the problem."""
    first, moved, other = (
        log(small, one)["results"][0]["partialFingerprints"]
        for one in (
            FINDINGS[0],
            FINDINGS[0]._replace(line=5),
            FINDINGS[0]._replace(problem="no kind `y`"),
        )
    )
    assert first == moved != other


@pytest.mark.parametrize("text", [*HOSTILE, "a:b,c", "%0A::error::x"])
def test_hostile_text_stays_inside_annotations_and_sarif(text: str, small: Catalog) -> None:
    """Text escapes neither from the JSON nor from the line."""
    bad = FINDINGS[0]._replace(file=f"ours/{text}", place=text, problem=text, remedy=text)
    written = render(report(small, bad), CatalogCheckFormat.GITHUB, Look())
    lines = written.removesuffix("\n").split("\n")
    assert len(lines) == 2
    assert all(LINE.fullmatch(line) for line in lines)
    result = log(small, bad)["results"][0]
    assert result["message"]["text"].isprintable()
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert " " not in uri


def test_example_catalogue_alone_has_no_findings() -> None:
    """A catalogue of one's own needs no effort table to be free of findings."""
    from running import program

    folder = Path(__file__).parents[2] / "examples" / "diving"
    done = program("catalog", "check", str(folder), "--alone", "--format", "sarif")
    assert done.returncode == 0
    assert json.loads(done.stdout)["runs"][0]["results"] == []
