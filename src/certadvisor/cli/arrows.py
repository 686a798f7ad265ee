"""Questions answered with arrow keys, using `questionary` (the extra `interview`)."""

import sys

import questionary
from prompt_toolkit.output.defaults import create_output

from certadvisor.base.stderr import write_stderr
from certadvisor.cli.line_prompts import Control, Reply, parse_reply
from certadvisor.views.words.interview import PromptText

_CONTROL_CHOICES = (
    (Control.UNKNOWN, "I don't know"),
    (Control.SKIP, "skip for now"),
    (Control.BACK, "back to the question before"),
)
_TYPED_CONTROLS = "? don't know · < back"
_FREE_TEXT = "in my own words"


def ask_with_arrows(wording: PromptText) -> Reply:
    """Ask a question. Raises KeyboardInterrupt on Ctrl-C and EOFError on Ctrl-D."""
    if wording.choices:
        selection = _select(wording)
        if selection != _FREE_TEXT:
            return selection
        wording = wording._replace(choices=(), default=None)
    write_stderr("")
    write_stderr(wording.question)
    write_stderr(f"  ({' · '.join(filter(None, (wording.hint, _TYPED_CONTROLS)))})")
    default = f"[{wording.default}]" if wording.default else ""
    text = questionary.text(default, qmark=">", output=create_output(sys.stderr))
    return parse_reply(text.unsafe_ask(), wording)


def _select(wording: PromptText) -> Reply:
    answers = [answer for answer, _ in wording.choices]
    choices = [questionary.Choice(label, answer) for answer, label in wording.choices]
    if wording.hint:
        choices.append(questionary.Choice(_FREE_TEXT, _FREE_TEXT))
    choices += [questionary.Choice(label, control) for control, label in _CONTROL_CHOICES]
    prompt = questionary.select(
        wording.question,
        choices=choices,
        default=wording.default if wording.default in answers else None,
        use_jk_keys=False,
        instruction="(arrow keys, then Enter)",
        output=create_output(sys.stderr),
    )
    selected: Reply = prompt.unsafe_ask()
    return selected
