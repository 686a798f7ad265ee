"""Shell completion of ids, roles, kinds and other words."""

import pytest
from running import program


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
    ],
)
def test_the_shell_completes(line: str, suggestion: str) -> None:
    """By the start of the word."""
    words = line.split()
    result = program(
        _CERTADVISOR_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1)
    )
    assert suggestion in result.stdout.splitlines()
    assert result.stderr == ""


def test_a_catalogue_with_faults_completes_nothing_and_prints_nothing() -> None:
    """Completion must not write error messages into the prompt."""
    typed = "certadvisor check --catalog no-such-folder pm"
    result = program(_CERTADVISOR_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD="4")
    assert (result.stdout.strip(), result.stderr) == ("", "")
