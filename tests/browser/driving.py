"""A real browser, how it sees a page, and what it prints."""

import base64
import json
import os
import re
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

SHOTS = os.environ.get("CERTADVISOR_SHOTS")  # a folder for pictures to look at
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
INCH = 2.54  # centimetres


@pytest.fixture(scope="session", name="browser")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
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


def opened(browser: Chrome, file: Path) -> None:
    """Open a file with empty logs, on a light screen."""
    for log in ("browser", "performance"):
        browser.get_log(log)
    scheme(browser, "light")
    browser.get(file.as_uri())


def scheme(browser: Chrome, name: str) -> None:
    """Light or dark, and nothing that takes its time to change."""
    wanted = {"prefers-color-scheme": name, "prefers-reduced-motion": "reduce"}
    features = [{"name": name, "value": value} for name, value in wanted.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def asked_for(browser: Chrome) -> list[str]:
    """Every address that was asked for since the page was opened, but for data in the page."""
    urls = [
        message["params"]["request"]["url"]
        for entry in browser.get_log("performance")
        if (message := json.loads(entry["message"])["message"])["method"]
        == "Network.requestWillBeSent"
    ]
    return [url for url in urls if not url.startswith("data:")]


def printed(browser: Chrome, **sheet: Any) -> bytes:
    """The page as a PDF."""
    told = {"preferCSSPageSize": True, "printBackground": True, **sheet}
    return base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", told)["data"])


def pages_of(pdf: bytes) -> int:
    """How many sheets a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf + _inflated(pdf)))


def _inflated(data: bytes) -> bytes:
    """The streams of a PDF that hold objects."""
    found = b""
    for stream in re.findall(rb"/ObjStm.*?stream\r?\n(.*?)endstream", data, re.DOTALL):
        found += zlib.decompress(stream)
    return found
