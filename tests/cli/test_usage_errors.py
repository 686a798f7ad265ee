"""Wrong usage in the voice of all other errors: what is wrong, and what to write instead."""

import pytest
from running import run

from certadvisor.cli.map_filters import ApproachFilter, LevelFilter
from certadvisor.views.formats import Format


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (
            ("list", "--level", "juniorr"),
            (
                "--level: `juniorr` isn't a valid value; did you mean `junior`? "
                "choose from: entry, mid, senior, executive"
            ),
        ),
        (
            ("list", "--level", "wizard"),
            "--level: `wizard` isn't a valid value; choose from: entry, mid, senior, executive",
        ),
        (
            ("list", "--level", ""),
            "--level: `` isn't a valid value; choose from: entry, mid, senior, executive",
        ),
        (
            ("plan", "--to", "pmp", "--by", "beauty"),
            "--by: `beauty` isn't a valid value; choose from: fastest, cheapest",
        ),
        (
            ("profile", "import", "x.json", "--from", "xing"),
            "--from: `xing` isn't a valid value; choose from: json-resume, linkedin, credly",
        ),
        (
            ("catalog", "schema", "rolls"),
            (
                "catalog schema: `rolls` isn't a valid value; did you mean `roles`? choose from: "
                "certifications, roles, demand, advice, titles, cases, profile, policy"
            ),
        ),
        (
            ("recommend", "--top", "0"),
            "--top: `0` isn't a valid value; write a whole number from 1 to 50",
        ),
        (
            ("recommend", "--top", "2.5"),
            "--top: `2.5` isn't a valid value; write a whole number from 1 to 50",
        ),
        (
            ("recommend", "--top", "9" * 5000),
            f"--top: `{'9' * 39}…` isn't a valid value; write a whole number from 1 to 50",
        ),
        (
            ("plan", "--hours-per-week", "nan"),
            "--hours-per-week: `nan` isn't a valid value; write a number from 0.5 to 80",
        ),
        (
            ("audit", "x.csv", "--policy", "p", "--rows", "-1"),
            "--rows: `-1` isn't a valid value; write a whole number of 0 or more",
        ),
        (("list", "--as-of", "2024-03"), "--as-of: `2024-03` isn't a day; write YYYY-MM-DD, such"),
        (("list", "--as-of", "1900-01-01"), "--as-of: `1900-01-01` is out of bounds; write a year"),
        (("list", "--as-of"), "--as-of: needs a value; see certadvisor list --help"),
        (("list", "--quiet=1"), "--quiet: takes no value; see certadvisor list --help"),
        (
            ("list", "--formatt", "json"),
            "--formatt: is not an option of certadvisor list; did you mean `--format`?",
        ),
        (("list", "-x"), "-x: is not an option of certadvisor list; see certadvisor list --help"),
        (("--wrong",), "--wrong: is not an option of certadvisor; see certadvisor --help"),
        (("lst",), "`lst`: is not a command of certadvisor; did you mean `list`?"),
        (("catalog", "chek"), "`chek`: is not a command of certadvisor catalog; did you mean"),
        (("check",), "CERT: is missing; see certadvisor check --help"),
        (
            ("audit", "x.csv"),
            "--policy: is missing; name a policy, or let `--init FILE` write a first one",
        ),
        (("check", "pmp", "csm"), "`csm`: is one word too many for certadvisor check; see"),
        (
            ("check", "pmp", "--experience", "3", "years"),
            '`years`: is one word too many for certadvisor check; write --experience "3 years"',
        ),
        (
            ("recommend", "--experience", "3", "years"),
            '`years`: is one word too many for certadvisor recommend; write --experience "3 years"',
        ),
        (
            ("plan", "--title", "IT", "project", "manager", "--to", "pmp"),
            (
                "`project`: is one word too many for certadvisor plan; "
                'write --title "IT project manager"'
            ),
        ),
        (("\x1b[31mlist",), "`\\x1b[31mlist`: is not a command of certadvisor"),
        (("list", "--level", "\x1b[31m"), "--level: `\\x1b[31m` isn't a valid value"),
        (("list", "--\x1b[31m"), "--\\x1b[31m: is not an option of certadvisor list"),
        (("check", "pmp", "a\nb"), "`a\\nb`: is one word too many for certadvisor check"),
    ],
)
def test_wrong_usage_is_one_line_with_a_remedy(words: tuple[str, ...], error: str) -> None:
    """Exit code 2, no usage line, nothing on standard output, no control characters."""
    result = run(*words)
    first, *rest = result.stderr.splitlines()
    assert (result.exit_code, result.stdout) == (2, "")
    assert first.startswith(f"error: {error}")
    assert rest == []
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize(
    ("option", "written", "word"),
    [
        ("--level", "Entry", "entry"),
        ("--level", "JUNIOR", "entry"),
        ("--level", "entry level", "entry"),
        ("--level", "intermediate", "mid"),
        ("--level", "Director", "executive"),
        ("--approach", "waterfall", "predictive"),
        ("--approach", "Traditional", "predictive"),
        ("--approach", "scrum", "agile"),
        ("--approach", "Mixed", "hybrid"),
        ("--status", "ALL", "any"),
        ("--status", "discontinued", "retired"),
        ("--format", "MD", "markdown"),
        ("--format", "Json", "json"),
        ("--sort", "price", "cost"),
    ],
)
def test_a_word_is_read_whatever_its_case_and_by_its_synonyms(
    option: str, written: str, word: str
) -> None:
    """The same answer as that of the word itself."""
    result = run("list", option, written)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == run("list", option, word).stdout


@pytest.mark.parametrize("choices", [LevelFilter, ApproachFilter])
def test_no_word_is_read_as_another_of_its_list(
    choices: type[LevelFilter | ApproachFilter],
) -> None:
    """Each as itself, and a synonym of another list as nothing."""
    option = f"--{choices.__name__.removesuffix('Filter').lower()}"
    answers = [run("list", option, word).stdout for word in choices]
    assert len(set(answers)) == len(answers)
    assert run("list", option, Format.ICS).exit_code == 2


def test_issuers_are_found_by_id_and_name_whatever_the_case() -> None:
    """`show` prints the name, so `list` reads it."""
    by_id = run("list", "--issuer", "pmi").stdout
    assert by_id == run("list", "--issuer", "PMI").stdout
    assert by_id == run("list", "--issuer", "project management institute").stdout
    wrong = run("list", "--issuer", "pmii")
    assert wrong.exit_code == 2
    assert "error: --issuer: `pmii` is not in the catalogue; did you mean `pmi`" in wrong.stderr


def test_words_behind_a_double_dash_are_no_options() -> None:
    """They are what is looked for."""
    assert "No matches." in run("list", "--", "--level").stdout
