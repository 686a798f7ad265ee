"""Comparing the two judges: every question to both, and a disagreement in its smallest form."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from certadvisor import Advisor
from certadvisor.errors import InputError
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.outcome import Outcome
from oracle.judge import Judge
from oracle.people import Draw
from oracle.reading import Profile, read_catalogue, read_profile

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
OWN = HERE / "catalog"
FAR = date(2030, 1, 1)
"""Dates may lie up to 20 years after it."""


WALKED = 0.2
"""The share of people of whom the first day of a yes is looked for."""


class Question(NamedTuple):
    """A question to both judges: about a day, or about the first day of a yes until a last one."""

    certification: str
    asked: date
    day: date
    first_day_of_yes: bool = False


class Disagreement(NamedTuple):
    """A question, a profile, and what each of the judges says."""

    question: Question
    profile: Mapping[str, Any]
    engine: object
    oracle: object


class Comparison:
    """Both judges over the built-in catalogue and one of odd rules, with the questions counted."""

    def __init__(self) -> None:
        self.checks = 0
        self.catalogue = read_catalogue(DATA, OWN)
        self._judge = Judge(self.catalogue)
        self._advisor = Advisor(catalogs=OWN)
        self._catalog = self._advisor._catalog

    def disagreements(
        self, profile: Mapping[str, Any], questions: Iterable[Question]
    ) -> Iterator[Disagreement]:
        """Yield the questions about a person on which the judges disagree."""
        timelines: dict[date, Timeline] = {}
        for question in questions:
            self.checks += 1
            answers = self.answers(profile, question, timelines)
            if answers[0] != answers[1]:
                yield Disagreement(question, profile, *answers)

    def answers(
        self,
        profile: Mapping[str, Any],
        question: Question,
        timelines: dict[date, Timeline] | None = None,
    ) -> tuple[object, object]:
        """Return the answers of the engine and of the oracle; `timelines` are kept for a person."""
        timelines = {} if timelines is None else timelines
        asked = question.asked
        if asked not in timelines:
            read = self._advisor.read_profile(profile, FAR).profile
            timelines[asked] = Timeline(Evidence(read, self._catalog, asked))
        engine = self._ask_engine(timelines[asked], question)
        return engine, self._ask_oracle(read_profile(profile, self.catalogue), question)

    def _ask_oracle(self, profile: Profile, question: Question) -> object:
        certification, asked, day, first_day_of_yes = question
        if first_day_of_yes:
            return self._judge.eligible_from(certification, profile, asked, day)
        return self._judge.judge(certification, profile, asked, day)

    def _ask_engine(self, timeline: Timeline, question: Question) -> object:
        certification = self._catalog.certifications[question.certification]
        if question.first_day_of_yes:
            since = timeline.eligibility(certification, with_end=False).since
            return None if since is None or since > question.day else since
        if question.day == question.asked:
            checked = check(certification, timeline, with_end=False, with_questions=False)
            return str(checked.outcome), str(checked.award or checked.outcome)
        rule = certification.rule_on(question.day)
        if rule is None:
            return Outcome.UNKNOWN, Outcome.UNKNOWN
        return tuple(timeline.outcomes(node).on(question.day) for node in (rule.sit, rule.award))

    def smallest(self, found: Disagreement) -> Disagreement:
        """The disagreement with everything left out of the profile without which it remains."""
        for path in _paths(found.profile):
            smaller = deepcopy(dict(found.profile))
            _leave_out(smaller, path)
            try:
                still = next(self.disagreements(smaller, [found.question]), None)
            except (InputError, KeyError, IndexError):
                continue
            if still:
                return self.smallest(still)
        return found


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    keys = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    for key in keys:
        yield from _paths(value[key], (*path, key))


def _leave_out(value: Any, path: tuple[Any, ...]) -> None:
    *above, last = path
    for key in above:
        value = value[key]
    del value[last]


def draw_people(
    comparison: Comparison, seed: int
) -> Iterator[tuple[dict[str, Any], list[Question]]]:
    """Yield people without end, each with questions about one certification most of all."""
    draw, random = Draw(comparison.catalogue, seed), Random(seed)  # noqa: S311 - the same each time
    certifications = list(comparison.catalogue.records)
    with_rules = [id for id in certifications if "rules" in comparison.catalogue.records[id]]
    while True:
        certification = random.choice(with_rules)
        profile, asked, later = draw.person(certification)
        questions = [
            Question(one, asked, day)
            for one in (certification, *random.sample(certifications, 4))
            for day in (asked, *later)
        ]
        if random.random() < WALKED:
            until = asked + timedelta(random.choice([40, 400]))
            questions.append(Question(certification, asked, until, first_day_of_yes=True))
        yield profile, questions
