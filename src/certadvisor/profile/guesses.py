"""Guesses of an import: paths such as `work[0].kinds` to the parts of a profile it inferred."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from certadvisor.base.scalars import ValueParseError, quote, text
from certadvisor.profile.matching.ids import ResolvedId
from certadvisor.profile.model import LISTS, Profile

_FORM = r"([a-z_]+)(?:\[([0-9]{1,4})\])?(?:\.([a-z_]+))?"


class Guess(NamedTuple):
    """A path such as `work[0].kinds` in parts; without an index it is about the whole list."""

    path: str
    section: str
    entry_index: int | None
    field: str | None


def parse_guess(path: str) -> Guess | None:
    """Parse a path into its parts; None where it is not one."""
    match = re.fullmatch(_FORM, path)
    if match is None:
        return None
    return Guess(path, match[1], None if match[2] is None else int(match[2]), match[3])


def make_guess_parser(
    keys: Mapping[str, tuple[str, ...]], entries: Callable[[str], object]
) -> Callable[[object], ResolvedId]:
    """Return a parser of paths for a profile with these entries.

    A path that no longer names anything in the profile gives an empty id with a warning.
    """

    def parse(value: object) -> ResolvedId:
        path = text(value)
        guess = parse_guess(path)
        if guess is None or guess.section not in keys["profile"]:
            raise ValueParseError(f"{quote(path)} is not a path", "write one such as work[0].kinds")
        section_value = entries(guess.section)
        count = len(section_value) if isinstance(section_value, list) else 0
        exists = section_value is not None and (
            guess.entry_index is None or guess.entry_index < count
        )
        if not exists or (guess.field and guess.field not in keys.get(guess.section, ())):
            problem = f"{quote(path)} names nothing in this profile, so it is ignored"
            return ResolvedId("", ValueParseError(problem, "remove it"))
        if path in LISTS:  # as imports of the first release wrote a list that may lack entries
            problem = f"{quote(path)} is a whole list: it may lack entries"
            return ResolvedId(path, ValueParseError(problem, "name it under `incomplete` instead"))
        return ResolvedId(path)

    return parse


def guesses_about(profile: Profile, section: str, indices: Iterable[int] = ()) -> tuple[str, ...]:
    """Return the paths that name a whole section, or one of these entries of it."""
    if not profile.guessed:
        return ()
    index_set = set(indices)
    guesses = (guess for path in profile.guessed if (guess := parse_guess(path)))
    return tuple(
        guess.path
        for guess in guesses
        if guess.section == section
        and (guess.entry_index is None or guess.entry_index in index_set)
    )


def move_guesses(
    guessed: Iterable[str], section: str, new_indices: Mapping[int, int]
) -> tuple[str, ...]:
    """Return the paths after entries of a section moved; without removed ones."""
    paths = []
    for path in guessed:
        guess = parse_guess(path)
        if guess is None or guess.section != section or guess.entry_index is None:
            paths.append(path)
        elif guess.entry_index in new_indices:
            paths.append(
                path.replace(f"[{guess.entry_index}]", f"[{new_indices[guess.entry_index]}]", 1)
            )
    return tuple(paths)
