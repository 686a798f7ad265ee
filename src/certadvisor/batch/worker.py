"""What is asked of everybody, as each process is told it, and what it answers."""

import gc
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from certadvisor.advice.recommend.ranking import Options
from certadvisor.catalog.loader import load_catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.person import Person, Reject
from certadvisor.team.member import Standing, Team
from certadvisor.team.totals import Totals, totals_of
from certadvisor.views.reports import Frame, StandingReport
from certadvisor.views.writers.batch_lines import lines

Rows = Sequence[Person | Reject]


class Question(NamedTuple):
    """What is asked: by which catalogue, on which day, and in which form the answer comes."""

    folders: tuple[str, ...]
    digest: str
    as_of: date
    options: Options
    format: str


def begin(question: Question) -> Callable[[Rows], str]:
    """What answers for the people of some rows. Raises InputError where the catalogue changed."""
    team = _team(question)
    frame = Frame(team.catalog, question.as_of)

    def answer(rows: Rows) -> str:
        told = (StandingReport(frame, one) for one in _standings(rows, team))
        return lines(told, question.format, question.options.top)

    return answer


def begin_sums(question: Question) -> Callable[[Rows], Totals]:
    """As `begin`, where the people are added up."""
    team = _team(question)
    return lambda rows: totals_of(_standings(rows, team), team.catalog, question.as_of)


def _standings(rows: Rows, team: Team) -> Iterator[Standing]:
    return (team.stand(row) for row in rows if isinstance(row, Person))


def _team(question: Question) -> Team:
    catalog = load_catalog(question.folders)
    if catalog.digest != question.digest:
        remedy = "run it again when nobody writes there"
        raise InputError([Fault("catalog", "changed while it was read", remedy=remedy)])
    gc.freeze()  # what is loaded stays: nothing there is worth looking through again,
    gc.set_threshold(50_000, 20, 100)  # and judging somebody makes few circles
    return Team(catalog, question.as_of, question.options)
