"""The screen of `check`: the answer in one sentence, the reasons, then what to do."""

from certadvisor.rules.outcome import Outcome
from certadvisor.views.blocks import (
    Block,
    Heading,
    Item,
    Para,
    Screen,
    Span,
    Title,
    Tree,
    facts,
    words,
)
from certadvisor.views.reports import CheckReport
from certadvisor.views.screens import judged, parts
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases


def build(report: CheckReport) -> Screen:
    """The whole screen, with the timeline and the what-if comparison if requested."""
    check, catalog = report.check, report.frame.catalog
    page = catalog.pages("certifications").get(check.certification.id, {})
    unmet = check.outcome is Outcome.UNMET
    return (
        *_headline(report),
        *_what_if(report),
        *_dates(report),
        *_tree(report),
        *parts.listed(
            "Missing on the nearest way",
            (phrases.missing(one, catalog) for one in check.missing if unmet),
        ),
        *_timeline(report),
        *judged.asked(check.questions, catalog),
        *parts.listed("Good to know", (*_no_rule(page), *parts.notes(page, "rules", "status"))),
        *parts.listed("After the application", parts.steps(page)),
        *judged.assumed(check.assumptions, catalog),
        *_rule(report),
        *parts.foot(report.frame),
    )


def _headline(report: CheckReport) -> tuple[Block, ...]:
    check, catalog = report.check, report.frame.catalog
    certification = check.certification
    issuer = phrases.issuer_name(certification.issuer, catalog)
    word, style = check_words.verdict_word(check)
    told = ["You hold it already." if check.held else None, check_words.awarded(check)]
    return (
        Title(words(f"{certification.name} · {issuer}"), certification.id),
        Para(words(Span(word, style), ": ", Span(check_words.headline(report), "strong"))),
        *(Para(words(line)) for line in told if line),
    )


def _what_if(report: CheckReport) -> tuple[Block, ...]:
    if report.what_if is None:
        return ()
    # This and the imports below are local: few checks need them, and they cost start-up time.
    from certadvisor.views.screens import what_if

    return what_if.supposed(report.check, report.what_if, report.frame.catalog)


def _dates(report: CheckReport) -> tuple[Block, ...]:
    """When eligibility starts and ends, and upcoming changes, each with its cause."""
    check = report.check
    if not (check.from_cause or check.until_cause or check.coming):
        return ()
    from certadvisor.views.words.dates import matter

    told = matter(check, report.frame.catalog)
    return Heading("Dates that matter"), facts(*((day.isoformat(), text) for day, text in told))


def _timeline(report: CheckReport) -> tuple[Block, ...]:
    if not report.work:
        return ()
    from certadvisor.views.screens import timeline

    return timeline.build(report.work, report.frame.catalog)


def _tree(report: CheckReport) -> tuple[Block, ...]:
    check, catalog = report.check, report.frame.catalog
    blocks: list[Block] = []
    if check.verdict:
        sitting = "What sitting the exam asks" if check.award_verdict else "What it asks"
        blocks += [Heading(sitting), Tree(judged.tree(check.verdict, catalog))]
    if check.award_verdict:
        blocks += [
            Heading("What being certified asks"),
            Tree(judged.tree(check.award_verdict, catalog)),
        ]
    return tuple(blocks)


def _no_rule(page: dict[str, str]) -> tuple[str, ...]:
    return (page["no_rule"],) if "no_rule" in page else ()


def _rule(report: CheckReport) -> tuple[Block, ...]:
    """The rule version used, with its sources, and the announced one."""
    rule, announced = report.check.rule, report.check.announced
    if rule is None and announced is None:
        return ()
    blocks: list[Block] = [Heading("The rule")]
    if rule:
        since = f"In force since {rule.since.isoformat()}" if rule.since else "In force"
        blocks.append(Para(words(f"{since}; confidence {rule.confidence}.")))
        blocks += [Item(words(source)) for source in rule.sources]
    if announced and announced.since:
        change = f"From {announced.since.isoformat()} on another rule is announced:"
        blocks.append(Para(words(Span(change, "doubt"))))
        blocks.append(Tree(parts.asks(announced.sit, report.frame.catalog)))
    return tuple(blocks)
