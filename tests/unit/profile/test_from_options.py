"""The short profile options, alone and on top of a profile file."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog, Money
from certadvisor.errors import InputError
from certadvisor.profile.from_options import ProfileOptions, profile_from_options
from certadvisor.profile.model import (
    Credential,
    Education,
    Goal,
    Horizon,
    HorizonUnit,
    Profile,
    TrainingRecord,
    WorkPeriod,
)

PROFESSIONAL = frozenset({"professional"})
PROJECT = PROFESSIONAL | {"project"}
LEADING = PROJECT | {"project-leading"}
AGILE = PROFESSIONAL | {"agile"}
SINCE = date(2020, 1, 1)
TODAY = date(2026, 11, 22)


def build_profile(
    options: ProfileOptions, catalog: Catalog, base: Profile | None = None
) -> Profile:
    """Return the profile built from options, which must give no warning."""
    profile, warnings = profile_from_options(options, base, catalog, TODAY)
    assert warnings == ()
    return profile


def faults(options: ProfileOptions, catalog: Catalog) -> list[str]:
    """Return the messages of faulty options."""
    with pytest.raises(InputError) as raised:
        profile_from_options(options, None, catalog, TODAY)
    return [str(fault) for fault in raised.value.faults]


def test_without_options_the_profile_is_empty(small: Catalog) -> None:
    """Lists that no option names are unknown; no default is assumed."""
    assert build_profile(ProfileOptions(), small) == Profile()


def test_every_option_fills_its_part_of_the_profile(small: Catalog) -> None:
    """The short form of a whole profile; lists that no option names stay unknown."""
    options = ProfileOptions(
        degree="bachelor",
        leading="30m",
        kinds=("agile=2y",),
        training=("project-management=35h", "agile=8"),
        holds=("CAPM", "psm 1"),
        titles=("Scrum Master",),
        country="gb",
        role="programme manager",
        budget="1500 USD",
        within="12 months",
    )
    assert build_profile(options, small) == Profile(
        country="GB",
        education=(Education("bachelor"),),
        work=(
            WorkPeriod(frozenset({"scrum-master"}), "Scrum Master", kinds_from_title=True),
            WorkPeriod(LEADING, months=30),
            WorkPeriod(AGILE, months=24),
        ),
        training=(TrainingRecord("project-management", 35), TrainingRecord("agile", 8)),
        certifications=(Credential("capm"), Credential("psm-i")),
        goal=Goal("program-manager", Money(1500, "USD"), Horizon(12, HorizonUnit.MONTH)),
    )


def test_the_experience_option_is_project_experience(small: Catalog) -> None:
    """`--experience 4y` is 48 undated months of the kind project."""
    assert build_profile(ProfileOptions(experience="4y"), small).work == (
        WorkPeriod(PROJECT, months=48),
    )


def test_zero_months_of_leading_means_no_such_work(small: Catalog) -> None:
    """`--leading 0` says that there is none, which is more than leaving it out."""
    assert build_profile(ProfileOptions(leading="0"), small).work == ()


def test_a_title_option_gives_kinds_but_no_duration(small: Catalog) -> None:
    """The duration is a question for the person."""
    assert build_profile(ProfileOptions(titles=("PM",)), small).work == (
        WorkPeriod(LEADING, "PM", kinds_from_title=True),
    )


def test_a_leading_total_is_part_of_an_experience_total(small: Catalog) -> None:
    """30 months of leading within 4 years of projects are 4 years, not 6 and a half."""
    assert build_profile(ProfileOptions(leading="30m", experience="4y"), small).work == (
        WorkPeriod(frozenset({"project-leading"}), months=30),
        WorkPeriod(PROJECT, months=48),
    )


def test_an_experience_total_is_at_least_the_leading_total(small: Catalog) -> None:
    """5 years of leading are 5 years of projects, even if a smaller total is given."""
    assert build_profile(ProfileOptions(leading="5y", experience="4y"), small).work == (
        WorkPeriod(frozenset({"project-leading"}), months=60),
        WorkPeriod(PROJECT, months=60),
    )


def test_role_country_budget_and_horizon_replace_those_of_the_file(small: Catalog) -> None:
    """The rest of the goal stays."""
    base = Profile(
        country="US",
        goal=Goal(
            "scrum-master", Money(5, "EUR"), Horizon(1, HorizonUnit.YEAR), 6, "agile", ("scrum",)
        ),
    )
    options = ProfileOptions(country="DE", role="PM", budget="0 USD", within="6 weeks")
    assert build_profile(options, small, base) == Profile(
        country="DE",
        goal=Goal(
            "project-manager", Money(0, "USD"), Horizon(6, HorizonUnit.WEEK), 6, "agile", ("scrum",)
        ),
    )


def test_degrees_credentials_training_and_titles_are_added_to_those_of_the_file(
    small: Catalog,
) -> None:
    """Nothing in the file is lost, and lists that neither names stay unknown."""
    base = Profile(
        education=(Education("secondary"),),
        work=(WorkPeriod(AGILE, start=SINCE),),
        training=(TrainingRecord("agile", 8),),
        certifications=(Credential("csm", SINCE),),
    )
    options = ProfileOptions(degree="master", training=("risk=5h",), holds=("pmp",), titles=("PM",))
    assert build_profile(options, small, base) == Profile(
        education=(Education("secondary"), Education("master")),
        work=(
            WorkPeriod(AGILE, start=SINCE),
            WorkPeriod(LEADING, "PM", kinds_from_title=True),
        ),
        training=(TrainingRecord("agile", 8), TrainingRecord("risk", 5)),
        certifications=(Credential("csm", SINCE), Credential("pmp")),
    )


def test_lists_that_no_option_names_stay_as_in_the_file(small: Catalog) -> None:
    """Empty stays empty, unknown stays unknown."""
    base = Profile(work=(), certifications=None, education=())
    assert build_profile(ProfileOptions(country="US"), small, base) == base._replace(country="US")


def test_a_total_replaces_the_entries_of_its_kind(small: Catalog) -> None:
    """After `--leading 30m` there are 30 months of leading, not 30 more."""
    base = Profile(work=(WorkPeriod(LEADING, start=SINCE), WorkPeriod(LEADING, months=7)))
    assert build_profile(ProfileOptions(leading="30m"), small, base).work == (
        WorkPeriod(LEADING, months=30),
    )


def test_a_total_leaves_the_other_kinds_of_an_entry_alone(small: Catalog) -> None:
    """Agile work stays agile work when its months of leading are replaced."""
    base = Profile(work=(WorkPeriod(LEADING | AGILE, start=SINCE, hours_per_week=20),))
    assert build_profile(ProfileOptions(leading="30m"), small, base).work == (
        WorkPeriod(AGILE, start=SINCE, hours_per_week=20),
        WorkPeriod(LEADING, months=30),
    )


def test_a_total_of_a_wider_kind_keeps_the_narrower_one(small: Catalog) -> None:
    """`--experience 4y` makes it 48 months of projects; leading stays leading."""
    base = Profile(work=(WorkPeriod(LEADING, start=SINCE), WorkPeriod(AGILE, months=5)))
    assert build_profile(ProfileOptions(experience="4y"), small, base).work == (
        WorkPeriod(frozenset({"project-leading"}), start=SINCE),
        WorkPeriod(AGILE, months=5),
        WorkPeriod(PROJECT, months=48),
    )


def test_a_job_whose_only_kind_is_replaced_keeps_its_title(small: Catalog) -> None:
    """The present role does not depend on how the months are given."""
    base = Profile(work=(WorkPeriod(LEADING, "PM", SINCE, kinds_from_title=True),))
    expected = (
        WorkPeriod(frozenset(), "PM", SINCE),
        WorkPeriod(frozenset(), "project lead"),
        WorkPeriod(LEADING, months=30),
    )
    options = ProfileOptions(leading="30m", titles=("project lead",))
    assert build_profile(options, small, base).work == expected


def test_work_of_unknown_kinds_is_not_replaced(small: Catalog) -> None:
    """It may or may not be of that kind, so it stays an open question."""
    base = Profile(work=(WorkPeriod(None, "Chief Wizard", SINCE),))
    assert build_profile(ProfileOptions(leading="30m"), small, base).work == (
        WorkPeriod(None, "Chief Wizard", SINCE),
        WorkPeriod(LEADING, months=30),
    )


def test_an_unknown_title_option_is_kept_with_a_warning(small: Catalog) -> None:
    """Otherwise a typing error would silently discard all months of that title."""
    profile, warnings = profile_from_options(
        ProfileOptions(titles=("projct manager", "Chief Wizard")), None, small, TODAY
    )
    assert profile.work == (WorkPeriod(None, "projct manager"), WorkPeriod(None, "Chief Wizard"))
    unknown = "so its kinds of experience are not known"
    assert [str(warning) for warning in warnings] == [
        (
            f"--title: no role of the catalogue has the title `projct manager`, {unknown}; "
            "did you mean `project-manager`?"
        ),
        f"--title: no role of the catalogue has the title `Chief Wizard`, {unknown}",
    ]


def test_an_unknown_credential_option_is_kept_with_a_warning(small: Catalog) -> None:
    """As in a profile file it is ignored."""
    profile, warnings = profile_from_options(
        ProfileOptions(holds=("Diploma of Basketry",)), None, small, TODAY
    )
    assert profile.certifications == (Credential("diploma-of-basketry"),)
    nothing = "so it is ignored"
    assert [str(warning) for warning in warnings] == [
        f"--holds: the catalogue has no certification `Diploma of Basketry`, {nothing}",
    ]


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        (ProfileOptions(holds=("PMMP",)), "no certification `PMMP`; did you mean `pmp`?"),
        (ProfileOptions(holds=("none", "pmp")), "`none` is given with others"),
        (ProfileOptions(training=("project-managment=35h",)), "did you mean `project-management`?"),
        (ProfileOptions(training=("pm=35h",)), "write one of: "),
        (ProfileOptions(kinds=("programming=2y",)), "is not a kind of experience; write some of"),
        (ProfileOptions(kinds=("agil=2y",)), "did you mean `agile`?"),
        (ProfileOptions(degree="Diplom"), "depending on the school; write one of"),
        (ProfileOptions(degree="BSc in progress"), "is not awarded yet"),
        (ProfileOptions(budget="¥500"), "names no one currency"),
    ],
)
def test_a_name_that_nearly_fits_is_a_fault(
    options: ProfileOptions, fault: str, catalog: Catalog
) -> None:
    """With what it may mean, and never what it only resembles."""
    with pytest.raises(InputError) as raised:
        profile_from_options(options, None, catalog, TODAY)
    assert fault in str(raised.value.faults[0])


def test_options_read_names_as_imports_and_profiles_do(catalog: Catalog) -> None:
    """Several certifications in one option, dates beside them, and common spellings."""
    options = ProfileOptions(
        degree="B.Sc.",
        leading="2 years and 6 months",
        kinds=("Leading agile teams=3 years",),
        holds=("pmp, capm", "CSM 2019-2021", "cpmp"),
        country="uk",
        budget="$1,500",
    )
    profile = build_profile(options, catalog)
    assert profile.certifications == (
        Credential("pmp"),
        Credential("capm"),
        Credential("csm", date(2019, 1, 1), date(2021, 12, 31)),
        Credential("cpmp"),
    )
    assert profile.education == (Education("bachelor"),)
    assert [period.months for period in profile.work or ()] == [30, 36]
    assert (profile.country, profile.goal.budget) == ("GB", Money(1500, "USD"))
    assert build_profile(ProfileOptions(holds=("none",)), catalog).certifications == ()


def test_every_faulty_option_is_reported_by_its_name(small: Catalog) -> None:
    """All are reported at once, each with what to write instead."""
    options = ProfileOptions(
        degree="batchelor",
        leading="30",
        experience="soon",
        kinds=("agil=2y", "agile", "risk=", "agile=x"),
        training=("35h", "agile=much"),
        holds=("cpm", "PMMP", "\x1b!"),
        titles=(" ",),
        country="Ruritania",
        role="projct manager",
        budget="1500",
        within="12",
    )
    length = "is not a length of time; write months or years, such as 30m, 4y or 2y6m"
    assert faults(options, small) == [
        "--country: `Ruritania` is not a country; write the two letters of ISO 3166, such as US",
        "--degree: `batchelor` is not a degree we recognise; did you mean `bachelor`?",
        "--title: is empty; write something, or remove it",
        "--kind: `agile` is not a name with an amount; write KIND=LENGTH, such as agile=2y",
        "--kind: `risk=` is not a name with an amount; write KIND=LENGTH, such as agile=2y",
        f"--leading: `30` {length}",
        f"--experience: `soon` {length}",
        "--kind: `agil` is not a kind of experience; did you mean `agile`?",
        f"--kind: `x` {length}",
        (
            "--training: `35h` is not a name with an amount; write TOPIC=HOURS, such as "
            "project-management=35h"
        ),
        "--training: `much` is not a number of hours; write hours, such as 35h",
        "--holds: `cpm` is a name that several issuers use; write one of: iapm-cpm, gaqm-cpm",
        "--holds: the catalogue has no certification `PMMP`; did you mean `pmp`?",
        "--holds: `\\x1b!` has no letters; write a word such as `agile`",
        "--role: `projct manager` is not a role in the catalogue; did you mean `project-manager`?",
        "--budget: `1500` has no currency; write an amount and its currency, such as 1500 USD",
        "--within: `12` has no unit; write a length of time, such as 12 months",
    ]


def test_a_total_given_twice_is_a_fault(small: Catalog) -> None:
    """Of two totals of one kind it is unclear which is right."""
    options = ProfileOptions(leading="30m", kinds=("project-leading=1y", "agile=1y", "agile=1y"))
    assert faults(options, small) == [
        "--kind: `project-leading` is given twice; give it once",
        "--kind: `agile` is given twice; give it once",
    ]
