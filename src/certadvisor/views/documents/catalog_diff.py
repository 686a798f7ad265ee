"""The JSON document of `catalog diff`: each change as data and as a sentence."""

from typing import Any

from certadvisor.catalog.records import Price, RuleVersion, StatusFrom
from certadvisor.catalog.requirement import AllOf, AnyOf, Requirement
from certadvisor.views.json_values import Json, iso
from certadvisor.views.reports import ChangesReport
from certadvisor.views.words import changes as changes_words
from certadvisor.views.words.phrases import TAGS


def fill(report: ChangesReport) -> Json:
    """The catalogue compared against, and the changes."""
    before = report.before
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
                "what": change.what,
                "on": iso(change.on),
                "before": _side(change.before),
                "after": _side(change.after),
                "text": "; ".join(changes_words.told(change, report)),
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


def _requirement(asked: Requirement) -> Json:
    tag = TAGS[type(asked)]
    if isinstance(asked, AllOf | AnyOf):
        return {tag: [_requirement(child) for child in asked.children]}
    # Unset parameters are left out, as in the YAML file.
    given = {key: value for key, value in asked._asdict().items() if value not in (None, False, ())}
    return {"requirement": tag, **given}
