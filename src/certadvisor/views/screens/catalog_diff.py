"""The screen of `catalog diff`: what changed, record by record, in sentences."""

from itertools import groupby

from certadvisor.catalog.records import Catalog
from certadvisor.views.blocks import Block, Fragment, Heading, Item, Para, Screen, Title, styled
from certadvisor.views.reports import ChangesReport
from certadvisor.views.sections import lists
from certadvisor.views.words import changes as changes_words
from certadvisor.views.words import phrases


def screen(report: ChangesReport) -> Screen:
    """The changes under a heading per record, in the report's order."""
    count = len(report.changes)
    aside = f"{phrases.number(count)} {'change' if count == 1 else 'changes'}"
    blocks: list[Block] = [Title(styled(_title(report)), aside)]
    # The changes of a record follow each other, so `groupby` yields each record once.
    for (collection, id), group in groupby(
        report.changes, key=lambda change: (change.collection, change.id)
    ):
        blocks.append(Heading(_name(collection, id, report)))
        for change in group:
            day = f"{change.on.isoformat()}: " if change.on and report.since else ""
            blocks += [
                Item(styled(Fragment(day, "dim"), text))
                for text in changes_words.change_lines(change, report)
            ]
    if not report.changes:
        blocks.append(Para(styled("Nothing that changes an answer.")))
    return (*blocks, *lists.footer(report.context))


def _title(report: ChangesReport) -> str:
    if report.since:
        return f"What changed after {report.since.isoformat()}"
    return f"What changed from {_version(report.old_catalog)} to {_version(report.context.catalog)}"


def _version(catalog: Catalog) -> str:
    return f"{catalog.version} ({catalog.digest[:8]})" if catalog.version else catalog.digest[:8]


def _name(collection: str, id: str, report: ChangesReport) -> str:
    for catalog in (report.context.catalog, report.old_catalog):
        record = catalog.raw_records(collection).get(id)
        if record:
            name = record.get("abbreviation") or record.get("title") or record.get("name")
            return f"{name} ({id})"
    return id
