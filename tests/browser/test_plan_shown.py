"""The picture of a plan in a real browser: fit, contrast and print."""

from collections.abc import Iterator
from pathlib import Path

import page_scripts as scripts
import pytest
from driving import (  # noqa: F401  the fixture is used here too
    count_pages,
    open_page,
    print_pdf,
    requested_urls,
    set_colour_scheme,
    start_browser,
)
from sample_plans import DAY
from selenium.webdriver import Chrome
from written_profiles import evidence_of

from certadvisor.advice.goals import plan_goal
from certadvisor.catalog.loader import load_catalog
from certadvisor.planner.objective import PlanObjective
from certadvisor.planner.plan_request import PlanRequest
from certadvisor.profile.matching.lookup import GoalKind
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext, PlannedPerson, PlanReport, Terminal
from certadvisor.views.writers import render

PERSON = """
country: US
education: [{degree: bachelor, awarded: 2015-06}]
work: [{title: IT Project Manager, start: 2024-09}]
training: []
courses: []
certifications: []
memberships: []
"""


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A short plan and one of many steps."""
    catalog, folder = load_catalog(), tmp_path_factory.mktemp("plans")
    evidence = evidence_of(PERSON, catalog, DAY)
    person = PlannedPerson("Ada Example", "IT Project Manager", "senior-technical-project-manager")
    paths = {}
    for id in ("pmp", "itil-4-mp"):
        request = PlanRequest(GoalKind.CERTIFICATION, id, PlanObjective.FASTEST, None)
        result = plan_goal(evidence, request)
        report = PlanReport(AnswerContext(catalog, DAY), result, (), person)
        paths[id] = folder / f"{id}.svg"
        paths[id].write_text(render(report, Format.SVG, Terminal()), "utf-8")
    return paths


@pytest.fixture(params=["pmp", "itil-4-mp"])
def opened_plan(
    request: pytest.FixtureRequest, browser: Chrome, files: dict[str, Path]
) -> Iterator[str]:
    """Each picture, opened."""
    open_page(browser, files[request.param])
    yield request.param
    set_colour_scheme(browser, "light")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_nothing_is_fetched_and_nothing_complains(opened_plan: str, browser: Chrome) -> None:
    """The only request is the file itself, and the console stays empty."""
    assert browser.get_log("browser") == []
    assert [one for one in requested_urls(browser) if not one.endswith(f"{opened_plan}.svg")] == []


@pytest.mark.parametrize("width", [360, 800, 1600])
def test_no_text_collides_or_leaves_the_picture(
    opened_plan: str, width: int, browser: Chrome
) -> None:
    """Whatever the window and the font; the second font is the widest."""
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    for font in ("Liberation Sans", "DejaVu Sans"):
        browser.execute_script(f"document.documentElement.style.fontFamily = '{font}'")
        assert browser.execute_script(scripts.PLAN_COLLIDING) == [], (opened_plan, font)
    assert browser.execute_script(scripts.PAGE_WIDTH) <= width


@pytest.mark.parametrize("name", ["light", "dark"])
def test_texts_and_signs_have_enough_contrast(opened_plan: str, name: str, browser: Chrome) -> None:
    """WCAG level AA: 4.5 for texts and 3 for the outlines of bars and signs."""
    set_colour_scheme(browser, name)
    assert browser.execute_script(scripts.PLAN_CONTRAST) == [], opened_plan


def test_a_plan_prints_on_one_page(opened_plan: str, browser: Chrome) -> None:
    """A4 landscape, and light even if the screen is dark."""
    set_colour_scheme(browser, "dark")
    assert count_pages(print_pdf(browser)) == 1, opened_plan
