"""Options shared by commands. Only here does the command line read the current date."""

import re
from datetime import date
from typing import Annotated, NamedTuple

import typer

from certadvisor.cli import completion
from certadvisor.cli.usage_errors import ValueRefused
from certadvisor.errors import shorten
from certadvisor.views.formats import Format

_PERSON_PANEL = "About you"
_QUESTION_PANEL = "Date and catalogue"
OUTPUT_PANEL = "Output"

FIRST_YEAR, LAST_YEAR = 1950, 2200


def parse_day(text: str) -> date:
    """Parse a date option. Raises ValueRefused for anything but YYYY-MM-DD, 1950 to 2200."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    try:
        parsed = date(*map(int, match.groups())) if match else None
    except ValueError:
        parsed = None
    if parsed is None:
        remedy = "write YYYY-MM-DD, such as 2027-02-01"
        raise ValueRefused(f"`{shorten(text)}` isn't a day", remedy)
    if not FIRST_YEAR <= parsed.year <= LAST_YEAR:
        remedy = f"write a year from {FIRST_YEAR} to {LAST_YEAR}"
        raise ValueRefused(f"`{text}` is out of bounds", remedy)
    return parsed


def today() -> date:
    """Return the current local date."""
    return date.today()  # noqa: DTZ011  the date where the program runs


class Formats:
    """The formats that a command offers, in the order of its help: metadata of an annotation.

    `default` is the format without `--format`; None leaves it to the option group.
    """

    def __init__(self, *choices: Format, default: Format | None = None) -> None:
        self.choices = choices
        self.default = default


COMMON_FORMATS = (Format.TABLE, Format.JSON, Format.CSV, Format.MARKDOWN)

WhatIfOption = Annotated[
    list[str] | None,
    typer.Option(
        "--what-if", metavar="CHANGE", rich_help_panel=_PERSON_PANEL,
        autocompletion=completion.changes,
        help="Try a change without saving it: '+12 months project-leading', 'holds capm', "
        "'degree bachelor', 'training project-management 35h', 'course csm-course', 'member pmi'. "
        "Repeatable.",
    ),
]  # fmt: skip


TopOption = Annotated[
    int, typer.Option("--top", min=1, max=50, metavar="N", help="How many to recommend.")
]
WeightOption = Annotated[
    list[str] | None,
    typer.Option(
        "--weight", metavar="FACTOR=N", autocompletion=completion.factors,
        help="Change the weight of a factor: demand=2. Repeatable.",
    ),
]  # fmt: skip
FORMAT_OPTION = typer.Option(
    "--format", "-f", metavar="FORMAT", rich_help_panel=OUTPUT_PANEL,
    help="Output format",
)  # fmt: skip
JSON_OPTION = Annotated[
    bool, typer.Option("--json", rich_help_panel=OUTPUT_PANEL, help="The same as --format json.")
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE", rich_help_panel=OUTPUT_PANEL,
        help="Write to FILE, whole or not at all.",
    ),
]  # fmt: skip
OpenOption = Annotated[
    bool,
    typer.Option(
        "--open", rich_help_panel=OUTPUT_PANEL,
        help="Open FILE, a page (html, svg), in the browser.",
    ),
]  # fmt: skip
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", rich_help_panel=OUTPUT_PANEL, help="No warnings.")
]
NoColorOption = Annotated[
    bool,
    typer.Option("--no-color", rich_help_panel=OUTPUT_PANEL, help="No colours, as with NO_COLOR."),
]
NoPagerOption = Annotated[
    bool,
    typer.Option(
        "--no-pager", rich_help_panel=OUTPUT_PANEL,
        help="Never show a long answer in a pager; PAGER names another one than less.",
    ),
]  # fmt: skip


PeopleArgument = Annotated[
    str,
    typer.Argument(
        metavar="PEOPLE",
        help="JSON Lines, a list of profiles, a CSV, an .xlsx, or by a mapping a folder of tables; "
        "- reads JSON Lines or a CSV from standard input.",
    ),
]
MappingOption = Annotated[
    str | None,
    typer.Option(
        "--mapping", metavar="NAME|FILE", autocompletion=completion.mappings,
        help="Which columns of an export are what: bamboohr, frappe, linkedin, successfactors, "
        "workday, or a file of your own.",
    ),
]  # fmt: skip


class PersonOptions(NamedTuple):
    """Options about the person: a profile file, single facts, or facts that override the file."""

    profile: Annotated[
        str | None,
        typer.Option(
            "--profile", "-p", metavar="FILE", rich_help_panel=_PERSON_PANEL,
            help="Your profile, YAML or JSON; - is standard input, none leaves out the default.",
        ),
    ] = None  # fmt: skip
    degree: Annotated[
        str | None,
        typer.Option(
            metavar="LEVEL", rich_help_panel=_PERSON_PANEL, autocompletion=completion.degrees,
            help="Highest degree: none, secondary, associate, bachelor, master, doctorate.",
        ),
    ] = None  # fmt: skip
    leading: Annotated[
        str | None,
        typer.Option(
            metavar="TIME", rich_help_panel=_PERSON_PANEL, help="Time leading projects: 30m, 4y."
        ),
    ] = None
    experience: Annotated[
        str | None,
        typer.Option(
            metavar="TIME", rich_help_panel=_PERSON_PANEL, help="Time working on projects: 4y."
        ),
    ] = None
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND=TIME", rich_help_panel=_PERSON_PANEL, autocompletion=completion.kinds,
            help="Time in another kind of work: agile=2y. Repeatable.",
        ),
    ] = None  # fmt: skip
    training: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TOPIC=HOURS", rich_help_panel=_PERSON_PANEL, autocompletion=completion.topics,
            help="Training: project-management=35h. Repeatable.",
        ),
    ] = None  # fmt: skip
    holds: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CERT", rich_help_panel=_PERSON_PANEL, autocompletion=completion.certifications,
            help="A certification that you hold. Repeatable.",
        ),
    ] = None  # fmt: skip
    title: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TITLE", rich_help_panel=_PERSON_PANEL,
            help="A job that you have or had: 'IT project manager'. Repeatable.",
        ),
    ] = None  # fmt: skip
    country: Annotated[
        str | None,
        typer.Option(
            metavar="CODE", rich_help_panel=_PERSON_PANEL, autocompletion=completion.countries,
            help="Where you live: US, GB, DE.",
        ),
    ] = None  # fmt: skip
    role: Annotated[
        str | None,
        typer.Option(
            metavar="ROLE", rich_help_panel=_PERSON_PANEL, autocompletion=completion.roles,
            help="The role you aim at (certadvisor roles lists them).",
        ),
    ] = None  # fmt: skip
    budget: Annotated[
        str | None,
        typer.Option(
            metavar="MONEY", rich_help_panel=_PERSON_PANEL, help="What you can spend: '1500 USD'."
        ),
    ] = None
    within: Annotated[
        str | None,
        typer.Option(
            metavar="TIME", rich_help_panel=_PERSON_PANEL, help="By when: '12 months', 1y."
        ),
    ] = None


class QueryOptions(NamedTuple):
    """Options for the date and the catalogue."""

    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of", metavar="DATE", parser=parse_day, rich_help_panel=_QUESTION_PANEL,
            help="Date to evaluate (YYYY-MM-DD). [default: today]",
        ),
    ] = None  # fmt: skip
    catalog: Annotated[
        list[str] | None,
        typer.Option(
            "--catalog", metavar="DIR", rich_help_panel=_QUESTION_PANEL,
            help="Add your own catalogue on top of the built-in one. Repeatable.",
        ),
    ] = None  # fmt: skip


class OutputOptions(NamedTuple):
    """Options for the format and the destination of the answer.

    A command with other formats than the common ones annotates its parameter:
    `target: Annotated[OutputOptions, Formats(*COMMON_FORMATS, Format.ICS)]`.
    """

    format: Annotated[Format, FORMAT_OPTION, Formats(*COMMON_FORMATS)] = Format.TABLE
    output: OutputOption = None
    quiet: QuietOption = False
    no_color: NoColorOption = False
    open_page: OpenOption = False  # offered where one of the formats is a page
    no_pager: NoPagerOption = False
