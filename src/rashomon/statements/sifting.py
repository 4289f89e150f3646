"""Of the attributions found, those that are statements of someone, each cut to its words.

Rules of English only: who cannot speak, which verbs are deeds, which words are a denial, and which
part of a sentence is the outlet's own.
"""

from __future__ import annotations

from rashomon.statements import (
    around,
    asides,
    cutting,
    deeds,
    denials,
    doubts,
    edges,
    halves,
    hollow,
    leads,
    misread,
    placing,
    silences,
    subjects,
    unsaid,
    untold,
    wholes,
)
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft


def sift(document: Document, drafts: list[Draft], ruled: list[Draft]) -> list[Draft]:
    """The attributions that are statements of someone, their words cut to what he said."""
    phrases = phrases_of(ruled)
    return settle(
        document, [made for made in drafts if clean(document, made, phrases)], ruled, phrases
    )


def settle(
    document: Document, drafts: list[Draft], ruled: list[Draft], phrases: dict[int, Draft]
) -> list[Draft]:
    """Clean attributions made to fit each other: two of one sentence, ends that are another's."""
    added = [
        made for made in _second_halves(document, drafts, ruled) if clean(document, made, phrases)
    ]
    parted = halves.part(document, _without_ends(document, drafts + added, ruled))
    settled = without_others(document, parted)
    return doubts.cap(document, settled)


def without_others(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Takes a part from a statement whose cue is further from it than another's that has it too.

    "..., said Brill. “We came,” added Orsk": the second quotation is Orsk's.
    """
    cues = {part: made for made in drafts if made.cue for part in made.content}
    for made in drafts:
        if made.cue is None or len(made.content) < 2:
            continue
        for part in made.content[1:]:
            other = cues.get(part)
            if other is None or other is made or other.cue is None or other.source is None:
                continue
            between = made.cue[1] <= other.cue[0] < part[0]
            follows = made.cue[1] <= part[0] and part[1] <= other.cue[0] <= part[1] + 3
            if made.anchor != other.anchor and (between or follows):
                made.content = [own for own in made.content if own != part]
                made.regions = around.regions_of(document, made.content)
    return drafts


def phrases_of(ruled: list[Draft]) -> dict[int, Draft]:
    """The rules' attributions by the last word of their cue."""
    return {other.cue[1] - 1: other for other in ruled if other.cue is not None}


def clean(document: Document, made: Draft, phrases: dict[int, Draft]) -> bool:
    """Whether an attribution is a statement of someone; its source and content are cut to it."""
    rule = phrases.get(made.anchor)
    if rule is not None and rule is not made and not deeds.known(document, made):
        # The tagger points at "out" of "did not rule out".
        made.lemma, made.kind, made.cue, made.anchor = rule.lemma, rule.kind, rule.cue, rule.anchor
    if made.source is None:
        made.source = subjects.of_participle(document, made) or leads.of_letter(document, made)
    if made.source is not None:
        made.source = leads.without_bracket(document, made.source)
    if made.source is not None:
        placed = placing.placed(document, made.source, made)
        before = made.cue is not None and placed[1] <= made.cue[0]
        made.source = subjects.source_of(document, placed, before, made.cue)
        if made.source is None or not subjects.speaks(document, made.source, made):
            return False
    wholes.mend(document, made)
    cutting.cut(document, made)
    edges.mend(document, made)
    if not made.content or hollow.is_hollow(document, made):
        return False
    if deeds.is_deed(document, made) or unsaid.is_unsaid(document, made):
        return False
    if untold.is_untold(document, made) or misread.is_misread(document, made):
        return False
    if silences.tells_nothing(document, made):
        return False
    asides.told_inside(document, made)
    silences.whole_claim(document, made)
    made.denied = denials.is_denial(document, made)
    return True


def _second_halves(document: Document, drafts: list[Draft], ruled: list[Draft]) -> list[Draft]:
    """ "rejected the report and accused the port of ..." is two statements of one source."""
    anchors = {made.anchor for made in drafts}
    by_sentence: dict[int, list[Draft]] = {}
    for other in ruled:
        if other.cue is not None and other.kind != "P" and other.source is not None:
            by_sentence.setdefault(document.sentence[other.cue[0]], []).append(other)
    added: list[Draft] = []
    for made in drafts:
        if made.cue is None or made.source is None or made.kind == "P":
            continue
        for other in by_sentence.get(document.sentence[made.cue[0]], ())[:12]:
            if other.cue is None or other.cue[0] <= made.cue[1] or other.source != made.source:
                continue
            joint = other.cue[0] - 1
            if document.lower[joint] not in ("and", "but") or not document.outside(joint):
                continue
            if document.lower[joint - 2] in ("a", "an") and document.lower[other.anchor].endswith(
                "ing"
            ):
                continue  # "a serious and worrying effort"
            start, end = made.content[-1]
            if start < joint < end and other.cue[1] <= end:
                span = document.trim((start, joint))
                if span is not None:
                    made.content[-1] = span
                    made.regions = around.regions_of(document, made.content)
                    if other.anchor not in anchors:
                        anchors.add(other.anchor)
                        added.append(other)
    return added


def _without_ends(document: Document, drafts: list[Draft], ruled: list[Draft]) -> list[Draft]:
    """Cuts ", the deputy minister has said" off the content of another verb before it."""
    by_sentence: dict[int, list[Draft]] = {}
    for other in ruled:
        if other.cue is not None and other.source is not None and other.kind in ("S", "F"):
            by_sentence.setdefault(document.sentence[other.cue[0]], []).append(other)
    kept: list[Draft] = []
    for made in drafts:
        start, end = made.content[-1]
        for other in by_sentence.get(document.sentence[end - 1], ())[:12]:
            if other.source is None or other.cue is None or other.anchor == made.anchor:
                continue
            head = min(other.source[0], other.cue[0])
            if (
                start + 1 < head < end
                and document.words[head - 1] == ","
                and max(other.cue[1], other.source[1]) >= end - 1
                and other.content[0][0] < head
                and document.outside(head)
            ):
                end = head - 1
        span = document.trim((start, end))
        if span is None:
            continue
        made.content[-1] = span
        kept.append(made)
    return _unordered(document, kept)


def _unordered(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Without deeds inside a denial: "denied that he had ordered the ships to leave"."""
    denials = [made for made in drafts if made.denied]
    if not denials:
        return drafts
    return [
        made
        for made in drafts
        if made.cue is None
        or made.lemma not in ("order", "command", "instruct", "decide", "agree", "offer", "promise")
        or not any(
            start <= made.cue[0] < end
            for other in denials
            if other is not made
            for start, end in other.content
        )
    ]
