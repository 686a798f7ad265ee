"""Renewal reports for the expected outputs."""

from collections.abc import Callable

from sample_people import DAY, profile

from certadvisor.advice.renewals.renewal import renewals_of
from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.views.reports import AnswerContext, RenewReport, Report

ONE = "certifications: [{id: pmp, expires: 2027-11-10, units: []}]\nmemberships: []"
SEVERAL = """
memberships: [pmi]
certifications:
  - id: pmp
    expires: 2027-01-10
    units:
      - {topic: education, amount: 20, date: 2025-02}
      - {topic: giving-back, amount: 8, date: 2025-03}
      - {amount: 5}
      - {topic: education, amount: 9, date: 2020-03}
  - {id: capm, expires: 2026-05-10}
  - {id: csm, earned: 2023-01-01}
  - {id: a-csm, earned: 2025-06}
  - {id: psm-i}
  - {id: cbap, earned: 2027-03}
"""


def renewal_report(profile_yaml: str, catalog: Catalog) -> RenewReport:
    """The renewals of a person."""
    evidence = Evidence(profile(profile_yaml, catalog), catalog, DAY)
    return RenewReport(AnswerContext(catalog, DAY, today=True), renewals_of(evidence))


RENEWALS: dict[str, Callable[[Catalog], Report]] = {
    "renew": lambda catalog: renewal_report(SEVERAL, catalog),
    "renew-one": lambda catalog: renewal_report(ONE, catalog),
    "renew-none": lambda catalog: renewal_report("certifications: []", catalog),
    "renew-untold": lambda catalog: renewal_report("country: US", catalog),
}
