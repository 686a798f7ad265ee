"""Redaction of rows, to be shown and not judged: nothing left identifies a person but the id."""

import re
from collections.abc import Container
from typing import NamedTuple

from certadvisor.errors import Fault
from certadvisor.people.person import Column, People, Person, Reject
from certadvisor.people.preview import PeopleCheck
from certadvisor.people.row import ENVELOPE
from certadvisor.profile.model import Credential
from certadvisor.profile.reader import KEYS

_GONE = "…"
_KNOWN = frozenset(("", *ENVELOPE, *(key for keys in KEYS.values() for key in keys)))
_OURS = frozenset(("the profile", "constants", "the folder's name"))
_TABLE = re.compile(r".* line [0-9]+, ")  # before the header, in faults about a joined table
_VALUE = re.compile("`.*`", re.DOTALL)  # greedy: the value may contain backticks itself


class Words(dict[str, str]):
    """Pseudonyms in the order in which texts are looked up: title-1, title-2."""

    def __init__(self, stem: str) -> None:
        super().__init__()
        self._stem = stem

    def __missing__(self, text: str) -> str:
        self[text] = word = f"{self._stem}-{len(self) + 1}"
        return word


class Redaction(NamedTuple):
    """The pseudonyms of one answer: the same title has the same one in all rows.

    `certifications` are the ids of the catalogue and `headers` those of the table; neither
    identifies a person, so both are shown.
    """

    titles: Words
    others: Words
    certifications: Container[str]
    headers: Container[str]


def redaction(certifications: Container[str], columns: tuple[Column, ...]) -> Redaction:
    """A redactor without pseudonyms yet, for a table with these columns."""
    headers = frozenset(one.header for one in columns)
    return Redaction(Words("title"), Words("certification"), certifications, headers)


def redacted(row: Person | Reject, by: Redaction) -> Person | Reject:
    """A row without its name, titles, reasons of breaks and invalid values.

    Id, line, role, level, country, tags and dates stay: an answer is about them. A certification
    that the catalogue does not know is free text, so it gets a pseudonym too.
    """
    return redacted_reject(row, by) if isinstance(row, Reject) else redacted_person(row, by)


def redacted_reject(row: Reject, by: Redaction) -> Reject:
    """Like `redact_row`, for a reject."""
    return row._replace(faults=tuple(without_value(fault, by) for fault in row.faults))


def redacted_rejects(people: People, certifications: Container[str]) -> People:
    """A table with redacted rejects. Its people stay unchanged, for they are to be judged."""
    by = redaction(certifications, people.columns)
    rows = (redacted_reject(row, by) if isinstance(row, Reject) else row for row in people.rows)
    return people._replace(rows=rows)


def redacted_person(person: Person, by: Redaction) -> Person:
    """Like `redact_row`, for a person."""
    title = person.title and by.titles[person.title]
    profile = person.profile
    work, held, breaks = profile.work, profile.certifications, profile.breaks
    kept = profile._replace(
        work=work and tuple(job._replace(title=job.title and by.titles[job.title]) for job in work),
        certifications=held and tuple(_certification(one, by) for one in held),
        breaks=breaks and tuple(one._replace(reason=None) for one in breaks),
    )
    return person._replace(
        name=None,
        title=title,
        warnings=tuple(without_value(fault, by) for fault in person.warnings),
        profile=kept,
    )


def _certification(one: Credential, by: Redaction) -> Credential:
    return one if one.id in by.certifications else one._replace(id=by.others[one.id])


def without_value(fault: Fault, by: Redaction) -> Fault:
    """A fault without its value. The path or header stays if it contains only known names."""
    problem = _VALUE.sub(f"`{_GONE}`", fault.problem)
    place = fault.place if _may_be_told(fault.place, by.headers) else _GONE
    return fault._replace(problem=problem, place=place)


def redacted_check(check: PeopleCheck, by: Redaction) -> PeopleCheck:
    """The preview of a table with redacted rows."""
    return check._replace(
        first=tuple(one._replace(person=redacted_person(one.person, by)) for one in check.first),
        rejects=tuple(redacted_reject(one, by) for one in check.rejects),
    )


def _may_be_told(place: str, headers: Container[str]) -> bool:
    if any(told in headers or told in _OURS for told in (place, _TABLE.sub("", place, count=1))):
        return True
    return all(word.isdecimal() or word in _KNOWN for word in re.split(r"[\[\].]", place))
