"""What only one of two tellings has: sentences with numbers or names, and quotations.

Told of stories of two voices alone, with both tellings full and the one that lacks it published
no earlier. Nothing of it may stand in the other telling in other words: a number that it gives
stands nowhere there, or a name; and no place there has a good part of what the sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rashomon.agreement import quoted, settings, units
from rashomon.agreement.scene import Scene, Sentence
from rashomon.model import Article, PointKind, Span


@dataclass(frozen=True, slots=True)
class Alone:
    """Words of one telling that were not found in another."""

    kind: PointKind
    span: Span
    lacking: str
    weight: float


def find(scene: Scene) -> list[Alone]:
    """What each of two full tellings has alone, the weightiest of each first."""
    if len(scene.voices) != 2 or len(scene.tellings) != 2 or len(scene.full) != 2:
        return []
    one, two = scene.tellings
    found = []
    for having, lacking in ((one, two), (two, one)):
        if (lacking.published or "9")[:10] >= (having.published or "")[:10]:
            of_this = [*_facts(scene, having, lacking), *_quotations(scene, having, lacking)]
            of_this.sort(key=lambda a: (-a.weight, a.span.start))
            found += of_this[: settings.MOST_ONLY]
    return found


def lacks(scene: Scene, article: Article, span: Span, core: frozenset[str]) -> bool:
    """Whether neither a fact with the units `core` nor, without units, the quoted words of `span`
    stand in a telling in any words: asked before a reader is told so."""
    there = _other(scene, article)
    if core:
        new = any(_is_fact(key) and not there.knows(key) for key in core)
        return new and not there.has_keys(core)
    words = scene.text(span.article_id)[span.start : span.end].casefold().replace("’", "'")
    forms = tuple(m.group() for m in quoted.WORD.finditer(words))
    return not _in_a_row(forms, _grams(article)) and not _told(there, words)


def _facts(scene: Scene, having: Article, lacking: Article) -> Iterator[Alone]:
    there = _other(scene, lacking)
    told: set[str] = set()
    for sentence in scene.sentences[having.id]:
        low, high = settings.ONLY_PLACES
        if not low <= sentence.place < high or not _is_whole(sentence.text):
            continue
        weight = scene.weight(sentence.keys)
        known = scene.weight(frozenset(k for k in sentence.keys if there.knows(k)))
        low_share, high_share = settings.ONLY_KNOWN
        if not low_share * weight <= known <= high_share * weight or there.has(sentence):
            continue
        new = [k for k in sorted(sentence.keys) if _is_fact(k) and not there.knows(k)]
        if weight >= settings.ONLY_WEIGHT and new and sentence.text not in told:
            told.add(sentence.text)
            early = 1 / (1 + sentence.place / 10)
            span = Span(having.id, sentence.start, sentence.end)
            yield Alone("fact", span, lacking.id, early * (1 + 0.2 * len(new)))


def _is_whole(sentence: str) -> bool:
    """A statement with its end, and its marks in pairs; no caption of a picture."""
    if len(sentence.split()) > settings.ONLY_WORDS or _BYLINE.match(sentence):
        return False
    if sentence[-1:] not in ".!”\"’'。" or sentence[-2:-1].isspace() or _CAPTION.search(sentence):
        return False
    return sentence.count("“") == sentence.count("”") and sentence.count('"') % 2 == 0


_BYLINE = re.compile(r"[A-Z][A-Z .’'-]+(?:, [A-Z ]+)?:")  # who speaks in a transcript
_CAPTION = re.compile(
    r"\b(?:contributed to (?:this|the)|reporting by|editing by|sign up|subscribe|copyright|all rights)\b|©|"
    r"\bfile (?:photo|image|picture)\b|\(photo|Getty Images",
    re.IGNORECASE,
)


def _is_fact(key: str) -> bool:
    return key.startswith(("#", "n:"))


class _Other:
    """The telling that may lack something."""

    def __init__(self, scene: Scene, article: Article) -> None:
        self.scene = scene
        self.sentences = scene.sentences[article.id]
        self.keys = frozenset().union(*(s.keys for s in self.sentences))
        self.stems = set(units.stems(article.text, 0, len(article.text)))
        # A number that is nearly this one is another value for the same thing: a difference.
        self.numbers = {
            float(u.key[1:].rstrip("$%")) for u in units.numbers(article.text, 0, len(article.text))
        }
        self.names = {m.referent for m in scene.material.mentions if m.article_id == article.id}
        self.folded = article.text.casefold()

    @cached_property
    def keys_in_twos(self) -> list[frozenset[str]]:
        """The units of each two sentences in a row."""
        return list(_in_twos([s.keys for s in self.sentences]))

    @cached_property
    def stems_in_twos(self) -> list[frozenset[str]]:
        """The content words of each two sentences in a row."""
        held = [frozenset(units.stems(s.article.text, s.start, s.end)) for s in self.sentences]
        return list(_in_twos(held))

    def knows(self, key: str) -> bool:
        """Whether a name or number stands anywhere in the telling, a headline or caption too."""
        if key in self.keys or key in self.stems:
            return True
        if key.startswith(("w:", "@")):
            return False
        if key.startswith("#"):
            value = float(key[1:].rstrip("$%"))
            return any(abs(value - other) <= settings.ONLY_NEAR * value for other in self.numbers)
        name = self.scene.names.get(key[2:])
        forms = (name.canonical, *name.variants) if name else (key[2:],)
        parts = {p.casefold() for form in forms for p in form.split() if len(p) > 3}
        return any(part in self.folded for part in parts)

    def has(self, sentence: Sentence) -> bool:
        """Whether a good part of the sentence stands in two sentences of the telling in a row."""
        return self.has_keys(sentence.keys)

    def has_keys(self, wanted: frozenset[str]) -> bool:
        """Whether a good part of some units stands in two sentences of the telling in a row."""
        least = settings.ONLY_SHARE * self.scene.weight(wanted)
        return any(self.scene.weight(wanted & keys) >= least for keys in self.keys_in_twos)


def _quotations(scene: Scene, having: Article, lacking: Article) -> Iterator[Alone]:
    there = _other(scene, lacking)
    grams = _grams(lacking)
    for run in quoted.runs(having):
        if len(run.forms) < settings.ONLY_QUOTED or _in_a_row(run.forms, grams):
            continue
        span = run.span(0, min(len(run.forms), settings.LONGEST_QUOTED))
        words = having.text[run.places[0][0] : run.places[-1][1]]
        if scene.speaker_of(span) is None or _told(there, words):
            continue
        early = 1 / (1 + 20 * span.start / max(1, len(having.text)))
        yield Alone("quotation", span, lacking.id, early)


@lru_cache(maxsize=48)
def _other(scene: Scene, article: Article) -> _Other:
    return _Other(scene, article)


@lru_cache(maxsize=48)
def _grams(article: Article) -> set[tuple[str, ...]]:
    size = settings.ONLY_RUN
    text = article.text.casefold().replace("’", "'")
    forms = [m.group() for m in quoted.WORD.finditer(text)]
    return {tuple(forms[i : i + size]) for i in range(len(forms) - size + 1)}


def _in_a_row(forms: Sequence[str], grams: set[tuple[str, ...]]) -> bool:
    size = settings.ONLY_RUN
    return any(tuple(forms[i : i + size]) in grams for i in range(len(forms) - size + 1))


def _told(there: _Other, words: str) -> bool:
    """Whether the telling has the content words of a quotation in one place."""
    content = set(units.stems(words, 0, len(words)))
    if len(content) < settings.QUOTED_STEMS:
        return True
    return any(len(content & pair) >= 0.5 * len(content) for pair in there.stems_in_twos)


def _in_twos(keys: Sequence[frozenset[str]]) -> Iterator[frozenset[str]]:
    """What each sentence and the next have together."""
    for place, first in enumerate(keys):
        yield first | keys[place + 1] if place + 1 < len(keys) else first
