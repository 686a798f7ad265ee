"""Plans for the expected outputs, calculated from the small catalogue."""

from collections.abc import Callable
from datetime import date

from sample_people import DEVELOPER
from written_profiles import evidence_of

from certadvisor.advice.goals import plan_goal
from certadvisor.catalog.records import Catalog
from certadvisor.planner.objective import PlanObjective
from certadvisor.planner.plan_request import PlanRequest
from certadvisor.profile.matching.lookup import GoalKind
from certadvisor.views.reports import AnswerContext, PlanReport

DAY = date(2026, 11, 22)

LEADER = """
country: US
education: [{degree: bachelor, awarded: 2015-06}]
work:
  - {title: IT project manager, start: 2024-09}
  - {kinds: [scrum-master], start: 2026-06}
training: []
courses: []
certifications: []
memberships: []
goal: {hours_per_week: 6, budget: 1500 USD}
"""
POOR = LEADER.replace("1500 USD", "1000 USD").replace("6,", "3,")


def plan_builder(profile_yaml: str, request: PlanRequest) -> Callable[[Catalog], PlanReport]:
    """A function that plans for a person."""

    def build(catalog: Catalog) -> PlanReport:
        answer = plan_goal(evidence_of(profile_yaml, catalog, DAY), request)
        return PlanReport(AnswerContext(catalog, DAY, today=True), answer)

    return build


def request_for(
    id: str, by: PlanObjective = PlanObjective.FASTEST, until: date | None = None
) -> PlanRequest:
    """A plan request for a certification."""
    return PlanRequest(GoalKind.CERTIFICATION, id, by, until)


LATE_GOAL = "goal: {within: 12 months}"

LAPSED = """
country: US
education: [{degree: bachelor}]
work: [{kinds: [project-leading], start: 2018-01}]
training: [{topic: project-management, hours: 35}]
courses: []
certifications: [{id: pmp, earned: 2023-07-01, expires: 2026-06-30}]
memberships: [pmi]
"""
PLANS: dict[str, Callable[[Catalog], PlanReport]] = {
    "plan": plan_builder(LEADER, request_for("pmp")),
    "plan-cheapest": plan_builder(LEADER, request_for("pmp", PlanObjective.CHEAPEST)),
    "plan-steps": plan_builder(LEADER.replace("1500", "2500"), request_for("a-csm")),
    "plan-role": plan_builder(LEADER, PlanRequest(GoalKind.ROLE, "scrum-master")),
    "plan-late": plan_builder(POOR, request_for("pmp", until=date(2027, 3, 1))),
    "plan-poor": plan_builder(POOR.replace("1000", "400"), request_for("pmp")),
    "plan-both": plan_builder(
        LEADER.replace("1500", "500"), request_for("pmp", until=date(2027, 1, 1))
    ),
    "plan-gap": plan_builder(
        LEADER.replace("bachelor, awarded: 2015-06", "none"), request_for("pmp")
    ),
    "plan-ask": plan_builder("work: []", request_for("cbap")),
    "plan-if": plan_builder(DEVELOPER, request_for("pmp")),
    "plan-if-late": plan_builder(
        f"{DEVELOPER}{LATE_GOAL}", PlanRequest(GoalKind.ROLE, "it-project-manager")
    ),
    "plan-retired": plan_builder(LEADER, request_for("prince2-6-foundation")),
    "plan-held": plan_builder("certifications: [{id: capm}]", request_for("capm")),
    "plan-lapsed": plan_builder(LAPSED, request_for("pmp")),
    "plan-none-asked": plan_builder(LEADER, PlanRequest(GoalKind.ROLE, "project-coordinator")),
}
