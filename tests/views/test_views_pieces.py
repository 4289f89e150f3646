from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.views.pieces import Mark, paragraphs, pieces

_TEXT = st.text(max_size=60)
_MARKS = st.lists(
    st.builds(
        Mark, st.integers(0, 70), st.integers(0, 70), st.sampled_from("qtds"),
        st.sampled_from([None, "one", "two"]),
    ),
    max_size=8,
)  # fmt: skip


@given(_TEXT, _MARKS)
def test_pieces_are_the_text_again_and_carry_the_marks_that_cover_them(
    text: str, marks: list[Mark]
) -> None:
    found = pieces(text, 0, len(text), marks)
    assert "".join(p.text for p in found) == text
    at = 0
    for piece in found:
        end = at + len(piece.text)
        covering = {m.name for m in marks if m.start <= at and m.end >= end and m.start < m.end}
        assert set(piece.names) == covering
        at = end


@given(_TEXT, _MARKS)
def test_an_anchor_stands_once_and_where_its_mark_begins(text: str, marks: list[Mark]) -> None:
    unique = [Mark(m.start, m.end, m.name, f"a{n}") for n, m in enumerate(marks)]
    found = pieces(text, 0, len(text), unique)
    places: dict[str, int] = {}
    at = 0
    for piece in found:
        for anchor in piece.anchors:
            assert anchor not in places
            places[anchor] = at
        at += len(piece.text)
    for n, mark in enumerate(unique):
        if f"a{n}" in places:
            assert places[f"a{n}"] == mark.start


def test_overlapping_marks_of_one_name_end_with_the_last_of_them() -> None:
    found = pieces("abcdef", 0, 6, [Mark(0, 3, "q"), Mark(2, 5, "q")])
    assert [(p.text, p.names) for p in found] == [
        ("ab", ("q",)), ("c", ("q",)), ("de", ("q",)), ("f", ()),
    ]  # fmt: skip


@given(_TEXT)
def test_paragraphs_hold_all_that_is_no_white_space(text: str) -> None:
    spans = paragraphs(text)
    inside = "".join(text[a:b] for a, b in spans)
    assert "".join(inside.split()) == "".join(text.split())
    assert all("\n" not in text[a:b] for a, b in spans)
