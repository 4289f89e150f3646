"""Which language a page speaks, and what of it stays as the outlets wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon import i18n
from rashomon.store import Desk, reader
from rashomon.web.app import create_app

GERMAN = {"Accept-Language": "de-AT,de;q=0.9,en;q=0.5"}
AT = "2031-05-16T12:00:00Z"


@pytest.fixture
def client(desk_ids: dict[str, str]) -> TestClient:
    return TestClient(create_app(Path(desk_ids["path"])), base_url="http://localhost")


@pytest.fixture
def hiding(desk_ids: dict[str, str]) -> Iterator[str]:
    """An outlet of the story of the dam, hidden meanwhile."""
    name = "Siyan Net"
    for hide in (True, False):
        with Desk(Path(desk_ids["path"]), write=True) as desk, desk.transaction() as db:
            reader.hide(db, name, hide, AT)
        if hide:
            yield name


def choose(client: TestClient, code: str, back: str = "/names") -> str:
    page = client.get("/")
    token = re.search(r'name="token" value="([0-9a-f]+)"', page.text)
    assert token is not None
    answer = client.post(
        "/language", data={"token": token[1], "language": code, "back": back},
        follow_redirects=False,
    )  # fmt: skip
    assert answer.status_code == 303
    return answer.headers["location"]


def test_the_browser_is_asked_first_and_english_is_the_rest(client: TestClient) -> None:
    for headers, lang, words in (
        (GERMAN, "de", "Geschichten"),
        ({"Accept-Language": "fr"}, "en", "Stories"),
        ({}, "en", "Stories"),
    ):
        page = client.get("/", headers=headers)
        assert f'<html lang="{lang}">' in page.text
        assert f'<h1 class="quiet">{words}</h1>' in page.text
        assert page.headers["content-language"] == lang
        assert {"Accept-Language", "Cookie"} <= set(page.headers["vary"].split(", "))


def test_what_the_reader_chooses_holds(client: TestClient) -> None:
    assert choose(client, "de", "/outlets?x=1") == "/outlets?x=1"
    assert '<html lang="de">' in client.get("/", headers={"Accept-Language": "en"}).text
    choose(client, "en")
    assert '<html lang="en">' in client.get("/", headers=GERMAN).text


def test_a_language_that_is_none_forgets_the_choice(client: TestClient) -> None:
    choose(client, "de")
    choose(client, "xx")
    assert '<html lang="en">' in client.get("/").text


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/", "/\\evil.example"])
def test_the_way_back_stays_here(client: TestClient, back: str) -> None:
    assert choose(client, "de", back) == "/"


def test_the_choice_asks_for_the_form_s_token(client: TestClient) -> None:
    answer = client.post("/language", data={"token": "x", "language": "de"}, headers=GERMAN)
    assert answer.status_code == 403
    assert "Dieses Formular ist älter" in answer.text


def test_the_page_that_is_shown_is_the_one_led_back_to(client: TestClient) -> None:
    page = client.get("/search", params={"q": "a & b"})
    assert 'name="back" value="/search?q=a+%26+b"' in page.text


def test_the_api_speaks_english(client: TestClient, desk_ids: dict[str, str]) -> None:
    address = f"/api/v1/stories/{desk_ids['dam']}"
    choose(client, "de")
    answer = client.get(address, headers=GERMAN)
    assert "content-language" not in answer.headers
    assert client.get("/api/v1/none", headers=GERMAN).json()["detail"].startswith("no such address")
    other = TestClient(client.app, base_url="http://localhost")
    assert answer.json() == other.get(address).json()


def test_one_request_does_not_speak_for_another(client: TestClient) -> None:
    assert "Geschichten" in client.get("/", headers=GERMAN).text
    assert "Geschichten" not in client.get("/").text
    assert i18n.language() == "en"


def test_words_of_outlets_keep_their_language(client: TestClient, desk_ids: dict[str, str]) -> None:
    page = client.get(f"/story/{desk_ids['dam']}", headers=GERMAN).text
    links = re.findall(r'<a class="words"[^>]*>', page)
    assert links
    assert all('lang="en"' in link for link in links)
    assert 'class="words" href="/article' in client.get(f"/story/{desk_ids['dam']}").text
    assert 'lang="en"' not in re.sub(
        r"<html[^>]*>|<button[^>]*>", "", client.get(f"/story/{desk_ids['dam']}").text
    )


def test_a_text_of_unknown_language_says_so(client: TestClient, desk_ids: dict[str, str]) -> None:
    page = client.get(f"/article/{desk_ids['hostile']}", headers=GERMAN).text
    assert '<div class="text" lang="">' in page


@pytest.mark.parametrize(
    "path", ["/story/none", "/article/none", "/name/none", "/outlet/none", "/page/none", "/none"]
)
def test_what_is_missing_is_said_in_german(client: TestClient, path: str) -> None:
    page = client.get(path, headers=GERMAN)
    assert page.status_code == 404
    assert re.search(r'<h1 class="quiet">(Dieser Desk hat|Unter dieser Adresse)', page.text)


def test_foreign_requests_are_refused_in_german(client: TestClient) -> None:
    answer = client.post("/keep", headers={**GERMAN, "Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert answer.text.startswith("Abgelehnt: diese Anfrage kommt von einer anderen Website")


class TestAStoryOfOne:
    def test_it_says_that_one_telling_is_all(
        self, client: TestClient, desk_ids: dict[str, str]
    ) -> None:
        page = client.get(f"/story/{desk_ids['market']}").text
        assert "One telling is all that there is" in page
        assert 'id="differ"' not in page
        assert 'href="#differ"' not in page
        assert ">The telling<" in page

    def test_no_section_is_empty(self, client: TestClient, desk_ids: dict[str, str]) -> None:
        page = client.get(f"/story/{desk_ids['market']}").text
        main = page[page.index("<main") : page.index("</main>")]
        for section in re.findall(r"<section.*?</section>", main, flags=re.DOTALL):
            text = re.sub(r"<h2.*?</h2>|<[^>]+>", "", section, flags=re.DOTALL)
            assert text.strip(), section

    def test_nothing_in_it_asks_to_set_apart(
        self, client: TestClient, desk_ids: dict[str, str]
    ) -> None:
        page = client.get(f"/story/{desk_ids['market']}").text
        assert "/split" not in page
        assert "/merge" in page


class TestHiddenOutlets:
    def test_its_tellings_are_folded_in_a_story_that_stays_whole(
        self, client: TestClient, desk_ids: dict[str, str], hiding: str
    ) -> None:
        page = client.get(f"/story/{desk_ids['dam']}").text
        aside = page[page.index('<aside class="b"') : page.index("</aside>")]
        shown, _, folded = aside.partition('<details class="folded">')
        assert "1 of a hidden outlet" in folded
        assert hiding in folded
        assert hiding not in shown

    def test_the_front_page_keeps_its_stories_and_its_counts(
        self, client: TestClient, desk_ids: dict[str, str], hiding: str
    ) -> None:
        page = client.get("/").text
        assert f"/story/{desk_ids['dam']}" in page
        assert f"<bdi>{hiding}</bdi>" not in page
        assert "1 hidden" in page

    def test_lists_fold_it(self, client: TestClient, hiding: str) -> None:
        outlets = client.get("/outlets").text
        shown, _, folded = outlets.partition('<details class="folded">')
        assert f">{hiding}</a>" in folded
        assert f">{hiding}</a>" not in shown
        found = client.get("/search", params={"q": "neighbour"}).text
        main = found[found.index("<main") : found.index("<aside")]
        assert hiding in main.partition('<details class="folded">')[2]
        assert f"<bdi>{hiding}</bdi>" not in main.partition('<details class="folded">')[0]

    def test_by_any_name_that_it_goes_by(self) -> None:
        from rashomon.views.reader import Hidden

        hidden = Hidden(["Associated Press"])
        assert "AP" in hidden
        assert "The AP" in hidden
        assert "Reuters" not in hidden
        assert None not in hidden
        assert "AP" not in Hidden()
