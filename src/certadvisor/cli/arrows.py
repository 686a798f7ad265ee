"""Questions answered with arrow keys, using `questionary` (the extra `interview`)."""

import sys

import questionary
from prompt_toolkit.output.defaults import create_output

from certadvisor.cli import error_handler
from certadvisor.cli.asking import Control, Reply, reply
from certadvisor.views.words.interview import Wording

_OTHERS = (
    (Control.UNKNOWN, "I don't know"),
    (Control.SKIP, "skip for now"),
    (Control.BACK, "back to the question before"),
)
_TYPED = "? don't know · < back"
_OWN = "in my own words"


def by_arrows(wording: Wording) -> Reply:
    """Ask a question. Raises KeyboardInterrupt on Ctrl-C and EOFError on Ctrl-D."""
    if wording.choices:
        chosen = _chosen(wording)
        if chosen != _OWN:
            return chosen
        wording = wording._replace(choices=(), default=None)
    error_handler.say("")
    error_handler.say(wording.question)
    error_handler.say(f"  ({' · '.join(filter(None, (wording.hint, _TYPED)))})")
    default = f"[{wording.default}]" if wording.default else ""
    text = questionary.text(default, qmark=">", output=create_output(sys.stderr))
    return reply(text.unsafe_ask(), wording)


def _chosen(wording: Wording) -> Reply:
    answers = [answer for answer, _ in wording.choices]
    choices = [questionary.Choice(label, answer) for answer, label in wording.choices]
    if wording.hint:
        choices.append(questionary.Choice(_OWN, _OWN))
    choices += [questionary.Choice(label, control) for control, label in _OTHERS]
    select = questionary.select(
        wording.question,
        choices=choices,
        default=wording.default if wording.default in answers else None,
        use_jk_keys=False,
        instruction="(arrow keys, then Enter)",
        output=create_output(sys.stderr),
    )
    found: Reply = select.unsafe_ask()
    return found
