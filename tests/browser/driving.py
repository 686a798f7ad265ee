"""Helpers for tests in a real browser: start it, open pages, read its logs, print."""

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

SHOTS = os.environ.get("CERTADVISOR_SHOTS")  # a folder for screenshots to look at
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
def start_browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Debian's Chromium; skipped if it is missing, because only `make browser` requires it."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("needs chromium and chromium-driver")
    options = ChromeOptions()
    options.binary_location = program
    for switch in (*SWITCHES, f"--user-data-dir={tmp_path_factory.mktemp('browser')}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chrome = Chrome(options, Service(driver))
    chrome.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})
    yield chrome
    chrome.quit()


def open_page(browser: Chrome, file: Path) -> None:
    """Open a file in the light colour scheme, with empty logs."""
    for log in ("browser", "performance"):
        browser.get_log(log)
    set_colour_scheme(browser, "light")
    browser.get(file.as_uri())


def set_colour_scheme(browser: Chrome, name: str) -> None:
    """Set the light or dark colour scheme, and turn transitions off."""
    media = {"prefers-color-scheme": name, "prefers-reduced-motion": "reduce"}
    features = [{"name": name, "value": value} for name, value in media.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def requested_urls(browser: Chrome) -> list[str]:
    """Every URL requested since the page was opened, without `data:` URLs."""
    urls = [
        message["params"]["request"]["url"]
        for entry in browser.get_log("performance")
        if (message := json.loads(entry["message"])["message"])["method"]
        == "Network.requestWillBeSent"
    ]
    return [url for url in urls if not url.startswith("data:")]


def print_pdf(browser: Chrome, **sheet: Any) -> bytes:
    """The page as a PDF."""
    parameters = {"preferCSSPageSize": True, "printBackground": True, **sheet}
    return base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", parameters)["data"])


def count_pages(pdf: bytes) -> int:
    """The number of pages of a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf + _inflate(pdf)))


def _inflate(data: bytes) -> bytes:
    """The decompressed object streams of a PDF."""
    objects = b""
    for stream in re.findall(rb"/ObjStm.*?stream\r?\n(.*?)endstream", data, re.DOTALL):
        objects += zlib.decompress(stream)
    return objects
