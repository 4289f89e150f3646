"""Which patterns of news pages a unit matches, as the bits of a number.

A pattern is only tried where a cheap look says that it may match: at the unit's size, at the
classes of its words (`word_classes`), at a sign that the pattern cannot do without.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.reading.flattened import patterns as p
from rashomon.reading.flattened.settings import EDGE
from rashomon.reading.flattened.units import CLOSERS, TERMINALS
from rashomon.reading.flattened.word_classes import HOLDS, OPENS

MARKS = (
    "terminal", "colon", "question", "cut", "cut_bracket", "upper", "lower", "digit", "quote", "url",
    "age", "date", "clock", "byline", "role", "more", "more_inline", "caption", "credit", "note",
    "bio", "legal", "cookie", "ask", "promo", "sponsored", "comment", "list_head", "dateline",
    "dateline_date", "name_line", "numbered", "source_age", "chat", "tweet",
)  # fmt: skip
(
    _TERMINAL, _COLON, _QUESTION, _CUT, _CUT_BRACKET, _UPPER, _LOWER, _DIGIT, _QUOTE, _URL, _AGE,
    _DATE, _CLOCK, _BYLINE, _ROLE, _MORE, _MORE_INLINE, _CAPTION, _CREDIT, _NOTE, _BIO, _LEGAL, _COOKIE,
    _ASK, _PROMO, _SPONSORED, _COMMENT, _LIST_HEAD, _DATELINE, _DATELINE_DATE, _NAME_LINE, _NUMBERED,
    _SOURCE_AGE, _CHAT, _TWEET,
) = (1 << k for k in range(len(MARKS)))  # fmt: skip
_HOLDS_ADDRESS, _HOLDS_AGE, _HOLDS_CAPTION, _HOLDS_CREDIT, _HOLDS_ROLE = (
    HOLDS[name] for name in ("address", "age", "caption", "credit", "role")
)  # fmt: skip
_OPENS_ASK, _OPENS_BYLINE, _OPENS_COMMENT, _OPENS_CREDITED, _OPENS_MORE, _OPENS_NOTE, _OPENS_SPONSORED = (
    OPENS[name] for name in ("ask", "byline", "comment", "credited", "more", "note", "sponsored")
)  # fmt: skip
_QUOTES = "\"'“‘«„『「"
_OPENERS = _QUOTES + "([ "


def marks_of(text: str, holds: int, near: Sequence[bool], digits: bool) -> int:
    """The bits of `MARKS` that are true of a unit.

    `holds` are the classes of its words together and, as openings, of its first two; `near` says
    whether its first words have one of a writer's life, of law, of cookies, and of promotion;
    `digits` whether its first `EDGE` characters have a digit.
    """
    size = len(text)
    head = text[:EDGE]
    found = _edges(text, head)
    found |= _anywhere(text, head, holds, near)
    if size <= 200:
        found |= _line(head, size, holds, digits)
    opening = head[:90]
    if "-" in opening or ":" in opening or "–" in opening or "—" in opening:
        dateline = p.DATELINE.match(opening)
        if dateline:
            found |= _DATELINE
        if (dateline and dateline["date"]) or (digits and p.DATELINE_FULL.match(opening)):
            found |= _DATELINE_DATE
    return found


def _edges(text: str, head: str) -> int:
    """What a unit begins and ends with."""
    found = 0
    if text[-8:].rstrip(CLOSERS)[-1:] in TERMINALS:
        found = _TERMINAL
    last = text[-60:]
    if "…" in last or "..." in last or "[" in last or "(" in last:
        if p.CUT_BRACKET.search(text[-40:]):
            found |= _CUT_BRACKET | _CUT
        elif p.CUT.search(last):
            found |= _CUT
    if last[-1] in ":：":
        found |= _COLON
    elif last[-1] in "?？":
        found |= _QUESTION
    if head[0] in _QUOTES:
        found |= _QUOTE
    begin = head[0] if head[0].isalnum() else head.lstrip(_OPENERS)[:1]
    if begin.isupper():
        found |= _UPPER
    elif begin.islower():
        found |= _LOWER
    elif begin.isdigit():
        found |= _DIGIT
    return found


def _anywhere(text: str, head: str, holds: int, near: Sequence[bool]) -> int:
    """Patterns for units of any length."""
    found = 0
    size = len(text)
    low = head.lower()
    slash = "/" in text
    if slash or "@" in text or holds & _HOLDS_ADDRESS:
        if p.has(low, p.URL_SIGNS) and p.URL.search(head):
            found |= _URL
        tail = text[-EDGE:]
        if size <= 600 and p.has(tail, p.TWEET_SIGNS) and p.TWEET.search(tail):
            found |= _TWEET
    if (slash or holds & _HOLDS_CAPTION or text[-1] == ")" or ")" in head[:60] or "©" in text) and (
        p.is_caption(text[-EDGE:]) or (size > EDGE and p.is_caption(head[:60]))
    ):
        found |= _CAPTION
    if holds & _OPENS_NOTE and p.NOTE.match(head):
        found |= _NOTE
    if holds & _OPENS_ASK and p.ASK.match(head):
        found |= _ASK
    bio, legal, cookie, promo = near
    if bio and p.has(low[:240], p.BIO_SIGNS) and p.BIO.search(head[:240]):
        found |= _BIO
    if (
        (legal or "©" in head)
        and (low.startswith("statement") or p.has(low, p.LEGAL_SIGNS))
        and p.LEGAL.search(head)
    ):
        found |= _LEGAL
    if cookie and p.COOKIE.search(head):
        found |= _COOKIE
    if promo and p.has(low, p.PROMO_SIGNS) and p.PROMO.search(head):
        found |= _PROMO
    if size <= EDGE:
        if holds & _HOLDS_AGE and p.has(low, p.AGE_SIGNS) and p.AGE.search(head):
            found |= _AGE
        if (holds & (_HOLDS_CREDIT | _OPENS_CREDITED) or head[0] == "(") and p.CREDIT.search(head):
            found |= _CREDIT
        if holds & _OPENS_SPONSORED and p.SPONSORED.match(head):
            found |= _SPONSORED
    return found


def _line(head: str, size: int, holds: int, digits: bool) -> int:
    """Patterns for lines of at most 200 characters."""
    found = 0
    if holds & _OPENS_MORE:
        if p.MORE_INLINE.match(head):
            found = _MORE_INLINE
        if size <= 60 and p.MORE.match(head):
            found |= _MORE
    if digits and p.NUMBERED.match(head):
        found |= _NUMBERED
    if size <= 160 and holds & _HOLDS_ROLE and p.ROLE.search(head):
        found |= _ROLE
    if size <= 120 and holds & _OPENS_BYLINE and p.BYLINE.match(head):
        found |= _BYLINE
    if size > 90:
        return found
    if digits:
        if p.DATE.search(head):
            found |= _DATE
        if p.CLOCK.search(head):
            found |= _CLOCK
    ago = bool(holds & _HOLDS_AGE) and "ago" in head.lower()
    if ago and p.SOURCE_AGE.match(head):
        found |= _SOURCE_AGE
    if size > 80:
        return found
    if holds & _OPENS_COMMENT and p.COMMENT.match(head):
        found |= _COMMENT
    if p.CHAT.match(head) or ((ago or head[-1] == ":") and p.CHAT_END.search(head)):
        found |= _CHAT
    if size <= 60:
        if p.LISTHEAD.match(head):
            found |= _LIST_HEAD
        if p.NAME_LINE.match(head):
            found |= _NAME_LINE
    return found
