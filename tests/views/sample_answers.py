"""Reports for the expected outputs, calculated from the small catalogue."""

from collections.abc import Callable
from datetime import date

from sample_audits import AUDITS
from sample_comparisons import COMPARISONS
from sample_dates import DATE_ANSWERS
from sample_people import DAY, DEVELOPER, LEADER
from sample_renewals import LAPSED, LET_GO, RENEWALS
from sample_tables import TABLES
from sample_teams import TEAMS
from sample_ways import PATHS
from written_profiles import evidence_of, profile_of

from certadvisor.advice.landscape import make_landscape
from certadvisor.advice.recommend.conditionals import with_conditionals
from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.catalog.records import Catalog
from certadvisor.cli.advice_report import make_advice_report
from certadvisor.planner.buyer_prices import Buyer, cost_of
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline
from certadvisor.views.reports import (
    AdviceReport,
    AnswerContext,
    CandidatesReport,
    CheckReport,
    Details,
    GivenOptions,
    ListReport,
    MapReport,
    Report,
    RolesReport,
    ShowReport,
)

VETERAN = LEADER.replace("2024-03", "2019-01")
BEGINNER = "goal: {role: project-coordinator}"
NO_DETAILS, ALL_DETAILS = Details(), Details(history=True, notes=True, sources=True)
WORK_ONLY = "work: [{title: Project manager, start: 2020-01}]"


def check_report(id: str, profile_yaml: str, catalog: Catalog, day: date = DAY) -> CheckReport:
    """A check of a person. The report is about today unless another day is given."""
    context = AnswerContext(catalog, day, today=day == DAY)
    evidence = Evidence(profile_of(profile_yaml, catalog, DAY), catalog, day)
    certification = catalog.certifications[id]
    cost = cost_of(certification, Buyer(day), catalog.tables)
    return CheckReport(context, check(certification, Timeline(evidence)), cost=cost)


def recommend_report(
    profile_yaml: str, catalog: Catalog, why_not: str | None = None, *, explain: bool = False
) -> AdviceReport:
    """Recommendations for a person, whose profile is in a file with a space in its name."""
    evidence = evidence_of(profile_yaml, catalog, DAY)
    advice = with_conditionals(recommend(evidence, RankingOptions(top=3)), evidence)
    given = GivenOptions((("-p", "my profile.yaml"),), (("--as-of", DAY.isoformat()),))
    context = AnswerContext(catalog, DAY, today=True, given=given)
    report = make_advice_report(context, advice, evidence)
    return report._replace(why_not=why_not, explain=explain)


def list_report(catalog: Catalog) -> ListReport:
    """A list of every certification, with costs."""
    certifications = tuple(catalog.certifications.values())
    costs = {one.id: cost_of(one, Buyer(DAY), catalog.tables) for one in certifications}
    return ListReport(AnswerContext(catalog, DAY), certifications, costs)


def map_report(profile_yaml: str | None, catalog: Catalog) -> MapReport:
    """The map of all obtainable certifications, with or without a profile."""
    certifications = [one for one in catalog.certifications.values() if one.obtainable_on(DAY)]
    evidence = evidence_of(profile_yaml, catalog, DAY) if profile_yaml else None
    return MapReport(
        AnswerContext(catalog, DAY), make_landscape(certifications, catalog, DAY, evidence)
    )


def show_builder(collection: str, id: str) -> Callable[[Catalog], ShowReport]:
    """A function that shows one record."""
    return lambda catalog: ShowReport(AnswerContext(catalog, DAY), collection, id)


def show_certification(
    id: str, catalog: Catalog, details: Details = NO_DETAILS, day: date = DAY
) -> ShowReport:
    """A certification with its price, and with these details."""
    cost = cost_of(catalog.certifications[id], Buyer(day), catalog.tables)
    return ShowReport(AnswerContext(catalog, day), "certifications", id, cost, details=details)


def candidates_report(catalog: Catalog) -> CandidatesReport:
    """The candidates for an ambiguous name."""
    shared = catalog.shared_names[0]
    return CandidatesReport(
        AnswerContext(catalog, DAY), shared.name, shared.candidates, shared.text
    )


ANSWERS: dict[str, Callable[[Catalog], Report]] = {
    "check-yes": lambda catalog: check_report("pmp", VETERAN, catalog),
    "check-missing-months": lambda catalog: check_report("pmp", LEADER, catalog),
    "check-missing-steps": lambda catalog: check_report("a-csm", LEADER, catalog),
    "check-unknown": lambda catalog: check_report("pmp", WORK_ONLY, catalog),
    "check-declaration": lambda catalog: check_report("cbap", "work: []", catalog),
    "check-no-rule": lambda catalog: check_report("iapm-cpm", WORK_ONLY, catalog),
    "check-retired": lambda catalog: check_report("prince2-6-foundation", WORK_ONLY, catalog),
    "check-other-day": lambda catalog: check_report("pmp", LEADER, catalog, date(2026, 1, 15)),
    "recommend": lambda catalog: recommend_report(LEADER, catalog),
    "recommend-explain": lambda catalog: recommend_report(LEADER, catalog, explain=True),
    "recommend-why-not": lambda catalog: recommend_report(VETERAN, catalog, why_not="capm"),
    "recommend-little-known": lambda catalog: recommend_report(BEGINNER, catalog),
    "check-lapsed": lambda catalog: check_report("pmp", LAPSED, catalog),
    "recommend-lapsed": lambda catalog: recommend_report(LAPSED, catalog),
    "recommend-let-go": lambda catalog: recommend_report(LET_GO, catalog),
    "recommend-if": lambda catalog: recommend_report(DEVELOPER, catalog, why_not="pmp"),
    **DATE_ANSWERS,
    **RENEWALS,
    **COMPARISONS,
    "map": lambda catalog: map_report(LEADER, catalog),
    "map-of-nobody": lambda catalog: map_report(None, catalog),
    "list": list_report,
    "show-certification": lambda catalog: show_certification("pmp", catalog),
    "show-certification-details": lambda catalog: show_certification("pmp", catalog, ALL_DETAILS),
    "show-announced": lambda catalog: show_certification("pmp", catalog, day=date(2026, 1, 15)),
    "show-role": show_builder("roles", "it-project-manager"),
    "show-level": show_builder("levels", "mid"),
    "show-skill": show_builder("skills", "leadership"),
    "show-shared-name": candidates_report,
    "roles": lambda catalog: RolesReport(AnswerContext(catalog, DAY)),
    "roles-person": lambda catalog: RolesReport(
        AnswerContext(catalog, DAY), "GB", "project-manager"
    ),
    **PATHS,
    **TABLES,
    **AUDITS,
    **TEAMS,
}
