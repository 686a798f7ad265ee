"""The screen of `recommend`: short, true of the person, and with nothing said without its "if"."""

from pathlib import Path
from typing import Any

import pytest
from personas.scoring import persona_evidence, read_personas
from sample_answers import recommend_report
from sample_people import DAY, DEVELOPER, LEADER
from written_profiles import evidence_of, profile_of

from certadvisor.advice.recommend.ranking import recommend
from certadvisor.catalog.records import Catalog, Money
from certadvisor.cli.advice_report import make_advice_report
from certadvisor.planner.ways import Total
from certadvisor.rules.reason import Reason
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext, GivenOptions, Terminal
from certadvisor.views.words.person import known_parts
from certadvisor.views.words.prices import total_text
from certadvisor.views.writers import render

PERSONAS = read_personas(*sorted(Path(__file__).parents[1].glob("personas/*.yaml"), key=str))
LINES = 38
NURSE = """
country: CA
education: [{degree: bachelor}]
work: [{title: Nurse Manager, start: 2020-01}]
training: []
certifications: []
goal: {role: project-manager, budget: 1500 USD, within: 18 months}
"""
SECURITY = """
country: US
education: [{degree: bachelor}]
work: [{kinds: [it-security], start: 2018-01}]
certifications: []
goal: {role: technical-project-manager, within: 18 months, interests: [security]}
"""
HELP_DESK = """
country: PH
education: [{degree: secondary}]
work: [{title: Help Desk Technician, start: 2023-01}]
certifications: []
goal: {role: it-project-manager, budget: 15000 PHP, within: 24 months}
"""


def screen_of(profile_yaml: str, catalog: Catalog) -> str:
    """The screen as one line, with single spaces."""
    evidence = evidence_of(profile_yaml, catalog, DAY)
    report = make_advice_report(AnswerContext(catalog, DAY), recommend(evidence), evidence)
    return " ".join(render(report, Format.TABLE, Terminal(80)).split())


def screen_lines(persona: dict[str, Any], catalog: Catalog) -> list[str]:
    """The lines of the screen where five answers are all that there is to say; else none."""
    evidence = persona_evidence(persona, catalog)
    advice = recommend(evidence)
    if len(advice.recommendations) < 5 or advice.remarks or advice.later:
        return []
    given = GivenOptions((("-p", "me.yaml"),))
    context = AnswerContext(catalog, evidence.as_of, today=True, given=given)
    report = make_advice_report(context, advice, evidence)
    return render(report, Format.TABLE, Terminal(80)).splitlines()


def test_five_answers_fit_on_a_screen(catalog: Catalog) -> None:
    """38 lines of 80 columns, for each persona that gets five."""
    lengths = {one["id"]: len(screen_lines(one, catalog)) for one in PERSONAS}
    assert max(lengths.values()) > 0
    assert {id: length for id, length in lengths.items() if length > LINES} == {}


def test_the_score_stands_behind_explain(small: Catalog) -> None:
    """With the sources of the rule and every assumption; the short screen has none of them."""
    short = render(recommend_report(LEADER, small), Format.TABLE, Terminal(80))
    full = render(recommend_report(LEADER, small, explain=True), Format.TABLE, Terminal(80))
    for text in ("Score 0.", "role fit 1.00 \u00d7 4", "\nAssumed\n"):
        assert text in full
        assert text not in short


@pytest.mark.parametrize(
    ("profile_yaml", "part"),
    [
        ("work: [{title: Lead, start: 2023-01}, {title: Aide, start: 2018-01, end: 2022-12}]",
         "Lead (+ 1 other job)"),
        ("work: [{title: Project Manager, start: 2015-01, end: 2019-12}]",
         "Project Manager until 2019-12"),
        ("work: [{title: Analyst, start: 2020-01}, {kinds: [project-leading], months: 33}]",
         "Analyst"),
        ("certifications: [{id: pmp, earned: 2023-03-02, expires: 2026-03-01}, {id: csm}]",
         "PMP (expired 2026-03-01) and CSM"),
        ("certifications: [{id: capm, earned: 2020-05-10}]", "CAPM (may have expired 2023-05-10)"),
        ("education: [{degree: bachelor, awarded: 2027-06}]", "a bachelor's degree due June 2027"),
        ("education: [{degree: bachelor, awarded: 2020-06}]", "a bachelor's degree"),
        ("breaks: [{start: 2025-01}]", "on a career break"),
        ("breaks: [{start: 2020-01, end: 2021-01}]", None),
    ],
)  # fmt: skip
def test_a_person_is_what_they_are_on_the_day(
    profile_yaml: str, part: str | None, small: Catalog
) -> None:
    """The present job, what has lapsed, and a degree only once it is awarded."""
    parts = known_parts(profile_of(profile_yaml, small, DAY), small, DAY)
    assert parts == ([part] if part else [])


def test_a_day_that_rests_on_an_answer_says_so(catalog: Catalog) -> None:
    """What the plan takes for granted, with its number."""
    text = screen_of(NURSE, catalog)
    condition = "If your work as “Nurse Manager” counts towards 36 months of leading projects"
    assert condition in text
    assert "ready by" in text[text.index(condition) :]


def test_the_exam_and_being_certified_stand_apart(catalog: Catalog) -> None:
    """Anyone may take the CISM's exam; being certified takes years of work."""
    text = screen_of(SECURITY, catalog)
    start = text.index("Certified Information Security Manager")
    assert "You can take the exam now · certified by" in text[start : start + 120]
    assert "of IT security (leadership) in 10 years" in text[start : start + 250]


def test_a_budget_without_an_exchange_rate_is_said_first(catalog: Catalog) -> None:
    """On the screen, and as a remark with its key."""
    evidence = evidence_of(HELP_DESK, catalog, DAY)
    first, *_ = recommend(evidence).remarks
    assert (first.key, first.values["currency"]) == ("budget-not-compared", "PHP")
    text = screen_of(HELP_DESK, catalog)
    assert "Your budget in PHP can't be compared with prices in" in text
    assert "of your budget" not in text
    in_dollars = evidence_of(HELP_DESK.replace("PHP", "USD"), catalog, DAY)
    assert "budget-not-compared" not in [one.key for one in recommend(in_dollars).remarks]


def test_what_is_left_to_do_can_still_be_obtained(catalog: Catalog) -> None:
    """The Practitioner takes a Foundation of any edition; only the present one can be earned."""
    text = screen_of(HELP_DESK, catalog)
    start = text.index("PRINCE2 Project Management Practitioner")
    assert "After PRINCE2 Foundation: ready by" in text[start : start + 120]
    assert "6th edition" not in text


@pytest.mark.parametrize(
    ("likely", "low", "high", "estimated", "converted", "text"),
    [
        (609, 609, 609, False, False, "609 USD"),
        (18991.04, 18991.04, 18991.04, False, False, "about 18,991 USD"),
        (500, 500, 500, False, True, "about 500 USD"),
        (400, 400, 1500, False, False, "400 to 1,500 USD"),
        (582, 233, 895, True, False, "about 582 USD (233 to 895)"),
    ],
)
def test_a_sum_is_one_figure_on_one_basis(
    likely: float, low: float, high: float, text: str, *, estimated: bool, converted: bool
) -> None:
    """In whole units; "about" where a part of it is estimated or converted."""
    total = Total(Money(likely, "USD"), Money(low, "USD"), Money(high, "USD"), estimated)
    assert total_text(total, converted=converted) == text


@pytest.mark.parametrize(
    ("remark", "bridge"),
    [
        (Reason("hold-all", {"role": "program-manager"}), "If you want one all the same:"),
        (Reason("none-now", {"role": "program-manager"}), "Meanwhile these can help:"),
        (Reason("renew-first", {"certification": "capm", "on": DAY}), ""),
    ],
)
def test_a_list_after_none_needed_says_what_it_is_for(
    remark: Reason, bridge: str, small: Catalog
) -> None:
    """The remark and the list do not contradict each other; without a list there is no bridge."""
    report = recommend_report(LEADER, small)
    advice = report.advice._replace(remarks=(remark,))
    lines = render(report._replace(advice=advice), Format.TABLE, Terminal(80)).splitlines()
    before_list = lines[lines.index("1. PMP · Project Management Professional") - 2]
    assert (before_list == bridge) if bridge else before_list.startswith("Renew your CAPM")
    empty = report._replace(advice=advice._replace(recommendations=()))
    assert "all the same" not in render(empty, Format.TABLE, Terminal(80))


def test_an_equivalent_is_of_the_same_level_and_says_where_it_differs(small: Catalog) -> None:
    """Price, course, how long it lasts, and demand."""
    text = " ".join(render(recommend_report(DEVELOPER, small), Format.TABLE, Terminal(80)).split())
    differences = "(200 USD, no course, never expires, less in demand)"
    assert f"At about the same level: PSM I {differences}." in text
