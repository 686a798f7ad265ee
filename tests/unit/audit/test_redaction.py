"""A redacted audit: titles are pseudonyms, in questions and causes too; the rest stays."""

from datetime import date

import pytest

from certadvisor.audit.audit import AuditFinding, AuditState, audit
from certadvisor.audit.policy import EVERYONE, Policy, PolicyRule, RuleSeverity
from certadvisor.audit.redaction import redact_audit
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Course, Experience, Requirement
from certadvisor.people.person import Person
from certadvisor.people.redactor import make_redactor
from certadvisor.profile.model import Profile, WorkPeriod

DAY = date(2026, 11, 22)
LEADING = Experience("project-leading", months=12, within_years=5)


def redacted_finding(needs: Requirement, profile: Profile, catalog: Catalog) -> AuditFinding:
    """Return the redacted finding about one person whose own title is `Seer`."""
    rule = PolicyRule("r", None, EVERYONE, None, needs, None, 90, RuleSeverity.ERROR)
    person = Person("1", 1, profile)._replace(title="Seer")
    result = audit([person], Policy("P", None, (rule,)), catalog, DAY)
    (finding,) = redact_audit(result, make_redactor(catalog.certifications, ())).findings
    return finding


@pytest.mark.parametrize(
    ("needs", "work", "question"),
    [
        (LEADING, WorkPeriod(None, "Wizard", date(2020, 1, 1)), ("title", "title-2")),
        (LEADING, WorkPeriod(None, "Seer", date(2020, 1, 1)), ("title", "title-1")),
        (Course("csm-course"), WorkPeriod(None, "Wizard"), ("course", "csm-course")),
    ],
    ids=["another title", "the same title", "no title"],
)
def test_a_question_about_a_title_shows_its_pseudonym(
    needs: Requirement, work: WorkPeriod, question: tuple[str, str], small: Catalog
) -> None:
    """The same title has the same one everywhere; the name of a course is no secret."""
    finding = redacted_finding(needs, Profile(work=(work,), breaks=()), small)
    assert (finding.state, finding.title) == (AuditState.UNKNOWN, "title-1")
    assert [(one.topic, one.subject) for one in finding.questions] == [question]


def test_the_work_that_leaves_a_window_shows_the_pseudonym_of_its_title(small: Catalog) -> None:
    """December 2021 is the month that leaves in time to warn."""
    kinds = frozenset({"project-leading"})
    work = WorkPeriod(kinds, "Wizard", date(2021, 12, 1), date(2022, 11, 30))
    finding = redacted_finding(LEADING, Profile(work=(work,)), small)
    assert finding.state is AuditState.EXPIRING
    assert finding.end_cause
    assert [one.title for one in finding.end_cause.work] == ["title-2"]
