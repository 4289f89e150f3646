"""Pieces become articles, teasers and rejections with their reasons."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import Article, ArticleKind, Page, Rejected, content_id
from rashomon.reading.flattened import words
from rashomon.reading.flattened.about import about
from rashomon.reading.flattened.features import COLUMN, Matrix
from rashomon.reading.flattened.pieces import Piece, collect
from rashomon.reading.flattened.reasons import reason_of
from rashomon.reading.flattened.repeats import Repeats
from rashomon.reading.flattened.settings import MIN_WORDS
from rashomon.reading.flattened.units import Unit

_END_MATTER = ("credit", "legal", "bio", "note", "comment", "ask", "more", "list_head")


def assemble(
    page: Page, units: Sequence[Unit], states: Sequence[int], features: Matrix, repeats: Repeats
) -> tuple[tuple[Article, ...], tuple[Rejected, ...]]:
    """The articles in page order, and a rejection for every other unit."""
    breaks = {run[2] for run in repeats.runs} | {run[3] for run in repeats.runs}
    pieces = collect(states, frozenset(breaks))
    reasons: dict[int, str] = {}
    kept: list[Piece] = []
    for piece in pieces:
        _trim(piece, features, reasons)
        count = sum(len(words.tokens(units[k].text)) for k in piece.body)
        if not piece.body or count < MIN_WORDS:
            for k in (*piece.standfirst, *piece.body):
                reasons.setdefault(k, "too short")
            continue
        kept.append(piece)
        for k in piece.titles:
            reasons[k] = "title"
        for k in piece.metas:
            reasons[k] = "byline"
    _tails(kept, len(units))
    articles = tuple(
        _article(page, place, piece, units, features) for place, piece in enumerate(kept)
    )
    used = {k for piece in kept for k in (*piece.standfirst, *piece.body)}
    inside = {k for piece in kept for k in piece.inside}
    rejected = tuple(
        Rejected(
            page.id, (unit.start, unit.end), "reading",
            reasons.get(k) or reason_of(features, k, k in inside),
        )
        for k, unit in enumerate(units) if k not in used
    )  # fmt: skip
    return articles, rejected


def _trim(piece: Piece, features: Matrix, reasons: dict[int, str]) -> None:
    """Credits, notes and the like at the ends of a body are not its text."""
    if piece.teaser:
        return
    while len(piece.body) > 1 and _end_matter(features, piece.body[-1]):
        piece.tail.append(piece.body.pop())
    while len(piece.body) > 1 and features[piece.body[0], COLUMN["note"]] > 0:
        piece.between.append(piece.body.pop(0))


def _end_matter(features: Matrix, k: int) -> bool:
    row = features[k]
    return row[COLUMN["chars"]] < 5.8 and any(row[COLUMN[name]] > 0 for name in _END_MATTER)


def _tails(pieces: list[Piece], n: int) -> None:
    """Give each piece the few units between it and the next one's head."""
    for place, piece in enumerate(pieces):
        start = piece.body[-1] + 1
        stop = n
        if place + 1 < len(pieces):
            following = pieces[place + 1]
            stop = min([*following.head(), following.body[0]])
        piece.tail = sorted({*piece.tail, *range(start, min(stop, start + 8))})


def _article(
    page: Page, place: int, piece: Piece, units: Sequence[Unit], features: Matrix
) -> Article:
    parts = [*piece.standfirst, *piece.body]
    ranges = tuple((units[k].start, units[k].end) for k in parts)
    text = "\n\n".join(units[k].text for k in parts)
    kind: ArticleKind = "teaser" if piece.teaser else "article"
    if _sponsored(piece, features):
        kind = "sponsored"
    standfirst = units[piece.standfirst[0]].text if piece.standfirst else None
    title = _title(piece, units, features)
    facts = about(piece, units, features, title)
    return Article(
        id=content_id("article", page.id, str(ranges[0][0]), text),
        page_id=page.id, kind=kind, title=title, standfirst=standfirst, byline=facts.byline,
        outlet=facts.outlet, url=facts.url, published=facts.published,
        published_basis=facts.published_basis, language=_language(text), text=text, ranges=ranges,
        place=place, hints=facts.hints, provenance=facts.provenance,
    )  # fmt: skip


def _title(piece: Piece, units: Sequence[Unit], features: Matrix) -> str | None:
    if not piece.titles:
        return None
    best = max(
        piece.titles,
        key=lambda k: (
            float(features[k, COLUMN["copies"]] > 0),
            float(features[k, COLUMN["words"]] > 1.5),
            float(features[k, COLUMN["recurs_after"]]),
            -k,
        ),
    )
    return " ".join(units[best].text.split())


def _sponsored(piece: Piece, features: Matrix) -> bool:
    before = [*piece.head(), min([*piece.head(), piece.body[0]]) - 1]
    if any(k >= 0 and features[k, COLUMN["sponsored"]] > 0 for k in before):
        return True
    return piece.teaser and float(features[piece.body[0], COLUMN["second"]]) > 0.03


def _language(text: str) -> str:
    from rashomon.reading.language import detect

    return detect(text)
