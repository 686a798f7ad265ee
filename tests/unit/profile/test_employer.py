"""The leaf `employer`: from the profile's key to the answers' words."""

from datetime import date
from pathlib import Path

import pytest

from certadvisor.advice.recommend.ranking import recommend
from certadvisor.audit.policy_reader import parse_policy
from certadvisor.base.scalars import ValueParseError
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Employer
from certadvisor.errors import InputError
from certadvisor.interview.answers import apply_answer
from certadvisor.interview.next_question import next_prompt
from certadvisor.interview.state import (
    EMPTY_STATE,
    InterviewState,
    Prompt,
    mark_unknown,
    profile_of,
)
from certadvisor.linting.case_runner import run_cases
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile, Section
from certadvisor.profile.reader import read_profile
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome
from certadvisor.views.words import audit as audit_words
from certadvisor.views.words import check as check_words
from certadvisor.views.words import interview as interview_words
from certadvisor.views.words import phrases, short_rules

TESTS = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
LEAF = Employer("us-federal-civilian")
KINDS = ("us-federal-civilian", "us-federal-military", "other")
_IGNORED = "so it is ignored"
PROMPT = Prompt("employer", section=Section.EMPLOYER, answers=KINDS)


@pytest.fixture(scope="module")
def reserved() -> Catalog:
    """The small catalogue with certifications for one kind of employer."""
    return load_catalog(
        (str(TESTS / "small"), str(TESTS / "reserved")), built_in=False, cache=False
    )


def _read(text: str, catalog: Catalog) -> tuple[Profile, list[str]]:
    read = read_profile(read_bytes(text.encode(), "me.yaml"), catalog, DAY)
    return read.profile, [str(fault) for fault in read.warnings]


def test_every_case_of_the_leaf_holds(reserved: Catalog) -> None:
    """The kind is a yes, another one a no, and what no rule names is unknown."""
    results = run_cases([TESTS / "reserved"], reserved)
    assert [(one.case.id, one.differences) for one in results if one.differences] == []


@pytest.mark.parametrize("value", ["us-federal-civilian", "US federal civilian", "other"])
def test_a_kind_and_none_of_them_are_read_without_a_word(value: str, reserved: Catalog) -> None:
    """Case and punctuation do not matter."""
    assert _read(f"employer: {value}", reserved)[1] == []


@pytest.mark.parametrize(
    ("value", "remedy"),
    [
        ("Acme Ltd", ""),
        ("us-federal-civilan", "; did you mean `us-federal-civilian`?"),
        ("-", ""),
    ],
)
def test_a_word_that_no_rule_names_is_reported(value: str, remedy: str, reserved: Catalog) -> None:
    """A company's name is neither dropped in silence nor read as a kind."""
    problem = f"the catalogue has no kind of employer `{value}`, {_IGNORED}"
    assert _read(f"employer: '{value}'", reserved)[1] == [f"me.yaml:1: employer: {problem}{remedy}"]


def test_a_table_with_names_of_companies_is_read(reserved: Catalog, tmp_path: Path) -> None:
    """A company's name leaves the person's kind of employer unknown, with a warning."""
    file = tmp_path / "people.csv"
    file.write_text("id,Employer\n1,Acme Ltd\n2,-\n3,US Federal Civilian\n4,other\n5,\n", "utf-8")
    rows = list(read_people(file, reserved, DAY, display_name="people.csv").rows)
    people = [row for row in rows if isinstance(row, Person)]
    rule = reserved.certifications["civil-pm"]
    outcomes = [
        check(rule, Timeline(Evidence(one.profile, reserved, DAY))).outcome.value for one in people
    ]
    assert outcomes == ["unknown", "unknown", "met", "unmet", "unknown"]
    warnings = [str(fault) for one in people for fault in one.warnings]
    problem = f"Employer: the catalogue has no kind of employer `Acme Ltd`, {_IGNORED}"
    assert warnings == [f"people.csv:2: {problem}"]


def test_a_misspelt_column_is_refused(reserved: Catalog, tmp_path: Path) -> None:
    """A name that is nearly the field's would lose its facts."""
    file = tmp_path / "people.csv"
    file.write_text("id,Emploier\n", "utf-8")
    with pytest.raises(InputError, match="did you mean `employer`"):
        read_people(file, reserved, DAY, display_name="people.csv")


def test_one_question_asks_for_the_kind(reserved: Catalog) -> None:
    """Certifications for different kinds ask the same; the question names the kinds."""
    timeline = Timeline(Evidence(Profile(), reserved, DAY))
    first, second = (
        check(reserved.certifications[id], timeline).questions[0]
        for id in ("civil-pm", "forces-pm")
    )
    assert first[:2] == second[:2]
    assert check_words.question_text(first, reserved) == (
        "What kind of employer do you work for now? Add it as `employer:` "
        "(us-federal-civilian, us-federal-military or other)."
    )
    assert audit_words.fact_text(first, reserved) == "which kind of employer the person works for"


def test_the_interview_asks_with_the_kinds_as_choices(reserved: Catalog) -> None:
    """An answer is one of the kinds, or none of them; anything else is asked again."""
    text = interview_words.prompt_text(PROMPT, reserved)
    assert text.question.endswith(": Which kind of employer do you work for now?")
    assert [(choice.answer, choice.label) for choice in text.choices] == [
        ("us-federal-civilian", "US federal civilian"),
        ("us-federal-military", "US federal military"),
        ("other", "none of these"),
    ]
    for answer in KINDS:
        state = apply_answer(EMPTY_STATE, PROMPT, answer, reserved, DAY)
        assert profile_of(state, reserved, DAY) == Profile(employer=answer)
    with pytest.raises(ValueParseError, match="is not a valid value"):
        apply_answer(EMPTY_STATE, PROMPT, "Acme Ltd", reserved, DAY)


def test_the_interview_asks_once_and_only_while_it_settles_something(reserved: Catalog) -> None:
    """Two certifications depend on the kind, and "don't know" is not asked again."""
    state, topics = EMPTY_STATE, []
    while prompt := next_prompt(state, reserved, DAY):
        topics.append(prompt.topic)
        state = mark_unknown(state, prompt)
    assert topics.count("employer") == 1
    answered = InterviewState({"employer": "other"})
    while prompt := next_prompt(answered, reserved, DAY):
        assert prompt.topic != "employer"
        answered = mark_unknown(answered, prompt)


def test_another_employer_is_no_step(reserved: Catalog) -> None:
    """It is named as missing, nothing can be booked for it, and it is not recommended."""
    evidence = Evidence(Profile(employer="other"), reserved, DAY)
    result = check(reserved.certifications["civil-pm"], Timeline(evidence))
    assert (result.outcome, result.eligible_from) == (Outcome.UNMET, None)
    missing = "a job with an employer of the kind “US federal civilian”"
    assert phrases.missing_all(result.missing, reserved) == missing
    assert short_rules.rule_lines(LEAF, reserved) == ["employer: US federal civilian"]
    assert list(kind_of(LEAF).acquisitions(LEAF, evidence.profile, DAY)) == []
    shown = {one.certification.id for one in recommend(evidence).recommendations}
    assert not shown & {"civil-pm", "forces-pm"}


def test_a_policy_may_name_a_kind_that_no_rule_names(small: Catalog) -> None:
    """The policy's own kind is met by the same word, although the catalogue has none."""
    text = "policy: P\nrules: [{id: r, who: everyone, needs: {employer: us-federal-civilian}}]"
    policy = parse_policy(read_bytes(text.encode(), "policy"), small)
    assert policy.rules[0].needs == LEAF
    outcomes = {
        kind: kind_of(LEAF).judge(LEAF, Evidence(Profile(employer=kind), small, DAY), DAY).outcome
        for kind in ("us-federal-civilian", "other", "acme", None)
    }
    assert list(outcomes.values()) == [
        Outcome.MET, Outcome.UNMET, Outcome.UNKNOWN, Outcome.UNKNOWN,
    ]  # fmt: skip
