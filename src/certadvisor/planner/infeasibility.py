"""Why there is no plan: a small budget, an early deadline, a gap, or an unanswered question."""

from certadvisor.planner.actions import Act
from certadvisor.planner.branch_and_bound import Found, Limits
from certadvisor.planner.objective import CHEAPEST, FASTEST, NO_LIMIT
from certadvisor.planner.plan_result import Obstacle
from certadvisor.planner.planning_assumptions import FULL_TIME
from certadvisor.planner.planning_context import Setting
from certadvisor.planner.routes import Mode
from certadvisor.planner.schedule import acts_of
from certadvisor.rules.judge import judge_leaf
from certadvisor.rules.questions import question_for
from certadvisor.rules.verdict import Question, Shortfall


def limits_broken(setting: Setting, mode: Mode) -> tuple[tuple[Obstacle, ...], Found | None]:
    """Find which limits prevent a plan, and by how much.

    If lifting the budget or the deadline alone is enough, each obstacle says how far that limit
    has to move. If both have to move, each is measured against the best plan without limits.

    Args:
        context: The request; it has a budget or a deadline.
        mode: What the plan may rest on.

    Returns:
        The obstacles, and the best plan within the limits relaxed by just that much; None if
        there is no plan even without limits.
    """
    budget, until = setting.limits
    later = setting.best(mode, Limits(budget=budget), FASTEST) if until != NO_LIMIT else []
    dearer = setting.best(mode, Limits(until=until), CHEAPEST) if budget != NO_LIMIT else []
    alone = bool(later or dearer)  # lifting one limit is enough
    if not alone:
        later = setting.best(mode, Limits(), FASTEST) if until != NO_LIMIT else []
        dearer = setting.best(mode, Limits(), CHEAPEST) if budget != NO_LIMIT else []
    quicker = pace_needed(setting, mode) if later else None
    found = [
        *(Obstacle("until", alone, days=one.finish - until) for one in later[:1]),
        *([quicker[0]] if quicker else []),
        *(
            Obstacle("budget", alone, cost=cost - budget, needed=cost)
            for cost in (one.bought.total.likely for one in dearer[:1])
        ),
    ]
    lifted = Limits()
    if alone and later:
        lifted = Limits(budget, later[0].finish)
    elif alone:
        lifted = Limits(dearer[0].bought.total.likely, until)
    nearest = setting.best(mode, lifted)[:1]
    return tuple(found), nearest[0] if nearest else None


def pace_needed(setting: Setting, mode: Mode) -> tuple[Obstacle, Found] | None:
    """Find the fewest whole hours of study a week with which a plan keeps the limits.

    More hours never make a plan worse, so the pace is found by bisection up to full time.

    Returns:
        The obstacle and the best plan at that pace; None if not even full time is enough.
    """
    few, enough = int(setting.pace.hours_per_week), FULL_TIME
    best: Found | None = None
    # `too_few` is never enough. The first round tries full time, the others halve the range.
    while enough - few > 1 or best is None:
        hours = enough if best is None else (few + enough) // 2
        tried = setting.best(mode, setting.limits, hours_per_week=hours) if hours > few else []
        if tried:
            best, enough = tried[0], hours
        elif best is None:
            return None
        else:
            few = hours
    return Obstacle("hours_per_week", hours=enough), best


def gaps_in(found: Found, setting: Setting) -> tuple[Obstacle, ...]:
    """List what the person lacks and no step can close.

    Args:
        solution: A plan that assumes its gaps closed.
        context: The request with the person's evidence.

    Returns:
        One obstacle a gap, sorted by name, each with what is missing of it.
    """
    return tuple(_gap(act, setting) for act in _named(found, "lack"))


def _gap(act: Act, setting: Setting) -> Obstacle:
    if act.leaf is None:
        return Obstacle("obtainable", certification=act.name)
    verdict = judge_leaf(act.leaf, setting.evidence, setting.evidence.as_of)
    return Obstacle(
        constraint=type(act.leaf).__name__.lower(),
        leaf=act.leaf,
        amount=(verdict.need or 0) - (verdict.have or 0),
        unit=verdict.unit,
    )


def granted_in(found: Found, setting: Setting) -> tuple[Shortfall, ...]:
    """List the leaves that a plan assumes to be met until the person answers.

    Returns:
        One shortfall an assumption, for the whole amount that the leaf requires.
    """
    evidence = setting.evidence
    asked = [act.leaf for act in _named(found, "ask") if act.leaf is not None]
    verdicts = [(leaf, judge_leaf(leaf, evidence, evidence.as_of)) for leaf in asked]
    return tuple(Shortfall(leaf, one.need or 1, one.unit or "") for leaf, one in verdicts)


def open_questions(found: Found, setting: Setting) -> tuple[Question, ...]:
    """List the questions that the plan depends on, then those that could shorten it.

    Returns:
        The questions, no two of them about the same thing.
    """
    evidence = setting.evidence
    asked: dict[tuple[str, ...], Question] = {}
    for act in _named(found, "ask"):
        if act.leaf is not None:
            question = question_for(act.leaf, evidence, evidence.as_of)
            question = question._replace(certification=found.target)
        elif not setting.catalog.certifications[act.name].rules:
            issuer = setting.catalog.certifications[act.name].issuer
            question = Question("issuer", issuer, act.name)
        else:
            continue  # an unclear status is a remark
        asked.setdefault(_key(question), question)
    for question in _shortening(found, setting):
        asked.setdefault(_key(question), question)
    return tuple(asked.values())


def _key(question: Question) -> tuple[str, ...]:
    """The key by which two questions are the same.

    A question about certifications or education is about the whole list, whatever its subject.
    """
    of_a_list = question.topic in ("certifications", "education")
    return (question.topic,) if of_a_list else question[:2]


def _shortening(found: Found, setting: Setting) -> list[Question]:
    """Ask about each step that is planned only because its section of the profile is not given."""
    profile = setting.evidence.profile
    untold = {
        "training": profile.training is None,
        "course": profile.courses is None,
        "earn": profile.certifications is None,
        "membership": profile.memberships is None,
    }
    topics = {"earn": "certifications"}
    steps = [act for act in acts_of(found.selection) if untold.get(act.sort)]
    return [
        Question(topics.get(act.sort, act.sort), act.name, found.target) for act in sorted(steps)
    ]


def _named(found: Found, sort: str) -> list[Act]:
    acts = [act for act in acts_of(found.selection) if act.sort == sort]
    return sorted(acts, key=lambda act: (act.name, str(act.leaf)))
