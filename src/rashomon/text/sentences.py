"""Sentences of news text, as spans."""

from __future__ import annotations

import re
from functools import lru_cache

# Abbreviations after which a full stop does not end a sentence. General knowledge of news English.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov govs gen col lt sgt maj capt cmdr adm hon rev st sr jr "
    "messrs pres jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "no nos vs v etc inc ltd co corp bros dept est fig approx ave blvd rd mt ft art vol pp "
    "u.s u.k u.n e.u d.c a.m p.m e.g i.e ph.d u.s.s.r ariz calif colo conn del fla ga ill ind kan "
    "ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo".split()
)
# Abbreviations that may well end a sentence: a capital after them decides with what it starts.
_MAY_END = frozenset("u.s u.k u.n e.u d.c a.m p.m etc inc ltd co corp jr sr u.s.s.r".split())
_STARTERS = frozenset(
    "the a an in on at but and he she it they we i you this that these those his her its their our "
    "my however meanwhile according after before when while if as for with from there what who "
    "some many most both such asked earlier later last since".split()
)
# One set of signs comes first, so that a search skips to them: that is five times as fast.
_END = re.compile(
    r"[.!?…。！？](?:"
    r"(?<=[.!?…])[.!?…]*[\"'”’»)\]]*(?=\s|$)"
    r"|(?<=[。！？])[。！？]*[”’」』）]*)"
)
_NEXT = re.compile(r"\s+([\"'“‘«(\[–—-]*)\s*(\w*)")

# A shortened text behind its headline or standfirst on one line, as lists of articles print it:
# "A mill has burned down in Brill A fire has ... [...]".
_SHORTENED = re.compile(r"\[(?:…|\.\.\.)\]\s*$")
_GLUED = re.compile(r"(?<=[^\W\d_]{2}) +(?=(?:A|An|The) [a-z])")
_LEADS = frozenset("of in on at to for from by with and or the a an as than vitamin group".split())


@lru_cache(maxsize=256)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences of `text`, white space at their ends left out.

    A line break always ends a sentence; a sentence keeps its closing quotation marks.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        if (glued := _headline_end(line.group())) is not None:
            _add(text, start, start + glued, spans)
            start += glued
        for match in _END.finditer(text, start, line.end()):
            if match.end() < line.end() and not _ends(text, line.start(), match, line.end()):
                continue
            _add(text, start, match.end(), spans)
            start = match.end()
        _add(text, start, line.end(), spans)
    return tuple(spans)


def _headline_end(line: str) -> int | None:
    """Where the headline ends that stands before a shortened text on its line, without a stop."""
    if line[-8:].find("]") < 0 or _SHORTENED.search(line, max(0, len(line) - 12)) is None:
        return None
    found = _GLUED.search(line)
    if found is None or _END.search(line, 0, found.start()) is not None:
        return None
    before = line[: found.start()].split()
    if len(before) < 4 or before[-1].lower() in _LEADS:
        return None
    return found.start()


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends(text: str, line_start: int, match: re.Match[str], line_end: int) -> bool:
    """Whether the mark in `match` ends a sentence, given what stands around it."""
    following = _NEXT.match(text, match.end(), line_end)
    if following is None:
        return True
    opening, word = following.groups()
    if word[:1].islower():
        return False
    if match.group()[0] != "." or match.group() != ".":
        # "...", "!", "?" and marks with a closing quotation: the capital after them decides.
        return True
    before = _last_word(text, max(line_start, match.start() - 12), match.start())
    if not before or before[-1] == ".":
        return True
    last = before.lower()
    if len(last) == 1 and last.isalpha() and before.isupper():
        return False  # an initial: "J. D. Vance"
    if last in _MAY_END:
        return bool(opening) or word.lower() in _STARTERS
    return last not in _ABBREVIATIONS


def _last_word(text: str, floor: int, end: int) -> str:
    """The word that ends at `end`, stops inside it kept: "U.S", no further back than `floor`."""
    start = end
    while start > floor and (text[start - 1].isalnum() or text[start - 1] in "_."):
        start -= 1
    return text[start:end]
