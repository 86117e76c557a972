"""How large a code is, and what is said where there is no room for it."""

from __future__ import annotations

import math
import re
from decimal import Decimal

import pytest

from changlang import urls
from changlang.editions.print.artwork import code_side
from changlang.editions.print.formats import FORMATS, pixels, short_side
from changlang.editions.print.sizes import least_side, read_from
from changlang.language.segment import WORD_JOINER, kept_whole
from changlang.model.fields import Text
from changlang.model.records import Board
from changlang.qr import SEEN_FROM_TEN, Symbol, symbol

SHORT, LONG = "HTTPS://YC.EXAMPLE/B/YC001", "HTTPS://" + "LONG." * 80 + "EXAMPLE/B/YC001"


def found(address: str) -> Symbol:
    made = symbol(address)
    assert made is not None
    return made


def board(distance: str | None = None, size: str = "A1") -> Board:
    return Board(
        id="YC001", title=Text(zh="牌", en="Board"), size=size, distance=Decimal(distance) if distance else None
    )


def place(*_: object) -> tuple[str, int, int]:
    return "content/boards/boards.yml", 1, 1


@pytest.mark.parametrize(
    ("address", "level"),
    [
        (SHORT, "H"),
        ("HTTPS://YC.EXAMPLE/" + "a" * 40, "Q"),
        ("HTTPS://" + "A" * 1900, "Q"),
        ("HTTPS://" + "A" * 2600, None),
    ],
)
def test_a_code_restores_three_tenths_or_a_quarter_or_is_not_printed(address: str, level: str | None) -> None:
    made = symbol(address)

    assert (made.level if made else None) == level


def test_a_side_is_a_tenth_of_the_distance_and_no_module_is_under_four_tenths_of_a_millimetre() -> None:
    assert least_side(found(SHORT), Decimal(3)) == 300
    assert least_side(found(SHORT), Decimal(0)) == 12  # 29 modules
    assert least_side(found(LONG), Decimal(0)) == -(-found(LONG).modules * 4 // 10)


def test_a_code_of_many_modules_is_read_from_less_far_so_it_has_to_be_larger() -> None:
    fine = found("HTTPS://YC.EXAMPLE/" + "a" * 300)

    assert fine.modules > SEEN_FROM_TEN
    assert least_side(fine, Decimal(3)) == math.ceil(Decimal(300) * fine.modules / SEEN_FROM_TEN)
    assert read_from(fine, Decimal(300)) < 3 <= read_from(found(SHORT), Decimal(300))
    assert read_from(fine, Decimal(least_side(fine, Decimal(3)))) >= 3


def test_a_code_grows_with_the_distance_and_a_smaller_print_is_read_from_nearer() -> None:
    for form, side in (("A1", 300), ("A3", 150), ("sticker", 51)):
        assert code_side(board("3"), FORMATS[form], found(SHORT), place) == (Decimal(side), ())
    assert code_side(board(), FORMATS["A1"], found(SHORT), place)[0] == FORMATS["A1"].code


def test_a_code_without_room_is_a_problem_that_names_the_size_that_is_needed() -> None:
    side, [problem] = code_side(board("6"), FORMATS["A1"], found(SHORT), place)
    said = dict(problem.args)

    assert problem.code == "print-code-small"
    assert (said["needed"], said["room"], said["farthest"]) == ("600", str(side), "3.0")
    assert code_side(board(said["farthest"]), FORMATS["A1"], found(SHORT), place)[1] == ()


def test_a_code_of_too_many_modules_is_a_problem_that_names_the_size_that_is_needed() -> None:
    _, [problem] = code_side(board(), FORMATS["sticker"], found("HTTPS://YC.EXAMPLE/" + "a" * 1600), place)

    assert problem.code == "print-code-fine"
    assert int(dict(problem.args)["needed"]) > 68


def test_sizes_of_boards_and_pixels_of_photos() -> None:
    assert [short_side(size) for size in ("A1", "A3", "1200x2400mm")] == [594, 297, 1200]
    assert pixels(254) == 1500 and pixels(255) == 1506


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("HTTPS://YC.EXAMPLE/B/YC001", "yc.example/b/YC001"),
        ("HTTPS://YC.EXAMPLE:8080/gfjy/B/YC001", "yc.example:8080/gfjy/b/YC001"),
        ("HTTPS://YC.EXAMPLE/GuoFang/B/YC001", "yc.example/GuoFang/b/YC001"),
    ],
)
def test_an_address_in_letters_keeps_the_letters_of_its_folder(printed: str, typed: str) -> None:
    assert urls.in_letters(printed) == typed


@pytest.mark.parametrize(
    "words",
    ["征集 并协调 解决的 驻军 问题", "国防 和双拥 宣传 网站（微信 公众号）", "建立 退役军人 服务站的 乡镇（街道）"],
)
def test_lines_are_broken_between_words_of_a_chinese_text(words: str) -> None:
    whole = kept_whole(words.replace(" ", ""))

    assert whole.replace(WORD_JOINER, "") == words.replace(" ", "")
    for word in re.findall(r"\w+", words):
        assert WORD_JOINER.join(word) in whole, whole


def test_a_text_in_letters_stays_as_it_is() -> None:
    assert kept_whole("The board, on 坝上") == f"The board, on 坝{WORD_JOINER}上"
