"""Tests of dates as records write them."""

from __future__ import annotations

from datetime import date

import pytest

from changlang.dates import parse_date


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2018-08-01", date(2018, 8, 1), date(2018, 8, 1), "day"),
        ("2020-02-29", date(2020, 2, 29), date(2020, 2, 29), "day"),
        ("2018-08", date(2018, 8, 1), date(2018, 8, 31), "month"),
        ("2019-02", date(2019, 2, 1), date(2019, 2, 28), "month"),
        ("2018", date(2018, 1, 1), date(2018, 12, 31), "year"),
        ("2016/2020", date(2016, 1, 1), date(2020, 12, 31), "year"),
        ("2018-03-19/2018-04", date(2018, 3, 19), date(2018, 4, 30), "day"),
    ],
)
def test_a_date_covers_its_first_day_to_its_last(text: str, first: date, last: date, precision: str) -> None:
    found = parse_date(text)

    assert (found.edtf, found.first, found.last, found.precision) == (text, first, last, precision)
    assert found.interval == ("/" in text)
    assert not found.uncertain


@pytest.mark.parametrize("text", ["2020?", "2020~", "2020%", "2020-05?", "2016?/2020", "2016~/2020", "2016/2020%"])
def test_a_mark_makes_a_date_uncertain(text: str) -> None:
    assert parse_date(text).uncertain


def test_an_uncertain_year_is_still_that_year() -> None:
    found = parse_date("2020?")

    assert (found.first, found.last) == (date(2020, 1, 1), date(2020, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "2018年8月1日", "2018/8/1", "01.08.2018", "2018-8-1", "18-08-01", "20180801"),
        *("2018-13", "2018-00", "2018-02-30", "2019-02-29", "2018-08-00", "0000", "0000-01-01"),
        *("2020/2016", "2018-08-02/2018-08-01", "2016/", "/2020", "2016/2018/2020", "2018-08-01T10:00"),
        *("２０１８", "2018 ", " 2018", "2018-08-01\n", "2018??"),
    ],
)
def test_any_other_form_and_days_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_date(text)
