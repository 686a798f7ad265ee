"""Definitions of the jobs outside the career ladder, and of levels across issuers."""

from typing import Annotated, Literal

from pydantic import Field

from certadvisor.catalog.definitions.base import Definition, Id, Level, Source, Text, Url


class FirstRole(Definition):
    """A role that people from outside the ladder usually reach first."""

    id: Id
    note: Text | None = None


class FirstStep(Definition):
    """What to do first on the way to the ladder: work to ask for, a certificate, or a job."""

    kind: Literal["work", "certification", "role"]
    text: Text
    certifications: tuple[Id, ...] = ()  # any one of them


class StartingPoint(Definition):
    """A job outside the career ladder, the roles it usually leads to, and how.

    `kinds` are the kinds of experience gained in the job, as those of a role are, and `fields` the
    disciplines of the certifications that the job itself asks for.
    """

    id: Id
    title: Text
    aliases: tuple[Text, ...] = ()
    kinds: tuple[Id, ...]
    fields: tuple[Id, ...] = ()
    first_roles: Annotated[tuple[FirstRole, ...], Field(min_length=1)]
    steps: tuple[FirstStep, ...] = ()
    basis: Text
    sources: dict[Id, Source] = {}


class LevelGroup(Definition):
    """Certifications of several issuers that attest about the same level of one competence."""

    id: Id
    name: Text
    level: Level
    certifications: Annotated[tuple[Id, ...], Field(min_length=2)]
    basis: Text
    url: Url | None = None
