"""Degree: at least a level, in one degree that is also accredited and in the field asked.

Asks for: none, secondary, associate, bachelor, master or doctorate, or more.
Counts: a degree awarded by the day, or one without a day.
Leaves out: a degree still in progress; an absent accreditation or field means "not so".
Example: `{degree: bachelor, accreditation: GAC}`.
"""

from collections.abc import Iterable
from datetime import date
from math import inf

from certadvisor.catalog.requirement import DEGREES, Degree
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Education
from certadvisor.rules.outcome import Outcome, reached
from certadvisor.rules.verdict import Verdict


def judge(leaf: Degree, evidence: Evidence, day: date) -> Verdict:
    """Met by one degree that has all that is asked; unknown where education is not told."""
    level, possible = level_counted(leaf, evidence, day)
    outcome = reached(DEGREES.index(leaf.degree), level, possible)
    have = None if outcome is Outcome.UNKNOWN else int(outcome is Outcome.MET)
    return Verdict(leaf, outcome, have, 1, "degree")


def level_counted(leaf: Degree, evidence: Evidence, day: date) -> tuple[int, float]:
    """The level certainly reached by a degree of the field and accreditation, and the most.

    Levels are places in `DEGREES`; its first, none, everybody has.
    """
    education = evidence.profile.education
    levels = [
        DEGREES.index(entry.degree)
        for entry in education or ()
        if _awarded(entry, day) and _fits(leaf, entry)
    ]
    level = max(levels, default=0)
    return level, inf if education is None else level


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
    return DEGREES.index(entry.degree) >= DEGREES.index(leaf.degree) and _fits(leaf, entry)


def _fits(leaf: Degree, entry: Education) -> bool:
    """Whether a degree has the accreditation and the field asked."""
    if (
        leaf.accreditation
        and (entry.accreditation or "").casefold() != leaf.accreditation.casefold()
    ):
        return False
    field = (entry.field or "").casefold()
    return not leaf.field or any(word in field for word in leaf.field)
