"""What a reader is told plainly: who is not clear, what was believed, what was worked out."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import make_article, make_desk, make_mention, make_moment, make_statement, make_story
from rashomon import views
from rashomon.model import (
    Article,
    Brief,
    Contrast,
    Copy,
    Material,
    Mention,
    Moment,
    Name,
    NameLink,
    Statement,
    Telling,
)
from rashomon.store import Desk, lookup
from rashomon.views import words
from rashomon.views.source import STAND_IN, cut_title, source
from rashomon.views.story import StoryView, view_of
from rashomon.views.unnamed import is_pronoun, is_unnamed


def shown(
    *articles: Article,
    statements: tuple[Statement, ...] = (),
    moments: tuple[Moment, ...] = (),
    mentions: tuple[Mention, ...] = (),
    names: tuple[Name, ...] = (),
    links: tuple[NameLink, ...] = (),
    copies: tuple[Copy, ...] = (),
    contrasts: tuple[Contrast, ...] = (),
    title: str | None = None,
) -> StoryView:
    story = make_story(*articles) if title is None else make_story(*articles, title=title)
    material = Material(
        story, articles, copies, statements, moments, mentions, names, links
    )  # fmt: skip
    return view_of(material, contrasts, Brief("s", ()))


ONE = "He said the gate was shut. Two officials said the pump failed. Brod refused to resign."
TWO = "They said the gate was open. Two officials said the dam held. Brod hoped for rain."


@pytest.mark.parametrize("word", ["He", "they", "who", "It", "we", "I’d", "you", "which", "…"])
def test_a_pronoun_is_no_speaker(word: str) -> None:
    assert is_pronoun(word)


@pytest.mark.parametrize("name", ["Brod", "Iton", "the ministry", "Wehrle", "two officials"])
def test_a_name_or_a_description_is_no_pronoun(name: str) -> None:
    assert not is_pronoun(name)


@pytest.mark.parametrize("said", ["two officials", "A diplomat", "some", "Analysts", "2 officers"])
def test_who_may_be_somebody_else_in_each_text(said: str) -> None:
    assert is_unnamed(said)


@pytest.mark.parametrize("said", ["the Telmi coast guard", "Brod", "Pavel Dorn", "the ministry"])
def test_who_is_one_in_all_texts(said: str) -> None:
    assert not is_unnamed(said)


def test_pronouns_come_last_and_are_nobody() -> None:
    one, two = make_article(ONE, outlet="A"), make_article(TWO, outlet="B")
    view = shown(
        one, two,
        statements=(
            make_statement(one, "the gate was shut", speaker="He"),
            make_statement(two, "the gate was open", speaker="They"),
            make_statement(one, "to resign", speaker="Brod", cue="refused", denied=True),
            make_statement(two, "rain"),
        ),
    )  # fmt: skip
    assert [(s.name, s.clear) for s in view.speakers] == [
        ("Brod", True), (words.NOT_CLEAR, False), (words.NO_SOURCE, False),
    ]  # fmt: skip
    assert [s.written for s in view.speakers[1].sayings] == ["He", "They"]
    # The chip is the outlet's own verb.
    assert view.speakers[0].sayings[0].denial == "refused"


def test_unnamed_sources_of_two_outlets_stay_apart_and_those_of_a_copy_do_not() -> None:
    one, two = make_article(ONE, outlet="A"), make_article(TWO, outlet="B")
    copied = make_article(ONE + " Ends.", outlet="C")
    view = shown(
        one, two, copied,
        statements=tuple(
            make_statement(a, what, speaker="Two officials")
            for a, what in ((one, "the pump failed"), (two, "the dam held"),
                            (copied, "the pump failed"))
        ),
        copies=(Copy(one.id, "f", None, "original", 1.0, ""),
                Copy(copied.id, "f", one.id, "identical", 1.0, "")),
    )  # fmt: skip
    assert [(s.name, s.told_in) for s in view.speakers] == [
        ("Two officials", "A"), ("Two officials", "B"),
    ]  # fmt: skip
    assert len(view.speakers[0].sayings[0].carriers) == 2


def test_what_was_believed_waits_apart_from_what_was_said() -> None:
    two = make_article(TWO)
    view = shown(
        two, statements=(make_statement(two, "for rain", speaker="Brod", speech=False),)
    )  # fmt: skip
    assert view.speakers[0].sayings == ()
    assert [s.parts[0].text for s in view.speakers[0].held] == ["for rain"]


def test_a_name_is_shown_as_most_tellings_of_the_story_write_it() -> None:
    text = "Yuri Brod came. Yuri Brod spoke. YURI BROD! YURI BROD! YURI BROD! Brod left."
    one, two = make_article(text), make_article("Yury Brod came to Telmi.")
    name = Name("n", "Yury Brod", "person", ("Yury Brod", "Yuri Brod", "Brod"))
    mentions = (
        make_mention(one, "Yuri Brod"), make_mention(one, "Yuri Brod", 1),
        *(make_mention(one, "YURI BROD", n, referent="Yuri Brod") for n in range(3)),
        make_mention(two, "Yury Brod"),
    )  # fmt: skip
    topic = Contrast("c", "s", 1, "How Yury Brod is spelled", "wording", "soft", (
        Telling(one.id, "text", make_statement(one, "Yuri Brod").content[0], "Yuri"),
        Telling(two.id, "text", make_statement(two, "Yury Brod").content[0], "Yury"),
    ))  # fmt: skip
    view = shown(
        one, two, mentions=mentions, names=(name,),
        links=(NameLink(one.id, "Yuri Brod", "n"), NameLink(two.id, "Yury Brod", "n")),
        statements=(
            make_statement(two, "Yury Brod came to Telmi", speaker="Yury Brod"),
        ),
        contrasts=(topic,),
    )  # fmt: skip
    assert (view.names[0].shown, view.names[0].canonical) == ("Yuri Brod", "Yury Brod")
    assert view.speakers[0].name == "Yuri Brod"
    spelled = view.differences[0]
    assert spelled.topic == "How Yuri Brod is spelled"
    # A spelling is its outlet's own, whoever speaks.
    assert [s.speaker for s in spelled.sides] == [None, None]
    assert spelled.soft is None


def test_one_form_in_one_telling_is_not_agreement() -> None:
    one, two = make_article("Brod met Venn."), make_article("Brod slept.")
    names = tuple(Name(n, n, "person", (n,)) for n in ("Brod", "Venn"))
    view = shown(
        one, two, names=names,
        mentions=(make_mention(one, "Brod"), make_mention(one, "Venn"), make_mention(two, "Brod")),
        links=(NameLink(one.id, "Brod", "Brod"), NameLink(one.id, "Venn", "Venn"),
               NameLink(two.id, "Brod", "Brod")),
    )  # fmt: skip
    assert {n.canonical: n.agreed for n in view.names} == {"Brod": True, "Venn": False}


def test_two_things_of_one_year_are_not_one_thing_told_twice() -> None:
    a, b = "The bridge was closed in 2022.", "The two sides met in Telmi in 2022."
    one, two = make_article(a), make_article(b)
    moments = tuple(
        make_moment(x, "2022", s, date="2022", precision="year") for x, s in ((one, a), (two, b))
    )
    (day,) = shown(one, two, moments=moments).days
    assert (day.tellings, len(day.happenings)) == (1, 2)


def test_sentences_of_one_day_that_share_words_are_one_thing() -> None:
    a = "The old bridge collapsed on 9 May near Telmi."
    b = "A bridge collapsed in Telmi on 9 May."
    c = "Telmi elected a mayor on 9 May."
    articles = [make_article(t, outlet=f"Outlet {n}") for n, t in enumerate((a, b, c))]
    moments = tuple(
        make_moment(x, "9 May", s) for x, s in zip(articles, (a, b, c), strict=True)
    )  # fmt: skip
    (day,) = shown(*articles, moments=moments).days
    assert (day.tellings, [h.tellings for h in day.happenings]) == (2, [2, 1])


def test_a_day_counted_from_an_inferred_date_carries_its_sign() -> None:
    text = "The bridge collapsed on Tuesday. It was built on 9 May 1931."
    for basis, said in (
        ("'2 days ago' counted back from 2025-05-05: the page says so", "≈ 9 May 2025"),
        ("meta parsely-pub-date", "9 May 2025"),
    ):
        one = make_article(text, published_basis=basis)
        moment = make_moment(
            one, "Tuesday", "The bridge collapsed on Tuesday.", basis="'Tuesday' counted back"
        )
        assert shown(one, moments=(moment,)).days[0].said == said
    assert source(one).published.basis == "the page’s metadata"
    assert not source(one).published.inferred


def test_what_stands_for_a_headline_is_told_from_one() -> None:
    opening = (
        "The council of Telmi has met for the first time since the sluices were shut in spring"
    )
    one = make_article(f"{opening}, a clerk said. It rained.", title=None, outlet=None)
    view = shown(one, title=opening + ", a clerk said. […]")
    assert view.stand_in
    assert len(view.title) <= STAND_IN + 1
    assert view.title.endswith("…")
    assert source(one).headline.startswith("no headline: “The council of Telmi")
    assert not source(make_article("The council met. It rained.")).stand_in
    assert source(make_article(opening + ". More.", title=opening)).stand_in
    assert cut_title("It rained for days and days on end. " * 3) == (
        "It rained for days and days on end. It rained for days and days on end."
    )


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((6, 7, 4, False), "6 independent tellings in 7 articles from 4 outlets"),
        ((1, 3, 2, False), "1 independent telling in 3 articles from 2 outlets"),
        ((2, 2, 1, False), "2 articles, one outlet"),
        ((1, 1, 1, False), "1 article, one outlet"),
        ((1, 1, 0, True), "1 article, outlet not known"),
        ((2, 3, 1, True), "2 independent tellings in 3 articles from 1 known outlet"),
        ((2, 3, 0, True), "2 independent tellings in 3 articles, outlets not known"),
    ],
)
def test_tellings_are_counted_in_plain_words(
    numbers: tuple[int, int, int, bool], said: str
) -> None:
    tellings, articles, outlets, unknown = numbers
    assert words.counted(tellings, articles, outlets, unknown=unknown) == said


@pytest.mark.parametrize(
    ("reason", "score", "said"),
    [
        ("teaser of an article in the story: all of it", 1.0, ("teaser for", "", "all of it")),
        ("syndicated of an article in the story: x", 0.9, ("syndicated copy of", "", "x")),
        ("revision of an article in the story: x", 0.5, ("revised version of", "", "x")),
        ("both name Brod; title likeness .63; text likeness .12", 3.1,
         ("", "strong", "both name Brod; very similar titles; partly similar texts")),
        ("both name Brod", 0.7, ("", "likely", "both name Brod")),
        ("both name Brod", -0.4, ("", "weak", "both name Brod")),
        ("moved here by a reader (decision 4)", 0.0, ("", "", "moved here by a reader (decision 4)")),
    ],
)  # fmt: skip
def test_reasons_are_words(reason: str, score: float, said: tuple[str, str, str]) -> None:
    assert words.join_reason(reason, score) == said


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    path = tmp_path_factory.mktemp("plain") / "desk.db"
    make_desk(path)
    return Desk(Path(path))


def test_a_question_that_finds_nothing_is_answered_with_one_that_does(desk: Desk) -> None:
    view = views.search(desk.db, "what did lena orick say about zebras")
    assert not view.found
    assert view.suggestions
    for one in view.suggestions:
        assert views.search(desk.db, one).found
    assert "Orrick" in view.suggestions[0]
    assert views.search(desk.db, "xqzwv").suggestions == ()


def test_a_question_without_words_asks_nothing(desk: Desk) -> None:
    assert not views.search(desk.db, '  "?!" ').asked
    assert views.search(desk.db, "dam").asked


def test_who_is_not_clear_comes_last_in_a_search(desk: Desk) -> None:
    view = views.search(desk.db, "released", statements=2)
    assert [s.clear for s in view.speakers] == sorted(
        (s.clear for s in view.speakers), reverse=True
    )
    assert len(lookup.stories_starting(desk.db, "1")) == 2
