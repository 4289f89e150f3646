"""An article as a reader sees it: its text with what was found in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.i18n import gettext as _
from rashomon.i18n import mark
from rashomon.model import Article, Moment, Rejected, Span, Statement
from rashomon.store import lookup, read
from rashomon.views import dates, stored, words
from rashomon.views.bound import Words, bind
from rashomon.views.dates import When
from rashomon.views.kin import Kin, at_words, kin_of, versions_of
from rashomon.views.ledger import Difference, Side, differences
from rashomon.views.pieces import Mark, Piece, paragraphs, pieces
from rashomon.views.polarity import polarity
from rashomon.views.sayings import Cast, chain_of, plain
from rashomon.views.source import Source, cut, source, web_address
from rashomon.views.story import StoryLink, cast_of, link_to, material_of
from rashomon.views.versions import Version

# Characters of a text that one page shows; a longer one is turned over.
LEAF = 200_000
# Other tellings that a note beside a paragraph holds against its words; the story has them all.
OPEN_OTHERS = 2
# Statements and dates that stand open beside a paragraph; of differences it is the foremost.
OPEN_NOTES = 2
# Characters of a denied statement that its note repeats after "denied".
OPENING = 70


@dataclass(frozen=True, slots=True)
class SaidNote:
    """A statement in a paragraph: who says it, through whom; `opening` are the first words of one
    that was denied. The desk states one that is `sure`."""

    speaker: str
    speaker_id: str | None
    kind: str
    chain: str | None
    denied: bool
    speech: bool
    denial: str | None = None
    polarity: str | None = None
    opening: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class DateNote:
    """A date expression in a paragraph, what it was resolved to, and how."""

    expression: str
    when: When
    planned: bool
    basis: str


@dataclass(frozen=True, slots=True)
class DifferNote:
    """A difference with a side in a paragraph: the words here, and the sides that differ."""

    difference: Difference
    here: str
    others: tuple[Side, ...]
    story_id: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the page that was left out between two parts of the article."""

    reason: str
    reason_said: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in pieces, with the notes beside it, and what was left out before it."""

    start: int
    pieces: tuple[Piece, ...]
    left_out: tuple[LeftOut, ...]
    differences: tuple[DifferNote, ...]
    statements: tuple[SaidNote, ...]
    dates: tuple[DateNote, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """What the page itself says of where the article comes from; `href` where it is a link."""

    said: str
    value: str
    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """`at` and `chars` tell which part of a long text is shown; `next_at` the part after it.

    `lang` is the text's language as HTML names it. `less_sure` are the notes of statements that
    `statements` and the count leave out.

    `marked` are the stretches that the address asks for; `original` opens the article's own
    address at these words.
    """

    source: Source
    text: str
    title: tuple[Piece, ...]
    paragraphs: tuple[Paragraph, ...]
    story: StoryLink | None
    parent: Kin | None
    copies: tuple[Kin, ...]
    provenance: tuple[Origin, ...]
    page_id: str
    page_origin: str
    statement_count: int
    date_count: int
    difference_count: int
    left_out_count: int
    marked: tuple[Words, ...]
    original: str | None
    at: int
    next_at: int | None
    previous_at: int | None
    chars: int
    statements: tuple[SaidNote, ...] = ()
    versions: tuple[Version, ...] = ()
    lang: str | None = None
    less_sure: tuple[SaidNote, ...] = ()


_PROVENANCE = {
    "original": mark("The page names its original"),
    "canonical": mark("The page’s own address"),
    "first-published": mark("First published by"),
    "translated": mark("Translated"),
    "credit": mark("Credited to"),
    "updated": mark("Updated"),
}


def article(
    db: sqlite3.Connection,
    article_id: str,
    *,
    spans: Sequence[tuple[int, int]] = (),
    title_spans: Sequence[tuple[int, int]] = (),
    noted: Sequence[Mark] = (),
    at: int | None = None,
) -> ArticleView | None:
    """The article `article_id`; `spans` of its text and `title_spans` are marked, and what a reader
    has `noted` in its text."""
    found = read.article(db, article_id)
    if found is None:
        return None
    story = lookup.story_of_article(db, article_id)
    material = material_of(db, [article_id])
    cast = cast_of(material, own_forms=True)
    link = None
    if story is not None:
        link = next((link_to(r) for r in lookup.story_rows_of(db, [story.id])), None)
    contrasts = lookup.contrasts_of_article(db, article_id)
    ids = sorted({t.article_id for c in contrasts for t in c.tellings} | {article_id})
    wide = Cast(
        {**read.articles_by_id(db, ids), article_id: found},
        {**lookup.copies_of(db, ids), **cast.copies},
        cast.names,
        cast.roles,
        cast.by_id,
        cast.shown,
    )
    differing = differences(contrasts, wide)
    stories = {c.id: c.story_id for c in contrasts}
    good = [(a, b) for a, b in spans if 0 <= a < b <= len(found.text)]
    title = found.title or ""
    good_title = [(a, b) for a, b in title_spans if 0 <= a < b <= len(title)]
    said = (*material.statements, *material.less_sure)
    marks = _marks(found, said, material.moments, differing, good, noted)
    text_notes = _Notes(found, said, material.moments, differing, stories, wide)
    if at is None:
        at = good[0][0] if good else 0
    at = at // LEAF * LEAF if len(found.text) > LEAF else 0
    rejected = read.rejected(db, found.page_id)
    between = _left_out(found, rejected, read.page_text(db, found.page_id))
    head = [
        Mark(w.start, w.end, f"d k-{d.kind}")
        for d in differing
        for s in d.sides
        if (w := s.words) and w.article_id == article_id and w.field == "title"
    ]
    head += [Mark(a, b, "s", f"t={a}-{b}") for a, b in good_title]
    origin = lookup.page_origin(db, found.page_id)
    parent, copies = kin_of(db, found, cast)
    versions = versions_of(db, found, cast)
    return ArticleView(
        source=source(found, cast.copies.get(article_id)),
        text=found.text,
        title=pieces(title, 0, len(title), head),
        paragraphs=_paragraphs(found.text, at, marks, between, text_notes),
        story=link,
        parent=parent,
        copies=copies,
        provenance=tuple(
            Origin(
                _(_PROVENANCE.get(p.kind, p.kind)),
                "" if p.value == p.kind else p.value,
                p.text,
                web_address(p.value),
            )
            for p in found.provenance
        ),
        page_id=found.page_id,
        page_origin="" if origin is None else origin[0],
        statement_count=len(material.statements),
        date_count=len(material.moments),
        difference_count=len(differing),
        left_out_count=sum(len(v) for v in between.values()),
        marked=tuple(_span_words(found, a, b) for a, b in good),
        original=at_words(web_address(found.url), [found.text[a:b] for a, b in good]),
        at=at,
        next_at=at + LEAF if at + LEAF < len(found.text) else None,
        previous_at=at - LEAF if at else None,
        chars=len(found.text),
        statements=tuple(text_notes.said(s) for s in material.statements),
        versions=versions,
        lang=words.html_lang(found.language),
        less_sure=tuple(text_notes.said(s) for s in material.less_sure),
    )


def _span_words(found: Article, start: int, end: int) -> Words:
    return bind(found, Span(found.id, start, end))


def _marks(
    found: Article,
    statements: Sequence[Statement],
    moments: Sequence[Moment],
    differing: Sequence[Difference],
    spans: Sequence[tuple[int, int]],
    noted: Sequence[Mark] = (),
) -> list[Mark]:
    marks = [
        Mark(s.start, s.end, "q" if one.sure else "less") for one in statements for s in one.content
    ]
    marks += [Mark(m.expression.start, m.expression.end, "t") for m in moments]
    marks += [
        Mark(w.start, w.end, f"d k-{d.kind}")
        for d in differing
        for s in d.sides
        if (w := s.words) and w.article_id == found.id and w.field == "text"
    ]
    marks += [Mark(a, b, "s", f"s={a}-{b}") for a, b in spans]
    marks += noted
    return sorted(marks, key=lambda m: (m.start, m.end, m.name))


@dataclass(frozen=True, slots=True)
class _Notes:
    """What stands beside a paragraph; of `statements` the sure ones come first."""

    article: Article
    statements: Sequence[Statement]
    moments: Sequence[Moment]
    differing: Sequence[Difference]
    stories: Mapping[str, str]
    cast: Cast

    def said(self, one: Statement) -> SaidNote:
        speaker, name = self.cast.speaker(one)
        return SaidNote(
            speaker,
            None if name is None else name.id,
            words.statement(one.kind),
            chain_of(one.via),
            one.denied,
            one.speech,
            words.denial(one.cue) if one.denied else None,
            polarity(one.denied, one.cue),
            self._opening(one) if one.denied else "",
            one.sure,
        )

    def _opening(self, one: Statement) -> str:
        first = one.content[0]
        return cut(self.article.text[first.start : first.end], OPENING)

    def statements_in(self, start: int, end: int) -> tuple[SaidNote, ...]:
        here = [s for s in self.statements if s.content and start <= s.content[0].start < end]
        return tuple(dict.fromkeys(self.said(s) for s in here))

    def dates_in(self, start: int, end: int) -> tuple[DateNote, ...]:
        text = self.article.text
        return tuple(
            DateNote(
                text[m.expression.start : m.expression.end],
                dates.when(m.date),
                m.planned,
                _basis(m.basis, text[m.expression.start : m.expression.end]),
            )
            for m in self.moments
            if start <= m.expression.start < end
        )

    def _differs(self, here: Side, other: Side) -> bool:
        if other.source.article_id == self.article.id:
            return False
        reading = plain(other.reading)
        return not reading or reading != plain(here.reading)

    def differences_in(self, start: int, end: int) -> tuple[DifferNote, ...]:
        found = []
        for one in self.differing:
            for side in one.sides:
                at = side.words
                if at is None or at.article_id != self.article.id or at.field != "text":
                    continue
                if start <= at.start < end:
                    others = tuple(o for o in one.sides if self._differs(side, o))
                    found.append(DifferNote(one, at.text, others, self.stories[one.id]))
                    break
        return tuple(found)


def _basis(basis: str, expression: str) -> str:
    """How a date was resolved, without the expression that stands beside it anyway."""
    rest = basis.removeprefix(f"'{expression}' ")
    return "" if rest == "as written" else stored.basis(rest)


def _paragraphs(
    text: str,
    at: int,
    marks: Sequence[Mark],
    between: Mapping[int, Sequence[LeftOut]],
    notes: _Notes,
) -> tuple[Paragraph, ...]:
    found = []
    waiting = sorted(between)
    first = 0
    for start, end in paragraphs(text):
        if end <= at:
            continue
        if start >= at + LEAF:
            break
        # Marks are sorted by start: those that ended long ago are passed over for good.
        while first < len(marks) and marks[first].end <= start and marks[first].start < start:
            first += 1
        here = []
        for one in marks[first:]:
            if one.start >= end:
                break
            if one.end > start:
                here.append(one)
        out: list[LeftOut] = []
        while waiting and waiting[0] <= start:
            out += between[waiting.pop(0)]
        # One line may be longer than a leaf of the book.
        last = min(end, max(start, at) + LEAF)
        found.append(
            Paragraph(
                start,
                pieces(text, max(start, at), last, here),
                tuple(out),
                notes.differences_in(start, end),
                notes.statements_in(start, end),
                notes.dates_in(start, end),
            )
        )
    return tuple(found)


def _left_out(
    found: Article, rejected: Sequence[Rejected], page_text: str
) -> dict[int, list[LeftOut]]:
    """What was left out between the article's ranges, by the offset in its text that follows."""
    if found.ranges is None or len(found.ranges) < 2:
        return {}
    parts = [r for r in rejected if r.range is not None]
    between: dict[int, list[LeftOut]] = {}
    offset = 0
    for (a, b), (c, _d) in zip(found.ranges, found.ranges[1:], strict=False):
        offset += b - a + 2
        for part in parts:
            assert part.range is not None
            start, end = part.range
            if b <= start and end <= c and page_text[start:end].strip():
                text = page_text[start:end].strip()
                between.setdefault(offset, []).append(
                    LeftOut(part.reason, words.left_out(part.reason), text[:2_000])
                )
    return between
