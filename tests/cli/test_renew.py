"""`renew` on the command line: exit codes, and answers from few facts."""

import json

from running import program, run


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
        assert json.loads(run(*words, "--format", "json", stdin=profile).stdout)[
            "may_be_incomplete"
        ]
        assert "nothing to renew" not in run(*words, stdin=profile).stdout


def test_renew_says_which_year_of_a_cycle_is_short() -> None:
    """IPMA's 175 hours in three of five years leave the others short, in JSON, CSV and words."""
    hours = ", ".join(f"{{amount: 60, date: {year}-06-01}}" for year in (2022, 2023, 2024))
    profile = f"certifications: [{{id: ipma-d, expires: 2026-12-31, units: [{hours}]}}]"
    words = ("renew", "--profile", "-", "--as-of", "2026-11-30")
    (one,) = json.loads(program(*words, "--format", "json", stdin=profile).stdout)["certifications"]
    assert (one["units"]["name"], one["units"]["missing"]) == ("CPD hour", 0)
    assert [(year["state"], year["missing"]) for year in one["units"]["years"]] == [
        ("over", 0),
        ("over", 0),
        ("over", 0),
        ("over", 35),
        ("running", 35),
    ]
    header, line = program(*words, "--format", "csv", stdin=profile).stdout.splitlines()
    assert line.split(",")[header.split(",").index("short_years")] == "1"
    assert "Year to 2025-12-31: 0, short by 35." in " ".join(
        program(*words, stdin=profile).stdout.split()
    )


def test_renew_counts_to_the_end_of_a_common_period() -> None:
    """FAI's points are due on 30 April of an even year, whenever the level was certified."""
    units = "[{amount: 30, date: 2026-09-01}, {amount: 9, date: 2026-04-30}]"
    profile = f"certifications: [{{id: fac-ppm-mid, earned: 2026-06-15, units: {units}}}]"
    words = ("renew", "--profile", "-", "--as-of", "2026-11-30", "--format", "json")
    (one,) = json.loads(program(*words, stdin=profile).stdout)["certifications"]
    assert (one["last_day"], one["units"]["to_earn"]) == ("2028-04-30", 50)
