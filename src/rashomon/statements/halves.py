"""Two verbs of one source in a sentence: the words of the first end before the second."""

from __future__ import annotations

from rashomon.statements import around, clauses
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.words import ADVERBS


def part(document: Document, drafts: list[Draft]) -> list[Draft]:
    """The same attributions, each without the next one of its source: both were found.

    "said that the mill is “sound” and told the guild that ...", "said that it burns, noting that ...".
    """
    by_source: dict[tuple[int, int], list[Draft]] = {}
    for made in drafts:
        if made.source is not None and made.cue is not None and made.kind != "P":
            by_source.setdefault(made.source, []).append(made)
    for found in by_source.values():
        if len(found) < 2:
            continue
        for made in found:
            assert made.cue is not None
            for other in found:
                if other is not made and other.cue is not None and other.cue[0] > made.cue[1]:
                    _end_before(document, made, other)
    return drafts


def _end_before(document: Document, made: Draft, other: Draft) -> None:
    """Ends the words of `made` before the verb of `other`, where it stands inside them."""
    assert other.cue is not None
    start, end = made.content[-1]
    at = other.cue[0]
    if not start + 1 < at < end or other.cue[1] > end or not document.outside(at):
        return
    joint = at - 1
    while joint > start and (
        document.lower[joint] in ADVERBS or document.lower[joint].endswith("ly")
    ):
        joint -= 1
    if document.lower[joint] in ("and", "but"):
        stop = joint
    elif document.words[joint] == "," or document.is_mark[joint]:
        if not document.lower[at].endswith("ing"):
            return
        stop = joint + document.is_mark[joint]
    else:
        return
    if not clauses.speech_form(document, other.anchor, ("past", "s", "ing")):
        return
    span = document.trim((start, stop))
    if span is not None and span[1] - span[0] > 1:
        made.content[-1] = span
        made.regions = around.regions_of(document, made.content)
