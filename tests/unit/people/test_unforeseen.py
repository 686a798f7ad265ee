"""A row that makes us fail is a reject with the place of the fault, and the rest goes on."""

import json
from datetime import date
from typing import Any

import pytest

from certadvisor.advice.recommend.ranking import RankingOptions
from certadvisor.audit.audit import FailOn, audit, audit_fails
from certadvisor.audit.policy_reader import parse_policy
from certadvisor.base.document import Document
from certadvisor.batch.worker import BatchRequest, make_judge, make_renderer, make_summarizer
from certadvisor.catalog.records import Catalog
from certadvisor.people.person import Person, Reject
from certadvisor.people.unforeseen import or_reject
from certadvisor.profile.model import Profile

AS_OF = date(2026, 11, 30)
BROKEN: Any = "no work entry"  # no reader lets this through: it stands for a fault of ours
PEOPLE = (
    Person("1", 2, Profile(work=())),
    Person("2", 3, Profile(work=(BROKEN,))),
    Person("3", 4, Profile(certifications=())),
)


@pytest.fixture
def request_for(small: Catalog) -> BatchRequest:
    """A request for a table."""
    return BatchRequest(small, (), cache=False, as_of=AS_OF, options=RankingOptions())


def test_a_batch_goes_on_after_a_row_that_makes_us_fail(request_for: BatchRequest) -> None:
    """As objects, as lines and as sums."""
    first, second, third = make_judge(request_for)(PEOPLE)
    assert isinstance(second, Reject)
    assert not isinstance(first, Reject)
    assert not isinstance(third, Reject)
    (fault,) = second.faults
    assert (fault.source, fault.line, second.id) == ("people", 3, "2")
    assert "AttributeError at certadvisor." in fault.problem
    assert BROKEN not in str(fault)
    result = make_renderer(request_for)(PEOPLE)
    assert [json.loads(line)["id"] for line in result.lines.splitlines()] == ["1", "3"]
    assert [reject.id for reject in result.rejects] == ["2"]
    totals = make_summarizer(request_for)(PEOPLE)
    assert (totals.totals.people, len(totals.rejects)) == (2, 1)


def test_an_audit_fails_because_of_a_row_that_makes_us_fail(small: Catalog) -> None:
    """Unless rejects are allowed."""
    rules = [{"id": "leads", "who": "everyone", "needs": {"experience": "project", "months": 1}}]
    policy = parse_policy(Document("policy", {"policy": "P", "rules": rules}, None), small)
    result = audit(PEOPLE, policy, small, AS_OF, "team.csv")
    assert [row.person for row in result.rows] == ["1", "3"]
    assert str(result.rejects[0]).count("team.csv") == 1
    assert audit_fails(result, FailOn.NEVER)
    assert not audit_fails(result, FailOn.NEVER, allow_rejects=True)


def test_what_the_surroundings_do_is_no_fault_of_a_row() -> None:
    """A full disk ends the run."""

    def fail() -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        or_reject(fail, "people", 1)
