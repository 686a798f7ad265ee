"""Application evidence: everything that a person can submit with an application.

Work entry by entry, training, certificates, education, and the verdicts on all other
requirements of the rule in force.
"""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.catalog.requirement import AllOf, AnyOf, Experience, Training, leaves
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential, Education, TrainingRecord
from certadvisor.rules.experience_breakdown import Tally, work_of
from certadvisor.rules.leaves import holds, training
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check, Verdict


class Trained(NamedTuple):
    """A training record, and whether it counts towards a training requirement of the rule."""

    record: TrainingRecord
    counted: bool


class Held(NamedTuple):
    """A credential, whether it is active (None: not known), and whether the rule names it."""

    credential: Credential
    active: bool | None
    asked: bool


class Pack(NamedTuple):
    """The evidence for an application; a list that the profile does not give is None.

    `other_verdicts` are the verdicts on the leaves that do not require work, without
    duplicates. `unused_work` are the indices, in the profile, of the work entries that no
    requirement counts.
    """

    check: Check
    work: tuple[Tally, ...]
    training: tuple[Trained, ...] | None
    held: tuple[Held, ...] | None
    education: tuple[Education, ...] | None
    conditions: tuple[Verdict, ...]
    left_out: tuple[int, ...]


def pack_of(check: Check, evidence: Evidence) -> Pack:
    """Collect a person's evidence by what the rule in force requires.

    Args:
        check: The answer for the certification.
        evidence: The evidence that the answer was made from.

    Returns:
        The evidence for an application, on the day of `check`.
    """
    judged = tuple(_leaves(check))
    work = work_of(check, evidence)
    used = {entry.place for tally in work for entry in tally.entries}
    everything = range(len(evidence.profile.work or ()))
    return Pack(
        check=check,
        work=work,
        training=_trained(judged, evidence),
        held=_held(check, evidence),
        education=evidence.profile.education,
        conditions=tuple(one for one in judged if not isinstance(one.requirement, Experience)),
        left_out=tuple(place for place in everything if place not in used),
    )


def _leaves(check: Check) -> Iterable[Verdict]:
    """Yield the verdict on every leaf of the exam's and the award's rule, without duplicates.

    The key includes the type: named tuples of two leaf types can be equal as tuples.
    """
    seen: set[tuple[type, object]] = set()
    stack = [one for one in (check.award_verdict, check.verdict) if one]
    while stack:
        verdict = stack.pop()
        if isinstance(verdict.requirement, AllOf | AnyOf):
            stack += verdict.children[::-1]
        elif (key := (type(verdict.requirement), verdict.requirement)) not in seen:
            seen.add(key)
            yield verdict


def _trained(judged: Iterable[Verdict], evidence: Evidence) -> tuple[Trained, ...] | None:
    records = evidence.profile.training
    if records is None:
        return None
    asked = [one.requirement for one in judged if isinstance(one.requirement, Training)]
    return tuple(
        Trained(one, any(training.counts(leaf, one, evidence.as_of) for leaf in asked))
        for one in records
    )


def _held(check: Check, evidence: Evidence) -> tuple[Held, ...] | None:
    credentials = evidence.profile.certifications
    if credentials is None:
        return None
    rule = check.rule
    asked = {
        id
        for leaf in ((*leaves(rule.sit), *leaves(rule.award)) if rule else ())
        for id in getattr(leaf, "certifications", ())
    }
    return tuple(
        Held(one, _known(holds.active(one, evidence, evidence.as_of)), one.id in asked)
        for one in credentials
    )


def _known(outcome: Outcome) -> bool | None:
    return None if outcome is Outcome.UNKNOWN else outcome is Outcome.MET
