"""What one line of the list stands for: equivalents, of which either will do, and one way up."""

from certadvisor.advice.recommend.factors import budget_share, demand_in, next_step_from
from certadvisor.advice.recommend.reachability import asks_work
from certadvisor.advice.recommend.recommendations import Equivalent, Recommendation
from certadvisor.catalog.ladders import ladders_of
from certadvisor.catalog.records import Certification
from certadvisor.profile.evidence import Evidence

MAX_EQUIVALENTS = 2  # equivalents shown with a recommendation


def add_to_groups(
    groups: list[Recommendation],
    recommendation: Recommendation,
    evidence: Evidence,
    named: frozenset[str],
) -> Recommendation | None:
    """Add it as a group, or beside the best one of its level, which is returned then.

    Beside another stands only what is as near, and named by the role's lists, the next step after
    something held or about as much asked for, and two at the most; the others drop out. Where two
    score about alike, the one that employers ask for more leads.
    """
    certification = recommendation.certification
    for index, best in enumerate(groups):
        if not ladders_of(evidence.catalog).are_equals(certification.id, best.certification.id):
            continue
        is_as_near = set(recommendation.way.prerequisites) <= set(best.way.prerequisites)
        if (
            is_as_near
            and len(best.equivalents) < MAX_EQUIVALENTS
            and (
                certification.id in named
                or next_step_from(certification, evidence)
                or _is_as_much_asked_for(certification, best.certification, evidence)
            )
        ):
            first, second = best, recommendation
            if _leads(recommendation, best, evidence):
                first, second = second, first
            beside = Equivalent(second.certification, second.cost, second.reach, second.way)
            groups[index] = first._replace(equivalents=(*best.equivalents, beside))
        return best
    groups.append(recommendation)
    return None


def _is_as_much_asked_for(
    certification: Certification, best: Certification, evidence: Evidence
) -> bool:
    """Whether its demand where the person lives is a fair share of the best one's."""
    catalog, country = evidence.catalog, evidence.profile.country
    least = catalog.tables.values["list"]["equivalent_demand_share"]
    own, other = demand_in(certification, country, catalog), demand_in(best, country, catalog)
    return own is None or other is None or own.value >= least * other.value


def _leads(recommendation: Recommendation, best: Recommendation, evidence: Evidence) -> bool:
    """Whether it can be paid, scores about as well as the better one and is asked for more.

    What can be earned for good leads what ends before long, whatever they score.
    """
    catalog, country = evidence.catalog, evidence.profile.country
    share = budget_share(recommendation.way.total, evidence.profile.goal.budget)
    if share is not None and share > 1:
        return False
    if best.certification.retires_after(evidence.as_of):
        return recommendation.certification.retires_after(evidence.as_of) is None
    if recommendation.score < catalog.tables.values["list"]["leading_share"] * best.score:
        return False
    own = demand_in(recommendation.certification, country, catalog)
    other = demand_in(best.certification, country, catalog)
    return own is not None and (other is None or own.value > other.value)


def step_on_one_way(
    recommendation: Recommendation, groups: list[Recommendation], evidence: Evidence
) -> Recommendation | None:
    """The better one on whose way it stands, or to which it is a later step; None without one.

    What work has earned is a step of its own, whatever else leads to it.
    """
    ladders, certification = ladders_of(evidence.catalog), recommendation.certification
    rule = certification.rule_on(evidence.as_of)
    steps = {id for one in recommendation.way.prerequisites for id in (one, *ladders.equals(one))}
    if rule and not asks_work(rule):
        steps |= ladders.below(certification.id)
    for better in groups:
        is_step_before = certification.id in (
            *better.way.prerequisites,
            *ladders.superseded_by(better.certification.id),
        )
        if is_step_before or better.certification.id in steps:
            return better
    return None


def is_open_step_above(
    recommendation: Recommendation,
    better: Recommendation,
    evidence: Evidence,
    named: frozenset[str],
) -> bool:
    """Whether a later step than the better one needs nothing before it, and is worth as much.

    It does not take the place of what the lists of the target roles name alone.
    """
    id, below = recommendation.certification.id, better.certification.id
    return (
        below in ladders_of(evidence.catalog).below(id)
        and not recommendation.way.prerequisites
        and (id in named or below not in named)
        and _leads(recommendation, better, evidence)
    )
