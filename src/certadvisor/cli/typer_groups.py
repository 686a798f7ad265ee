"""Typer commands from functions with option groups, and help with options in sections."""

import inspect
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup


class _Command(TyperCommand):
    """A command whose help lists its options in sections."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        _options_by_section(self, ctx, formatter)


class _BareGroup(TyperGroup):
    """A group that can also run without a subcommand; its help lists options in sections."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        _options_by_section(self, ctx, formatter)
        self.format_commands(ctx, formatter)


def _options_by_section(command: Any, ctx: Any, formatter: Any) -> None:
    sections: dict[str, list[tuple[str, str]]] = {}
    for parameter in command.get_params(ctx):
        row = parameter.get_help_record(ctx)
        if row is not None:
            argument = parameter.param_type_name == "argument"
            panel = getattr(parameter, "rich_help_panel", None)
            title = panel or ("Arguments" if argument else "Options")
            sections.setdefault(title, []).append(row)
    for title, rows in sections.items():
        with formatter.section(title):
            formatter.write_dl(rows)


def command(function: Callable[..., None]) -> typer.Typer:
    """Make a command from a function; its help is the function's docstring.

    A parameter whose type is an option group (a named tuple of annotated fields)
    becomes one option per field; the fields are put back into the tuple for the
    call. So each option is defined once, and a command only names its groups.
    """
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.command(cls=_Command)(_unfolded(function))
    return app


def group(
    name: str,
    about: str,
    functions: dict[str, Callable[..., None]],
    bare: Callable[..., None] | None = None,
) -> typer.Typer:
    """Make a group of commands, `functions` by their names.

    `callback` runs when the group is called without a subcommand. Typer calls it
    before a subcommand too, so it gets the context to tell the two cases apart.
    """
    app = typer.Typer(
        name=name,
        help=about,
        add_completion=False,
        no_args_is_help=bare is None,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    if bare is None:
        app.callback(help=about)(lambda: None)  # keeps the name of an only command
    else:
        app.callback(cls=_BareGroup, invoke_without_command=True, help=about)(_unfolded(bare))
    for called, function in functions.items():
        app.command(called, cls=_Command)(_unfolded(function))
    return app


def _unfolded(function: Callable[..., None]) -> Callable[..., None]:
    taken = inspect.signature(function).parameters
    groups = {
        name: one.annotation for name, one in taken.items() if hasattr(one.annotation, "_fields")
    }
    parameters: list[inspect.Parameter] = []
    for name, one in taken.items():
        if name not in groups:
            parameters.append(one.replace(kind=inspect.Parameter.KEYWORD_ONLY))
            continue
        group = groups[name]
        parameters += [
            inspect.Parameter(
                field,
                inspect.Parameter.KEYWORD_ONLY,
                default=group._field_defaults[field],
                annotation=group.__annotations__[field],
            )
            for field in group._fields
        ]

    def unfolded(**given: Any) -> None:
        folded = {
            name: group(**{field: given.pop(field) for field in group._fields})
            for name, group in groups.items()
        }
        function(**given, **folded)

    unfolded.__doc__ = function.__doc__
    unfolded.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what typer reads
    unfolded.__annotations__ = {one.name: one.annotation for one in parameters}
    return unfolded
