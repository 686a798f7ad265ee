"""The screen of one career role: level, experience, pay, certifications, next roles, codes."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from certadvisor.catalog.records import Catalog
from certadvisor.views.blocks import Block, Fragment, Heading, Item, Screen, Title, facts, styled
from certadvisor.views.reports import ShowReport
from certadvisor.views.sections import lists
from certadvisor.views.words import phrases
from certadvisor.views.words.roles import basis_text, experience_text, pay_texts

RawRecord = dict[str, Any]


def screen(report: ShowReport, record: RawRecord) -> Screen:
    """The whole record, except for the footer."""
    catalog = report.context.catalog
    return (
        Title(styled(record["title"]), record["id"]),
        facts(
            ("Level", phrases.LEVEL_NAMES[record["level"]]),
            ("Sprintzeal's guide (2024)", "named" if record.get("in_article") else ""),
            ("Gives experience in", _kinds(record["kinds"], catalog)),
            ("", record.get("kinds_basis", "")),
            ("Experience needed", experience_text(record.get("experience"), catalog)),
            ("Degree", _degree(record.get("degree"))),
            ("Also called", ", ".join(record.get("aliases", ()))),
            ("Skills", _skills(record.get("skills", ()), catalog)),
            ("Confidence", record["confidence"]),
        ),
        *lists.list_section("Pay a year", pay_texts(record)),
        *_certifications(record, catalog),
        *lists.list_section("Responsible for", _responsibilities(record, catalog)),
        *lists.list_section("Next roles", _next(record, catalog)),
        *_codes(record.get("codes", {})),
        *lists.list_section("Notes", record.get("notes", ())),
        *lists.list_section("Sources", lists.source_lines(record.get("sources", {}))),
    )


def _kinds(kinds: Iterable[str], catalog: Catalog) -> str:
    return phrases.join_names(phrases.kind_name(kind, catalog) for kind in kinds) or "none"


def _skills(ids: Iterable[str], catalog: Catalog) -> str:
    return ", ".join(phrases.skill_name(id, catalog) for id in ids)


def _degree(degree: RawRecord | None) -> str:
    if degree is None:
        return phrases.NOT_KNOWN
    note = f" ({degree['note']})" if "note" in degree else ""
    return f"{phrases.DEGREE_NAMES[degree['level']]}{note}"


def _certifications(record: RawRecord, catalog: Catalog) -> tuple[Block, ...]:
    """The certifications that employers prefer, in general and in particular countries."""
    certifications = record.get("certifications")
    if certifications is None:
        return ()
    country = f" ({certifications['country']})" if "country" in certifications else ""
    confidence = f"Confidence {certifications['confidence']}{country}."
    blocks: list[Block] = [
        Heading("Certifications"),
        *_certification_items(certifications, catalog),
        *_basis(certifications, confidence),
    ]
    for local in record.get("local", ()):
        blocks.append(
            Item(styled(Fragment(f"In {phrases.join_names(local['countries'])}:", "strong")))
        )
        blocks += _certification_items(local, catalog, indent=2)
        blocks += _basis(local, "", indent=2)
    return tuple(blocks)


def _basis(lists: RawRecord, confidence: str, indent: int = 0) -> Iterable[Block]:
    """What the certifications without a basis of their own rest on."""
    entries = (*lists.get("preferred", ()), *lists.get("helpful", ()))
    has_bare_ids = any(isinstance(one, str) for one in entries)
    basis = phrases.sentence(basis_text(lists)) if has_bare_ids else ""
    if basis or confidence:
        text = " ".join(part for part in (basis, confidence) if part)
        yield Item(styled(Fragment(text, "dim")), indent=indent)


def _certification_items(lists: RawRecord, catalog: Catalog, indent: int = 0) -> Iterable[Block]:
    """A line for each certification with a basis of its own; the others share theirs."""
    for key, title in (("preferred", "Preferred"), ("helpful", "Helpful")):
        mark = Fragment(f"{title}: ", "strong")
        for is_bare, entries in groupby(lists.get(key, ()), lambda one: isinstance(one, str)):
            if is_bare:
                names = ", ".join(phrases.certification_name(id, catalog) for id in entries)
                yield Item(styled(mark, names), indent=indent)
                continue
            for one in entries:
                name = phrases.certification_name(one["id"], catalog)
                basis = Fragment(f", {basis_text(one)}", "dim")
                yield Item(styled(mark, name, basis), indent=indent)


def _responsibilities(record: RawRecord, catalog: Catalog) -> Iterable[str]:
    responsibilities = catalog.raw_records("responsibilities")
    return (
        responsibilities[id]["text"] if id in responsibilities else id
        for id in record.get("responsibilities", ())
    )


def _next(record: RawRecord, catalog: Catalog) -> Iterable[str]:
    for next_role in record.get("next_roles", ()):
        note = f": {next_role['note']}" if "note" in next_role else ""
        yield f"{phrases.role_title(next_role['id'], catalog)} ({next_role['id']}){note}"


def _codes(codes: RawRecord) -> tuple[Block, ...]:
    sfia = (f"{code['skill']} (levels {code['levels']})" for code in codes.get("sfia", ()))
    known_codes = facts(
        ("O*NET-SOC", ", ".join(codes.get("onet_soc", ()))),
        ("ISCO-08", codes.get("isco_08", "")),
        ("ESCO", " ".join(codes[key] for key in ("esco", "esco_uri") if key in codes)),
        ("SFIA", ", ".join(sfia)),
        ("", codes.get("note", "")),
    )
    return (Heading("Codes"), known_codes) if known_codes.rows else ()
