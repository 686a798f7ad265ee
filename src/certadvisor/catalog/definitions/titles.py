"""Definitions of `titles.yaml`: words, their spellings, and the jobs that titles name."""

from typing import Annotated

from pydantic import Field, StrictFloat, StrictInt, StrictStr

from certadvisor.catalog.definitions.base import Definition, Flag, Id, Level, Text

Likelihood = Annotated[StrictInt | StrictFloat, Field(ge=0, le=1)]
DEFAULT_CONFIDENCE = 0.9  # of a job whose entry has no `confidence`


class Job(Definition):
    """A job: the names used in titles, and the role, kinds of experience and level it means.

    A name matches if its words appear in this order; other words may come between
    them, except where a hyphen joins two. Each of `of` with each of `words` is also
    a name.
    """

    id: Id
    role: Id | None = None
    kinds: tuple[Id, ...] = ()
    level: Level | None = None
    names: tuple[Text, ...] = ()
    of: tuple[Text, ...] = ()
    words: tuple[Text, ...] = ()
    with_: tuple[Id, ...] = Field(default=(), alias="with")
    confidence: Likelihood = DEFAULT_CONFIDENCE
    project_management: Flag | None = None


class Exclusion(Definition):
    """A word that means something else next to a word of these groups.

    The other word must be part of the same job, or with `anywhere` of the title.
    """

    id: Id
    word: Text
    unless: tuple[Id, ...]
    anywhere: Flag = False


class Edition(Definition):
    """How the editions of a certification are written next to its name.

    With `apart`, each edition is a certification of its own.
    """

    id: Id
    names: tuple[Text, ...]
    writings: dict[StrictStr, tuple[Text, ...]]
    apart: Flag = False


class CredentialWords(Definition):
    """The words around the names of certifications in a CV."""

    dressing: tuple[Text, ...] = ()
    issuers: dict[StrictStr, tuple[Id, ...]] = {}
    sellers: tuple[Text, ...] = ()
    platforms: tuple[Text, ...] = ()
    issuer_dressing: tuple[Text, ...] = ()
    elsewhere: tuple[Text, ...] = ()
    editions: tuple[Edition, ...] = ()


class TitleFile(Definition):
    """The form of `titles.yaml`."""

    version: StrictStr | None = None
    bar: Likelihood | None = None
    noise: tuple[Text, ...] = ()
    small: tuple[Text, ...] = ()
    joining: tuple[Text, ...] = ()
    spellings: dict[StrictStr, tuple[Text, ...]] = {}
    mended: tuple[Text, ...] = ()
    groups: dict[Id, tuple[Text, ...]] = {}
    levels: dict[Level, Id] = {}
    apart: tuple[Text, ...] = ()
    leading: tuple[Text, ...] = ()
    closing: tuple[Text, ...] = ()
    learners: tuple[Text, ...] = ()
    assistants: tuple[Text, ...] = ()
    outsiders: tuple[Text, ...] = ()
    awarded: tuple[Text, ...] = ()
    sidelines: tuple[Text, ...] = ()
    supporting: tuple[Id, ...] = ()
    also: dict[Id, Id] = {}
    project_management: tuple[Id, ...] = ()
    doubtful: dict[StrictStr, Likelihood] = {}
    jobs: tuple[Job, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    credentials: CredentialWords | None = None
