"""What the desk's articles say together: types of names, and the form that is shown."""

from __future__ import annotations

from rashomon import names
from rashomon.model import Article, Name, Provenance, Story


def make_article(
    name: str, text: str, outlet: str | None = None, page: str | None = None,
    provenance: tuple[Provenance, ...] = (),
) -> Article:  # fmt: skip
    return Article(
        name, page or "p" + name, "article", None, None, None, outlet, None, None, None, "en",
        text, None, provenance=provenance,
    )  # fmt: skip


def folded(articles: list[Article]) -> tuple[Name, ...]:
    found = [mention for article in articles for mention in names.mentions(article)]
    story = Story("s", "T", tuple(a.id for a in articles), None, None, (), len(articles))
    return names.fold(articles, found, [story])[0]


def test_a_place_of_one_article_is_a_place_in_all() -> None:
    articles = [
        make_article("a", "It was a mild day when Velmar said that it would go. Then Velmar added a word."),
        make_article("b", "It rained in Velmar. They live near Velmar."),
    ]  # fmt: skip
    assert [(n.canonical, n.type) for n in folded(articles)] == [("Velmar", "place")]


def test_a_surname_stays_a_person_though_a_town_has_the_name() -> None:
    articles = [
        make_article("a", "President Velmar said that he would go. Then Ann Velmar added a word."),
        make_article("b", "It rained in Velmar. They live near Velmar."),
    ]
    assert {n.type for n in folded(articles)} == {"person", "place"}


def test_an_outlet_of_the_desk_is_no_person() -> None:
    articles = [
        make_article("a", "He told Quill Lantern that it rained.", "Quill Lantern"),
    ]
    assert all(n.type == "organisation" for n in folded(articles) if n.canonical == "Quill Lantern")


LONG = (
    "said at noon that the bridge over the river would stay closed until the water has gone down "
    "and the piles have been looked at by somebody who knows about piles and rivers."
)


def test_one_outlet_s_many_articles_do_not_choose_the_form() -> None:
    many = [make_article(f"a{n}", f"Yury Harkoff spoke {n} times.", "Quill Post") for n in range(5)]
    few = [
        make_article("b", "Yuri Harkoff spoke.", "Velm Gazette"),
        make_article("c", "Yuri Harkoff left.", "Tarn Herald"),
    ]
    assert [n.canonical for n in folded(many + few)] == ["Yuri Harkoff"]


def test_a_page_without_an_outlet_is_one_voice() -> None:
    many = [make_article(f"a{n}", f"Yury Harkoff spoke {n} times.", page="x") for n in range(5)]
    few = [
        make_article("b", "Yuri Harkoff spoke.", "Velm Gazette"),
        make_article("c", "Yuri Harkoff left.", page="y"),
    ]
    assert [n.canonical for n in folded(many + few)] == ["Yuri Harkoff"]


def test_copies_have_one_voice() -> None:
    few = [
        make_article("b", "Yuri Harkoff spoke.", "Velm Gazette"),
        make_article("c", "Yuri Harkoff left.", "Tarn Herald"),
    ]
    copies = [make_article(f"a{n}", f"Yury Harkoff {LONG}", f"Outlet {n}") for n in range(5)]
    assert [n.canonical for n in folded(copies + few)] == ["Yuri Harkoff"]
    wire = (Provenance("credit", "Quillwire", "(Quillwire)"),)
    credited = [
        make_article(f"a{n}", f"Yury Harkoff spoke {n} times.", f"Outlet {n}", provenance=wire)
        for n in range(5)
    ]
    assert [n.canonical for n in folded(credited + few)] == ["Yuri Harkoff"]


def test_a_dateline_s_capitals_are_no_variant() -> None:
    articles = [
        make_article("a", "PORT HARKA, May 12 (Quillwire) -- It rained in Port Harka."),
    ]
    (place,) = [n for n in folded(articles) if n.type == "place"]
    assert (place.canonical, place.variants) == ("Port Harka", ("Port Harka",))
