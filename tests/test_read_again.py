"""Verdicts of readers joined with what the program gives now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from benchmarks.read_again import given, table, verdicts

from rashomon.model import Span, Statement

SAID = Statement("s1", "a", "Ada Tomm", None, None, (Span("a", 0, 9),), "direct", confidence=0.88)


def test_verdicts_are_read_by_article_and_statement(tmp_path: Path) -> None:
    head = "seed,commit,number,from,article,statement,verdict,kind of error\n"
    (tmp_path / "statements-1.csv").write_text(head + "7,abc,1,news,a,s1,right,\n")
    (tmp_path / "statements-2.csv").write_text(head + "8,abd,1,news,a,s1,wrong,bounds\n")
    (tmp_path / "differences-1.csv").write_text("kind,verdict\nnumber,true\n")
    assert verdicts(tmp_path) == {("a", "s1"): [True, False]}


def test_the_table_counts_given_and_stated_and_leaves_out_articles_not_at_hand() -> None:
    unsure = replace(SAID, id="s2", confidence=0.4)
    found = {("a", "s1"): [True], ("a", "s2"): [False], ("a", "s3"): [False], ("b", "s9"): [True]}
    lines = [line.split() for line in table(found, {"a": {"s1": SAID, "s2": unsure}}).splitlines()]
    assert ["right", "1", "1", "1"] in lines
    assert ["wrong", "2", "1", "0"] in lines
    assert ["0.30", "to", "0.45", "1", "0.00"] in lines
    assert ["0.85", "to", "0.90", "1", "1.00"] in lines


def test_articles_are_found_by_id_in_what_is_read(tmp_path: Path) -> None:
    page = tmp_path / "one.jsonl"
    page.write_text(
        '{"url": "https://harbourpost.example/ferry", "outlet": "Harbour Post", "title": "Ferry late",'
        ' "published": "2031-05-12", "text": "The ferry was late on Monday, Ada Tomm said."}\n'
    )
    assert list(given([str(page)], {"nothing"})) == []
