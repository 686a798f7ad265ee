"""Summaries of `show` and `check`: six lines first, and what is left out has an option."""

import json
import re
from pathlib import Path

import pytest
import yaml
from running import program, run

PERSON = ("--degree", "bachelor", "--leading", "30m", "--training", "project-management=35h")
CAPM = """
certifications:
- id: capm
  abbreviation: CAPM
  name: Certified Associate in Project Management
  issuer: pmi
  disciplines: [project]
  levels: [entry]
  statuses: [{state: active}]
  rules:
  - all: [{training: project-management, hours: 23}]
    sources: [site]
    confidence: high
  - from: 2027-01-01
    all: [{training: project-management, hours: 30}]
    sources: [site]
    confidence: high
  sources:
    site: {url: "https://www.pmi.org/capm", official: true, checked: 2026-11-30, covers: [rules]}
"""


@pytest.fixture
def own_catalog(tmp_path: Path) -> str:
    """A catalogue in which the CAPM asks for more training from 2027 on."""
    (tmp_path / "certifications.yaml").write_text(CAPM, "utf-8")
    return str(tmp_path)


def labels(screen: str) -> list[str]:
    """The labels of the first block of facts."""
    first = screen.split("\n\n")[1].splitlines()
    return [found[1] for line in first if (found := re.match(r"([A-Z][a-z ]+?)(?:  |$)", line))]


def test_a_record_begins_with_six_lines() -> None:
    """Whether it can be earned, the rule, the price, the effort, and where to check all that."""
    screen = program("show", "pmp").stdout
    assert labels(screen) == ["Status", "Rule", "Price", "Study", "Renewal", "Check here"]
    assert "Price       675 USD (US); 445 USD for members of PMI\n" in screen
    assert "Check here  https://www.pmi.org/certifications/project-management-pmp\n" in screen


def test_a_check_begins_with_the_answer_and_five_lines() -> None:
    """What is missing, from when, the price, the effort, and where to check."""
    screen = program("check", "pmp", *PERSON).stdout
    assert "\n\nNo: you do not qualify for the PMP today.\n" in screen
    assert labels(screen) == ["Missing", "From", "Cost", "Study", "Check here"]


def unwrapped(screen: str) -> str:
    """The text of a screen on one line."""
    return " ".join(screen.split())


@pytest.mark.parametrize("certification", ["pmp", "capm", "csm", "ipma-c", "fac-ppm-it"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_summary_stands_on_the_first_screen(certification: str, width: int) -> None:
    """However narrow it is, the address to check is among the first twenty lines."""
    for command in (("show", certification), ("check", certification)):
        top = program(*command, COLUMNS=str(width)).stdout.splitlines()[:20]
        assert any(line.startswith("Check here") for line in top)


@pytest.mark.parametrize(
    ("option", "heading", "name"),
    [
        ("--history", "The earlier rule, from 2021-01-02", "Old rules"),
        ("--notes", "Notes", "Notes"),
        ("--sources", "Sources", "Sources"),
    ],
)
def test_a_record_names_what_it_leaves_out(option: str, heading: str, name: str) -> None:
    """In one line, with how many there are; the option shows them."""
    short, whole = (program("show", "pmp", *more).stdout for more in ((), (option,)))
    (line,) = (line for line in short.splitlines() if option in line)
    assert re.search(rf"{name} \(\d+\): {option}", line)
    assert f"\n{heading}\n" not in short
    assert f"\n{heading}\n" in whole
    assert f"{name} (" not in whole


def test_a_check_keeps_the_rule_and_leaves_out_notes_and_sources() -> None:
    """The tree and what is missing stay."""
    short = program("check", "pmp", *PERSON).stdout
    whole = program("check", "pmp", *PERSON, "--notes", "--sources").stdout
    assert "✗ 36 months of leading projects (last 10 years): 30 of 36" in short
    assert re.search(r"Notes on the rule \(\d+\): --notes · Sources \(4\): --sources\n", short)
    assert "Months are calendar months" not in short
    assert "Months are calendar months" in whole
    assert len(short.splitlines()) < 50 < len(whole.splitlines())
    assert not re.search(r"\): --(notes|sources)", whole)


def test_the_first_source_is_the_page_of_the_issuer() -> None:
    """Whatever was read instead; then the issuer's other pages."""
    whole = program("show", "pmp", "--sources").stdout.partition("\nSources\n")[2]
    first, *others = [line for line in whole.splitlines() if line.startswith("- ")]
    assert first == "- Check here: https://www.pmi.org/certifications/project-management-pmp"
    assert others[0].startswith("- https://www.pmi.org/")


def test_confidence_says_whose_sources_it_rests_on() -> None:
    """A stranger's notes are no page of the issuer."""
    assert (
        "Confidence high: 4 sources, none of them the issuer's own."
        in program("show", "pmp").stdout
    )
    assert (
        "Confidence high: 5 sources, all of them the issuer's own."
        in program("show", "ipma-c").stdout
    )


def test_an_announced_rule_is_shown_as_its_difference(own_catalog: str) -> None:
    """In the first lines of `check` with the answer under it, and of `show`."""
    words = ("--catalog", own_catalog, "--as-of", "2026-12-01", "--training")
    asked = unwrapped(program("check", "capm", *words, "project-management=25h").stdout)
    change = "From 1 January 2027: 30 hours of training in project management instead of 23 hours."
    assert f"{change} Under this rule you will not qualify, as things stand." in asked
    shown = unwrapped(program("show", "capm", *words[:-1]).stdout)
    assert f"! {change} Who can take it" in shown
    assert shown.count("30 hours of training") == 1


@pytest.mark.parametrize("form", ["json", "csv"])
def test_data_has_all_details_whatever_the_options(form: str) -> None:
    """Old rules, notes and sources are in the record."""
    plain, whole = (
        run("show", "pmp", "-f", form, *more).stdout
        for more in ((), ("--history", "--notes", "--sources"))
    )
    assert plain == whole
    if form == "json":
        assert json.loads(plain)["record"]["rules"]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("show", "it-project-manager", "--history"), "--history: goes with a certification"),
        (("check", "pmp", "--notes", "--json"), "--format json: cannot show --notes"),
        (("check", "pmp", "--sources", "-f", "csv"), "--format csv: cannot show --sources"),
    ],
)
def test_details_that_an_answer_does_not_have_are_refused(
    words: tuple[str, ...], problem: str
) -> None:
    """Nothing that was asked for is left out in silence."""
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert problem in result.stderr


def test_the_sample_catalogue_changes_an_amount() -> None:
    """Or the test of the announced rule would show nothing."""
    rules = yaml.safe_load(CAPM)["certifications"][0]["rules"]
    assert [rule["all"][0]["hours"] for rule in rules] == [23, 30]
