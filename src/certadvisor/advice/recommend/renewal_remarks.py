"""What is said of credentials before anything new: reinstate, renew, or let go."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from certadvisor.advice.recommend.recommendations import Gate, GateKind
from certadvisor.advice.renewals.renewal_outlook import LapseKind, RenewalOutlook
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.credential_status import CredentialState
from certadvisor.rules.reason import Reason, Values

# Gates of what is worth having, though not among the first or not now.
_WORTH_HAVING = (GateKind.OUTRANKED, GateKind.BESIDE, GateKind.LATER)


def to_reinstate_first(outlook: RenewalOutlook, gates: Iterable[Gate]) -> Iterator[Reason]:
    """What has lapsed and comes before anything new, the most urgent first.

    It is worth having for this person, its plan keeps within the budget and reinstates it, and
    nothing better opens before the last day for that.
    """
    needless = {gate.certification.id for gate in gates if gate.kind not in _WORTH_HAVING}
    for id in _by_last_day(outlook):
        offer = outlook.offer(id)
        if offer is None or offer.planned is None or offer.over_budget or id in needless:
            continue
        if outlook.lapse_reason(id) is None:
            yield Reason("reinstate-first", offer.planned.values)


def to_renew_first(outlook: RenewalOutlook, evidence: Evidence) -> Iterator[Reason]:
    """What expires so soon that it comes before anything new, the soonest first."""
    days = timedelta(days=evidence.catalog.tables.values["renew_first"]["days"])
    for id in _by_last_day(outlook):
        status = outlook.statuses[id]
        if status.state is CredentialState.EXPIRED or status.calculated or not status.last_day:
            continue
        if status.last_day <= evidence.as_of + days and outlook.lapse_reason(id) is None:
            yield Reason("renew-first", {"certification": id, "on": status.last_day})


def to_let_go(outlook: RenewalOutlook) -> Iterator[Reason]:
    """What ends within the goal's time, and is needless as something better opens before."""
    for id in _by_last_day(outlook):
        last_day, reason = outlook.last_day(id), outlook.lapse_reason(id)
        if reason is None or reason.kind is not LapseKind.OPENS_FIRST or last_day is None:
            continue
        has_lapsed = outlook.statuses[id].state is CredentialState.EXPIRED
        values: Values = {"certification": id, "until": last_day, "by": reason.by, "on": reason.on}
        yield Reason("let-go-lapsed" if has_lapsed else "let-go", values)


def _by_last_day(outlook: RenewalOutlook) -> list[str]:
    """The credentials that end, or that can be reinstated until some day, the soonest first."""
    days = ((outlook.last_day(id), id) for id in outlook.credentials)
    return [id for _, id in sorted((day, id) for day, id in days if day)]
