"""The interview on the command line: ask, parse the answers, show recommendations, save."""

import sys
from typing import NamedTuple

from certadvisor.advice.recommend.conditionals import with_conditionals
from certadvisor.advice.recommend.ranking import recommend
from certadvisor.advice.recommend.recommendations import Recommendations
from certadvisor.base.scalars import ValueParseError
from certadvisor.base.stderr import write_stderr
from certadvisor.cli.advice_report import make_advice_report
from certadvisor.cli.asking import Asker, choose_asker
from certadvisor.cli.context import with_profile_placeholder
from certadvisor.cli.line_prompts import Control, matching_choices
from certadvisor.cli.notices import write_notice
from certadvisor.cli.output import is_interactive, is_terminal, terminal_for, write
from certadvisor.cli.saving import save_as_asked, stopping
from certadvisor.interview.answers import apply_answer
from certadvisor.interview.next_question import MAX_OPENING_QUESTIONS, next_prompt
from certadvisor.interview.profile_output import render_yaml
from certadvisor.interview.state import (
    EMPTY_STATE,
    InterviewState,
    Prompt,
    mark_unknown,
    postpone,
    profile_of,
)
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.views.blocks import Para, styled
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext
from certadvisor.views.sections.prompts import error_screen, next_commands_screen
from certadvisor.views.words.interview import CONTINUE, NO_MORE_QUESTIONS, WELCOME, prompt_text
from certadvisor.views.writers import render

_NO = ("no", "n")
_YES = ("yes", "y")


class InterviewResult(NamedTuple):
    """The answers of an interview; `shown` where its recommendations were printed already."""

    answer_context: AnswerContext
    state: InterviewState
    shown: bool

    @property
    def profile(self) -> Profile:
        """The profile, exactly as it would be read back from its file."""
        return profile_of(self.state, self.answer_context.catalog, self.answer_context.as_of)

    def show(self) -> None:
        """Print the recommendations to standard error; standard output is for the answer alone."""
        catalog, day = self.answer_context.catalog, self.answer_context.as_of
        report = make_advice_report(
            self.answer_context, self._recommend(), Evidence(self.profile, catalog, day)
        )
        write_stderr("")
        for line in render(report, Format.TABLE, terminal_for(sys.stderr)).splitlines():
            write_stderr(line)

    def save(self) -> None:
        """Save the answers unless the person declines, and name the next commands."""
        with stopping():
            text = render_yaml(self.state, self.answer_context.as_of)
            question = "Save your answers to [{}]? (Enter for yes, no, or another file name) "
            self.name_next_commands(save_as_asked(text, question, _NO))

    def name_next_commands(self, file: str | None) -> None:
        """Name the commands that lead on from the answers, which are in this file if anywhere."""
        first = next(iter(self._recommend().recommendations), None)
        write_notice(next_commands_screen(first and first.certification.id, file))

    def _recommend(self) -> Recommendations:
        catalog, day = self.answer_context.catalog, self.answer_context.as_of
        evidence = Evidence(self.profile, catalog, day)
        return with_conditionals(recommend(evidence), evidence)


def run_interview(answer_context: AnswerContext) -> InterviewResult:
    """Ask until no answer could change the first five recommendations, or the person stops.

    End of input ends the questions of a pipe. On a terminal (Ctrl-D) it raises
    KeyboardInterrupt, as Ctrl-C does.
    """
    answer_context = with_profile_placeholder(answer_context)
    with stopping():
        ask = choose_asker()
        write_notice((Para(styled(WELCOME)),))
        states = [EMPTY_STATE]
        shown_state: InterviewState | None = None
        try:
            while prompt := next_prompt(states[-1], answer_context.catalog, answer_context.as_of):
                if states[-1].question_count >= MAX_OPENING_QUESTIONS and shown_state is None:
                    shown_state = states[-1]
                    InterviewResult(answer_context, shown_state, shown=True).show()
                    if ask(CONTINUE) not in _YES:
                        break
                states = _ask_prompt(prompt, states, answer_context, ask)
            else:
                write_notice((Para(styled(NO_MORE_QUESTIONS)),))
        except EOFError:
            if is_interactive():
                raise KeyboardInterrupt from None
    return InterviewResult(answer_context, states[-1], shown=shown_state is states[-1])


def _ask_prompt(
    prompt: Prompt, states: list[InterviewState], answer_context: AnswerContext, ask: Asker
) -> list[InterviewState]:
    """Ask one question, again until the reply is valid, and return the history of states.

    "Back" drops the last state, so that the question before it is asked again. Part of a
    choice's name takes it, or leaves the choices that it fits.
    """
    state, catalog = states[-1], answer_context.catalog
    question = prompt_text(prompt, catalog, state.question_count)
    while True:
        reply = ask(question)
        if reply is Control.BACK:
            return states[:-1] or states
        if reply is Control.UNKNOWN:
            return [*states, mark_unknown(state, prompt)]
        if reply is Control.SKIP:
            return [*states, postpone(state, prompt)]
        try:
            return [*states, apply_answer(state, prompt, reply, catalog, answer_context.as_of)]
        except ValueParseError as error:
            found = () if question.multiple else matching_choices(reply, question.choices)
            if len(found) == 1:
                write_stderr(f"> {found[0].label}")
                answer = found[0].answer
                return [*states, apply_answer(state, prompt, answer, catalog, answer_context.as_of)]
            if found:
                question = question._replace(choices=found, default=None)
            else:
                write_notice(error_screen(error.problem, error.remedy))


def deliver(interview: InterviewResult, text: str, output: str | None) -> None:
    """Write a profile to `output` or standard output; on a terminal ask where to, if not given."""
    if output or not (is_interactive() and is_terminal(sys.stdout)):
        write(text, output)
        file = None if output == "-" else output
    else:
        with stopping():
            question = "Save your profile to [{}]? (Enter for yes, - to show it, or another name) "
            file = save_as_asked(text, question, ("-",))
        if file is None:
            write(text)
    if file:
        interview.name_next_commands(file)
