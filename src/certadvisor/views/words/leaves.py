"""The words of leaves: the one place of the views that knows every leaf.

Each text is a `match` that mypy holds to be complete, so a new leaf is named in each of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from certadvisor.catalog.requirement import (
    OTHER_EMPLOYER,
    Assessment,
    Course,
    Declare,
    Degree,
    DisputableLeaf,
    Employer,
    Experience,
    Holds,
    Leaf,
    Membership,
    Training,
)
from certadvisor.views.words.names_and_amounts import (
    DEGREE_NAMES,
    amount,
    certification_name,
    course_name,
    issuer_name,
    join_names,
    kind_name,
    month,
    number,
    readable,
)

if TYPE_CHECKING:  # importing the judge's types would slow down `list`, which needs none
    from certadvisor.catalog.records import Catalog
    from certadvisor.rules.verdict import Cause

_FEW = 3  # largest group whose members are named one by one
_FEW_IN_SHORT = 4  # most certifications that a short text names one by one
_SHORT_DEGREES = {
    "none": "no degree",
    "secondary": "secondary diploma",
    "associate": "associate degree",
    "bachelor": "bachelor",
    "master": "master",
    "doctorate": "doctorate",
}

# By the topic of a question: what it asks, and how to give the answer.
QUESTIONS = {
    "education": (
        "What is your highest degree?",
        "Add it with --degree or under `education:`.",
    ),
    "experience": (
        "How much experience do you have in {kind}?",
        "Add it with --kind {subject}=24m or under `work:`.",
    ),
    "hours": (
        "How many hours have you spent on {kind}?",
        "Add them as `hours:` under `work:`.",
    ),
    "person_days": (
        "How many person-days have you spent on {kind}?",
        "Add them as `person_days:` under `work:`.",
    ),
    "projects": (
        "How many projects have you done ({kind})?",
        "Add them as `projects:` under `work:`.",
    ),
    "complexity": (
        "How complex was your work ({kind})?",
        "Add it as `complexity:` under `work:`.",
    ),
    "responsibility": (
        "How much responsibility did you have ({kind})?",
        "Add it as `responsibility:` under `work:`.",
    ),
    "training": (
        "How many hours of training in {words} have you had?",
        "Add them with --training {subject}=35h or under `training:`.",
    ),
    "course": ("Have you taken {course}?", "If so, add `{subject}` to `courses:`."),
    "certifications": (
        "Which certifications do you hold?",
        "Add them with --holds or under `certifications:`.",
    ),
    "membership": ("Are you a member of {issuer}?", "If so, add `{subject}` to `memberships:`."),
    "employer": (
        "What kind of employer do you work for now?",
        "Add it as `employer:` ({answers}).",
    ),
    "expiry": (
        "Until when is your {certification} valid?",
        "Add it as `expires:` under `certifications:`.",
    ),
    "declare": ("Is this true of you: {text}", "If so, add `{subject}` to `confirmed:`."),
    "assessment": ("Have you passed this: {text}", "If so, add `{subject}` to `confirmed:`."),
    "title": ("What did you do as “{subject}”?", "Add it as `kinds:` under `work:`."),
    "breaks": (
        "Did a career break interrupt your work?",
        "Add it under `breaks:` (an empty list means none).",
    ),
    "issuer": (
        "No entry rule of the {for} could be confirmed.",
        "Ask {issuer} what degree, experience, training and certificates they require.",
    ),
    "disputed": (
        "Sources disagree on what the {for} requires: {requirement}.",
        "Ask the issuer which number holds, or plan for the higher one.",
    ),
}
# Behind a question about a list that is given and may lack an entry.
INCOMPLETE = "Your `{list}:` may lack an entry; once it lacks none, remove it from `incomplete:`."
QUESTION_FACTS = {
    "education": "the highest degree",
    "experience": "the time spent on {kind}",
    "hours": "the hours spent on {kind}",
    "person_days": "the person-days spent on {kind}",
    "projects": "the projects done ({kind})",
    "complexity": "how complex the work was ({kind})",
    "responsibility": "how much the person answered for ({kind})",
    "training": "the hours of training in {words}",
    "course": "whether {course} was taken",
    "certifications": "which certifications the person holds",
    "expiry": "until when the {certification} is valid",
    "membership": "whether the person is a member of {issuer}",
    "employer": "which kind of employer the person works for",
    "declare": "whether this is true of the person: {text}",
    "assessment": "whether this is passed: {text}",
    "title": "what was done as “{subject}”",
    "breaks": "whether a career break interrupted the work",
    "disputed": "which number holds, as sources disagree: {requirement}",
}
# By the topic of a question that a single word answers: how the interview asks it.
SHORT_QUESTIONS = {
    "course": "Have you taken {course}?",
    "membership": "Are you a member of {issuer}?",
    "employer": "Which kind of employer do you work for now?",
    "declare": "Is this true of you? {text}",
    "assessment": "Have you passed this? {text}",
}


def answer_label(word: str) -> str:
    """One of the `answers` of a question, as a choice."""
    return "none of these" if word == OTHER_EMPLOYER else _employer_kind(word)


def requirement_text(leaf: Leaf, catalog: Catalog) -> str:
    """What a leaf requires, in full."""
    match leaf:
        case Degree():
            return _degree(leaf)
        case Experience():
            return _experience(leaf, catalog)
        case Training():
            window = _window(leaf.within_years)
            return f"{_hours(leaf)} of training in {readable(leaf.topic)}{window}{_dispute(leaf)}"
        case Course():
            return course_name(leaf.course, catalog)
        case Holds():
            lapsed = " (lapsed counts)" if leaf.lapsed else ""
            return f"holding {_certification_names(leaf, catalog)}{lapsed}"
        case Membership():
            return f"membership of {issuer_name(leaf.membership, catalog)}"
        case Employer():
            return f"a job with an employer of the kind “{_employer_kind(leaf.employer)}”"
        case Assessment():
            return f"passed before applying: {leaf.text}"
        case Declare():
            return f"check this yourself: {leaf.text}"
        case _:
            assert_never(leaf)


def short_text(leaf: Leaf, catalog: Catalog) -> str:
    """What a leaf requires, in the few words that a line of several leaves has room for."""
    match leaf:
        case Degree():
            accredited = f" ({leaf.accreditation})" if leaf.accreditation else ""
            field = f" in {join_names(leaf.field, 'or')}" if leaf.field else ""
            return f"{_SHORT_DEGREES[leaf.degree]}{accredited}{field}"
        case Experience():
            return _short_experience(leaf, catalog)
        case Training():
            return f"{_hours(leaf)} of {readable(leaf.topic)} training"
        case Holds():
            return _short_holds(leaf, catalog)
        case Employer():
            return f"employer: {_employer_kind(leaf.employer)}"
        case Course() | Membership():
            return requirement_text(leaf, catalog)
        case Assessment() | Declare():
            return leaf.text
        case _:
            assert_never(leaf)


def amount_text(leaf: Leaf) -> str:
    """The amount that a leaf requires, without its subject; empty if it requires none."""
    match leaf:
        case Experience():
            return join_names(_amounts(leaf)) + _window(leaf.within_years, leaf.extendable_to_years)
        case Training():
            return _hours(leaf) + _window(leaf.within_years)
        case Degree() | Course() | Holds() | Membership() | Employer() | Assessment() | Declare():
            return ""
        case _:
            assert_never(leaf)


def missing_text(leaf: Leaf, shortfall: float, unit: str, catalog: Catalog) -> str:
    """What is missing for a leaf, as the object of a sentence."""
    match leaf:
        case Experience():
            return f"{amount(shortfall, unit)}{_of_kind(leaf, catalog)}{_grades(leaf)}"
        case Training():
            return f"{amount(shortfall, unit)} of training in {readable(leaf.topic)}"
        case Holds():
            return _certification_names(leaf, catalog)
        case Degree() | Course() | Membership() | Employer() | Assessment() | Declare():
            return requirement_text(leaf, catalog)
        case _:
            assert_never(leaf)


def is_paid_for(leaf: Leaf) -> bool:
    """Whether what meets the leaf is usually bought."""
    match leaf:
        case Training() | Course() | Holds() | Membership() | Assessment():
            return True
        case Degree() | Experience() | Employer() | Declare():
            return False
        case _:
            assert_never(leaf)


def is_short(leaf: Leaf) -> bool:
    """Whether the short text leaves room for others on its line."""
    match leaf:
        case Holds():
            return len(leaf.certifications) == 1
        case Training() | Course() | Membership() | Employer():
            return True
        case Degree() | Experience() | Assessment() | Declare():
            return False
        case _:
            assert_never(leaf)


def loss_text(leaf: Leaf, cause: Cause, catalog: Catalog) -> str:
    """Which evidence for a leaf is lost, and why; empty if it cannot be named."""
    match leaf:
        case Experience():
            return _work_leaves_window(leaf, cause)
        case Training():
            if not cause.days:
                return ""
            topic, day = readable(leaf.topic), cause.days.last.isoformat()
            return f"your training in {topic} of {day} leaves the {leaf.within_years}-year window"
        case Holds():
            return _credential_lapses(cause, catalog)
        case Degree() | Course() | Membership() | Employer() | Assessment() | Declare():
            return ""
        case _:
            assert_never(leaf)


def gain_text(leaf: Leaf, cause: Cause, catalog: Catalog) -> str:
    """Which evidence for a leaf is gained; empty if it cannot be named."""
    match leaf:
        case Experience():
            titles = _work_titles(cause)
            going = f", with {titles} going on" if titles else ""
            return f"your work comes to {requirement_text(leaf, catalog)}{going}"
        case Holds():
            if not cause.certification:
                return ""
            return f"by then you hold {certification_name(cause.certification, catalog)}"
        case (
            Degree() | Training() | Course() | Membership() | Employer() | Assessment() | Declare()
        ):
            return ""
        case _:
            assert_never(leaf)


def work_description(leaf: Experience, catalog: Catalog) -> str:
    """The kind of work that a leaf requires, without the amount."""
    text = kind_name(leaf.kind, catalog)
    return text + _grades(leaf) + _window(leaf.within_years, leaf.extendable_to_years)


def _employer_kind(id: str) -> str:
    """The kind as words; two letters at its beginning are short for something: US, EU, IT."""
    first, *rest = readable(id).split()
    return " ".join((first.upper() if len(first) == len("US") else first, *rest))


def _degree(leaf: Degree) -> str:
    text = DEGREE_NAMES[leaf.degree]
    if leaf.degree not in ("none", "doctorate"):
        text += " or higher"
    if leaf.accreditation:
        text += f", accredited by {leaf.accreditation}"
    if leaf.field:
        text += f", in {join_names(leaf.field, 'or')}"
    return text


def _experience(leaf: Experience, catalog: Catalog) -> str:
    text = join_names(_amounts(leaf)) + _of_kind(leaf, catalog) + _grades(leaf)
    return text + _window(leaf.within_years, leaf.extendable_to_years) + _dispute(leaf)


def _short_experience(leaf: Experience, catalog: Catalog) -> str:
    work = kind_name(leaf.kind, catalog)
    grades = [readable(grade) for grade in (leaf.complexity, leaf.responsibility) if grade]
    if grades:
        work += f" ({', '.join(grades)})"
    window = f" in {amount(leaf.within_years, 'year')}" if leaf.within_years else ""
    return f"{join_names(_amounts(leaf))} of {work}{window}"


def _amounts(leaf: Experience) -> list[str]:
    units = (
        (leaf.months, "month"),
        (leaf.hours, "hour"),
        (leaf.person_days, "person_day"),
        (leaf.projects, "project"),
    )
    return [_readings(value, unit, leaf) for value, unit in units if value is not None]


def _hours(leaf: Training) -> str:
    return _readings(leaf.hours, "hour", leaf)


def _readings(value: int, unit: str, leaf: DisputableLeaf) -> str:
    """An amount; where sources disagree, both that they name."""
    if leaf.disputed is None:
        return amount(value, unit)
    return f"{number(value)} or {amount(leaf.disputed, unit)}"


def _dispute(leaf: DisputableLeaf) -> str:
    """The reason why the leaf can be unknown though every amount is given."""
    return "; sources disagree on the number" if leaf.disputed else ""


def _grades(leaf: Experience) -> str:
    text = f", at least {readable(leaf.complexity)}" if leaf.complexity else ""
    if leaf.responsibility:
        text += f", at least in a role of {readable(leaf.responsibility)}"
    return text


def _of_kind(leaf: Experience, catalog: Catalog) -> str:
    kind = kind_name(leaf.kind, catalog)
    return f" ({kind})" if leaf.projects and not leaf.months else f" of {kind}"


def _window(years: int | None, extendable: int | None = None) -> str:
    if years is None:
        return ""
    extension = f"; {extendable} where career breaks lie between" if extendable else ""
    return f" (last {amount(years, 'year')}{extension})"


def _work_leaves_window(leaf: Experience, cause: Cause) -> str:
    if not cause.days:
        return ""
    first_month = month(cause.days.first)
    years = leaf.within_years
    window = f"the {years}-year window" if not leaf.extendable_to_years else "the window"
    if not cause.work:
        return f"the oldest of your months without dates ({first_month}) leaves {window}"
    titles = _work_titles(cause)
    work_titles = f" ({titles})" if titles else ""
    return f"your work of {first_month}{work_titles} leaves {window}"


def _work_titles(cause: Cause) -> str:
    return join_names(dict.fromkeys(f"“{period.title}”" for period in cause.work if period.title))


def _certification_names(leaf: Holds, catalog: Catalog) -> str:
    """The certifications of a `holds` leaf; a large group by its size and name."""
    if leaf.group and len(leaf.certifications) > _FEW:
        return f"one of {len(leaf.certifications)} certifications ({readable(leaf.group)})"
    return join_names((certification_name(id, catalog) for id in leaf.certifications), "or")


def _short_holds(leaf: Holds, catalog: Catalog) -> str:
    names = [certification_name(id, catalog) for id in leaf.certifications]
    if len(names) > _FEW_IN_SHORT:
        names = [*names[: _FEW_IN_SHORT - 1], f"{len(names) - _FEW_IN_SHORT + 1} others"]
    lapsed = " (or lapsed)" if leaf.lapsed else ""
    return f"{join_names(names, 'or')}{lapsed}"


def _credential_lapses(cause: Cause, catalog: Catalog) -> str:
    if not cause.certification:
        return ""
    name = certification_name(cause.certification, catalog)
    if cause.last_day:
        return f"your {name} lapses, its last day is {cause.last_day.isoformat()}"
    return f"your {name} is one cycle old then, and you gave no renewal"
