"""The root command: its subcommands, loaded on demand, run inside the error handler."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand

from certadvisor import __version__
from certadvisor.cli import error_handler, exit_codes
from certadvisor.cli.typer_groups import SETTINGS, CommandGroup

# A command's module is imported when the command is called (or when all are listed):
# building every option of every command would take half of the start-up time.
COMMANDS = {
    "recommend": "certadvisor.cli.commands.recommend",
    "check": "certadvisor.cli.commands.check",
    "plan": "certadvisor.cli.commands.plan",
    "list": "certadvisor.cli.commands.list_",
    "show": "certadvisor.cli.commands.show",
    "compare": "certadvisor.cli.commands.compare",
    "roles": "certadvisor.cli.commands.roles",
    "renew": "certadvisor.cli.commands.renew",
    "map": "certadvisor.cli.commands.map_",
    "profile": "certadvisor.cli.commands.profile",
    "people": "certadvisor.cli.commands.people",
    "batch": "certadvisor.cli.commands.batch",
    "audit": "certadvisor.cli.commands.audit",
    "catalog": "certadvisor.cli.commands.catalog",
}
_FOR_TEAMS, _FOR_KEEPERS = ("people", "batch", "audit"), ("catalog",)
_ALIASES = {"search": "list"}
_HELP = "help"  # `help CMD` is `CMD --help`


class _LazyCommands(Mapping[str, Any]):
    """The commands by name, each built on first access."""

    def __init__(self) -> None:
        self._cache: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._cache:
            command = typer.main.get_command(import_module(COMMANDS[name]).app)
            command.name = name
            self._cache[name] = command
        return self._cache[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class _RootGroup(CommandGroup):
    """The root group: all commands in the order of `COMMANDS`, run inside `handle_errors`."""

    sections = {
        "For you": tuple(one for one in COMMANDS if one not in (*_FOR_TEAMS, *_FOR_KEEPERS)),
        "For teams": _FOR_TEAMS,
        "For catalogue keepers": _FOR_KEEPERS,
    }

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _LazyCommands()  # type: ignore[assignment]  # read only, and lazy

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  the signature is typer's
        return [*COMMANDS, *_ALIASES, _HELP]

    def get_command(self, ctx: Any, name: str) -> Any:
        if name == _HELP:
            return TyperCommand(_HELP, short_help="Show the help of a command")
        return super().get_command(ctx, _ALIASES.get(name, name))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] != _HELP:
            return super().resolve_command(ctx, args)
        if ctx.resilient_parsing:  # the shell completes, as if `help` did not stand there
            return super().resolve_command(ctx, args[1:]) if args[1:] else (None, None, [])
        if not args[1:] or args[1].startswith("-") or args[1] == _HELP:
            typer.echo(ctx.get_help())
            ctx.exit()
        return super().resolve_command(ctx, [*args[1:], "--help"])

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> NoReturn:
        with error_handler.handle_errors():
            super().main(args, *rest, **extra)
        raise SystemExit(exit_codes.OK)


app = typer.Typer(
    cls=_RootGroup,
    name="certadvisor",
    no_args_is_help=True,
    epilog="certadvisor help COMMAND shows a command's options, certadvisor search WORD finds "
    "certifications.",
    **SETTINGS,
)


def _print_version(requested: bool) -> None:  # noqa: FBT001  typer passes it by position
    if requested:
        typer.echo(f"certadvisor {__version__}")
        raise typer.Exit


@app.callback()
def certadvisor(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            "-V",
            callback=_print_version,
            is_eager=True,
            help="Show the version and exit.",
        ),
    ] = False,
) -> None:
    """Find your next certification: what you can take now, when, and what is missing.

    Works offline. Your profile never leaves this machine.
    """


def run() -> None:
    """Run the command line; never returns."""
    app(prog_name="certadvisor")
