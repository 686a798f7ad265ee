"""`renew` on the command line: exit codes, and answers from few facts."""

import json

from running import run


def test_renew_answers_from_options() -> None:
    """A certification without dates has an unknown state."""
    result = run("renew", "--holds", "pmp", "--as-of", "2026-11-22", "--format", "json")
    assert result.exit_code == 0
    (one,) = json.loads(result.stdout)["certifications"]
    assert (one["certification"], one["state"]) == ("pmp", "unknown")


def test_renew_without_a_profile_asks_for_one() -> None:
    """Exit code 2, with an example on standard error."""
    result = run("renew")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--holds CERT" in result.stderr


def test_the_renewal_state_depends_on_the_day() -> None:
    """A certification is valid through its last day."""
    profile = "certifications: [{id: pmp, expires: 2027-01-10}]"
    states = []
    for day in ("2026-01-01", "2027-01-10", "2027-01-11"):
        words = ("renew", "--profile", "-", "--as-of", day, "--format", "json")
        states.append(json.loads(run(*words, stdin=profile).stdout)["certifications"][0]["state"])
    assert states == ["valid", "expiring", "expired"]


def test_renew_says_that_the_list_may_lack_some() -> None:
    """Also where it holds none yet: nothing to renew would be too much said."""
    for held in ("[]", "[{id: csm, expires: 2027-05-10}]"):
        profile = f"certifications: {held}\nincomplete: [certifications]"
        words = ("renew", "--profile", "-", "--as-of", "2026-11-22")
        assert "may lack an entry" in run(*words, stdin=profile).stdout
        assert json.loads(run(*words, "--format", "json", stdin=profile).stdout)["may_lack_some"]
        assert "nothing to renew" not in run(*words, stdin=profile).stdout
