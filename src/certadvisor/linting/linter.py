"""The catalogue linter: runs all checks on catalogue directories and sorts the findings."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from certadvisor.catalog.loader import FILES, load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.linting.checks import (
    case_coverage,
    cycles,
    dangling_ids,
    lineage,
    order,
    plausibility,
    prose,
    provenance,
    satisfiable,
    shared_names,
)
from certadvisor.linting.finding import SEVERITIES, Finding, Noted
from certadvisor.linting.sources import Shelf, read_shelf

Check = Callable[[Shelf, date], Iterator[Noted]]

RECORDS: tuple[Check, ...] = (  # checks within one record
    dangling_ids.doubles,
    order.check,
    plausibility.check,
    provenance.check,
    satisfiable.check,
    prose.check,
)
TOGETHER: tuple[Check, ...] = (  # checks across records: reliable only if every file was read
    dangling_ids.check,
    cycles.check,
    lineage.check,
    shared_names.check,
)


class Checked(NamedTuple):
    """The findings and the catalogue; `catalog` has no records if any finding is an error."""

    findings: tuple[Finding, ...]
    catalog: Catalog


def check_catalog(
    folders: Sequence[Path], as_of: date, below: Sequence[Path] = ()
) -> tuple[Finding, ...]:
    """Lint catalogue directories; returns the findings in order of file and line.

    `base_folders` are the catalogues they are overlaid on: ids are looked up there,
    but nothing in them is reported. Raises InputError if a directory has no catalogue.
    """
    return checked(folders, as_of, below).findings


def checked(folders: Sequence[Path], as_of: date, below: Sequence[Path] = ()) -> Checked:
    """Lint catalogue directories as `check_catalog` does, and load the catalogue if it is valid."""
    shelf = read_shelf(folders, below)
    found = [case_coverage.as_finding(code, fault) for code, fault in shelf.faults]
    noted = [one for check in RECORDS for one in check(shelf, as_of)]
    if not shelf.lost:
        noted += [one for check in TOGETHER for one in check(shelf, as_of)]
    noted += case_coverage.uncovered(shelf)
    found += [finding for one in noted if (finding := shelf.located(one))]
    if any(finding.severity == "error" for finding in found):
        found += case_coverage.unjudged(shelf)
        return Checked(_in_order(found, shelf), _unsound(shelf))
    catalog = load_catalog(tuple(map(str, (*below, *folders))), built_in=False, cache=False)
    found += case_coverage.judged(shelf, catalog)
    return Checked(_in_order(found, shelf), catalog)


def _in_order(found: Sequence[Finding], shelf: Shelf) -> tuple[Finding, ...]:
    """The findings without duplicates, in order of directory, file and line."""
    files = [str(folder / name) for folder in shelf.folders for name in FILES]
    place = {file: at for at, file in enumerate(files)}

    def key(finding: Finding) -> tuple[int, str, int, int, str, str]:
        return (
            place.get(finding.file, len(place)), finding.file, finding.line or 0,
            SEVERITIES.index(finding.severity), finding.code, finding.problem,
        )  # fmt: skip

    return tuple(dict.fromkeys(sorted(found, key=key)))


def _unsound(shelf: Shelf) -> Catalog:
    """A catalogue without records, with the version and digest of the faulty files."""
    catalog = load_catalog((), built_in=False, cache=False)
    catalog.version = shelf.certifications.version or ""
    catalog.digest = shelf.digest
    return catalog
