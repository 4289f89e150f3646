"""Where a found phrase stands: its sentence, the words around it, and who is named in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from rashomon.contrasts.lens import Lens
from rashomon.model import Article, Mention, Name, Span

_WORD = re.compile(r"[^\W\d_]{4,}")
# Words that say nothing of an event. General English of news.
_EMPTY = frozenset(
    "that this with from have been were will would could should about after before their there "
    "which when what where while into over than then they them also said says told according "
    "more most some such only other first last next week month year days told people during "
    "between against under through because since until still just very even both each many "
    "much being does made make like upon among across within without whether however".split()
)
_ANY_WORD = re.compile(r"[^\W\d_]+")
_START = 4  # letters
_STEM = 5  # letters: "propose" and "proposal" meet
_ENDING = re.compile(r"(?<=[^\W\d_]{4})(?:ings?|ers?|ed|es|s|ment|ments|ly|[’']s)$")


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a telling."""

    article: Article
    start: int
    end: int
    starts: frozenset[str] = frozenset()  # the first letters of its words, in lower case

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]

    def may_hold(self, starts: frozenset[str]) -> bool:
        """Whether a word of the sentence begins with one of `starts`: a quick look before a pattern."""
        return not starts.isdisjoint(self.starts)

    def span(self, start: int, end: int) -> Span:
        """A span from offsets within the sentence."""
        return Span(self.article.id, self.start + start, self.start + end)


@lru_cache(maxsize=64)
def sentences(lens: Lens, article: Article) -> list[Place]:
    """The sentences of a telling in order."""
    return [
        Place(article, start, end, starts(article.text[start:end]))
        for start, end in lens.sentences(article)
    ]


def starts(words: str) -> frozenset[str]:
    """How the words begin: four letters of each, in lower case."""
    return frozenset(word[:_START].lower() for word in _ANY_WORD.findall(words))


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """Content words of `text`, cut to their stems' length."""
    return frozenset(filter(None, map(_stem, _WORD.findall(text))))


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    """The stem of one word; empty for a word that says nothing."""
    folded = word.casefold()
    return "" if folded in _EMPTY else _ENDING.sub("", folded).rstrip("e")[:_STEM]


def mentions_in(lens: Lens, place: Place, start: int, end: int) -> list[Mention]:
    """Mentions that overlap the sentence's stretch from `start` to `end`, in order."""
    found = lens.mentions[place.article.id]
    first = bisect_right([m.end for m in found], place.start + start)
    return [m for m in found[first:] if m.start < place.start + end]


_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}")
_STARTERS = frozenset("the a an in on at but and he she it they we i this that there asked".split())


def actors_in(lens: Lens, place: Place) -> list[Mention]:
    """Who or what is named in the sentence: mentions, and capitalised words that are none."""
    found = [m for m in mentions_in(lens, place, 0, len(place.text)) if m.start >= place.start]
    for match in _CAPITALISED.finditer(place.text):
        words = re.sub(r"[’']s$", "", match.group())
        start, end = place.start + match.start(), place.start + match.start() + len(words)
        if words.casefold() in _STARTERS or any(m.start < end and start < m.end for m in found):
            continue
        found.append(Mention(place.article.id, start, end, words, "organisation", words))
    return sorted(found, key=lambda m: m.start)


def name_of(lens: Lens, mention: Mention) -> Name | None:
    return lens.name(mention.article_id, mention.referent)


def called(lens: Lens, mention: Mention) -> str:
    """What the mention's referent is called over the story; "Russia (government)" as "Russia"."""
    name = name_of(lens, mention)
    return (name.canonical if name else mention.referent).removesuffix(" (government)")
