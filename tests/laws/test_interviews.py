"""Laws of the interview: it ends, and its file contains exactly the answers given."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import AS_OF

from certadvisor.advice.recommend.ranking import recommend
from certadvisor.base.scalars import ValueParseError
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.interview.answers import apply_answer
from certadvisor.interview.next_question import next_prompt
from certadvisor.interview.profile_output import render_json, render_yaml
from certadvisor.interview.state import (
    EMPTY_STATE,
    InterviewState,
    Prompt,
    mark_unknown,
    postpone,
    profile_of,
)
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.reader import read_profile
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline

MANY = 60  # questions; every interview is shorter
ANSWERS = (
    "none", "yes", "no", "IT project manager", "Scrum master, agile coach", "chief wizard",
    "3y", "2021-03", "project coordinator, 2019-02 to 2021-05", "BSc", "master", "CAPM 2024-05-10",
    "PSM I, PMP", "35h", "4500", "US", "GB", "1500 USD", "agile", "complex", "project-leading",
    "2020-01 to 2021-03", "leading", "#", "\x1b[31m", "", "?", "skip",
)  # fmt: skip


@given(answers=st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=MANY))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_an_interview_ends_and_its_file_gives_the_same_answers(
    answers: list[str], small: Catalog
) -> None:
    """Whatever the answers, the questions run out, and the profile written is the one in memory."""
    state, answer_iterator = EMPTY_STATE, iter(answers)
    while prompt := next_prompt(state, small, AS_OF):
        assert state.question_count < MANY
        state = _after(state, prompt, next(answer_iterator, "?"), small)
    profile = profile_of(state, small, AS_OF)
    for text in (render_yaml(state, AS_OF), render_json(state)):
        read = read_profile(read_bytes(text.encode(), "file"), small, AS_OF)
        assert (read.profile, read.warnings) == (profile, ())
        before, after = (Evidence(one, small, AS_OF) for one in (profile, read.profile))
        assert recommend(before) == recommend(after)
        for certification in small.certifications.values():
            assert check(certification, Timeline(before)) == check(certification, Timeline(after))


def _after(state: InterviewState, prompt: Prompt, answer: str, catalog: Catalog) -> InterviewState:
    if answer == "skip":
        return postpone(state, prompt)
    try:
        return apply_answer(state, prompt, answer, catalog, AS_OF)
    except ValueParseError:
        return mark_unknown(state, prompt)


def test_a_skipped_interview_question_comes_once_more(small: Catalog) -> None:
    """It comes again after all the others; skipped twice, it does not come again."""
    state, keys = EMPTY_STATE, []
    while prompt := next_prompt(state, small, AS_OF):
        keys.append(prompt.key)
        state = postpone(state, prompt)
    assert len(keys) == 2 * len(set(keys))
