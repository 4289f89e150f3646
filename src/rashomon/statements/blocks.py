"""Statements by layout: words under a speaker's name on a line, and transcripts ("NAME: words")."""

from __future__ import annotations

import re

from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.settings import MAX_HEADING_WORDS

# "NAME:" or "Name Surname:" at the start of a line; a title may stand before it.
_LABEL = re.compile(r"^(?:[A-Z][\w.'’-]*,?[ ]){0,4}[A-Z][\w.'’-]*(?: \([^)\d]{1,60}\))?:(?=\s)")
# Labels that are no speakers. General knowledge of pages.
_NO_SPEAKER = frozenset(
    "note notes read related more update updated photo photos source sources watch video editor "
    "warning correction advertisement file image credit location date time price tickets venue "
    "contact email tel phone topics tags category share background context analysis answer "
    "listen q a breaking live summary deadline address opinion caption published disclaimer the fact "
    "facts claim reality verdict truth myth ruling rating".split()
)
MIN_TURNS = 3


def draft(document: Document) -> list[Draft]:
    """Turns of a transcript, and quotations under a name and a role on a line of their own."""
    return _transcript(document) + _headed(document)


def _transcript(document: Document) -> list[Draft]:
    turns: list[tuple[Range, Range, str]] = []
    for first, last in document.paragraphs:
        line = document.plain[document.starts[first] : document.ends[last - 1]]
        match = _LABEL.match(line)
        if match is None:
            continue
        colon = document.token_at(document.starts[first] + match.end() - 1)
        name = line[: match.end() - 1].split(" (")[0]
        if colon + 2 >= last or any(word.lower() in _NO_SPEAKER for word in name.split()):
            continue
        source_end = first
        while source_end < colon and document.words[source_end] != "(":
            source_end += 1
        turns.append(((first, source_end), (colon + 1, last), name))
    names = [name for _, _, name in turns]
    if len(turns) < MIN_TURNS or len(set(names)) == len(names):
        return []
    # Scores, tables and lists have labels too; turns of talk are sentences.
    prose = sum(_is_prose(document, content) for _, content, _ in turns)
    if prose < 2 or 2 * prose < len(turns):
        return []
    found: list[Draft] = []
    for source, content, _ in turns:
        span = document.trim(content)
        if span is not None:
            regions = sorted({document.region[at] for at in range(*span)} - {-1})
            found.append(Draft([span], source, None, "", "S", False, regions))
    return found


def _is_prose(document: Document, content: Range) -> bool:
    start, end = content
    words = sum(
        document.words[at][0].isalpha() and document.words[at][0].islower()
        for at in range(start, end)
    )
    return words >= 3 and document.words[end - 1][-1] in ".?!…\"”’'"


def _headed(document: Document) -> list[Draft]:
    """A line with a name, a comma and a role, and under it a quotation that fills its paragraph."""
    found: list[Draft] = []
    for number in range(len(document.paragraphs) - 1):
        first, last = document.paragraphs[number]
        start, end = document.paragraphs[number + 1]
        if last - first > MAX_HEADING_WORDS or last - first < 2 or not document.is_mark[start]:
            continue
        if document.words[last - 1] in ".!?:,;" or not all(
            document.outside(at) for at in range(first, last)
        ):
            continue
        name_end = first
        while name_end < last and document.words[name_end] not in (",", "–", "—", "-", "("):
            name_end += 1
        capitals = sum(document.words[at][0].isupper() for at in range(first, name_end))
        if not 2 <= name_end - first <= 6 or capitals < name_end - first - 1:
            continue
        if name_end == last and last - first > 4:
            continue
        quotation = document.region[start + 1] if start + 1 < end else -1
        if quotation < 0:
            continue
        inner = document.region_tokens[quotation]
        if inner[1] + 2 < end:  # words after the quotation: it has its own cue
            continue
        span = document.trim(inner)
        if span is not None:
            found.append(Draft([span], (first, name_end), None, "", "S", False, [quotation]))
    return found
