"""Reports as HTML pages; the module of each report builds its page."""

from typing import assert_never

from certadvisor.views.reports import MapReport, TeamReport


def render(report: MapReport | TeamReport) -> str:
    """The report as an HTML page."""
    match report:
        case MapReport():
            from certadvisor.views.html.map import map_page

            return map_page.render(report)
        case TeamReport():
            from certadvisor.views.html.team import team_page

            return team_page.render(report)
        case _:
            assert_never(report)
