"""Parsers of option values that are one of a few words, or a number, and what completes them.

Typer's own refuse `Entry` for `entry`, suggest nothing, and describe the choices in a way that
leaves no room for the help beside them.
"""

from collections.abc import Callable, Sequence
from copy import copy
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from certadvisor.base.kebab import kebab
from certadvisor.base.suggest import did_you_mean
from certadvisor.base.synonyms import SYNONYMS, known_word
from certadvisor.cli.usage_errors import ValueRefused
from certadvisor.errors import Fault, InputError, shorten


def base_type(annotation: Any) -> Any:
    """Return the type of one value: that of `list[T] | None`, `T | None` and `list[T]` is `T`."""
    kind = _without_none(annotation)
    return get_args(kind)[0] if get_origin(kind) is list else kind


def is_list(annotation: Any) -> bool:
    """Return whether it is `list[T]`, or `list[T] | None`: an option that may be repeated."""
    return get_origin(_without_none(annotation)) is list


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) not in (UnionType, Union):
        return annotation
    return next(one for one in get_args(annotation) if one is not NoneType)


def choices_of(annotation: Any) -> tuple[Enum, ...]:
    """Return the members of an enumeration; none for any other type."""
    kind = base_type(annotation)
    return tuple(kind) if isinstance(kind, type) and issubclass(kind, Enum) else ()


def with_choices(info: Any, choices: Sequence[Any]) -> Any:
    """Return the description of an option that takes one of these words.

    `{choices}` in its help stands for the words; without it they follow the help.
    """
    words = tuple(map(str, choices))
    result = copy(info)
    result.parser = choice_parser(choices)
    result.autocompletion = _completer(words)
    text = info.help if "{choices}" in info.help else f"{info.help.rstrip('.')}: {{choices}}."
    result.help = text.replace("{choices}", ", ".join(words))
    return result


def with_bounds(info: Any, kind: type[int | float]) -> Any:
    """Return the description of an option that takes a number between its `min` and `max`."""
    result = copy(info)
    result.parser = number_parser(kind, info.min, info.max)
    return result


def choice_parser(choices: Sequence[Any]) -> Callable[[str], Any]:
    """Return a parser of one of these words or a synonym; case and punctuation do not matter."""
    by_word = {str(choice): choice for choice in choices}

    def parse(text: str) -> Any:
        word = known_word(kebab(text), tuple(by_word))
        if word not in by_word:
            raise ValueRefused(*_refusal(text, tuple(by_word)))
        return by_word[word]

    return parse


def read_choice(text: str, words: tuple[str, ...], source: str) -> str:
    """Return the one of these words that a text stands for. Raises InputError from `source`."""
    word = known_word(kebab(text), words)
    if word not in words:
        problem, remedy = _refusal(text, words)
        raise InputError([Fault(source, problem, remedy=remedy)])
    return word


def _refusal(text: str, words: tuple[str, ...]) -> tuple[str, str]:
    """Return what is wrong with a word, and what to write instead."""
    candidates = (*words, *(word for word, known in SYNONYMS.items() if known in words))
    remedy = (
        did_you_mean(text, candidates, "").replace("?", "? ") + f"choose from: {', '.join(words)}"
    )
    return f"`{shorten(text)}` isn't a valid value", remedy


def number_parser(kind: type[int | float], low: float, high: float | None) -> Callable[[str], Any]:
    """Return a parser of numbers between two bounds, both included; None is no bound."""
    name = "whole number" if kind is int else "number"
    bounds = f"of {low:g} or more" if high is None else f"from {low:g} to {high:g}"

    def parse(text: str) -> Any:
        try:
            value = kind(text)
        except (ValueError, OverflowError):
            value = None
        if value is None or not low <= value or (high is not None and value > high):
            raise ValueRefused(f"`{shorten(text)}` isn't a valid value", f"write a {name} {bounds}")
        return value

    return parse


def _completer(words: tuple[str, ...]) -> Callable[[str], list[str]]:
    def complete(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete.casefold())]

    return complete
