"""Words of an outlet, bound to the article and the offsets where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rashomon.model import Article, Span
from rashomon.text.sentences import sentence_spans
from rashomon.views.words import article_path, html_lang

# Characters of context kept on each side of a span within its sentence.
CONTEXT = 160
Field = Literal["text", "title"]


@dataclass(frozen=True, slots=True)
class Words:
    """`text` is text[start:end] of the article's `field`; `before` and `after` stand beside it.

    `cut_before` and `cut_after` say that the sentence goes on where the context ends. `lang` is the
    language of the article as HTML names it.
    """

    article_id: str
    field: Field
    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""
    cut_before: bool = False
    cut_after: bool = False
    lang: str | None = None

    @property
    def href(self) -> str:
        """Opens the article at the words: the server marks them, the fragment scrolls there."""
        key = "t" if self.field == "title" else "s"
        place = f"{key}={self.start}-{self.end}"
        return f"{article_path(self.article_id)}?{place}#{place}"


def bind(article: Article, span: Span, field: Field = "text", *, context: bool = False) -> Words:
    """The words of `span`; what lies outside the text is cut off."""
    text = (article.title or "") if field == "title" else article.text
    start = max(0, min(span.start, len(text)))
    end = max(start, min(span.end, len(text)))
    lang = html_lang(article.language)
    if not context:
        return Words(article.id, field, start, end, text[start:end], lang=lang)
    left, right = _sentence(article, field, text, start, end)
    cut_left, cut_right = _shorten(text, left, start, end, right)
    return Words(
        article.id, field, start, end, text[start:end], text[cut_left:start], text[end:cut_right],
        cut_left > left, cut_right < right, lang,
    )  # fmt: skip


def _sentence(article: Article, field: Field, text: str, start: int, end: int) -> tuple[int, int]:
    """From the start of the sentence that holds `start` to the end of the one that holds `end`."""
    if field == "title":
        return 0, len(text)
    # Sentences end with their line, so the paragraph is all that has to be cut into them.
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    left, right = start, end
    for a, b in _spans_of(text[first:last]):
        if a + first <= start < b + first:
            left = a + first
        if a + first < end <= b + first:
            right = b + first
    return left, right


# A story's page shows words of one paragraph many times over.
@lru_cache(maxsize=2_048)
def _kept_spans(paragraph: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentence_spans(paragraph))


def _spans_of(paragraph: str) -> tuple[tuple[int, int], ...]:
    # Longer ones are rare, and would be held for long.
    return _kept_spans(paragraph) if len(paragraph) <= 4_000 else tuple(sentence_spans(paragraph))


def _shorten(text: str, left: int, start: int, end: int, right: int) -> tuple[int, int]:
    if start - left > CONTEXT:
        space = re.compile(r"\s").search(text, start - CONTEXT, start)
        left = space.end() if space else start - CONTEXT
    if right - end > CONTEXT:
        space_at = text.rfind(" ", end, end + CONTEXT)
        right = space_at if space_at > end else end + CONTEXT
    return left, right
