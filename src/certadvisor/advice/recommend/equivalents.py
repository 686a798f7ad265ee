"""Groups of equivalents: certifications at one level, of which either will do."""

from certadvisor.advice.recommend.recommendations import Equivalent, Recommendation
from certadvisor.catalog.records import Certification

MAX_EQUIVALENTS = 2  # equivalents shown with a recommendation


def add_to_groups(groups: list[Recommendation], recommendation: Recommendation) -> None:
    """Add it beside the best one of its level, else as a group; those beyond the limit drop out."""
    for index, best in enumerate(groups):
        if are_equivalent(recommendation.certification, best.certification):
            if len(best.equivalents) < MAX_EQUIVALENTS:
                equivalent = Equivalent(
                    recommendation.certification,
                    recommendation.cost,
                    recommendation.reach,
                    recommendation.way,
                )
                groups[index] = best._replace(equivalents=(*best.equivalents, equivalent))
            return
    groups.append(recommendation)


def are_equivalent(one: Certification, other: Certification) -> bool:
    """Whether both stand at one level, so that either will do."""
    return one.id in other.same_level_as or other.id in one.same_level_as
