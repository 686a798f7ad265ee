"""The second judge: the outcome of a certification for a person on a day.

The first day of a yes is found by walking there.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from oracle.days import ONE_DAY, first_day
from oracle.leaves import any_of, judge_leaf
from oracle.reading import Catalogue, Profile, Question, Written

WORDS = {True: "met", False: "unmet", None: "unknown"}


class Answer(NamedTuple):
    """The outcome of taking the exam, and of being certified."""

    outcome: str
    award: str


class Judge:
    """Judges by one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def judge(
        self, certification: str, profile: Profile, asked: date, day: date | None = None
    ) -> Answer:
        """The answer on a day, the as-of day unless given; until then only time goes on."""
        question = Question(self.catalogue, profile, asked, day or asked)
        version = _in_force(self._record(certification).get("rules", ()), question.day)
        if version is None:
            return Answer(WORDS[None], WORDS[None])
        award = judge_node(version, question)
        sit = version.get("sit")
        outcome = award if sit is None else sit == "open" or judge_node(sit, question)
        return Answer(WORDS[outcome], WORDS[award])

    def obtainable(self, certification: str, day: date) -> bool | None:
        """Whether it can be earned on the day; None where that is unclear."""
        status = _in_force(self._record(certification)["statuses"], day)
        if status is None:
            return False
        return None if status["state"] == "unclear" else status["state"] in ("active", "retiring")

    def eligible_from(
        self, certification: str, profile: Profile, asked: date, last: date
    ) -> date | None:
        """The first day until `last` on which the rule is met and the certification obtainable."""
        day = asked
        while day <= last:
            if self.obtainable(certification, day):
                answer = self.judge(certification, profile, asked, day)
                if answer.outcome == "met":
                    return day
            day += ONE_DAY
        return None

    def _record(self, certification: str) -> Written:
        return self.catalogue.records[certification]


def _in_force(dated: Iterable[Written], day: date) -> Written | None:
    """The last entry in force by then; one without a first day reaches back for ever."""
    started = [one for one in dated if "from" not in one or first_day(one["from"]) <= day]
    return started[-1] if started else None


def judge_node(node: Written, question: Question) -> bool | None:
    """A rule version, a group or a leaf, by Kleene's rules."""
    if node.get("open"):
        return True
    if "needs" in node:
        return judge_node(node["needs"], question)
    if "all" in node:
        return _all_of(judge_node(child, question) for child in node["all"])
    if "any" in node:
        return any_of(judge_node(child, question) for child in node["any"])
    return judge_leaf(node, question)


def _all_of(answers: Iterable[bool | None]) -> bool | None:
    """Unmet where one is, met where all are."""
    given = list(answers)
    if False in given:
        return False
    return None if None in given else True
