"""Views of material as no stage should leave it, and as some desk will hold it anyway."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import (
    make_article,
    make_mention,
    make_moment,
    make_statement,
    make_story,
    make_telling,
    span_of,
)
from rashomon.model import (
    Article,
    Brief,
    Contrast,
    Copy,
    Join,
    Material,
    Moment,
    Name,
    NameLink,
    Span,
    Statement,
    Telling,
)
from rashomon.views import to_json, view_of
from rashomon.views.article import _basis
from rashomon.web import render


def make_material(*articles: Article, **fields: Any) -> Material:
    given_fields: dict[str, Any] = {
        "story": make_story(*articles), "articles": articles, "copies": (), "statements": (),
        "moments": (), "mentions": (), "names": (), "links": (),
    }  # fmt: skip
    return Material(**(given_fields | fields))


def show(material: Material, contrasts: list[Contrast], brief: Brief) -> str:
    """The story's page: it must render whatever the view holds."""
    view = view_of(material, contrasts, brief)
    to_json(view)
    answer = render.page("story.html", view=view, here="", one_year=view.one_year)
    return bytes(answer.body).decode()


def test_copies_in_a_ring_are_all_shown() -> None:
    one, two = make_article("One text."), make_article("Two texts.")
    copies = (
        Copy(one.id, "f", two.id, "identical", 1.0, ""),
        Copy(two.id, "f", one.id, "identical", 1.0, ""),
    )
    view = view_of(make_material(one, two, copies=copies), [], Brief("s", ()))
    shown = {t.source.article_id for t in view.tellings}
    assert shown == {one.id, two.id}


def test_a_copy_whose_parent_stands_elsewhere_heads_its_own_telling() -> None:
    one = make_article("One text.")
    copies = (Copy(one.id, "f", "elsewhere", "excerpt", 0.5, ""),)
    view = view_of(make_material(one, copies=copies), [], Brief("s", ()))
    assert [t.source.copy for t in view.tellings] == ["excerpt"]


def test_spans_beyond_the_text_are_cut_off() -> None:
    one = make_article("Short.")
    far = Span(one.id, 2, 10_000)
    statement = Statement("s1", one.id, None, None, None, (far,), "direct")
    moment = Moment(one.id, "2025-05-01", "day", False, far, far, "")
    contrast = Contrast("c", "s", 1, "A topic", "number", "strong", (
        Telling(one.id, "text", far, ""), Telling(one.id, "title", far, ""),
        Telling("gone", "text", far, ""), Telling(one.id, "text", Span(one.id, 3, 3), "not there"),
    ))  # fmt: skip
    text = show(
        make_material(one, statements=(statement,), moments=(moment,)),
        [contrast], Brief("s", (far, Span("gone", 0, 1))),
    )  # fmt: skip
    assert "ort." in text
    assert "not there" in text


def test_a_statement_without_words_or_source_is_no_crash() -> None:
    one = make_article("Nobody said it.")
    empty = Statement("s1", one.id, None, None, None, (), "indirect", within="gone")
    text = show(make_material(one, statements=(empty,)), [], Brief("s", ()))
    assert "The text names no source" in text


def test_same_words_of_a_named_and_a_bare_source_stand_under_one_heading() -> None:
    one, two = make_article("“We will go,” Ana Brod said."), make_article("“We go,” Ana Brod said!")
    name = Name("n1", "Ana Brod", "person", ("Ana Brod",))
    statements = (
        make_statement(one, "We will go,", speaker="Ana Brod"),
        make_statement(two, "We go,", speaker="Ana Brod"),
    )
    material = make_material(
        one, two, statements=statements, names=(name,), links=(NameLink(one.id, "Ana Brod", "n1"),)
    )
    view = view_of(material, [], Brief("s", ()))
    assert [(s.name, s.name_id, len(s.sayings)) for s in view.speakers] == [("Ana Brod", "n1", 2)]


def test_the_longest_quotation_is_shown_and_its_excerpts_are_named() -> None:
    whole = make_article("“We will open the gates on Friday if the water falls,” said Brod.")
    part = make_article("“We will open the gates on Friday,” said Brod.")
    statements = (
        make_statement(part, "We will open the gates on Friday,", speaker="Brod"),
        make_statement(
            whole, "We will open the gates on Friday if the water falls,", speaker="Brod"
        ),
    )
    material = make_material(part, whole, statements=statements)
    (speaker,) = view_of(material, [], Brief("s", ())).speakers
    (saying,) = speaker.sayings
    assert [(c.source.article_id, c.same) for c in saying.carriers] == [
        (whole.id, None), (part.id, "a part of it"),
    ]  # fmt: skip


def test_sides_of_one_reading_are_grouped_and_dates_are_said() -> None:
    texts = ("It opens on 4 May.", "It will open on May 4.", "It opens on 5 May.")
    one, two, three = (make_article(t) for t in texts)
    contrast = Contrast("c", "s", 1, "When it opens", "date", "strong", (
        make_telling(one, "4 May", "2025-05-04"), make_telling(three, "5 May", "2025-05-05"),
        make_telling(two, "May 4", "2025-05-04"),
    ))  # fmt: skip
    view = view_of(make_material(one, two, three), [contrast], Brief("s", ()))
    groups = view.differences[0].groups
    assert [(g.reading, len(g.sides)) for g in groups] == [("4 May 2025", 2), ("5 May 2025", 1)]


def test_years_wait_behind_the_exact_dates() -> None:
    one = make_article("In 2019 it was built. It opened on 4 May. It shut on 5 May.")
    moments = (
        make_moment(one, "2019", "In 2019 it was built.", date="2019", precision="year"),
        make_moment(one, "4 May", "It opened on 4 May.", date="2025-05-04"),
        make_moment(one, "5 May", "It shut on 5 May.", date="2025-05-05"),
    )
    view = view_of(make_material(one, moments=moments), [], Brief("s", ()))
    assert [(d.when.iso, d.open) for d in view.days] == [
        ("2019", False), ("2025-05-04", True), ("2025-05-05", True),
    ]  # fmt: skip


def test_the_basis_of_a_date_does_not_say_the_expression_again() -> None:
    assert _basis("'Aug. 7' with the year that is nearest", "Aug. 7") == (
        "with the year that is nearest"
    )
    assert _basis("'1999' as written", "1999") == ""


def test_an_article_without_outlet_and_headline_is_told_by_its_first_words() -> None:
    one = make_article("The council met in the old hall. " * 9, outlet=None, title=None)
    source = view_of(make_material(one), [], Brief("s", ())).tellings[0].source
    assert source.name == "outlet not known"
    assert source.label.startswith("“The council met in the old hall.")
    assert source.headline.startswith("no headline: “The council met")


_ISO = st.one_of(
    st.none(), st.sampled_from(["2025-05-04", "2025-05", "2025", "199", "2025-W10", "x", ""]),
    st.dates().map(str),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_material_can_be_shown(data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.text(max_size=60), min_size=1, max_size=5))
    articles = tuple(
        make_article(
            text, id=f"a{n}", outlet=data.draw(st.sampled_from([None, "A", "B", "C" * 80])),
            title=data.draw(st.one_of(st.none(), st.text(max_size=20))),
            published=data.draw(_ISO),
        )
        for n, text in enumerate(texts)
    )  # fmt: skip
    ids = [a.id for a in articles] + ["gone"]
    spans = st.builds(Span, st.sampled_from(ids[:-1]), st.integers(0, 70), st.integers(0, 70))
    copies = tuple(
        Copy(i, "f", data.draw(st.sampled_from([None, *ids])), "trimmed", 0.5, "why")
        for i in data.draw(st.sets(st.sampled_from(ids[:-1])))
    )
    statements = tuple(
        Statement(f"s{n}", span.article_id, data.draw(st.sampled_from([None, "X", "Y Z"])), None,
                  None, (span,), "direct", via=("T",), within=f"s{n - 1}",
                  confidence=data.draw(st.sampled_from([1.0, 0.6, 0.59, 0.0])))
        for n, span in enumerate(data.draw(st.lists(spans, max_size=6)))
    )  # fmt: skip
    moments = tuple(
        Moment(span.article_id, data.draw(_ISO), "day", data.draw(st.booleans()), span, span, "b")
        for span in data.draw(st.lists(spans, max_size=6))
    )
    contrasts = [
        Contrast(f"c{n}", "s", n, "topic", "update", "soft", tuple(
            Telling(s.article_id, data.draw(st.sampled_from(["text", "title"])), s, "r")
            for s in data.draw(st.lists(spans, max_size=3))
        ))
        for n in range(data.draw(st.integers(0, 6)))
    ]  # fmt: skip
    story = make_story(*articles, joins=(Join("a0", "gone", 0.1, "r"), Join("gone", None, 1, "r")))
    material = make_material(
        *articles, story=story, copies=copies, moments=moments,
        statements=tuple(s for s in statements if s.sure),
        less_sure=tuple(s for s in statements if not s.sure),
    )  # fmt: skip
    text = show(material, contrasts, Brief("s", tuple(data.draw(st.lists(spans, max_size=3)))))
    assert text.endswith("</html>")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar(day: str) -> None:
    one = make_article("It opened on 4 May. It shut on 5 May.", published="2025-05-06")
    moments = (
        make_moment(one, "4 May", "It opened on 4 May.", date=day),
        make_moment(one, "5 May", "It shut on 5 May.", date="2025-05-05"),
    )
    assert show(make_material(one, moments=moments), [], Brief("s", ())).endswith("</html>")


def test_mentions_show_what_each_outlet_calls_a_name() -> None:
    one = make_article("Ana Brod met Ana Brod’s aide.", outlet="Ledger")
    two = make_article("A. Brod came.", outlet="Siyan Net")
    name = Name("n1", "Ana Brod", "person", ("Ana Brod", "A. Brod"))
    material = make_material(
        one, two, names=(name,),
        mentions=(
            make_mention(one, "Ana Brod"), make_mention(one, "Ana Brod’s", referent="Ana Brod"),
            make_mention(two, "A. Brod"),
        ),
        links=(NameLink(one.id, "Ana Brod", "n1"), NameLink(two.id, "A. Brod", "n1")),
    )  # fmt: skip
    (called,) = view_of(material, [], Brief("s", ())).names
    assert [(c.form, c.outlets, c.count) for c in called.callings] == [
        ("Ana Brod", ("Ledger",), 2), ("A. Brod", ("Siyan Net",), 1),
    ]  # fmt: skip
    assert called.several
    first = called.callings[1].words
    assert (first.start, first.end) == (span_of(two, "A. Brod").start, span_of(two, "A. Brod").end)
