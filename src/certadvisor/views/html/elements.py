"""Elements of pages and pictures: built as a tree, so that no value is ever read as markup."""

from xml.etree.ElementTree import Element, SubElement, tostring

from certadvisor.errors import printable

SVG = "http://www.w3.org/2000/svg"  # a name, never an address that is called
_INLINE = ("tspan", "th", "td")  # all others end their line, so that a difference can be read


def made(tag: str, text: str = "", **attributes: str | float) -> Element:
    """An element; an underscore in an attribute's name stands for a hyphen, a last one for none.

    >>> tostring(made("text", "a < b", class_="name", stroke_width=2))
    b'<text class="name" stroke-width="2">a &lt; b</text>'
    """
    element = Element(tag, _attributes(attributes))
    element.text = printable(text) or None
    return element


def added(parent: Element, tag: str, text: str = "", **attributes: str | float) -> Element:
    """As `made`, at the end of a parent."""
    element = SubElement(parent, tag, _attributes(attributes))
    element.text = printable(text) or None
    element.tail = None if tag in _INLINE else "\n"
    return element


def style(css: str) -> Element:
    """A style of our own; values of a catalogue or profile have no place in one."""
    element = Element("style")
    element.text = css
    element.tail = "\n"
    return element


def as_xml(root: Element) -> str:
    """A document of its own."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def as_html(root: Element) -> str:
    """A page; it may hold pictures."""
    return f"<!doctype html>\n{tostring(root, encoding='unicode', method='html')}\n"


def _attributes(given: dict[str, str | float]) -> dict[str, str]:
    return {
        name.rstrip("_").replace("_", "-"): printable(value)
        if isinstance(value, str)
        else _figure(value)
        for name, value in given.items()
    }


def _figure(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
