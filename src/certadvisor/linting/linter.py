"""The catalogue linter: runs all checks on catalogue directories and sorts the findings."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from certadvisor.catalog.loader import FILES, load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.linting.checks import (
    case_coverage,
    consistency,
    cycles,
    dangling_ids,
    lineage,
    many_ways,
    order,
    plausibility,
    prose,
    provenance,
    record_order,
    satisfiable,
    shared_names,
)
from certadvisor.linting.finding import SEVERITIES, LintFinding, LintSeverity, RawFinding
from certadvisor.linting.sources import CatalogSources, read_sources

Check = Callable[[CatalogSources, date], Iterator[RawFinding]]

RECORD_CHECKS: tuple[Check, ...] = (  # checks within one record
    dangling_ids.check_duplicates,
    order.check,
    plausibility.check,
    provenance.check,
    satisfiable.check,
    prose.check,
    record_order.check,
    consistency.check,
)
CROSS_RECORD_CHECKS: tuple[
    Check, ...
] = (  # checks across records: reliable only if every file was read
    dangling_ids.check,
    cycles.check,
    lineage.check,
    many_ways.check,
    shared_names.check,
)


class LintResult(NamedTuple):
    """The findings and the catalogue; `catalog` has no records if any finding is an error."""

    findings: tuple[LintFinding, ...]
    catalog: Catalog


def check_catalog(
    folders: Sequence[Path], as_of: date, base_folders: Sequence[Path] = ()
) -> tuple[LintFinding, ...]:
    """Lint catalogue directories; returns the findings in order of file and line.

    `base_folders` are the catalogues they are overlaid on: ids are looked up there,
    but nothing in them is reported. Raises InputError if a directory has no catalogue.
    """
    return lint_catalog(folders, as_of, base_folders).findings


def lint_catalog(
    folders: Sequence[Path], as_of: date, base_folders: Sequence[Path] = ()
) -> LintResult:
    """Lint catalogue directories as `check_catalog` does, and load the catalogue if it is valid."""
    catalog_sources = read_sources(folders, base_folders)
    findings = [
        case_coverage.finding_from_fault(code, fault) for code, fault in catalog_sources.faults
    ]
    raw_findings = [
        raw_finding for check in RECORD_CHECKS for raw_finding in check(catalog_sources, as_of)
    ]
    if not catalog_sources.has_unread_file:
        raw_findings += [
            raw_finding
            for check in CROSS_RECORD_CHECKS
            for raw_finding in check(catalog_sources, as_of)
        ]
    raw_findings += case_coverage.find_untested(catalog_sources)
    findings += [
        finding for raw_finding in raw_findings if (finding := catalog_sources.locate(raw_finding))
    ]
    if any(finding.severity is LintSeverity.ERROR for finding in findings):
        findings += case_coverage.report_not_run(catalog_sources)
        return LintResult(
            _sort_findings(findings, catalog_sources), _empty_catalog(catalog_sources)
        )
    catalog = load_catalog(tuple(map(str, (*base_folders, *folders))), built_in=False, cache=False)
    findings += case_coverage.check_cases(catalog_sources, catalog)
    return LintResult(_sort_findings(findings, catalog_sources), catalog)


def _sort_findings(
    findings: Sequence[LintFinding], catalog_sources: CatalogSources
) -> tuple[LintFinding, ...]:
    """The findings without duplicates, in order of directory, file and line."""
    files = [str(folder / name) for folder in catalog_sources.folders for name in FILES]
    positions = {file: index for index, file in enumerate(files)}

    def key(finding: LintFinding) -> tuple[int, str, int, int, str, str]:
        return (
            positions.get(finding.file, len(positions)), finding.file, finding.line or 0,
            SEVERITIES.index(finding.severity), finding.code, finding.problem,
        )  # fmt: skip

    return tuple(dict.fromkeys(sorted(findings, key=key)))


def _empty_catalog(catalog_sources: CatalogSources) -> Catalog:
    """A catalogue without records, with the version and digest of the faulty files."""
    catalog = load_catalog((), built_in=False, cache=False)
    catalog.version = catalog_sources.certifications.version or ""
    catalog.digest = catalog_sources.digest
    return catalog
