"""The screen of one skill: its description, the roles that need it, and what proves it."""

from typing import Any

from certadvisor.views.blocks import Gap, Para, Screen, Title, facts, words
from certadvisor.views.reports import ShowReport
from certadvisor.views.screens import parts
from certadvisor.views.words import phrases


def build(report: ShowReport, page: dict[str, Any]) -> Screen:
    """The whole record, except for the footer."""
    catalog, skill = report.frame.catalog, report.id
    roles = (f"{r.title} ({r.id})" for r in catalog.roles.values() if skill in r.skills)
    proofs = (
        f"{one.abbreviation} ({one.id})"
        for one in catalog.certifications.values()
        if skill in one.skills and one.obtainable_on(report.frame.as_of)
    )
    return (
        Title(words(page["name"]), page["id"]),
        Para(words(phrases.sentence(page["description"]))),
        Gap(),
        facts(
            ("The article", "names it" if page.get("in_article") else ""),
            ("Talent triangle", page.get("talent_triangle", "")),
            ("Also called", ", ".join(page.get("aliases", ()))),
        ),
        *parts.listed("Roles that need it", roles),
        *parts.listed("Certifications that prove it (our judgement)", [", ".join(proofs)]),
        *parts.listed("Sources", parts.source_lines(page.get("sources", {}))),
    )
