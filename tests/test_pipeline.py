"""The main job over the sample newsroom: order, parts, stops, and every span."""

from __future__ import annotations

import gzip
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from rashomon import contrasts
from rashomon.engines import LocalEngine
from rashomon.interop.export import TABLES, export
from rashomon.model import Material
from rashomon.pipeline import build
from rashomon.progress import Progress
from rashomon.store import Desk

ROOT = Path(__file__).resolve().parents[1]
NEWSROOM = ROOT / "examples" / "newsroom"
SEEDS = ROOT.parent / "shared" / "seeds"
KILLS = 20


def build_desk(desk: Path, *parts: Iterable[Path]) -> Progress:
    """A desk of the given files, one build a part."""
    for part in parts:
        show = Progress()
        with Desk(desk, write=True) as opened, LocalEngine() as engine:
            build(opened, [str(path) for path in part], engine, show)
    return show


def exported(desk: Path, folder: Path) -> dict[str, bytes]:
    with Desk(desk) as opened:
        export(opened, folder)
    return {name: (folder / f"{name}.jsonl").read_bytes() for name in TABLES}


def rows(tables: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in tables[name].decode().splitlines()]


def pages() -> list[Path]:
    return sorted(NEWSROOM.iterdir())


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("newsroom")
    build_desk(folder / "desk.db", pages())
    return exported(folder / "desk.db", folder / "out")


def b_cubed(one: dict[str, str], two: dict[str, str]) -> float:
    """B-cubed F1 between two groupings of the same items (Bagga & Baldwin 1998)."""
    both = Counter((one[i], two[i]) for i in one)
    a, b = Counter(one.values()), Counter(two.values())
    precision = sum(n * n / b[y] for (_, y), n in both.items()) / len(one)
    recall = sum(n * n / a[x] for (x, _), n in both.items()) / len(one)
    return 2 * precision * recall / (precision + recall)


def test_the_main_job_finds_what_stands_on_the_pages(newsroom: dict[str, bytes]) -> None:
    articles = {a["id"]: a for a in rows(newsroom, "articles")}
    statements = rows(newsroom, "statements")
    said = [
        (s["speaker"], " ".join(articles[s["article"]]["text"][a:b] for a, b in s["content"]))
        for s in statements
    ]
    assert any(
        speaker == "Yelka Marun" and words.startswith("At the request of Lindmar")
        for speaker, words in said
    )
    assert any(
        speaker == "Stefan Brask" and "largely came from Kessary" in words
        for speaker, words in said
    )
    assert {c["relation"] for c in rows(newsroom, "copies")} >= {"original", "identical", "teaser"}
    largest = max(rows(newsroom, "stories"), key=lambda s: s["tellings"])
    assert largest["tellings"] >= 4
    assert rows(newsroom, "contrasts")


def test_every_span_slices_to_words_of_its_article(newsroom: dict[str, bytes]) -> None:
    check_spans(newsroom)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seed pages are not here")
def test_every_span_of_the_seeds_slices_to_words_of_its_article(tmp_path: Path) -> None:
    build_desk(tmp_path / "desk.db", [SEEDS])
    check_spans(exported(tmp_path / "desk.db", tmp_path / "out"))


def check_spans(tables: dict[str, bytes]) -> None:
    articles = {a["id"]: a for a in rows(tables, "articles")}
    spans: list[tuple[str, str, list[int]]] = []
    for s in rows(tables, "statements"):
        spans += [(s["article"], "text", span) for span in s["content"] + s["via_spans"]]
        spans += [(s["article"], "text", s[k]) for k in ("speaker_span", "cue_span") if s[k]]
    for t in rows(tables, "timeline"):
        spans += [(t["article"], "text", t["span"]), (t["article"], "text", t["expression_span"])]
        assert t["span"][0] <= t["expression_span"][0] <= t["expression_span"][1] <= t["span"][1]
    for c in rows(tables, "contrasts"):
        spans += [(x["article"], x["field"], x["span"]) for x in c["tellings"]]
        assert all(x["span"][1] - x["span"][0] <= 600 for x in c["tellings"])
    assert len(spans) > 50
    for article_id, field, (start, end) in spans:
        words = articles[article_id][field]
        assert 0 <= start < end <= len(words)
        assert words[start:end].strip(), (article_id, start, end)


def test_ranges_of_flattened_pages_give_the_text(
    newsroom: dict[str, bytes], tmp_path: Path
) -> None:
    origins = {p["id"]: Path(p["origin"]) for p in rows(newsroom, "pages")}
    flat = [a for a in rows(newsroom, "articles") if a["ranges"] is not None]
    flat = [a for a in flat if origins[a["page"]].suffix == ".txt"]
    assert len(flat) > 10
    for article in flat:
        page = origins[article["page"]].read_text(encoding="utf-8")
        assert "\n\n".join(page[a:b] for a, b in article["ranges"]) == article["text"]


def test_the_same_bytes_give_the_same_export_twice_and_in_another_order(
    newsroom: dict[str, bytes], tmp_path: Path
) -> None:
    shuffled = pages()
    random.Random(5).shuffle(shuffled)
    build_desk(tmp_path / "other.db", shuffled)
    assert exported(tmp_path / "other.db", tmp_path / "other") == newsroom
    build_desk(tmp_path / "other.db", pages())
    assert exported(tmp_path / "other.db", tmp_path / "again") == newsroom


def test_parts_give_the_same_articles_and_families_and_like_stories(
    newsroom: dict[str, bytes], tmp_path: Path
) -> None:
    build_desk(tmp_path / "parts.db", pages()[::2], pages()[1::2])
    parts = exported(tmp_path / "parts.db", tmp_path / "parts")
    for name in ("pages", "articles", "rejected", "copies"):
        assert parts[name] == newsroom[name]

    def homes(tables: dict[str, bytes]) -> dict[str, str]:
        return {i: s["id"] for s in rows(tables, "stories") for i in s["articles"]}

    assert b_cubed(homes(newsroom), homes(parts)) >= 0.99


def test_a_page_keeps_its_id_when_its_file_is_moved(
    newsroom: dict[str, bytes], tmp_path: Path
) -> None:
    for n, path in enumerate(pages()):
        shutil.copy(path, tmp_path / f"{n}.page")
    build_desk(tmp_path / "desk.db", sorted(tmp_path.glob("*.page")))
    moved = exported(tmp_path / "desk.db", tmp_path / "out")
    assert moved["articles"] == newsroom["articles"]


def test_pages_that_an_older_version_read_are_read_again(
    newsroom: dict[str, bytes], tmp_path: Path
) -> None:
    build_desk(tmp_path / "desk.db", pages())
    db = sqlite3.connect(tmp_path / "desk.db")
    db.execute("UPDATE done SET input = 'older' WHERE stage = 'reading'")
    db.commit()
    db.close()
    show = build_desk(tmp_path / "desk.db", pages())
    assert (show.pages, len(show.refusals)) == (0, 1)
    assert exported(tmp_path / "desk.db", tmp_path / "out") == newsroom


def test_records_with_one_id_give_the_same_desk_in_parts_and_at_once(tmp_path: Path) -> None:
    texts = (
        "“The pier is safe,” harbour master Ada Tomm said on Monday in Heronsund.",
        "“We sail at nine,” captain Olaf Brenn told reporters in Port Elsa on Tuesday.",
    )
    parts = []
    for n, text in enumerate(texts):
        parts.append(tmp_path / f"{n}.jsonl")
        parts[-1].write_text(json.dumps({"id": "x", "text": text, "published": "2031-05-12"}))
    made = []
    for n, order in enumerate([[parts], [[parts[0]], [parts[1]]], [[parts[1]], [parts[0]]]]):
        build_desk(tmp_path / f"{n}.db", *order)
        tables = exported(tmp_path / f"{n}.db", tmp_path / str(n))
        found = [
            row for name in ("articles", "statements", "timeline") for row in rows(tables, name)
        ]
        # A story keeps the id that it first had: that alone hangs on what came first.
        made.append([{**row, "story": None} for row in found])
        assert len(rows(tables, "stories")) == 2
        assert all(story["articles"] for story in rows(tables, "stories"))
    assert made[0] == made[1] == made[2]


def test_the_same_bytes_twice_in_one_build_are_one_page(tmp_path: Path) -> None:
    page = NEWSROOM / "16-glassworks-orrin-gazette.html"
    (tmp_path / "b.html").write_bytes(page.read_bytes())
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page.read_bytes()))
    origins = set()
    for n, order in enumerate([("b.html", "a.html.gz"), ("a.html.gz", "b.html")]):
        show = build_desk(tmp_path / f"{n}.db", [tmp_path / name for name in order])
        assert (show.pages, show.known_pages, show.status) == (1, 1, 0)
        tables = exported(tmp_path / f"{n}.db", tmp_path / str(n))
        origins |= {row["origin"] for row in rows(tables, "pages")}
    assert origins == {str(tmp_path / "a.html.gz")}


def test_a_page_that_failed_is_read_again(
    newsroom: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_page: object) -> None:
        raise OSError("no such model")

    monkeypatch.setattr("rashomon.reading.read", fail)
    assert build_desk(tmp_path / "desk.db", pages()).status == 1
    monkeypatch.undo()
    assert build_desk(tmp_path / "desk.db", pages()).status == 3  # the stray page
    assert exported(tmp_path / "desk.db", tmp_path / "out") == newsroom


def test_a_story_that_failed_is_named_and_told_by_the_next_build(
    newsroom: dict[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    find = contrasts.find

    def fail(material: Material) -> object:
        if len(material.story.article_ids) > 5:
            raise ValueError("no such tale")
        return find(material)

    monkeypatch.setattr("rashomon.contrasts.find", fail)
    assert build_desk(tmp_path / "desk.db", pages()).status == 3
    said = capsys.readouterr().err
    assert "rashomon: story " in said
    assert "ValueError: no such tale" in said
    monkeypatch.undo()
    assert build_desk(tmp_path / "desk.db", pages()).status == 3
    assert exported(tmp_path / "desk.db", tmp_path / "out") == newsroom


def test_a_build_that_is_killed_goes_on_where_it_was(
    newsroom: dict[str, bytes], tmp_path: Path
) -> None:
    """SIGKILL at random moments, one build after the other on the same desk, then one left alone."""
    desk = tmp_path / "desk.db"
    command = [sys.executable, "-m", "rashomon", "build", str(NEWSROOM), "--desk", str(desk)]
    started = time.monotonic()
    subprocess.run([*command[:-1], str(tmp_path / "alone.db")], check=False, capture_output=True)
    whole = time.monotonic() - started
    moments = random.Random(11)
    for _ in range(KILLS):
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(moments.uniform(0.1, whole))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if moments.random() < 0.5:  # half of the kills hit a desk that is new
            for suffix in ("", "-wal", "-shm"):
                desk.with_name(desk.name + suffix).unlink(missing_ok=True)
    assert subprocess.run(command, check=False, capture_output=True).returncode == 3
    assert exported(desk, tmp_path / "out") == newsroom
