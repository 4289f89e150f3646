"""Families hang on the set of articles alone; fingerprints on the text alone."""

from __future__ import annotations

import random
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import copies
from rashomon.copies.dates import surely_before, when
from rashomon.copies.fingerprints import unpack
from rashomon.copies.words import words
from rashomon.model import Article

STOCK = [f"word{n}" for n in range(400)]
OUTLETS = ("The Vale", "Harrow Post", "Kestrel News", None)


def article(name: str, text: str, outlet: str | None, day: int | None, title: str) -> Article:
    return Article(
        id=name, page_id=name, kind="article", title=title, standfirst=None, byline=None,
        outlet=outlet, url=None, published=None if day is None else f"2031-05-{day:02}",
        published_basis=None, language="en", text=text, ranges=None,
    )  # fmt: skip


def desk(seed: int) -> list[Article]:
    """Originals with footers by outlet, and cuts, mixtures and repeats of them."""
    chance = random.Random(seed)
    originals = [" ".join(chance.choices(STOCK, k=chance.randint(20, 200))) for _ in range(8)]
    footers = [" ".join(chance.choices(STOCK, k=chance.randint(12, 40))) for _ in OUTLETS]
    found = []
    for number in range(chance.randint(2, 34)):
        text = chance.choice(originals).split()
        match chance.randrange(6):
            case 0:
                text = text[: len(text) // 2]
            case 1:
                text = [w for w in text if chance.random() > 0.1]
            case 2:
                text = chance.choices(STOCK, k=60) + text
            case 3:
                text = chance.choice(originals).split() + text
            case 4:
                text = chance.choices(STOCK, k=chance.randint(0, 90))
        place = chance.randrange(len(OUTLETS))
        if chance.random() < 0.7:
            text = [*text, *footers[place].split()]
        day = chance.choice([None, *range(1, 9)])
        found.append(
            article(
                f"a{number}", " ".join(text), OUTLETS[place], day, chance.choice(["T one", "T two"])
            )
        )
    return found


@given(st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_the_order_of_arrival_does_not_matter(seed: int) -> None:
    articles = desk(seed)
    shuffled = articles[:]
    random.Random(seed + 1).shuffle(shuffled)
    assert copies.find(articles) == copies.find(shuffled)


@given(st.integers(0, 10**6), st.integers(1, 9))
@settings(max_examples=60, deadline=None)
def test_in_parts_as_at_once(seed: int, size: int) -> None:
    sketches = [copies.sketch(one) for one in desk(seed)]
    whole, parts = copies.CopyIndex(), copies.CopyIndex()
    whole.extend(sketches)
    random.Random(seed + 2).shuffle(sketches)
    for start in range(0, len(sketches), size):
        parts.extend(sketches[start : start + size])
    assert parts.families() == whole.families()
    assert parts.edges() == whole.edges()
    for family in whole.families():
        assert all(parts.family_of(member) == family for member in family)


@given(st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_reading_again_changes_nothing(seed: int) -> None:
    articles = desk(seed)
    assert copies.find([*articles, *articles]) == copies.find(articles)
    index = copies.CopyIndex()
    index.extend(copies.sketch(one) for one in articles)
    families = index.families()
    assert index.extend(copies.sketch(one) for one in articles) == ()
    assert index.families() == families


@given(st.integers(0, 10**6), st.integers(1, 9))
@settings(max_examples=30, deadline=None)
def test_extend_names_all_that_changed(seed: int, size: int) -> None:
    sketches = [copies.sketch(one) for one in desk(seed)]
    index = copies.CopyIndex()
    for start in range(0, len(sketches), size):
        before = {name: index.family_of(name) for name in list(_names(index, sketches))}
        changed = set(index.extend(sketches[start : start + size]))
        for name, family in before.items():
            if index.family_of(name) != family:
                assert changed & (set(family) | set(index.family_of(name)))


def _names(index: copies.CopyIndex, sketches: list[copies.Sketch]) -> list[str]:
    return [one.article_id for one in sketches if one.article_id in index]


@given(st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_a_family_is_a_tree_with_one_head(seed: int) -> None:
    found = copies.find(desk(seed))
    by_id = {copy.article_id: copy for copy in found}
    assert len(by_id) == len(found)
    dated = {one.id: when(one.published) for one in desk(seed)}
    for copy in found:
        head = by_id[copy.family_id]
        assert head.parent_id is None
        assert (copy.parent_id is None) == (copy is head) == (copy.relation == "original")
        assert 0.0 <= copy.shared <= 1.0
        assert copy.evidence
        seen = {copy.article_id}
        while copy.parent_id is not None:
            assert not surely_before(dated[copy.article_id], dated[copy.parent_id])
            copy = by_id[copy.parent_id]
            assert copy.article_id not in seen
            seen.add(copy.article_id)
        assert copy is head


@given(st.text(max_size=400), st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text(text: str, title: str) -> None:
    found = words(text)
    assert (found.starts < found.ends).all()
    assert (found.starts[1:] >= found.ends[:-1]).all()
    one = article("a", text, None, None, title)
    assert copies.fingerprint(one) == copies.fingerprint(one)
    copies.find([one, article("b", text * 3, None, 3, title), article("c", text, "O", 4, title)])


def test_case_accents_and_apostrophes_do_not_matter() -> None:
    plain, fancy = words("Don't stop the cafe ecole"), words("DON’T STOP  the café, E\u0301cole!")
    assert plain.numbers.tolist() == fancy.numbers.tolist()


def test_unspaced_scripts_are_read_by_sign() -> None:
    assert len(words("北京的会议").numbers) == 5
    assert len(words("встреча в Москве").numbers) == 3
    assert len(words("ประเทศไทย").numbers) > 1


def test_any_long_shared_stretch_gives_a_shared_fingerprint() -> None:
    chance = random.Random(4)
    for _ in range(50):
        shared = chance.choices(STOCK, k=12)
        one = [*chance.choices(STOCK, k=50), *shared, *chance.choices(STOCK, k=30)]
        two = [*chance.choices(STOCK, k=20), *shared, *chance.choices(STOCK, k=70)]
        prints = [
            set(unpack(copies.fingerprint(article("x", " ".join(text), None, None, ""))).tolist())
            for text in (one, two)
        ]
        assert prints[0] & prints[1]


def test_fingerprints_are_the_same_in_every_process() -> None:
    program = (
        "from rashomon.copies.words import words\n"
        "from rashomon.copies.fingerprints import of_words\n"
        "text = 'A ferry ran aground on Tuesday near the northern harbour, officials say. 北京'\n"
        "print(of_words(words(text)).tolist())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, check=True,
            capture_output=True, text=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(printed) == 1


def test_dates_of_varying_precision() -> None:
    assert not surely_before(when("2025-08"), when("2025-08-07T14:05Z"))
    assert surely_before(when("2025-07"), when("2025-08-07T14:05Z"))
    assert surely_before(when("2025-08-07T14:05+03:00"), when("2025-08-07T12:00Z"))
    assert not surely_before(when("2025-08-07"), when("2025-08-07T23:59Z"))
    assert not surely_before(None, when("2025"))
    assert when("2025-13-40") is None
    assert when("last week") is None
    assert when("0001-01-01T00:00+23:00") is None
    assert when("9999") is None or when("9999")


def test_large_families_take_the_nearest_parents() -> None:
    chance = random.Random(9)
    base = chance.choices(STOCK, k=300)
    articles = []
    for number in range(40):
        base = base[:]
        base[chance.randrange(len(base))] = f"edit{number}"
        articles.append(article(f"v{number:02}", " ".join(base), f"O{number}", None, "T"))
        articles[-1] = article(
            articles[-1].id,
            articles[-1].text,
            f"O{number}",
            number % 28 + 1 if number < 28 else 28,
            "T",
        )
    found = {copy.article_id: copy for copy in copies.find(articles)}
    assert len(found) == 40
    assert all(found[f"v{n:02}"].parent_id == f"v{n - 1:02}" for n in range(1, 28))
