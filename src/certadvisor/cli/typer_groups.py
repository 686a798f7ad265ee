"""Typer commands from functions with option groups, and help with options in sections."""

import inspect
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup


class _SectionedCommand(TyperCommand):
    """A command whose help lists its options in sections."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        _write_option_sections(self, ctx, formatter)


class _SectionedGroup(TyperGroup):
    """A group that can also run without a subcommand; its help lists options in sections."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        _write_option_sections(self, ctx, formatter)
        self.format_commands(ctx, formatter)


def _write_option_sections(command: Any, ctx: Any, formatter: Any) -> None:
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
    app.command(cls=_SectionedCommand)(_expand_option_groups(function))
    return app


def group(
    name: str,
    help_text: str,
    functions: dict[str, Callable[..., None]],
    callback: Callable[..., None] | None = None,
) -> typer.Typer:
    """Make a group of commands, `functions` by their names.

    `callback` runs when the group is called without a subcommand. Typer calls it
    before a subcommand too, so it gets the context, which distinguishes the two cases.
    """
    app = typer.Typer(
        name=name,
        help=help_text,
        add_completion=False,
        no_args_is_help=callback is None,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    if callback is None:
        app.callback(help=help_text)(lambda: None)  # keeps the name of an only command
    else:
        app.callback(cls=_SectionedGroup, invoke_without_command=True, help=help_text)(
            _expand_option_groups(callback)
        )
    for command_name, function in functions.items():
        app.command(command_name, cls=_SectionedCommand)(_expand_option_groups(function))
    return app


def _expand_option_groups(function: Callable[..., None]) -> Callable[..., None]:
    parameters_by_name = inspect.signature(function).parameters
    groups = {
        name: parameter.annotation
        for name, parameter in parameters_by_name.items()
        if hasattr(parameter.annotation, "_fields")
    }
    parameters: list[inspect.Parameter] = []
    for name, parameter in parameters_by_name.items():
        if name not in groups:
            parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))
            continue
        option_group = groups[name]
        parameters += [
            inspect.Parameter(
                field,
                inspect.Parameter.KEYWORD_ONLY,
                default=option_group._field_defaults[field],
                annotation=option_group.__annotations__[field],
            )
            for field in option_group._fields
        ]

    def wrapper(**values: Any) -> None:
        option_groups = {
            name: option_group(**{field: values.pop(field) for field in option_group._fields})
            for name, option_group in groups.items()
        }
        function(**values, **option_groups)

    wrapper.__doc__ = function.__doc__
    wrapper.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what typer reads
    wrapper.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return wrapper
