"""Outlets, the lists of outlets and names, and what narrows the front page down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from builders import make_article, make_page
from rashomon import copies, stories
from rashomon.model import Article, Name, NameLink, Reading
from rashomon.store import Desk, write
from rashomon.views.outlet import outlet
from rashomon.views.words import outlet_path
from rashomon.web.app import create_app


@pytest.fixture(scope="module")
def client(desk_ids: dict[str, str]) -> Iterator[TestClient]:
    app = create_app(Path(desk_ids["path"]))
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as made:
        yield made


LONG = (
    "The mayor of Lower Quill opened the rebuilt bridge on Monday after nine years of delays. "
    "Engineers had found cracks in three of its piers, and the province refused twice to pay. "
    "Traders on both banks said they had lost half of their customers in that time. "
    "A choir sang, and the first bus crossed a little after noon."
)


def lay(path: Path, articles: list[Article]) -> None:
    with Desk(path, write=True) as desk, desk.transaction() as db:
        for article in articles:
            page = make_page(article.text, id=article.page_id, origin=f"{article.id}.txt")
            write.page(db, page, Reading(page.id, page.body, (article,), ()))
        families = copies.find(articles)
        write.copies(db, families)
        write.stories(db, stories.group(articles, families))
        place = Name("n1", "Lower Quill", "place", ("Lower Quill", "LOWER QUILL"))
        person = Name("n2", "Ada Quillon", "person", ("Ada Quillon",))
        links = [NameLink("a1", "Lower Quill", "n1"), NameLink("a4", "Ada Quillon", "n2")]
        write.names(db, [place, person], links)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The Gale copies the Quill Herald twice, and the Herald the Gale once."""
    other = LONG.replace("mayor", "bishop").replace("bridge", "chapel")[:200] + " It is said."
    articles = [
        make_article(LONG, id="a1", page_id="p1", title="Bridge open", outlet="Quill Herald", published="2031-03-03"),
        make_article(LONG, id="a2", page_id="p2", title="Bridge open", outlet="the Gale", published="2031-03-04"),
        make_article(LONG[:180], id="a3", page_id="p3", title="Bridge open", outlet="Gale", published="2031-03-05"),
        make_article(other, id="a4", page_id="p4", title="Chapel open", outlet="Gale", published="2031-04-01", language="nl"),
        make_article("Rain is expected in the hills.", id="a5", page_id="p5", title="Rain", outlet=None, published=None),
    ]  # fmt: skip
    lay(tmp_path / "desk.db", articles)
    return tmp_path / "desk.db"


def test_an_outlet_says_how_much_is_its_own_and_who_copies_whom(copied: Path) -> None:
    with Desk(copied) as desk:
        gale = outlet(desk.db, "the Gale")
        herald = outlet(desk.db, "Quill Herald")
        assert outlet(desk.db, "Nobody") is None
    assert gale is not None
    assert herald is not None
    assert (gale.name, gale.article_count, gale.own) == ("Gale", 3, 1)
    assert gale.own_share == "1 of 3 its own"
    assert gale.written == ("the Gale",)
    assert sorted((o.name, o.count) for o in gale.takes_from) == [
        ("Quill Herald", 1),
        ("itself", 1),
    ]
    assert sum(o.count for o in gale.takes_from) == 2
    assert sum(o.count for o in gale.copied) == 2
    assert herald.own_share == "all its own"
    assert [(o.name, o.href) for o in herald.taken_by] == [("Gale", "/outlet/Gale")]
    assert [one.source.article_id for one in gale.articles] == ["a4", "a3", "a2"]


def test_outlets_are_listed_with_what_is_their_own(copied: Path) -> None:
    with TestClient(create_app(copied), base_url="http://127.0.0.1") as client:
        page = client.get("/outlets").text
    rows = re.findall(r'<a href="(/outlet/[^"]+)">([^<]+)</a></th><td class="n">(\d+)</td><td class="n">(\d+)</td>', page)  # fmt: skip
    assert rows == [("/outlet/Gale", "Gale", "3", "1"), ("/outlet/Quill%20Herald", "Quill Herald", "1", "1")]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("", {"Bridge open", "Chapel open", "Rain"}),
        ("outlet=Gale", {"Bridge open", "Chapel open"}),
        ("outlet=Quill+Herald", {"Bridge open"}),
        ("outlet=Unheard+Of", set()),
        ("language=nl", {"Chapel open"}),
        ("language=%22", set()),
        ("kind=several", set()),
        ("kind=one", {"Bridge open", "Chapel open", "Rain"}),
        ("kind=differ", set()),
        ("kind=bad", {"Bridge open", "Chapel open", "Rain"}),
        ("day=2031-03-04", {"Bridge open"}),
        ("day=2031-03-06", set()),
        ("day=2031-3-4", {"Bridge open", "Chapel open", "Rain"}),
        ("place=Atlantis", set()),
        ("place=lower+quill", {"Bridge open"}),
        ("place=Lower+Quill&kind=several", set()),
        ("day=2031-04-01&outlet=Gale&language=nl", {"Chapel open"}),
    ],
)
def test_the_front_page_is_narrowed_down(copied: Path, asked: str, titles: set[str]) -> None:
    with TestClient(create_app(copied), base_url="http://127.0.0.1") as client:
        page = client.get("/?" + asked)
    assert page.status_code == 200
    found = set(re.findall(r'<h3[^>]*><a href="/story/[^"]+">([^<]+)</a></h3>', page.text))
    assert found == titles


def test_days_lead_from_one_to_the_next_that_has_articles(copied: Path) -> None:
    with TestClient(create_app(copied), base_url="http://127.0.0.1") as client:
        first = client.get("/").text
        page = client.get("/?day=2031-03-05&outlet=Gale").text
    assert re.findall(r'href="/\?day=([\d-]+)"', first) == ["2031-04-01", "2031-03-05", "2031-03-04", "2031-03-03"]  # fmt: skip
    assert 'rel="next" href="/?outlet=Gale&amp;day=2031-04-01"' in page
    assert 'href="/?outlet=Gale&amp;day=2031-03-05" aria-current="page"' in page


def test_stories_of_several_tellings_are_set_apart(
    client: TestClient, desk_ids: dict[str, str]
) -> None:
    several, one = (client.get(f"/?kind={kind}").text for kind in ("several", "one"))
    assert f"/story/{desk_ids['dam']}" in several
    assert f"/story/{desk_ids['market']}" not in several
    assert f"/story/{desk_ids['dam']}" not in one
    assert f"/story/{desk_ids['market']}" in one


def test_names_are_listed_by_type_and_beginning(copied: Path) -> None:
    def listed(query: str) -> list[str]:
        found = client.get(f"/names?{query}").text
        return re.findall(r'<li><bdi><a href="/name/[^"]+">([^<]+)</a>', found)

    with TestClient(create_app(copied), base_url="http://127.0.0.1") as client:
        assert listed("") == ["Ada Quillon", "Lower Quill"]
        assert listed("type=place") == ["Lower Quill"]
        assert listed("type=organisation") == []
        assert listed("type=nothing") == ["Ada Quillon", "Lower Quill"]
        assert listed("start=Lo") == ["Lower Quill"]
        assert listed("start=Lo&type=person") == []
        assert "No name on this desk begins so." in client.get("/names?start=%F0%9F%90%9F").text
        line = re.search(r"Lower Quill</a></bdi> <span[^>]*>([^<]+)", client.get("/names").text)
    assert line is not None
    assert line[1] == "place, 1 story, 1 article; also “LOWER QUILL”"


def test_an_outlets_page_can_hold_any_name(client: TestClient) -> None:
    page = client.get(outlet_path("<i>Outlet</i>"))
    assert page.status_code == 200
    assert "<i>Outlet" not in page.text
    assert "&lt;i&gt;Outlet&lt;/i&gt;" in page.text
    assert client.get("/outlet/" + quote("no/such ‘outlet’ \U0001f41f", safe="")).status_code == 404
    assert client.get("/outlet/%ff%00").status_code == 404
