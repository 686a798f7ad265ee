"""Reports for the expected outputs, calculated from the small catalogue."""

from collections.abc import Callable
from datetime import date

from sample_audits import AUDITS
from sample_comparisons import COMPARISONS
from sample_dates import DATED
from sample_people import DAY, LEADER, profile
from sample_renewals import RENEWED
from sample_tables import TABLES
from sample_teams import TEAMS
from sample_ways import WAYS

from certadvisor.advice.cost import cost_of
from certadvisor.advice.landscape import landscape
from certadvisor.advice.recommend.ranking import Options, recommend
from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline
from certadvisor.views.reports import (
    AdviceReport,
    CandidatesReport,
    CheckReport,
    Frame,
    ListReport,
    MapReport,
    Report,
    RolesReport,
    ShowReport,
)

VETERAN = LEADER.replace("2024-03", "2019-01")
BEGINNER = "goal: {role: project-coordinator}"
UNTOLD = "work: [{title: Project manager, start: 2020-01}]"


def checked(id: str, written: str, catalog: Catalog, day: date = DAY) -> CheckReport:
    """A check of a person. The report is about today unless another day is given."""
    frame = Frame(catalog, day, today=day == DAY)
    evidence = Evidence(profile(written, catalog), catalog, day)
    return CheckReport(frame, check(catalog.certifications[id], Timeline(evidence)))


def advised(written: str, catalog: Catalog, why_not: str | None = None) -> AdviceReport:
    """Recommendations for a person."""
    person = profile(written, catalog)
    advice = recommend(Evidence(person, catalog, DAY), Options(top=3))
    return AdviceReport(Frame(catalog, DAY, today=True), advice, person, why_not)


def listed(catalog: Catalog) -> ListReport:
    """A list of every certification, with costs."""
    found = tuple(catalog.certifications.values())
    costs = {one.id: cost_of(one, None, catalog.tables, None) for one in found}
    return ListReport(Frame(catalog, DAY), found, costs)


def mapped(written: str | None, catalog: Catalog) -> MapReport:
    """The map of all obtainable certifications, with or without a profile."""
    found = [one for one in catalog.certifications.values() if one.obtainable_on(DAY)]
    told = Evidence(profile(written, catalog), catalog, DAY) if written else None
    return MapReport(Frame(catalog, DAY), landscape(found, catalog, DAY, told))


def shown(collection: str, id: str) -> Callable[[Catalog], ShowReport]:
    """A function that shows one whole record."""
    return lambda catalog: ShowReport(Frame(catalog, DAY), collection, id)


def candidates(catalog: Catalog) -> CandidatesReport:
    """The candidates for an ambiguous name."""
    shared = catalog.shared_names[0]
    return CandidatesReport(Frame(catalog, DAY), shared.name, shared.candidates, shared.text)


ANSWERS: dict[str, Callable[[Catalog], Report]] = {
    "check-yes": lambda catalog: checked("pmp", VETERAN, catalog),
    "check-missing-months": lambda catalog: checked("pmp", LEADER, catalog),
    "check-missing-steps": lambda catalog: checked("a-csm", LEADER, catalog),
    "check-unknown": lambda catalog: checked("pmp", UNTOLD, catalog),
    "check-declaration": lambda catalog: checked("cbap", "work: []", catalog),
    "check-no-rule": lambda catalog: checked("iapm-cpm", UNTOLD, catalog),
    "check-retired": lambda catalog: checked("prince2-6-foundation", UNTOLD, catalog),
    "check-other-day": lambda catalog: checked("pmp", LEADER, catalog, date(2026, 1, 15)),
    "recommend": lambda catalog: advised(LEADER, catalog),
    "recommend-why-not": lambda catalog: advised(VETERAN, catalog, why_not="capm"),
    "recommend-little-known": lambda catalog: advised(BEGINNER, catalog),
    **DATED,
    **RENEWED,
    **COMPARISONS,
    "map": lambda catalog: mapped(LEADER, catalog),
    "map-of-nobody": lambda catalog: mapped(None, catalog),
    "list": listed,
    "show-certification": shown("certifications", "pmp"),
    "show-role": shown("roles", "it-project-manager"),
    "show-level": shown("levels", "mid"),
    "show-skill": shown("skills", "leadership"),
    "show-shared-name": candidates,
    "roles": lambda catalog: RolesReport(Frame(catalog, DAY)),
    "roles-person": lambda catalog: RolesReport(Frame(catalog, DAY), "GB", "project-manager"),
    **WAYS,
    **TABLES,
    **AUDITS,
    **TEAMS,
}
