"""The importer of Credly's list of badges."""

import json
from datetime import date
from typing import Any

from importing import TODAY, read_back, report_texts

from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.detect import import_bytes
from certadvisor.profile.importers.result import ImportResult, LineKind
from certadvisor.profile.model import Credential


def badge(name: str, **more: Any) -> dict[str, Any]:
    """A badge as Credly lists it."""
    issuer = {
        "entities": [{"label": "Authorized", "entity": {"name": "Project Management Institute"}}]
    }
    template = {"name": name, "skills": [{"name": "Leadership"}], "image_url": "x"}
    dates_and_state = {"issued_at_date": "2023-05-10", "expires_at_date": None, "state": "accepted"}
    return {"id": "1", "issuer": issuer, "badge_template": template, **dates_and_state, **more}


def import_badges(catalog: Catalog, data: Any) -> ImportResult:
    """Import a list of badges."""
    return import_bytes(json.dumps(data).encode(), "badges.json", catalog, TODAY)


def test_badges_become_credentials_and_leave_their_list_incomplete(small: Catalog) -> None:
    """Credly does not list certificates of other issuers, so the list may lack some."""
    result = import_badges(
        small,
        {
            "data": [
                badge("Project Management Professional (PMP)®", expires_at_date="2026-05-10"),
                badge("CAPM", issued_at_date=None, issued_at="2014-04-01 09:41:00 -0500"),
                badge("Best Cook"),
            ],
            "metadata": {"count": 3},
        },
    )
    assert result.format == "credly"
    assert result.profile == {
        "certifications": [
            {"id": "pmp", "earned": "2023-05-10", "expires": "2026-05-10"},
            {"id": "capm", "earned": "2014-04-01"},
        ],
        "skills": ["leadership"],
        "incomplete": ["certifications"],
    }
    assert report_texts(result, LineKind.UNUSED) == [
        "metadata: about the file",
        "data.id: no part of a profile",
        "data.badge_template.image_url: no part of a profile",
        "data[2] “Best Cook”: the catalogue has no such certification",
    ]
    assert read_back(result, small).profile.certifications == (
        Credential("pmp", date(2023, 5, 10), date(2026, 5, 10)),
        Credential("capm", date(2014, 4, 1)),
    )


def test_a_revoked_badge_does_not_count(small: Catalog) -> None:
    """Nor does one that was never accepted."""
    result = import_badges(small, [badge("PMP", state="revoked"), badge("CAPM", state="pending")])
    assert result.profile == {}
    assert report_texts(result, LineKind.UNREAD) == [
        "data[0].state: says “revoked”, so the badge was not taken",
        "data[1].state: says “pending”, so the badge was not taken",
    ]


def test_malformed_badges_are_reported(small: Catalog) -> None:
    """The others are read."""
    malformed = badge(
        "PMP", issuer="PMI", issued_at_date="10/05/2023", expires_at_date="1999-01-01"
    )
    result = import_badges(small, ["x", {"badge_template": 7}, malformed])
    assert result.profile["certifications"] == [
        {"id": "pmp", "earned": "unknown", "expires": "1999-01-01"}
    ]
    assert report_texts(result, LineKind.UNREAD) == [
        "data[0]: is not an object",
        "data[1]: has no name",
        "data[2].issued_at_date: `10/05/2023` may be read in more than one way",
    ]


def test_a_badge_whose_state_is_not_text_counts(small: Catalog) -> None:
    """Only the known words invalidate a badge; a list as its state is of another format."""
    raw = b'{"data": [{"badge_template": {"name": "PMP"}, "state": []}]}'
    result = import_bytes(raw, "badges.json", small, TODAY)
    assert result.profile["certifications"] == [{"id": "pmp", "earned": "unknown"}]
