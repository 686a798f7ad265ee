"""Certifications as people write them in CVs: the record, the edition, or the candidates."""

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.profile.matching.credentials import match_credential


@pytest.mark.parametrize(
    ("text", "id", "version"),
    [
        ("PMP", "pmp", None),
        ("PMP®", "pmp", None),
        ("pmp", "pmp", None),
        ("PMI-PMP", "pmp", None),
        ("PMP (2019)", "pmp", None),
        ("PMP, issued June 2021", "pmp", None),
        ("PMP #1234567", "pmp", None),
        ("PMP certified", "pmp", None),
        ("Certified PMP", "pmp", None),
        ("PMP Certification", "pmp", None),
        ("Project Management Professional (PMP)®", "pmp", None),
        ("Project Management Professional (PMP) - Project Management Institute", "pmp", None),
        ("PMI Agile Certified Practitioner (PMI-ACP)®", "pmi-acp", None),
        ("Certified Scrum Master - CSM", "csm", None),
        ("Certified ScrumMaster® (CSM®) | Scrum Alliance", "csm", None),
        ("PSM 1", "psm-i", None),
        ("PSM I", "psm-i", None),
        ("Professional Scrum Master™ I (PSM I)", "psm-i", None),
        ("Scrum.org PSM II", "psm-ii", None),
        ("SAFe 5 Agilist", "safe-sa", "5"),
        ("Certified SAFe® 6 Agilist", "safe-sa", "6"),
        ("SAFe Agilist 5.1", "safe-sa", "5"),
        ("Prince2 Practitioner (2017)", "prince2-6-practitioner", "6"),
        ("PRINCE2® 6th Edition Foundation", "prince2-6-foundation", "6"),
        ("PRINCE2 Foundation - v7", "prince2-7-foundation", "7"),
        ("Prince 2 Foundation 2012", "prince2-5-foundation", "5"),
        ("PRINCE2 Agile Practitioner v2", "prince2-agile-practitioner", "2"),
        ("ITIL v4 Foundation", "itil-4-foundation", "4"),
        ("ITIL Foundation V4", "itil-4-foundation", "4"),
        ("ITILv4", "itil-4-foundation", "4"),
        ("ITIL® 4 Managing Professional", "itil-4-mp", "4"),
        ("COBIT 2019 Foundation", "cobit-2019-foundation", "2019"),
        ("TOGAF 10 Foundation", "togaf-foundation", "10"),
        ("AWS Certified Cloud Practitioner (CLF-C01)", "aws-ccp", None),
        ("CompTIA Project+", "comptia-project-plus", None),
        ("CompTIA Project+ (PK0-005)", "comptia-project-plus", None),
        ("CPM - IAPM", "iapm-cpm", None),
        ("PMD Pro", "project-dpro-foundation", None),
        ("pmd-pro", "project-dpro-foundation", None),
        ("Certified Project Manager (IAPM)", "iapm-cpm", None),
        ("Lean Six Sigma Green Belt (ASQ)", "asq-cssgb", None),
    ],
)
def test_a_certification_is_recognised_with_filler_around_its_name(
    text: str, id: str, version: str | None, catalog: Catalog
) -> None:
    """Filler is marks, abbreviations, issuers, dates, numbers and editions."""
    match = match_credential(text, catalog)
    assert (match.id, match.version, match.ambiguous) == (id, version, False)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("CSP", {"csp-sm", "csp-po", "csp-d"}),
        ("CPM", {"iapm-cpm", "ipm-au-cpm", "apm-uk-cpm", "aipmm-cpm"}),
        ("FAC-P/PM", {"fac-ppm-entry", "fac-ppm-mid", "fac-ppm-senior", "fac-ppm-it"}),
        ("fac-ppm", {"fac-ppm-entry", "fac-ppm-mid", "fac-ppm-senior", "fac-ppm-it"}),
        ("ITIL Foundation", {"itil-4-foundation", "itil-5-foundation"}),
        ("ITIL Foundation (2020)", {"itil-4-foundation", "itil-5-foundation"}),
        (
            "PRINCE2 Practitioner",
            {"prince2-7-practitioner", "prince2-6-practitioner", "prince2-5-practitioner"},
        ),
        ("PRINCE2 v7", {"prince2-7-foundation", "prince2-7-practitioner"}),
        ("Six Sigma Green Belt", {"asq-cssgb", "iassc-icgb"}),
        ("PMP, CSM", {"pmp", "csm"}),
    ],
)
def test_an_ambiguous_name_gives_all_candidates(text: str, ids: set[str], catalog: Catalog) -> None:
    """Of several issuers, editions or certifications, the likeliest one is never chosen."""
    match = match_credential(text, catalog)
    assert (match.id, set(match.ids), match.ambiguous) == (None, ids, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "OSCP",
        "PMP training",
        "PMP candidate",
        "PMP exam preparation course",
        "working towards PMP",
        "Scrum Certification",
        "Project Management Certificate",
        "Certified Risk Management Professional (CRMP)",
        "Scrum Alliance PSM I",
        "PMPP",
        "Marketing PMP",
        "ITIL Expert",
    ],
)
def test_a_similar_text_is_not_recognised_as_a_certification(text: str, catalog: Catalog) -> None:
    """Training, candidates, other issuers and similar names do not match."""
    assert match_credential(text, catalog) == (text, (), None, False)


@pytest.mark.parametrize(
    ("text", "version"),
    [("ITIL Foundation V3", "3"), ("ITILv3 Foundation", "3"), ("TOGAF 9 Foundation", "9"),
     ("COBIT 5 Foundation", "5"), ("MSP Practitioner 4th edition", "4")],
)  # fmt: skip
def test_an_edition_without_a_record_does_not_match_another_edition(
    text: str, version: str, catalog: Catalog
) -> None:
    """The edition is returned, so that the person can be shown why there is no match."""
    assert match_credential(text, catalog) == (text, (), version, False)
