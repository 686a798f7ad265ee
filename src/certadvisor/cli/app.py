"""The root command: its subcommands, loaded on demand, run inside the error handler."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from certadvisor import __version__
from certadvisor.cli import error_handler, exit_codes

# A command's module is imported when the command is called (or when all are listed):
# building every option of every command would take half of the start-up time.
COMMANDS = {
    "recommend": "certadvisor.cli.commands.recommend",
    "check": "certadvisor.cli.commands.check",
    "list": "certadvisor.cli.commands.list_",
    "show": "certadvisor.cli.commands.show",
    "roles": "certadvisor.cli.commands.roles",
    "compare": "certadvisor.cli.commands.compare",
    "map": "certadvisor.cli.commands.map_",
    "profile": "certadvisor.cli.commands.profile",
    "plan": "certadvisor.cli.commands.plan",
    "renew": "certadvisor.cli.commands.renew",
    "people": "certadvisor.cli.commands.people",
    "batch": "certadvisor.cli.commands.batch",
    "audit": "certadvisor.cli.commands.audit",
    "catalog": "certadvisor.cli.commands.catalog",
}


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


class _RootGroup(TyperGroup):
    """The root group: all commands in the order of `COMMANDS`, run inside `handle_errors`."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _LazyCommands()  # type: ignore[assignment]  # read only, and lazy

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  the signature is typer's
        return list(COMMANDS)

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> NoReturn:
        with error_handler.handle_errors():
            super().main(args, *rest, **extra)
        raise SystemExit(exit_codes.OK)


app = typer.Typer(
    cls=_RootGroup,
    name="certadvisor",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
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
        typer.Option("--version", callback=_print_version, is_eager=True, help="Tell the version."),
    ] = False,
) -> None:
    """Which certification next, may I sit it now, and if not, from when and what is missing.

    Offline and private: a profile never leaves this machine.
    """


def run() -> None:
    """Run the command line; never returns."""
    app(prog_name="certadvisor")
