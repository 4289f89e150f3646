"""Pairs of forms that are one name, and pairs that are not. All names and stories are invented."""

from __future__ import annotations

import pytest

from rashomon import names
from rashomon.model import Article, Story


def make_article(article_id: str, text: str, outlet: str | None = None) -> Article:
    return Article(
        article_id, "page", "article", None, None, None, outlet, None, None, None, "en", text, None
    )


def make_story(story_id: str, *article_ids: str) -> Story:
    return Story(story_id, story_id, article_ids, None, None, (), len(article_ids))


def bound(texts: list[str], *, one_story: bool) -> dict[tuple[int, str], str]:
    """The id of the name of each (article, words as written)."""
    articles = [make_article(f"a{n}", text, f"Outlet {n}") for n, text in enumerate(texts)]
    stories = (
        [make_story("s", *(a.id for a in articles))]
        if one_story
        else [make_story(f"s{a.id}", a.id) for a in articles]
    )
    found = [m for article in articles for m in names.mentions(article)]
    _, links = names.fold(articles, found, stories)
    name_of = {(link.article_id, link.referent): link.name_id for link in links}
    return {(int(m.article_id[1:]), m.text): name_of[(m.article_id, m.referent)] for m in found}


SAME = "same story"
OTHER = "other story"

# first text, form in it, second text, form in it, whether one story, whether one name
PAIRS = [
    # full name and surname
    ("Minister Olena Harkava spoke.", "Olena Harkava", "Harkava said no.", "Harkava", SAME, True),
    ("Mr Tobin Weir resigned.", "Tobin Weir", "President Weir said so.", "Weir", SAME, True),
    ("Tobin Weir, the mayor, said so.", "Tobin Weir", "“No,” said Weir.", "Weir", OTHER, False),
    ("President Tobin Weir left.", "Tobin Weir", "President Weir said so.", "Weir", OTHER, True),
    ("President Tobin Weir left.", "Tobin Weir", "Coach Weir said so.", "Weir", OTHER, False),
    # a surname that two persons of the story have
    (
        "Tobin Weir said so. Agnes Weir, his rival, said no.", "Tobin Weir",
        "Weir said nothing.", "Weir", SAME, False,
    ),
    (
        "Senator Tobin Weir said so. Coach Agnes Weir said no.", "Tobin Weir",
        "Senator Weir said nothing.", "Weir", SAME, True,
    ),
    (
        "Senator Tobin Weir said so. Coach Agnes Weir said no.", "Agnes Weir",
        "Senator Weir said nothing.", "Weir", SAME, False,
    ),
    ("Tobin Weir said so.", "Tobin Weir", "Agnes Weir said no.", "Agnes Weir", SAME, False),
    ("Tobin Weir said so.", "Tobin Weir", "Tobin Ode said no.", "Tobin Ode", SAME, False),
    # titles, possessives
    ("Governor Ruslan Ketchik said so.", "Ruslan Ketchik", "Ketchik's office burned, Ketchik said.", "Ketchik", SAME, True),
    ("Dr. Amina Sorle said so.", "Amina Sorle", "Dr Sorle said no.", "Sorle", SAME, True),
    # transliterations of given names
    ("Yuri Kostelny said so.", "Yuri Kostelny", "Yury Kostelny said no.", "Yury Kostelny", OTHER, True),
    ("Sergei Malov said so.", "Sergei Malov", "Sergey Malov said no.", "Sergey Malov", OTHER, True),
    ("Dmitry Malov said so.", "Dmitry Malov", "Dmitri Malov said no.", "Dmitri Malov", OTHER, True),
    ("Aleksandr Malov said so.", "Aleksandr Malov", "Alexander Malov said no.", "Alexander Malov", OTHER, True),
    ("Yevgeny Malov said so.", "Yevgeny Malov", "Evgeniy Malov said no.", "Evgeniy Malov", OTHER, True),
    ("Mohammed Sarbani said so.", "Mohammed Sarbani", "Muhammad Sarbani said no.", "Muhammad Sarbani", OTHER, True),
    ("Hussein Sarbani said so.", "Hussein Sarbani", "Hossein Sarbani said no.", "Hossein Sarbani", OTHER, True),
    ("Volodymyr Tarasko said so.", "Volodymyr Tarasko", "Vladimir Tarasko said no.", "Vladimir Tarasko", OTHER, True),
    ("Mykola Tarasko said so.", "Mykola Tarasko", "Nikolai Tarasko said no.", "Nikolai Tarasko", OTHER, True),
    ("Oleksandr Tarasko said so.", "Oleksandr Tarasko", "Alexander Tarasko said no.", "Alexander Tarasko", SAME, True),
    (
        "General Vladimir Tarasko said so.", "Vladimir Tarasko",
        "Singer Volodymyr Tarasko said no.", "Volodymyr Tarasko", OTHER, False,
    ),
    ("Sergey Malov said so.", "Sergey Malov", "Stepan Malov said no.", "Stepan Malov", SAME, False),
    ("Andrei Malov said so.", "Andrei Malov", "Anatoly Malov said no.", "Anatoly Malov", SAME, False),
    ("Vladimir Malov said so.", "Vladimir Malov", "Vladislav Malov said no.", "Vladislav Malov", SAME, False),
    # transliterations of surnames
    ("Ivan Kostelny said so.", "Ivan Kostelny", "Ivan Kostelnyy said no.", "Ivan Kostelnyy", OTHER, True),
    ("Ivan Rudensky said so.", "Ivan Rudensky", "Ivan Rudenskiy said no.", "Ivan Rudenskiy", OTHER, True),
    ("Ivan Rudensky said so.", "Ivan Rudensky", "Ivan Rudenskyi said no.", "Ivan Rudenskyi", OTHER, True),
    ("Ivan Rudensky said so.", "Ivan Rudensky", "Rudenskyy said no.", "Rudenskyy", SAME, True),
    ("Ivan Alekseyev said so.", "Ivan Alekseyev", "Ivan Alexeev said no.", "Ivan Alexeev", OTHER, True),
    ("Ivan Rudensky said so.", "Ivan Rudensky", "Ivan Rudenko said no.", "Ivan Rudenko", SAME, False),
    ("Jürgen Möllner said so.", "Jürgen Möllner", "Juergen Moellner said no.", "Juergen Moellner", OTHER, True),
    ("José Arrabál said so.", "José Arrabál", "Jose Arrabal said no.", "Jose Arrabal", OTHER, True),
    # short forms of given names
    ("Senator Joseph Tarn said so.", "Joseph Tarn", "Senator Joe Tarn said no.", "Joe Tarn", OTHER, True),
    ("Joseph Tarn said so.", "Joseph Tarn", "Joe Tarn said no.", "Joe Tarn", SAME, True),
    ("Actor Joseph Tarn said so.", "Joseph Tarn", "Senator Joe Tarn said no.", "Joe Tarn", OTHER, False),
    ("Envoy Stephen Tarn said so.", "Stephen Tarn", "Envoy Steve Tarn said no.", "Steve Tarn", SAME, True),
    # initials
    ("Senator J.D. Tarnow said so.", "J.D. Tarnow", "Senator John Tarnow said no.", "John Tarnow", SAME, True),
    ("Senator K. Tarnow said so.", "K. Tarnow", "Senator John Tarnow said no.", "John Tarnow", SAME, False),
    ("Anna B. Tarnow said so.", "Anna B. Tarnow", "Anna Tarnow said no.", "Anna Tarnow", OTHER, True),
    # errors of translation: given name, title and story agree
    (
        "U.S. special envoy Steve Harkoff arrived.", "Steve Harkoff",
        "U.S. special envoy Steve Hartke arrived.", "Steve Hartke", SAME, True,
    ),
    (
        "U.S. special envoy Steve Harkoff arrived.", "Steve Harkoff",
        "U.S. special envoy Steve Hartke arrived.", "Steve Hartke", OTHER, False,
    ),
    (
        "U.S. special envoy Steve Harkoff arrived.", "Steve Harkoff",
        "The singer Steve Hartke arrived, said a friend.", "Steve Hartke", SAME, False,
    ),
    (
        "U.S. special envoy Steve Harkoff arrived.", "Steve Harkoff",
        "U.S. special envoy Mary Hartke arrived.", "Mary Hartke", SAME, False,
    ),
    (
        "U.S. special envoy Steve Harkoff arrived.", "Steve Harkoff",
        "French special envoy Steve Hartke arrived.", "Steve Hartke", SAME, False,
    ),
    (
        "Special envoy Steve Harkoff met special envoy Steve Hartke.", "Steve Harkoff",
        "Special envoy Steve Hartke arrived.", "Steve Hartke", SAME, False,
    ),
    (
        "Russian political scientist Sergey Vankovich said so.", "Sergey Vankovich",
        "Russian political scientist Sergei Vankevich said no.", "Sergei Vankevich", SAME, True,
    ),
    # never on a first name, never on likeness of surnames alone
    ("President Vladimir Malov spoke.", "Vladimir Malov", "President Vladimir Zarev spoke.", "Vladimir Zarev", SAME, False),
    ("Dmitry Peslov said so.", "Dmitry Peslov", "Ivan Suslov said no.", "Ivan Suslov", SAME, False),
    ("Minister Ivan Peslov said so.", "Ivan Peslov", "Pesvov said no.", "Pesvov", SAME, False),
    # places
    ("It happened in Kiev.", "Kiev", "It happened in Kyiv.", "Kyiv", OTHER, True),
    ("It happened in Kharkov.", "Kharkov", "It happened in Kharkiv.", "Kharkiv", OTHER, True),
    ("It happened in Turkey.", "Turkey", "It happened in Türkiye.", "Türkiye", OTHER, True),
    ("It happened in the UK.", "UK", "It happened in Britain.", "Britain", OTHER, True),
    ("It happened in the US.", "US", "It happened in the United States.", "United States", OTHER, True),
    ("It happened in the U.S. again.", "U.S.", "It happened in the USA.", "USA", OTHER, True),
    ("It happened in Burma.", "Burma", "It happened in Myanmar.", "Myanmar", OTHER, True),
    ("It happened in North Korea.", "North Korea", "It happened in South Korea.", "South Korea", SAME, False),
    ("It happened in Sudan.", "Sudan", "It happened in South Sudan.", "South Sudan", SAME, False),
    ("It happened in Guinea.", "Guinea", "It happened in Guinea-Bissau.", "Guinea-Bissau", SAME, False),
    ("It happened in Moscow.", "Moscow", "It happened in Russia.", "Russia", SAME, False),
    ("It happened in Odessa.", "Odessa", "It happened in Odesa.", "Odesa", OTHER, True),
    # governments by their seats
    ("Moscow has rejected the claim.", "Moscow", "The Kremlin said no.", "Kremlin", OTHER, True),
    ("Moscow has rejected the claim.", "Moscow", "It happened in Moscow.", "Moscow", SAME, False),
    ("Washington imposed sanctions.", "Washington", "The proposal of the American side was read.", "the American side", SAME, True),
    ("Washington said no.", "Washington", "Moscow said no.", "Moscow", SAME, False),
    # organisations
    ("The FSB said so.", "FSB", "The Federal Security Service said no.", "Federal Security Service", OTHER, True),
    ("Russia Today reported it.", "Russia Today", "RT reported it, RT said.", "RT", OTHER, True),
    ("The Times reported it.", "The Times", "The New York Times reported it.", "The New York Times", SAME, False),
    (
        "The National Grain Board (NGB) said so.", "National Grain Board",
        "The NGB said no. The NGB went on.", "NGB", SAME, True,
    ),
    ("The Finance Ministry said so.", "Finance Ministry", "The Interior Ministry said so.", "Interior Ministry", SAME, False),
    ("The Weir Foundation said so.", "Weir Foundation", "Tobin Weir said so.", "Tobin Weir", SAME, False),
    ("The Ruritan Defence Ministry said so.", "Ruritan Defence Ministry", "The Ruritan Ministry of Defence said so.", "Ruritan Ministry of Defence", SAME, True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "form", "second", "other", "story", "one"),
    PAIRS,
    ids=[f"{p[1]} {'=' if p[5] else '/'} {p[3]} ({p[4]})" for p in PAIRS],
)
def test_pair(first: str, form: str, second: str, other: str, story: str, one: bool) -> None:
    names_of = bound([first, second], one_story=story == SAME)
    assert (0, form) in names_of, f"{form} is no mention of: {first}"
    assert (1, other) in names_of, f"{other} is no mention of: {second}"
    assert (names_of[(0, form)] == names_of[(1, other)]) is one


def test_there_are_enough_pairs() -> None:
    assert len(PAIRS) >= 60
