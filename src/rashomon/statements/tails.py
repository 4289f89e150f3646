"""Ends of a content that are the outlet's again: when and where it was said, what came next."""

from __future__ import annotations

from rashomon.statements import clauses
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.lexicon import forms
from rashomon.statements.people import is_outlet
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

_OCCASIONS = frozenset(
    "statement tweet tweets interview letter speech memo briefing post email remarks conference "
    "podcast message posts video note address call brief filing".split()
)
# What is announced on a day: "announced a new bridge Monday".
_NEWS = frozenset(
    "announce confirm reveal unveil disclose condemn praise criticize criticise".split()
)
_PERIODS = frozenset("decades years months weeks days hours long years' ages".split())
_BEFORE_THAT = _PERIODS | TIMES | PREPOSITIONS | {"at", "least", "many"}
_OPEN = frozenset(("unclear", "unknown", "uncertain", "clear", "known"))
# Pasts of deeds that "and" may add to a statement: "attacked the plan and left".
_NEXT = frozenset(
    "went came got gave made took met left began became kept put ran saw won spent sent brought "
    "stood sat fled cut set signed voted moved walked launched filed laid drew undercut".split()
)


# "had sung as loudly, | and were not heard".
_WAS = frozenset("was were had has have".split())


def start_of(document: Document, made: Draft, start: int, end: int) -> int:
    """Past a time before "that": "argued for years that the pier was his"."""
    if start <= made.anchor or document.region[start] >= 0:
        return start
    for at in range(start, min(start + 4, end - 2)):
        if document.lower[at] == "that":
            return at + 1 if at > start else start
        if document.lower[at] not in _BEFORE_THAT:
            break
    return start


def end_of(document: Document, made: Draft, start: int, end: int) -> int:
    """The end of the words without the time, the occasion or the clause that follows them."""
    if start <= made.anchor or made.cue is None:
        return end
    end = _before_other(document, made, start, end)
    end = _before_next(document, made, start, end)
    end = _after_quotation(document, made, start, end)
    end = _before_when(document, made, start, end)
    end = _before_relative(document, made, start, end)
    end = _before_occasion(document, start, end)
    at = end
    while at - 1 > start and document.outside(at - 1) and document.lower[at - 1] in TIMES:
        at -= 1
    if at < end and document.lower[at - 1] in ("on", "early", "late"):
        at -= 1
    if at < end and document.is_mark[at - 1]:
        return at
    bare = at < end and at > start + 1 and made.lemma in _NEWS and not made.plain
    return at if bare and not clauses.verb_inside(document, start, at) else end


def _before_other(document: Document, made: Draft, start: int, end: int) -> int:
    """Without ", but she maintained that ...": a statement of its own."""
    for at in document.places(",", start + 2, end - 4):
        if (
            document.outside(at)
            and document.lower[at + 1 : at + 4] == ["but", "it", "is"]
            and any(word in _OPEN for word in document.lower[at + 4 : at + 6])
        ):
            return at  # ", but it is unclear which rule that was"
        if (
            document.outside(at)
            and document.lower[at + 1] in ("but", "and", "though")
            and document.lower[at + 2] in PRONOUNS
            and any(
                clauses.speech_form(document, verb, ("past", "s"))
                and document.lower[verb] not in ("added", "found")
                and document.lower[verb - 1] not in ("was", "were", "is", "are", "be", "been")
                for verb in (at + 3, at + 4)
            )
        ):
            return at
    return end


_LABELLING = frozenset(
    "call dub describe label brand denounce deride blast slam praise hail characterize portray".split()
)
_WHEN = frozenset("on in at during before after ahead amid following as when while".split())


def _after_quotation(document: Document, made: Draft, start: int, end: int) -> int:
    """Without "on the eve of the vote" after "calling him “a star”": nothing of his in it."""
    if made.lemma not in _LABELLING or not made.regions:
        return end
    for at in range(start + 2, end - 3):
        closed = document.is_mark[at] and document.region[at - 1] >= 0
        if closed and document.outside(at + 1) and _again(document, made, at + 1, end):
            return at + 1
    for at in range(end - 2, start + 1, -1):
        if document.region[at] >= 0:
            return end
        if document.is_mark[at] and document.region[at - 1] >= 0:
            after = document.lower[at + 1]
            turned = after in ("but", "though") and clauses.sure_verb(document, at + 2, end)
            later = (after in _WHEN or turned) and document.outside(at + 1)
            return at + 1 if later else end
    return end


_BLAMING = _LABELLING | frozenset(
    "criticize criticise attack condemn decry berate rebuke chide mock lambaste rip thank".split()
)


def _before_when(document: Document, made: Draft, start: int, end: int) -> int:
    """Without "when it rained", when it was that somebody was attacked or praised."""
    if made.lemma not in _BLAMING or made.regions:
        return end
    for at in range(start + 1, end - 1):
        if document.lower[at] in ("for", "of", "over", "as", "to", "that"):
            return end
        if document.lower[at] in ("after", "when", "during", "while", "before", "following"):
            return at
    return end


def _before_relative(document: Document, made: Draft, start: int, end: int) -> int:
    """Without ", which has shut the pier" after a thing: the outlet tells what it is.

    PolNeAR has it in; where it is longer than the thing the words are left as they are, and doubted.
    """
    at = relative_at(document, made, start, end)
    return at if at - start >= end - at else end


def relative_at(document: Document, made: Draft, start: int, end: int) -> int:
    """Where a relative clause begins after a thing, at its comma; `end` where none does."""
    if made.plain or document.region[start] >= 0 or document.lower[start - 1] == "that":
        return end
    if _RELATIVES.isdisjoint(document.lower[start:end]):
        return end
    for at in range(start + 1, end - 2):
        if not document.outside(at) or document.lower[at] in _CLAUSAL:
            return end
        if document.words[at] == "," and document.lower[at + 1] in _RELATIVES:
            return at
    return end


_RELATIVES = frozenset("which who whose whom".split())
_OF_CLAUSES = (AUXILIARIES | COMMON_VERBS | PRONOUNS) - {"'s", "’s", "one"}
_CLAUSAL = _OF_CLAUSES | {"to", "that"}


def _again(document: Document, made: Draft, start: int, end: int) -> bool:
    """Whether another verb of the kind follows: "calling it “a farce” and often referring to ..."."""
    if not document.lower[made.anchor].endswith("ing") or document.lower[start] != "and":
        return False
    at = start + 1
    while at < end and (document.lower[at] in ADVERBS or document.lower[at].endswith("ly")):
        at += 1
    return at < end and document.lower[at].endswith("ing") and document.lower[at] in forms()


_TIMED = TIMES | {"on"}
_PLATFORMS = frozenset("twitter facebook instagram telegram youtube reddit tiktok".split())


def _before_occasion(document: Document, start: int, end: int) -> int:
    """Without "in a statement on Monday", where a thing was attacked or praised in it."""
    timed = end
    while timed > start + 2 and document.lower[timed - 1] in _TIMED:
        timed -= 1
    if timed < end and document.lower[timed - 1] in _OCCASIONS:
        for at in range(timed - 2, max(start + 1, timed - 6), -1):
            if document.lower[at] in ("in", "during"):
                return at  # "was tense in a note Friday night"
    if timed < end and not clauses.sure_verb(document, start, timed):
        at = timed
        while at > start + 1 and document.words[at - 1][0].isupper():
            at -= 1
        if at < timed and document.lower[at - 1] == "on":
            return at - 1  # "defended the plan on Radio Brill Monday"
    at = end
    while at > start + 1 and document.words[at - 1][0].isupper() and document.outside(at - 1):
        at -= 1
    if (
        start + 2 < at < end
        and document.lower[at - 1] == "on"
        and document.outside(at)
        and not clauses.sure_verb(document, start, at)
        and is_outlet(
            document.slice(
                (at, next((n for n in range(at, end) if document.words[n] in ("'s", "’s")), end))
            )
        )
    ):
        return at - 1  # "defended his trip on Radio Brill"
    if (
        start + 4 < at < end
        and document.lower[at - 1] == "on"
        and document.lower[at - 2] in DAYS
        and document.words[at - 2][0].isupper()
        and document.lower[at] not in DAYS
    ):
        return at - 2  # "was tired Monday on Radio Brill"
    for at in document.places("on", start + 2, end - 1):
        if (
            document.lower[at + 1] in _PLATFORMS
            and document.outside(at)
            and not clauses.sure_verb(document, start, at)
        ):
            return at
    for at in range(max(start + 1, end - 9), end - 2):
        if (
            document.lower[at] in ("in", "during", "on", "at")
            and document.lower[at + 1] in ("a", "an", "his", "her", "their")
            and document.outside(at)
            and any(document.lower[near] in _OCCASIONS for near in range(at + 2, end))
            and not clauses.sure_verb(document, start, at)
            and not any(document.words[near] == "," for near in range(at, end))
        ):
            return at
    return end


def _before_next(document: Document, made: Draft, start: int, end: int) -> int:
    """Without what the source did next, or another did: only after a thing, not a clause."""
    if made.plain or document.region[start] >= 0 or document.lower[start - 1] == "that":
        return end
    for at in range(start + 1, end - 2):
        if not document.outside(at):
            continue
        lower = document.lower[at]
        if lower in _OF_CLAUSES:
            return end
        if lower not in ("and", "but"):
            continue
        after = document.lower[at + 1]
        verb = at + 2 if after in ("then", "later", "even", "also", "instead") else at + 1
        done = after == "instead" and document.lower[verb].endswith("ed")
        stands = (
            after in _WAS
            and document.words[at - 1] == ","
            and not (clauses.verb_inside if made.lemma == "say" else clauses.sure_verb)(
                document, start, at
            )
        )
        found = document.lower[verb] in _NEXT or done or stands or _not_gerund(document, start, at)
        if verb < end and found and document.words[verb][0].islower():
            return at - 1 if document.words[at - 1] in (",", "—", "–") else at
        if (
            document.words[at - 1] == ","
            and "both" not in document.lower[start:at]
            and _new_clause(document, at + 1, end)
            and not _told_before(document, start, at, end)
        ):
            return at - 1
    return end


def _not_gerund(document: Document, start: int, joint: int) -> bool:
    """ "thanked her for holding the fair and handed the mayor ...": no second gerund, but a deed."""
    if document.lower[joint] != "and" or not document.lower[joint + 1].endswith("ed"):
        return False
    if document.lower[joint + 2] not in DETERMINERS and not document.words[joint + 2][0].isupper():
        return False
    return any(
        document.lower[at] in ("for", "of", "by") and document.lower[at + 1].endswith("ing")
        for at in range(start, joint - 1)
    )


def _told_before(document: Document, start: int, joint: int, end: int) -> bool:
    """ "said he’d asked the guild, and the guild had slept": both in the tense of told words."""
    if document.lower[joint] != "and" or "had" not in document.lower[joint : min(joint + 5, end)]:
        return False
    return any(word == "had" or word.endswith(("'d", "’d")) for word in document.lower[start:joint])


def _new_clause(document: Document, start: int, end: int) -> bool:
    """Whether a clause with its own subject begins: ", and soon after, members left"."""
    opens = document.lower[start] in DETERMINERS | PRONOUNS | {"soon", "later", "then", "only"}
    # "a win for Orsk, Kamba, and Brill and say ...": the verb is not the last one's of a list.
    stop = next((at for at in range(start + 1, end) if document.lower[at] == "and"), end)
    listed = any(document.words[at] == "," for at in range(max(0, start - 8), start - 2))
    return (opens or document.words[start][0].isupper()) and clauses.verb_inside(
        document, start, stop if listed else end
    )
