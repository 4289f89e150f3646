"""What is folded and what stays apart, on invented articles."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from rashomon import copies
from rashomon.model import Article, Copy, Provenance

# Words without meaning, so that two invented articles share nothing by chance.
SYLLABLES = "ba ke lo mi nu ra se ti vo da fe gu hi jo ka le mo ni pu ro sa te vu wa zi".split()


def vocabulary(seed: int, size: int = 900) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) for _ in range(size)]


def prose(seed: int, words: int) -> str:
    """Paragraphs of invented sentences."""
    chance = random.Random(seed)
    stock = vocabulary(seed % 7)
    paragraphs, paragraph, total = [], [], 0
    while total < words:
        length = min(chance.randint(8, 22), max(3, words - total))
        sentence = " ".join(chance.choices(stock, k=length))
        paragraph.append(sentence.capitalize() + ".")
        total += length
        if len(paragraph) == 3:
            paragraphs.append(" ".join(paragraph))
            paragraph = []
    return "\n\n".join([*paragraphs, " ".join(paragraph)]).strip()


def make_article(
    name: str,
    text: str,
    *,
    outlet: str | None = None,
    published: str | None = "2031-05-01T08:00Z",
    title: str | None = None,
    **others: object,
) -> Article:
    plain = Article(
        id=name, page_id="p" + name, kind="article", title=title or f"Title {name}",
        standfirst=None, byline=None, outlet=outlet or f"Outlet {name}",
        url=f"https://{name}.example/story", published=published, published_basis=None,
        language="en", text=text, ranges=None,
    )  # fmt: skip
    return replace(plain, **others)  # type: ignore[arg-type]


def rows(*articles: Article) -> dict[str, Copy]:
    return {copy.article_id: copy for copy in copies.find(articles)}


LONG = prose(1, 600)
ORIGINAL = make_article("one", LONG, published="2031-05-01T08:00Z")


def copy_of(text: str, **others: object) -> Copy:
    """The row of a later article with `text` beside the original."""
    later = make_article("two", text, **({"published": "2031-05-01T15:00Z"} | others))  # type: ignore[arg-type]
    found = rows(ORIGINAL, later)
    assert found["one"].parent_id is None
    assert found["one"].relation == "original"
    assert found["two"].parent_id == "one"
    assert found["two"].family_id == found["one"].family_id == "one"
    return found["two"]


def reworded(text: str, every: int, seed: int = 3) -> str:
    chance = random.Random(seed)
    return "".join(
        word if place % 2 or chance.randrange(every) else f"xy{place}"
        for place, word in enumerate(_split(text))
    )


def _split(text: str) -> list[str]:
    parts, word = [], ""
    for character in text:
        if character.isspace():
            parts += [word, character]
            word = ""
        else:
            word += character
    return [*parts, word]


def test_an_identical_reprint() -> None:
    copy = copy_of(LONG)
    assert copy.relation == "identical"
    assert copy.shared == 1.0
    assert "7 hours later" in copy.evidence


def test_the_outlets_own_name_in_a_footer_is_no_change() -> None:
    footer = "\n\n{0} is a paper of its town. Write to {0} with what you know."
    one = replace(ORIGINAL, text=LONG + footer.format(ORIGINAL.outlet))
    two = make_article("two", LONG + footer.format("Outlet two"), published="2031-05-02")
    assert rows(one, two)["two"].relation == "identical"


def test_a_teaser() -> None:
    words = LONG.split()
    copy = copy_of(" ".join(words[:70]) + " […]")
    assert copy.relation == "teaser"
    assert copy.shared == 1.0


def test_a_teaser_found_by_reading() -> None:
    copy = copy_of(" ".join(LONG.split()[:22]) + "...", kind="teaser")
    assert copy.relation == "teaser"


def test_a_teaser_in_other_words_under_the_same_title() -> None:
    copy = copy_of(
        "Something else altogether about it.", kind="teaser", title="Title one", outlet="Outlet one"
    )
    assert copy.relation == "teaser"


def test_a_teaser_whose_words_reading_took_for_the_title() -> None:
    lead, _, rest = LONG.partition(". ")
    whole = make_article("one", rest, title=lead + ".")
    teaser = make_article("two", " ".join(LONG.split()[:40]), kind="teaser", title="Another")
    assert rows(whole, teaser)["two"].parent_id == "one"


def test_an_excerpt() -> None:
    paragraphs = LONG.split("\n\n")
    copy = copy_of("\n\n".join(paragraphs[: len(paragraphs) // 2]))
    assert copy.relation == "excerpt"


def test_a_trimmed_reprint() -> None:
    paragraphs = LONG.split("\n\n")
    copy = copy_of("\n\n".join(p for n, p in enumerate(paragraphs) if n not in (2, 5, 8)))
    assert copy.relation == "trimmed"
    assert copy.shared == 1.0
    assert "lacks" in copy.evidence


def test_a_padded_reprint() -> None:
    paragraphs = LONG.split("\n\n")
    paragraphs.insert(3, "Sign up here for our letter and get the news of the valley every day.")
    paragraphs.insert(7, "Read more")
    assert copy_of("\n\n".join(paragraphs)).relation == "boilerplate"


def test_other_spelling() -> None:
    words = LONG.split()
    for place in (40, 130, 250, 360, 480):
        words[place] = words[place][:-1] + "y" + words[place][-1]
    assert copy_of(" ".join(words)).relation == "respelled"


def test_a_reworded_reprint() -> None:
    assert copy_of(reworded(LONG, 8)).relation == "reworded"


def test_a_credited_reprint() -> None:
    copy = copy_of(LONG + "\n\nThis article was first published by Outlet one.")
    assert copy.relation == "syndicated"
    assert "credits Outlet one" in copy.evidence


def test_a_new_version_of_one_address() -> None:
    paragraphs = LONG.split("\n\n")
    paragraphs[0] = prose(77, 40)
    copy = copy_of("\n\n".join(paragraphs), url=ORIGINAL.url + "?utm_source=letter")
    assert copy.relation == "revision"
    assert "same address" in copy.evidence


def test_one_address_with_another_article_is_no_revision() -> None:
    front = make_article("two", prose(50, 400), url=ORIGINAL.url)
    assert rows(ORIGINAL, front) == {}


def test_an_article_in_another_page() -> None:
    page = prose(60, 300) + "\n\n" + LONG + "\n\n" + prose(61, 400)
    copy = copy_of(page)
    assert copy.relation == "contains"
    assert 0.4 < copy.shared < 0.6


def test_a_page_with_two_articles_does_not_make_one_of_them() -> None:
    other = make_article("three", prose(62, 500))
    page = make_article(
        "page", prose(60, 90) + "\n\n" + LONG + "\n\n" + other.text, published="2031-05-03"
    )
    found = rows(ORIGINAL, other, page)
    assert found["page"].family_id == "one"
    assert "three" not in found


def test_a_page_that_leads_with_one_article_does_not_draw_in_the_next() -> None:
    other = make_article("three", prose(62, 500))
    page = make_article("page", LONG + "\n\n" + other.text, published="2031-05-03")
    found = rows(ORIGINAL, other, page)
    assert found["page"].relation == "contains"
    assert "three" not in found


def test_a_translation_with_stated_provenance() -> None:
    text = "完全不同的文字在这里讲述同一件事情，没有一个词是相同的。" * 10
    said = Provenance("original", "http://www.one.example/story#top", "Original: one.example")
    copy = copy_of(text, language="zh", provenance=(said,))
    assert copy.relation == "translated"
    assert "states Outlet one as its source" in copy.evidence
    assert copy.shared == 0.0


def test_a_translation_without_provenance_is_not_guessed() -> None:
    text = "完全不同的文字在这里讲述同一件事情，没有一个词是相同的。" * 10
    assert rows(ORIGINAL, make_article("two", text, language="zh")) == {}


def test_chinese_excerpt_and_independent_telling() -> None:
    chance = random.Random(5)
    signs = [chr(0x4E00 + chance.randrange(2500)) for _ in range(900)]
    whole = "".join(signs)
    again = "".join(chance.choice(signs) for _ in range(900))
    one = make_article("one", whole, language="zh")
    cut = make_article("cut", whole[:420], language="zh", published="2031-05-02")
    apart = make_article("apart", again, language="zh", published="2031-05-02")
    found = rows(one, cut, apart)
    assert set(found) == {"one", "cut"}
    assert found["cut"].relation == "excerpt"


# What must stay apart.


def test_a_shared_footer() -> None:
    footer = "\n\n" + prose(90, 55)
    articles = [
        make_article(f"a{n}", prose(100 + n, 80 + 60 * n) + footer, outlet="The Paper")
        for n in range(9)
    ]
    assert rows(*articles) == {}


def test_a_shared_footer_of_two() -> None:
    footer = "\n\n" + prose(90, 50)
    short = make_article("a", prose(101, 60) + footer)
    assert rows(short, make_article("b", prose(102, 500) + footer)) == {}


def test_a_long_shared_quotation() -> None:
    quotation = "“" + prose(91, 220).replace("\n\n", " ") + "”"
    one = make_article("a", prose(103, 90) + "\n\n" + quotation + "\n\n" + prose(104, 60))
    two = make_article("b", prose(105, 120) + "\n\n" + quotation + "\n\n" + prose(106, 200))
    assert rows(one, two) == {}


def test_agency_paragraphs() -> None:
    agency = prose(92, 150)
    one = make_article("a", prose(107, 200) + "\n\n" + agency)
    two = make_article("b", prose(108, 260) + "\n\n" + agency + "\n\n" + prose(109, 80))
    assert rows(one, two) == {}


def test_a_document_that_both_print() -> None:
    document = prose(93, 500)
    one = make_article("a", prose(110, 110) + "\n\n" + document)
    two = make_article("b", prose(111, 130) + "\n\n" + document + "\n\n" + prose(112, 70))
    assert rows(one, two) == {}


def test_posts_that_both_quote_throughout() -> None:
    posts = [prose(120 + n, 35) for n in range(6)]
    one, two = (
        make_article(
            name,
            "\n\n".join(part for n, post in enumerate(posts) for part in (prose(at + n, 40), post)),
        )
        for name, at in (("a", 200), ("b", 300))
    )
    assert rows(one, two) == {}


def test_a_background_that_an_outlet_prints_under_each_follow_up() -> None:
    background = prose(96, 260)
    days = [
        make_article(f"d{n}", prose(130 + n, 240) + "\n\n" + background, outlet="The Paper",
                     published=f"2031-05-0{n + 1}")
        for n in range(3)
    ]  # fmt: skip
    assert rows(*days) == {}


def test_an_agency_note_in_two_long_articles() -> None:
    note = prose(94, 90)
    one = make_article("a", prose(113, 400) + "\n\n" + note + "\n\n" + prose(114, 200))
    two = make_article("b", prose(115, 300) + "\n\n" + note + "\n\n" + prose(116, 300))
    assert rows(make_article("note", note), one, two) == {}


@pytest.mark.parametrize("text", ["", "...", "Photo: The Paper", "Read more"])
def test_texts_that_say_nothing(text: str) -> None:
    assert rows(*(make_article(f"a{n}", text) for n in range(4))) == {}


# Lineage.


def test_a_copy_of_a_copy_hangs_on_the_copy() -> None:
    paragraphs = LONG.split("\n\n")
    trimmed = [p for n, p in enumerate(paragraphs) if n not in (1, 4)]
    padded = [*trimmed[:3], "Get our app for your phone and read it on the way.", *trimmed[3:]]
    found = rows(
        ORIGINAL,
        make_article("cut", "\n\n".join(trimmed), published="2031-05-01T20:00Z"),
        make_article("pad", "\n\n".join(padded), published="2031-05-02T09:30+02:00"),
    )
    assert found["cut"].parent_id == "one"
    assert found["pad"].parent_id == "cut"
    assert found["pad"].relation == "boilerplate"


def test_a_parent_is_never_later() -> None:
    early = make_article("early", " ".join(LONG.split()[:300]), published="2031-04-30")
    found = rows(ORIGINAL, early)
    assert found["early"].parent_id is None
    assert found["one"].parent_id == "early"


def test_without_dates_the_source_that_is_named_is_the_original() -> None:
    said = Provenance("first-published", "Outlet b", "First published by Outlet b")
    found = rows(
        make_article("a", LONG, published=None, provenance=(said,)),
        make_article("b", LONG, published=None),
    )
    assert found["b"].parent_id is None
    assert found["a"].relation == "syndicated"


def test_without_dates_the_longer_is_the_original() -> None:
    found = rows(
        make_article("a", " ".join(LONG.split()[:350]), published=None),
        make_article("b", LONG, published=None),
    )
    assert found["b"].relation == "original"
    assert found["a"].relation == "excerpt"


def test_a_day_and_a_time_on_it() -> None:
    found = rows(
        make_article("a", LONG, published="2031-05-01T06:00Z"),
        make_article("b", LONG + "\n\nFirst published by Outlet a.", published="2031-05-01"),
    )
    assert found["a"].relation == "original"
    assert found["b"].relation == "syndicated"
