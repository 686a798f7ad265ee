"""Definitions of the certifications that employers ask for in a role, and what says so."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from certadvisor.catalog.definitions.base import (
    Confidence,
    Country,
    Day,
    Definition,
    Id,
    Text,
    Url,
)

JUDGEMENT = "judgement"  # begins a basis that no source supports


class Preference(Definition):
    """A certification that employers ask for in a role, and what says so.

    The basis is what the source at `url` says, or `judgement` with our reason.
    """

    id: Id
    basis: Text
    url: Url | None = None

    @model_validator(mode="after")
    def _has_ground(self) -> Self:
        if self.url is None and not self.basis.startswith(JUDGEMENT):
            raise PydanticCustomError("ground", "has neither a source nor the word judgement")
        return self

    @property
    def is_sourced(self) -> bool:
        """Whether a source says so, and not our judgement."""
        return not self.basis.startswith(JUDGEMENT)


class PreferenceLists(Definition):
    """Certifications preferred and helpful; a bare id has the basis of the lists.

    Lists without an address are our judgement, whatever their basis says.
    """

    preferred: tuple[Id | Preference, ...] = ()
    helpful: tuple[Id | Preference, ...] = ()
    basis: Text = JUDGEMENT
    url: Url | None = None

    def preferences(self, *entries: Id | Preference) -> tuple[Preference, ...]:
        """These entries of the lists, each with its basis."""
        basis = self.basis if self.url or self.basis.startswith(JUDGEMENT) else JUDGEMENT
        return tuple(
            Preference(id=one, basis=basis, url=self.url) if isinstance(one, str) else one
            for one in entries
        )

    def ids(self) -> tuple[Id, ...]:
        """The ids of both lists, the preferred ones first."""
        return tuple(one.id for one in self.preferences(*self.preferred, *self.helpful))


class CertificationPreferences(PreferenceLists):
    """Certifications that employers ask for in this role."""

    confidence: Confidence
    country: Country | None = None


class LocalPreferences(PreferenceLists):
    """Certifications that employers in some countries ask for, ahead of or besides the others."""

    countries: Annotated[tuple[Country, ...], Field(min_length=1)]


class NoLocalList(Definition):
    """A country for which no list of its own was found, and on which day one was looked for."""

    country: Country
    searched: Day
    note: Text | None = None
