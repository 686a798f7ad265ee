"""The answer of `catalog diff`: what changed, record by record, as data and in sentences."""

from collections.abc import Iterable
from itertools import groupby
from typing import Annotated, Any, TypedDict

from certadvisor.catalog.records import Catalog, Price, RuleVersion, StatusFrom
from certadvisor.catalog.requirement import AllOf, AnyOf, Requirement
from certadvisor.linting.catalog_diff import COMPARED_FIELDS, CatalogChange
from certadvisor.views.blocks import Block, Fragment, Heading, Item, Para, Screen, Title, styled
from certadvisor.views.document_types import (
    Allowed,
    ConfidenceWord,
    Day,
    Head,
    StatusWord,
    head,
)
from certadvisor.views.json_values import Row, iso
from certadvisor.views.reports import ChangesReport
from certadvisor.views.sections import lists
from certadvisor.views.sections.judgement import LeafJson, leaf_json
from certadvisor.views.words import changes as changes_words
from certadvisor.views.words import phrases


class AllOfJson(TypedDict):
    """Requirements that must all be met."""

    all: list["RequirementJson"]


class AnyOfJson(TypedDict):
    """Requirements one of which must be met."""

    any: list["RequirementJson"]


RequirementJson = AllOfJson | AnyOfJson | LeafJson
RuleSideJson = TypedDict(
    "RuleSideJson",
    {
        "from": Day | None,
        "sit": RequirementJson,
        "award": RequirementJson,
        "sources": list[str],
        "confidence": ConfidenceWord,
    },
)
RuleSideJson.__doc__ = "An entry rule before or after a change."
StatusSideJson = TypedDict("StatusSideJson", {"state": StatusWord, "from": Day | None})
StatusSideJson.__doc__ = "A status before or after a change."


class PriceSideJson(TypedDict):
    """The prices in a currency before or after a change."""

    currency: str
    place: str | None
    on: Day
    exam_member: float | None
    exam_non_member: float | None
    application: float | None
    course_mandatory: bool | None
    course_low: float | None
    course_high: float | None
    exam_included: bool


class CatalogChangeJson(TypedDict):
    """A change of a record, as data and as a sentence.

    Before and after are a rule, a status, prices, or a field as it stands in the file.
    """

    collection: Annotated[str, Allowed(words=tuple(COMPARED_FIELDS))]
    id: str
    what: str
    on: Day | None
    before: Any
    after: Any
    text: str


class OldCatalogJson(TypedDict):
    """The catalogue compared against, and the day after which changes are listed."""

    version: str
    digest: str
    since: Day | None


_Compared = TypedDict("_Compared", {"from": OldCatalogJson})


class CatalogDiffDocument(Head, _Compared):
    """The document of `catalog diff`."""

    changes: list[CatalogChangeJson]


def document(report: ChangesReport) -> CatalogDiffDocument:
    """The catalogue compared against, and the changes."""
    before = report.old_catalog
    return {
        **head(report.context),
        "from": {
            "version": before.version,
            "digest": before.digest,
            "since": iso(report.since),
        },
        "changes": [_change_json(change, report) for change in report.changes],
    }


def _change_json(change: CatalogChange, report: ChangesReport) -> CatalogChangeJson:
    return {
        "collection": change.collection,
        "id": change.id,
        "what": change.aspect,
        "on": iso(change.on),
        "before": _side(change.before),
        "after": _side(change.after),
        "text": "; ".join(changes_words.change_lines(change, report)),
    }


def _side(side: Any) -> Any:
    """A rule, a status or a price as an object; any other field as it stands in the file."""
    if isinstance(side, RuleVersion):
        return _rule_side(side)
    if isinstance(side, StatusFrom):
        return _status_side(side)
    return _price_side(side) if isinstance(side, Price) else side


def _rule_side(rule: RuleVersion) -> RuleSideJson:
    return {
        "from": iso(rule.since),
        "sit": _requirement_json(rule.sit),
        "award": _requirement_json(rule.award),
        "sources": list(rule.sources),
        "confidence": rule.confidence,
    }


def _status_side(status: StatusFrom) -> StatusSideJson:
    return {"state": status.state, "from": iso(status.since)}


def _price_side(price: Price) -> PriceSideJson:
    return {
        "currency": price.currency,
        "place": price.place,
        "on": iso(price.on),
        "exam_member": price.exam_member,
        "exam_non_member": price.exam_non_member,
        "application": price.application,
        "course_mandatory": price.course_mandatory,
        "course_low": price.course_low,
        "course_high": price.course_high,
        "exam_included": price.exam_included,
    }


def _requirement_json(requirement: Requirement) -> RequirementJson:
    if isinstance(requirement, AllOf):
        return {"all": [_requirement_json(child) for child in requirement.children]}
    if isinstance(requirement, AnyOf):
        return {"any": [_requirement_json(child) for child in requirement.children]}
    return leaf_json(requirement)


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


COLUMNS = ("collection", "id", "what", "on", "text")


def rows(data: CatalogDiffDocument) -> Iterable[Row]:
    """One row per change."""
    for change in data["changes"]:
        yield change["collection"], change["id"], change["what"], change["on"], change["text"]
