"""The screen of one career role: level, experience, pay, certifications, next roles, codes."""

from collections.abc import Iterable
from typing import Any

from certadvisor.catalog.records import Catalog
from certadvisor.views.blocks import Block, Fragment, Heading, Item, Screen, Title, facts, styled
from certadvisor.views.reports import ShowReport
from certadvisor.views.sections import lists
from certadvisor.views.words import phrases
from certadvisor.views.words.roles import experience_text, pay_texts

RawRecord = dict[str, Any]


def screen(report: ShowReport, record: RawRecord) -> Screen:
    """The whole record, except for the footer."""
    catalog = report.context.catalog
    return (
        Title(styled(record["title"]), record["id"]),
        facts(
            ("Level", phrases.LEVEL_NAMES[record["level"]]),
            ("The article", "names it" if record.get("in_article") else ""),
            ("Gives experience in", _kinds(record["kinds"], catalog)),
            ("", record.get("kinds_basis", "")),
            ("Asked before", experience_text(record.get("experience"), catalog)),
            ("Degree", _degree(record.get("degree"))),
            ("Also called", ", ".join(record.get("aliases", ()))),
            ("Skills", _skills(record.get("skills", ()), catalog)),
            ("Confidence", record["confidence"]),
        ),
        *lists.list_section("Pay a year", pay_texts(record)),
        *_certifications(record, catalog),
        *lists.list_section("Answers for", _responsibilities(record, catalog)),
        *lists.list_section("Next roles", _next(record, catalog)),
        *_codes(record.get("codes", {})),
        *lists.list_section("Notes", record.get("notes", ())),
        *lists.list_section("Sources", lists.source_lines(record.get("sources", {}))),
    )


def _kinds(kinds: Iterable[str], catalog: Catalog) -> str:
    return (
        phrases.join_names(phrases.kind_name(kind, catalog) for kind in kinds)
        or "no kind asked anywhere"
    )


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
    basis = f"{phrases.sentence(certifications['basis'])} {confidence}"
    blocks: list[Block] = [
        Heading("Certifications"),
        *_certification_items(certifications, catalog),
    ]
    blocks.append(Item(styled(Fragment(basis, "dim"))))
    for local in record.get("local", ()):
        blocks.append(
            Item(styled(Fragment(f"In {phrases.join_names(local['countries'])}:", "strong")))
        )
        blocks += _certification_items(local, catalog, indent=2)
        blocks.append(Item(styled(Fragment(phrases.sentence(local["basis"]), "dim")), indent=2))
    return tuple(blocks)


def _certification_items(
    certifications: RawRecord, catalog: Catalog, indent: int = 0
) -> Iterable[Block]:
    for key, title in (("preferred", "Preferred"), ("helpful", "Helpful")):
        names = [phrases.certification_name(id, catalog) for id in certifications.get(key, ())]
        if names:
            yield Item(styled(Fragment(f"{title}: ", "strong"), ", ".join(names)), indent=indent)


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
