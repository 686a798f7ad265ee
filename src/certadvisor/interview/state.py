"""The state of an interview: the profile so far and the questions asked. Immutable."""

from datetime import date
from typing import Any, NamedTuple

from certadvisor.base.document import Document
from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.result import GUESSED, FieldOrigin, OriginKind
from certadvisor.profile.model import Profile, Section
from certadvisor.profile.reader import KEYS, read_profile

PromptKey = tuple[str, str]


class Prompt(NamedTuple):
    """A question to the person.

    `topic` is one of title, since, earlier, kinds, goal, country, budget, prefers, or a topic of
    `rules.verdict.Question`; `subject` is what it is about (a kind, a job title, an id). `text`
    is the wording of a declaration, `default` the answer that an empty line stands for;
    `section` and `answers` are those of the `Question`; `suggested` are the likely answers, the
    likeliest first.
    """

    topic: str
    subject: str = ""
    text: str | None = None
    default: str | None = None
    section: Section | None = None
    answers: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()

    @property
    def key(self) -> PromptKey:
        """The identity of the question: topic and subject."""
        return self.topic, self.subject


class InterviewState(NamedTuple):
    """The answers so far, in the form of a profile file, and the questions already asked.

    `answered`, `unknown` ("don't know") and `postponed` (skipped once) are disjoint.
    """

    data: dict[str, Any]
    marks: tuple[FieldOrigin, ...] = ()
    answered: tuple[PromptKey, ...] = ()
    unknown: tuple[PromptKey, ...] = ()
    postponed: tuple[PromptKey, ...] = ()

    @property
    def question_count(self) -> int:
        """How many questions were asked, whatever the answer."""
        return len(self.answered) + len(self.unknown) + len(self.postponed)


EMPTY_STATE = InterviewState({})


def profile_of(state: InterviewState, catalog: Catalog, today: date) -> Profile:
    """The profile so far, read as its file would be.

    Raises InputError where the answers do not make a valid profile.
    """
    return read_profile(
        Document("the interview", profile_data(state), None), catalog, today
    ).profile


def profile_data(state: InterviewState) -> dict[str, Any]:
    """The answers in the form of a profile file, with its keys in their usual order."""
    guessed = [mark.path for mark in state.marks if mark.kind is OriginKind.GUESSED_KEY]
    data = state.data | ({GUESSED: guessed} if guessed else {})
    return {key: data[key] for key in KEYS["profile"] if key in data}


def mark_unknown(state: InterviewState, prompt: Prompt) -> InterviewState:
    """The state after "don't know": the profile stays, and the question is not asked again."""
    return state._replace(unknown=(*state.unknown, prompt.key))


def postpone(state: InterviewState, prompt: Prompt) -> InterviewState:
    """The state after a skip: the question is asked once more when no other is left."""
    if prompt.key in state.postponed:
        postponed = tuple(key for key in state.postponed if key != prompt.key)
        return mark_unknown(state._replace(postponed=postponed), prompt)
    return state._replace(postponed=(*state.postponed, prompt.key))
