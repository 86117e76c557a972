"""Dates as each language writes them."""

from __future__ import annotations

import pytest

from changlang.dates import parse_date
from changlang.pages import dates


@pytest.mark.parametrize(
    ("edtf", "chinese", "english", "short", "machine"),
    [
        ("2018-08-01", "2018年8月1日", "1 August 2018", "2018.08.01", "2018-08-01"),
        ("2018-08", "2018年8月", "August 2018", "2018.08", "2018-08"),
        ("2018", "2018年", "2018", "2018", "2018"),
        ("2016/2020", "2016—2020年", "2016–2020", "2016–2020", ""),
        ("2016-03/2019-05", "2016年3月—2019年5月", "March 2016–May 2019", "2016–2019", ""),
        ("2020?", "2020年（日期待核）", "2020 (date uncertain)", "2020", "2020"),
    ],
)
def test_a_date_is_written_as_readers_of_each_language_write_it(
    edtf: str, chinese: str, english: str, short: str, machine: str
) -> None:
    when = parse_date(edtf)

    assert dates.written(when, "zh") == chinese
    assert dates.written(when, "en") == english
    assert dates.short(when) == short
    assert dates.machine(when) == machine
