"""Shell completion of ids, roles, kinds and other words."""

import subprocess

import pytest
from running import program


def complete(line: str) -> "subprocess.CompletedProcess[str]":
    """What TAB gives at the end of the line; bash counts what is in quotes as one word."""
    before, quote, _ = line.partition(" '")
    position = len(before.split()) - (not quote)
    return program(_CERTADVISOR_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(position))


@pytest.mark.parametrize(
    ("line", "suggestion"),
    [
        ("certadvisor che", "check"),
        ("certadvisor check pm", "pmp"),
        ("certadvisor show senior-t", "senior-technical-project-manager"),
        ("certadvisor compare pmp prince2-7-p", "prince2-7-practitioner"),
        ("certadvisor compare scrum-master agile-c", "agile-coach"),
        ("certadvisor recommend --role senior-t", "senior-technical-project-manager"),
        ("certadvisor recommend --holds ca", "capm"),
        ("certadvisor recommend --kind agile-l", "agile-leading="),
        ("certadvisor recommend --degree bach", "bachelor"),
        ("certadvisor recommend --weight dem", "demand="),
        ("certadvisor list --issuer scrum-a", "scrum-alliance"),
        ("certadvisor list --discipline ri", "risk"),
        ("certadvisor list --level se", "senior"),
        ("certadvisor list --format j", "json"),
        ("certadvisor roles --from senior-t", "senior-technical-project-manager"),
        ("certadvisor recommend --training project-m", "project-management="),
        ("certadvisor recommend --country G", "GB"),
        ("certadvisor list --country g", "gb"),
        ("certadvisor check pmp --what-if h", "holds "),
        ("certadvisor check pmp --what-if 'holds ca", "holds capm"),
        ("certadvisor check pmp --what-if '+12 months agile-l", "+12 months agile-leading"),
        ("certadvisor check pmp --what-if 'degree ma", "degree master"),
        ("certadvisor check pmp --what-if 'training project-m", "training project-management 35h"),
        ("certadvisor check pmp --what-if 'member pm", "member pmi"),
        ("certadvisor check pmp --what-if 'course csm", "course csm-course"),
        ("certadvisor people check x.csv --mapping work", "workday"),
        ("certadvisor catalog schema cert", "certifications"),
        ("certadvisor catalog sources --issuer pm", "pmi"),
        ("certadvisor catalog check --fail-on w", "warning"),
        ("certadvisor plan --by ch", "cheapest"),
        ("certadvisor list --sort co", "cost"),
        ("certadvisor search --issuer scrum-a", "scrum-alliance"),
        ("certadvisor sea", "search"),
        ("certadvisor hel", "help"),
        ("certadvisor help che", "check"),
        ("certadvisor help profile im", "import"),
    ],
)
def test_the_shell_completes(line: str, suggestion: str) -> None:
    """By the start of the word."""
    result = complete(line)
    assert suggestion in result.stdout.splitlines()
    assert result.stderr == ""


@pytest.mark.parametrize(
    "line",
    [
        "certadvisor list --country XQ",
        "certadvisor check pmp --what-if 'sings so",
        "certadvisor check pmp --what-if 'holds nothing-of-this-nam",
        "certadvisor catalog schema x",
        "certadvisor list --level juni",
        "certadvisor list --country US --country G",  # refused when run, silent while typed
        "certadvisor nothing --level e",
        "certadvisor help nothing-of-this-nam",
        "certadvisor check pmp csm psm",
    ],
)
def test_what_begins_nothing_completes_to_nothing(line: str) -> None:
    """Without an error in the prompt."""
    result = complete(line)
    assert result.stderr == ""
    assert "--country US --country G" in line or result.stdout.strip() == ""


def test_a_catalogue_with_faults_completes_nothing_and_prints_nothing() -> None:
    """Completion must not write error messages into the prompt."""
    typed = "certadvisor check --catalog no-such-folder pm"
    result = program(_CERTADVISOR_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD="4")
    assert (result.stdout.strip(), result.stderr) == ("", "")
