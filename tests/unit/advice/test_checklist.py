"""The seven steps of the built-in catalogue, each on both sides of its limits."""

from datetime import date

import pytest
from written_profiles import evidence_of

from certadvisor.advice.career.checklist import Checklist, make_checklist, roles_with_steps
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.profile.reader import read_profile
from certadvisor.rules.outcome import Outcome

DAY = date(2026, 11, 22)
SIX = "budgeting, leadership, risk-management, quality-management, business-skills"
BOTH = "problem-solving, time-management"


def checklist_for(profile_yaml: str, catalog: Catalog) -> Checklist:
    """The steps for a person."""
    evidence = evidence_of(profile_yaml, catalog, DAY)
    return make_checklist(evidence, catalog.roles["technical-project-manager"])


def work(managerial: int, technical: int, leading: int) -> str:
    """Undated months of three kinds."""
    return (
        f"work: [{{kinds: [managerial], months: {managerial}}}, "
        f"{{kinds: [technical], months: {technical}}}, "
        f"{{kinds: [project-leading], months: {leading}}}]"
    )


@pytest.mark.parametrize(
    ("step", "written", "outcome"),
    [
        ("degree", "education: [{degree: master, field: Computer Science}]", "met"),
        ("degree", "education: [{degree: doctorate, field: project management}]", "met"),
        ("degree", "education: [{degree: master}]", "unknown"),
        ("degree", "education: [{degree: master, field: history}]", "unknown"),
        (
            "degree",
            "{education: [{degree: master}], confirmed: [master-in-the-field]}",
            "met",
        ),
        (
            "degree",
            "{education: [{degree: bachelor}], confirmed: [master-in-the-field]}",
            "unmet",
        ),
        ("degree", "education: [{degree: bachelor, field: computer science}]", "unmet"),
        ("degree", "education: [{degree: master, field: computing, awarded: 2027-06}]", "unmet"),
        ("degree", "country: US", "unknown"),
        ("certification", "certifications: [{id: pmp}]", "met"),
        ("certification", "certifications: [{id: pmp, expires: 2026-11-22}]", "met"),
        ("certification", "certifications: [{id: pmp, expires: 2026-11-21}]", "unmet"),
        ("certification", "certifications: [{id: itil-4-foundation}]", "unmet"),
        ("certification", "certifications: []", "unmet"),
        ("certification", "country: US", "unknown"),
        ("skills", f"skills: [{BOTH}, {SIX}, tracking-monitoring]", "met"),
        ("skills", f"skills: [{BOTH}, {SIX}]", "unmet"),
        ("skills", f"skills: [problem-solving, {SIX}, tracking-monitoring]", "unmet"),
        ("skills", f"skills: [{BOTH}, {SIX}, communication]", "unmet"),
        ("skills", "skills: []", "unmet"),
        ("skills", "country: US", "unknown"),
        ("experience", work(12, 12, 24), "met"),
        ("experience", work(11, 12, 24), "unmet"),
        ("experience", work(12, 11, 24), "unmet"),
        ("experience", work(12, 12, 23), "unmet"),
        ("experience", "work: [{title: Chief Wizard, start: 2010-01}]", "unknown"),
        ("experience", "country: US", "unknown"),
        ("resume", "confirmed: [resume-ready]", "met"),
        ("resume", "confirmed: [interview-ready]", "unknown"),
        ("interview", "confirmed: [interview-ready]", "met"),
        ("apply", "confirmed: [applications-sent]", "met"),
        ("apply", "country: US", "unknown"),
    ],
)
def test_a_step_is_judged_by_what_the_profile_gives(
    step: str, written: str, outcome: str, catalog: Catalog
) -> None:
    """Met, unmet or unknown: information that is not given is never counted as a no."""
    by_id = {one.step.id: one for one in checklist_for(written, catalog).steps}
    assert by_id[step].outcome is Outcome(outcome)


def test_there_are_seven_steps_to_one_role(catalog: Catalog) -> None:
    """In the article's order; only the person can confirm the last three."""
    steps = checklist_for("country: US", catalog)
    assert roles_with_steps(catalog) == ("technical-project-manager",)
    assert [(one.step.id, one.self_reported) for one in steps.steps] == [
        ("degree", False),
        ("certification", False),
        ("skills", False),
        ("experience", False),
        ("resume", True),
        ("interview", True),
        ("apply", True),
    ]
    assert steps.assumptions == ()


def test_the_checklist_names_its_assumptions(catalog: Catalog) -> None:
    """A credential without dates is assumed to be active, and undated work to be the latest."""
    steps = checklist_for(f"{work(12, 12, 24)}\ncertifications: [{{id: pmp}}]", catalog)
    topics = {one.topic for one in steps.assumptions}
    assert topics == {"undated-credential", "undated-work"}


@pytest.mark.parametrize("name", ["resume-ready", "interview-ready", "applications-sent"])
def test_a_profile_may_confirm_a_step(name: str, catalog: Catalog) -> None:
    """A profile accepts the ids of the steps that the person confirms."""
    written = f"confirmed: [{name}]"
    assert read_profile(read_bytes(written.encode(), "profile"), catalog, DAY).warnings == ()
