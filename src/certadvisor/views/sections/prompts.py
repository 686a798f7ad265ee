"""A question of the interview as blocks: its text, its choices and its hint."""

import shlex

from certadvisor.errors import escape_control_chars
from certadvisor.views.blocks import BlankLine, Fragment, Item, Message, Para, Screen, styled
from certadvisor.views.words.interview import Choice, PromptText

_NUMBER_WIDTH = 3  # of a choice's number, flush right


def prompt_screen(wording: PromptText, how: str, *, numbered: bool = False) -> Screen:
    """The question, its choices by number if `numbered`, and how to answer it."""
    hint = " · ".join(filter(None, (how, wording.hint)))
    return (
        BlankLine(),
        Para(styled(wording.question)),
        *(_items(wording.choices) if numbered else ()),
        *((Para(styled(f"({hint})"), indent=2),) if hint else ()),
    )


def error_screen(problem: str, remedy: str) -> Screen:
    """Why an answer cannot be used, and what to write."""
    text = f"{problem}; {remedy}" if remedy else problem
    return (Item(styled(text), mark=Fragment("!")),)


def next_commands_screen(certification: str | None, file: str | None) -> Screen:
    """What to run next: about the first recommendation, and with the file of the answers."""
    profile = f" --profile {shlex.quote(escape_control_chars(file))}" if file else ""
    commands = [f"show {certification}"] if certification else []
    if certification and file:
        commands.insert(0, f"plan --to {certification}{profile}")
    if file:
        commands.append(f"recommend{profile}")
    saved = f"Saved in {escape_control_chars(file)}." if file else "Nothing was saved."
    return (
        BlankLine(),
        Para(styled(f"{saved} Next:" if commands else saved)),
        *(Message(styled(f"  certadvisor {command}")) for command in commands),
    )


def _items(choices: tuple[Choice, ...]) -> tuple[Item, ...]:
    return tuple(
        Item(styled(choice.text), mark=Fragment(f"{number:>{_NUMBER_WIDTH}}"))
        for number, choice in enumerate(choices, start=1)
    )
