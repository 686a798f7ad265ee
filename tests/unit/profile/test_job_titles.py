"""Job titles as people write them, against tables made by hand."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from certadvisor.catalog.records import LEVELS, Catalog
from certadvisor.profile.matching.job_titles import (
    confident_match,
    kinds_of_title,
    match_title,
    role_of_title,
    starting_point_of_title,
)
from certadvisor.profile.matching.lookup import starting_points_named

TITLES = Path(__file__).parents[2] / "titles"
TABLES = [file for file in sorted(TITLES.glob("*.yaml")) if file.stem != "bystanders"]
KEYS = {"title", "role", "level", "kinds", "sure"}


def _rows() -> list[tuple[str, dict[str, Any]]]:
    return [
        (group, row)
        for table in TABLES
        for group, rows in yaml.safe_load(table.read_text("utf-8")).items()
        for row in rows
    ]


@pytest.mark.parametrize(("group", "row"), _rows(), ids=lambda value: str(value)[:60])
def test_a_job_title_matches_as_in_the_table(
    group: str, row: dict[str, Any], catalog: Catalog
) -> None:
    """Role, level, kinds and whether it is project management, each where the table has it."""
    assert KEYS.issuperset(row)
    match = match_title(row["title"], catalog)
    assert match.is_project_management == (group != "not project management")
    role = row.get("role")
    assert match.role == (None if role in (None, "-") else role)
    if "level" in row:
        assert match.level == row["level"]
    if "kinds" in row:
        assert match.kinds == tuple(row["kinds"])
    if not row.get("sure", True):
        assert confident_match(row["title"], catalog) is None


def test_the_tables_of_titles_are_long_enough() -> None:
    """More than three hundred titles, about a third of them outside project management."""
    groups = [group for group, _ in _rows()]
    assert len(groups) > 300
    assert groups.count("not project management") > 90


def test_every_name_of_a_role_matches_that_role(catalog: Catalog) -> None:
    """Every title and alias in roles.yaml gives its own role, with its level and kinds."""
    for role in catalog.roles.values():
        for name in (role.title, *role.aliases):
            match = match_title(name, catalog)
            assert (match.role, match.level, match.kinds) == (role.id, role.level, role.kinds)
            assert match.level in LEVELS


def test_a_title_gives_kinds_only_above_the_confidence_threshold(catalog: Catalog) -> None:
    """Below it the kinds stay unknown, as those of a meaningless title do."""
    assert kinds_of_title("Chef de projet", catalog) == catalog.kinds_of(["project-leading"])
    assert kinds_of_title("Program Analyst", catalog) is None
    assert kinds_of_title("Chief Wizard", catalog) is None
    assert kinds_of_title("University research project", catalog) is None
    role = role_of_title("Sr. IT Project Mgr (Agile)", catalog)
    assert role is not None
    assert role.id == "senior-project-manager"


def test_a_catalogue_without_title_words_guesses_nothing(small: Catalog) -> None:
    """Only the names of its roles are recognised."""
    assert confident_match("Sr. IT Project Mgr (Agile)", small) is None
    assert kinds_of_title("Software Project Manager", small) is not None


def test_confidence_falls_with_each_reason_to_doubt(catalog: Catalog) -> None:
    """From a role's own name to a misspelt name with other words and a second job."""
    written = (
        "Project Manager",
        "Projects Mgr",
        "Project Manager - Northwind",
        "Project Mananger",
        "Plumber / Project Mananger, Northwind Trading and Sons Ltd",
    )
    sure = [match_title(title, catalog).confidence for title in written]
    assert sure == sorted(sure, reverse=True)
    assert sure[0] == 1
    assert sure[1] > sure[2] > sure[3]


def _bystanders() -> list[str]:
    tables = yaml.safe_load((TITLES / "bystanders.yaml").read_text("utf-8"))
    return [title for titles in tables.values() for title in titles]


@pytest.mark.parametrize("title", _bystanders())
def test_who_stands_beside_a_job_does_not_do_it(title: str, catalog: Catalog) -> None:
    """Learners, assistants, teachers, recruiters: supporting work at most, or a question."""
    kinds = kinds_of_title(title, catalog)
    assert kinds is None or kinds <= catalog.kinds_of(["project", "pmo"])


def test_every_name_of_a_starting_point_gives_it_with_its_kinds(catalog: Catalog) -> None:
    """None of them is a name of a role, and none leads projects."""
    for id, start in catalog.raw_records("starting_points").items():
        for name in (start["title"], *start["aliases"]):
            match = match_title(name, catalog)
            assert (match.role, match.starting_point) == (None, id), name
            assert match.kinds == tuple(start["kinds"])
            assert starting_point_of_title(name, catalog) == id, name  # and surely so
            assert not match.is_project_management


@pytest.mark.parametrize(
    ("title", "start"),
    [
        ("Senior Software Developer", "software-developer"),
        ("Softwareentwicklerin (m/w/d)", "software-developer"),
        ("Developer", "software-developer"),
        ("Developer Relations Manager", None),  # one word of a longer title says nothing
        ("Software Engineer / Scrum Master", None),  # a role of the ladder comes first
        ("Software Project Engineer", None),
        ("Infirmière", "nurse"),
        ("Secondary School Teacher", "teacher"),
        ("IT Business Analyst", "business-analyst"),
        ("Executive Assistant to the Head of PMO and Projects", None),
    ],
)
def test_a_job_outside_the_ladder_is_recognised(
    title: str, start: str | None, catalog: Catalog
) -> None:
    """Only where nothing of the ladder stands beside it."""
    match = match_title(title, catalog)
    assert match.starting_point == start
    assert starting_point_of_title(title, catalog) == start
    assert start is None or match.role is None


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("engineer", ["systems-engineer", "site-engineer"]),
        ("Analyst", ["data-analyst", "business-analyst"]),
        ("support", ["it-support"]),
        ("officer", ["military-officer"]),
        ("chef", []),
        ("", []),
    ],
)
def test_a_part_of_a_title_may_be_several_jobs(
    words: str, ids: list[str], catalog: Catalog
) -> None:
    """They are what to choose from."""
    assert starting_points_named(words, catalog) == ids


def test_a_recognised_job_outside_the_ladder_gives_its_kinds(catalog: Catalog) -> None:
    """So its years count for what they are, and for nothing else; a trainee's stay unknown."""
    assert kinds_of_title("Software Engineer", catalog) == catalog.kinds_of(["technical"])
    assert kinds_of_title("Trainee Software Developer", catalog) is None


@pytest.mark.parametrize("title", ["teacher", "Math teacher", "Lehrerin", "lärare", "Profesora"])
def test_a_teacher_is_known_as_a_starting_point(title: str, catalog: Catalog) -> None:
    """The word marks who teaches a job that the title names, and is a job of its own."""
    assert starting_point_of_title(title, catalog) == "teacher"
    assert kinds_of_title(title, catalog) == catalog.kinds_of(["professional"])


@pytest.mark.parametrize(
    "title",
    [
        "PMP teacher", "Trainer of project managers", "Teacher of project managers",
        "Project Management Teacher", "PMP trainer", "Lehrer für Projektmanagement",
        "Science teacher, project management",
    ],
)  # fmt: skip
def test_who_teaches_project_management_does_not_lead_projects(
    title: str, catalog: Catalog
) -> None:
    """Whatever the title is read as, it gives no months of leading projects."""
    assert not match_title(title, catalog).is_project_management
    kinds = kinds_of_title(title, catalog)
    assert kinds is None or "project-leading" not in kinds
