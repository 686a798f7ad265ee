"""The records that judging returns: verdict trees, shortfalls, questions, causes, whole checks."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from certadvisor.base.months import DateSpan
from certadvisor.catalog.records import AnnouncedChange, Certification, RuleVersion
from certadvisor.catalog.requirement import AllOf, AnyOf, Leaf, Requirement
from certadvisor.profile.model import Section, WorkPeriod
from certadvisor.rules.lapsed_credentials import ReinstatableCredential
from certadvisor.rules.outcome import Outcome


class Verdict(NamedTuple):
    """The decision on one requirement.

    `have` and `need` are amounts in `unit` (month, hour, person_day, project, course,
    certification, degree, membership, answer); all three are None for groups, and `have`
    is None where the profile gives no information. `nearest` is the index of the child of
    an `any` group that lies on the nearest way; None for `all` groups and leaves.
    """

    requirement: Requirement
    outcome: Outcome
    have: float | None = None
    need: float | None = None
    unit: str | None = None
    children: tuple["Verdict", ...] = ()
    nearest: int | None = None


class Shortfall(NamedTuple):
    """What one leaf still needs: a number with a unit.

    `unit` is one of month, hour, person_day, project, course, certification, degree,
    membership, answer.
    """

    leaf: Leaf
    amount: float
    unit: str


class Question(NamedTuple):
    """A question for the person (topics `issuer` and `disputed`: for the issuer).

    `topic` is one of education, experience, hours, person_days, projects, complexity,
    responsibility, title, breaks, training, course, certifications, expiry, membership,
    assessment, declare, disputed, issuer. `subject` is what the question is about (a kind, a topic,
    a course, an id …), `certification` the id of the certification that raised it, and
    `settles` how many verdicts depend on it. `incomplete` is the list of the profile that may
    lack the entry asked about; None where the profile does not give the list.

    `leaf` is the requirement on whose amount sources disagree (topic `disputed`), or which a plan
    takes to be met.
    `section` is where the profile has the answer if it is a single word: one of `answers`,
    or, where these are (), yes or no to having `subject` on the section's list.
    """

    topic: str
    subject: str
    certification: str
    settles: int = 1
    text: str | None = None  # the statement of a declaration or an assessment
    section: Section | None = None
    answers: tuple[str, ...] = ()
    incomplete: str | None = None
    leaf: Leaf | None = None


class Assumption(NamedTuple):
    """An assumption about the profile that the answer depends on.

    Topics: undated-work, undated-training, undated-credential, no-expiry,
    kinds-from-title, hours-spread, guess.
    """

    topic: str
    subject: str
    amount: float | None = None


class CauseReason(StrEnum):
    """Why eligibility begins or ends."""

    # It begins: evidence is gained, or the certification can be earned.
    EXPERIENCE = "experience"
    TRAINING = "training"
    DEGREE = "degree"
    HOLDS = "holds"
    OPENING = "opening"
    # It begins or ends.
    RULE = "rule"
    # It ends: evidence is lost, or the certification can no longer be earned.
    WINDOW = "window"
    LAPSE = "lapse"
    RETIREMENT = "retirement"


class Cause(NamedTuple):
    """Why eligibility begins or ends on the day `on`.

    `leaf` is the requirement that is gained or lost, and the fields after it name the
    evidence concerned: the `days` that leave the window or
    complete the amount, the `work` entries that those days belong to (empty where an undated
    total was backfilled there), or one `certification` and its `last_day` (None: a renewal
    cycle ended and no renewal is known). `state` is the state that the certification changes
    to.
    """

    reason: CauseReason
    on: date
    leaf: Leaf | None = None
    days: DateSpan | None = None
    work: tuple[WorkPeriod, ...] = ()
    certification: str | None = None
    last_day: date | None = None
    state: str | None = None


class ChangeEvent(StrEnum):
    """What changes of a certification."""

    RULE = "rule"
    STATUS = "status"


class UpcomingChange(NamedTuple):
    """A known future change: a rule version with its outcome on its first day, or a new status."""

    on: date
    event: ChangeEvent
    outcome: Outcome | None = None
    state: str | None = None


class Check(NamedTuple):
    """The complete answer: whether a person can take the exam of a certification on a day.

    `held` is None where the profile does not list certifications; `obtainable` is None where
    the status of the certification is unclear. `rule` is None where no confirmed rule is
    known. `announced` are unsettled changes that could change the outcome, `next_rule` is the
    next rule version that is not yet in force. `award` is None
    unless being certified requires more than taking the exam. `eligible_until` is the first
    day on which the person no longer qualifies. `missing` is what the nearest way is known to
    lack; where the outcome is unknown, what is not given may replace it. `stands_still` is
    true where experience is missing and no present work adds to it. `announced_change` is the
    first rule version under which the outcome changes within the goal's time. `lapsed` is the
    person's own credential that can be reinstated instead.
    """

    certification: Certification
    as_of: date
    outcome: Outcome
    award: Outcome | None
    held: bool | None
    obtainable: bool | None
    eligible_from: date | None
    eligible_until: date | None
    until_reason: CauseReason | None
    rule: RuleVersion | None
    next_rule: RuleVersion | None
    verdict: Verdict | None
    award_verdict: Verdict | None
    missing: tuple[Shortfall, ...]
    questions: tuple[Question, ...]
    assumptions: tuple[Assumption, ...]
    from_cause: Cause | None = None  # only where eligibility begins after `as_of`
    until_cause: Cause | None = None
    upcoming: tuple[UpcomingChange, ...] = ()
    announced: tuple[AnnouncedChange, ...] = ()
    stands_still: bool = False
    announced_change: UpcomingChange | None = None
    lapsed: ReinstatableCredential | None = None


def nearest_leaves(verdict: Verdict) -> tuple[Verdict, ...]:
    """Return the leaves that count once each `any` group is replaced by its nearest child.

    Args:
        verdict: A verdict tree.

    Returns:
        The verdicts on those leaves, in the order written.
    """
    if isinstance(verdict.requirement, AnyOf):
        return () if verdict.nearest is None else nearest_leaves(verdict.children[verdict.nearest])
    if isinstance(verdict.requirement, AllOf):
        return tuple(leaf for child in verdict.children for leaf in nearest_leaves(child))
    return (verdict,)
