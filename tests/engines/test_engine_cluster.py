"""The cluster engine beside the local one: the same ids, families and stories, row by row.

Daft runs here on one machine; over Ray see `test_engine_ray`.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from builders import make_article
from rashomon import copies, from_tables, stories
from rashomon.engines import LocalEngine
from rashomon.errors import RashomonError
from rashomon.interop.export import export
from rashomon.model import Article, Copy, DateHint, Provenance, Span, Statement, Story
from rashomon.pipeline import build
from rashomon.progress import Progress, Step
from rashomon.store import Desk

pytest.importorskip("daft", reason="the extra rashomon[cluster] is not installed")

import daft
import pyarrow.parquet

from rashomon.engines import cluster
from rashomon.engines.cluster import families, maps, settings, windows
from rashomon.engines.cluster.components import components, joined
from rashomon.engines.cluster.records import dump, load

NEWSROOM = Path(__file__).parents[2] / "examples" / "newsroom"
SHARED = ("pages", "articles", "rejected", "copies", "stories", "statements", "less_sure",
          "timeline",
          "names", "contrasts")  # fmt: skip


class Quiet(Progress):
    """Says nothing; keeps the stages that it was told of; stops before one of them."""

    def __init__(self, stop_before: str | None = None) -> None:
        super().__init__()
        self.stop_before = stop_before

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Step]:
        if name == self.stop_before:
            raise KeyboardInterrupt
        with super().stage(name, total) as step:
            yield step

    def say(self, line: str) -> None:
        pass


def table(folder: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for file in sorted((folder / name).glob("*.parquet")):
        rows += pyarrow.parquet.read_table(file).to_pylist()
    return rows


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def in_order(rows: list[dict[str, Any]], columns: list[str]) -> list[str]:
    return sorted(json.dumps({c: row[c] for c in columns}, sort_keys=True) for row in rows)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the local engine makes of the sample newsroom."""
    folder = tmp_path_factory.mktemp("local")
    with Desk(folder / "desk.db", write=True) as desk, LocalEngine() as engine:
        build(desk, [str(NEWSROOM)], engine, Quiet())
        export(desk, folder)
    return folder


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Daft makes of it, stopped once on the way."""
    folder = tmp_path_factory.mktemp("daft")
    with pytest.raises(KeyboardInterrupt):
        cluster.run([str(NEWSROOM)], folder, Quiet(stop_before="grouping stories"))
    assert (folder / ".work" / "reading-pages").is_dir()
    counts = cluster.run([str(NEWSROOM)], folder, Quiet())
    assert counts["articles"] == len(table(folder, "articles")) > 30
    assert not (folder / ".work").exists()
    return folder


@pytest.mark.parametrize("name", SHARED)
def test_daft_gives_the_rows_of_the_local_engine(tables: Path, exported: Path, name: str) -> None:
    local = lines(exported / f"{name}.jsonl")
    assert local
    columns = list(local[0])
    assert in_order(table(tables, name), columns) == in_order(local, columns)


def desk_of(path: Path, *, pages: list[str] | None = None, folder: Path | None = None) -> Progress:
    show = Quiet()
    with Desk(path, write=True) as desk, LocalEngine() as engine:
        if folder is not None:
            from_tables.load(desk, folder, show)
        build(desk, pages or [], engine, show)
        export(desk, path.parent)
    return show


def test_a_desk_made_from_the_tables_is_the_one_made_from_the_pages(
    tables: Path, exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What the cluster has read and found is taken over, and not done again.
    monkeypatch.setattr("rashomon.pipeline.read_page", None)
    monkeypatch.setattr("rashomon.finding.find_in_article", None)
    show = desk_of(tmp_path / "desk.db", folder=tables)
    assert show.pages == len(table(tables, "pages"))
    for name in SHARED:
        made = (tmp_path / f"{name}.jsonl").read_text(encoding="utf-8")
        assert made == (exported / f"{name}.jsonl").read_text(encoding="utf-8"), name


def test_tables_extend_a_desk_that_has_some_of_the_pages(
    tables: Path, exported: Path, tmp_path: Path
) -> None:
    some = [str(path) for path in sorted(NEWSROOM.iterdir())[:5]]
    desk_of(tmp_path / "desk.db", pages=some)
    before = len(lines(tmp_path / "pages.jsonl"))
    show = desk_of(tmp_path / "desk.db", folder=tables)
    assert show.known_pages + len(show.refusals) == before > 0
    for name in ("pages", "articles", "copies"):
        made = (tmp_path / f"{name}.jsonl").read_text(encoding="utf-8")
        assert made == (exported / f"{name}.jsonl").read_text(encoding="utf-8"), name
    homes = [
        sorted(sorted(story["articles"]) for story in lines(folder / "stories.jsonl"))
        for folder in (tmp_path, exported)
    ]
    assert homes[0] == homes[1]


def test_damaged_tables_are_named_and_leave_the_desk_as_it_was(
    tables: Path, tmp_path: Path
) -> None:
    copied = tmp_path / "tables"
    shutil.copytree(tables, copied)
    with Desk(tmp_path / "desk.db", write=True) as desk:
        for file in (copied / "statements").glob("*.parquet"):
            file.write_bytes(file.read_bytes()[:40])
        with pytest.raises(RashomonError, match="statements"):
            from_tables.load(desk, copied, Quiet())
        assert desk.db.execute("SELECT count(*) FROM pages").fetchone()[0] == 0
        shutil.rmtree(copied / "statements")
        with pytest.raises(RashomonError, match="without statements"):
            from_tables.load(desk, copied, Quiet())


def test_a_span_outside_its_text_is_not_taken_over(tables: Path, tmp_path: Path) -> None:
    copied = tmp_path / "tables"
    shutil.copytree(tables, copied)
    (file,) = (f for f in (copied / "mentions").glob("*.parquet") if not f.name.startswith("0-"))
    rows = pyarrow.parquet.read_table(file)
    wrong = [[0, 10**6], *rows.column("span").to_pylist()[1:]]
    column = pyarrow.array(wrong, type=rows.schema.field("span").type)
    rows = rows.set_column(rows.schema.get_field_index("span"), "span", column)
    pyarrow.parquet.write_table(rows, file)
    desk_of(tmp_path / "desk.db", folder=copied)
    with Desk(tmp_path / "desk.db") as desk:
        held = desk.db.execute('SELECT count(*), max("end") FROM mentions').fetchone()
    assert held[0] == len(rows) - 1
    assert held[1] < 10**6


def test_a_whole_step_is_not_made_again(tmp_path: Path) -> None:
    from rashomon.engines.cluster.work import Work

    made: list[str] = []

    def make() -> Any:
        made.append("x")
        return daft.from_pydict({"n": [1, 2]})

    assert Work(tmp_path, "one job").keep("step", make).count_rows() == 2
    assert Work(tmp_path, "one job").keep("step", make).count_rows() == 2
    assert len(made) == 1
    (tmp_path / "step" / "_whole").unlink()  # as after a kill while it was written
    Work(tmp_path, "one job").keep("step", make)
    assert len(made) == 2
    Work(tmp_path, "another job").keep("step", make)
    assert len(made) == 3


def test_no_source_and_sources_without_articles_give_empty_tables(tmp_path: Path) -> None:
    (tmp_path / "bare.html").write_text("<html><body></body></html>", encoding="utf-8")
    show = Quiet()
    paths = [str(tmp_path / "bare.html"), str(tmp_path / "none.html")]
    counts = cluster.run(paths, tmp_path / "to", show)
    assert counts["pages"] == 1
    assert {counts[name] for name in ("articles", "stories", "statements", "contrasts")} == {0}
    assert {source for source, _ in show.refusals} == set(paths)
    assert show.status == 1


def test_records_come_back_as_they_went() -> None:
    article = make_article(
        "A \ud800 sign.", ranges=((0, 3), (4, 9)), hints=(DateHint("age", "P2D", "2 days ago"),),
        provenance=(Provenance("credit", "Wire", "(Wire)"),),
    )  # fmt: skip
    said = Statement(
        "1a", article.id, None, None, Span(article.id, 0, 1), (Span(article.id, 2, 3),), "mixed"
    )
    story = Story("1s", "T", (article.id,), None, None, ("Gale",), 1)
    for record in (article, said, story):
        assert load(type(record), dump(record)) == record


@pytest.mark.parametrize("text", ["", "[]", "{}", "[1,2]", "[" * 100_000, '["a","b","guess"]'])
def test_what_is_no_record_is_an_error(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        load(Copy, text)


def test_components_are_the_same_on_the_driver_and_by_labels() -> None:
    chance = random.Random(7)
    edges = [(f"n{chance.randrange(300):03}", f"n{chance.randrange(300):03}") for _ in range(190)]
    edges += [(f"c{n:03}", f"c{n + 1:03}") for n in range(40)]  # a long chain
    held = daft.from_pydict({"one": [a for a, _ in edges], "other": [b for _, b in edges]})
    expected = joined(edge for edge in edges if edge[0] != edge[1])
    for most in (10**6, 0):
        found = components(held, most).to_pydict()
        assert dict(zip(found["node"], found["component"], strict=True)) == expected


WORDS = [
    f"{a}{b}{c}" for a in ("bal", "cor", "dun", "fel") for b in "aeiou" for c in ("rn", "st", "lk")
]


def sentence(chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(14)).capitalize() + "."


def reprints(count: int) -> list[Article]:
    """Texts with copies, teasers, agency paragraphs, footers and pages that hold another's text."""
    chance = random.Random(11)
    made: list[Article] = []
    footer = " ".join(sentence(chance) for _ in range(2))
    for n in range(count):
        outlet = f"Paper {n % 5}"
        body = [sentence(chance) for _ in range(chance.choice((4, 9, 16)))]
        if made and n % 3 == 0:
            other = chance.choice(made).text.split("\n")
            body = [*other[: chance.choice((2, len(other)))], *body[: chance.choice((0, 2, 9))]]
        text = "\n".join([*body, footer] if outlet == "Paper 1" else body)
        made.append(
            make_article(
                text, id=f"x{n:04}", title=sentence(chance)[:40], outlet=outlet,
                url=f"https://paper{n % 5}.example/{n // 2}" if n % 4 == 0 else None,
                kind="teaser" if n % 13 == 5 else "article",
                published=(date(2031, 3, 1) + timedelta(days=n // 8)).isoformat(),
            )
        )  # fmt: skip
    # Nothing tells these apart but their ids.
    return [
        *made,
        make_article(made[7].text, id="y1", title="T"),
        make_article(made[7].text, id="y2", title="T"),
    ]


def rows_of(articles: list[Article]) -> Any:
    held = {"id": [a.id for a in articles], "record": [dump(a) for a in articles]}
    return daft.from_pydict(held)


def test_families_through_shuffles_are_those_of_the_index() -> None:
    articles = reprints(160)
    held = rows_of(articles)
    found = families.families(maps.sketches(held).collect())
    made = families.lineages(held, found).to_pydict()["record"]
    expected = [dump(row) for row in copies.find(articles)]
    assert len(expected) > 40
    assert {load(Copy, text).relation for text in made} >= {"original", "excerpt"}
    assert sorted(made) == sorted(expected)


def test_stories_across_windows_are_those_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(3)
    articles = []
    for event in range(60):
        cast = [f"{chance.choice(WORDS).title()} {chance.choice(WORDS).title()}" for _ in range(3)]
        core = [sentence(chance) for _ in range(3)]
        day = date(2031, 1, 1) + timedelta(days=3 * event)
        for n in range(4):
            text = " ".join([*core, f"{cast[n % 3]} met {cast[(n + 1) % 3]}.", sentence(chance)])
            articles.append(
                make_article(
                    text, id=f"e{event:02}-{n}", outlet=f"Paper {n}", title=f"{cast[0]} {core[0][:30]}",
                    published=None if n == 3 and event % 20 == 0
                    else (day + timedelta(days=n % 2)).isoformat(),
                )
            )  # fmt: skip
    nothing = daft.from_pydict({"id": ["none"], "family": ["none"], "record": ["none"]})
    nothing = nothing.where(daft.col("id") != "none")
    expected = stories.group(articles, ())
    for items, overlap in ((8_000, 20.0), (40, 8.0)):
        monkeypatch.setattr(settings, "WINDOW_ITEMS", items)
        monkeypatch.setattr(settings, "OVERLAP_DAYS", overlap)
        found = windows.grouped(rows_of(articles), nothing).to_pydict()
        made = [load(Story, text) for text in found["record"]]
        assert sorted(i for story in made for i in story.article_ids) == sorted(
            a.id for a in articles
        )
        if items == 8_000:
            assert sorted(map(dump, made)) == sorted(map(dump, expected))
        assert b_cubed(made, expected) >= 0.99


def b_cubed(one: list[Story], other: Any) -> float:
    homes = [{i: set(s.article_ids) for s in held for i in s.article_ids} for held in (one, other)]
    both = [len(homes[0][i] & homes[1][i]) for i in homes[0]]
    precision = sum(n / len(homes[0][i]) for n, i in zip(both, homes[0], strict=True)) / len(both)
    recall = sum(n / len(homes[1][i]) for n, i in zip(both, homes[0], strict=True)) / len(both)
    return 2 * precision * recall / (precision + recall)
