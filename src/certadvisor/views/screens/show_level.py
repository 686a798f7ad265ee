"""The screen of one career level: pay, what is expected, its roles and certifications."""

from typing import Any

from certadvisor.views.blocks import Screen, Title, facts, words
from certadvisor.views.reports import ShowReport
from certadvisor.views.screens import parts
from certadvisor.views.screens.roles import pay_lines
from certadvisor.views.screens.show_role import experience
from certadvisor.views.words import phrases


def build(report: ShowReport, page: dict[str, Any]) -> Screen:
    """The whole record, except for the footer."""
    catalog, level = report.frame.catalog, report.id
    article = (
        phrases.certification_name(id, catalog) for id in page.get("article_certifications", ())
    )
    certifications = (
        f"{one.abbreviation} ({one.id})"
        for one in catalog.certifications.values()
        if level in one.levels and one.obtainable_on(report.frame.as_of)
    )
    return (
        Title(words(page["name"]), page["id"]),
        facts(
            ("Expected", page.get("expected", "")),
            ("Experience", experience(page.get("experience"), catalog)),
            ("The article", phrases.several(article)),
        ),
        *parts.listed("Pay a year", pay_lines(page)),
        *parts.listed(
            "Roles",
            (f"{role.title} ({role.id})" for role in catalog.roles.values() if role.level == level),
        ),
        *parts.listed("Certifications that can be earned", [", ".join(certifications)]),
        *parts.listed("Notes", page.get("notes", ())),
        *parts.listed("Sources", parts.source_lines(page.get("sources", {}))),
    )
