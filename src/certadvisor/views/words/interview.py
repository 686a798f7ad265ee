"""The texts of the interview: each question with its hint and choices."""

from typing import NamedTuple

from certadvisor.catalog.records import LEVELS, Catalog
from certadvisor.catalog.requirement import COMPLEXITIES, DEGREES
from certadvisor.errors import escape_control_chars
from certadvisor.interview.next_question import MAX_OPENING_QUESTIONS
from certadvisor.interview.state import Prompt
from certadvisor.profile.matching.job_titles import kinds_of_title
from certadvisor.views.words import leaves, phrases


class Choice(NamedTuple):
    """An answer, what it is called on the screen, and a few words that explain it."""

    answer: str
    label: str
    note: str = ""

    @property
    def text(self) -> str:
        """The label with its explanation."""
        return f"{self.label} – {self.note}" if self.note else self.label  # noqa: RUF001


class PromptText(NamedTuple):
    """The text of a question.

    Of `multiple` choices a person may take several. Where the question `may_be_left` open, it
    can be skipped, left unknown, or exchanged for the one before.
    """

    question: str
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    default: str | None = None
    multiple: bool = False
    may_be_left: bool = True

    @property
    def default_label(self) -> str:
        """What the default is called on the screen; empty where there is none."""
        labels = {choice.answer: choice.label for choice in self.choices}
        return labels.get(self.default or "", self.default or "")


WELCOME = (
    f"A few questions: at most {MAX_OPENING_QUESTIONS} before the first recommendations. You can "
    "leave any of them open: type ? if you don't know, < to go back, and skip (or press Enter "
    "alone) to be asked again later. Ctrl-C stops without saving anything."
)
CONTINUE = PromptText(
    "A few more answers could improve these. Continue?",
    choices=(Choice("yes", "yes"), Choice("no", "no")),
    default="yes",
    may_be_left=False,
)
NO_MORE_QUESTIONS = "No further question would change the first five."
STOPPED = "Stopped; nothing was saved."

_QUESTIONS = {
    "title": (
        "What is your job now?",
        "your job title, for example IT project manager; none if you have no job",
    ),
    "since": (
        "When did you start as “{subject}”?",
        "for example 2021-03, or how long you have done it: 3y, 18m",
    ),
    "earlier": (
        "What did you do before that?",
        "for example project coordinator, 2019-02 to 2021-05; put ; between jobs; none if nothing",
    ),
    "kinds": ("What did your job as “{subject}” involve?", "all that apply"),
    "goal": ("What role are you aiming for?", "or any other job title"),
    "country": ("Which country do you live in?", "for example US, GB or Germany"),
    "budget": ("What's your budget?", "for example 1500 USD; none for no limit"),
    "prefers": ("Do you prefer agile, traditional (waterfall) or mixed projects?", ""),
    "education": ("What is your highest degree?", "or its name, for example BSc"),
    "certifications": (
        "Which certifications do you hold?",
        "for example CAPM 2024-05-10, PSM I; none if you hold none",
    ),
    "experience": (
        "How much experience do you have in {kind}, all jobs together?",
        "for example 30m (months) or 4y (years); none if you have none",
    ),
    "hours": (
        "How many hours of {kind} do you have, all jobs together?",
        "a number; none if you have none",
    ),
    "person_days": (
        "How many days of {kind} do you have, all jobs together?",
        "a number; none if you have none",
    ),
    "projects": ("How many projects have you done ({kind})?", "a number; none if none"),
    "complexity": ("How complex was your work ({kind})?", ""),
    "responsibility": ("How much responsibility did you have ({kind})?", ""),
    "breaks": (
        "Did a career break interrupt your work?",
        "for example 2020-01 to 2021-03; put ; between several; none if not",
    ),
    "training": (
        "How many hours of training in {words} have you completed?",
        "for example 35h; none if you have had none",
    ),
    "expiry": ("Until when is your {certification} valid?", "for example 2027-05-10"),
}
_OTHER_KINDS = "What else did your job as “{subject}” involve?"  # beside what the title says
_YES_NO = (Choice("yes", "yes"), Choice("no", "no"))
_APPROACHES = (
    Choice("agile", "agile", "short cycles, and the plan changes as you learn (Scrum, Kanban)"),
    Choice("predictive", "traditional", "scope, dates and budget are planned first (waterfall)"),
    Choice("hybrid", "mixed", "planned as a whole, with agile teams inside (hybrid)"),
    Choice("none", "no preference"),
)


def prompt_text(prompt: Prompt, catalog: Catalog, asked: int = 0) -> PromptText:
    """Return the question in full, with its choices; `asked` is how many came before it."""
    question, hint = _QUESTIONS.get(prompt.topic) or (leaves.SHORT_QUESTIONS[prompt.topic], "")
    is_multiple = prompt.topic == "kinds"
    if is_multiple and kinds_of_title(prompt.subject, catalog):
        question = _OTHER_KINDS
    subject = escape_control_chars(prompt.subject)
    text = question.format(
        subject=subject,
        words=phrases.readable(subject),
        kind=phrases.kind_name(subject, catalog),
        course=_course(subject, catalog),
        issuer=phrases.issuer_name(subject, catalog),
        certification=_spelled_out(subject, catalog),
        text=phrases.sentence(prompt.text or subject),
    )
    return PromptText(
        f"{_number(asked + 1)}{text}",
        hint,
        _choices(prompt, catalog),
        prompt.default,
        is_multiple,
    )


def _number(number: int) -> str:
    limit = f" of at most {MAX_OPENING_QUESTIONS}" if number <= MAX_OPENING_QUESTIONS else ""
    return f"Question {number}{limit}: "


def _choices(prompt: Prompt, catalog: Catalog) -> tuple[Choice, ...]:
    match prompt.topic:
        case "goal":
            return (*_roles(prompt, catalog), Choice("none", "Not sure yet"))
        case "kinds":
            return _kinds(prompt, catalog)
        case "education":
            return tuple(Choice(degree, phrases.DEGREE_NAMES[degree]) for degree in DEGREES)
        case "responsibility":
            return tuple(
                Choice(level, phrases.readable(level)) for level in catalog.responsibilities
            )
        case "complexity":
            return tuple(Choice(word, phrases.readable(word)) for word in COMPLEXITIES)
        case "prefers":
            return _APPROACHES
    if prompt.section:
        labelled = tuple(Choice(word, leaves.answer_label(word)) for word in prompt.answers)
        return labelled or _YES_NO
    return ()


def _roles(prompt: Prompt, catalog: Catalog) -> tuple[Choice, ...]:
    """The usual next roles first, then the others by level."""
    usual = [catalog.roles[id] for id in prompt.suggested]
    others = [role for role in catalog.roles.values() if role not in usual]
    others.sort(key=lambda role: LEVELS.index(role.level))
    return tuple(
        Choice(role.id, f"{role.title} ({role.level})", "usual next step" if role in usual else "")
        for role in (*usual, *others)
    )


def _kinds(prompt: Prompt, catalog: Catalog) -> tuple[Choice, ...]:
    """The kinds that the title does not say; what every other kind implies comes last."""
    known = kinds_of_title(prompt.subject, catalog) or frozenset()
    kinds = [kind for kind in catalog.kinds.values() if kind.id not in known]
    kinds.sort(key=lambda kind: not kind.implies)
    nothing = "Nothing else" if known else "None of these"
    return (
        *(Choice(kind.id, kind.name, kind.description or "") for kind in kinds),
        Choice("none", nothing),
    )


def _course(id: str, catalog: Catalog) -> str:
    certification = id.removesuffix("-course")
    if id.endswith("-course") and certification in catalog.certifications:
        return f"the course for the {_spelled_out(certification, catalog)}"
    return phrases.course_name(id, catalog)


def _spelled_out(id: str, catalog: Catalog) -> str:
    """A certification's abbreviation with its name, or the name alone if it says both."""
    record = catalog.certifications.get(id)
    if record is None:
        return phrases.certification_name(id, catalog)
    words = record.name.casefold().replace("(", " ").replace(")", " ").split()
    if set(record.abbreviation.casefold().split()) <= set(words):
        return record.name
    if "(" in record.name:
        return f"{record.abbreviation}, {record.name}"
    return f"{record.abbreviation} ({record.name})"
