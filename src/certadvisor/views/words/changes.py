"""Changes of a catalogue in words."""

from typing import Any

from certadvisor.catalog.records import Catalog, Money, Price, RuleVersion, StatusFrom
from certadvisor.linting.catalog_diff import CatalogChange, rule_difference
from certadvisor.views.reports import ChangesReport
from certadvisor.views.words import phrases

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
    "leads_to": "what it leads to",
    "disciplines": "fields",
    "degree": "degree asked",
    "experience": "experience asked",
    "certifications": "certifications wanted",
    "next_roles": "next roles",
}
_LONGEST = 80


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
        return [f"the rule{_from(change.before)} is no longer told"]
    lines = [f"no longer asked: {phrases.requirement(leaf, before)}" for leaf in removed]
    verb = "now asked" if change.before else "asked"
    lines += [f"{verb}: {phrases.requirement(leaf, after)}" for leaf in added]
    if change.before and change.before.since != change.after.since and not by_day:
        lines.append(f"its first day: {_day(change.after)} (was {_day(change.before)})")
    if lines:
        return lines
    if change.before is None:
        return ["a first rule: anybody may sit"]
    if change.before.confidence != change.after.confidence:
        return [
            f"confidence in the rule: {change.before.confidence}, now {change.after.confidence}"
        ]
    if change.before.award == change.after.award and change.before.sit == change.after.sit:
        return ["the same rule, confirmed by other sources"]
    return ["the same requirements, otherwise combined"]


def _day(rule: RuleVersion) -> str:
    return rule.since.isoformat() if rule.since else "not told"


def _from(rule: RuleVersion) -> str:
    return f" from {rule.since.isoformat()} on" if rule.since else ""


def _status(change: CatalogChange) -> str:
    before, after = change.before, change.after
    if after is None:
        return f"no longer told to be {before.state}{_since(before)}"
    earlier = f"{before.state}, " if before and before.state != after.state else ""
    return f"status: {earlier}{'now ' if earlier else ''}{after.state}{_since(after)}"


def _since(status: StatusFrom) -> str:
    return f" from {status.since.isoformat()} on" if status.since else ""


def _price(change: CatalogChange) -> str:
    before, after = change.before, change.after
    if after is None:
        return f"prices in {before.currency}{_country_note(before)} are no longer told"
    parts = []
    for name, label in _PRICES.items():
        now = getattr(after, name)
        was = getattr(before, name) if before else None
        if now == was:
            continue
        amount = phrases.money(Money(now, after.currency)) if now is not None else phrases.NOT_KNOWN
        earlier = f" (was {phrases.money(Money(was, before.currency))})" if was is not None else ""
        parts.append(f"{label} {amount}{earlier}")
    text = phrases.join_names(parts) or "what the course includes changed"
    return f"price{_country_note(after)}: {text}, as of {after.on.isoformat()}"


def _country_note(price: Price) -> str:
    return f" ({phrases.place_name(price.place)})" if price.place else ""


def _field(change: CatalogChange) -> str:
    name = _FIELDS.get(change.aspect, change.aspect.replace("_", " "))
    before, after = _value(change.before), _value(change.after)
    if before == after or len(before) + len(after) > _LONGEST:
        return f"{name}: changed"
    return f"{name}: {after} (was {before})" if change.before is not None else f"{name}: {after}"


def _value(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, list):
        return ", ".join(_value(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{phrases.readable(key)} {_value(item)}" for key, item in value.items())
    return str(value)
