"""The checker: lets through only what the spans prove.

It stands between the detectors and the reader, whatever the detector is (a model included), and
takes nothing on trust: spans must exist in tellings of the story, the sides must be of different
copy families, and the values in their words must differ after normalisation. A difference whose
words it cannot value (a date that nothing resolves, a number without a digit) is stopped.
"""

from __future__ import annotations

import re
from itertools import combinations

from rashomon.contrasts import one_voice, settings, values
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.wording import tokens

_QUOTING = re.compile("“([^“”]*)”")
_WITHOUT = re.compile("no “([^“”]*)”")
_ALONE = re.compile(r"(.+) alone (?:is|are) quoted")
_NEGATIONS = frozenset("not no never none denied denies deny neither nor".split())


def proves(lens: Lens, candidate: Candidate) -> bool:
    """Whether the words of the candidate's spans bear it out."""
    if not candidate.topic.strip() or not candidate.sides:
        return False
    if not all(_stands(lens, side) and _holds(lens, side) for side in candidate.sides):
        return False
    if candidate.kind == "omission":
        return _is_lacking(lens, candidate)
    return any(_differ(lens, candidate, a, b) for a, b in combinations(candidate.sides, 2))


def _stands(lens: Lens, side: Side) -> bool:
    article = lens.articles.get(side.span.article_id)
    if article is None or side.field not in ("text", "title"):
        return False
    text = article.text if side.field == "text" else article.title or ""
    start, end = side.span.start, side.span.end
    if not (0 <= start < end <= len(text) and end - start <= settings.MOST_WORDS_SHOWN):
        return False
    # A reading that quotes must quote what stands there.
    quoted = _QUOTING.fullmatch(side.reading)
    return bool(text[start:end].strip()) and (quoted is None or quoted[1] in text[start:end])


def _holds(lens: Lens, side: Side) -> bool:
    """What a reading says of a whole telling: that a word is not in it, that one person alone is
    quoted."""
    article = lens.articles[side.span.article_id]
    if absent := _WITHOUT.fullmatch(side.reading):
        return absent[1].casefold() not in f"{article.title} {article.text}".casefold()
    if alone := _ALONE.fullmatch(side.reading):
        persons = [name.canonical if name else "" for name in one_voice.quoted(lens, article)]
        return " and ".join(persons) == alone[1]
    return True


def _text(lens: Lens, side: Side) -> str:
    article = lens.articles[side.span.article_id]
    text = article.text if side.field == "text" else article.title or ""
    return text[side.span.start : side.span.end]


def _differ(lens: Lens, candidate: Candidate, a: Side, b: Side) -> bool:
    """Whether two sides, of different families, prove a difference of the candidate's kind."""
    if lens.family_of(a.span.article_id) == lens.family_of(b.span.article_id):
        return False
    one, two = _text(lens, a), _text(lens, b)
    if values.forms(one) == values.forms(two) or values.forms(a.value) == values.forms(b.value):
        return False
    if candidate.kind == "number":
        return values.numbers_differ(one, two)
    if candidate.kind == "date":
        return _dates_differ(lens, a, b)
    if candidate.kind == "update":
        return _are_dated_apart(lens, a, b) and (
            _dates_differ(lens, a, b)
            or values.numbers_differ(one, two)
            or _is_sharper(lens, a, b)
            or _is_sharper(lens, b, a)
            or _places_differ(lens, a, b)
        )
    if candidate.kind == "place":
        return _places_differ(lens, a, b)
    if candidate.kind == "agency":
        return _is_borne_out(lens, a) and _is_borne_out(lens, b)
    if candidate.kind == "attribution":
        return _is_not_in_both(lens, a, b)
    return candidate.kind == "wording"


def _dates_differ(lens: Lens, a: Side, b: Side) -> bool:
    first, second = _day(lens, a), _day(lens, b)
    return first is not None and second is not None and values.days_differ(first, second)


def _is_sharper(lens: Lens, early: Side, late: Side) -> bool:
    """The later telling gives a day inside the week or the month of the earlier one."""
    first, second = (lens.articles[s.span.article_id].published or "" for s in (early, late))
    if not first or first[:10] >= second[:10]:
        return False
    return any(
        values.holds(stretch, day)
        for stretch in _resolved(lens, early)
        for resolved in _resolved(lens, late)
        if (day := values.day(resolved))
    )


def _resolved(lens: Lens, side: Side) -> list[str]:
    """The dates that the story's moments give to the words of a side."""
    if side.field != "text":
        return []
    return [
        moment.date
        for moment in lens.moments.get(side.span.article_id, ())
        if moment.date
        and moment.expression.start < side.span.end
        and side.span.start < moment.expression.end
    ]


def _day(lens: Lens, side: Side) -> values.Day | None:
    """The day of a side: as it is written, else as the story's moments resolve its words."""
    if found := values.day(_text(lens, side)):
        return found
    if side.field == "text":
        for moment in lens.moments.get(side.span.article_id, ()):
            inside = (
                moment.expression.start < side.span.end and side.span.start < moment.expression.end
            )
            if inside and moment.date and (found := values.day(moment.date)):
                return found
    return None


def _are_dated_apart(lens: Lens, a: Side, b: Side) -> bool:
    first, second = ((lens.articles[s.span.article_id].published or "")[:10] for s in (a, b))
    return bool(first and second) and first != second


def _names(lens: Lens, side: Side) -> frozenset[str]:
    """What the names in a side's words are called over the story."""
    if side.field != "text":
        return frozenset()
    found = set()
    for mention in lens.mentions.get(side.span.article_id, ()):
        if mention.start < side.span.end and side.span.start < mention.end:
            name = lens.name(side.span.article_id, mention.referent)
            called = name.canonical if name else mention.referent
            found.add(called.removesuffix(" (government)"))
    return frozenset(found)


def _places_differ(lens: Lens, a: Side, b: Side) -> bool:
    """Each side names a place, and neither names the other's, or a part of its name."""
    first, second = _names(lens, a), _names(lens, b)
    if not first or not second or first & second:
        return False
    return not any(
        set(values.forms(x)) <= set(values.forms(y)) or set(values.forms(y)) <= set(values.forms(x))
        for x in first
        for y in second
    )


def _is_borne_out(lens: Lens, side: Side) -> bool:
    """An actor that the value names stands in the words, and so does a denial that it claims."""
    who = side.value.removeprefix("not ")
    if not who.strip():
        return False
    words = {t.form for t in tokens(_text(lens, side))}
    if who != side.value and not words & _NEGATIONS:
        return False
    known = {n.canonical.removesuffix(" (government)") for n in lens.material.names}
    if who in known or who[:1].isupper():
        return who in _names(lens, side) or {t.form for t in tokens(who)} <= words
    return True


def _is_not_in_both(lens: Lens, a: Side, b: Side) -> bool:
    """Of longer words at least one side's do not stand in the other telling at all."""
    short = True
    for side, other in ((a, b), (b, a)):
        words = [t.form for t in tokens(_text(lens, side))]
        if len(words) < settings.TRIMMED_AT_LEAST:
            continue
        short = False
        if f" {' '.join(words)} " not in _running(lens, other.span.article_id):
            return True
    return short


def _running(lens: Lens, article_id: str) -> str:
    found = lens.tokens.get(article_id) or tokens(lens.articles[article_id].text)
    return f" {' '.join(t.form for t in found)} "


def _is_lacking(lens: Lens, candidate: Candidate) -> bool:
    """An omission: two families have it; the lacking are of others and lack the words themselves."""
    having = {lens.family_of(side.span.article_id) for side in candidate.sides}
    if len(having) < 2 or not candidate.lacking:
        return False
    lines = [[t.form for t in tokens(_text(lens, side))] for side in candidate.sides]
    for article_id in candidate.lacking:
        article = lens.articles.get(article_id)
        if article is None or lens.family_of(article_id) in having:
            return False
        running = _running(lens, article_id)
        if any(not line or f" {' '.join(line)} " in running for line in lines):
            return False
    return True
