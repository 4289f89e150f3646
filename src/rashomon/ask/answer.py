"""Passages that answer a question, or the word that the desk does not say."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.ask import candidates, settings
from rashomon.ask.candidates import Weighed
from rashomon.ask.kinds import Found, Setting, answers
from rashomon.ask.question import Question, parse
from rashomon.ask.words import WORD, stem
from rashomon.model import Article, Copy, Mention, Moment, Span, Statement
from rashomon.store import lookup, read
from rashomon.text.sentences import sentence_spans

NO_WORDS = "There is no word in this question that could be looked for."
NOT_SAID = "The desk does not say."


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article that answers; `answer` are its words that do, where these can be
    told, and `reading` the same for the same answer in other words. `score` is 0 to about 1."""

    span: Span
    answer: Span | None
    reading: str
    score: float
    speaker: str | None
    family: str


@dataclass(frozen=True, slots=True)
class Answer:
    """`passages` answer, the best first, one for each independent telling; they are empty where
    the desk does not say, and `reason` says so then. `missing` are words of the question that
    stand nowhere on the desk; `near` are passages that come near and do not answer."""

    question: str
    kind: str
    passages: tuple[Passage, ...]
    reason: str | None
    missing: tuple[str, ...]
    near: tuple[Passage, ...]


class _Text:
    """An article with what is known of it. `whole` are the stems of its title and its text; it is
    cut into sentences, and each of these stemmed, where this is asked for."""

    def __init__(self, article: Article, statements: Sequence[Statement]) -> None:
        self.article = article
        self.statements = statements
        self.mentions: Sequence[Mention] = ()
        self.moments: Sequence[Moment] = ()
        self.title = _stems(article.title or "")
        words = dict.fromkeys(WORD.findall(article.text[: settings.LOOK]))
        self.words = {word: stem(word) for word in words}
        self.whole = self.title.union(self.words.values())
        self.sentences: Sequence[tuple[int, int]] = ()
        self._stems: dict[int, frozenset[str]] = {}

    def stems(self, n: int) -> frozenset[str]:
        """The stems of sentence `n`; none before the first."""
        if n < 0:
            return frozenset()
        if n not in self._stems:
            start, end = self.sentences[n]
            self._stems[n] = _stems(self.article.text[start:end])
        return self._stems[n]


def ask(db: sqlite3.Connection, text: str) -> Answer:
    """What the desk says to the question `text`; any text is some question."""
    question = parse(text)
    terms = candidates.weigh(db, question)
    if not terms:
        return Answer(question.text, question.kind, (), NO_WORDS, (), ())
    missing = tuple(t.term.word for t in terms if not t.articles)
    dispensable = _dispensable(question, terms)
    if dispensable:
        terms = [t for t in terms if t not in dispensable]
    ids = candidates.articles(db, terms)
    texts = _texts(db, ids)
    canonical = _canonical(db, ids)
    copies = lookup.copies_of(db, ids)
    speakers = _speakers(texts, canonical, question, terms)
    texts = _looked_into(db, texts, terms, speakers)
    good: list[Passage] = []
    near: list[Passage] = []
    for one in texts:
        for passage, enough in _passages(one, question, terms, canonical, copies, speakers):
            (good if enough and (not missing or dispensable) else near).append(passage)
    best = _told_once(good)
    if best:
        floor = best[0].score * settings.BESIDE
        kept = _each_reading([p for p in best if p.score >= floor])
        return Answer(question.text, question.kind, kept, None, missing, ())
    return Answer(question.text, question.kind, (), NOT_SAID, missing, tuple(_told_once(near)[:3]))


def _dispensable(question: Question, terms: Sequence[Weighed]) -> list[Weighed]:
    """The verb of "how many cars cross the bridge", where no text has it and all else is there.
    What befell people can not be left out."""
    gone = [t for t in terms if not t.articles]
    counted = set(question.counted)
    held = {t.term.stem for t in terms if t.articles}
    if question.kind != "count" or len(gone) != 1 or not counted or not counted <= held:
        return []
    after = question.terms.index(gone[0].term)
    first = after > 0 and question.terms[after - 1].stem in counted  # what they do, or is done
    return gone if first and not gone[0].term.name and len(held) > 1 else []


def _each_reading(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """As many as are shown, of each reading one before there are two of any."""
    first = {p.reading: p for p in reversed(passages)}
    chosen = [p for p in passages if first[p.reading] is p]
    chosen = (chosen + [p for p in passages if first[p.reading] is not p])[: settings.PASSAGES]
    return tuple(p for p in passages if p in chosen)


def _texts(db: sqlite3.Connection, ids: Sequence[str]) -> list[_Text]:
    found = read.articles_by_id(db, ids)
    statements: dict[str, list[Statement]] = {}
    for statement in read.statements(db, ids):
        statements.setdefault(statement.article_id, []).append(statement)
    return [_Text(found[i], statements.get(i, ())) for i in ids if i in found]


def _looked_into(
    db: sqlite3.Connection,
    texts: Sequence[_Text],
    terms: Sequence[Weighed],
    speakers: Sequence[Weighed],
) -> list[_Text]:
    """Those of `texts` that hold enough of `terms` for a passage, cut into sentences and with what
    was found in them; who speaks may be named otherwise than in the text."""
    total = sum(t.weight for t in terms)

    def most(one: _Text) -> float:
        return sum(t.weight for t in terms if t in speakers or t.stems & one.whole) / total

    kept = [one for one in texts if most(one) >= settings.ENOUGH / 2]
    ids = [one.article.id for one in kept]
    mentions: dict[str, list[Mention]] = {}
    for mention in read.mentions(db, ids):
        mentions.setdefault(mention.article_id, []).append(mention)
    moments: dict[str, list[Moment]] = {}
    for moment in read.moments(db, ids):
        moments.setdefault(moment.article_id, []).append(moment)
    left = settings.SENTENCES
    for one in kept:
        one.sentences = sentence_spans(one.article.text[: settings.LOOK])[:left]
        left -= len(one.sentences)
        one.mentions = mentions.get(one.article.id, ())
        one.moments = moments.get(one.article.id, ())
    return kept


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, WORD.findall(text)))


def _canonical(db: sqlite3.Connection, ids: Sequence[str]) -> dict[tuple[str, str], str]:
    """(article, referent) to the canonical name."""
    links = read.links(db, ids)
    query = "SELECT id, canonical FROM names WHERE id IN ({ids})"
    named = {
        r["id"]: r["canonical"]
        for r in read.select_in(db, query, sorted({x.name_id for x in links}))
    }
    return {(x.article_id, x.referent): named.get(x.name_id, x.referent) for x in links}


def _speakers(
    texts: Sequence[_Text],
    canonical: Mapping[tuple[str, str], str],
    question: Question,
    terms: Sequence[Weighed],
) -> list[Weighed]:
    """The terms that name who spoke, where the question asks what somebody said."""
    if question.kind != "statement":
        return []
    heard: set[str] = set()
    for one in texts:
        for statement in one.statements:
            if statement.speaker:
                known = canonical.get((statement.article_id, statement.speaker), "")
                heard |= _stems(f"{statement.speaker} {known}")
    return [t for t in terms if t.term.name and t.stems & heard]


def _passages(
    one: _Text,
    question: Question,
    terms: Sequence[Weighed],
    canonical: Mapping[tuple[str, str], str],
    copies: Mapping[str, Copy],
    speakers: Sequence[Weighed],
) -> list[tuple[Passage, bool]]:
    """The sentences of one article that hold something of the question; whether each answers."""
    made = []
    total = sum(t.weight for t in terms)
    copy = copies.get(one.article.id)
    family = copy.family_id if copy else one.article.id
    first_hand = copy is None or copy.parent_id is None
    own_kind = one.article.kind == "article"
    wanted = frozenset[str]().union(*(t.stems for t in terms))
    words = [word for word, its in one.words.items() if its in wanted]
    for n, (start, end) in enumerate(one.sentences):
        said = _said(one, start, end, canonical)
        there = any(one.article.text.find(w, start, end) >= 0 for w in words)
        if not there and not (speakers and said):
            continue  # no word of it stands in the sentence itself
        stems, before = one.stems(n), one.stems(n - 1)
        held = [_held(t, stems, one, before, said, speakers) for t in terms]
        score = sum(t.weight * h for t, h in zip(terms, held, strict=True)) / total
        if score < settings.ENOUGH / 2 or max(held) < settings.LIKE:
            continue
        setting = _setting(one, start, end, canonical, said, terms)
        found = answers(setting, question)
        if question.who_said and said and said[0][1]:
            found = [Found(0, 0, said[0][1])]
        enough = score >= settings.ENOUGH and found != []
        enough = enough and all(
            h >= settings.IN_NEIGHBOUR for t, h in zip(terms, held, strict=True) if t.rare
        )
        # Of few words none may be missing from the whole article, of many one.
        enough = enough and sum(h == 0 for h in held) <= (len(terms) > 3)
        if speakers and not _spoken(said, speakers):
            enough = False
        best = _nearest(found, setting.text, terms)
        score += _bonus(best, setting.text, terms) + 0.02 * first_hand + 0.02 * own_kind
        if question.kind == "statement" and said:
            score += 0.05
        answer = None
        if best is not None and best.start < best.end:
            answer = Span(one.article.id, start + best.start, start + best.end)
        passage = Passage(
            Span(one.article.id, start, end),
            answer,
            best.reading if best else "",
            round(score, 4),
            said[0][1] if said else None,
            family,
        )
        made.append((passage, enough))
    return made


def _held(
    term: Weighed,
    stems: frozenset[str],
    one: _Text,
    before: frozenset[str],
    said: Sequence[tuple[Statement, str]],
    speakers: Sequence[Weighed],
) -> float:
    """How far a passage holds a term: 1 in the sentence, less around it, 0 nowhere."""
    if term.term.stem in stems:
        return 1.0
    if term.stems & stems:
        return settings.LIKE
    if term in speakers and any(term.stems & _stems(name) for _, name in said):
        return 1.0
    if term.stems & one.title:
        return settings.IN_TITLE
    if term.stems & before:
        return settings.IN_NEIGHBOUR
    return settings.IN_ARTICLE if term.stems & one.whole else 0.0


def _said(
    one: _Text, start: int, end: int, canonical: Mapping[tuple[str, str], str]
) -> list[tuple[Statement, str]]:
    """The statements with words in a sentence, and who says them."""
    return [
        (s, canonical.get((s.article_id, s.speaker), s.speaker) if s.speaker else "")
        for s in one.statements
        if any(c.start < end and start < c.end for c in s.content)
    ]


def _spoken(said: Sequence[tuple[Statement, str]], speakers: Sequence[Weighed]) -> bool:
    """Whether one of those who speak is the one that is asked about."""
    return any(all(t.stems & _stems(name) for t in speakers) for _, name in said)


def _setting(
    one: _Text,
    start: int,
    end: int,
    canonical: Mapping[tuple[str, str], str],
    said: Sequence[tuple[Statement, str]],
    terms: Sequence[Weighed],
) -> Setting:
    return Setting(
        one.article.text[start:end],
        [
            (m.start - start, m.end - start, m, canonical.get((m.article_id, m.referent), m.text))
            for m in one.mentions
            if start <= m.start and m.end <= end
        ],
        [
            (m.expression.start - start, m.expression.end - start, m)
            for m in one.moments
            if start <= m.expression.start and m.expression.end <= end
        ],
        [
            (s.speaker_span.start - start, s.speaker_span.end - start)
            for s, _ in said
            if s.speaker_span is not None and _deed_told(one, start, end, s, terms)
        ],
    )


def _deed_told(one: _Text, start: int, end: int, said: Statement, terms: Sequence[Weighed]) -> bool:
    """Whether a word of the question stands within what is said, and nowhere else in the sentence:
    then the one who says it is not the one who did it."""
    text = one.article.text
    inside, outside = set[str](), set[str]()
    for match in WORD.finditer(text, start, end):
        told = any(c.start <= match.start() < c.end for c in said.content)
        (inside if told else outside).add(stem(match.group()))
    return any(t.stems & inside and not t.stems & outside for t in terms)


def _places(text: str, terms: Sequence[Weighed]) -> list[list[int]]:
    """For each term that stands in `text`, where it does."""
    words = [(m.start(), stem(m.group())) for m in WORD.finditer(text)]
    found = ([at for at, one in words if one in t.stems] for t in terms)
    return [places for places in found if places]


def _nearest(found: Sequence[Found] | None, text: str, terms: Sequence[Weighed]) -> Found | None:
    """What answers nearest to the question's words."""
    if not found:
        return None
    places = _places(text, terms)
    return min(found, key=lambda f: (f.doubt, _far(f, places), f.start))


def _far(found: Found, places: Sequence[Sequence[int]]) -> float:
    """The mean distance, in characters, to the question's words."""
    near = [min(min(abs(p - found.start), abs(p - found.end)) for p in some) for some in places]
    return sum(near) / len(near) if near else 1e6


def _bonus(best: Found | None, text: str, terms: Sequence[Weighed]) -> float:
    """Up to 0.1 for an answer close to the question's words, less where it is in doubt."""
    if best is None:
        return 0.0
    near = max(0.0, 0.1 - _far(best, _places(text, terms)) / 1_000)
    return near - settings.DOUBT * best.doubt


def _told_once(passages: Sequence[Passage]) -> list[Passage]:
    """The best passage of each telling, and of each wording; the best first."""
    ordered = sorted(passages, key=lambda p: (-p.score, p.span.article_id, p.span.start))
    seen: set[str] = set()
    kept = []
    for one in ordered:
        if one.family in seen:
            continue
        seen.add(one.family)
        kept.append(one)
    return kept
