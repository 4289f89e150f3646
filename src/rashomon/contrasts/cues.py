"""The same quotation under another cue (said, claimed, admitted) or another speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from anyascii import anyascii

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.lens import Lens
from rashomon.contrasts.utterances import Utterance, whose
from rashomon.contrasts.wording import Token
from rashomon.model import Article, Name, Statement

# What a cue says of the words beside it. After the reporting verbs of news English as style
# guides sort them (BBC, Reuters and Guardian guides on "said", "claimed", "admitted").
_CUES = {
    "neutral": "say says said saying tell tells told add adds added adding state states stated "
               "write writes wrote note notes noted remark remarked tweet tweeted tweets according "
               "explained reply replied respond responded answered call called calls",
    "doubt": "claim claims claimed claiming allege alleges alleged alleging purported purports",
    "insistence": "insist insists insisted insisting boast boasts boasted bragged asserted asserts "
                  "maintained maintains",
    "concession": "admit admits admitted admitting concede concedes conceded conceding acknowledge "
                  "acknowledges acknowledged confess confesses confessed",
    "threat": "threaten threatens threatened threatening vowed vows vow",
    "attack": "rant ranted raged fumed lashed blasted slammed ripped railed sneered mocked taunted",
    "denial": "deny denies denied denying",
    "revelation": "reveal reveals revealed disclosed",
    "joke": "joke joked jokes joking quipped",
}  # fmt: skip
_CLASS = {word: name for name, words in _CUES.items() for word in words.split()}
_WORD = re.compile(r"[^\W\d_]+")
_OBJECT_AFTER = re.compile(r"\s+(?:the|a|an|his|her|its|their|defeat|victory|guilt)\s", re.I)
_NOUN_BEFORE = re.compile(r"\b(?:the|a|an|his|her|their|its|this|that|no|any|to)\s+$", re.I)


def other_cue(a: Utterance, b: Utterance) -> Iterator[Candidate]:
    """Two tellings that give the same words, one of them with a cue that judges."""
    if not a.statement or not b.statement or not _mostly_same(a, b):
        return
    if not _is_proven(a) or not _is_proven(b) or a.speaker.id != b.speaker.id:  # type: ignore[union-attr]
        return
    first, second = _cue(a), _cue(b)
    if first is None or second is None or first[1] == second[1]:
        return
    sides = tuple(
        Side(u.statement.cue_span, cue[0], cue[1])
        for u, cue in ((a, first), (b, second))
        if u.statement and u.statement.cue_span
    )
    if len(sides) == 2:
        strong = "denial" in (first[1], second[1])
        yield Candidate(
            f"How {whose(a, b, 'quoted words')} are introduced", "attribution", "strong" if strong else "soft", sides,
            0.6, sort="other cue",
        )  # fmt: skip


def other_speaker(lens: Lens, a: Utterance, b: Utterance) -> Iterator[Candidate]:
    """The same words under two names, both written beside them in full view."""
    one, two = a.speaker, b.speaker
    if one is None or two is None or one.type != "person" or two.type != "person":
        return
    if len(a.tokens) < settings.ALTERED_AT_LEAST or a.forms != b.forms:
        return
    sides = []
    for u, name in ((a, one), (b, two)):
        span = u.statement.speaker_span if u.statement else None
        if (
            span is None
            or min(abs(span.end - u.tokens[0].start), abs(span.start - u.tokens[-1].end))
            > settings.SPEAKER_BESIDE
        ):
            return
        surname = name.canonical.split()[-1].casefold()
        if surname not in lens.words(span).casefold():
            return
        sides.append(Side(span, name.canonical, name.id))
    said = a.words(0, min(7, len(a.tokens) - 1))
    yield Candidate(f"Who said “{said} …”", "attribution", "strong", tuple(sides), 0.75,
                    sort="other speaker")  # fmt: skip


def is_named(article: Article, statement: Statement | None, speaker: Name | None) -> bool:
    """Whether the speaker's own name stands as the source: a pronoun may be another's."""
    span = statement.speaker_span if statement else None
    if span is None or speaker is None:
        return False
    words = anyascii(speaker.canonical).split()  # none where no sign has a Latin form
    if not words:
        return speaker.canonical in article.text[span.start : span.end]
    return words[-1].casefold() in anyascii(article.text[span.start : span.end]).casefold()


def _is_proven(u: Utterance) -> bool:
    return is_named(u.article, u.statement, u.speaker)


def _mostly_same(a: Utterance, b: Utterance) -> bool:
    size = SequenceMatcher(None, a.forms, b.forms, autojunk=False).find_longest_match().size
    return size >= settings.SHARED_RUN and size >= settings.SAME_SHARE * max(
        min(len(a.forms), len(b.forms)), 1
    )


def _cue(u: Utterance) -> tuple[str, str] | None:
    """The cue as written and what it says, where it stands beside the quotation."""
    statement: Statement | None = u.statement
    if statement is None or statement.cue_span is None:
        return None
    span = statement.cue_span
    near = min(abs(u.tokens[0].start - span.end), *(abs(t.end - span.start) for t in _ends(u)))
    if near > settings.CUE_BESIDE:
        return None
    words = u.article.text[span.start : span.end]
    if len(words.split()) > settings.LONGEST_CUE:
        return None  # "later reportedly responded" is no plain cue
    if _NOUN_BEFORE.search(u.article.text, max(0, span.start - 12), span.start):
        return None  # "the claim that ..."
    if _OBJECT_AFTER.match(u.article.text, span.end):
        return None  # "conceded the race"
    judges = judgement(words)
    return (words, judges) if judges else None


def judgement(cue: str) -> str | None:
    """What a cue's words say of what they introduce; None where they say two things or none."""
    classes = {_CLASS[w] for w in map(str.casefold, _WORD.findall(cue)) if w in _CLASS}
    return classes.pop() if len(classes) == 1 else None


def _ends(u: Utterance) -> list[Token]:
    return [u.tokens[-1], *(u.tokens[i] for i in sorted(u.cuts))]
