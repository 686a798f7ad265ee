"""The screen of `check`: a summary in six lines, then the conditions, each with its outcome."""

from collections.abc import Iterable
from typing import Any

from certadvisor.catalog.records import RuleVersion
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check
from certadvisor.views.blocks import (
    BlankLine,
    Block,
    Fragment,
    Heading,
    Item,
    Para,
    Screen,
    Title,
    Tree,
    facts,
    styled,
)
from certadvisor.views.reports import CheckReport
from certadvisor.views.sections import judgement_blocks, lists, record_sources
from certadvisor.views.sections.next_commands import next_section
from certadvisor.views.words import certification_facts, check_summary, phrases
from certadvisor.views.words import check as check_words

RawRecord = dict[str, Any]


def screen(report: CheckReport) -> Screen:
    """The whole screen, with the timeline, the what-if comparison and the details requested."""
    check, catalog = report.check, report.context.catalog
    record = catalog.raw_records("certifications").get(check.certification.id, {})
    return (
        *_summary(report, record),
        *_remarks(report),
        *_what_if(report),
        *_dates(report),
        *_tree(report, record),
        *_announced_rule(report),
        *_timeline(report),
        *judgement_blocks.question_blocks(check.questions, catalog),
        *judgement_blocks.assumption_blocks(check.assumptions, catalog),
        *lists.list_section("Good to know", _notes(report, record)),
        *_steps(report, record),
        *_sources(report, record),
        *_hidden(report, record),
        *next_section(report.context, *_next_commands(check)),
        *lists.footer(report.context),
    )


def _next_commands(check: Check) -> tuple[tuple[str, ...], ...]:
    """The plan, and other certifications unless the answer is yes; renewals of one that is held."""
    if check.held:
        return (("renew",),)
    if check.obtainable is False:
        return (("recommend",),)
    plan = ("plan", "--to", check.lapsed.id if check.lapsed else check.certification.id)
    return (plan,) if check.outcome is Outcome.MET else (plan, ("recommend",))


def _summary(report: CheckReport, record: RawRecord) -> tuple[Block, ...]:
    """Whether, what is missing, from when, what it costs, how long to study, where to check."""
    check, catalog = report.check, report.context.catalog
    certification = check.certification
    issuer = phrases.issuer_name(certification.issuer, catalog)
    word, style = check_words.verdict_word(check)
    answer = check_summary.answer_text(report)
    can_be_earned = check.obtainable is not False
    successors = certification.replaced_by
    page = lists.issuer_page(certification.id, catalog) if record else ""
    return (
        Title(styled(f"{certification.name} · {issuer}"), certification.id),
        Para(styled(Fragment(word, style), ": ", Fragment(answer, "strong"))),
        facts(
            ("Missing", check_summary.missing_text(check, catalog)),
            ("From", check_summary.since_text(report)),
            ("Cost", check_summary.cost_text(report) if can_be_earned else ""),
            ("Study", certification_facts.study_text(certification) if can_be_earned else ""),
            (
                "Replaced by",
                ", ".join(phrases.certification_name(id, catalog) for id in successors),
            ),
            (record_sources.CHECK_HERE, page),
        ),
    )


def _remarks(report: CheckReport) -> tuple[Block, ...]:
    check, catalog = report.check, report.context.catalog
    remarks = [
        "You already hold it." if check.held else None,
        check_words.reinstatement_text(check),
        check_words.award_text(check, catalog),
        check_summary.announced_text(report),
    ]
    blocks: tuple[Block, ...] = (
        *(Para(styled(text)) for text in remarks if text),
        *(
            Item(styled(check_words.unsettled_text(change)), Fragment("!", "doubt"))
            for change in check.announced
        ),
    )
    return (BlankLine(), *blocks) if blocks else ()


def _what_if(report: CheckReport) -> tuple[Block, ...]:
    if report.what_if is None:
        return ()
    # This and the imports below are local: few checks need them, and they cost start-up time.
    from certadvisor.views.sections import what_if_changes

    return what_if_changes.check_blocks(report.check, report.what_if, report.context.catalog)


def _dates(report: CheckReport) -> tuple[Block, ...]:
    """When eligibility starts and ends, and upcoming changes, each with its cause."""
    check = report.check
    if not (check.from_cause or check.until_cause or check.upcoming):
        return ()
    from certadvisor.views.words.dates import dates_that_matter

    dates = dates_that_matter(check, report.context.catalog)
    return Heading("Dates that matter"), facts(*((day.isoformat(), text) for day, text in dates))


def _timeline(report: CheckReport) -> tuple[Block, ...]:
    if not report.work and not report.timeline:
        return ()
    from certadvisor.views.sections import timeline

    return timeline.section(report.work, report.context.catalog)


def _tree(report: CheckReport, record: RawRecord) -> tuple[Block, ...]:
    """The rule with the outcome of each condition, its first day, and how sure it is."""
    check, catalog = report.check, report.context.catalog
    blocks: list[Block] = []
    if check.verdict:
        title = "Requirements to take the exam" if check.award_verdict else "Requirements"
        blocks += [Heading(title), Tree(judgement_blocks.verdict_branch(check.verdict, catalog))]
    if check.award_verdict:
        blocks += [
            Heading("Requirements to be certified"),
            Tree(judgement_blocks.verdict_branch(check.award_verdict, catalog)),
        ]
    return (*blocks, *(_version(check.rule, check, record) if check.rule else ()))


def _version(rule: RuleVersion, check: Check, record: RawRecord) -> Iterable[Block]:
    """What the record says of a version as a whole, its first day, and how sure it is."""
    note = record_sources.rule_note(rule, check.certification, record)
    if note:
        yield Para(styled(note))
    since = f"In force since {rule.since.isoformat()}. " if rule.since else ""
    known = record_sources.rule_sources(rule, check.certification, record)
    text = f"{since}{record_sources.confidence_text(rule, known)}"
    yield Para(styled(Fragment(text, "dim")))


def _announced_rule(report: CheckReport) -> tuple[Block, ...]:
    """The announced rule as a tree, where its difference cannot be said in a few words."""
    announced = report.check.next_rule
    if announced is None or announced.since is None:
        return ()
    if check_summary.has_short_difference(report):
        return ()
    return (
        Heading(f"The rule from {announced.since.isoformat()} on"),
        Tree(lists.requirement_branch(announced.sit, report.context.catalog)),
    )


def _notes(report: CheckReport, record: RawRecord) -> list[str]:
    """Why there is no rule, and what else is known of the status; with --notes of the rule too."""
    no_rule = [record["no_rule"]] if "no_rule" in record else []
    about = ("rules", "status") if _shows_notes(report) else ("status",)
    return [*no_rule, *lists.note_texts(record, *about)]


def _shows_notes(report: CheckReport) -> bool:
    """Whether the notes on the rule are shown: without a rule there is nothing else to go by."""
    return report.details.notes or report.check.rule is None


def _steps(report: CheckReport, record: RawRecord) -> tuple[Block, ...]:
    """The steps after the application by name, with --notes in full."""
    if report.details.notes:
        return lists.list_section("After the application", lists.step_sentences(record))
    names = lists.step_names(record)
    if not names or report.check.obtainable is False:
        return ()
    text = phrases.sentence(", then ".join(names))
    return Heading("After the application"), Para(styled(text))


def _sources(report: CheckReport, record: RawRecord) -> tuple[Block, ...]:
    check = report.check
    if check.rule is None or not report.details.sources:
        return ()
    known = record_sources.rule_sources(check.rule, check.certification, record)
    title = "Sources of the rule"
    return record_sources.source_section(
        title, known, check.certification.id, report.context.catalog
    )


def _hidden(report: CheckReport, record: RawRecord) -> tuple[Block, ...]:
    """What the screen leaves out, in one line."""
    check, details = report.check, report.details
    notes = () if _shows_notes(report) else lists.note_texts(record, "rules")
    known = (
        record_sources.rule_sources(check.rule, check.certification, record) if check.rule else ()
    )
    return record_sources.hidden_details(
        ("Notes on the rule", len(notes), "--notes"),
        ("Sources", None if details.sources else len(known), "--sources"),
    )
