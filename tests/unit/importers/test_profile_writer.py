"""Profiles as YAML files: they read back unchanged, and every guess has its reason."""

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from importing import TODAY, import_export, import_resume
from written_profiles import profile_of

from certadvisor.base.document import Document
from certadvisor.base.sanitize import sanitize_line
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.profile_writer import render_profile_yaml, render_result_yaml
from certadvisor.profile.importers.result import FieldOrigin, OriginKind
from certadvisor.profile.reader import read_profile

WORDS = (
    "yes", "No", "on", "null", "~", "true", "1e5", "0x1F", "12:30", "2020-01-01", "3.10", "010",
    "1_000", "# no", "a # b", "a: b", "- a", "[a]", "{a}", "*a", "&a", "!a", "%a", "@a", "`a`",
    '"a', "'a'", "a\\b", "C++", "R&D lead", "Manager, IT", "Größe", "経理", "👩‍💻", "|", ">", "?",
    "?:", "=", "<<", "...", "---", "y", "N", ".5", "+1", ".inf", "-.INF", ".nan", "0o17",
)  # fmt: skip
titles = (st.text(max_size=30) | st.sampled_from(WORDS)).map(sanitize_line).filter(bool)
days = st.sampled_from(["2019", "2019-03", "2019-03-07", "2020-12-31"])
PROFILES = st.fixed_dictionaries(
    {},
    optional={
        "country": st.sampled_from(["NO", "US"]),
        "education": st.lists(
            st.fixed_dictionaries(
                {"degree": st.sampled_from(["none", "bachelor"])},
                optional={"field": titles, "awarded": days},
            ),
            max_size=2,
        ),
        "work": st.lists(
            st.fixed_dictionaries(
                {"title": titles},
                optional={
                    "start": days,
                    "kinds": st.lists(st.sampled_from(["agile", "project-leading"]), max_size=2),
                    "hours_per_week": st.sampled_from([20, 37.5]),
                },
            ),
            max_size=3,
        ),
        "certifications": st.lists(
            st.fixed_dictionaries(
                {"id": st.sampled_from(["pmp", "csm"])},
                optional={
                    "units": st.lists(st.just({"topic": "risk", "amount": 2.5, "date": "2024"}))
                },
            ),
            max_size=2,
        ),
        "memberships": st.lists(st.sampled_from(["pmi", "iiba"]), max_size=2),
        "goal": st.fixed_dictionaries({}, optional={"budget": st.just("1500 USD")}),
    },
)
REASONS = st.dictionaries(
    st.sampled_from(
        ["work", "work[0]", "work[0].kinds", "work[0].end", "work[1].title", "education",
         "education[0]", "education[0].awarded", "certifications[0].id", "country", "goal.budget"]
    ),
    st.text(max_size=30) | st.sampled_from(WORDS),
)  # fmt: skip

DOUBT = "names a degree of the bachelor's or the master's level, depending on the school"


@given(profile=PROFILES, reasons=REASONS, head=st.lists(st.text(), max_size=2))
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_profile_written_as_yaml_reads_back_unchanged(
    profile: dict[str, object], reasons: dict[str, str], head: list[str], small: Catalog
) -> None:
    """Our reader reads the same profile, and a YAML 1.1 reader the same titles."""
    origins = [
        FieldOrigin(path, OriginKind.GUESSED_KEY, reason) for path, reason in reasons.items()
    ]
    text = render_profile_yaml(profile, origins, head)
    again = read_profile(read_bytes(text.encode(), "file"), small, TODAY)
    assert again == read_profile(Document("memory", profile, None), small, TODAY)
    other = yaml.safe_load(text)
    expected_titles = [job["title"] for job in profile.get("work", ())]  # type: ignore[attr-defined]  # a list of jobs
    assert [job["title"] for job in other.get("work") or ()] == expected_titles


def test_a_guess_in_yaml_has_its_reason_as_a_comment(small: Catalog) -> None:
    """On the line of its field, above its entry, or instead of an absent field."""
    span = {"startDate": "2019", "endDate": "2020"}
    imported = import_resume(
        small,
        work=[{"position": "PM", **span}, {"position": "PM", "startDate": "2018-01"}],
        volunteer=[{"position": "Scrum: Master", **span}, {"position": "scrum master", **span}],
        education=[{"studyType": "Diplom"}, {"studyType": "?"}],
    )
    assert (
        render_result_yaml(imported).replace(DOUBT, "…")
        == """\
# A profile for certadvisor, imported from JSON Resume (resume.json).
# Read it through: what the file does not say stays unknown until you add it.
# A line marked “guessed” is a guess of the import, and every answer that uses it
# says so. Fix what is wrong, then take its path out of `guessed` at the end.
# A list marked “incomplete” proves what it holds and no more. Add what it lacks,
# then take its name out of `incomplete`.
education:  # incomplete: it may lack a degree that the import could not read
  - degree: bachelor  # guessed: “Diplom” …
    # guessed, no `awarded`: no award date is given: assumed to be awarded already
work:
  - title: PM
    start: 2019  # guessed: only the years are given: read as 24 months, may be 2
    end: 2020  # guessed: only the years are given: read as 24 months, may be 2
  - title: PM
    start: 2018-01
    # guessed, no `end`: no end is given although a later job begins: assumed to be ongoing
  # guessed: voluntary work
  - title: "Scrum: Master"
    start: 2019  # guessed: only the years are given: read as 24 months, may be 2
    end: 2020  # guessed: only the years are given: read as 24 months, may be 2
  # guessed: voluntary work
  - title: scrum master
    start: 2019  # guessed: only the years are given: read as 24 months, may be 2
    end: 2020  # guessed: only the years are given: read as 24 months, may be 2
incomplete:
  - education
guessed:
  - "education[0].degree"
  - "education[0].awarded"
  - "work[0].start"
  - "work[0].end"
  - "work[1].end"
  - "work[2]"
  - "work[2].start"
  - "work[2].end"
  - "work[3]"
  - "work[3].start"
  - "work[3].end"
"""
    )


def test_an_empty_imported_profile_can_be_read(small: Catalog) -> None:
    """An import without any result still writes a file that the program accepts."""
    text = render_result_yaml(import_export(small, Skills="Name\nPiano\n"))
    assert profile_of(text, small, TODAY).skills is None
