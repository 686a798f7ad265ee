"""Plans for the expected outputs, calculated from the small catalogue."""

from collections.abc import Callable
from datetime import date

from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.planner.plan_result import Wish
from certadvisor.planner.planner import plan_to
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.reader import read_profile
from certadvisor.views.reports import Frame, PlanReport

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


def planned(written: str, wish: Wish) -> Callable[[Catalog], PlanReport]:
    """A function that plans for a person."""

    def build(catalog: Catalog) -> PlanReport:
        person = read_profile(read_bytes(written.encode(), "profile"), catalog, DAY).profile
        answer = plan_to(Evidence(person, catalog, DAY), wish)
        return PlanReport(Frame(catalog, DAY, today=True), answer)

    return build


def to(id: str, by: str = "fastest", until: date | None = None) -> Wish:
    """A plan request for a certification."""
    return Wish("certification", id, by, until)


PLANS: dict[str, Callable[[Catalog], PlanReport]] = {
    "plan": planned(LEADER, to("pmp")),
    "plan-cheapest": planned(LEADER, to("pmp", "cheapest")),
    "plan-steps": planned(LEADER.replace("1500", "2500"), to("a-csm")),
    "plan-role": planned(LEADER, Wish("role", "scrum-master")),
    "plan-late": planned(POOR, to("pmp", until=date(2027, 3, 1))),
    "plan-poor": planned(POOR.replace("1000", "400"), to("pmp")),
    "plan-both": planned(LEADER.replace("1500", "500"), to("pmp", until=date(2027, 1, 1))),
    "plan-gap": planned(LEADER.replace("bachelor, awarded: 2015-06", "none"), to("pmp")),
    "plan-ask": planned("work: []", to("cbap")),
    "plan-retired": planned(LEADER, to("prince2-6-foundation")),
    "plan-held": planned("certifications: [{id: capm}]", to("capm")),
    "plan-none-asked": planned(LEADER, Wish("role", "project-coordinator")),
}
