"""Checks that a file has its certifications by issuer and id, and a comment line per issuer."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

from certadvisor.catalog.definitions.certification import Certification, CertificationFile
from certadvisor.linting.finding import RawFinding
from certadvisor.linting.sources import CatalogFile, CatalogSources

_FIRST_KEY = re.compile(r"^\s*-\s")  # of a record in a list with a record below the other


def check(sources: CatalogSources, _: date) -> Iterator[RawFinding]:
    """Yield the first record of a file that is out of order, else issuers without a comment."""
    for file in sources.files_under_test(CertificationFile):
        certifications = file.definitions.certifications
        for before, after in pairwise(certifications):
            if _sort_key(after) < _sort_key(before):
                problem = f"comes after `{before.id}` of `{before.issuer}`"
                remedy = "sort the records by issuer, then by id"
                yield RawFinding("record-order", "certifications", after.id, (), problem, remedy)
                break
        else:
            yield from _check_comments(file, certifications)


def _sort_key(cert: Certification) -> tuple[str, str]:
    return cert.issuer, cert.id


def _check_comments(
    file: CatalogFile, certifications: tuple[Certification, ...]
) -> Iterator[RawFinding]:
    """Yield the first record of each issuer without a comment line; one issuer needs none."""
    first_of_issuer = {cert.issuer: cert.id for cert in reversed(certifications)}
    if len(first_of_issuer) <= 1:
        return
    lines = Path(file.document.source).read_text("utf-8-sig").splitlines()
    for index, record in enumerate(file.document.data["certifications"]):
        issuer = record.get("issuer") if isinstance(record, dict) else None
        line = file.document.line(("certifications", index))
        if issuer is None or line is None or first_of_issuer.get(issuer) != record.get("id"):
            continue
        if _FIRST_KEY.match(lines[line - 1]) and not _has_comment(lines[: line - 1], issuer):
            problem = f"is the first of `{issuer}`, and no comment above it says so"
            remedy = f"write a line such as `# --- The issuer's name ({issuer})`"
            yield RawFinding("issuer-comment", "certifications", record["id"], (), problem, remedy)


def _has_comment(lines_above: list[str], issuer: str) -> bool:
    """Whether a comment directly above names the issuer by its id."""
    for line in reversed(lines_above):
        if line.strip() and not line.lstrip().startswith("#"):
            return False
        if re.search(rf"(?<![\w-]){re.escape(issuer)}(?![\w-])", line):
            return True
    return False
