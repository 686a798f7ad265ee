"""The batch request sent to each worker process, and the function it runs there."""

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
    """What to judge the people by: catalogue, day, options, and the output format.

    It is pickled for each process. `digest` is that of the catalogue which the parent
    process loaded from `folders`.
    """

    folders: tuple[str, ...]
    digest: str
    as_of: date
    options: Options
    format: str


def begin(question: Question) -> Callable[[Rows], str]:
    """Return a function that judges a chunk of rows and renders its people, one line each.

    Raises InputError where the catalogue changed since the request was made.
    """
    team = _team(question)
    frame = Frame(team.catalog, question.as_of)

    def answer(rows: Rows) -> str:
        told = (StandingReport(frame, one) for one in _standings(rows, team))
        return lines(told, question.format, question.options.top)

    return answer


def begin_sums(question: Question) -> Callable[[Rows], Totals]:
    """As `make_judge`, with a function that adds the people of a chunk up."""
    team = _team(question)
    return lambda rows: totals_of(_standings(rows, team), team.catalog, question.as_of)


def _standings(rows: Rows, team: Team) -> Iterator[Standing]:
    return (team.stand(row) for row in rows if isinstance(row, Person))


def _team(question: Question) -> Team:
    catalog = load_catalog(question.folders)
    if catalog.digest != question.digest:
        remedy = "run it again when nobody writes there"
        raise InputError([Fault("catalog", "changed while it was read", remedy=remedy)])
    # The catalogue lives as long as the process, so the collector need not scan it again,
    # and judging a person leaves few reference cycles behind.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    return Team(catalog, question.as_of, question.options)
