"""The JSON document of `catalog diff`: each change as data and as a sentence."""

from typing import Any

from certadvisor.catalog.records import Price, RuleVersion, StatusFrom
from certadvisor.catalog.requirement import AllOf, AnyOf, Requirement
from certadvisor.views.json_values import Json, iso
from certadvisor.views.reports import ChangesReport
from certadvisor.views.words import changes as changes_words
from certadvisor.views.words.phrases import TAGS


def document(report: ChangesReport) -> Json:
    """The catalogue compared against, and the changes."""
    before = report.old_catalog
    return {
        "from": {
            "version": before.version,
            "digest": before.digest,
            "since": iso(report.since),
        },
        "changes": [
            {
                "collection": change.collection,
                "id": change.id,
                "what": change.aspect,
                "on": iso(change.on),
                "before": _side(change.before),
                "after": _side(change.after),
                "text": "; ".join(changes_words.change_lines(change, report)),
            }
            for change in report.changes
        ],
    }


def _side(side: Any) -> Any:
    """A rule, a status or a price as an object; any other field as it stands in the file."""
    if isinstance(side, RuleVersion):
        return {
            "from": iso(side.since),
            "sit": _requirement(side.sit),
            "award": _requirement(side.award),
            "sources": list(side.sources),
            "confidence": side.confidence,
        }
    if isinstance(side, StatusFrom):
        return {"state": side.state, "from": iso(side.since)}
    if isinstance(side, Price):
        return {**side._asdict(), "on": side.on.isoformat()}
    return side


def _requirement(requirement: Requirement) -> Json:
    tag = TAGS[type(requirement)]
    if isinstance(requirement, AllOf | AnyOf):
        return {tag: [_requirement(child) for child in requirement.children]}
    # Unset parameters are left out, as in the YAML file.
    parameters = {
        key: value for key, value in requirement._asdict().items() if value not in (None, False, ())
    }
    return {"requirement": tag, **parameters}
