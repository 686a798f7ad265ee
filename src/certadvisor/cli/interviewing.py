"""The interview on the command line: ask, parse the answers, show recommendations, save."""

import os
import sys
from typing import NamedTuple

from certadvisor.advice.recommend.ranking import recommend
from certadvisor.base.sanitize import cleaned
from certadvisor.base.scalars import MisreadError
from certadvisor.cli import error_handler
from certadvisor.cli.asking import Ask, Control, asker
from certadvisor.cli.output import look_of, on_terminal, write
from certadvisor.errors import InputError, printable
from certadvisor.interview.answers import answered
from certadvisor.interview.next_question import FEW, next_prompt
from certadvisor.interview.profile_output import as_yaml
from certadvisor.interview.state import BEGUN, Prompt, State, not_known, profile_of, skipped
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.views.formats import Format, render
from certadvisor.views.reports import AdviceReport, Frame
from certadvisor.views.words.interview import Wording, wording

_WELCOME = """\
A few questions, at most six before the first recommendations. Any may be left open:
? don't know · < back · skip (or Enter alone) for later · Ctrl-C stops, and nothing is kept."""
_MORE = "More questions could still change these. Go on?"
_FILE = "profile.yaml"
_LONGEST = 1_000  # characters of a file name
_ENOUGH = "No further question would change the first five."


class Held(NamedTuple):
    """The answers of an interview; `shown` where its recommendations were printed already."""

    frame: Frame
    state: State
    shown: bool

    @property
    def profile(self) -> Profile:
        """The profile, exactly as it would be read back from its file."""
        return profile_of(self.state, self.frame.catalog, self.frame.as_of)

    def show(self) -> None:
        """Print the recommendations to standard error; standard output is for the answer alone."""
        catalog, day = self.frame.catalog, self.frame.as_of
        advice = recommend(Evidence(self.profile, catalog, day))
        report = AdviceReport(self.frame, advice, self.profile)
        error_handler.say("")
        for line in render(report, Format.TABLE, look_of(sys.stderr)).splitlines():
            error_handler.say(line)

    def keep(self) -> None:
        """Ask for a file name until the answers are saved or the person declines."""
        text = as_yaml(self.state, self.frame.as_of)
        while name := _named("Keep your answers? A file's name, or Enter for no: "):
            if _kept(text, name):
                error_handler.say(f"Next time: certadvisor recommend --profile {printable(name)}")
                return


def hold(frame: Frame) -> Held:
    """Ask until no answer could change the first five recommendations, or the person stops.

    End of input ends the questions of a pipe. On a terminal (Ctrl-D) it raises
    KeyboardInterrupt, as Ctrl-C does.
    """
    ask = asker()
    error_handler.say(_WELCOME)
    states = [BEGUN]
    shown: State | None = None
    try:
        while prompt := next_prompt(states[-1], frame.catalog, frame.as_of):
            if states[-1].asked >= FEW and shown is None:
                shown = states[-1]
                Held(frame, shown, shown=True).show()
                if not _goes_on(ask):
                    break
            states = _put(prompt, states, frame, ask)
        else:
            error_handler.say(_ENOUGH)
    except EOFError:
        if on_terminal():
            raise KeyboardInterrupt from None
    return Held(frame, states[-1], shown=shown is states[-1])


def _put(prompt: Prompt, states: list[State], frame: Frame, ask: Ask) -> list[State]:
    """Ask one question, again until the reply is valid, and return the history of states.

    "Back" drops the last state, so that the question before it is asked again.
    """
    put = wording(prompt, frame.catalog)
    while True:
        said = ask(put)
        if said is Control.BACK:
            return states[:-1] or states
        if said is Control.UNKNOWN:
            return [*states, not_known(states[-1], prompt)]
        if said is Control.SKIP:
            return [*states, skipped(states[-1], prompt)]
        try:
            return [*states, answered(states[-1], prompt, said, frame.catalog, frame.as_of)]
        except MisreadError as error:
            remedy = f"; {printable(error.remedy)}" if error.remedy else ""
            error_handler.say(f"! {printable(error.problem)}{remedy}")


def _goes_on(ask: Ask) -> bool:
    return ask(Wording(_MORE, "", (("yes", "yes"), ("no", "no")), "yes")) in ("yes", "y")


def hand_over(text: str, output: str | None) -> None:
    """Write a profile to `output` or standard output; on a terminal ask where to, if not given."""
    if output or not (on_terminal() and sys.stdout.isatty()):
        write(text, output)
        return
    while True:
        name = _named(f"Where shall I keep it? A file's name, or - to show it [{_FILE}]: ") or _FILE
        if name == "-":
            write(text)
            return
        if _kept(text, name):
            return


def _kept(text: str, name: str) -> bool:
    """Write a new file; return False, with the reason on standard error, where that fails."""
    if os.path.lexists(name):
        error_handler.say(f"! `{printable(name)}` exists already and was left as it is.")
        return False
    try:
        write(text, name)
    except InputError as error:
        error_handler.say(f"! {error.faults[0]}")
        return False
    return True


def _named(question: str) -> str:
    sys.stderr.write(f"\n{question}")
    sys.stderr.flush()
    line = sys.stdin.readline(_LONGEST)
    if not line:
        raise KeyboardInterrupt
    return cleaned(line)
