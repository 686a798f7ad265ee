"""Gates: what is excluded from the recommendations, on both sides of each limit."""

from copy import copy
from datetime import date

import pytest
from written_profiles import evidence_of

from certadvisor.advice.recommend.candidate_checks import CandidateChecks
from certadvisor.advice.recommend.gates import GateContext, find_gate, find_opens_above_gate
from certadvisor.advice.recommend.goal_limits import GoalLimits
from certadvisor.advice.recommend.recommendations import Gate, GateKind
from certadvisor.catalog.records import Catalog, Demand, StatusFrom

AS_OF = date(2026, 11, 22)


def gate_of(id: str, profile_yaml: str, catalog: Catalog) -> Gate | None:
    """Return the gate that excludes a certification for a profile."""
    checks = CandidateChecks(evidence_of(profile_yaml, catalog, AS_OF))
    limits = GoalLimits(checks)
    context = GateContext(checks.evidence, checks.target, limits.opens_in_time)
    certification = catalog.certifications[id]
    return (
        find_gate(certification, context)
        or find_opens_above_gate(certification, context)
        or limits.budget_gate(certification)
    )


def key_of(gate: Gate | None) -> str | None:
    """Return the key of the reason; None where there is no gate."""
    return gate and gate.reason.key


def junior_key_of(gate: Gate | None) -> str | None:
    """Return the key of the reason why it is too junior; None where another gate excludes it."""
    return gate.reason.key if gate and gate.kind is GateKind.TOO_JUNIOR else None


@pytest.mark.parametrize(("months", "key"), [(35, None), (36, "too-junior"), (37, "too-junior")])
def test_an_entry_certification_is_too_junior_from_36_months_of_leading(
    months: int, key: str | None, small: Catalog
) -> None:
    """From the month that completes the 36, not the one after it."""
    gate = gate_of("capm", f"work: [{{kinds: [program], months: {months}}}]", small)
    assert junior_key_of(gate) == key
    if gate and key:
        assert gate.reason.values == {"months": months, "kind": "program"}


@pytest.mark.parametrize(
    ("expires", "key"), [("2026-11-22", "held"), ("2026-11-21", None), ("2026-11-23", "held")]
)
def test_a_certification_is_held_through_its_last_day(
    expires: str, key: str | None, small: Catalog
) -> None:
    """From the day after, it can be recommended again."""
    profile = f"certifications: [{{id: capm, earned: 2023-11-22, expires: {expires}}}]"
    assert key_of(gate_of("capm", profile, small)) == key


def test_the_latest_of_several_expiry_dates_is_given(small: Catalog) -> None:
    """A renewed credential is held until the later day."""
    profile = (
        "certifications: [{id: capm, expires: 2027-01-31}, {id: capm, expires: 2029-01-31},"
        " {id: capm, expires: 2020-01-31}]"
    )
    gate = gate_of("capm", profile, small)
    assert gate
    assert gate.reason.values == {"until": date(2029, 1, 31)}


@pytest.mark.parametrize(
    ("certification", "held", "key"),
    [
        ("capm", "pmp", "absorbed"),
        ("csm", "psm-i", "same-level"),
        ("psm-i", "csm", "same-level"),
        ("pmp", "capm", None),
    ],
)
def test_what_a_valid_credential_includes_is_not_recommended(
    certification: str, held: str, key: str | None, small: Catalog
) -> None:
    """A certification below the one held, or at its level, adds nothing; the next one does."""
    assert key_of(gate_of(certification, f"certifications: [{{id: {held}}}]", small)) == key


@pytest.mark.parametrize(
    ("expires", "key"),
    [
        ("2026-11-21", "reinstate-instead"),
        ("2025-11-22", "reinstate-instead"),
        ("2025-11-21", "once-above"),
    ],
)
def test_what_is_below_a_lapsed_credential_is_too_junior_for_good(
    expires: str, key: str | None, small: Catalog
) -> None:
    """First the PMP is to be reinstated; later it still proves what the CAPM does."""
    gate = gate_of("capm", f"certifications: [{{id: pmp, expires: {expires}}}]", small)
    assert key_of(gate) == key


@pytest.mark.parametrize(("budget", "key"), [(505, None), (504, "over-budget")])
def test_a_way_that_may_cost_the_budget_fits(budget: int, key: str | None, small: Catalog) -> None:
    """The PMP takes 405 USD from a member, who pays 100 at least for being one."""
    assert key_of(gate_of("pmp", f"goal: {{budget: {budget} USD}}", small)) == key


def test_a_certification_below_a_rule_that_is_met_is_too_junior(small: Catalog) -> None:
    """Who has the PMP within reach in twelve months is not sent to the CAPM on the way."""
    profile = (
        "education: [{degree: bachelor, accreditation: GAC}]\n"
        "work: [{kinds: [project-leading], months: %d}]\n"
        "training: [{topic: project-management, hours: 35}]"
    )
    for months in (24, 13):
        gate = gate_of("capm", profile % months, small)
        assert gate
        assert (gate.reason.key, gate.reason.values) == ("qualified-above", {"for": "pmp"})
    assert gate_of("capm", profile % 11, small) is None


@pytest.mark.parametrize(("months", "key"), [(23, "too-senior"), (24, None)], ids=["entry", "mid"])
def test_two_levels_above_the_person_is_too_senior(
    months: int, key: str | None, small: Catalog
) -> None:
    """The CBAP is for seniors: too far from the start, within reach of the middle."""
    profile = f"work: [{{kinds: [business-analysis], months: {months}}}]"
    assert key_of(gate_of("cbap", profile, small)) == key


def test_a_credential_that_the_catalogue_does_not_know_includes_nothing(small: Catalog) -> None:
    """It is kept in the profile, and counts for nothing."""
    assert gate_of("capm", "certifications: [{id: local-certificate}]", small) is None


def test_a_retired_certification_makes_none_below_it_too_junior(small: Catalog) -> None:
    """The way past the CAPM is closed, so the CAPM is the way."""
    retired = copy(small)
    pmp = small.certifications["pmp"]._replace(statuses=(StatusFrom("retired", None),))
    retired.certifications = {**small.certifications, "pmp": pmp}
    vars(retired).pop("_absorbers", None)  # cached, of the active one
    profile = (
        "education: [{degree: bachelor, accreditation: GAC}]\n"
        "work: [{kinds: [project-leading], months: 24}]\n"
        "training: [{topic: project-management, hours: 35}]"
    )
    assert gate_of("capm", profile, retired) is None


@pytest.mark.parametrize(
    ("id", "key"), [("comptia-security-plus", "other-field-gate"), ("pfmp", None), ("pgmp", None)]
)
def test_managerial_work_has_a_field_of_its_own(id: str, key: str | None, catalog: Catalog) -> None:
    """What a chief operating officer is shown is not open to every field."""
    profile = """
    {work: [{title: Chief Operating Officer, start: 2012-01}], certifications: [],
     goal: {role: chief-operating-officer, within: 24 months}}
    """
    gate = gate_of(id, profile, catalog)
    assert (key_of(gate) == "other-field-gate") == (key is not None)


@pytest.mark.parametrize(("demand", "key"), [(0.1, None), (0.09, "no-reason")])
def test_what_few_ask_for_in_the_field_is_no_filler(
    demand: float, key: str | None, small: Catalog
) -> None:
    """A coordinator's role names no PRINCE2, and it follows from nothing held."""
    changed = copy(small)
    id = "prince2-7-foundation"
    changed.demand = (Demand(id, "world", demand, "judgement", None, None, "low"),)
    changed.__dict__.pop("_demand", None)
    assert key_of(gate_of(id, "goal: {role: project-coordinator}", changed)) == key


HELD = "certifications: [{id: %s, earned: 2024-01-10, expires: 2030-01-10}]\n"


@pytest.mark.parametrize(
    ("held", "id", "key"),
    [
        ("pgmp", "msp-practitioner", "below-held"),  # at one level: years of work against a course
        ("pgmp", "msp-foundation", "below-held"),
        ("apm-chpp", "agilepm-foundation", "below-held"),
        ("msp-practitioner", "pgmp", None),
        ("msp-foundation", "msp-practitioner", None),
    ],
)
def test_what_stands_below_a_credential_in_its_field_is_too_junior(
    held: str, id: str, key: str | None, catalog: Catalog
) -> None:
    """Across ladders too, unless the lists of the roles aimed at name it."""
    assert junior_key_of(gate_of(id, HELD % held, catalog)) == key


def test_what_employers_name_is_not_below_what_is_held(catalog: Catalog) -> None:
    """A programme manager in the UK is asked for MSP, whatever they hold."""
    goal = "country: GB\ngoal: {role: program-manager}\n"
    assert junior_key_of(gate_of("msp-practitioner", HELD % "pgmp" + goal, catalog)) is None
    elsewhere = goal.replace("GB", "US")
    assert (
        junior_key_of(gate_of("msp-practitioner", HELD % "pgmp" + elsewhere, catalog))
        == "below-held"
    )


@pytest.mark.parametrize(("months", "key"), [(71, None), (72, "far-below")])
def test_two_levels_below_the_person_in_its_field_is_too_junior(
    months: int, key: str | None, catalog: Catalog
) -> None:
    """Senior in risk from 72 months on; the level in another field does not count."""
    work = f"work: [{{kinds: [risk], months: {months}}}]\n"
    entry = copy(catalog)
    record = catalog.certifications["mor-4-practitioner"]
    entry.certifications = {
        **catalog.certifications,
        record.id: record._replace(levels=("entry",), disciplines=("risk",)),
    }
    entry.tables = catalog.tables._replace(too_junior={})
    assert junior_key_of(gate_of(record.id, work, entry)) == key
    assert junior_key_of(gate_of("apm-pfq", work, entry)) is None


@pytest.mark.parametrize(("interest", "key"), [("ai", None), ("project", "too-junior")])
def test_a_named_interest_is_judged_by_the_practice_of_that_field(
    interest: str, key: str | None, catalog: Catalog
) -> None:
    """Who has led for years may want the first AI certificate; practice of leading is no answer."""
    profile = (
        "work: [{kinds: [project-leading], months: 99}]\n"
        f"goal: {{role: technical-project-manager, interests: [{interest}]}}"
    )
    entry = copy(catalog)
    record = catalog.certifications["pmi-cpmai"]._replace(disciplines=("project", "ai"))
    entry.certifications = {**catalog.certifications, record.id: record}
    assert junior_key_of(gate_of(record.id, profile, entry)) == key


@pytest.mark.parametrize(("expires", "key"), [("2026-11-30", None), ("2026-11-21", "overtaken")])
def test_what_lapsed_is_overtaken_by_a_next_step_that_takes_it(
    expires: str, key: str, catalog: Catalog
) -> None:
    """The bridge to ITIL 5 takes a lapsed ITIL 4 Foundation, which is not earned anew."""
    held = f"certifications: [{{id: itil-4-foundation, earned: 2022-03-01, expires: {expires}}}]"
    assert junior_key_of(gate_of("itil-4-foundation", held, catalog)) == key


@pytest.mark.parametrize(
    ("work", "key"),
    [
        ("[{title: IT Support, start: 2021-03}]", "not-practised"),
        ("[{title: IT Support, start: 2021-03}, {kinds: [agile], months: 1}]", None),
        ("[{title: IT Support, start: 2021-03}, {start: 2020-01, end: 2020-06}]", None),
        ("[{title: Project Coordinator, start: 2021-03}]", None),
    ],
)
def test_outside_the_ladder_an_open_exam_above_the_entry_level_asks_for_practice(
    work: str, key: str | None, catalog: Catalog
) -> None:
    """The PSM II: not without a month of agile work, whatever an entry without kinds may hold."""
    profile = f"work: {work}\ncertifications: [{{id: psm-i}}]\ngoal: {{role: scrum-master}}\n"
    assert key_of(gate_of("psm-ii", profile, catalog)) == key


@pytest.mark.parametrize(("budget", "key"), [(50, None), (49, "over-budget")])
def test_a_price_that_depends_on_income_may_be_low(
    budget: int, key: str | None, catalog: Catalog
) -> None:
    """The Project DPro is above a budget only where even our lowest estimate is."""
    profile = f"country: HT\ngoal: {{role: project-coordinator, budget: {budget} USD}}\n"
    assert key_of(gate_of("project-dpro-foundation", profile, catalog)) == key


@pytest.mark.parametrize(("months", "key"), [(31, "qualified-above"), (29, None)])
def test_what_time_alone_opens_within_half_a_year_is_worth_waiting_for(
    months: int, key: str | None, catalog: Catalog
) -> None:
    """The PMP from 36 months on, though the goal's ten weeks end before."""
    profile = (
        "country: JP\neducation: [{degree: bachelor}]\n"
        f"work: [{{kinds: [project-leading], months: {months}}},"
        " {kinds: [project-leading], start: 2026-12-01}]\n"
        "training: [{topic: project-management, hours: 35}]\ncertifications: []\n"
        "goal: {role: it-project-manager, within: 10 weeks}\n"
    )
    assert key_of(gate_of("capm", profile, catalog)) == key
