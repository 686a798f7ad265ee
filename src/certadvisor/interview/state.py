"""The state of an interview: the profile so far and the questions asked. Immutable."""

from datetime import date
from typing import Any, NamedTuple

from certadvisor.base.yaml_reader import Document
from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.result import GUESSED, Mark, Origin
from certadvisor.profile.model import Profile
from certadvisor.profile.reader import KEYS, read_profile

Key = tuple[str, str]


class Prompt(NamedTuple):
    """A question to the person.

    `topic` is one of title, since, earlier, kinds, goal, country, budget, prefers, or a topic of
    `rules.verdict.Question`; `subject` is what it is about (a kind, a job title, an id). `text`
    is the wording of a declaration, `default` the answer that an empty line stands for.
    """

    topic: str
    subject: str = ""
    text: str | None = None
    default: str | None = None

    @property
    def key(self) -> Key:
        """The identity of the question: topic and subject."""
        return self.topic, self.subject


class State(NamedTuple):
    """The answers so far, in the form of a profile file, and the questions already asked.

    `answered`, `unknown` ("don't know") and `postponed` (skipped once) are disjoint.
    """

    told: dict[str, Any]
    marks: tuple[Mark, ...] = ()
    answered: tuple[Key, ...] = ()
    unknown: tuple[Key, ...] = ()
    put_off: tuple[Key, ...] = ()

    @property
    def asked(self) -> int:
        """How many questions were asked, whatever the answer."""
        return len(self.answered) + len(self.unknown) + len(self.put_off)


BEGUN = State({})


def profile_of(state: State, catalog: Catalog, today: date) -> Profile:
    """The profile so far, read as its file would be.

    Raises InputError where the answers do not make a valid profile.
    """
    return read_profile(Document("the interview", form_of(state), None), catalog, today).profile


def form_of(state: State) -> dict[str, Any]:
    """The answers in the form of a profile file, with its keys in their usual order."""
    guessed = [mark.path for mark in state.marks if mark.origin is Origin.GUESSED]
    told = state.told | ({GUESSED: guessed} if guessed else {})
    return {key: told[key] for key in KEYS["profile"] if key in told}


def not_known(state: State, prompt: Prompt) -> State:
    """The state after "don't know": the profile stays, and the question is not asked again."""
    return state._replace(unknown=(*state.unknown, prompt.key))


def skipped(state: State, prompt: Prompt) -> State:
    """The state after a skip: the question is asked once more when no other is left."""
    if prompt.key in state.put_off:
        put_off = tuple(key for key in state.put_off if key != prompt.key)
        return not_known(state._replace(put_off=put_off), prompt)
    return state._replace(put_off=(*state.put_off, prompt.key))
