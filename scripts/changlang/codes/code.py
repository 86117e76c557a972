"""Codes of boards: how new ones are made, and how a mistyped one is recognised.

A made code is the prefix of the site, four signs that mean nothing, and a check sign, printed and typed with little
confusion: `YC4TKW4`. Chosen codes (`YC001`) are valid as well; they have no check sign to be held against.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Collection, Sequence
from difflib import get_close_matches

# Capitals and digits of which none is taken for another: of 2 and Z, 5 and S, 6 and G, 8 and B only the digits, of 0,
# O, Q and 1, I, L none; and no vowels, so that no code is a word. The check needs a prime number of them: 23.
SIGNS = "23456789CDFHJKMNPRTVWXY"
OPAQUE = 4
FORM = re.compile(r"[A-Z0-9]{3,20}", re.ASCII)


def check_sign(text: str) -> str:
    """The sign that makes a code of a text: the NOID check digit algorithm, over `SIGNS`.

    The values of all signs (0 for one that is not in `SIGNS`), each times its place from 1, summed modulo the prime
    number of signs. It differs after any one wrong sign and after two signs that changed places.
    """
    values = (SIGNS.find(sign) for sign in text)
    return SIGNS[sum(at * max(value, 0) for at, value in enumerate(values, 1)) % len(SIGNS)]


def is_made(code: str, prefix: str) -> bool:
    """Whether a code has the form of a made one, right or wrong."""
    opaque = code.removeprefix(prefix)
    return code.startswith(prefix) and len(opaque) == OPAQUE + 1 and set(opaque) <= set(SIGNS)


def is_mistyped(code: str, prefix: str) -> bool:
    """Whether a code has the form of a made one and the wrong check sign."""
    return is_made(code, prefix) and check_sign(code[:-1]) != code[-1]


def free_code(prefix: str, taken: Collection[str], choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """A code that is not taken. Two officers who ask at the same time are all but sure to get different ones."""
    while True:
        text = prefix + "".join(choose(SIGNS) for _ in range(OPAQUE))
        code = text + check_sign(text)
        if code not in taken:
            return code


def nearest(code: str, known: Collection[str]) -> str:
    """The known code that was most likely meant; "" where none is near."""
    found = get_close_matches(code.upper(), known, 1, 0.6)
    return found[0] if found else ""
