"""Reading answers: free text into the form of a profile file, or an error with a remedy."""

import re
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

from certadvisor.base.countries import country
from certadvisor.base.months import month_number, month_of
from certadvisor.base.sanitize import cleaned
from certadvisor.base.scalars import MisreadError, one_of, quoted, text
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import COMPLEXITIES, DEGREES
from certadvisor.errors import InputError
from certadvisor.interview.state import Prompt, State, profile_of
from certadvisor.profile.amounts import budget, months, training_hours
from certadvisor.profile.importers.dates import is_open, when
from certadvisor.profile.importers.degrees import level_of
from certadvisor.profile.importers.recognition import kinds_of
from certadvisor.profile.importers.result import Mark, Origin
from certadvisor.profile.matching.credentials import match_credential
from certadvisor.profile.matching.ids import Names
from certadvisor.profile.present_role import role_of_title
from certadvisor.profile.reader import APPROACHES

NONE = ("none", "no", "nothing", "-", "0")
JOBLESS = ("student", "pupil", "unemployed", "jobless", "between jobs", "retired")
YES = ("yes", "y", "true", "ja", "oui", "si")
_MOST = 300  # characters of an answer
_JOB = re.compile(
    r"(?P<title>.+?),?\s+(?:from\s+)?(?P<start>[0-9]{4}\S*)\s+(?:to|until|[-\u2013])\s+(?P<end>\S.*)"
)
_DATED = re.compile(r"(?P<name>.+?)[\s,(]+(?P<earned>[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)\)?")
Told = dict[str, Any]


def answered(state: State, prompt: Prompt, answer: str, catalog: Catalog, today: date) -> State:
    """The state after an answer. Raises MisreadError where the answer cannot be used.

    The whole profile is read again, so an answer that contradicts an earlier one is refused.
    """
    said = cleaned(answer)
    if len(said) > _MOST:
        raise MisreadError(f"is longer than {_MOST} characters", "shorten it")
    reader = _Reader(deepcopy(state.told), prompt, catalog, today)
    _READERS[prompt.topic](reader, said)
    done = state._replace(
        told=reader.told,
        marks=(*state.marks, *reader.marks),
        answered=(*state.answered, prompt.key),
        put_off=tuple(key for key in state.put_off if key != prompt.key),
    )
    try:
        profile_of(done, catalog, today)
    except InputError as error:
        fault = error.faults[0]
        raise MisreadError(fault.problem, fault.remedy) from None
    return done


class _Reader:
    """Reads one answer into a copy of the profile's data; a method per topic."""

    def __init__(self, told: Told, prompt: Prompt, catalog: Catalog, today: date) -> None:
        self.told = told
        self.marks: list[Mark] = []
        self._prompt = prompt
        self._catalog = catalog
        self._today = today

    def title(self, said: str) -> None:
        """The present job; its kinds of experience follow from the title where they can."""
        if _is_none(said) or said.casefold() in JOBLESS:
            self.told.setdefault("work", [])
            self._comment("work", f"told as “{said}”")
            return
        self._job({"title": text(said)})

    def since(self, said: str) -> None:
        """When the job started: a date, or how long ago."""
        entry = next(job for job in self.told["work"] if job.get("title") == self._prompt.subject)
        entry["start"] = self._start(said)
        place = self.told["work"].index(entry)
        self._comment(f"work[{place}].start", f"told as “{said}”; no end: still going")

    def earlier(self, said: str) -> None:
        """Earlier jobs: `TITLE, FROM to UNTIL; TITLE, FROM to UNTIL`."""
        self.told.setdefault("work", [])
        if _is_none(said):
            self._comment("work", "every job in projects; none before these")
            return
        for part in filter(None, map(str.strip, said.split(";"))):
            form = _JOB.fullmatch(part)
            if form is None:
                remedy = "write each as: project coordinator, 2019-02 to 2021-05; several with ;"
                raise MisreadError(f"{quoted(part)} is no job with its dates", remedy)
            job = {"title": text(form["title"].rstrip(", ")), "start": self._day(form["start"])}
            if not is_open(form["end"]):
                job["end"] = self._day(form["end"])
            self._job(job)

    def kinds(self, said: str) -> None:
        """The kinds of experience of a job whose title the catalogue does not know."""
        kinds = [] if _is_none(said) else [Names(self._catalog).kind(one) for one in _parts(said)]
        for place, job in enumerate(self.told["work"]):
            if job.get("title") == self._prompt.subject:
                job["kinds"] = kinds
                self._comment(f"work[{place}].kinds", "what you did, as you told it")

    def experience(self, said: str) -> None:
        """Months of one kind of experience, all jobs together."""
        amount = 0 if _is_none(said) else months(said)
        self.told.setdefault("work", [])
        if amount:
            entry = {"kinds": [self._prompt.subject], "months": amount}
            self.told["work"].append(entry)
            self._comment(self._last("work"), f"told as “{said}”, without dates")

    def amount(self, said: str) -> None:
        """Hours, person-days or projects of one kind, all jobs together.

        The total is an entry of its own. The other jobs get 0, so that none is unknown.
        """
        count = 0 if _is_none(said) else _whole(said)
        for job in self.told.setdefault("work", []):
            job.setdefault(self._prompt.topic, 0)
        entry = {"kinds": [self._prompt.subject], self._prompt.topic: count}
        self.told["work"].append(entry)
        self._comment(self._last("work"), "a total over all jobs")

    def scaled(self, said: str) -> None:
        """The complexity of the work, or the level of responsibility, for every job without one."""
        scale = (
            COMPLEXITIES if self._prompt.topic == "complexity" else self._catalog.responsibilities
        )
        level = one_of(scale)(said)
        for job in self.told.get("work", ()):
            job.setdefault(self._prompt.topic, level)

    def breaks(self, said: str) -> None:
        """Career breaks: `2020-01 to 2021-03`, several with `;`."""
        self.told["breaks"] = []
        for part in [] if _is_none(said) else filter(None, map(str.strip, said.split(";"))):
            start, _, end = part.partition(" to ")
            pause = {"start": self._day(start)}
            if end and not is_open(end):
                pause["end"] = self._day(end)
            self.told["breaks"].append(pause)

    def education(self, said: str) -> None:
        """The highest degree, by its level or in any common spelling."""
        level = None if _is_none(said) else self._degree(said)
        self.told["education"] = [] if level is None else [{"degree": level}]
        self._comment("education", f"highest degree, told as “{said}”")

    def certifications(self, said: str) -> None:
        """All credentials, each with the day it was earned if given: `CAPM 2024-05-10, PSM I`."""
        names = [] if _is_none(said) else _parts(said)
        self.told["certifications"] = [self._credential(name) for name in names]
        self._comment("certifications", "all that you hold")

    def expiry(self, said: str) -> None:
        """The last day on which a credential is valid."""
        day = self._day(said)
        for held in self.told.get("certifications", ()):
            if held["id"] == self._prompt.subject:
                held["expires"] = day

    def training(self, said: str) -> None:
        """Hours of training in one topic."""
        hours = 0 if _is_none(said) else training_hours(said)
        records = self.told.setdefault("training", [])
        if hours:
            records.append({"topic": self._prompt.subject, "hours": hours})
            self._comment(self._last("training"), "without a day: taken as recent")

    def listed(self, said: str) -> None:
        """Yes or no to a course, a membership or a declaration, as an entry of its list."""
        name = _LISTS[self._prompt.topic]
        names = self.told.setdefault(name, [])
        if said.casefold() in YES:
            names.append(self._prompt.subject)
        elif not _is_none(said):
            raise MisreadError(f"{quoted(said)} is neither yes nor no", "write yes or no")
        # An empty list would deny every other declaration too.
        if name == "confirmed" and not names:
            del self.told[name]

    def goal(self, said: str) -> None:
        """The target role."""
        self._wish("role", None if _is_none(said) else self._role(said))

    def budget(self, said: str) -> None:
        """The budget."""
        if not _is_none(said):
            money = budget(said)
            self._wish("budget", f"{money.amount:g} {money.currency}")

    def prefers(self, said: str) -> None:
        """The preferred approach (agile, predictive or hybrid)."""
        self._wish("prefers", None if _is_none(said) else one_of(APPROACHES)(said))

    def country(self, said: str) -> None:
        """The country that the person lives in."""
        self.told["country"] = country(said)

    def _wish(self, field: str, value: str | None) -> None:
        if value is not None:
            self.told["goal"] = {**self.told.get("goal", {}), field: value}

    def _job(self, job: dict[str, str]) -> None:
        work = self.told.setdefault("work", [])
        known = kinds_of(job["title"], self._catalog)
        entry: dict[str, Any] = dict(job)
        if known and known.reason:
            entry = {"title": job["title"], "kinds": list(known.kinds), **job}
            self.marks.append(Mark(f"work[{len(work)}].kinds", Origin.GUESSED, known.reason))
        work.append(entry)

    def _start(self, said: str) -> str:
        """The start as a date, or as a duration that ends with the current month (`18m`)."""
        try:
            return self._day(said)
        except MisreadError as error:
            try:
                long = months(said)
            except MisreadError:
                remedy = "write since when (2021-03), or how long (3y, 18m)"
                raise MisreadError(error.problem, remedy) from None
        first = month_of(month_number(self._today) - max(long - 1, 0)).first
        return f"{first:%Y-%m}"

    def _day(self, said: str) -> str:
        return when(said, self._today).text

    def _degree(self, said: str) -> str:
        if said.casefold() in DEGREES:
            return said.casefold()
        level = level_of(said)
        if level is None or level.degree is None or level.unfinished:
            remedy = f"write one of: {', '.join(DEGREES)}"
            raise MisreadError(f"the level of {quoted(said)} is not known", remedy)
        return level.degree

    def _credential(self, said: str) -> dict[str, str]:
        dated = _DATED.fullmatch(said)
        name = dated["name"] if dated else said
        match = match_credential(name, self._catalog)
        if match.id is None and match.ids:
            remedy = f"write one of: {', '.join(match.ids)}"
            raise MisreadError(f"{quoted(name)} may be several certifications", remedy)
        named = Names(self._catalog).certification(match.id or name)
        if named.doubt:
            remedy = named.doubt.remedy or "leave it out, for it would count for nothing"
            raise MisreadError(f"the catalogue has no certification {quoted(name)}", remedy)
        return {"id": named.id} | ({"earned": self._day(dated["earned"])} if dated else {})

    def _role(self, said: str) -> str:
        found = self._catalog.find_role(said)
        if found.id is not None:
            return found.id
        role = role_of_title(said, self._catalog)
        if role is None:
            near = [f"`{name}`" for name in found.suggestions[:2]]
            remedy = f"did you mean {' or '.join(near)}?" if near else "write ? for the list"
            raise MisreadError(f"{quoted(said)} is no role of the catalogue", remedy)
        return role.id

    def _last(self, section: str) -> str:
        return f"{section}[{len(self.told[section]) - 1}]"

    def _comment(self, path: str, words: str) -> None:
        self.marks.append(Mark(path, Origin.TOLD, words))


def _is_none(said: str) -> bool:
    return said.casefold() in NONE


def _parts(said: str) -> list[str]:
    return [part for part in (one.strip() for one in re.split("[,;]", said)) if part]


def _whole(said: str) -> int:
    digits = re.sub(r"[ ,'_](?=[0-9]{3}\b)", "", said.split(maxsplit=1)[0] if said.split() else "")
    if not digits.isdecimal():
        raise MisreadError(f"{quoted(said)} is no whole number", "write a number such as 4500")
    return int(digits)


_LISTS = {
    "course": "courses",
    "membership": "memberships",
    "declare": "confirmed",
    "assessment": "confirmed",
}
_READERS: dict[str, Callable[[_Reader, str], None]] = {
    "title": _Reader.title,
    "since": _Reader.since,
    "earlier": _Reader.earlier,
    "kinds": _Reader.kinds,
    "experience": _Reader.experience,
    "hours": _Reader.amount,
    "person_days": _Reader.amount,
    "projects": _Reader.amount,
    "complexity": _Reader.scaled,
    "responsibility": _Reader.scaled,
    "breaks": _Reader.breaks,
    "education": _Reader.education,
    "certifications": _Reader.certifications,
    "expiry": _Reader.expiry,
    "training": _Reader.training,
    "course": _Reader.listed,
    "membership": _Reader.listed,
    "declare": _Reader.listed,
    "assessment": _Reader.listed,
    "goal": _Reader.goal,
    "budget": _Reader.budget,
    "prefers": _Reader.prefers,
    "country": _Reader.country,
}
