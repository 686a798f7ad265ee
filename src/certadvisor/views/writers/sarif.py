"""Findings of `catalog check` as SARIF 2.1.0, which code hosts and editors show at the line.

Paths are as they were given, so relative to the working directory; absolute paths have no
base. The fingerprint of a finding is made of its file, code, record and problem, not of its
line, which moves when the file is edited.
"""

import json
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from certadvisor import __version__
from certadvisor.linting.finding import CODES, LintFinding, LintSeverity
from certadvisor.views.reports import FindingsReport, Terminal

VERSION = "2.1.0"
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {
    LintSeverity.ERROR: "error",
    LintSeverity.WARNING: "warning",
    LintSeverity.ADVICE: "note",
}
_RULE_INDEXES = {code: at for at, code in enumerate(CODES)}
_BASE = "%SRCROOT%"


def render(report: FindingsReport, _: Terminal) -> str:
    """The whole log: one run with a rule per code and a result per finding."""
    log = {
        "$schema": _SCHEMA,
        "version": VERSION,
        "runs": [
            {
                "tool": {"driver": _driver()},
                "columnKind": "unicodeCodePoints",
                "results": [_result(one) for one in report.findings],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _driver() -> dict[str, Any]:
    return {
        "name": "certadvisor",
        "version": __version__,
        "rules": [
            {
                "id": code,
                "shortDescription": {"text": about},
                "defaultConfiguration": {"level": _LEVELS[severity]},
            }
            for code, (severity, about) in CODES.items()
        ],
    }


def _result(finding: LintFinding) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": _RULE_INDEXES[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _location(finding)}],
        "partialFingerprints": {"certadvisor/v1": _fingerprint(finding)},
    }


def _location(finding: LintFinding) -> dict[str, Any]:
    path = PurePath(finding.file)
    artifact = (
        {"uri": path.as_uri()}
        if path.is_absolute()
        else {"uri": quote(path.as_posix()), "uriBaseId": _BASE}
    )
    region = {"region": {"startLine": finding.line}} if finding.line else {}
    return {"artifactLocation": artifact, **region}


def _fingerprint(finding: LintFinding) -> str:
    identity = (PurePath(finding.file).as_posix(), finding.code, finding.place, finding.problem)
    return sha256("\0".join(identity).encode()).hexdigest()[:32]
