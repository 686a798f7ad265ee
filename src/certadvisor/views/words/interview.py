"""The texts of the interview: each question with its hint and choices."""

from typing import NamedTuple

from certadvisor.catalog.records import LEVELS, Catalog
from certadvisor.catalog.requirement import COMPLEXITIES, DEGREES
from certadvisor.errors import escape_control_chars
from certadvisor.interview.state import Prompt
from certadvisor.profile.reader import APPROACHES
from certadvisor.views.words import leaves, phrases


class PromptText(NamedTuple):
    """The text of a question; a choice is a pair of answer and label."""

    question: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    default: str | None = None


_QUESTIONS = {
    "title": (
        "What is your job now?",
        "its title, such as IT project manager; none if you have none",
    ),
    "since": ("Since when are you “{subject}”?", "2021-03, or how long: 3y, 18m"),
    "earlier": (
        "What did you do before that?",
        "such as project coordinator, 2019-02 to 2021-05; several with ; between; none if nothing",
    ),
    "kinds": (
        "Which kinds of work did you do as “{subject}”?",
        "such as project-leading, agile; none if it was no project work",
    ),
    "goal": (
        "Which role do you aim at?",
        "a title of the list, or your own words; none if you have none",
    ),
    "country": ("In which country do you live?", "two letters: US, GB, DE"),
    "budget": ("How much may it cost?", "such as 1500 USD; none if that plays no part"),
    "prefers": ("Which way of working do you prefer?", ""),
    "education": ("What is your highest degree?", "or its name, such as BSc"),
    "certifications": (
        "Which certifications do you hold?",
        "such as CAPM 2024-05-10, PSM I; none if you hold none",
    ),
    "experience": ("How much time have you spent on {kind}, in all jobs?", "30m, 4y; none"),
    "hours": ("How many hours have you spent on {kind}?", "a number; none"),
    "person_days": ("How many person-days have you spent on {kind}?", "a number; none"),
    "projects": ("How many projects have you done ({kind})?", "a number; none"),
    "complexity": ("How complex was your work ({kind})?", ""),
    "responsibility": ("How much did you answer for ({kind})?", ""),
    "breaks": (
        "Did a career break interrupt your work?",
        "such as 2020-01 to 2021-03; several with ; between; none",
    ),
    "training": ("How many hours of classes in {words} have you had?", "35h; none"),
    "expiry": ("Until when is your {certification} valid?", "2027-05-10"),
}
_YES_NO = (("yes", "yes"), ("no", "no"))


def prompt_text(prompt: Prompt, catalog: Catalog) -> PromptText:
    """The question in full, with its choices."""
    question, hint = _QUESTIONS.get(prompt.topic) or (leaves.SHORT_QUESTIONS[prompt.topic], "")
    subject = escape_control_chars(prompt.subject)
    return PromptText(
        question.format(
            subject=subject,
            words=phrases.readable(subject),
            kind=phrases.kind_name(subject, catalog),
            course=phrases.course_name(subject, catalog),
            issuer=phrases.issuer_name(subject, catalog),
            certification=phrases.certification_name(subject, catalog),
            text=phrases.sentence(prompt.text or subject),
        ),
        hint,
        _choices(prompt, catalog),
        prompt.default,
    )


def _choices(prompt: Prompt, catalog: Catalog) -> tuple[tuple[str, str], ...]:
    if prompt.topic == "goal":
        roles = sorted(catalog.roles.values(), key=lambda role: LEVELS.index(role.level))
        titles = tuple((role.id, f"{role.title} ({role.level})") for role in roles)
        return (*titles, ("none", "none in mind"))
    if prompt.topic == "education":
        return tuple((degree, phrases.DEGREE_NAMES[degree]) for degree in DEGREES)
    if prompt.topic == "responsibility":
        return tuple((level, phrases.readable(level)) for level in catalog.responsibilities)
    if prompt.section:
        labelled = tuple((word, leaves.answer_label(word)) for word in prompt.answers)
        return labelled or _YES_NO
    words = {"prefers": (*APPROACHES, "none"), "complexity": COMPLEXITIES}.get(prompt.topic, ())
    return tuple((word, phrases.readable(word)) for word in words)
