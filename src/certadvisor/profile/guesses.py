"""Guesses of an import: paths such as `work[0].kinds` to the parts of a profile it inferred."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from certadvisor.base.scalars import MisreadError, quoted, text
from certadvisor.profile.matching.ids import Named
from certadvisor.profile.model import Profile

_FORM = r"([a-z_]+)(?:\[([0-9]{1,4})\])?(?:\.([a-z_]+))?"


class Guess(NamedTuple):
    """A path such as `work[0].kinds` in parts; without an index it is about the whole list."""

    path: str
    section: str
    at: int | None
    field: str | None


def parsed(path: str) -> Guess | None:
    """Parse a path into its parts; None where it is not one."""
    form = re.fullmatch(_FORM, path)
    if form is None:
        return None
    return Guess(path, form[1], None if form[2] is None else int(form[2]), form[3])


def guess_reader(
    keys: Mapping[str, tuple[str, ...]], entries: Callable[[str], object]
) -> Callable[[object], Named]:
    """Return a parser of paths for a profile with these entries.

    A path that no longer names anything in the profile gives an empty id with a warning.
    """

    def read(value: object) -> Named:
        path = text(value)
        guess = parsed(path)
        if guess is None or guess.section not in keys["profile"]:
            raise MisreadError(f"{quoted(path)} is no path", "write one such as work[0].kinds")
        found = entries(guess.section)
        count = len(found) if isinstance(found, list) else 0
        there = found is not None and (guess.at is None or guess.at < count)
        if not there or (guess.field and guess.field not in keys.get(guess.section, ())):
            problem = f"{quoted(path)} names nothing in this profile, so it counts for nothing"
            return Named("", MisreadError(problem, "remove it"))
        return Named(path)

    return read


def guesses_about(profile: Profile, section: str, indices: Iterable[int] = ()) -> tuple[str, ...]:
    """Return the paths that name a whole section, or one of these entries of it."""
    if not profile.guessed:
        return ()
    wanted = set(indices)
    guesses = (guess for path in profile.guessed if (guess := parsed(path)))
    return tuple(
        guess.path
        for guess in guesses
        if guess.section == section and (guess.at is None or guess.at in wanted)
    )


def moved(guessed: Iterable[str], section: str, places: Mapping[int, int]) -> tuple[str, ...]:
    """Return the paths after entries of a section moved; without removed ones."""
    kept = []
    for path in guessed:
        guess = parsed(path)
        if guess is None or guess.section != section or guess.at is None:
            kept.append(path)
        elif guess.at in places:
            kept.append(path.replace(f"[{guess.at}]", f"[{places[guess.at]}]", 1))
    return tuple(kept)
