"""Searching the desk: words, phrases, who spoke, in which outlet and when, at any size.

A word that stands in very many texts is not ranked by how well it fits, which would mean looking at
all of them: the newest come first then, and counts stop at a bound.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from rashomon.store import asking, findings, matching, word_index
from rashomon.store.asking import Match, Part, Phrase
from rashomon.store.lookup import marks
from rashomon.store.matching import TITLE, Hit
from rashomon.store.searching import Search

# Texts up to which all that were found are ranked, and which are counted at most.
RANKED = 3_000
COUNTED = 10_000
# Texts of an outlet or of some days up to which each is looked at by itself, where more than COUNTED
# hold the words: 40 microseconds each, and 0.6 for one that is gone through.
PROBED = 600
MOST = 400
_PART = re.compile(
    r'(?P<key>speaker|outlet|before|after):(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S*))', re.IGNORECASE
)
# Words before a colon that are no operators and are meant for one: mistyped, or another program's.
_MISTYPED = re.compile(r"(?<!\S)(?P<key>[^\W\d_]{2,12}):(?:\"[^\"]*\"?|[^\s/]\S*)")
_KEYS = ("speaker", "outlet", "before", "after")
_OTHERS = frozenset("since until from to by source author site date lang language place".split())
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_OUTLETS = 5_000


@dataclass(frozen=True, slots=True)
class Query:
    """A reader's question: `phrases` of one word or several in a row, and what narrows them.

    `after` and `before` are dates as ISO 8601, as exact as given: from the first day of `after` on,
    and up to the last day before `before`. `odd` are parts that could not be read.
    """

    phrases: tuple[tuple[str, ...], ...]
    speakers: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    after: str | None = None
    before: str | None = None
    odd: tuple[str, ...] = ()

    @property
    def asks(self) -> bool:
        return bool(self.phrases or self.speakers or self.outlets or self.after or self.before)

    @property
    def narrowed(self) -> bool:
        """Whether outlet or date narrow it."""
        return bool(self.outlets or self.after or self.before)


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found, `count` of all; `more` says that there are more than counted,
    and that the newest come first then."""

    hits: tuple[Hit, ...]
    count: int
    more: bool


NONE = Found((), 0, False)


@dataclass(frozen=True, slots=True)
class Said:
    """As `Found`, of statements by number."""

    numbers: tuple[int, ...]
    count: int
    more: bool


def parse(text: str) -> Query:
    """`speaker:`, `outlet:`, `before:`, `after:` with a word or a "quoted phrase", and words."""
    text = text[:MOST]
    kept: dict[str, list[str]] = {"speaker": [], "outlet": [], "before": [], "after": []}
    odd = []
    rest = []
    at = 0
    for match in _PART.finditer(text):
        if match.start() and not text[match.start() - 1].isspace():
            continue
        rest.append(text[at : match.start()])
        at = match.end()
        key = match["key"].lower()
        value = (match["quoted"] if match["quoted"] is not None else match["bare"]).strip()
        dated = key in ("before", "after")
        if not value or (dated and not _DATE.fullmatch(value)):
            odd.append(match.group().strip())
        else:
            kept[key].append(value)
    rest.append(text[at:])
    words = " ".join(rest)
    mistyped = [m for m in _MISTYPED.finditer(words) if _meant(m["key"].lower())]
    for match in reversed(mistyped):
        words = words[: match.start()] + words[match.end() :]
    odd += [match.group() for match in mistyped]
    return Query(
        matching.phrases_of(words),
        tuple(s for s in kept["speaker"] if matching.words_of(s)),
        tuple(kept["outlet"]),
        max(kept["after"], default=None),
        min(kept["before"], default=None),
        tuple(odd),
    )


def _meant(key: str) -> bool:
    """Whether `key` is meant for an operator: "befor", "speakers"."""
    return key in _OTHERS or any(
        OSA.distance(key, one) <= (1 if len(key) < 6 else 2) for one in _KEYS
    )


def outlets_like(db: sqlite3.Connection, text: str) -> list[str]:
    """Outlets whose name holds `text`, whatever its case; all of one outlet's rows are passed by."""
    query = (
        "WITH RECURSIVE o(outlet) AS (SELECT min(outlet) FROM articles UNION ALL"
        " SELECT (SELECT min(outlet) FROM articles WHERE outlet > o.outlet) FROM o"
        " WHERE o.outlet IS NOT NULL) SELECT outlet FROM o WHERE outlet IS NOT NULL LIMIT ?"
    )
    wanted = text.casefold()
    names = [row["outlet"] for row in db.execute(query, (_OUTLETS,))]
    exact = [n for n in names if n.casefold() == wanted]
    return exact or [n for n in names if wanted in n.casefold()]


def _facets(db: sqlite3.Connection, query: Query) -> tuple[str, list[str]] | None:
    """SQL over `articles a`, with its values; None where no outlet is called so."""
    parts, values = [], list[str]()
    for one in query.outlets:
        names = outlets_like(db, one)
        if not names:
            return None
        parts.append(f"a.outlet IN ({marks(len(names))})")
        values += names
    if query.after:
        parts.append("a.published >= ?")
        values.append(query.after)
    if query.before:
        parts.append("a.published < ?")
        values.append(query.before)
    return " AND ".join(parts) or "1", values


def articles(db: sqlite3.Connection, query: Query, *, limit: int, offset: int = 0) -> Found:
    """Articles that hold all phrases, from the outlets and days that the query names; with
    speakers, those in which they say it."""
    if query.speakers:
        return _articles_of(db, _statements(db, query, limit=COUNTED), limit, offset)
    facets = _facets(db, query)
    if facets is None:
        return NONE
    where, values = facets
    asked = matching.match_of(query.phrases)
    if not asked:
        return _by_facets(db, where, values, limit, offset) if query.narrowed else NONE
    search = Search(db, word_index.ARTICLES, asked, TITLE)
    total = _count(search)
    ranked = total <= RANKED and not search.cut
    if not query.narrowed:
        if ranked:
            hits = matching.best_of(db, search, limit=offset + limit)[offset:]
            return Found(tuple(Hit(i, i) for i in hits), total, False)
        rows = search.newest(limit, offset)
        return Found(_hits(db, rows), min(total, COUNTED), total > COUNTED or search.cut)
    numbers = _narrowed(db, search, total, where, values)
    page = numbers[offset : offset + limit]
    if ranked and len(numbers) > 1:
        page = [n for _, n in sorted(search.best(numbers))][offset : offset + limit]
    more = len(numbers) >= COUNTED or search.cut
    return Found(_hits(db, page), min(len(numbers), COUNTED), more)


def _count(search: Search) -> int:
    """How many texts hold what is asked for, up to one more than COUNTED."""
    return search.count(COUNTED + 1)


def _narrowed(
    db: sqlite3.Connection, search: Search, total: int, where: str, values: Sequence[str]
) -> list[int]:
    """Numbers of articles that hold what is asked for and fit, the newest first.

    Whichever is fewer is gone through: the texts that hold the words, or those of the outlet and
    the days.
    """
    if total > COUNTED or search.cut:
        few = f"SELECT number FROM articles a WHERE {where} LIMIT ?"
        some = [row[0] for row in db.execute(few, (*values, PROBED + 1))]
        if len(some) <= PROBED:
            return search.among(some)
    query = (
        "SELECT f.rowid FROM {f} CROSS JOIN articles a INDEXED BY articles_facets"
        f" ON a.number = f.rowid WHERE {where}"
    )
    return search.joined(query, values, 2 * COUNTED)


def _by_facets(
    db: sqlite3.Connection, where: str, values: Sequence[str], limit: int, offset: int
) -> Found:
    """All articles of some outlets or days, the newest first."""
    count = f"SELECT count(*) FROM (SELECT 1 FROM articles a WHERE {where} LIMIT ?)"
    total = int(db.execute(count, (*values, COUNTED + 1)).fetchone()[0])
    query = (
        f"SELECT number FROM articles a WHERE {where}"
        " ORDER BY published DESC, number DESC LIMIT ? OFFSET ?"
    )
    if total > RANKED:
        query = query.replace("published DESC, ", "")
    rows = [row[0] for row in db.execute(query, (*values, limit, offset))]
    return Found(_hits(db, rows), min(total, COUNTED), total > COUNTED)


def _hits(db: sqlite3.Connection, numbers: Sequence[int]) -> tuple[Hit, ...]:
    if not numbers:
        return ()
    query = f"SELECT number, id FROM articles WHERE number IN ({marks(len(numbers))})"
    ids = {row["number"]: row["id"] for row in db.execute(query, list(numbers))}
    return tuple(Hit(ids[n], ids[n]) for n in numbers if n in ids)


def _articles_of(db: sqlite3.Connection, said: Said, limit: int, offset: int) -> Found:
    ids = list(dict.fromkeys(findings.articles_of(db, said.numbers)))
    return Found(tuple(Hit(i, i) for i in ids[offset : offset + limit]), len(ids), said.more)


def statements(db: sqlite3.Connection, query: Query, *, limit: int, offset: int = 0) -> Found:
    """Statements that hold all phrases in their words or speaker, of the speakers that the query
    names; those that are less sure come last, where not too many are found."""
    said = _statements(db, query, limit=limit, offset=offset)
    made = findings.numbered(db, said.numbers)
    return Found(tuple(Hit(s.id, s.article_id) for s in made), said.count, said.more)


def _statements(db: sqlite3.Connection, query: Query, *, limit: int, offset: int = 0) -> Said:
    facets = _facets(db, query)
    asked = _said(db, query)
    if facets is None or not asked:
        return Said((), 0, False)
    where, values = facets
    search = Search(db, word_index.STATEMENTS, asked)
    total = _count(search)
    more = total > RANKED or search.cut
    if not query.narrowed:
        numbers = search.newest(limit, offset) if more else _best(db, search)[offset:][:limit]
        return Said(tuple(numbers), min(total, COUNTED), total > COUNTED or search.cut)
    numbers = search.newest(RANKED) if more else _best(db, search)
    mine = _statements_of(db, where, values)
    if mine is None:
        sql = (
            "SELECT n.value FROM json_each(?) n CROSS JOIN articles a INDEXED BY articles_facets"
            f" ON a.number = {findings.ARTICLE_OF.format('n.value')} WHERE {where}"
        )
        mine = {row[0] for row in db.execute(sql, (json.dumps(numbers), *values))}
    numbers = [n for n in numbers if n in mine]
    return Said(tuple(numbers[offset : offset + limit]), len(numbers), more)


def _best(db: sqlite3.Connection, search: Search) -> list[int]:
    """What was found, the best first, those that are less sure last."""
    found = search.best()
    less_sure = findings.less_sure(db, [number for _, number in found])
    return [n for _, _, n in sorted((n in less_sure, fit, n) for fit, n in found)]


def _statements_of(db: sqlite3.Connection, where: str, values: Sequence[str]) -> set[int] | None:
    """The numbers of all statements of the outlets and days; None where they have many articles."""
    few = f"SELECT number FROM articles a WHERE {where} LIMIT ?"
    some = [row[0] for row in db.execute(few, (*values, PROBED + 1))]
    return None if len(some) > PROBED else findings.numbers_in(db, some)


def _said(db: sqlite3.Connection, query: Query) -> Match:
    """What is asked of statements; a speaker is found by each form of the name."""
    speakers = tuple(_of(db, one) for one in query.speakers)
    part: Part = "main" if query.speakers else "both"
    return (*speakers, *asking.all_of(query.phrases, part))


# All forms of a name `n`, as values.
FORMS = "json_each(json_insert(coalesce(n.variants, '[]'), '$[#]', n.canonical))"


def _of(db: sqlite3.Connection, speaker: str) -> tuple[Phrase, ...]:
    sql = (
        "SELECT min(o.value) AS form FROM name_forms f JOIN names n ON n.number = f.name"
        f", {FORMS} o WHERE f.form = ? AND n.type <> 'place' AND o.type = 'text'"
        " GROUP BY o.value COLLATE NOCASE ORDER BY length(o.value) DESC LIMIT 12"
    )
    forms = (" ".join(matching.words_of(row["form"])) for row in db.execute(sql, (speaker,)))
    asked = " ".join(matching.words_of(speaker))
    words = dict.fromkeys([asked] * bool(asked) + [form for form in forms if len(form) > 2])
    return tuple(asking.speaker(w) for w in words)


def hints(db: sqlite3.Connection, text: str, *, limit: int = 8) -> list[tuple[str, str]]:
    """What begins with `text` while it is typed: (kind, words) of names and outlets."""
    text = " ".join(text.split())[:80]
    if len(text) < 2:
        return []
    sql = (
        "SELECT DISTINCT n.canonical FROM (SELECT name FROM name_forms"
        " WHERE form >= ? AND form < ? LIMIT 200) f JOIN names n ON n.number = f.name LIMIT 60"
    )
    names = [r["canonical"] for r in db.execute(sql, (text, text + "\U0010ffff"))]
    names.sort(key=lambda n: (not n.casefold().startswith(text.casefold()), len(n), n))
    outlets = [o for o in outlets_like(db, text) if o][:3]
    found = [("outlet", o) for o in outlets] + [("name", n) for n in names]
    return found[:limit]


def names_like(db: sqlite3.Connection, text: str, *, limit: int = 8) -> list[tuple[str, int]]:
    """Ids of names of which a form begins with `text`, with their articles, most first."""
    text = " ".join(text.split())[:80]
    if not text:
        return []
    sql = (
        "SELECT n.id, (SELECT count(DISTINCT l.article) FROM name_places l"
        " WHERE l.name = f.name) AS articles FROM (SELECT DISTINCT name FROM name_forms"
        " WHERE form >= ? AND form < ? LIMIT 60) f JOIN names n ON n.number = f.name ORDER BY articles DESC, id LIMIT ?"
    )
    rows = db.execute(sql, (text, text + "\U0010ffff", limit))
    return [(row["id"], row["articles"]) for row in rows]
