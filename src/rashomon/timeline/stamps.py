"""Dates that say when words were written or put online, which is no event of theirs.

Lines that are a byline, a date and a clock; stamps of posts on networks; notes of a change to the
text itself; datelines. General knowledge of news pages.
"""

from __future__ import annotations

import re

# A line of a stamp is no longer than so many characters.
LONGEST = 140
# "VELM, May 7 (Wire) --" at the front of a text.
_DATELINE_REACH = 60
_DATELINE = re.compile(r"\s*[A-Z][A-Z.'’ -]+(?:, [A-Z][\w.]+)*,? (?=.\Z)", re.DOTALL)
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)\n]{1,40}\)|/[\w ]{1,20}/)?\s*(?:-{1,2}|[–—:])\s")
_CLOCK = r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4}\b)?"
_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
# What a stamp's line says beside its dates.
# Atomic, so that any text is read in linear time.
_REST = re.compile(
    rf"(?>\b(?:(?:first |last |originally )?(?:published|updated|posted|modified|edited|created|filed)"
    rf"|date|on|at|and|by|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    rf"|{_CLOCK}|\d{{1,2}} ?min(?:ute)?s? read|\b\d{{4}}\b|[\s,.:;|·•–—\-()/@])*+",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"^\W*(?:By|BY|[Ww]ritten by|[Pp]osted by) {_NAME}(?:(?:,| and| &| in)? {_NAME}){{0,7}}[\s,|·•–—-]*"
)
_HANDLE = re.compile(rf"\(?@\w{{1,30}}\)?[\s,|·•–—-]{{0,4}}(?:{_CLOCK}[\s,|·•–—-]{{0,4}})?$")
_APP = re.compile(
    rf"[\s,|·•–—-]*(?:at )?(?:{_CLOCK})?[\s,|·•–—-]*(?:via )?(?:Twitter\b|TweetDeck\b|\d[\d,.KM]* (?:Views|Retweets|Likes)\b)"
)
_NOTE = re.compile(
    r"\W*(?:(?:editor['’]?s?['’]? note|note|correction|update)\W{1,3})?"
    r"(?:th(?:is|e) (?:story|article|report|post|page|piece|file|dispatch|text) (?:has been|was|is) "
    r"(?:last |first |originally )?(?:updated|corrected|amended|edited|modified|revised|published|posted)"
    r"|(?:last |first |originally )?(?:updated|published|posted|corrected)\s*(?:on\b|at\b|:))",
    re.IGNORECASE,
)


def is_stamp(text: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Whether the date `text[start:end]` is of the writing; `sentence` is the span it stands in."""
    if _in_dateline(text, start, end) or _NOTE.match(
        text, sentence[0], min(sentence[1], sentence[0] + LONGEST)
    ):
        return True
    begin = max(text.rfind("\n", max(0, start - LONGEST), start) + 1, start - LONGEST, 0)
    if _HANDLE.search(text[begin:start]) or _APP.match(text, end, end + LONGEST):
        return True
    stop = text.find("\n", end, end + LONGEST)
    stop = stop if stop >= 0 else min(len(text), end + LONGEST + 1)
    if stop - begin > LONGEST or (begin and text[begin - 1] != "\n"):
        return False
    before = text[begin:start]
    if by := _BY.match(before):
        before = before[by.end() :]
    rest = before + " " + text[end:stop]
    # A line that is a date alone may be a heading of a chronicle: a clock or a word must say more.
    return bool(rest.strip(" ,.") or by) and _REST.fullmatch(rest) is not None


def _in_dateline(text: str, start: int, end: int) -> bool:
    return (
        start < _DATELINE_REACH
        and _DATELINE.match(text, 0, start + 1) is not None
        and _AFTER_DATELINE.match(text, end) is not None
    )
