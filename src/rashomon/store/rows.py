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

# As far as zlib looks back.
_WINDOW = 32_768


def pack(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpack(blob: bytes) -> str:
    return zlib.decompress(blob).decode("utf-8", "surrogatepass")


def dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def pack_body(body: str, text: bytes | None) -> bytes:
    """A page's body; `text` is its packed text where that is another, and serves for a dictionary:
    a record holds its text as it is, and a page in HTML most words of it."""
    if text is None:
        return pack(body)
    packing = zlib.compressobj(6, zdict=_dictionary(text))
    return packing.compress(body.encode("utf-8", "surrogatepass")) + packing.flush()


def unpack_body(body: bytes, text: bytes | None) -> str:
    """What `pack_body` packed."""
    if text is None:
        return unpack(body)
    unpacking = zlib.decompressobj(zdict=_dictionary(text))
    return (unpacking.decompress(body) + unpacking.flush()).decode("utf-8", "surrogatepass")


def _dictionary(text: bytes) -> bytes:
    return zlib.decompress(text)[:_WINDOW]


@lru_cache(maxsize=8)
def _unpacked(blob: bytes) -> str:
    # The articles of a page are read one after the other.
    return unpack(blob)


def joined(shown: str, ranges: Sequence[Sequence[int]]) -> str:
    """The text of an article that is `ranges` of its page's text."""
    return "\n\n".join(shown[start:end] for start, end in ranges)


def is_joined(article: Article, shown: str) -> bool:
    """Whether the text of an article is words of its page, whose text is `shown`."""
    return article.ranges is not None and joined(shown, article.ranges) == article.text


def page_row(page: Page, text: str | None) -> tuple[Any, ...]:
    shown = page.body if text is None else text
    other = None if shown == page.body else pack(shown)
    return (
        page.id, page.origin, page.media_type, page.fetched_at, page.address, len(shown),
        pack_body(page.body, other), other,
    )  # fmt: skip


def page_of(row: sqlite3.Row) -> Page:
    return Page(
        row["id"], row["origin"], row["media_type"], row["fetched_at"],
        unpack_body(row["body"], row["text"]), row["address"],
    )  # fmt: skip


# The rows of articles `a`, with what holds the text of each.
ARTICLES = (
    "SELECT a.*, CASE WHEN a.own"
    " THEN (SELECT b.text FROM article_bodies b WHERE b.number = a.number)"
    " ELSE (SELECT coalesce(p.text, p.body) FROM pages p WHERE p.id = a.page_id) END AS stored"
    " FROM articles a"
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
    return joined(_unpacked(row["stored"]), json.loads(row["ranges"]))


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
    return (rejected.page_id, start, end, rejected.stage, rejected.reason)


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


def name_of(row: sqlite3.Row) -> Name:
    return Name(
        row["id"], row["canonical"], row["type"], tuple(json.loads(row["variants"])),
        tuple(json.loads(row["evidence"])),
    )  # fmt: skip


def moment_id(moment: Moment) -> str:
    expression = moment.expression
    return content_id("moment", moment.article_id, f"{expression.start}-{expression.end}")
