"""The catalogue and a profile as they are written, with names found and nothing concluded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from oracle.days import Span, first_day, last_day

Written = Mapping[str, Any]
UNKNOWN = "unknown"
"""What stands for a date that is there and that nobody knows."""


def plain(name: str) -> str:
    """A name without case and punctuation."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def nodes_of(node: object) -> Iterator[Written]:
    """Every mapping of a record in which a leaf may stand."""
    if isinstance(node, list):
        for child in node:
            yield from nodes_of(child)
    elif isinstance(node, dict):
        yield node
        for key in ("all", "any", "needs", "sit", "rules", "proved_by"):
            yield from nodes_of(node.get(key))


@dataclass
class Catalogue:
    """The records of a catalogue, and the names by which kinds and titles are found."""

    records: dict[str, Written]
    groups: dict[str, Written]
    employers: set[str]
    implied: dict[str, set[str]]
    kinds: dict[str, str] = field(default_factory=dict)
    titles: dict[str, list[str]] = field(default_factory=dict)
    responsibilities: list[str] = field(default_factory=list)


def read_catalogue(*folders: Path) -> Catalogue:
    """The catalogue of several folders, each laid over those before it, record by record."""
    read = Catalogue({}, {}, set(), {})
    for folder in folders:
        _add_certifications(read, _load(folder / "certifications.yaml"))
        if (folder / "roles.yaml").exists():
            _add_roles(read, _load(folder / "roles.yaml"))
    read.employers = {
        leaf["employer"]
        for record in read.records.values()
        for leaf in nodes_of(record)
        if "employer" in leaf
    }
    return read


def _load(path: Path) -> Written:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: Written = yaml.load(path.read_text(encoding="utf-8"), loader)  # noqa: S506 - either is a safe loader
    return loaded


def _add_certifications(read: Catalogue, written: Written) -> None:
    read.records |= {record["id"]: record for record in written["certifications"]}
    read.groups |= written.get("groups", {})


def _add_roles(read: Catalogue, written: Written) -> None:
    for kind in written.get("kinds", ()):
        read.implied[kind["id"]] = {kind["id"], *kind["implies"]}
        for name in (kind["id"], kind["name"], *kind.get("aliases", ())):
            read.kinds.setdefault(plain(name), kind["id"])
    for role in written.get("roles", ()):
        for name in (role["id"], role["title"], *role.get("aliases", ())):
            read.titles.setdefault(plain(name), role.get("kinds", []))
    read.responsibilities = written.get("responsibility_scale", read.responsibilities)


@dataclass(frozen=True)
class Work:
    """A job, a project or a total; None is what the profile does not give."""

    kinds: frozenset[str] | None = None
    start: date | None = None
    end: date | None = None
    months: int | None = None
    hours: float | None = None
    hours_per_week: float | None = None
    person_days: float | None = None
    projects: int | None = None
    complexity: str | None = None
    responsibility: str | None = None

    @property
    def dated(self) -> bool:
        """Whether it has a first day."""
        return self.start is not None


@dataclass(frozen=True)
class Profile:
    """Everything given of a person; a list that is not given is None."""

    education: list[Written] | None
    work: list[Work] | None
    training: list[Written] | None
    courses: list[str] | None
    certifications: list[Written] | None
    memberships: list[str] | None
    breaks: tuple[Span, ...] | None
    confirmed: set[str]
    employer: str | None
    incomplete: set[str]


@dataclass(frozen=True)
class Question:
    """A person and the days that are asked about."""

    catalogue: Catalogue
    profile: Profile
    asked: date
    """The as-of day: from it undated totals are laid back, and to it hours of ongoing work run."""
    day: date
    """The day judged: the as-of day, or a later one while looking for the first day of a yes."""


def read_profile(written: Written, catalogue: Catalogue) -> Profile:
    """The profile, its names found by the catalogue; what is not given stays so."""
    work, breaks = written.get("work"), written.get("breaks")
    held = written.get("certifications")
    return Profile(
        education=written.get("education"),
        work=None if work is None else [_read_work(entry, catalogue) for entry in work],
        training=written.get("training"),
        courses=written.get("courses"),
        certifications=None if held is None else [_read_credential(one) for one in held],
        memberships=written.get("memberships"),
        breaks=None if breaks is None else tuple(_read_break(entry) for entry in breaks),
        confirmed=set(written.get("confirmed", ())),
        employer=written.get("employer"),
        incomplete=set(written.get("incomplete", ())),
    )


def _read_credential(one: str | Written) -> Written:
    return {"id": one} if isinstance(one, str) else one


def _read_work(entry: Written, catalogue: Catalogue) -> Work:
    return Work(
        kinds=_read_kinds(entry, catalogue),
        start=first_day(entry["start"]) if "start" in entry else None,
        end=last_day(entry["end"]) if "end" in entry else None,
        months=entry.get("months"),
        hours=entry.get("hours"),
        hours_per_week=entry.get("hours_per_week"),
        person_days=entry.get("person_days"),
        projects=entry.get("projects"),
        complexity=entry.get("complexity"),
        responsibility=entry.get("responsibility"),
    )


def _read_kinds(entry: Written, catalogue: Catalogue) -> frozenset[str] | None:
    """The kinds with what they imply; where none are given, those of the title if it is known."""
    kinds = entry.get("kinds")
    if kinds is None:
        kinds = catalogue.titles.get(plain(entry.get("title", "")))
    if kinds is None:
        return None
    ids = [catalogue.kinds[plain(kind)] for kind in kinds]
    return frozenset(implied for kind in ids for implied in catalogue.implied[kind])


def _read_break(entry: Written) -> Span:
    return first_day(entry["start"]), last_day(entry["end"]) if "end" in entry else date.max
