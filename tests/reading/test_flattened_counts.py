"""What is counted for a whole page at once is what one would count unit by unit."""

from __future__ import annotations

import re

import numpy as np
import pytest
from flattened_stories import BRIDGE, FERRY
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.reading.flattened import labels, marks, patterns, shape, words
from rashomon.reading.flattened.features import COLUMN, measure
from rashomon.reading.flattened.forest import Forest
from rashomon.reading.flattened.lexicon import members, overlap, read_words, span, union
from rashomon.reading.flattened.repeats import find_repeats, folded
from rashomon.reading.flattened.told import Told
from rashomon.reading.flattened.units import split_units
from rashomon.reading.flattened.word_classes import COUNTED, EVERY, FURNITURE, classes

# Beginnings, middles and ends of lines such as news pages have, in any order.
_PARTS = [
    "Photo:", "FILE PHOTO", "(Getty Images)", "(Photo by Ann Lee/AFP)", "pictured", "©", "Via", "Source:",
    "READ MORE:", "More", "Sign up", "please subscribe", "By Ann Lee", "Reporting by", "(Reuters)",
    "Editor’s note:", "Updated:", "This story was updated", "3 comments", "Reply", "ann_1", "says:",
    "2 days ago", "yesterday", "LONDON, Aug. 7 (Wire) --", "7 August 2025", "14:05", "https://t.co/ab",
    "www.example.com", "@someone", "#topic", "is a reporter at the Harbour Post", "covers ferries for",
    "All rights reserved", "cookies", "the app", "Advertisement", "Most read", "[…]", "...", "?", "！",
    "the mayor said", "a bridge was closed", "文章", "Паром", "don't", "well-known", "5G", "_", "ſign",
]  # fmt: skip
_LINES = st.lists(st.sampled_from(_PARTS), min_size=1, max_size=9).map(" ".join)
_PAGES = st.lists(_LINES, min_size=1, max_size=12).map("\n".join)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=200))
def test_words_in_latin_letters_are_found_alike(text: str) -> None:
    assert words._LATIN_WORD.findall(text) == words._WORD.findall(text)


def test_general_punctuation_has_no_letters() -> None:
    assert not any(chr(c).isalnum() for c in range(0x2000, 0x2070))


@given(st.lists(st.frozensets(st.integers(0, 200)), min_size=1, max_size=6))
def test_sets_as_bits(sets: list[frozenset[int]]) -> None:
    bags = [sum(1 << x for x in some) for some in sets]
    everything = frozenset().union(*sets)
    assert members(union(bags, range(len(bags)))) == sorted(everything)
    assert span(bags, 0, len(bags)) == union(bags, range(len(bags)))
    first = sets[0]
    share = len(first & sets[-1]) / len(first) if first else 0.0
    assert overlap(bags[0], bags[-1]) == share


def test_a_page_has_its_words_by_unit() -> None:
    units = split_units("\n".join([FERRY[0], *FERRY[1], BRIDGE[0], *BRIDGE[1]]))
    lexicon = read_words(units)
    vocabulary: dict[str, int] = {}
    for k, toks in enumerate(lexicon.tokens):
        numbers = [vocabulary.setdefault(word, len(vocabulary)) for word in toks]
        assert lexicon.token[lexicon.edges[k] : lexicon.edges[k + 1]].tolist() == numbers
        compared = {words.compared(word) for word in toks} - {""}
        assert lexicon.contents[k].bit_count() == len(compared)
        assert len(lexicon.word[lexicon.unit == k]) == len(compared)


def test_names_are_capitalised_words_but_the_first() -> None:
    units = split_units("Yesterday Ann Lee met Bo\nLee and Ann Lee spoke")
    lexicon = read_words(units)
    first, second = lexicon.names
    assert first.bit_count() == second.bit_count() == 2  # Ann, Lee; "Bo" is too short
    assert overlap(first, second) == 1
    assert [some.bit_count() for some in lexicon.fulls] == [2, 1]  # "Yesterday Ann", "Ann Lee"
    assert overlap(lexicon.fulls[1], lexicon.fulls[0]) == 1
    last = members(lexicon.lasts[1])
    assert last == [lexicon.last_of[k] for k in members(lexicon.fulls[1])]


@settings(max_examples=60)
@given(_PAGES)
def test_counts_are_those_of_each_unit(page: str) -> None:
    units = split_units(page)
    lexicon = read_words(units)
    counted = shape._Words(lexicon)
    for name, most in (("furniture", 3), ("short", 400), ("day", 60)):
        bit = 1 << COUNTED.index(name)
        expected = [sum(classes(x) & bit > 0 for x in toks[:most]) for toks in lexicon.tokens]
        assert counted.first(name, most).tolist() == expected
    heads = [unit.text[:30] for unit in units]
    letters, caps, digits, others, *_ = shape._characters(heads)
    assert letters.tolist() == [sum(map(str.isalpha, head)) for head in heads]
    assert caps.tolist() == [sum(map(str.isupper, head)) for head in heads]
    assert digits.tolist() == [sum(map(str.isdigit, head)) for head in heads]
    assert others.tolist() == [len(re.findall(r"[^\w\s]|_", head)) for head in heads]


def test_bits_of_marks_are_in_order() -> None:
    for k, name in enumerate(marks.MARKS):
        assert getattr(marks, f"_{name.upper()}") == 1 << k


@settings(max_examples=200)
@given(_LINES)
def test_no_look_ahead_hides_a_pattern(line: str) -> None:
    unit = split_units(line)[0]
    holds = shape._Words(read_words([unit])).holds([len(unit.text)])[0]
    near = (True, True, True, True)
    assert marks.marks_of(unit.text, holds, near, True) == marks.marks_of(
        unit.text, EVERY, near, True
    )
    bits = marks.marks_of(unit.text, EVERY, near, True)
    for name in ("note", "ask", "legal", "promo", "credit"):
        pattern = getattr(patterns, name.upper())
        found = bool(bits >> marks.MARKS.index(name) & 1)
        assert found == bool(pattern.search(unit.text))
    assert patterns.is_caption(unit.text) == bool(patterns.CAPTION.search(unit.text))


def test_classes_of_words() -> None:
    assert "home" in FURNITURE
    bits = {name: classes("Home") >> COUNTED.index(name) & 1 for name in COUNTED}
    assert [name for name, true in bits.items() if true] == ["long", "capital", "furniture"]


@pytest.mark.parametrize("text", ["Two  Blanks", "A\tTab", "No\u00a0Break", " Edge", "İSTANBUL ﬁ"])
def test_keys_of_units_are_folded(text: str) -> None:
    keys = find_repeats(split_units(f"First line\n{text}\nLast")).keys
    assert keys == ["first line", folded(text), "last"]


def test_runs_that_come_again() -> None:
    told = "the ferry to the island was late again"
    units = split_units(f"{told}\nnothing of that kind stands here\nwhy {told}")
    rows = measure(units, read_words(units), find_repeats(units))
    assert rows[:, COLUMN["told_later"]].tolist() == [1.0, 0.0, 0.0]
    assert rows[:, COLUMN["quotes_page"]].tolist() == pytest.approx([0.0, 0.0, 0.8])


def test_trees_reach_the_leaf_that_their_tests_leave() -> None:
    # Two trees: x > 1 leaves the second leaf; x > 2, then y > 0, leave leaves three and two.
    forest = Forest(
        feature=np.array([0, 0, 1], np.int32), threshold=np.array([1, 2, 0], np.float32),
        test=np.array([[0, 1], [0, 2]]),
        mask=np.array([[0b10, 0b100], [0xFFFF, 0b110]], np.uint16),
        values=np.array([[1, 2, 0, 0], [10, 20, 30, 0]], np.float32), classes=1,
    )  # fmt: skip
    rows = np.array([[0, 0], [1.5, 0], [1.5, 1], [3, 1]] * 50, np.float32)
    assert forest.log_odds(rows)[:, 0].tolist() == [11, 12, 22, 32] * 50


@settings(max_examples=30)
@given(st.integers(1, 12), st.integers(0, 1000))
def test_the_walk_is_the_best_one(n: int, seed: int) -> None:
    scores = np.log(np.random.default_rng(seed).dirichlet(np.ones(len(labels.LABELS)), n))
    best = [(float(x), [k]) for k, x in enumerate(labels._BEGIN + scores[0, labels.LABEL_OF])]
    for k in range(1, n):
        ways = [[before + move for move in labels.MOVES[i]] for i, (before, _) in enumerate(best)]
        came = np.argmax(np.array(ways), axis=0).tolist()
        best = [
            (ways[i][s] + float(scores[k, labels.LABEL_OF[s]]), [*best[i][1], s])
            for s, i in enumerate(came)
        ]
    end = int(np.argmax([score + labels._FINISH[s] for s, (score, _) in enumerate(best)]))
    assert labels.walk(scores) == best[end][1]


def test_bags_of_pieces() -> None:
    units = split_units("\n".join([*FERRY[1], *BRIDGE[1]]))
    lexicon = read_words(units)
    told = Told(lexicon, list(range(len(units))))
    half = len(FERRY[1])
    left, right = told.bags([(0, half)]), told.bags([(half, len(units) - 1)], [len(units) - 1])
    assert left.sum() == span(lexicon.contents, 0, half).bit_count()
    assert right.sum() == span(lexicon.contents, half, len(units)).bit_count()
    assert told.likeness(left, left)[0] == pytest.approx(1)
    assert 0 <= told.likeness(left, right)[0] < 0.5
    assert told.shares([0, half], left, [0, 0]).tolist() == pytest.approx(
        [1, overlap(lexicon.contents[half], span(lexicon.contents, 0, half))]
    )
