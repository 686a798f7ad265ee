"""Dates in résumés and exports: the formats that are parsed; all others are refused."""

from datetime import date

import pytest

from certadvisor.base.date_words import MONTHS
from certadvisor.base.scalars import ValueParseError
from certadvisor.base.written_dates import fold_date, is_open_ended, month_from_name
from certadvisor.profile.importers.dates import parse_date

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2020", "2020"),
        (2020, "2020"),
        ("2020-01", "2020-01"),
        ("2020-01-31", "2020-01-31"),
        (" 2020-01 ", "2020-01"),
        ("2020-1", "2020-01"),
        ("2020-9-28", "2020-09-28"),
        ("2020/01", "2020-01"),
        ("2020.01.31", "2020-01-31"),
        ("Jan 2020", "2020-01"),
        ("JAN 2020", "2020-01"),
        ("Sept. 2020", "2020-09"),
        ("december 2020", "2020-12"),
        ("2020-01-31T23:59:59Z", "2020-01-31"),
        ("2014-04-01 09:41:00 -0500", "2014-04-01"),
        ("2014-04-01T09:41:00.000-05:00", "2014-04-01"),
        ("2022-05-10T00:00:00Z", "2022-05-10"),
        ("05/22/2022 12:00:00 AM", "2022-05-22"),
        ("05/2022", "2022-05"),
        ("5.2022", "2022-05"),
        ("10.05.2012", "2012-05-10"),
        ("1. 5. 2012", "2012-05-01"),
        ("13/05/2012", "2012-05-13"),
        ("05/13/2012", "2012-05-13"),
        ("05/05/2012", "2012-05-05"),
        ("20120510", "2012-05-10"),
        ("May 10, 2012", "2012-05-10"),
        ("Thursday, May 10th, 2012", "2012-05-10"),
        ("10-May-2012", "2012-05-10"),
        ("2012 May 10", "2012-05-10"),
        ("10. Mai 2012", "2012-05-10"),
        ("1. März 2010", "2010-03-01"),
        ("1er août 2020", "2020-08-01"),
        ("10 de mayo de 2012", "2012-05-10"),
        ("10 de março de 2012", "2012-03-10"),
        ("10 maggio 2012", "2012-05-10"),
        ("10 mei 2012", "2012-05-10"),
        ("den 10 maj 2012", "2012-05-10"),
        ("10. toukokuuta 2012", "2012-05-10"),
        ("10 października 2012 r.", "2012-10-10"),
        ("10. května 2012", "2012-05-10"),
        ("10. mája 2012", "2012-05-10"),
        ("2012. május 10.", "2012-05-10"),
        ("10 mai 2012", "2012-05-10"),
        ("10 Mayıs 2012", "2012-05-10"),
        ("10 мая 2012 г.", "2012-05-10"),
        ("10 травня 2012", "2012-05-10"),
        ("2012年5月10日", "2012-05-10"),
        ("2012년 5월", "2012-05"),
    ],
)
def test_an_unambiguous_date_is_parsed(written: object, read: str) -> None:
    """With the precision that it has."""
    assert parse_date(written, TODAY).text == read


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("06/07/2014", "`06/07/2014` may be read in more than one way"),
        ("6-7-2014 12:00", "`6-7-2014 12:00` may be read in more than one way"),
        ("31/31/2014", "`31/31/2014` is not a date that can be read"),
        ("2015-2018", "`2015-2018` may be read in more than one way"),
        ("Q3 2021", "`q3 2021` is not a date that can be read"),
        ("May '12", "`may '12` is not a date that can be read"),
        ("Summer 2019", "`summer 2019` names a month that is not known here"),
        ("May or June 2019", "`may or june 2019` is not a date that can be read"),
        ("May 2019 (expired)", "`may 2019 (expired)` is not a date that can be read"),
        ("31 June 2019", "`31 june 2019` is not a date"),
        ("6-29-14", "`6-29-14` has a year of two digits"),
        ("2014-06/29", "`2014-06/29` is not a date that can be read"),
        ("Foo 2014", "`foo 2014` names a month that is not known here"),
        ("Ma 2014", "`ma 2014` names a month that is not known here"),
        ("2014-13", "`2014-13` is not a date"),
        ("2014-02-30", "`2014-02-30` is not a date"),
        ("last year", "`last year` is not a date that can be read"),
        ("\u0662\u0660\u0662\u0660", "is not a date that can be read"),
        ("1900", "`1900` is before 1950"),
        ("2100", "`2100` is more than 20 years ahead"),
        (True, "is not a date"),
        (["2020"], "is not a date"),
    ],
)
def test_any_other_date_is_refused_with_the_formats_accepted(written: object, problem: str) -> None:
    """In 06/07 the month may be either number."""
    with pytest.raises(ValueParseError) as raised:
        parse_date(written, TODAY)
    assert problem in raised.value.problem.casefold()
    assert raised.value.remedy


@pytest.mark.parametrize(
    "written",
    [
        *(None, "", "  ", "-", "N/A", "Present", "present", "CURRENT", "Now", "(current)"),
        *("heute", "bis heute", "actuel", "aujourd'hui", "à ce jour", "en cours", "Actualidad"),
        *("hasta la fecha", "atual", "até o momento", "attuale", "in corso", "heden", "pågående"),
        *("nuværende", "nåværende", "nykyinen", "obecnie", "nadal", "současnost", "jelenleg"),
        *("în prezent", "halen", "devam ediyor", "по н.в.", "настоящее время", "至今", "現在"),
    ],
)
def test_an_end_that_is_empty_or_present_is_open(written: object) -> None:
    """Both mean that the job is ongoing."""
    assert is_open_ended(written)


@pytest.mark.parametrize("written", ["2020", "0", 0, False, [], "unknown"])
def test_an_end_with_any_other_text_is_not_open(written: object) -> None:
    """An end that cannot be read is not an open end."""
    assert not is_open_ended(written)


def test_every_word_names_one_month() -> None:
    """In every language, by the whole word; a beginning that two months share names none."""
    words = [
        (fold_date(word), number) for number, line in enumerate(MONTHS, 1) for word in line.split()
    ]
    assert len(dict(words)) == len(set(words))
    assert all(month_from_name(word) == number for word, number in words)
    assert month_from_name("lis") == 11
    assert month_from_name("ju") is None
    assert month_from_name("jul") == 7
