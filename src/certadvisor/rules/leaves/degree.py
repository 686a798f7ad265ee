"""Degree: at least a level, in one degree that also has the accreditation and field required.

Asks for: none, secondary, associate, bachelor, master or doctorate, or more.
Counts: a degree awarded by the day, or one without a day.
Leaves out: a degree still in progress; an absent accreditation or field means "not so".
Unknown: where education is not given or may lack a degree, or `awarded` is `unknown`.
Example: `{degree: bachelor, accreditation: GAC}`.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from math import inf

from certadvisor.catalog.requirement import DEGREES, Degree, Requirement
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Education, Section
from certadvisor.rules.leaves import contract
from certadvisor.rules.leaves.contract import Counter
from certadvisor.rules.outcome import Outcome, judge_amount
from certadvisor.rules.verdict import Cause, CauseReason, Question, Shortfall, Verdict

SECTION = Section.EDUCATION
_MOST_LIKELY = "bachelor"  # the highest degree to expect of a person who works

is_gradual = contract.not_gradual
assumptions = contract.no_assumptions
cause_of_loss = contract.no_cause
acquisitions = contract.nothing_to_book
without_time_limits = contract.as_it_is
certifications = contract.no_certifications


def at_least(level: str) -> Degree:
    """Return the requirement of a degree of this level or higher.

    Args:
        level: A word of `DEGREES`.
    """
    return Degree(level)


def required_level(requirement: Requirement) -> str | None:
    """Return the level that a degree requirement names; None for other requirements.

    Args:
        requirement: Any requirement.
    """
    return requirement.degree if isinstance(requirement, Degree) else None


def judge(leaf: Degree, evidence: Evidence, day: date) -> Verdict:
    """Judge a degree requirement.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The day to judge for.

    Returns:
        Met if one degree has the level, the accreditation and the field; unknown if the
        profile may lack such a degree; else unmet.
    """
    level, possible = count(leaf, evidence, day)
    outcome = judge_amount(DEGREES.index(leaf.degree), level, possible)
    have = None if outcome is Outcome.UNKNOWN else int(outcome is Outcome.MET)
    return Verdict(leaf, outcome, have, 1, "degree")


def count(leaf: Degree, evidence: Evidence, day: date) -> tuple[int, float]:
    """Return the level of the highest degree with the required field and accreditation.

    Args:
        leaf: The requirement; its own level is ignored.
        evidence: The person's evidence.
        day: The day to judge for.

    Returns:
        The level that is certain and the highest possible one, as indices in `DEGREES` (0 is
        `none`, which every person has); the latter is infinite where a degree may be missing.
    """
    matching = [entry for entry in evidence.profile.education or () if _matches(leaf, entry)]
    level = max((_rank(entry) for entry in matching if is_awarded(entry, day)), default=0)
    if not evidence.is_complete(SECTION):
        return level, inf
    return level, max((level, *(_rank(entry) for entry in matching if entry.awarded_unknown)))


def change_dates(leaf: Degree, evidence: Evidence) -> Iterable[date]:
    """Return the days on which the outcome can change: the award dates of suitable degrees.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
    """
    return [
        entry.awarded
        for entry in evidence.profile.education or ()
        if entry.awarded and _satisfies(leaf, entry)
    ]


def highest_level(evidence: Evidence, day: date) -> str:
    """Return the highest degree level that the person has on a day.

    Args:
        evidence: The person's evidence.
        day: The day.

    Returns:
        A word of `DEGREES`; `none` where education is empty or not given.
    """
    levels = [entry.degree for entry in evidence.profile.education or () if is_awarded(entry, day)]
    return max(levels, key=DEGREES.index, default="none")


def is_awarded(entry: Education, day: date) -> bool:
    """Return whether a degree is certainly awarded by a day.

    Args:
        entry: The degree.
        day: The day.
    """
    return not entry.awarded_unknown and (entry.awarded is None or entry.awarded <= day)


def _rank(entry: Education) -> int:
    return DEGREES.index(entry.degree)


def _satisfies(leaf: Degree, entry: Education) -> bool:
    return _rank(entry) >= DEGREES.index(leaf.degree) and _matches(leaf, entry)


def _matches(leaf: Degree, entry: Education) -> bool:
    """Return whether a degree has the required accreditation and field."""
    if (
        leaf.accreditation
        and (entry.accreditation or "").casefold() != leaf.accreditation.casefold()
    ):
        return False
    field = (entry.field or "").casefold()
    return not leaf.field or any(word in field for word in leaf.field)


def question(leaf: Degree, _evidence: Evidence, _day: date) -> Question:
    """Return the question about education.

    Args:
        leaf: The requirement.
    """
    return Question("education", leaf.degree, "")


def entries(leaf: Degree, evidence: Evidence) -> Sequence[int]:
    """Return the indices of all degrees; none where no degree is required.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
    """
    return () if leaf.degree == DEGREES[0] else range(len(evidence.profile.education or ()))


def cause_of_gain(leaf: Degree, since: date, _evidence: Evidence) -> Cause:
    """Return the degree awarded on `since`.

    Args:
        leaf: The requirement, met from `since` on.
        since: The first day on which it is met.
    """
    return Cause(CauseReason.DEGREE, since, leaf)


def counter(leaf: Degree) -> Counter:
    """Return the level to count, as an index in `DEGREES`.

    Args:
        leaf: The requirement.
    """
    return Counter(leaf._replace(degree=DEGREES[0]), DEGREES.index(leaf.degree))


def is_likely(verdict: Verdict, evidence: Evidence) -> bool:
    """Return whether a degree that is not known is likely.

    Args:
        verdict: The verdict on the requirement; its outcome is unknown.
        evidence: The person's evidence.

    Returns:
        True where education is given, or where a person with work experience needs no more than
        a bachelor's degree of any kind (judgement).
    """
    leaf = verdict.requirement
    assert isinstance(leaf, Degree)  # noqa: S101  the registry asks the module of the leaf
    if evidence.profile.education is not None:
        return True
    is_common = DEGREES.index(leaf.degree) <= DEGREES.index(_MOST_LIKELY)
    return is_common and not leaf.accreditation and not leaf.field and bool(evidence.profile.work)


def effort_days(shortfall: Shortfall, evidence: Evidence, day: date) -> float:
    """Estimate the days that a degree takes.

    Args:
        shortfall: The shortfall of a degree requirement.
        evidence: The person's evidence.
        day: The day that the shortfall was judged for.

    Returns:
        The difference between the level required and the highest one the person has; where
        the level itself is high enough (the field or the accreditation is wrong), the flat
        figure for a degree.
    """
    tables = evidence.catalog.tables
    leaf = shortfall.leaf
    assert isinstance(leaf, Degree)  # noqa: S101  the registry asks the module of the leaf
    current, required = DEGREES.index(highest_level(evidence, day)), DEGREES.index(leaf.degree)
    if required > current:
        return tables.degree_days[required] - tables.degree_days[current]
    return tables.effort_days["degree"]
