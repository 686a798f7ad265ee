"""Rows of a table that cannot be read, and the faults in them, as data and blocks."""

from typing import TypedDict

from certadvisor.errors import Fault
from certadvisor.people.person import Reject
from certadvisor.views.blocks import Block, Fragment, Heading, Item, styled
from certadvisor.views.document_types import LineNumber
from certadvisor.views.words import phrases


class FaultJson(TypedDict):
    """One thing wrong with a row; the place and the remedy are empty where there is none."""

    line: LineNumber | None
    place: str
    problem: str
    remedy: str
    file: str


class RejectJson(TypedDict):
    """A rejected row with all its faults; the id is null where it cannot be read either."""

    id: str | None
    line: LineNumber
    faults: list[FaultJson]


def reject_json(reject: Reject) -> RejectJson:
    """A rejected row with all its faults."""
    return {
        "id": reject.id,
        "line": reject.line,
        "faults": [fault_json(fault) for fault in reject.faults],
    }


def fault_json(fault: Fault) -> FaultJson:
    """A fault, as data."""
    return {
        "line": fault.line,
        "place": fault.place,
        "problem": fault.problem,
        "remedy": fault.remedy,
        "file": fault.source,
    }


def reject_blocks(rejects: tuple[Reject, ...], count: int, source: str) -> tuple[Block, ...]:
    """The first rejected rows with all their faults, and the total number."""
    if not count:
        return ()
    title = f"Rejected: {phrases.amount(count, 'row')}"
    if 0 < len(rejects) < count:
        title += f", the first {len(rejects)} of them"
    return (
        Heading(title),
        *(fault_item("error", "bad", fault, source) for one in rejects for fault in one.faults),
    )


def fault_item(severity: str, style: str, fault: Fault, source: str) -> Item:
    """A fault with its line, and its file if the table consists of several."""
    file = fault.source.removeprefix(source).strip("/")
    location = ", ".join(part for part in (file, f"line {fault.line}", fault.place) if part)
    remedy = f"; {fault.remedy}" if fault.remedy else ""
    return Item(styled(Fragment(severity, style), f": {location}: {fault.problem}{remedy}"))
