"""The screen of one skill: its description, the roles that need it, and what proves it."""

from typing import Any

from certadvisor.views.blocks import BlankLine, Para, Screen, Title, facts, styled
from certadvisor.views.reports import ShowReport
from certadvisor.views.sections import lists
from certadvisor.views.words import phrases


def screen(report: ShowReport, record: dict[str, Any]) -> Screen:
    """The whole record, except for the footer."""
    catalog, skill = report.context.catalog, report.id
    roles = (f"{role.title} ({role.id})" for role in catalog.roles.values() if skill in role.skills)
    proofs = (
        f"{certification.abbreviation} ({certification.id})"
        for certification in catalog.certifications.values()
        if skill in certification.skills and certification.obtainable_on(report.context.as_of)
    )
    return (
        Title(styled(record["name"]), record["id"]),
        Para(styled(phrases.sentence(record["description"]))),
        BlankLine(),
        facts(
            ("Sprintzeal's guide (2024)", "named" if record.get("in_article") else ""),
            ("Talent triangle", record.get("talent_triangle", "")),
            ("Also called", ", ".join(record.get("aliases", ()))),
        ),
        *lists.list_section("Roles that need it", roles),
        *lists.list_section("Certifications that prove it (our judgement)", [", ".join(proofs)]),
        *lists.list_section("Sources", lists.source_lines(record.get("sources", {}))),
    )
