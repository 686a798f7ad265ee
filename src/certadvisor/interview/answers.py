"""Reading answers: free text into the form of a profile file, or an error with a remedy."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

from certadvisor.base.countries import country
from certadvisor.base.months import month_number, month_span
from certadvisor.base.sanitize import sanitize_line
from certadvisor.base.scalars import DATE_REMEDY, UNKNOWN_DATE, ValueParseError, one_of, quote, text
from certadvisor.base.written_dates import is_open_ended
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import COMPLEXITIES
from certadvisor.errors import InputError
from certadvisor.interview.answer_text import (
    JOBLESS,
    YES,
    is_none,
    read_whole_number,
    split_job,
    split_list,
)
from certadvisor.interview.state import InterviewState, Prompt, profile_of
from certadvisor.profile.amounts import budget, months, training_hours
from certadvisor.profile.importers.dates import parse_date
from certadvisor.profile.importers.recognition import infer_kinds
from certadvisor.profile.importers.result import FieldOrigin, OriginKind
from certadvisor.profile.matching.degree_names import degree_level
from certadvisor.profile.matching.ids import IdResolver
from certadvisor.profile.matching.job_titles import role_of_title
from certadvisor.profile.matching.name_lists import split_names
from certadvisor.profile.matching.written_credentials import read_credential
from certadvisor.profile.reader import APPROACHES

_MAX_LENGTH = 300  # characters of an answer
ProfileData = dict[str, Any]


def apply_answer(
    state: InterviewState, prompt: Prompt, answer: str, catalog: Catalog, today: date
) -> InterviewState:
    """The state after an answer. Raises MisreadError where the answer cannot be used.

    The whole profile is read again, so an answer that contradicts an earlier one is refused.
    """
    clean_answer = sanitize_line(answer)
    if len(clean_answer) > _MAX_LENGTH:
        raise ValueParseError(f"is longer than {_MAX_LENGTH} characters", "shorten it")
    reader = _AnswerReader(deepcopy(state.data), prompt, catalog, today)
    read = _AnswerReader.single_word if prompt.section else _READERS[prompt.topic]
    read(reader, clean_answer)
    new_state = state._replace(
        data=reader.data,
        marks=(*state.marks, *reader.marks),
        answered=(*state.answered, prompt.key),
        postponed=tuple(key for key in state.postponed if key != prompt.key),
    )
    try:
        profile_of(new_state, catalog, today)
    except InputError as error:
        fault = error.faults[0]
        raise ValueParseError(fault.problem, fault.remedy) from None
    return new_state


class _AnswerReader:
    """Reads one answer into a copy of the profile's data; a method per topic."""

    def __init__(self, data: ProfileData, prompt: Prompt, catalog: Catalog, today: date) -> None:
        self.data = data
        self.marks: list[FieldOrigin] = []
        self._prompt = prompt
        self._catalog = catalog
        self._today = today

    def title(self, answer: str) -> None:
        """The present job; its kinds of experience follow from the title where they can."""
        if is_none(answer) or answer.casefold() in JOBLESS:
            self.data.setdefault("work", [])
            self._add_mark("work", f"answered “{answer}”")
            return
        self._add_job({"title": text(answer)})

    def since(self, answer: str) -> None:
        """When the job started: a date, or how long ago."""
        entry = next(job for job in self.data["work"] if job.get("title") == self._prompt.subject)
        entry["start"] = self._read_start(answer)
        index = self.data["work"].index(entry)
        self._add_mark(f"work[{index}].start", f"answered “{answer}”; no end: still going")

    def earlier(self, answer: str) -> None:
        """Earlier jobs: `TITLE, FROM to UNTIL; TITLE, FROM to UNTIL`."""
        self.data.setdefault("work", [])
        if is_none(answer):
            self._add_mark("work", "every job; none before these")
            return
        for part in filter(None, map(str.strip, answer.split(";"))):
            found = split_job(part)
            if found is None:
                remedy = "write each as: project coordinator, 2019-02 to 2021-05; several with ;"
                raise ValueParseError(f"{quote(part)} is not a job with its dates", remedy)
            title, start, end = found
            job = {"title": text(title), "start": self._read_date(start)}
            if not is_open_ended(end):
                job["end"] = self._read_date(end)
            self._add_job(job)

    def kinds(self, answer: str) -> None:
        """The kinds of experience of a job, beside those that its title says."""
        answered = (
            []
            if is_none(answer)
            else [IdResolver(self._catalog).kind(one) for one in split_list(answer)]
        )
        for index, job in enumerate(self.data["work"]):
            if job.get("title") == self._prompt.subject:
                job["kinds"] = list(dict.fromkeys((*self._kinds_of_title(job), *answered)))
                self._add_mark(f"work[{index}].kinds", "what the job involved, as you answered")

    def experience(self, answer: str) -> None:
        """Months of one kind of experience, all jobs together."""
        amount = 0 if is_none(answer) else months(answer)
        self.data.setdefault("work", [])
        if amount:
            entry = {"kinds": [self._prompt.subject], "months": amount}
            self.data["work"].append(entry)
            self._add_mark(self._last_path("work"), f"answered “{answer}”, without dates")

    def amount(self, answer: str) -> None:
        """Hours, person-days or projects of one kind, all jobs together.

        The total is an entry of its own. The other jobs get 0, so that none is unknown.
        """
        count = 0 if is_none(answer) else read_whole_number(answer)
        for job in self.data.setdefault("work", []):
            job.setdefault(self._prompt.topic, 0)
        entry = {"kinds": [self._prompt.subject], self._prompt.topic: count}
        self.data["work"].append(entry)
        self._add_mark(self._last_path("work"), "a total over all jobs")

    def grade(self, answer: str) -> None:
        """The complexity of the work, or the level of responsibility, for every job without one."""
        scale = (
            COMPLEXITIES if self._prompt.topic == "complexity" else self._catalog.responsibilities
        )
        level = one_of(scale)(answer)
        for job in self.data.get("work", ()):
            job.setdefault(self._prompt.topic, level)

    def breaks(self, answer: str) -> None:
        """Career breaks: `2020-01 to 2021-03`, several with `;`."""
        self.data["breaks"] = []
        for part in [] if is_none(answer) else filter(None, map(str.strip, answer.split(";"))):
            start, _, end = part.partition(" to ")
            career_break = {"start": self._read_date(start)}
            if end and not is_open_ended(end):
                career_break["end"] = self._read_date(end)
            self.data["breaks"].append(career_break)

    def education(self, answer: str) -> None:
        """The highest degree, by its level or in any common spelling."""
        level = None if is_none(answer) else self._read_degree(answer)
        self.data["education"] = [] if level is None else [{"degree": level}]
        self._add_mark("education", f"highest degree, answered “{answer}”")

    def certifications(self, answer: str) -> None:
        """All credentials, each with the day it was earned if given: `CAPM 2024-05-10, PSM I`."""
        names = [] if is_none(answer) else split_names(answer)
        self.data["certifications"] = [self._read_credential(name) for name in names]
        self._add_mark("certifications", "all that you hold")

    def expiry(self, answer: str) -> None:
        """The last day on which a credential is valid."""
        day = self._read_date(answer)
        for credential in self.data.get("certifications", ()):
            if credential["id"] == self._prompt.subject:
                credential["expires"] = day

    def training(self, answer: str) -> None:
        """Hours of training in one topic."""
        hours = 0 if is_none(answer) else training_hours(answer)
        records = self.data.setdefault("training", [])
        if hours:
            records.append({"topic": self._prompt.subject, "hours": hours})
            self._add_mark(self._last_path("training"), "without a day: taken as recent")

    def single_word(self, answer: str) -> None:
        """One of the answers of the question; without any, yes or no to an entry of a list."""
        name = str(self._prompt.section)
        if self._prompt.answers:
            self.data[name] = one_of(self._prompt.answers)(answer)
            return
        names = self.data.setdefault(name, [])
        if answer.casefold() in YES:
            names.append(self._prompt.subject)
        elif not is_none(answer):
            raise ValueParseError(f"{quote(answer)} is neither yes nor no", "write yes or no")
        # An empty list would deny every other declaration too.
        if name == "confirmed" and not names:
            del self.data[name]

    def goal(self, answer: str) -> None:
        """The target role."""
        self._set_goal("role", None if is_none(answer) else self._read_role(answer))

    def budget(self, answer: str) -> None:
        """The budget."""
        if not is_none(answer):
            money = budget(answer)
            self._set_goal("budget", f"{money.amount:g} {money.currency}")

    def prefers(self, answer: str) -> None:
        """The preferred approach (agile, predictive or hybrid)."""
        self._set_goal("prefers", None if is_none(answer) else one_of(APPROACHES)(answer))

    def country(self, answer: str) -> None:
        """The country that the person lives in."""
        self.data["country"] = country(answer)

    def _set_goal(self, field: str, value: str | None) -> None:
        if value is not None:
            self.data["goal"] = {**self.data.get("goal", {}), field: value}

    def _add_job(self, job: dict[str, str]) -> None:
        work = self.data.setdefault("work", [])
        recognized = infer_kinds(job["title"], self._catalog)
        entry: dict[str, Any] = dict(job)
        if recognized and recognized.reason:
            entry = {"title": job["title"], "kinds": list(recognized.kinds), **job}
            self.marks.append(
                FieldOrigin(f"work[{len(work)}].kinds", OriginKind.GUESSED_KEY, recognized.reason)
            )
        work.append(entry)

    def _kinds_of_title(self, job: ProfileData) -> tuple[str, ...]:
        recognized = infer_kinds(job["title"], self._catalog)
        return recognized.kinds if recognized else ()

    def _read_start(self, answer: str) -> str:
        """The start as a date, or as a duration that ends with the current month (`18m`)."""
        try:
            return self._read_date(answer)
        except ValueParseError as error:
            try:
                month_count = months(answer)
            except ValueParseError:
                remedy = "write since when (2021-03), or how long (3y, 18m)"
                raise ValueParseError(error.problem, remedy) from None
        first = month_span(month_number(self._today) - max(month_count - 1, 0)).first
        return f"{first:%Y-%m}"

    def _read_date(self, answer: str) -> str:
        return parse_date(answer, self._today).text

    def _read_degree(self, answer: str) -> str:
        return degree_level(answer)

    def _read_credential(self, answer: str) -> dict[str, str]:
        written = read_credential(answer, self._catalog)
        if written.id is None and written.match.ids:
            remedy = f"write one of: {', '.join(written.match.ids)}"
            raise ValueParseError(f"{quote(answer)} may be several certifications", remedy)
        resolved = IdResolver(self._catalog).certification(written.id or answer)
        if resolved.warning:
            remedy = resolved.warning.remedy or "leave it out: it would be ignored"
            raise ValueParseError(f"the catalogue has no certification {quote(answer)}", remedy)
        dates = {"earned": written.earned, "expires": written.expires}
        if UNKNOWN_DATE in dates.values():
            raise ValueParseError(f"{quote(answer)} has a date with no one reading", DATE_REMEDY)
        return {"id": resolved.id} | {
            field: self._read_date(day) for field, day in dates.items() if day
        }

    def _read_role(self, answer: str) -> str:
        match = self._catalog.find_role(answer)
        if match.id is not None:
            return match.id
        role = role_of_title(answer, self._catalog)
        if role is None:
            suggestions = [f"`{name}`" for name in match.suggestions[:2]]
            remedy = (
                f"did you mean {' or '.join(suggestions)}?"
                if suggestions
                else "choose one from the list"
            )
            raise ValueParseError(f"{quote(answer)} is not a role that we know", remedy)
        return role.id

    def _last_path(self, section: str) -> str:
        return f"{section}[{len(self.data[section]) - 1}]"

    def _add_mark(self, path: str, note: str) -> None:
        self.marks.append(FieldOrigin(path, OriginKind.ANSWERED, note))


_READERS: dict[str, Callable[[_AnswerReader, str], None]] = {
    "title": _AnswerReader.title,
    "since": _AnswerReader.since,
    "earlier": _AnswerReader.earlier,
    "kinds": _AnswerReader.kinds,
    "experience": _AnswerReader.experience,
    "hours": _AnswerReader.amount,
    "person_days": _AnswerReader.amount,
    "projects": _AnswerReader.amount,
    "complexity": _AnswerReader.grade,
    "responsibility": _AnswerReader.grade,
    "breaks": _AnswerReader.breaks,
    "education": _AnswerReader.education,
    "certifications": _AnswerReader.certifications,
    "expiry": _AnswerReader.expiry,
    "training": _AnswerReader.training,
    "goal": _AnswerReader.goal,
    "budget": _AnswerReader.budget,
    "prefers": _AnswerReader.prefers,
    "country": _AnswerReader.country,
}
