"""Comparisons for the expected outputs, calculated from the small catalogue."""

from collections.abc import Callable

from sample_people import DAY, LEADER
from written_profiles import evidence_of

from certadvisor.catalog.records import Catalog
from certadvisor.comparison.certifications import compare_certifications
from certadvisor.comparison.roles import compare_roles
from certadvisor.views.reports import AnswerContext, CompareReport, CompareRolesReport, Report


def comparison_builder(
    *ids: str, profile_yaml: str = "country: US"
) -> Callable[[Catalog], CompareReport]:
    """Certifications side by side; for a person if the profile gives more than a country."""

    def build(catalog: Catalog) -> CompareReport:
        evidence = evidence_of(profile_yaml, catalog, DAY)
        has_person = profile_yaml != "country: US"
        comparison = compare_certifications(
            [catalog.certifications[id] for id in ids], evidence, for_person=has_person
        )
        return CompareReport(AnswerContext(catalog, DAY), comparison)

    return build


def role_comparison_builder(*ids: str) -> Callable[[Catalog], CompareRolesReport]:
    """Roles side by side."""

    def build(catalog: Catalog) -> CompareRolesReport:
        comparison = compare_roles([catalog.roles[id] for id in ids], catalog, None)
        return CompareRolesReport(AnswerContext(catalog, DAY), comparison)

    return build


COMPARISONS: dict[str, Callable[[Catalog], Report]] = {
    "compare": comparison_builder("pmp", "csm", "prince2-7-foundation"),
    "compare-person": comparison_builder("pmp", "a-csm", profile_yaml=LEADER),
    "compare-six": comparison_builder("pmp", "capm", "csm", "psm-i", "cbap", "iapm-cpm"),
    "compare-roles": role_comparison_builder(
        "project-manager", "it-project-manager", "scrum-master"
    ),
}
