"""Quotations between marks in languages without rules, under the name beside them if there is one."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import Article, Mention, Span, Statement, content_id
from rashomon.statements import confidence, settings, tongues
from rashomon.statements.document import Document, Range


def quoted(article: Article, document: Document, found: Sequence[Mention]) -> tuple[Statement, ...]:
    """Quotations of four tokens or more that are no title; the speaker open where none is named."""
    ends = {mention.end: mention for mention in found if mention.type != "place"}
    statements = []
    before: tuple[Range, Range] | None = None
    for number in range(len(document.quotations)):
        first, last = document.region_tokens[number]
        words = sum(document.words[at][0].isalnum() for at in range(first, last))
        aside = tongues.inside(document, number, article.language)
        beside = aside[1:] if aside else tongues.beside(document, number, article.language)
        if beside is None and before is not None and _goes_on(document, number):
            beside = before
        before = beside
        if not words or (beside is None and _is_title(document, first, last)):
            continue
        if words < settings.MIN_QUOTED_WORDS and last - first < settings.MIN_QUOTED_WORDS:
            continue
        parts = [_trimmed(document, number)]
        if aside is not None:
            start, end = parts[0]
            gap = document.starts[aside[0][0]], document.ends[aside[0][1] - 1]
            parts = [_bare(document, start, gap[0]), _bare(document, gap[1], end)]
        spans = tuple(Span(article.id, start, end) for start, end in parts if start < end)
        if not spans:
            continue
        named = _span(article.id, document, beside[0]) if beside else None
        cue = _span(article.id, document, beside[1]) if beside else None
        speaker = document.slice(beside[0]) if beside else None
        if named is not None and named.end in ends and ends[named.end].start <= named.start:
            speaker = ends[named.end].referent
        statements.append(
            Statement(
                content_id("statement", article.id, *(f"{s.start}-{s.end}" for s in spans)),
                article.id,
                speaker,
                named,
                cue,
                spans,
                "direct",
                cue=document.slice(beside[1]) if beside else None,
                confidence=confidence.OPEN if speaker is None else 1.0,
            )
        )
    return tuple(statements)


def _goes_on(document: Document, number: int) -> bool:
    """Whether nothing but the attribution stands since the quotation before: "...", X said. "..." """
    end, start = document.region_tokens[number - 1][1], document.region_tokens[number][0]
    return (
        start - end < settings.LONGEST_ATTRIBUTION
        and document.paragraph[end - 1] == document.paragraph[start]
        and start >= 2
        and document.words[start - 2][-1] in ".!?"
    )


def _span(article_id: str, document: Document, part: Range) -> Span:
    return Span(article_id, *document.chars(part))


def _trimmed(document: Document, number: int) -> Range:
    """Code points of a quotation without white space and the comma at its end."""
    quotation = document.quotations[number]
    text = document.text[quotation.start : quotation.end]
    start = quotation.start + len(text) - len(text.lstrip())
    return start, max(start, quotation.start + len(text.rstrip().rstrip(",")))


def _bare(document: Document, start: int, end: int) -> Range:
    """The range without white space, and without the commas and dashes around an aside."""
    text = document.text
    while start < end and (text[start].isspace() or text[start] in ",–—-."):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",–—-"):
        end -= 1
    return start, end


def _is_title(document: Document, first: int, last: int) -> bool:
    """Whether a quotation is likely a name, a work's title or a key, in any language.

    It has no stop of its own, no colon or comma leads to it, and it does not open a sentence that
    goes on with a comma or a dash. A long one is a title where nearly all its words have capitals.
    """
    start, end = document.starts[first], document.ends[last - 1]
    if document.words[last - 1][-1] in ".!?…,。！？":
        return False
    if first > 1 and document.words[first - 2] in (":", ",", "：", "，"):
        return False
    if last - first > settings.MAX_TITLE_TOKENS or end - start > settings.MAX_TITLE_LETTERS:
        long = [at for at in range(first, last) if len(document.words[at]) > 4]
        capitals = sum(document.words[at][0].isupper() for at in long)
        return last - first < 3 * settings.MAX_TITLE_TOKENS and 4 * capitals > 3 * len(long) > 0
    opens = first - 1 <= document.sentences[document.sentence[first]][0]
    after = document.words[last + 1] if last + 1 < document.size else ""
    return not (opens and after in (",", "-", "–", "—"))
