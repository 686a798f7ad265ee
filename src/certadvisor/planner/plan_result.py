"""What the planner answers: a plan of dated steps, what else there is, what stands against it."""

from datetime import date
from typing import NamedTuple

from certadvisor.advice.recommend.recommendations import Argument
from certadvisor.catalog.records import Money
from certadvisor.catalog.requirement import Leaf
from certadvisor.planner.figures import Amount
from certadvisor.rules.verdict import Assumption, Question, Shortfall


class Wish(NamedTuple):
    """What to plan: `kind` is certification or role, `by` fastest or cheapest."""

    kind: str
    id: str
    by: str = "fastest"
    until: date | None = None


class Step(NamedTuple):
    """One step with its first and last day.

    `kind` is training, course, study, wait, membership, application, exam or
    award (certified without an exam). `subject` is what it is about (a topic, a
    course, an issuer, a certification), `serves` the certifications that it is
    for. A wait has the leaf that it waits for, unless that is the rule or the
    state of the certification.
    """

    kind: str
    subject: str
    serves: tuple[str, ...]
    start: date
    end: date
    hours: Amount | None = None
    cost: Amount | None = None
    leaf: Leaf | None = None

    @property
    def estimated(self) -> tuple[str, ...]:
        """Which of its figures are estimates: hours, cost."""
        told = (("hours", self.hours), ("cost", self.cost))
        return tuple(name for name, figure in told if figure and figure.estimated)


class Plan(NamedTuple):
    """Steps in the order of their days, with the day on which the certification is earned."""

    certification: str
    finish: date
    steps: tuple[Step, ...]
    cost: Amount
    hours: Amount
    renewals: tuple[tuple[str, date], ...]  # certification and last day, where one lapses


class Alternative(NamedTuple):
    """Another plan and why it loses.

    `why` is slower, dearer, over-budget, too-late, or slower-but-cheaper and
    dearer-but-faster (the best plan by the other objective); `by_days` and
    `by_cost` are what it takes more than the plan (less where negative),
    `over_budget` and `days_late` by how much it breaks a limit. `differs`
    names what it does and the plan does not: (sort, subject).
    """

    plan: Plan
    why: str
    by_days: int
    by_cost: int
    over_budget: int
    days_late: int
    differs: tuple[tuple[str, str], ...]


class Obstacle(NamedTuple):
    """What stands against every plan.

    `constraint` is budget (short by `cost` of what is `needed`), until (missed by `days`),
    hours_per_week (`hours` would do), or a gap: degree, experience, holds, … with its leaf
    and how much of its unit is missing; obtainable where `certification` cannot be earned at
    all. `alone` tells that lifting this one would be enough.
    """

    constraint: str
    alone: bool = True
    cost: int | None = None
    needed: int | None = None
    days: int | None = None
    hours: int | None = None
    leaf: Leaf | None = None
    amount: float | None = None
    unit: str | None = None
    certification: str | None = None


class Limit(NamedTuple):
    """What a plan must keep to; None where nothing limits it."""

    budget: Money | None
    until: date | None
    hours_per_week: float
    pace_told: bool


class RoleAsks(NamedTuple):
    """What a role asks beside a certification, as information."""

    id: str
    wanted: tuple[str, ...]  # the certifications planned for
    preferred: bool  # False: it prefers none, these are only helpful
    passed_over: tuple[tuple[str, str], ...]  # certification and gate


class Answer(NamedTuple):
    """The whole answer.

    `status` is found, held (nothing to do), none_asked (a role that asks for
    none), ask (hangs on what is not told) or infeasible. `plan` is there when
    found; `nearest` otherwise: the plan that would be, once the obstacles or
    questions are out of the way.
    """

    as_of: date
    wish: Wish
    status: str
    currency: str
    limit: Limit
    plan: Plan | None
    nearest: Plan | None
    held: str | None
    alternatives: tuple[Alternative, ...]
    obstacles: tuple[Obstacle, ...]
    granted: tuple[Shortfall, ...]  # what `nearest` takes for granted: answers still to be given
    role: RoleAsks | None
    remarks: tuple[Argument, ...]
    questions: tuple[Question, ...]
    assumptions: tuple[Assumption, ...]
