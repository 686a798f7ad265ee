"""Team reports: one with every coverage state, kind of gap and lapse, and an empty one."""

from collections.abc import Callable
from pathlib import Path

from sample_people import DAY

from certadvisor.advice.recommend.ranking import DEFAULT_OPTIONS
from certadvisor.catalog.records import Catalog
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person
from certadvisor.team.member import MemberJudge
from certadvisor.team.summary import summarize
from certadvisor.team.totals import TeamTotals, count_totals
from certadvisor.views.reports import AnswerContext, TeamReport

FILE = Path(__file__).parents[1] / "people" / "team.jsonl"


def team_report(catalog: Catalog) -> TeamReport:
    """The report on the sample team."""
    return report_on(FILE, catalog)


def report_on(file: Path, catalog: Catalog) -> TeamReport:
    """The report on the people of a file."""
    people = read_people(file, catalog, DAY, display_name=file.name)
    rows = list(people.rows)
    judge = MemberJudge(catalog, DAY, DEFAULT_OPTIONS)
    standings = (judge.judge(row) for row in rows if isinstance(row, Person))
    sums = count_totals(standings, catalog, DAY)
    rejected = sum(not isinstance(row, Person) for row in rows)
    context = AnswerContext(catalog, DAY, today=True)
    return TeamReport(context, people.source, summarize(sums, catalog, DAY), rejected)


def empty_team_report(catalog: Catalog) -> TeamReport:
    """The report on a table without people."""
    context = AnswerContext(catalog, DAY, today=True)
    return TeamReport(context, "nobody.csv", summarize(TeamTotals(), catalog, DAY), 0)


TEAMS: dict[str, Callable[[Catalog], TeamReport]] = {
    "team": team_report,
    "team-of-nobody": empty_team_report,
}
