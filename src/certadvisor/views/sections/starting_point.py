"""The way from a job outside the career ladder: the first roles, and what to do first."""

from collections.abc import Iterator
from typing import Any

from certadvisor.catalog.records import Catalog
from certadvisor.views.blocks import Block, Fragment, Heading, Item, Para, styled
from certadvisor.views.sections import lists
from certadvisor.views.words import phrases

STEP_NAMES = {"work": "Work", "certification": "Certificate", "role": "Job"}


def first_steps(record: dict[str, Any], catalog: Catalog) -> tuple[Block, ...]:
    """The roles usually reached first, the steps towards them, and what both rest on."""
    return (
        *lists.list_section("Usual first roles", _first_roles(record, catalog)),
        *((Heading("What to do first"),) if "steps" in record else ()),
        *_steps(record, catalog),
        Para(styled(Fragment(phrases.sentence(record["basis"]), "dim"))),
    )


def _first_roles(record: dict[str, Any], catalog: Catalog) -> Iterator[str]:
    for role in record["first_roles"]:
        note = f": {role['note']}" if "note" in role else ""
        yield f"{phrases.role_title(role['id'], catalog)} ({role['id']}){note}"


def _steps(record: dict[str, Any], catalog: Catalog) -> Iterator[Block]:
    for step in record.get("steps", ()):
        names = phrases.join_names(
            (phrases.certification_name(id, catalog) for id in step.get("certifications", ())), "or"
        )
        offers = f": {names}" if names else ""
        yield Item(
            styled(Fragment(f"{STEP_NAMES[step['kind']]}: ", "strong"), f"{step['text']}{offers}")
        )
