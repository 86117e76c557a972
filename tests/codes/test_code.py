"""Codes of boards: a wrong sign and two that changed places are always found out."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from changlang.codes.code import FORM, SIGNS, free_code, is_made, is_mistyped, nearest
from changlang.qr import symbol

PREFIXES = st.text(string.ascii_uppercase, max_size=6)
TYPED = string.ascii_uppercase + string.digits


@st.composite
def made(draw: st.DrawFn) -> tuple[str, str]:
    prefix = draw(PREFIXES)
    return prefix, free_code(prefix, (), lambda signs: draw(st.sampled_from(list(signs))))


def is_right(code: str, prefix: str) -> bool:
    return is_made(code, prefix) and not is_mistyped(code, prefix)


@given(made())
def test_a_made_code_is_right_and_fits_boards_and_the_alphanumeric_mode(given: tuple[str, str]) -> None:
    prefix, code = given

    assert is_right(code, prefix)
    assert FORM.fullmatch(code)
    found = symbol(f"HTTPS://YC.EXAMPLE/B/{code}")
    assert found and found.mode == "alphanumeric"


@given(made(), st.data())
def test_any_one_wrong_sign_is_found_out(given: tuple[str, str], data: st.DataObject) -> None:
    prefix, code = given
    at = data.draw(st.integers(0, len(code) - 1))
    wrong = code[:at] + data.draw(st.sampled_from(TYPED)) + code[at + 1 :]

    assert is_right(wrong, prefix) == (wrong == code)


@given(made(), st.data())
def test_any_two_signs_that_changed_places_are_found_out(given: tuple[str, str], data: st.DataObject) -> None:
    prefix, code = given
    first, second = data.draw(st.integers(0, len(code) - 1)), data.draw(st.integers(0, len(code) - 1))
    signs = list(code)
    signs[first], signs[second] = signs[second], signs[first]

    assert is_right("".join(signs), prefix) == ("".join(signs) == code)


def test_no_two_signs_look_alike_and_none_is_a_vowel() -> None:
    for alike in ("0OQD", "1IL", "2Z", "5S", "6G", "8B", "UV"):
        assert len(set(alike) & set(SIGNS)) <= 1
    assert set("AEIOU").isdisjoint(SIGNS)


def test_a_chosen_code_is_never_called_mistyped() -> None:
    assert not is_mistyped("YC001", "YC")
    assert not is_mistyped("YC0012345", "YC")


def test_a_code_that_is_taken_is_not_given_again() -> None:
    order = iter("22223333")
    first = free_code("YC", (), lambda signs: "2")

    assert free_code("YC", {first}, lambda signs: next(order)).startswith("YC3333")


def test_the_known_code_that_was_meant_is_named() -> None:
    assert nearest("yc0o1", ["YC001", "YC777"]) == "YC001"
    assert nearest("ABCDEF", ["YC001"]) == ""
