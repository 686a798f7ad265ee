"""Compiles definitions to plain JSON data: no shorthand, and every date a whole day."""

from typing import Any

from certadvisor.catalog.definitions.advice import AdviceFile
from certadvisor.catalog.definitions.base import Definition, first_day
from certadvisor.catalog.definitions.certification import (
    Certification,
    CertificationFile,
    RuleVersion,
    rule_body,
)
from certadvisor.catalog.definitions.demand import DemandFile
from certadvisor.catalog.definitions.requirement import AllOf, AnyOf, Degree, Holds
from certadvisor.catalog.definitions.role import CareerStep, RoleFile
from certadvisor.catalog.definitions.titles import TitleFile
from certadvisor.catalog.names import index_names, name_key
from certadvisor.catalog.titles import compile_titles


def compile_catalog(
    certifications: CertificationFile, roles: RoleFile, demand: DemandFile, advice: AdviceFile
) -> dict[str, Any]:
    """The part of the catalogue that the engine needs, as the plain JSON data `loader` caches."""
    groups = {id: list(group.members) for id, group in certifications.groups.items()}
    return {
        "certifications": [
            _compile_certification(cert, groups) for cert in certifications.certifications
        ],
        "roles": [
            {
                "id": role.id,
                "title": role.title,
                "level": role.level,
                "aliases": role.aliases,
                "kinds": role.kinds,
                "skills": role.skills,
                "preferred": role.certifications.preferred if role.certifications else (),
                "helpful": role.certifications.helpful if role.certifications else (),
                "next_roles": tuple(next_role.id for next_role in role.next_roles),
                "local": {
                    country: (local_certifications.preferred, local_certifications.helpful)
                    for local_certifications in role.local
                    for country in local_certifications.countries
                },
            }
            for role in roles.roles
        ],
        "steps": [_compile_step(step, groups) for step in roles.steps],
        "kinds": [(kind.id, kind.name, kind.implies) for kind in roles.kinds],
        "responsibilities": roles.responsibility_scale,
        "groups": groups,
        "known_names": certifications.known_names,
        "shared_names": [(s.name, s.candidates, s.text) for s in certifications.shared_names],
        "issuers": {id: issuer.name for id, issuer in certifications.issuers.items()},
        "skills": {skill.id: skill.name for skill in roles.skills},
        "demand": [(d.certification, d.country, d.value, d.basis) for d in demand.demand],
        "version": certifications.version or "",
        "names": {
            "certifications": _certification_names(certifications),
            "shared": {name_key(one.name): () for one in certifications.shared_names},
            "roles": index_names(
                (role.id, (role.id, role.title, *role.aliases)) for role in roles.roles
            ),
        },
        "weights": {name: weight.value for name, weight in advice.weights.items()},
        "values": {name: table.values for name, table in advice.tables.items()},
        "fields": advice.fields.values if advice.fields else {},
        "level_months": advice.level_months.values if advice.level_months else {},
        "too_junior": advice.too_junior.values if advice.too_junior else {},
        "rates_on": _first_day_iso(advice.rates.date) if advice.rates else None,
        "per_usd": advice.rates.per_usd if advice.rates else {},
    }


def compile_raw_records(
    certifications: CertificationFile,
    roles: RoleFile,
    demand: DemandFile,
    advice: AdviceFile,
    titles: TitleFile,
) -> dict[str, Any]:
    """The raw records: every definition as plain JSON data, by collection and id."""
    raw_records: dict[str, Any] = {
        "certifications": {cert.id: _dump(cert) for cert in certifications.certifications},
        "issuers": {id: _dump(issuer) for id, issuer in certifications.issuers.items()},
        "groups": {id: _dump(group) for id, group in certifications.groups.items()},
    }
    for collection in (
        "kinds",
        "levels",
        "roles",
        "skills",
        "responsibilities",
        "tools",
        "activities",
        "phases",
        "steps",
    ):
        raw_records[collection] = {
            record.id: _dump(record) for record in getattr(roles, collection)
        }
    raw_records["about"] = {
        "article": _dump(roles.article) if roles.article else {},
        "findings": {"items": [_dump(finding) for finding in demand.findings]},
        "disagreements": {"items": list(roles.disagreements)},
        "credits": {"items": list(roles.credits)},
        "advice": _dump(advice),
    }
    raw_records["titles"] = {
        "words": compile_titles(titles, roles),
        "credentials": _dump(titles.credentials) if titles.credentials else {},
    }
    return raw_records


def _certification_names(file: CertificationFile) -> dict[str, tuple[str, ...]]:
    """The ids of every name; a shared name has all its candidates, in their order.

    An id always means its own record, even where it is also an alias of another,
    unless it is listed as a shared name.
    """
    records = file.certifications
    names = index_names(
        (cert.id, (cert.abbreviation, cert.name, *cert.aliases)) for cert in records
    )
    shared = index_names((id, (one.name,)) for one in file.shared_names for id in one.candidates)
    for key, ids in shared.items():
        names[key] = tuple(dict.fromkeys((*ids, *names.get(key, ()))))
    own = {name_key(cert.id): (cert.id,) for cert in records}
    return {**names, **{key: id for key, id in own.items() if key not in shared}}


def _dump(definition: Definition) -> dict[str, Any]:
    return definition.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude_defaults=True
    )


def _compile_step(step: CareerStep, groups: dict[str, list[str]]) -> tuple[Any, ...]:
    requirement = None if step.asks is None else encode_requirement(step.asks, groups)
    skills = step.skills and (step.skills.all, step.skills.some, step.skills.at_least)
    return step.id, step.text, step.role, requirement, skills


def _compile_certification(cert: Certification, groups: dict[str, list[str]]) -> dict[str, Any]:
    renewal = cert.renewal
    return {
        "id": cert.id,
        "abbreviation": cert.abbreviation,
        "name": cert.name,
        "issuer": cert.issuer,
        "disciplines": cert.disciplines,
        "approach": cert.approach,
        "levels": cert.levels,
        "statuses": [(status.state, _first_day_iso(status.from_)) for status in cert.statuses],
        "replaces": cert.lineage.replaces,
        "replaced_by": cert.lineage.replaced_by,
        "absorbs": cert.lineage.absorbs,
        "same_level_as": cert.lineage.same_level_as,
        "rules": [_compile_rule(version, cert, groups) for version in cert.rules],
        "prices": [
            (
                price.currency,
                price.place,
                _first_day_iso(price.date),
                price.exam_member,
                price.exam_non_member,
                price.application,
                price.course.mandatory if price.course else None,
                price.course.low if price.course else None,
                price.course.high if price.course else None,
                price.course.exam_included if price.course else False,
            )
            for price in cert.costs
        ],
        "study_hours": (cert.study_hours.low, cert.study_hours.high) if cert.study_hours else None,
        "lifetime": bool(renewal and renewal.lifetime),
        "cycle_years": renewal.cycle_years if renewal else None,
        "skills": cert.skills,
        "leads_to": cert.leads_to,
        "aliases": cert.aliases,
    }


def _compile_rule(version: RuleVersion, cert: Certification, groups: dict[str, list[str]]) -> Any:
    award = encode_requirement(rule_body(version), groups)
    sit = version.sit
    sources = [cert.sources[id] for id in version.sources if id in cert.sources]
    return (
        _first_day_iso(version.from_),
        award if sit is None else encode_requirement(None if sit == "open" else sit, groups),
        award,
        [source.url or source.via for source in sources],
        version.confidence,
    )


def encode_requirement(node: Any, groups: dict[str, list[str]]) -> Any:
    """A requirement as `[tag, field, …]`, with groups of certifications expanded; None is open."""
    if node is None:
        return ["all", []]
    if isinstance(node, AllOf):
        return ["all", [encode_requirement(child, groups) for child in node.all]]
    if isinstance(node, AnyOf):
        return ["any", [encode_requirement(child, groups) for child in node.any]]
    if isinstance(node, Degree):
        return ["degree", node.degree, node.accreditation, [word.casefold() for word in node.field]]
    if isinstance(node, Holds):
        ids = (node.holds,) if isinstance(node.holds, str) else node.holds
        group = ids[0] if len(ids) == 1 and ids[0] in groups else None
        members = [member for name in ids for member in groups.get(name, [name])]
        return ["holds", members, node.lapsed == "allowed", group]
    values = list(dict(node).values())
    return [next(iter(type(node).model_fields)), *values]


def _first_day_iso(partial_date: str | None) -> str | None:
    return None if partial_date is None else first_day(partial_date).isoformat()
