"""The screen of one certification: rules, exam, prices, renewal, lineage, notes, sources."""

from collections.abc import Iterable
from typing import Any

from certadvisor.catalog.records import Catalog, RuleVersion
from certadvisor.views.blocks import (
    Block,
    Column,
    Facts,
    Gap,
    Heading,
    Item,
    Para,
    Screen,
    Span,
    Title,
    Tree,
    Words,
    facts,
    table,
    words,
)
from certadvisor.views.reports import ShowReport
from certadvisor.views.screens import parts
from certadvisor.views.words import phrases

WAYS = {
    "units": "collecting units",
    "retake": "passing the exam again",
    "higher-exam": "passing a higher exam",
    "same-suite": "passing another exam of the suite",
    "subscription": "a subscription",
    "reassessment": "a new assessment",
    "fee": "paying the fee",
}

LINEAGE = {
    "replaces": "Replaces",
    "replaced_by": "Replaced by",
    "absorbs": "Leaves no use for",
    "same_level_as": "Same level as",
}

Page = dict[str, Any]


def build(report: ShowReport, page: Page) -> Screen:
    """The whole record, except for the footer."""
    catalog = report.frame.catalog
    return (
        Title(words(f"{page['name']} ({page['abbreviation']})"), page["id"]),
        _summary(report, page),
        *_rules(report, page),
        *parts.listed("Only recommended", _recommended(page)),
        *parts.listed("After the application", parts.steps(page)),
        *_exam(page),
        *_costs(page),
        *_time(page),
        *_kinship(page, catalog),
        *parts.listed("Notes", (_note(note) for note in page.get("notes", ()))),
        *parts.listed("Sources", parts.source_lines(page.get("sources", {}))),
        *parts.listed("No source", (page.get("no_source", ""),)),
    )


def _summary(report: ShowReport, page: Page) -> Facts:
    frame = report.frame
    certification = frame.catalog.certifications[page["id"]]
    states = [
        f"{state['state']}{' from ' + state['from'] if 'from' in state else ''}"
        + (f" ({state['note']})" if "note" in state else "")
        for state in page["statuses"]
    ]
    return facts(
        ("Issuer", f"{phrases.issuer_name(page['issuer'], frame.catalog)} ({page['issuer']})"),
        ("Status", phrases.STATES[certification.status_on(frame.as_of)]),
        ("", "; ".join(states) if states != [certification.status_on(frame.as_of)] else ""),
        ("Levels", phrases.several(page["levels"])),
        ("The article", article_view(page.get("article"))),
        ("Field", phrases.several(phrases.readable(one) for one in page["disciplines"])),
        ("Way of working", page.get("approach", "")),
        ("Also written", ", ".join(page.get("aliases", ()))),
        ("Address", page.get("url", "")),
    )


def article_view(view: Page | None) -> str:
    """What the article says: the levels it assigns, and its name for the certification."""
    if view is None:
        return ""
    levels = phrases.several(view.get("levels", ())) or "named without a level"
    note = f". {view['note']}" if "note" in view else ""
    return f"{levels} (as “{view['named_as']}”){note}"


def _rules(report: ShowReport, page: Page) -> tuple[Block, ...]:
    """Every rule version: the one in force first, then from newest to oldest."""
    frame = report.frame
    certification = frame.catalog.certifications[page["id"]]
    current = certification.rule_on(frame.as_of)
    if not certification.rules:
        return (Heading("Who may sit it"), Para(words(Span(page.get("no_rule", ""), "doubt"))))
    notes = [version.get("note", "") for version in page["rules"]]
    pairs = list(zip(certification.rules, notes, strict=True))
    blocks: list[Block] = []
    pairs.reverse()  # newest first; the stable sort then moves the one in force to the front
    for rule, note in sorted(pairs, key=lambda pair: pair[0] is not current):
        blocks += _version(rule, note, _when(rule, current, frame.as_of.isoformat()), frame.catalog)
    return tuple(blocks)


def _when(rule: RuleVersion, current: RuleVersion | None, as_of: str) -> str:
    since = rule.since.isoformat() if rule.since else ""
    if rule is current:
        return f"Who may sit it, since {since}" if since else "Who may sit it"
    if since > as_of:
        return f"Who may sit it from {since} on"
    return f"The rule before, from {since} on" if since else "The rule before"


def _version(rule: RuleVersion, note: str, title: str, catalog: Catalog) -> list[Block]:
    blocks: list[Block] = [Heading(title), Tree(parts.asks(rule.sit, catalog))]
    if rule.differs:
        blocks += [Para(words("To be certified:")), Tree(parts.asks(rule.award, catalog))]
    if note:
        blocks.append(Para(words(note)))
    blocks.append(Para(words(Span(f"Confidence {rule.confidence}.", "dim"))))
    return [*blocks, *(Item(words(Span(source, "dim"))) for source in rule.sources)]


def _recommended(page: Page) -> Iterable[str]:
    for advice in page.get("recommended", ()):
        needs = advice.get("needs")
        yield phrases.sentence(advice["text"] if "text" in advice else _written(needs))


def _written(value: Any) -> str:
    """A requirement as it stands in the YAML file, on one line."""
    if isinstance(value, dict):
        return ", ".join(f"{phrases.readable(key)} {_written(part)}" for key, part in value.items())
    if isinstance(value, list):
        return "; ".join(_written(part) for part in value)
    return str(value)


def _exam(page: Page) -> tuple[Block, ...]:
    exam = page.get("exam")
    if exam is None:
        return (Heading("Exam"), Para(words(Span(phrases.NOT_KNOWN, "dim"))))
    if exam == "none":
        return (Heading("Exam"), Para(words("There is none.")))
    scored = f", {exam['scored_questions']} of them scored" if "scored_questions" in exam else ""
    book = {True: "allowed", False: "not allowed"}.get(exam.get("open_book"), "")
    told = facts(
        ("Questions", f"{exam['questions']}{scored}" if "questions" in exam else ""),
        ("Minutes", str(exam.get("minutes", ""))),
        ("To pass", f"{phrases.number(exam['pass_percent'])} %" if "pass_percent" in exam else ""),
        ("", exam.get("pass_note", "")),
        ("Books", book),
        ("Form", exam.get("format", "")),
        ("Taken", ", ".join(phrases.readable(one) for one in exam.get("delivery", ()))),
        ("Attempts", exam.get("attempts", "")),
    )
    domains = page.get("domains", ())
    columns = (Column("content", flexible=True), Column("share", right=True))
    rows = [
        (
            words(one["name"]),
            words(f"{phrases.number(one['percent'])} %" if "percent" in one else ""),
        )
        for one in domains
    ]
    return (Heading("Exam"), told, *((Gap(), table(columns, rows)) if rows else ()))


_FIGURES = (
    ("exam_member", "exam, members"),
    ("exam_non_member", "exam"),
    ("application", "application"),
    ("retake_member", "retake, members"),
    ("retake_non_member", "retake"),
    ("membership", "membership, a year"),
)


def _costs(page: Page) -> tuple[Block, ...]:
    prices = page.get("costs", ())
    if not prices:
        return (Heading("Cost"), Para(words(Span(phrases.NOT_KNOWN, "dim"))))
    blocks: list[Block] = [Heading("Cost")]
    for price in prices:
        figures = [
            f"{name} {phrases.number(price[key])} {price['currency']}"
            for key, name in _FIGURES
            if key in price
        ]
        course = _course(price)
        place = price.get("place", "place not told")
        when = f"{place}, {price['on']}, confidence {price['confidence']}"
        text = "; ".join([*figures, *([course] if course else [])]) or phrases.NOT_KNOWN
        blocks.append(Item(words(text, Span(f" ({when})", "dim"))))
        if "note" in price:
            blocks.append(Item(words(price["note"]), Span(" "), 0))
    return tuple(blocks)


def _course(price: Page) -> str:
    course = price.get("course")
    if course is None:
        return ""
    kind = "mandatory course" if course["mandatory"] else "course, not mandatory"
    figures = [phrases.number(course[key]) for key in ("low", "high") if key in course]
    cost = f" {' to '.join(dict.fromkeys(figures))} {price['currency']}" if figures else ""
    included = ", exam included" if course.get("exam_included") else ""
    return f"{kind}{cost}{included}"


def _time(page: Page) -> tuple[Block, ...]:
    rows = [
        (title, _hours(page.get(key)))
        for key, title in (("study_hours", "Study"), ("course_hours", "Course"))
    ]
    renewal = page.get("renewal")
    if renewal is None:
        rows.append(("Renewal", phrases.NOT_KNOWN))
    elif renewal.get("lifetime"):
        rows.append(("Renewal", "none: it lasts for life"))
    else:
        rows.append(("Renewal", f"every {phrases.amount(renewal['cycle_years'], 'year')}"))
    blocks: list[Block] = [Heading("Time and renewal"), facts(*rows)]
    blocks += [Item(line) for line in _renewal(renewal or {})]
    return tuple(blocks)


def _hours(range_: Page | None) -> str:
    if range_ is None:
        return phrases.NOT_KNOWN
    low, high = range_["low"], range_["high"]
    return phrases.amount(low, "hour") if low == high else f"{low} to {high} hours"


def _renewal(renewal: Page) -> Iterable[Words]:
    units, fee = renewal.get("units"), renewal.get("fee")
    if units:
        least = [f"at least {part['minimum']} of {part['name']}" for part in units.get("parts", ())]
        told = ", ".join((f"{units['amount']} {units['name']}", *least))
        yield words(told)
    if fee:
        often = "a year" if fee.get("every_year") else "a cycle"
        others = " for others" if "member" in fee else ""
        figures = [
            f"{phrases.number(fee[key])} {fee['currency']}{name}"
            for key, name in (("member", " for members"), ("non_member", others))
            if key in fee
        ]
        yield words(f"Fee {often}: {', '.join(figures) or phrases.NOT_KNOWN}")
    for way in renewal.get("ways", ()):
        text = f": {way['text']}" if "text" in way else ""
        yield words(phrases.sentence(f"By {WAYS[way['way']]}{text}"))
    if "note" in renewal:
        yield words(renewal["note"])


def _kinship(page: Page, catalog: Catalog) -> tuple[Block, ...]:
    def names(ids: Iterable[str]) -> str:
        return ", ".join(phrases.certification_name(id, catalog) for id in ids)

    lineage = page.get("lineage", {})
    rows = [(title, names(lineage.get(key, ()))) for key, title in LINEAGE.items()]
    skills = ", ".join(phrases.skill_name(id, catalog) for id in page.get("skills", ()))
    told = facts(*rows, ("Leads to", names(page.get("leads_to", ()))), ("Proves", skills))
    return (Heading("Beside others"), told) if told.rows else ()


def _note(note: Page) -> Words:
    return words(Span(f"{note['about']}: ", "dim"), note["text"])
