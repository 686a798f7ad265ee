"""What-if changes to a profile (`+12 months agile`, `holds capm`).

They are applied to a copy of the profile. An amount of work is added as an undated total,
backfilled from the day of the question over months that no dated work of its kind covers. A
name that the catalogue does not know is a fault here, not a warning: such a change could not
affect any answer.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from certadvisor.base.scalars import MisreadError, did_you_mean, one_of, quoted, text, word
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import DEGREES, Leaf, Membership, Training, leaves
from certadvisor.errors import Fault, InputError
from certadvisor.profile.amounts import months, training_hours
from certadvisor.profile.matching.ids import Named, Names
from certadvisor.profile.model import Credential, Education, Profile, TrainingRecord, WorkPeriod

OPTION = "--what-if"
_FORMS = "'+12 months project-leading', 'holds capm', 'degree bachelor', 'course csm-course'"
_WORK = r"\+?\s*([0-9][0-9.]*\s*[a-z-]+(?:\s*[0-9][0-9.]*\s*[a-z]+)?)\s+(?:of\s+)?(.+)"
_DEGREE = r"(\S+)(?:\s+accredited\s+(?:by\s+)?(\S+))?(?:\s+in\s+(.+))?"
_TRAINING = r"(.+?)(?:\s+|\s*=\s*)([0-9][0-9.]*\s*(?:h|hours?)?)"
_COUNTED = {
    "hour": r"([0-9]{1,6})\s*(?:h|hours?)",
    "person_day": r"([0-9]{1,5})\s*person-?days?",
    "project": r"([0-9]{1,4})\s*projects?",
}


class Change(NamedTuple):
    """One change to a profile.

    `kind` is experience, degree, training, course, holds, membership or confirmed, `subject`
    the kind of work, level, topic or id; `amount` is in `unit` where there is one; `detail`
    is the accreditation and the field of a degree.
    """

    what: str
    subject: str
    amount: float | None = None
    unit: str | None = None
    detail: tuple[str | None, str | None] = (None, None)


def read_changes(written: Iterable[str], catalog: Catalog) -> tuple[Change, ...]:
    """Parse changes as typed. Raises InputError with each one that cannot be parsed."""
    reader = _Reader(catalog)
    changes, faults = [], []
    for each in written:
        try:
            changes.append(reader.change(each))
        except MisreadError as error:
            faults.append(Fault(OPTION, error.problem, remedy=error.remedy))
    if faults:
        raise InputError(faults)
    return tuple(changes)


def supposing(profile: Profile, changes: Iterable[Change], catalog: Catalog) -> Profile:
    """Return a profile with the changes made; a list that a change adds to then counts as given."""
    for change in changes:
        profile = _ADDED[change.what](profile, change, catalog)
    return profile


class _Reader:
    """Parses changes, with one method for each word that a change can start with."""

    def __init__(self, catalog: Catalog) -> None:
        self._names = Names(catalog)
        self._catalog = catalog
        self._verbs: dict[str, Callable[[str], Change]] = {
            "holds": lambda said: Change("holds", _known(self._names.certification(said))),
            "degree": self._degree,
            "training": self._training,
            "course": lambda said: Change("course", _known(self._names.course(said))),
            "member": lambda said: Change("membership", self._member(said)),
            "confirmed": lambda said: Change("confirmed", _known(self._names.declaration(said))),
        }

    def change(self, written: str) -> Change:
        said = text(written)
        if re.match(r"\+?\s*[0-9]", said):
            return self._work(said)
        verb, _, rest = said.partition(" ")
        read = self._verbs.get(verb.casefold())
        if read is None:
            meant = did_you_mean(verb, self._verbs, f"write one such as {_FORMS}")
            raise MisreadError(f"{quoted(said)} is no change", meant)
        if not rest.strip():
            raise MisreadError(f"{quoted(said)} does not say what", f"write one such as {_FORMS}")
        return read(rest.strip())

    def _work(self, said: str) -> Change:
        form = re.fullmatch(_WORK, said, re.IGNORECASE)
        if form is None:
            problem = f"{quoted(said)} is no length of work with its kind"
            raise MisreadError(problem, "write one such as '+12 months project-leading'")
        kind = self._names.kind(form[2])
        for unit, pattern in _COUNTED.items():
            counted = re.fullmatch(pattern, form[1].strip().casefold())
            if counted:
                return Change("experience", kind, float(counted[1]), unit)
        amount = months(form[1])
        if not amount:
            raise MisreadError(f"{quoted(said)} changes nothing", "write more than 0 months")
        return Change("experience", kind, amount, "month")

    def _degree(self, said: str) -> Change:
        form = re.fullmatch(_DEGREE, said, re.IGNORECASE)
        level = one_of(DEGREES)(form[1] if form else said)
        if form is None:
            remedy = "write one such as 'degree bachelor accredited GAC in engineering'"
            raise MisreadError(f"{quoted(said)} is no degree", remedy)
        return Change("degree", level, detail=(form[2], form[3]))

    def _training(self, said: str) -> Change:
        form = re.fullmatch(_TRAINING, said, re.IGNORECASE)
        if form is None:
            problem = f"{quoted(said)} is no topic with its hours"
            raise MisreadError(problem, "write one such as 'training project-management 35h'")
        topics = {leaf.topic for leaf in self._leaves() if isinstance(leaf, Training)}
        topic = _one_known(form[1], topics, "no rule asks for training in")
        return Change("training", topic, training_hours(form[2]), "hour")

    def _member(self, said: str) -> str:
        asked = {leaf.membership for leaf in self._leaves() if isinstance(leaf, Membership)}
        known = asked | set(self._catalog.issuers)
        return _one_known(said, known, "the catalogue has no organisation")

    def _leaves(self) -> Iterable[Leaf]:
        for certification in self._catalog.certifications.values():
            for rule in certification.rules:
                yield from (*leaves(rule.sit), *leaves(rule.award))


def _one_known(said: str, known: Iterable[str], problem: str) -> str:
    id, listed = word(said), sorted(known)
    if id not in listed:
        few = f"write one of: {', '.join(listed)}" if len(listed) <= _FEW else ""
        raise MisreadError(f"{problem} {quoted(said)}", did_you_mean(id, listed, few))
    return id


_FEW = 20  # words; longer lists do not fit in a message


def _known(named: Named) -> str:
    """Return the id; raise where the catalogue does not know it."""
    if named.doubt:
        problem = named.doubt.problem.removesuffix(", so it counts for nothing")
        raise MisreadError(problem, named.doubt.remedy)
    return named.id


def _with_work(profile: Profile, change: Change, catalog: Catalog) -> Profile:
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


def _with_degree(profile: Profile, change: Change, _: Catalog) -> Profile:
    accreditation, field = change.detail
    entry = Education(change.subject, field, accreditation)
    return profile._replace(education=(*(profile.education or ()), entry))


def _with_training(profile: Profile, change: Change, _: Catalog) -> Profile:
    record = TrainingRecord(change.subject, change.amount)
    return profile._replace(training=(*(profile.training or ()), record))


def _with_credential(profile: Profile, change: Change, _: Catalog) -> Profile:
    held = profile.certifications or ()
    return profile._replace(certifications=(*held, Credential(change.subject)))


def _with_course(profile: Profile, change: Change, _: Catalog) -> Profile:
    return profile._replace(courses=(*(profile.courses or ()), change.subject))


def _with_membership(profile: Profile, change: Change, _: Catalog) -> Profile:
    return profile._replace(memberships=(*(profile.memberships or ()), change.subject))


def _with_confirmed(profile: Profile, change: Change, _: Catalog) -> Profile:
    return profile._replace(confirmed=(*profile.confirmed, change.subject))


_ADDED: dict[str, Callable[[Profile, Change, Catalog], Profile]] = {
    "experience": _with_work,
    "degree": _with_degree,
    "training": _with_training,
    "holds": _with_credential,
    "course": _with_course,
    "membership": _with_membership,
    "confirmed": _with_confirmed,
}
