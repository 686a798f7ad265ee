"""The map in a real browser: fit, keyboard access, highlighting and print."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import page_scripts as scripts
import pytest
from driving import (  # noqa: F401  the fixture is used here too
    INCH,
    SHOTS,
    count_pages,
    open_page,
    print_pdf,
    requested_urls,
    set_colour_scheme,
    start_browser,
)
from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from written_profiles import evidence_of

from certadvisor.advice.landscape import make_landscape
from certadvisor.catalog.loader import load_catalog
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext, MapReport, Terminal
from certadvisor.views.writers import render

ALL = ("nobody.svg", "nobody.html", "person.svg", "person.html")
DAY = date(2026, 11, 25)
PERSON = """
country: US
education: [{degree: bachelor, awarded: 2015-06}]
work:
  - {title: IT Project Manager, start: 2024-03}
  - {kinds: [project], start: 2021-02, end: 2024-02}
training: [{topic: project-management, hours: 35, completed: 2024-02}]
courses: [csm-course]
certifications: [{id: capm, earned: 2024-05-10, expires: 2027-05-10}, {id: itil-4-foundation}]
goal: {role: senior-technical-project-manager, within: 12 months}
"""


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The whole built-in catalogue as page and SVG, with and without a person."""
    catalog = load_catalog()
    folder = tmp_path_factory.mktemp("pages")
    paths = {}
    for name, evidence in (("nobody", None), ("person", evidence_of(PERSON, catalog, DAY))):
        certifications = [
            certification
            for certification in catalog.certifications.values()
            if certification.obtainable_on(DAY)
        ]
        report = MapReport(
            AnswerContext(catalog, DAY), make_landscape(certifications, catalog, DAY, evidence)
        )
        for format in (Format.SVG, Format.HTML):
            file = folder / f"{name}.{format}"
            file.write_text(render(report, format, Terminal()), "utf-8")
            paths[file.name] = file
    return paths


@pytest.fixture(params=ALL)
def opened_file(
    request: pytest.FixtureRequest, browser: Chrome, files: dict[str, Path]
) -> Iterator[str]:
    """Each file, opened."""
    open_page(browser, files[request.param])
    yield request.param
    set_colour_scheme(browser, "light")


def _take_screenshot(browser: Chrome, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        size = {"width": 1600, "height": 1250, "deviceScaleFactor": 1.4, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.save_screenshot(f"{SHOTS}/{name}.png")
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_nothing_is_fetched_and_nothing_complains(opened_file: str, browser: Chrome) -> None:
    """The only request is the file itself, and the console stays empty."""
    assert browser.get_log("browser") == []
    assert [url for url in requested_urls(browser) if not url.endswith(opened_file)] == []


def test_every_text_fits_its_box(opened_file: str, browser: Chrome) -> None:
    """Names and states fit, boxes are apart, nothing leaves the map, legend keys do not collide."""
    for type in ("Liberation Sans", "DejaVu Sans"):  # the second is the widest
        wide = f"document.querySelector('svg.picture').style.fontFamily = '{type}'"
        browser.execute_script(wide)
        assert browser.execute_script(scripts.TOO_WIDE) == [], (opened_file, type)
    assert browser.execute_script(scripts.OUTSIDE) == []
    assert browser.execute_script(scripts.OVERLAPPING) == 0
    assert browser.execute_script(scripts.KEYS_FIT) == 0


def test_no_arrow_runs_through_a_box(opened_file: str, browser: Chrome) -> None:
    """Edges stay in the gutters and channels."""
    assert browser.execute_script(scripts.THROUGH) == [], opened_file


@pytest.mark.parametrize("name", ["light", "dark"])
def test_texts_have_enough_contrast(opened_file: str, name: str, browser: Chrome) -> None:
    """WCAG level AA, as computed by the browser, in both colour schemes."""
    set_colour_scheme(browser, name)
    _take_screenshot(browser, f"{opened_file}.{name}")
    assert browser.execute_script(scripts.CONTRAST) == [], opened_file


def test_the_tab_key_reaches_every_certification(opened_file: str, browser: Chrome) -> None:
    """Each box gets the focus once, and none twice."""
    count = browser.execute_script("return document.querySelectorAll('.node').length")
    focused_ids: list[Any] = []
    keys = ActionChains(browser)
    focused = "return document.activeElement?.dataset?.id ?? null"
    for _ in range(count + 3):
        keys.send_keys(Keys.TAB).perform()
        keys.reset_actions()
        focused_ids.append(browser.execute_script(focused))
    nodes = [one for one in focused_ids if one]
    assert len(nodes) >= count, opened_file
    assert len(set(nodes)) == count


def test_the_focus_highlights_its_edges(opened_file: str, browser: Chrome) -> None:
    """Edges from and to the focused box stand out, the rest fades; bundled edges appear."""
    wire = (
        "const link = document.querySelector('.links .link[data-from={}][data-to={}]');"
        "const look = getComputedStyle(link); return [look.visibility, look.opacity]"
    )
    other, own = wire.format("csm", "a-csm"), wire.format("capm", "pmp")
    many = wire.format("csm", "pmi-acp")
    assert browser.execute_script(many)[0] == "hidden", opened_file
    browser.execute_script("document.querySelector('.node[data-id=pmp]').focus()")
    assert browser.execute_script(own) == ["visible", "1"]
    assert float(browser.execute_script(other)[1]) < 0.5
    _take_screenshot(browser, f"{opened_file}.focus")
    browser.execute_script("document.querySelector('.node[data-id=pmi-acp]').focus()")
    assert browser.execute_script(many)[0] == "visible"
    _take_screenshot(browser, f"{opened_file}.many")


PAGES = ("nobody.html", "person.html")


@pytest.fixture(params=PAGES)
def opened_page(
    request: pytest.FixtureRequest, browser: Chrome, files: dict[str, Path]
) -> Iterator[str]:
    """Each page, opened."""
    open_page(browser, files[request.param])
    yield request.param
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def _resize(browser: Chrome, width: int) -> None:
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


@pytest.mark.parametrize("width", [360, 500, 800, 1280, 1600])
def test_nothing_is_cut_off_at_any_width(opened_page: str, width: int, browser: Chrome) -> None:
    """The picture fits, and the names of the levels stand above their columns."""
    _resize(browser, width)
    assert browser.execute_script(scripts.CUT_OFF) == [], opened_page
    assert browser.execute_script(scripts.KEYS_FIT) == 0
    assert max(browser.execute_script(scripts.LEVELS_OVER_COLUMNS)) < 1.5


def test_the_legend_wraps_on_a_phone(opened_page: str, browser: Chrome) -> None:
    """It takes several lines there, and no more than three on a wide screen."""
    lines = (
        "return new Set([...document.querySelectorAll('.legend li')]"
        ".map(e => e.getBoundingClientRect().top)).size"
    )
    _resize(browser, 1600)
    assert browser.execute_script(lines) <= 3, opened_page
    _resize(browser, 360)
    assert browser.execute_script(lines) >= 3


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("size", ["fit", "full", "large"])
def test_the_names_of_the_levels_stay_in_sight(
    opened_page: str, size: str, width: int, browser: Chrome
) -> None:
    """However far one scrolls, in the page or inside a larger picture."""
    _resize(browser, width)
    browser.execute_script(f"document.querySelector('#zoom-{size}').click()")
    browser.execute_script(
        "const figure = document.querySelector('figure'); figure.scrollTo(0, 900);"
        "scrollTo(0, figure.getBoundingClientRect().top + scrollY + 90)"
    )
    top = "return document.querySelector('.levels').getBoundingClientRect().top"
    assert -90.5 <= browser.execute_script(top) <= 1, opened_page
    moved = "return document.querySelector('svg.picture').getBoundingClientRect().top"
    assert browser.execute_script(moved) < -40


def test_keys_choose_a_larger_picture(opened_page: str, browser: Chrome) -> None:
    """Arrow keys move through the sizes, and a larger picture scrolls in its own area."""
    _resize(browser, 1280)
    width = "return document.querySelector('svg.picture').getBoundingClientRect().width"
    widths = [browser.execute_script(width)]
    browser.execute_script("document.querySelector('#zoom-fit').focus()")
    for _ in range(2):
        ActionChains(browser).send_keys(Keys.ARROW_RIGHT).perform()
        widths.append(browser.execute_script(width))
    assert widths == sorted(set(widths)), opened_page
    assert browser.execute_script(scripts.PAGE_WIDTH) == 1280


def test_the_focus_is_never_under_the_names_of_the_levels(
    opened_page: str, browser: Chrome
) -> None:
    """Going back through the boxes scrolls each of them below the names."""
    _resize(browser, 1280)
    browser.execute_script("document.querySelector('.node[data-id=pmp]').focus()")
    for _ in range(12):
        ActionChains(browser).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
        covered = browser.execute_script(
            "const box = document.activeElement.getBoundingClientRect();"
            "const levels = document.querySelector('.levels').getBoundingClientRect();"
            "return levels.bottom - box.top"
        )
        assert covered <= 14, opened_page  # the focus includes signs that stick out of the box


@pytest.mark.parametrize("sheet", [(29.7, 42.0), (21.0, 29.7)], ids=["A3", "A4"])
def test_the_whole_map_prints_on_a_few_sheets(
    opened_file: str, sheet: tuple[float, float], browser: Chrome
) -> None:
    """The file on one, the page on three at most; light even if the screen is dark."""
    set_colour_scheme(browser, "dark")
    data = print_pdf(
        browser,
        paperWidth=sheet[0] / INCH,
        paperHeight=sheet[1] / INCH,
        preferCSSPageSize=sheet[0] > 25,
    )
    if SHOTS:
        (Path(SHOTS) / f"{opened_file}.{sheet[0]:.0f}.pdf").write_bytes(data)
    assert count_pages(data) <= (1 if opened_file.endswith(".svg") else 3), opened_file
