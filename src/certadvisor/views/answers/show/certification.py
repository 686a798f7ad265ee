"""The screen of one certification: a summary in six lines, then the rest; details on request."""

from collections.abc import Iterable
from typing import Any

from certadvisor.catalog.records import Catalog
from certadvisor.views.answers.show.costs import cost_blocks
from certadvisor.views.answers.show.entry_rules import (
    announced_differences,
    earlier_rules,
    rule_blocks,
)
from certadvisor.views.answers.show.renewal import renewal_blocks
from certadvisor.views.blocks import (
    BlankLine,
    Block,
    Fragment,
    Heading,
    Item,
    Para,
    Screen,
    StyledText,
    TableColumn,
    Title,
    facts,
    styled,
    table,
)
from certadvisor.views.reports import ShowReport
from certadvisor.views.sections import lists, record_sources
from certadvisor.views.words import certification_facts, phrases
from certadvisor.views.words import check as check_words
from certadvisor.views.words.roles import basis_text

_LINEAGE_LABELS = {
    "replaces": "Replaces",
    "replaced_by": "Replaced by",
    "absorbs": "Supersedes",
    "same_level_as": "Same level as",
}

RawRecord = dict[str, Any]


def screen(report: ShowReport, record: RawRecord) -> Screen:
    """The record, except for the footer; old rules, notes and sources where requested."""
    catalog, details = report.context.catalog, report.details
    notes = (_note(note) for note in record.get("notes", ()) if details.notes)
    return (
        *_summary(report, record),
        *rule_blocks(report, record),
        *(earlier_rules(report, record) if details.history else ()),
        *lists.list_section("Only recommended", _recommendations(record)),
        *lists.list_section("After the application", lists.step_sentences(record)),
        *_exam(record),
        *cost_blocks(record, catalog.certifications[record["id"]]),
        *renewal_blocks(record, catalog.certifications[record["id"]]),
        *_related(record, catalog),
        *_about(report, record),
        *lists.list_section("Notes", notes),
        *_sources(report, record),
        *lists.list_section("No source", (record.get("no_source", ""),)),
        *_hidden(report, record),
    )


def _summary(report: ShowReport, record: RawRecord) -> tuple[Block, ...]:
    """Whether it can be earned, the rule now, price, study, renewal, and where to check."""
    context = report.context
    catalog, certification = context.catalog, context.catalog.certifications[record["id"]]
    prices = (report.cost, report.member_cost)
    changes = [
        *announced_differences(report, record),
        *map(check_words.unsettled_text, certification.announced),
    ]
    return (
        Title(styled(_title(record)), record["id"]),
        facts(
            ("Status", _status_text(report, record)),
            ("Rule", certification_facts.rule_text(certification, context.as_of, catalog)),
            ("Price", certification_facts.member_price_text(certification, *prices)),
            ("Study", certification_facts.study_text(certification)),
            ("Renewal", certification_facts.renewal_text(certification, record.get("renewal"))),
            (record_sources.CHECK_HERE, lists.issuer_page(record["id"], catalog)),
        ),
        *((BlankLine(),) if changes else ()),
        *(Item(styled(change), Fragment("!", "doubt")) for change in changes),
    )


def _title(record: RawRecord) -> str:
    name, short = record["name"], record["abbreviation"]
    return name if short in name else f"{name} ({short})"


def _status_text(report: ShowReport, record: RawRecord) -> str:
    """The status with its first day, what replaces it, the levels and the issuer."""
    context = report.context
    certification = context.catalog.certifications[record["id"]]
    state = certification.status_on(context.as_of)
    days = [
        one.since
        for one in certification.statuses
        if one.state == state and one.since and one.since <= context.as_of
    ]
    since = f" since {days[-1].isoformat()}" if days and state != "active" else ""
    names = [phrases.certification_name(id, context.catalog) for id in certification.replaced_by]
    replaced = f"; replaced by {phrases.join_names(names)}" if names else ""
    issuer = phrases.issuer_name(record["issuer"], context.catalog)
    levels = f"{phrases.join_names(record['levels'])} level"
    return f"{phrases.STATUS_NAMES[state]}{since}{replaced}; {levels}; by {issuer}"


def _about(report: ShowReport, record: RawRecord) -> tuple[Block, ...]:
    """What it is called and where it belongs."""
    context = report.context
    certification = context.catalog.certifications[record["id"]]
    states = [
        f"{state['state']}{' from ' + state['from'] if 'from' in state else ''}"
        + (f" ({state['note']})" if "note" in state else "")
        for state in record["statuses"]
    ]
    known = [certification.status_on(context.as_of)]
    about = facts(
        ("Status", "; ".join(states) if states != known else ""),
        ("Sprintzeal's guide (2024)", _article_text(record.get("article"))),
        ("Field", phrases.join_names(phrases.readable(one) for one in record["disciplines"])),
        ("Approach", record.get("approach", "")),
        ("Also known as", ", ".join(record.get("aliases", ()))),
    )
    return Heading("About"), about


def _sources(report: ShowReport, record: RawRecord) -> tuple[Block, ...]:
    if not report.details.sources:
        return ()
    known = record.get("sources", {}).values()
    return record_sources.source_section("Sources", known, record["id"], report.context.catalog)


def _hidden(report: ShowReport, record: RawRecord) -> tuple[Block, ...]:
    """What the screen leaves out, in one line."""
    details, certification = report.details, report.context.catalog.certifications[record["id"]]
    current = certification.rule_on(report.context.as_of)
    old = certification.rules.index(current) if current else 0
    return record_sources.hidden_details(
        ("Old rules", None if details.history else old, "--history"),
        ("Notes", None if details.notes else len(record.get("notes", ())), "--notes"),
        ("Sources", None if details.sources else len(record.get("sources", {})), "--sources"),
    )


def _article_text(view: RawRecord | None) -> str:
    """What the article says: the levels it assigns, and its name for the certification."""
    if view is None:
        return ""
    levels = phrases.join_names(view.get("levels", ())) or "named without a level"
    note = f". {view['note']}" if "note" in view else ""
    return f"{levels} (as “{view['named_as']}”){note}"


def _recommendations(record: RawRecord) -> Iterable[str]:
    for advice in record.get("recommended", ()):
        needs = advice.get("needs")
        yield phrases.sentence(advice["text"] if "text" in advice else _requirement_text(needs))


def _requirement_text(value: Any) -> str:
    """A requirement as it stands in the YAML file, on one line."""
    if isinstance(value, dict):
        return ", ".join(
            f"{phrases.readable(key)} {_requirement_text(part)}" for key, part in value.items()
        )
    if isinstance(value, list):
        return "; ".join(_requirement_text(part) for part in value)
    return str(value)


def _exam(record: RawRecord) -> tuple[Block, ...]:
    exam = record.get("exam")
    if exam is None:
        return (Heading("Exam"), Para(styled(Fragment(phrases.NOT_KNOWN, "dim"))))
    if exam == "none":
        return (Heading("Exam"), Para(styled("There is none.")))
    scored = f", {exam['scored_questions']} of them scored" if "scored_questions" in exam else ""
    book = {True: "yes", False: "no"}.get(exam.get("open_book"), "")
    details = facts(
        ("Questions", f"{exam['questions']}{scored}" if "questions" in exam else ""),
        ("Minutes", str(exam.get("minutes", ""))),
        ("To pass", f"{phrases.number(exam['pass_percent'])} %" if "pass_percent" in exam else ""),
        ("", exam.get("pass_note", "")),
        ("Open book", book),
        ("Form", exam.get("format", "")),
        ("Delivery", ", ".join(phrases.readable(method) for method in exam.get("delivery", ()))),
        ("Attempts", exam.get("attempts", "")),
    )
    domains = record.get("domains", ())
    columns = (TableColumn("content", flexible=True), TableColumn("share", right=True))
    rows = [
        (
            styled(domain["name"]),
            styled(f"{phrases.number(domain['percent'])} %" if "percent" in domain else ""),
        )
        for domain in domains
    ]
    return (Heading("Exam"), details, *((BlankLine(), table(columns, rows)) if rows else ()))


def _related(record: RawRecord, catalog: Catalog) -> tuple[Block, ...]:
    def names(ids: Iterable[str]) -> str:
        return ", ".join(phrases.certification_name(id, catalog) for id in ids)

    lineage = record.get("lineage", {})
    rows = [(title, names(lineage.get(key, ()))) for key, title in _LINEAGE_LABELS.items()]
    skills = ", ".join(phrases.skill_name(id, catalog) for id in record.get("skills", ()))
    related = facts(
        *rows,
        ("Comparable", _comparable(record["id"], catalog)),
        ("Next step", names(record.get("next", ()))),
        ("Related", names(record.get("related", ()))),
        ("Proves", skills),
    )
    return (Heading("Related certifications"), related) if related.rows else ()


def _note(note: RawRecord) -> StyledText:
    return styled(Fragment(f"{note['about']}: ", "dim"), note["text"])


def _comparable(id: str, catalog: Catalog) -> str:
    """The certifications of other issuers at about the same level, and what says so."""
    texts = []
    for group in catalog.raw_records("level_groups").values():
        if id in group["certifications"]:
            others = (one for one in group["certifications"] if one != id)
            names = ", ".join(phrases.certification_name(one, catalog) for one in others)
            texts.append(f"{names} ({basis_text(group)})")
    return "; ".join(texts)
