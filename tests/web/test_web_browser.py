"""The reading room in a real Chromium, over a real server on loopback."""

from __future__ import annotations

import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from rashomon.web.app import create_app

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "assets" / "axe.min.js"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def _chromium() -> str | None:
    named = os.environ.get("RASHOMON_CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser")


def _missing(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def address(desk_ids: dict[str, str]) -> Iterator[str]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    app = create_app(Path(desk_ids["path"]))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        _missing("the browser tests need Playwright: pip install playwright")
    path = _chromium()
    if path is None:
        _missing("the browser tests need Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        try:
            opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        except Error as error:
            _missing(f"Chromium at {path} does not start: {error.message.splitlines()[0]}")
        yield opened
        opened.close()


@contextmanager
def watched(browser: Any, address: str, **options: Any) -> Iterator[Any]:
    """A page on which no script may complain, no dialog may open and no other host be asked."""
    context = browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | options))
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.on(
        "request",
        lambda r: wrong.append(r.url) if not r.url.startswith((address, "data:")) else None,
    )
    yield page
    context.close()
    assert wrong == []


def kinds(ids: dict[str, str]) -> dict[str, str]:
    return {
        "front": "/",
        "story": f"/story/{ids['dam']}",
        "story of one": f"/story/{ids['market']}",
        "article": f"/article/{ids['ledger']}?s=130-180#s=130-180",
        "flattened article": f"/article/{ids['basket']}",
        "hostile article": f"/article/{ids['hostile']}",
        "name": f"/name/{ids['orrick']}",
        "search": "/search?q=engineers",
        "search without result": "/search?q=zebra",
        "left out": "/left-out",
        "page": f"/page/{ids['basket_page']}",
    }


def in_view(page: Any, selector: str) -> bool:
    return bool(
        page.evaluate(
            "s => { const r = document.querySelector(s).getBoundingClientRect();"
            " return r.top >= 0 && r.bottom <= innerHeight && r.width > 0; }",
            selector,
        )
    )


def test_from_the_front_page_to_the_words_of_a_quotation(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    with watched(browser, address, viewport={"width": 1280, "height": 400}) as page:
        page.goto(address)
        page.get_by_role("link", name="Maar and Orlav agree to meet over dam").first.click()
        assert page.url == f"{address}/story/{desk_ids['dam']}"
        assert page.get_by_role("heading", level=1).inner_text() == (
            "Maar and Orlav agree to meet over dam"
        )
        page.locator(".diff blockquote a", has_text="More than 14,000 homes").click()
        page.wait_for_selector("mark.s")
        assert page.locator("mark.s").first.inner_text() == "More than 14,000 homes"
        assert in_view(page, "mark.s")


@pytest.mark.parametrize("script", [True, False])
def test_a_quotation_opens_in_view_with_and_without_javascript(
    browser: Any, address: str, desk_ids: dict[str, str], script: bool
) -> None:
    options = {"java_script_enabled": script, "viewport": {"width": 700, "height": 300}}
    with watched(browser, address, **options) as page:
        page.goto(f"{address}/story/{desk_ids['dam']}")
        page.locator(".saying a.words", has_text="They will be released, once").click()
        page.wait_for_url(re.compile(r"/article/.*\?s=\d+-\d+#s=\d+-\d+"))
        box = page.locator("mark.s").first.bounding_box()
        assert box is not None
        assert 0 <= box["y"] <= 300
        marked = "".join(page.locator("mark.s").all_inner_texts())
        assert marked == "They will be released, once the court has heard them,"


def test_the_fragment_alone_marks_the_words(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    with watched(browser, address) as page:
        page.goto(f"{address}/article/{desk_ids['ledger']}#s=0-12")
        page.wait_for_selector("mark.s")
        assert page.locator("mark.s").inner_text() == "TELMI, May 3"
        page.evaluate("location.hash = '#s=15-30'")
        page.wait_for_function("document.querySelector('mark.s')?.textContent[0] === 'T'")
        page.wait_for_url(re.compile(r"\?s=15-30#s=15-30"))


def test_search_by_keyboard(browser: Any, address: str) -> None:
    with watched(browser, address) as page:
        page.goto(address)
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "q"
        page.keyboard.type("engineers")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/search\?q=engineers"))
        assert page.locator(".hit").count() == 2
        page.locator(".snippet a").first.click()
        page.wait_for_selector("mark.s")
        assert page.locator("mark.s").first.inner_text() == "engineers"


def test_the_keyboard_reaches_everything_and_its_focus_is_seen(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    with watched(browser, address) as page:
        page.goto(f"{address}/story/{desk_ids['dam']}")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        assert in_view(page, ".skip")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        seen = set()
        for _ in range(40):
            page.keyboard.press("Tab")
            where, outline = page.evaluate(
                "[document.activeElement.tagName + document.activeElement.textContent,"
                " getComputedStyle(document.activeElement).outlineStyle]"
            )
            seen.add(where)
            assert outline != "none", where
        assert len(seen) > 25
        page.locator("summary", has_text="1 more:").focus()
        page.keyboard.press("Enter")
        assert page.get_by_text("What the shutting is called").is_visible()


def test_a_note_leads_to_its_difference_even_behind_a_summary(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    with watched(browser, address, java_script_enabled=False) as page:
        page.goto(f"{address}/article/{desk_ids['ledger']}")
        page.locator(".n-d a", has_text="What the shutting is called").click()
        page.wait_for_url(re.compile(r"#d5$"))
        page.locator("#d5").wait_for(state="visible")
        assert in_view(page, "#d5 h3")


def test_marks_can_be_switched_off(browser: Any, address: str, desk_ids: dict[str, str]) -> None:
    with watched(browser, address, java_script_enabled=False) as page:
        page.goto(f"{address}/article/{desk_ids['ledger']}")
        for name, note in (("statements", ".n-q"), ("dates", ".n-t"), ("differences", ".n-d")):
            assert page.locator(note).first.is_visible()
            page.get_by_role("checkbox", name=re.compile(name)).uncheck()
            assert not page.locator(note).first.is_visible()


def test_no_page_is_wider_than_its_window(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    # 640 is a window of 1280 at 200% zoom.
    for width in (320, 390, 640, 1440):
        with watched(browser, address, viewport={"width": width, "height": 800}) as page:
            for kind, path in kinds(desk_ids).items():
                page.goto(address + path)
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
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            result = page.evaluate("axe.run(document)")
            assert len(result["passes"]) > 10
            found += [
                (kind, v["id"], v["impact"], v["nodes"][0]["html"][:160])
                for v in result["violations"]
                if v["impact"] in ("serious", "critical", "moderate")
            ]
    assert found == []


def test_a_missing_page_helps(browser: Any, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/story/1111111111")
    assert page.get_by_role("heading", level=1).is_visible()
    page.get_by_role("link", name="All stories").click()
    assert page.url == address + "/"
    context.close()


def test_hostile_markup_is_text(browser: Any, address: str, desk_ids: dict[str, str]) -> None:
    with watched(browser, address) as page:
        for path in ("/", f"/article/{desk_ids['hostile']}", f"/story/{desk_ids['market']}",
                     f"/page/{desk_ids['hostile_page']}", "/search?q=mayor"):  # fmt: skip
            page.goto(address + path)
            page.wait_for_load_state("load")
            assert "taken" not in page.title()
            assert page.locator("iframe, img, main script, main style").count() == 0
        page.goto(f"{address}/article/{desk_ids['hostile']}")
        text = page.locator(".text").inner_text()
        assert "<script>document.title='taken'</script>" in text
        assert page.locator("h1").inner_text() == "<script>alert('title')</script> & <b>bold</b>"


def test_print_leaves_out_what_is_for_the_screen(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    with watched(browser, address) as page:
        page.goto(f"{address}/story/{desk_ids['dam']}")
        folded = page.locator("#d5 h3")
        assert not folded.is_visible()
        page.emulate_media(media="print")
        assert not page.locator(".bar").is_visible()
        assert page.locator("h1").is_visible()
        # What waits behind a summary is printed, and the address of a telling's source.
        assert folded.bounding_box()["height"] > 0
        assert page.locator(".address").first.inner_text() == "https://ledger.example/dam?a=1&b=2"
        page.emulate_media(media="screen")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert folded.is_visible()
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert not folded.is_visible()


def test_on_a_phone_the_timeline_stands_upright_with_what_is_planned(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    with watched(browser, address, viewport={"width": 390, "height": 844}) as page:
        page.goto(f"{address}/story/{desk_ids['dam']}")
        assert not page.locator("svg.axis").is_visible()
        planned = page.locator(".upright .plan", has_text="9 May")
        assert planned.is_visible()
        assert "planned" in planned.inner_text()
        planned.get_by_role("link").click()
        assert in_view(page, ".time li:target h3")
        # Who published when is stacked, too: no day is out of the window.
        assert not page.locator("svg.coverage").is_visible()
        copied = page.locator("#coverage ~ figure .upright .plan")
        assert "Newsbasket" in copied.inner_text()
        assert copied.is_visible()
    with watched(browser, address, viewport={"width": 1440, "height": 900}) as page:
        page.goto(f"{address}/story/{desk_ids['dam']}")
        assert page.locator("svg.axis").is_visible()
        assert page.locator("svg.coverage").is_visible()
        assert not page.locator(".upright").first.is_visible()


def test_an_inferred_date_says_so_to_eyes_and_ears(
    browser: Any, address: str, desk_ids: dict[str, str]
) -> None:
    with watched(browser, address) as page:
        page.goto(f"{address}/story/{desk_ids['dam']}")
        date = page.locator(".tell ul time").first
        assert "≈" in date.inner_text()
        assert date.get_attribute("title") == "3 May 2025, worked out: its original"
        assert "(worked out: its original)" in (date.text_content() or "")
