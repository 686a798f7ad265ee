"""Redaction of rows, to be shown and not judged: nothing left identifies a person but the id."""

import re
from collections.abc import Container
from typing import NamedTuple

from certadvisor.errors import Fault
from certadvisor.people.person import People, Person, Reject, SourceColumn
from certadvisor.people.preview import PeopleCheck
from certadvisor.people.row import ENVELOPE
from certadvisor.profile.model import Credential
from certadvisor.profile.reader import KEYS

_REDACTED = "…"
_PUBLIC_KEYS = frozenset(("", *ENVELOPE, *(key for keys in KEYS.values() for key in keys)))
_OWN_LABELS = frozenset(("the profile", "constants", "the folder's name"))
_TABLE_PREFIX = re.compile(r".* line [0-9]+, ")  # before the header, in faults about a joined table
_VALUE = re.compile("`.*`", re.DOTALL)  # greedy: the value may contain backticks itself


class Pseudonyms(dict[str, str]):
    """Pseudonyms in the order in which texts are looked up: title-1, title-2."""

    def __init__(self, stem: str) -> None:
        super().__init__()
        self._stem = stem

    def __missing__(self, text: str) -> str:
        self[text] = pseudonym = f"{self._stem}-{len(self) + 1}"
        return pseudonym


class Redactor(NamedTuple):
    """The pseudonyms of one answer: the same title has the same one in all rows.

    `certifications` are the ids of the catalogue and `headers` those of the table; neither
    identifies a person, so both are shown.
    """

    titles: Pseudonyms
    unknown_certifications: Pseudonyms
    certifications: Container[str]
    headers: Container[str]

    def redact_fault(self, fault: Fault) -> Fault:
        """A fault without its value. The place stays if it contains only known names."""
        return redact_fault(fault, self)


def make_redactor(certifications: Container[str], columns: tuple[SourceColumn, ...]) -> Redactor:
    """A redactor without pseudonyms yet, for a table with these columns."""
    headers = frozenset(column.header for column in columns)
    return Redactor(Pseudonyms("title"), Pseudonyms("certification"), certifications, headers)


def redact_row(row: Person | Reject, redactor: Redactor) -> Person | Reject:
    """A row without its name, titles, reasons of breaks and invalid values.

    Id, line, role, level, country, tags and dates stay: an answer is about them. A certification
    that the catalogue does not know is free text, so it gets a pseudonym too.
    """
    return redact_reject(row, redactor) if isinstance(row, Reject) else redact_person(row, redactor)


def redact_reject(row: Reject, redactor: Redactor) -> Reject:
    """Like `redact_row`, for a reject."""
    return row._replace(faults=tuple(redact_fault(fault, redactor) for fault in row.faults))


def redact_rejects(people: People, certifications: Container[str]) -> People:
    """A table with redacted rejects. Its people stay unchanged, for they are to be judged."""
    redactor = make_redactor(certifications, people.columns)
    rows = (redact_reject(row, redactor) if isinstance(row, Reject) else row for row in people.rows)
    return people._replace(rows=rows)


def redact_person(person: Person, redactor: Redactor) -> Person:
    """Like `redact_row`, for a person."""
    title = person.title and redactor.titles[person.title]
    profile = person.profile
    work, credentials, breaks = profile.work, profile.certifications, profile.breaks
    redacted_profile = profile._replace(
        work=work
        and tuple(job._replace(title=job.title and redactor.titles[job.title]) for job in work),
        certifications=credentials
        and tuple(_redact_credential(credential, redactor) for credential in credentials),
        breaks=breaks and tuple(career_break._replace(reason=None) for career_break in breaks),
    )
    return person._replace(
        name=None,
        title=title,
        warnings=tuple(redact_fault(fault, redactor) for fault in person.warnings),
        profile=redacted_profile,
    )


def _redact_credential(credential: Credential, redactor: Redactor) -> Credential:
    return (
        credential
        if credential.id in redactor.certifications
        else credential._replace(id=redactor.unknown_certifications[credential.id])
    )


def redact_fault(fault: Fault, redactor: Redactor) -> Fault:
    """A fault without its value. The path or header stays if it contains only known names."""
    problem = _VALUE.sub(f"`{_REDACTED}`", fault.problem)
    place = fault.place if _is_public(fault.place, redactor.headers) else _REDACTED
    return fault._replace(problem=problem, place=place)


def redact_check(check: PeopleCheck, redactor: Redactor) -> PeopleCheck:
    """The preview of a table with redacted rows."""
    return check._replace(
        first=tuple(
            preview._replace(person=redact_person(preview.person, redactor))
            for preview in check.first
        ),
        rejects=tuple(redact_reject(reject, redactor) for reject in check.rejects),
    )


def _is_public(place: str, headers: Container[str]) -> bool:
    if any(
        name in headers or name in _OWN_LABELS
        for name in (place, _TABLE_PREFIX.sub("", place, count=1))
    ):
        return True
    return all(word.isdecimal() or word in _PUBLIC_KEYS for word in re.split(r"[\[\].]", place))
