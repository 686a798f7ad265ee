"""Options shared by commands. Only here does the command line read the current date."""

import re
from datetime import date
from typing import Annotated, NamedTuple, Protocol

import typer

from certadvisor.cli import completion
from certadvisor.views.formats import Format

_YOU = "About you"
_QUESTION = "The question"
OUTPUT = "The output"

EARLIEST, LATEST = 1950, 2200


def day(text: str) -> date:
    """Parse a date option. Raises BadParameter for anything but YYYY-MM-DD, 1950 to 2200."""
    written = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    try:
        found = date(*map(int, written.groups())) if written else None
    except ValueError:
        found = None
    if found is None:
        raise typer.BadParameter("write a day as YYYY-MM-DD, such as 2027-02-01")
    if not EARLIEST <= found.year <= LATEST:
        raise typer.BadParameter(f"write a year from {EARLIEST} to {LATEST}")
    return found


def today() -> date:
    """Return the current local date."""
    return date.today()  # noqa: DTZ011  the user's local date is meant


WhatIf = Annotated[
    list[str] | None,
    typer.Option(
        "--what-if", metavar="CHANGE", rich_help_panel=_QUESTION,
        help="Suppose: '+12 months project-leading', 'holds capm', 'degree bachelor', "
        "'training project-management 35h', 'course csm-course', 'member pmi'. Repeatable.",
    ),
]  # fmt: skip


Top = Annotated[
    int, typer.Option("--top", min=1, max=50, metavar="N", help="How many to recommend.")
]
Weights = Annotated[
    list[str] | None,
    typer.Option(
        "--weight", metavar="FACTOR=N", autocompletion=completion.factors,
        help="Change the weight of a factor: demand=2. Repeatable.",
    ),
]  # fmt: skip
Output = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE", rich_help_panel=OUTPUT,
        help="Write the answer to a file, whole or not at all.",
    ),
]  # fmt: skip
Quiet = Annotated[bool, typer.Option("--quiet", "-q", rich_help_panel=OUTPUT, help="No warnings.")]
NoColor = Annotated[
    bool,
    typer.Option("--no-color", rich_help_panel=OUTPUT, help="No colours, as with NO_COLOR."),
]


PeopleFile = Annotated[
    str,
    typer.Argument(
        metavar="PEOPLE",
        help="JSON Lines, a list of profiles, a CSV, an .xlsx, or by a mapping a folder of tables; "
        "- reads JSON Lines or a CSV from standard input.",
    ),
]
MappedBy = Annotated[
    str | None,
    typer.Option(
        "--mapping", metavar="NAME|FILE",
        help="Which columns of an export are what: bamboohr, frappe, linkedin, successfactors, "
        "workday, or a file of your own.",
    ),
]  # fmt: skip


class Person(NamedTuple):
    """Options about the person: a profile file, single facts, or facts that override the file."""

    profile: Annotated[
        str | None,
        typer.Option(
            "--profile", "-p", metavar="FILE", rich_help_panel=_YOU,
            help="Your profile, YAML or JSON; - reads standard input.",
        ),
    ] = None  # fmt: skip
    degree: Annotated[
        str | None,
        typer.Option(
            metavar="LEVEL", rich_help_panel=_YOU, autocompletion=completion.degrees,
            help="Highest degree: none, secondary, associate, bachelor, master, doctorate.",
        ),
    ] = None  # fmt: skip
    leading: Annotated[
        str | None,
        typer.Option(metavar="TIME", rich_help_panel=_YOU, help="Time leading projects: 30m, 4y."),
    ] = None
    experience: Annotated[
        str | None,
        typer.Option(metavar="TIME", rich_help_panel=_YOU, help="Time working on projects: 4y."),
    ] = None
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND=TIME", rich_help_panel=_YOU, autocompletion=completion.kinds,
            help="Time in another kind of work: agile=2y. Repeatable.",
        ),
    ] = None  # fmt: skip
    training: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TOPIC=HOURS", rich_help_panel=_YOU,
            help="Training: project-management=35h. Repeatable.",
        ),
    ] = None  # fmt: skip
    holds: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CERT", rich_help_panel=_YOU, autocompletion=completion.certifications,
            help="A certification that you hold. Repeatable.",
        ),
    ] = None  # fmt: skip
    title: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TITLE", rich_help_panel=_YOU,
            help="A job that you have or had: 'IT project manager'. Repeatable.",
        ),
    ] = None  # fmt: skip
    country: Annotated[
        str | None,
        typer.Option(metavar="CODE", rich_help_panel=_YOU, help="Where you live: US, GB, DE."),
    ] = None
    role: Annotated[
        str | None,
        typer.Option(
            metavar="ROLE", rich_help_panel=_YOU, autocompletion=completion.roles,
            help="The role you aim at (certadvisor roles lists them).",
        ),
    ] = None  # fmt: skip
    budget: Annotated[
        str | None,
        typer.Option(metavar="MONEY", rich_help_panel=_YOU, help="What you can spend: '1500 USD'."),
    ] = None
    within: Annotated[
        str | None,
        typer.Option(metavar="TIME", rich_help_panel=_YOU, help="By when: '12 months', 1y."),
    ] = None


class Asked(NamedTuple):
    """Options for the date and the catalogue."""

    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of", metavar="DATE", parser=day, rich_help_panel=_QUESTION,
            help="The day asked about, as YYYY-MM-DD. [default: today]",
        ),
    ] = None  # fmt: skip
    catalog: Annotated[
        list[str] | None,
        typer.Option(
            "--catalog", metavar="DIR", rich_help_panel=_QUESTION,
            help="A catalogue of your own over the built-in one. Repeatable.",
        ),
    ] = None  # fmt: skip


class Written(Protocol):
    """What `emit` needs: `OutputOptions`, or the group of a command with other formats."""

    @property
    def format(self) -> str:
        """The output format."""

    @property
    def output(self) -> str | None:
        """The output file; None for standard output."""

    @property
    def quiet(self) -> bool:
        """Whether warnings are suppressed."""

    @property
    def no_color(self) -> bool:
        """Whether colours are suppressed."""


class Sheet(NamedTuple):
    """Options for the format and the destination of the answer."""

    format: Annotated[
        Format,
        typer.Option("--format", "-f", rich_help_panel=OUTPUT, help="The form of the answer."),
    ] = Format.TABLE
    output: Output = None
    quiet: Quiet = False
    no_color: NoColor = False
