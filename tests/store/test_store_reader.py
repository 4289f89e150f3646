"""The reader's own layer: kept through rebuilds, found again, and new things told from old."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_article, make_page, make_story
from rashomon.interop.annotations import from_annotations, to_annotations
from rashomon.model import Article, Copy, Reading, Span, Story
from rashomon.store import Desk, anchors, read, reader, write

NOW = "2031-05-04T10:00:00.000Z"
TEXT = (
    "The mill burned on Friday. Nobody was hurt, said the miller.\n\nThe mill stood for 300 years."
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "d.db", write=True) as opened:
        yield opened


def put(desk: Desk, body: str, text: str = TEXT, **fields: object) -> Article:
    """An article on a page of its own."""
    page = make_page(body, origin=body)
    article = make_article(text, page_id=page.id, **fields)
    article = replace(article, id=f"{page.id}-{len(text)}")
    with desk.transaction() as db:
        write.page(db, page, Reading(page.id, body, (article,), ()))
    return article


def drop(desk: Desk, article: Article) -> None:
    with desk.transaction() as db:
        db.execute("DELETE FROM articles WHERE id = ?", (article.id,))


def note_on(desk: Desk, article: Article, words: str, body: str = "look") -> reader.Note:
    at = article.text.index(words)
    made = reader.note(article, Span(article.id, at, at + len(words)), body, NOW)
    with desk.transaction() as db:
        reader.add_note(db, made)
    return made


def settle(desk: Desk) -> tuple[int, int]:
    with desk.transaction() as db:
        return anchors.settle(db)


def test_marks_are_made_and_taken_back(desk: Desk) -> None:
    article = put(desk, "one")
    with desk.transaction() as db:
        reader.mark(db, "saved", [article], 1, NOW)
        reader.mark(db, "useful", [article], 1, NOW)
        reader.mark(db, "useful", [article], -1, NOW)
        reader.mark_story(db, "saved", "s1", "A story", 1, NOW)
    assert reader.marks_of(desk.db, "article", [article.id, "none"]) == {
        article.id: {"saved": 1, "useful": -1}
    }
    assert [m.what for m in reader.all_marks(desk.db, "saved")] == ["article", "story"]
    with desk.transaction() as db:
        reader.mark(db, "saved", [article], 0, NOW)
        reader.mark_story(db, "saved", "s1", "", 0, NOW)
    assert reader.all_marks(desk.db, "saved") == []


def test_the_same_text_under_another_id_keeps_what_was_kept(desk: Desk) -> None:
    """A newer version reads the page anew, or the page is taken again: ids change."""
    article = put(desk, "one", title="Mill burns")
    made = note_on(desk, article, "300 years")
    with desk.transaction() as db:
        reader.mark(db, "saved", [article], 1, NOW)
        reader.mark(db, "read", [article], 1, NOW)
    drop(desk, article)
    assert settle(desk) == (0, 3)
    assert reader.notes(desk.db)[0] == made
    again = put(desk, "another page", title="Mill burns")
    assert settle(desk) == (3, 0)
    (note,) = reader.notes(desk.db, again.id)
    assert (note.start, note.end, note.body) == (made.start, made.end, "look")
    assert reader.marks_of(desk.db, "article", [again.id]) == {again.id: {"saved": 1, "read": 1}}
    assert settle(desk) == (0, 0)


def test_words_that_moved_in_a_changed_text_are_found_by_their_neighbours(desk: Desk) -> None:
    article = put(desk, "one", url="https://mill.example/1")
    first = note_on(desk, article, "The mill", "the first mill")
    second_at = article.text.rindex("The mill")
    with desk.transaction() as db:
        span = Span(article.id, second_at, second_at + 8)
        second = reader.note(article, span, "the second mill", NOW)
        reader.add_note(db, second)
    drop(desk, article)
    changed = "Updated at noon.\n\n" + TEXT.replace("Nobody", "No one at all")
    again = put(desk, "two", changed, url="https://mill.example/1")
    assert settle(desk) == (2, 0)
    found = {n.body: n for n in reader.notes(desk.db, again.id)}
    assert found["the first mill"].start == changed.index("The mill")
    assert found["the second mill"].start == changed.rindex("The mill")
    assert first.id in {n.id for n in found.values()}


def test_words_are_found_over_the_desk_only_where_they_are_long_and_alone(desk: Desk) -> None:
    article = put(desk, "one", title="A")
    note_on(desk, article, "Nobody was hurt, said the miller", "long")
    note_on(desk, article, "300 years", "short")
    drop(desk, article)
    other = put(
        desk, "two", "Late news. Nobody was hurt,\nsaid the miller. Over 300 years.", title="B"
    )
    assert settle(desk) == (1, 1)
    assert [n.body for n in reader.notes(desk.db, other.id)] == ["long"]


def test_a_rebuild_of_stories_leads_marks_on(desk: Desk) -> None:
    with desk.transaction() as db:
        reader.mark_story(db, "saved", "old", "Mill", 1, NOW)
        db.execute("INSERT INTO story_moved VALUES ('old', 'new')")
    assert settle(desk) == (1, 0)
    assert list(reader.marks_of(desk.db, "story", ["old", "new"])) == ["new"]


def test_outlets_are_hidden_and_shown(desk: Desk) -> None:
    with desk.transaction() as db:
        reader.hide(db, "Zeta Post", True, NOW)
        reader.hide(db, "Alpha Post", True, NOW)
        reader.hide(db, "Zeta Post", True, NOW)
    assert reader.hidden(desk.db) == ("Alpha Post", "Zeta Post")
    with desk.transaction() as db:
        reader.hide(db, "Alpha Post", False, NOW)
    assert reader.hidden(desk.db) == ("Zeta Post",)


def test_a_visit_ends_after_half_an_hour(desk: Desk) -> None:
    day = "2031-05-04T"
    with desk.transaction() as db:
        assert reader.last_look(db, f"{day}09:00:00.000Z") is None
        reader.visit(db, f"{day}09:00:00.000Z")
        assert reader.last_look(db, f"{day}09:10:00.000Z") is None
        reader.visit(db, f"{day}09:20:00.000Z")
        assert reader.last_look(db, f"{day}10:00:00.000Z") == f"{day}09:20:00.000Z"
        reader.visit(db, f"{day}10:00:00.000Z")
        # The visit under way is not the last look.
        assert reader.last_look(db, f"{day}10:05:00.000Z") == f"{day}09:20:00.000Z"


def story_with(desk: Desk, *articles: Article, copies: tuple[Copy, ...] = ()) -> Story:
    story = make_story(*articles, id="s")
    with desk.transaction() as db:
        write.copies(db, copies)
        write.stories(db, [story])
    return story


def test_new_is_what_came_since_and_was_not_seen(desk: Desk) -> None:
    old = put(desk, "old", "An old telling of the mill.", title="Old")
    read_before = put(desk, "read", "One that was read of the mill.", title="Read")
    with desk.transaction() as db:
        reader.mark(db, "read", [read_before], 1, NOW)
        db.execute("UPDATE arrivals SET at = '2031-05-04T09:00:00.000Z'")
    new = put(desk, "new", "A new telling of the mill.", title="New")
    again = put(desk, "old, taken again", "An old telling of the mill.", title="Old")
    with desk.transaction() as db:
        db.execute(
            "UPDATE arrivals SET at = '2031-05-04T11:00:00.000Z' WHERE page_id IN (?, ?)",
            (new.page_id, again.page_id),
        )
    copies = (
        Copy(old.id, "f", None, "original", 1.0, ""),
        Copy(again.id, "f", old.id, "identical", 1.0, ""),
    )
    story_with(desk, old, read_before, new, again, copies=copies)
    since = "2031-05-04T10:00:00.000Z"
    assert reader.fresh(desk.db, ["s"], since) == {"s": [new.id]}
    assert reader.fresh(desk.db, ["s"], None) == {}
    with desk.transaction() as db:
        reader.mark(db, "seen", [new], 1, NOW)
    assert reader.fresh(desk.db, ["s"], since) == {}


def test_what_was_read_is_not_new_when_its_page_is_taken_again(desk: Desk) -> None:
    article = put(desk, "one", url="https://mill.example/1", title="Mill")
    with desk.transaction() as db:
        reader.mark(db, "read", [article], 1, NOW)
        db.execute("UPDATE arrivals SET at = '2031-05-04T09:00:00.000Z'")
    again = put(desk, "one, a day later", url="https://mill.example/1", title="Mill")
    story_with(desk, article, again)
    assert reader.fresh(desk.db, ["s"], "2031-05-04T10:00:00.000Z") == {}


def test_a_page_that_is_read_anew_keeps_the_time_of_its_arrival(desk: Desk) -> None:
    article = put(desk, "one")
    with desk.transaction() as db:
        db.execute("UPDATE arrivals SET at = 'then'")
    put(desk, "one")
    rows = desk.db.execute("SELECT page_id, at FROM arrivals").fetchall()
    assert [tuple(r) for r in rows] == [(article.page_id, "then")]


def test_annotations_go_out_and_come_back(desk: Desk, tmp_path: Path) -> None:
    article = put(desk, "one", url="https://mill.example/1", title="Mill")
    bare = put(desk, "two", "Without an address, but with words.", url=None)
    note_on(desk, article, "Nobody was hurt", "who says so?")
    note_on(desk, bare, "with words", "<b>&")
    with desk.transaction() as db:
        reader.mark(db, "saved", [article], 1, NOW)
        reader.mark(db, "useful", [bare], -1, NOW)
        reader.mark(db, "read", [article], 1, NOW)
        reader.mark_story(db, "saved", "s1", "A story", 1, NOW)
        reader.hide(db, "Zeta/Post & Co", True, NOW)
    found = to_annotations(desk.db)
    assert found["type"] == "AnnotationCollection"
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    items = found["first"]["items"]
    assert found["total"] == len(items) == 7
    note = next(i for i in items if i["body"]["value"] == "who says so?")
    assert note["motivation"] == "commenting"
    assert note["target"]["source"] == "https://mill.example/1"
    assert note["target"]["selector"]["exact"] == "Nobody was hurt"
    assert note["target"]["selector"]["prefix"].endswith("Friday. ")
    with Desk(tmp_path / "other.db", write=True) as other:
        with other.transaction() as db:
            assert from_annotations(db, found) == (7, 0)
        put(other, "one elsewhere", url="https://mill.example/1", title="Mill")
        with other.transaction() as db:
            # Twice is once.
            from_annotations(db, found)
        assert len(reader.notes(other.db)) == 2
        assert reader.hidden(other.db) == ("Zeta/Post & Co",)
        (note_back,) = [n for n in reader.notes(other.db) if n.exact == "Nobody was hurt"]
        assert read.article(other.db, note_back.article_id) is not None
        kinds = sorted((m.kind, m.what, m.value) for m in reader.all_marks(other.db))
        assert kinds == sorted((m.kind, m.what, m.value) for m in reader.all_marks(desk.db))


@pytest.mark.parametrize(
    "item",
    [
        {}, {"type": "AnnotationPage", "items": 3}, {"motivation": "commenting", "created": "x"},
        {"motivation": "highlighting", "created": "x", "target": {"source": "urn:x"}},
        {"motivation": "moderating", "created": "x", "target": "https://x.example"},
        {"motivation": "commenting", "created": "x", "id": 4, "target": {"source": "x", "selector": 1}},
    ],
)  # fmt: skip
def test_what_is_no_annotation_of_ours_is_left(desk: Desk, item: dict[str, object]) -> None:
    with desk.transaction() as db:
        taken, _ = from_annotations(db, item)
    assert taken == 0
    assert reader.notes(desk.db) == []


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 60), st.text(max_size=20))
def test_a_note_stands_on_its_words_wherever_they_went(
    text: str, start: int, length: int, before: str
) -> None:
    article = make_article(text)
    end = min(start + length, len(text))
    if start >= end:
        with pytest.raises(ValueError, match="words of the article"):
            reader.note(article, Span(article.id, start, start), "x", NOW)
        return
    note = reader.note(article, Span(article.id, start, end), "x", NOW)
    assert note.exact == text[start:end]
    moved = anchors.anchored(note, make_article(before + text))
    if note.exact.split():
        assert moved is not None
        assert (before + text)[moved.start : moved.end].split() == note.exact.split()
