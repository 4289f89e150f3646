"""What a unit looks like by itself: lengths, capitals, stops, and the patterns it matches."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from rashomon.reading.flattened import patterns as p
from rashomon.reading.flattened.settings import EDGE
from rashomon.reading.flattened.units import CLOSERS, TERMINALS, Unit

SHAPE = (
    "chars", "words", "terminal", "colon", "question", "cut", "cut_bracket", "upper", "lower",
    "digit", "quote", "bullet", "title_case", "caps", "digits", "punct", "sentences", "short_words",
    "commas", "separators", "url", "social", "quotes", "age", "date", "clock", "byline", "role",
    "more", "more_inline", "caption", "credit", "note", "bio", "legal", "cookie", "ask", "promo",
    "sponsored", "comment", "list_head", "furniture", "dateline", "dateline_date", "second",
    "pronoun", "name_line", "numbered", "source_age", "blank", "blank_after", "prose", "head_like",
    "rule", "chat", "articles", "auxiliaries", "verbal", "tweet",
    "weekday", "opens_a", "opens_the",
)  # fmt: skip


# What the words of a unit are, counted in one pass: ten bits a count (at most 400 words are seen).
_CLASSES = (
    "long", "capital", "short", "furniture", "second", "article", "auxiliary", "verbal", "bio",
    "legal", "cookie", "promo", "day",
)  # fmt: skip
_BITS = 10
_LIMIT = (1 << _BITS) - 1
_SHIFT = {name: place * _BITS for place, name in enumerate(_CLASSES)}
_FURNITURE, _ARTICLE, _AUXILIARY = (_SHIFT[x] for x in ("furniture", "article", "auxiliary"))
_LONG, _CAPITAL, _SHORT, _SECOND = (_SHIFT[x] for x in ("long", "capital", "short", "second"))
_VERBAL, _BIO, _LEGAL, _COOKIE, _PROMO = (
    _SHIFT[x] for x in ("verbal", "bio", "legal", "cookie", "promo")
)
_DAY = _SHIFT["day"]
_WORDS_SEEN = 400


@lru_cache(maxsize=65536)
def _classes(word: str) -> int:
    """A one in the field of every class that `word` belongs to."""
    low = word.lower()
    long = len(word) >= 4 and word[0].isalpha()
    belongs = {
        "long": long, "capital": long and word[0].isupper(),
        "short": len(word) <= 3 and word.islower(), "furniture": low in p.FURNITURE,
        "second": low in p.SECOND, "article": low in p.ARTICLES, "auxiliary": low in p.AUXILIARIES,
        "verbal": low in p.VERBAL, "bio": low in p.BIO_WORDS, "legal": low in p.LEGAL_WORDS,
        "cookie": low in p.COOKIE_WORDS, "promo": low in p.PROMO_WORDS,
        "day": low in p.DAYS,
    }  # fmt: skip
    return sum(1 << _SHIFT[name] for name, true in belongs.items() if true)


def shape_of(unit: Unit, toks: list[str]) -> list[float]:
    """The columns of `SHAPE` for a unit with the tokens `toks`."""
    text = unit.text
    size = len(text)
    head, tail = text[:EDGE], text[-EDGE:]
    short = size <= EDGE
    ascii_head = head.isascii()
    begin = head.lstrip("\"'“‘«„「『([ ")[:1]
    count = len(toks)
    words = list(map(_classes, toks[:_WORDS_SEEN]))
    seen = max(1, len(words))
    in40 = sum(words[:40])
    in60 = in40 + sum(words[40:60])
    in80 = in60 + sum(words[60:80])
    in90 = in80 + sum(words[80:90])
    in_all = in90 + sum(words[90:])
    long_words = in_all >> _LONG & _LIMIT
    letters, caps, digits, others = _characters(head, ascii_head)
    low = head.lower()
    ending = tail[-8:].rstrip(CLOSERS)
    terminal = ending[-1:] in TERMINALS
    cut_bracket = cut = False
    last = tail[-60:]
    if "…" in last or "..." in last or "[" in last or "(" in last:
        cut_bracket = bool(p.CUT_BRACKET.search(tail[-40:]))
        cut = cut_bracket or bool(p.CUT.search(last))
    sentences = len(p.SENTENCE.findall(text[:4000]))
    furniture = (in40 >> _FURNITURE & _LIMIT) / max(1, min(count, 40))
    short_share = (in_all >> _SHORT & _LIMIT) / seen
    caption = _caption(low if short else tail.lower(), head if short else tail)
    if not caption and not short:
        caption = _caption(low[:60] if ascii_head else head[:60].lower(), head[:60])
    opening = head[:90]
    dateline = None
    dated = False
    if "-" in opening or ":" in opening or "–" in opening or "—" in opening:
        dateline = p.DATELINE.match(opening)
        dated = bool(dateline and dateline.group("date"))
        dated = dated or (digits > 0 and bool(p.DATELINE_FULL.match(opening)))
    title_case = (in_all >> _CAPITAL & _LIMIT) / long_words if long_words else 0.0
    prose = (count >= 12 and (terminal or sentences > 0) and short_share > 0.12) or count >= 60
    if not prose and not ascii_head and size >= 30:
        prose = sentences > 0 or (terminal and size >= 40)
    head_like = (
        not terminal and not prose and 3 <= count <= 45
        and (begin.isupper() or begin.isdigit() or not ascii_head)
    )  # fmt: skip
    separators = head.count("|") + head.count("/")
    quoted = '"' in head
    opening_word = toks[0].lower() if count else ""
    if not ascii_head:
        separators += sum(map(head.count, "•›»·→"))
        quoted = quoted or any(c in head for c in "“”«»„")
    return [
        math.log1p(min(size, 20000)), math.log1p(count), terminal, text.endswith((":", "：")),
        text.endswith(("?", "？")), cut, cut_bracket, begin.isupper(), begin.islower(),
        begin.isdigit(), head[0] in "\"'“‘«„「『", unit.bullet, title_case, caps / max(1, letters),
        digits / len(head), others / len(head),
        min(sentences, 12), short_share, min(text.count(","), 12) / max(1, count) * 10,
        min(separators, 6), p.has(low, p.URL_SIGNS) and bool(p.URL.search(head)),
        min(len(p.SOCIAL.findall(head)), 4) if "@" in head or "#" in head else 0, quoted,
        short and p.has(low, p.AGE_SIGNS) and bool(p.AGE.search(head)), size <= 90 and digits > 0 and bool(p.DATE.search(head)),
        size <= 90 and digits > 0 and bool(p.CLOCK.search(head)), size <= 120 and bool(p.BYLINE.match(head)),
        size <= 160 and p.has(low, p.ROLE_SIGNS) and bool(p.ROLE.search(head)), size <= 60 and bool(p.MORE.match(head)),
        size <= 200 and bool(p.MORE_INLINE.match(head)), caption, short and (head[0] == "(" or p.has(low, p.CREDIT_SIGNS)) and bool(p.CREDIT.search(head)),
        bool(p.NOTE.match(head)), bool(in90 >> _BIO & _LIMIT) and bool(p.BIO.search(head[:240])), (bool(in90 >> _LEGAL & _LIMIT) or "©" in head) and bool(p.LEGAL.search(head)),
        bool(in90 >> _COOKIE & _LIMIT) and bool(p.COOKIE.search(head)), bool(p.ASK.match(head)), bool(in90 >> _PROMO & _LIMIT) and bool(p.PROMO.search(head)),
        short and bool(p.SPONSORED.match(head)), size <= 80 and bool(p.COMMENT.match(head)),
        size <= 60 and bool(p.LISTHEAD.match(head)), furniture, dateline is not None, dated,
        (in_all >> _SECOND & _LIMIT) / seen,
        opening_word in p.PRONOUN, size <= 60 and bool(p.NAME_LINE.match(head)),
        size <= 200 and digits > 0 and bool(p.NUMBERED.match(head)), size <= 90 and "ago" in low and bool(p.SOURCE_AGE.match(head)),
        unit.blank, 0.0, prose, head_like, letters == 0, size <= 80 and bool(p.CHAT.search(head)),
        (in60 >> _ARTICLE & _LIMIT) / max(1, min(count, 60)) * 10,
        (in60 >> _AUXILIARY & _LIMIT) / max(1, min(count, 60)) * 10,
        bool(in80 >> _VERBAL & _LIMIT), size <= 600 and p.has(tail, p.TWEET_SIGNS) and bool(p.TWEET.search(tail)),
        bool(in60 >> _DAY & _LIMIT), opening_word in ("a", "an"), opening_word == "the",
    ]  # fmt: skip


def _caption(low: str, text: str) -> bool:
    return p.has(low, p.CAPTION_SIGNS) and bool(p.CAPTION.search(text))


# Every ASCII character as the sign of its class: capital, letter, digit, white space, other.
_CLASS = bytes(
    ord("A" if chr(x).isupper() else "a" if chr(x).isalpha() else "0" if chr(x).isdigit()
        else " " if chr(x).isspace() else ".")
    for x in range(128)
) + b" " * 128  # fmt: skip
_BEYOND = re.compile(r"[^\x00-\x7f]")


def _characters(head: str, is_ascii: bool) -> tuple[int, int, int, int]:
    """How many characters are letters, capitals, digits, and none of these nor white space."""
    signs = head.encode("ascii", "ignore").translate(_CLASS)
    caps, digits, others = signs.count(b"A"), signs.count(b"0"), signs.count(b".")
    letters = caps + signs.count(b"a")
    if not is_ascii:
        for character in _BEYOND.findall(head):
            letters += character.isalpha()
            caps += character.isupper()
            digits += character.isdigit()
            others += not character.isalnum() and not character.isspace()
    return letters, caps, digits, others
