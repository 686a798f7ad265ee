"""Differences between two catalogues, and between two days of one catalogue."""

from datetime import date
from pathlib import Path

import pytest

from certadvisor.catalog.definitions.certification import Certification
from certadvisor.catalog.loader import FILES, load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Training
from certadvisor.linting.catalog_diff import (
    COMPARED_FIELDS,
    diff_catalogs,
    find_changes_since,
    rule_difference,
)

SMALL = Path(__file__).parents[2] / "small"
ENTRY_BY_ENTRY = {"statuses", "rules", "costs"}
NOT_COMPARED = {  # the key of a record, other spellings, and prose
    "id", "url", "aliases", "article", "recommended", "notes", "sources", "no_source",
}  # fmt: skip


def _edited_catalog(folder: Path, old: str, new: str) -> Catalog:
    """The small catalogue with `old` replaced by `new` once in each file."""
    for name in FILES:
        if (SMALL / name).is_file():
            text = (SMALL / name).read_text()
            (folder / name).write_text(text.replace(old, new, 1))
    return load_catalog((str(folder),), built_in=False, cache=False)


def test_every_field_of_a_certification_is_compared_or_left_out_on_purpose() -> None:
    """A new field is added to `COMPARED_FIELDS`, or above with the reason."""
    compared = {*COMPARED_FIELDS["certifications"], *ENTRY_BY_ENTRY}
    assert set(Certification.model_fields) == compared | NOT_COMPARED
    assert not compared & NOT_COMPARED


def test_a_catalogue_does_not_differ_from_itself(small: Catalog) -> None:
    """There is no change."""
    assert diff_catalogs(small, small) == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("hours: 23}", "hours: 24}", [("capm", "rule", None)]),
        ("exam_non_member: 300,", "exam_non_member: 325,", [("capm", "price", date(2026, 1, 1))]),
        ("statuses: [{state: active}]", "statuses: [{state: retiring}]", [
            ("capm", "status", None), ("capm", "status", None),
        ]),
        ("levels: [entry]", "levels: [entry, mid]", [("capm", "levels", None)]),
        ("aliases: [PMI-CAPM]", "aliases: [PMI CAPM]", []),
        ("id: a-csm", "id: b-csm", None),
    ],
)  # fmt: skip
def test_each_edit_gives_the_changes_it_makes(
    old: str,
    new: str,
    expected: list[tuple[str, str, date | None]] | None,
    small: Catalog,
    tmp_path: Path,
) -> None:
    """An alias does not affect answers; an id that others still refer to cannot be changed."""
    if expected is None:
        with pytest.raises(Exception, match="no certification"):
            _edited_catalog(tmp_path, old, new)
        return
    changes_found = diff_catalogs(small, _edited_catalog(tmp_path, old, new))
    assert [(one.id, one.aspect, one.on) for one in changes_found] == expected


def test_a_rule_change_lists_the_leaves_removed_and_added(small: Catalog, tmp_path: Path) -> None:
    """Unchanged leaves are not listed."""
    [change] = diff_catalogs(small, _edited_catalog(tmp_path, "hours: 23}", "hours: 24}"))
    removed, added = rule_difference(change)
    assert (removed, added) == (
        (Training("project-management", 23),),
        (Training("project-management", 24),),
    )


def test_a_rule_that_took_effect_between_two_days_is_one_change(small: Catalog) -> None:
    """After the first day, up to and including the last."""
    before, day = date(2026, 7, 8), date(2026, 7, 9)
    [change] = find_changes_since(small, before, day)
    assert (change.id, change.aspect, change.on) == ("pmp", "rule", day)
    assert find_changes_since(small, day, date(2027, 1, 1)) == ()


def test_a_retirement_and_prices_are_sorted_by_day(small: Catalog) -> None:
    """The earliest first."""
    changes_found = find_changes_since(small, date(2025, 6, 30), date(2026, 1, 31))
    assert (changes_found[0].id, changes_found[0].after.state) == (
        "prince2-6-foundation",
        "retired",
    )
    assert {one.aspect for one in changes_found[1:]} == {"price"}
