"""What is quoted in a telling: utterances, as words in a row with the places of their sentences.

A quotation that its cue cuts in two ("...," he said. "...") is one utterance; so are quotations
of one statement. Quoted words that nobody is found to say are kept, without a speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rashomon.contrasts import settings
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.wording import Token
from rashomon.model import Article, Name, Span, Statement
from rashomon.text.quotes import Quotation, quotations

_POSSESSIVE = re.compile(r"[’']s\s+\w")
_STOP = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\bSt)"
    r"[.!?]+[\"'”’)\]]*\s"
)


@dataclass(frozen=True)
class Utterance:
    """Quoted words of one speaker in one telling, one statement's quotations after another.

    `stops` are the tokens after which a sentence of the speaker ends; `cuts` those after which
    the quotation is interrupted by the writer's own words.
    """

    article: Article
    tokens: tuple[Token, ...]
    stops: frozenset[int]
    cuts: frozenset[int]
    statement: Statement | None
    speaker: Name | None

    @property
    def called(self) -> str | None:
        """The speaker by the story's name; a source without one is not trusted to be one."""
        return self.speaker.canonical.removesuffix(" (government)") if self.speaker else None

    @cached_property
    def forms(self) -> list[str]:
        return [t.form for t in self.tokens]

    def span(self, first: int, last: int) -> Span:
        """The words from token `first` to token `last`, both included."""
        return Span(self.article.id, self.tokens[first].start, self.tokens[last].end)

    def words(self, first: int, last: int) -> str:
        """The same stretch as it is written."""
        return self.article.text[self.tokens[first].start : self.tokens[last].end]

    def sentence(self, at: int) -> tuple[int, int]:
        """First and last token of the speaker's sentence in which token `at` stands."""
        first = at
        while first > 0 and first - 1 not in self.stops:
            first -= 1
        last = at
        while last < len(self.tokens) - 1 and last not in self.stops:
            last += 1
        return first, last

    def sentences(self) -> list[tuple[int, int]]:
        found, first = [], 0
        for at in range(len(self.tokens)):
            if at in self.stops or at == len(self.tokens) - 1:
                found.append((first, at))
                first = at + 1
        return found


@lru_cache(maxsize=64)
def utterances(lens: Lens, article: Article) -> list[Utterance]:
    """The utterances of a telling in text order; linear in its length."""
    groups: list[tuple[int | None, list[tuple[int, int]]]] = []
    last_end = 0
    for quote, owner in owned(lens, article):
        start, end = quote.start, quote.end
        near = bool(groups) and start - last_end <= settings.MOST_BETWEEN_PARTS
        goes_on = near and owner is not None and groups[-1][0] == owner
        if goes_on or (near and quote.continued):
            groups[-1][1].append((start, end))
        else:
            groups.append((owner, [(start, end)]))
        last_end = end
    return [u for g in groups if (u := _made(lens, article, *g))]


def owned(lens: Lens, article: Article) -> Iterator[tuple[Quotation, int | None]]:
    """Each quotation of a telling with the index of the statement that it belongs to."""
    held = sorted(
        (span.start, span.end, index)
        for index, s in enumerate(lens.statements[article.id])
        if s.kind != "indirect"
        for span in s.content
    )
    at = 0
    for quote in quotations(article.text):
        while at < len(held) and held[at][1] <= quote.start:
            at += 1
        yield quote, _owner(held, at, quote.start, quote.end)


def _owner(held: list[tuple[int, int, int]], at: int, start: int, end: int) -> int | None:
    """The statement whose content overlaps the quotation most."""
    best: tuple[int, int] | None = None
    while at < len(held) and held[at][0] < end:
        share = min(end, held[at][1]) - max(start, held[at][0])
        if share > 0 and (best is None or share > best[0]):
            best = (share, held[at][2])
        at += 1
    return None if best is None else best[1]


def _tokens(lens: Lens, article: Article, start: int, end: int) -> list[Token]:
    found, starts = lens.tokens[article.id], lens.token_starts[article.id]
    inside = found[bisect_left(starts, start) : bisect_left(starts, end)]
    return [t for t in inside if t.end <= end]


def _made(
    lens: Lens, article: Article, owner: int | None, parts: list[tuple[int, int]]
) -> Utterance | None:
    text = article.text
    found: list[Token] = []
    stops: set[int] = set()
    cuts: set[int] = set()
    for start, end in parts:
        for token in _tokens(lens, article, start, end):
            if found and found[-1].end <= token.start:
                gap = text[found[-1].end : token.start]
                new_part = bool(found) and found[-1].end <= start
                if new_part:
                    cuts.add(len(found) - 1)
                if _STOP.search(gap + " ") and not text[token.start].islower():
                    stops.add(len(found) - 1)
            found.append(token)
    if len(found) < settings.SHORTEST_QUOTATION:
        return None
    statement = None if owner is None else lens.statements[article.id][owner]
    speaker = lens.name(article.id, statement.speaker) if statement else None
    if statement and (span := statement.speaker_span) and _POSSESSIVE.match(text, span.end):
        speaker = None  # "Orrick's family said": not Orrick
    return Utterance(article, tuple(found), frozenset(stops), frozenset(cuts), statement, speaker)


def whose(a: Utterance, b: Utterance, what: str) -> str:
    """Whose words two tellings quote, as a topic says it; only where both name the same person."""
    one, two = a.speaker, b.speaker
    if one is not None and two is not None and one.id == two.id and one.type == "person":
        return f"{one.canonical}’{'' if one.canonical.endswith('s') else 's'} {what}"
    return f"the {what}"
