"""Quotations as spans inside their marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.quotes import quotations


def inner(text: str) -> list[str]:
    """The words of each quotation."""
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and left.', ["no"]),
        ("He said “no” and left.", ["no"]),
        ("“Yes,” he said. “Now.”", ["Yes,", "Now."]),
        ("'We know the residents' patience,' she said.", ["We know the residents' patience,"]),
        ("‘It’s the ’90s,’ she said.", ["It’s the ’90s,"]),
        ("''I think it's fine,'' he said.", ["I think it's fine,"]),
        ("«Да», сказал он.", ["Да"]),
        ("„Nein“, sagte er.", ["Nein"]),
        ("»Ja«, sagte sie.", ["Ja"]),
        ("他说「好的」。", ["好的"]),
        ("Ten 'em and '90s kids' toys, rock 'n' roll", []),
        ("the boys' and girls' teams", []),
        ("5' 10\" tall", []),
        ("“He told me ‘go’ and I went,” she said.", ["He told me ‘go’ and I went,"]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_paragraphs_opened_and_only_the_last_closed() -> None:
    found = quotations("“One.\n\n“Two.\n\n“Three,” he said. “Four.”")
    assert [(q.closed, q.continued) for q in found] == [
        (False, False),
        (False, True),
        (True, True),
        (True, False),
    ]


def test_an_open_mark_ends_with_its_paragraph() -> None:
    assert inner("He said “no and left.\nNothing here is quoted.") == ["no and left."]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`s", max_size=80))
def test_spans_are_valid_and_do_not_overlap(text: str) -> None:
    end = 0
    for q in quotations(text):
        assert end <= q.outer_start < q.start < q.end <= q.outer_end <= len(text)
        end = q.outer_end


def test_many_marks_are_read_in_time() -> None:
    for text in ('"' * 10_000, "'a " * 50_000, "‘a" * 50_000, " 's' " * 20_000):
        quotations(text)
    for text in (
        '"a ' + "“b " * 330_000,
        '"a ' + "“b " * 330_000 + '” “"',
    ):
        assert len(quotations(text)) == 1


def test_a_quotation_inside_another_of_other_marks_does_not_end_it() -> None:
    outer = '"May a clerk, under the law, “block” a farmer from his page," Lind asked. "No."'
    assert [outer[one.start : one.end] for one in quotations(outer)] == [
        "May a clerk, under the law, “block” a farmer from his page,",
        "No.",
    ]
    turned = '“It was a "farce" of a vote,” she said. “No.”'
    assert [turned[one.start : one.end] for one in quotations(turned)] == [
        'It was a "farce" of a vote,',
        "No.",
    ]
