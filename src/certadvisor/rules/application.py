"""Application evidence: everything that a person can submit with an application.

Work entry by entry, training, certificates, education, and the verdicts on all other
requirements of the rule in force.
"""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.catalog.requirement import AllOf, AnyOf, Leaf, leaves
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential, Education, Section, TrainingRecord
from certadvisor.rules.leaves import holds, training
from certadvisor.rules.leaves.experience_breakdown import ExperienceBreakdown, break_down_rule
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check, Verdict, nearest_leaves


class TrainingEvidence(NamedTuple):
    """A training record, and whether it counts towards a training requirement of the rule."""

    record: TrainingRecord
    counted: bool


class CredentialEvidence(NamedTuple):
    """A credential, whether it is active (None: not known), and whether the rule names it."""

    credential: Credential
    active: bool | None
    in_rule: bool


class ApplicationEvidence(NamedTuple):
    """The evidence for an application; a list that the profile does not give is None.

    `other_verdicts` are the verdicts on the leaves that do not require work, without
    duplicates. `unused_work` are the indices, in the profile, of the work entries that no
    requirement counts.
    """

    check: Check
    work: tuple[ExperienceBreakdown, ...]
    training: tuple[TrainingEvidence, ...] | None
    credentials: tuple[CredentialEvidence, ...] | None
    education: tuple[Education, ...] | None
    other_verdicts: tuple[Verdict, ...]
    unused_work: tuple[int, ...]


def collect_evidence(check: Check, evidence: Evidence) -> ApplicationEvidence:
    """Collect a person's evidence by what the rule in force requires.

    Args:
        check: The answer for the certification.
        evidence: The evidence that the answer was made from.

    Returns:
        The evidence for an application, on the day of `check`.
    """
    used = _used_leaves(check)
    leaf_verdicts = tuple(
        (leaf, verdict) for leaf, verdict in _leaf_verdicts(check) if (type(leaf), leaf) in used
    )
    work = tuple(
        one for one in break_down_rule(check, evidence) if (type(one.leaf), one.leaf) in used
    )
    used_indices = {entry.work_index for breakdown in work for entry in breakdown.entries}
    indices = range(len(evidence.profile.work or ()))
    return ApplicationEvidence(
        check=check,
        work=work,
        training=_training_evidence(leaf_verdicts, evidence),
        credentials=_credential_evidence(check, evidence),
        education=evidence.profile.education,
        other_verdicts=tuple(
            verdict for leaf, verdict in leaf_verdicts if kind_of(leaf).SECTION is not Section.WORK
        ),
        unused_work=tuple(index for index in indices if index not in used_indices),
    )


def _used_leaves(check: Check) -> set[tuple[type, object]]:
    """The leaves of the way that the application uses: the nearest one, or the one that is met.

    Each is given with its type: named tuples of two leaf types can be equal as tuples.
    """
    return {
        (type(verdict.requirement), verdict.requirement)
        for root in (check.verdict, check.award_verdict)
        if root is not None
        for verdict in nearest_leaves(root)
    }


def _leaf_verdicts(check: Check) -> Iterable[tuple[Leaf, Verdict]]:
    """Yield every leaf of the exam's and the award's rule and its verdict, without duplicates.

    The key includes the type: named tuples of two leaf types can be equal as tuples.
    """
    seen: set[tuple[type, object]] = set()
    stack = [root for root in (check.award_verdict, check.verdict) if root]
    while stack:
        verdict = stack.pop()
        leaf = verdict.requirement
        if isinstance(leaf, AllOf | AnyOf):
            stack += verdict.children[::-1]
        elif (key := (type(leaf), leaf)) not in seen:
            seen.add(key)
            yield leaf, verdict


def _training_evidence(
    leaf_verdicts: Iterable[tuple[Leaf, Verdict]], evidence: Evidence
) -> tuple[TrainingEvidence, ...] | None:
    records = evidence.profile.training
    if records is None:
        return None
    counted = training.counted_entries(
        (leaf for leaf, _ in leaf_verdicts), evidence, evidence.as_of
    )
    return tuple(TrainingEvidence(record, index in counted) for index, record in enumerate(records))


def _credential_evidence(check: Check, evidence: Evidence) -> tuple[CredentialEvidence, ...] | None:
    credentials = evidence.profile.certifications
    if credentials is None:
        return None
    rule = check.rule
    ids_in_rule = {
        id
        for leaf in ((*leaves(rule.sit), *leaves(rule.award)) if rule else ())
        for id in kind_of(leaf).certifications(leaf)
    }
    return tuple(
        CredentialEvidence(
            credential,
            _as_optional_bool(holds.judge_credential(credential, evidence, evidence.as_of)),
            credential.id in ids_in_rule,
        )
        for credential in credentials
    )


def _as_optional_bool(outcome: Outcome) -> bool | None:
    return None if outcome is Outcome.UNKNOWN else outcome is Outcome.MET
