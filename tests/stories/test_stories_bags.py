"""Features as arrays: kept, chosen from and counted, they are what they were."""

from __future__ import annotations

import re
from dataclasses import fields, replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Article
from rashomon.stories import bags, features, surroundings
from rashomon.stories.bags import Bag
from rashomon.stories.surroundings import Surroundings
from rashomon.stories.words import stem, words

WORDS = st.lists(st.sampled_from("pier ferry Ostrel mayor 14 storm the of harbour Velm".split()))
ITEMS = st.lists(
    st.tuples(WORDS, st.sampled_from(["2031-05-12", "2031-05", None, "2031-07-01"])), max_size=6
)


def bag_of(made: list[tuple[list[str], str | None]]) -> Bag:
    return bags.pack(
        [
            features.of(
                Article(f"a{n}", f"p{n}", "article", " ".join(words[:3]), None, None, "Quay Post",
                        None, day, None, "und", " ".join(words * 3), None)
            )
            for n, (words, day) in enumerate(made)
        ]
    )  # fmt: skip


def same(one: Bag, other: Bag) -> bool:
    return all(
        np.array_equal(getattr(one, f.name), getattr(other, f.name), equal_nan=f.name in _TIMES)
        for f in fields(Bag)
    )


_TIMES = ("first", "last", "day_of_year", "weekday")


@given(ITEMS, ITEMS)
def test_bags_come_back_from_bytes_and_join_in_order(
    one: list[tuple[list[str], str | None]], other: list[tuple[list[str], str | None]]
) -> None:
    a, b = bag_of(one), bag_of(other)
    assert same(bags.loaded(bags.dumped(a, small=True)), a)
    quick = bags.loaded(bags.dumped(a, small=False))
    assert same(quick, replace(a, stems=quick.stems, stem_start=quick.stem_start))
    assert same(bags.loaded(bags.dumped(quick, small=True)), quick)
    often = bag_of([(words * 40, day) for words, day in one])
    assert same(bags.loaded(bags.dumped(often, small=True)), often)
    both = bags.joined([a, b])
    assert same(bags.chosen(both, np.arange(a.count)), a)
    assert same(bags.chosen(both, np.arange(a.count, both.count)), b)


@given(ITEMS)
def test_surroundings_count_what_is_there(made: list[tuple[list[str], str | None]]) -> None:
    bag = bag_of(made)
    around = Surroundings(bag, 10)
    terms = np.unique(np.concatenate([bag.term, np.array([7, 4_000_000_000], np.uint32)]))
    assert around.holders(terms).tolist() == [int((bag.term == t).sum()) for t in terms.tolist()]
    runs = np.unique(bag.runs)
    held = [
        {i for i in range(bag.count) if r in bag.runs[bag.run_start[i] : bag.run_start[i + 1]]}
        for r in runs.tolist()
    ]
    assert around.run_holders(runs)[0].tolist() == [len(items) for items in held]


@given(ITEMS)
def test_an_item_is_near_to_none_but_others(made: list[tuple[list[str], str | None]]) -> None:
    bag = surroundings.measured(bag_of(made))
    near = Surroundings(bag, 10).likeness(np.arange(bag.count))
    assert near.shape == (bag.count, bag.count)
    assert not near.diagonal().any()
    assert (near >= 0).all()


_SIGNS = st.text("aB 1.,;:!?“”’'\"\n—-é日本ไ_X", max_size=60)


@given(_SIGNS)
def test_names_are_words_with_a_capital_inside_a_sentence(text: str) -> None:
    """As by looking at the four characters before each word, one by one."""
    found, before = words(text)
    wanted = {}
    if not re.search("[日本ไ]", text):
        pattern = r"[^\W_]+(?:['’][^\W_]+)*"
        assert found == re.findall(pattern, text)
        for match in re.finditer(pattern, text):
            signs = text[max(0, match.start() - 4) : match.start()]
            ends = r"[.!?…:;。！？]['\"”’»)\]]*\s*$|[\n\"“”„«‘]\s*$|^\s*$"
            word = match.group()
            if word[0].isupper() and len(word) > 1 and not re.search(ends, signs):
                wanted.setdefault(stem(word), word)
        assert features._names(found, before) == wanted
    assert len(found) == len(before)


@given(_SIGNS, _SIGNS)
def test_any_words_can_be_packed(title: str, text: str) -> None:
    """A pair of signs of an unspaced script may leave nothing of itself as a stem ("'s")."""
    item = features.of(
        Article("a", "p", "article", title, None, None, None, None, None, None, "und", text, None)
    )
    assert bags.pack([item]).count == 1
