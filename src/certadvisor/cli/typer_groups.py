"""Typer commands from functions with option groups, and help with options in sections."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any, Literal, get_args, get_origin

import typer
from typer.core import TyperCommand, TyperGroup

from certadvisor.cli.options import Formats
from certadvisor.errors import Fault, InputError
from certadvisor.views.formats import Format


class _SectionedCommand(TyperCommand):
    """A command whose help lists its options in sections, and that takes no option twice."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        _refuse_repeated(self, ctx, args)
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        _write_option_sections(self, ctx, formatter)


class _SectionedGroup(TyperGroup):
    """A group that can also run without a subcommand; its help lists options in sections."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        _refuse_repeated(self, ctx, args)
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        _write_option_sections(self, ctx, formatter)
        self.format_commands(ctx, formatter)


def _refuse_repeated(command: Any, ctx: Any, args: list[str]) -> None:
    """Raise InputError for each option that takes one value and is given twice.

    The parser would keep the last one, and drop what the person said first without a word.
    """
    given = args[: args.index("--")] if "--" in args else args
    faults = []
    for parameter in command.get_params(ctx):
        takes_one = not (getattr(parameter, "is_flag", False) or parameter.multiple)
        names = [name for name in parameter.opts if name.startswith("-")]
        count = sum(arg.partition("=")[0] in names for arg in given)
        if names and takes_one and count > 1:
            faults.append(Fault(names[0], f"is given {count} times", remedy="give it once"))
    if faults:
        raise InputError(faults)


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
    `Annotated[Group, Formats(...)]` sets the choices of the group's `--format`.
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
    groups: dict[str, Any] = {}
    parameters: list[inspect.Parameter] = []
    for name, parameter in inspect.signature(function).parameters.items():
        option_group, metadata = _split_annotation(parameter.annotation)
        if hasattr(option_group, "_fields"):
            groups[name] = option_group
            formats = _find_formats(metadata)
            parameters += [_option(option_group, field, formats) for field in option_group._fields]
        else:
            parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))

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


def _option(option_group: Any, field: str, formats: Formats | None) -> inspect.Parameter:
    """Return a field of a group as a parameter; `formats` replace those of the group."""
    annotation, default = option_group.__annotations__[field], option_group._field_defaults[field]
    value_type, metadata = _split_annotation(annotation)
    own_formats = _find_formats(metadata)
    if own_formats:
        formats = formats or own_formats
        # Typer takes the choices from the annotation, and a literal's value is the `Format`.
        choices: Any = Literal[formats.choices]
        choices = choices if value_type is Format else choices | None
        annotation = Annotated[(choices, *metadata)]
        default = formats.default or default
    return inspect.Parameter(
        field, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
    )


def _split_annotation(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return the type and the metadata of an annotation."""
    if get_origin(annotation) is not Annotated:
        return annotation, ()
    value_type, *metadata = get_args(annotation)
    return value_type, tuple(metadata)


def _find_formats(metadata: tuple[Any, ...]) -> Formats | None:
    return next((one for one in metadata if isinstance(one, Formats)), None)
