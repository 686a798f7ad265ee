"""What the judge decides: a tree of outcomes with their numbers, and what follows from it."""

from datetime import date
from typing import NamedTuple

from certadvisor.base.months import Span
from certadvisor.catalog.records import Certification, RuleVersion
from certadvisor.catalog.requirement import Leaf, Requirement
from certadvisor.profile.model import WorkPeriod
from certadvisor.rules.outcome import Outcome


class Verdict(NamedTuple):
    """The decision on one requirement.

    `have` and `need` are in `unit` (month, hour, person_day, project, course,
    certification, degree, membership, answer); `have` is None where nothing is
    told. `nearest` is, of an `any`, the child that takes the least calendar time.
    """

    requirement: Requirement
    outcome: Outcome
    have: float | None = None
    need: float | None = None
    unit: str | None = None
    children: tuple["Verdict", ...] = ()
    nearest: int | None = None


class Shortfall(NamedTuple):
    """What is missing of one leaf: a number with a unit."""

    leaf: Leaf
    amount: float
    unit: str


class Question(NamedTuple):
    """What to ask the person.

    `topic` is one of education, experience, hours, person_days, projects, complexity,
    responsibility, title, breaks, training, course, certifications, expiry, membership,
    assessment, declare, issuer. `subject` says of what (a kind, a topic, a course, an id …),
    `certification` for whose sake it is asked, `settles` how many verdicts hang on it.
    """

    topic: str
    subject: str
    certification: str
    settles: int = 1
    text: str | None = None  # a declaration's or an assessment's own words


class Assumption(NamedTuple):
    """A reading of the profile that the answer rests on.

    Topics: undated-work, undated-training, undated-credential, no-expiry,
    kinds-from-title, hours-spread, guess.
    """

    topic: str
    subject: str
    amount: float | None = None


class Cause(NamedTuple):
    """What makes eligibility begin or end on `on`.

    `reason`, of a beginning: experience, training, degree, holds, rule, opening; of an end:
    window, lapse, rule, retirement. `leaf` is the condition that is gained or lost with the
    evidence concerned: `days` that leave the window or reach the amount, the entries of work
    that they belong to (none where an undated total was laid there), or one `certification`
    and its last day (None: a cycle went by without word of a renewal). `state` is what the
    certification becomes.
    """

    reason: str
    on: date
    leaf: Leaf | None = None
    days: Span | None = None
    work: tuple[WorkPeriod, ...] = ()
    certification: str | None = None
    last_day: date | None = None
    state: str | None = None


class Coming(NamedTuple):
    """What is known to come: a rule version, with its outcome on that day, or a new state."""

    on: date
    event: str  # rule or status
    outcome: Outcome | None = None
    state: str | None = None


class Check(NamedTuple):
    """May this person sit this certification on this day: the whole answer.

    `held` is None where nobody told, `obtainable` None where nobody knows.
    `rule` is None where no confirmed rule is known. `announced` is the next
    rule version that is not yet in force. `award` is None unless sitting and
    being certified differ.
    """

    certification: Certification
    as_of: date
    outcome: Outcome
    award: Outcome | None
    held: bool | None
    obtainable: bool | None
    eligible_from: date | None
    eligible_until: date | None
    until_reason: str | None  # window, lapse, rule, retirement
    rule: RuleVersion | None
    announced: RuleVersion | None
    verdict: Verdict | None
    award_verdict: Verdict | None
    missing: tuple[Shortfall, ...]
    questions: tuple[Question, ...]
    assumptions: tuple[Assumption, ...]
    from_cause: Cause | None = None  # where eligibility begins later
    until_cause: Cause | None = None
    coming: tuple[Coming, ...] = ()
