"""`renew` on the command line: exit codes, and what it does with little."""

import json

from running import run


def test_it_answers_from_options() -> None:
    """One held without dates: nobody told until when."""
    done = run("renew", "--holds", "pmp", "--as-of", "2026-11-22", "--format", "json")
    assert done.exit_code == 0
    (one,) = json.loads(done.stdout)["certifications"]
    assert (one["certification"], one["state"]) == ("pmp", "unknown")


def test_nobody_told_is_asked_for() -> None:
    """Without profile and options there is nothing to answer."""
    done = run("renew")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "--holds CERT" in done.stderr


def test_another_day_is_another_state() -> None:
    """What lapses before a day: ask about that day."""
    profile = "certifications: [{id: pmp, expires: 2027-01-10}]"
    states = []
    for day in ("2026-01-01", "2027-01-10", "2027-01-11"):
        words = ("renew", "--profile", "-", "--as-of", day, "--format", "json")
        states.append(json.loads(run(*words, given=profile).stdout)["certifications"][0]["state"])
    assert states == ["valid", "expiring", "expired"]
