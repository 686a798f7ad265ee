"""Findings of the linter, and the codes with their severities."""

from typing import NamedTuple

from certadvisor.base.document import DataPath
from certadvisor.errors import escape_control_chars

SEVERITIES = ("error", "warning", "advice")


class LintFinding(NamedTuple):
    """A problem in a catalogue file; `severity` is error, warning or advice."""

    severity: str
    code: str
    file: str
    line: int | None
    place: str
    problem: str
    remedy: str = ""

    @property
    def message(self) -> str:
        """The problem and its remedy, without file and line."""
        text = ": ".join(escape_control_chars(part) for part in (self.place, self.problem) if part)
        return f"{text}; {escape_control_chars(self.remedy)}" if self.remedy else text

    def __str__(self) -> str:
        location = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{escape_control_chars(location)}: {self.message}"


class RawFinding(NamedTuple):
    """A finding whose file and line are not yet known.

    `key` identifies the record in its collection, `path` is the path inside the record.
    """

    code: str
    collection: str
    key: str
    path: DataPath
    problem: str
    remedy: str = ""


CODES: dict[str, tuple[str, str]] = {
    # the files
    "file": ("error", "A file that is no readable YAML: syntax, a key written twice, an alias."),
    "schema": ("error", "A key that nobody reads, a missing one, or a value of the wrong type."),
    "old-key": ("warning", "A key of the last release that has a new name now."),
    # the order of records
    "record-order": ("advice", "Certifications that are not sorted by issuer and id."),
    "issuer-comment": ("advice", "An issuer's certifications without a line of comment above."),
    # references between records
    "dangling-reference": ("error", "An id that names nothing."),
    "duplicate-id": ("error", "Two records of one file with the same id; the later one would win."),
    "cyclic-holds": ("error", "Certifications that ask for each other, so that nobody gets in."),
    "cyclic-lineage": ("error", "Certifications that replace or absorb each other in a ring."),
    "cyclic-kinds": ("error", "Kinds of experience that imply each other."),
    "incomplete-kinds": ("warning", "A kind that leaves out what an implied kind implies."),
    "lopsided-lineage": ("warning", "One replaces another that does not say so of itself."),
    "lopsided-level": ("warning", "One stands at a level of another that does not say so."),
    "absorbed-equal": ("warning", "One both absorbs another and stands at its level."),
    "known-name-with-record": ("warning", "A name kept for want of a record, beside the record."),
    "empty-group": ("error", "A named group without members: no certification meets it."),
    "unknown-membership": ("warning", "A rule asks for a membership that no issuer gives."),
    "twice-wanted": ("warning", "A role both prefers a certification and finds it helpful."),
    "duplicate-demand": ("warning", "Two demand figures for one certification and country."),
    # names
    "shared-name": ("error", "A name of several certifications without a `shared_names` entry."),
    "alias-of-two": ("error", "An alias that belongs to two roles, skills or kinds."),
    "alias-twice": ("warning", "A name that a record gives itself twice."),
    # rules
    "rule-order": ("error", "Rule versions that overlap or are not in the order of their days."),
    "status-order": ("error", "Statuses that overlap or are not in the order of their days."),
    "impossible-requirement": ("error", "What nobody can ever meet."),
    "retired-prerequisite": ("warning", "Only certifications that nobody can still hold will do."),
    # cases
    "no-case": ("warning", "A certification with a rule that no case tries."),
    "case-fault": ("error", "A case that cannot be read."),
    "case-fails": ("error", "A case that the judge answers otherwise."),
    "duplicate-case": ("error", "Two cases with the same id."),
    "case-file-name": ("warning", "A file of cases that is not named after its certification."),
    "cases-not-run": ("advice", "Cases wait until the errors beside them are mended."),
    # sources
    "rule-without-source": ("warning", "A rule version that names no source."),
    "weak-sources": ("warning", "A record or a rule that rests on machine-written pages alone."),
    "source-without-place": ("error", "A source with neither an address nor what stood in for it."),
    "checked-before-published": ("warning", "A source that was checked before it was published."),
    "unknown-cover": ("warning", "A source that covers a group of figures that does not exist."),
    "high-confidence": ("advice", "High confidence in what one unofficial source says."),
    "group-without-source": ("advice", "Figures that no source says it covers."),
    # figures
    "domain-percentages": ("error", "Shares of the exam's domains that do not add up to 100."),
    "reversed-range": ("error", "A range whose low end lies above its high end."),
    "exam-questions": ("error", "More scored questions than there are questions."),
    "unit-parts": ("error", "Parts of the renewal units that add up to more than the whole."),
    "lifetime-renewal": ("warning", "A certification for life that has to be renewed."),
    "member-dearer": ("warning", "Members who pay more than others."),
    "price-out-of-range": ("warning", "A price that no certification asks."),
    "unknown-rate": ("advice", "A currency that the table of rates does not know."),
    # days
    "early-day": ("error", "A day before 1950."),
    "far-day": ("warning", "A day more than five years ahead."),
    "future-day": ("error", "A price or a source from a day that has not come."),
    # prose
    "number-in-prose": ("advice", "A number that only prose tells, where data has a place for it."),
}
