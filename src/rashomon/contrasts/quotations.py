"""One utterance in several tellings: trimmed, altered, under another speaker or another cue.

Quotations are aligned by the words that they share in a row, after spelling, numerals,
contractions and punctuation are folded; no threshold on likeness joins what shares no such run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.wording import Token, grams, tokens
from rashomon.model import Article, Span, Statement


@dataclass(frozen=True)
class _Quotation:
    article: Article
    statement: Statement
    tokens: tuple[Token, ...]

    @property
    def forms(self) -> list[str]:
        return [t.form for t in self.tokens]

    def span(self, first: int, last: int) -> Span:
        """The words from token `first` to token `last`, both included."""
        return Span(self.article.id, self.tokens[first].start, self.tokens[last].end)

    def words(self, first: int, last: int) -> str:
        """The same stretch as it is written."""
        return self.article.text[self.tokens[first].start : self.tokens[last].end]


def detect(lens: Lens) -> Iterator[Candidate]:
    """Differences between quotations of one utterance in two tellings."""
    quotations = {a.id: list(_quotations(lens, a)) for a in lens.tellings}
    for one, two in combinations(lens.tellings, 2):
        for a in quotations[one.id]:
            for b in quotations[two.id]:
                yield from _compare(lens, a, b)


def _quotations(lens: Lens, article: Article) -> Iterator[_Quotation]:
    for statement in lens.statements[article.id]:
        if statement.kind == "indirect":
            continue
        found: list[Token] = []
        for span in statement.content:
            found += tokens(article.text, span.start, span.end)
        if len(found) >= settings.SHARED_RUN:
            yield _Quotation(article, statement, tuple(found))


def _compare(lens: Lens, a: _Quotation, b: _Quotation) -> Iterator[Candidate]:
    if not grams(a.forms, settings.SHARED_RUN) & grams(b.forms, settings.SHARED_RUN):
        return
    who = lens.speaker(a.statement) or lens.speaker(b.statement)
    trimmed = _trimmed(a, b, who) or _trimmed(b, a, who)
    if trimmed:
        yield trimmed
    elif altered := _altered(a, b, who):
        yield altered
    if other := _other_speaker(lens, a, b):
        yield other


def _trimmed(whole: _Quotation, cut: _Quotation, who: str | None) -> Candidate | None:
    """`cut` is a run of `whole`, and what it leaves out stands nowhere else in its article."""
    long, short = whole.forms, cut.forms
    missing = len(long) - len(short)
    if missing < settings.TRIMMED_AT_LEAST:
        return None
    at = next((i for i in range(missing + 1) if long[i : i + len(short)] == short), None)
    if at is None:
        return None
    before, after = at, missing - at
    first, last = (at + len(short), len(long) - 1) if after >= before else (0, at - 1)
    rest = long[first : last + 1]
    if len(rest) < settings.TRIMMED_AT_LEAST or _stands_elsewhere(rest, cut.article):
        return None
    where = "end" if after >= before else "beginning"
    sides = (
        Side(whole.span(first, last), f"has the {where}", " ".join(long)),
        Side(cut.span(0, len(short) - 1), f"without the {where}", " ".join(short)),
    )
    return Candidate(
        f"{who or 'A quotation'}: the {where} of the quotation is not in every telling",
        "attribution", "strong", sides, 0.8,
    )  # fmt: skip


def _stands_elsewhere(rest: list[str], article: Article) -> bool:
    size = min(len(rest), settings.SHARED_RUN)
    known = grams([t.form for t in tokens(article.text)], size)
    runs = grams(rest, size)
    return len(runs & known) > len(runs) / 2


def _altered(a: _Quotation, b: _Quotation, who: str | None) -> Candidate | None:
    """The same utterance in other words: long, near alike, and unlike in the middle of likeness."""
    if min(len(a.forms), len(b.forms)) < settings.ALTERED_AT_LEAST:
        return None
    matcher = SequenceMatcher(None, a.forms, b.forms, autojunk=False)
    if matcher.ratio() < settings.ALTERED_LIKENESS:
        return None
    edits = [
        (i1, i2, j1, j2)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag == "replace" and i1 and j1 and i2 < len(a.forms) and j2 < len(b.forms)
    ]
    if not edits:
        return None
    i1, i2, j1, j2 = max(edits, key=lambda e: (e[1] - e[0] + e[3] - e[2], -e[0]))
    sides = (
        Side(a.span(i1, i2 - 1), f"“{a.words(i1, i2 - 1)}”", " ".join(a.forms[i1:i2])),
        Side(b.span(j1, j2 - 1), f"“{b.words(j1, j2 - 1)}”", " ".join(b.forms[j1:j2])),
    )
    return Candidate(
        f"{who or 'A quotation'}: other words in the same quotation",
        "attribution", "soft", sides, 0.7,
    )  # fmt: skip


def _other_speaker(lens: Lens, a: _Quotation, b: _Quotation) -> Candidate | None:
    """The same words under two names. Both must be named: a pronoun or a title may be the same."""
    one, two = a.statement, b.statement
    first, second = (
        lens.name(one.article_id, one.speaker), lens.name(two.article_id, two.speaker)
    )  # fmt: skip
    if first is None or second is None or first.id == second.id:
        return None
    if first.type != "person" or second.type != "person":
        return None
    if one.speaker_span is None or two.speaker_span is None or a.forms != b.forms:
        return None
    sides = (
        Side(one.speaker_span, first.canonical, first.id),
        Side(two.speaker_span, second.canonical, second.id),
    )
    return Candidate(
        f"Who said “{lens.words(a.span(0, min(7, len(a.tokens) - 1)))}”?",
        "attribution", "strong", sides, 0.75,
    )  # fmt: skip
