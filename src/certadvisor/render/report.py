"""What is rendered: an answer, and the catalogue and the day that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # a list of certifications has no use for the judge's types, nor the time
    from datetime import date

    from certadvisor.advice.recommendation import Advice, Cost
    from certadvisor.catalog.catalog import Catalog, Certification
    from certadvisor.facts.profile import Profile
    from certadvisor.rules.verdict import Check


class Look(NamedTuple):
    """How wide the page is, and whether it may have colours."""

    width: int = 80
    colour: bool = False


class Frame(NamedTuple):
    """What every answer rests on; `today` where nobody asked about another day."""

    catalog: Catalog
    as_of: date
    today: bool = False


class CheckReport(NamedTuple):
    """Whether this person may sit it."""

    frame: Frame
    check: Check


class AdviceReport(NamedTuple):
    """Which certification next; `why_not` is the one asked about, if any."""

    frame: Frame
    advice: Advice
    profile: Profile
    why_not: str | None = None


class ListReport(NamedTuple):
    """Certifications in the catalogue's order, and what each costs."""

    frame: Frame
    certifications: tuple[Certification, ...]
    costs: dict[str, Cost]


class ShowReport(NamedTuple):
    """One record whole: `collection` is certifications, roles, levels or skills."""

    frame: Frame
    collection: str
    id: str


class CandidatesReport(NamedTuple):
    """A name that several records share, and what to ask to tell them apart."""

    frame: Frame
    name: str
    candidates: tuple[str, ...]
    question: str


class RolesReport(NamedTuple):
    """The career ladder."""

    frame: Frame


Report = CheckReport | AdviceReport | ListReport | ShowReport | CandidatesReport | RolesReport
