"""Screenshots of every kind of page of a desk: python tests/web/screenshots.py DESK FOLDER [--whole].

Needs Chromium and Playwright, as the browser tests do. Files are named KIND-WIDTH-SCHEME.png and
show what fits into the window; with --whole, the pages to their ends.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote, urlencode

import uvicorn

from rashomon.store import Desk, lookup
from rashomon.web.app import create_app
from rashomon.web.serve import listen

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
SIZES = ((1440, 900), (768, 1024), (390, 844))


def kinds(desk_path: Path) -> dict[str, str]:
    """An address for each kind of page: of the story that most tell, and what belongs to it."""
    found = {
        "front": "/",
        "names": "/names",
        "outlets": "/outlets",
        "search-empty": "/search",
        "search-nothing": "/search?q=zyzzyva",
        "ask-empty": "/ask",
        "notes": "/notes",
        "decisions": "/decisions",
        "left-out": "/left-out",
        "missing": "/story/none",
    }
    with Desk(desk_path) as desk:
        rows = lookup.story_rows(desk.db, limit=1_000)
        if not rows:
            return found
        story = rows[0].id
        article = desk.db.execute(
            "SELECT a.id, a.page_id, a.title, a.outlet, s.speaker FROM story_articles m"
            " JOIN articles a ON a.id = m.article_id LEFT JOIN statements s ON s.article_id = a.id"
            " WHERE m.story_id = ? GROUP BY a.id ORDER BY count(s.id) DESC, a.id LIMIT 1",
            (story,),
        ).fetchone()
        name = desk.db.execute(
            "SELECT l.name_id FROM name_links l JOIN statements s ON s.article_id = l.article_id"
            " AND s.speaker = l.referent GROUP BY l.name_id ORDER BY count(*) DESC, 1 LIMIT 1"
        ).fetchone()
        outlet = desk.db.execute(
            "SELECT outlet FROM articles WHERE outlet IS NOT NULL GROUP BY outlet"
            " ORDER BY count(*) DESC, outlet LIMIT 1"
        ).fetchone()
    found["story"] = f"/story/{story}"
    alone = next((row.id for row in rows if row.tellings == 1), None)
    if alone is not None:
        found["story-of-one"] = f"/story/{alone}"
    found["article"] = f"/article/{quote(article['id'], safe='')}"
    found["page"] = f"/page/{article['page_id']}"
    words = [w for w in (article["title"] or "").split() if len(w) > 5 and w.isalpha()]
    found["search"] = f"/search?q={words[0] if words else 'said'}"
    found["ask"] = "/ask?" + urlencode({"q": f"What did {article['speaker'] or 'they'} say?"})
    if name is not None:
        found["name"] = f"/name/{name['name_id']}"
    if outlet is not None:
        found["outlet"] = f"/outlet/{quote(outlet['outlet'], safe='')}"
        found["front-narrowed"] = "/?" + urlencode({"outlet": outlet["outlet"]})
    return found


def main(desk_path: Path, folder: Path, *, whole: bool = False) -> None:
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    addresses = kinds(desk_path)
    listening = listen("127.0.0.1", None)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    config = uvicorn.Config(create_app(desk_path), log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    path = os.environ.get("RASHOMON_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for width, height in SIZES:
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if scheme == "dark" else "light",
                )
                page = context.new_page()
                for kind, where in addresses.items():
                    page.goto(address + where)
                    page.screenshot(path=folder / f"{kind}-{width}-{scheme}.png", full_page=whole)
                context.close()
        browser.close()
    server.should_exit = True
    thread.join(timeout=10)


if __name__ == "__main__":
    given = [one for one in sys.argv[1:] if one != "--whole"]
    if len(given) != 2:
        sys.exit(__doc__)
    main(Path(given[0]), Path(given[1]), whole="--whole" in sys.argv)
