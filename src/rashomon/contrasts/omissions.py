"""Omission: what at least two independent tellings quote and another full one does not.

Worded "not found in". The telling that lacks it must be full, must not have appeared before those
that have it, and must not say it in other words; a name counts only after folding.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.charged import is_charged, is_heated, is_kind
from rashomon.contrasts.context import sentences, stems
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.utterances import Utterance, utterances
from rashomon.contrasts.wording import Token, tokens
from rashomon.model import Article, Span
from rashomon.text.quotes import quotations

_Run = tuple[str, ...]
_MARKS = re.compile(r"[\[\]\"“”«»]")

_QUOTED = re.compile(r"[\"“”]|(?:^|\s)['‘]|['’](?:\s|$)")
_TOLD_SORT, _PLAIN_SORT = "quotation not found", "quotation not found, plain"
_HEARD_SORT = "quotation not found, heard otherwise"
_NOBODYS_SORT = "quotation not found, speaker not sure"
# A name or a pronoun inside the sentence: the words are aimed at somebody. General English.
_AT_SOMEBODY = re.compile(
    r"(?<=\s)(?:[A-Z][a-z’']{2,}|you|your|they|their|them|he|his|him|she|her)\b"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One quoted sentence: the runs of its words, and where it stands."""

    utterance: Utterance
    first: int
    last: int
    runs: frozenset[_Run]

    @property
    def words(self) -> str:
        return self.utterance.words(self.first, self.last)


def detect(lens: Lens) -> Iterator[Candidate]:
    """Quoted sentences that most tellings have and a full later one lacks; the weightiest."""
    if len(lens.tellings) < 3 or not lens.full:
        return
    found: list[Candidate] = []
    seen: set[_Run] = set()
    lines = [
        line
        for article in lens.tellings
        for utterance in utterances(lens, article)
        for line in _lines(utterance)
    ]
    said_by: dict[_Run, dict[str, set[str]]] = {}
    for line in lines:
        if line.utterance.speaker is not None:
            for run in line.runs:
                by = said_by.setdefault(run, {})
                by.setdefault(line.utterance.speaker.id, set()).add(line.utterance.article.id)
    for line in lines:
        if not line.runs & seen and (candidate := _lacking(lens, line, _agreed(line, said_by))):
            found.append(candidate)
            seen |= line.runs
    found.sort(key=lambda c: -c.weight)
    kept: list[Candidate] = []
    for candidate in found:  # a speaker's other sentences say no more of the choice
        if not any(_one_statement(candidate, other) for other in kept):
            kept.append(candidate)
    shown = [c for c in kept if c.sort == _TOLD_SORT]
    kept = (shown + [c for c in kept if c.sort != _TOLD_SORT])[: settings.MOST_OMITTED]
    for n, candidate in enumerate(kept):
        if n == 0 or candidate.sort == _TOLD_SORT:
            yield replace(candidate, weight=candidate.weight - 0.1 * n)


def _one_statement(one: Candidate, two: Candidate) -> bool:
    """Whether two lacks are of one speaker, or of words that stand together in one telling."""
    if one.lacking != two.lacking:
        return False
    return (one.who == two.who != "") or any(
        a.span.article_id == b.span.article_id
        and abs(a.span.start - b.span.start) < settings.SAME_STATEMENT
        for a in one.sides
        for b in two.sides
    )


def _agreed(line: _Line, said_by: dict[_Run, dict[str, set[str]]]) -> bool:
    """Whether two tellings, and none against them, have the line's speaker say its words."""
    speakers: dict[str, set[str]] = {}
    for run in line.runs:
        for speaker, tellings in said_by.get(run, {}).items():
            speakers.setdefault(speaker, set()).update(tellings)
    return len(speakers) == 1 and all(len(tellings) > 1 for tellings in speakers.values())


def _lines(utterance: Utterance) -> Iterator[_Line]:
    if utterance.statement is None:
        return
    size = settings.SHARED_RUN
    for first, last in utterance.sentences():
        forms = utterance.forms[first : last + 1]
        if not settings.OMITTED_AT_LEAST <= len(forms) <= settings.OMITTED_AT_MOST:
            continue
        runs = frozenset(tuple(forms[i : i + size]) for i in range(len(forms) - size + 1))
        words = utterance.words(first, last)
        short = len(forms) < settings.OMITTED_PLAINLY or len(stems(words)) <= settings.OMITTED_STEMS
        if _QUOTED.search(words):
            continue  # the marks do not pair: some of it is the writer's own
        if len(stems(words)) >= settings.OMITTED_STEMS and (not short or is_heated(words)):
            yield _Line(utterance, first, last, runs)


def _lacking(lens: Lens, line: _Line, sure: bool) -> Candidate | None:
    having = [a for a in lens.tellings if len(line.runs & lens.runs[a.id]) >= len(line.runs) / 2]
    if len(having) < 2:
        return None
    speaker = line.utterance.speaker.id if line.utterance.speaker else ""
    lacking = [
        a
        for a in lens.silent((a.id for a in having), speaker)
        if not line.runs & lens.runs[a.id]
        and not _told_otherwise(lens, a, line.words)
        and not _quoted_in_part(lens, a, line)
    ]
    if not lacking or len(lacking) > len(having):
        return None
    sides = [side for a in having if (side := _side(lens, a, line))]
    if len(sides) < 2:
        return None
    shown = " ".join(_MARKS.sub("", line.words).split()[: settings.WORDS_IN_TOPIC]).rstrip(" ,;:.")
    where = " and ".join(dict.fromkeys(lens.outlet(a.id) for a in lacking[:2]))
    if len(lacking) > 2:
        where += f" and {len(lacking) - 2} more"
    worth = max(_worth(lens.words(side.span)) for side in sides)
    heard = any(_is_heard(lens, a, having, line) for a in lacking)
    return Candidate(
        f"Not found in {where}: {_who(line.utterance) if sure else ''}“{shown} …”",
        "omission", "soft", tuple(sides), _weight(lens, line, having, lacking) + 0.05 * worth + 0.1 * sure,
        tuple(a.id for a in lacking),
        sort=_sort(worth, sure, heard),
        who=line.utterance.speaker.canonical if line.utterance.speaker else "",
    )  # fmt: skip


def _is_heard(lens: Lens, article: Article, having: list[Article], line: _Line) -> bool:
    """Whether the article quotes other words of somebody who is said to speak the line."""
    speakers = {
        u.speaker.id
        for a in having
        for u in utterances(lens, a)
        if u.speaker and not line.runs.isdisjoint(_runs(u))
    }
    return any(u.speaker and u.speaker.id in speakers for u in utterances(lens, article))


def _runs(utterance: Utterance) -> Iterator[_Run]:
    size = settings.SHARED_RUN
    forms = utterance.forms
    return (tuple(forms[i : i + size]) for i in range(len(forms) - size + 1))


def _worth(words: str) -> int:
    """Signs that the lack of a quoted sentence matters: charged, of middle length, at somebody."""
    long = len(words.split())
    return (
        2 * is_charged(words)
        + is_heated(words)
        + 2 * (settings.QUOTED_FROM <= long < settings.QUOTED_TO)
        + bool(_AT_SOMEBODY.search(words))
        - 4 * is_kind(words)
    )


def _sort(worth: int, sure: bool, heard: bool) -> str:
    if not sure:
        return _NOBODYS_SORT
    if heard:
        return _HEARD_SORT if worth >= settings.QUOTED_WORTH else "quotation not found, idle"
    if worth >= settings.QUOTED_WORTH:
        return _TOLD_SORT
    return _PLAIN_SORT if worth >= settings.QUOTED_PLAIN else "quotation not found, idle"


def _who(utterance: Utterance) -> str:
    name = utterance.speaker
    # A body ("the court") is too often another one.
    return f"{name.canonical}, " if name and name.type == "person" else ""


def _weight(lens: Lens, line: _Line, having: list[Article], lacking: list[Article]) -> float:
    """More where more tellings have it, where it stands early, and where its speaker is known."""
    share = len(having) / (len(having) + len(lacking))
    place = line.utterance.tokens[line.first].start / max(1, len(line.utterance.article.text))
    known = line.utterance.speaker is not None
    return 0.15 + 0.1 * share + 0.05 * (1 - place) + 0.05 * known


def _quoted_in_part(lens: Lens, article: Article, line: _Line) -> bool:
    """Whether the article has a short quotation whose words stand in the line in a row."""
    forms = f" {' '.join(line.utterance.forms[line.first : line.last + 1])} "
    for quote in quotations(article.text):
        words = article.text[quote.start : quote.end]
        if len(words) > settings.PART_AT_MOST or not stems(words):
            continue
        found = " ".join(t.form for t in tokens(words))
        if found and f" {found} " in forms:
            return True
    return False


def _told_otherwise(lens: Lens, article: Article, words: str) -> bool:
    """Whether two sentences in a row of the article have the content words of the quotation.

    Words that the article has all along say little: where others are left, these decide.
    """
    held = _stems_of_pairs(lens, article)
    about = stems(words)
    usual = Counter(s for found in held for s in found & about)
    telling = frozenset(s for s in about if usual[s] <= settings.USUAL)
    least = settings.TOLD_SHARE * len(about)
    if len(telling) >= settings.OMITTED_STEMS:
        about, least = telling, settings.TOLD_RARE * len(telling)
        least = min(least, max(settings.OMITTED_STEMS, settings.TOLD_RARE_OF_MANY * len(telling)))
    return any(len(about & found) >= least for found in held)


@lru_cache(maxsize=64)
def _stems_of_pairs(lens: Lens, article: Article) -> list[frozenset[str]]:
    """Content words of each sentence with the one after it."""
    places = [stems(place.text) for place in sentences(lens, article)]
    return [a | b for a, b in zip(places, (*places[1:], frozenset()), strict=True)]


def _side(lens: Lens, article: Article, line: _Line) -> Side | None:
    """The stretch of the article's text that holds the quoted sentence's words in a row."""
    found: list[Token] = lens.tokens[article.id]
    forms = [t.form for t in found]
    size = settings.SHARED_RUN
    at = [i for i in range(len(forms) - size + 1) if tuple(forms[i : i + size]) in line.runs]
    best: tuple[int, int] | None = None
    first = last = at[0] if at else 0
    for i in [*at, len(forms) + 2 * size]:
        if i - last > size:
            if best is None or last - first > best[1] - best[0]:
                best = (first, last)
            first = i
        last = i
    if not at or best is None:
        return None
    span = Span(article.id, found[best[0]].start, found[best[1] + size - 1].end)
    if span.end - span.start > settings.MOST_WORDS_SHOWN:
        return None
    return Side(span, "told", " ".join(forms[best[0] : best[1] + size]))
