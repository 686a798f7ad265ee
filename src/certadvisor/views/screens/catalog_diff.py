"""The screen of `catalog diff`: what changed, record by record, in sentences."""

from itertools import groupby

from certadvisor.catalog.records import Catalog
from certadvisor.views.blocks import Block, Heading, Item, Para, Screen, Span, Title, words
from certadvisor.views.reports import ChangesReport
from certadvisor.views.screens import parts
from certadvisor.views.words import changes as changes_words
from certadvisor.views.words import phrases


def build(report: ChangesReport) -> Screen:
    """The changes under a heading per record, in the report's order."""
    count = len(report.changes)
    aside = f"{phrases.number(count)} {'change' if count == 1 else 'changes'}"
    blocks: list[Block] = [Title(words(_title(report)), aside)]
    # The changes of a record follow each other, so `groupby` yields each record once.
    for (collection, id), found in groupby(
        report.changes, key=lambda change: (change.collection, change.id)
    ):
        blocks.append(Heading(_name(collection, id, report)))
        for change in found:
            day = f"{change.on.isoformat()}: " if change.on and report.since else ""
            blocks += [
                Item(words(Span(day, "dim"), line)) for line in changes_words.told(change, report)
            ]
    if not report.changes:
        blocks.append(Para(words("Nothing that changes an answer.")))
    return (*blocks, *parts.foot(report.frame))


def _title(report: ChangesReport) -> str:
    if report.since:
        return f"What changed after {report.since.isoformat()}"
    return f"What changed from {_version(report.before)} to {_version(report.frame.catalog)}"


def _version(catalog: Catalog) -> str:
    return f"{catalog.version} ({catalog.digest[:8]})" if catalog.version else catalog.digest[:8]


def _name(collection: str, id: str, report: ChangesReport) -> str:
    for catalog in (report.frame.catalog, report.before):
        page = catalog.pages(collection).get(id)
        if page:
            name = page.get("abbreviation") or page.get("title") or page.get("name")
            return f"{name} ({id})"
    return id
