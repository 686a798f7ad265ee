"""`Advisor.batch`: the answers of the command for many people, lazily and by any number of jobs."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from multiprocessing import active_children
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from company import as_lines, people
from running import SMALL, program, run

from certadvisor import Advisor, InputError, MemberResult, Reject
from certadvisor.catalog import loader

DAY = "2026-11-22"
TESTS = Path(__file__).parents[1]
EXPORT = TESTS / "people" / "bamboohr"
DIVING = TESTS.parent / "examples" / "diving"


@pytest.fixture
def advisor() -> Iterator[Advisor]:
    """An advisor over the small catalogue."""
    with mock.patch.object(loader, "data_folder", return_value=SMALL):
        yield Advisor()


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of more people than three tasks; some of the rows cannot be read."""
    file = tmp_path_factory.mktemp("company") / "people.jsonl"
    file.write_text(as_lines(people(150, dirty=0.2)), encoding="utf-8")
    return file


def read_documents(output: Path) -> tuple[list[Any], list[Any]]:
    """Read the lines and the rejects that the command wrote."""
    files = output, output.with_name(f"{output.name}.rejects.jsonl")
    lines, rejects = (
        [json.loads(line) for line in file.read_text("utf-8").splitlines()] for file in files
    )
    return lines, rejects


def test_a_batch_equals_that_of_the_command(
    advisor: Advisor, company: Path, tmp_path: Path
) -> None:
    """Every line and every reject, with a number and weights."""
    results = list(advisor.batch(company, DAY, top=2, weights={"demand": 0, "nearness": 2.5}))
    options = ("--top", "2", "--weight", "demand=0", "--weight", "nearness=2.5")
    output = tmp_path / "out"
    run("batch", str(company), "--as-of", DAY, *options, "--output", str(output), "--jobs", "1")
    lines, rejects = read_documents(output)
    assert [advisor.document(one) for one in results if isinstance(one, MemberResult)] == lines
    assert [advisor.document(one) for one in results if isinstance(one, Reject)] == rejects
    assert rejects
    order = [one.line if isinstance(one, Reject) else one.person.line for one in results]
    assert order == list(range(1, 151))


@pytest.mark.company
def test_two_processes_give_the_results_of_one(company: Path, tmp_path: Path) -> None:
    """Equal objects in the same order, and the lines of the command."""
    advisor = Advisor()
    results = list(advisor.batch(company, DAY, jobs=2))
    assert results == list(advisor.batch(company, DAY))
    assert active_children() == []
    output = tmp_path / "out"
    program("batch", str(company), "--as-of", DAY, "--output", str(output), "--jobs", "2")
    lines, _ = read_documents(output)
    assert [advisor.document(one) for one in results if isinstance(one, MemberResult)] == lines


def test_a_result_equals_check_and_recommend(advisor: Advisor) -> None:
    """For the profile of that person alone."""
    (person,) = people(1)
    (result,) = advisor.batch([person], DAY, top=3)
    assert isinstance(result, MemberResult)
    profile = {key: person[key] for key in person.keys() - {"id", "title", "tags", "joined"}}
    assert result.advice == advisor.recommend(profile, DAY, top=3)
    assert result.outcomes["pmp"] is advisor.check(profile, "pmp", DAY).outcome
    assert result.as_of == date(2026, 11, 22)


def test_a_mapping_has_its_position_in_place_of_a_line(advisor: Advisor) -> None:
    """A reject has it too, with every fault and the day."""
    bad: Any = {"id": "b", "work": 3, "education": [{"degree": "wizard"}]}
    good, reject = advisor.batch([{"id": "a"}, bad], DAY)
    assert isinstance(good, MemberResult)
    assert good.person.line == 1
    assert isinstance(reject, Reject)
    assert (reject.line, reject.id, len(reject.faults)) == (2, "b", 2)
    assert advisor.document(reject)["as_of"] == DAY


def test_an_export_is_read_by_a_mapping(advisor: Advisor) -> None:
    """As the command does."""
    assert list(advisor.batch(EXPORT, DAY, mapping="bamboohr"))


def test_people_are_read_as_their_results_are_asked_for(advisor: Advisor) -> None:
    """One process reads none ahead, so that the people may come one by one and never end."""
    read: list[str] = []

    def endless() -> Iterator[dict[str, object]]:
        while True:
            read.append(f"{len(read)}")
            yield {"id": read[-1]}

    results = advisor.batch(endless(), DAY)
    assert read == []
    for number in range(1, 4):
        next(results)
        assert len(read) == number


@pytest.mark.company
def test_closing_a_batch_ends_its_processes() -> None:
    """Although most of the people were not even read."""
    table = people(10_000)
    results = Advisor(cache=True).batch(table, DAY, jobs=2)
    assert isinstance(next(results), MemberResult)
    assert active_children()
    results.close()
    assert active_children() == []
    assert next(table)["id"] < "001000"


@pytest.mark.company
def test_a_catalogue_that_changes_under_its_processes_is_an_error(tmp_path: Path) -> None:
    """They load it again, and would judge by other rules."""
    own = tmp_path / "own"
    shutil.copytree(DIVING, own)
    advisor = Advisor(catalogs=own, cache=True)
    with (own / "certifications.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    with pytest.raises(InputError, match="catalog: changed while it was read"):
        list(advisor.batch(people(100), DAY, jobs=2))
