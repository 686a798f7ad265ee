"""The answer of `roles --steps`: the steps to a role as a checklist, and about the work."""

from collections.abc import Iterable

from certadvisor.catalog.records import Catalog
from certadvisor.views.blocks import Block, Heading, Para, Screen, Title, facts, styled
from certadvisor.views.document_types import HeadV2, head_v2
from certadvisor.views.json_values import Row
from certadvisor.views.reports import StepsReport
from certadvisor.views.sections import judgement_blocks, lists
from certadvisor.views.sections.role_checklist import ChecklistJson, checklist_json, step_items
from certadvisor.views.words import phrases


class StepsDocument(HeadV2):
    """The document of `roles --steps`."""

    checklist: ChecklistJson


def document(report: StepsReport) -> StepsDocument:
    """The document: the checklist under its key."""
    return {
        **head_v2(report.context),
        "checklist": checklist_json(report.checklist, report.context.catalog),
    }


def screen(report: StepsReport) -> Screen:
    """The checklist, and the article's description of the work."""
    catalog, checklist = report.context.catalog, report.checklist
    count = phrases.amount(len(checklist.steps), "step")
    return (
        Title(styled(f"{count} to the role {checklist.role.title}"), checklist.role.id),
        *step_items(checklist, catalog, catalog.raw_records("steps")),
        *judgement_blocks.assumption_blocks(checklist.assumptions, catalog),
        *_about_the_work(catalog),
        *lists.footer(report.context),
    )


def _about_the_work(catalog: Catalog) -> tuple[Block, ...]:
    """The work of a technical project manager, as the catalogue describes it."""
    about = catalog.raw_records("about")["article"]
    if not about:
        return ()
    labels = (
        ("Phases", "phases"),
        ("Activities", "activities"),
        ("Tools", "tools"),
    )
    names = (
        (label, ", ".join(record["name"] for record in catalog.raw_records(key).values()))
        for label, key in labels
    )
    average = about["average_pay"]
    pay = f"{phrases.number(average['amount'])} {average['currency']}, {average['country']}"
    return (
        Heading("What the work is"),
        Para(styled(about["definition"])),
        facts(
            *names,
            ("Average pay", f"{pay} ({average['basis']})"),
            ("Certificates", about["entry_rule"]),
            ("Further up", about["executive_step"]),
            ("Source", f"{about['url']} ({about['published']})"),
        ),
    )


COLUMNS = ("role", "step", "text", "outcome", "self_reported")


def rows(data: StepsDocument) -> Iterable[Row]:
    """One row per step of the checklist."""
    role = data["checklist"]["role"]
    for step in data["checklist"]["steps"]:
        yield role, step["id"], step["text"], step["outcome"], step["self_reported"]
