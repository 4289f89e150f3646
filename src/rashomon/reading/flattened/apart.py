"""Units that are told apart by what they say, whatever stands around them: posts of other people
that an article embeds, and lines on when it was changed.

The forms are those in which social networks hand out a post to be embedded, as they look once a
page is flattened; general knowledge, November 2026. A post that the page runs into one paragraph with its
writer's name and day is not among them: it stays in the text, as it does in an HTML article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from rashomon.reading.flattened import labels
from rashomon.reading.flattened import patterns as p
from rashomon.reading.flattened.labels import Scores
from rashomon.reading.flattened.settings import APART_WEIGHT
from rashomon.reading.flattened.units import Unit

POST, UPDATE = "embed", "note"
# Without one of these signs there is neither on a page.
_UPDATED = ("pdated", "PDATED", "odified", "ODIFIED")
_SIGNS = ("@", "View this post", " shared by ", " posted by ", *_UPDATED)
# Units of a post at most, between its first line and the one that closes it.
_LONGEST = 8
# Words of one unit of a post at most: what is longer is the article's own paragraph.
_POST_WORDS = 90
# Characters of a line that only names, times or counts something.
_LINE = 90

# "— Name (@handle) March 2, 2021", under a post's text.
_SIGNED = re.compile(r"^\s*[—–-]+\s*[^()\n]{2,60}\(@\w{1,30}\)\s*[^.!?]{0,40}$")
# A handle alone, or with a name before and a day or an age after it.
_HANDLE = re.compile(
    r"^(?P<name>[^@\n]{0,50})@\w{2,30}(?:\s*[·•|-]\s*[^@\n]{1,24}|\s+\d{1,2}\s?[smhd])?\s*$"
)
# "12:03 PM · Mar 3, 2021", with an app or views after it.
_STAMP = re.compile(
    rf"^\d{{1,2}}[:.]\d{{2}}\s*(?:[ap]\.?m\.?)?\s*[·•,|-]\s*(?:{p.MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{p.MONTH}),?\s+\d{{4}}\b.{{0,50}}$",
    re.I,
)
_COUNTS = re.compile(
    r"^\W*(?:(?:[\d.,]+\s?[KM]?\s+)?(?:repl(?:y|ies)|retweets?|reposts?|quotes?(?: tweets?)?|likes?|views?|bookmarks?|shares?|comments?|"
    r"copy link|follow|read \d+ replies|read the full conversation on \w+|see (?:it|more) on \w+)\W*){1,6}$",
    re.I,
)
_OPENS = re.compile(r"^\W*view this post on \w+\W*$", re.I)
_SHARED = re.compile(
    r"\ba (?:post|photo|video|reel) (?:shared|posted) by\b.{2,80}(?:@\w{2,30}|$)", re.I
)
# "Updated 3 March, 14:20 GMT", "Last modified on Tue 4 May 2021 08.10 BST", "(Updated at 9:15)".
_UPDATE = re.compile(
    r"^\W*(?:(?:last|first published .{4,40})\W{1,3})?(?:updated|modified)(?:\s+(?:on|at))?\b\s*[:|–—-]?\s*(?P<when>[^.!?]{0,12}\d.{0,45})$",
    re.I,
)


def told_apart(units: Sequence[Unit]) -> dict[int, str]:
    """Units by index that are a post's (`POST`) or tell of an update (`UPDATE`)."""
    found: dict[int, str] = {}
    for k, unit in enumerate(units):
        text = unit.text if len(unit.text) <= 1200 else unit.text[-600:]
        if not p.has(text, _SIGNS):
            continue
        if len(text) <= _LINE and is_update(text):
            found[k] = UPDATE
        elif _SIGNED.match(text[:160]) and len(text) <= 160:
            _mark(found, units, k - 1, k)
        elif len(text) <= _LINE and _HANDLE.match(text):
            _card(found, units, k)
        elif len(text) <= _LINE and _OPENS.match(text):
            end = _until(units, k + 1, _SHARED)
            if end is not None:
                _mark(found, units, k, end)
        elif len(text) <= 160 and _SHARED.search(text):
            found[k] = POST
    return found


def mark_updates(scores: Scores, units: Sequence[Unit]) -> Scores:
    """`scores` with the lines that only tell of an update made no part of any text."""
    lines = [k for k, unit in enumerate(units) if len(unit.text) <= _LINE and is_update(unit.text)]
    if not lines:
        return scores
    marked = scores.copy()
    marked[lines] -= APART_WEIGHT
    marked[np.ix_(lines, [labels.OTHER, labels.META])] += APART_WEIGHT
    return marked


def is_update(line: str) -> bool:
    """Whether a line does nothing but say when the article was changed."""
    match = _UPDATE.match(line[:_LINE]) if p.has(line, _UPDATED) else None
    if match is None:
        return False
    when = match["when"]
    return bool(p.DATE.search(when) or p.CLOCK.search(when) or p.AGE.search(when))


def _card(found: dict[int, str], units: Sequence[Unit], k: int) -> None:
    """A post that is set as a card: a name, the handle, what it says, the time, counts."""
    end = _until(units, k + 1, _STAMP)
    if end is None:
        # Without a time: one paragraph, if counts stand under it.
        if k + 2 < len(units) and _COUNTS.match(units[k + 2].text[:_LINE]):
            end = k + 2
        else:
            return
    begin = k
    handle = _HANDLE.match(units[k].text)
    before = units[k - 1].text if k else ""
    if handle and not handle["name"].strip() and p.NAME_LINE.match(before) and len(before) <= 50:
        begin = k - 1
    while end + 1 < len(units) and len(units[end + 1].text) <= _LINE and _COUNTS.match(units[end + 1].text):  # fmt: skip
        end += 1
    _mark(found, units, begin, end)


def _until(units: Sequence[Unit], start: int, closing: re.Pattern[str]) -> int | None:
    """The unit that closes a post begun before `start`, or None where none does soon."""
    for k in range(start, min(start + _LONGEST, len(units))):
        text = units[k].text
        if closing.search(text[:160]) and len(text) <= 160:
            return k
        if text.count(" ") > _POST_WORDS:
            return None
    return None


def _mark(found: dict[int, str], units: Sequence[Unit], begin: int, end: int) -> None:
    for k in range(max(0, begin), end + 1):
        if units[k].text.count(" ") <= _POST_WORDS:
            found[k] = POST
