"""Attribution: one quoted sentence in the words of two translators.

    “We are ready to take a chair and name no conditions”
    “No conditions are named by us: our chair is ready”

Asked for only where one of the two tellings says that it is translated, or stands in another
language than its original: between texts of one language, two sentences with the same content words
are two sentences (of fourteen such pairs that were read, none was one utterance).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import stems
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.utterances import Utterance, utterances, whose
from rashomon.model import Article


@dataclass(frozen=True, eq=False)
class _Line:
    utterance: Utterance
    first: int
    last: int
    about: frozenset[str]
    runs: frozenset[tuple[str, ...]]


def detect(lens: Lens) -> Iterator[Candidate]:
    """The nearest two quoted sentences of one speaker that share content and no run of words."""
    for one, two in combinations(lens.tellings, 2):
        if not (_is_translated(one) or _is_translated(two)):
            continue
        first, second = list(_lines(lens, one)), list(_lines(lens, two))
        pairs = [(n, a, b) for a in first for b in second if (n := _near(a, b))]
        if pairs:
            _, a, b = max(pairs, key=lambda p: (p[0], -p[1].first, -p[2].first))
            yield Candidate(
                f"Other words in {whose(a.utterance, b.utterance, 'translated quotation')}",
                "attribution", "soft", (_side(a), _side(b)), 0.5, sort="retranslated",
            )  # fmt: skip


def _is_translated(article: Article) -> bool:
    return any(p.kind in ("translated", "original") for p in article.provenance)


def _lines(lens: Lens, article: Article) -> Iterator[_Line]:
    size = settings.SHARED_RUN
    for utterance in utterances(lens, article):
        if utterance.speaker is None:
            continue
        for first, last in utterance.sentences():
            about = stems(utterance.words(first, last))
            forms = utterance.forms[first : last + 1]
            if len(about) >= settings.RETOLD_STEMS:
                runs = frozenset(tuple(forms[i : i + size]) for i in range(len(forms) - size + 1))
                yield _Line(utterance, first, last, about, runs)


def _near(a: _Line, b: _Line) -> float:
    """Share of content words of the longer sentence that both have; 0 where they are not one."""
    one, two = a.utterance.speaker, b.utterance.speaker
    if one is None or two is None or one.id != two.id or a.runs & b.runs:
        return 0.0
    shared = len(a.about & b.about)
    share = shared / max(len(a.about), len(b.about))
    enough = shared >= settings.RETOLD_STEMS and share >= settings.RETOLD_SHARE
    return share if enough else 0.0


def _side(line: _Line) -> Side:
    span = line.utterance.span(line.first, line.last)
    forms = line.utterance.forms[line.first : line.last + 1]
    return Side(span, "in these words", " ".join(forms))
