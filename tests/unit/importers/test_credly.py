"""Credly's list of badges into credentials."""

import json
from datetime import date
from typing import Any

from importing import TODAY, lines, read

from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.detect import import_bytes
from certadvisor.profile.importers.result import About, Imported
from certadvisor.profile.model import Credential


def badge(name: str, **more: Any) -> dict[str, Any]:
    """A badge as Credly lists it."""
    issuer = {
        "entities": [{"label": "Authorized", "entity": {"name": "Project Management Institute"}}]
    }
    template = {"name": name, "skills": [{"name": "Leadership"}], "image_url": "x"}
    dated = {"issued_at_date": "2023-05-10", "expires_at_date": None, "state": "accepted"}
    return {"id": "1", "issuer": issuer, "badge_template": template, **dated, **more}


def imported(catalog: Catalog, data: Any) -> Imported:
    """A list of badges, imported."""
    return import_bytes(json.dumps(data).encode(), "badges.json", catalog, TODAY)


def test_badges_become_credentials_and_the_list_stays_open(small: Catalog) -> None:
    """Credly does not know what others issued, so the list is a guess as a whole."""
    found = imported(
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
    assert found.form == "credly"
    assert found.profile == {
        "certifications": [
            {"id": "pmp", "earned": "2023-05-10", "expires": "2026-05-10"},
            {"id": "capm", "earned": "2014-04-01"},
        ],
        "skills": ["leadership"],
        "guessed": ["certifications"],
    }
    assert lines(found, About.UNUSED) == [
        "metadata: about the file",
        "data.id: no part of a profile",
        "data.badge_template.image_url: no part of a profile",
        "data[2] “Best Cook”: the catalogue has no such certification",
    ]
    assert read(found, small).profile.certifications == (
        Credential("pmp", date(2023, 5, 10), date(2026, 5, 10)),
        Credential("capm", date(2014, 4, 1)),
    )


def test_a_badge_that_was_taken_back_does_not_count(small: Catalog) -> None:
    """Nor one that was never accepted."""
    found = imported(small, [badge("PMP", state="revoked"), badge("CAPM", state="pending")])
    assert found.profile == {}
    assert lines(found, About.UNREAD) == [
        "data[0].state: says “revoked”, so the badge was not taken",
        "data[1].state: says “pending”, so the badge was not taken",
    ]


def test_odd_badges_are_reported(small: Catalog) -> None:
    """And the others are read."""
    odd = badge("PMP", issuer="PMI", issued_at_date="10/05/2023", expires_at_date="1999-01-01")
    found = imported(small, ["x", {"badge_template": 7}, odd])
    assert found.profile["certifications"] == [{"id": "pmp", "expires": "1999-01-01"}]
    assert lines(found, About.UNREAD) == [
        "data[0]: is not an object",
        "data[1]: has no name",
        "data[2].issued_at_date: `10/05/2023` may be read in more than one way",
    ]


def test_a_state_that_is_no_word_takes_no_badge_back(small: Catalog) -> None:
    """Only the words that take a badge back do; a list in their place is some other format's."""
    told = b'{"data": [{"badge_template": {"name": "PMP"}, "state": []}]}'
    imported = import_bytes(told, "badges.json", small, TODAY)
    assert imported.profile["certifications"] == [{"id": "pmp"}]
