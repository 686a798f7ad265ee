"""What is said before the list: nothing asked, nothing known, or something to renew first."""

from certadvisor.advice.recommend.recommendations import Recommendation
from certadvisor.advice.renewals.renewal import credentials_to_renew_first
from certadvisor.advice.target import CareerTarget
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.reason import Reason, Values

# Reasons of a role fit other than the field; of those "-judged" no source says so.
EMPLOYER_REASONS = (
    "preferred",
    "preferred-judged",
    "helpful",
    "helpful-judged",
    "next-step",
)


def is_little_known(evidence: Evidence) -> bool:
    """Whether neither education, work, training, courses nor certifications are given."""
    profile = evidence.profile
    sections = (
        profile.education,
        profile.work,
        profile.training,
        profile.courses,
        profile.certifications,
    )
    return all(part is None for part in sections)


def opening_remarks(
    evidence: Evidence, target: CareerTarget, recommendations: tuple[Recommendation, ...]
) -> tuple[Reason, ...]:
    """What to say before the list of recommendations, the most important first."""
    remarks = []
    goal_role = evidence.catalog.roles[target.role] if target.role else None
    if goal_role and goal_role.level == "entry":
        remarks.append(Reason("entry-asks-none", {"role": goal_role.id, **_adverts(evidence)}))
    for credential in credentials_to_renew_first(evidence):
        values: Values = {"certification": credential.id, "on": credential.expires}
        remarks.append(Reason("renew-first", values))
    if is_little_known(evidence):
        remarks.append(Reason("little-known", {}))
    elif (
        target.weighted_roles and recommendations and not (goal_role and goal_role.level == "entry")
    ):
        employers_expect = any(
            factor.name == "role_fit" and factor.reason.key in EMPLOYER_REASONS
            for one in recommendations
            for factor in one.factors
        )
        if not employers_expect:
            role = target.weighted_roles[0][0].id
            remarks.append(Reason("none-asked", {"role": role, **_adverts(evidence)}))
    if not recommendations:
        remarks.append(Reason("none", {"until": target.horizon_end}))
    return tuple(remarks)


def _adverts(evidence: Evidence) -> Values:
    """How many adverts name no certification where the person lives, else in the world."""
    count = evidence.catalog.adverts_in(evidence.profile.country)
    if count is None:
        return {}
    return {
        "none_named": count.none_named,
        "adverts": count.adverts,
        "what": count.what,
        "place": count.country,
        "period": count.period,
    }
