"""`certadvisor plan`: the best dated steps to a certification or a role."""

from datetime import date
from enum import StrEnum
from typing import Annotated, NamedTuple

import typer

from certadvisor.catalog.records import Catalog
from certadvisor.cli import completion, error_handler, exit_codes
from certadvisor.cli import context as cli_context
from certadvisor.cli.options import OUTPUT, Asked, NoColor, Output, Person, Quiet, day
from certadvisor.cli.output import answer
from certadvisor.cli.typer_groups import command
from certadvisor.errors import Fault, InputError
from certadvisor.planner.plan_result import Answer, Wish
from certadvisor.planner.planner import plan_to
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.matching import lookup
from certadvisor.views.formats import PlanFormat
from certadvisor.views.reports import PlanReport
from certadvisor.views.words import plan as plan_words

_PICTURES = (PlanFormat.MERMAID, PlanFormat.ICS)  # formats that need a plan to show


class By(StrEnum):
    """What a plan minimises first."""

    FASTEST = "fastest"
    CHEAPEST = "cheapest"


class Page(NamedTuple):
    """As `OutputOptions`, with a chart and a calendar as formats."""

    format: Annotated[
        PlanFormat,
        typer.Option("--format", "-f", rich_help_panel=OUTPUT, help="The form of the answer."),
    ] = PlanFormat.TABLE
    output: Output = None
    quiet: Quiet = False
    no_color: NoColor = False


@command
def app(
    person: Person,
    asked: Asked,
    page: Page,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="CERT|ROLE",
            autocompletion=completion.aims,
            help="The certification or role to reach. [default: the goal's role]",
        ),
    ] = None,
    by: Annotated[
        By, typer.Option("--by", help="What counts first: the day, or the cost.")
    ] = By.FASTEST,
    hours_per_week: Annotated[
        float | None,
        typer.Option(
            "--hours-per-week",
            min=0.5,
            max=80,
            metavar="N",
            help="Hours of study a week. [default: the goal's, else the usual ones]",
        ),
    ] = None,
    until: Annotated[
        date | None,
        typer.Option(
            "--until",
            metavar="DATE",
            parser=day,
            help="The last day that will do, as YYYY-MM-DD.",
        ),
    ] = None,
) -> None:
    """Plan the steps to a certification or a role: dates, hours a week, costs, alternatives.

    Exits with 0 for a plan, and with 1 where there is none, or none for sure.

    Example: certadvisor plan --to pmp --degree bachelor --leading 30m --budget "1500 USD"
    """
    frame = cli_context.begin(asked, page)
    profile = cli_context.profile_of(person, frame, page)
    kind, id = _aim(to, profile.goal.role, frame.catalog)
    if until is not None and until < frame.as_of:
        remedy = "name a day after the one asked about"
        raise InputError([Fault("--until", "lies in the past", remedy=remedy)])
    if hours_per_week is not None:
        goal = profile.goal._replace(hours_per_week=hours_per_week)
        profile = profile._replace(goal=goal)
    wish = Wish(kind, id, by.value, until)
    found = plan_to(Evidence(profile, frame.catalog, frame.as_of), wish)
    if found.plan is None and page.format in _PICTURES:
        error_handler.say(
            f"no plan: {plan_words.headline(found, frame.catalog)} Nothing was written."
        )
    else:
        answer(PlanReport(frame, found), page)
    raise typer.Exit(_code(found))


def _code(found: Answer) -> int:
    return exit_codes.DONE if found.status in ("found", "held", "none_asked") else exit_codes.NO


def _aim(to: str | None, goal: str | None, catalog: Catalog) -> tuple[str, str]:
    """Return kind and id of what to reach: that of `--to`, else the role of the goal.

    Raises InputError where neither is given or the name is not known.
    """
    if to is None:
        if goal is None:
            remedy = "name a certification or a role"
            raise InputError([Fault("--to", "is missing", remedy=remedy)])
        return "role", goal
    return lookup.aim(to, catalog)
