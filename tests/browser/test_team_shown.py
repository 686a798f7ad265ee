"""A team's report in a real browser: what fits, what can be read, what keys reach, what prints."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import team_scripts as scripts
from company import as_lines, people
from driving import SHOTS, asked_for, opened, pages_of, printed, scheme, started  # noqa: F401
from sample_people import DAY
from sample_teams import nobody, reported
from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from certadvisor.base.months import months_after
from certadvisor.catalog.loader import load_catalog
from certadvisor.team.summary import summary_of
from certadvisor.views.formats import render
from certadvisor.views.reports import Look, TeamReport

ALL = ("company", "many", "nobody")
SIZES = {"narrow": (360, 800), "telephone": (390, 844), "tablet": (800, 1000), "wide": (1280, 900)}


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of a company of three hundred, of a thousand such, and of nobody."""
    catalog = load_catalog()
    folder = tmp_path_factory.mktemp("teams")
    table = folder / "people.jsonl"
    table.write_text(as_lines(_lapsing(people(300, dirty=0.05))), "utf-8")
    company = reported(table, catalog)
    reports = {"company": company, "many": _many(company), "nobody": nobody(catalog)}
    found = {}
    for name, report in reports.items():
        found[name] = folder / f"{name}.html"
        found[name].write_text(render(report, "html", Look()), "utf-8")
    return found


@pytest.fixture(params=ALL)
def shown(request: pytest.FixtureRequest, browser: Chrome, files: dict[str, Path]) -> Iterator[str]:
    """Each page, opened."""
    opened(browser, files[request.param])
    yield request.param
    scheme(browser, "light")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def _lapsing(made: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The people, with certificates that lapse over the months, in some more than in others."""
    for at, person in enumerate(made):
        month = months_after(DAY, (at * at) % 11)
        lapsing = {"id": "pmp" if at % 2 else "prince2-7-practitioner", "expires": f"{month}"}
        held = [lapsing] if at % 3 else person["certifications"]
        yield person if at % 20 == 0 else person | {"certifications": held}


def _many(report: TeamReport) -> TeamReport:
    """A thousand times the people: numbers of six digits."""
    told = report.summary.totals
    grown = told._replace(**{name: _grown(value) for name, value in told._asdict().items()})
    summary = summary_of(grown, report.frame.catalog, report.frame.as_of)
    return report._replace(summary=summary, rejected=report.rejected * 1000)


def _grown(value: Any) -> Any:
    if isinstance(value, Counter):
        return Counter({key: count * 1000 for key, count in value.items()})
    return value * 1000 if isinstance(value, int) else value


def _sized(browser: Chrome, size: str) -> None:
    width, height = SIZES[size]
    told = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", told)


def test_nothing_is_fetched_and_nothing_complains(shown: str, browser: Chrome) -> None:
    """The one request is the file itself, and the console stays empty."""
    assert browser.get_log("browser") == []
    assert [url for url in asked_for(browser) if not url.endswith(f"{shown}.html")] == []


@pytest.mark.parametrize("size", SIZES)
def test_everything_has_its_room(shown: str, size: str, browser: Chrome) -> None:
    """From a telephone to a wide screen nothing spills, is cut or lies on something else."""
    _sized(browser, size)
    assert browser.execute_script(scripts.SPILLING) == [], shown
    assert browser.execute_script(scripts.COLLIDING) == [], shown


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_stand_out(shown: str, name: str, browser: Chrome) -> None:
    """Contrast of level AA for every text on every ground that it has."""
    scheme(browser, name)
    assert browser.execute_script(scripts.CONTRAST) == [], shown


def test_lengths_are_as_the_numbers(shown: str, browser: Chrome) -> None:
    """A bar of twice the people is twice as long, a month of no lapse has no column."""
    _sized(browser, "wide")
    assert browser.execute_script(scripts.OUT_OF_SCALE) == [], shown


def test_every_chart_has_a_name(shown: str, browser: Chrome) -> None:
    """Who does not see a chart hears what it is of."""
    assert browser.execute_script(scripts.UNNAMED) == [], shown


def test_keys_open_every_table(shown: str, browser: Chrome) -> None:
    """The tabulator comes to each fold, and the space bar opens it."""
    folds = browser.execute_script("return document.querySelectorAll('summary').length")
    keys = ActionChains(browser)
    for _ in range(folds):
        keys.send_keys(Keys.TAB, Keys.SPACE).perform()
        keys.reset_actions()
    open_ = browser.execute_script("return document.querySelectorAll('details[open]').length")
    assert open_ == folds > 0, shown
    _sized(browser, "telephone")
    assert browser.execute_script(scripts.SPILLING) == [], shown


def test_paper_is_a_few_sheets_of_a4(shown: str, browser: Chrome) -> None:
    """Portrait, light even where the screen is dark, and no chart torn in two."""
    scheme(browser, "dark")
    data = printed(browser)
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        (Path(SHOTS) / f"team-{shown}.pdf").write_bytes(data)
    assert pages_of(data) <= (1 if shown == "nobody" else 4)
    boxes = re.findall(rb"/MediaBox\s*\[([^\]]*)\]", data)
    assert {tuple(round(float(one)) for one in box.split()) for box in boxes} == {(0, 0, 595, 842)}
