"""Which jobs the interview asks about again, though their title is recognised."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.interview.answers import apply_answer
from certadvisor.interview.next_question import next_prompt
from certadvisor.interview.state import EMPTY_STATE

TODAY = date(2026, 11, 30)
ANSWERS = {"goal": "project-manager", "since": "2015-01", "education": "bachelor"}


def topics_asked(title: str, catalog: Catalog) -> list[str]:
    """The topics of the questions put to a person with this job who knows little else."""
    state, topics = EMPTY_STATE, list[str]()
    while prompt := next_prompt(state, catalog, TODAY):
        topics.append(prompt.topic)
        answer = {"title": title, **ANSWERS}.get(prompt.topic)
        if answer is None:
            state = state._replace(unknown=(*state.unknown, prompt.key))
        else:
            state = apply_answer(state, prompt, answer, catalog, TODAY)
    return topics


@pytest.mark.parametrize(
    ("title", "asked"), [("Software developer", True), ("Project manager", False)]
)
def test_a_job_outside_the_ladder_may_have_been_more(
    title: str, *, asked: bool, catalog: Catalog
) -> None:
    """A developer may have led projects; what a project manager does is known."""
    assert ("kinds" in topics_asked(title, catalog)) is asked
