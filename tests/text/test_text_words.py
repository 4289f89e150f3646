"""Words and marks with their places."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.words import token_spans


def tokens(text: str) -> list[str]:
    """The tokens of a text."""
    return [text[start:end] for start, end in token_spans(text)]


def test_words() -> None:
    assert tokens("Mr. Berg's U.S. aide didn't pay $4.5m on X.") == [
        "Mr.", "Berg", "'s", "U.S.", "aide", "didn't", "pay", "$", "4.5", "m", "on", "X", ".",
    ]  # fmt: skip
    assert tokens("according to life.example and portal.ru.") == [
        "according", "to", "life", ".", "example", "and", "portal.ru", ".",
    ]  # fmt: skip


@given(st.text(max_size=100))
def test_only_white_space_is_left_out(text: str) -> None:
    spans = token_spans(text)
    covered = {at for start, end in spans for at in range(start, end)}
    assert all(char.isspace() or at in covered for at, char in enumerate(text))
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
