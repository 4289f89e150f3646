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


def in_stories(*told: list[Article]) -> list[tuple[str, set[str], tuple[str, ...]]]:
    """Each person's name with the articles that have it, and why, where every list is a story."""
    articles = [article for story in told for article in story]
    found = [mention for article in articles for mention in names.mentions(article)]
    stories = [
        Story(f"s{n}", "T", tuple(a.id for a in story), None, None, (), len(story))
        for n, story in enumerate(told)
    ]
    made, links = names.fold(articles, found, stories)
    rows = [
        (n.canonical, {link.article_id for link in links if link.name_id == n.id}, n.evidence)
        for n in made
        if n.type == "person"
    ]
    return sorted(rows, key=lambda row: sorted(row[1]))


def test_two_persons_of_one_name_are_two_names() -> None:
    found = in_stories(
        [make_article("a", "The striker Tobin Weir scored. Weir was glad.")],
        [make_article("b", "Senator Tobin Weir voted no. Weir said so.")],
        [make_article("c", "Senator Tobin Weir left the hall.")],
    )
    assert [(name, articles) for name, articles, _ in found] == [
        ("Tobin Weir", {"a"}),
        ("Tobin Weir", {"b", "c"}),
    ]
    assert any("another person" in why for why in found[0][2])


def test_two_countries_part_one_office() -> None:
    found = in_stories(
        [make_article("a", "French senator Tobin Weir voted no.")],
        [make_article("b", "Kenyan senator Tobin Weir voted yes.")],
    )
    assert [articles for _, articles, _ in found] == [{"a"}, {"b"}]


def test_one_person_of_two_callings_stays_one() -> None:
    # A name in common, callings that do not exclude each other, or one story: no contradiction.
    both = "Senator Tobin Weir met Maud Okker.", "The actor Tobin Weir met Maud Okker."
    shared = in_stories([make_article("a", both[0])], [make_article("b", both[1])])
    assert [articles for name, articles, _ in shared if name == "Tobin Weir"] == [{"a", "b"}]
    later = in_stories(
        [make_article("a", "Senator Tobin Weir voted no.")],
        [make_article("b", "President Tobin Weir voted no.")],
    )
    assert len(later) == 1
    story = in_stories(
        [make_article("a", "Senator Tobin Weir spoke."), make_article("b", "The actor Tobin Weir spoke.")]
    )  # fmt: skip
    assert len(story) == 1
