"""The context of a command: the catalogue, the day, and the person's profile."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from certadvisor.base.months import months_after
from certadvisor.base.stderr import write_stderr
from certadvisor.catalog.loader import load_catalog
from certadvisor.cli.default_profile import NO_PROFILE, find_default_profile
from certadvisor.cli.options import OutputOptions, PersonOptions, QueryOptions, today
from certadvisor.errors import Fault, escape_control_chars
from certadvisor.views.reports import AnswerContext, GivenOptions

if TYPE_CHECKING:  # reading profiles imports YAML, which most commands do not need
    from certadvisor.profile.from_options import ProfileOptions
    from certadvisor.profile.model import Profile
    from certadvisor.profile.what_if import WhatIfChange


def load_context(
    query: QueryOptions, target: OutputOptions, person: PersonOptions | None = None
) -> AnswerContext:
    """Load the catalogue and determine the day; warn of records replaced and of old keys.

    `person` is repeated in the commands that the answer proposes. Raises InputError where an own
    catalogue has faults.
    """
    catalog = load_catalog(tuple(query.catalog or ()))
    replaced = (Fault(file, f"`{id}` changes a record below") for id, file in catalog.overridden)
    print_warnings((*replaced, *catalog.warnings), target)
    day = today()
    as_of = query.as_of or day
    _warn_of_age(catalog.version, as_of, target)
    given = GivenOptions(_options_as_typed(person) if person else (), _options_as_typed(query))
    return AnswerContext(catalog, as_of, as_of == day, given)


PROFILE_PLACEHOLDER = ("-p", "FILE")  # in place of a profile that no file has


def with_profile_placeholder(answer_context: AnswerContext) -> AnswerContext:
    """Return the context of a person whose profile has no file yet, as in an interview."""
    given = answer_context.given._replace(person=(PROFILE_PLACEHOLDER,))
    return answer_context._replace(given=given)


def _options_as_typed(options: PersonOptions | QueryOptions) -> tuple[tuple[str, ...], ...]:
    """Each option that was given, with its value; one that is repeated, as often as it was."""
    typed: list[tuple[str, ...]] = []
    for field, given in options._asdict().items():
        values = given if isinstance(given, list) else [given] if given is not None else []
        if field == "profile":
            typed += [PROFILE_PLACEHOLDER if value == "-" else ("-p", value) for value in values]
        else:
            typed += [(f"--{field.replace('_', '-')}", str(value)) for value in values]
    return tuple(typed)


_MONTHS_UNTIL_OLD = 6


def _warn_of_age(version: str, as_of: date, target: OutputOptions) -> None:
    """Warn, once, of a catalogue that was checked long before the day asked about.

    The built-in catalogue's version is the day on which it was checked; another's may be any text.
    """
    try:
        checked = date(*map(int, version.split(".")))
    except (TypeError, ValueError):
        return
    if months_after(checked, _MONTHS_UNTIL_OLD) < as_of and not target.quiet:
        write_stderr(
            f"warning: the catalogue was checked on {checked.isoformat()}, more than "
            f"{_MONTHS_UNTIL_OLD} months before {as_of.isoformat()}; rules and prices may have "
            "changed"
        )


_FACTS = ("degree", "leading", "experience", "kind", "training", "holds", "title")


def with_default_profile(options: PersonOptions, target: OutputOptions) -> PersonOptions:
    """Return the options with the default profile, where they give no profile and no facts.

    Where one lives and what one aims at (country, role, budget, within) are laid over it, as over
    any profile. `--profile none` gives no profile at all. Which file is used goes to standard
    error, unless the target is quiet.
    """
    if options.profile == NO_PROFILE:
        return options._replace(profile=None)
    if options.profile or any(getattr(options, fact) for fact in _FACTS):
        return options
    path = find_default_profile()
    if path is None:
        return options
    if not target.quiet:
        name = escape_control_chars(str(path))
        write_stderr(f"Using your profile {name} (--profile {NO_PROFILE} leaves it out).")
    # The file of this name, whatever it is called: `-` is no standard input here.
    return options._replace(profile=str(path.absolute()))


def profile_options(options: PersonOptions) -> ProfileOptions:
    """Return the facts given as options, unparsed and without the profile file."""
    from certadvisor.profile.from_options import ProfileOptions

    return ProfileOptions(
        degree=options.degree,
        leading=options.leading,
        experience=options.experience,
        kinds=tuple(options.kind or ()),
        training=tuple(options.training or ()),
        holds=tuple(options.holds or ()),
        titles=tuple(options.title or ()),
        country=options.country,
        role=options.role,
        budget=options.budget,
        within=options.within,
    )


def load_profile(
    options: PersonOptions, answer_context: AnswerContext, target: OutputOptions
) -> Profile:
    """Read the profile from a file, from options, or from both; options override the file."""
    from certadvisor.profile.from_options import profile_from_options

    base = _read_profile_file(options.profile, answer_context, target) if options.profile else None
    latest = max(today(), answer_context.as_of)
    result = profile_from_options(profile_options(options), base, answer_context.catalog, latest)
    print_warnings(result.warnings, target)
    return result.profile


def parse_changes(
    texts: list[str] | None, answer_context: AnswerContext
) -> tuple[WhatIfChange, ...]:
    """Parse the changes of `--what-if`. Raises InputError with a fault for each invalid one."""
    if not texts:
        return ()
    from certadvisor.profile.what_if import read_changes

    return read_changes(texts, answer_context.catalog)


def _read_profile_file(path: str, answer_context: AnswerContext, target: OutputOptions) -> Profile:
    from pathlib import Path

    from certadvisor.base.yaml_reader import MAX_BYTES, read_bytes, read_file
    from certadvisor.profile.reader import read_profile

    if path == "-":
        document = read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input")
    else:
        document = read_file(Path(path))
    result = read_profile(document, answer_context.catalog, max(today(), answer_context.as_of))
    print_warnings(result.warnings, target)
    return result.profile


def print_unused_columns(columns: Iterable[str], source: str, target: OutputOptions) -> None:
    """Warn of the columns of a table of which nothing is read, unless the target is quiet."""
    names = ", ".join(columns)
    if names:
        remedy = "map them, or name them under `leave_out:` of a mapping"
        print_warnings(
            [Fault(source, f"columns that are not used: {names}", remedy=remedy)], target
        )


def print_warnings(warnings: Iterable[Fault], target: OutputOptions) -> None:
    """Write warnings to standard error, a line each, unless the target is quiet."""
    if not target.quiet:
        for warning in warnings:
            write_stderr(f"warning: {warning}")
