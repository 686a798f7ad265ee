"""Compiles definitions to records: no shorthand, and every date a whole day."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from certadvisor.catalog import records, requirement
from certadvisor.catalog.definitions import requirement as language
from certadvisor.catalog.definitions.advice import AdviceFile
from certadvisor.catalog.definitions.base import Definition, first_day
from certadvisor.catalog.definitions.certification import (
    AnnouncedChange,
    Certification,
    CertificationFile,
    Fee,
    Issuer,
    Reinstatement,
    RuleVersion,
    rule_body,
)
from certadvisor.catalog.definitions.demand import DemandFile
from certadvisor.catalog.definitions.preferences import PreferenceLists
from certadvisor.catalog.definitions.requirement import Groups
from certadvisor.catalog.definitions.role import CareerRole, CareerStep, RoleFile, SkillsAsked
from certadvisor.catalog.definitions.titles import TitleFile
from certadvisor.catalog.names import index_names, name_key
from certadvisor.catalog.price_compiler import compile_price, with_module_prices
from certadvisor.catalog.records import RawRecord
from certadvisor.catalog.titles import compile_titles
from certadvisor.errors import Fault


def compile_catalog(
    certifications: CertificationFile,
    roles: RoleFile,
    demand: DemandFile,
    advice: AdviceFile,
    *,
    overridden: Iterable[tuple[str, str]] = (),
    warnings: Iterable[Fault] = (),
) -> records.CompiledCatalog:
    """The part of the catalogue that the engine needs."""
    groups = {id: group.members for id, group in certifications.groups.items()}
    return records.CompiledCatalog(
        version=certifications.version or "",
        certifications=with_module_prices(
            {
                cert.id: _compile_certification(
                    cert, groups, certifications.issuers.get(cert.issuer)
                )
                for cert in certifications.certifications
            },
            certifications,
        ),
        roles={role.id: _compile_role(role) for role in roles.roles},
        steps=tuple(_compile_step(step, groups) for step in roles.steps),
        kinds={
            kind.id: records.Kind(kind.id, kind.name, kind.implies, kind.description)
            for kind in roles.kinds
        },
        responsibilities=roles.responsibility_scale,
        groups=groups,
        known_names=certifications.known_names,
        shared_names=tuple(
            records.SharedName(shared.name, shared.candidates, shared.text)
            for shared in certifications.shared_names
        ),
        issuers={id: issuer.name for id, issuer in certifications.issuers.items()},
        skills={skill.id: skill.name for skill in roles.skills},
        demand=tuple(
            records.Demand(
                entry.certification,
                entry.country,
                entry.value,
                entry.basis,
                entry.year,
                entry.sample,
                entry.confidence,
            )
            for entry in demand.demand
        ),
        adverts=tuple(
            records.AdvertCount(one.country, one.what, one.period, one.adverts, one.none_named)
            for one in demand.adverts
        ),
        tables=_compile_tables(advice),
        names=records.NameIndex(
            certifications=_certification_names(certifications),
            roles=index_names(
                (role.id, (role.id, role.title, *role.aliases)) for role in roles.roles
            ),
            shared=tuple(
                dict.fromkeys(name_key(shared.name) for shared in certifications.shared_names)
            ),
        ),
        overridden=tuple(overridden),
        warnings=tuple(warnings),
        level_groups=tuple(group.certifications for group in roles.level_groups),
    )


def _compile_tables(advice: AdviceFile) -> records.AdviceTables:
    return records.AdviceTables(
        weights={name: weight.value for name, weight in advice.weights.items()},
        values={name: table.values for name, table in advice.tables.items()},
        fields=advice.fields.values if advice.fields else {},
        level_months={
            kind: dict(months.items())
            for kind, months in (advice.level_months.values if advice.level_months else {}).items()
        },
        too_junior=advice.too_junior.values if advice.too_junior else {},
        rates_on=first_day(advice.rates.date) if advice.rates else None,
        per_usd=advice.rates.per_usd if advice.rates else {},
    )


def compile_raw_records(
    certifications: CertificationFile,
    roles: RoleFile,
    demand: DemandFile,
    advice: AdviceFile,
    titles: TitleFile,
) -> dict[str, dict[str, RawRecord]]:
    """The raw records: every definition as plain JSON data, by collection and id."""
    raw_records: dict[str, dict[str, RawRecord]] = {
        "certifications": {cert.id: _dump(cert) for cert in certifications.certifications},
        "issuers": {id: _dump(issuer) for id, issuer in certifications.issuers.items()},
        "groups": {id: _dump(group) for id, group in certifications.groups.items()},
    }
    for collection in (
        "kinds",
        "levels",
        "roles",
        "starting_points",
        "level_groups",
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
        "adverts": {"items": [_dump(one) for one in demand.adverts]},
        "findings": {"items": [_dump(finding) for finding in demand.findings]},
        "local_none": {"items": [_dump(one) for one in roles.local_none]},
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


def _dump(definition: Definition) -> RawRecord:
    return definition.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude_defaults=True
    )


def _compile_role(role: CareerRole) -> records.Role:
    general = _compile_preferences(role.certifications or PreferenceLists())
    return records.Role(
        id=role.id,
        title=role.title,
        level=role.level,
        aliases=role.aliases,
        kinds=role.kinds,
        skills=role.skills,
        preferred=general.preferred,
        helpful=general.helpful,
        sourced=general.sourced,
        next_roles=tuple(next_role.id for next_role in role.next_roles),
        local={
            country: preferences
            for lists in role.local
            for preferences in (_compile_preferences(lists),)
            for country in lists.countries
        },
    )


def _compile_preferences(lists: PreferenceLists) -> records.LocalPreferences:
    preferred = lists.preferences(*lists.preferred)
    helpful = lists.preferences(*lists.helpful)
    return records.LocalPreferences(
        preferred=tuple(one.id for one in preferred),
        helpful=tuple(one.id for one in helpful),
        sourced=tuple(one.id for one in (*preferred, *helpful) if one.is_sourced),
    )


def _compile_step(step: CareerStep, groups: Groups) -> records.CareerStep:
    return records.CareerStep(
        id=step.id,
        text=step.text,
        role=step.role,
        requirement=None if step.asks is None else compile_requirement(step.asks, groups),
        skills=None if step.skills is None else _compile_skills(step.skills),
    )


def _compile_skills(skills: SkillsAsked) -> records.SkillRequirement:
    return records.SkillRequirement(skills.all, skills.some, skills.at_least)


def _compile_certification(
    cert: Certification, groups: Groups, issuer: Issuer | None
) -> records.Certification:
    renewal, hours, course = cert.renewal, cert.study_hours, cert.course_hours
    units = renewal.units if renewal else None
    return records.Certification(
        id=cert.id,
        abbreviation=cert.abbreviation,
        name=cert.name,
        issuer=cert.issuer,
        disciplines=cert.disciplines,
        approach=cert.approach,
        levels=cert.levels,
        statuses=tuple(
            records.StatusFrom(status.state, _first_day(status.from_)) for status in cert.statuses
        ),
        replaces=cert.lineage.replaces,
        replaced_by=cert.lineage.replaced_by,
        absorbs=cert.lineage.absorbs,
        same_level_as=cert.lineage.same_level_as,
        rules=tuple(_compile_rule(version, cert, groups) for version in cert.rules),
        announced=tuple(_compile_announced(change, groups) for change in cert.announced),
        prices=tuple(compile_price(price) for price in cert.costs),
        no_price=cert.no_price.reason if cert.no_price else None,
        study_hours=(hours.low, hours.high) if hours else None,
        lifetime=bool(renewal and renewal.lifetime),
        cycle_years=renewal.cycle_years if renewal else None,
        first_cycle_years=renewal.first_cycle_years or renewal.cycle_years if renewal else None,
        skills=cert.skills,
        next=cert.next,
        related=cert.related,
        aliases=cert.aliases,
        membership=issuer.membership if issuer else None,
        steps=tuple(step.step for step in cert.steps),
        has_exam=cert.exam != "none",
        course_hours=(course.low, course.high) if course else None,
        renewal_units=(units.amount, units.name) if units else None,
        renewal_fee=_compile_fee(renewal.fee) if renewal and renewal.fee else None,
        reinstatement_months=_compile_reinstatement(renewal.reinstatement) if renewal else None,
        common_cycle_end=_first_day(renewal.common_cycle_end) if renewal else None,
    )


def _compile_announced(change: AnnouncedChange, groups: Groups) -> records.AnnouncedChange:
    (about,) = requirement.leaves(compile_requirement(change.about, groups))
    return records.AnnouncedChange(about, first_day(change.from_), change.text, change.confidence)


def _compile_fee(fee: Fee) -> records.RenewalPrice:
    member, other = (
        None if amount is None else records.Money(amount, fee.currency)
        for amount in (fee.member, fee.non_member)
    )
    return records.RenewalPrice(member, other, fee.every_year)


def _compile_reinstatement(reinstatement: Reinstatement | Literal["none"] | None) -> int | None:
    if isinstance(reinstatement, Reinstatement):
        return reinstatement.within_months
    return None if reinstatement is None else 0


def _compile_rule(version: RuleVersion, cert: Certification, groups: Groups) -> records.RuleVersion:
    award = compile_requirement(rule_body(version), groups)
    sources = [cert.sources[id] for id in version.sources if id in cert.sources]
    return records.RuleVersion(
        since=_first_day(version.from_),
        sit=award if version.sit is None else _compile_exam_rule(version.sit, groups),
        award=award,
        sources=tuple(address for one in sources if (address := one.url or one.via)),
        confidence=version.confidence,
    )


def _compile_exam_rule(
    sit: language.Requirement | Literal["open"], groups: Groups
) -> requirement.Requirement:
    return compile_requirement(None if sit == "open" else sit, groups)


def compile_requirement(
    node: language.Requirement | None, groups: Groups
) -> requirement.Requirement:
    """A requirement without shorthand, its groups of certifications expanded; None is open."""
    match node:
        case None:
            return requirement.OPEN
        case language.AllOf():
            return requirement.AllOf(tuple(compile_requirement(one, groups) for one in node.all))
        case language.AnyOf():
            return requirement.AnyOf(tuple(compile_requirement(one, groups) for one in node.any))
        case _:
            return node.to_record(groups)


def _first_day(partial_date: str | None) -> date | None:
    return None if partial_date is None else first_day(partial_date)
