"""Findings of the linter, and the codes with their severities."""

from enum import StrEnum
from typing import NamedTuple

from certadvisor.base.document import DataPath
from certadvisor.errors import escape_control_chars


class LintSeverity(StrEnum):
    """How grave a finding is, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


SEVERITIES = tuple(LintSeverity)


class LintFinding(NamedTuple):
    """A problem in a catalogue file."""

    severity: LintSeverity
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


_ERROR, _WARNING, _ADVICE = LintSeverity

CODES: dict[str, tuple[LintSeverity, str]] = {
    # the files
    "file": (_ERROR, "A file that is not readable YAML: syntax, a key written twice, an alias."),
    "schema": (_ERROR, "A key that is not read, a missing one, or a value of the wrong type."),
    "old-key": (_WARNING, "A key of the last release that has a new name now."),
    # the order of records
    "record-order": (_ADVICE, "Certifications that are not sorted by issuer and id."),
    "issuer-comment": (_ADVICE, "An issuer's certifications without a line of comment above."),
    # references between records
    "dangling-reference": (_ERROR, "An id that names nothing."),
    "duplicate-id": (_ERROR, "Two records of one file with the same id; the later one would win."),
    "cyclic-holds": (_ERROR, "Certifications that require each other, so that no one can qualify."),
    "cyclic-lineage": (_ERROR, "Certifications that replace or absorb each other in a ring."),
    "cyclic-kinds": (_ERROR, "Kinds of experience that imply each other."),
    "incomplete-kinds": (_WARNING, "A kind that leaves out what an implied kind implies."),
    "lopsided-lineage": (_WARNING, "One replaces another that does not say so of itself."),
    "lopsided-level": (_WARNING, "One stands at a level of another that does not say so."),
    "absorbed-equal": (_WARNING, "One both absorbs another and stands at its level."),
    "known-name-with-record": (_WARNING, "A name kept for want of a record, though there is one."),
    "empty-group": (_ERROR, "A named group without members: no certification meets it."),
    "unknown-membership": (_WARNING, "A rule requires a membership that no issuer gives."),
    "twice-wanted": (_WARNING, "A role both prefers a certification and finds it helpful."),
    "duplicate-demand": (_WARNING, "Two demand figures for one certification and country."),
    # names
    "shared-name": (_ERROR, "A name of several certifications without a `shared_names` entry."),
    "alias-of-two": (_ERROR, "An alias that belongs to two roles, skills or kinds."),
    "alias-twice": (_WARNING, "A name that a record gives itself twice."),
    # rules
    "rule-order": (_ERROR, "Rule versions that overlap or are not in the order of their days."),
    "status-order": (_ERROR, "Statuses that overlap or are not in the order of their days."),
    "impossible-requirement": (_ERROR, "A requirement that no one can ever meet."),
    "many-ways": (_WARNING, "A rule with more ways to meet it than a plan can compare."),
    "retired-prerequisite": (_WARNING, "Only certifications that no one can still hold would do."),
    # cases
    "no-case": (_WARNING, "A certification with a rule that no case tries."),
    "case-fault": (_ERROR, "A case that cannot be read."),
    "case-fails": (_ERROR, "A case that the judge answers otherwise."),
    "duplicate-case": (_ERROR, "Two cases with the same id."),
    "case-file-name": (_WARNING, "A file of cases that is not named after its certification."),
    "untested-version": (_WARNING, "A rule version that no case tries while it is in force."),
    "cases-not-run": (_ADVICE, "Cases wait until the errors next to them are fixed."),
    # sources
    "rule-without-source": (_WARNING, "A rule version that names no source."),
    "weak-sources": (_WARNING, "A record or a rule that rests on machine-written pages alone."),
    "source-without-place": (_ERROR, "A source with neither an address nor what stood in for it."),
    "checked-before-published": (_WARNING, "A source that was checked before it was published."),
    "unknown-cover": (_WARNING, "A source that covers a group of figures that does not exist."),
    "high-confidence": (_WARNING, "High confidence by fewer than three sources, none official."),
    "source-without-address": (_ERROR, "A source of figures that no one else can open or name."),
    "odd-address": (_WARNING, "A source under a bare number, a port or a test copy's address."),
    "group-without-source": (_ADVICE, "Figures that no source says it covers."),
    # figures
    "domain-percentages": (_ERROR, "Shares of the exam's domains that do not add up to 100."),
    "reversed-range": (_ERROR, "A range whose low end lies above its high end."),
    "exam-questions": (_ERROR, "More scored questions than there are questions."),
    "vague-price": (_WARNING, "A price without a place, though another in its currency has one."),
    "renewal-without-parts": (_WARNING, "Renewal units without parts, unlike the issuer's others."),
    "unequal-levels": (_WARNING, "Two at one level of a scheme that are listed at others."),
    "unit-parts": (_ERROR, "Parts of the renewal units that add up to more than the whole."),
    "unit-years": (_ERROR, "Bounds of a year of renewal units that do not fit those of the cycle."),
    "lifetime-renewal": (_WARNING, "A certification for life that has to be renewed."),
    "member-dearer": (_WARNING, "Members who pay more than others."),
    "price-out-of-range": (_WARNING, "A price that no certification asks."),
    "unknown-rate": (_ADVICE, "A currency that the table of rates does not know."),
    # days
    "early-day": (_ERROR, "A day before 1950."),
    "far-day": (_WARNING, "A day more than five years ahead."),
    "future-day": (_ERROR, "A price or a source from a day that has not come."),
    # prose
    "number-in-prose": (_ADVICE, "A number given only in prose, though data has a place for it."),
}
