"""Typer commands from functions with option groups; their help and errors are our own."""

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from certadvisor.cli import help_page, usage_errors
from certadvisor.cli.option_groups import expand_option_groups
from certadvisor.errors import Fault, InputError

# What every command and group of commands is made with.
SETTINGS: dict[str, Any] = {
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "context_settings": {
        "help_option_names": ["-h", "--help"],
        "max_content_width": help_page.WIDEST,
    },
}


class Command(TyperCommand):
    """A command whose help lists its options in sections, and that takes no option twice."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the words of the command. Raises InputError."""
        given = list(args)
        split = usage_errors.split_amount(given, ctx.command_path)
        if split and not ctx.resilient_parsing:
            raise split
        ctx.allow_extra_args = True  # they are refused below, in our own words
        try:
            _refuse_repeated(self, ctx, args)
            extra = super().parse_args(ctx, args)
        except usage_errors.UsageError as error:
            raise usage_errors.usage_fault(error, ctx) from None
        if extra and not ctx.resilient_parsing:
            raise usage_errors.extra_words(extra, given, ctx.command_path)
        return extra

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return the parts of the usage line."""
        return help_page.usage_pieces(super().collect_usage_pieces(ctx))

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002  the signature is typer's
        """Return the first sentence of the help, which is never cut."""
        return help_page.short_help(self.help)

    def format_help_text(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  as above
        """Write what the command does."""
        help_page.write_description(self, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the sections of options."""
        help_page.write_sections(self, ctx, formatter)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  as above
        """Write the examples."""
        help_page.write_examples(self, formatter)


class CommandGroup(TyperGroup):
    """A group of commands; called without one, it shows its help or runs by itself."""

    sections: dict[str, tuple[str, ...]] = {}  # commands by heading; all under one if empty

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the words before a subcommand. Raises InputError."""
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            typer.echo(ctx.get_help())
            ctx.exit()
        try:
            _refuse_repeated(self, ctx, args)
            return super().parse_args(ctx, args)
        except usage_errors.UsageError as error:
            raise usage_errors.usage_fault(error, ctx) from None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return name, command and further words. Raises InputError where there is none."""
        name = args[0]
        if self.get_command(ctx, name) is None and not ctx.resilient_parsing:
            raise usage_errors.unknown_command(name, self.list_commands(ctx), ctx.command_path)
        return super().resolve_command(ctx, args)

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002  the signature is typer's
        """Return the first sentence of the help, which is never cut."""
        return help_page.short_help(self.help)

    def format_help_text(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  as above
        """Write what the commands are for."""
        help_page.write_description(self, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the commands, and the sections of options."""
        sections = self.sections or {"Commands": tuple(self.list_commands(ctx))}
        help_page.write_commands(sections, self, ctx, formatter)
        help_page.write_sections(self, ctx, formatter)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the examples, and what stands at the end."""
        help_page.write_examples(self, formatter)
        super().format_epilog(ctx, formatter)


def _refuse_repeated(command: Any, ctx: Any, args: list[str]) -> None:
    """Raise InputError for each option that takes one value and is given twice.

    The parser would keep the last one, and drop what the person said first without a word.
    """
    if ctx.resilient_parsing:  # the shell completes: no place for errors
        return
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


def command(function: Callable[..., None]) -> typer.Typer:
    """Make a command from a function; its help is the function's docstring.

    A parameter whose type is an option group (a named tuple of annotated fields)
    becomes one option per field; the fields are put back into the tuple for the
    call. So each option is defined once, and a command only names its groups.
    `Annotated[Group, Formats(...)]` sets the choices of the group's `--format`.
    """
    app = typer.Typer(add_completion=False, **SETTINGS)
    app.command(cls=Command)(expand_option_groups(function))
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
        cls=CommandGroup,
        add_completion=False,
        no_args_is_help=callback is None,
        **SETTINGS,
    )
    if callback is None:
        app.callback(cls=CommandGroup, help=help_text)(
            lambda: None
        )  # keeps the name of an only command
    else:
        app.callback(cls=CommandGroup, invoke_without_command=True, help=help_text)(
            expand_option_groups(callback)
        )
    for command_name, function in functions.items():
        app.command(command_name, cls=Command)(expand_option_groups(function))
    return app
