"""The interview on the command line: ask, parse the answers, show recommendations, save."""

import os
import sys
from typing import NamedTuple

from certadvisor.advice.recommend.conditionals import with_conditionals
from certadvisor.advice.recommend.ranking import recommend
from certadvisor.base.sanitize import sanitize_line
from certadvisor.base.scalars import ValueParseError
from certadvisor.base.stderr import write_stderr
from certadvisor.cli.advice_report import make_advice_report
from certadvisor.cli.asking import Asker, choose_asker
from certadvisor.cli.context import with_profile_placeholder
from certadvisor.cli.line_prompts import Control
from certadvisor.cli.output import is_interactive, is_terminal, terminal_for, write
from certadvisor.errors import InputError, escape_control_chars
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
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext
from certadvisor.views.words.interview import PromptText, prompt_text
from certadvisor.views.writers import render

_WELCOME = """\
A few questions, at most six before the first recommendations. Any may be left open:
? don't know · < back · skip (or Enter alone) for later · Ctrl-C stops, and nothing is kept."""
_CONTINUE_QUESTION = "More questions could still change these. Go on?"
_DEFAULT_FILE_NAME = "profile.yaml"
_MAX_NAME_LENGTH = 1_000  # characters of a file name
_NO_MORE_QUESTIONS = "No further question would change the first five."


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
        evidence = Evidence(self.profile, catalog, day)
        advice = with_conditionals(recommend(evidence), evidence)
        report = make_advice_report(self.answer_context, advice, evidence)
        write_stderr("")
        for line in render(report, Format.TABLE, terminal_for(sys.stderr)).splitlines():
            write_stderr(line)

    def save(self) -> None:
        """Ask for a file name until the answers are saved or the person declines."""
        text = render_yaml(self.state, self.answer_context.as_of)
        while name := _ask_file_name("Keep your answers? A file's name, or Enter for no: "):
            if _save_new_file(text, name):
                write_stderr(
                    f"Next time: certadvisor recommend --profile {escape_control_chars(name)}"
                )
                return


def run_interview(answer_context: AnswerContext) -> InterviewResult:
    """Ask until no answer could change the first five recommendations, or the person stops.

    End of input ends the questions of a pipe. On a terminal (Ctrl-D) it raises
    KeyboardInterrupt, as Ctrl-C does.
    """
    ask = choose_asker()
    answer_context = with_profile_placeholder(answer_context)
    write_stderr(_WELCOME)
    states = [EMPTY_STATE]
    shown_state: InterviewState | None = None
    try:
        while prompt := next_prompt(states[-1], answer_context.catalog, answer_context.as_of):
            if states[-1].question_count >= MAX_OPENING_QUESTIONS and shown_state is None:
                shown_state = states[-1]
                InterviewResult(answer_context, shown_state, shown=True).show()
                if not _wants_more(ask):
                    break
            states = _ask_prompt(prompt, states, answer_context, ask)
        else:
            write_stderr(_NO_MORE_QUESTIONS)
    except EOFError:
        if is_interactive():
            raise KeyboardInterrupt from None
    return InterviewResult(answer_context, states[-1], shown=shown_state is states[-1])


def _ask_prompt(
    prompt: Prompt, states: list[InterviewState], answer_context: AnswerContext, ask: Asker
) -> list[InterviewState]:
    """Ask one question, again until the reply is valid, and return the history of states.

    "Back" drops the last state, so that the question before it is asked again.
    """
    question = prompt_text(prompt, answer_context.catalog)
    while True:
        reply = ask(question)
        if reply is Control.BACK:
            return states[:-1] or states
        if reply is Control.UNKNOWN:
            return [*states, mark_unknown(states[-1], prompt)]
        if reply is Control.SKIP:
            return [*states, postpone(states[-1], prompt)]
        try:
            return [
                *states,
                apply_answer(
                    states[-1], prompt, reply, answer_context.catalog, answer_context.as_of
                ),
            ]
        except ValueParseError as error:
            remedy = f"; {escape_control_chars(error.remedy)}" if error.remedy else ""
            write_stderr(f"! {escape_control_chars(error.problem)}{remedy}")


def _wants_more(ask: Asker) -> bool:
    return ask(PromptText(_CONTINUE_QUESTION, "", (("yes", "yes"), ("no", "no")), "yes")) in (
        "yes",
        "y",
    )


def deliver(text: str, output: str | None) -> None:
    """Write a profile to `output` or standard output; on a terminal ask where to, if not given."""
    if output or not (is_interactive() and is_terminal(sys.stdout)):
        write(text, output)
        return
    while True:
        name = (
            _ask_file_name(
                f"Where shall I keep it? A file's name, or - to show it [{_DEFAULT_FILE_NAME}]: "
            )
            or _DEFAULT_FILE_NAME
        )
        if name == "-":
            write(text)
            return
        if _save_new_file(text, name):
            return


def _save_new_file(text: str, name: str) -> bool:
    """Write a new file; return False, with the reason on standard error, where that fails."""
    if os.path.lexists(name):
        write_stderr(f"! `{escape_control_chars(name)}` exists already and was left as it is.")
        return False
    try:
        write(text, name)
    except InputError as error:
        write_stderr(f"! {error.faults[0]}")
        return False
    return True


def _ask_file_name(question: str) -> str:
    sys.stderr.write(f"\n{question}")
    sys.stderr.flush()
    line = sys.stdin.readline(_MAX_NAME_LENGTH)
    if not line:
        raise KeyboardInterrupt
    return sanitize_line(line)
