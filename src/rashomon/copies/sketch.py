"""What families are found from: a small record of an article that can be stored and reused."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from rashomon import outlets
from rashomon.copies.fingerprints import fingerprint
from rashomon.copies.words import words
from rashomon.model import Article, ArticleKind

# Query keys that say where a reader came from and not what is read: general knowledge of the web.
_TRACKING = re.compile(
    r"utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|cmpid|ref|ref_src|smid|amp|outputtype",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What the index keeps of an article.

    `prints` is what `fingerprint` gives. `outlet` is the outlet's canonical name, or the site of
    its address, folded in case; "" where unknown. `address` is the article's URL in one plain
    form. `origins` are the addresses that the page states as where the article comes from.
    `title` is a hash of the title's words, 0 without one; `published` as in `Article`.
    """

    article_id: str
    prints: bytes
    outlet: str
    address: str | None
    origins: tuple[str, ...]
    title: int
    kind: ArticleKind
    published: str | None


def plain_address(url: str | None) -> str | None:
    """`url` without scheme, "www.", fragment, tracking and closing slash; None where it is none."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return None
    if not host:
        return None
    query = urlencode(
        sorted(
            (key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(key)
        )
    )
    return host + port + parts.path.rstrip("/") + ("?" + query if query else "")


def outlet_key(article: Article) -> str:
    """One key for an article's outlet, by its name or else the site of its address."""
    if article.outlet and article.outlet.strip():
        return outlets.canonical(article.outlet).casefold()
    if article.url:
        address = plain_address(article.url)
        site = outlets.of_address(article.url) or (address or "").split("/")[0]
        return site.casefold()
    return ""


def title_key(title: str | None) -> int:
    """A hash of the words of `title`, 0 where it has none."""
    numbers = words(title or "").numbers
    if len(numbers) == 0:
        return 0
    digest = hashlib.blake2b(numbers.astype("<u8").tobytes(), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def sketch(article: Article, prints: bytes | None = None) -> Sketch:
    """The sketch of `article`; `prints` are its stored fingerprints, computed where not given."""
    stated = (
        plain_address(provenance.value)
        for provenance in article.provenance
        if provenance.kind in ("original", "canonical")
    )
    address = plain_address(article.url)
    return Sketch(
        article.id,
        fingerprint(article) if prints is None else prints,
        outlet_key(article),
        address,
        tuple(sorted({origin for origin in stated if origin and origin != address})),
        title_key(article.title),
        article.kind,
        article.published,
    )
