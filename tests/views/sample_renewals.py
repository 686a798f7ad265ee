"""Renewal reports for the expected outputs."""

from collections.abc import Callable

from sample_people import DAY
from written_profiles import evidence_of

from certadvisor.advice.renewals.renewal import renewals_of
from certadvisor.catalog.records import Catalog
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


LAPSED = """
country: US
education: [{degree: bachelor}]
work: [{kinds: [project-leading], start: 2018-01}]
training: [{topic: project-management, hours: 35}]
courses: []
memberships: [pmi]
certifications:
  - {id: pmp, earned: 2023-07-01, expires: 2026-06-30}
  - {id: csm, earned: 2024-07-01, expires: 2026-06-30}
goal: {role: it-project-manager, budget: 1000 USD, within: 6 months}
"""
GONE = """
certifications:
  - {id: pmp, expires: 2025-06-30}
  - {id: capm, expires: 2026-06-30}
"""
# The 36th month of leading projects begins on 2027-02-01, before the CAPM expires.
LET_GO = """
country: US
education: [{degree: bachelor}]
work: [{kinds: [project-leading], start: 2024-03}]
training: [{topic: project-management, hours: 35}]
courses: []
memberships: [pmi]
certifications: [{id: capm, earned: 2024-04-20, expires: 2027-04-20, units: []}]
goal: {role: it-project-manager, budget: 1000 USD, within: 12 months}
"""


def renewal_report(profile_yaml: str, catalog: Catalog) -> RenewReport:
    """The renewals of a person."""
    evidence = evidence_of(profile_yaml, catalog, DAY)
    return RenewReport(AnswerContext(catalog, DAY, today=True), renewals_of(evidence))


RENEWALS: dict[str, Callable[[Catalog], Report]] = {
    "renew": lambda catalog: renewal_report(SEVERAL, catalog),
    "renew-one": lambda catalog: renewal_report(ONE, catalog),
    "renew-lapsed": lambda catalog: renewal_report(LAPSED, catalog),
    "renew-gone": lambda catalog: renewal_report(GONE, catalog),
    "renew-let-go": lambda catalog: renewal_report(LET_GO, catalog),
    "renew-none": lambda catalog: renewal_report("certifications: []", catalog),
    "renew-untold": lambda catalog: renewal_report("country: US", catalog),
}
