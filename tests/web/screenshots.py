"""Pictures of every kind of page: python tests/web/screenshots.py FOLDER [--desk DESK] [--whole]

Without a desk, that of `examples/newsroom` is built. Beside it stands a made-up story of three
hundred tellings. Each page is taken at 1440, 768 and 390 pixels, light and dark, and some of them
in German, as KIND-WIDTH-SCHEME.webp: what fits into the window, or with --whole the page to its
end. Needs Chromium and Playwright, as the browser tests do.
"""

from __future__ import annotations

import argparse
import base64
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import uvicorn

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]
from hundreds import write_story  # noqa: E402

from rashomon.model import Span  # noqa: E402
from rashomon.store import Desk, lookup, outlet_rows, read, reader  # noqa: E402
from rashomon.web.app import create_app  # noqa: E402
from rashomon.web.serve import listen  # noqa: E402

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-dev-shm-usage",
]  # fmt: skip
SIZES = ((1440, 900), (768, 1024), (390, 844))
# Pages name the files that they are from, as they were named to the build.
ROOT, SAMPLE = Path(__file__).parents[2], "examples/newsroom"
# Kinds that are taken in German, too.
GERMAN = ("front", "story", "story-of-one", "article", "notes")
QUALITY = 55
AT = "2031-05-16T12:00:00Z"


def kinds(desk_path: Path) -> dict[str, str]:
    """An address for each kind of page: of the story that most tell, and what belongs to it."""
    found = {
        "front": "/",
        "names": "/names",
        "outlets": "/outlets",
        "search-empty": "/search",
        "search-nothing": "/search?q=zyzzyva",
        "ask-empty": "/ask",
        "ask-silent": "/ask?" + urlencode({"q": "Who is the mayor of Zyzzyva?"}),
        "notes": "/notes",
        "decisions": "/decisions",
        "left-out": "/left-out",
        "missing": "/story/none",
    }
    with Desk(desk_path) as desk:
        rows = lookup.story_rows(desk.db, limit=1_000)
        if not rows:
            return found
        told = read.story(desk.db, rows[0].id)
        assert told is not None
        material = read.material(desk.db, told)
        outlet = next((row.name for row in outlet_rows.listed(desk.db)), None)
    saying = Counter(s.article_id for s in material.statements)
    article = max(material.articles, key=lambda a: (saying[a.id], a.id))
    speaker = next((s.speaker for s in material.statements if s.article_id == article.id), "they")
    of_speakers = {(s.article_id, s.speaker) for s in material.statements}
    names = Counter(
        link.name_id for link in material.links if (link.article_id, link.referent) in of_speakers
    )
    found["story"] = f"/story/{told.id}"
    alone = [row.id for row in rows if row.tellings == 1]
    if alone:
        found["story-of-one"] = f"/story/{alone[-1]}"
    found["article"] = f"/article/{quote(article.id, safe='')}"
    found["page"] = f"/page/{article.page_id}"
    words = [w for w in (article.title or "").split() if len(w) > 5 and w.isalpha()]
    found["search"] = f"/search?q={words[0] if words else 'said'}"
    found["ask"] = "/ask?" + urlencode({"q": f"What did {speaker} say?"})
    if names:
        found["name"] = f"/name/{names.most_common(1)[0][0]}"
    if outlet is not None:
        found["outlet"] = f"/outlet/{quote(outlet, safe='')}"
        found["front-narrowed"] = "/?" + urlencode({"outlet": outlet})
    return found


def keep(desk_path: Path, addresses: dict[str, str]) -> None:
    """What a reader may have done: an outlet hidden, a note made, an article and a story saved."""
    with Desk(desk_path, write=True) as desk, desk.transaction() as db:
        hidden = [row.name for row in outlet_rows.listed(db)][:2]
        reader.hide(db, hidden[-1], True, AT)
        article = read.article(db, addresses["article"].removeprefix("/article/"))
        story = read.story(db, addresses["story"].removeprefix("/story/"))
        assert article is not None
        assert story is not None
        moments = read.material(db, story).moments
        first = next((m.expression for m in moments if m.article_id == article.id), None)
        span = first or Span(article.id, 0, 60)
        reader.add_note(db, reader.note(article, span, "Ask the ministry about this.", AT))
        reader.mark(db, "saved", [article], 1, AT)
        reader.mark_story(db, "saved", story.id, story.title, 1, AT)


@contextmanager
def served(desk_path: Path) -> Iterator[str]:
    """The address of a desk that is served meanwhile."""
    listening = listen("127.0.0.1", None)
    config = uvicorn.Config(create_app(desk_path), log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


def take(
    browser: Any,
    address: str,
    wanted: dict[str, str],
    folder: Path,
    *,
    locale: str,
    whole: bool,
    schemes: tuple[str, ...] = ("light", "dark"),
) -> None:
    """Pictures of the addresses `wanted`, by the names that they are to have."""
    for width, height in SIZES:
        for scheme in schemes:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, locale=locale,
                # Nobody reads these pages: nothing is marked as read.
                extra_http_headers={"Purpose": "prefetch"},
            )  # fmt: skip
            page = context.new_page()
            camera = context.new_cdp_session(page)
            for kind, where in wanted.items():
                page.goto(address + where)
                file = folder / f"{kind}-{width}-{scheme}.webp"
                file.write_bytes(_picture(page, camera, whole))
            context.close()


def _picture(page: Any, camera: Any, whole: bool) -> bytes:
    from playwright.sync_api import Error

    asked = {"format": "webp", "quality": QUALITY, "captureBeyondViewport": whole}
    if whole:
        asked["clip"] = _whole(page)
    for attempt in range(5):
        try:
            return base64.b64decode(camera.send("Page.captureScreenshot", asked)["data"])
        except Error:
            # A browser on a busy machine may have nothing drawn yet.
            if attempt == 4:
                raise
            page.wait_for_timeout(500)
    raise AssertionError


def _whole(page: Any) -> dict[str, float]:
    size = page.evaluate("() => [innerWidth, document.documentElement.scrollHeight]")
    return {"x": 0, "y": 0, "width": size[0], "height": min(size[1], 12_000), "scale": 1}


def main(folder: Path, given: Path | None, *, whole: bool) -> None:
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.webp"):
        old.unlink()
    path = os.environ.get("RASHOMON_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        desk, large = Path(made) / "desk.db", Path(made) / "large.db"
        if given is None:
            command = [sys.executable, "-m", "rashomon", "build", SAMPLE, "--desk", str(desk)]
            # It ends with 3: one file of the sample is no page, on purpose.
            subprocess.run(command, check=False, cwd=ROOT, stdout=subprocess.DEVNULL)
        else:
            shutil.copy(given, desk)
        addresses = kinds(desk)
        hundreds = {"story-of-300": f"/story/{write_story(large)}"}
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        with served(desk) as address:
            take(browser, address, addresses, folder, locale="en-GB", whole=whole)
            if "article" in addresses:
                keep(desk, addresses)
                kept = {f"{k}-kept": addresses[k] for k in ("front", "story", "notes", "outlets")}
                take(
                    browser, address, kept, folder, locale="en-GB", whole=whole, schemes=("light",)
                )
            german = {f"{k}-de": addresses[k] for k in GERMAN if k in addresses}
            take(browser, address, german, folder, locale="de-DE", whole=whole, schemes=("light",))
        with served(large) as address:
            take(browser, address, hundreds, folder, locale="en-GB", whole=whole)
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--desk", type=Path)
    parser.add_argument("--whole", action="store_true", help="the pages to their ends")
    asked = parser.parse_args()
    main(asked.folder, asked.desk, whole=asked.whole)
