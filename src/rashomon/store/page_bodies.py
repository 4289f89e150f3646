"""The body of a page and its text, as they are stored: what the body has beside the text.

The text of a page stands in a block (see `blocks`). A flattened page is its text. The body of a
record holds the text as a value: the rest of it follows the text in the block. Any other body, as
of a page in HTML, is packed by itself with the text for a dictionary, as it holds most words of it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass

# Level of zlib: of 60 pages of the web it takes .56 of the time of level 6, for 5% more bytes.
_LEVEL = 4
# As far as zlib looks back.
_WINDOW = 32_768
# Characters that the rest of a record may have: a larger one is packed by itself.
_REST = 4_096
_PLACE = "\0"
# Ways in which a body may hold its text, by the first character of the rest.
_FORMS: dict[str, Callable[[str], str]] = {
    "u": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "a": lambda text: json.dumps(text)[1:-1],
}


@dataclass(frozen=True, slots=True)
class Stored:
    """A page's text, and its body beside it: `rest` follows the text in the block, `body` stands
    by itself; of neither there is any where the body is the text."""

    text: bytes
    rest: bytes | None = None
    body: bytes | None = None


def stored(body: str, text: str) -> Stored:
    """A page as it is stored."""
    shown = _bytes(text)
    if body == text:
        return Stored(shown)
    rest = _rest(body, text)
    if rest is not None:
        return Stored(shown, rest=_bytes(rest))
    packing = zlib.compressobj(_LEVEL, zdict=shown[:_WINDOW])
    return Stored(shown, body=packing.compress(_bytes(body)) + packing.flush())


def body_of(found: Stored) -> str:
    """The body of a page that `stored` gave."""
    if found.rest is not None:
        rest = _text(found.rest)
        return rest[1:].replace(_PLACE, _FORMS[rest[0]](_text(found.text)), 1)
    if found.body is not None:
        unpacking = zlib.decompressobj(zdict=found.text[:_WINDOW])
        return _text(unpacking.decompress(found.body) + unpacking.flush())
    return _text(found.text)


def _rest(body: str, text: str) -> str | None:
    """`body` with a sign in the place of `text`, and how it holds it; None where it does not, or
    the rest is long."""
    if not text or _PLACE in body:
        return None
    for name, form in _FORMS.items():
        held = form(text)
        before, there, after = body.partition(held)
        if there and len(before) + len(after) <= _REST:
            return name + before + _PLACE + after
    return None


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(stored: bytes) -> str:
    return stored.decode("utf-8", "surrogatepass")
