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
from certadvisor.linting.finding import CODES, Finding
from certadvisor.views.reports import FindingsReport, Look

VERSION = "2.1.0"
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}
_PLACES = {code: at for at, code in enumerate(CODES)}
_BASE = "%SRCROOT%"


def render(report: FindingsReport, _: Look) -> str:
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


def _result(one: Finding) -> dict[str, Any]:
    return {
        "ruleId": one.code,
        "ruleIndex": _PLACES[one.code],
        "level": _LEVELS[one.severity],
        "message": {"text": one.told},
        "locations": [{"physicalLocation": _place(one)}],
        "partialFingerprints": {"certadvisor/v1": _fingerprint(one)},
    }


def _place(one: Finding) -> dict[str, Any]:
    path = PurePath(one.file)
    artifact = (
        {"uri": path.as_uri()}
        if path.is_absolute()
        else {"uri": quote(path.as_posix()), "uriBaseId": _BASE}
    )
    region = {"region": {"startLine": one.line}} if one.line else {}
    return {"artifactLocation": artifact, **region}


def _fingerprint(one: Finding) -> str:
    known = (PurePath(one.file).as_posix(), one.code, one.place, one.problem)
    return sha256("\0".join(known).encode()).hexdigest()[:32]
