"""What the name of a column means, by the words in `data/columns.yaml`."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, NamedTuple

from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.loader import shipped_data_folder
from certadvisor.catalog.tokenizer import fold_text

_CAMEL_CASE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+|[✓✔☑✅●•○◯✗✘❌\u00d7]")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "#": " no "})
_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TOO_SHORT = frozenset(
    "number no nr code ref identifier file exam service entry award pass".split()  # noqa: SIM905
) | {""}
_MAX_LENGTH = 120  # characters of a name that are compared
_ANYWHERE = "certifications"  # the section whose names are found inside longer ones


class ColumnFact(NamedTuple):
    """A fact that a column's name says that it holds: a section of the data, and a field."""

    section: str
    field: str


class ColumnWords(NamedTuple):
    """The words of `data/columns.yaml`, each name as `fold_name` leaves it."""

    facts: dict[str, ColumnFact]
    bare_facts: dict[str, ColumnFact]  # by the name without noise
    glued_facts: dict[str, ColumnFact]  # by the name without spaces: "completiondate"
    identifiers: tuple[frozenset[str], ...]
    given_names: frozenset[str]
    family_names: frozenset[str]
    groups: frozenset[str]
    statuses: frozenset[str]
    noise: frozenset[str]
    others: frozenset[str]
    held: frozenset[str]
    not_held: frozenset[str]


@lru_cache(maxsize=10_000)
def fold_name(name: str) -> str:
    """A name as it is compared: words in lower case, without accents and marks.

    >>> fold_name("jobTitle"), fold_name("Gültig bis:"), fold_name("EMPLOYEE_NO.")
    ('job title', 'gultig bis', 'employee no')
    """
    spaced = _CAMEL_CASE.sub(" ", name[:_MAX_LENGTH])
    return " ".join(_WORD.findall(fold_text(spaced).translate(_LETTERS)))


@cache
def column_words() -> ColumnWords:
    """The words, read once."""
    data: dict[str, Any] = read_file(shipped_data_folder() / "columns.yaml").data
    facts = {
        name: ColumnFact(section, field)
        for section, fields in reversed(data["facts"].items())
        for field, lines in reversed(fields.items())
        for name in _names(lines)
    }
    noise = _names(data["noise"])
    return ColumnWords(
        facts,
        _bare_facts(facts, noise),
        {name.replace(" ", ""): fact for name, fact in facts.items()},
        tuple(frozenset(_names([line])) for line in data["identifiers"]),
        _names(data["given_names"]),
        _names(data["family_names"]),
        _names(data["groups"]),
        _names(data["statuses"]),
        noise,
        _names(data["others"]),
        _names(data["marks"]["held"]),
        _names(data["marks"]["not_held"]),
    )


def find_fact(header: str) -> ColumnFact | None:
    """The fact that a column of this name holds; None where it holds none of ours.

    >>> find_fact("Certificate Expiry"), find_fact("Manager's job title")
    (ColumnFact(section='certifications', field='expires'), None)
    """
    words = column_words()
    name = fold_name(header)
    if name in words.facts:
        return words.facts[name]
    if not name or is_of_other_things(name):
        return None
    glued = name.replace(" ", "")
    if glued in words.glued_facts:
        return words.glued_facts[glued]
    bare = _without(name, words.noise)
    if bare in words.bare_facts:
        return words.bare_facts[bare]
    inside = [fact for phrase, fact in words.facts.items() if _is_inside(phrase, fact, name)]
    return inside[0] if inside else None


def find_part(header: str, section: str) -> tuple[ColumnFact, str] | None:
    """The fact of a section at the end of a name, and what stands before it: "PMP expiry date"."""
    words = fold_name(header).split()
    for at in range(1, len(words)):
        fact = column_words().facts.get(" ".join(words[at:]))
        if fact and fact.section == section:
            return fact, " ".join(words[:at])
    return None


def is_of_other_things(name: str) -> bool:
    """Whether a folded name is about another person, or about another thing with a like name."""
    return any(_contains(name, other) for other in column_words().others)


def _is_inside(phrase: str, fact: ColumnFact, name: str) -> bool:
    if fact.section != _ANYWHERE and " " not in phrase and not _EASTERN.search(phrase):
        return False
    return _contains(name, phrase)


def _contains(name: str, phrase: str) -> bool:
    return f" {phrase} " in f" {name} " or (bool(_EASTERN.search(phrase)) and phrase in name)


def _without(name: str, noise: frozenset[str]) -> str:
    return " ".join(word for word in name.split() if word not in noise and not word.isdigit())


def _bare_facts(facts: dict[str, ColumnFact], noise: frozenset[str]) -> dict[str, ColumnFact]:
    """The facts by their names without noise, where enough of a name is left."""
    bare = {_without(name, noise): fact for name, fact in facts.items()}
    return {name: fact for name, fact in bare.items() if name not in _TOO_SHORT}


def _names(lines: Iterable[str]) -> frozenset[str]:
    names = (fold_name(name) for line in lines for name in str(line).split(","))
    return frozenset(name for name in names if name)
