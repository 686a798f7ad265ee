"""The skeleton of every HTML page: head, styles, header, footer, tables; no external resources."""

from collections.abc import Collection, Iterable, Sequence
from xml.etree.ElementTree import Element

from certadvisor.views.html.elements import as_html, element, style, sub_element
from certadvisor.views.html.palette import FONT, variables
from certadvisor.views.reports import AnswerContext
from certadvisor.views.sections.lists import footer_text

_STYLE = f"""
*{{box-sizing:border-box}}
html{{color-scheme:light dark;background:var(--paper);color:var(--ink)}}
body{{margin:0;font:15px/1.5 {FONT}}}
.skip{{position:absolute;left:-200vw}}
.skip:focus{{left:1rem;top:1rem;padding:.5rem .8rem;background:var(--card);color:var(--ink)}}
header,main,footer{{max-width:2200px;margin:0 auto;padding:0 clamp(1rem,2.2vw,2.5rem)}}
header{{padding-top:clamp(1.2rem,2.4vw,2.2rem)}}
h1{{margin:0;font-size:clamp(1.6rem,2.2vw,2.1rem);line-height:1.2;letter-spacing:-.02em}}
h2{{margin:1.6rem 0 .5rem;font-size:1.05rem}}
.lead{{margin:.35rem 0 1rem;color:var(--soft)}}
footer{{padding-top:1.2rem;padding-bottom:2rem;color:var(--soft);font-size:.85rem}}
figure{{margin:0}}
details{{margin-top:1.4rem}}
summary{{cursor:pointer;font-weight:600}}
.wide{{overflow-x:auto}}
table{{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}}
th,td{{padding:.35rem .9rem .35rem 0;text-align:left;vertical-align:top}}
th,td{{border-bottom:1px solid var(--line)}}
th{{color:var(--soft);font-weight:600}}
:focus-visible{{outline:3px solid var(--accent);outline-offset:2px}}
@media print{{
html{{background:none}}
header,main,footer{{max-width:none;padding:0}}
h1{{font-size:18pt}}
body{{font-size:10pt}}
.lead{{margin:0 0 2mm}}
.skip,details:not([open]){{display:none}}
figure{{break-inside:avoid}}
footer{{padding:1mm 0 0}}
footer p{{margin:0}}
}}
"""


_RIGHT = {"class_": "number"}


def html_page(
    title: str, lead: str, content: Iterable[Element], frame: AnswerContext, css: str = ""
) -> str:
    """A whole page around its content.

    `css` holds the page's own styles, appended to those of all pages.
    """
    root = element("html", lang="en")
    head = sub_element(root, "head")
    sub_element(head, "meta", charset="utf-8")
    sub_element(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    sub_element(head, "meta", name="color-scheme", content="light dark")
    sub_element(head, "meta", name="referrer", content="no-referrer")
    policy = element("meta", content="default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    policy.set("http-equiv", "Content-Security-Policy")
    head.append(policy)
    sub_element(head, "title", title)
    sub_element(head, "link", rel="icon", href="data:,")
    head.append(style(variables(":root") + _STYLE + css))
    body = sub_element(root, "body")
    header = sub_element(body, "header")
    sub_element(header, "h1", title)
    sub_element(header, "p", lead, class_="lead")
    sub_element(body, "main", id="content").extend(list(content))
    sub_element(sub_element(body, "footer"), "p", footer_text(frame))
    return as_html(root)


def skip_link(text: str, past: str) -> Element:
    """A skip link past a long section for keyboard users; visible only when focused."""
    return element("a", text, class_="skip", href=f"#{past}")


def collapsed_section(summary: str, content: Iterable[Element], **attributes: str) -> Element:
    """A section that is collapsed until the reader opens it."""
    part = element("details", **attributes)
    sub_element(part, "summary", summary)
    part.extend(list(content))
    return part


def table_section(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Element:
    """A table under a heading; the first cell of each row is its header."""
    part = element("section")
    sub_element(part, "h2", title)
    part.append(plain_table(title, columns, rows))
    return part


def plain_table(
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    numbers: Collection[int] = (),
) -> Element:
    """A table without a heading; the columns at the indices `numbers` are right-aligned."""
    wrapper = element("div", class_="wide")
    wrapper.tail = "\n"
    table_element = sub_element(wrapper, "table", aria_label=title)
    head = sub_element(sub_element(table_element, "thead"), "tr")
    for at, column in enumerate(columns):
        sub_element(head, "th", column, scope="col", **(_RIGHT if at in numbers else {}))
    body = sub_element(table_element, "tbody")
    for row in rows:
        table_row = sub_element(body, "tr")
        for at, cell in enumerate(row):
            if at:
                sub_element(table_row, "td", cell, **(_RIGHT if at in numbers else {}))
            else:
                sub_element(table_row, "th", cell, scope="row")
    return wrapper
