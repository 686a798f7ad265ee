"""Audit reports with every state, every kind of waiver and a rejected row."""

from collections.abc import Callable
from pathlib import Path

from sample_people import DAY

from certadvisor.audit.audit import FailOn, audit
from certadvisor.audit.policy_reader import load_policy
from certadvisor.catalog.records import Catalog
from certadvisor.people.people_reader import read_people
from certadvisor.views.reports import AnswerContext, AuditReport

FOLDER = Path(__file__).parents[1] / "people"


def audit_report(
    catalog: Catalog, *, matrix: bool = False, row_limit: int | None = None
) -> AuditReport:
    """An audit of the sample people by the sample policy."""
    policy = load_policy(FOLDER / "policy.yaml", catalog)
    people = read_people(FOLDER / "audited.jsonl", catalog, DAY, display_name="audited.jsonl")
    result = audit(people.rows, policy, catalog, DAY)
    context = AnswerContext(catalog, DAY, today=True)
    return AuditReport(
        context, people.source, "policy.yaml", result, FailOn.EXPIRED, failed=True,
        row_limit=row_limit, with_matrix=matrix,
    )  # fmt: skip


AUDITS: dict[str, Callable[[Catalog], AuditReport]] = {
    "audit": audit_report,
    "audit-few": lambda catalog: audit_report(catalog, row_limit=1),
    "audit-matrix": lambda catalog: audit_report(catalog, matrix=True),
}
