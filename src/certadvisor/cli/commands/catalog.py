"""`certadvisor catalog`: validate, test, compare and describe catalogues."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from certadvisor.catalog.loader import data_folder, load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.cli import completion, exit_codes
from certadvisor.cli import context as cli_context
from certadvisor.cli.options import (
    COMMON_FORMATS,
    Formats,
    OutputOptions,
    QueryOptions,
    parse_day,
    today,
)
from certadvisor.cli.output import emit, write
from certadvisor.cli.typer_groups import group
from certadvisor.cli.value_parsers import read_choice
from certadvisor.errors import Fault, InputError
from certadvisor.linting.finding import SEVERITIES, LintSeverity
from certadvisor.profile.matching.lookup import check_known
from certadvisor.views.formats import Format
from certadvisor.views.reports import (
    AnswerContext,
    CasesReport,
    ChangesReport,
    FindingsReport,
    StaleReport,
)

_FoldersArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[DIR]...", help="Catalogue directories. [default: the built-in one]"),
]


class OverlayOptions(NamedTuple):
    """What the catalogue directories are overlaid on."""

    alone: Annotated[
        bool, typer.Option("--alone", help="Without the built-in catalogue below them.")
    ] = False


def check(
    query: QueryOptions,
    target: Annotated[OutputOptions, Formats(*COMMON_FORMATS, Format.SARIF, Format.GITHUB)],
    overlay: OverlayOptions,
    folders: _FoldersArgument = None,
    fail_on: Annotated[
        LintSeverity,
        typer.Option(metavar="SEVERITY", help="Exit with 1 for this severity or worse"),
    ] = LintSeverity.WARNING,
) -> None:
    """Find what is wrong in a catalogue, and what to do.

    Each finding has its line. Exits with 1 where there is a warning or an error.

    Examples:
        certadvisor catalog check my-catalogue
        certadvisor catalog check my-catalogue --format sarif --output findings.sarif
    """
    from certadvisor.linting.linter import lint_catalog

    checked_folders, base_folders = _catalog_layers(folders, query, overlay)
    as_of = query.as_of or today()
    result = lint_catalog(checked_folders, as_of, base_folders)
    answer_context = AnswerContext(result.catalog, as_of, as_of == today())
    emit(FindingsReport(answer_context, tuple(map(str, checked_folders)), result.findings), target)
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    if any(finding.severity in failing for finding in result.findings):
        raise typer.Exit(exit_codes.NEGATIVE)


def run_cases(
    query: QueryOptions,
    target: OutputOptions,
    overlay: OverlayOptions,
    folders: _FoldersArgument = None,
) -> None:
    """Run the cases of a catalogue.

    A case is a person, a day and the right answer. Exits with 1 where a case fails.

    Examples:
        certadvisor catalog test my-catalogue
        certadvisor catalog test my-catalogue --alone
    """
    from certadvisor.linting.case_runner import judge_cases, load_case_files

    tested_folders, base_folders = _catalog_layers(folders, query, overlay)
    catalog = load_catalog(tuple(map(str, (*base_folders, *tested_folders))), built_in=False)
    files = load_case_files(tested_folders, catalog)
    cli_context.print_warnings(catalog.warnings, target)
    cli_context.print_warnings((one for file in files for one in file.warnings), target)
    results = tuple(result for file in files for result in judge_cases(file, catalog))
    as_of = query.as_of or today()
    answer_context = AnswerContext(catalog, as_of, as_of == today())
    emit(CasesReport(answer_context, tuple(map(str, tested_folders)), results), target)
    if any(one.differences for one in results):
        raise typer.Exit(exit_codes.NEGATIVE)


def stale(
    query: QueryOptions,
    target: OutputOptions,
    older_than: Annotated[
        str, typer.Option(metavar="TIME", help="How old is too old: 12m, 2y.")
    ] = "12m",
) -> None:
    """List what to look at again, the most pressing first.

    Examples:
        certadvisor catalog stale --older-than 6m
        certadvisor catalog stale --catalog my-catalogue --format csv
    """
    from certadvisor.base.scalars import ValueParseError
    from certadvisor.linting.staleness import find_stale_facts as stale_facts
    from certadvisor.profile.amounts import months

    try:
        limit = months(older_than)
    except ValueParseError as error:
        fault = Fault("--older-than", error.problem, remedy=error.remedy)
        raise InputError([fault]) from None
    answer_context = cli_context.load_context(query, target)
    emit(
        StaleReport(
            answer_context, limit, stale_facts(answer_context.catalog, answer_context.as_of, limit)
        ),
        target,
    )


def sources(
    query: QueryOptions,
    target: Annotated[OutputOptions, Formats(Format.TABLE, Format.MARKDOWN)],
    issuer: Annotated[
        str | None,
        typer.Option(
            metavar="ISSUER",
            autocompletion=completion.issuers,
            help="Only this issuer's certifications.",
        ),
    ] = None,
    top: Annotated[
        int, typer.Option(metavar="N", min=1, help="At most so many lines of facts.")
    ] = 60,
) -> None:
    """List the sources to open this month, as a checklist.

    Examples:
        certadvisor catalog sources --issuer pmi
        certadvisor catalog sources --top 20 --output sources.md
    """
    from certadvisor.linting.staleness import find_stale_facts
    from certadvisor.views.writers.source_checklist import source_checklist

    answer_context = cli_context.load_context(query, target)
    catalog = answer_context.catalog
    if issuer is not None:
        (issuer,) = check_known("--issuer", [issuer], catalog.issuers, catalog.issuers)
    facts = [
        fact
        for fact in find_stale_facts(catalog, answer_context.as_of, _MONTHS_UNTIL_CHECKED)
        if fact.collection == "certifications"
        and (issuer is None or catalog.certifications[fact.id].issuer == issuer)
    ]
    name = "" if issuer is None else f" of {catalog.issuers[issuer]}"
    title = f"Sources{name} to check, {answer_context.as_of:%Y-%m}"
    write(source_checklist(facts[:top], catalog, title), target.output)


_MONTHS_UNTIL_CHECKED = 6  # a keeper opens every page twice a year


def diff(
    query: QueryOptions,
    target: OutputOptions,
    folders: Annotated[
        list[str] | None, typer.Argument(metavar="[OLD NEW]", help="Two catalogue directories.")
    ] = None,
    since: Annotated[
        date | None,
        typer.Option(metavar="DATE", parser=parse_day, help="What took effect after this day."),
    ] = None,
) -> None:
    """Show what changed between catalogues, or since a day.

    Examples:
        certadvisor catalog diff --since 2026-01-01
        certadvisor catalog diff old-catalogue new-catalogue --format markdown
    """
    from certadvisor.linting.catalog_diff import diff_catalogs, find_changes_since

    if (len(folders or ()) == 2) == (since is not None) or len(folders or ()) not in (0, 2):  # noqa: PLR2004  the old and the new one
        remedy = "name two directories, or one day with --since DATE"
        raise InputError([Fault("catalog diff", "what is to be compared?", remedy=remedy)])
    if since is not None:
        answer_context = cli_context.load_context(query, target)
        catalog_changes = find_changes_since(answer_context.catalog, since, answer_context.as_of)
        emit(ChangesReport(answer_context, answer_context.catalog, since, catalog_changes), target)
        return
    old, new = _load_pair(folders or [], query)
    cli_context.print_warnings(dict.fromkeys((*old.warnings, *new.warnings)), target)
    as_of = query.as_of or today()
    answer_context = AnswerContext(new, as_of, as_of == today())
    emit(ChangesReport(answer_context, old, None, diff_catalogs(old, new)), target)


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            autocompletion=completion.schemas,
            help="The file, such as certifications, roles or profile. [default: all]",
        ),
    ] = None,
    write_to: Annotated[
        str | None,
        typer.Option("--write", metavar="DIR", help="Write NAME.schema.json files into DIR."),
    ] = None,
) -> None:
    """Print the JSON Schema of a file that people write.

    Or write them all, for an editor.

    Examples:
        certadvisor catalog schema certifications
        certadvisor catalog schema --write schemas
    """
    from certadvisor.linting.schemas import NAMES
    from certadvisor.linting.schemas import make_schema as schema_of

    if name:
        name = read_choice(name, NAMES, "catalog schema")
    schemas = {schema_name: schema_of(schema_name) for schema_name in ((name,) if name else NAMES)}
    if write_to is None:
        content = schemas[name] if name else schemas
        write(json.dumps(content, indent=2) + "\n")
        return
    folder = Path(write_to)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "an error of the system").lower()
        raise InputError([Fault(write_to, f"cannot be made: {reason}")]) from None
    for schema_name, content in schemas.items():
        path = folder / f"{schema_name}.schema.json"
        write(json.dumps(content, indent=2) + "\n", str(path))


def migrate(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="The catalogue's directory.")],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the changes without writing them.")
    ] = False,
) -> None:
    """Rewrite a catalogue with the keys of this release.

    Changes the keys alone: comments and layout stay as they are.

    Examples:
        certadvisor catalog migrate my-catalogue
        certadvisor catalog migrate my-catalogue --dry-run
    """
    from certadvisor.linting.migration import migrate_catalog, write_migrated

    migrated_files = migrate_catalog(Path(folder))
    if not dry_run:
        write_migrated(migrated_files)
    for file in migrated_files:
        write("".join(f"{file.path}: {change}\n" for change in file.changes))
    if not migrated_files:
        write(f"{folder}: nothing to migrate\n")
    elif dry_run:
        write("Nothing was written.\n")


def _catalog_layers(
    folders: list[str] | None, query: QueryOptions, overlay: OverlayOptions
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the directories to check, and those that they are overlaid on, lowest first.

    Without arguments the catalogues of --catalog are checked, else the built-in one.
    """
    own_folders = tuple(Path(one) for one in query.catalog or ())
    checked_folders = tuple(Path(one) for one in folders or ())
    built_in = data_folder()
    if not checked_folders:
        checked_folders, own_folders = (own_folders, ()) if own_folders else ((built_in,), ())
    if overlay.alone or built_in.resolve() in (one.resolve() for one in checked_folders):
        return checked_folders, own_folders
    return checked_folders, (built_in, *own_folders)


def _load_pair(folders: list[str], query: QueryOptions) -> tuple[Catalog, Catalog]:
    """Load two catalogues alone, or over the built-in one where they refer to its records."""
    base_folders = tuple(query.catalog or ())
    try:
        old, new = (load_catalog((*base_folders, one), built_in=False) for one in folders)
    except InputError:
        old, new = (load_catalog((*base_folders, one)) for one in folders)
    return old, new


app = group(
    "catalog",
    "Validate, test and compare catalogues.",
    {
        "check": check,
        "test": run_cases,
        "stale": stale,
        "diff": diff,
        "sources": sources,
        "schema": schema,
        "migrate": migrate,
    },
)
