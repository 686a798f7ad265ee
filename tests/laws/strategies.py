"""Random people, rules and certifications, small enough that people often meet the rules."""

from datetime import date, timedelta

from hypothesis import strategies as st

from certadvisor.base.months import years_before
from certadvisor.catalog.records import Certification, RuleVersion, StatusFrom
from certadvisor.catalog.requirement import (
    AllOf,
    AnyOf,
    Course,
    Declare,
    Degree,
    Employer,
    Experience,
    Holds,
    Requirement,
    Training,
)
from certadvisor.profile.model import (
    LISTS,
    CareerBreak,
    Credential,
    Education,
    Goal,
    Horizon,
    HorizonUnit,
    Profile,
    TrainingRecord,
    WorkPeriod,
)

AS_OF = date(2026, 11, 22)
KINDS = {
    "project-leading": frozenset({"project-leading", "project", "professional"}),
    "agile": frozenset({"agile", "professional"}),
}
CERTIFICATIONS = ("capm", "pmp", "csm", "psm-i")

WALK = 3 * 366  # days from the day of the question that the laws check one by one


@st.composite
def relevant_days(draw: st.DrawFn) -> date:
    """Draw a day within the days checked, or one that leaves a look-back window within them."""
    day = AS_OF + timedelta(days=draw(st.integers(-40, WALK)))
    if draw(st.integers(0, 4)) == 0:
        day = draw(st.sampled_from([date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]))
    return years_before(day, draw(st.sampled_from([0, 0, 2, 3, 5, 8])))


CHANGE_DAY = date(2027, 1, 1)  # on which rules and statuses often change
TURNING_DAYS = (
    AS_OF,
    *(years_before(AS_OF, years) for years in (2, 3, 5, 8)),
    CHANGE_DAY,
)
leap_days = st.sampled_from([date(2024, 2, 29), date(2028, 2, 29)])


@st.composite
def turning_days(draw: st.DrawFn) -> date:
    """Draw a day on which judging turns, the day before it, or the day after it."""
    return draw(st.sampled_from(TURNING_DAYS)) + timedelta(days=draw(st.sampled_from([0, -1, 1])))


days = st.one_of(
    relevant_days(), turning_days(), leap_days, st.dates(date(2012, 1, 1), date(2034, 12, 31))
)
maybe_days = st.none() | days


@st.composite
def spans(draw: st.DrawFn) -> tuple[date, date | None]:
    """Draw a start, and an end not before it or None."""
    start, end = draw(days), draw(st.none() | days)
    if end is not None and draw(st.booleans()):
        end = start + timedelta(days=draw(st.integers(0, 2500)))
    return (start, end) if end is None else (min(start, end), max(start, end))


@st.composite
def work_periods(draw: st.DrawFn) -> WorkPeriod:
    """Draw dated work, an undated total, or work with too little information."""
    kinds = draw(st.sampled_from([*KINDS.values(), frozenset(), None]))
    complexity = draw(st.sampled_from([None, "simple", "complex"]))
    hours = draw(st.none() | st.integers(0, 6000))
    projects = draw(st.none() | st.integers(0, 3))
    if draw(st.integers(0, 3)) == 0:
        months = draw(st.none() | st.integers(1, 60))
        return WorkPeriod(
            kinds, months=months, hours=hours, complexity=complexity, projects=projects
        )
    start, end = draw(spans())
    weekly = draw(st.none() | st.integers(5, 45)) if hours is None else None
    return WorkPeriod(
        kinds, start=start, end=end, hours=hours, hours_per_week=weekly, complexity=complexity,
        projects=projects,
    )  # fmt: skip


# A day or none, and whether one is there and unknown.
days_or_unknown = st.tuples(maybe_days, st.just(False)) | st.just((None, True))
educations = st.builds(
    lambda degree, accreditation, awarded: Education(degree, None, accreditation, *awarded),
    st.sampled_from(["none", "secondary", "bachelor", "master"]),
    st.sampled_from([None, "GAC"]),
    days_or_unknown,
)
trainings = st.builds(
    lambda hours, completed: TrainingRecord("project-management", hours, *completed),
    st.none() | st.integers(0, 40),
    days_or_unknown,
)


@st.composite
def credentials(draw: st.DrawFn) -> Credential:
    """Draw a credential with both dates, one, or none; a date may be there and unknown."""
    id, earned = draw(st.sampled_from(CERTIFICATIONS)), draw(maybe_days)
    length = draw(st.none() | st.integers(0, 2000))
    if length is None:
        unknown = draw(st.booleans())
        return Credential(
            id,
            earned,
            earned_unknown=earned is None and unknown,
            expires_unknown=draw(st.booleans()),
        )
    return Credential(id, earned, (earned or AS_OF) + timedelta(days=length))


@st.composite
def breaks(draw: st.DrawFn) -> CareerBreak:
    """Draw time away from work, mostly during the years that a window looks back."""
    if draw(st.integers(0, 3)) == 0:
        return CareerBreak(*draw(spans()))
    start = AS_OF - timedelta(days=draw(st.integers(0, 8 * 365)))
    return CareerBreak(start, start + timedelta(days=draw(st.sampled_from([0, 1, 30, 400]))))


def optional_lists(items: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Draw a list or None for a list that is not given."""
    return st.none() | st.lists(items, max_size=3).map(tuple)


incomplete = st.just(()) | st.lists(st.sampled_from(LISTS), unique=True).map(tuple)


def non_empty(items: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Draw a list that is not empty."""
    return st.lists(items, min_size=1, max_size=3).map(tuple)


# Without breaks no window is stretched, so most people have some.
maybe_breaks = st.one_of(
    st.none(), st.just(()), non_empty(breaks()), non_empty(breaks()), non_empty(breaks())
)

profiles = st.builds(
    Profile,
    education=optional_lists(educations),
    work=optional_lists(work_periods()),
    training=optional_lists(trainings),
    courses=st.sampled_from([None, (), ("csm-course",)]),
    certifications=optional_lists(credentials()),
    employer=st.sampled_from([None, "acme", "civil-service", "other"]),
    breaks=maybe_breaks,
    confirmed=st.sampled_from([(), ("areas",)]),
    incomplete=incomplete,
    goal=st.builds(
        Goal,
        role=st.none(),
        budget=st.none(),
        within=st.none() | st.builds(Horizon, st.integers(1, 30), st.sampled_from(HorizonUnit)),
        hours_per_week=st.none() | st.integers(1, 60),
        prefers=st.none(),
        interests=st.just(()),
    ),
)


@st.composite
def experiences(draw: st.DrawFn) -> Experience:
    """Draw months, hours, projects or several; perhaps with a window, which breaks may stretch."""
    years = draw(st.sampled_from([None, 2, 5, 5, 5]))
    months = draw(st.none() | st.sampled_from([1, 6, 12, 18, 24, 36]))
    projects = draw(st.sampled_from([None, None, 1, 2]))
    hours = (
        draw(st.sampled_from([None, None, 500, 2000]))
        if months or projects
        else draw(st.sampled_from([500, 2000]))
    )
    amounts = [amount for amount in (months, hours, projects) if amount]
    disputed = draw(st.sampled_from([None, None, None, 2])) if len(amounts) == 1 else None
    return Experience(
        draw(st.sampled_from(["project-leading", "project", "agile", "professional"])),
        disputed=disputed and disputed * amounts[0],
        months=months,
        hours=hours,
        projects=projects,
        within_years=years,
        extendable_to_years=draw(st.sampled_from([None, 8, 8, 8])) if years else None,
        complexity=draw(st.sampled_from([None, "moderate"])),
    )


degree_leaves = st.builds(
    Degree,
    st.sampled_from(["secondary", "bachelor"]),
    accreditation=st.sampled_from([None, "GAC"]),
    field=st.just(()),
)
training_leaves = st.builds(
    Training,
    st.just("project-management"),
    st.sampled_from([10, 35]),
    within_years=st.sampled_from([None, 3]),
    disputed=st.sampled_from([None, None, 49]),
)
holds_leaves = st.builds(
    Holds,
    st.lists(st.sampled_from(CERTIFICATIONS), min_size=1, max_size=2, unique=True).map(tuple),
    lapsed=st.booleans(),
)
other_leaves = st.one_of(
    degree_leaves,
    training_leaves,
    st.just(Course("csm-course")),
    holds_leaves,
    st.just(Employer("civil-service")),
    st.just(Declare("areas", "I have worked in four areas.")),
)
# Half of all leaves are experience: it has most to get wrong.
leaves = st.booleans().flatmap(lambda is_work: experiences() if is_work else other_leaves)


# A leaf and a person with evidence for it: this tests most days of change.
leaves_with_evidence = st.one_of(
    st.tuples(
        experiences(),
        st.builds(
            Profile, work=non_empty(work_periods()), breaks=maybe_breaks, incomplete=incomplete
        ),
    ),
    st.tuples(
        experiences(),
        st.builds(Profile, work=non_empty(work_periods()), breaks=non_empty(breaks())),
    ),
    st.tuples(degree_leaves, st.builds(Profile, education=non_empty(educations))),
    st.tuples(training_leaves, st.builds(Profile, training=non_empty(trainings))),
    st.tuples(holds_leaves, st.builds(Profile, certifications=non_empty(credentials()))),
)
requirements: st.SearchStrategy[Requirement] = st.recursive(
    leaves,
    lambda inner: st.lists(inner, min_size=1, max_size=3).flatmap(
        lambda children: st.sampled_from([AllOf(tuple(children)), AnyOf(tuple(children))])
    ),
    max_leaves=5,
)


@st.composite
def certifications(draw: st.DrawFn) -> Certification:
    """Draw a certification whose rule may change, and that may open or retire."""
    change_days = st.just(CHANGE_DAY) | st.dates(date(2026, 6, 1), date(2031, 1, 1))
    changes = sorted(draw(st.sets(change_days, max_size=2)))
    rules = []
    for since in [draw(st.sampled_from([None, date(2026, 1, 1)])), *changes]:
        requirement = draw(requirements)
        rules.append(RuleVersion(since, requirement, requirement, (), "high"))
    states = sorted(draw(st.sets(change_days, max_size=2)))
    state_names = st.sampled_from(["announced", "active", "retiring", "retired", "unclear"])
    statuses = [StatusFrom(draw(state_names), since) for since in (None, *states)]
    return Certification(
        id="random", abbreviation="R", name="Random", issuer="nobody", disciplines=("project",),
        approach=None, levels=("mid",), statuses=tuple(statuses), replaces=(), replaced_by=(),
        absorbs=(), same_level_as=(), rules=tuple(rules), announced=(), prices=(), no_price=None,
        study_hours=None, lifetime=False, cycle_years=None, first_cycle_years=None, skills=(),
        next=(), related=(), aliases=(),
    )  # fmt: skip
