"""Another middle initial is another person."""

from __future__ import annotations

import pytest

from rashomon import names
from rashomon.model import Article
from rashomon.names.forms import other_middle


def referents(text: str) -> set[str]:
    """Whom the names of an article mean."""
    article = Article(
        id="a", page_id="p", kind="article", title=None, standfirst=None, byline=None,
        outlet=None, url=None, published=None, published_basis=None, language="en",
        text=text, ranges=None,
    )  # fmt: skip
    return {one.referent for one in names.mentions(article) if one.type == "person"}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Karl B. Moss", "Karl Anton Bruno Moss", True),
        ("Karl B. Moss", "Karl A.B. Moss", True),
        ("Karl A. Moss", "Karl Anton Bruno Moss", False),
        ("Ada Lind Brill", "Ada Rika Lind Brill", False),
        ("Karl Moss", "Karl B. Moss", False),
        ("Jan van der Meer", "Jan P. van der Meer", False),
    ],
)
def test_middle_names(one: str, other: str, apart: bool) -> None:
    assert other_middle(one, other) is apart
    assert other_middle(other, one) is apart


def test_father_and_son_of_one_given_name() -> None:
    text = (
        "Governor Karl B. Moss spoke at the grave of his father, Karl Anton Bruno Moss. "
        "The elder man, Karl A. Moss to his clerks, was 90."
    )
    assert referents(text) == {"Karl B. Moss", "Karl Anton Bruno Moss"}
