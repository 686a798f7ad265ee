"""Checks a built site: each link leads to a file and an anchor, and nothing is loaded from afar."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADING = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}
NOT_LOADED = {"next", "prev", "search", "index", "canonical", "author"}
CSS_ADDRESS = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')\s]+)")


class _Page(HTMLParser):
    """The anchors of a page, its links, and the addresses that it loads."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors = {"", "top"}
        self.links: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.anchors |= {values[name] for name in ("id", "name") if name in values}
        address = values.get(LOADING.get(tag, "href"))
        if address is None:
            return
        self.links.append(address)
        if tag in LOADING and values.get("rel") not in NOT_LOADED:
            self.loaded.append(address)


def broken_links(site: Path) -> Iterator[str]:
    """A line for each link into the site that leads nowhere; external addresses are not opened."""
    pages = {file.resolve(): _read(file) for file in sorted(site.rglob("*.html"))}
    for file, page in pages.items():
        for link in page.links:
            if reason := _reason(link, file, pages):
                yield f"{file.relative_to(site.resolve())}: {link}: {reason}"


def loaded_from_elsewhere(site: Path) -> Iterator[str]:
    """A line for each script, style, picture or font that is not part of the site."""
    for file in sorted(site.rglob("*.html")):
        for address in _read(file).loaded:
            if urlsplit(address).netloc:
                yield f"{file.relative_to(site)}: {address}"
    for file in sorted(site.rglob("*.css")):
        for address in CSS_ADDRESS.findall(file.read_text("utf-8")):
            yield f"{file.relative_to(site)}: {address}"


def _read(file: Path) -> _Page:
    page = _Page()
    page.feed(file.read_text("utf-8"))
    return page


def _reason(link: str, file: Path, pages: dict[Path, _Page]) -> str:
    """Why a link leads nowhere; empty where it leads somewhere or out of the site."""
    address = urlsplit(link)
    if address.scheme or address.netloc:
        return ""
    target = (file.parent / unquote(address.path)).resolve() if address.path else file
    if not target.is_file():
        return "no such file"
    if target in pages and unquote(address.fragment) not in pages[target].anchors:
        return "no such anchor"
    return ""
