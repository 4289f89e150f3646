"""Where a source begins and ends: without the time before it, with the list that it closes."""

from __future__ import annotations

from rashomon.statements import around, clauses, source_heads, sources
from rashomon.statements.document import Document, Range
from rashomon.statements.predicates import is_past
from rashomon.statements.traits import agent, people
from rashomon.statements.words import (
    ADVERBS,
    BODY_NOUNS,
    COMMON_VERBS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    PERSON_NOUNS,
    PLAIN_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)

_PLAIN_TIMES = TIMES - {"may"}
_LEADING = frozenset("early late earlier later last this next".split())
_TIMED = TIMES | DETERMINERS | frozenset(("soon", "shortly", "instead", "on", "in"))
_SPELLS = frozenset("hours days weeks months years decades minutes".split())
_NO_SUBJECTS = frozenset("soon shortly instead".split())
_BARE = frozenset("the a an this that his her its their one".split())
_ABBREVIATED = frozenset(("U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "US", "UK", "EU", "UN"))
_BARS = ("|", "/")
_SHARES = frozenset("two three four five six seven eight nine ten".split())
_SEVERAL = frozenset(("others", "some", "many", "more", "staff", "police"))
# Verbs that look like plurals of people.
_VERBS = frozenset(
    "lingers offers orders considers remembers delivers covers differs suffers enters triggers "
    "matters monitors favors favours honors honours answers powers hovers recovers gathers".split()
)
_LED = frozenset(
    "finally yes no oh well meanwhile however still indeed also now then again".split()
)
_ADVERBS = frozenset("still however meanwhile today yesterday publicly instead overall".split())
_QUANTIFIERS = frozenset("every each the all both any its their his her".split())
# What somebody says: "his answer" is no other source than he.
_WORDS_OF = frozenset(
    "answer reply response claim comment comments remark remarks statement message point argument "
    "question advice conclusion verdict hope fear view reason goal mission plan".split()
)
# Tokens of a noun phrase that its article stands before, and of a list of names.
LONGEST_NOUN = 6
LONGEST_LIST = 60


def mended(document: Document, source: Range, cue: Range | None) -> Range | None:
    """`source` as far as its noun phrase goes; None where its article leads to no noun.

    `cue` is that of its statement, before or after it.
    """
    if cue is None or not document.outside(source[0]):
        return source
    lower, words = document.lower, document.words
    start, end = source
    before = cue[0] >= end
    if end - start == 1 and lower[start] in _BARE:
        return _with_noun(document, source, cue, before)
    if words[end - 1] in _ABBREVIATED:
        source = _with_plural(document, source, cue)
    previous = lower[start - 1] if start else ""
    if previous in _BARS or words[end : end + 1] in (["|"], ["/"]):
        source = _barred(document, source)
    if before:
        # Each is asked only where a sign of it stands.
        if previous in ("'s", "’s"):
            source = _owner(document, source)
        if lower[start].endswith("ing") and words[start].islower():
            source = _whose_deed(document, source, cue)
        if previous in ("as", "including", "like"):
            source = source_heads.example(document, source)
        if lower[end - 1] in ("comes", "came"):
            source = source_heads.without_coming(document, source)
        if previous in PREPOSITIONS:
            source = source_heads.run_by(document, source_heads.paper(document, source, cue), cue)
        if words[source[0] + 1] == "," and source[1] - source[0] > 2 and lower[source[0]] in _LED:
            source = source[0] + 2, source[1]  # "Yes, the tale goes on to say"
            if lower[source[0]] in PREPOSITIONS and "," in words[slice(*source)]:
                source = words.index(",", source[0]) + 1, source[1]  # "Finally, in May, Lind"
        if end - start > 6:
            source = _without_deed(document, source)
        source = _behind_opening(document, source, cue)
        if lower[source[0]] in _TIMED or lower[source[0]].isdigit():
            source = _without_time(document, source, cue)
        if previous in ("and", "so"):
            source = _joined(document, source)
    if previous == "in":
        source = _of_share(document, source)
    return source_heads.familiar(document, source) if previous in ("with", "to", "on") else source


def _with_noun(document: Document, source: Range, cue: Range, before: bool) -> Range | None:
    """ "The weary pilot" where "The" alone was taken for the one who said."""
    start, end = source
    last = document.sentences[document.sentence[start]][1]
    if not before:
        found = sources.after(document, end, last) if end < last else None
        plain = found is not None and document.words[end][0].islower()
        return (start, found[1]) if found is not None and plain else source
    if document.lower[start] == "one":
        return source
    owned = document.lower[start] not in ("the", "a", "an", "this", "that")
    if cue[0] == end:
        # "their stated aim": the cue describes a noun.
        noun = cue[1] < last and document.words[cue[1]].islower()
        noun = noun and document.lower[cue[1]] not in (
            DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS
        )
        return None if noun and document.lower[start] not in ("this", "that", "her") else source
    inner = range(end, cue[0])
    noun_ = document.lower[cue[0] - 1]
    if len(inner) > LONGEST_NOUN or noun_ in _WORDS_OF:
        return source
    if owned and not (noun_ in PERSON_NOUNS | BODY_NOUNS or agent(noun_) or people(noun_)):
        return source  # "her loud | criticism": hers
    for at in inner:
        if not document.words[at].replace("-", "").isalpha() or not document.outside(at):
            return source
        if document.lower[at] in PREPOSITIONS | CONJUNCTIONS | PLAIN_VERBS | PRONOUNS:
            return source
    while cue[0] - 1 > start and document.lower[inner[-1]] in ADVERBS:
        inner = range(inner[0], inner[-1])
        if not inner:
            return source
    return start, inner[-1] + 1


def _with_plural(document: Document, source: Range, cue: Range) -> Range:
    """ "Pilots from U.S. | ports", where a full stop was taken for the end."""
    start, end = source
    if end >= document.size or document.words[end - 1] not in _ABBREVIATED or end - start < 2:
        return source
    word, lower = document.words[end], document.lower[end]
    noun = lower in BODY_NOUNS | PERSON_NOUNS or (lower.endswith("s") and len(lower) > 3)
    if not word.isalpha() or not word.islower() or not noun or cue[0] == end:
        return source
    if lower in COMMON_VERBS or clauses.speech_form(document, end, ("past", "s")):
        return source
    return start, end + 1


def _barred(document: Document, source: Range) -> Range:
    """ "the HARK|Vesna data" and "the Courier/Vesna poll", of which a half was taken."""
    start, end = source
    starts, ends, words = document.starts, document.ends, document.words
    grown = end
    while (
        grown + 1 < document.size
        and words[grown] in _BARS
        and words[grown + 1][0].isupper()
        and starts[grown] == ends[grown - 1]
        and starts[grown + 1] == ends[grown]
    ):
        grown += 2
    if grown > end:
        if words[grown : grown + 1] == ["&"] and words[grown + 1 : grown + 2]:
            grown += 2  # "the Vesna/Lind & Brill poll"
        while grown < document.size and document.lower[grown] in BODY_NOUNS:
            grown += 1
        return start, grown
    if start > 1 and words[start - 1] in _BARS and starts[start] == ends[start - 1]:
        if ends[start - 2] != starts[start - 1] or document.lower[end - 1] not in BODY_NOUNS:
            return source
        start -= 2
        while start > 0 and words[start - 1][0].isupper() and words[start - 1].isalpha():
            start -= 1
        return start, end
    return source


def _without_time(document: Document, source: Range, cue: Range) -> Range:
    """ "Bo Lind" of "Early on Monday Bo Lind" and "Earlier Monday, Bo Lind"."""
    start, end = source
    lower = document.lower
    at = start
    while at < end and (
        lower[at] in _PLAIN_TIMES
        or (at + 1 < end and lower[at] in ("on", "in") and lower[at + 1] in DAYS)
        or (at > start and lower[at].isdigit() and lower[at - 1] in DAYS)
    ):
        at += 1
    spell = next((near for near in range(start, min(end, start + 4)) if lower[near] in _SPELLS), 0)
    if spell and spell + 1 < end and at <= spell and _lasting(document, start, spell):
        noun = lower[spell + 1]
        if people(noun) or agent(noun) or document.words[spell + 1][0].isupper():
            return spell + 1, end
    leading = at - start >= 2 and lower[start] in _LEADING
    first = document.sentences[document.sentence[start]][0]
    if at == end and (leading or lower[start] in DAYS) and start == first:
        return _after_comma(document, end, cue) or source
    if start == first and lower[start] in _NO_SUBJECTS and lower[start + 1] in PREPOSITIONS:
        return _after_comma(document, end, cue) or source
    if not leading or at >= end or document.words[at] in ("'s", "’s"):
        return source
    named = document.words[at][0].isupper() or lower[at] in DETERMINERS
    return (at, end) if named or people(lower[at]) else source


def _lasting(document: Document, start: int, spell: int) -> bool:
    """Whether a spell of time stands alone: "for the last | several weeks", "two days later"."""
    lower = document.lower
    counted = all(lower[at] in DETERMINERS or lower[at].isdigit() for at in range(start, spell))
    before = lower[max(0, start - 2) : start]
    led = bool({"last", "past", "for", "recent", "previous", "over", "in"} & set(before))
    return counted and led and (spell > start or "last" in before or "past" in before)


def _after_comma(document: Document, end: int, cue: Range) -> Range | None:
    """The subject of "Earlier Monday, | the mayor said": up to its verb."""
    comma = next((at for at in range(end, cue[0]) if document.words[at] == ","), cue[0])
    if comma + 1 >= cue[0] or not document.outside(comma):
        return None
    if comma > end and document.lower[end] not in PREPOSITIONS:
        return None
    found = sources.after(document, comma + 1, cue[0])
    if found is None:
        return None
    stop = next((at for at in range(found[0] + 1, found[1]) if _verb(document, at)), found[1])
    while stop - 1 > found[0] and sources.is_adverb(document.lower[stop - 1]):
        stop -= 1
    return found[0], stop


def _verb(document: Document, at: int) -> bool:
    """Whether a word after another one of a noun phrase is rather the verb of its clause."""
    if not document.words[at].islower():
        return False
    past = is_past(document, at) and document.lower[at - 1] not in DETERMINERS
    past = past or (document.lower[at].endswith("ed") and document.words[at - 1][0].isupper())
    return past or clauses.speech_form(document, at, ("past", "s"))


def _behind_opening(document: Document, source: Range, cue: Range) -> Range:
    """The subject of "Through the | firm Vesna Yard, the Linds told" and "Instead, the mayor"."""
    start, end = source
    first = document.sentences[document.sentence[start]][0]
    if start - first > 2:
        return source
    opening = document.lower[first]
    if opening not in PREPOSITIONS and opening not in _NO_SUBJECTS:
        return source
    if any(document.lower[at] not in PREPOSITIONS | DETERMINERS for at in range(first + 1, start)):
        return source
    if start > first and opening not in PREPOSITIONS:
        return source
    commas = [at for at in range(start, end) if document.words[at] == ","]
    if not commas and start == first and opening in _NO_SUBJECTS and end < cue[0]:
        past = document.words[end] == ","
        return (_after_comma(document, end, cue) or source) if past else source
    if len(commas) != 1 or commas[0] + 1 >= end or commas[0] == start + 1 == first + 2:
        return source
    at = commas[0] + 1
    apposed = document.lower[at] in ("the", "a", "an") and document.words[at + 1][0].islower()
    named = all(document.words[near][0].isupper() for near in range(start, at - 1))
    if opening == "as" or (apposed and named and opening in PREPOSITIONS):
        return source  # "As Bo Lind, the mayor of Dorsel, has said"
    named = document.words[at][0].isupper() or document.lower[at] in DETERMINERS
    return (at, end) if named else source


def _joined(document: Document, source: Range) -> Range:
    """The whole of "Lind and | others", "every clerk and | pilot", "A, B and so | many others"."""
    start, end = source
    lower = document.lower
    first = document.sentences[document.sentence[start]][0]
    floor = around.floor(document, start, first)
    joint = start - 1
    if joint > floor and lower[joint] == "so" and lower[joint - 1] == "and":
        joint -= 1
    if joint <= floor or lower[joint] != "and":
        return source
    noun = next((at for at in range(start + 1, end) if lower[at] in PREPOSITIONS), end) - 1
    if end - start == 1 and agent(lower[start]) and not lower[start].endswith("s"):
        return _every(document, floor, joint, end) or source
    bodies = lower[noun] in BODY_NOUNS and lower[joint - 1] in BODY_NOUNS
    several = bodies or people(lower[noun]) or lower[noun] in _SEVERAL
    several = several or (lower[noun] in PERSON_NOUNS and lower[noun].endswith("s"))
    if not several or document.words[start][0].isupper():
        return source
    if (begin := _list(document, floor, joint)) is not None:
        return begin, end
    if document.words[joint - 1] == ",":
        return source
    left = sources.before(document, joint, floor)
    if left is None or left[1] != joint:
        return source
    opens = left[0] == floor or lower[left[0] - 1] in source_heads.OPENING
    head = lower[joint - 1]
    some = document.words[joint - 1][0].isupper() or head in ("he", "she", "they", "we")
    some = some or bodies or head in _SEVERAL or (people(head) and head not in _VERBS)
    if not opens or not some:
        return source
    return (
        source if any(_verb(document, at) for at in range(left[0] + 1, joint)) else (left[0], end)
    )


def _every(document: Document, floor: int, joint: int, end: int) -> Range | None:
    """The whole of "every clerk and | pilot"."""
    for at in range(joint - 1, max(floor, joint - LONGEST_NOUN - 2) - 1, -1):
        lower = document.lower[at]
        if lower in _QUANTIFIERS:
            opens = at == floor or document.lower[at - 1] in source_heads.OPENING
            return (at, end) if opens else None
        plain = document.words[at].isalpha() and document.outside(at)
        if not plain or lower in PLAIN_VERBS | PREPOSITIONS or _verb(document, at):
            return None
    return None


def _list(document: Document, floor: int, joint: int) -> int | None:
    """The start of a list of three or more that "and" closes, if its clause begins with it."""
    words, lower = document.words, document.lower
    at = joint
    while at > max(floor, joint - LONGEST_LIST) and _listed(document, at - 1):
        at -= 1
    if at < joint and (lower[at] in ADVERBS | _ADVERBS or sources.is_adverb(lower[at])):
        at += 1 + (words[at + 1] == ",")  # "Still, Lind, Brill and others"
    if at >= joint or not words[at][0].isalnum():
        return None
    ends = [near - 1 for near in range(at, joint + 1) if words[near] == "," or near == joint]
    ends = [near for near in ends if words[near] != ","]
    if len(ends) < 2 or not (at == floor or lower[at - 1] in source_heads.OPENING - {","}):
        return None
    several = all(words[near][0].isupper() or lower[near].endswith("s") for near in ends)
    return at if several and not any(lower[near] in _VERBS for near in ends) else None


def _listed(document: Document, at: int) -> bool:
    """Whether a token may stand in a list of people: a name, a noun, a comma."""
    word, lower = document.words[at], document.lower[at]
    if not document.outside(at):
        return False
    if word in (",", "&") or lower in ("and", "of", "the", "an", "a", "former"):
        return True
    if not word.replace("-", "").replace(".", "").replace("’", "").replace("'", "").isalpha():
        return False
    if lower in PREPOSITIONS | CONJUNCTIONS | PRONOUNS | TIMES:
        return False
    return word[0].isupper() or not (lower in PLAIN_VERBS or _verb(document, at))


def _without_deed(document: Document, source: Range) -> Range:
    """ "The rowers" of "The rowers, including Bo Lind, | issued a note"."""
    start, end = source
    commas = [at for at in range(start + 1, end - 1) if document.words[at] == ","]
    if len(commas) < 2 or document.lower[commas[0] + 1] not in ("including", "such", "among"):
        return source
    last = commas[-1]
    past = document.lower[last + 1].endswith("ed") and document.words[last + 1].islower()
    return (start, commas[0]) if past else source


def _owner(document: Document, source: Range) -> Range:
    """The whole of "The founder of the isle's | oldest inn"."""
    first = document.sentences[document.sentence[source[0]]][0]
    found = sources.before(document, source[1], around.floor(document, source[0], first))
    if found is not None and document.words[found[0]] in ("'s", "’s"):
        return source  # "Friday's | report"
    return found if found is not None and found[0] < source[0] and found[1] == source[1] else source


def _whose_deed(document: Document, source: Range, cue: Range) -> Range:
    """Lind of "Bo Lind, speaking after | landing at the quay, likened"."""
    start, end = source
    after = document.lower[start + 1] if end - start > 1 else ""
    if after not in PREPOSITIONS or document.lower[start - 1] not in PREPOSITIONS:
        return source
    first, last = document.sentences[document.sentence[start]]
    found = around.subject(document, first, cue[0], last)
    return found if found is not None and found[1] <= start else source


def _of_share(document: Document, source: Range) -> Range:
    """ "Six in | 10 pilots": those, and not ten of them."""
    start, end = source
    lower = document.lower
    if start < 2 or lower[start - 1] != "in" or end - start < 2:
        return source
    counted = lower[start].isdigit() or lower[start] in _SHARES
    share = lower[start - 2].isdigit() or lower[start - 2] in _SHARES | {"one"}
    return (start - 2, end) if counted and share else source
