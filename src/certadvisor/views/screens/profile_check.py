"""The screen of `profile check`: faults, missing data, and the question to answer first."""

from certadvisor.advice.profile_gaps import ProfileCheck
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault
from certadvisor.views.blocks import Block, Fragment, Message, Para, Screen, Title, styled
from certadvisor.views.reports import ProfileReport
from certadvisor.views.sections import judgement, lists
from certadvisor.views.words import phrases

_LIST_NAMES = {
    "education": "degrees and leaving certificates",
    "work": "work",
    "training": "training",
    "courses": "named courses",
    "certifications": "certifications held",
    "memberships": "memberships",
    "breaks": "career breaks",
}
_GAP_NAMES = {
    "kinds": "what kind of work it was",
    "start": "when it was, or for how many months",
    "hours": "how many hours it took",
    "earned": "when it was earned",
}


def screen(report: ProfileReport) -> Screen:
    """The whole screen. Of an unusable profile it has only the faults."""
    catalog, check = report.context.catalog, report.check
    return (
        Title(styled(f"Profile: {report.source}")),
        *(_message("error", "bad", fault) for fault in report.faults),
        *(_message("warning", "doubt", fault) for fault in report.warnings),
        Para(styled(_headline(report))),
        *(_body(check, catalog) if check else ()),
        *lists.footer(report.context),
    )


def _message(severity: str, style: str, fault: Fault) -> Block:
    return Message(styled(Fragment(severity, style), f": {fault}"))


def _headline(report: ProfileReport) -> Fragment:
    count = len(report.faults)
    if count:
        faults = "1 fault" if count == 1 else f"{phrases.number(count)} faults"
        return Fragment(f"It cannot be used: {faults}.", "bad")
    if report.warnings:
        return Fragment("It can be used; some of it counts for nothing.", "doubt")
    return Fragment("It can be used.", "good")


def _body(check: ProfileCheck, catalog: Catalog) -> tuple[Block, ...]:
    counts = [f"{count} {outcome.value}" for outcome, count in check.outcomes.items()]
    rules = sum(check.outcomes.values())
    summary = f"Of the {rules} certifications whose rule is known: {phrases.join_names(counts)}."
    missing_lists = [f"{_LIST_NAMES[name]} (`{name}:`)" for name in check.missing_lists]
    gaps = []
    for gap in check.gaps:
        subject = f", “{gap.about}”" if gap.about else ""
        gaps.append(f"{gap.path}{subject}: {_GAP_NAMES[gap.path.rpartition('.')[2]]}")
    return (
        Para(styled(summary)),
        *judgement.question_blocks((check.question,) if check.question else (), catalog),
        *lists.list_section(
            "Nothing told yet, so not known (an empty list says: none)", missing_lists
        ),
        *lists.list_section("Told in part", gaps),
        *judgement.assumption_blocks(check.assumptions, catalog),
    )
