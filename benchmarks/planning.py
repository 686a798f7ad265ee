"""Planning times: every certification and role, for several people, by time and by cost.

    python benchmarks/planning.py

Prints the slowest answers in milliseconds, alternatives included, measured in
this process without loading the catalogue. The promise is one second.
"""

import time
from datetime import date

from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Money
from certadvisor.planner.plan_result import Wish
from certadvisor.planner.planner import plan_to
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Education, Goal, Profile, WorkPeriod

DAY = date(2026, 11, 22)
SHOWN = 5
PROMISE = 1.0  # seconds

NOTHING = Profile(education=(), work=(), training=(), courses=(), certifications=(), memberships=())
LEADS = WorkPeriod(
    frozenset({"project-leading", "project", "professional"}), start=date(2024, 9, 1)
)
PEOPLE = {
    "nothing told": Profile(),
    "nothing done": NOTHING,
    "leads since 2024": NOTHING._replace(education=(Education("bachelor"),), work=(LEADS,)),
    "on a budget": NOTHING._replace(
        education=(Education("bachelor"),), work=(LEADS,), goal=Goal(budget=Money(800, "USD"))
    ),
}


def main() -> None:
    """Print the table; fail where the promise is broken."""
    catalog = load_catalog()
    catalog.pages("certifications")
    aims = [("certification", id) for id in catalog.certifications]
    aims += [("role", id) for id in catalog.roles]
    slowest = 0.0
    for name, person in PEOPLE.items():
        for by in ("fastest", "cheapest"):
            times = []
            for kind, id in aims:
                begun = time.perf_counter()
                answer = plan_to(Evidence(person, catalog, DAY), Wish(kind, id, by))
                times.append((time.perf_counter() - begun, id, answer.status))
            times.sort(reverse=True)
            slowest = max(slowest, times[0][0])
            middle = times[len(times) // 2][0] * 1e3
            told = ", ".join(f"{id} {spent * 1e3:.0f}" for spent, id, _ in times[:SHOWN])
            found = sum(status == "found" for _, _, status in times)
            print(f"{name}, {by}: median {middle:.1f} ms, {found} of {len(times)} found; {told}")
    print(f"slowest {slowest * 1e3:.0f} ms")
    raise SystemExit(slowest > PROMISE)


if __name__ == "__main__":
    main()
