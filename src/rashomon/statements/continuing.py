"""Quotations that no cue claims: further parts of a statement, and statements without a cue."""

from __future__ import annotations

from rashomon.statements import parts, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.settings import MIN_HEADING_WORDS, MIN_ORPHAN_WORDS
from rashomon.statements.words import PREPOSITIONS


def join(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Adds unclaimed quotations to the statement they go on with, or makes them statements."""
    owner: dict[int, Draft] = {}
    for made in drafts:
        for number in made.regions:
            owner.setdefault(number, made)
    added: list[Draft] = []
    told = {
        document.sentence[made.cue[0]]: made
        for made in drafts
        if made.cue is not None and made.source is not None and made.kind in ("S", "P")
    }
    # Paragraphs before the cue: "First paragraph. / "Second," he said.
    for number in range(len(document.quotations) - 1, 0, -1):
        if document.quotations[number].continued and number in owner and number - 1 not in owner:
            _give(document, owner[number], number - 1)
            owner[number - 1] = owner[number]
    for number, quotation in enumerate(document.quotations):
        inner = document.region_tokens[number]
        if number in owner or inner[0] >= inner[1] or inner[0] >= document.size:
            continue
        words = sum(document.words[at][0].isalnum() for at in range(*inner))
        previous = owner.get(number - 1)
        opening = inner[0] - 1
        if previous is not None and _goes_on(document, number, previous, quotation.continued):
            _give(document, previous, number)
            owner[number] = previous
            continue
        if words < MIN_ORPHAN_WORDS or _is_headed(document, opening):
            continue
        first = document.paragraphs[document.paragraph[inner[0]]][0]
        last = document.paragraphs[document.paragraph[inner[0]]][1]
        whole = opening <= first and inner[1] + 2 >= last
        sentence_like = document.words[inner[0]][0].isupper() and (
            opening <= document.sentences[document.sentence[inner[0]]][0]
            or document.words[opening - 1] in ":,"
        )
        if not (whole or sentence_like):
            continue
        span = document.trim(inner)
        if span is None:
            continue
        if whole and words < MIN_HEADING_WORDS and document.words[inner[1] - 1][-1].isalnum():
            continue  # a cross-heading
        source = _before_colon(document, opening) or _after_dash(document, inner[1] + 1)
        made = Draft([span], source, None, "", "S", False, [number])
        if source is None:
            made.follows = _told_before(document, told, opening, whole)
        if source is None and made.follows is None and whole and previous is not None:
            near = document.paragraph[inner[0]] - document.paragraph[previous.start] <= 2
            made.follows = previous if near else None
        owner[number] = made
        added.append(made)
    for made in drafts:
        if made.lemma == "tell":
            parts.without_programme(document, made)
    return drafts + added


_HEADED = frozenset("headlined titled entitled headline captioned subtitled dubbed named".split())


def _is_headed(document: Document, opening: int) -> bool:
    """Whether a quotation is a headline or a title: 'a story headlined, "Harbour master quits"'."""
    at = opening - 1
    if at > 0 and document.words[at] in (",", ":"):
        at -= 1
    return at > 0 and document.lower[at] in _HEADED


def _told_before(
    document: Document, told: dict[int, Draft], opening: int, whole: bool
) -> Draft | None:
    """The statement of the sentence before: 'She said that it held. "It always has."'"""
    sentence = document.sentence[opening + 1]
    made = told.get(sentence - 1)
    if made is None or made.cue is None or made.lemma in _ASKING:
        return None
    apart = document.paragraph[opening] - document.paragraph[made.cue[0]]
    starts = opening <= document.sentences[sentence][0]
    ended = not document.words[
        document.region_tokens[document.region[opening + 1]][1] - 1
    ].isalnum()
    return made if starts and (apart == 0 or (apart == 1 and whole and ended)) else None


# Whom these verbs address speaks next.
_ASKING = frozenset("ask question press quiz inquire enquire urge accuse call wonder".split())


def _before_colon(document: Document, opening: int) -> Range | None:
    """The subject of the words that a colon ends right before a quotation, here or a line above."""
    colon = opening - 1
    if colon < 1 or document.words[colon] != ":" or not document.outside(colon):
        return None
    first, _last = document.sentences[document.sentence[colon]]
    start = first
    if document.lower[start] in PREPOSITIONS or document.lower[start] in ("as", "when", "while"):
        comma = next((at for at in range(first, colon) if document.words[at] == ","), None)
        if comma is None:
            return None
        start = comma + 1
    source = sources.after(document, start, colon)
    if source is None or document.lower[source[1] - 1] in ("this", "it", "that", "there"):
        return None
    return source


def _after_dash(document: Document, dash: int) -> Range | None:
    """The name in “...” — Ana Petrell."""
    if dash + 2 >= document.size or document.words[dash] not in ("—", "–", "--"):
        return None
    last = document.paragraphs[document.paragraph[dash]][1]
    if not document.words[dash + 1][0].isupper() or dash + 1 >= last:
        return None
    source = sources.after(document, dash + 1, last)
    if source is None or source[1] - source[0] < 2:
        return None
    ended = source[1] >= last or document.words[source[1]] in ",("
    return source if ended and document.words[source[1] - 1][0].isupper() else None


def _give(document: Document, made: Draft, number: int) -> None:
    span = document.trim(document.region_tokens[number])
    if span is not None:
        made.content.append(span)
        made.content.sort()
        made.regions.append(number)


def _goes_on(document: Document, number: int, previous: Draft, continued: bool) -> bool:
    """Whether quotation `number` goes on with the statement that holds the one before it."""
    if continued:
        return True
    inner = document.region_tokens[number]
    before = document.region_tokens[number - 1]
    opening = inner[0] - 1
    paragraph = document.paragraph[inner[0]]
    first, last = document.paragraphs[paragraph]
    if previous.cue is not None and document.paragraph[previous.cue[0]] == paragraph:
        # "...," he said. "..."
        starts_sentence = opening <= document.sentences[document.sentence[opening]][0]
        if (
            starts_sentence
            and document.sentence[opening] - document.sentence[previous.cue[1] - 1] == 1
        ):
            return True
        # "...," he said, "..."
        return (
            document.sentence[opening] == document.sentence[previous.cue[0]]
            and document.words[opening - 1] == ","
            and before[1] <= previous.cue[0]
            and opening - previous.cue[1] <= 12
        )
    # A paragraph that is one quotation after a paragraph that held the speaker's last words.
    whole = opening <= first and not any(
        document.words[at][0].isalnum() for at in range(inner[1], last)
    )
    if whole and inner[1] - inner[0] < MIN_HEADING_WORDS and document.words[inner[1] - 1].isalnum():
        return False  # a cross-heading in marks
    return (
        whole
        and document.paragraph[before[0]] == paragraph - 1
        and bool(previous.cue or previous.source)
    )
