"""Reports about dates, what-if changes and evidence for the expected outputs."""

from collections.abc import Callable
from datetime import date

from sample_people import DAY, LEADER, profile

from certadvisor.advice.recommend.rank_changes import moves
from certadvisor.advice.recommend.ranking import Options, recommend
from certadvisor.catalog.records import Catalog, StatusFrom
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.what_if import read_changes, supposing
from certadvisor.rules.application import pack_of
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.experience_breakdown import work_of
from certadvisor.views.reports import (
    AdviceReport,
    CheckReport,
    EvidenceReport,
    Frame,
    Report,
    Supposed,
    SupposedAdvice,
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


def timeline(id: str, written: str, catalog: Catalog, *, asked: bool = True) -> CheckReport:
    """A check with its experience breakdown."""
    evidence = Evidence(profile(written, catalog), catalog, DAY)
    answer = check(catalog.certifications[id], Timeline(evidence))
    return CheckReport(Frame(catalog, DAY, today=True), answer, work_of(answer, evidence), asked)


def what_if(id: str, written: str, catalog: Catalog) -> CheckReport:
    """A check before and after some changes."""
    person = profile(written, catalog)
    changes = read_changes(CHANGES, catalog)
    certification = catalog.certifications[id]
    before, after = (
        check(certification, Timeline(Evidence(one, catalog, DAY)))
        for one in (person, supposing(person, changes, catalog))
    )
    frame = Frame(catalog, DAY, today=True)
    return CheckReport(frame, before, what_if=Supposed(changes, after))


def advised(written: str, catalog: Catalog) -> AdviceReport:
    """Recommendations before and after some changes."""
    person = profile(written, catalog)
    changes = read_changes(("holds csm", "course a-csm-course", "+12 months scrum-master"), catalog)
    before, after = (
        recommend(Evidence(one, catalog, DAY), Options(top=3))
        for one in (person, supposing(person, changes, catalog))
    )
    supposed = SupposedAdvice(changes, after, moves(before, after))
    return AdviceReport(Frame(catalog, DAY, today=True), before, person, what_if=supposed)


def evidence(id: str, written: str, catalog: Catalog) -> EvidenceReport:
    """The evidence for an application."""
    person = profile(written, catalog)
    known = Evidence(person, catalog, DAY)
    pack = pack_of(check(catalog.certifications[id], Timeline(known)), known)
    return EvidenceReport(Frame(catalog, DAY, today=True), pack, person)


def retiring(catalog: Catalog) -> CheckReport:
    """A check of a certification that requires nothing and retires in 2027."""
    statuses = (StatusFrom("active", None), StatusFrom("retired", date(2027, 6, 30)))
    certification = catalog.certifications["psm-i"]._replace(statuses=statuses)
    evidence = Evidence(profile("work: []", catalog), catalog, DAY)
    return CheckReport(Frame(catalog, DAY, today=True), check(certification, Timeline(evidence)))


DATED: dict[str, Callable[[Catalog], Report]] = {
    "check-timeline": lambda catalog: timeline("pmp", CAREER, catalog),
    "check-timeline-hours": lambda catalog: timeline("cbap", HOURS, catalog),
    "check-retiring": retiring,
    "check-what-if": lambda catalog: what_if("pmp", LEADER, catalog),
    "recommend-what-if": lambda catalog: advised(LEADER, catalog),
    "evidence": lambda catalog: evidence("pmp", CAREER, catalog),
    "evidence-hours": lambda catalog: evidence("cbap", HOURS, catalog),
    "evidence-untold": lambda catalog: evidence("a-csm", "goal: {role: project-manager}", catalog),
}
