"""Before the list: reinstate, renew, or let go, each on both sides of its day."""

from datetime import date

import pytest
from written_profiles import evidence_of

from certadvisor.advice.recommend.factors import next_step_from
from certadvisor.advice.recommend.ranking import recommend
from certadvisor.advice.recommend.recommendations import GateKind, Reachability, Recommendations
from certadvisor.advice.renewals.reinstatement_offer import ReinstatementState
from certadvisor.advice.renewals.renewal import CredentialRenewal, Renewals, renewals_of
from certadvisor.advice.renewals.renewal_outlook import LapseKind
from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.reason import Reason, Values

DAY = date(2026, 11, 30)
SENIOR = """
country: US
education: [{degree: bachelor}]
work: [{title: Project Manager, start: 2018-01}]
training: [{topic: project-management, hours: 35}]
courses: []
memberships: [pmi]
goal: {role: senior-project-manager, budget: 1000 USD, within: 6 months}
"""
PMP = "{id: pmp, earned: 2020-06-30, expires: 2026-06-30}"
# The 36th month of leading projects begins on 2027-02-01.
JUNIOR = """
country: US
education: [{degree: bachelor}]
work: [{kinds: [project-leading], start: 2024-03}]
training: [{topic: project-management, hours: 35}]
courses: []
memberships: [pmi]
goal: {role: project-manager, budget: 1000 USD, within: 12 months}
"""


def evidence_with(person: str, credentials: str, catalog: Catalog, day: date = DAY) -> Evidence:
    """The evidence of a person with these credentials."""
    text = f"{person}certifications: [{credentials}]\n"
    return evidence_of(text, catalog, day)


def advice(person: str, credentials: str, catalog: Catalog, day: date = DAY) -> Recommendations:
    """The recommendations, with every gate."""
    return recommend(evidence_with(person, credentials, catalog, day))


def renewal(id: str, overview: Renewals) -> CredentialRenewal:
    """The renewal of one certification."""
    return next(one for one in overview.credentials or () if one.id == id)


def said(answer: Recommendations, *keys: str) -> list[Reason]:
    """The remarks of these keys."""
    return [remark for remark in answer.remarks if remark.key in keys]


def test_what_lapsed_five_months_ago_is_reinstated_first(catalog: Catalog) -> None:
    """The PMP leads the list, by its units and the members' fee; nothing below it is there."""
    answer = advice(SENIOR, PMP, catalog)
    first = answer.recommendations[0]
    remark = answer.remarks[0]
    assert first.certification.id == "pmp"
    assert first.way.total
    assert remark == Reason(
        "reinstate-first",
        {
            "certification": "pmp",
            "until": date(2027, 6, 30),
            "on": first.way.ready_on,
            "most": 60,
            "unit": "PDU",
            "fee": 60,
            "fee_estimated": 0,
            "total": first.way.total.likely.amount,
            "estimated": 1,
            "currency": "USD",
        },
    )
    assert first.reach is Reachability.AFTER_STEPS
    assert first.missing == ()
    assert (first.reasons[0].key, first.reasons[0].values["anew"]) == ("reinstating", 445)
    gates = {gate.certification.id: gate.kind for gate in answer.gates}
    below = {"capm", "comptia-project-plus", "google-pm-certificate"}
    assert {gates[id] for id in below} == {GateKind.REINSTATE_FIRST}


def test_what_lapsed_leads_to_no_next_step(catalog: Catalog) -> None:
    """An active PMP leads on to the PgMP, a lapsed one does not, one that may be active does."""

    def next_step(credential: str) -> str | None:
        evidence = evidence_with(SENIOR, credential, catalog)
        return next_step_from(catalog.certifications["pgmp"], evidence)

    assert next_step(PMP) is None
    assert next_step(PMP.replace("2026-06-30", "2029-06-30")) == "pmp"
    assert next_step("{id: pmp, earned: 2020-06-30}") == "pmp"


@pytest.mark.parametrize(
    ("day", "is_said"),
    [
        (date(2026, 6, 30), False),
        (date(2026, 7, 1), True),
        (date(2027, 6, 30), True),
        (date(2027, 7, 1), False),
    ],
)
def test_it_is_said_from_the_day_after_expiry_to_the_last_day(
    day: date, catalog: Catalog, *, is_said: bool
) -> None:
    """All units are earned, so that the fee alone is left."""
    units = ", ".join(
        f"{{topic: {part}, amount: 20, date: 2026-01}}"
        for part in ("ways-of-working", "power-skills", "business-acumen")
    )
    answer = advice(SENIOR, PMP.replace("}", f", units: [{units}]}}"), catalog, day)
    assert bool(said(answer, "reinstate-first")) is is_said


@pytest.mark.parametrize(
    "credential",
    [
        "{id: pmp}",
        "{id: pmp, earned: 2020-06-30}",
        "{id: pmp, earned: 2020-06-30, expires: unknown}",
        "{id: psm-i, earned: 2020-06-30}",
        "{id: capm, earned: 2023-06-30, expires: 2026-06-30}, {id: pmp, expires: 2029-01-01}",
    ],
    ids=["undated", "over a cycle ago", "unknown", "for life", "absorbed"],
)
def test_nothing_is_reinstated_that_may_be_active_or_is_needless(
    credential: str, catalog: Catalog
) -> None:
    """Unknown is never yes; an active PMP leaves no use for the CAPM."""
    assert not said(advice(SENIOR, credential, catalog), "reinstate-first", "let-go-lapsed")


def test_a_budget_below_the_fee_says_nothing_of_reinstating_first(catalog: Catalog) -> None:
    """`renew` still says what it takes."""
    poor = SENIOR.replace("1000 USD", "50 USD")
    assert not said(advice(poor, PMP, catalog), "reinstate-first")
    offer = renewal("pmp", renewals_of(evidence_with(poor, PMP, catalog))).reinstatement
    assert offer
    assert (offer.state, offer.over_budget) == (ReinstatementState.POSSIBLE, True)


@pytest.mark.parametrize(
    ("credential", "day", "state", "until"),
    [
        (PMP, date(2027, 6, 30), "possible", date(2027, 6, 30)),
        (PMP, date(2027, 7, 1), "over", date(2027, 6, 30)),
        ("{id: az-104, earned: 2025-01-01, expires: 2026-01-01}", DAY, "never", None),
        ("{id: csm, earned: 2024-01-01, expires: 2026-01-01}", DAY, "unknown", None),
    ],
)
def test_renew_says_whether_what_lapsed_can_be_reinstated(
    credential: str, day: date, state: str, until: date | None, catalog: Catalog
) -> None:
    """And until when it can, or could."""
    (one,) = renewals_of(evidence_with(SENIOR, credential, catalog, day)).credentials or ()
    assert one.reinstatement
    assert (one.reinstatement.state, one.reinstatement.until) == (state, until)


@pytest.mark.parametrize(
    ("expires", "lets_go"), [("2027-01-31", False), ("2027-02-01", True), ("2027-04-20", True)]
)
def test_what_expires_once_something_better_has_opened_can_be_let_go(
    expires: str, catalog: Catalog, *, lets_go: bool
) -> None:
    """The PMP opens on 2027-02-01; a CAPM that expires before is renewed."""
    capm = f"{{id: capm, earned: 2024-04-20, expires: {expires}, units: []}}"
    answer = advice(JUNIOR, capm, catalog)
    remarks = said(answer, "renew-first", "let-go")
    if lets_go:
        values: Values = {
            "certification": "capm",
            "until": date.fromisoformat(expires),
            "by": "pmp",
            "on": date(2027, 2, 1),
        }
        assert remarks == [Reason("let-go", values)]
    else:
        assert [remark.key for remark in remarks] == ["renew-first"]
    overview = renewals_of(evidence_with(JUNIOR, capm, catalog))
    reason = renewal("capm", overview).lapse_reason
    assert (reason is not None and reason.kind is LapseKind.OPENS_FIRST) is lets_go
    assert overview.unpriced == (() if lets_go else ("capm",))


def test_what_is_open_already_lets_go_without_a_day(catalog: Catalog) -> None:
    """The PMP has been open for years."""
    capm = "{id: capm, earned: 2024-04-20, expires: 2027-04-20, units: []}"
    veteran = JUNIOR.replace("2024-03", "2018-03")
    (remark,) = said(advice(veteran, capm, catalog), "renew-first", "let-go")
    assert (remark.key, remark.values["by"], remark.values["on"]) == ("let-go", "pmp", None)


def test_what_is_needed_for_the_better_one_is_kept(catalog: Catalog) -> None:
    """Without training the CAPM stands for the 35 hours, so the PMP closes when it lapses."""
    untrained = JUNIOR.replace("[{topic: project-management, hours: 35}]", "[]")
    capm = "{id: capm, earned: 2024-04-20, expires: 2027-04-20, units: []}"
    assert [one.key for one in said(advice(untrained, capm, catalog), "renew-first", "let-go")] == [
        "renew-first"
    ]


def test_a_lapsed_one_is_not_reinstated_where_something_better_opens_first(
    catalog: Catalog,
) -> None:
    """The PMP opens before the last day on which the CAPM can be reinstated."""
    capm = "{id: capm, earned: 2023-09-30, expires: 2026-09-30}"
    answer = advice(JUNIOR, capm, catalog)
    assert [one.key for one in said(answer, "reinstate-first", "let-go-lapsed")] == [
        "let-go-lapsed"
    ]


def test_what_the_goal_does_not_ask_for_lets_nothing_go(catalog: Catalog) -> None:
    """No employer asks a scrum master for the PMP, so a CAPM is not let go for it."""
    other = JUNIOR.replace("project-manager,", "scrum-master,")
    capm = "{id: capm, earned: 2024-04-20, expires: 2027-04-20, units: []}"
    expected = catalog.roles["scrum-master"]
    assert "pmp" not in (*expected.preferred, *expected.helpful)
    assert not said(advice(other, capm, catalog), "let-go")
