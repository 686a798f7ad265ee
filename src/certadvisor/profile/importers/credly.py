"""Importer for Credly: the public list of a person's badges (`data[]`), read as credentials."""

from datetime import date
from typing import Any

from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.draft import NO_PART, PERSONAL, Draft
from certadvisor.profile.importers.entries import Badge, Cell, take_badge, take_skills
from certadvisor.profile.importers.result import Imported

FORM = "credly"
_USED = (
    "badge_template", "issuer", "issued_at_date", "issued_at", "expires_at_date", "expires_at",
    "state",
)  # fmt: skip
_PERSONAL = frozenset(("recipient_name", "earner_path", "user", "earner_photo_url", "recipient_id"))
_TAKEN_BACK = ("revoked", "rejected", "pending", "replaced")  # any other state counts


def recognises(data: Any) -> bool:
    """Whether this is a list of badges from Credly, with or without the object around it."""
    badges = data.get("data") if isinstance(data, dict) else data
    return isinstance(badges, list) and any(
        isinstance(badge, dict) and "badge_template" in badge for badge in badges
    )


def read_credly(data: Any, source: str, catalog: Catalog, today: date) -> Imported:
    """Import a list of badges: credentials and skills, and nothing else about the person."""
    draft = Draft(FORM, source, catalog, today)
    badges = data.get("data") if isinstance(data, dict) else data
    if isinstance(data, dict):
        for key in data:
            if key != "data":
                draft.unused(key, "about the file")
    if not isinstance(badges, list):
        draft.unread("data", "is not a list")
        badges = []
    for at, badge in draft.first(badges, "data"):
        if isinstance(badge, dict):
            _badge(draft, badge, f"data[{at}]")
        else:
            draft.unread(f"data[{at}]", "is not an object")
    draft.doubt_list("certifications", "only badges of Credly; add what you hold elsewhere")
    return draft.finish()


def _badge(draft: Draft, badge: dict[str, Any], place: str) -> None:
    template = badge.get("badge_template")
    template = template if isinstance(template, dict) else {}
    name = Cell(template.get("name"), f"{place}.badge_template.name")
    _others(draft, badge, "data", _USED)
    _others(draft, template, "data.badge_template", ("name", "skills", "issuer"))
    if badge.get("state") in _TAKEN_BACK:
        draft.unread(f"{place}.state", f"says “{badge['state']}”, so the badge was not taken")
        return
    issuer = Cell(_issuer(badge) or _issuer(template), f"{place}.issuer")
    days = [_first(badge, place, *keys) for keys in _DAYS]
    take_badge(draft, Badge(place, name, issuer, *days))
    skills = template.get("skills")
    if isinstance(skills, list):
        where = f"{place}.badge_template.skills"
        told = draft.first(skills, where)
        named = ((at, one.get("name") if isinstance(one, dict) else one) for at, one in told)
        take_skills(draft, (Cell(name, f"{where}[{at}]") for at, name in named))


def _others(draft: Draft, holder: dict[str, Any], place: str, used: tuple[str, ...]) -> None:
    """Report every key that has a value and is not used."""
    for key, value in holder.items():
        if key not in used and value not in (None, "", [], {}):
            draft.unused(f"{place}.{key}", PERSONAL if key in _PERSONAL else NO_PART)


_DAYS = (("issued_at_date", "issued_at"), ("expires_at_date", "expires_at"))


def _first(badge: dict[str, Any], place: str, *keys: str) -> Cell:
    """The value of the first key that has one, at the first key where none has."""
    key = next((key for key in keys if badge.get(key)), keys[0])
    return Cell(badge.get(key), f"{place}.{key}")


def _issuer(holder: dict[str, Any]) -> str:
    """The name of the first issuing entity; empty where there is none."""
    issuer = holder.get("issuer")
    entities = issuer.get("entities") if isinstance(issuer, dict) else None
    for each in entities if isinstance(entities, list) else ():
        entity = each.get("entity") if isinstance(each, dict) else None
        if isinstance(entity, dict) and isinstance(entity.get("name"), str):
            return str(entity["name"])
    return ""
