"""Audit reports with every state, every kind of waiver and a rejected row."""

from collections.abc import Callable
from pathlib import Path

from sample_people import DAY

from certadvisor.audit.audit import audit
from certadvisor.audit.policy_reader import read_policy
from certadvisor.catalog.records import Catalog
from certadvisor.people.people_reader import read_people
from certadvisor.views.reports import AuditReport, Frame

FOLDER = Path(__file__).parents[1] / "people"


def audited(catalog: Catalog, *, matrix: bool = False, shown: int | None = None) -> AuditReport:
    """An audit of the sample people by the sample policy."""
    policy = read_policy(FOLDER / "policy.yaml", catalog)
    people = read_people(FOLDER / "audited.jsonl", catalog, DAY, shown="audited.jsonl")
    found = audit(people.rows, policy, catalog, DAY)
    frame = Frame(catalog, DAY, today=True)
    return AuditReport(
        frame, people.source, "policy.yaml", found, "expired", failed=True, shown=shown,
        matrix=matrix,
    )  # fmt: skip


AUDITS: dict[str, Callable[[Catalog], AuditReport]] = {
    "audit": audited,
    "audit-few": lambda catalog: audited(catalog, shown=1),
    "audit-matrix": lambda catalog: audited(catalog, matrix=True),
}
