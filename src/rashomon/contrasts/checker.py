"""The checker: lets through only what the spans prove.

It stands between the detectors and the reader, whatever the detector is: spans must exist in
articles of the story, the sides must be different copy families, and their values must differ.
"""

from __future__ import annotations

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.wording import tokens


def proves(lens: Lens, candidate: Candidate) -> bool:
    """Whether the words of the candidate's spans bear it out."""
    if not candidate.topic.strip() or not candidate.sides:
        return False
    if not all(_stands(lens, side) for side in candidate.sides):
        return False
    if candidate.kind == "omission":
        return _is_lacking(lens, candidate)
    families = {lens.family_of(side.span.article_id) for side in candidate.sides}
    values = {side.value for side in candidate.sides}
    return len(families) > 1 and len(values) > 1 and _words_differ(lens, candidate)


def _stands(lens: Lens, side: Side) -> bool:
    article = lens.articles.get(side.span.article_id)
    if article is None or side.field not in ("text", "title"):
        return False
    text = article.text if side.field == "text" else article.title or ""
    start, end = side.span.start, side.span.end
    if not (0 <= start < end <= len(text) and end - start <= settings.MOST_WORDS_SHOWN):
        return False
    return bool(text[start:end].strip())


def _words(lens: Lens, side: Side) -> tuple[str, ...]:
    article = lens.articles[side.span.article_id]
    text = article.text if side.field == "text" else article.title or ""
    return tuple(t.form for t in tokens(text, side.span.start, side.span.end))


def _words_differ(lens: Lens, candidate: Candidate) -> bool:
    """Not all sides say the same words: digit and word, spelling and marks folded."""
    return len({_words(lens, side) for side in candidate.sides}) > 1


def _is_lacking(lens: Lens, candidate: Candidate) -> bool:
    """An omission: the lacking articles are of other families and lack the words themselves."""
    having = {lens.family_of(side.span.article_id) for side in candidate.sides}
    if not candidate.lacking:
        return False
    for article_id in candidate.lacking:
        article = lens.articles.get(article_id)
        if article is None or lens.family_of(article_id) in having:
            return False
        text = " ".join(t.form for t in tokens(article.text))
        if any(" ".join(_words(lens, side)) in text for side in candidate.sides):
            return False
    return True
