"""The answer of `profile check`: faults, missing data, and the question to answer first."""

from collections.abc import Iterable
from typing import Annotated, TypedDict

from certadvisor.advice.profile_gaps import PROFILE_LISTS, ProfileCheck
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault
from certadvisor.rules.outcome import Outcome
from certadvisor.views.blocks import Block, Fragment, Message, Para, Screen, Title, styled
from certadvisor.views.document_types import Allowed, Count, HeadV2, head_v2
from certadvisor.views.json_values import Row
from certadvisor.views.reports import ProfileReport
from certadvisor.views.sections import judgement, judgement_blocks, lists
from certadvisor.views.sections.judgement import AssumptionJson, QuestionJson
from certadvisor.views.words import phrases


class ProfileFinding(TypedDict):
    """A fault of the profile, or what does not count in it."""

    severity: Annotated[str, Allowed(words=("error", "warning"))]
    file: str
    line: int | None
    place: str
    problem: str
    remedy: str


class GapJson(TypedDict):
    """A field that is missing in an entry, and what the entry is about."""

    path: str
    about: str


class OutcomeCounts(TypedDict):
    """How many certifications have each outcome."""

    met: Count
    unmet: Count
    unknown: Count


class ProfileDocument(HeadV2):
    """The document of `profile check`."""

    profile: str
    usable: bool
    findings: list[ProfileFinding]
    missing_lists: list[Annotated[str, Allowed(words=PROFILE_LISTS)]]
    incomplete_entries: list[GapJson]
    outcomes: OutcomeCounts | None
    questions: list[QuestionJson]
    assumptions: list[AssumptionJson]


def document(report: ProfileReport) -> ProfileDocument:
    """The document of `profile check`. Of an unusable profile it has only the findings."""
    check, catalog = report.check, report.context.catalog
    questions = [check.question] if check and check.question else []
    assumptions = check.assumptions if check else ()
    return {
        **head_v2(report.context),
        "profile": report.source,
        "usable": not report.faults,
        "findings": [
            *(_finding_json("error", fault) for fault in report.faults),
            *(_finding_json("warning", fault) for fault in report.warnings),
        ],
        "missing_lists": list(check.missing_lists) if check else [],
        "incomplete_entries": (
            [{"path": gap.path, "about": gap.about} for gap in check.gaps] if check else []
        ),
        "outcomes": _outcome_counts(check) if check else None,
        "questions": [judgement.question_json(one, catalog) for one in questions],
        "assumptions": [judgement.assumption_json(one, catalog) for one in assumptions],
    }


def _finding_json(severity: str, fault: Fault) -> ProfileFinding:
    return {
        "severity": severity,
        "file": fault.source,
        "line": fault.line,
        "place": fault.place,
        "problem": fault.problem,
        "remedy": fault.remedy,
    }


def _outcome_counts(check: ProfileCheck) -> OutcomeCounts:
    return {
        "met": check.outcomes[Outcome.MET],
        "unmet": check.outcomes[Outcome.UNMET],
        "unknown": check.outcomes[Outcome.UNKNOWN],
    }


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
    "awarded": "when it was awarded",
    "completed": "when it was completed",
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
        return Fragment(f"{phrases.amount(count, 'error')}; fix to use this profile.", "bad")
    if report.warnings:
        return Fragment("Valid, but some values are ignored.", "doubt")
    return Fragment("Valid.", "good")


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
        *judgement_blocks.question_blocks((check.question,) if check.question else (), catalog),
        *lists.list_section('Not filled in (use an empty list for "none")', missing_lists),
        *lists.list_section("Incomplete entries", gaps),
        *judgement_blocks.assumption_blocks(check.assumptions, catalog),
    )


COLUMNS = ("about", "place", "text", "remedy")


def rows(data: ProfileDocument) -> Iterable[Row]:
    """One row per finding, missing list, gap, question and assumption."""
    for finding in data["findings"]:
        yield finding["severity"], finding["place"], finding["problem"], finding["remedy"]
    for name in data["missing_lists"]:
        yield "missing list", name, "", ""
    for gap in data["incomplete_entries"]:
        yield "incomplete entry", gap["path"], gap["about"], ""
    for question in data["questions"]:
        yield "question", question["subject"], question["text"], ""
    for assumption in data["assumptions"]:
        yield "assumption", assumption["subject"], assumption["text"], ""
