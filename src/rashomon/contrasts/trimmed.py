"""A quotation that ends, begins or goes on within one sentence where another telling's does not.

    “We will come to the table.”  |  “We will come to the table, but not while ...”

Only what is missing from the speaker's own sentence counts: how many sentences an outlet quotes
is its choice. What the shorter telling says in its own words, or quotes elsewhere, is not missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import stems
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.utterances import Utterance, whose
from rashomon.contrasts.wording import grams, tokens
from rashomon.model import Span

# What limits or turns the words before it. General English.
_TURNING = frozenset(
    "but unless until if though although however yet except because provided only without "
    "not never nor when while before so or".split()
)
_OPENING = frozenset("if although though while unless until because when not even despite".split())


def compare(lens: Lens, a: Utterance, b: Utterance) -> Iterator[Candidate]:
    """What one of two quotations of the same words leaves out at its end or its beginning."""
    match = SequenceMatcher(None, a.forms, b.forms, autojunk=False).find_longest_match()
    sure = a.speaker is not None and b.speaker is not None
    if match.size < (settings.SURE_RUN if sure else settings.UNSURE_RUN):
        return
    if len(stems(a.words(match.a, match.a + match.size - 1))) < settings.RUN_STEMS:
        return
    for whole, cut, at, other in ((a, b, match.a, match.b), (b, a, match.b, match.a)):
        found = _ending(lens, whole, cut, at + match.size - 1, other, match.size)
        found = found or _beginning(lens, whole, cut, at, other, match.size)
        if found:
            yield found
            return


def _ending(
    lens: Lens, whole: Utterance, cut: Utterance, last: int, other: int, size: int
) -> Candidate | None:
    """`whole` goes on in the sentence at whose token `last` the quotation `cut` stops."""
    end = other + size - 1
    ends_here = end == len(cut.tokens) - 1 or end in cut.stops
    if not ends_here or last in whole.stops or last + 1 >= len(whole.tokens):
        return None
    if cut.sentence(end)[0] < other - settings.LOOSE_START or whole.sentence(last)[0] > last - 1:
        return None  # the same phrase in another sentence
    first, final = last + 1, whole.sentence(last)[1]
    rest = whole.forms[first : final + 1]
    if not _is_missing(lens, whole.span(first, final), rest, cut, cut.tokens[end].end):
        return None
    strong = rest[0] in _TURNING or (rest[0] == "and" and rest[1] in _TURNING)
    sides = (
        Side(
            whole.span(first, final), "goes on", " ".join(whole.forms[last + 1 - size : final + 1])
        ),
        Side(
            cut.span(max(other, end - 11), end), "ends here", " ".join(cut.forms[other : end + 1])
        ),
    )
    return _candidate(f"How {whose(whole, cut, 'quoted sentence')} ends", sides, strong)


def _beginning(
    lens: Lens, whole: Utterance, cut: Utterance, first: int, other: int, size: int
) -> Candidate | None:
    """`whole` has begun the sentence before its token `first`, where the quotation `cut` begins.

    Only where `cut` begins with a capital, as if the sentence began there.
    """
    begins = other == 0 or other - 1 in cut.stops
    text = cut.article.text
    if not begins or first == 0 or first - 1 in whole.stops:
        return None
    if not text[cut.tokens[other].start].isupper() or cut.forms[other] == "i":
        return None
    if cut.sentence(other)[1] > other + size - 1 + settings.LOOSE_START:
        return None
    start = whole.sentence(first)[0]
    lost = whole.forms[start:first]
    if not _is_missing(lens, whole.span(start, first - 1), lost, cut, cut.tokens[other].start):
        return None
    strong = lost[0] in _OPENING
    stop = min(other + 11, other + size - 1)
    sides = (
        Side(
            whole.span(start, first - 1),
            "begins earlier",
            " ".join(whole.forms[start : first + size]),
        ),
        Side(cut.span(other, stop), "begins here", " ".join(cut.forms[other : other + size])),
    )
    return _candidate(f"How {whose(whole, cut, 'quoted sentence')} begins", sides, strong)


def _is_missing(lens: Lens, span: Span, rest: list[str], cut: Utterance, near: int) -> bool:
    """Whether the words say something, and stand neither as quoted nor in other words in `cut`."""
    if len(rest) < settings.TRIMMED_AT_LEAST or span.end - span.start > settings.LONGEST_REST:
        return False
    words = lens.words(span)
    about = stems(words)
    if len(about) < settings.REST_STEMS:
        return False
    article = cut.article
    known = lens.runs[article.id]
    size = min(len(rest), settings.SHARED_RUN)
    if size < settings.SHARED_RUN:
        known = grams([t.form for t in tokens(article.text)], size)
    if len(grams(rest, size) & known) > len(grams(rest, size)) / 3:
        return False
    window = article.text[max(0, near - 500) : near + 500]
    if len(about & stems(window)) >= settings.TOLD_SHARE * len(about):
        return False
    return not any(
        len(about & stems(article.text[start:end])) >= settings.TOLD_SHARE * len(about)
        for start, end in lens.sentences(article)
    )


def _candidate(topic: str, sides: tuple[Side, Side], strong: bool) -> Candidate:
    return Candidate(
        topic, "attribution", "strong" if strong else "soft", sides,
        0.8 if strong else 0.45, sort="cut short" if strong else "cut short, plainly",
    )  # fmt: skip
