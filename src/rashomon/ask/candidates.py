"""What of the desk is weighed for a question: its rarest words first, over the full-text index."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.ask import settings
from rashomon.ask.question import Question, Term
from rashomon.ask.words import _IRREGULAR as IRREGULAR
from rashomon.ask.words import WORD, alike, stem
from rashomon.store import asking, matching, word_index
from rashomon.store.asking import Match, Phrase
from rashomon.store.find import FORMS
from rashomon.store.searching import Search

_FORMS: dict[str, list[str]] = {}
for _form, _base in IRREGULAR.items():
    _FORMS.setdefault(stem(_base), []).append(_form)
# A stem of fewer letters is looked for as it is, not as the beginning of a word.
_PREFIX = 4
_NAMES = 40


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term with the stems that count as it, its articles on the desk, and its weight."""

    term: Term
    stems: frozenset[str]
    articles: int
    weight: float
    rare: bool


def weigh(db: sqlite3.Connection, question: Question) -> list[Weighed]:
    """The terms of `question`, the rarest first; BM25's idf (Robertson & Zaragoza 2009)."""
    total = max(1, db.execute("SELECT count(*) FROM articles").fetchone()[0])
    found = []
    for term in question.terms[: 2 * settings.TERMS]:
        stems = alike(term.stem) if not term.name else frozenset((term.stem,))
        if term.name:
            stems |= _other_forms(db, term.word)
        count = Search(db, word_index.ARTICLES, (match_of(stems),)).count(settings.COUNTED)
        weight = math.log(1 + (total - count + 0.5) / (count + 0.5))
        few = max(settings.RARE_ARTICLES, settings.RARE_SHARE * total)
        found.append(Weighed(term, stems, count, max(weight, 0.2), count <= few))
    found.sort(key=lambda w: (w.articles, question.terms.index(w.term)))
    return found[: settings.TERMS]


def _other_forms(db: sqlite3.Connection, word: str) -> frozenset[str]:
    """What else a name is called whose form is, or ends with, `word`: "Whitlake" for "Whitlock"."""
    query = (
        "SELECT DISTINCT o.value AS form FROM name_forms f JOIN names n ON n.number = f.name"
        f", {FORMS} o WHERE f.form = ? AND o.type = 'text' LIMIT ?"
    )
    last = [r["form"].split()[-1] for r in db.execute(query, (word, _NAMES)) if r["form"].split()]
    return frozenset(stem(w) for w in last if WORD.fullmatch(w) and w[0].isupper())


def match_of(stems: frozenset[str]) -> tuple[Phrase, ...]:
    """What a text is to hold one of, to hold a word of one of `stems`."""
    parts = []
    for one in sorted(stems):
        words = [m.group() for m in WORD.finditer(one.replace("'", " "))]
        if not words:
            continue
        parts.append(asking.phrase(words, begins=len(one) >= _PREFIX and one.isalpha()))
        if len(one) == _PREFIX - 1 and one.isalpha():
            endings = ("e", "s", "es", "d", "ed", "ing", "er")
            parts += [asking.phrase(one + ending) for ending in endings]
        if one.endswith("i") and len(one) > _PREFIX:
            parts.append(asking.phrase(one[:-1] + "y"))
        parts += [asking.phrase(form) for form in _FORMS.get(one, ())]
    return tuple(parts)


def articles(db: sqlite3.Connection, terms: Sequence[Weighed]) -> list[str]:
    """Ids of the articles that hold the most of `terms`, the best first."""
    known = [t for t in terms if t.articles]
    found: dict[str, None] = {}
    tries = [known, known[:4], known[:3], known[:2], known[:1]]
    queries: list[Match] = [tuple(match_of(t.stems) for t in some) for some in tries if some]
    few = [t for t in known if t.articles < settings.COUNTED][:4]
    if sum(t.articles for t in few) > settings.RANKED:
        few = _telling(few, terms)
    if few:
        queries.append((tuple(one for t in few for one in match_of(t.stems)),))
    for asked in dict.fromkeys(queries):
        best = matching.best_articles(db, asked, limit=settings.ARTICLES, title_weight=2.0)
        found.update(dict.fromkeys(best))
        if len(found) >= settings.ARTICLES:
            break
    return list(found)[: settings.ARTICLES]


def _telling(few: Sequence[Weighed], terms: Sequence[Weighed]) -> list[Weighed]:
    """`few` (the rarest first) without the last ones, as far as an article that holds none of the
    rest cannot hold a passage that answers: the commoner a word, the more there is to be ranked."""
    kept = list(few)
    needed = settings.ENOUGH / 2 * sum(t.weight for t in terms)
    others = sum(t.weight for t in terms if t.articles and t not in few)
    while len(kept) > 1 and others + kept[-1].weight < needed:
        others += kept.pop().weight
    return kept
