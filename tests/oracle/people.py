"""People drawn at random, on the edges of one certification's rule more often than not."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from oracle.days import ONE_DAY, first_day, last_of_month, stretched_start, years_before
from oracle.leaves import DEGREES
from oracle.reading import UNKNOWN, Catalogue, Written, nodes_of, read_profile
from oracle.worlds import COMPLEXITIES

DAYS = [date(2026, 11, 22), date(2024, 2, 29), date(2028, 2, 29), date(2027, 2, 28)]
"""Days to ask on, besides those on which rules change and others at random."""
TITLES = ["IT project manager", "scrum master", "astrologer", "wizard", "Program manager"]
LISTS = ["education", "work", "training", "courses", "certifications", "memberships", "breaks"]


class Person(NamedTuple):
    """A profile as it would be written, the day of the question and later days of interest."""

    profile: dict[str, Any]
    asked: date
    later: tuple[date, ...]


class Draw:
    """Draws people for a certification: every draw of one seed is the same."""

    def __init__(self, catalogue: Catalogue, seed: int) -> None:
        self.catalogue = catalogue
        self.random = Random(seed)  # noqa: S311 - the same people every time
        self.fields: dict[str, Callable[[], object]] = {
            "education": self._education,
            "work": self._work,
            "training": self._training,
            "courses": lambda: self._some("course"),
            "certifications": self._certifications,
            "memberships": lambda: self._some("membership"),
            "breaks": self._breaks,
        }
        self.leaves: list[Written] = []
        self.years: list[int] = []
        self.asked = DAYS[0]

    def person(self, certification: str) -> Person:
        """Draw a person whose evidence lies about the edges of the certification's rule."""
        record = self.catalogue.records[certification]
        self.leaves = list(nodes_of(record.get("rules", [])))
        self.asked = self._day_to_ask(record)
        years = {
            leaf.get(key) for leaf in self.leaves for key in ("within_years", "extendable_to_years")
        }
        self.years = sorted(year for year in years if year) or [3]
        profile: dict[str, Any] = {
            key: draw() for key, draw in self.fields.items() if self._chance(0.85)
        }
        for key in LISTS:
            if self._chance(0.06):
                profile.setdefault("incomplete", []).append(key)
        profile["confirmed"] = self._some("declare") + self._some("assessment")
        if self._chance(0.4):
            profile |= self._favourable()
            work = [leaf for leaf in self._asked_of("experience") if "within_years" in leaf]
            if work and self._chance(0.7):
                self._decide_at_an_edge(profile, self._one_of(work))
        if self._chance(0.5):
            profile["employer"] = self._one_of([*self.catalogue.employers, "other", "Acme Ltd"])
        return Person(profile, self.asked, tuple(self._later(record)))

    def _favourable(self) -> dict[str, Any]:
        """Everything but work and credentials that the certification may ask."""
        fields = [field for leaf in self._asked_of("field") for field in leaf["field"]]
        degree = {"degree": "doctorate", "accreditation": "GAC", "field": (fields or ["law"])[0]}
        return {
            "education": [degree],
            "training": [
                {"topic": leaf["training"], "hours": leaf["hours"]}
                for leaf in self._asked_of("training")
            ],
            "courses": sorted({leaf["course"] for leaf in self._asked_of("course")}),
            "memberships": sorted({leaf["membership"] for leaf in self._asked_of("membership")}),
            "confirmed": [leaf["declare"] for leaf in self._asked_of("declare")],
        }

    def _decide_at_an_edge(self, profile: dict[str, Any], leaf: Written) -> None:
        """Work that is enough only if one day at the edge of the leaf's window lies in it."""
        read = read_profile({"breaks": profile.get("breaks", [])}, self.catalogue)
        years = leaf["within_years"]
        at_most = leaf.get("extendable_to_years", years)
        edge = self._near(stretched_start(self.asked, years, at_most, read.breaks or ()))
        enough = {key: leaf[key] for key in ("complexity", "responsibility") if key in leaf}
        job: dict[str, Any] = {"kinds": [leaf["experience"]], **enough}
        old, new = {**job, "start": edge.isoformat(), "end": edge.isoformat()}, dict(job)
        new["start"] = _months_before(self.asked, leaf.get("months", 1) - 1).isoformat()
        for unit in ("hours", "person_days", "projects"):
            if unit in leaf:
                old[unit], new[unit] = leaf[unit], 0
        profile["work"] = [old, new] if "months" not in leaf or leaf["months"] > 1 else [old]

    def _chance(self, of_one: float) -> bool:
        return self.random.random() < of_one

    def _one_of(self, values: list[Any]) -> Any:
        return self.random.choice(values)

    def _day_to_ask(self, record: Written) -> date:
        changes = [first_day(one["from"]) for one in _dated(record) if "from" in one]
        if changes and self._chance(0.4):
            return self._near(self._one_of(changes))
        if self._chance(0.5):
            return self._near(self._one_of(DAYS))
        return date(2016, 1, 1) + timedelta(self.random.randrange(17 * 365))

    def _near(self, day: date) -> date:
        return day + timedelta(self.random.choice([-1, 0, 0, 1]))

    def _later(self, record: Written) -> Iterator[date]:
        """A day of change, and one at random, both after the day of the question."""
        changes = [first_day(one["from"]) for one in _dated(record) if "from" in one]
        ahead = [day for day in changes if day > self.asked]
        if ahead:
            yield self._near(ahead[0]) if ahead[0] - ONE_DAY > self.asked else ahead[0]
        leap = date(self.asked.year // 4 * 4 + 4, 2, 29)
        yield self._one_of(
            [leap, leap + ONE_DAY, self.asked + timedelta(self.random.randrange(900))]
        )

    def _edge(self) -> date:
        """A day at the edge of a window or of the day asked about, a month's end, or any."""
        edges = [self.asked, *(years_before(self.asked, years) for years in self.years)]
        day = self._near(self._one_of(edges))
        match self.random.randrange(6):
            case 0:
                return last_of_month(day)
            case 1:
                return day.replace(day=1)
            case 2:
                return self.asked - timedelta(self.random.randrange(-300, 15 * 365))
            case 3:
                return date(self._one_of([2012, 2016, 2020, 2024]), 2, 29)
        return day

    def _written(self, day: date) -> str:
        """A date in full, or only its month or year."""
        return day.isoformat()[: self._one_of([10, 10, 10, 7, 7, 4])]

    def _asked_of(self, key: str) -> list[Written]:
        return [leaf for leaf in self.leaves if key in leaf]

    def _some(self, key: str) -> list[str]:
        return sorted({leaf[key] for leaf in self._asked_of(key) if self._chance(0.5)})

    def _about(self, amount: int) -> int:
        """The amount, one more or less, or a part of it."""
        near = amount + self.random.choice([-1, 0, 0, 1])
        return max(1, near if self._chance(0.7) else self.random.randrange(1, amount + 2))

    def _reading(self, leaf: Written, unit: str) -> int:
        """The amount of a leaf, or the higher one where sources disagree."""
        amount: int = self._one_of([leaf[unit], leaf.get("disputed", leaf[unit])])
        return amount

    def _education(self) -> list[Written]:
        return [self._degree() for _ in range(self._one_of([0, 1, 1, 2]))]

    def _degree(self) -> Written:
        leaf = self._one_of(self._asked_of("degree") or [{"degree": "bachelor"}])
        degree = {"degree": leaf["degree"] if self._chance(0.6) else self._one_of(DEGREES)}
        if self._chance(0.4):
            awarded = self._written(self._edge())
            degree["awarded"] = awarded if self._chance(0.9) else UNKNOWN
        if self._chance(0.4):
            degree["accreditation"] = "GAC"
        if self._chance(0.4):
            degree["field"] = self._one_of([*leaf.get("field", []), "history"])
        return degree

    def _training(self) -> list[Written]:
        leaf = self._one_of(
            self._asked_of("training") or [{"training": "risk-management", "hours": 20}]
        )
        entries: list[Written] = []
        for _ in range(self._one_of([0, 1, 1, 2])):
            entry: dict[str, Any] = {"topic": leaf["training"]}
            if self._chance(0.9):
                entry["hours"] = self._about(self._reading(leaf, "hours"))
            if self._chance(0.6):
                completed = self._written(self._edge())
                entry["completed"] = completed if self._chance(0.9) else UNKNOWN
            entries.append(entry)
        return entries

    def _certifications(self) -> list[Written]:
        named = sorted(
            {name for leaf in self._asked_of("holds") for name in self._names(leaf["holds"])}
        )
        names = [*named, *named, *named, "capm", "csm"]
        return [self._credential(self._one_of(names)) for _ in range(self._one_of([0, 1, 1, 2]))]

    def _names(self, holds: str | list[str]) -> list[str]:
        names = [holds] if isinstance(holds, str) else holds
        groups = self.catalogue.groups
        return [one for name in names for one in groups.get(name, {"members": [name]})["members"]]

    def _credential(self, name: str) -> Written:
        credential = {"id": name}
        renewal = self.catalogue.records.get(name, {}).get("renewal", {})
        if self._chance(0.6):
            cycle_ago = years_before(self.asked, renewal.get("cycle_years", 3))
            earned = self._near(cycle_ago) if self._chance(0.6) else self._edge()
            credential["earned"] = self._written(earned) if self._chance(0.9) else UNKNOWN
        if self._chance(0.4):
            expires = self._near(self.asked) if self._chance(0.6) else self._edge()
            if not credential.get("earned", "") or credential["earned"][:4] <= str(expires.year):
                credential["expires"] = self._written(expires) if self._chance(0.9) else UNKNOWN
        return _in_order(credential, "earned", "expires")

    def _breaks(self) -> list[Written]:
        return [self._break() for _ in range(self._one_of([0, 0, 1, 2]))]

    def _break(self) -> Written:
        start = self._edge()
        if self._chance(0.2):
            return {"start": self._written(start)}
        end = start + timedelta(self.random.choice([0, 1, 30, 200, 365, 366, 900, 1500]))
        return _in_order({"start": self._written(start), "end": self._written(end)}, "start", "end")

    def _work(self) -> list[Written]:
        return [self._job() for _ in range(self._one_of([0, 1, 2, 2, 3, 4]))]

    def _job(self) -> Written:
        leaf = self._one_of(
            self._asked_of("experience") or [{"experience": "project", "months": 12}]
        )
        job = self._kinds_of_job(leaf["experience"])
        months = self._about(self._reading(leaf, "months") if "months" in leaf else 36)
        if self._chance(0.3):
            job["months"] = min(720, months * self._one_of([1, 1, 1, 3]))
        else:
            self._date(job, months)
        self._amounts(job, leaf)
        if self._chance(0.7) and "complexity" in leaf:
            job["complexity"] = self._one_of([leaf["complexity"], *COMPLEXITIES])
        if self._chance(0.7) and "responsibility" in leaf:
            scale = self.catalogue.responsibilities
            job["responsibility"] = self._one_of([leaf["responsibility"], *scale])
        return _in_order(job, "start", "end")

    def _kinds_of_job(self, kind: str) -> dict[str, Any]:
        if self._chance(0.12):
            return {"title": self._one_of(TITLES)}
        if self._chance(0.06):
            return {}
        closer = [one for one, implied in self.catalogue.implied.items() if kind in implied]
        kinds = [[kind]] * 6 + [[self._one_of(closer)], [], ["technical"], [kind, "quality"]]
        return {"kinds": self._one_of(kinds)}

    def _date(self, job: dict[str, Any], months: int) -> None:
        """A first day and, mostly, a last one: so many months on, or at an edge."""
        if self._chance(0.5):
            start = self._edge()
            job["start"] = self._written(start)
            if self._chance(0.8):
                end = start + timedelta(months * 30) if self._chance(0.5) else self._edge()
                job["end"] = self._written(max(start, end))
        elif self._chance(0.5):
            job["start"] = self._written(_months_before(self.asked, months))
        else:
            end = self._edge()
            job |= {"start": self._written(_months_before(end, months)), "end": self._written(end)}

    def _amounts(self, job: dict[str, Any], leaf: Written) -> None:
        for unit in ("hours", "person_days", "projects"):
            if unit in leaf and self._chance(0.8):
                job[unit] = self._about(self._reading(leaf, unit))
        begins_later = "start" in job and first_day(job["start"]) > self.asked
        if "end" not in job and begins_later:
            for unit in ("hours", "person_days"):
                job.pop(unit, None)  # of work that is going on they are those up to the day asked
        if "hours" in leaf and "hours" not in job and "start" in job and self._chance(0.5):
            job["hours_per_week"] = self._one_of([10, 20, 37.5, 40])


def _dated(record: Written) -> list[Written]:
    return [*record.get("rules", []), *record["statuses"]]


def _months_before(day: date, months: int) -> date:
    """The first of a month so many calendar months back, the day's own counted."""
    number = day.year * 12 + day.month - months
    return date(number // 12, number % 12 + 1, 1)


def _in_order(entry: dict[str, Any], first: str, last: str) -> dict[str, Any]:
    """The entry without its last day where that would lie before its first."""
    days = [entry.get(key, UNKNOWN) for key in (first, last)]
    if UNKNOWN not in days and first_day(days[1]) < first_day(days[0]):
        del entry[last]
    return entry
