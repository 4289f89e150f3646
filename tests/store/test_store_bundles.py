"""What was found in an article is read as it was put in, by the program and by the views."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import make_article, make_page
from rashomon.model import Mention, Moment, Reading, Span, Statement
from rashomon.store import Desk, bundles, migrating_findings, read, write
from rashomon.store.bundles import Bundle

TEXT = "Żółć, said Ada Brim of Hill Post on Monday. " * 4
PAGE = make_page(TEXT)
ARTICLE = make_article(TEXT, page_id=PAGE.id, ranges=((0, len(TEXT)),))
ENDS = st.tuples(*[st.integers(0, len(TEXT))] * 2).map(sorted)
SPANS = ENDS.map(lambda ends: Span(ARTICLE.id, *ends))
WORDS = st.sampled_from(["Ada Brim", "said", "Żółć", "", "Hill Post of the hill"])
MAYBE = st.none() | WORDS


@st.composite
def mentions(draw: st.DrawFn) -> Mention:
    start, end = draw(ENDS)
    words = draw(WORDS | st.just(TEXT[start:end]))
    kind = draw(st.sampled_from(["person", "place", "organisation", "other"]))
    return Mention(ARTICLE.id, start, end, words, kind, draw(WORDS), draw(MAYBE))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    content = tuple(draw(st.lists(SPANS, max_size=3)))
    ends = [(span.start, span.end) for span in content]
    return Statement(
        draw(st.sampled_from(["s1", bundles.statement_id(ARTICLE.id, ends)])), ARTICLE.id,
        draw(MAYBE), draw(st.none() | SPANS), draw(st.none() | SPANS), content,
        draw(st.sampled_from(["direct", "indirect"])), tuple(draw(st.lists(WORDS, max_size=2))),
        tuple(draw(st.lists(SPANS, max_size=2))), draw(st.sampled_from([None, "s1", "elsewhere"])),
        draw(st.booleans()), draw(MAYBE), draw(st.booleans()), draw(st.integers(0, 100)) / 100,
    )  # fmt: skip


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    return Moment(
        ARTICLE.id, draw(st.sampled_from([None, "2031-05-04"])), "day", draw(st.booleans()),
        draw(SPANS), draw(SPANS), "the text",
    )  # fmt: skip


FOUND = st.builds(
    bundles.bundle,
    st.lists(mentions(), max_size=4),
    st.lists(statements(), max_size=3),
    st.lists(moments(), max_size=2),
)


@given(FOUND)
def test_a_record_is_read_as_it_was_put_in(found: Bundle) -> None:
    stored = bundles.packed(found)
    assert bundles.unpacked(ARTICLE.id, stored) == found
    assert migrating_findings.renewed(_before(found)) == stored


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path: Path = tmp_path_factory.mktemp("bundles") / "desk.db"
    with Desk(path, write=True) as opened:
        with opened.transaction() as db:
            write.page(db, PAGE, Reading(PAGE.id, TEXT, (ARTICLE,), ()))
        yield opened


@settings(deadline=None, max_examples=60)
@given(FOUND)
def test_the_views_say_where_things_stand(desk: Desk, found: Bundle) -> None:
    with desk.transaction() as db:
        write.article_findings(db, ARTICLE, found.mentions, found.statements, found.moments)
    ids = [ARTICLE.id]
    rows = desk.db.execute("SELECT * FROM mentions WHERE article_id = ?", ids).fetchall()
    assert [
        Mention(
            r["article_id"], r["start"], r["end"], r["text"], r["type"], r["referent"], r["role"]
        )
        for r in rows
    ] == read.mentions(desk.db, ids)
    rows = desk.db.execute("SELECT * FROM statements ORDER BY number").fetchall()
    for row, said in zip(rows, found.statements, strict=True):
        assert (row["speaker"], row["cue"], row["kind"]) == (said.speaker, said.cue, said.kind)
        assert _ends(row, "speaker") == said.speaker_span
        assert _ends(row, "cue") == said.cue_span
        assert _spans(row["content"]) == said.content
        assert _spans(row["via_spans"]) == said.via_spans
        assert tuple(json.loads(row["via"])) == said.via
        assert (row["denied"], row["speech"]) == (said.denied, said.speech)
        assert (row["confidence"], row["sure"]) == (pytest.approx(said.confidence), said.sure)
        assert (row["words"] or "") == " … ".join(TEXT[s.start : s.end] for s in said.content)
    rows = desk.db.execute("SELECT * FROM moments").fetchall()
    made = [
        (r["date"], r["start"], r["end"], r["expression_start"], r["expression_end"]) for r in rows
    ]
    assert made == [
        (m.date, m.sentence.start, m.sentence.end, m.expression.start, m.expression.end)
        for m in found.moments
    ]  # fmt: skip


def _ends(row: Any, name: str) -> Span | None:
    start, end = row[name + "_start"], row[name + "_end"]
    return None if start is None else Span(ARTICLE.id, start, end)


def _spans(stored: str) -> tuple[Span, ...]:
    return tuple(Span(ARTICLE.id, a, b) for a, b in json.loads(stored))


def _before(found: Bundle) -> bytes:
    """As records stood up to 0021: all places counted from the start of the text."""
    short = {"person": "p", "place": "l", "organisation": "o"}
    places = {s.id: n for n, s in enumerate(found.statements, start=1)}

    def cut(values: list[Any]) -> list[Any]:
        while values and values[-1] in (None, 0, (), []):
            values.pop()
        return values

    def ends(span: Span | None) -> list[int | None]:
        return [None, None] if span is None else [span.start, span.end]

    made = {
        "m": [
            cut([m.start, m.end, short.get(m.type, m.type), m.referent,
                 None if m.text == m.referent else m.text, m.role])
            for m in found.mentions
        ],
        "s": [
            cut([s.speaker, *ends(s.speaker_span), s.cue, *ends(s.cue_span),
                 [ends(c) for c in s.content], s.kind, int(s.speech), int(s.denied), s.via,
                 [ends(c) for c in s.via_spans], places.get(s.within or "", s.within),
                 None if s.id == bundles.statement_id(
                     s.article_id, [(c.start, c.end) for c in s.content]) else s.id,
                 None if s.confidence == 1 else round(100 * s.confidence) + 1])
            for s in found.statements
        ],
        "d": [
            [m.date, m.precision, int(m.planned), *ends(m.sentence), *ends(m.expression), m.basis]
            for m in found.moments
        ],
    }  # fmt: skip
    return json.dumps(made).encode()
