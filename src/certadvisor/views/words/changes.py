"""Changes of a catalogue in words."""

from typing import Any

from certadvisor.catalog.records import Catalog, Money, Price, RuleVersion, StatusFrom
from certadvisor.catalog.requirement import Leaf
from certadvisor.linting.catalog_diff import CatalogChange, rule_difference
from certadvisor.views.reports import ChangesReport
from certadvisor.views.words import leaves, phrases

_PRICES = {
    "exam_member": "exam for members",
    "exam_non_member": "exam",
    "application": "application",
    "course_low": "course from",
    "course_high": "course up to",
}
_FIELDS = {
    "study_hours": "hours of study",
    "course_hours": "hours of the course",
    "no_rule": "the reason why there is no rule",
    "next": "the next steps",
    "related": "related certifications",
    "disciplines": "fields",
    "degree": "degree required",
    "experience": "experience required",
    "certifications": "certifications wanted",
    "next_roles": "next roles",
}
_LONGEST = 240


def change_lines(change: CatalogChange, report: ChangesReport) -> list[str]:
    """A change in one line; a changed rule takes one line per requirement."""
    catalog = report.context.catalog
    if change.aspect == "rule":
        return _rule(change, report.old_catalog, catalog, by_day=bool(report.since))
    if change.aspect == "status":
        return [_status(change)]
    if change.aspect == "price":
        return [_price(change)]
    if change.aspect == "added":
        return [f"new in the catalogue: {change.after}"]
    if change.aspect == "removed":
        return [f"no longer in the catalogue: {change.before}"]
    return [_field(change)]


def _rule(change: CatalogChange, before: Catalog, after: Catalog, *, by_day: bool) -> list[str]:
    removed, added = rule_difference(change)
    if change.after is None:
        return [f"the rule{_from(change.before)} is no longer given"]
    pairs = same_kind_pairs(removed, added)
    lines = [
        f"{phrases.requirement(new, after)} instead of {leaves.amount_text(old)}"
        f"{_from(change.after)}"
        for old, new in pairs
    ]
    paired = {id(leaf) for pair in pairs for leaf in pair}
    lines += [
        f"no longer required: {phrases.requirement(leaf, before)}"
        for leaf in removed
        if id(leaf) not in paired
    ]
    verb = "now required" if change.before else "asked"
    lines += [
        f"{verb}: {phrases.requirement(leaf, after)}" for leaf in added if id(leaf) not in paired
    ]
    if change.before and change.before.since != change.after.since and not by_day:
        lines.append(f"its first day: {_day(change.after)} (was {_day(change.before)})")
    if lines:
        return lines
    if change.before is None:
        return ["a first rule: open to everyone"]
    if change.before.confidence != change.after.confidence:
        return [
            f"confidence in the rule: {change.before.confidence}, now {change.after.confidence}"
        ]
    if change.before.award == change.after.award and change.before.sit == change.after.sit:
        return ["the same rule, confirmed by other sources"]
    return ["the same requirements, otherwise combined"]


def same_kind_pairs(removed: tuple[Leaf, ...], added: tuple[Leaf, ...]) -> list[tuple[Leaf, Leaf]]:
    """Each leaf that only asks another amount now, with what it was before."""
    pairs = []
    for old in removed:
        alike = [
            new
            for new in added
            if type(new) is type(old) and new[0] == old[0] and leaves.amount_text(old)
        ]
        rivals = [one for one in removed if type(one) is type(old) and one[0] == old[0]]
        if len(alike) == len(rivals) == 1:
            pairs.append((old, alike[0]))
    return pairs


def _day(rule: RuleVersion) -> str:
    return rule.since.isoformat() if rule.since else "date not given"


def _from(rule: RuleVersion) -> str:
    return f" from {rule.since.isoformat()} on" if rule.since else ""


def _status(change: CatalogChange) -> str:
    before, after = change.before, change.after
    if after is None:
        return f"is no longer {before.state}{_since(before)}"
    earlier = f"{before.state}, " if before and before.state != after.state else ""
    return f"status: {earlier}{'now ' if earlier else ''}{after.state}{_since(after)}"


def _since(status: StatusFrom) -> str:
    return f" from {status.since.isoformat()} on" if status.since else ""


def _price(change: CatalogChange) -> str:
    before, after = change.before, change.after
    if after is None:
        return f"prices in {before.currency}{_country_note(before)} are no longer given"
    parts = []
    for name, label in _PRICES.items():
        now = getattr(after, name)
        was = getattr(before, name) if before else None
        if now == was:
            continue
        amount = phrases.money(Money(now, after.currency)) if now is not None else phrases.NOT_KNOWN
        earlier = f" (was {phrases.money(Money(was, before.currency))})" if was is not None else ""
        parts.append(f"{label} {amount}{earlier}")
    if before and not parts:
        parts = _other_changes(before, after)
    text = phrases.join_names(parts) or "what the course includes changed"
    return f"price{_country_note(after)}: {text}, as of {after.on.isoformat()}"


def _other_changes(before: Price, after: Price) -> list[str]:
    """What changed of a price beside its amounts."""
    parts = []
    if before.place != after.place:
        was = phrases.place_name(before.place) if before.place else "no place"
        parts.append(f"the same, now with another place (was {was})")
    if before.buys != after.buys:
        parts.append(f"it buys the {after.buys} (was the {before.buys})")
    if before.confidence != after.confidence:
        parts.append(f"confidence {after.confidence} (was {before.confidence})")
    return parts


def _country_note(price: Price) -> str:
    return f" ({phrases.place_name(price.place)})" if price.place else ""


def _field(change: CatalogChange) -> str:
    name = _FIELDS.get(change.aspect, change.aspect.replace("_", " "))
    before, after = (_value(part) for part in _differing(change.before, change.after))
    if before == after or len(before) + len(after) > _LONGEST:
        return f"{name}: changed"
    return f"{name}: {after} (was {before})" if change.before is not None else f"{name}: {after}"


def _differing(before: Any, after: Any) -> tuple[Any, Any]:
    """Both values without what they share: equal keys of mappings, equal items of lists."""
    if isinstance(before, dict) and isinstance(after, dict):
        keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
        parts = {key: _differing(before.get(key), after.get(key)) for key in keys}
        return {key: part[0] for key, part in parts.items()}, {
            key: part[1] for key, part in parts.items()
        }
    if isinstance(before, list) and isinstance(after, list) and before and after:
        gone = [item for item in before if item not in after]
        new = [item for item in after if item not in before]
        return (gone, new) if gone or new else (before, after)  # else only the order changed
    return before, after


def _value(value: Any) -> str:
    if value is None or value == []:
        return "none"
    if isinstance(value, list):
        return ", ".join(_value(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{phrases.readable(key)} {_value(item)}" for key, item in value.items())
    return str(value)
