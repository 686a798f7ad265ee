"""Questions: the one that settles most comes first, and each is asked once."""

from datetime import date

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import AllOf, AnyOf, Course, Degree, Requirement
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Education, Profile
from certadvisor.rules.judge import judge
from certadvisor.rules.questions import open_questions

AS_OF = date(2026, 11, 22)
CSM, OTHER, DEGREE = Course("csm-course"), Course("other-course"), Degree("bachelor")


def questions_for(
    *requirements: Requirement,
    catalog: Catalog,
    profile: Profile | None = None,
    by_rank: bool = False,
) -> list[tuple[str, str, int]]:
    """Return the subject, the certification and the points of each question, in their order."""
    evidence = Evidence(profile or Profile(), catalog, AS_OF)
    verdicts = [
        (f"certification-{number}", judge(one, evidence, AS_OF))
        for number, one in enumerate(requirements, start=1)
    ]
    questions = open_questions(verdicts, evidence, AS_OF, by_rank=by_rank)
    return [(one.subject, one.certification, one.settles) for one in questions]


def test_a_question_of_two_certifications_is_asked_once_for_the_first(small: Catalog) -> None:
    """Yes and no both settle either: four points."""
    assert questions_for(OTHER, CSM, CSM, catalog=small) == [
        ("csm-course", "certification-2", 4),
        ("other-course", "certification-1", 2),
    ]


def test_by_rank_the_first_certification_counts_most(small: Catalog) -> None:
    """Two points at the first rank are worth 2, at the second and third 1 and 2/3."""
    assert questions_for(OTHER, CSM, CSM, catalog=small, by_rank=True) == [
        ("other-course", "certification-1", 2),
        ("csm-course", "certification-2", 4),
    ]


def test_an_answer_scores_only_if_it_settles_the_whole(small: Catalog) -> None:
    """Of two parts a no settles both; of two alternatives a yes does."""
    for group in (AllOf((CSM, OTHER)), AnyOf((CSM, OTHER))):
        assert questions_for(group, catalog=small) == [
            ("csm-course", "certification-1", 1),
            ("other-course", "certification-1", 1),
        ]


def test_what_is_known_is_not_asked(small: Catalog) -> None:
    """The degree is there; the course decides alone."""
    holder = Profile(education=(Education("master"),))
    assert questions_for(AllOf((DEGREE, CSM)), catalog=small, profile=holder) == [
        ("csm-course", "certification-1", 2)
    ]
    assert questions_for(DEGREE, catalog=small, profile=holder) == []


def test_a_question_keeps_its_topic(small: Catalog) -> None:
    """A course and a degree of the same name would still be two questions."""
    evidence = Evidence(Profile(), small, AS_OF)
    verdicts = [("a", judge(AllOf((Course("bachelor"), DEGREE)), evidence, AS_OF))]
    questions = open_questions(verdicts, evidence, AS_OF)
    assert {(one.topic, one.subject, one.settles) for one in questions} == {
        ("course", "bachelor", 1),
        ("education", "bachelor", 1),
    }
