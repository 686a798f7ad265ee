"""Reports about dates, what-if changes and evidence for the expected outputs."""

from collections.abc import Callable
from datetime import date

from sample_people import DAY, LEADER
from written_profiles import evidence_of, profile_of

from certadvisor.advice.recommend.rank_changes import compare_rankings
from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.catalog.records import Catalog, StatusFrom
from certadvisor.cli.advice_report import make_advice_report
from certadvisor.planner.buyer_prices import Buyer, cost_of
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.what_if import apply_changes, read_changes
from certadvisor.rules.application import collect_evidence
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.leaves.experience_breakdown import break_down_rule
from certadvisor.views.reports import (
    AdviceReport,
    AnswerContext,
    CheckReport,
    EvidenceReport,
    Report,
    WhatIfAdvice,
    WhatIfCheck,
)

CAREER = """
country: GB
education: [{degree: bachelor, field: engineering, awarded: 2012-06}]
work:
  - {title: Project manager, start: 2014-03, end: 2018-02}
  - {title: IT project manager, start: 2017-01, end: 2019-12, hours: 4200, complexity: complex}
  - {title: Scrum master, start: 2020-01, end: 2021-06}
  - {kinds: [project-leading], months: 6}
  - {title: Head of change, start: 2022-01, end: 2022-09}
training:
  - {topic: project-management, hours: 35, completed: 2020-02}
  - {topic: agile, completed: 2021-05}
courses: []
certifications: [{id: capm, earned: 2024-05-10, expires: 2027-05-10}]
memberships: [pmi]
"""
HOURS = """
work:
  - {kinds: [business-analysis], start: 2012-01, end: 2018-12, hours: 8000}
  - {kinds: [business-analysis], start: 2018-06, hours_per_week: 20, complexity: complex}
training: [{topic: business-analysis, hours: 40, completed: 2024-02}]
"""
CHANGES = ("+12 months project-leading", "degree master accredited GAC", "holds csm")


def timeline_report(
    id: str, profile_yaml: str, catalog: Catalog, *, with_timeline: bool = True
) -> CheckReport:
    """A check with its experience breakdown."""
    evidence = evidence_of(profile_yaml, catalog, DAY)
    answer = check(catalog.certifications[id], Timeline(evidence))
    return CheckReport(
        AnswerContext(catalog, DAY, today=True),
        answer,
        break_down_rule(answer, evidence),
        with_timeline,
        cost=cost_of(answer.certification, Buyer(DAY), catalog.tables),
    )


def what_if_report(id: str, profile_yaml: str, catalog: Catalog) -> CheckReport:
    """A check before and after some changes."""
    person = profile_of(profile_yaml, catalog, DAY)
    changes = read_changes(CHANGES, catalog)
    certification = catalog.certifications[id]
    before, after = (
        check(certification, Timeline(Evidence(variant, catalog, DAY)))
        for variant in (person, apply_changes(person, changes, catalog))
    )
    context = AnswerContext(catalog, DAY, today=True)
    cost = cost_of(certification, Buyer(DAY), catalog.tables)
    return CheckReport(context, before, what_if=WhatIfCheck(changes, after), cost=cost)


def recommend_what_if_report(profile_yaml: str, catalog: Catalog) -> AdviceReport:
    """Recommendations before and after some changes."""
    person = profile_of(profile_yaml, catalog, DAY)
    changes = read_changes(("holds csm", "course a-csm-course", "+12 months scrum-master"), catalog)
    evidence, changed = (
        Evidence(variant, catalog, DAY)
        for variant in (person, apply_changes(person, changes, catalog))
    )
    before, after = (recommend(one, RankingOptions(top=3)) for one in (evidence, changed))
    after_changes = WhatIfAdvice(changes, after, compare_rankings(before, after))
    report = make_advice_report(AnswerContext(catalog, DAY, today=True), before, evidence)
    return report._replace(what_if=after_changes)


def evidence_report(id: str, profile_yaml: str, catalog: Catalog) -> EvidenceReport:
    """The evidence for an application."""
    person = profile_of(profile_yaml, catalog, DAY)
    evidence = Evidence(person, catalog, DAY)
    application = collect_evidence(check(catalog.certifications[id], Timeline(evidence)), evidence)
    return EvidenceReport(AnswerContext(catalog, DAY, today=True), application, person)


def retiring_report(catalog: Catalog) -> CheckReport:
    """A check of a certification that requires nothing and retires in 2027."""
    statuses = (StatusFrom("active", None), StatusFrom("retired", date(2027, 6, 30)))
    certification = catalog.certifications["psm-i"]._replace(statuses=statuses)
    evidence = evidence_of("work: []", catalog, DAY)
    return CheckReport(
        AnswerContext(catalog, DAY, today=True),
        check(certification, Timeline(evidence)),
        cost=cost_of(certification, Buyer(DAY), catalog.tables),
    )


DATE_ANSWERS: dict[str, Callable[[Catalog], Report]] = {
    "check-timeline": lambda catalog: timeline_report("pmp", CAREER, catalog),
    "check-timeline-hours": lambda catalog: timeline_report("cbap", HOURS, catalog),
    "check-retiring": retiring_report,
    "check-what-if": lambda catalog: what_if_report("pmp", LEADER, catalog),
    "recommend-what-if": lambda catalog: recommend_what_if_report(LEADER, catalog),
    "evidence": lambda catalog: evidence_report("pmp", CAREER, catalog),
    "evidence-hours": lambda catalog: evidence_report("cbap", HOURS, catalog),
    "evidence-untold": lambda catalog: evidence_report(
        "a-csm", "goal: {role: project-manager}", catalog
    ),
}
