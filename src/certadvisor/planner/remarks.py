"""Remarks on a plan: the assumptions it makes, and what its total leaves open."""

from collections.abc import Iterable
from datetime import date

from certadvisor.advice.recommend.recommendations import Argument
from certadvisor.catalog.requirement import Experience, Holds
from certadvisor.planner.branch_and_bound import Found
from certadvisor.planner.figures import CENTS
from certadvisor.planner.objective import NO_LIMIT
from certadvisor.planner.planning_context import Setting
from certadvisor.planner.schedule import acts_of
from certadvisor.rules.assumptions import assumptions_of
from certadvisor.rules.verdict import Assumption

DAYS_OF_A_YEAR = 365


def remarks_on(found: Found, setting: Setting) -> tuple[Argument, ...]:
    """Collect every remark on a plan, the most important first."""
    return (
        *((setting.outgrown.reason,) if setting.outgrown else ()),
        *_replaced(found, setting),
        *_begun(found),
        *_unclear(found, setting),
        *_kept(found, setting),
        *_over(found, setting),
        *_again(found, setting),
        *_sooner(found, setting),
        *_going_on(found, setting),
        *setting_remarks(setting),
    )


def setting_remarks(setting: Setting) -> tuple[Argument, ...]:
    """Collect the remarks that hold for every plan of this request."""
    budget = setting.goal.budget
    remarks = []
    if budget is not None and setting.limits.budget == NO_LIMIT:
        remarks.append(Argument("budget-currency", {"currency": budget.currency}))
    if not setting.goal.hours_per_week:
        remarks.append(Argument("usual-pace", {"hours": setting.pace.hours_per_week}))
    return tuple(remarks)


def assumptions_in(found: Found, setting: Setting) -> tuple[Assumption, ...]:
    """List the interpretations of the profile that the plan depends on."""
    leaves = [leaf for one in found.dated for leaf in found.selection[one.id].leaves]
    return assumptions_of(leaves, setting.evidence, setting.evidence.as_of)


def _begun(found: Found) -> Iterable[Argument]:
    for act in sorted(acts_of(found.selection), key=str):
        if act.sort == "lack" and isinstance(act.leaf, Experience):
            yield Argument("begun", {"kind": act.leaf.kind})


def _replaced(found: Found, setting: Setting) -> Iterable[Argument]:
    """Name the successors of certifications that can no longer be earned."""
    for act in sorted(acts_of(found.selection), key=str):
        known = setting.catalog.certifications
        for id in known[act.name].replaced_by if act.sort == "lack" and act.leaf is None else ():
            if id in known:
                yield Argument("replaced", {"certification": act.name, "successor": id})


def _unclear(found: Found, setting: Setting) -> Iterable[Argument]:
    for act in sorted(acts_of(found.selection), key=str):
        if (
            act.sort == "ask"
            and act.leaf is None
            and setting.catalog.certifications[act.name].rules
        ):
            yield Argument("unclear-state", {"certification": act.name})


def _kept(found: Found, setting: Setting) -> Iterable[Argument]:
    """Name the held credentials that a rule needs and that expire before they are used."""
    expiring = {one.id: one.expires for one in setting.supposed.kept if one.expires}
    told: dict[str, date] = {}
    for one in found.dated:
        for leaf in found.selection[one.id].leaves:
            for id in leaf.certifications if isinstance(leaf, Holds) else ():
                if id in expiring and expiring[id].toordinal() < one.earned:
                    told[id] = expiring[id]
    for id, day in sorted(told.items()):
        yield Argument("keep-alive", {"certification": id, "until": day})


def _over(found: Found, setting: Setting) -> Iterable[Argument]:
    """Warn if the total is within the budget but the upper end of its range is not."""
    over = found.bought.total.high - setting.limits.budget
    if over > 0 and found.bought.total.likely <= setting.limits.budget:
        yield Argument("high-end", {"amount": over / CENTS, "currency": setting.figures.currency})


def _again(found: Found, setting: Setting) -> Iterable[Argument]:
    """Warn if a membership's exams are more than a year apart: its fee is due again."""
    for membership in found.bought.joined:
        days = [
            one.earned
            for one in found.dated
            if setting.figures.exam(one.id).membership == membership
        ]
        years = (max(days) - min(days)) // DAYS_OF_A_YEAR if days else 0
        if years:
            fee = setting.figures.fee(membership).likely * years / CENTS
            currency = setting.figures.currency
            yield Argument(
                "membership-again", {"issuer": membership, "amount": fee, "currency": currency}
            )


def _sooner(found: Found, setting: Setting) -> Iterable[Argument]:
    for one in found.dated:
        rule = setting.catalog.certifications[one.id].rule_on(date.fromordinal(one.earned))
        if rule is not None and rule.differs:
            yield Argument("sit-sooner", {"certification": one.id})


def _going_on(found: Found, setting: Setting) -> Iterable[Argument]:
    leaves = (leaf for one in found.dated for leaf in found.selection[one.id].leaves)
    if setting.supposed.going_on and any(isinstance(leaf, Experience) for leaf in leaves):
        yield Argument("going-on", {})
