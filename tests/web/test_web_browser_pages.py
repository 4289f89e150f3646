"""All kinds of page in a real Chromium: reach, keys, first screen, directions of writing, versions,
a story of three hundred articles."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hundreds import hundreds, read_as, write_findings
from starlette.testclient import TestClient
from test_web_browser import AXE, address, browser, in_view, watched

from builders import make_desk, make_story
from builders import span_of as span
from rashomon.model import Brief, Copy, Story
from rashomon.store import Desk, write
from rashomon.web.app import create_app
from rashomon.web.render import static_bytes

__all__ = ["address", "browser"]
pytestmark = pytest.mark.browser

FIRST = "Four barges sank in the lower basin.\n\nThe harbour office of Quill said four were hurt."
LATER = "Five barges sank in the lower basin.\n\nThe harbour office of Quill said six were hurt."
# Invented: "The harbour opened today. The minister of Quill said: there is water."
ARABIC = "فتح الميناء اليوم في قوِل.\n\nقال وزير قوِل: يوجد ماء."
HEBREW_HEADLINE = "הנמל נפתח היום בקוויל"


def _versions() -> tuple[Story, list[Any], list[Any], list[Copy]]:
    url = "https://quill.example/basin"
    first, one = read_as(
        "v1", FIRST, title="Barges sink", outlet="Quill Herald", url=url, published="2031-03-02"
    )
    later, two = read_as(
        "v2", LATER, title="Five barges sink", outlet="Quill Herald", url=url,
        published="2031-03-03",
    )  # fmt: skip
    copies = [
        Copy(first.id, "v", None, "original", 1.0, "the oldest"),
        Copy(later.id, "v", first.id, "revision", 0.8, "the same address"),
    ]
    return make_story(first, later, tellings=1), [first, later], [one, two], copies


def _right_to_left() -> tuple[Story, list[Any], list[Any]]:
    arabic, one = read_as(
        "ar", ARABIC, title="فتح الميناء", outlet="صحيفة قوِل", language="ar", published="2031-03-04"
    )
    hebrew, two = read_as(
        "he", "הנמל נפתח.", title=HEBREW_HEADLINE, outlet="Quill Net", language="he",
        published="2031-03-04",
    )  # fmt: skip
    return make_story(arabic, hebrew), [arabic, hebrew], [one, two]


@pytest.fixture(scope="module")
def desk_ids(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    path: Path = tmp_path_factory.mktemp("pages") / "desk.db"
    barges, versions, readings, copies = _versions()
    harbour, written, more = _right_to_left()
    bridge, many, most, contrasts = hundreds()
    with Desk(path, write=True) as desk, desk.transaction() as db:
        for page, reading in [*readings, *more, *most]:
            write.page(db, page, reading)
        write.copies(db, copies)
        write.stories(db, [barges, harbour, bridge])
        write_findings(db, bridge, many, contrasts)
        spans = (span(a, a.text.split("\n")[0]) for a in written)
        write.brief(db, Brief(harbour.id, tuple(spans)))
    return {
        "path": str(path), "barges": barges.id, "first": versions[0].id, "later": versions[1].id,
        "harbour": harbour.id, "arabic": written[0].id, "hebrew": written[1].id,
        "bridge": bridge.id, "of many": many[0].id,
    }  # fmt: skip


def kinds(ids: dict[str, str]) -> dict[str, str]:
    return {
        "front": "/",
        "narrowed": "/?outlet=Quill+Herald",
        "a day": "/?day=2031-03-04",
        "narrowed to nothing": "/?outlet=Nobody",
        "story of hundreds": f"/story/{ids['bridge']}",
        "story of two scripts": f"/story/{ids['harbour']}",
        "versions": f"/article/{ids['later']}",
        "right to left": f"/article/{ids['arabic']}",
        "outlet": "/outlet/Quill%20Herald",
        "outlet of another script": "/outlet/" + quote("صحيفة قوِل"),
        "outlets": "/outlets",
        "names, none": "/names",
        "ask": "/ask",
        "ask, answered": "/ask?q=How+many+barges+sank%3F",
        "ask, not answered": "/ask?q=Who+likes+zebras%3F",
        "search, empty": "/search",
        "notes": "/notes",
        "decisions": "/decisions",
        "left out": "/left-out",
    }


def test_no_page_is_wider_than_its_window(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    for width in (320, 640):
        with watched(browser, address, viewport={"width": width, "height": 800}) as page:
            for kind, path in kinds(desk_ids).items():
                page.goto(address + path)
                page.evaluate(
                    "document.querySelectorAll('main details').forEach(d => d.open = true)"
                )
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width, f"{kind} at {width}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(
    browser: Any, address: str, desk_ids: dict[str, str], scheme: str
) -> None:
    source = AXE.read_text(encoding="utf-8")
    found = []
    with watched(browser, address, color_scheme=scheme) as page:
        for kind, path in kinds(desk_ids).items():
            page.goto(address + path)
            page.evaluate(f"{source}; undefined")
            if kind != "story of hundreds":
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            result = page.evaluate("axe.run(document)")
            found += [
                (kind, v["id"], v["impact"], v["nodes"][0]["html"][:160])
                for v in result["violations"]
                if v["impact"] in ("serious", "critical", "moderate")
            ]
    assert found == []


def test_pages_are_read_without_javascript_and_skipped_into(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    with watched(browser, address, java_script_enabled=False) as page:
        for kind, path in kinds(desk_ids).items():
            page.goto(address + path)
            assert page.locator("h1").is_visible(), kind
            page.keyboard.press("Tab")
            if kind.startswith("ask"):
                continue  # Its field has the focus from the start.
            assert page.locator(".skip").evaluate("e => e === document.activeElement"), kind


def test_keys_go_through_a_list_open_save_and_tell(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    at = "document.activeElement.textContent.trim()"
    with watched(browser, address) as page:
        page.goto(address + "/")
        titles = page.locator(".card h3, .singles h3").all_inner_texts()
        page.keyboard.press("j")
        assert page.evaluate(at) == titles[0]
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        page.keyboard.press("j")
        assert page.evaluate(at) == titles[1]
        page.keyboard.press("k")
        page.keyboard.press("k")
        assert page.evaluate(at) == titles[0]
        page.keyboard.press("o")
        page.wait_for_url(re.compile("/story/"))
        page.keyboard.press("s")
        page.wait_for_selector('button[data-keep="saved1"][aria-pressed="true"], '
                               'button[data-keep="saved0"][aria-pressed="true"]')  # fmt: skip
        page.keyboard.press("?")
        assert page.locator("#keys").is_visible()
        page.keyboard.press("j")
        page.keyboard.press("Escape")
        assert not page.locator("#keys").is_visible()
        page.keyboard.press("/")
        page.keyboard.type("jokes?")
        assert page.locator("#q").input_value() == "jokes?"
        assert not page.locator("#keys").is_visible()


def test_saving_by_key_leaves_one_where_one_is(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    at = "document.activeElement.outerHTML.slice(0, 200)"
    button = '[data-keep="saved1"][aria-pressed="{}"]'
    with watched(browser, address) as page:
        page.goto(f"{address}/story/{desk_ids['harbour']}")
        before = page.locator('[data-keep="saved1"]').get_attribute("aria-pressed")
        after = "false" if before == "true" else "true"
        page.keyboard.press("j")
        here = page.evaluate(at)
        assert page.evaluate("document.activeElement !== document.body")
        page.keyboard.press("s")
        page.wait_for_selector(button.format(after))
        assert page.evaluate(at) == here
        page.keyboard.press("j")
        assert page.evaluate(at) != here
        page.keyboard.press("k")
        assert page.evaluate(at) == here
        # The button itself keeps the focus, too.
        page.locator('[data-keep="saved1"]').focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(button.format(before))
        assert page.evaluate("document.activeElement.dataset.keep") == "saved1"


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_the_first_screen_of_a_story_says_what_happened_who_says_so_and_where_they_differ(
    browser: Any, address: str, desk_ids: dict[str, str], size: tuple[int, int]
) -> None:
    with watched(browser, address, viewport={"width": size[0], "height": size[1]}) as page:
        page.goto(f"{address}/story/{desk_ids['bridge']}")
        for selector in ("h1", ".brief.lead .words", ".brief.lead .src", ".glance .points li"):
            assert in_view(page, selector), selector
        assert page.locator(".glance li").first.inner_text().split("1", 1)[1] == " 11 / 14 / 10 / …"


def test_text_stands_in_its_own_direction(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    way = "e => getComputedStyle(e).direction"
    with watched(browser, address) as page:
        page.goto(f"{address}/article/{desk_ids['arabic']}")
        assert page.locator("h1").evaluate(way) == "rtl"
        assert page.locator(".para > p").first.evaluate(way) == "rtl"
        assert page.locator(".meta").first.evaluate(way) == "ltr"
        assert page.locator(".text").get_attribute("lang") == "ar"
        page.goto(f"{address}/story/{desk_ids['harbour']}")
        assert page.locator("p.brief").first.evaluate(way) == "rtl"
        assert page.locator(".tell h3", has_text=HEBREW_HEADLINE).evaluate(way) == "rtl"
        page.goto(f"{address}/article/{desk_ids['later']}")
        assert page.locator(".para > p").first.evaluate(way) == "ltr"


def test_versions_show_what_was_added_and_removed(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    for article in ("first", "later"):
        with watched(browser, address, java_script_enabled=False) as page:
            page.goto(f"{address}/article/{desk_ids[article]}")
            page.get_by_role("link", name="2 versions").click()
            assert in_view(page, "#versions")
            section = page.locator("section.versions")
            assert [one.strip() for one in section.locator("del").all_inner_texts()] == [
                "Barges", "Four", "four",
            ]  # fmt: skip
            assert [one.strip() for one in section.locator("ins").all_inner_texts()] == [
                "Five barges", "Five", "six",
            ]  # fmt: skip
            other = desk_ids["later" if article == "first" else "first"]
            assert section.get_by_role("link").get_attribute("href") == f"/article/{other}"


def test_an_outlet_is_a_click_away_from_its_article_and_its_telling(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    with watched(browser, address) as page:
        for path in (f"/article/{desk_ids['first']}", f"/story/{desk_ids['barges']}"):
            page.goto(address + path)
            page.locator("main").get_by_role("link", name="Quill Herald", exact=True).first.click()
            assert page.locator("h1").inner_text() == "Quill Herald"


def test_words_open_the_original_at_these_words(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    with watched(browser, address) as page:
        page.goto(f"{address}/article/{desk_ids['first']}?s=0-11")
        link = page.get_by_role("link", name="open the original at these words")
        assert link.get_attribute("href") == "https://quill.example/basin#:~:text=Four%20barges"
        assert "1 minute to read" in page.locator(".meta").first.inner_text()


def test_print_has_the_text_alone(browser: Any, address: str, desk_ids: dict[str, str]) -> None:
    with watched(browser, address) as page:
        page.emulate_media(media="print")
        for kind, path in kinds(desk_ids).items():
            page.goto(address + path)
            assert page.locator("h1").is_visible(), kind
            for screen_only in (".bar", ".keep", "#keys", ".foot"):
                shown = page.locator(screen_only)
                assert not shown.count() or not shown.first.is_visible(), (kind, screen_only)


def test_pages_weigh_little(desk_ids: dict[str, str], tmp_path: Path) -> None:
    """What a reader's first look at a page loads, as it is sent: the page, styles and scripts."""
    small = make_desk(tmp_path / "small.db")
    paths = [f"/story/{small['dam']}", f"/article/{small['ledger']}", f"/name/{small['orrick']}"]
    for desk, wanted in ((desk_ids["path"], kinds(desk_ids).values()),
                         (str(tmp_path / "small.db"), paths)):  # fmt: skip
        with TestClient(create_app(Path(desk)), base_url="http://127.0.0.1") as client:
            for path in wanted:
                text = client.get(path).text
                files = re.findall(r'(?:href|src)="/static/([^?"]+)', text)
                assert len(files) > 3
                sent = sum(len(gzip.compress(static_bytes(name))) for name in files)
                assert sent + len(gzip.compress(text.encode())) < 150_000, path
