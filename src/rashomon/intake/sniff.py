"""What a file or a payload is, told from its beginning and not from its name."""

from __future__ import annotations

import json
import re
from typing import Literal

from rashomon.intake.decode import decode, utf16_without_mark
from rashomon.intake.settings import MAX_CONTROL_SHARE

Kind = Literal["empty", "binary", "database", "warc", "html", "feed", "json", "jsonl", "text"]

_MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x7fELF",
    b"MZ\x90",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
    b"7z\xbc\xaf",
    b"Rar!",
    b"PAR1",
    b"ID3",
    b"OggS",
    b"fLaC",
    b"RIFF",
    b"wOFF",
    b"wOF2",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
)
_DATABASE = (b"SQLite format 3\0", b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_CONTROLS = bytes(byte for byte in range(32) if byte not in (9, 10, 11, 12, 13, 27)) + b"\x7f"
_PREAMBLE = r"(?:\s|<\?xml.{0,300}?\?>|<!--.{0,5000}?-->|<\?.{0,300}?\?>|<!DOCTYPE[^>\[]{0,300}(?:\[.{0,3000}?\]\s*)?>)*"
_FEED = re.compile(rf"{_PREAMBLE}<(?:rss|feed|rdf:RDF|channel|atom:feed)\b", re.I | re.S)
_FEED_ANYWHERE = re.compile(r"<rss\b[^>]*\bversion=|<feed\b[^>]*xmlns=|<rdf:RDF\b[^>]*xmlns", re.I)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|a|span|br|table|tr|td|h[1-6]|script|style|meta|title|article|section|ul|li|img|link|main|header|footer|nav)\b[^<>]*>",
    re.IGNORECASE,
)
_RECORD = re.compile(r'\s*\{\s*(?:"|\})')


def kind_of(head: bytes) -> Kind:
    """The kind of what begins with `head` (some tens of kilobytes are enough)."""
    if not head.strip(b"\0 \t\r\n\f\v\xef\xbb\xbf"):
        return "binary" if head.strip(b" \t\r\n\f\v\xef\xbb\xbf") else "empty"
    if head.startswith(_DATABASE):
        return "database"
    if head.startswith(b"WARC/") or head.lstrip().startswith(b"WARC/"):
        return "warc"
    if _is_binary(head):
        return "binary"
    text = decode(head).lstrip("\ufeff \t\r\n")
    if text[:1] in "{[":
        found = _json_kind(text)
        if found:
            return found
    if _FEED.match(text):
        return "feed"
    beginning = text[:2048]
    if _HTML.search(beginning):
        return "html"
    if text.startswith("<") and _FEED_ANYWHERE.search(beginning):
        return "feed"
    # A page's text may speak of a tag; a piece of HTML is made of them.
    tags = sum(1 for _ in _TAG.finditer(text[:16_384]))
    if _HTML.search(text) and tags >= 2:
        return "html"
    if (text.startswith("<") and tags >= 2) or tags >= max(4, len(text[:16_384]) // 1000):
        return "html"
    return "text"


def _is_binary(head: bytes) -> bool:
    if head.startswith(_MAGIC):
        return True
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or utf16_without_mark(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > MAX_CONTROL_SHARE * len(head)


def _json_kind(text: str) -> Kind | None:
    """jsonl, where a first whole line is an object; json, where the beginning looks like it."""
    if text.startswith("["):
        return "json" if re.match(r"\[\s*(?:\{|\])", text) else None
    if not _RECORD.match(text):
        return None
    line, newline, rest = text.partition("\n")
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        # One long line, cut by the head; or an object spread over lines; or a broken first line.
        if not newline:
            return "jsonl"
        second = rest.lstrip().partition("\n")[0]
        return "jsonl" if second.startswith("{") else "json"
    if not isinstance(value, dict):
        return None
    if not rest.strip() and ("items" in value or "jsonfeed.org" in str(value.get("version"))):
        return "json"
    return "jsonl"
