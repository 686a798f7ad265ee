"""The screen of one certification: rules, exam, prices, renewal, lineage, notes, sources."""

from collections.abc import Iterable
from typing import Any

from certadvisor.catalog.records import Catalog, RuleVersion
from certadvisor.views.answers.show.costs import cost_blocks
from certadvisor.views.blocks import (
    BlankLine,
    Block,
    FactList,
    Fragment,
    Heading,
    Item,
    Para,
    Screen,
    StyledText,
    TableColumn,
    Title,
    Tree,
    facts,
    styled,
    table,
)
from certadvisor.views.reports import ShowReport
from certadvisor.views.sections import lists
from certadvisor.views.words import phrases
from certadvisor.views.words.certifications import RENEWAL_OPTIONS, renewal_cycle
from certadvisor.views.words.roles import basis_text

_LINEAGE_LABELS = {
    "replaces": "Replaces",
    "replaced_by": "Replaced by",
    "absorbs": "Supersedes",
    "same_level_as": "Same level as",
}

RawRecord = dict[str, Any]


def screen(report: ShowReport, record: RawRecord) -> Screen:
    """The whole record, except for the footer."""
    catalog = report.context.catalog
    return (
        Title(styled(f"{record['name']} ({record['abbreviation']})"), record["id"]),
        _summary(report, record),
        *_rules(report, record),
        *lists.list_section("Only recommended", _recommendations(record)),
        *lists.list_section("After the application", lists.step_sentences(record)),
        *_exam(record),
        *cost_blocks(record, report.context.catalog.certifications[record["id"]]),
        *_time_and_renewal(record),
        *_related(record, catalog),
        *lists.list_section("Notes", (_note(note) for note in record.get("notes", ()))),
        *lists.list_section("Sources", lists.source_lines(record.get("sources", {}))),
        *_check_here(record, catalog),
        *lists.list_section("No source", (record.get("no_source", ""),)),
    )


def _check_here(record: RawRecord, catalog: Catalog) -> tuple[Block, ...]:
    """The issuer's own page, whatever was read instead."""
    page = lists.issuer_page(record["id"], catalog)
    return (Para(styled(f"Check the issuer's page: {page}")),) if page else ()


def _summary(report: ShowReport, record: RawRecord) -> FactList:
    context = report.context
    certification = context.catalog.certifications[record["id"]]
    states = [
        f"{state['state']}{' from ' + state['from'] if 'from' in state else ''}"
        + (f" ({state['note']})" if "note" in state else "")
        for state in record["statuses"]
    ]
    return facts(
        (
            "Issuer",
            f"{phrases.issuer_name(record['issuer'], context.catalog)} ({record['issuer']})",
        ),
        ("Status", phrases.STATUS_NAMES[certification.status_on(context.as_of)]),
        ("", "; ".join(states) if states != [certification.status_on(context.as_of)] else ""),
        ("Levels", phrases.join_names(record["levels"])),
        ("Sprintzeal's guide (2024)", _article_text(record.get("article"))),
        ("Field", phrases.join_names(phrases.readable(one) for one in record["disciplines"])),
        ("Approach", record.get("approach", "")),
        ("Also known as", ", ".join(record.get("aliases", ()))),
        ("Address", record.get("url", "")),
    )


def _article_text(view: RawRecord | None) -> str:
    """What the article says: the levels it assigns, and its name for the certification."""
    if view is None:
        return ""
    levels = phrases.join_names(view.get("levels", ())) or "named without a level"
    note = f". {view['note']}" if "note" in view else ""
    return f"{levels} (as “{view['named_as']}”){note}"


def _rules(report: ShowReport, record: RawRecord) -> tuple[Block, ...]:
    """Every rule version: the one in force first, then from newest to oldest."""
    context = report.context
    certification = context.catalog.certifications[record["id"]]
    current = certification.rule_on(context.as_of)
    if not certification.rules:
        return (
            Heading("Who can take it"),
            Para(styled(Fragment(record.get("no_rule", ""), "doubt"))),
        )
    notes = [version.get("note", "") for version in record["rules"]]
    pairs = list(zip(certification.rules, notes, strict=True))
    blocks: list[Block] = []
    pairs.reverse()  # newest first; the stable sort then moves the one in force to the front
    for rule, note in sorted(pairs, key=lambda pair: pair[0] is not current):
        blocks += _rule_version(
            rule, note, _rule_title(rule, current, context.as_of.isoformat()), context.catalog
        )
    return tuple(blocks)


def _rule_title(rule: RuleVersion, current: RuleVersion | None, as_of: str) -> str:
    since = rule.since.isoformat() if rule.since else ""
    if rule is current:
        return f"Who can take it, since {since}" if since else "Who can take it"
    if since > as_of:
        return f"Who can take it from {since} on"
    return f"The earlier rule, from {since}" if since else "The earlier rule"


def _rule_version(rule: RuleVersion, note: str, title: str, catalog: Catalog) -> list[Block]:
    blocks: list[Block] = [Heading(title), Tree(lists.requirement_branch(rule.sit, catalog))]
    if rule.has_separate_exam_rule:
        blocks += [
            Para(styled("To be certified:")),
            Tree(lists.requirement_branch(rule.award, catalog)),
        ]
    if note:
        blocks.append(Para(styled(note)))
    blocks.append(Para(styled(Fragment(f"Confidence {rule.confidence}.", "dim"))))
    return [*blocks, *(Item(styled(Fragment(source, "dim"))) for source in rule.sources)]


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


def _time_and_renewal(record: RawRecord) -> tuple[Block, ...]:
    rows = [
        (title, _hours(record.get(key)))
        for key, title in (("study_hours", "Study"), ("course_hours", "Course"))
    ]
    renewal = record.get("renewal")
    if renewal is None:
        rows.append(("Renewal", phrases.NOT_KNOWN))
    elif renewal.get("lifetime"):
        rows.append(("Renewal", "none: it lasts for life"))
    else:
        keys = ("cycle_years", "first_cycle_years", "common_cycle_end")
        rows.append(("Renewal", renewal_cycle(*map(renewal.get, keys))))
    blocks: list[Block] = [Heading("Time and renewal"), facts(*rows)]
    blocks += [Item(text) for text in _renewal(renewal or {})]
    return tuple(blocks)


def _hours(bounds: RawRecord | None) -> str:
    if bounds is None:
        return phrases.NOT_KNOWN
    low, high = bounds["low"], bounds["high"]
    return phrases.amount(low, "hour") if low == high else f"{low} to {high} hours"


def _renewal(renewal: RawRecord) -> Iterable[StyledText]:
    units, fee = renewal.get("units"), renewal.get("fee")
    if units:
        whole = phrases.units(units["amount"], units["name"])
        whole += phrases.in_each_year(units.get("yearly_minimum"), None)
        yield styled(", ".join((whole, *map(_unit_part, units.get("parts", ())))))
    if fee:
        period = "a year" if fee.get("every_year") else "a cycle"
        others = " for others" if "member" in fee else ""
        figures = [
            f"{phrases.number(fee[key])} {fee['currency']}{name}"
            for key, name in (("member", " for members"), ("non_member", others))
            if key in fee
        ]
        yield styled(f"Fee {period}: {', '.join(figures) or phrases.NOT_KNOWN}")
    for option in renewal.get("ways", ()):
        text = f": {option['text']}" if "text" in option else ""
        yield styled(phrases.sentence(f"By {RENEWAL_OPTIONS[option['way']]}{text}"))
    if reinstatement := renewal.get("reinstatement"):
        yield styled(_reinstatement(reinstatement))
    if "note" in renewal:
        yield styled(renewal["note"])


def _unit_part(part: RawRecord) -> str:
    bounds = phrases.bounds(part.get("minimum"), part.get("maximum"))
    yearly = phrases.in_each_year(part.get("yearly_minimum"), part.get("yearly_maximum"))
    return f"{bounds} of {part['name']}{yearly}"


def _reinstatement(reinstatement: RawRecord | str) -> str:
    """What can be done about one that has lapsed."""
    if isinstance(reinstatement, str):
        return "Once lapsed it has to be earned again."
    months = phrases.amount(reinstatement["within_months"], "month")
    text = f"Once lapsed it can be reinstated within {months}, for the units and the fee"
    return phrases.sentence(f"{text}: {reinstatement['text']}" if "text" in reinstatement else text)


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
