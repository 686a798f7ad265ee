"""The JSON document of `roles`: the career ladder, level by level."""

from certadvisor.catalog.records import LEVELS, Catalog, Role
from certadvisor.views.json_values import Json
from certadvisor.views.reports import RolesReport


def document(report: RolesReport) -> Json:
    """The document: every level in order, with its roles."""
    catalog = report.context.catalog
    return {
        "levels": [
            {
                "id": level,
                "pay": catalog.raw_records("levels").get(level, {}).get("pay", []),
                "roles": [
                    _role(role, catalog) for role in catalog.roles.values() if role.level == level
                ],
            }
            for level in LEVELS
        ]
    }


def _role(role: Role, catalog: Catalog) -> Json:
    return {
        "id": role.id,
        "title": role.title,
        "kinds": list(role.kinds),
        "pay": catalog.raw_record("roles", role.id).get("pay", []),
        "preferred": list(role.preferred),
        "helpful": list(role.helpful),
        "next_roles": list(role.next_roles),
    }
