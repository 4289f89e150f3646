"""Makes pages: their ids come from their bytes and address, not from where a file lies."""

from __future__ import annotations

import hashlib
from typing import TypeAlias

from rashomon.model import Page, Rejected, content_id

Item: TypeAlias = tuple[Page, Rejected | None]

HTML_TYPE = "text/html"
TEXT_TYPE = "text/plain"
RECORD_TYPE = "application/json"


def make_page(
    origin: str,
    media_type: str,
    body: str,
    data: bytes,
    fetched: str | None,
    address: str | None = None,
) -> Page:
    """A page whose id comes from `data` (its bytes, decompressed) and its `address`."""
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    page_id = content_id("page", digest, address or "")
    return Page(page_id, origin, media_type, fetched, body, address)


def rejected(page: Page, reason: str) -> Rejected:
    """The whole of `page` left out at intake."""
    return Rejected(page.id, None, "intake", reason)
