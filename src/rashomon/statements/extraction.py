"""The stage's order: rules, quotations without a cue, speakers, chains, nesting."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import Article, Mention, Span, Statement, StatementKind, content_id
from rashomon.statements import (
    around,
    blocks,
    bodies,
    chains,
    confidence,
    continuing,
    foreign,
    occasions,
    quoting,
    rules,
    settings,
    sifting,
    subjects,
    tagger,
    things,
)
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.people import People
from rashomon.statements.speakers import Resolver

# Share of a content's letters that stand in quotation marks, from which it is direct speech, and
# up to which it is indirect: the rule by which PolNeAR's types are told (Newell et al. 2018).
DIRECT_SHARE = 0.9
INDIRECT_SHARE = 0.02
# Lines of pages that are no speaker's label: "Story Continued Below".
FURNITURE = frozenset(
    ("story", "advertisement", "related", "watch", "read", "read more", "photo", "video", "image",
     "listen", "transcript", "media", "media playback", "share", "loading")
)  # fmt: skip


def find(document: Document) -> tuple[list[Draft], list[Draft]]:
    """Attributions in the order of their content, and those of the rules alone."""
    ruled = rules.draft(document)
    phrases = sifting.phrases_of(ruled)
    known = tagger.weights()
    if known is not None:
        drafts = tagger.accept(document, ruled, known)
    else:
        drafts = [
            made for made in ruled if not made.weak and sifting.clean(document, made, phrases)
        ]
    laid_out = blocks.draft(document)
    if laid_out:
        drafts = _outside(drafts, laid_out) + [
            made for made in laid_out if sifting.clean(document, made, phrases)
        ]
    drafts = sifting.settle(document, drafts, ruled, phrases)
    joined = continuing.join(document, drafts)
    for made in joined:
        made.content = [document.after_dateline(part) for part in made.content]
        if made.cue is None and made.source is not None:
            made.source = subjects.source_of(document, made.source)
            if made.source is not None and (
                not subjects.speaks(document, made.source, made)
                or document.slice(made.source).lower() in FURNITURE
            ):
                made.source = None
    # An attitude of no one is no statement.
    return _ordered([made for made in joined if made.source or made.kind != "A"]), ruled


def _outside(drafts: list[Draft], laid_out: list[Draft]) -> list[Draft]:
    """Attributions that do not take a block's speaker for their own source or content."""
    labels = {at for block in laid_out if block.source for at in range(*block.source)}
    return [
        made
        for made in drafts
        if not any(at in labels for span in made.content for at in range(*span))
        and not (made.source and any(at in labels for at in range(*made.source)))
    ]


def _ordered(drafts: list[Draft]) -> list[Draft]:
    """By place, each content once."""
    seen: set[tuple[Range, ...]] = set()
    unique: list[Draft] = []
    for made in sorted(
        drafts, key=lambda made: (made.start, made.content[-1][1], made.cue or (0, 0))
    ):
        key = tuple(made.content)
        if key not in seen:
            seen.add(key)
            unique.append(made)
    return unique


def extract(article: Article, found: Sequence[Mention] = ()) -> tuple[Statement, ...]:
    """Statements of the article in the order of their content. `found` are its names.

    Offsets are code points of `article.text`. Pure and deterministic; any text gives an answer.
    """
    document = Document(article.text)
    if article.language not in settings.LANGUAGES:
        return foreign.quoted(article, document, found)
    known = People(document, [mention for mention in found if not _linked(document, mention)])
    drafts = chains.attach(document, known, *find(document))
    drafts = quoting.give(document, known, drafts)
    resolver = Resolver(document, known, drafts)
    named: dict[int, str | None] = {}
    for made in sorted(drafts, key=lambda made: made.source or made.cue or made.content[0]):
        named[id(made)] = resolver.speaker(made)
    names = [
        named[id(made.follows)]
        if made.source is None and made.follows is not None and id(made.follows) in named
        else named[id(made)]
        for made in drafts
    ]
    alike = bodies.one_name(name for name in names if name is not None)
    names = [alike.get(name, name) if name is not None else None for name in names]
    ways = chains.spread(document, known, drafts, names, article.outlet)
    outer = _outer(document, drafts)
    contents = [
        tuple(
            Span(article.id, start, end)
            for part in made.content
            for start, end in document.pieces(*_content(document, part))
            if article.text[start:end].strip()
        )
        for made in drafts
    ]
    ids = [
        content_id("statement", article.id, *(f"{span.start}-{span.end}" for span in content))
        for content in contents
    ]
    statements = []
    for index, made in enumerate(drafts):
        parent = outer[index]
        links = [*ways[index]]
        if parent is not None and names[parent] and names[parent] != names[index]:
            source = drafts[parent].source
            if source is not None and drafts[parent].kind in ("S", "P"):
                above = [*ways[parent], (names[parent] or "", source)]
                links = above + [
                    link for link in links if link[0] not in {name for name, _ in above}
                ]
        kind = kind_of(document, made)
        statements.append(
            Statement(
                id=ids[index],
                article_id=article.id,
                speaker=names[index],
                speaker_span=_span(article.id, document, made.source) if made.source else None,
                cue_span=_span(article.id, document, made.cue) if made.cue else None,
                content=contents[index],
                kind=kind,
                via=tuple(name for name, _ in links),
                via_spans=tuple(_span(article.id, document, span) for _, span in links),
                within=ids[parent] if parent is not None else None,
                denied=made.denied,
                cue=document.slice(made.cue) if made.cue else None,
                speech=made.kind in ("S", "P")
                or things.reports(document, made, names[index], article.outlet),
                confidence=confidence.of(document, made, names[index], kind),
            )
        )
    return tuple(statements)


def _linked(document: Document, mention: Mention) -> bool:
    """Whether a name stands in a list of links."""
    return any(start < mention.end and mention.start < end for start, end in document.holes)


# How many statements before or after, in order, may hold another.
NEAR = 40
_TAIL = ".,!?…;: ):]"


def _outer(document: Document, drafts: list[Draft]) -> list[int | None]:
    """For each draft the smallest other one whose content holds its cue and content."""
    result: list[int | None] = []
    for index, made in enumerate(drafts):
        best: tuple[int, int] | None = None
        cue = made.cue
        if cue is not None and not around.is_aside(document, made):
            near = range(max(0, index - NEAR), min(len(drafts), index + NEAR))
            for other in near:
                holder = drafts[other]
                if other == index:
                    continue
                for start, end in holder.content:
                    inside = start <= cue[0] and cue[1] <= end
                    if (
                        inside
                        and not _beside(document, made, start)
                        and not _share(holder.source, made.source)
                        and all(start <= s and e <= end for s, e in made.content)
                        and (best is None or end - start < best[0])
                    ):
                        best = (end - start, other)
        result.append(best[1] if best else None)
    return result


_CIRCUMSTANCES = frozenset("after before when while since amid because".split())


def _beside(document: Document, made: Draft, start: int) -> bool:
    """Whether a clause only tells when: "said he would go after Lind had asked him to"."""
    head = min(span[0] for span in (made.source, made.cue) if span is not None)
    if head - 1 > start and document.lower[head - 1] in _CIRCUMSTANCES:
        return True
    if head - 1 > start and occasions.of_its_own(document, made):
        return True
    # "the bridge shuts, a step that rowers vowed to fight"
    return (
        head - 4 > start
        and document.lower[head - 1] == "that"
        and document.lower[head - 3] in ("a", "an", "the")
        and document.words[head - 4] == ","
    )


def _share(one: Range | None, other: Range | None) -> bool:
    """Whether two sources have words in common: one clause read twice is no nesting."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def kind_of(document: Document, made: Draft) -> StatementKind:
    """direct, mixed or indirect by the share of the content that stands in quotation marks."""
    letters = quoted = 0
    for start, end in made.content:
        for at in range(start, end):
            word = document.words[at]
            size = len(word) if word[0].isalnum() else 0
            letters += size
            if document.region[at] >= 0:
                quoted += size
    share = quoted / letters if letters else 0.0
    if share >= DIRECT_SHARE:
        return "direct"
    return "indirect" if share <= INDIRECT_SHARE else "mixed"


def _span(article_id: str, document: Document, part: Range) -> Span:
    start, end = document.chars(part)
    return Span(article_id, start, end)


def _content(document: Document, part: Range) -> Range:
    """Code points of a part of the content: marks that it opens or closes inside belong to it.

    A part that is one quotation stands without its marks, and keeps its own full stop.
    """
    start, end = document.chars(part)
    first, last = document.region[part[0]], document.region[part[1] - 1]
    text = document.text
    if last >= 0:
        quotation = document.quotations[last]
        if end <= quotation.end and not text[end : quotation.end].strip(_TAIL):
            if start < quotation.outer_start:
                end = quotation.outer_end
            elif text[end : quotation.end].strip()[:1] in (".", "!", "?", "…"):
                end = start + len(text[start : quotation.end].rstrip().rstrip(","))
    if first >= 0 and first != last:
        quotation = document.quotations[first]
        if not text[quotation.start : start].strip() and end > quotation.end:
            start = quotation.outer_start
    return start, max(end, start + 1)
