"""Career paths and checklists for the expected outputs, from the small catalogue."""

from collections.abc import Callable

from sample_people import DAY, LEADER, profile

from certadvisor.advice.career.career_paths import ascent
from certadvisor.advice.career.checklist import checklist
from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.views.reports import Frame, StepsReport, WaysReport

RISING = LEADER.replace("country: US", "country: GB").replace(
    "goal:", "skills: [leadership, scheduling]\ngoal:"
)


def ways(start: str, to: str | None = None, written: str = "") -> Callable[[Catalog], WaysReport]:
    """The career paths from a role, with or without a profile."""

    def build(catalog: Catalog) -> WaysReport:
        person = profile(written, catalog) if written else Profile()
        evidence = Evidence(person, catalog, DAY)
        target = catalog.roles[to] if to else None
        found = ascent(evidence, catalog.roles[start], target)
        reached = {rise.role.id for rise in found.rises}
        listed = "it-project-manager" in reached
        steps = checklist(evidence, catalog.roles["it-project-manager"]) if listed else None
        told = bool(written)
        return WaysReport(Frame(catalog, DAY), found, steps, person.country, None, told)

    return build


def steps(written: str = "") -> Callable[[Catalog], StepsReport]:
    """The steps to a role as a checklist."""

    def build(catalog: Catalog) -> StepsReport:
        evidence = Evidence(profile(written, catalog) if written else Profile(), catalog, DAY)
        return StepsReport(
            Frame(catalog, DAY), checklist(evidence, catalog.roles["it-project-manager"])
        )

    return build


WAYS: dict[str, Callable[[Catalog], WaysReport | StepsReport]] = {
    "ways": ways("project-coordinator"),
    "ways-person": ways("project-coordinator", "it-project-manager", RISING),
    "ways-top": ways("program-manager"),
    "ways-none": ways("program-manager", "project-coordinator"),
    "steps": steps(),
    "steps-person": steps(RISING),
}
