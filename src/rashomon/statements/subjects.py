"""Who can be the source of words: the noun phrase freed of what is not part of it, and judged."""

from __future__ import annotations

from rashomon.statements import around, clauses, source_edges, sources, whole_sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.predicates import DESCRIBING, HANGING, noun_phrase
from rashomon.statements.traits import agent, people
from rashomon.statements.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    BODY_NOUNS,
    CONJUNCTIONS,
    DETERMINERS,
    PERSON_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SEAT,
    TIMES,
)

# Words that name no one. Alone they are no source, whatever verb follows.
_NO_ONE = frozenset(
    "nobody nothing none noone which what that this these those one you your there here it's only "
    "still rather just even also something anything everything anyone whatever whoever i'd i’d "
    "words seen asked given based taken put how when where why whose not perhaps maybe indeed then thus".split()
)
_SOME = frozenset("some many most others few both all several them him her women men".split())
# A source that opens with one of these is a negation, a question or a clause.
_NO_OPENING = frozenset(
    "nobody nothing none no neither which what whose how when where why if because as than "
    "whatever whoever not there there's there’s".split()
)
# After these a noun is the object of its phrase and not the subject: "activity in the capital".
_PLAIN_TIMES = TIMES - {"may"}
_JOINING = CONJUNCTIONS - {"who", "once"}
_MAY_SPEAK = PERSON_NOUNS | BODY_NOUNS | PRONOUNS | _SOME
_NO_OBJECTS = PERSON_NOUNS | BODY_NOUNS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
_OBJECT_OF = frozenset("in on at into during over under through across near onto toward".split())
# Plurals that are no one.
# What opens a sentence before its subject. General knowledge of English.
OPENINGS = frozenset(
    "however meanwhile meantime yes no yeah indeed instead overall nonetheless nevertheless otherwise moreover "
    "furthermore besides true granted sure okay ok well oh look listen maybe perhaps then now still "
    "today anyway thus hence therefore again also elsewhere earlier later afterwards".split()
)
_NO_SPEAKERS = frozenset(
    "past things ways terms words parts cases respects points times years months weeks days hours "
    "minutes reasons instances topics issues occasions".split()
)
# Words sent to someone are not his: "the email to reporters indicated".
SENT = frozenset(
    "email emails e-mail letter letters memo note message messages invitation appeal answer reply "
    "response statement speech remarks warning call text filing submission".split()
)
_NOUN_CUES = frozenset(
    "claim claims allegation allegations assertion assertions statement statements remark remarks "
    "comment comments promise promises pledge warning warnings accusation accusations suggestion "
    "denial denials belief criticism argument insistence vow call calls demand demands threat "
    "threats plan plans reply answer complaint complaints".split()
)
# Bodies that speak, without their papers.
_BODIES = BODY_NOUNS - frozenset(
    "statement report study survey poll document complaint indictment lawsuit filing article review "
    "memo release data figures documents records reports studies polls research analysis note list "
    "site website post letter network side force forces house campaign white club channel".split()
)
_OWNS = ("'s", "’s")
_JUDGING = frozenset(
    "false own new latest recent earlier previous repeated initial public early original bold false "
    "alleged strong stark bogus central key main long-held".split()
)
_ASIDES = frozenset((",", "-", "–", "—", "("))
_RELATIVES = frozenset(("which", "who", "as", "whose"))
_ADJECTIVES = frozenset("new recent latest current previous proposed planned key major".split())


_CLAUSES = frozenset("since because although though when while".split())
_PARTICLES = frozenset(("back", "up", "out", "off", "down", "away"))


def source_of(
    document: Document, source: Range, made_before: bool = False, cue: Range | None = None
) -> Range | None:
    """A source without a dateline, stray marks, or the predicate that the tagger took with it.

    `made_before` says that its `cue` follows it.
    """
    start, end = source
    start = max(start, min(document.sentences[document.sentence[end - 1]][0], end - 1))
    while start < end and not document.words[start][0].isalnum():
        start += 1
    closed = next((at for at in range(start, end - 1) if document.words[at] == ")"), -1)
    led = closed >= 0 and document.words[closed + 1][0].isupper()
    if led and "(" not in document.words[start:closed]:
        start = closed + 1  # "(VESNA) Governor Ada Brill"
    caption = next((at for at in range(start, end - 1) if document.lower[at] == "caption"), -1)
    if caption >= 0 and document.words[caption + 1][0].isupper():
        start = caption + 1  # "Media caption Ada Brill: “...”"
    if (
        end - start > 1
        and document.lower[start] in ("who", "whom", "which", "what", "that")
        and (document.lower[start + 1] in DETERMINERS or document.words[start + 1][0].isupper())
    ):
        start += 1  # "who the authors said wants"
    if document.lower[start : start + 1] in (["there"], ["there's"], ["there’s"]):
        at = start + 1 + (document.words[start + 1 : start + 2] in (["'s"], ["’s"]))
        if at < end and document.words[at][0].isupper():
            start = at  # "There's Ada Brill, who says"
    while end - 1 > start and document.lower[end - 1] in _PLAIN_TIMES:
        if document.words[end - 1][0].isupper() and document.words[end - 2] in _OWNS:
            break  # "the Rowers' March"
        end -= 1
    for at in range(start + 1, end - 1):
        if document.words[at] in _ASIDES and document.lower[at + 1] in _RELATIVES:
            if document.words[at] not in document.words[at + 1 : end]:
                end = at  # "The port, which has for years"
            break
    commas = [at for at in range(start, end) if document.words[at] == ","]
    joined = len(commas) == 1 and document.lower[commas[0] + 1 : commas[0] + 2] == ["and"]
    if joined and commas[0] + 2 < end:
        start = commas[0] + 2  # "to address Congress, and Mr. Lind said"
    while (
        end - 1 > start
        and document.words[end - 1][0].islower()
        and (
            sources.is_adverb(document.lower[end - 1])
            or document.lower[end - 1] in ("himself", "herself", "themselves", "itself", "not")
        )
    ):
        end -= 1
    if (
        end - 2 > start
        and document.lower[end - 1].endswith("ed")
        and document.words[end - 1][0].islower()
        and document.lower[end - 2] in ("himself", "herself", "themselves", "itself")
    ):
        end -= 2  # "The mayor himself joined"
    while end - 1 > start and document.lower[end - 1] == "alone":
        end -= 1  # "he alone"
    named = _described(document, start)
    if named is not None:
        return named
    for at in range(end - 2, start, -1):
        if document.lower[at] == "that" and document.words[at - 1][0].islower():
            start = at + 1  # "A survey finds that 25 percent"
            break
    for at in range(end - 2, start, -1):
        led = document.lower[at + 1] in DETERMINERS or document.words[at + 1][0].isupper()
        if document.lower[at] in _CLAUSES and led and document.outside(at):
            start = at + 1  # "an eye on Orsk since | a harbour report"
            break
    for at in range(start + 1, end):
        if clauses.speech_form(document, at, ("past", "s")) and document.words[at - 1][0].isupper():
            owner = end < document.size and document.words[end] in ("'s", "’s")
            if owner and at + 1 < end and document.words[at + 1][0].isupper():
                start = at + 1  # "Petrell denied Orsk's claim": Orsk's
                continue
            end = at
            break
        lower = document.lower[at]
        if (
            lower.endswith("ed")
            and len(lower) > 4
            and document.words[at][0].islower()
            and lower not in DESCRIBING
            and document.lower[at - 1] not in DETERMINERS
            and (
                document.lower[at + 1] in PREPOSITIONS | _PARTICLES
                if at + 1 < end
                else document.words[at - 1][0].isupper() and made_before
            )
            and "," not in document.words[start:at]
            and "who" not in document.lower[start:at]
        ):
            end = at
            break
    if start >= end:
        return None
    if end < document.size and document.lower[end] in _NOUN_CUES:
        sign = next((at for at in range(start + 1, end) if document.words[at] in _OWNS), end)
        if sign < end and all(_adjective(document, at) for at in range(sign + 1, end)):
            end = sign  # "Lind's false claims"
    start, end = noun_phrase(document, (start, end))
    while end - 1 > start and document.lower[end - 1] in HANGING:
        end -= 1
    if start >= end:
        return None
    if document.lower[start] == "even" and end - start > 1 and document.words[start + 1].istitle():
        start += 1  # "even Ada Brill"
    if end - start == 2 and document.lower[start : start + 2] == ["all", "i"]:
        start += 1  # "All I can say"
    return source_edges.mended(document, whole_sources.whole(document, (start, end), cue), cue)


def of_participle(document: Document, made: Draft) -> Range | None:
    """The sentence's subject for a participle of speech or a second verb.

    "uses the name in saying that", "set the fee on Monday and ordered".
    """
    if made.cue is None or made.kind != "S" or made.anchor < 0:
        return None
    before = document.words[made.cue[0] - 1]
    if document.lower[made.anchor].endswith("ing"):
        if before not in ("in", "by", ",", "–", "—"):
            return None
    elif before not in ("and", "but") or not document.outside(made.cue[0]):
        return None
    joined = before in ("and", "but")
    first, last = document.sentences[document.sentence[made.anchor]]
    if made.cue[0] - first < 2 or not document.outside(first):
        return None
    found = around.subject(document, first, made.cue[0], last)
    if found is None or found[1] > made.cue[0]:
        return None
    start, end = found
    if joined and document.lower[end] in BE - {"got", "get", "gets"}:
        return None  # "Brill was held and accused of lies": no words of his
    if document.words[start][0].isupper() and document.lower[start] not in DETERMINERS:
        # A verb that no table knows is no part of a name: "Orsk invokes".
        stop = next((at for at in range(start, end) if document.words[at][0].islower()), end)
        end = end if document.lower[stop : stop + 1] in (["of"], ["and"]) else stop
    elif document.words[made.cue[0] - 1] not in ("in", "by"):
        start, end = noun_phrase(document, (start, end))
        noun = next((at for at in range(start + 1, end) if document.lower[at] in PREPOSITIONS), end)
        head = document.lower[noun - 1]
        if not (head in PRONOUNS or head in PERSON_NOUNS or head in _BODIES or agent(head)):
            return None  # "The attack went on, demanding": no one's words
    return start, end


def _adjective(document: Document, at: int) -> bool:
    lower = document.lower[at]
    return document.words[at].islower() and (
        lower in _JUDGING or lower.endswith(("ed", "less", "ous", "ive", "ful", "able", "ial"))
    )


def _described(document: Document, start: int) -> Range | None:
    """The name that a description follows: "Phil Orsk, a reporter at the paper said"."""
    comma = start - 1
    if start >= document.size:
        return None
    if comma > 3 and document.words[comma] == document.words[comma - 2] == ",":
        comma -= 2 if SEAT.fullmatch(document.words[comma - 1]) else 0  # "Brill, R-Utah,"
    noun = document.lower[start]  # "Lind, head of the guild"
    bare = (
        document.words[start].isalpha()
        and agent(noun)
        and not noun.endswith("s")
        and start + 1 < document.size
        and document.lower[start + 1] in ("of", "for", "at", "with", "in")
    )
    if comma < 2 or document.words[comma] != ",":
        return None
    if not bare and document.lower[start] not in ("a", "an", "the"):
        return None
    at = comma
    while at > 0 and document.words[at - 1][0].isupper() and document.outside(at - 1):
        at -= 1
    if bare and document.words[start][0].isupper() and at < comma and document.lower[at] == "as":
        at += 1  # "As Ada Brill, President of the guild told"
    first = document.sentences[document.sentence[start]][0]
    if bare and any(document.lower[near] in TIMES | PREPOSITIONS for near in range(at, comma)):
        return None
    led = at == first or document.is_mark[at - 1] or document.words[at - 1] == ","
    if document.words[start][0].isupper():
        led = at > first and document.lower[at - 1] == "as"
    return (at, comma) if led and 2 <= comma - at <= 4 and at >= first else None


_MARKS = frozenset("|:;")
# The verb of another clause inside a source: "whom Lind and Orsk believe".
_BELIEVE = frozenset("believe think say want hope believes thinks".split())


def speaks(document: Document, source: Range, made: Draft) -> bool:
    """Whether a noun phrase can be the source of words at all."""
    start, end = source
    lower, words = document.lower, document.words
    first = document.sentences[document.sentence[start]][0]
    if end - start == 1:
        alone = lower[start]
        if alone in _PLAIN_TIMES or alone.startswith(
            ("who'", "who’", "i'", "i’", "we'", "we’", "you'", "you’")
        ):
            return False
        if alone in OPENINGS and (start == first or words[end : end + 1] == [","]):
            return False  # "Meanwhile, two guilds announced", "Yes, the town says"
        if words[start].count(".") > 1 and start > first and words[start - 1] == ",":
            return False  # "a paper in Dorsel, N.C., announced"
        if alone in _NO_ONE or alone in PREPOSITIONS or alone in _JOINING:
            return alone == "one" and made.cue is not None and not _generic(document, made)
        verb = words[start].islower() and alone.endswith("s") and alone not in _MAY_SPEAK
        if verb and start > first and lower[start - 1] in ("it", "this") and not people(alone):
            return False  # "It | helps explain"
        if words[start][0].islower() and (
            alone in ADVERBS or alone.endswith("ing") or sources.is_adverb(alone)
        ):
            return alone in ("both", "all")
        if words[start][0].islower() and not alone.endswith("s") and alone not in _MAY_SPEAK:
            return False  # "the towns we follow have endorsed": a verb or a thing
    if lower[start] in _NO_OPENING or lower[end - 1] in _ADJECTIVES:
        return False
    if words[end - 1].islower() and lower[end - 1] in _NO_SPEAKERS:
        return False  # "which among other things described"
    anyone = start > first and lower[start - 1] in ("those", "anyone", "anybody", "everyone")
    if lower[start] == "who" and anyone and not made.regions:
        return False  # "those who think so are wrong"
    if start > first and lower[start - 1] in ("not", "no", "than"):
        return False  # "not one senator said"
    joined = words[start + 1 : start + 2] == ["&"]  # "AT&T"
    if (
        lower[start] in PREPOSITIONS
        and (words[start][0].islower() or start == first)
        and not joined
    ):
        return False
    if start - 2 >= first and lower[start - 1] == "to" and lower[start - 2] in SENT:
        return False
    if not any(any(char.isalpha() for char in words[at]) for at in range(start, end)):
        return False
    if not _MARKS.isdisjoint(words[start:end]) or not _BELIEVE.isdisjoint(lower[start + 1 : end]):
        return False
    return not (
        made.cue is not None
        and made.kind != "P"
        and made.cue[0] >= end
        and words[end] not in ("'s", "’s")
        and start - 2 >= first
        and lower[start - 1] in _OBJECT_OF
        and words[start - 2][0].islower()
        and words[start - 2][0].isalpha()
        and lower[start - 2] not in _NO_OBJECTS
        and lower[end - 1] not in PERSON_NOUNS
    )


def _generic(document: Document, made: Draft) -> bool:
    """ "one" that means anybody: in a modal group ("one might say") or before "will"."""
    assert made.cue is not None
    return any(
        document.lower[at] in ("can", "could", "may", "might", "must", "should", "would", "will")
        for at in range(*made.cue)
    )
