"""The audit: each state on both sides of its date, the scope of rules, and waivers."""

from datetime import date

import pytest

from certadvisor.audit.audit import FAIL_ON, Audited, State, audit, failed
from certadvisor.audit.policy import Policy
from certadvisor.audit.policy_reader import policy_in
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.people.person import Person, Reject
from certadvisor.profile.reader import read_profile

DAY = date(2026, 11, 22)


def policy(written: str, catalog: Catalog) -> Policy:
    """A policy from its YAML, without its name."""
    return policy_in(read_bytes(f"policy: P\n{written}".encode(), "policy"), catalog)


def rule(more: str = "", needs: str = "{holds: pmp}", who: str = "everyone") -> str:
    """One rule of a policy."""
    return f"rules: [{{id: r, who: {who}, needs: {needs}{more}}}]"


def person(written: str, catalog: Catalog, **told: object) -> Person:
    """A person with a profile, with the id 1."""
    profile = read_profile(read_bytes(written.encode(), "profile"), catalog, DAY).profile
    return Person("1", 1, profile)._replace(**told)  # type: ignore[arg-type]  # a field each


def judged(one: Person, written: str, catalog: Catalog, day: date = DAY) -> Audited:
    """The audit of one person."""
    return audit([one], policy(written, catalog), catalog, day)


def state(one: Person, written: str, catalog: Catalog, day: date = DAY) -> State | None:
    """One person's state for the only rule."""
    return judged(one, written, catalog, day).rows[0].states[0]


PMP = "certifications: [{id: pmp, earned: 2024-01-10, expires: 2027-02-20}]"  # in 90 days


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 21), State.MET),
        (date(2026, 11, 22), State.EXPIRING),
        (date(2027, 2, 20), State.EXPIRING),
        (date(2027, 2, 21), State.EXPIRED),
    ],
)
def test_a_certificate_expires_after_its_last_day(
    day: date, expected: State, small: Catalog
) -> None:
    """Expiring from 90 days before the last day, expired on the day after it."""
    assert state(person(PMP, small), rule(), small, day) is expected


def test_an_expiring_rule_names_its_last_day_and_cause(small: Catalog) -> None:
    """The last day, and the certificate that lapses."""
    found = judged(person(PMP, small), rule(), small).findings[0]
    assert found.last_day == date(2027, 2, 20)
    assert found.ends
    assert found.ends.certification == "pmp"


def test_a_second_valid_certificate_keeps_a_rule_met(small: Catalog) -> None:
    """What counts is when the rule is no longer met, not when a certificate lapses."""
    both = PMP.replace("]", ", {id: psm-i, earned: 2020-01-01}]")
    assert state(person(both, small), rule(needs="{holds: [pmp, psm-i]}"), small) is State.MET


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("certifications: []", State.MISSING),
        ("certifications: [{id: pmp, earned: 2020-01-10, expires: 2023-01-10}]", State.EXPIRED),
        ("country: US", State.UNKNOWN),
        ("certifications: [{id: pmp, earned: 2020-01-10}]", State.UNKNOWN),
        ("certifications: [{id: pmp, earned: 2026-01-10}]", State.MET),
        ("certifications: [{id: pmp}]", State.MET),
    ],
)
def test_a_credential_never_held_is_missing_a_lapsed_one_expired_an_absent_list_unknown(
    written: str, expected: State, small: Catalog
) -> None:
    """An absent list is not an empty one; a cycle without a known renewal is a question."""
    assert state(person(written, small), rule(), small) is expected


def test_an_unknown_state_lists_the_questions(small: Catalog) -> None:
    """The questions whose answers would settle it."""
    found = judged(person("country: US", small), rule(), small).findings[0]
    assert [asked.topic for asked in found.questions] == ["certifications"]


def test_training_that_left_its_window_is_expired(small: Catalog) -> None:
    """A person who never had any is missing it."""
    needs = "{training: project-management, hours: 20, within_years: 2}"
    once = "training: [{topic: project-management, hours: 20, completed: 2024-11-21}]"
    still = once.replace("21", "22")
    assert state(person(once, small), rule(needs=needs), small) is State.EXPIRED
    assert state(person(still, small), rule(needs=needs), small) is State.EXPIRING
    assert state(person("training: []", small), rule(needs=needs), small) is State.MISSING


@pytest.mark.parametrize(
    ("grace", "told", "expected"),
    [
        ("{months: 6}", {"joined": date(2026, 5, 23)}, State.GRACE),
        ("{months: 6}", {"joined": date(2026, 5, 22)}, State.MISSING),
        ("{days: 30}", {"joined": date(2026, 10, 24)}, State.GRACE),
        ("{days: 30}", {"joined": date(2026, 10, 23)}, State.MISSING),
        ("{days: 30}", {}, State.UNKNOWN),
        ("{days: 30, after: promoted}", {"joined": date(2026, 11, 1)}, State.UNKNOWN),
        ("{days: 30, after: promoted}", {"promoted": date(2026, 11, 1)}, State.GRACE),
        (
            "{days: 30, after: either}",
            {"joined": date(2019, 1, 1), "promoted": date(2026, 11, 1)},
            State.GRACE,
        ),
        ("{days: 30, after: either}", {"joined": date(2019, 1, 1)}, State.MISSING),
    ],
)
def test_grace_lasts_until_its_due_date(
    grace: str, told: dict[str, date], expected: State, small: Catalog
) -> None:
    """Due on the day after the months or days; unknown if the start is not given."""
    one = person("certifications: []", small, **told)
    assert state(one, rule(f", grace: {grace}"), small) is expected


@pytest.mark.parametrize(
    ("after", "lacks"),
    [("joined", ("joined",)), ("promoted", ("promoted",)), ("either", ("joined", "promoted"))],
)
def test_grace_without_a_start_names_the_missing_dates(
    after: str, lacks: tuple[str, ...], small: Catalog
) -> None:
    """The missing date or dates."""
    written = rule(f", grace: {{days: 30, after: {after}}}")
    found = judged(person("certifications: []", small), written, small).findings[0]
    assert (found.state, found.lacks) == (State.UNKNOWN, lacks)


def test_the_later_end_of_a_certificate_held_twice_counts(small: Catalog) -> None:
    """In whatever order the two are listed."""
    told = "{id: pmp, earned: 2018-01-01, expires: %s}"
    for days in (("2021-01-01", "2024-01-01"), ("2024-01-01", "2021-01-01")):
        both = f"certifications: [{', '.join(told % day for day in days)}]"
        found = judged(person(both, small), rule(), small).findings[0]
        assert [one.last_day for one in found.lapsed] == [date(2024, 1, 1)]


def test_grace_excuses_an_unknown_state_too(small: Catalog) -> None:
    """Nothing is asked before it is due."""
    one = person("country: US", small, joined=date(2026, 11, 1))
    assert state(one, rule(", grace: {months: 1}"), small) is State.GRACE


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("{role: project-manager}", State.MISSING),
        ("{role: [scrum-master, project-manager]}", State.MISSING),
        ("{role: scrum-master}", None),
        ("{level: mid}", State.MISSING),
        ("{level: senior}", None),
        ("{title: project manager}", State.MISSING),
        ('{title: "project*"}', State.MISSING),
        ("{title: manager}", None),
        ("{country: [US, GB]}", State.MISSING),
        ("{country: DE}", None),
        ("{tag: team-a}", State.MISSING),
        ("{tag: team-b}", None),
        ("{tag: team-a, country: DE}", None),
        ("{tag: team-a}, except: {level: mid}", None),
        ("{tag: team-a}, except: {level: senior}", State.MISSING),
    ],
)
def test_a_rule_applies_if_all_its_keys_match(
    who: str, expected: State | None, small: Catalog
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
    assert state(one, rule(who=who), small) is expected


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
    found = judged(bare, rule(who=who), small).findings[0]
    assert (found.state, found.lacks) == (State.UNKNOWN, lacks)
    holder = person(PMP, small, tags=("t",))
    assert state(holder, rule(who=who), small) is State.MET


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Delivery wizard (rail)", State.MISSING), ("Nurse", None), ("Baker", State.UNKNOWN)],
)
def test_a_policy_maps_its_own_titles_to_roles(
    title: str, expected: State | None, small: Catalog
) -> None:
    """A role, or none; a title that it does not list stays unknown."""
    written = 'titles: {"delivery wizard*": project-manager, Nurse: none}\n' + rule(
        who="{role: project-manager}"
    )
    assert state(person("certifications: []", small, title=title), written, small) is expected


def test_the_first_matching_title_wins(small: Catalog) -> None:
    """So an exception can be listed before the general pattern."""
    written = 'titles: {"junior*": none, "*manager": project-manager}\n' + rule(
        who="{role: project-manager}"
    )
    assert (
        state(person("certifications: []", small, title="Junior manager"), written, small) is None
    )


def waived(until: str, person: str = "1") -> str:
    """A waiver of the rule."""
    return (
        f"{rule()}\nwaivers: [{{person: '{person}', rule: r, reason: x, by: y, until: '{until}'}}]"
    )


def test_a_waiver_excuses_through_its_last_day(small: Catalog) -> None:
    """The excused state stays visible; afterwards the waiver is a finding of its own."""
    lacking = person("certifications: []", small)
    within = judged(lacking, waived("2026-11-22"), small)
    assert [(one.state, one.waived) for one in within.findings] == [(State.WAIVED, State.MISSING)]
    assert not within.ended
    assert not failed(within, "unknown")
    over = judged(lacking, waived("2026-11-21"), small)
    assert [one.state for one in over.findings] == [State.MISSING]
    assert len(over.ended) == 1


@pytest.mark.parametrize(
    ("written", "excused"),
    [
        ("country: US", State.UNKNOWN),
        (PMP, State.EXPIRING),
        ("certifications: [{id: pmp, earned: 2020-01-10, expires: 2023-01-10}]", State.EXPIRED),
    ],
)
def test_a_waiver_excuses_every_failing_state(written: str, excused: State, small: Catalog) -> None:
    """The finding names the excused state."""
    found = judged(person(written, small), waived("2026-12-31"), small).findings[0]
    assert (found.state, found.waived) == (State.WAIVED, excused)


def test_an_expired_waiver_is_a_finding_although_the_rule_is_met(small: Catalog) -> None:
    """It should be removed from the policy; it counts like the state expired."""
    found = judged(person("certifications: [{id: pmp}]", small), waived("2026-11"), small)
    assert not found.ended  # a partial date lasts to its end
    found = judged(person("certifications: [{id: pmp}]", small), waived("2026-10"), small)
    assert [failed(found, one) for one in FAIL_ON] == [False, True, True, True, False]


def test_a_waiver_of_no_one_or_of_a_rule_already_met_is_unused(small: Catalog) -> None:
    """It is reported, and fails nothing."""
    holder = person("certifications: [{id: pmp}]", small)
    for one in (waived("2027-01-01"), waived("2027-01-01", "2"), waived("2020-01-01", "2")):
        found = judged(holder, one, small)
        assert len(found.unused) == 1
        assert not failed(found, "unknown")


@pytest.mark.parametrize(
    ("written", "fails"),
    [
        ("certifications: []", [True, True, True, True, False]),
        (
            "certifications: [{id: pmp, earned: 2020-01-10, expires: 2023-01-10}]",
            [False, True, True, True, False],
        ),
        (PMP, [False, False, True, True, False]),
        ("country: US", [False, False, False, True, False]),
        ("certifications: [{id: pmp}]", [False, False, False, False, False]),
    ],
)
def test_the_audit_fails_at_and_above_the_requested_state(
    written: str, fails: list[bool], small: Catalog
) -> None:
    """Missing is the worst, then expired, expiring, unknown; a warning never fails."""
    one = person(written, small)
    found = judged(one, rule(), small)
    assert [failed(found, state) for state in FAIL_ON] == fails
    quiet = judged(one, rule(", severity: warning"), small)
    assert not any(failed(quiet, state) for state in FAIL_ON)


def test_growing_experience_says_from_when_a_rule_is_met(small: Catalog) -> None:
    """Current work continues, as in `check`."""
    one = person("work: [{kinds: [project-leading], start: 2025-12}]", small)
    needs = "{experience: project-leading, months: 24}"
    found = judged(one, rule(needs=needs), small).findings[0]
    assert found.met_from == date(2027, 11, 1)
    assert [short.amount for short in found.missing] == [12]


def test_every_row_is_judged_or_rejected(small: Catalog) -> None:
    """Every row is judged or rejected, in the order of the file."""
    one = person("certifications: []", small)
    reject = Reject(2, None, ())
    found = audit([one, reject, one._replace(id="3")], policy(rule(), small), small, DAY)
    assert [row.person for row in found.rows] == ["1", "3"]
    assert found.rejects == (reject,)
    assert found.tally(0).total() == 2
