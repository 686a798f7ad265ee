"""Where an interview stands: what is told so far, and what was asked; replaced, not changed."""

from datetime import date
from typing import Any, NamedTuple

from certadvisor.base.yaml_reader import Document
from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.result import GUESSED, Mark, Origin
from certadvisor.profile.model import Profile
from certadvisor.profile.reader import KEYS, read_profile

Key = tuple[str, str]


class Prompt(NamedTuple):
    """Something to ask.

    `topic` is one of title, since, earlier, kinds, goal, country, budget, prefers, or a topic of
    `rules.verdict.Question`; `subject` says of what. `text` are a declaration's own words,
    `default` what an empty answer means.
    """

    topic: str
    subject: str = ""
    text: str | None = None
    default: str | None = None

    @property
    def key(self) -> Key:
        """What tells a question from every other one."""
        return self.topic, self.subject


class State(NamedTuple):
    """What is told so far, in the profile's own form, and the questions behind.

    `unknown` were answered with "don't know", `put_off` skipped once.
    """

    told: dict[str, Any]
    marks: tuple[Mark, ...] = ()
    answered: tuple[Key, ...] = ()
    unknown: tuple[Key, ...] = ()
    put_off: tuple[Key, ...] = ()

    @property
    def asked(self) -> int:
        """How many questions were put, whatever the answer."""
        return len(self.answered) + len(self.unknown) + len(self.put_off)


BEGUN = State({})


def profile_of(state: State, catalog: Catalog, today: date) -> Profile:
    """The profile as told so far; it is read as its file would be."""
    return read_profile(Document("the interview", form_of(state), None), catalog, today).profile


def form_of(state: State) -> dict[str, Any]:
    """The profile's own form, its keys in their order."""
    guessed = [mark.path for mark in state.marks if mark.origin is Origin.GUESSED]
    told = state.told | ({GUESSED: guessed} if guessed else {})
    return {key: told[key] for key in KEYS["profile"] if key in told}


def not_known(state: State, prompt: Prompt) -> State:
    """The state after "don't know": nothing is told, and it is not asked again."""
    return state._replace(unknown=(*state.unknown, prompt.key))


def skipped(state: State, prompt: Prompt) -> State:
    """The state after a skip: it is asked once more when nothing else is left."""
    if prompt.key in state.put_off:
        put_off = tuple(key for key in state.put_off if key != prompt.key)
        return not_known(state._replace(put_off=put_off), prompt)
    return state._replace(put_off=(*state.put_off, prompt.key))
