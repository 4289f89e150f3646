"""Encoded data is no article, however long it is."""

from __future__ import annotations

import random

import pytest

from builders import make_page
from rashomon import reading

BYTES = random.Random(3).randbytes(3000)


@pytest.mark.parametrize("body", [BYTES.hex(), "<p>" + BYTES.hex()[:990]])
def test_hexadecimal_is_left_out_by_name(body: str) -> None:
    made = reading.read(make_page(body))
    assert made.articles == ()
    assert made.rejected


def test_an_account_of_numbers_is_still_text() -> None:
    told = (
        "The council of Lower Quill counted 12,480 votes on Monday, 2,031 fewer than in 2027, when "
        "14,511 of 19,800 voters came. The mayor, 61, took 7,212 of them and her rival 5,268. "
        "Nine of 48 stations opened late, and 3 of them closed at 21:30 instead of 20:00."
    )
    made = reading.read(make_page(told + "\n\n" + told.replace("Monday", "Tuesday")))
    assert [a.kind for a in made.articles] == ["article"]
