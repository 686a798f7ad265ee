"""The landscape in a real browser: what fits, what is reached, what lights up, what is printed."""

import base64
import json
import os
import re
import shutil
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import page_scripts as scripts
import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from certadvisor.advice.landscape import landscape
from certadvisor.catalog.catalog import Catalog
from certadvisor.catalog.store import load_catalog
from certadvisor.facts.evidence import Evidence
from certadvisor.facts.reading import read_profile
from certadvisor.model.yaml_reader import read_bytes
from certadvisor.render.formats import render
from certadvisor.render.report import Frame, Look, MapReport

ALL = ("nobody.svg", "nobody.html", "person.svg", "person.html")
SHOTS = os.environ.get("CERTADVISOR_SHOTS")  # a folder for pictures to look at
DAY = date(2026, 11, 25)
PERSON = b"""
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
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=1600,1000",
)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Debian's chromium; skipped where there is none, for only `make browser` asks for it."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("needs chromium and chromium-driver")
    options = ChromeOptions()
    options.binary_location = program
    for switch in (*SWITCHES, f"--user-data-dir={tmp_path_factory.mktemp('browser')}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    found = Chrome(options, Service(driver))
    found.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})
    yield found
    found.quit()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The whole built-in catalogue as page and picture, for a person and for nobody."""
    catalog = load_catalog()
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for who, evidence in (("nobody", None), ("person", _person(catalog))):
        shown = [one for one in catalog.certifications.values() if one.obtainable_on(DAY)]
        report = MapReport(Frame(catalog, DAY), landscape(shown, catalog, DAY, evidence))
        for format in ("svg", "html"):
            file = folder / f"{who}.{format}"
            file.write_text(render(report, format, Look()), "utf-8")
            found[file.name] = file
    return found


def _person(catalog: Catalog) -> Evidence:
    profile = read_profile(read_bytes(PERSON, "profile"), catalog, DAY).profile
    return Evidence(profile, catalog, DAY)


@pytest.fixture(params=ALL)
def shown(request: pytest.FixtureRequest, browser: Chrome, files: dict[str, Path]) -> Iterator[str]:
    """Each file, opened."""
    for log in ("browser", "performance"):
        browser.get_log(log)
    _scheme(browser, "light")
    browser.get(files[request.param].as_uri())
    yield request.param
    _scheme(browser, "light")


def _scheme(browser: Chrome, scheme: str) -> None:
    """Light or dark, and nothing that takes its time to change."""
    wanted = {"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}
    features = [{"name": name, "value": value} for name, value in wanted.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def _shot(browser: Chrome, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        size = {"width": 1600, "height": 1250, "deviceScaleFactor": 1.4, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.save_screenshot(f"{SHOTS}/{name}.png")
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_nothing_is_fetched_and_nothing_complains(shown: str, browser: Chrome) -> None:
    """The one request is the file itself, and the console stays empty."""
    assert browser.get_log("browser") == []
    asked = [
        message["params"]["request"]["url"]
        for entry in browser.get_log("performance")
        if (message := json.loads(entry["message"])["message"])["method"]
        == "Network.requestWillBeSent"
    ]
    assert [url for url in asked if not url.endswith(shown) and not url.startswith("data:")] == []


def test_every_word_lies_in_its_box(shown: str, browser: Chrome) -> None:
    """Names and states fit, boxes lie apart, nothing leaves the picture, keys do not collide."""
    for type in ("Liberation Sans", "DejaVu Sans"):  # the second is as wide as they get
        wide = f"document.querySelector('svg.map').style.fontFamily = '{type}'"
        browser.execute_script(wide)
        assert browser.execute_script(scripts.TOO_WIDE) == [], (shown, type)
    assert browser.execute_script(scripts.OUTSIDE) == []
    assert browser.execute_script(scripts.OVERLAPPING) == 0
    assert browser.execute_script(scripts.KEYS_FIT) == 0


def test_no_arrow_runs_through_a_box(shown: str, browser: Chrome) -> None:
    """An arrow keeps to the gutters and channels."""
    assert browser.execute_script(scripts.THROUGH) == [], shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out(shown: str, scheme: str, browser: Chrome) -> None:
    """Contrast of level AA, as the browser has it, in both colour schemes."""
    _scheme(browser, scheme)
    _shot(browser, f"{shown}.{scheme}")
    assert browser.execute_script(scripts.CONTRAST) == [], shown


def test_the_tabulator_reaches_every_certification(shown: str, browser: Chrome) -> None:
    """Each box once, none twice, and the one with the focus shows it."""
    count = browser.execute_script("return document.querySelectorAll('.node').length")
    seen: list[Any] = []
    keys = ActionChains(browser)
    focused = "return document.activeElement?.dataset?.id ?? null"
    for _ in range(count + 3):
        keys.send_keys(Keys.TAB).perform()
        keys.reset_actions()
        seen.append(browser.execute_script(focused))
    nodes = [one for one in seen if one]
    assert len(nodes) >= count, shown
    assert len(set(nodes)) == count


def test_the_focus_lights_its_arrows(shown: str, browser: Chrome) -> None:
    """What leads to PMP and on from it is in front, the rest steps back; many ways appear."""
    wire = (
        "const link = document.querySelector('.links .link[data-from={}][data-to={}]');"
        "const look = getComputedStyle(link); return [look.visibility, look.opacity]"
    )
    other, own = wire.format("csm", "a-csm"), wire.format("capm", "pmp")
    many = wire.format("csm", "pmi-acp")
    assert browser.execute_script(many)[0] == "hidden", shown
    browser.execute_script("document.querySelector('.node[data-id=pmp]').focus()")
    assert browser.execute_script(own) == ["visible", "1"]
    assert float(browser.execute_script(other)[1]) < 0.5
    _shot(browser, f"{shown}.focus")
    browser.execute_script("document.querySelector('.node[data-id=pmi-acp]').focus()")
    assert browser.execute_script(many)[0] == "visible"
    _shot(browser, f"{shown}.many")


@pytest.mark.parametrize("sheet", [(42.0, 29.7), (29.7, 21.0)], ids=["A3", "A4"])
def test_a_page_holds_the_whole_picture(
    shown: str, sheet: tuple[float, float], browser: Chrome
) -> None:
    """Printed on one sheet, landscape, light even where the screen is dark."""
    _scheme(browser, "dark")
    inch = 2.54
    printed = browser.execute_cdp_cmd(
        "Page.printToPDF",
        {
            "paperWidth": sheet[0] / inch,
            "paperHeight": sheet[1] / inch,
            "preferCSSPageSize": sheet[0] > 30,
            "landscape": False,
            "printBackground": True,
        },
    )
    data = base64.b64decode(printed["data"])
    if SHOTS:
        (Path(SHOTS) / f"{shown}.{sheet[0]:.0f}.pdf").write_bytes(data)
    pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", data + _inflated(data)))
    assert pages == 1, shown


def _inflated(data: bytes) -> bytes:
    """The streams of a PDF that hold objects."""
    found = b""
    for stream in re.findall(rb"/ObjStm.*?stream\r?\n(.*?)endstream", data, re.DOTALL):
        found += zlib.decompress(stream)
    return found
