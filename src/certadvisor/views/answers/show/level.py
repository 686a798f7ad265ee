"""The screen of one career level: pay, what is expected, its roles and certifications."""

from typing import Any

from certadvisor.views.blocks import Screen, Title, facts, styled
from certadvisor.views.reports import ShowReport
from certadvisor.views.sections import lists
from certadvisor.views.words import phrases
from certadvisor.views.words.roles import experience_text, pay_texts


def screen(report: ShowReport, record: dict[str, Any]) -> Screen:
    """The whole record, except for the footer."""
    catalog, level = report.context.catalog, report.id
    article_names = (
        phrases.certification_name(id, catalog) for id in record.get("article_certifications", ())
    )
    certifications = (
        f"{certification.abbreviation} ({certification.id})"
        for certification in catalog.certifications.values()
        if level in certification.levels and certification.obtainable_on(report.context.as_of)
    )
    return (
        Title(styled(record["name"]), record["id"]),
        facts(
            ("Expected", record.get("expected", "")),
            ("Experience", experience_text(record.get("experience"), catalog)),
            ("Sprintzeal's guide (2024)", phrases.join_names(article_names)),
        ),
        *lists.list_section("Pay a year", pay_texts(record)),
        *lists.list_section(
            "Roles",
            (f"{role.title} ({role.id})" for role in catalog.roles.values() if role.level == level),
        ),
        *lists.list_section("Certifications that can be earned", [", ".join(certifications)]),
        *lists.list_section("Notes", record.get("notes", ())),
        *lists.list_section("Sources", lists.source_lines(record.get("sources", {}))),
    )
