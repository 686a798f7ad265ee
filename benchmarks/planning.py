"""Planning times: every certification and role, for several people, by time and by cost.

    python benchmarks/planning.py

Prints the slowest answers in milliseconds, alternatives included, measured in
this process without loading the catalogue. The promise is one second.
"""

import time
from datetime import date

from certadvisor.advice.goals import plan_goal
from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Money
from certadvisor.planner.objective import PlanObjective
from certadvisor.planner.plan_request import PlanRequest
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.matching.lookup import GoalKind
from certadvisor.profile.model import Education, Goal, Profile, WorkPeriod

DAY = date(2026, 11, 22)
SHOWN = 5
PROMISE = 1.0  # seconds

EMPTY_PROFILE = Profile(
    education=(), work=(), training=(), courses=(), certifications=(), memberships=()
)
LEADING_WORK = WorkPeriod(
    frozenset({"project-leading", "project", "professional"}), start=date(2024, 9, 1)
)
PEOPLE = {
    "nothing told": Profile(),
    "nothing done": EMPTY_PROFILE,
    "leads since 2024": EMPTY_PROFILE._replace(
        education=(Education("bachelor"),), work=(LEADING_WORK,)
    ),
    "on a budget": EMPTY_PROFILE._replace(
        education=(Education("bachelor"),),
        work=(LEADING_WORK,),
        goal=Goal(budget=Money(800, "USD")),
    ),
}


def main() -> None:
    """Print the table; fail where the promise is broken."""
    catalog = load_catalog()
    catalog.raw_records("certifications")
    goals = [(GoalKind.CERTIFICATION, id) for id in catalog.certifications]
    goals += [(GoalKind.ROLE, id) for id in catalog.roles]
    slowest = 0.0
    for name, person in PEOPLE.items():
        for by in PlanObjective:
            times = []
            for kind, id in goals:
                start = time.perf_counter()
                answer = plan_goal(Evidence(person, catalog, DAY), PlanRequest(kind, id, by))
                times.append((time.perf_counter() - start, id, answer.status))
            times.sort(reverse=True)
            slowest = max(slowest, times[0][0])
            middle = times[len(times) // 2][0] * 1e3
            slowest_plans = ", ".join(f"{id} {spent * 1e3:.0f}" for spent, id, _ in times[:SHOWN])
            found_count = sum(status == "found" for _, _, status in times)
            print(
                f"{name}, {by}: median {middle:.1f} ms, "
                f"{found_count} of {len(times)} found; {slowest_plans}"
            )
    print(f"slowest {slowest * 1e3:.0f} ms")
    raise SystemExit(slowest > PROMISE)


if __name__ == "__main__":
    main()
