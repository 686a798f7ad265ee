"""Reading a profile: what is given, what is not given, and what the catalogue adds."""

import json
from datetime import date
from typing import Any

import pytest

from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog, Money
from certadvisor.errors import InputError
from certadvisor.profile.model import (
    CareerBreak,
    Credential,
    Education,
    Goal,
    Horizon,
    HorizonUnit,
    Profile,
    ReadProfile,
    TrainingRecord,
    UnitRecord,
    WorkPeriod,
)
from certadvisor.profile.reader import KEYS, read_profile

TODAY = date(2026, 11, 22)
LEADING = frozenset({"project-leading", "project", "professional"})

WHOLE = """
country: US
education:
  - {degree: bachelor, field: computer science, awarded: 2015-06, accreditation: GAC}
work:
  - {title: IT Project Manager, start: 2021-03, end: 2024-08}
  - {kinds: [project-leading, agile], start: 2024-09, hours_per_week: 30, complexity: complex}
  - {kinds: [project-leading], months: 18, hours: 1600.5, person_days: 200, projects: 3}
training:
  - {topic: project-management, hours: 35, completed: 2024-02}
courses: [csm-course]
certifications:
  - {id: capm, earned: 2023-05-10, expires: 2026-05-10,
     units: [{topic: risk, amount: 2.5, date: 2024}]}
memberships: [pmi]
breaks: [{start: 2020-01, end: 2021-03, reason: parental leave}]
confirmed: [cbap-areas]
skills: [risk-management, leadership]
goal: {role: program-manager, budget: 1500 USD, within: 12 months, hours_per_week: 6,
       prefers: agile, interests: [scrum]}
"""


def read(text: str, catalog: Catalog) -> ReadProfile:
    """Read a profile from YAML or JSON text."""
    return read_profile(read_bytes(text.encode(), "me.yaml"), catalog, TODAY)


def faults(text: str, catalog: Catalog) -> list[str]:
    """Return the messages of a faulty profile."""
    with pytest.raises(InputError) as raised:
        read(text, catalog)
    return [str(fault) for fault in raised.value.faults]


def test_every_field_of_a_profile_is_read(small: Catalog) -> None:
    """Every key is read into its field, and a profile without faults gives no warning."""
    assert read(WHOLE, small) == ReadProfile(
        Profile(
            country="US",
            education=(Education("bachelor", "computer science", "GAC", date(2015, 6, 1)),),
            work=(
                WorkPeriod(
                    LEADING | {"technical"},
                    "IT Project Manager",
                    date(2021, 3, 1),
                    date(2024, 8, 31),
                    kinds_from_title=True,
                ),
                WorkPeriod(
                    LEADING | {"agile"},
                    start=date(2024, 9, 1),
                    hours_per_week=30,
                    complexity="complex",
                ),
                WorkPeriod(LEADING, months=18, hours=1600.5, person_days=200, projects=3),
            ),
            training=(TrainingRecord("project-management", 35, date(2024, 2, 1)),),
            courses=("csm-course",),
            certifications=(
                Credential(
                    "capm",
                    date(2023, 5, 10),
                    date(2026, 5, 10),
                    (UnitRecord("risk", 2.5, date(2024, 1, 1)),),
                ),
            ),
            memberships=("pmi",),
            breaks=(CareerBreak(date(2020, 1, 1), date(2021, 3, 31), "parental leave"),),
            confirmed=("cbap-areas",),
            skills=("risk-management", "leadership"),
            goal=Goal(
                "program-manager",
                Money(1500, "USD"),
                Horizon(12, HorizonUnit.MONTH),
                6,
                "agile",
                ("scrum",),
            ),
        )
    )


def test_an_absent_list_is_unknown_and_an_empty_list_means_none(small: Catalog) -> None:
    """`certifications: []` says that there are none; without the key nothing is known."""
    no_lists = ("country", "employer", "confirmed", "goal", "incomplete", "guessed")
    lists = [key for key in KEYS["profile"] if key not in no_lists]
    silent = read("country: US", small).profile
    empty = read("\n".join(f"{key}: []" for key in lists), small).profile
    assert [getattr(silent, key) for key in lists] == [None] * len(lists)
    assert [getattr(empty, key) for key in lists] == [()] * len(lists)


def test_a_list_may_lack_entries(small: Catalog) -> None:
    """`incomplete` names it, once; the first release wrote its name under `guessed`."""
    text = "education: [{degree: bachelor}]\nincomplete: [education]\nguessed: [education]"
    result = read(text, small)
    assert result.profile.incomplete == ("education",)
    assert result.profile.guessed == ()
    (warning,) = result.warnings
    assert str(warning).endswith(
        "`education` is a whole list: it may lack entries; name it under `incomplete` instead"
    )
    with pytest.raises(InputError, match="did you mean `education`"):
        read("incomplete: [eduction]", small)


@pytest.mark.parametrize("word", ["unknown", "Unknown", "' unknown '"])
def test_a_date_may_be_there_and_unknown(word: str, small: Catalog) -> None:
    """An absent date is another thing; other words are no dates, and `work` has to give them."""
    text = (
        f"certifications: [{{id: pmp, earned: {word}}}, {{id: csm, earned: 2025, expires: {word}}}]"
    )
    assert read(text, small).profile.certifications == (
        Credential("pmp", earned_unknown=True),
        Credential("csm", date(2025, 1, 1), expires_unknown=True),
    )
    for fault in ("certifications: [{id: pmp, earned: lost}]", f"work: [{{start: {word}}}]"):
        with pytest.raises(InputError, match="is not a date"):
            read(fault, small)


def test_an_empty_profile_is_valid(small: Catalog) -> None:
    """Knowing nothing about a person is no fault."""
    assert read("{}", small) == ReadProfile(Profile())


def test_the_profile_keys_are_the_fields_of_the_records() -> None:
    """The tables of keys and the records cannot drift apart."""
    records: dict[str, Any] = {
        "profile": Profile,
        "education": Education,
        "work": WorkPeriod,
        "training": TrainingRecord,
        "certifications": Credential,
        "units": UnitRecord,
        "breaks": CareerBreak,
        "goal": Goal,
    }
    fields = {name: set(record._fields) for name, record in records.items()}
    fields["work"].remove("kinds_from_title")
    fields["certifications"] -= {"earned_unknown", "expires_unknown"}  # the word `unknown`
    fields["education"].remove("awarded_unknown")
    fields["training"].remove("completed_unknown")
    assert {name: set(keys) for name, keys in KEYS.items()} == fields


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("'2024'", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-10", date(2024, 2, 10), date(2024, 2, 10)),
        ("1950", date(1950, 1, 1), date(1950, 12, 31)),
        ("2046", date(2046, 1, 1), date(2046, 12, 31)),
        ("2046-11-22", date(2046, 11, 22), date(2046, 11, 22)),
    ],
)
def test_a_start_is_its_first_day_and_an_end_its_last(
    written: str, start: date, end: date, small: Catalog
) -> None:
    """A year or a month includes all its days, quoted or not."""
    work = read(f"work: [{{kinds: [], start: {written}, end: {written}}}]", small).profile.work
    assert work == (WorkPeriod(frozenset(), start=start, end=end),)


def test_expiry_is_the_last_day_of_its_month_and_other_dates_the_first(small: Catalog) -> None:
    """A credential lasts to the end of its month; a course counts from the start of its month."""
    profile = read(
        "certifications: [{id: capm, earned: 2023-05, expires: 2026-05}]\n"
        "training: [{topic: agile, completed: 2024-02}]",
        small,
    ).profile
    assert profile.certifications == (Credential("capm", date(2023, 5, 1), date(2026, 5, 31)),)
    assert profile.training == (TrainingRecord("agile", None, date(2024, 2, 1)),)


def test_a_degree_of_next_year_is_in_progress_and_no_fault(small: Catalog) -> None:
    """A degree awarded in the future is kept with its day."""
    profile = read("education: [{degree: master, awarded: 2027-07}]", small).profile
    assert profile.education == (Education("master", awarded=date(2027, 7, 1)),)


@pytest.mark.parametrize(
    ("entry", "kinds", "from_title"),
    [
        ("{title: it-PROJECT manager}", LEADING | {"technical"}, True),
        ("{title: PM}", LEADING, True),
        ("{title: PM, kinds: [scrum-master]}", {"scrum-master", "agile", "professional"}, False),
        ("{title: PM, kinds: []}", set(), False),
        ("{title: Chief Wizard}", None, False),
        ("{months: 3}", None, False),
        ("{kinds: [Product Owner]}", {"product-owner", "agile", "professional"}, False),
        ("{kinds: [program, portfolio]}", {"program", "portfolio", "professional"}, False),
    ],
)
def test_kinds_are_those_given_or_those_of_a_known_title(
    entry: str, kinds: set[str] | None, *, from_title: bool, small: Catalog
) -> None:
    """Kinds given win over the title; with neither, the kinds are unknown."""
    work = read(f"work: [{entry}]", small).profile.work
    assert work is not None
    assert (work[0].kinds, work[0].kinds_from_title) == (kinds, from_title)


def test_ids_in_a_profile_ignore_case_and_punctuation_and_are_unique(small: Catalog) -> None:
    """`PMI` and `pmi` are one membership; likewise skills, degrees, topics and countries."""
    profile = read(
        "country: gb\nmemberships: [PMI, pmi]\nskills: [Risk management, LEADERSHIP]\n"
        "education: [{degree: Bachelor}]\ntraining: [{topic: Project Management, hours: 0}]\n"
        "goal: {role: programme manager}",
        small,
    ).profile
    assert profile == Profile(
        country="GB",
        memberships=("pmi",),
        skills=("risk-management", "leadership"),
        education=(Education("bachelor"),),
        training=(TrainingRecord("project-management", 0),),
        goal=Goal("program-manager"),
    )


def test_the_country_code_no_is_read_as_norway(small: Catalog) -> None:
    """Unquoted `NO` in YAML is text, not false."""
    assert read("country: NO", small).profile.country == "NO"


def test_a_profile_in_json_is_read_like_one_in_yaml(small: Catalog) -> None:
    """Also indented by tabs, and with characters escaped, as surrogate pairs too."""
    written = {
        "country": "US",
        "work": [{"title": 'Café 😀 "lead" / a\tb', "start": "2021"}],
        "certifications": [{"id": "capm", "earned": "2023-05-10"}],
    }
    for text in (
        json.dumps(written),
        json.dumps(written, indent="\t"),
        json.dumps(written, indent=2, ensure_ascii=False).replace("/", "\\/"),
    ):
        assert read(text, small).profile == Profile(
            country="US",
            work=(WorkPeriod(None, 'Café 😀 "lead" / a\tb', date(2021, 1, 1)),),
            certifications=(Credential("capm", date(2023, 5, 10)),),
        )


def test_null_in_a_profile_is_a_fault(small: Catalog) -> None:
    """A key with null could mean none or not known; its author must say which."""
    assert faults('{"certifications": null,\n "work": [{"kinds": [], "end": null}]}', small) == [
        "me.yaml:1: certifications: has no value; write [] for none, or remove the key",
        "me.yaml:2: work[0].end: has no value; write one, or remove the key",
    ]


def test_a_profile_reports_at_most_a_hundred_faults(small: Catalog) -> None:
    """A file of nonsense neither floods the terminal nor takes long."""
    messages = faults("".join(f"nonsense{index}: 1\n" for index in range(20_000)), small)
    assert len(messages) == 101
    assert messages[-1] == "me.yaml: 19900 more faults; fix these first"


def test_a_list_of_more_than_a_thousand_entries_is_a_fault(small: Catalog) -> None:
    """No person has more than a thousand entries in a list."""
    assert faults(f"courses: [{'csm-course, ' * 1001}]", small) == [
        "me.yaml:1: courses: has more than 1000 entries; shorten the list"
    ]


def test_text_in_a_profile_is_kept_unescaped(small: Catalog) -> None:
    """A title is kept as written; escaping it is the task of the code that prints it."""
    text = '{"work": [{"title": " \\u001b[31mred\\u202e ", "kinds": []}]}'
    work = read(text, small).profile.work
    assert work == (WorkPeriod(frozenset(), "\x1b[31mred\u202e"),)
