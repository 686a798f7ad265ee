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
    OUTPUT,
    Asked,
    NoColor,
    Output,
    Quiet,
    Sheet,
    day,
    today,
)
from certadvisor.cli.output import answer, write
from certadvisor.cli.typer_groups import group
from certadvisor.errors import Fault, InputError, shortened
from certadvisor.views.formats import CatalogCheckFormat
from certadvisor.views.reports import (
    CasesReport,
    ChangesReport,
    FindingsReport,
    Frame,
    StaleReport,
)

_Folders = Annotated[
    list[str] | None,
    typer.Argument(metavar="[DIR]...", help="Catalogue directories. [default: the built-in one]"),
]


class Ground(NamedTuple):
    """What the catalogue directories are overlaid on."""

    alone: Annotated[
        bool, typer.Option("--alone", help="Without the built-in catalogue below them.")
    ] = False


class Page(NamedTuple):
    """As `OutputOptions`, with the formats that code hosts read."""

    format: Annotated[
        CatalogCheckFormat,
        typer.Option("--format", "-f", rich_help_panel=OUTPUT, help="The form of the answer."),
    ] = CatalogCheckFormat.TABLE
    output: Output = None
    quiet: Quiet = False
    no_color: NoColor = False


def check(
    asked: Asked,
    page: Page,
    ground: Ground,
    folders: _Folders = None,
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
    from certadvisor.linting.linter import checked

    _check_word("--fail-on", fail_on, SEVERITIES)
    tested, below = _laid(folders, asked, ground)
    as_of = asked.as_of or today()
    found = checked(tested, as_of, below)
    frame = Frame(found.catalog, as_of, as_of == today())
    answer(FindingsReport(frame, tuple(map(str, tested)), found.findings), page)
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    if any(finding.severity in failing for finding in found.findings):
        raise typer.Exit(exit_codes.NO)


def try_cases(asked: Asked, sheet: Sheet, ground: Ground, folders: _Folders = None) -> None:
    """Judge the cases of a catalogue: persons and days with the answer that is right.

    Exits with 1 where a case fails.

    Example: certadvisor catalog test my-catalogue
    """
    from certadvisor.linting.case_runner import run_cases

    tested, below = _laid(folders, asked, ground)
    catalog = load_catalog(tuple(map(str, (*below, *tested))), built_in=False)
    tried = run_cases(tested, catalog)
    as_of = asked.as_of or today()
    frame = Frame(catalog, as_of, as_of == today())
    answer(CasesReport(frame, tuple(map(str, tested)), tried), sheet)
    if any(one.differences for one in tried):
        raise typer.Exit(exit_codes.NO)


def stale(
    asked: Asked,
    sheet: Sheet,
    older_than: Annotated[
        str, typer.Option(metavar="TIME", help="How old is too old: 12m, 2y.")
    ] = "12m",
) -> None:
    """Tell what has to be looked at again, the most pressing first.

    Example: certadvisor catalog stale --older-than 6m
    """
    from certadvisor.base.scalars import MisreadError
    from certadvisor.linting.staleness import stale as stale_facts
    from certadvisor.profile.amounts import months

    try:
        limit = months(older_than)
    except MisreadError as error:
        fault = Fault("--older-than", error.problem, remedy=error.remedy)
        raise InputError([fault]) from None
    frame = cli_context.begin(asked, sheet)
    answer(StaleReport(frame, limit, stale_facts(frame.catalog, frame.as_of, limit)), sheet)


def diff(
    asked: Asked,
    sheet: Sheet,
    folders: Annotated[
        list[str] | None, typer.Argument(metavar="[OLD NEW]", help="Two catalogue directories.")
    ] = None,
    since: Annotated[
        date | None,
        typer.Option(metavar="DATE", parser=day, help="What took effect after this day."),
    ] = None,
) -> None:
    """Tell what changed between two catalogues, or since a day, in a reader's words.

    Example: certadvisor catalog diff --since 2026-01-01
    """
    from certadvisor.linting.catalog_diff import changes, changes_since

    if (len(folders or ()) == 2) == (since is not None) or len(folders or ()) not in (0, 2):  # noqa: PLR2004  the old and the new one
        remedy = "name two directories, or one day with --since DATE"
        raise InputError([Fault("catalog diff", "what is to be compared?", remedy=remedy)])
    if since is not None:
        frame = cli_context.begin(asked, sheet)
        found = changes_since(frame.catalog, since, frame.as_of)
        answer(ChangesReport(frame, frame.catalog, since, found), sheet)
        return
    old, new = _pair(folders or [], asked)
    as_of = asked.as_of or today()
    frame = Frame(new, as_of, as_of == today())
    answer(ChangesReport(frame, old, None, changes(old, new)), sheet)


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="certifications, roles, advice, titles, cases or profile. [default: all]",
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
    from certadvisor.linting.schemas import schema as schema_of

    if name:
        _check_word("catalog schema", name, NAMES)
    schemas = {one: schema_of(one) for one in ((name,) if name else NAMES)}
    if write_to is None:
        found = schemas[name] if name else schemas
        write(json.dumps(found, indent=2) + "\n")
        return
    folder = Path(write_to)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "an error of the system").lower()
        raise InputError([Fault(write_to, f"cannot be made: {reason}")]) from None
    for one, found in schemas.items():
        path = folder / f"{one}.schema.json"
        write(json.dumps(found, indent=2) + "\n", str(path))


def _check_word(place: str, word: str, words: tuple[str, ...]) -> None:
    if word not in words:
        problem = f"`{shortened(word)}` is none of the words allowed"
        raise InputError([Fault(place, problem, remedy=f"write one of: {', '.join(words)}")])


def _laid(
    folders: list[str] | None, asked: Asked, ground: Ground
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the directories to check, and those that they are overlaid on, lowest first.

    Without arguments the catalogues of --catalog are checked, else the built-in one.
    """
    own = tuple(Path(one) for one in asked.catalog or ())
    tested = tuple(Path(one) for one in folders or ())
    built_in = data_folder()
    if not tested:
        tested, own = (own, ()) if own else ((built_in,), ())
    if ground.alone or built_in.resolve() in (one.resolve() for one in tested):
        return tested, own
    return tested, (built_in, *own)


def _pair(folders: list[str], asked: Asked) -> tuple[Catalog, Catalog]:
    """Load two catalogues alone, or over the built-in one where they refer to its records."""
    below = tuple(asked.catalog or ())
    try:
        old, new = (load_catalog((*below, one), built_in=False) for one in folders)
    except InputError:
        old, new = (load_catalog((*below, one)) for one in folders)
    return old, new


app = group(
    "catalog",
    "For those who keep a catalogue: check it, try its cases, see what is old and what changed.",
    {"check": check, "test": try_cases, "stale": stale, "diff": diff, "schema": schema},
)
