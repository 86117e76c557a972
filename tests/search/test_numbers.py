"""Numbers as text, both ways."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from changlang.search.numbers import packed, unpacked


@given(st.lists(st.integers(0, 2**27 - 1)))
@example([0, 0xCFFF, 0xD000, 0xD7FF, 0xE000, 0xFFFF, 2**15, 2**16, 2**27 - 1])
def test_numbers_come_back(numbers: list[int]) -> None:
    assert list(unpacked(packed(numbers))) == numbers


@given(st.lists(st.integers(0, 2**27 - 1)))
def test_the_text_can_stand_in_a_file(numbers: list[int]) -> None:
    text = packed(numbers)
    assert text.encode().decode() == text
    assert all(unit >= " " for unit in text)


def test_small_numbers_are_one_byte() -> None:
    assert len(packed(range(90)).encode()) == 90
