"""What a unit looks like by itself: lengths, capitals, stops, and the patterns it matches."""

from __future__ import annotations

import math

from rashomon.reading.flattened import patterns as p
from rashomon.reading.flattened.settings import EDGE
from rashomon.reading.flattened.units import TERMINAL, Unit

SHAPE = (
    "chars", "words", "terminal", "colon", "question", "cut", "cut_bracket", "upper", "lower",
    "digit", "quote", "bullet", "title_case", "caps", "digits", "punct", "sentences", "short_words",
    "commas", "separators", "url", "social", "quotes", "age", "date", "clock", "byline", "role",
    "more", "more_inline", "caption", "credit", "note", "bio", "legal", "cookie", "ask", "promo",
    "sponsored", "comment", "list_head", "furniture", "dateline", "dateline_date", "second",
    "pronoun", "name_line", "numbered", "source_age", "blank", "blank_after", "prose", "head_like",
    "rule", "chat", "articles", "auxiliaries", "verbal", "tweet",
)  # fmt: skip


def shape_of(unit: Unit, toks: list[str]) -> list[float]:
    """The columns of `SHAPE` for a unit with the tokens `toks`."""
    text = unit.text
    size = len(text)
    head, tail = text[:EDGE], text[-EDGE:]
    short = size <= EDGE
    first = head[0]
    opener = first in "\"'“‘«„「『"
    begin = head.lstrip("\"'“‘«„「『([ ")[:1]
    count = len(toks)
    sample = toks[:400]
    long_words = [x for x in sample if len(x) >= 4 and x[0].isalpha()]
    capital = sum(x[0].isupper() for x in long_words)
    letters, caps, digits, others = _characters(head)
    low = head.lower()
    lowered = [x.lower() for x in sample]
    terminal = bool(TERMINAL.search(tail[-8:]))
    cut_bracket = bool(p.CUT_BRACKET.search(tail[-40:]))
    cut = cut_bracket or bool(p.CUT.search(tail[-60:]))
    sentences = len(p.SENTENCE.findall(text[:4000]))
    furniture = sum(x in p.FURNITURE for x in lowered[:40]) / max(1, min(count, 40))
    short_share = sum(len(x) <= 3 and x.islower() for x in sample) / max(1, len(sample))
    vocabulary = frozenset(lowered[:90])
    caption = _caption(tail if not short else head)
    if not caption and not short:
        caption = _caption(head[:60])
    dateline = p.DATELINE.match(head[:90])
    dated = bool(dateline and dateline.group("date")) or bool(p.DATELINE_FULL.match(head[:90]))
    title_case = capital / len(long_words) if long_words else 0.0
    prose = (count >= 12 and (terminal or sentences > 0) and short_share > 0.12) or count >= 60
    if not prose and not head.isascii() and size >= 30:
        prose = sentences > 0 or (terminal and size >= 40)
    head_like = (
        not terminal and not prose and 3 <= count <= 45 and begin.isupper() | begin.isdigit() | (not head.isascii())
    )  # fmt: skip
    return [
        math.log1p(min(size, 20000)), math.log1p(count), terminal, text.endswith((":", "：")),
        text.endswith(("?", "？")), cut, cut_bracket, begin.isupper(), begin.islower(),
        begin.isdigit(), opener, unit.bullet, title_case, caps / max(1, letters),
        digits / len(head), others / len(head),
        min(sentences, 12), short_share, min(text.count(","), 12) / max(1, count) * 10,
        min(sum(head.count(c) for c in "|•›»·/→"), 6), any(x in low for x in p.URL_SIGNS) and bool(p.URL.search(head)),
        min(len(p.SOCIAL.findall(head)), 4) if "@" in head or "#" in head else 0, any(c in head for c in "\"“”«»„"),
        short and any(x in low for x in p.AGE_SIGNS) and bool(p.AGE.search(head)), size <= 90 and bool(p.DATE.search(head)),
        size <= 90 and bool(p.CLOCK.search(head)), size <= 120 and bool(p.BYLINE.match(head)),
        size <= 160 and any(x in low for x in p.ROLE_SIGNS) and bool(p.ROLE.search(head)), size <= 60 and bool(p.MORE.match(head)),
        bool(p.MORE_INLINE.match(head)) and size <= 200, caption, short and ("(" in head or any(x in low for x in p.CREDIT_SIGNS)) and bool(p.CREDIT.search(head)),
        bool(p.NOTE.match(head)), (not p.BIO_WORDS.isdisjoint(vocabulary)) and bool(p.BIO.search(head[:240])), (not p.LEGAL_WORDS.isdisjoint(vocabulary) or "©" in head) and bool(p.LEGAL.search(head)),
        (not p.COOKIE_WORDS.isdisjoint(vocabulary)) and bool(p.COOKIE.search(head)), bool(p.ASK.match(head)), (not p.PROMO_WORDS.isdisjoint(vocabulary)) and bool(p.PROMO.search(head)),
        short and bool(p.SPONSORED.match(head)), size <= 80 and bool(p.COMMENT.match(head)),
        size <= 60 and bool(p.LISTHEAD.match(head)), furniture, dateline is not None, dated,
        sum(x in p.SECOND for x in lowered) / max(1, len(lowered)),
        bool(lowered) and lowered[0] in p.PRONOUN, size <= 60 and bool(p.NAME_LINE.match(head)),
        size <= 200 and bool(p.NUMBERED.match(head)), size <= 90 and bool(p.SOURCE_AGE.match(head)),
        unit.blank, 0.0, prose, head_like, letters == 0, size <= 80 and bool(p.CHAT.search(head)),
        sum(x in p.ARTICLES for x in lowered[:60]) / max(1, min(count, 60)) * 10,
        sum(x in p.AUXILIARIES for x in lowered[:60]) / max(1, min(count, 60)) * 10,
        any(x in p.VERBAL for x in lowered[:80]), size <= 600 and any(x in tail for x in p.TWEET_SIGNS) and bool(p.TWEET.search(tail)),
    ]  # fmt: skip


def _caption(text: str) -> bool:
    low = text.lower()
    return any(sign in low for sign in p.CAPTION_SIGNS) and bool(p.CAPTION.search(text))


_UPPER = bytes(range(65, 91))
_LOWER = bytes(range(97, 123))
_DIGIT = bytes(range(48, 58))
_SPACE = bytes(x for x in range(128) if chr(x).isspace())


def _characters(head: str) -> tuple[int, int, int, int]:
    """How many characters are letters, capitals, digits, and none of these nor white space."""
    plain = head.encode("ascii", "ignore")
    caps = len(plain) - len(plain.translate(None, _UPPER))
    letters = len(plain) - len(plain.translate(None, _UPPER + _LOWER))
    digits = len(plain) - len(plain.translate(None, _DIGIT))
    others = len(plain.translate(None, _UPPER + _LOWER + _DIGIT + _SPACE))
    if len(plain) < len(head):
        for character in head:
            if character > "\x7f":
                letters += character.isalpha()
                caps += character.isupper()
                digits += character.isdigit()
                others += not character.isalnum() and not character.isspace()
    return letters, caps, digits, others
