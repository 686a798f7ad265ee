"""What is asked of everybody, as each process is told it, and what it answers."""

import gc
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from certadvisor.advice.recommend import Options
from certadvisor.catalog.store import load_catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.person import Person, Reject
from certadvisor.render.lines import lines
from certadvisor.render.report import Frame, StandingReport
from certadvisor.team.standing import Team

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
    catalog = load_catalog(question.folders)
    if catalog.digest != question.digest:
        remedy = "run it again when nobody writes there"
        raise InputError([Fault("catalog", "changed while it was read", remedy=remedy)])
    gc.freeze()  # what is loaded stays: nothing there is worth looking through again,
    gc.set_threshold(50_000, 20, 100)  # and judging somebody makes few circles
    team = Team(catalog, question.as_of, question.options)
    frame = Frame(catalog, question.as_of)

    def answer(rows: Rows) -> str:
        people = (row for row in rows if isinstance(row, Person))
        told = (StandingReport(frame, team.stand(person)) for person in people)
        return lines(told, question.format, question.options.top)

    return answer
