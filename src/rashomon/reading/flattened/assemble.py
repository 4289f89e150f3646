"""Pieces become articles, teasers and rejections with their reasons."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon import outlets
from rashomon.model import Article, ArticleKind, Page, Rejected, content_id
from rashomon.reading.flattened.about import about
from rashomon.reading.flattened.apart import told_apart
from rashomon.reading.flattened.features import COLUMN, Matrix
from rashomon.reading.flattened.pieces import Piece, adopt_ages, collect
from rashomon.reading.flattened.reasons import reason_of
from rashomon.reading.flattened.repeats import folded
from rashomon.reading.flattened.settings import (
    COMMENT_CHATTER,
    COMMENT_REACH,
    COMMENT_WORDS,
    CUT_WORDS,
    DATA_DIGITS,
    EVEN_SHARE,
    MIN_WORDS,
    TAIL,
    TEASER_WORDS,
)
from rashomon.reading.flattened.units import Unit
from rashomon.reading.language import detect

# What is printed twice in a head and is no headline.
_NO_TITLE = (
    "age",
    "date",
    "source_age",
    "name_line",
    "list_head",
    "comment",
    "more",
    "ask",
    "byline",
)
_END_MATTER = ("credit", "legal", "bio", "note", "comment", "ask", "more", "list_head")


def assemble(
    page: Page,
    units: Sequence[Unit],
    states: Sequence[int],
    features: Matrix,
    breaks: frozenset[int],
) -> tuple[tuple[Article, ...], tuple[Rejected, ...]]:
    """The articles in page order, and a rejection for every other unit.

    `breaks` are units at which no article goes on from the unit before.
    """
    pieces = collect(states, breaks)
    _hand_over(pieces, features)
    counts = np.rint(np.expm1(features[:, COLUMN["words"]].astype(np.float64))).astype(int)
    for piece in pieces:
        piece.teaser = piece.teaser and not _too_long(piece, counts, features)
    reasons: dict[int, str] = told_apart(units)
    kept: list[Piece] = []
    for place, piece in enumerate(pieces):
        _trim(piece, features, reasons)
        count = int(counts[piece.body].sum())
        reason = _refused(piece, features, count)
        if reason is not None:
            for k in (*piece.standfirst, *piece.body):
                reasons.setdefault(k, reason)
            continue
        piece.teaser = piece.teaser or _cut(piece, features, count)
        if not piece.titles:
            _find_title(piece, pieces[place - 1] if place else None, units, features)
        kept.append(piece)
    _even_heads(kept)
    adopt_ages(kept, units, features)
    for piece in kept:
        reasons.update(dict.fromkeys(piece.titles, "title"))
        reasons.update(dict.fromkeys(piece.metas, "byline"))
    _name_copies(kept, units, reasons)
    _tails(kept, len(units))
    alone = sum(not piece.teaser for piece in kept) == 1
    articles = tuple(
        _article(page, place, piece, units, features, alone and not piece.teaser)
        for place, piece in enumerate(kept)
    )
    used = {k for piece in kept for k in (*piece.standfirst, *piece.body)}
    inside = {k for piece in kept for k in piece.inside}
    named: list[tuple[int, int, str, bool]] = []
    for k, unit in enumerate(units):
        if k not in used:
            reason = reasons.get(k) or reason_of(features, k, k in inside)
            named.append((unit.left, unit.end, reason, True))
        elif unit.left < unit.start:
            named.append((unit.left, unit.start, "list mark", False))
    rejected = _joined(page, named, units, used)
    return articles, rejected


def _joined(
    page: Page, named: list[tuple[int, int, str, bool]], units: Sequence[Unit], used: set[int]
) -> tuple[Rejected, ...]:
    """Rejections in page order; neighbours of one reason with nothing between them are one."""
    taken = sorted(units[k].left for k in used)
    rows: list[list[int]] = []
    reasons: list[str] = []
    for start, end, reason, whole in named:
        if rows and whole and reasons[-1] == reason:
            between = bisect_left(taken, rows[-1][1]) < bisect_left(taken, start)
            if not between:
                rows[-1][1] = end
                continue
        rows.append([start, end])
        reasons.append(reason)
    return tuple(
        Rejected(page.id, (start, end), "reading", reason)
        for (start, end), reason in zip(rows, reasons, strict=True)
    )


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


def _refused(piece: Piece, features: Matrix, count: int) -> str | None:
    """Why a piece is neither an article nor a teaser, or None."""
    if count < MIN_WORDS:
        return "too short"
    if all(features[k, COLUMN["digits"]] >= DATA_DIGITS for k in piece.body):
        return "unreadable"
    if _comment(piece, features, count):
        return "comment"
    life = features[piece.body[0], COLUMN["bio"]] > 0 and not piece.titles
    return "bio" if life and piece.teaser and len(piece.body) == 1 else None


def _comment(piece: Piece, features: Matrix, count: int) -> bool:
    """Whether a piece is a reader's comment: short, without a headline, among reply buttons."""
    if piece.teaser or piece.titles or piece.standfirst or count >= COMMENT_WORDS:
        return False
    return all(
        features[k, COLUMN["chatter"]] >= COMMENT_CHATTER
        and features[k, COLUMN["since_comment"]] < COMMENT_REACH
        for k in piece.body
    )


def _too_long(piece: Piece, counts: NDArray[np.int64], features: Matrix) -> bool:
    """Whether what was read as a teaser goes on for an article's length and has no mark of a cut."""
    count = int(counts[piece.body].sum())
    return count > TEASER_WORDS and not features[piece.body[-1], COLUMN["cut_bracket"]]


def _cut(piece: Piece, features: Matrix, count: int) -> bool:
    """Whether a piece breaks off: at a mark that says so, or soon and without a full stop."""
    last = features[piece.body[-1]]
    if last[COLUMN["cut_bracket"]] > 0:
        return True
    return bool(
        count < CUT_WORDS and not last[COLUMN["terminal"]] and last[COLUMN["words"]] > 3.2
    )  # fmt: skip


def _hand_over(pieces: list[Piece], features: Matrix) -> None:
    """A line without a stop at the end of a body, right above a teaser, is the teaser's headline."""
    for piece, teaser in pairwise(pieces):
        last = piece.body[-1]
        if teaser.teaser and not teaser.head() and teaser.body[0] == last + 1:
            row = features[last]
            if len(piece.body) > 1 and not row[COLUMN["terminal"]] and row[COLUMN["words"]] < 3.5:
                teaser.titles.append(piece.body.pop())


def _even_heads(pieces: list[Piece]) -> None:
    """The only line above an article is its headline where the page's articles have headlines.

    A headline that is a sentence looks like a standfirst; a page that prints standfirsts alone
    prints more than one.
    """
    whole = [piece for piece in pieces if not piece.teaser]
    titled = sum(bool(piece.titles) for piece in whole)
    for piece in whole:
        if not piece.titles and len(piece.standfirst) == 1:
            others = len(whole) - 1
            if others == 0 or (others > 1 and titled >= EVEN_SHARE * others):
                piece.titles, piece.standfirst = piece.standfirst, []


def _find_title(
    piece: Piece, before: Piece | None, units: Sequence[Unit], features: Matrix
) -> None:
    """A line that is printed twice just above an article is its headline, whatever it looks like."""
    begin = min([*piece.head(), piece.body[0]])
    floor = max(begin - 10, before.body[-1] + 1 if before else 0)
    span = range(floor, piece.body[0])
    keys = [folded(units[k].text) for k in span]
    twice = [
        k for k, key in zip(span, keys, strict=True)
        if keys.count(key) > 1 and features[k, COLUMN["words"]] > 1
        and not any(features[k, COLUMN[name]] > 0 for name in _NO_TITLE)
    ]  # fmt: skip
    if not twice:
        return
    # An outlet may stand twice in a head too: the longest line is the headline.
    best = max(twice, key=lambda k: (features[k, COLUMN["words"]], -k))
    piece.titles = [k for k in span if keys[k - floor] == keys[best - floor]]
    taken = {*piece.titles, *piece.metas, *piece.standfirst}
    above = (k for k in range(piece.titles[0], piece.body[0]) if k not in taken)
    piece.between = sorted({*piece.between, *above} - taken)


def _name_copies(pieces: list[Piece], units: Sequence[Unit], reasons: dict[int, str]) -> None:
    """Other printings of an article's headline or outlet near it are called what they are."""
    for piece in pieces:
        begin = min([*piece.head(), piece.body[0]])
        for source, reason in ((piece.titles, "title"), (piece.metas, "byline")):
            if not source:
                continue
            texts = {folded(units[k].text) for k in source}
            for k in range(max(0, begin - 8), piece.body[0]):
                if folded(units[k].text) in texts:
                    reasons.setdefault(k, reason)


def _tails(pieces: list[Piece], n: int) -> None:
    """Give each article the few units between it and the next one's head; teasers are passed over.

    A writer's life under a page's last card is about the article above the card.
    """
    for place, piece in enumerate(pieces):
        if piece.teaser:
            continue
        stop = n
        taken: set[int] = set()
        for following in pieces[place + 1 :]:
            if following.teaser:
                taken.update((*following.head(), *following.body))
                continue
            stop = min([*following.head(), following.body[0]])
            break
        free = [k for k in range(piece.body[-1] + 1, stop) if k not in taken]
        piece.tail = sorted({*piece.tail, *free[:TAIL]})


def _article(
    page: Page,
    place: int,
    piece: Piece,
    units: Sequence[Unit],
    features: Matrix,
    alone: bool,
) -> Article:
    """`alone`: the page's only full article, which the page's own address is then the address of."""
    parts = [*piece.standfirst, *piece.body]
    ranges = tuple((units[k].start, units[k].end) for k in parts)
    text = "\n\n".join(units[k].text for k in parts)
    kind: ArticleKind = "teaser" if piece.teaser else "article"
    if _sponsored(piece, features):
        kind = "sponsored"
    standfirst = units[piece.standfirst[0]].text if piece.standfirst else None
    title = _title(piece, units, features)
    facts = about(piece, units, features, title)
    url = facts.url or (page.address if alone else None)
    outlet = facts.outlet or (outlets.of_address(url) if url else None)
    return Article(
        id=content_id("article", page.id, str(ranges[0][0]), text),
        page_id=page.id, kind=kind, title=title, standfirst=standfirst, byline=facts.byline,
        outlet=outlet, url=url, published=facts.published,
        published_basis=facts.published_basis, language=detect(text), text=text, ranges=ranges,
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
