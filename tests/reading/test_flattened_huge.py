"""Pages far longer or odder than news: what is made for them at once stays bounded."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest
from flattened_stories import BRIDGE, FERRY

from rashomon.model import Page, Reading, content_id
from rashomon.reading.flattened import read, stretches, told, units
from rashomon.reading.flattened.lexicon import read_words
from rashomon.reading.flattened.read import read_flattened
from rashomon.reading.flattened.told import Told
from rashomon.reading.flattened.units import Unit, split_units


def _read(body: str) -> Reading:
    return read_flattened(Page(content_id("page", body), "page", "text/plain", None, body))


def _random_words(count: int, capitals: bool = False) -> list[str]:
    chance = random.Random(3)
    made = ("".join(chance.choices("abcdefghijklmnoprstuv", k=7)) for _ in range(count))
    return [word.capitalize() if capitals else word for word in made]


def _lines(words: list[str], a_line: int) -> str:
    return "\n".join(" ".join(words[k : k + a_line]) for k in range(0, len(words), a_line))


def _most_cells(found: list[Unit], starts: list[int]) -> int:
    """The largest product of a stretch's units and its different words."""
    edges = [*starts, len(found)]
    return max(
        (b - a) * len({word for unit in found[a:b] for word in unit.text.split()})
        for a, b in pairwise(edges)
    )


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds a thousandth of the real ones, so that small pages go beyond them."""
    monkeypatch.setattr(stretches, "STRETCH_CELLS", 16_000)
    monkeypatch.setattr(stretches, "STRETCH_FREE", 2_000)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("a_line", [3, 12, 60])
def test_a_page_of_words_that_never_come_again_is_cut(a_line: int) -> None:
    counts = []
    for size in (3_000, 6_000):
        found = split_units(_lines(_random_words(size), a_line))
        starts = stretches.stretches(found)
        assert _most_cells(found, starts) <= 16_000
        counts.append(len(starts))
    assert counts[0] > 1
    assert counts[1] <= 2 * counts[0] + 1  # twice the page, twice the work


@pytest.mark.usefixtures("small")
def test_pairs_of_capitalised_words_cut_a_page_too() -> None:
    chance = random.Random(5)
    few = _random_words(60, capitals=True)
    found = split_units(_lines([chance.choice(few) for _ in range(6_000)], 12))
    plain = split_units(_lines([chance.choice(few).lower() for _ in range(6_000)], 12))
    assert len(stretches.stretches(found)) > len(stretches.stretches(plain))


def test_a_page_of_news_is_one_stretch() -> None:
    page = "\n\n".join([FERRY[0], *FERRY[1], BRIDGE[0], *BRIDGE[1]] * 100)
    assert len(page) > 50_000
    assert stretches.stretches(split_units(page)) == [0]


def test_no_stretch_is_longer_than_its_units(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "STRETCH", 10)
    found = split_units(_lines(_random_words(100), 4))
    assert stretches.stretches(found) == [0, 10, 20]
    monkeypatch.setattr(stretches, "STRETCH_FREE", 10)
    assert stretches.stretches(found) == [0, 10, 20]


@pytest.mark.usefixtures("small")
def test_a_page_in_stretches_is_read_whole() -> None:
    body = "\n\n".join(
        [FERRY[0], *FERRY[1], _lines(_random_words(4_000), 40), BRIDGE[0], *BRIDGE[1]]
    )
    reading = _read(body)
    ranges = [r for article in reading.articles for r in article.ranges]
    ranges += [row.range for row in reading.rejected if row.range]
    told_of = set().union(*(range(a, b) for a, b in ranges))
    assert all(body[k].isspace() for k in range(len(body)) if k not in told_of)
    assert {FERRY[0], BRIDGE[0]} <= {article.title for article in reading.articles}


def test_lines_beyond_the_limit_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units, "MOST_LINES", 20)
    body = "\n".join(["a", "b"] * 30) + " \n\n"
    rows = [row for row in _read(body).rejected if row.reason == "page too long"]
    assert [row.range for row in rows] == [(39, len(body.rstrip()))]
    monkeypatch.setattr(read, "MOST_UNITS", 10)
    rows = [row for row in _read(body).rejected if row.reason == "page too long"]
    assert [row.range for row in rows] == [(20, len(body.rstrip()))]


def test_sets_compared_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    found = split_units(_lines(_random_words(400) + _random_words(400), 5))
    bags = Told(read_words(found), list(range(len(found))))
    left = bags.bags([(max(0, k - 60), k) for k in range(len(found))])
    right = bags.bags([(k, min(k + 60, len(found))) for k in range(len(found))])
    whole = bags.likeness(left, right)
    assert whole.any()
    monkeypatch.setattr(told, "MANY_MARKS", 0)
    assert np.allclose(bags.likeness(left, right), whole)
    assert len(bags.likeness(left[:0], right[:0])) == 0
