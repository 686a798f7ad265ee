"""What one line of the list stands for: equivalents, of which either will do, and one way up."""

from certadvisor.advice.recommend.reachability import asks_work
from certadvisor.advice.recommend.recommendations import Equivalent, Recommendation
from certadvisor.catalog.ladders import Ladders
from certadvisor.profile.evidence import Evidence

MAX_EQUIVALENTS = 2  # equivalents shown with a recommendation


def add_to_groups(
    groups: list[Recommendation], recommendation: Recommendation, ladders: Ladders
) -> None:
    """Add it beside the best one of its level, else as a group; those beyond the limit drop out."""
    for index, best in enumerate(groups):
        if ladders.are_equals(recommendation.certification.id, best.certification.id):
            is_as_near = set(recommendation.way.prerequisites) <= set(best.way.prerequisites)
            if is_as_near and len(best.equivalents) < MAX_EQUIVALENTS:
                equivalent = Equivalent(
                    recommendation.certification,
                    recommendation.cost,
                    recommendation.reach,
                    recommendation.way,
                )
                groups[index] = best._replace(equivalents=(*best.equivalents, equivalent))
            return
    groups.append(recommendation)


def step_on_one_way(
    recommendation: Recommendation, groups: list[Recommendation], evidence: Evidence
) -> Recommendation | None:
    """The better one on whose way it stands, or to which it is a later step; None without one.

    What work has earned is a step of its own, whatever else leads to it.
    """
    ladders, certification = evidence.catalog.ladders, recommendation.certification
    rule = certification.rule_on(evidence.as_of)
    steps = {id for one in recommendation.way.prerequisites for id in (one, *ladders.equals(one))}
    if rule and not asks_work(rule):
        steps |= ladders.below(certification.id)
    for better in groups:
        is_step_before = certification.id in (
            *better.way.prerequisites,
            *ladders.below(better.certification.id),
        )
        if is_step_before or better.certification.id in steps:
            return better
    return None
