"""The JSON Schemas in `schemas/output/`, made from typed documents; `make schemas` writes them.

The files of answers that are not listed here are still written by hand.
"""

import json
from pathlib import Path

from certadvisor.base.atomic import write_atomically
from certadvisor.views.answers import (
    check,
    list_,
    map_,
    profile_check,
    renew,
    roles,
    show,
    steps,
    ways,
)
from certadvisor.views.answers.compare import document as compare
from certadvisor.views.answers.evidence import document as evidence
from certadvisor.views.answers.plan import document as plan
from certadvisor.views.answers.recommend import document as recommend
from certadvisor.views.json_schema import Schema, schema_of

DOCUMENTS: dict[str, type] = {
    "check": check.CheckDocument,
    "compare": compare.CompareDocument,
    "evidence": evidence.EvidenceDocument,
    "list": list_.ListDocument,
    "map": map_.MapDocument,
    "plan": plan.PlanDocument,
    "profile-check": profile_check.ProfileDocument,
    "recommend": recommend.AdviceDocument,
    "renew": renew.RenewDocument,
    "roles": roles.RolesDocument,
    "show": show.ShowDocument,
    "steps": steps.StepsDocument,
    "ways": ways.WaysDocument,
}
_TITLES = {
    "batch": "certadvisor batch --format jsonl: a line",
    "batch-rejects": "certadvisor batch --rejects: a line",
    "evidence": "certadvisor profile evidence --format json",
    "steps": "certadvisor roles --steps --format json",
    "team": "certadvisor batch --report json",
    "ways": "certadvisor roles --from TITLE --format json",
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
