"""`catalog migrate`: an own catalogue of the last release, before and after."""

import shutil
from pathlib import Path

import pytest
from running import run

from certadvisor.catalog.loader import load_catalog
from certadvisor.cli import exit_codes

TESTS = Path(__file__).parents[1]
OLD = TESTS / "old_catalog"  # examples/diving of the first release
DAY = ("--as-of", "2026-11-22")
RECORD = """\
certifications:
  - id: new-one
    abbreviation: NEW-ONE
    name: Certificate new-one
    issuer: pmi
    disciplines: [project]
    levels: [entry]
    statuses: [{state: active}]
    no_rule: ask the issuer
    no_source: invented for tests
"""


@pytest.fixture
def old_catalog(tmp_path: Path) -> Path:
    """A copy of the old catalogue that a test may change."""
    return Path(shutil.copytree(OLD, tmp_path / "diving"))


def _write(folder: Path, costs: str) -> Path:
    file = folder / "certifications.yaml"
    file.write_bytes((RECORD + costs).encode())
    return file


def test_an_old_catalogue_loads_with_one_warning_for_each_file_and_key(old_catalog: Path) -> None:
    """The warning has the file, how often the key occurs, its new name and the command."""
    listing = ("list", "--catalog", str(old_catalog), "--issuer", "kelpwick", *DAY)
    result = run(*listing)
    remedy = f"run `certadvisor catalog migrate {old_catalog}`"
    assert result.exit_code == exit_codes.OK
    assert result.stderr == (
        f"warning: {old_catalog}/certifications.yaml:65: `on` is now called `date` (10 times in "
        f"this file); the next release refuses the old name; {remedy}\n"
        f"warning: {old_catalog}/certifications.yaml:36: `leads_to` is now called `next` (7 times "
        f"in this file); the next release refuses the old name; {remedy}\n"
        f"warning: {old_catalog}/roles.yaml:72: `demand` has moved to demand.yaml; the next "
        f"release refuses it here; {remedy}\n"
    )
    assert run(*listing, "--quiet").stderr == ""


@pytest.mark.parametrize(
    "words", [("test",), ("diff", str(OLD)), ("stale", "--catalog")], ids=lambda words: words[0]
)
def test_every_command_that_loads_an_old_catalogue_warns(
    words: tuple[str, ...], old_catalog: Path
) -> None:
    """On standard error; the answer is not affected."""
    result = run("catalog", *words, str(old_catalog), *DAY)
    assert result.exit_code == exit_codes.OK
    assert f"migrate {old_catalog}`" in result.stderr


def test_a_migrated_catalogue_loads_without_a_warning(old_catalog: Path) -> None:
    """And has the same content."""
    before = load_catalog((str(old_catalog),), cache=False)
    assert run("catalog", "migrate", str(old_catalog)).exit_code == exit_codes.OK
    after = load_catalog((str(old_catalog),), cache=False)
    assert len(before.warnings) > 0
    assert after.warnings == ()
    assert after.certifications == before.certifications
    assert after.demand == before.demand
    for collection in ("certifications", "roles", "skills", "kinds"):
        assert after.raw_records(collection) == before.raw_records(collection)
    assert run("catalog", "test", str(old_catalog), *DAY).stderr == ""
    assert run("catalog", "check", str(old_catalog), *DAY).exit_code == exit_codes.OK


def test_migrate_changes_the_keys_and_nothing_else(old_catalog: Path) -> None:
    """Comments, order and layout are kept; a second run finds nothing to do."""
    file = old_catalog / "certifications.yaml"
    expected = file.read_text().replace(" on: ", " date: ").replace("leads_to:", "next:")
    result = run("catalog", "migrate", str(old_catalog))
    assert result.stdout.splitlines() == [
        f"{file}: renamed `on` to `date`, 10 times",
        f"{file}: renamed `leads_to` to `next`, 7 times",
        f"{old_catalog}/roles.yaml: moved `demand` to demand.yaml",
    ]
    assert file.read_text() == expected
    assert run("catalog", "migrate", str(old_catalog)).stdout == (
        f"{old_catalog}: nothing to migrate\n"
    )


def test_a_dry_run_shows_the_changes_and_writes_nothing(old_catalog: Path) -> None:
    """So that they can be read before they are made."""
    before = {file: file.read_bytes() for file in old_catalog.rglob("*.*")}
    result = run("catalog", "migrate", str(old_catalog), "--dry-run")
    assert result.exit_code == exit_codes.OK
    assert "renamed `on` to `date`, 10 times" in result.stdout
    assert result.stdout.endswith("Nothing was written.\n")
    assert {file: file.read_bytes() for file in old_catalog.rglob("*.*")} == before


@pytest.mark.parametrize(
    ("costs", "old", "new"),
    [
        ("  # on:\r\n    - {KEY : 2026-01, currency: USD, confidence: high}\r\n", "'on'", "'date'"),
        (
            "\n    - ? KEY\n      : 2026-01 # é 🎓\n      currency: USD\n      confidence: low\n",
            '"on"',
            '"date"',
        ),
        (" [{KEY: 2026-01, currency: USD, confidence: high}] # on", '"\\x6fn"', '"date"'),
    ],
    ids=["quotes and CRLF", "explicit key", "escapes"],
)
def test_keys_are_found_however_they_are_written(
    costs: str, old: str, new: str, tmp_path: Path
) -> None:
    """The bytes around them stay."""
    text = f"    # 🎓 é\n    costs:{costs}"
    file = _write(tmp_path, text.replace("KEY", old))
    assert run("catalog", "migrate", str(tmp_path)).exit_code == exit_codes.OK
    assert file.read_bytes().decode() == RECORD + text.replace("KEY", new)


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    """Positions are counted behind it."""
    text = RECORD + "    costs: [{currency: USD, on: 2026-01, confidence: high}]\n"
    file = tmp_path / "certifications.yaml"
    file.write_text(text, "utf-8-sig")
    run("catalog", "migrate", str(tmp_path))
    assert file.read_bytes() == text.replace("on: 2026", "date: 2026").encode("utf-8-sig")


def test_cases_are_migrated_too(tmp_path: Path) -> None:
    """Their profiles may list renewal units."""
    _write(tmp_path, "")
    (tmp_path / "cases").mkdir()
    file = tmp_path / "cases" / "new-one.yaml"
    case = "  - id: a\n    profile: {certifications: [{id: pmp, units: [{amount: 1, on: 2025}]}]}\n"
    for text in (f"certification: new-one\ncases:\n{case}", f"- cases:\n{case}"):
        file.write_text(text)
        result = run("catalog", "migrate", str(tmp_path))
        assert result.stdout == f"{file}: renamed `on` to `date`, once\n"
        assert file.read_text() == text.replace("on: 2025", "date: 2025")


@pytest.mark.parametrize(
    ("costs", "problem"),
    [
        ("    costs: [{on: 2026-01, date: 2026-01}]\n", "`on` is the old name of `date`"),
        ("    costs: [{on: 2026-01\n", "is not valid YAML"),
        ("    costs: [{on: 2026-01, on: 2026-02}]\n", "written twice"),
    ],
)
def test_nothing_is_written_where_a_file_has_faults(
    costs: str, problem: str, old_catalog: Path
) -> None:
    """Not even the files without faults."""
    file = old_catalog / "advice.yaml"
    file.write_text("rates: {on: 2026-01-01, basis: judgement, per_usd: {EUR: 1}}\n")
    _write(old_catalog, costs)
    before = {file: file.read_bytes() for file in old_catalog.rglob("*.*")}
    result = run("catalog", "migrate", str(old_catalog))
    assert result.exit_code == exit_codes.USAGE
    assert problem in result.stderr
    assert {file: file.read_bytes() for file in old_catalog.rglob("*.*")} == before


def test_a_folder_without_a_catalogue_is_bad_input(tmp_path: Path) -> None:
    """As for every command that reads one."""
    assert run("catalog", "migrate", str(tmp_path)).exit_code == exit_codes.USAGE
    assert run("catalog", "migrate", str(tmp_path / "nowhere")).exit_code == exit_codes.USAGE


def test_equal_catalogues_in_two_folders_are_warned_of_by_their_own_names(tmp_path: Path) -> None:
    """The compiled catalogue is cached, and its warnings with it."""
    for name in ("one", "two"):
        shutil.copytree(OLD, tmp_path / name)
        result = run("list", "--catalog", str(tmp_path / name), *DAY)
        assert f"migrate {tmp_path / name}`" in result.stderr


def test_the_built_in_data_has_no_old_keys() -> None:
    """They are accepted in own catalogues only."""
    assert load_catalog(cache=False).warnings == ()


def test_an_old_key_of_a_profile_is_read_with_a_warning(tmp_path: Path) -> None:
    """One for each key, as the new one would be read."""
    unit = "{{amount: 4, {}: 2026-01}}"
    file = tmp_path / "me.yaml"
    outputs = []
    for key in ("on", "date"):
        units = ", ".join([unit.format(key)] * 2)
        file.write_text(f"certifications: [{{id: pmp, expires: 2027-01-10, units: [{units}]}}]\n")
        outputs.append(run("renew", "--profile", str(file), *DAY))
    assert outputs[0].stderr == (
        f"warning: {file}:1: certifications[0].units[0].on: `on` is now called `date` (2 times in "
        "this file); the next release refuses the old name; rename it\n"
    )
    assert outputs[0].stdout == outputs[1].stdout
    assert outputs[1].stderr == ""
