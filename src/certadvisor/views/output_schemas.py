"""The JSON Schemas in `schemas/output/`, made from typed documents; `make schemas` writes them."""

import json
from pathlib import Path

from certadvisor.base.atomic import write_atomically
from certadvisor.views.answers import (
    batch,
    batch_rejects,
    catalog_check,
    catalog_diff,
    catalog_stale,
    catalog_test,
    check,
    list_,
    map_,
    people_check,
    profile_check,
    roles,
    show,
    steps,
    ways,
)
from certadvisor.views.answers.audit import document as audit
from certadvisor.views.answers.compare import document as compare
from certadvisor.views.answers.evidence import document as evidence
from certadvisor.views.answers.plan import document as plan
from certadvisor.views.answers.recommend import document as recommend
from certadvisor.views.answers.renew import document as renew
from certadvisor.views.answers.team import document as team
from certadvisor.views.json_schema import Schema, schema_of

DOCUMENTS: dict[str, type] = {
    "audit": audit.AuditDocument,
    "batch": batch.BatchDocument,
    "batch-rejects": batch_rejects.RejectDocument,
    "career-paths": ways.WaysDocument,
    "catalog-check": catalog_check.CatalogCheckDocument,
    "catalog-diff": catalog_diff.CatalogDiffDocument,
    "catalog-stale": catalog_stale.CatalogStaleDocument,
    "catalog-test": catalog_test.CatalogTestDocument,
    "check": check.CheckDocument,
    "compare": compare.CompareDocument,
    "evidence": evidence.EvidenceDocument,
    "list": list_.ListDocument,
    "map": map_.MapDocument,
    "people-check": people_check.PeopleCheckDocument,
    "plan": plan.PlanDocument,
    "profile-check": profile_check.ProfileDocument,
    "recommend": recommend.AdviceDocument,
    "renew": renew.RenewDocument,
    "roles": roles.RolesDocument,
    "show": show.ShowDocument,
    "steps": steps.StepsDocument,
    "team": team.TeamDocument,
}
_TITLES = {
    "batch": "certadvisor batch --format jsonl: a line",
    "batch-rejects": "certadvisor batch --rejects: a line",
    "career-paths": "certadvisor roles --from TITLE --format json",
    "evidence": "certadvisor profile evidence --format json",
    "steps": "certadvisor roles --steps --format json",
    "team": "certadvisor batch --report json",
}  # the others are named after their commands


def output_schema(name: str) -> Schema:
    """Return the schema of a document, by the name of its file without `.schema.json`."""
    title = _TITLES.get(name, f"certadvisor {name.replace('-', ' ')} --format json")
    return schema_of(DOCUMENTS[name], title)


def write_output_schemas(folder: Path) -> None:
    """Write `NAME.schema.json` for every document into an existing folder."""
    for name in DOCUMENTS:
        text = json.dumps(output_schema(name), indent=2) + "\n"
        write_atomically(text, str(folder / f"{name}.schema.json"))
