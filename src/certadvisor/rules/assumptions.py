"""Assumptions: what an answer takes as given about the profile, so that none stays hidden."""

from collections.abc import Iterable
from datetime import date

from certadvisor.catalog.requirement import Degree, Experience, Holds, Leaf, Training
from certadvisor.profile.evidence import Evidence, WorkFilter
from certadvisor.profile.guesses import guesses_about
from certadvisor.rules.verdict import Assumption


def assumptions_of(leaves: Iterable[Leaf], evidence: Evidence, day: date) -> tuple[Assumption, ...]:
    """Collect the assumptions that the outcomes of these leaves depend on.

    Args:
        leaves: The leaves of a rule.
        evidence: The person's evidence.
        day: The day that the leaves were judged for.

    Returns:
        The assumptions, without duplicates, in the order of the leaves.
    """
    assumptions: dict[Assumption, None] = {}
    for leaf in leaves:
        if isinstance(leaf, Experience):
            assumptions.update(dict.fromkeys(_work_assumptions(leaf, evidence)))
        elif isinstance(leaf, Training):
            assumptions.update(dict.fromkeys(_training_assumptions(leaf, evidence)))
        elif isinstance(leaf, Holds):
            assumptions.update(dict.fromkeys(_credential_assumptions(leaf, evidence, day)))
        assumptions.update(dict.fromkeys(_guess_assumptions(leaf, evidence)))
    return tuple(assumptions)


def _work_assumptions(leaf: Experience, evidence: Evidence) -> Iterable[Assumption]:
    backfilled = 0
    for period, certain in evidence.matching_periods(
        WorkFilter(leaf.kind, leaf.complexity, leaf.responsibility)
    ):
        if period.kinds_from_title and period.title and certain:
            yield Assumption("kinds-from-title", period.title)
        if leaf.months is not None and period.start is None and certain:
            backfilled += period.months or 0
        is_spread = leaf.hours is not None and period.hours is not None
        if is_spread and period.start is not None and leaf.within_years is not None:
            yield Assumption("hours-spread", leaf.kind, period.hours)
    if backfilled:
        yield Assumption("undated-work", leaf.kind, backfilled)


def _guess_assumptions(leaf: Leaf, evidence: Evidence) -> Iterable[Assumption]:
    """Return the import's guesses about the evidence that the leaf looks at."""
    profile = evidence.profile
    if not profile.guessed:
        return ()
    if isinstance(leaf, Experience):
        work = WorkFilter(leaf.kind, leaf.complexity, leaf.responsibility)
        counted_periods = {period for period, _ in evidence.matching_periods(work)}
        indices = [at for at, period in enumerate(profile.work or ()) if period in counted_periods]
        section = "work"
    elif isinstance(leaf, Degree) and leaf.degree != "none":
        section, indices = "education", list(range(len(profile.education or ())))
    elif isinstance(leaf, Training):
        records = enumerate(profile.training or ())
        section, indices = "training", [at for at, record in records if record.topic == leaf.topic]
    elif isinstance(leaf, Holds):
        credentials = enumerate(profile.certifications or ())
        section, indices = (
            "certifications",
            [at for at, credential in credentials if credential.id in leaf.certifications],
        )
    else:
        return ()
    return [Assumption("guess", path) for path in guesses_about(profile, section, indices)]


def _training_assumptions(leaf: Training, evidence: Evidence) -> Iterable[Assumption]:
    undated = [
        record.hours or 0
        for record in evidence.profile.training or ()
        if record.topic == leaf.topic and record.completed is None
    ]
    if undated and leaf.within_years is not None:
        yield Assumption("undated-training", leaf.topic, sum(undated))


def _credential_assumptions(leaf: Holds, evidence: Evidence, day: date) -> Iterable[Assumption]:
    if leaf.lapsed:
        return
    for id in leaf.certifications:
        certification = evidence.catalog.certifications.get(id)
        for credential in evidence.credentials(id):
            if credential.expires is not None or (certification and certification.lifetime):
                continue
            if credential.earned is None:
                yield Assumption("undated-credential", id)
            elif credential.earned <= day:
                yield Assumption("no-expiry", id)
