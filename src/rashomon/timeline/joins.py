"""Which sentences on one date tell of one thing: by the words that they share.

A day brings many things. Two sentences are of one when they share two content words, one of them
a common word (names tell who acts, not what happens) that the story does not use all the time; or
three, one of which names what a day has one of (a fire, a collision, a vote; words for one sort of
event count as one word). A week, a month or a year asks for two common words. What somebody "said on Monday"
is of one with what the same person said, or with nearly the same words. "The collision" and "the
fire" speak of the one that day had, "the talks" and "this meeting" of the one that is planned.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Shared words that make one thing: with a common one among them, and whatever they are.
_SHARED, _SHARED_ANY = 2, 3
# What is shared weighs so much of the lighter sentence; more where it is two words. Set on 50 joined
# things that were read, 13 of them wrong: it kept 33 of the 37 right ones and 4 wrong ones.
_PART, _PART_OF_TWO = 0.2, 0.3
_LEAST, _LEAST_WEIGHT = 12, 0.3  # sentences that a story counts as having, and what a word weighs
_SAID_ALIKE = 2  # common words that two sayings share where they name no speaker alike
# Sentences below which no word is called usual, and the share of them that makes one so. From
# reading the timelines of the sample newsroom: with fewer, everything is usual.
_FEW, _USUAL = 6, 0.3

# Characters before an expression in which its verb of saying may stand.
_REACH = 80
_WORD = re.compile(r"[^\W_]+")
# "PORT ELSA, May 12 (Wire) -- ": where it was written is nothing that happened.
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z.'’ -]{2,40}(?:,[^–—]{0,60}?)?(?:\([^)]{2,40}\)\s*)?(?:--|[–—])\s"
)
# Words that say nothing of an event, those of reporting and of office among them. General English.
_STOP = frozenset(
    "about after again also before being could during from have into more most next other over said"
    " says since some such than that their them then there these they this those three through told"
    " under until were what when where which while will with would year years month months week"
    " weeks day days monday tuesday wednesday thursday friday saturday sunday january february march"
    " april june july august september october november december today yesterday tomorrow morning"
    " evening according first last late early just only still even many much been does made make"
    " speaking statement reporters journalists interview news agency newspaper reported announced"
    " added noted stressed president minister foreign prime governor official officials leader"
    " spokesman spokeswoman aide senator secretary chief".split()
)
# Words for one sort of event, by their first six letters. General English of news.
_SORTS = {
    word: f"={sort}"
    for sort, words in {
        "meeting": "talks meetin meet meets summit negoti confer sessio discus",
        "vote": "vote votes voted voting electi ballot runoff poll polls",
        "fire": "fire fires burned burnt blaze flames",
        "crash": "crash crashe collis collid acciden accide",
        "arrest": "arrest detain custod",
        "death": "death deaths died dead killed kills",
    }.items()
    for word in words.split()
}
_MEETING = "=meeting"
# Of these a day has one that is worth "the".
_SINGLE = frozenset(("=vote", "=fire", "=crash"))
_DEFINITE = re.compile(r"\b(?:the|this|these|that)\s+(?=((?:[\w-]+\s+){0,1}[\w-]+))", re.IGNORECASE)
# The date is that of a saying: "said on [Monday]", "[On Monday] he told reporters".
_SAYING = r"(?:said|says|told|announced|stressed|added|noted|stated|declared|reported|wrote|tweeted|spoke|speaking)"
_SAID_BEFORE = re.compile(
    rf"\b{_SAYING}(?:\s+(?:the\s+)?[\w’'-]+){{0,5}}?\s+(?:late\s+|early\s+)?(?:on|in|by)?\s*$",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(rf"[\s,]*(?:[\w’'.-]+\s+){{0,4}}?{_SAYING}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Theme:
    """What a sentence on a date is about: `words` by their first letters, with whether each is a
    common word; `definite` are the sorts of event that it speaks of as "the" or "this"; `said`
    where the date is that of a saying, and `speakers` the names beside it then."""

    words: Mapping[str, bool]
    planned: bool
    definite: frozenset[str]
    said: bool
    speakers: frozenset[str]

    @classmethod
    def of(cls, before: str, after: str, *, planned: bool) -> Theme:
        """From what stands before and after a date expression: all that share it have the date."""
        if dateline := _DATELINE.match(before):
            before = before[dateline.end() :]
        text = f"{before} {after}"
        found: dict[str, bool] = {}
        for raw in _WORD.findall(text):
            word = raw.casefold()
            if (len(word) > 3 or word.isdigit()) and word not in _STOP:
                key = _SORTS.get(word[:6], word[:6])
                found[key] = found.get(key, False) or raw[:1].islower()
        definite = {
            sort
            for match in _DEFINITE.finditer(text)
            for word in match[1].casefold().split()
            if (sort := _SORTS.get(word[:6]))
        }
        said = bool(_SAID_BEFORE.search(before, max(0, len(before) - _REACH)))
        said = said or (len(before) < _REACH // 4 and bool(_SAID_AFTER.match(after)))
        # A word that the reach cuts is no name.
        near = f" {before}"[-_REACH:].split(" ", 1)[-1]
        behind = f"{after} "[: _REACH // 2].rsplit(" ", 1)[0]
        beside = f"{near} {behind}" if said else ""
        speakers = {w.casefold()[:6] for w in _WORD.findall(beside) if w[:1].isupper()}
        return cls(found, planned, frozenset(definite), said, frozenset(speakers))


@dataclass(frozen=True, slots=True)
class Usage:
    """How often a story's sentences on dates use their words."""

    counts: Mapping[str, int]
    sentences: int

    @classmethod
    def of(cls, themes: Iterable[Theme]) -> Usage:
        themes = list(themes)
        return cls(Counter(word for theme in themes for word in theme.words), len(themes))

    def is_usual(self, word: str) -> bool:
        """Whether so many sentences have a word that sharing it says little."""
        return self.sentences >= _FEW and self.counts.get(word, 0) > _USUAL * self.sentences

    def weight(self, words: Iterable[str]) -> float:
        """What words say: the rarer in the story, the more."""
        total = max(self.sentences, _LEAST)
        rare = (math.log((total + 1) / (self.counts.get(w, 0) + 0.5)) for w in sorted(words))
        return sum(max(_LEAST_WEIGHT, weight) for weight in rare)


def of_one_thing(one: Theme, other: Theme, usage: Usage, *, exact: bool) -> bool:
    """Whether two sentences on one date tell of one thing; `exact` where the date is a day."""
    if one.planned and other.planned and _MEETING in one.definite & other.definite:
        return True
    shared = [word for word in one.words if word in other.words]
    if exact and (one.definite | other.definite) & _SINGLE & set(shared):
        return True
    common = [word for word in shared if one.words[word] and other.words[word]]
    telling = [word for word in common if not usage.is_usual(word)]
    if exact and one.said and other.said:
        named = [w for w in shared if w in one.speakers & other.speakers and not usage.is_usual(w)]
        others = all(any(not usage.is_usual(w) for w in t.speakers) for t in (one, other))
        return bool(named) or len(telling) >= _SAID_ALIKE + others
    if not _share_enough(one, other, shared, usage):
        return False
    if not exact:
        return len(common) >= _SHARED and bool(telling)
    if len(shared) >= _SHARED and telling:
        return True
    plans = {_MEETING} if one.planned and other.planned else set()
    return len(shared) >= _SHARED_ANY and any(word in _SINGLE | plans for word in shared)


def _share_enough(one: Theme, other: Theme, shared: list[str], usage: Usage) -> bool:
    """Whether what two sentences share is a part of the shorter one that counts."""
    lighter = min(usage.weight(one.words), usage.weight(other.words))
    least = _PART if len(shared) > _SHARED else _PART_OF_TWO
    return usage.weight(shared) >= least * lighter
