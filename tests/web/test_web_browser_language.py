"""In a real Chromium: another language, a story of one, hidden outlets, saving in lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from test_web_browser import AXE, address, browser, kinds, watched

from rashomon.store import Desk, reader

__all__ = ["address", "browser"]
pytestmark = pytest.mark.browser

AT = "2031-05-16T12:00:00Z"
MORE = {
    "outlets": "/outlets", "names": "/names", "yours": "/notes", "decisions": "/decisions",
    "ask": "/ask?q=How+many+towns%3F",
}  # fmt: skip


@pytest.mark.parametrize("javascript", [True, False])
def test_the_language_is_chosen_in_the_footer(
    browser: Any, address: str, desk_ids: dict[str, str], javascript: bool
) -> None:
    where = f"{address}/story/{desk_ids['dam']}"
    with watched(browser, address, locale="en-GB", java_script_enabled=javascript) as page:
        page.goto(where)
        assert page.locator("html").get_attribute("lang") == "en"
        page.get_by_role("button", name="Deutsch").click()
        page.wait_for_load_state()
        assert page.url == where
        assert page.locator("html").get_attribute("lang") == "de"
        assert page.locator("#tellings").inner_text().lower().startswith("die darstellungen")
        # It holds on the next page, against what the browser asks for.
        page.get_by_role("link", name="Medien", exact=True).click()
        assert page.locator("h1").inner_text() == "Medien"
        page.get_by_role("button", name="English").click()
        page.wait_for_load_state()
        assert page.locator("h1").inner_text() == "Outlets"


def test_a_german_browser_reads_german(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    with watched(browser, address, locale="de-DE") as page:
        page.goto(f"{address}/story/{desk_ids['dam']}")
        assert page.locator("html").get_attribute("lang") == "de"
        quoted = page.locator(".diff a.words").first
        assert quoted.get_attribute("lang") == "en"
        page.keyboard.press("?")
        assert page.locator("dialog h2").text_content() == "Tasten"


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_no_german_page_is_wider_than_its_window(
    browser: Any, address: str, desk_ids: dict[str, str], width: int
) -> None:
    viewport = {"width": width, "height": 844}
    with watched(browser, address, locale="de-DE", viewport=viewport) as page:
        wide = []
        for kind, where in (kinds(desk_ids) | MORE).items():
            page.goto(address + where)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append(kind)
        assert wide == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_german(
    browser: Any, address: str, desk_ids: dict[str, str], scheme: str
) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, locale="de-DE")
    page = context.new_page()
    serious = []
    for kind, where in (kinds(desk_ids) | MORE | {"missing": "/story/none"}).items():
        page.goto(address + where)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        page.add_script_tag(path=str(AXE))
        found = page.evaluate("() => axe.run(document)")
        serious += [
            (kind, v["id"], v["impact"], v["nodes"][0]["html"][:120])
            for v in found["violations"]
            if v["impact"] in ("serious", "critical")
        ]
    context.close()
    assert serious == []


def test_a_story_of_one_is_read_from_its_first_screen(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    with watched(browser, address, locale="en-GB") as page:
        page.goto(f"{address}/story/{desk_ids['market']}")
        said = page.locator("p.alone")
        assert said.is_visible()
        assert page.locator("#differ").count() == 0
        said.get_by_role("link").click()
        assert page.locator("body").get_attribute("class") == "article"


def test_an_outlet_is_hidden_and_its_tellings_can_be_opened(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    story = f"{address}/story/{desk_ids['dam']}"
    try:
        with watched(browser, address, locale="en-GB") as page:
            page.goto(f"{address}/outlet/Siyan Net")
            page.get_by_role("button", name="Hide it in lists").click()
            page.wait_for_load_state()
            page.goto(story)
            telling = page.locator(".tell h3", has_text="Why the neighbour asks to talk now")
            assert not telling.is_visible()
            page.locator("aside .folded summary").click()
            assert telling.is_visible()
            page.locator("aside .folded").get_by_role("link", name="Hidden outlets").click()
            page.get_by_role("button", name="Show again Siyan Net").click()
            page.wait_for_load_state()
            page.goto(story)
            assert telling.is_visible()
    finally:
        with Desk(Path(desk_ids["path"]), write=True) as desk, desk.transaction() as db:
            reader.hide(db, "Siyan Net", False, AT)


def test_s_saves_what_is_gone_to_in_a_list(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    with watched(browser, address, locale="en-GB") as page:
        page.goto(address)
        card = page.locator("article.card, .singles li", has=page.locator(
            f'h3 a[href="/story/{desk_ids["dam"]}"]'))  # fmt: skip
        for _ in range(20):
            page.keyboard.press("j")
            if page.evaluate("document.activeElement.getAttribute('href')") == (
                f"/story/{desk_ids['dam']}"
            ):
                break
        before = page.evaluate("document.activeElement.getAttribute('href')")
        page.keyboard.press("s")
        card.locator(".is-saved").wait_for()
        assert page.locator("#heard").inner_text() == "saved"
        assert page.evaluate("document.activeElement.getAttribute('href')") == before
        page.reload()
        assert card.locator(".is-saved").count() == 1
        card.locator("h3 a").focus()
        page.keyboard.press("s")
        card.locator(".is-saved").wait_for(state="detached")
        page.goto(f"{address}/notes")
        assert page.locator("#saved + .empty").is_visible()
