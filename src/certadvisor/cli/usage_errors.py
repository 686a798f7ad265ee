"""Errors in how a command was called, in the voice of all other errors: faults with a remedy."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

import typer

from certadvisor.base.suggest import did_you_mean
from certadvisor.errors import Fault, InputError, shorten

_UNITS = frozenset(
    """
    year years month months week weeks day days hour hours
    dollar dollars euro euros pound pounds usd eur gbp cad aud inr
    """.split()  # noqa: SIM905  a block of words, not a column
)
# The class of all errors of usage, which typer names only through its subclasses.
UsageError = cast("type[Exception]", typer.BadParameter.__bases__[0])


class ValueRefused(typer.BadParameter):
    """A value of an option that cannot be read; typer adds which option it is."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem)
        self.remedy = remedy


def usage_fault(error: Any, ctx: Any = None) -> InputError:
    """Return an error of typer's as an InputError; `ctx` is that of the command, if known."""
    ctx = error.ctx or ctx
    if isinstance(error, typer.BadParameter):
        return InputError([_value_fault(error)])
    path = ctx.command_path if ctx else "certadvisor"
    name = getattr(error, "option_name", "")
    if not name or ctx is None:
        return InputError([Fault(path, error.format_message().rstrip(".").lower())])
    if any(name in parameter.opts for parameter in ctx.command.get_params(ctx)):
        problem = "takes no value" if "does not take" in error.message else "needs a value"
        return InputError([Fault(name, problem, remedy=f"see {path} --help")])
    remedy = _near_option(name, ctx) or f"see {path} --help"
    return InputError([Fault(shorten(name), f"is not an option of {path}", remedy=remedy)])


def _value_fault(error: Any) -> Fault:
    name = error.param_hint or _name_of(error.param)
    if error.message:
        return Fault(name, error.message, remedy=getattr(error, "remedy", ""))
    path = error.ctx.command_path
    return Fault(name, "is missing", remedy=f"see {path} --help")


def _name_of(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.human_readable_name)
    return str(max(parameter.opts, key=len))


def _near_option(name: str, ctx: Any) -> str:
    options = (option for one in ctx.command.get_params(ctx) for option in one.opts)
    by_word = {option.lstrip("-"): option for option in options if option.startswith("--")}
    suggestion = did_you_mean(name, by_word, "")
    return suggestion.replace("`", "`--", 1) if suggestion else ""


def unknown_command(name: str, names: Iterable[str], path: str) -> InputError:
    """Return the error of a command that does not exist."""
    remedy = did_you_mean(name, names, f"see {path} --help")
    return InputError([Fault(f"`{shorten(name)}`", f"is not a command of {path}", remedy=remedy)])


def extra_words(words: Sequence[str], given: Sequence[str], path: str) -> InputError:
    """Return the error of words that no option and no argument takes.

    `given` are all words of the command: behind an option's value, an extra word is most often
    the rest of it, which only lacked quotes (`--experience 3 years`).
    """
    whole = _unquoted_value(words, given)
    remedy = f"write {whole}" if whole else f"see {path} --help"
    problem = f"is one word too many for {path}"
    return InputError([Fault(f"`{shorten(words[0])}`", problem, remedy=remedy)])


def split_amount(given: Sequence[str], path: str) -> InputError | None:
    """Return the error of an amount in two words, as in `--experience 3 years`; else None.

    Where a command takes a file, the second word would be looked for as one.
    """
    for option, number, unit in zip(given, given[1:], given[2:], strict=False):
        is_amount = option.startswith("--") and number.replace(".", "", 1).isdecimal()
        if is_amount and unit.casefold() in _UNITS:
            return extra_words([unit], given, path)
    return None


def _unquoted_value(words: Sequence[str], given: Sequence[str]) -> str:
    at = next((at for at, word in enumerate(given) if word == words[0]), 0)
    option = given[at - 2] if at > 1 else ""
    if not option.startswith("-") or given[at - 1].startswith("-"):
        return ""
    rest = []
    for word in given[at - 1 :]:
        if word.startswith("-"):
            break
        rest.append(word)
    return f'{shorten(option)} "{shorten(" ".join(rest))}"'
