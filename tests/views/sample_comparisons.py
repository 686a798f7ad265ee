"""Comparisons for the expected outputs, calculated from the small catalogue."""

from collections.abc import Callable

from sample_people import DAY, LEADER, profile

from certadvisor.catalog.records import Catalog
from certadvisor.comparison.certifications import compare
from certadvisor.comparison.roles import compare_roles
from certadvisor.profile.evidence import Evidence
from certadvisor.views.reports import CompareReport, CompareRolesReport, Frame, Report


def compared(*ids: str, written: str = "country: US") -> Callable[[Catalog], CompareReport]:
    """Certifications side by side; for a person if the profile gives more than a country."""

    def build(catalog: Catalog) -> CompareReport:
        evidence = Evidence(profile(written, catalog), catalog, DAY)
        told = written != "country: US"
        found = compare([catalog.certifications[id] for id in ids], evidence, person=told)
        return CompareReport(Frame(catalog, DAY), found)

    return build


def roles(*ids: str) -> Callable[[Catalog], CompareRolesReport]:
    """Roles side by side."""

    def build(catalog: Catalog) -> CompareRolesReport:
        found = compare_roles([catalog.roles[id] for id in ids], catalog, None)
        return CompareRolesReport(Frame(catalog, DAY), found)

    return build


COMPARISONS: dict[str, Callable[[Catalog], Report]] = {
    "compare": compared("pmp", "csm", "prince2-7-foundation"),
    "compare-person": compared("pmp", "a-csm", written=LEADER),
    "compare-six": compared("pmp", "capm", "csm", "psm-i", "cbap", "iapm-cpm"),
    "compare-roles": roles("project-manager", "it-project-manager", "scrum-master"),
}
