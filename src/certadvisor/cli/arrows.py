"""Questions answered with arrow keys, using `questionary` (the extra `interview`)."""

import sys
from typing import Any

import questionary
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output.defaults import create_output
from questionary.prompts.common import InquirerControl

from certadvisor.cli.line_prompts import Control, Reply, parse_reply
from certadvisor.cli.notices import write_notice
from certadvisor.cli.output import terminal_for
from certadvisor.views.blocks import Para, plain_text, styled
from certadvisor.views.sections.prompts import prompt_screen
from certadvisor.views.text.layout import lay_out
from certadvisor.views.text.wrap import wrap
from certadvisor.views.words.interview import Choice, PromptText

_CONTROL_LABELS = {
    Control.UNKNOWN: "I don't know",
    Control.SKIP: "Skip for now",
    Control.BACK: "Back to the previous question",
}
_CONTROL_KEYS = {"?": Control.UNKNOWN, "<": Control.BACK}
_TYPED_CONTROLS = "? don't know, < to go back"
_FREE_TEXT = "Other…"
_SELECT_KEYS = "type to filter · arrow keys, then Enter"
_TICK_KEYS = (
    "all that apply · type to filter · Space ticks · Enter continues · ? don't know · < back"
)
_MARGIN = 5  # columns in front of a choice: the pointer and the box


def ask_with_arrows(wording: PromptText) -> Reply:
    """Ask a question. Raises KeyboardInterrupt on Ctrl-C and EOFError on Ctrl-D."""
    if wording.multiple:
        return _tick(wording)
    if wording.choices:
        selection = _select(wording)
        if selection != _FREE_TEXT:
            return selection
        wording = wording._replace(choices=(), default=None)
    write_notice(prompt_screen(wording, _TYPED_CONTROLS))
    default = f"[{wording.default_label}]" if wording.default else ""
    text = questionary.text(default, qmark=">", output=create_output(sys.stderr))
    return parse_reply(text.unsafe_ask(), wording)


def _select(wording: PromptText) -> Reply:
    """Let the person choose one; the list gives way to the label of the choice."""
    labels: dict[Any, str] = {choice.answer: choice.label for choice in wording.choices}
    choices = [questionary.Choice(_wrapped(choice), choice.answer) for choice in wording.choices]
    if wording.may_be_left:
        extra = ([_FREE_TEXT] if wording.hint else []) + list(_CONTROL_LABELS)
        labels |= {_FREE_TEXT: _FREE_TEXT} | _CONTROL_LABELS
        choices += [questionary.Choice(labels[one], one) for one in extra]
    prompt = questionary.select(
        _message(wording, _SELECT_KEYS),
        choices=choices,
        default=wording.default if wording.default in labels else None,
        qmark="",
        use_jk_keys=False,
        use_search_filter=True,
        instruction=" ",
        output=create_output(sys.stderr),
        erase_when_done=True,
    )
    selected: Reply = prompt.unsafe_ask()
    typed = _typed_title(prompt, wording.choices)
    _show_reply(wording, typed or labels[selected])
    return parse_reply(typed, wording) if typed else selected


def _typed_title(prompt: questionary.Question, choices: tuple[Choice, ...]) -> str | None:
    """Return what was typed where it says more than the line that it left marked.

    A title that other titles contain stands for itself ("project manager"). Where no title
    contains what was typed, questionary shows them all and marks the first, which was not chosen.
    """
    control = next(
        window.content
        for window in prompt.application.layout.find_all_windows()
        if isinstance(window.content, InquirerControl)
    )
    typed = (control.search_filter or "").strip()
    if not typed or control.pointed_at:
        return None
    titles = [choice.label.casefold() for choice in choices]
    is_title = any(title.startswith(f"{typed.casefold()} (") for title in titles)
    return typed if is_title or not control.found_in_search else None


def _tick(wording: PromptText) -> Reply:
    """Let the person tick several; none ticked leaves the question for later."""
    labels = {choice.answer: choice.label for choice in wording.choices}
    prompt = questionary.checkbox(
        _message(wording, _TICK_KEYS),
        choices=[questionary.Choice(_wrapped(choice), choice.answer) for choice in wording.choices],
        qmark="",
        use_jk_keys=False,
        use_search_filter=True,
        instruction=" ",
        output=create_output(sys.stderr),
        erase_when_done=True,
    )
    _bind_controls(prompt)
    ticked: list[str] | Control = prompt.unsafe_ask()
    if isinstance(ticked, Control) or not ticked:
        control = ticked if isinstance(ticked, Control) else Control.SKIP
        _show_reply(wording, _CONTROL_LABELS[control])
        return control
    _show_reply(wording, ", ".join(labels[answer] for answer in ticked))
    return ", ".join(answer for answer in ticked if answer != "none") or "none"


def _bind_controls(prompt: questionary.Question) -> None:
    """Give the controls keys of their own: as boxes they could be ticked beside answers."""
    bindings = prompt.application.key_bindings
    assert isinstance(bindings, KeyBindings)  # noqa: S101  what questionary made

    for key, control in _CONTROL_KEYS.items():

        @bindings.add(key, eager=True)  # before the filter, which takes every character
        def _leave(event: KeyPressEvent, control: Control = control) -> None:
            event.app.exit(result=control)


def _message(wording: PromptText, keys: str) -> str:
    """The question above a list: part of it, so that a long list never pushes it away."""
    width = terminal_for(sys.stderr).width - _MARGIN
    lines = lay_out(prompt_screen(wording._replace(hint=""), keys), width)
    return "\n ".join(plain_text(line) for line in lines).removeprefix("\n ")


def _show_reply(wording: PromptText, reply: str) -> None:
    """Leave the question and the reply on the screen, in place of the list."""
    write_notice((*prompt_screen(wording._replace(hint=""), ""), Para(styled(f"> {reply}"))))


def _wrapped(choice: Choice) -> str:
    """The choice with its explanation, broken at words: the list itself would cut them."""
    lines = wrap(styled(choice.text), terminal_for(sys.stderr).width - _MARGIN - 1)
    return f"\n{' ' * _MARGIN}".join(plain_text(line) for line in lines)
