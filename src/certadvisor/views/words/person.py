"""A person in a line: job, degrees, training, certifications, memberships and country."""

from collections.abc import Iterator
from datetime import date

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import OTHER_EMPLOYER
from certadvisor.profile.model import Credential, Education, Profile, WorkPeriod
from certadvisor.profile.present_role import present_job
from certadvisor.rules.credential_status import CredentialState, credential_status
from certadvisor.views.words import leaves, phrases


def known_parts(profile: Profile, catalog: Catalog, as_of: date) -> list[str]:
    """What is known about a person, a few words for each list that the profile gives."""
    parts = [*_work(profile, catalog, as_of)]
    if profile.education is not None:
        parts.append(_education(profile.education, as_of))
    if profile.certifications is not None:
        holdings = (_holding(one, catalog, as_of) for one in profile.certifications)
        parts.append(phrases.join_names(holdings) or "no certifications")
    if profile.training is not None:
        hours = sum(record.hours or 0 for record in profile.training)
        has_learned = profile.courses or profile.certifications  # what they took training for
        if hours or not has_learned:
            parts.append(f"{phrases.amount(hours, 'hour')} of training" if hours else "no training")
    if profile.memberships:
        members = (phrases.issuer_name(id, catalog) for id in profile.memberships)
        parts.append(f"member of {phrases.join_names(members)}")
    return [part for part in (*parts, profile.country) if part]


def _work(profile: Profile, catalog: Catalog, as_of: date) -> Iterator[str]:
    """The present job, how many others there were, the employer and a break that goes on."""
    if profile.work is not None:
        yield _jobs(profile, catalog, as_of)
    if profile.employer and profile.employer != OTHER_EMPLOYER:
        yield f"employer: {leaves.answer_label(profile.employer)}"
    breaks = (one for one in profile.breaks or () if one.start <= as_of)
    if any(one.end is None or one.end >= as_of for one in breaks):
        yield "on a career break"


def _jobs(profile: Profile, catalog: Catalog, as_of: date) -> str:
    work = profile.work or ()
    if not work:
        return "no work"
    job = present_job(profile, as_of)
    if job is None:
        return _kinds(work, catalog)
    has_ended = job.end is not None and job.end < as_of
    until = f" until {phrases.month(job.end)}" if job.end and has_ended else ""
    now = tuple(one for one in work if has_ended and one.start and _goes_on(one, as_of))
    jobs = sum(bool(entry.title or entry.start) for entry in work)  # a total is no job
    others = jobs - 1 - len(now)
    earlier = f" (+ {phrases.amount(others, 'other job')})" if others else ""
    present = f"{_kinds(now, catalog)}, before that " if now else ""
    return f"{present}{job.title}{until}{earlier}"


def _goes_on(period: WorkPeriod, as_of: date) -> bool:
    return period.end is None or period.end >= as_of


def _kinds(work: tuple[WorkPeriod, ...], catalog: Catalog) -> str:
    kinds = dict.fromkeys(kind for entry in work for kind in sorted(entry.kinds or ()))
    implied = {other for kind in kinds for other in catalog.kinds[kind].implies}
    names = [phrases.kind_name(kind, catalog) for kind in kinds if kind not in implied]
    return phrases.join_names(names) if names else phrases.amount(len(work), "job")


def _education(education: tuple[Education, ...], as_of: date) -> str:
    """The degrees, each once; one that is still to be awarded with its month."""
    names = [_degree(entry, as_of) for entry in education]
    return phrases.join_names(dict.fromkeys(names)) or phrases.DEGREE_NAMES["none"]


def _degree(entry: Education, as_of: date) -> str:
    name = phrases.DEGREE_NAMES[entry.degree]
    if entry.awarded_unknown:
        return f"{name} (not known whether awarded)"
    if entry.awarded is None or entry.awarded <= as_of:
        return name
    return f"{name} due {phrases.month_name(entry.awarded)}"


def _holding(credential: Credential, catalog: Catalog, as_of: date) -> str:
    """A credential, with its last day where it has lapsed or may have."""
    name = phrases.certification_name(credential.id, catalog)
    status = credential_status(credential, catalog.certifications.get(credential.id), as_of)
    match status.state:
        case CredentialState.EXPIRED:
            return f"{name} (expired {status.last_day})"
        case CredentialState.UNKNOWN if status.last_day is not None:
            return f"{name} (may have expired {status.last_day})"
        case CredentialState.FUTURE:
            return f"{name} (from {credential.earned})"
        case _:
            return name
