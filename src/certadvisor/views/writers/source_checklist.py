"""A keeper's checklist in Markdown: which pages to open this month, and what to compare there."""

from collections.abc import Iterable

from certadvisor.catalog.records import Catalog
from certadvisor.linting.staleness import StaleFact
from certadvisor.views.sections.lists import issuer_page
from certadvisor.views.words import phrases

_GROUPS = {
    "rules": "entry rule",
    "status": "status",
    "costs": "prices",
    "renewal": "renewal",
    "exam": "exam",
    "domains": "content domains",
    "study": "study hours",
    "lineage": "what it replaces",
}
_INTRODUCTION = (
    "Open the issuer's page, compare, and tick the line. Where something differs, or where a page "
    "now settles what was open, answer with the form “Sources checked”. The first lines are those "
    "of which a mistake would cost most."
)


def source_checklist(facts: Iterable[StaleFact], catalog: Catalog, title: str) -> str:
    """The checklist: a line for each certification, with the facts to compare and the pages."""
    by_id: dict[str, list[StaleFact]] = {}
    for fact in facts:
        if fact.collection == "certifications":
            by_id.setdefault(fact.id, []).append(fact)
    lines = [f"# {title}", "", _INTRODUCTION, ""]
    lines += [_line(id, entries, catalog) for id, entries in by_id.items()]
    return "\n".join(lines if by_id else [f"# {title}", "", "Nothing needs another look."]) + "\n"


def _line(id: str, facts: list[StaleFact], catalog: Catalog) -> str:
    record = catalog.raw_record("certifications", id)
    groups = dict.fromkeys(group for fact in facts for group in fact.groups)
    compared = phrases.join_names(_GROUPS.get(group, group) for group in groups)
    dates = [f"from {fact.on.isoformat()}" for fact in facts if fact.on and fact.reason in _DATED]
    dated = f" ({', '.join(dict.fromkeys(dates))})" if dates else ""
    name = phrases.certification_name(id, catalog)
    pages = dict.fromkeys(address for fact in facts for address in fact.sources)
    known = [f"  - read before: {one}" for one in pages if one != issuer_page(id, catalog)]
    question = f"  - ask: {record['no_rule']}" if "no_rule" in record else None
    page = issuer_page(id, catalog)
    where = f"; check here: {page}" if page else ""
    check = f"- [ ] **{name}** (`{id}`): {compared}{dated}{where}"
    return "\n".join([check, *known, *([question] if question else [])])


_DATED = ("announced", "retiring", "retired")
