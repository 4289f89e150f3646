"""Between the types of `model` and the rows of the desk, both ways."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from rashomon.model import (
    Article,
    Copy,
    DateHint,
    Join,
    Moment,
    Name,
    Page,
    Provenance,
    Rejected,
    Story,
    content_id,
)
from rashomon.store import blocks, page_bodies
from rashomon.store.page_bodies import Stored


def pack(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpack(blob: bytes) -> str:
    return zlib.decompress(blob).decode("utf-8", "surrogatepass")


def dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=8)
def shown(block: bytes, start: int, size: int) -> str:
    """The text of a page, of its block; the articles of a page are read one after the other."""
    return blocks.unpacked(block, start, size).decode("utf-8", "surrogatepass")


def joined(page: str, ranges: Sequence[Sequence[int]]) -> str:
    """The text of an article that is `ranges` of its page's text, which is `page`."""
    return "\n\n".join(page[start:end] for start, end in ranges)


def is_joined(article: Article, page: str) -> bool:
    """Whether the text of an article is words of its page, whose text is `page`."""
    return article.ranges is not None and joined(page, article.ranges) == article.text


# The rows of pages `p`, with what holds their texts and bodies.
PAGES = (
    "SELECT p.*, b.packed, (SELECT o.body FROM page_bodies o WHERE o.number = p.number) AS body"
    " FROM pages p CROSS JOIN page_blocks b ON b.number = p.block"
)


def page_row(page: Page, held: Stored, chars: int) -> tuple[Any, ...]:
    return (
        page.id, page.origin, page.media_type, page.fetched_at, page.address, chars,
        len(held.text), len(held.rest or b""),
    )  # fmt: skip


def page_of(row: sqlite3.Row) -> Page:
    """The page of a row of `PAGES`."""
    end = row["start"] + row["size"]
    held = Stored(
        blocks.unpacked(row["packed"], row["start"], row["size"]),
        blocks.unpacked(row["packed"], end, row["rest"]) or None,
        row["body"],
    )
    return Page(
        row["id"], row["origin"], row["media_type"], row["fetched_at"],
        page_bodies.body_of(held), row["address"],
    )  # fmt: skip


# The rows of articles, with what holds the text of each, and where it begins there.
ARTICLES = (
    "SELECT * FROM (SELECT a.*, CASE WHEN a.own"
    " THEN (SELECT t.text FROM article_bodies t WHERE t.number = a.number)"
    " ELSE b.packed END AS stored, p.start AS shown_start, p.size AS shown_size"
    " FROM articles a CROSS JOIN pages p ON p.id = a.page_id"
    " CROSS JOIN page_blocks b ON b.number = p.block)"
)


def article_row(article: Article, *, own: bool) -> tuple[Any, ...]:
    """`own` says that its text is not words of its page."""
    return (
        article.id, article.page_id, article.place, article.kind, article.title,
        article.standfirst, article.byline, article.outlet, article.url, article.published,
        article.published_basis, article.published, article.published_basis, article.language,
        None if article.ranges is None else dump(article.ranges),
        dump([asdict(h) for h in article.hints]), dump([asdict(p) for p in article.provenance]),
        int(own), int(_headed(article)),
    )  # fmt: skip


def _headed(article: Article) -> bool:
    """Whether the title is a headline, and not words of a standfirst or a text."""
    title = article.title
    if title is None or title == (article.standfirst or ""):
        return False
    return len(title) <= 60 or article.text[: len(title) - 1] != title[:-1]


def text_of(row: sqlite3.Row) -> str:
    """The text of an article, of a row of `ARTICLES`."""
    if row["own"]:
        return unpack(row["stored"])
    page = shown(row["stored"], row["shown_start"], row["shown_size"])
    return joined(page, json.loads(row["ranges"]))


def article_of(row: sqlite3.Row, *, as_read: bool = False) -> Article:
    """The article of a row of `ARTICLES`; `as_read` gives the date as reading found it."""
    prefix = "read_" if as_read else "published"
    ranges = None if row["ranges"] is None else json.loads(row["ranges"])
    return Article(
        id=row["id"], page_id=row["page_id"], kind=row["kind"], title=row["title"],
        standfirst=row["standfirst"], byline=row["byline"], outlet=row["outlet"], url=row["url"],
        published=row["read_published" if as_read else "published"],
        published_basis=row[prefix + ("basis" if as_read else "_basis")],
        language=row["language"], text=text_of(row),
        ranges=None if ranges is None else tuple((a, b) for a, b in ranges),
        place=row["place"],
        hints=tuple(DateHint(**h) for h in json.loads(row["hints"])),
        provenance=tuple(Provenance(**p) for p in json.loads(row["provenance"])),
    )  # fmt: skip


def rejected_row(rejected: Rejected) -> tuple[Any, ...]:
    start, end = rejected.range if rejected.range else (None, None)
    return (start, end, rejected.stage, rejected.reason)


def copy_row(copy: Copy) -> tuple[Any, ...]:
    return (
        copy.article_id, copy.family_id, copy.parent_id, copy.relation,
        round(copy.shared, 4), copy.evidence,
    )  # fmt: skip


def copy_of(row: sqlite3.Row) -> Copy:
    return Copy(
        row["article_id"], row["family_id"], row["parent_id"], row["relation"],
        row["shared"], row["evidence"],
    )  # fmt: skip


def story_of(
    row: sqlite3.Row, members: Sequence[sqlite3.Row], related: Sequence[sqlite3.Row]
) -> Story:
    return Story(
        id=row["id"], title=row["title"],
        article_ids=tuple(m["article_id"] for m in members),
        first_published=row["first_published"], last_published=row["last_published"],
        outlets=tuple(json.loads(row["outlets"])), tellings=row["tellings"],
        joins=tuple(
            Join(m["article_id"], m["other_id"], m["score"], m["reason"])
            for m in members if m["reason"] is not None
        ),
        related=tuple(r["other_id"] for r in related),
    )  # fmt: skip


def name_row(name: Name) -> tuple[Any, ...]:
    return (
        name.id, name.canonical, name.type,
        None if name.variants == (name.canonical,) else dump(name.variants),
        dump(name.evidence) if name.evidence else None,
    )  # fmt: skip


def variants_of(row: sqlite3.Row) -> tuple[str, ...]:
    """What a name is called."""
    return (row["canonical"],) if row["variants"] is None else tuple(json.loads(row["variants"]))


def name_of(row: sqlite3.Row) -> Name:
    return Name(
        row["id"], row["canonical"], row["type"], variants_of(row),
        tuple(json.loads(row["evidence"] or "[]")),
    )  # fmt: skip


def moment_id(moment: Moment) -> str:
    expression = moment.expression
    return content_id("moment", moment.article_id, f"{expression.start}-{expression.end}")
