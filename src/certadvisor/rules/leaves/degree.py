"""Degree: at least a level, in one degree that is also accredited and in the field asked.

Asks for: none, secondary, associate, bachelor, master or doctorate, or more.
Counts: a degree awarded by the day, or one without a day.
Leaves out: a degree still in progress; an absent accreditation or field means "not so".
Example: `{degree: bachelor, accreditation: GAC}`.
"""

from collections.abc import Iterable
from datetime import date

from certadvisor.catalog.requirement import DEGREES, Degree
from certadvisor.facts.evidence import Evidence
from certadvisor.facts.profile import Education
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Verdict


def judge(leaf: Degree, evidence: Evidence, day: date) -> Verdict:
    """Met by one degree that has all that is asked; unknown where education is not told."""
    education = evidence.profile.education
    if leaf.degree == "none":
        return Verdict(leaf, Outcome.MET, 1, 1, "degree")
    if education is None:
        return Verdict(leaf, Outcome.UNKNOWN, None, 1, "degree")
    had = any(_answers(leaf, entry) for entry in education if _awarded(entry, day))
    return Verdict(leaf, Outcome.MET if had else Outcome.UNMET, int(had), 1, "degree")


def moments(leaf: Degree, evidence: Evidence) -> Iterable[date]:
    """The days on which a degree is awarded."""
    return [
        entry.awarded
        for entry in evidence.profile.education or ()
        if entry.awarded and _answers(leaf, entry)
    ]


def highest(evidence: Evidence, day: date) -> str:
    """The highest level held on `day`, `none` where nothing is told."""
    held = [e.degree for e in evidence.profile.education or () if _awarded(e, day)]
    return max(held, key=DEGREES.index, default="none")


def _awarded(entry: Education, day: date) -> bool:
    return entry.awarded is None or entry.awarded <= day


def _answers(leaf: Degree, entry: Education) -> bool:
    if DEGREES.index(entry.degree) < DEGREES.index(leaf.degree):
        return False
    if (
        leaf.accreditation
        and (entry.accreditation or "").casefold() != leaf.accreditation.casefold()
    ):
        return False
    field = (entry.field or "").casefold()
    return not leaf.field or any(word in field for word in leaf.field)
