"""The team report in a real browser: fit, contrast, keyboard access and print."""

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
    """The pages of a company of 300 people, of 1,000 such companies, and of an empty team."""
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
    """The people, with certifications that expire over the months, unevenly."""
    for at, person in enumerate(made):
        month = months_after(DAY, (at * at) % 11)
        lapsing = {"id": "pmp" if at % 2 else "prince2-7-practitioner", "expires": f"{month}"}
        held = [lapsing] if at % 3 else person["certifications"]
        yield person if at % 20 == 0 else person | {"certifications": held}


def _many(report: TeamReport) -> TeamReport:
    """The report of a thousand times as many people: numbers of six digits."""
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
    """The only request is the file itself, and the console stays empty."""
    assert browser.get_log("browser") == []
    assert [url for url in asked_for(browser) if not url.endswith(f"{shown}.html")] == []


@pytest.mark.parametrize("size", SIZES)
def test_no_text_overflows_or_overlaps(shown: str, size: str, browser: Chrome) -> None:
    """From a phone to a wide screen nothing spills, is cut off or covers something else."""
    _sized(browser, size)
    assert browser.execute_script(scripts.SPILLING) == [], shown
    assert browser.execute_script(scripts.COLLIDING) == [], shown


@pytest.mark.parametrize("name", ["light", "dark"])
def test_texts_have_enough_contrast(shown: str, name: str, browser: Chrome) -> None:
    """WCAG level AA for every text on each of its backgrounds."""
    scheme(browser, name)
    assert browser.execute_script(scripts.CONTRAST) == [], shown


def test_bars_are_proportional_to_their_numbers(shown: str, browser: Chrome) -> None:
    """A bar for twice the people is twice as long; a month without a lapse has no column."""
    _sized(browser, "wide")
    assert browser.execute_script(scripts.OUT_OF_SCALE) == [], shown


def test_every_chart_has_a_name(shown: str, browser: Chrome) -> None:
    """Screen readers announce what each chart shows."""
    assert browser.execute_script(scripts.UNNAMED) == [], shown


def test_keys_open_every_table(shown: str, browser: Chrome) -> None:
    """The tab key reaches each collapsed section, and the space bar opens it."""
    folds = browser.execute_script("return document.querySelectorAll('summary').length")
    keys = ActionChains(browser)
    for _ in range(folds):
        keys.send_keys(Keys.TAB, Keys.SPACE).perform()
        keys.reset_actions()
    open_ = browser.execute_script("return document.querySelectorAll('details[open]').length")
    assert open_ == folds > 0, shown
    _sized(browser, "telephone")
    assert browser.execute_script(scripts.SPILLING) == [], shown


def test_the_report_prints_on_a_few_a4_pages(shown: str, browser: Chrome) -> None:
    """Portrait, and light even if the screen is dark."""
    scheme(browser, "dark")
    data = printed(browser)
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        (Path(SHOTS) / f"team-{shown}.pdf").write_bytes(data)
    assert pages_of(data) <= (1 if shown == "nobody" else 4)
    boxes = re.findall(rb"/MediaBox\s*\[([^\]]*)\]", data)
    assert {tuple(round(float(one)) for one in box.split()) for box in boxes} == {(0, 0, 595, 842)}
