"""`certadvisor roles`: the career ladder."""

from certadvisor.cli import session
from certadvisor.cli.building import command
from certadvisor.cli.options import Asked, Sheet
from certadvisor.cli.output import answer
from certadvisor.render.report import RolesReport


@command
def app(asked: Asked, sheet: Sheet) -> None:
    """Show the career ladder: levels, roles, their pay and the certifications they prefer."""
    answer(RolesReport(session.begin(asked, sheet)), sheet)
