"""The context of a command: the catalogue, the day, and the person's profile."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from certadvisor.catalog.loader import load_catalog
from certadvisor.cli import error_handler
from certadvisor.cli.options import Asked, Person, Written, today
from certadvisor.errors import Fault
from certadvisor.views.reports import Frame

if TYPE_CHECKING:  # reading profiles imports YAML, which most commands do not need
    from certadvisor.profile.from_options import Said
    from certadvisor.profile.model import Profile
    from certadvisor.profile.what_if import Change


def begin(asked: Asked, sheet: Written) -> Frame:
    """Load the catalogue and determine the day; warn of records that own catalogues replace.

    Raises InputError where an own catalogue has faults.
    """
    catalog = load_catalog(tuple(asked.catalog or ()))
    replaced = [Fault(file, f"`{id}` replaces a record") for id, file in catalog.overridden]
    _warn(replaced, sheet)
    day = today()
    as_of = asked.as_of or day
    return Frame(catalog, as_of, as_of == day)


def said_by(person: Person) -> Said:
    """Return the facts given as options, unparsed and without the profile file."""
    from certadvisor.profile.from_options import Said

    return Said(
        degree=person.degree,
        leading=person.leading,
        experience=person.experience,
        kinds=tuple(person.kind or ()),
        training=tuple(person.training or ()),
        holds=tuple(person.holds or ()),
        titles=tuple(person.title or ()),
        country=person.country,
        role=person.role,
        budget=person.budget,
        within=person.within,
    )


def profile_of(person: Person, frame: Frame, sheet: Written) -> Profile:
    """Read the profile from a file, from options, or from both; options override the file."""
    from certadvisor.profile.from_options import profile_said

    base = _from_file(person.profile, frame, sheet) if person.profile else None
    read = profile_said(said_by(person), base, frame.catalog)
    _warn(list(read.warnings), sheet)
    return read.profile


def supposed(written: list[str] | None, frame: Frame) -> tuple[Change, ...]:
    """Parse the changes of `--what-if`. Raises InputError with a fault for each invalid one."""
    if not written:
        return ()
    from certadvisor.profile.what_if import read_changes

    return read_changes(written, frame.catalog)


def _from_file(path: str, frame: Frame, sheet: Written) -> Profile:
    from pathlib import Path

    from certadvisor.base.yaml_reader import MAX_BYTES, read_bytes, read_file
    from certadvisor.profile.reader import read_profile

    if path == "-":
        document = read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input")
    else:
        document = read_file(Path(path))
    read = read_profile(document, frame.catalog, max(today(), frame.as_of))
    _warn(list(read.warnings), sheet)
    return read.profile


def _warn(warnings: list[Fault], sheet: Written) -> None:
    if not sheet.quiet:
        for warning in warnings:
            error_handler.say(f"warning: {warning}")
