"""Whether a date without a year, or a weekday, lies behind the text's own date or ahead of it.

The verb nearest before the expression in its sentence decides, then the nearest after it;
"until" and "by" look ahead, "since" looks back. The cues are general knowledge of news English.
"""

from __future__ import annotations

from rashomon.timeline.settings import REACH_AHEAD, REACH_BACK, REACH_OF_OWNER
from rashomon.timeline.tokens import Tokens

PAST, NONE, AHEAD = -1, 0, 1

_AHEAD = frozenset(
    "will shall ll going scheduled set due planned planning expected expects expect "
    "slated upcoming deadline tentatively effective payable intends intend aims "
    "until till looms ahead poised would could may might must should can "
    "expires expire begins starts opens forthcoming invited postponed deadlines".split()
)
_PAST = frozenset(
    "said told was were had did has have met took went began came gave made held won lost fell "
    "rose sent left found saw been became knew put ran got kept thought brought wrote spoke "
    "led read stood understood paid shot struck sought fought built broke chose drew drove "
    "flew froze grew hid hit hurt laid lay meant overtook rode rang sang shook shut slid "
    "sold spent split spread stole swore swept taught threw woke wore withdrew died since "
    "following after ago earlier previously last already".split()
)
# Words in -ed that are no past tense, and plain present forms that say nothing.
_NOT_PAST = frozenset(
    "need needed united indeed speed feed exceed proceed succeed red bed shed".split()
)
# "was moved to June": put off, and so still to come.
_MOVED = frozenset("moved postponed delayed extended rescheduled adjourned deferred pushed".split())
_ABBREVIATIONS = frozenset("mr mrs ms dr sen rep gov gen lt col st u s n d c r j".split())
_STOPS = frozenset(["", *".!?;"])
# Modals that look ahead only when nothing says that the matter is over ("could have met").
_OPEN_MODALS = frozenset("would could may might must should can".split())
_GOVERN_AHEAD = frozenset("until till by through thru effective".split())


def _cue(words: list[str], index: int) -> int:
    word = words[index].lower()
    if index and words[index - 1] == "be":
        return NONE  # "will be held": what stands before "be" decides
    if word in ("may", "will") and words[index][0].isupper() and words[index] != word.upper():
        return NONE  # a name
    if word == "won" and words[index + 1 : index + 2] in (["'"], ["’"]):
        return AHEAD  # won't
    if word in _AHEAD:
        if word in _OPEN_MODALS and "have" in (w.lower() for w in words[index + 1 : index + 3]):
            return PAST
        # "had been scheduled to expire": it did, or did not.
        return PAST if "had" in (w.lower() for w in words[max(0, index - 4) : index]) else AHEAD
    if word in _PAST:
        return PAST
    if word in ("plans", "plan", "hopes", "hope") and words[index + 1 : index + 2] == ["for"]:
        return AHEAD
    if word == "to" and index and index + 1 < len(words):
        # "is to meet", "agreed to leave": what the infinitive tells is still to come.
        governors = {w.lower() for w in words[max(0, index - 2) : index]}
        following = words[index + 1]
        if governors & _GOVERNORS and following.islower() and following not in _NOT_VERBS:
            return AHEAD
    if len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST:
        return PAST
    return NONE


_GOVERNORS = frozenset(
    "is are be agreed likely hopes hope wants want intends intend aims aim going ready about prepared "
    "preparing vowed promised pledged wanted hoped hoping ordered invited plans plan "
    "agree deal ultimatum deadline".split()
)
_NOT_VERBS = frozenset(
    "the a an his her its their our my your this that these those which whom what who all some any "
    "about more at least one two three four five six seven eight nine ten".split()
)


def direction(tokens: Tokens, start: int, end: int) -> int:
    """AHEAD, PAST or NONE for the expression of tokens `start` to `end` (exclusive)."""
    words = tokens.words
    if start:
        before = words[start - 1].lower()
        if before in _GOVERN_AHEAD:
            if "not" in (w.lower() for w in words[max(0, start - 3) : start]):
                return PAST
            if before == "by" and (_happened(words, end) or _had_happened(words, start)):
                return PAST  # "by Monday, rain had fallen"; "it had risen to nine by Monday"
            return AHEAD
        if before == "since":
            return PAST
        if before in ("to", "for") and _MOVED & {
            w.lower() for w in words[max(0, start - 4) : start]
        }:
            return AHEAD
    if end < len(words) and words[end].lower() == "deadline":
        return AHEAD
    back = REACH_BACK
    if tokens.classes[end : end + 2] == "'s" and tokens.classes[start] == "W":
        back = REACH_OF_OWNER
    for index in range(start - 1, max(-1, start - back), -1):
        word = words[index]
        if word in _STOPS and not (word == "." and index and _abbreviated(tokens, index - 1)):
            break
        found = _cue(words, index)
        if found:
            return found
    for index in range(end, min(len(words), end + REACH_AHEAD)):
        if words[index] in _STOPS:
            break
        # "His remarks Monday could ease": what may come of it says nothing of its day.
        word = words[index].lower()
        found = NONE if word == "to" or word in _OPEN_MODALS else _cue(words, index)
        if found:
            return found
    return NONE


def _abbreviated(tokens: Tokens, index: int) -> bool:
    """Whether a full stop behind token `index` ends no sentence."""
    return tokens.classes[index] in "mw" or tokens.words[index].lower() in _ABBREVIATIONS


def _had_happened(words: list[str], start: int) -> bool:
    """Whether what stands before an expression is told as over by then: "had risen", "has met"."""
    seen: list[str] = []
    for index in range(start - 2, max(-1, start - REACH_BACK), -1):
        if words[index] in _STOPS:
            break
        word = words[index].lower()
        if word in _OPEN_MODALS or word in ("will", "until"):
            return False
        following = words[index + 1]
        if word == "to" and following.islower() and following not in _NOT_VERBS:
            return False  # "has agreed to leave by Monday"
        if word in ("had", "has", "have"):
            return any(w in _PAST or w.endswith(("ed", "en")) for w in seen)
        seen.append(word)
    return False


def _happened(words: list[str], end: int) -> bool:
    """Whether what follows an expression is told as past."""
    for index in range(end, min(len(words), end + REACH_AHEAD)):
        if words[index] in _STOPS:
            break
        if words[index].lower() in ("had", "was", "were"):
            return True
    return False
