"""Reading a profile: what is told, what is not told, and what the catalogue adds."""

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
     units: [{topic: risk, amount: 2.5, on: 2024}]}
memberships: [pmi]
breaks: [{start: 2020-01, end: 2021-03, reason: parental leave}]
confirmed: [cbap-areas]
skills: [risk-management, leadership]
goal: {role: program-manager, budget: 1500 USD, within: 12 months, hours_per_week: 6,
       prefers: agile, interests: [scrum]}
"""


def read(text: str, catalog: Catalog) -> ReadProfile:
    """A profile from YAML or JSON text."""
    return read_profile(read_bytes(text.encode(), "me.yaml"), catalog, TODAY)


def faults(text: str, catalog: Catalog) -> list[str]:
    """The messages that a faulty profile gives."""
    with pytest.raises(InputError) as raised:
        read(text, catalog)
    return [str(fault) for fault in raised.value.faults]


def test_a_whole_profile_is_read_to_the_letter(small: Catalog) -> None:
    """Every key of the form finds its place, and a clean profile gives no warning."""
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
                "program-manager", Money(1500, "USD"), Horizon(12, "month"), 6, "agile", ("scrum",)
            ),
        )
    )


def test_an_absent_list_is_not_told_and_an_empty_one_is_none(small: Catalog) -> None:
    """`certifications: []` says that there is none; no key says nothing."""
    no_lists = ("country", "confirmed", "goal", "guessed")
    lists = [key for key in KEYS["profile"] if key not in no_lists]
    silent = read("country: US", small).profile
    empty = read("\n".join(f"{key}: []" for key in lists), small).profile
    assert [getattr(silent, key) for key in lists] == [None] * len(lists)
    assert [getattr(empty, key) for key in lists] == [()] * len(lists)


def test_an_empty_mapping_is_a_person_of_whom_nothing_is_known(small: Catalog) -> None:
    """Nothing told is no fault."""
    assert read("{}", small) == ReadProfile(Profile())


def test_every_key_of_the_form_is_a_field_of_its_record() -> None:
    """The literal tables and the facts they fill cannot drift apart."""
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
    """A year or a month stands for all its days, quoted or not."""
    work = read(f"work: [{{kinds: [], start: {written}, end: {written}}}]", small).profile.work
    assert work == (WorkPeriod(frozenset(), start=start, end=end),)


def test_expiry_is_the_last_day_of_its_month_and_other_dates_the_first(small: Catalog) -> None:
    """A credential lasts through the month that is named; a course ended when its month began."""
    profile = read(
        "certifications: [{id: capm, earned: 2023-05, expires: 2026-05}]\n"
        "training: [{topic: agile, completed: 2024-02}]",
        small,
    ).profile
    assert profile.certifications == (Credential("capm", date(2023, 5, 1), date(2026, 5, 31)),)
    assert profile.training == (TrainingRecord("agile", None, date(2024, 2, 1)),)


def test_a_degree_of_next_year_is_in_progress_and_no_fault(small: Catalog) -> None:
    """Evidence of a later day is kept with its day."""
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
    """What is written wins over the title; with neither, nobody knows the kinds."""
    work = read(f"work: [{entry}]", small).profile.work
    assert work is not None
    assert (work[0].kinds, work[0].kinds_from_title) == (kinds, from_title)


def test_words_are_read_case_and_punctuation_aside_and_once(small: Catalog) -> None:
    """`PMI` and `pmi` are one membership; so with skills, degrees, topics and countries."""
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


def test_norway_is_a_country_and_not_a_refusal(small: Catalog) -> None:
    """Unquoted `NO` stays the word it is."""
    assert read("country: NO", small).profile.country == "NO"


def test_the_same_profile_in_json_is_the_same_profile(small: Catalog) -> None:
    """Indented by tabs, with escapes in one piece and in two."""
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


def test_null_is_no_value_in_json(small: Catalog) -> None:
    """A key with null might mean none or not told; its author must say which."""
    assert faults('{"certifications": null,\n "work": [{"kinds": [], "end": null}]}', small) == [
        "me.yaml:1: certifications: has no value; write [] for none, or remove the key",
        "me.yaml:2: work[0].end: has no value; write one, or remove the key",
    ]


def test_a_hundred_faults_are_enough(small: Catalog) -> None:
    """A file of nonsense neither floods the terminal nor stalls the machine."""
    told = faults("".join(f"nonsense{index}: 1\n" for index in range(20_000)), small)
    assert len(told) == 101
    assert told[-1] == "me.yaml: 19900 more faults; mend these first"


def test_a_list_longer_than_any_life_is_refused(small: Catalog) -> None:
    """A thousand entries are more than anybody has to tell."""
    assert faults(f"courses: [{'csm-course, ' * 1001}]", small) == [
        "me.yaml:1: courses: has more than 1000 entries; shorten the list"
    ]


def test_text_stays_as_it_was_written(small: Catalog) -> None:
    """Whatever a title holds is kept; making it harmless is for those who print it."""
    text = '{"work": [{"title": " \\u001b[31mred\\u202e ", "kinds": []}]}'
    work = read(text, small).profile.work
    assert work == (WorkPeriod(frozenset(), "\x1b[31mred\u202e"),)
