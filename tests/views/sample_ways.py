"""Career paths and checklists for the expected outputs, from the small catalogue."""

from collections.abc import Callable

from sample_people import DAY, DEVELOPER, LEADER
from written_profiles import profile_of

from certadvisor.advice.career.career_paths import find_career_paths
from certadvisor.advice.career.checklist import make_checklist
from certadvisor.advice.recommend.conditionals import find_conditionals
from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.matching.lookup import resolve_start
from certadvisor.profile.model import Profile
from certadvisor.profile.present_role import with_present_job
from certadvisor.views.reports import AnswerContext, StepsReport, WaysReport

RISING = LEADER.replace("country: US", "country: GB").replace(
    "goal:", "skills: [leadership, scheduling]\ngoal:"
)


def paths_builder(
    start_name: str, target_id: str | None = None, profile_yaml: str = ""
) -> Callable[[Catalog], WaysReport]:
    """The career paths from a role, with or without a profile."""

    def build(catalog: Catalog) -> WaysReport:
        person = profile_of(profile_yaml, catalog, DAY) if profile_yaml else Profile()
        evidence = Evidence(person, catalog, DAY)
        start, _ = resolve_start(start_name, catalog)
        target = catalog.roles[target_id] if target_id else None
        paths = find_career_paths(evidence, start, target)
        reached = {promotion.role.id for promotion in paths.promotions}
        has_steps = "it-project-manager" in reached
        steps = make_checklist(evidence, catalog.roles["it-project-manager"]) if has_steps else None
        has_person = bool(profile_yaml)
        in_job = Evidence(with_present_job(person, start.title, catalog), catalog, DAY)
        return WaysReport(
            AnswerContext(catalog, DAY),
            paths,
            steps,
            person.country,
            None,
            has_person,
            find_conditionals(in_job),
        )

    return build


def steps_builder(profile_yaml: str = "") -> Callable[[Catalog], StepsReport]:
    """The steps to a role as a checklist."""

    def build(catalog: Catalog) -> StepsReport:
        evidence = Evidence(
            profile_of(profile_yaml, catalog, DAY) if profile_yaml else Profile(), catalog, DAY
        )
        return StepsReport(
            AnswerContext(catalog, DAY),
            make_checklist(evidence, catalog.roles["it-project-manager"]),
        )

    return build


PATHS: dict[str, Callable[[Catalog], WaysReport | StepsReport]] = {
    "ways": paths_builder("project-coordinator"),
    "ways-person": paths_builder("project-coordinator", "it-project-manager", RISING),
    "ways-outside": paths_builder("developer"),
    "ways-outside-person": paths_builder("developer", None, DEVELOPER),
    "ways-top": paths_builder("program-manager"),
    "ways-none": paths_builder("program-manager", "project-coordinator"),
    "steps": steps_builder(),
    "steps-person": steps_builder(RISING),
}
