"""The planner's entry point: from a request to a result, by relaxing limits one by one.

The search runs in this order, and the first plan found is the result:

1. Plans that rest on the evidence alone: within budget and deadline, then without these limits,
   then with more hours of study a week.
2. The same for plans that also assume answers to open questions.
3. Plans that also assume that gaps in degrees and work are closed.

What had to be relaxed is what prevents a plan.
"""

from certadvisor.planner.alternatives import alternatives_to
from certadvisor.planner.branch_and_bound import Found, Limits
from certadvisor.planner.infeasibility import (
    gaps_in,
    granted_in,
    limits_broken,
    open_questions,
    pace_needed,
)
from certadvisor.planner.plan_result import Answer, Obstacle, Wish
from certadvisor.planner.planning_context import Setting
from certadvisor.planner.remarks import assumptions_in, remarks_on, setting_remarks
from certadvisor.planner.routes import Mode
from certadvisor.planner.steps import plan_of
from certadvisor.profile.evidence import Evidence


def plan_to(evidence: Evidence, wish: Wish) -> Answer:
    """Plan the steps to a certification, or to the best of those that a role prefers.

    A pure function: the same evidence and request always give the same result.

    Args:
        evidence: The person's evidence, the catalogue, and the day on which the plan starts.
        request: What to reach, by when, and what to minimise.

    Returns:
        The plan with alternatives, or why there is none.
    """
    setting = Setting(evidence, wish)
    if setting.held is not None:
        return _empty(setting, "held")
    if not setting.targets:
        return _empty(setting, "none_asked")
    for mode, status in ((Mode.SURE, "found"), (Mode.ASK, "ask")):
        best = setting.best(mode, setting.limits)
        if best:
            return _answer(setting, status, mode, best[0])
        obstacles, nearest = limits_broken(setting, mode) if setting.limited else ((), None)
        if nearest is not None:
            return _answer(setting, "infeasible", mode, nearest, obstacles)
        quicker = pace_needed(setting, mode)
        if quicker is not None:
            return _answer(setting, "infeasible", mode, quicker[1], quicker[:1])
    best = setting.best(Mode.LACK, Limits())
    if best:
        gaps = gaps_in(best[0], setting)
        return _answer(setting, "infeasible", Mode.LACK, best[0], gaps)
    return _empty(setting, "infeasible")


def _answer(
    setting: Setting,
    status: str,
    mode: Mode,
    found: Found,
    obstacles: tuple[Obstacle, ...] = (),
) -> Answer:
    plan = plan_of(found, setting.ways(mode), setting.figures)
    sure = status == "found"
    gone = any(one.constraint == "obtainable" for one in obstacles)
    return _empty(setting, status)._replace(
        plan=plan if sure else None,
        nearest=None if sure or gone else plan,
        alternatives=alternatives_to(found, setting, mode) if sure else (),
        obstacles=obstacles,
        granted=granted_in(found, setting),
        remarks=remarks_on(found, setting),
        questions=() if gone else open_questions(found, setting),
        assumptions=assumptions_in(found, setting),
    )


def _empty(setting: Setting, status: str) -> Answer:
    return Answer(
        as_of=setting.evidence.as_of,
        wish=setting.wish,
        status=status,
        currency=setting.figures.currency,
        limit=setting.limit(),
        plan=None,
        nearest=None,
        held=setting.held,
        alternatives=(),
        obstacles=(),
        granted=(),
        role=setting.role,
        remarks=setting_remarks(setting) if status == "infeasible" else (),
        questions=(),
        assumptions=(),
    )
