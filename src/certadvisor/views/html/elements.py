"""HTML and SVG elements, built as a tree so that no value is ever read as markup."""

from xml.etree.ElementTree import Element, SubElement, tostring

from certadvisor.errors import escape_control_chars

SVG = "http://www.w3.org/2000/svg"  # a namespace name; nothing is fetched from it
_INLINE = ("tspan", "th", "td")  # all others end their line, so that diffs stay readable


def element(tag: str, text: str = "", **attributes: str | float) -> Element:
    """An element; an underscore in an attribute name becomes a hyphen, a trailing one is dropped.

    >>> tostring(element("text", "a < b", class_="name", stroke_width=2))
    b'<text class="name" stroke-width="2">a &lt; b</text>'
    """
    node = Element(tag, _attributes(attributes))
    node.text = escape_control_chars(text) or None
    return node


def sub_element(parent: Element, tag: str, text: str = "", **attributes: str | float) -> Element:
    """Like `element`, appended to a parent."""
    node = SubElement(parent, tag, _attributes(attributes))
    node.text = escape_control_chars(text) or None
    node.tail = None if tag in _INLINE else "\n"
    return node


def style(css: str) -> Element:
    """A style element; never pass it values from a catalogue or profile, it is not escaped."""
    element = Element("style")
    element.text = css
    element.tail = "\n"
    return element


def as_xml(root: Element) -> str:
    """The tree as an XML document."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def as_html(root: Element) -> str:
    """The tree as an HTML page, which may contain SVG."""
    return f"<!doctype html>\n{tostring(root, encoding='unicode', method='html')}\n"


def _attributes(attributes: dict[str, str | float]) -> dict[str, str]:
    return {
        name.rstrip("_").replace("_", "-"): escape_control_chars(value)
        if isinstance(value, str)
        else _figure(value)
        for name, value in attributes.items()
    }


def _figure(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
