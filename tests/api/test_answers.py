"""The Python API: it gives the answers of the command line, for plain objects."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any
from unittest import mock

import pytest
import yaml
from running import SMALL, run

from certadvisor import Advisor, AuditResult, InputError
from certadvisor.catalog import loader
from certadvisor.cli import options

TESTS = Path(__file__).parents[1]
DAY = "2026-11-22"
PEOPLE = TESTS / "people" / "audited.jsonl"
POLICY = TESTS / "people" / "policy.yaml"
ME: dict[str, Any] = {
    "country": "US",
    "education": [{"degree": "bachelor", "awarded": "2015-06"}],
    "work": [{"title": "IT project manager", "start": "2024-03"}],
    "training": [{"topic": "project-management", "hours": 35}],
    "courses": [],
    "certifications": [{"id": "capm", "earned": "2024-05-10", "expires": "2027-05-10"}],
    "goal": {"role": "project-manager", "budget": "1500 USD"},
}


@pytest.fixture(scope="module")
def advisor() -> Iterator[Advisor]:
    """An advisor over the small catalogue."""
    with mock.patch.object(loader, "data_folder", return_value=SMALL):
        yield Advisor()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the profile."""
    path = tmp_path_factory.mktemp("profile") / "me.json"
    path.write_text(json.dumps(ME), "utf-8")
    return path


def printed_document(*words: str) -> Any:
    """Run a command with --format json and return the document."""
    return json.loads(run(*words, "--as-of", DAY, "--format", "json").stdout)


@pytest.mark.parametrize("form", ["mapping", "path", "text", "read before"])
def test_check_equals_that_of_the_command(form: str, advisor: Advisor, file: Path) -> None:
    """In whatever form the profile is passed."""
    forms: dict[str, Any] = {
        "mapping": ME,
        "path": file,
        "text": str(file),
        "read before": advisor.read_profile(ME, DAY).profile,
    }
    check = advisor.check(forms[form], "PMP", DAY)
    assert check.outcome == "unmet"
    document = advisor.document(check)
    assert document == printed_document("check", "pmp", "--profile", str(file))
    assert json.loads(json.dumps(document)) == document


def test_recommend_equals_that_of_the_command(advisor: Advisor, file: Path) -> None:
    """With a number and weights."""
    advice = advisor.recommend(ME, DAY, top=2, weights={"demand": 0, "nearness": 2.5})
    options = ("--top", "2", "--weight", "demand=0", "--weight", "nearness=2.5")
    assert advice.recommendations
    assert advisor.document(advice) == printed_document(
        "recommend", "--profile", str(file), *options
    )


def test_plan_equals_that_of_the_command(advisor: Advisor, file: Path) -> None:
    """With an objective, a deadline and hours per week."""
    answer = advisor.plan(ME, "pmp", DAY, by="cheapest", until="2028-01-31", hours_per_week=8)
    words = ("--by", "cheapest", "--until", "2028-01-31", "--hours-per-week", "8")
    assert answer.plan
    document = advisor.document(answer)
    assert document == printed_document("plan", "--to", "pmp", "--profile", str(file), *words)


def test_audit_equals_that_of_the_command(advisor: Advisor) -> None:
    """For the same files, and with the options that make it fail."""
    audit = advisor.audit(PEOPLE, POLICY, DAY)
    document_with_names = partial(advisor.document, audit, people=str(PEOPLE), policy=str(POLICY))
    words = ("audit", str(PEOPLE), "--policy", str(POLICY))
    assert audit.findings
    assert document_with_names() == printed_document(*words)
    document = document_with_names(fail_on="never", allow_rejects=True)
    assert document == printed_document(*words, "--fail-on", "never", "--allow-rejects")
    assert [one["id"] for one in document["rules"] if one["could_not_judge"]] == ["leaders"]
    assert document["failed"] is True  # whatever `fail_on` is: a rule could not be judged


def test_an_audit_of_mappings_equals_that_of_their_file(advisor: Advisor) -> None:
    """The position among the people takes the place of a file's line."""
    people = (json.loads(line) for line in PEOPLE.read_text("utf-8").splitlines() if line.strip())
    rules = yaml.safe_load(POLICY.read_text("utf-8"))
    audit = advisor.audit(people, rules, DAY)
    expected = advisor.audit(PEOPLE, POLICY, DAY)
    assert (audit.rows, audit.findings) == (expected.rows, expected.findings)
    assert [one.id for one in audit.rejects] == [one.id for one in expected.rejects]


def test_a_csv_can_be_audited_with_a_mapping(advisor: Advisor, tmp_path: Path) -> None:
    """As the command does; people in memory have no columns to map."""
    staff, mapping = tmp_path / "staff.csv", tmp_path / "mapping.yaml"
    staff.write_text("Number,Job\n7,Project manager\n", "utf-8")
    columns = "columns: {Number: id, Job: title}"
    mapping.write_text(f"tables:\n  - file: staff.csv\n    {columns}\n", "utf-8")
    audit = advisor.audit(staff, POLICY, DAY, mapping=mapping)
    assert [row.person for row in audit.rows] == ["7"]
    export = TESTS / "people" / "bamboohr"
    assert advisor.audit(export, POLICY, DAY, mapping="bamboohr").rows
    with pytest.raises(InputError, match="did you mean `bamboohr`"):
        advisor.audit(export, POLICY, DAY, mapping="bambohr")
    with pytest.raises(InputError, match="mapping: is for a file of people"):
        advisor.audit([{"id": "7"}], POLICY, DAY, mapping=mapping)


def test_an_audit_names_the_columns_and_values_that_are_not_used(
    advisor: Advisor, tmp_path: Path
) -> None:
    """In the document too, as the command does."""
    staff = tmp_path / "staff.csv"
    staff.write_text("id,shoe size,certifications\n7,42,Order of the Phoenix\n", "utf-8")
    document = advisor.document(
        advisor.audit(staff, POLICY, DAY), people=str(staff), policy=str(POLICY)
    )
    assert document["unused_columns"] == ["shoe size"]
    assert len(document["ignored"]) == 1
    assert document == printed_document("audit", str(staff), "--policy", str(POLICY))


def test_people_that_cannot_be_read_are_rejects_and_the_others_are_judged(advisor: Advisor) -> None:
    """Each with the position among the people and every fault."""
    people: list[Any] = [
        {"id": "a", "country": "US"},
        {"id": "b", "work": 3, "education": [{"degree": "wizard"}]},
        {"id": "c", "memberships": {"pmi"}},
        5,
        {"id": "a"},
    ]
    audit = advisor.audit(people, POLICY, DAY)
    assert [row.person for row in audit.rows] == ["a"]
    assert [(one.line, one.id, len(one.faults)) for one in audit.rejects] == [
        (2, "b", 2), (3, None, 1), (4, None, 1), (5, "a", 1),
    ]  # fmt: skip
    message = str(audit.rejects[1].faults[0])
    assert message == "people:3: holds a `set`; give mappings, lists, text, numbers and dates"


def test_days_may_be_dates_and_mappings_of_any_type(advisor: Advisor) -> None:
    """As programs get them from YAML or a database; read-only ones are fine."""
    earned = datetime(2024, 5, 10, 23, 59)  # noqa: DTZ001  only its date counts
    credential = {"id": "capm", "earned": earned, "expires": date(2027, 5, 10)}
    profile = MappingProxyType(ME | {"certifications": (MappingProxyType(credential),)})
    moment = datetime(2026, 11, 22, 12, 0)  # noqa: DTZ001  as above
    for day in (date(2026, 11, 22), moment):
        assert advisor.check(profile, "pmp", day) == advisor.check(ME, "pmp", DAY)


def test_as_of_defaults_to_today(advisor: Advisor) -> None:
    """As on the command line."""
    assert advisor.check(ME, "pmp").as_of in (options.today(), date.today())  # noqa: DTZ011  today


def test_read_profile_warns_of_values_that_are_ignored(advisor: Advisor) -> None:
    """An unknown certification is kept in the profile, with a warning."""
    result = advisor.read_profile({"certifications": [{"id": "pmmp"}]}, DAY)
    assert [one.id for one in result.profile.certifications or ()] == ["pmmp"]
    assert [one.place for one in result.warnings] == ["certifications[0].id"]
    assert result.warnings[0].remedy == "did you mean `pmp`?"


def test_own_catalogues_are_overlaid_on_the_built_in_one() -> None:
    """One or several; an invalid one raises InputError at once."""
    diving = TESTS.parent / "examples" / "diving"
    diver = diving / "diver.yaml"
    forms: list[Any] = [diving, str(diving), [diving], [str(diving)]]
    for catalogs in forms:
        assert Advisor(catalogs=catalogs).check(diver, "kbd-deep", DAY).outcome
    with pytest.raises(InputError, match="nowhere: is not a directory"):
        Advisor(catalogs=["nowhere"])


def test_an_audit_result_has_its_day(advisor: Advisor) -> None:
    """As every answer has, so that its document can be made later."""
    audit: AuditResult = advisor.audit([], POLICY, "2027-04-01")
    assert audit.as_of == date(2027, 4, 1)
    assert advisor.document(audit)["as_of"] == "2027-04-01"
