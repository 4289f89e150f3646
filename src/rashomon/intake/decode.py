"""Bytes to text: byte order mark, declared charset, meta, then detection; never raises."""

from __future__ import annotations

import codecs
import re

from rashomon.intake.settings import FEWEST_TELLING_BYTES, HEAD_BYTES, MAX_REPLACED_SHARE

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_PARAMETER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
# What a label stands for on the web (WHATWG Encoding Standard): wider sets that hold the named.
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
_LIKELY = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874",
    "koi8_r", "cp932", "euc_jp", "gb18030", "big5", "cp949",
)  # fmt: skip
# Python codecs that are no charset of a page, or that a page could misuse.
_REFUSED = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined"}
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_SURROGATES = re.compile("[\ud800-\udfff]")


def decode(data: bytes, declared: str | None = None) -> str:
    """`data` as text. `declared` is a charset's name or a Content-Type header.

    A charset that is unknown or does not fit is passed over; bytes that fit nothing become
    U+FFFD. Bytes that are valid UTF-8 are read so whatever is declared: other charsets give
    valid UTF-8 by chance almost never.
    """
    for mark, order in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(order, "replace")
    named = [_codec(declared), *(_codec(name) for name in _in_markup(data))]
    escaped = b"\x1b" in data
    if escaped and "iso2022_jp" in named:
        return data.decode("iso2022_jp", "replace")
    wide = utf16_without_mark(data[:HEAD_BYTES])
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    lossy = data.decode("utf-8", "replace")
    beyond_ascii = len(data) - len(data.translate(None, _BEYOND_ASCII))
    if lossy.count("\ufffd") <= MAX_REPLACED_SHARE * beyond_ascii:
        return lossy
    for charset in named:
        if charset and charset != "utf-8":
            try:
                return data.decode(charset)
            except (UnicodeDecodeError, LookupError):
                continue
    guess = _guess(data)
    if guess:
        return data.decode(guess, "replace")
    return data.decode("cp1252", "replace")


def without_surrogates(text: str) -> str:
    """`text` with surrogate pairs joined and lone surrogates as U+FFFD, as JSON may hold them."""
    if not _SURROGATES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def utf16_without_mark(head: bytes) -> str | None:
    """The UTF-16 order of `head` by its NUL bytes, or None: mostly Latin text is assumed."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half >= 8 and odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if half >= 8 and even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _in_markup(data: bytes) -> list[str]:
    found = _DECLARED.search(data[:4096])
    return [(found.group(1) or found.group(2)).decode("ascii", "ignore")] if found else []


def _codec(name: str | None) -> str | None:
    if not name:
        return None
    parameter = _PARAMETER.search(name)
    if parameter:
        name = parameter.group(1)
    elif "/" in name:
        return None
    try:
        info = codecs.lookup(name.strip().lower())
    except (LookupError, ValueError):
        return None
    if info.name in _REFUSED or not getattr(info, "_is_text_encoding", True):
        return None
    return _WIDER.get(info.name, info.name)


def _guess(data: bytes) -> str | None:
    """The charset that `data` is most likely in, of those that pages of the press came in."""
    sample = data[:HEAD_BYTES]
    if len(sample) - len(sample.translate(None, _BEYOND_ASCII)) < FEWEST_TELLING_BYTES:
        return None
    from charset_normalizer import from_bytes

    try:
        best = from_bytes(sample, steps=5, chunk_size=512, cp_isolation=list(_LIKELY)).best()
    except Exception:  # a guess only: whatever goes wrong in it, the page is still read
        return None
    return _codec(best.encoding) if best is not None else None
