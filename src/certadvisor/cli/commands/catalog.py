"""`certadvisor catalog`: validate, test, compare and describe catalogues."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from certadvisor.catalog.loader import data_folder, load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.cli import context as cli_context
from certadvisor.cli import exit_codes
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
from certadvisor.errors import Fault, InputError, shorten
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
        str,
        typer.Option(metavar="SEVERITY", help="Exit with 1 from here on: error, warning, advice."),
    ] = "warning",
) -> None:
    """Find everything that is wrong in a catalogue, with its line and what to do.

    Exits with 1 where there is a warning or an error.

    Example: certadvisor catalog check my-catalogue
    """
    from certadvisor.linting.finding import SEVERITIES
    from certadvisor.linting.linter import lint_catalog

    _check_choice("--fail-on", fail_on, SEVERITIES)
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
    """Judge the cases of a catalogue: persons and days with the answer that is right.

    Exits with 1 where a case fails.

    Example: certadvisor catalog test my-catalogue
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
    """Tell what has to be looked at again, the most pressing first.

    Example: certadvisor catalog stale --older-than 6m
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
        str | None, typer.Option(metavar="ISSUER", help="Only this issuer's certifications.")
    ] = None,
    top: Annotated[
        int, typer.Option(metavar="N", min=1, help="At most so many lines of facts.")
    ] = 60,
) -> None:
    """List what a keeper must open this month, as a checklist in Markdown.

    Example: certadvisor catalog sources --issuer pmi
    """
    from certadvisor.linting.staleness import find_stale_facts
    from certadvisor.views.writers.source_checklist import source_checklist

    answer_context = cli_context.load_context(query, target)
    catalog = answer_context.catalog
    if issuer is not None and issuer not in catalog.issuers:
        problem = f"{shorten(issuer)} is no issuer"
        remedy = f"write one of: {', '.join(sorted(catalog.issuers))}"
        raise InputError([Fault("--issuer", problem, remedy=remedy)])
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
    """Tell what changed between two catalogues, or since a day, in a reader's words.

    Example: certadvisor catalog diff --since 2026-01-01
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
            help="The file, such as certifications, roles or profile. [default: all]",
        ),
    ] = None,
    write_to: Annotated[
        str | None,
        typer.Option("--write", metavar="DIR", help="Write NAME.schema.json files into DIR."),
    ] = None,
) -> None:
    """Print the JSON Schema of a file that people write, or write them all for an editor.

    Example: certadvisor catalog schema certifications
    """
    from certadvisor.linting.schemas import NAMES
    from certadvisor.linting.schemas import make_schema as schema_of

    if name:
        _check_choice("catalog schema", name, NAMES)
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
    """Rewrite a catalogue's files with the keys of this release.

    Changes the keys alone: comments and layout stay as they are.

    Example: certadvisor catalog migrate my-catalogue
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


def _check_choice(option: str, word: str, choices: tuple[str, ...]) -> None:
    if word not in choices:
        problem = f"`{shorten(word)}` is none of the words allowed"
        raise InputError([Fault(option, problem, remedy=f"write one of: {', '.join(choices)}")])


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
    "For those who keep a catalogue: check it, try its cases, see what is old and what changed.",
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
