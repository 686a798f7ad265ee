"""The answer of `list`: certifications that pass the filters."""

from collections.abc import Iterable
from typing import Annotated

from certadvisor.catalog.records import LEVELS, Certification
from certadvisor.views.blocks import (
    DataTable,
    Fragment,
    Para,
    Screen,
    StyledText,
    TableColumn,
    TableSection,
    Title,
    styled,
)
from certadvisor.views.document_types import Allowed, CostDetail, Head, MoneyJson, head
from certadvisor.views.json_values import Row, cost_detail, money, money_cells
from certadvisor.views.reports import ListReport
from certadvisor.views.sections import lists
from certadvisor.views.sections.certification_summary import CertificationJson, certification_json
from certadvisor.views.sections.next_commands import next_section
from certadvisor.views.words import phrases
from certadvisor.views.words.prices import short_cost


class ListedJson(CertificationJson):
    """A certification with its price."""

    cost: MoneyJson | None
    cost_detail: CostDetail | None
    no_price: Annotated[str | None, Allowed(description="Why no price could be entered.")]


class ListDocument(Head):
    """The document of `list`."""

    certifications: list[ListedJson]


def document(report: ListReport) -> ListDocument:
    """The document: the certifications in the report's order."""
    return {
        **head(report.context),
        "certifications": [
            _listed(certification, report) for certification in report.certifications
        ],
    }


def _listed(certification: Certification, report: ListReport) -> ListedJson:
    cost = report.costs.get(certification.id)
    return {
        **certification_json(certification, report.context),
        "cost": money(cost.amount) if cost else None,
        "cost_detail": cost_detail(cost) if cost else None,
        "no_price": certification.no_price,
    }


_SCREEN_COLUMNS = (
    TableColumn("id"),
    TableColumn("name", flexible=True),
    TableColumn("issuer"),
    TableColumn("levels"),
    TableColumn("status"),
    TableColumn("cost", right=True),
)


def screen(report: ListReport) -> Screen:
    """A table with a part per level, or in the report's order.

    A certification is listed at its lowest level.
    """
    certifications = report.certifications
    title = Title(styled("Certifications"), phrases.amount(len(certifications), "certification"))
    if not certifications:
        return (
            title,
            Para(styled("No matches. Try fewer filters.")),
            *lists.footer(report.context),
        )
    parts = {"": certifications}
    if report.by_level:
        parts = {
            f"{phrases.LEVEL_NAMES[level]} level": tuple(
                one for one in certifications if _lowest_level(one) == level
            )
            for level in LEVELS
        }
    sections = (
        TableSection(title, tuple(_row(one, report) for one in part))
        for title, part in parts.items()
        if part
    )
    table = DataTable(_SCREEN_COLUMNS, tuple(sections))
    first = [one.id for one in certifications[:2]]
    commands = [("show", first[0]), *([("compare", *first)] if len(first) > 1 else [])]
    return (
        title,
        table,
        *next_section(report.context, *commands),
        *lists.footer(report.context),
    )


def _lowest_level(certification: Certification) -> str:
    return min(certification.levels, key=LEVELS.index)


def _row(certification: Certification, report: ListReport) -> tuple[StyledText, ...]:
    state = certification.status_on(report.context.as_of)
    style = {"active": "", "retiring": "doubt", "unclear": "doubt"}.get(state, "bad")
    return (
        styled(Fragment(certification.id, "strong")),
        styled(certification.name),
        styled(certification.issuer),
        styled(", ".join(certification.levels)),
        styled(Fragment(state, style)),
        _cost_cell(certification, report),
    )


_NO_PRICES = {
    "sold through partners": "by partner",
    "depends on the country's income": "by country",
    "set by national associations": "by country",
    "shown to applicants only": "on request",
    "paid by subscription": "subscription",
    "arranged by the employer": "by employer",
    "published but not read": "see issuer",
    "sum of its modules": "by module",
}  # in the words that a column has room for


def _cost_cell(certification: Certification, report: ListReport) -> StyledText:
    """The cost, or why there is none."""
    cost = short_cost(report.costs.get(certification.id))
    reason = _NO_PRICES.get(certification.no_price or "", "-")
    return styled(cost or Fragment(reason, "dim"))


COLUMNS = ("id", "name", "issuer", "levels", "status", "cost", "currency")


def rows(data: ListDocument) -> Iterable[Row]:
    """One row per certification."""
    for one in data["certifications"]:
        cells = (one["id"], one["name"], one["issuer"], one["levels"], one["status"])
        yield *cells, *money_cells(one["cost"])
