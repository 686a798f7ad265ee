"""Importer for Credly: the public list of a person's badges (`data[]`), read as credentials."""

from datetime import date
from typing import Any

from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.certificates import SourceCertificate, add_certification
from certadvisor.profile.importers.draft import NOT_IN_PROFILE, PERSONAL, Draft
from certadvisor.profile.importers.entries import (
    SourceValue,
    add_skills,
)
from certadvisor.profile.importers.result import ImportFormat, ImportResult

_USED_KEYS = (
    "badge_template", "issuer", "issued_at_date", "issued_at", "expires_at_date", "expires_at",
    "state",
)  # fmt: skip
_PERSONAL_KEYS = frozenset(
    ("recipient_name", "earner_path", "user", "earner_photo_url", "recipient_id")
)
_INVALID_STATES = ("revoked", "rejected", "pending", "replaced")  # any other state counts


def recognises(data: Any) -> bool:
    """Whether this is a list of badges from Credly, with or without the object around it."""
    badges = data.get("data") if isinstance(data, dict) else data
    return isinstance(badges, list) and any(
        isinstance(badge, dict) and "badge_template" in badge for badge in badges
    )


def read_credly(data: Any, source: str, catalog: Catalog, today: date) -> ImportResult:
    """Import a list of badges: credentials and skills, and nothing else about the person."""
    draft = Draft(ImportFormat.CREDLY, source, catalog, today)
    badges = data.get("data") if isinstance(data, dict) else data
    if isinstance(data, dict):
        for key in data:
            if key != "data":
                draft.report_unused(key, "about the file")
    if not isinstance(badges, list):
        draft.report_unread("data", "is not a list")
        badges = []
    for index, badge in draft.enumerate_bounded(badges, "data"):
        if isinstance(badge, dict):
            _add_badge(draft, badge, f"data[{index}]")
        else:
            draft.report_unread(f"data[{index}]", "is not an object")
    draft.mark_list_incomplete(
        "certifications", "only badges of Credly; add what you hold elsewhere"
    )
    return draft.finish()


def _add_badge(draft: Draft, badge: dict[str, Any], location: str) -> None:
    template = badge.get("badge_template")
    template = template if isinstance(template, dict) else {}
    name = SourceValue(template.get("name"), f"{location}.badge_template.name")
    _report_unused(draft, badge, "data", _USED_KEYS)
    _report_unused(draft, template, "data.badge_template", ("name", "skills", "issuer"))
    if badge.get("state") in _INVALID_STATES:
        draft.report_unread(
            f"{location}.state", f"says “{badge['state']}”, so the badge was not taken"
        )
        return
    issuer = SourceValue(_issuer_name(badge) or _issuer_name(template), f"{location}.issuer")
    dates = [_first_filled(badge, location, *keys) for keys in _DATE_KEYS]
    add_certification(draft, SourceCertificate(location, name, issuer, *dates))
    skills = template.get("skills")
    if isinstance(skills, list):
        skills_location = f"{location}.badge_template.skills"
        entries = draft.enumerate_bounded(skills, skills_location)
        names = (
            (index, entry.get("name") if isinstance(entry, dict) else entry)
            for index, entry in entries
        )
        add_skills(
            draft, (SourceValue(name, f"{skills_location}[{index}]") for index, name in names)
        )


def _report_unused(
    draft: Draft, mapping: dict[str, Any], location: str, used_keys: tuple[str, ...]
) -> None:
    """Report every key that has a value and is not used."""
    for key, value in mapping.items():
        if key not in used_keys and value not in (None, "", [], {}):
            draft.report_unused(
                f"{location}.{key}", PERSONAL if key in _PERSONAL_KEYS else NOT_IN_PROFILE
            )


_DATE_KEYS = (("issued_at_date", "issued_at"), ("expires_at_date", "expires_at"))


def _first_filled(badge: dict[str, Any], location: str, *keys: str) -> SourceValue:
    """The value of the first key that has one, at the first key where none has."""
    key = next((key for key in keys if badge.get(key)), keys[0])
    return SourceValue(badge.get(key), f"{location}.{key}")


def _issuer_name(mapping: dict[str, Any]) -> str:
    """The name of the first issuing entity; empty where there is none."""
    issuer = mapping.get("issuer")
    entities = issuer.get("entities") if isinstance(issuer, dict) else None
    for item in entities if isinstance(entities, list) else ():
        entity = item.get("entity") if isinstance(item, dict) else None
        if isinstance(entity, dict) and isinstance(entity.get("name"), str):
            return str(entity["name"])
    return ""
