"""What a reader does to the desk, in a real Chromium: marks, notes, search as you type, asking,
deciding; with and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_web_browser import AXE, address, browser, watched

from builders import make_desk
from rashomon.store import Desk

# The fixtures of the other browser tests, over a desk of their own that may be written to.
__all__ = ["address", "browser"]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def desk_ids(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    path = tmp_path_factory.mktemp("desk") / "desk.db"
    return make_desk(path) | {"path": str(path)}


SELECT = """() => {
  const paragraph = document.querySelector('p[data-at]');
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (!node.data.includes('governments')) node = walker.nextNode();
  const at = node.data.indexOf('governments');
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + 'governments'.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.mark.parametrize("scripts", [True, False])
def test_saving_says_so(
    browser: Any, address: str, desk_ids: dict[str, str], scripts: bool
) -> None:
    with watched(browser, address, java_script_enabled=scripts) as page:
        page.goto(f"{address}/story/{desk_ids['dam' if scripts else 'market']}")
        page.get_by_role("button", name="save", exact=True).click()
        page.wait_for_selector('button[data-keep="saved1"][aria-pressed="true"]')
        page.goto(f"{address}/notes")
        assert page.locator(f'a[href="/story/{desk_ids["dam" if scripts else "market"]}"]').count()


def test_a_note_on_selected_words(browser: Any, address: str, desk_ids: dict[str, str]) -> None:
    with watched(browser, address) as page:
        page.goto(f"{address}/article/{desk_ids['ledger']}")
        page.evaluate(SELECT)
        page.locator(".offer").click()
        assert page.locator("#note-words").input_value() == "governments"
        page.locator("#note-body").fill("which ones?")
        page.get_by_role("button", name="Keep the note").click()
        page.wait_for_selector(".mine")
        assert page.locator(".mine").inner_text() == "which ones?"
        assert page.locator(".own").first.inner_text() == "governments"
    with Desk(Path(desk_ids["path"])) as desk:
        row = desk.db.execute(
            'SELECT n.start, n."end", x.text FROM reader_notes n'
            " JOIN article_texts x ON x.article_id = n.article_id"
        ).fetchone()
        assert row["text"][row["start"] : row["end"]] == "governments"


def test_a_note_without_javascript(browser: Any, address: str, desk_ids: dict[str, str]) -> None:
    with watched(browser, address, java_script_enabled=False) as page:
        page.goto(f"{address}/article/{desk_ids['meridian']}")
        page.locator("#new-note summary").click()
        page.locator("#note-words").fill("There is no list,")
        page.locator("#note-body").fill("no list at all?")
        page.get_by_role("button", name="Keep the note").click()
        assert "no list at all?" in page.locator(".mine").all_inner_texts()


def test_search_follows_what_is_typed(browser: Any, address: str) -> None:
    with watched(browser, address) as page:
        page.goto(f"{address}/search")
        page.locator("#q").press_sequentially("sluices", delay=20)
        page.wait_for_selector(".hit")
        assert page.url.endswith("/search?q=sluices")
        page.locator("#q").fill("Lena")
        page.wait_for_selector("#hints option", state="attached")
        assert page.locator("#hints option").first.get_attribute("value") == "Lena Orrick"


def test_asking(browser: Any, address: str) -> None:
    with watched(browser, address, java_script_enabled=False) as page:
        page.goto(f"{address}/ask")
        page.locator("#ask").fill("How many households have had no water?")
        page.get_by_role("button", name="Ask").click()
        words = page.locator("blockquote a.words").first
        assert "11,400 households" in words.inner_text()
        words.click()
        assert page.locator("mark.s").first.inner_text().startswith("11,400")


def test_axe_finds_nothing_serious_on_the_pages_of_the_desk(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    source = AXE.read_text(encoding="utf-8")
    story = f"/story/{desk_ids['dam']}?find=dam"
    pages = (
        "/notes", "/decisions", "/ask", "/ask?q=How+many+households%3F", "/ask?q=Who+sold+it%3F",
        story, "/search", f"/article/{desk_ids['ledger']}?s=8-20", "/search?q=before:noon",
    )  # fmt: skip
    for scheme in ("light", "dark"):
        with watched(browser, address, color_scheme=scheme) as page:
            for path in pages:
                page.goto(address + path)
                page.evaluate(source)
                found = page.evaluate("axe.run(document)")["violations"]
                serious = [
                    (path, scheme, v["id"], [n["html"][:120] for n in v["nodes"]][:3])
                    for v in found
                    if v["impact"] in ("serious", "critical")
                ]
                assert serious == []


@pytest.mark.parametrize("width", [1440, 768, 390, 320])
def test_no_page_of_the_desk_is_wider_than_its_window(
    browser: Any, address: str, desk_ids: dict[str, str], width: int
) -> None:
    paths = ("/notes", "/decisions", "/ask?q=How+many%3F", f"/story/{desk_ids['dam']}?find=dam")
    with watched(browser, address, viewport={"width": width, "height": 800}) as page:
        for path in paths:
            page.goto(address + path)
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, (path, wide)


def test_no_form_lacks_its_token(browser: Any, address: str, desk_ids: dict[str, str]) -> None:
    with watched(browser, address) as page:
        for path in (f"/story/{desk_ids['dam']}", f"/article/{desk_ids['ledger']}", "/notes"):
            page.goto(address + path)
            for form in page.locator('form[method="post"]').all():
                token = form.locator('input[name="token"]').get_attribute("value")
                assert re.fullmatch(r"[0-9a-f]{64}", token)
