"""Gaps of a profile: lists that are not given, incomplete entries, and the best question."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import leaves
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.rules.assumptions import assumptions_of
from certadvisor.rules.judge import judge
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.questions import best_question
from certadvisor.rules.verdict import Assumption, Question, Verdict

PROFILE_LISTS = (
    "education",
    "work",
    "training",
    "courses",
    "certifications",
    "memberships",
    "breaks",
)


class ProfileGap(NamedTuple):
    """A field that is missing in an entry and that a rule may require."""

    path: str
    about: str  # the title, topic or id by which a person knows the entry


class ProfileCheck(NamedTuple):
    """How far a profile goes, judged against every certification that can be earned.

    `missing_lists` are the lists that are `None` (not given), in the order of `PROFILE_LISTS`.
    `outcomes` counts the verdicts of each outcome; `question` is the one whose answer settles
    most of the unknown ones, `None` where none would.
    """

    missing_lists: tuple[str, ...]
    gaps: tuple[ProfileGap, ...]
    assumptions: tuple[Assumption, ...]
    outcomes: dict[Outcome, int]
    question: Question | None


def check_profile(profile: Profile, catalog: Catalog, as_of: date) -> ProfileCheck:
    """Judge a valid profile against every obtainable certification of the catalogue."""
    evidence = Evidence(profile, catalog, as_of)
    verdicts: list[tuple[str, Verdict]] = []
    assumptions: dict[Assumption, None] = {}
    for id, certification in catalog.certifications.items():
        rule = certification.rule_on(as_of)
        if rule and certification.obtainable_on(as_of) is not False:
            verdicts.append((id, judge(rule.sit, evidence, as_of)))
            rule_assumptions = assumptions_of(leaves(rule.sit), evidence, as_of)
            assumptions.update(dict.fromkeys(rule_assumptions))
    outcomes = [verdict.outcome for _, verdict in verdicts]
    return ProfileCheck(
        missing_lists=tuple(name for name in PROFILE_LISTS if getattr(profile, name) is None),
        gaps=_find_gaps(profile),
        assumptions=tuple(assumptions),
        outcomes={outcome: outcomes.count(outcome) for outcome in Outcome},
        question=best_question(verdicts, evidence, as_of),
    )


def _find_gaps(profile: Profile) -> tuple[ProfileGap, ...]:
    """The missing fields of entries, in the order of the profile.

    Listed are fields without which a rule may have to answer "unknown".
    """
    degrees = (
        ProfileGap(f"education[{index}].awarded", entry.degree)
        for index, entry in enumerate(profile.education or ())
        if entry.awarded_unknown
    )
    credentials = (
        ProfileGap(f"certifications[{index}].earned", credential.id)
        for index, credential in enumerate(profile.certifications or ())
        if credential.earned is None and credential.expires is None
    )
    return (*degrees, *_work_gaps(profile), *_training_gaps(profile), *credentials)


def _work_gaps(profile: Profile) -> Iterator[ProfileGap]:
    for index, job in enumerate(profile.work or ()):
        amounts = (job.months, job.hours, job.person_days, job.projects)
        if job.kinds is None:
            yield ProfileGap(f"work[{index}].kinds", job.title or "")
        if job.start is None and all(amount is None for amount in amounts):
            yield ProfileGap(f"work[{index}].start", job.title or "")


def _training_gaps(profile: Profile) -> Iterator[ProfileGap]:
    for index, record in enumerate(profile.training or ()):
        if record.hours is None:
            yield ProfileGap(f"training[{index}].hours", record.topic)
        if record.completed_unknown:
            yield ProfileGap(f"training[{index}].completed", record.topic)
