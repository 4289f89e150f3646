"""The same utterance in other words: replaced, left out or put in, amid words that are the same.

    “I have never refused to meet”  |  “I have refused to meet”

Asks for the same words on both sides of the edit, and for an edit that says something: a
negation, a number, a name, or words of content. Brackets and dots that say that an editor cut
or explained are no alteration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from rapidfuzz.distance import JaroWinkler

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import stems
from rashomon.contrasts.utterances import Utterance, whose

_NEGATIONS = frozenset("not no never none nobody nothing neither nor without cannot".split())
_MARKED = re.compile(r"[\[\]()…@#]|\.\.|--|—")
# Words of a list that mean little: what differs only in these is another transcript.
_FILLERS = frozenset(
    "really very just actually well know mean kind sort like think going gonna right okay yeah "
    "thing things something everything anything people said want".split()
)


def compare(a: Utterance, b: Utterance) -> Iterator[Candidate]:
    """The edit that weighs most between two quotations of the same words."""
    if min(len(a.forms), len(b.forms)) < settings.ALTERED_AT_LEAST:
        return
    matcher = SequenceMatcher(None, a.forms, b.forms, autojunk=False)
    codes = matcher.get_opcodes()
    best: tuple[int, Candidate] | None = None
    for before, edit, after in zip(codes, codes[1:], codes[2:], strict=False):
        if before[0] != "equal" or after[0] != "equal" or edit[0] == "equal":
            continue
        left, right = before[2] - before[1], after[2] - after[1]
        if min(left, right) < settings.SAME_BESIDE or left + right < settings.SAME_AROUND:
            continue
        sure = a.speaker is not None and b.speaker is not None
        least = settings.ALTERED_LIKENESS if sure else settings.UNSURE_LIKENESS
        if _likeness(a, b, edit[1], edit[3]) < least:
            continue
        weight = _weight(a, b, *edit[1:])
        if weight and (best is None or weight > best[0]):
            best = (weight, _candidate(a, b, edit[1:], weight))
    if best:
        yield best[1]


def _likeness(a: Utterance, b: Utterance, i: int, j: int) -> float:
    """Share of the shorter of the two sentences whose words stand in a row in the other."""
    one = a.forms[slice(*_bounds(a, i))]
    two = b.forms[slice(*_bounds(b, j))]
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks if block.size > 1)
    return same / max(1, min(len(one), len(two)))


def _bounds(u: Utterance, at: int) -> tuple[int, int]:
    first, last = u.sentence(min(at, len(u.tokens) - 1))
    return first, last + 1


def _weight(a: Utterance, b: Utterance, i1: int, i2: int, j1: int, j2: int) -> int:
    """3 for a negation or a number, 2 for content on both sides, 1 for content left out, 0 none."""
    if max(i2 - i1, j2 - j1) > settings.LONGEST_EDIT:
        return 0
    if any(k in u.stops for u, r in ((a, range(i1 - 1, i2)), (b, range(j1 - 1, j2))) for k in r):
        return 0
    one, two = _raw(a, i1, i2), _raw(b, j1, j2)
    if _MARKED.search(one) or _MARKED.search(two):
        return 0
    if any(k in a.cuts for k in range(i1 - 1, i2)) or any(k in b.cuts for k in range(j1 - 1, j2)):
        return 0
    first, second = set(a.forms[i1:i2]), set(b.forms[j1:j2])
    if _is_garbled(a.forms[i1:i2], b.forms[j1:j2]):
        return 0
    if bool(first & _NEGATIONS) != bool(second & _NEGATIONS):
        return 3
    numbers = {w for w in first if w.isdigit()}, {w for w in second if w.isdigit()}
    if all(numbers) and numbers[0] != numbers[1]:
        return 3
    left, right = _content(first), _content(second)
    if left and right and not left & right:
        return 2
    gone = left or right
    return 1 if len(gone) >= settings.GONE_STEMS and not (left and right) else 0


def _raw(u: Utterance, first: int, last: int) -> str:
    """The text of an edit with the marks around it."""
    text = u.article.text
    start = u.tokens[first - 1].end
    end = u.tokens[last].start if last < len(u.tokens) else len(text)
    return text[start:end]


def _content(forms: set[str]) -> frozenset[str]:
    return stems(" ".join(w for w in forms if w not in _FILLERS))


def _is_garbled(one: list[str], two: list[str]) -> bool:
    """Another spelling, number or tense of the same words."""
    if len(one) != len(two):
        first, second = "".join(one), "".join(two)
        return bool(first and second) and JaroWinkler.similarity(first, second) >= 0.9
    return all(
        x == y or (len(x) > 2 and len(y) > 2 and JaroWinkler.similarity(x, y) >= settings.SAME_WORD)
        for x, y in zip(one, two, strict=True)
    )


def _candidate(
    a: Utterance, b: Utterance, edit: tuple[int, int, int, int], weight: int
) -> Candidate:
    i1, i2, j1, j2 = edit
    sides = (_side(a, i1, i2), _side(b, j1, j2))
    strength = 0.78 if weight == 3 else 0.62 if weight == 2 else 0.5
    return Candidate(
        f"Other words in {whose(a, b, 'quotation')}", "attribution",
        "strong" if weight == 3 else "soft", sides, strength,
        sort="other words" if weight > 1 else "words left out",
    )  # fmt: skip


def _side(u: Utterance, first: int, last: int) -> Side:
    """The edited words; where there are none, the words around the gap."""
    if first == last:
        start, stop = max(0, first - 2), min(len(u.tokens) - 1, first + 1)
        return Side(u.span(start, stop), "without these words", " ".join(u.forms[start : stop + 1]))
    return Side(
        u.span(first, last - 1), f"“{u.words(first, last - 1)}”", " ".join(u.forms[first:last])
    )
