"""The screen of `check`: the answer in one sentence, the reasons, then what to do."""

from certadvisor.rules.outcome import Outcome
from certadvisor.views.blocks import (
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
from certadvisor.views.screens import judged, parts
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases


def screen(report: CheckReport) -> Screen:
    """The whole screen, with the timeline and the what-if comparison if requested."""
    check, catalog = report.check, report.context.catalog
    record = catalog.raw_records("certifications").get(check.certification.id, {})
    unmet = check.outcome is Outcome.UNMET
    return (
        *_headline(report),
        *_what_if(report),
        *_dates(report),
        *_tree(report),
        *parts.list_section(
            "Missing on the nearest way",
            (phrases.missing(one, catalog) for one in check.missing if unmet),
        ),
        *_timeline(report),
        *judged.question_blocks(check.questions, catalog),
        *parts.list_section(
            "Good to know", (*_no_rule(record), *parts.note_texts(record, "rules", "status"))
        ),
        *parts.list_section("After the application", parts.step_sentences(record)),
        *judged.assumption_blocks(check.assumptions, catalog),
        *_rule(report),
        *parts.footer(report.context),
    )


def _headline(report: CheckReport) -> tuple[Block, ...]:
    check, catalog = report.check, report.context.catalog
    certification = check.certification
    issuer = phrases.issuer_name(certification.issuer, catalog)
    word, style = check_words.verdict_word(check)
    remarks = ["You hold it already." if check.held else None, check_words.award_text(check)]
    return (
        Title(styled(f"{certification.name} · {issuer}"), certification.id),
        Para(styled(Fragment(word, style), ": ", Fragment(check_words.headline(report), "strong"))),
        *(Para(styled(text)) for text in remarks if text),
    )


def _what_if(report: CheckReport) -> tuple[Block, ...]:
    if report.what_if is None:
        return ()
    # This and the imports below are local: few checks need them, and they cost start-up time.
    from certadvisor.views.screens import what_if

    return what_if.check_blocks(report.check, report.what_if, report.context.catalog)


def _dates(report: CheckReport) -> tuple[Block, ...]:
    """When eligibility starts and ends, and upcoming changes, each with its cause."""
    check = report.check
    if not (check.from_cause or check.until_cause or check.upcoming):
        return ()
    from certadvisor.views.words.dates import dates_that_matter

    dates = dates_that_matter(check, report.context.catalog)
    return Heading("Dates that matter"), facts(*((day.isoformat(), text) for day, text in dates))


def _timeline(report: CheckReport) -> tuple[Block, ...]:
    if not report.work:
        return ()
    from certadvisor.views.screens import timeline

    return timeline.section(report.work, report.context.catalog)


def _tree(report: CheckReport) -> tuple[Block, ...]:
    check, catalog = report.check, report.context.catalog
    blocks: list[Block] = []
    if check.verdict:
        title = "What sitting the exam asks" if check.award_verdict else "What it asks"
        blocks += [Heading(title), Tree(judged.verdict_branch(check.verdict, catalog))]
    if check.award_verdict:
        blocks += [
            Heading("What being certified asks"),
            Tree(judged.verdict_branch(check.award_verdict, catalog)),
        ]
    return tuple(blocks)


def _no_rule(record: dict[str, str]) -> tuple[str, ...]:
    return (record["no_rule"],) if "no_rule" in record else ()


def _rule(report: CheckReport) -> tuple[Block, ...]:
    """The rule version used, with its sources, and the announced one."""
    rule, announced = report.check.rule, report.check.next_rule
    if rule is None and announced is None:
        return ()
    blocks: list[Block] = [Heading("The rule")]
    if rule:
        since = f"In force since {rule.since.isoformat()}" if rule.since else "In force"
        blocks.append(Para(styled(f"{since}; confidence {rule.confidence}.")))
        blocks += [Item(styled(source)) for source in rule.sources]
    if announced and announced.since:
        change = f"From {announced.since.isoformat()} on another rule is announced:"
        blocks.append(Para(styled(Fragment(change, "doubt"))))
        blocks.append(Tree(parts.requirement_branch(announced.sit, report.context.catalog)))
    return tuple(blocks)
