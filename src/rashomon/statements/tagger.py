"""The trained tagger: cue candidates scored, source and content tagged for each cue.

Method: cue-first attribution with features relative to the cue, trained on PolNeAR (Newell,
Margolin and Ruths 2018); see docs/statements-model-card.md. Rules run beside it and after it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache

import numpy as np

from rashomon.statements import (
    around,
    crf,
    features,
    judge,
    model_file,
    settings,
    sifting,
    standing,
)
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.features import Layout, Tokens
from rashomon.statements.lexicon import Cue, forms
from rashomon.statements.vocabulary import Words
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    DETERMINERS,
    PREPOSITIONS,
)

BATCH = 256  # cues tagged at once: bounds the memory that a long text takes


_read = cache(model_file.read)
_words = cache(Words)


def weights() -> model_file.Weights | None:
    """The weights, read once; None where the tagger is off or has none."""
    if not settings.TAGGER or os.environ.get("RASHOMON_TAGGER") == "0":
        return None
    return _read()


@dataclass(slots=True)
class Proposal:
    """What rules and tagger found: drafts with their origin, and the chance of each cue token."""

    tokens: Tokens
    chances: dict[int, float]
    drafts: list[tuple[Draft, int]]


def propose(document: Document, ruled: list[Draft], known: model_file.Weights) -> Proposal | None:
    """All attributions that may be accepted; None for a document without words."""
    if document.size == 0:
        return None
    tokens = Tokens(document, _words(known.vocabulary))
    at = features.candidates(tokens)
    chances: dict[int, float] = {}
    if len(at):
        indices = features.gate(tokens, at, known.vocabulary, Layout())
        score = features.totals(known.gate, indices) + known.gate[-1]
        chance = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
        chances = dict(zip(at.tolist(), chance.tolist(), strict=True))
    drafts: list[tuple[Draft, int]] = [
        (made.copy(), judge.RULED)
        for made in ruled
        if chances.get(made.anchor, 1.0) >= settings.WORTH_A_LOOK
    ]
    cues = [cue for cue, chance in chances.items() if chance >= settings.WORTH_A_LOOK]
    rule_of = {made.anchor: made for made in ruled}
    for cue, tagged in zip(cues, draft(document, tokens, cues, known), strict=True):
        if tagged is None:
            continue
        rule = rule_of.get(cue)
        if rule is not None and rule.source is not None and rule.kind == "S":
            start = tagged.content[0][0]
            if (
                start == rule.source[0]
                and rule.source[0] >= rule.anchor
                and len(tagged.content) < 2
            ):
                continue  # the name after "said", taken for words
        if (rule is not None and rule.kind == "P") or (
            rule is not None
            and rule.source is not None
            and _better(document, rule.source, tagged.source)
        ):
            tagged.source = rule.source
        drafts.append((tagged, judge.TAGGED))
    drafts = _clean(document, drafts, sifting.phrases_of(ruled))
    sifting.without_others(document, [made for made, _ in drafts])
    return Proposal(tokens, chances, drafts)


def _clean(
    document: Document, drafts: list[tuple[Draft, int]], phrases: dict[int, Draft]
) -> list[tuple[Draft, int]]:
    """Those that are statements of someone; what rules and tagger found alike is looked at once."""
    looked_at: dict[tuple[object, ...], Draft | None] = {}
    kept: list[tuple[Draft, int]] = []
    for made, origin in drafts:
        key = (
            *made.content, made.source, made.cue, made.lemma, made.kind, made.denied,
            *made.regions, made.anchor, made.plain,
        )  # fmt: skip
        if key not in looked_at:
            looked_at[key] = made if sifting.clean(document, made, phrases) else None
            if looked_at[key] is not None:
                kept.append((made, origin))
        elif (same := looked_at[key]) is not None:
            kept.append((same.copy(), origin))
    return kept


def _better(document: Document, ruled: Range, tagged: Range | None) -> bool:
    """Whether the rules' source is to be taken: none was tagged, a whole clause, half a pair."""
    if tagged is None or tagged[1] - tagged[0] > settings.LONGEST_SOURCE:
        return True
    aside = ruled[1] < tagged[0] and document.words[ruled[1]] in (",", "(", "–", "—")
    if aside and document.lower[tagged[0] - 1] in PREPOSITIONS:
        return True  # "Orsk, who worked with Lind, said"
    within = ruled[0] <= tagged[0] and tagged[1] <= ruled[1]
    return within and "and" in document.lower[ruled[0] : ruled[1]]


def accept(document: Document, ruled: list[Draft], known: model_file.Weights) -> list[Draft]:
    """The attributions that the judge accepts, one for each cue."""
    found = propose(document, ruled, known)
    if found is None:
        return []
    if not found.drafts:
        return []
    table = judge.features(
        document, found.tokens, known.vocabulary, found.drafts, found.chances, Layout()
    )
    scores = judge.score(table, known.judge)
    for number, (made, origin) in enumerate(found.drafts):
        if origin == judge.RULED and made.kind == "S" and not made.regions:
            scores[number] += settings.TRUST_IN_RULES
        if origin == judge.RULED and made.kind == "S" and made.plain:
            scores[number] += settings.TRUST_IN_PLAIN
    ranked = sorted(
        zip(scores, range(len(found.drafts)), strict=True),
        key=lambda pair: (-pair[0], pair[1]),
    )
    sure = {
        found.drafts[number][0].anchor
        for chance, number in ranked
        if chance >= settings.SURE and found.drafts[number][0].kind in ("S", "P")
    }
    many = len(document.sentences)
    sparse = many >= settings.FEW_SENTENCES and len(sure) < settings.SPARSE * many
    other_kind = sparse or _addresses(document)
    accepted = settings.ACCEPT_ELSEWHERE if other_kind else settings.ACCEPT
    chosen: list[Draft] = []
    cues: set[int] = set()
    held: list[tuple[set[int], bool]] = []
    holders: dict[int, list[int]] = {}
    for chance, number in ranked:
        made, _ = found.drafts[number]
        if chance < accepted:
            break
        if chance < settings.ACCEPT_DOUBTFUL and standing.is_doubtful(document, made):
            continue
        if chance < settings.ACCEPT_VAGUE and standing.is_vague(document, made):
            continue
        if made.anchor in cues:
            continue
        own = {at for start, end in made.content for at in range(start, end)}
        rivals = {other for at in own for other in holders.get(at, ())}
        if any(
            (made.kind == "P") == held[other][1]
            and len(own & held[other][0]) > settings.SAME_CONTENT * len(own | held[other][0])
            for other in rivals
        ):
            continue
        cues.add(made.anchor)
        for at in own:
            holders.setdefault(at, []).append(len(held))
        held.append((own, made.kind == "P"))
        made.chance = chance
        chosen.append(made)
    return chosen


def _addresses(document: Document) -> bool:
    """Whether a text speaks to its reader: advice, manuals, reviews, sales."""
    you = sum(
        document.outside(at)
        for word in ("you", "your", "yours", "yourself")
        for at in document.places(word, 0, document.size)
    )
    return you > settings.ADDRESSES * document.size


def draft(
    document: Document, tokens: Tokens, cues: list[int], known: model_file.Weights
) -> list[Draft | None]:
    """An attribution for each cue token; None where no content was tagged."""
    if not cues:
        return []
    own, near = Layout(), Layout()
    table = features.static(tokens, known.vocabulary, own)
    weights = _by_label(known)
    result: list[Draft | None] = []
    for first in range(0, len(cues), BATCH):
        batch = cues[first : first + BATCH]
        places = np.array(batch, dtype=np.int64)
        numbers, at = features.windows(tokens, places)
        used, back = _distinct(at, tokens.size)
        alone = table[used]
        seen = features.relative(tokens, places[numbers], at, known.vocabulary, near)
        scores = np.zeros((len(at), features.LABELS), dtype=np.float32)
        for label, of_label in weights:
            by_itself = features.totals(of_label, alone)
            scores[:, label] = by_itself[back] + features.totals(of_label[own.size :], seen)
        lengths = np.bincount(numbers, minlength=len(batch))
        labels = crf.decode(scores, features.boundary(tokens, at), lengths, known.moves)
        # Only places that have a label are of interest, and where each window ends.
        held = np.flatnonzero(labels)
        labelled = list(zip(at[held].tolist(), labels[held].tolist(), strict=True))
        ends = np.cumsum(lengths)
        edges = (at[ends - 1] + 1).tolist()
        start = 0
        for cue, edge, end in zip(batch, edges, np.searchsorted(held, ends).tolist(), strict=True):
            result.append(_made(document, cue, labelled[start:end], edge))
            start = end
    return result


@cache
def _by_label(known: model_file.Weights) -> list[tuple[int, features.Floats]]:
    """Labels and their weights, without those that have none: in a file the first has none."""
    return [(label, weights) for label, weights in enumerate(known.tagger.T) if weights.any()]


def _distinct(at: features.Ints, size: int) -> tuple[features.Ints, features.Ints]:
    """Places below `size`, each once, and for each of `at` which of these it is."""
    held = np.zeros(size, dtype=bool)
    held[at] = True
    return np.flatnonzero(held), (np.cumsum(held) - 1)[at]


def _runs(document: Document, labelled: list[tuple[int, int]], wanted: int) -> list[Range]:
    """Runs of one label; a gap that holds no word, or only the inside of a quotation, is none.

    `labelled` are the places that have a label, source or content, with it.
    """
    runs: list[Range] = []
    other = True  # whether another label stood since the last run
    for at, label in labelled:
        if label == wanted:
            if runs and not other and _joined(document, runs[-1][1], at):
                runs[-1] = (runs[-1][0], at + 1)
            else:
                runs.append((at, at + 1))
            other = False
        else:
            other = True
    return runs


def _joined(document: Document, end: int, start: int) -> bool:
    """Whether nothing, no word, or only the inside of a quotation stands between two places."""
    return end == start or (
        start - end < 400
        and all(
            document.region[at] >= 0 or not document.words[at][0].isalnum()
            for at in range(end, start)
        )
    )


def _made(document: Document, cue: int, labelled: list[tuple[int, int]], edge: int) -> Draft | None:
    """The attribution that a window's labels tell; the window ends at `edge`."""
    contents: list[Range] = []
    for run in _runs(document, labelled, 2):
        whole = _whole(document, run, edge)
        if whole is not None and (not contents or whole[0] >= contents[-1][1]):
            contents.append(whole)
    contents = _cleaned(document, contents, cue)
    if not contents:
        return None
    source: Range | None = None
    for run in _runs(document, labelled, 1):
        trimmed = document.trim(run)
        while trimmed and trimmed[1] - trimmed[0] > 1 and _loose(document, trimmed[1] - 1):
            trimmed = document.trim((trimmed[0], trimmed[1] - 1))
        if trimmed is None:
            continue
        trimmed = _subject_of(document, trimmed)
        if source is None or _distance(trimmed, cue) < _distance(source, cue):
            source = trimmed
    entry = _entry(document, cue)
    end = cue + 1 + (len(entry.rest) if entry else 0)
    if entry is None:
        return Draft(
            contents,
            source,
            (cue, end),
            document.lower[cue],
            "A",
            False,
            around.regions_of(document, contents),
            anchor=cue,
        )
    first = document.sentences[document.sentence[cue]][0]
    head = around.group_start(document, cue, first)
    negated = around.is_negated(document, head, cue)
    return Draft(
        contents, source, (head, end), entry.lemma, entry.kind, around.denied(entry, negated),
        around.regions_of(document, contents), anchor=cue,
    )  # fmt: skip


def _subject_of(document: Document, source: Range) -> Range:
    """A source that runs into a clause ("The senator carved out ground") up to its verb."""
    start, end = source
    if end - start < 4 or "," in document.words[start:end]:
        return source
    for at in range(start + 1, end):
        lower, word = document.lower[at], document.words[at]
        if word[0].isupper() or document.words[at - 1] == "who" or lower in ("that", "who"):
            continue
        verb = lower in COMMON_VERBS or lower in AUXILIARIES
        after = document.lower[at + 1] if at + 1 < end else ""
        participle = lower.endswith("ed") and len(lower) > 4 and after not in PREPOSITIONS
        if verb or (participle and after and document.lower[at - 1] not in DETERMINERS):
            return document.trim((start, at)) or source
    return source


def _loose(document: Document, token: int) -> bool:
    """Whether a word at the end of a source belongs to the verb after it."""
    lower, word = document.lower[token], document.words[token]
    if lower.endswith("ed") and word[0].islower() and len(lower) > 4:
        return document.lower[token - 1] not in DETERMINERS
    return lower in ADVERBS or lower in AUXILIARIES or (lower.endswith("ly") and len(lower) > 5)


def _cleaned(document: Document, contents: list[Range], cue: int) -> list[Range]:
    """The content without the "that" or "as" that opens it, and without lone pronouns."""
    result: list[Range] = []
    entry = _entry(document, cue)
    done = cue + 1 + (len(entry.rest) if entry else 0)
    for start, end in contents:
        if cue <= start < done:
            start = done
        if start >= end:
            continue
        lower = document.lower[start]
        if start > cue and end - start > 2 and lower == "that":
            following = document.lower[start + 1]
            if following not in AUXILIARIES and document.outside(start):
                start += 1
        if (
            end - start == 1
            and len(contents) > 1
            and lower in ("which", "that", "what", "who", "it")
        ):
            continue
        span = document.trim((start, end))
        if span is not None:
            result.append(span)
    return result


def _whole(document: Document, run: Range, edge: int) -> Range | None:
    """The run without stops at its ends; a quotation of which it holds half is taken whole.

    So is one that runs on beyond the window's `edge`.
    """
    start, end = run
    for at, grows_left in ((start, True), (end - 1, False)):
        number = document.region[at]
        if number < 0:
            continue
        inner = document.region_tokens[number]
        overlap = min(end, inner[1]) - max(start, inner[0])
        if 2 * overlap >= inner[1] - inner[0] or overlap >= settings.WHOLE_FROM or run[1] == edge:
            if grows_left:
                start = min(start, inner[0])
            else:
                end = max(end, inner[1])
    return document.trim((start, end))


def _distance(span: Range, cue: int) -> int:
    return span[0] - cue if span[0] > cue else cue - span[1] + 1


def _entry(document: Document, cue: int) -> Cue | None:
    for entry in forms().get(document.lower[cue], ()):
        end = cue + 1 + len(entry.rest)
        if tuple(document.lower[cue + 1 : end]) == entry.rest:
            return entry
    return None
