"""Random people and rules for which something nearly always begins or ends within three years."""

from datetime import timedelta

from hypothesis import strategies as st
from strategies import (
    AS_OF,
    CERTIFICATIONS,
    KINDS,
    breaks,
    certifications,
    leap_days,
    non_empty,
    turning_days,
)

from certadvisor.catalog.records import Certification, RuleVersion, StatusFrom
from certadvisor.catalog.requirement import (
    AllOf,
    AnyOf,
    Degree,
    Experience,
    Holds,
    Requirement,
    Training,
)
from certadvisor.profile.model import (
    Credential,
    Education,
    Profile,
    TrainingRecord,
    WorkPeriod,
)

soon = st.one_of(
    st.integers(-700, 900).map(lambda days: AS_OF + timedelta(days=days)), turning_days(), leap_days
)
LEADING = KINDS["project-leading"]


@st.composite
def work(draw: st.DrawFn) -> WorkPeriod:
    """Draw up to two years of leading projects that started recently, start soon, or go on."""
    start = draw(soon) - timedelta(days=draw(st.sampled_from([0, 400, 1000])))
    length = draw(st.sampled_from([None, 20, 200, 700]))
    end = None if length is None else start + timedelta(days=length)
    hours = draw(st.none() | st.integers(10, 40))
    return WorkPeriod(LEADING, start=start, end=end, hours_per_week=hours)


@st.composite
def credentials(draw: st.DrawFn) -> Credential:
    """Draw a credential that is earned soon, expires soon, or both."""
    expires = draw(st.none() | soon)
    earned = draw(st.none() | soon)
    if earned and expires and expires < earned:
        earned, expires = expires, earned
    return Credential(draw(st.sampled_from(CERTIFICATIONS[:2])), earned, expires)


people = st.builds(
    Profile,
    education=st.lists(st.builds(Education, st.just("bachelor"), awarded=soon), max_size=1).map(
        tuple
    ),
    work=st.lists(work(), min_size=1, max_size=3).map(tuple),
    training=st.lists(
        st.builds(TrainingRecord, st.just("project-management"), st.just(35), soon), max_size=2
    ).map(tuple),
    courses=st.just(()),
    certifications=st.lists(credentials(), min_size=1, max_size=3).map(tuple),
    breaks=st.one_of(st.just(()), non_empty(breaks()), non_empty(breaks())),
)

years = st.sampled_from([None, 1, 2, 3])
stretchable_leaves = st.tuples(st.sampled_from([6, 12, 18]), st.sampled_from([1, 2])).map(
    lambda parts: Experience(
        "project-leading", months=parts[0], within_years=parts[1], extendable_to_years=4
    )
)
leaves: st.SearchStrategy[Requirement] = st.one_of(
    st.tuples(st.sampled_from([1, 6, 12, 18, 30]), years).map(
        lambda parts: Experience("project-leading", months=parts[0], within_years=parts[1])
    ),
    stretchable_leaves,
    stretchable_leaves,  # often enough for a window of one to meet a career break
    st.tuples(st.sampled_from([200, 1000, 2500]), years).map(
        lambda parts: Experience("project-leading", hours=parts[0], within_years=parts[1])
    ),
    st.tuples(st.sampled_from([("capm",), ("pmp",), ("capm", "pmp")]), st.booleans()).map(
        lambda parts: Holds(*parts)
    ),
    st.tuples(st.sampled_from([35, 70]), years).map(
        lambda parts: Training("project-management", *parts)
    ),
    st.just(Degree("bachelor")),
)
requirements: st.SearchStrategy[Requirement] = st.one_of(
    leaves,
    st.lists(leaves, min_size=2, max_size=2).map(lambda pair: AnyOf(tuple(pair))),
    st.lists(leaves, min_size=2, max_size=2).map(lambda pair: AllOf(tuple(pair))),
)


@st.composite
def lively_certifications(draw: st.DrawFn) -> Certification:
    """Draw a certification that can be earned; it may retire, and its rule may change once."""
    rules = [RuleVersion(None, one := draw(requirements), one, (), "high")]
    if draw(st.integers(0, 2)) == 0:
        after = draw(requirements)
        rules.append(
            RuleVersion(AS_OF + timedelta(days=draw(st.integers(1, 800))), after, after, (), "high")
        )
    states = [StatusFrom("active", None)]
    if draw(st.integers(0, 3)) == 0:
        states.append(StatusFrom("retired", AS_OF + timedelta(days=draw(st.integers(1, 1000)))))
    return draw(certifications())._replace(rules=tuple(rules), statuses=tuple(states))
