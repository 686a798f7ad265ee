"""The default profile: where it is, when it is used, and who may write it."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from running import program, run
from terminal import Terminal

from certadvisor.cli.default_profile import default_profile_path

DAY = ("--as-of", "2026-11-22")
LEADER = """
country: GB
education: [{degree: bachelor}]
work: [{kinds: [project-leading], start: 2020-01}]
training: [{topic: project-management, hours: 35}]
certifications: [{id: capm, earned: 2025-05-10, expires: 2028-05-10}]
"""
RESUME = {"work": [{"position": "Project manager", "startDate": "2019-01"}]}
USING = "Using your profile {} (--profile none leaves it out).\n"
COMMANDS = [
    ("check", "pmp"),
    ("plan", "--to", "pmp"),
    ("compare", "pmp", "capm"),
    ("renew",),
    ("map",),
    ("roles",),
    ("roles", "--from", "project-manager"),
    ("profile", "evidence", "pmp"),
]


@pytest.fixture
def default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A default profile in a configuration folder of its own."""
    file = tmp_path / "configuration" / "certadvisor" / "profile.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(LEADER, encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    return file


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_uses_the_default_profile_and_says_so(
    words: tuple[str, ...], default: Path
) -> None:
    """The answer is that of --profile; --quiet leaves the line out, none leaves it all out.

    As JSON, since the commands at the end of a screen repeat the options that were given; the
    ladder ends with none, and its JSON marks no person.
    """
    words = words if words == ("roles",) else (*words, "--json")
    answer, named = run(*words, *DAY), run(*words, "--profile", str(default), *DAY)
    assert (answer.exit_code, answer.stdout) == (named.exit_code, named.stdout)
    assert answer.stderr == USING.format(default) + named.stderr
    assert run(*words, "--quiet", *DAY).stderr == ""
    without = run(*words, "--profile", "none", *DAY)
    assert "Using" not in without.stderr
    assert without.stdout != answer.stdout
    default.unlink()
    nothing_given = run(*words, *DAY)
    assert (without.stdout, without.stderr) == (nothing_given.stdout, nothing_given.stderr)


@pytest.mark.parametrize(
    "facts",
    [
        ("--degree", "master"),
        ("--leading", "3y"),
        ("--experience", "3y"),
        ("--kind", "agile=2y"),
        ("--training", "project-management=35h"),
        ("--holds", "capm"),
        ("--holds", "none"),
        ("--title", "Project manager"),
        ("--profile", "-"),
    ],
    ids=" ".join,
)
def test_facts_describe_another_person(
    facts: tuple[str, ...], default: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are not laid over one's own profile, which was not named."""
    words = ("check", "pmp", *facts, *DAY, "--json")
    answer = run(*words, stdin="country: US\n")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("CERTADVISOR_PROFILE", "none")
    assert "Using" not in answer.stderr
    assert answer.stdout == run(*words, stdin="country: US\n").stdout
    assert default.read_text("utf-8") == LEADER


def test_country_and_aim_are_laid_over_the_default_profile(default: Path) -> None:
    """They say what one aims at, not who one is; so `--country US` is of the same person."""
    words = ("check", "pmp", "--country", "US", "--role", "project-manager", "--json", *DAY)
    answer = run(*words)
    assert answer.stderr == USING.format(default)
    assert json.loads(answer.stdout)["outcome"] == "met"
    assert answer.stdout == run(*words, "--profile", str(default)).stdout


@pytest.mark.parametrize("format", ["json", "csv"])
def test_the_ladder_in_a_form_that_marks_no_person_uses_no_profile(
    format: str, default: Path
) -> None:
    """It would be refused, for a file that was not named."""
    result = run("roles", "--format", format)
    assert (result.exit_code, result.stderr) == (0, "")
    assert default.exists()


@pytest.mark.parametrize("words", [("list",), ("show", "pmp"), ("roles", "match", "-")])
def test_commands_without_a_person_look_for_none(words: tuple[str, ...], default: Path) -> None:
    """Even a broken one does not disturb them."""
    default.write_text("work: [", encoding="utf-8")
    result = run(*words, stdin="PM\n")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_variable_names_another_file(default: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CERTADVISOR_PROFILE goes before the folder; empty it is as if it were not set."""
    other = default.parent / "-"
    other.write_text("country: US\n", encoding="utf-8")
    monkeypatch.chdir(other.parent)
    monkeypatch.setenv("CERTADVISOR_PROFILE", "-")  # a file of this name, not standard input
    assert run("check", "pmp", *DAY, stdin=LEADER).stderr.startswith("Using your profile -")
    assert json.loads(run("check", "pmp", "--json", *DAY, stdin=LEADER).stdout)["outcome"] != "met"
    monkeypatch.setenv("CERTADVISOR_PROFILE", "")
    assert run("check", "pmp", *DAY).stderr == USING.format(default)


def test_a_variable_that_names_no_file_is_an_error(
    default: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer as if nothing were known of the person would be a wrong one."""
    missing = default.parent / "gone.yaml"
    monkeypatch.setenv("CERTADVISOR_PROFILE", str(missing))
    result = run("check", "pmp", *DAY)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"error: {missing}: no such file" in result.stderr
    assert run("check", "pmp", "--profile", "none", *DAY).exit_code == 1


@pytest.mark.parametrize("content", ["wrk: []\n", "work: [\n", "\x00", "a: &a [*a]\n"])
def test_a_broken_default_profile_is_an_error_with_its_line(content: str, default: Path) -> None:
    """Exit code 2, and nothing is answered."""
    default.write_text(content, encoding="utf-8")
    result = run("check", "pmp", *DAY)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"error: {default}:" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="names of files are narrower there")
def test_a_hostile_name_of_the_file_is_shown_in_escapes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It cannot paint the terminal."""
    file = tmp_path / "\x1b[31mme\n.yaml"
    file.write_text(LEADER, encoding="utf-8")
    monkeypatch.setenv("CERTADVISOR_PROFILE", str(file))
    assert run("check", "pmp", *DAY).stderr.splitlines() == [
        USING.format(f"{tmp_path}/\\x1b[31mme\\n.yaml").rstrip()
    ]


def test_recommend_takes_a_file_by_itself(default: Path) -> None:
    """As with --profile; two of them are refused, and so is a file that is not there."""
    file = default.parent / "broken.yaml"
    file.write_text("wrk: []\n", encoding="utf-8")
    for words in ((str(file),), ("--profile", str(file))):
        result = run("recommend", *words)
        assert result.exit_code == 2
        assert f"error: {file}:1: wrk: unknown key" in result.stderr
    twice = run("recommend", str(file), "--profile", str(file))
    assert "is a second profile; name one" in twice.stderr
    assert "error: gone.yaml: no such file" in run("recommend", "gone.yaml").stderr
    assert "standard input:1: wrk" in run("recommend", "-", stdin="wrk: []\n").stderr


def test_import_saves_the_default_profile_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder that is closed to others; an existing profile is left as it is."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    file = tmp_path / "certadvisor" / "profile.yaml"
    words = ("profile", "import", "-", "--save")
    first = run(*words, stdin=json.dumps(RESUME))
    assert (first.exit_code, first.stdout) == (0, "")
    saved = file.read_text("utf-8")
    assert saved.startswith("# A profile for certadvisor")
    assert os.name == "nt" or stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert run("check", "pmp", *DAY).stderr == USING.format(file)
    second = run(*words, stdin=json.dumps(RESUME))
    assert second.exit_code == 2
    assert f"error: {file}: exists already and was left as it is; replace it" in second.stderr
    assert file.read_text("utf-8") == saved
    assert run("profile", "import", "-", "--output", str(file), stdin="{}").exit_code == 2
    assert [one.name for one in file.parent.iterdir()] == ["profile.yaml"]


def test_nothing_but_save_writes_the_default_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither an import nor a question that could not be answered."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert run("profile", "import", "-", stdin=json.dumps(RESUME)).stdout
    assert run("profile", "import", "-", "--save", stdin="{}").exit_code == 2
    assert run("profile", "new", "--save", stdin="").exit_code == 2
    assert run("check", "pmp", *DAY).stderr == ""
    assert not [one for one in tmp_path.rglob("*") if one.is_file()]


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_a_saved_profile_has_the_form_of_its_ending(ending: str, tmp_path: Path) -> None:
    """Of an --output too, unless --format says otherwise."""
    file = tmp_path / f"me.{ending}"
    answers = "project manager\n"
    saved = program("profile", "new", "--save", stdin=answers, CERTADVISOR_PROFILE=str(file))
    assert (saved.returncode, saved.stdout) == (0, "")
    assert file.read_text("utf-8").startswith("{" if ending == "json" else "#")
    other = tmp_path / f"other.{ending}"
    words = ("profile", "import", "-", "--output", str(other))
    run(*words, stdin=json.dumps(RESUME))
    assert other.read_text("utf-8").startswith("{" if ending == "json" else "#")
    run(*words, "--format", "yaml", stdin=json.dumps(RESUME))
    assert other.read_text("utf-8").startswith("#")


@pytest.mark.parametrize(
    ("variables", "words", "problem"),
    [
        ({}, ("--output", "me.yaml"), "--save: does not go with --output; leave one of them out"),
        ({"CERTADVISOR_PROFILE": "none"}, (), "--save: there is no place for a default profile"),
        ({"CERTADVISOR_PROFILE": __file__ + "/me.yaml"}, (), "cannot be made: "),
    ],
)
def test_a_profile_that_cannot_be_saved_is_refused_before_anything_is_read(
    variables: dict[str, str],
    words: tuple[str, ...],
    problem: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No answer is lost, and nothing is written."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    for command in (("profile", "import", "gone.json"), ("profile", "new")):
        result = run(*command, "--save", *words, stdin="project manager\n")
        assert (result.exit_code, result.stdout) == (2, "")
        assert problem in result.stderr
        assert "your job" not in result.stderr


@pytest.mark.parametrize(
    ("variables", "path"),
    [
        ({"XDG_CONFIG_HOME": "{root}/x"}, "{root}/x/certadvisor/profile.yaml"),
        ({"XDG_CONFIG_HOME": "x", "HOME": "{root}/h"}, "{root}/h/.config/certadvisor/profile.yaml"),
        ({"XDG_CONFIG_HOME": "", "HOME": "{root}/h"}, "{root}/h/.config/certadvisor/profile.yaml"),
        ({"XDG_CONFIG_HOME": "{root}/x", "CERTADVISOR_PROFILE": "a.yaml"}, "a.yaml"),
    ],
)
@pytest.mark.skipif(sys.platform not in ("linux", "freebsd"), reason="folders of other platforms")
def test_the_place_follows_the_specification(
    variables: dict[str, str], path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """XDG's: a relative folder is ignored."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value.format(root=tmp_path))
    assert default_profile_path() == Path(path.format(root=tmp_path))


def test_tests_never_look_into_a_real_home() -> None:
    """Whatever whoever runs them has there."""
    path = default_profile_path()
    assert path is not None
    assert not path.exists()
    assert Path(__file__).parents[1] in path.parents


@pytest.mark.interrupted
def test_profile_new_proposes_the_default_place(tmp_path: Path) -> None:
    """Enter keeps it there; where there is one already, the current folder is proposed."""
    file = tmp_path / "certadvisor" / "profile.yaml"
    for proposed in (str(file), "me.yaml"):
        words = ("profile", "new", "--quiet", *DAY)
        with Terminal(
            *words,
            columns=400,
            folder=tmp_path,
            XDG_CONFIG_HOME=str(tmp_path),
            CERTADVISOR_PROFILE="",
        ) as terminal:
            while "Save" not in (screen := terminal.read_until("\n> ", "]> ", "Save your")):
                terminal.send("n\n" if "Continue?" in screen else "?\n")
            terminal.read_until(f"[{proposed}]?")
            terminal.send("\n" if proposed == str(file) else "-\n")
            code, rest = terminal.finish()
        assert code == 0
        assert ("A profile for certadvisor" in rest) is (proposed != str(file))
        assert file.read_text("utf-8").startswith("# A profile for certadvisor")
