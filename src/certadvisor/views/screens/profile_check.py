"""The screen of `profile check`: faults, missing data, and the question to answer first."""

from certadvisor.advice.profile_gaps import ProfileCheck
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault
from certadvisor.views.blocks import Block, Message, Para, Screen, Span, Title, words
from certadvisor.views.reports import ProfileReport
from certadvisor.views.screens import judged, parts
from certadvisor.views.words import phrases

_LISTS = {
    "education": "degrees and leaving certificates",
    "work": "work",
    "training": "training",
    "courses": "named courses",
    "certifications": "certifications held",
    "memberships": "memberships",
    "breaks": "career breaks",
}
_GAPS = {
    "kinds": "what kind of work it was",
    "start": "when it was, or for how many months",
    "hours": "how many hours it took",
    "earned": "when it was earned",
}


def build(report: ProfileReport) -> Screen:
    """The whole screen. Of an unusable profile it has only the faults."""
    catalog, check = report.frame.catalog, report.check
    return (
        Title(words(f"Profile: {report.source}")),
        *(_message("error", "bad", fault) for fault in report.faults),
        *(_message("warning", "doubt", fault) for fault in report.warnings),
        Para(words(_headline(report))),
        *(_body(check, catalog) if check else ()),
        *parts.foot(report.frame),
    )


def _message(word: str, style: str, fault: Fault) -> Block:
    return Message(words(Span(word, style), f": {fault}"))


def _headline(report: ProfileReport) -> Span:
    count = len(report.faults)
    if count:
        faults = "1 fault" if count == 1 else f"{phrases.number(count)} faults"
        return Span(f"It cannot be used: {faults}.", "bad")
    if report.warnings:
        return Span("It can be used; some of it counts for nothing.", "doubt")
    return Span("It can be used.", "good")


def _body(check: ProfileCheck, catalog: Catalog) -> tuple[Block, ...]:
    counts = [f"{count} {outcome.value}" for outcome, count in check.outcomes.items()]
    rules = sum(check.outcomes.values())
    told = f"Of the {rules} certifications whose rule is known: {phrases.several(counts)}."
    untold = [f"{_LISTS[name]} (`{name}:`)" for name in check.untold]
    gaps = []
    for gap in check.gaps:
        named = f", “{gap.about}”" if gap.about else ""
        gaps.append(f"{gap.path}{named}: {_GAPS[gap.path.rpartition('.')[2]]}")
    return (
        Para(words(told)),
        *judged.asked((check.question,) if check.question else (), catalog),
        *parts.listed("Nothing told yet, so not known (an empty list says: none)", untold),
        *parts.listed("Told in part", gaps),
        *judged.assumed(check.assumptions, catalog),
    )
