"""The brief: three to five sentences of the tellings that together say what happened.

Extractive and unsupervised: sentences are weighed by the words that several independent tellings
share (a centroid, Radev et al. 2004) and by their place in the article, and taken one by one
while they bring something new (maximal marginal relevance, Carbonell & Goldstein 1998).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from rashomon.digest import settings
from rashomon.model import Article, Brief, Material, Span
from rashomon.text.sentences import sentence_spans

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MARKS = {'"': '"', "“": "”", "«": "»", "„": "“"}
# A sentence that begins so leans on the one before it. General English; elsewhere the other
# signs decide.
_LEANING = frozenset(
    "and but or so yet he she it they this that these those his her its their him them such "
    "however meanwhile instead moreover furthermore also still then there here according both "
    "neither i we you my our your nor hence thus therefore likewise similarly otherwise".split()
)

# Words that speak of what stood before: "the latter", "both sides", "the claim".
_BACKWARDS = re.compile(
    r"\b(?:the (?:claim|latter|former|remarks?|move|same|second|others?|note|document|pair|duo|two)|"
    r"both sides|the (?:previous|following|next|same) day|as well|too)\b",
    re.IGNORECASE,
)
# "The envoy said that ...": who it is stood in another sentence.
_UNNAMED = re.compile(
    r"(?:The|From \w+ the|In \w+ the)\s+[a-z-]+(?:\s[a-z-]+)?\s+(?:also\s+|has\s+|had\s+|then\s+|later\s+)?"
    r"(?:said|says|added|adds|told|emphasi[sz]ed|explained|noted|stressed|claimed|stated|recalled|"
    r"warned|insisted|argued|flew|went|came|left|replied|declined|denied|described|called)\b"
)
# "SARN, May 14 (Norda) - ": says where it was written, and is no part of the sentence.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,40}(?:,[^()–—]{0,40}?)?\s*(?:\([^)]{2,40}\)\s*)?(?:--|[–—]|\s-)\s+(?=[A-Z\"“‘])"
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    family: str
    place: int
    order: int
    words: frozenset[str]


def brief(material: Material) -> Brief:
    """The brief of a story, in reading order: the best sentence first, the others by time.

    Takes sentences from the originals of copy families only; every one is a span of its article.
    """
    families = material.families()
    originals = [(a, families.get(a.id, a.id)) for a in material.originals()]
    found = [
        c for order, (a, family) in enumerate(originals) for c in _candidates(a, family, order)
    ]
    if not found:
        return Brief(material.story.id, ())
    weights = _weights(found, len({family for _, family in originals}))
    most = min(
        settings.MOST_SENTENCES, max(settings.FEWEST_SENTENCES, len(originals))
    )  # a sentence a telling, within bounds
    taken: list[_Candidate] = []
    while len(taken) < most:
        left = [c for c in found if c not in taken and _is_new(c, taken)]
        if not left:
            break
        taken.append(max(left, key=lambda c: (_score(c, weights, taken), -c.order, -c.span.start)))
    rest = sorted(taken[1:], key=lambda c: (c.order, c.span.start))
    return Brief(material.story.id, tuple(c.span for c in [taken[0], *rest]))


def _candidates(article: Article, family: str, order: int) -> list[_Candidate]:
    found = []
    for place, (start, end) in enumerate(sentence_spans(article.text)):
        if dateline := _DATELINE.match(article.text, start, end):
            start = dateline.end()
        sentence = article.text[start:end]
        words = _WORD.findall(sentence)
        if not settings.SHORTEST <= len(words) <= settings.LONGEST or not _stands_alone(sentence):
            continue
        kept = frozenset(w.casefold() for w in words if len(w) > 3 or not w.isalpha())
        if kept:
            found.append(_Candidate(Span(article.id, start, end), family, place, order, kept))
    return found


def _stands_alone(sentence: str) -> bool:
    first = _WORD.search(sentence)
    if first is None or first.group().casefold() in _LEANING or sentence[0].islower():
        return False
    if _UNNAMED.match(sentence) or _BACKWARDS.search(sentence, 0, settings.LOOKING_BACK):
        return False
    if sentence.rstrip("\"'”’»)]")[-1:] not in ".!?…。！？":
        return False
    for opening, closing in _MARKS.items():
        if opening == closing:
            if sentence.count(opening) % 2:
                return False
        elif sentence.count(opening) != sentence.count(closing):
            return False
    # A quotation without its speaker, or a cut text, says less than it seems to.
    return sentence[0] not in "\"'“‘«„[(" and "[…]" not in sentence


def _weights(found: list[_Candidate], families: int) -> dict[str, float]:
    """A word weighs as the share of the tellings that have it; one that only one has, little."""
    having: Counter[str] = Counter()
    for word, _family in {(w, c.family) for c in found for w in c.words}:
        having[word] += 1
    return {w: (n - 0.5) / families if families > 1 else 0.5 for w, n in having.items()}


def _score(candidate: _Candidate, weights: dict[str, float], taken: list[_Candidate]) -> float:
    central = sum(sorted(weights[w] for w in candidate.words)) / math.sqrt(len(candidate.words))
    places = settings.PLACE_WEIGHTS
    place = (
        places[candidate.place] if candidate.place < len(places) else (settings.LATER_PLACE_WEIGHT)
    )
    told = any(candidate.family == other.family for other in taken)
    return central * place * (settings.SAME_TELLING_WEIGHT if told else 1.0)


def _is_new(candidate: _Candidate, taken: list[_Candidate]) -> bool:
    return all(
        len(candidate.words & other.words)
        <= settings.MOST_SHARED * min(len(candidate.words), len(other.words))
        for other in taken
    )
