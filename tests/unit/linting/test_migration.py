"""Keys that move to another file: with their comments, and all else stays as it is."""

from pathlib import Path

import pytest

from certadvisor.errors import InputError
from certadvisor.linting.migration import migrate_catalog, write_migrated

HINT = "# yaml-language-server: $schema=../schemas/{}.schema.json\n"
DEMAND = "{certification: pmp, country: US, value: 1, basis: judgement, confidence: low}"


def _migrate(folder: Path, **texts: str) -> dict[str, str]:
    """Write files, migrate them, and return the texts of all that are there then."""
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_bytes(text.encode())
    write_migrated(migrate_catalog(folder))
    return {file.stem: file.read_bytes().decode() for file in folder.iterdir()}


def test_a_key_moves_with_the_comments_directly_above_it(tmp_path: Path) -> None:
    """Comments that a blank line sets apart stay with what is above them."""
    head = f"{HINT.format('roles')}# The roles.\nkinds:\n  - {{id: a, name: A}}\n# of kinds\n"
    moved = f"# From 0 to 1.\n# By country.\ndemand: # here\n  # first\n  - {DEMAND}\n\n"
    rest = "# Skills follow.\nskills: []\n"
    assert _migrate(tmp_path, roles=f"{head}\n\n{moved}{rest}") == {
        "roles": f"{head}\n{rest}",
        "demand": HINT.format("demand") + moved.rstrip("\n") + "\n",
    }


def test_the_comments_at_the_top_of_a_file_stay(tmp_path: Path) -> None:
    """They are about the whole file, even where the first key moves."""
    assert _migrate(tmp_path, roles=f"# Ours.\ndemand: [{DEMAND}]\nskills: []\n") == {
        "roles": "# Ours.\nskills: []\n",
        "demand": f"demand: [{DEMAND}]\n",
    }


def test_a_file_with_moved_keys_alone_becomes_the_new_one(tmp_path: Path) -> None:
    """With all its comments, as nothing is left to keep."""
    text = f"# Ours.\n\nfindings: []\n\ndemand: [{DEMAND}]\n# End.\n"
    assert _migrate(tmp_path, roles=HINT.format("roles") + text) == {
        "demand": HINT.format("demand") + text
    }


def test_a_file_that_is_there_gets_the_key_at_its_end(tmp_path: Path) -> None:
    """Its own text stays."""
    own = "# Ours.\r\nfindings: []\r\n"
    moved = f"demand:\r\n- {DEMAND}\r\n"
    assert _migrate(tmp_path, roles=f"skills: []\r\n{moved}", demand=own) == {
        "roles": "skills: []\r\n",
        "demand": f"{own}\r\n{moved}",
    }


@pytest.mark.parametrize(
    ("roles", "demand", "problem"),
    [
        (f"demand: [{DEMAND}]\n", "demand: []\n", "`demand` is written here"),
        (f"{{skills: [], demand: [{DEMAND}]}}\n", "findings: []\n", "cannot be rewritten"),
        (f"demand: [{DEMAND}]\n", "{findings: []}\n", "cannot be rewritten"),
        # The second line of the text is taken for a comment on `demand`.
        (f'credits: ["a\n# b"]\ndemand: [{DEMAND}]\n', "findings: []\n", "cannot be rewritten"),
    ],
)
def test_nothing_is_written_where_a_key_cannot_move(
    roles: str, demand: str, problem: str, tmp_path: Path
) -> None:
    """Both keys given, or a layout that is not one key below the other."""
    texts = {"roles": roles, "demand": demand}
    with pytest.raises(InputError, match=problem):
        _migrate(tmp_path, **texts)
    assert {file.stem: file.read_text() for file in tmp_path.iterdir()} == texts
