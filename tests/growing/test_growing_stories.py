"""A desk that grows in parts is the desk of one build; what is far from the new stays as it was."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.growth_text import Newsroom

from rashomon import copies, stories
from rashomon.growing import dates, families, settings
from rashomon.growing import stories as grouping
from rashomon.model import Article, Page
from rashomon.progress import Progress
from rashomon.store import Desk, todo, write

COUNT, RATE = 300, 12


def news(count: int = COUNT, seed: int = 3) -> list[Article]:
    made = []
    for n, record in enumerate(Newsroom(RATE, 90, seed).articles(count)):
        made.append(
            Article(
                f"a{n:04}", f"p{n:04}", "article", record["title"], None, None, record["outlet"],
                record["url"], record["published"], "stated", "und", record["text"], None,
            )
        )  # fmt: skip
    return made


def put(db: sqlite3.Connection, articles: Sequence[Article]) -> None:
    for a in articles:
        page = Page(a.page_id, a.page_id, "text/plain", None, "")
        write.put_page(db, page, "")
        write.put_article(db, a, "")
    todo.add(db, "copies", [a.id for a in articles])


def grow(desk: Desk, articles: Sequence[Article]) -> None:
    with desk.transaction() as db:
        put(db, articles)
    with Progress().stage("growing") as step:
        families.fold(desk, step)
        dates.complete(desk)
        grouping.group(desk, step)


def homes(desk: Desk) -> dict[str, str]:
    return dict(
        tuple(r) for r in desk.db.execute("SELECT article_id, story_id FROM story_articles")
    )


def folded(desk: Desk) -> set[tuple[object, ...]]:
    return {tuple(row) for row in desk.db.execute("SELECT * FROM copies")}


def shown(desk: Desk) -> list[tuple[object, ...]]:
    tables = ("stories", "story_articles", "story_related", "copies", "story_items")
    return [
        tuple(r) for t in tables for r in desk.db.execute(f"SELECT * FROM {t} ORDER BY 1, 2, 3")
    ]


def b_cubed(one: dict[str, str], two: dict[str, str]) -> float:
    both = Counter((one[i], two[i]) for i in one)
    a, b = Counter(one.values()), Counter(two.values())
    precision = sum(n * n / b[y] for (_, y), n in both.items()) / len(one)
    recall = sum(n * n / a[x] for (x, _), n in both.items()) / len(one)
    return 2 * precision * recall / (precision + recall)


@pytest.fixture(scope="module")
def whole(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[dict[str, str], set[tuple[object, ...]]]:
    with Desk(tmp_path_factory.mktemp("whole") / "desk.db", write=True) as desk:
        grow(desk, news())
        return homes(desk), folded(desk)


def test_one_build_gives_what_the_stages_give(
    whole: tuple[dict[str, str], set[tuple[object, ...]]],
) -> None:
    found = copies.find(news())
    assert {row[0] for row in whole[1]} == {copy.article_id for copy in found}
    told = {i: story.id for story in stories.group(news(), found) for i in story.article_ids}
    assert whole[0] == told


@pytest.mark.parametrize("size", [20, 180])
@pytest.mark.parametrize("by_date", [True, False])
def test_parts_give_the_same_families_and_like_stories(
    whole: tuple[dict[str, str], set[tuple[object, ...]]], tmp_path: Path, size: int, by_date: bool
) -> None:
    articles = news()
    if not by_date:
        random.Random(size).shuffle(articles)
    with Desk(tmp_path / "desk.db", write=True) as desk:
        for start in range(0, len(articles), size):
            grow(desk, articles[start : start + size])
        assert folded(desk) == whole[1]
        assert homes(desk).keys() == whole[0].keys()
        assert b_cubed(whole[0], homes(desk)) >= 0.99
        assert not any(todo.count(desk.db, stage) for stage in ("copies", "dates", "stories"))


def test_the_order_within_a_build_does_not_matter(
    whole: tuple[dict[str, str], set[tuple[object, ...]]], tmp_path: Path
) -> None:
    articles = news()
    random.Random(5).shuffle(articles)
    with Desk(tmp_path / "desk.db", write=True) as desk:
        grow(desk, articles)
        assert (homes(desk), folded(desk)) == whole


def test_batches_of_one_build_give_like_stories(
    whole: tuple[dict[str, str], set[tuple[object, ...]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings, "BATCH", 90)
    monkeypatch.setattr(settings, "LEAST_AROUND", 120)
    with Desk(tmp_path / "desk.db", write=True) as desk:
        grow(desk, news())
        assert folded(desk) == whole[1]
        assert b_cubed(whole[0], homes(desk)) >= 0.99


def test_what_is_far_in_time_stays_as_it_was(tmp_path: Path) -> None:
    with Desk(tmp_path / "desk.db", write=True) as desk:
        grow(desk, news())
        before = shown(desk)
        with desk.transaction() as db:
            db.execute("DELETE FROM todo")
        late = replace(
            news(40, seed=9)[-1], id="late", page_id="late", published="2032-06-01T10:00Z"
        )
        grow(desk, [late])
        mine = homes(desk)["late"]
        assert mine not in {row[0] for row in before}
        assert set(before) <= set(shown(desk))
        assert todo.of(desk.db, "story") == [mine]


def test_an_article_of_long_ago_finds_its_story(tmp_path: Path) -> None:
    """Its days are no more kept, and are made again from the texts."""
    articles = news()
    story = Counter(homes_of(articles).values()).most_common(1)[0][0]
    lost = next(i for i, home in homes_of(articles).items() if home == story)
    with Desk(tmp_path / "desk.db", write=True) as desk:
        grow(desk, [a for a in articles if a.id != lost])
        with desk.transaction() as db:
            db.execute("DELETE FROM story_days")
        grow(desk, [a for a in articles if a.id == lost])
        home = homes(desk)
        assert sum(home[i] == home[lost] for i, s in homes_of(articles).items() if s == story) > 1


def homes_of(articles: Sequence[Article]) -> dict[str, str]:
    found = stories.group(articles, copies.find(articles))
    return {i: story.id for story in found for i in story.article_ids}


def test_lineage_takes_over_what_it_gave(tmp_path: Path) -> None:
    articles = {a.id: a for a in news(400, seed=4)}
    groups: dict[str, list[str]] = {}
    for copy in copies.find(articles.values()):
        groups.setdefault(copy.family_id, []).append(copy.article_id)
    for members in groups.values():
        family = [articles[i] for i in members]
        for count in range(1, len(family)):
            before = copies.lineage(family[:count])
            assert copies.lineage(family, before) == copies.lineage(family)
