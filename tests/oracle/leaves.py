"""Every leaf but `experience`.

True is met, False is unmet, and None is unknown: two completions of what is not given disagree.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from oracle.days import first_day, last_day, years_after, years_before
from oracle.reading import UNKNOWN, Catalogue, Question, Written, plain
from oracle.worlds import judge_experience

DEGREES = ["none", "secondary", "associate", "bachelor", "master", "doctorate"]


def judge_leaf(leaf: Written, question: Question) -> bool | None:
    """The answer of a leaf, which is named by its first key."""
    if "disputed" in leaf:
        answers = {judge_leaf(reading, question) for reading in _readings(leaf)}
        return answers.pop() if len(answers) == 1 else None
    return _judge(leaf, question)


def _judge(leaf: Written, question: Question) -> bool | None:
    profile, may_lack = question.profile, question.profile.incomplete
    match next(iter(leaf)):
        case "degree":
            return _degree(leaf, question)
        case "experience":
            return judge_experience(leaf, question)
        case "training":
            return _training(leaf, question)
        case "course":
            return _listed(leaf["course"], profile.courses, may_lack="courses" in may_lack)
        case "membership":
            listed = profile.memberships
            return _listed(leaf["membership"], listed, may_lack="memberships" in may_lack)
        case "holds":
            return _holds(leaf, question)
        case "employer":
            return _employer(leaf["employer"], question)
        case "declare":
            return _declare(leaf, question)
        case "assessment":
            return True if leaf["assessment"] in profile.confirmed else None
    raise AssertionError(f"no leaf: {leaf}")


def _readings(leaf: Written) -> Iterator[Written]:
    """The leaf with each of the two amounts that sources name."""
    lower = {key: value for key, value in leaf.items() if key != "disputed"}
    amount = next(key for key in ("months", "hours", "person_days", "projects") if key in leaf)
    yield from (lower, {**lower, amount: leaf["disputed"]})


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Met where one is, unmet where all are."""
    given = list(answers)
    if True in given:
        return True
    return None if None in given else False


def _unless_more(*, answer: bool | None, may_lack: bool) -> bool | None:
    """The answer of a list; a no is open where the list may lack entries."""
    return None if answer is False and may_lack else answer


def _listed(asked_for: str, given: list[str] | None, *, may_lack: bool) -> bool | None:
    if given is None:
        return None
    listed = plain(asked_for) in {plain(one) for one in given}
    return _unless_more(answer=listed, may_lack=may_lack)


def _degree(leaf: Written, question: Question) -> bool | None:
    if leaf["degree"] == "none":
        return True
    education = question.profile.education
    if education is None:
        return None
    met = any_of(_is_enough(one, leaf, question.day) for one in education)
    return _unless_more(answer=met, may_lack="education" in question.profile.incomplete)


def _is_enough(one: Written, leaf: Written, day: date) -> bool | None:
    """Whether one degree meets the whole leaf; an absent accreditation or field is none.

    An unknown day of award may be still to come.
    """
    if DEGREES.index(one["degree"]) < DEGREES.index(leaf["degree"]):
        return False
    awarded = one.get("awarded")
    if awarded not in (None, UNKNOWN) and first_day(awarded) > day:
        return False
    accredited, field = plain(one.get("accreditation", "")), plain(one.get("field", ""))
    if "accreditation" in leaf and accredited != plain(leaf["accreditation"]):
        return False
    if "field" in leaf and not any(plain(word) in field for word in leaf["field"]):
        return False
    return None if awarded == UNKNOWN else True


def _training(leaf: Written, question: Question) -> bool | None:
    profile = question.profile
    if profile.training is None:
        return None
    trains = [(one, _trains(one, leaf, question.day)) for one in profile.training]
    if sum(one.get("hours", 0) for one, counts in trains if counts) >= leaf["hours"]:
        return True
    may_count = [one for one, counts in trains if counts is not False]
    more = any("hours" not in one for one in may_count)
    more = more or sum(one["hours"] for one in may_count) >= leaf["hours"]
    return _unless_more(answer=False, may_lack=more or "training" in profile.incomplete)


def _trains(one: Written, leaf: Written, day: date) -> bool | None:
    """Whether it is the topic's, completed by the day and in the window; undated it is recent.

    An unknown day may lie in the window, before it or ahead.
    """
    if plain(one["topic"]) != plain(leaf["training"]):
        return False
    if "completed" not in one:
        return True
    if one["completed"] == UNKNOWN:
        return None
    completed, years = first_day(one["completed"]), leaf.get("within_years")
    return completed <= day and (years is None or completed >= years_before(day, years))


def _holds(leaf: Written, question: Question) -> bool | None:
    credentials = question.profile.certifications
    if credentials is None:
        return None
    named = {plain(one) for one in _members(leaf["holds"], question.catalogue)}
    held = [one for one in credentials if plain(one["id"]) in named]
    answer = any_of(_is_held(one, leaf, question) for one in held)
    return _unless_more(answer=answer, may_lack="certifications" in question.profile.incomplete)


def _members(holds: str | list[str], catalogue: Catalogue) -> Iterator[str]:
    for one in [holds] if isinstance(holds, str) else holds:
        yield from catalogue.groups[one]["members"] if one in catalogue.groups else [one]


def _is_held(one: Written, leaf: Written, question: Question) -> bool | None:
    """Whether a credential is earned by the day and, unless a lapsed one will do, active on it."""
    earned, expires, day = one.get("earned"), one.get("expires"), question.day
    if earned not in (None, UNKNOWN) and first_day(earned) > day:
        return False
    if leaf.get("lapsed") == "allowed":
        return True
    if expires not in (None, UNKNOWN):
        return day <= last_day(expires)
    renewal = question.catalogue.records.get(one["id"], {}).get("renewal", {})
    if renewal.get("lifetime"):
        return True
    if UNKNOWN in (earned, expires):
        return None
    if earned is None:
        return True  # taken as active, an assumption
    return True if _within_cycle(first_day(earned), renewal, day) else None


def _within_cycle(earned: date, renewal: Written, day: date) -> bool:
    """Whether the first cycle is not over; always where no cycle is known."""
    years = renewal.get("first_cycle_years", renewal.get("cycle_years"))
    if years is None:
        return True
    if "common_cycle_end" not in renewal:
        return day <= years_after(earned, years)
    end = first_day(renewal["common_cycle_end"])
    while end >= earned:
        end = years_before(end, years)
    while end < earned:
        end = years_after(end, years)
    return day <= end


def _employer(asked_for: str, question: Question) -> bool | None:
    """Met by the kind, unmet by another that a rule names or by `other`, open by another word."""
    if question.profile.employer is None:
        return None
    given = plain(question.profile.employer)
    if given == plain(asked_for):
        return True
    return False if given in map(plain, ["other", *question.catalogue.employers]) else None


def _declare(leaf: Written, question: Question) -> bool | None:
    """Met if confirmed, or if other evidence proves it; never refuted."""
    if leaf["declare"] in question.profile.confirmed:
        return True
    return any_of(judge_leaf(proof, question) for proof in leaf.get("proved_by", ())) or None
