"""What-if changes to a profile (`+12 months agile`, `holds capm`).

They are applied to a copy of the profile. An amount of work is added as an undated total,
backfilled from the day of the question over months that no dated work of its kind covers. A
name that the catalogue does not know is a fault here, not a warning: such a change could not
affect any answer.
"""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from certadvisor.base.scalars import ValueParseError, quote, text
from certadvisor.base.suggest import did_you_mean
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.profile.amounts import months, training_hours
from certadvisor.profile.matching.degree_names import degree_level
from certadvisor.profile.matching.ids import IdResolver, ResolvedId
from certadvisor.profile.model import Credential, Education, Profile, TrainingRecord, WorkPeriod

OPTION = "--what-if"
_FORMS = "'+12 months project-leading', 'holds capm', 'degree bachelor', 'course csm-course'"
_WORK = r"\+?\s*([0-9][0-9.]*\s*[a-z-]+(?:\s*[0-9][0-9.]*\s*[a-z]+)?)\s+(?:of\s+)?(.+)"
_DEGREE = r"(\S+)(?:\s+accredited\s+(?:by\s+)?(\S+))?(?:\s+in\s+(.+))?"
_TRAINING = r"(.+?)(?:\s+|\s*=\s*)([0-9][0-9.]*\s*(?:h|hours?)?)"
_AMOUNT_PATTERNS = {
    "hour": r"([0-9]{1,6})\s*(?:h|hours?)",
    "person_day": r"([0-9]{1,5})\s*person-?days?",
    "project": r"([0-9]{1,4})\s*projects?",
}


class WhatIfKind(StrEnum):
    """What a change adds to a profile."""

    EXPERIENCE = "experience"
    DEGREE = "degree"
    TRAINING = "training"
    COURSE = "course"
    HOLDS = "holds"
    MEMBERSHIP = "membership"
    CONFIRMED = "confirmed"


class WhatIfChange(NamedTuple):
    """One change to a profile.

    `subject` is the kind of work, level, topic or id; `amount` is in `unit` where there is
    one; `detail` is the accreditation and the field of a degree.
    """

    kind: WhatIfKind
    subject: str
    amount: float | None = None
    unit: str | None = None
    detail: tuple[str | None, str | None] = (None, None)


def read_changes(texts: Iterable[str], catalog: Catalog) -> tuple[WhatIfChange, ...]:
    """Parse changes as typed. Raises InputError with each one that cannot be parsed."""
    reader = _ChangeReader(catalog)
    changes, faults = [], []
    for each in texts:
        try:
            changes.append(reader.change(each))
        except ValueParseError as error:
            faults.append(Fault(OPTION, error.problem, remedy=error.remedy))
    if faults:
        raise InputError(faults)
    return tuple(changes)


def apply_changes(profile: Profile, changes: Iterable[WhatIfChange], catalog: Catalog) -> Profile:
    """Return a profile with the changes made; a list that a change adds to then counts as given."""
    for change in changes:
        profile = _APPLIERS[change.kind](profile, change, catalog)
    return profile


class _ChangeReader:
    """Parses changes, with one method for each word that a change can start with."""

    def __init__(self, catalog: Catalog) -> None:
        self._resolver = IdResolver(catalog)
        self._catalog = catalog
        self._verbs: dict[str, Callable[[str], WhatIfChange]] = {
            "holds": lambda name: WhatIfChange(
                WhatIfKind.HOLDS, _require_known(self._resolver.certification(name))
            ),
            "degree": self._degree,
            "training": self._training,
            "course": lambda name: WhatIfChange(
                WhatIfKind.COURSE, _require_known(self._resolver.course(name))
            ),
            "member": lambda name: WhatIfChange(WhatIfKind.MEMBERSHIP, self._membership(name)),
            "confirmed": lambda name: WhatIfChange(
                WhatIfKind.CONFIRMED, _require_known(self._resolver.declaration(name))
            ),
        }

    def change(self, raw: str) -> WhatIfChange:
        phrase = text(raw)
        if re.match(r"\+?\s*[0-9]", phrase):
            return self._work(phrase)
        verb, _, rest = phrase.partition(" ")
        read = self._verbs.get(verb.casefold())
        if read is None:
            remedy = did_you_mean(verb, self._verbs, f"write one such as {_FORMS}")
            raise ValueParseError(f"{quote(phrase)} is not a change", remedy)
        if not rest.strip():
            raise ValueParseError(
                f"{quote(phrase)} does not say what", f"write one such as {_FORMS}"
            )
        return read(rest.strip())

    def _work(self, phrase: str) -> WhatIfChange:
        match = re.fullmatch(_WORK, phrase, re.IGNORECASE)
        if match is None:
            problem = f"{quote(phrase)} is not a length of work with its kind"
            raise ValueParseError(problem, "write one such as '+12 months project-leading'")
        kind = self._resolver.kind(match[2])
        for unit, pattern in _AMOUNT_PATTERNS.items():
            amount_match = re.fullmatch(pattern, match[1].strip().casefold())
            if amount_match:
                return WhatIfChange(WhatIfKind.EXPERIENCE, kind, float(amount_match[1]), unit)
        amount = months(match[1])
        if not amount:
            raise ValueParseError(f"{quote(phrase)} changes nothing", "write more than 0 months")
        return WhatIfChange(WhatIfKind.EXPERIENCE, kind, amount, "month")

    def _degree(self, phrase: str) -> WhatIfChange:
        match = re.fullmatch(_DEGREE, phrase, re.IGNORECASE)
        level = degree_level(match[1] if match else phrase)
        if match is None:
            remedy = "write one such as 'degree bachelor accredited GAC in engineering'"
            raise ValueParseError(f"{quote(phrase)} is not a degree", remedy)
        return WhatIfChange(WhatIfKind.DEGREE, level, detail=(match[2], match[3]))

    def _training(self, phrase: str) -> WhatIfChange:
        match = re.fullmatch(_TRAINING, phrase, re.IGNORECASE)
        if match is None:
            problem = f"{quote(phrase)} is not a topic with its hours"
            raise ValueParseError(problem, "write one such as 'training project-management 35h'")
        topic = _require_known(self._resolver.topic(match[1]))
        return WhatIfChange(WhatIfKind.TRAINING, topic, training_hours(match[2]), "hour")

    def _membership(self, name: str) -> str:
        return _require_known(self._resolver.membership(name))


def _require_known(resolved: ResolvedId) -> str:
    """Return the id; raise where the catalogue does not know it."""
    if resolved.warning:
        problem = resolved.warning.problem.removesuffix(", so it is ignored")
        raise ValueParseError(problem, resolved.warning.remedy)
    return resolved.id


def _with_work(profile: Profile, change: WhatIfChange, catalog: Catalog) -> Profile:
    amount = change.amount or 0
    entry = WorkPeriod(
        catalog.kinds_of([change.subject]),
        # Not None: an unknown number of months would make the months unbounded.
        months=round(amount) if change.unit == "month" else 0,
        hours=amount if change.unit == "hour" else None,
        person_days=amount if change.unit == "person_day" else None,
        projects=round(amount) if change.unit == "project" else None,
    )
    return profile._replace(work=(*(profile.work or ()), entry))


def _with_degree(profile: Profile, change: WhatIfChange, _: Catalog) -> Profile:
    accreditation, field = change.detail
    entry = Education(change.subject, field, accreditation)
    return profile._replace(education=(*(profile.education or ()), entry))


def _with_training(profile: Profile, change: WhatIfChange, _: Catalog) -> Profile:
    record = TrainingRecord(change.subject, change.amount)
    return profile._replace(training=(*(profile.training or ()), record))


def _with_credential(profile: Profile, change: WhatIfChange, _: Catalog) -> Profile:
    credentials = profile.certifications or ()
    return profile._replace(certifications=(*credentials, Credential(change.subject)))


def _with_course(profile: Profile, change: WhatIfChange, _: Catalog) -> Profile:
    return profile._replace(courses=(*(profile.courses or ()), change.subject))


def _with_membership(profile: Profile, change: WhatIfChange, _: Catalog) -> Profile:
    return profile._replace(memberships=(*(profile.memberships or ()), change.subject))


def _with_confirmed(profile: Profile, change: WhatIfChange, _: Catalog) -> Profile:
    return profile._replace(confirmed=(*profile.confirmed, change.subject))


_APPLIERS: dict[WhatIfKind, Callable[[Profile, WhatIfChange, Catalog], Profile]] = {
    WhatIfKind.EXPERIENCE: _with_work,
    WhatIfKind.DEGREE: _with_degree,
    WhatIfKind.TRAINING: _with_training,
    WhatIfKind.HOLDS: _with_credential,
    WhatIfKind.COURSE: _with_course,
    WhatIfKind.MEMBERSHIP: _with_membership,
    WhatIfKind.CONFIRMED: _with_confirmed,
}
