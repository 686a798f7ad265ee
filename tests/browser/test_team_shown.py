"""The team report in a real browser: fit, contrast, keyboard access and print."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import team_scripts as scripts
from company import as_lines, people
from driving import (  # noqa: F401
    SHOTS,
    count_pages,
    open_page,
    print_pdf,
    requested_urls,
    set_colour_scheme,
    start_browser,
)
from sample_people import DAY
from sample_teams import empty_team_report, report_on
from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from certadvisor.base.months import months_after
from certadvisor.catalog.loader import load_catalog
from certadvisor.team.summary import summarize
from certadvisor.views.formats import Format
from certadvisor.views.reports import TeamReport, Terminal
from certadvisor.views.writers import render

ALL = ("company", "many", "nobody")
SIZES = {"narrow": (360, 800), "telephone": (390, 844), "tablet": (800, 1000), "wide": (1280, 900)}


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages of a company of 300 people, of 1,000 such companies, and of an empty team."""
    catalog = load_catalog()
    folder = tmp_path_factory.mktemp("teams")
    table = folder / "people.jsonl"
    table.write_text(as_lines(_with_expiries(people(300, dirty=0.05))), "utf-8")
    company = report_on(table, catalog)
    reports = {
        "company": company,
        "many": _thousandfold(company),
        "nobody": empty_team_report(catalog),
    }
    paths = {}
    for name, report in reports.items():
        paths[name] = folder / f"{name}.html"
        paths[name].write_text(render(report, Format.HTML, Terminal()), "utf-8")
    return paths


@pytest.fixture(params=ALL)
def opened_page(
    request: pytest.FixtureRequest, browser: Chrome, files: dict[str, Path]
) -> Iterator[str]:
    """Each page, opened."""
    open_page(browser, files[request.param])
    yield request.param
    set_colour_scheme(browser, "light")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def _with_expiries(records: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The people, with certifications that expire over the months, unevenly."""
    for index, person in enumerate(records):
        month = months_after(DAY, (index * index) % 11)
        credential = {"id": "pmp" if index % 2 else "prince2-7-practitioner", "expires": f"{month}"}
        credentials = [credential] if index % 3 else person["certifications"]
        yield person if index % 20 == 0 else person | {"certifications": credentials}


def _thousandfold(report: TeamReport) -> TeamReport:
    """The report of a thousand times as many people: numbers of six digits."""
    totals = report.summary.totals
    large_totals = totals._replace(
        **{name: _times_thousand(value) for name, value in totals._asdict().items()}
    )
    summary = summarize(large_totals, report.context.catalog, report.context.as_of)
    return report._replace(summary=summary, rejected=report.rejected * 1000)


def _times_thousand(value: Any) -> Any:
    if isinstance(value, Counter):
        return Counter({key: count * 1000 for key, count in value.items()})
    return value * 1000 if isinstance(value, int) else value


def _resize(browser: Chrome, size: str) -> None:
    width, height = SIZES[size]
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def test_nothing_is_fetched_and_nothing_complains(opened_page: str, browser: Chrome) -> None:
    """The only request is the file itself, and the console stays empty."""
    assert browser.get_log("browser") == []
    assert [url for url in requested_urls(browser) if not url.endswith(f"{opened_page}.html")] == []


@pytest.mark.parametrize("size", SIZES)
def test_no_text_overflows_or_overlaps(opened_page: str, size: str, browser: Chrome) -> None:
    """From a phone to a wide screen nothing spills, is cut off or covers something else."""
    _resize(browser, size)
    assert browser.execute_script(scripts.SPILLING) == [], opened_page
    assert browser.execute_script(scripts.COLLIDING) == [], opened_page


@pytest.mark.parametrize("name", ["light", "dark"])
def test_texts_have_enough_contrast(opened_page: str, name: str, browser: Chrome) -> None:
    """WCAG level AA for every text on each of its backgrounds."""
    set_colour_scheme(browser, name)
    assert browser.execute_script(scripts.CONTRAST) == [], opened_page


def test_bars_are_proportional_to_their_numbers(opened_page: str, browser: Chrome) -> None:
    """A bar for twice the people is twice as long; a month without a lapse has no column."""
    _resize(browser, "wide")
    assert browser.execute_script(scripts.OUT_OF_SCALE) == [], opened_page


def test_every_chart_has_a_name(opened_page: str, browser: Chrome) -> None:
    """Screen readers announce what each chart shows."""
    assert browser.execute_script(scripts.UNNAMED) == [], opened_page


def test_keys_open_every_table(opened_page: str, browser: Chrome) -> None:
    """The tab key reaches each collapsed section, and the space bar opens it."""
    folds = browser.execute_script("return document.querySelectorAll('summary').length")
    keys = ActionChains(browser)
    for _ in range(folds):
        keys.send_keys(Keys.TAB, Keys.SPACE).perform()
        keys.reset_actions()
    open_ = browser.execute_script("return document.querySelectorAll('details[open]').length")
    assert open_ == folds > 0, opened_page
    _resize(browser, "telephone")
    assert browser.execute_script(scripts.SPILLING) == [], opened_page


def test_the_report_prints_on_a_few_a4_pages(opened_page: str, browser: Chrome) -> None:
    """Portrait, and light even if the screen is dark."""
    set_colour_scheme(browser, "dark")
    data = print_pdf(browser)
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        (Path(SHOTS) / f"team-{opened_page}.pdf").write_bytes(data)
    assert count_pages(data) <= (1 if opened_page == "nobody" else 4)
    boxes = re.findall(rb"/MediaBox\s*\[([^\]]*)\]", data)
    assert {tuple(round(float(one)) for one in box.split()) for box in boxes} == {(0, 0, 595, 842)}
