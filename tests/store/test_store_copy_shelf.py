"""The index of fingerprints on the desk says what the one in memory says, in whatever parts."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rashomon import copies
from rashomon.model import Article, Page
from rashomon.store import Desk, write
from rashomon.store.copy_shelf import DeskShelf

SYLLABLES = "ba ko ri tu mel san dor fip gla hus jem nok".split()
OUTLETS = ("Quay Post", "Tarn Herald", "Vale Courier", None)


def sentences(chance: random.Random, count: int) -> list[str]:
    made = []
    for _ in range(count):
        words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(12)]
        made.append(" ".join(words).capitalize() + ".")
    return made


def articles_of(seed: int) -> list[Article]:
    """Articles, some made from others, with a footer for each outlet."""
    chance = random.Random(seed)
    footers = {outlet: sentences(chance, 2) for outlet in OUTLETS}
    texts: list[list[str]] = []
    made = []
    for n in range(24):
        lines = sentences(chance, chance.randint(2, 14))
        if texts and chance.random() < 0.5:
            old = chance.choice(texts)
            lines = chance.choice(
                (old[:], old[: 1 + len(old) // 2], [*lines[:3], *old], old[:3] + old[4:])
            )
        texts.append(lines)
        outlet = chance.choice(OUTLETS)
        text = " ".join(lines + footers[outlet] * chance.randint(0, 1))
        made.append(
            Article(
                f"a{n:02}", "p", "article", lines[0][:40], None, None, outlet,
                f"https://example.org/{n // 2}" if chance.random() < 0.4 else None,
                f"2031-05-{1 + n:02}", None, "und", text, None, place=n,
            )
        )  # fmt: skip
    return made


def put(db: sqlite3.Connection, articles: list[Article]) -> None:
    page = Page("p", "here", "text/plain", None, "")
    write.put_page(db, page, "")
    for article in articles:
        write.put_article(db, article, "")


@given(st.integers(0, 10**6), st.integers(1, 24))
@example(23, 1)  # two of one length, which is the smaller hangs on their bits
@settings(max_examples=25, deadline=None)
def test_the_desk_folds_as_memory_does(tmp_path_factory, seed: int, size: int) -> None:  # type: ignore[no-untyped-def]
    articles = articles_of(seed)
    whole = copies.CopyIndex()
    whole.extend(copies.sketch(one) for one in articles)
    folder: Path = tmp_path_factory.mktemp("shelf")
    order = articles[:]
    random.Random(seed + 1).shuffle(order)
    with Desk(folder / "desk.db", write=True) as desk:
        with desk.transaction() as db:
            put(db, articles)
        for start in range(0, len(order), size):
            # Another program goes on where the last one was.
            with desk.transaction() as db:
                index = copies.CopyIndex(DeskShelf(db))
                index.extend(copies.sketch(one) for one in order[start : start + size])
        index = copies.CopyIndex(DeskShelf(desk.db))
        assert len(index) == len(articles)
        assert index.families() == whole.families()
        for family in whole.families():
            assert index.family_of(family[0]) == family
        assert len(index.edges()) == len(whole.edges())
