"""Units: numbers by value, stems, and stories that are odd."""

from __future__ import annotations

from dataclasses import replace

import pytest
from agreement_builders import Told
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import agreement
from rashomon.agreement import units


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("1,200 people", ["#1200"]),
        ("twenty-one of them", ["#21"]),
        ("$6 million", ["#6e+06$"]),
        ("6.5 per cent", ["#6.5%"]),
        ("6.5%", ["#6.5%"]),
        ("1.200.000 Menschen", ["#1.2e+06"]),
        ("12 млн", ["#1.2e+07"]),
        ("six million", ["#6e+06"]),
        ("at 10:30 on flight 4/7", []),
        ("one of them", []),
    ],
)
def test_numbers_by_value(text: str, keys: list[str]) -> None:
    assert [u.key for u in units.numbers(text, 0, len(text))] == keys


def test_forms_of_a_word_have_one_stem() -> None:
    assert units.stem_of("damaged") == units.stem_of("damages") == units.stem_of("damage")
    assert units.stem_of("said") == units.stem_of("the") == ""


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=600), min_size=2, max_size=3))
def test_any_text_gives_points_whose_spans_stand_in_their_articles(texts: list[str]) -> None:
    made = Told()
    for number, text in enumerate(texts):
        made.add(f"Outlet {number}", text)
    material = made.material()
    points = agreement.find(material)
    assert points == agreement.find(material)
    lengths = {a.id: len(a.text) for a in made.articles}
    for point in points:
        for telling in point.tellings:
            assert 0 <= telling.span.start < telling.span.end <= lengths[telling.article_id]


def test_order_of_names_and_links_does_not_matter() -> None:
    made = Told()
    for outlet in ("Velm Post", "Coast Courier"):
        text = f"In Velm, 340 barges of the {outlet} fleet were damaged when ice broke the lock."
        made.name(made.add(outlet, text), "Velm", "place")
    material = made.material()
    turned = replace(material, names=material.names[::-1], links=material.links[::-1])
    assert agreement.find(material) == agreement.find(turned)


@pytest.mark.parametrize("text", ['"a b c d e f g" ' * 4000, "grey pier of Velm, " * 4000])
def test_a_text_that_is_no_article_is_read_in_time(text: str) -> None:
    made = Told()
    for outlet in ("Velm Post", "Coast Courier"):
        made.add(outlet, f"“{text}” {text}")
    assert len(made.points()) <= agreement.settings.MOST_POINTS + 2 * agreement.settings.MOST_ONLY
