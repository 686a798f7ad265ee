"""Dates in résumés and exports: the formats that are parsed; all others are refused."""

from datetime import date

import pytest

from certadvisor.base.scalars import ValueParseError
from certadvisor.profile.importers.dates import is_open_ended, parse_date

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
    ],
)
def test_an_unambiguous_date_is_parsed(written: object, read: str) -> None:
    """With the precision that it has."""
    assert parse_date(written, TODAY).text == read


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("06/29/2014", "`06/29/2014` may be read in more than one way"),
        ("06.2014", "`06.2014` may be read in more than one way"),
        ("6-29-14", "`6-29-14` may be read in more than one way"),
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


@pytest.mark.parametrize("written", [None, "", "  ", "Present", "present", "CURRENT", "Now"])
def test_an_end_that_is_empty_or_present_is_open(written: object) -> None:
    """Both mean that the job is ongoing."""
    assert is_open_ended(written)


@pytest.mark.parametrize("written", ["2020", "0", 0, False, [], "unknown"])
def test_an_end_with_any_other_text_is_not_open(written: object) -> None:
    """An end that cannot be read is not an open end."""
    assert not is_open_ended(written)
