"""Assumptions: what an answer takes as given about the profile, so that none stays hidden."""

from collections.abc import Iterable
from datetime import date

from certadvisor.catalog.requirement import Degree, Experience, Holds, Leaf, Training
from certadvisor.profile.evidence import Evidence, Work
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
    found: dict[Assumption, None] = {}
    for leaf in leaves:
        if isinstance(leaf, Experience):
            found.update(dict.fromkeys(_of_work(leaf, evidence)))
        elif isinstance(leaf, Training):
            found.update(dict.fromkeys(_of_training(leaf, evidence)))
        elif isinstance(leaf, Holds):
            found.update(dict.fromkeys(_of_credentials(leaf, evidence, day)))
        found.update(dict.fromkeys(_guesses(leaf, evidence)))
    return tuple(found)


def _of_work(leaf: Experience, evidence: Evidence) -> Iterable[Assumption]:
    laid = 0
    for period, certain in evidence.periods(Work(leaf.kind, leaf.complexity, leaf.responsibility)):
        if period.kinds_from_title and period.title and certain:
            yield Assumption("kinds-from-title", period.title)
        if leaf.months is not None and period.start is None and certain:
            laid += period.months or 0
        spread = leaf.hours is not None and period.hours is not None
        if spread and period.start is not None and leaf.within_years is not None:
            yield Assumption("hours-spread", leaf.kind, period.hours)
    if laid:
        yield Assumption("undated-work", leaf.kind, laid)


def _guesses(leaf: Leaf, evidence: Evidence) -> Iterable[Assumption]:
    """Return the import's guesses about the evidence that the leaf looks at."""
    profile = evidence.profile
    if not profile.guessed:
        return ()
    if isinstance(leaf, Experience):
        work = Work(leaf.kind, leaf.complexity, leaf.responsibility)
        counted = {period for period, _ in evidence.periods(work)}
        used = [at for at, period in enumerate(profile.work or ()) if period in counted]
        section = "work"
    elif isinstance(leaf, Degree) and leaf.degree != "none":
        section, used = "education", list(range(len(profile.education or ())))
    elif isinstance(leaf, Training):
        records = enumerate(profile.training or ())
        section, used = "training", [at for at, one in records if one.topic == leaf.topic]
    elif isinstance(leaf, Holds):
        held = enumerate(profile.certifications or ())
        section, used = "certifications", [at for at, one in held if one.id in leaf.certifications]
    else:
        return ()
    return [Assumption("guess", path) for path in guesses_about(profile, section, used)]


def _of_training(leaf: Training, evidence: Evidence) -> Iterable[Assumption]:
    undated = [
        record.hours or 0
        for record in evidence.profile.training or ()
        if record.topic == leaf.topic and record.completed is None
    ]
    if undated and leaf.within_years is not None:
        yield Assumption("undated-training", leaf.topic, sum(undated))


def _of_credentials(leaf: Holds, evidence: Evidence, day: date) -> Iterable[Assumption]:
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
