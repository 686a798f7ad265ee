"""Career paths: the shortest ones, what each step adds, and pay that can be compared."""

from datetime import date
from typing import Any

import pytest
from written_profiles import evidence_of

from certadvisor.advice.career.career_paths import CareerPaths, find_career_paths
from certadvisor.advice.career.pay import compare_pay, representative_pay
from certadvisor.advice.career.role_certifications import certifications_for_role
from certadvisor.catalog.records import Catalog, LocalPreferences
from certadvisor.rules.outcome import Outcome

DAY = date(2026, 11, 22)
ADS = {"country": "US", "currency": "USD", "year": 2023, "url": "https://ads.example"}


def paths_up(
    catalog: Catalog, start: str, to: str | None = None, profile_yaml: str = "country: US"
) -> CareerPaths:
    """The career paths for a person."""
    target = catalog.roles[to] if to else None
    return find_career_paths(evidence_of(profile_yaml, catalog, DAY), catalog.roles[start], target)


def ids(paths: CareerPaths) -> list[list[str]]:
    """The paths as role ids."""
    return [[role.id for role in path] for path in paths.paths]


def test_without_a_target_each_next_role_begins_a_path_to_the_top(small: Catalog) -> None:
    """The top is a role without a next one; only the next promotions are given in full."""
    paths = paths_up(small, "project-manager")
    assert ids(paths) == [
        ["project-manager", "it-project-manager", "program-manager"],
        ["project-manager", "program-manager"],
    ]
    assert [one.role.id for one in paths.promotions] == ["it-project-manager", "program-manager"]


def test_every_shortest_path_to_a_target_is_listed_and_each_step_once(catalog: Catalog) -> None:
    """Two paths of the same length share their ends."""
    paths = paths_up(catalog, "project-manager", "director-of-projects")
    assert ids(paths) == [
        ["project-manager", "senior-project-manager", "director-of-projects"],
        ["project-manager", "program-manager", "director-of-projects"],
    ]
    steps = [(one.before.id, one.role.id) for one in paths.promotions]
    assert len(steps) == len(set(steps)) == 4


@pytest.mark.parametrize(
    ("start", "to"),
    [("program-manager", "project-coordinator"), ("project-coordinator", "project-coordinator")],
)
def test_a_target_that_is_not_above_has_no_path(start: str, to: str, small: Catalog) -> None:
    """A lower role, and the role itself."""
    assert (ids(paths_up(small, start, to)), paths_up(small, start, to).promotions) == ([], ())


def test_roles_that_lead_to_each_other_end_no_search(catalog: Catalog) -> None:
    """The director and the head of the PMO lead to each other; no path visits a role twice."""
    for role in catalog.roles:
        for path in paths_up(catalog, role).paths:
            assert len({one.id for one in path}) == len(path)
            assert not path[-1].next_roles


def test_a_step_adds_what_the_role_before_did_not_require(catalog: Catalog) -> None:
    """The skills, certifications and months of the next role."""
    (promotion,) = paths_up(catalog, "project-coordinator", "project-manager").promotions
    assert "risk-management" in {one.id for one in promotion.skills}
    assert "budgeting" not in {one.id for one in promotion.skills}  # a coordinator has it already
    assert [(one.id, one.new) for one in promotion.preferred] == [("pmp", True)]
    assert promotion.experience is not None
    assert (promotion.experience.kind, promotion.experience.low, promotion.experience.high) == (
        "project-leading",
        24,
        48,
    )


@pytest.mark.parametrize(("months", "outcome"), [(23, "unmet"), (24, "met")])
def test_months_before_a_role_are_counted_as_the_judge_counts(
    months: int, outcome: str, catalog: Catalog
) -> None:
    """The minimum of the range decides."""
    written = f"work: [{{kinds: [project-leading], months: {months}}}]"
    (promotion,) = paths_up(catalog, "project-coordinator", "project-manager", written).promotions
    assert promotion.experience is not None
    assert promotion.experience.verdict is not None
    assert (promotion.experience.verdict.have, promotion.experience.verdict.outcome) == (
        months,
        outcome,
    )


def test_a_list_not_given_is_unknown_and_an_entry_is_met(catalog: Catalog) -> None:
    """A list that is given is complete; one that is left out is unknown."""
    written = "{certifications: [{id: csm}], education: []}"
    (promotion,) = paths_up(catalog, "project-coordinator", "project-manager", written).promotions
    assert {one.outcome for one in promotion.skills} == {Outcome.UNKNOWN}
    assert {one.id: one.outcome for one in promotion.helpful}["csm"] is Outcome.MET
    assert {one.id: one.outcome for one in promotion.preferred}["pmp"] is Outcome.UNMET
    assert promotion.degree is not None
    assert promotion.degree.outcome is Outcome.UNMET


def test_career_paths_name_their_assumptions(catalog: Catalog) -> None:
    """Undated months and credentials count, and the answer lists them as assumptions."""
    written = "{work: [{kinds: [project-leading], months: 30}], certifications: [{id: csm}]}"
    paths = paths_up(catalog, "project-coordinator", "project-manager", written)
    assert {one.topic for one in paths.assumptions} == {"undated-work", "undated-credential"}


def test_a_country_s_own_certifications_come_first(catalog: Catalog) -> None:
    """Those preferred elsewhere still count as helpful there."""
    role = catalog.roles["project-manager"]
    expected = certifications_for_role(role, "GB")
    assert expected.is_local
    assert "prince2-7-practitioner" in expected.preferred
    assert "pmp" in expected.helpful
    assert set(expected.preferred).isdisjoint(expected.helpful)
    elsewhere = certifications_for_role(role, "IN")
    assert elsewhere == (role.preferred, role.helpful, False, frozenset(role.sourced))


def test_what_a_country_s_lists_name_has_the_basis_that_they_give(small: Catalog) -> None:
    """A source that speaks of one country supports nothing in another's list."""
    lists = LocalPreferences(("pmp",), ("capm",), ("capm",))
    role = small.roles["project-manager"]._replace(
        helpful=("csm",), sourced=("pmp", "csm"), local={"GB": lists}
    )
    assert certifications_for_role(role, None).sourced == {"pmp", "csm"}
    assert certifications_for_role(role, "GB").sourced == {"capm", "csm"}


def test_pay_is_compared_only_where_country_source_year_and_figure_are_the_same() -> None:
    """Never one currency with another, nor a mean with a median."""
    before: list[dict[str, Any]] = [{**ADS, "median": 10}]
    assert [one.after for one in compare_pay(before, [{**ADS, "median": 12}], None)] == [(12,)]
    for other in (
        {"country": "GB"},
        {"currency": "CAD"},
        {"year": 2024},
        {"url": "https://other.example"},
        {"article": True},
    ):
        assert compare_pay(before, [{**ADS, "median": 12, **other}], None) == ()
    assert compare_pay(before, [{**ADS, "mean": 12}], None) == ()
    assert compare_pay(before, [{**ADS, "median": 12}], "GB") == ()


def test_the_article_s_range_of_one_level_is_not_a_pay_change() -> None:
    """The article gives a range for a whole level; a step within it has none."""
    level = [{**ADS, "low": 1, "high": 2, "article": True}]
    above = [{**ADS, "low": 2, "high": 3, "article": True}]
    assert compare_pay(level, level, None) == ()
    assert [(one.before, one.after) for one in compare_pay(level, above, None)] == [
        ((1, 2), (2, 3))
    ]


def test_the_pay_of_a_role_is_the_newest_figure_of_the_country() -> None:
    """Never the article's; of another country only where this one has none."""
    old, new = {**ADS, "mean": 1}, {**ADS, "year": 2025, "mean": 2}
    british = {**ADS, "country": "GB", "currency": "GBP", "mean": 3}
    article = {**ADS, "year": 2026, "mean": 4, "article": True}
    pays = [article, old, new, british]
    assert [representative_pay(pays, country) for country in ("US", "GB", "DE", None)] == [
        new,
        british,
        new,
        new,
    ]
    assert representative_pay([article], "US") is None
