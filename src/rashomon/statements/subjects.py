"""Who can be the source of words: the noun phrase freed of what is not part of it, and judged."""

from __future__ import annotations

from rashomon.statements import around, clauses, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.drafts import Draft
from rashomon.statements.predicates import DESCRIBING, HANGING, noun_phrase
from rashomon.statements.traits import agent
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
    "whatever whoever not".split()
)
# After these a noun is the object of its phrase and not the subject: "activity in the capital".
_OBJECT_OF = frozenset("in on at into during over under through across near onto toward".split())
# Plurals that are no one.
_NO_SPEAKERS = frozenset(
    "things ways terms words parts cases respects points times years months weeks days hours "
    "minutes reasons instances topics issues occasions".split()
)
# Words sent to someone are not his: "the email to reporters indicated".
_SENT = frozenset(
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
_PASSED_ON = frozenset(
    "filed sent submitted addressed delivered released published issued obtained posted seen "
    "reviewed prepared compiled written signed".split()
)
_ASIDES = frozenset((",", "-", "–", "—", "("))
_RELATIVES = frozenset(("which", "who", "as", "whose"))
_ADJECTIVES = frozenset("new recent latest current previous proposed planned key major".split())


_PARTICLES = frozenset(("back", "up", "out", "off", "down", "away"))


def source_of(document: Document, source: Range, made_before: bool = False) -> Range | None:
    """A source without a dateline, stray marks, or the predicate that the tagger took with it.

    `made_before` says that its cue follows it.
    """
    start, end = source
    start = max(start, min(document.sentences[document.sentence[end - 1]][0], end - 1))
    while start < end and not document.words[start][0].isalnum():
        start += 1
    if (
        end - start > 1
        and document.lower[start] in ("who", "whom", "which", "what", "that")
        and (document.lower[start + 1] in DETERMINERS or document.words[start + 1][0].isupper())
    ):
        start += 1  # "who the authors said wants"
    while end - 1 > start and document.lower[end - 1] in TIMES - {"may"}:
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
    if made_before and document.lower[end - 1] in ("who", "which"):
        end -= 1
        if end <= start:
            return source
    while end - 1 > start and document.lower[end - 1] == "alone":
        end -= 1  # "he alone"
    named = _described(document, start)
    if named is not None:
        return named
    for at in range(end - 2, start, -1):
        if document.lower[at] == "that" and document.words[at - 1][0].islower():
            start = at + 1  # "A survey finds that 25 percent"
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
    return start, end


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


def placed(document: Document, source: Range, made: Draft) -> Range:
    """The subject of "In June they called on ..." or ", the firm, which denied"."""
    start, end = source
    first, last = document.sentences[document.sentence[start]]
    if made.cue is None:
        return source
    if made.cue[0] < end:
        return _turned(document, source, made, first, last) or source
    if end < document.size and document.words[end] in ("'s", "’s") and end + 1 < made.cue[0]:
        owned = sources.after(document, start, made.cue[0])
        if owned is not None and (stop := _before_verb(document, end, owned[1])) > end + 1:
            return owned[0], stop  # "Velmark's interior minister"
    if (
        start - 2 >= first
        and document.lower[start - 1] in ("in", "at", "from", "on", "with")
        and document.lower[start - 2] in ("those", "many", "some", "others", "most", "people")
    ):
        return (start - 2, end)  # "those in favour of the ban"
    acting = _acting(document, source, made, first, last)
    if acting is not None:
        return acting
    if not any(clauses.speech_form(document, at, ("past", "s")) for at in range(start, end)):
        filed = _filed(document, start, first)
        if filed is not None:
            return filed
    lower = document.lower[start]
    if lower in PREPOSITIONS and start == first and made.kind != "P":
        found: Range | None = None
        if any(document.words[at] == "," for at in range(start, made.cue[0])):
            found = around.subject(document, first, last, last)
        elif document.lower[end - 1] in PRONOUNS:
            found = (end - 1, end)
        elif end < made.cue[0]:
            found = sources.after(document, end, made.cue[0])
        if found is not None and found[1] <= made.cue[0]:
            return found
    if lower == "which" and end - start == 1 and made.cue[0] == end and start - 1 > first:
        stop = start - 1 if document.words[start - 1] == "," else start
        held = sources.before(document, stop, first)
        if held is not None and (
            document.words[held[1] - 1][0].isupper() or document.lower[held[1] - 1] in BODY_NOUNS
        ):
            return held
    return source


def _acting(document: Document, source: Range, made: Draft, first: int, last: int) -> Range | None:
    """The subject, where an object or a place was taken for it.

    "has imposed a fee of 5% and, last week, threatened", "filed a lawsuit in Orsk arguing".
    """
    assert made.cue is not None
    start, end = source
    if start - 2 < first or made.kind == "P" or not document.outside(start):
        return None
    before = document.lower[start - 1]
    joint = end + 1 if document.words[end] == "," else end
    if document.lower[joint] == "and" and joint < made.cue[0]:
        gap = range(joint + 1, made.cue[0])
        opened = made.cue[0] == joint + 1 or document.words[joint + 1] == ","
        if not opened or len(gap) > 7 or document.words[start][0].isupper():
            return None
        if not (before.endswith("ed") and document.lower[start] in DETERMINERS | {"its", "his"}):
            return None
    elif end == made.cue[0] and document.lower[made.anchor].endswith("ing"):
        placed = before in ("in", "at", "from", "near") and document.words[start][0].isupper()
        owed = document.lower[start - 2] in BODY_NOUNS | _SENT
        if not (placed and owed):
            return None
    else:
        return None
    found = around.subject(document, first, made.cue[0], last)
    if found is None or found[1] >= start:
        return None
    verb = document.lower[found[1]]
    return found if verb in AUXILIARIES or verb.endswith("ed") else None


def _turned(document: Document, source: Range, made: Draft, first: int, last: int) -> Range | None:
    """The subject of "Ada Brill, a keeper who had seen it, said she was tired".

    Read from behind, "said she" has the subject for its content; the content is put right.
    """
    assert made.cue is not None
    content = made.content[0]
    owned = document.lower[source[1] : source[1] + 1]
    clause = bool(owned) and owned[0] in BE - {"'s", "’s", "got", "get", "gets", "being"}
    if (
        not (document.lower[source[0]] in ("he", "she", "they", "it") or clause)
        or made.cue[1] != source[0]
        or not document.outside(content[0])
        or document.is_mark[content[0]]
        or len(made.content) != 1
        or content[1] > made.cue[0]
        or not clauses.speech_form(document, made.cue[1] - 1, ("past", "s"))
    ):
        return None
    subject = sources.after(document, content[0], made.cue[0])
    if subject is None or document.words[subject[1]] not in (",", "(", "–", "—", "-"):
        subject = sources.before(document, made.cue[0], max(first, content[0]))
    if subject is None or subject[1] > made.cue[0]:
        return None
    end = clauses.end_of(document, source[0], around.final(document, last))
    words = document.trim((source[0], end))
    if words is None or words[1] - words[0] < 3:
        return None
    made.content = [words]
    return subject


def _adjective(document: Document, at: int) -> bool:
    lower = document.lower[at]
    return document.words[at].islower() and (
        lower in _JUDGING or lower.endswith(("ed", "less", "ous", "ive", "ful", "able", "ial"))
    )


def _filed(document: Document, start: int, first: int) -> Range | None:
    """ "A complaint filed with the court alleged": the complaint, where the court is the source."""
    at = start - 1
    if at - 2 < first or document.lower[at] not in ("with", "to", "by", "in", "from", "at", "on"):
        return None
    if document.lower[at - 1] not in _PASSED_ON or document.lower[at - 2] not in BODY_NOUNS | _SENT:
        return None
    return sources.before(document, at - 1, first)


def _before_verb(document: Document, start: int, end: int) -> int:
    """The end of an owned noun before its verb: "Velmark's clerks there emailed"."""
    for at in range(start, end):
        lower = document.lower[at]
        if lower in ("there", "here", "then"):
            return at
        if lower.endswith("ed") and document.words[at][0].islower() and lower not in DESCRIBING:
            return at
    return end


def _described(document: Document, start: int) -> Range | None:
    """The name that a description follows: "Phil Orsk, a reporter at the paper said"."""
    comma = start - 1
    if comma < 2 or document.words[comma] != "," or document.lower[start] not in ("a", "an", "the"):
        return None
    at = comma
    while at > 0 and document.words[at - 1][0].isupper() and document.outside(at - 1):
        at -= 1
    first = document.sentences[document.sentence[start]][0]
    led = at == first or document.is_mark[at - 1] or document.words[at - 1] == ","
    return (at, comma) if led and 2 <= comma - at <= 4 and at >= first else None


def speaks(document: Document, source: Range, made: Draft) -> bool:
    """Whether a noun phrase can be the source of words at all."""
    start, end = source
    lower, words = document.lower, document.words
    first = document.sentences[document.sentence[start]][0]
    if end - start == 1:
        alone = lower[start]
        if alone in TIMES - {"may"} or alone.startswith(("i'", "i’", "we'", "we’", "you'", "you’")):
            return False
        if words[start].count(".") > 1 and start > first and words[start - 1] == ",":
            return False  # "a paper in Dorsel, N.C., announced"
        if alone in _NO_ONE or alone in PREPOSITIONS or alone in CONJUNCTIONS - {"who", "once"}:
            return alone == "one" and made.cue is not None and not _generic(document, made)
        if words[start][0].islower() and (
            alone in ADVERBS or alone.endswith("ing") or sources.is_adverb(alone)
        ):
            return alone in ("both", "all")
        if (
            words[start][0].islower()
            and not alone.endswith("s")
            and alone not in PERSON_NOUNS | BODY_NOUNS | PRONOUNS | _SOME
        ):
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
    if lower[start] in PREPOSITIONS and (words[start][0].islower() or start == first):
        return False
    if start - 2 >= first and lower[start - 1] == "to" and lower[start - 2] in _SENT:
        return False
    if not any(any(char.isalpha() for char in words[at]) for at in range(start, end)):
        return False
    if any(words[at] in ("|", ":", ";") for at in range(start, end)):
        return False
    if any(_believes(document, at) for at in range(start + 1, end)):
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
        and lower[start - 2]
        not in PERSON_NOUNS | BODY_NOUNS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
        and lower[end - 1] not in PERSON_NOUNS
    )


def _believes(document: Document, at: int) -> bool:
    """Whether a word inside a source is the verb of another clause: "whom Lind and Orsk believe"."""
    return document.lower[at] in ("believe", "think", "say", "want", "hope", "believes", "thinks")


def _generic(document: Document, made: Draft) -> bool:
    """ "one" that means anybody: in a modal group ("one might say") or before "will"."""
    assert made.cue is not None
    return any(
        document.lower[at] in ("can", "could", "may", "might", "must", "should", "would", "will")
        for at in range(*made.cue)
    )
