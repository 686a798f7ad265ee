"""The audit: each state on both sides of its date, the scope of rules, and waivers."""

from datetime import date

import pytest
from written_profiles import profile_of

from certadvisor.audit.audit import (
    FAIL_ON_LEVELS,
    AuditResult,
    AuditState,
    FailOn,
    audit,
    audit_fails,
)
from certadvisor.audit.policy import Policy
from certadvisor.audit.policy_reader import parse_policy
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.people.person import Person, Reject

DAY = date(2026, 11, 22)


def policy(policy_yaml: str, catalog: Catalog) -> Policy:
    """A policy from its YAML, without its name."""
    return parse_policy(read_bytes(f"policy: P\n{policy_yaml}".encode(), "policy"), catalog)


def rule(more: str = "", needs: str = "{holds: pmp}", who: str = "everyone") -> str:
    """One rule of a policy."""
    return f"rules: [{{id: r, who: {who}, needs: {needs}{more}}}]"


def person(profile_yaml: str, catalog: Catalog, **fields: object) -> Person:
    """A person with a profile, with the id 1."""
    profile = profile_of(profile_yaml, catalog, DAY)
    return Person("1", 1, profile)._replace(**fields)  # type: ignore[arg-type]  # a field each


def audit_of(member: Person, policy_yaml: str, catalog: Catalog, day: date = DAY) -> AuditResult:
    """The audit of one person."""
    return audit([member], policy(policy_yaml, catalog), catalog, day)


def state_of_person(
    member: Person, policy_yaml: str, catalog: Catalog, day: date = DAY
) -> AuditState | None:
    """One person's state for the only rule."""
    return audit_of(member, policy_yaml, catalog, day).rows[0].states[0]


PMP = "certifications: [{id: pmp, earned: 2024-01-10, expires: 2027-02-20}]"  # in 90 days


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 21), AuditState.MET),
        (date(2026, 11, 22), AuditState.EXPIRING),
        (date(2027, 2, 20), AuditState.EXPIRING),
        (date(2027, 2, 21), AuditState.EXPIRED),
    ],
)
def test_a_certificate_expires_after_its_last_day(
    day: date, expected: AuditState, small: Catalog
) -> None:
    """Expiring from 90 days before the last day, expired on the day after it."""
    assert state_of_person(person(PMP, small), rule(), small, day) is expected


def test_an_expiring_rule_names_its_last_day_and_cause(small: Catalog) -> None:
    """The last day, and the certificate that lapses."""
    finding = audit_of(person(PMP, small), rule(), small).findings[0]
    assert finding.last_day == date(2027, 2, 20)
    assert finding.end_cause
    assert finding.end_cause.certification == "pmp"


def test_a_second_valid_certificate_keeps_a_rule_met(small: Catalog) -> None:
    """What counts is when the rule is no longer met, not when a certificate lapses."""
    both = PMP.replace("]", ", {id: psm-i, earned: 2020-01-01}]")
    assert (
        state_of_person(person(both, small), rule(needs="{holds: [pmp, psm-i]}"), small)
        is AuditState.MET
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("certifications: []", AuditState.MISSING),
        (
            "certifications: [{id: pmp, earned: 2020-01-10, expires: 2023-01-10}]",
            AuditState.EXPIRED,
        ),
        ("country: US", AuditState.UNKNOWN),
        ("certifications: [{id: pmp, earned: 2020-01-10}]", AuditState.UNKNOWN),
        ("certifications: [{id: pmp, earned: 2026-01-10}]", AuditState.MET),
        ("certifications: [{id: pmp}]", AuditState.MET),
    ],
)
def test_a_credential_never_held_is_missing_a_lapsed_one_expired_an_absent_list_unknown(
    written: str, expected: AuditState, small: Catalog
) -> None:
    """An absent list is not an empty one; a cycle without a known renewal is a question."""
    assert state_of_person(person(written, small), rule(), small) is expected


def test_an_unknown_state_lists_the_questions(small: Catalog) -> None:
    """The questions whose answers would settle it."""
    finding = audit_of(person("country: US", small), rule(), small).findings[0]
    assert [question.topic for question in finding.questions] == ["certifications"]


def test_training_that_left_its_window_is_expired(small: Catalog) -> None:
    """A person who never had any is missing it."""
    needs = "{training: project-management, hours: 20, within_years: 2}"
    once = "training: [{topic: project-management, hours: 20, completed: 2024-11-21}]"
    still = once.replace("21", "22")
    assert state_of_person(person(once, small), rule(needs=needs), small) is AuditState.EXPIRED
    assert state_of_person(person(still, small), rule(needs=needs), small) is AuditState.EXPIRING
    assert (
        state_of_person(person("training: []", small), rule(needs=needs), small)
        is AuditState.MISSING
    )


@pytest.mark.parametrize(
    ("grace", "dates", "expected"),
    [
        ("{months: 6}", {"joined": date(2026, 5, 23)}, AuditState.GRACE),
        ("{months: 6}", {"joined": date(2026, 5, 22)}, AuditState.MISSING),
        ("{days: 30}", {"joined": date(2026, 10, 24)}, AuditState.GRACE),
        ("{days: 30}", {"joined": date(2026, 10, 23)}, AuditState.MISSING),
        ("{days: 30}", {}, AuditState.UNKNOWN),
        ("{days: 30, after: promoted}", {"joined": date(2026, 11, 1)}, AuditState.UNKNOWN),
        ("{days: 30, after: promoted}", {"promoted": date(2026, 11, 1)}, AuditState.GRACE),
        (
            "{days: 30, after: either}",
            {"joined": date(2019, 1, 1), "promoted": date(2026, 11, 1)},
            AuditState.GRACE,
        ),
        ("{days: 30, after: either}", {"joined": date(2019, 1, 1)}, AuditState.MISSING),
    ],
)
def test_grace_lasts_until_its_due_date(
    grace: str, dates: dict[str, date], expected: AuditState, small: Catalog
) -> None:
    """Due on the day after the months or days; unknown if the start is not given."""
    one = person("certifications: []", small, **dates)
    assert state_of_person(one, rule(f", grace: {grace}"), small) is expected


@pytest.mark.parametrize(
    ("after", "lacks"),
    [("joined", ("joined",)), ("promoted", ("promoted",)), ("either", ("joined", "promoted"))],
)
def test_grace_without_a_start_names_the_missing_dates(
    after: str, lacks: tuple[str, ...], small: Catalog
) -> None:
    """The missing date or dates."""
    policy_yaml = rule(f", grace: {{days: 30, after: {after}}}")
    finding = audit_of(person("certifications: []", small), policy_yaml, small).findings[0]
    assert (finding.state, finding.missing_keys) == (AuditState.UNKNOWN, lacks)


def test_the_later_end_of_a_certificate_held_twice_counts(small: Catalog) -> None:
    """In whatever order the two are listed."""
    entry = "{id: pmp, earned: 2018-01-01, expires: %s}"
    for days in (("2021-01-01", "2024-01-01"), ("2024-01-01", "2021-01-01")):
        both = f"certifications: [{', '.join(entry % day for day in days)}]"
        finding = audit_of(person(both, small), rule(), small).findings[0]
        assert [one.last_day for one in finding.lapsed] == [date(2024, 1, 1)]


def test_grace_excuses_an_unknown_state_too(small: Catalog) -> None:
    """Nothing is asked before it is due."""
    one = person("country: US", small, joined=date(2026, 11, 1))
    assert state_of_person(one, rule(", grace: {months: 1}"), small) is AuditState.GRACE


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("{role: project-manager}", AuditState.MISSING),
        ("{role: [scrum-master, project-manager]}", AuditState.MISSING),
        ("{role: scrum-master}", None),
        ("{level: mid}", AuditState.MISSING),
        ("{level: senior}", None),
        ("{title: project manager}", AuditState.MISSING),
        ('{title: "project*"}', AuditState.MISSING),
        ("{title: manager}", None),
        ("{country: [US, GB]}", AuditState.MISSING),
        ("{country: DE}", None),
        ("{tag: team-a}", AuditState.MISSING),
        ("{tag: team-b}", None),
        ("{tag: team-a, country: DE}", None),
        ("{tag: team-a}, except: {level: mid}", None),
        ("{tag: team-a}, except: {level: senior}", AuditState.MISSING),
    ],
)
def test_a_rule_applies_if_all_its_keys_match(
    who: str, expected: AuditState | None, small: Catalog
) -> None:
    """Any word of a key is enough; an exception takes people out."""
    one = person(
        "{country: US, certifications: []}",
        small,
        title="Project  Manager",
        role="project-manager",
        level="mid",
        tags=("team-a",),
    )
    assert state_of_person(one, rule(who=who), small) is expected


@pytest.mark.parametrize(
    ("who", "lacks"),
    [
        ("{role: project-manager}", ("role",)),
        ("{level: mid, country: US}", ("level", "country")),
        ("{tag: t, level: mid}", ("level",)),
        ("{title: x}", ("title",)),
        ("{tag: t}, except: {country: US}", ("country",)),
    ],
)
def test_a_rule_whose_scope_is_unknown_names_the_missing_keys(
    who: str, lacks: tuple[str, ...], small: Catalog
) -> None:
    """Unknown is not a no; a person who meets the rule anyway is not asked."""
    bare = person("certifications: []", small, tags=("t",))
    finding = audit_of(bare, rule(who=who), small).findings[0]
    assert (finding.state, finding.missing_keys) == (AuditState.UNKNOWN, lacks)
    holder = person(PMP, small, tags=("t",))
    assert state_of_person(holder, rule(who=who), small) is AuditState.MET


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Delivery wizard (rail)", AuditState.MISSING),
        ("Nurse", None),
        ("Baker", AuditState.UNKNOWN),
    ],
)
def test_a_policy_maps_its_own_titles_to_roles(
    title: str, expected: AuditState | None, small: Catalog
) -> None:
    """A role, or none; a title that it does not list stays unknown."""
    policy_yaml = 'titles: {"delivery wizard*": project-manager, Nurse: none}\n' + rule(
        who="{role: project-manager}"
    )
    assert (
        state_of_person(person("certifications: []", small, title=title), policy_yaml, small)
        is expected
    )


def test_the_first_matching_title_wins(small: Catalog) -> None:
    """So an exception can be listed before the general pattern."""
    policy_yaml = 'titles: {"junior*": none, "*manager": project-manager}\n' + rule(
        who="{role: project-manager}"
    )
    assert (
        state_of_person(
            person("certifications: []", small, title="Junior manager"), policy_yaml, small
        )
        is None
    )


def rule_with_waiver(until: str, person: str = "1") -> str:
    """A waiver of the rule."""
    return (
        f"{rule()}\nwaivers: [{{person: '{person}', rule: r, reason: x, by: y, until: '{until}'}}]"
    )


def test_a_waiver_excuses_through_its_last_day(small: Catalog) -> None:
    """The excused state stays visible; afterwards the waiver is a finding of its own."""
    lacking = person("certifications: []", small)
    within = audit_of(lacking, rule_with_waiver("2026-11-22"), small)
    assert [(one.state, one.waived_state) for one in within.findings] == [
        (AuditState.WAIVED, AuditState.MISSING)
    ]
    assert not within.expired_waivers
    assert not audit_fails(within, FailOn.UNKNOWN)
    over = audit_of(lacking, rule_with_waiver("2026-11-21"), small)
    assert [one.state for one in over.findings] == [AuditState.MISSING]
    assert len(over.expired_waivers) == 1


@pytest.mark.parametrize(
    ("written", "excused"),
    [
        ("country: US", AuditState.UNKNOWN),
        (PMP, AuditState.EXPIRING),
        (
            "certifications: [{id: pmp, earned: 2020-01-10, expires: 2023-01-10}]",
            AuditState.EXPIRED,
        ),
    ],
)
def test_a_waiver_excuses_every_failing_state(
    written: str, excused: AuditState, small: Catalog
) -> None:
    """The finding names the excused state."""
    finding = audit_of(person(written, small), rule_with_waiver("2026-12-31"), small).findings[0]
    assert (finding.state, finding.waived_state) == (AuditState.WAIVED, excused)


def test_an_expired_waiver_is_a_finding_although_the_rule_is_met(small: Catalog) -> None:
    """It should be removed from the policy; it counts like the state expired."""
    result = audit_of(
        person("certifications: [{id: pmp}]", small), rule_with_waiver("2026-11"), small
    )
    assert not result.expired_waivers  # a partial date lasts to its end
    result = audit_of(
        person("certifications: [{id: pmp}]", small), rule_with_waiver("2026-10"), small
    )
    assert [audit_fails(result, one) for one in FAIL_ON_LEVELS] == [False, True, True, True, False]


def test_a_waiver_of_no_one_or_of_a_rule_already_met_is_unused(small: Catalog) -> None:
    """It is reported, and fails nothing."""
    holder = person("certifications: [{id: pmp}]", small)
    for one in (
        rule_with_waiver("2027-01-01"),
        rule_with_waiver("2027-01-01", "2"),
        rule_with_waiver("2020-01-01", "2"),
    ):
        result = audit_of(holder, one, small)
        assert len(result.unused_waivers) == 1
        assert not audit_fails(result, FailOn.UNKNOWN)


@pytest.mark.parametrize(
    ("written", "fails"),
    [
        ("certifications: []", [True, True, True, True, False]),
        (
            "certifications: [{id: pmp, earned: 2020-01-10, expires: 2023-01-10}]",
            [False, True, True, True, False],
        ),
        (PMP, [False, False, True, True, False]),
        ("country: US", [True, True, True, True, True]),
        ("certifications: [{id: pmp}]", [False, False, False, False, False]),
    ],
)
def test_the_audit_fails_at_and_above_the_requested_state(
    written: str, fails: list[bool], small: Catalog
) -> None:
    """Missing is the worst, then expired, expiring, unknown; a warning fails for none of them.

    Where no one could be judged the audit fails, whatever the severity.
    """
    one = person(written, small)
    result = audit_of(one, rule(), small)
    assert [audit_fails(result, state) for state in FAIL_ON_LEVELS] == fails
    quiet = audit_of(one, rule(", severity: warning"), small)
    assert {audit_fails(quiet, state) for state in FAIL_ON_LEVELS} == {written == "country: US"}
    allowed = audit_of(one, rule(", severity: warning, max_unknown: 100%"), small)
    assert not any(audit_fails(allowed, state) for state in FAIL_ON_LEVELS)


def test_growing_experience_says_from_when_a_rule_is_met(small: Catalog) -> None:
    """Current work continues, as in `check`."""
    one = person("work: [{kinds: [project-leading], start: 2025-12}]", small)
    needs = "{experience: project-leading, months: 24}"
    finding = audit_of(one, rule(needs=needs), small).findings[0]
    assert finding.met_from == date(2027, 11, 1)
    assert [short.amount for short in finding.missing] == [12]


def test_every_row_is_judged_or_rejected(small: Catalog) -> None:
    """Every row is judged or rejected, in the order of the file."""
    one = person("certifications: []", small)
    reject = Reject(2, None, ())
    result = audit([one, reject, one._replace(id="3")], policy(rule(), small), small, DAY)
    assert [row.person for row in result.rows] == ["1", "3"]
    assert result.rejects == (reject,)
    assert result.count_states(0).total() == 2


@pytest.mark.parametrize(
    ("credential", "strict", "accepting"),
    [
        ("{id: pmp, earned: unknown}", AuditState.UNKNOWN, AuditState.MET),
        ("{id: pmp, expires: unknown}", AuditState.UNKNOWN, AuditState.UNKNOWN),
        ("{id: pmp}", AuditState.MET, AuditState.MET),  # as its holder writes it
        ("{id: pmp, earned: unknown, expires: 2026-11-21}", AuditState.EXPIRED, AuditState.EXPIRED),
    ],
)
def test_a_policy_may_accept_undated_certificates(
    credential: str, strict: AuditState, accepting: AuditState, small: Catalog
) -> None:
    """Unknown is the default; one that could not be read as a last day is not accepted."""
    member = person(f"certifications: [{credential}]", small)
    assert state_of_person(member, rule(), small) is strict
    assert state_of_person(member, f"undated: accept\n{rule()}", small) is accepting
