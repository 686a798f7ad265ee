"""Small random planning problems: certifications that require each other, prices, evidence."""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from certadvisor.catalog.records import (
    AdviceTables,
    Catalog,
    Certification,
    CompiledCatalog,
    Kind,
    NameIndex,
    RuleVersion,
    StatusFrom,
)
from certadvisor.catalog.requirement import (
    AllOf,
    AnyOf,
    Course,
    Degree,
    Experience,
    Holds,
    Membership,
    Requirement,
    Training,
)
from certadvisor.planner.figures import Amount, ExamPrice, ReinstatementTerms
from certadvisor.planner.objective import PlanObjective
from certadvisor.planner.schedule import Pace
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential, Education, Profile, TrainingRecord, WorkPeriod
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.lapsed_credentials import ReinstatableCredential

AS_OF = date(2026, 11, 22)
SHARE_LAPSED = 0.15  # of the certifications
SHARED_TRAINING = 0.4  # share of problems whose rules overlap a lot
IDS = ("a", "b", "c", "d", "e")
TABLES = AdviceTables(
    {}, {"effort_days": {"course": 30}, "degree_days": {"none": 0}}, {}, {}, {}, None, {}
)


class Prices:
    """Random prices and hours; no figure has a range."""

    def __init__(self, random: Random) -> None:
        self._exams = {
            id: ExamPrice(
                _exactly(other := random.randint(0, 9)),
                _exactly(random.randint(0, other)) if random.random() < 0.5 else None,
                random.choice(["m", "n"]),
            )
            for id in IDS
        }
        self._hours = {id: random.choice([0, 5, 10, 30]) for id in IDS}
        self._courses = {name: random.randint(0, 9) for name in ("k", "l")}
        self._days = {name: random.choice([10, 40]) for name in ("k", "l")}
        self._fees = {name: random.randint(0, 6) for name in ("m", "n")}
        self._hour = random.choice([0, 0, 1, 2])
        self._decisions = {id: random.choice([0, 0, 14]) for id in IDS}
        self._reinstatements = {
            id: ReinstatementTerms(
                ExamPrice(
                    _exactly(other := random.randint(0, 6)),
                    _exactly(random.randint(0, other)) if random.random() < 0.5 else None,
                    random.choice(["m", "n"]),
                ),
                _exactly(random.randint(0, 4)),
                _exactly(random.choice([0, 5, 20])),
            )
            for id in IDS
            if random.random() < SHARE_LAPSED
        }

    def exam(self, id: str) -> ExamPrice:
        """Return the price of an exam."""
        return self._exams[id]

    def study(self, id: str) -> Amount:
        """Return the hours of study for an exam."""
        return _exactly(self._hours[id])

    def decision_days(self, id: str) -> int:
        """Return the days until the issuer decides on an application."""
        return self._decisions[id]

    def reinstatement(self, id: str) -> ReinstatementTerms | None:
        """Return the terms of what has lapsed."""
        return self._reinstatements.get(id)

    def course(self, name: str) -> Amount:
        """Return the price of a course."""
        return _exactly(self._courses[name])

    def course_days(self, name: str) -> int:
        """Return the length of a course in days."""
        return self._days[name]

    def training(self, hours: int) -> Amount:
        """Return the price of training."""
        return _exactly(self._hour * hours)

    def fee(self, membership: str) -> Amount:
        """Return the membership fee of a year."""
        return _exactly(self._fees[membership])


class Puzzle(NamedTuple):
    """A planning problem: rules, evidence, prices, pace, and what to optimise."""

    catalog: Catalog
    profile: Profile
    prices: Prices
    pace: Pace
    by: PlanObjective
    lapsed: dict[str, ReinstatableCredential]

    @property
    def timeline(self) -> Timeline:
        """The evidence over time."""
        return Timeline(Evidence(self.profile, self.catalog, AS_OF))


def _exactly(value: int) -> Amount:
    return Amount(value, value, value)


def puzzle(seed: int) -> Puzzle:
    """Return the problem with this seed."""
    random = Random(seed)  # noqa: S311  not for security
    known = IDS[: random.randint(2, len(IDS))]
    certifications = {id: _certification(id, random) for id in known}
    if random.random() < SHARED_TRAINING:
        certifications = {
            id: _with_shared_training(id, one, random) for id, one in certifications.items()
        }
    compiled = CompiledCatalog(
        version="", certifications=certifications, roles={}, steps=(),
        kinds={"work": Kind("work", "Work", ())}, responsibilities=(), groups={}, known_names={},
        shared_names=(), issuers={}, skills={}, demand=(), adverts=(), tables=TABLES,
        names=NameIndex({}, {}, ()), overridden=(), warnings=(),
    )  # fmt: skip
    catalog = Catalog(compiled, digest="", raw_records=lambda _: {})
    prices = Prices(random)
    members = random.choice([(), (), ("m",)])
    pace = Pace(AS_OF.toordinal(), random.choice([2, 5, 10.5]), members)
    by = random.choice(list(PlanObjective))
    lapsed = {id: _lapsed(id, random) for id in known if prices.reinstatement(id)}
    return Puzzle(catalog, _profile(random, members), prices, pace, by, lapsed)


def _lapsed(id: str, random: Random) -> ReinstatableCredential:
    until = AS_OF + timedelta(days=random.randint(0, 60))
    return ReinstatableCredential(id, AS_OF - timedelta(days=1), until, 0, units_given=True)


def _certification(id: str, random: Random) -> Certification:
    rules = [RuleVersion(None, requirement := _rule(id, random, 0), requirement, (), "high")]
    if random.random() < 0.2:
        since = AS_OF + timedelta(days=random.randint(-50, 200))
        rules.append(
            RuleVersion(since, requirement := _rule(id, random, 0), requirement, (), "high")
        )
    statuses = [StatusFrom("active", None)]
    if random.random() < 0.25:
        since = AS_OF + timedelta(days=random.randint(5, 250))
        statuses.append(StatusFrom(random.choice(["retired", "unclear"]), since))
    if random.random() < 0.1:
        statuses = [StatusFrom("active", AS_OF + timedelta(days=random.randint(5, 250)))]
    return Certification(
        id=id, abbreviation=id, name=id, issuer="x", disciplines=("p",), approach=None,
        levels=("mid",), statuses=tuple(statuses), replaces=(), replaced_by=(), absorbs=(),
        same_level_as=(), rules=tuple(rules), announced=(), prices=(), no_price=None,
        study_hours=None, lifetime=True, cycle_years=None, first_cycle_years=None, skills=(),
        next=(), related=(), aliases=(),
    )  # fmt: skip


def _with_shared_training(id: str, one: Certification, random: Random) -> Certification:
    """Return it with a rule that requires several others, which share training and courses."""
    shared: list[Requirement] = [Training("t", hours) for hours in (10, 20, 35)]
    shared += [Course("k"), Course("l")]
    if id == "a":
        others = random.sample(IDS[1:], random.randint(2, len(IDS) - 1))
        prerequisites: list[Requirement] = [Holds((other,)) for other in others]
        rule = AllOf((*prerequisites, random.choice([*shared, AllOf(())])))
    else:
        pairs = [AnyOf(tuple(random.sample(shared, 2))) for _ in range(random.randint(0, 2))]
        further = [Holds((other,)) for other in IDS if other > id and random.random() < 0.2]
        rule = AllOf((*pairs, *further))
    return one._replace(rules=(RuleVersion(None, rule, rule, (), "high"),))


def _rule(id: str, random: Random, depth: int) -> Requirement:
    if depth < 2 and random.random() < (0.85, 0.5)[depth]:
        children = tuple(_rule(id, random, depth + 1) for _ in range(random.randint(1, 3)))
        return AllOf(children) if random.random() < 0.5 else AnyOf(children)
    others = [one for one in IDS if one != id or random.random() < 0.1]
    leaves: list[Requirement] = [
        Training(random.choice("tu"), random.choice([10, 20, 35]), random.choice([None, 5])),
        Course(random.choice("kl")),
        Membership(random.choice("mn")),
        Degree(random.choice(["secondary", "bachelor"])),
        Experience("work", months=random.choice([6, 12, 18]), within_years=random.choice([2, 5])),
    ]
    holds = [Holds(tuple(random.sample(others, random.randint(1, 2)))) for _ in range(4)]
    return random.choice([*leaves, *holds])


def _profile(random: Random, members: tuple[str, ...]) -> Profile:
    start = AS_OF - timedelta(days=random.randint(0, 900))
    end = random.choice([None, None, AS_OF - timedelta(days=random.randint(0, 60))])
    work = (WorkPeriod(frozenset({"work"}), start=start, end=max(start, end) if end else None),)
    completed = random.choice([None, AS_OF - timedelta(days=1700), AS_OF + timedelta(days=60)])
    return Profile(
        education=random.choice([(), (Education("bachelor"),), (Education("secondary"),)]),
        work=random.choice([work, work, ()]),
        training=random.choice([(), (TrainingRecord("t", 15, completed),)]),
        courses=random.choice([(), ("k",)]),
        certifications=random.choice([(), (), (Credential("b"),)]),
        memberships=members,
    )
