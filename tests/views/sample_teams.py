"""Team reports: one with every coverage state, kind of gap and lapse, and an empty one."""

from collections.abc import Callable
from pathlib import Path

from sample_people import DAY

from certadvisor.advice.recommend.ranking import DEFAULTS
from certadvisor.catalog.records import Catalog
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person
from certadvisor.team.member import Team
from certadvisor.team.summary import summary_of
from certadvisor.team.totals import Totals, totals_of
from certadvisor.views.reports import Frame, TeamReport

FILE = Path(__file__).parents[1] / "people" / "team.jsonl"


def team(catalog: Catalog) -> TeamReport:
    """The report on the sample team."""
    return reported(FILE, catalog)


def reported(file: Path, catalog: Catalog) -> TeamReport:
    """The report on the people of a file."""
    people = read_people(file, catalog, DAY, shown=file.name)
    rows = list(people.rows)
    judge = Team(catalog, DAY, DEFAULTS)
    standings = (judge.stand(row) for row in rows if isinstance(row, Person))
    sums = totals_of(standings, catalog, DAY)
    rejected = sum(not isinstance(row, Person) for row in rows)
    frame = Frame(catalog, DAY, today=True)
    return TeamReport(frame, people.source, summary_of(sums, catalog, DAY), rejected)


def nobody(catalog: Catalog) -> TeamReport:
    """The report on a table without people."""
    frame = Frame(catalog, DAY, today=True)
    return TeamReport(frame, "nobody.csv", summary_of(Totals(), catalog, DAY), 0)


TEAMS: dict[str, Callable[[Catalog], TeamReport]] = {"team": team, "team-of-nobody": nobody}
