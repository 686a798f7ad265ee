"""The gate of what is bought although something lapsed can be reinstated that makes it needless."""

from certadvisor.advice.recommend.recommendations import Gate, GateKind
from certadvisor.catalog.ladders import ladders_of
from certadvisor.catalog.records import Certification
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.lapsed_credentials import reinstatable_credential
from certadvisor.rules.reason import Reason, Values


def find_reinstatement_gate(certification: Certification, evidence: Evidence) -> Gate | None:
    """The gate if what can be reinstated absorbs this certification or is its equal."""
    for credential in evidence.profile.certifications or ():
        other = evidence.catalog.certifications.get(credential.id)
        if other is None or not other.reinstatement_months:
            continue
        ladders = ladders_of(evidence.catalog)
        is_needless = certification.id in (
            *ladders.superseded_by(other.id),
            *ladders.equals(other.id),
        )
        if is_needless and (lapsed := reinstatable_credential(other.id, evidence)):
            values: Values = {"by": other.id, "until": lapsed.until}
            reason = Reason("reinstate-instead", values)
            return Gate(certification, GateKind.REINSTATE_FIRST, reason)
    return None
