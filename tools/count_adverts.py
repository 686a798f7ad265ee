"""Counts the certifications that job adverts name: the figures behind data/demand.yaml.

Reads CSV, JSON and JSON Lines files of whole adverts, or Markdown files of one advert each,
and writes YAML: how many adverts there are, how many have a project-management title, how
many of those name no certification at all, and for each certification in how many it is
required, preferred, or named without either word. An advert that stands in several files,
or was posted again with the same beginning, counts once; one cut short counts never.

Only the counts and the address of the source go into the data, never an advert.

    python tools/count_adverts.py --where 'location=United States|USA' adverts/*.csv
"""

import argparse
import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

Advert = tuple[str, str]  # title, text

PROJECT_TITLE = re.compile(
    r"\b(project|program(me)?|projekt|delivery|implementation|release train|pmo|scrum|agile)\b"
    r".*\b(manager|lead(er)?|director|head|coordinator|master|coach|officer|administrator"
    r"|assistant|leiter(in)?|engineer|consultant)\b"
    r"|\bprojekt(manager|leiter|leitung|koordinator)|\bproduct owner\b|\bscrum ?master\b",
    re.IGNORECASE,
)
# A product manager's "project" or a software engineer's "delivery" is another job.
OTHER_TITLE = re.compile(
    r"\b(software|data|sales|account|marketing|front.?end|back.?end|devops|full.?stack)\b"
    r".*\b(engineer|developer|scientist|executive)\b",
    re.IGNORECASE,
)
CERTIFICATIONS = {
    "pmp": r"\bPMP\b(?! \()|project management professional",
    "capm": r"\bCAPM\b|certified associate in project management",
    "pgmp": r"\bPgMP\b",
    "pmi-acp": r"\bPMI.?ACP\b",
    "pmi-rmp": r"\bPMI.?RMP\b",
    "prince2": r"\bprince ?(2|ii)\b",
    "ipma": r"\bIPMA\b|\bGPM\b",
    "csm": r"\bCSM\b|certified scrum ?master",
    "psm": r"\bPSM\b|professional scrum master",
    "cspo": r"\bCSPO\b|certified scrum product owner",
    "pspo": r"\bPSPO\b|professional scrum product owner",
    # SAFe alone is the framework: only a certificate or a role's certificate counts.
    "safe-certificate": r"\bSAFe?\b[^.;]{0,25}\bcertif|certif[^.;]{0,25}\bSAFe\b"
    r"|\bSAFe (agilist|SPC|RTE|POPM|SSM)\b",
    "itil": r"\bITIL\b",
    "six-sigma": r"\b(six sigma|green belt|black belt)\b",
    "cbap": r"\bCBAP\b",
    "ccba": r"\bCCBA\b",
    "citpm": r"\bCITPM\b",
    "msp": r"\bmanaging successful program",
    "hermes": r"\bHERMES\b",
    "other": r"\b(cissp|cism|cisa|togaf|aws|azure|prosci|istqb|pmi)\b[^.;]{0,25}\bcertif"
    r"|\b(project management|agile|scrum( master)?|scrum product owner)\b[^.;]{0,20}\bcertif"
    r"|\bcertif(ied|ication)[^.;]{0,20}\b(project|scrum|agile)|zertifi[^.;]{0,40}projekt"
    r"|projekt[^.;]{0,40}zertifi",
}
_CASED = ("safe-certificate", "hermes")  # "safe certified" and the goddess are other things
PATTERNS = {
    id: re.compile(pattern, 0 if id in _CASED else re.IGNORECASE)
    for id, pattern in CERTIFICATIONS.items()
}
PREFERRED = re.compile(
    r"prefer|a plus|desir|nice to have|bonus|advantage|ideal|asset|beneficial|welcome"
    r"|von vorteil|wünschenswert|idealerweise|gern",
    re.IGNORECASE,
)
REQUIRED = re.compile(
    r"\brequire|\bmust\b|mandatory|essential|zwingend|erforderlich|voraussetzung", re.IGNORECASE
)
_BEGINNING = 400  # characters of the text by which, with its title, an advert is known again
_WHOLE = 600  # characters that a whole advert has at least
_NEARBY = 120  # characters before and after a name in which "preferred" or "required" is about it


def read_adverts(
    paths: Iterable[Path], title: str, text: str, where: tuple[str, str]
) -> Iterator[Advert]:
    """The title and the text of every advert in the files whose field fits, as they come."""
    field, pattern = where[0], re.compile(where[1], re.IGNORECASE)
    for path in paths:
        content = path.read_text(encoding="utf-8", errors="replace")
        if path.suffix == ".md":
            heading = re.search(r"^# *(.+)$", content, re.MULTILINE)
            yield heading[1] if heading else "", content
            continue
        if path.suffix == ".csv":
            records: Iterable[dict[str, object]] = csv.DictReader(content.splitlines(keepends=True))
        elif path.suffix == ".jsonl":
            records = map(json.loads, content.splitlines())
        else:
            records = json.loads(content)
        for record in records:
            if not field or pattern.search(str(record.get(field) or "")):
                yield str(record.get(title) or ""), str(record.get(text) or "")


def wording(text: str, match: re.Match[str]) -> str:
    """Whether the words around a name call it preferred or required.

    >>> wording("PMP preferred, not required.", PATTERNS["pmp"].search("PMP preferred"))
    'preferred'
    """
    around = text[max(0, match.start() - _NEARBY) : match.end() + _NEARBY]
    if PREFERRED.search(around):
        return "preferred"
    return "required" if REQUIRED.search(around) else "unstated"


def count_adverts(adverts: Iterable[Advert]) -> str:
    """The counts as YAML."""
    seen: set[str] = set()
    project_adverts = none_named = 0
    named: dict[str, Counter[str]] = {id: Counter() for id in PATTERNS}
    for title, text in adverts:
        key = re.sub(r"\W+", "", f"{title}{text[:_BEGINNING]}").casefold()
        if key in seen or len(text) < _WHOLE:
            continue
        seen.add(key)
        if not PROJECT_TITLE.search(title) or OTHER_TITLE.search(title):
            continue
        project_adverts += 1
        matches = {id: match for id, one in PATTERNS.items() if (match := one.search(text))}
        none_named += not matches
        for id, match in matches.items():
            named[id][wording(text, match)] += 1
    lines = [
        f"adverts: {len(seen)}",
        f"project_adverts: {project_adverts}",
        f"none_named: {none_named}",
        "named:",
    ]
    for id, words in sorted(named.items(), key=lambda item: -item[1].total()):
        if words:
            counts = ", ".join(f"{word}: {count}" for word, count in sorted(words.items()))
            lines.append(f"  {id}: {{total: {words.total()}, {counts}}}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Count the adverts in the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--title", default="title", help="the column or key of the title")
    parser.add_argument("--text", default="description", help="the column or key of the text")
    parser.add_argument("--where", default="=", help="FIELD=PATTERN that an advert's field fits")
    options = parser.parse_args()
    field, _, pattern = options.where.partition("=")
    csv.field_size_limit(sys.maxsize)
    adverts = read_adverts(options.files, options.title, options.text, (field, pattern))
    print(count_adverts(adverts), end="")


if __name__ == "__main__":
    main()
