"""The screen of one career role: level, experience, pay, certifications, next roles, codes."""

from collections.abc import Iterable
from typing import Any

from certadvisor.catalog.records import Catalog
from certadvisor.views.blocks import Block, Heading, Item, Screen, Span, Title, facts, words
from certadvisor.views.reports import ShowReport
from certadvisor.views.screens import parts
from certadvisor.views.screens.roles import pay_lines
from certadvisor.views.words import phrases

Page = dict[str, Any]


def build(report: ShowReport, page: Page) -> Screen:
    """The whole record, except for the footer."""
    catalog = report.frame.catalog
    return (
        Title(words(page["title"]), page["id"]),
        facts(
            ("Level", phrases.LEVEL_NAMES[page["level"]]),
            ("The article", "names it" if page.get("in_article") else ""),
            ("Gives experience in", _kinds(page["kinds"], catalog)),
            ("", page.get("kinds_basis", "")),
            ("Asked before", experience(page.get("experience"), catalog)),
            ("Degree", _degree(page.get("degree"))),
            ("Also called", ", ".join(page.get("aliases", ()))),
            ("Skills", _skills(page.get("skills", ()), catalog)),
            ("Confidence", page["confidence"]),
        ),
        *parts.listed("Pay a year", pay_lines(page)),
        *_wanted(page, catalog),
        *parts.listed("Answers for", _responsibilities(page, catalog)),
        *parts.listed("Next roles", _next(page, catalog)),
        *_codes(page.get("codes", {})),
        *parts.listed("Notes", page.get("notes", ())),
        *parts.listed("Sources", parts.source_lines(page.get("sources", {}))),
    )


def _kinds(kinds: Iterable[str], catalog: Catalog) -> str:
    return (
        phrases.several(phrases.kind_name(kind, catalog) for kind in kinds)
        or "no kind asked anywhere"
    )


def _skills(ids: Iterable[str], catalog: Catalog) -> str:
    return ", ".join(phrases.skill_name(id, catalog) for id in ids)


def experience(asked: Page | None, catalog: Catalog) -> str:
    """The months of experience that a role requires, as a range."""
    if asked is None:
        return phrases.NOT_KNOWN
    low, high = asked.get("low"), asked.get("high")
    kind = f" of {phrases.kind_name(asked['kind'], catalog)}" if "kind" in asked else ""
    note = f" ({asked['note']})" if "note" in asked else ""
    if low is None and high is None:
        return f"some time{kind}{note}"
    if low is None or high is None:
        bound = (
            f"from {phrases.amount(low, 'month')}"
            if low
            else f"up to {phrases.amount(high or 0, 'month')}"
        )
        return f"{bound}{kind}{note}"
    months = phrases.amount(low, "month") if low == high else f"{low} to {high} months"
    return f"{months}{kind}{note}"


def _degree(degree: Page | None) -> str:
    if degree is None:
        return phrases.NOT_KNOWN
    note = f" ({degree['note']})" if "note" in degree else ""
    return f"{phrases.DEGREE_NAMES[degree['level']]}{note}"


def _wanted(page: Page, catalog: Catalog) -> tuple[Block, ...]:
    """The certifications that employers prefer, in general and in particular countries."""
    wanted = page.get("certifications")
    if wanted is None:
        return ()
    place = f" ({wanted['country']})" if "country" in wanted else ""
    basis = f"{phrases.sentence(wanted['basis'])} Confidence {wanted['confidence']}{place}."
    blocks: list[Block] = [Heading("Certifications"), *_asked(wanted, catalog)]
    blocks.append(Item(words(Span(basis, "dim"))))
    for local in page.get("local", ()):
        blocks.append(Item(words(Span(f"In {phrases.several(local['countries'])}:", "strong"))))
        blocks += _asked(local, catalog, indent=2)
        blocks.append(Item(words(Span(phrases.sentence(local["basis"]), "dim")), indent=2))
    return tuple(blocks)


def _asked(wanted: Page, catalog: Catalog, indent: int = 0) -> Iterable[Block]:
    for key, title in (("preferred", "Preferred"), ("helpful", "Helpful")):
        names = [phrases.certification_name(id, catalog) for id in wanted.get(key, ())]
        if names:
            yield Item(words(Span(f"{title}: ", "strong"), ", ".join(names)), indent=indent)


def _responsibilities(page: Page, catalog: Catalog) -> Iterable[str]:
    known = catalog.pages("responsibilities")
    return (known[id]["text"] if id in known else id for id in page.get("responsibilities", ()))


def _next(page: Page, catalog: Catalog) -> Iterable[str]:
    for following in page.get("next_roles", ()):
        note = f": {following['note']}" if "note" in following else ""
        yield f"{phrases.role_title(following['id'], catalog)} ({following['id']}){note}"


def _codes(codes: Page) -> tuple[Block, ...]:
    sfia = (f"{code['skill']} (levels {code['levels']})" for code in codes.get("sfia", ()))
    told = facts(
        ("O*NET-SOC", ", ".join(codes.get("onet_soc", ()))),
        ("ISCO-08", codes.get("isco_08", "")),
        ("ESCO", " ".join(codes[key] for key in ("esco", "esco_uri") if key in codes)),
        ("SFIA", ", ".join(sfia)),
        ("", codes.get("note", "")),
    )
    return (Heading("Codes"), told) if told.rows else ()
