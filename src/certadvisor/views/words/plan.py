"""A plan in words: steps, limits, obstacles and alternatives; shared by all formats."""

from collections.abc import Callable
from datetime import date, timedelta

from certadvisor.advice.recommend.recommendations import Argument
from certadvisor.catalog.records import Catalog, Money
from certadvisor.planner.figures import CENTS, Amount
from certadvisor.planner.plan_result import Alternative, Answer, Obstacle, Plan, Step
from certadvisor.rules.verdict import Shortfall
from certadvisor.views.blocks import Lane
from certadvisor.views.words import phrases
from certadvisor.views.words import reasons as reasons_words

ESTIMATE = "~"

REMARKS = {
    "replaced": "{successor} took the place of {certification}: certadvisor plan --to {id}",
    "begun": "The dates suppose that you begin work of this kind next month: {kind}.",
    "unclear-state": "Nobody could confirm whether the {certification} can still be earned.",
    "keep-alive": "Keep your {certification} alive: it expires on {until}, before it is needed.",
    "high-end": "The upper end of the range is over your budget by {amount} {currency}.",
    "membership-again": (
        "Exams for which you join {issuer} lie more than a year apart: put the earlier ones off, "
        "or pay {amount} {currency} more for the membership."
    ),
    "sit-sooner": "The exam of the {certification} may be sat sooner than on the day told.",
    "going-on": "Work that you told as a total is taken to go on from next month.",
    "budget-currency": "No exchange rate of {currency} is known, so the budget is left out.",
    "usual-pace": "{hours} hours of study a week are taken; tell yours with --hours-per-week.",
}

LIMITS = ("budget", "until", "hours_per_week")

GATES = {
    "absorbed": "what you hold leaves no use for it",
    "same-level": "you hold one of its level",
    "too-junior": "too junior for you",
}


def certification(id: str, catalog: Catalog) -> str:
    """The short name of a certification."""
    return phrases.certification_name(id, catalog)


def title(answer: Answer, catalog: Catalog) -> str:
    """The title of a plan: its target."""
    wish = answer.wish
    if wish.kind == "role":
        return f"Plan to {phrases.role_title(wish.id, catalog)}"
    return f"Plan to {certification(wish.id, catalog)}"


def step(one: Step, catalog: Catalog) -> str:
    """What to do in a step."""
    text = _STEPS[one.kind](one, catalog)
    if one.kind in ("training", "course", "membership") and len(one.serves) > 1:
        text += f", for {phrases.several(certification(id, catalog) for id in one.serves)}"
    return text


def _wait(one: Step, catalog: Catalog) -> str:
    if one.leaf is None:
        return f"Wait until the {certification(one.subject, catalog)} can be earned"
    return f"Wait until you have {phrases.requirement(one.leaf, catalog)}"


def _training(one: Step, _: Catalog) -> str:
    hours = phrases.amount(one.hours.likely if one.hours else 0, "hour")
    return f"{hours} of training in {phrases.readable(one.subject)}"


_STEPS: dict[str, Callable[[Step, Catalog], str]] = {
    "training": _training,
    "course": lambda one, catalog: _capital(phrases.course_name(one.subject, catalog)),
    "study": lambda one, catalog: f"Study for the {certification(one.subject, catalog)}",
    "wait": _wait,
    "membership": lambda one, catalog: f"Join {phrases.issuer_name(one.subject, catalog)}",
    "application": lambda one, catalog: f"Apply for the {certification(one.subject, catalog)}",
    "exam": lambda one, catalog: f"Sit the {certification(one.subject, catalog)} exam",
    "award": lambda one, catalog: f"Be certified {certification(one.subject, catalog)}",
}

_SHORT: dict[str, Callable[[Step, Catalog], str]] = {
    "training": lambda one, _: (
        f"Training, {phrases.amount(one.hours.likely, 'hour')}" if one.hours else "Training"
    ),
    "course": lambda one, catalog: f"Course for {certification(one.serves[0], catalog)}",
    "study": lambda one, catalog: f"Study for {certification(one.subject, catalog)}",
    "wait": lambda one, catalog: f"Wait for {certification(one.subject, catalog)}",
    "membership": lambda one, catalog: f"Join {phrases.issuer_name(one.subject, catalog)}",
    "application": lambda one, catalog: f"Apply for {certification(one.subject, catalog)}",
    "exam": lambda one, catalog: f"{certification(one.subject, catalog)} exam",
    "award": lambda one, catalog: f"{certification(one.subject, catalog)} certified",
}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def lanes(plan: Plan, catalog: Catalog) -> tuple[Lane, ...]:
    """The steps as the bars of a Gantt chart."""
    return tuple(
        Lane(_SHORT[one.kind](one, catalog), one.start.toordinal(), one.end.toordinal(), one.kind)
        for one in plan.steps
    )


def money(cents: int, currency: str) -> str:
    """An amount of cents as money; estimates are rounded to whole units of the currency."""
    value = cents / CENTS
    return phrases.money(Money(value if cents % CENTS == 0 else round(value), currency))


def figure(amount: Amount | None, told: Callable[[int], str]) -> str:
    """The likely value of an amount, marked if it is an estimate; empty for None."""
    if amount is None:
        return ""
    return f"{ESTIMATE if amount.estimated else ''}{told(amount.likely)}"


def span(amount: Amount, currency: str) -> str:
    """The range of an amount in cents; empty if both ends are the same."""
    if amount.low == amount.high:
        return ""
    low = phrases.number(round(amount.low / CENTS))
    return f"{low} to {money(amount.high, currency)}"


def headline(answer: Answer, catalog: Catalog) -> str:
    """The answer in one sentence."""
    plan = answer.plan
    if plan is not None:
        name = certification(plan.certification, catalog)
        about = "about " if plan.cost.estimated else ""
        cost = f"{about}{money(plan.cost.likely, answer.currency)}"
        wide = span(plan.cost, answer.currency)
        return f"{name} on {plan.finish.isoformat()}, for {cost}{f' ({wide})' if wide else ''}."
    name = _wished(answer, catalog)
    if answer.status == "held":
        return f"you hold the {certification(answer.held or '', catalog)} already."
    if answer.status == "none_asked":
        return f"no certification is left to plan for {name}."
    if answer.status == "ask":
        return f"whether {name} can be reached hangs on what you have not told."
    return f"{name} cannot be reached as asked."


def _wished(answer: Answer, catalog: Catalog) -> str:
    if answer.wish.kind == "role":
        return f"the role {phrases.role_title(answer.wish.id, catalog)}"
    return f"the {certification(answer.wish.id, catalog)}"


def obstacle(one: Obstacle, answer: Answer, catalog: Catalog) -> str:
    """What prevents the plan, and by how much."""
    if one.cost is not None and one.needed is not None:
        short, needed = (money(cents, answer.currency) for cents in (one.cost, one.needed))
        return f"The budget is short by {short}: the cheapest plan takes {needed}."
    if one.days is not None and answer.limit.until is not None:
        earliest = (answer.limit.until + timedelta(days=one.days)).isoformat()
        days = phrases.amount(one.days, "day")
        return f"The date is missed by {days}: the earliest is {earliest}."
    if one.hours is not None:
        told = phrases.amount(answer.limit.hours_per_week, "hour")
        return f"{told} of study a week are too few: {one.hours} would do."
    if one.leaf is None:
        return f"The {certification(one.certification or '', catalog)} cannot be earned any more."
    missing = phrases.missing(Shortfall(one.leaf, one.amount or 1, one.unit or ""), catalog)
    grows = ", and no work that you told brings more" if one.constraint == "experience" else ""
    verb = "is" if (one.amount or 1) == 1 else "are"
    return f"{_capital(missing)} {verb} missing{grows}."


def against(answer: Answer) -> str:
    """The heading of the obstacles: whether one or all of the limits must be relaxed."""
    count = len(answer.obstacles)
    if count <= 1 or not all(one.constraint in LIMITS for one in answer.obstacles):
        return "What stands against it"
    if not all(one.alone for one in answer.obstacles):
        return "What stands against it (both have to give)"
    word = "either" if count == len(("one", "other")) else "any one"
    return f"What stands against it ({word} may give)"


def alternative(one: Alternative, answer: Answer, catalog: Catalog) -> str:
    """An alternative plan: how it differs, and why it ranks lower."""
    plan = one.plan
    cost = money(plan.cost.likely, answer.currency)
    how = phrases.several(_difference(*act, catalog) for act in one.differs)
    name = certification(plan.certification, catalog)
    start = f"{name} on {plan.finish.isoformat()} for {cost}{f', {how}' if how else ''}"
    return f"{start}: {phrases.several(_losses(one, answer.currency))}."


def _difference(sort: str, name: str, catalog: Catalog) -> str:
    if sort == "training":
        return f"with training in {phrases.readable(name)}"
    if sort == "course":
        return f"with {phrases.course_name(name, catalog)}"
    if sort == "earn":
        return f"through the {certification(name, catalog)}"
    return f"as a member of {phrases.issuer_name(name, catalog)}"


def _losses(one: Alternative, currency: str) -> list[str]:
    told = []
    if one.over_budget:
        told.append(f"over the budget by {money(one.over_budget, currency)}")
    if one.days_late:
        told.append(f"{phrases.amount(one.days_late, 'day')} too late")
    if one.by_days:
        word = "later" if one.by_days > 0 else "sooner"
        told.append(f"{word} by {phrases.amount(abs(one.by_days), 'day')}")
    if one.by_cost:
        word = "dearer" if one.by_cost > 0 else "cheaper"
        told.append(f"{word} by {money(abs(one.by_cost), currency)}")
    return told or ["as soon and as dear, with more steps"]


def remark(said: Argument, catalog: Catalog) -> str:
    """A remark in full."""
    values = {
        key: value.isoformat()
        if isinstance(value, date)
        else phrases.number(value)
        if isinstance(value, int | float)
        else value
        for key, value in said.values.items()
    }
    names: dict[str, Callable[[str, Catalog], str]] = {
        "certification": certification,
        "successor": certification,
        "issuer": phrases.issuer_name,
        "kind": phrases.kind_name,
    }
    told = {
        key: names[key](str(value), catalog) if key in names else value
        for key, value in values.items()
    }
    form = REMARKS.get(said.key)
    if form is None:
        return reasons_words.argument(said, catalog)
    return form.format(id=said.values.get("successor", ""), **told)
