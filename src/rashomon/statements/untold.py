"""Frames in which a verb of speech tells of no words: purposes, mere possibilities, things that act."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.statements import clauses, things
from rashomon.statements.document import Document
from rashomon.statements.drafts import Draft
from rashomon.statements.lexicon import forms
from rashomon.statements.words import (
    AUXILIARIES,
    BE,
    BODY_NOUNS,
    CLAUSE_STARTERS,
    NEGATIONS,
    PERSON_NOUNS,
    PRONOUNS,
)

_MODALS = frozenset(("would", "could", "might", "should"))
_LETTING = frozenset(("let", "make", "help", "have", "see", "ensure"))
_PARTICLES = frozenset("out off up back in away".split())
_ABOUT = frozenset(("talk about", "talk of", "speak about", "speak of", "touch on", "talk up"))


def is_untold(document: Document, made: Draft) -> bool:
    """Whether a cue tells of no words by the frame it stands in; quotations always tell."""
    if made.cue is None or made.kind == "P" or made.anchor < 0:
        return False
    if (
        _about(document, made)
        or _sought(document, made)
        or _adverb_speaks(document, made)
        or _noun_of(document, made)
        or _by_ending(document, made)
    ):
        return True
    if made.regions:
        return False
    for rule in _BY_LEMMA.get(made.lemma, ()):
        if rule(document, made):
            return True
    return any(rule(document, made) for rule in RULES)


def _about(document: Document, made: Draft) -> bool:
    """ "were talking about a slogan": what was talked about, and not what was said."""
    start = made.content[0][0]
    if made.lemma not in _ABOUT or start < made.anchor:
        return False
    if document.region[start] >= 0 or document.is_mark[start]:
        return False
    return document.lower[start] not in CLAUSE_STARTERS


def _itself(document: Document, made: Draft) -> bool:
    """ "asserts itself", "promised each other": nothing is told."""
    start = made.content[0][0]
    if start < made.anchor:
        return False
    if document.lower[start : start + 2] == ["each", "other"]:
        return True
    reflexive = document.lower[start] in ("itself", "themselves", "himself", "herself")
    return reflexive and made.lemma in ("assert", "prove", "show", "reveal")


def _noun_before_verb(document: Document, made: Draft) -> bool:
    """ "gay rights advocates called the ruling": a noun, and the verb follows it."""
    assert made.cue is not None
    start = made.content[0][0]
    if start != made.cue[1] or made.cue[0] != made.anchor or made.plain:
        return False
    entries = [cue for cue in forms().get(document.lower[made.anchor], ()) if not cue.rest]
    if not any(cue.form in ("base", "s") for cue in entries):
        return False
    return document.words[start][0].islower() and clauses.speech_form(document, start, ("past",))


_DUTIES = frozenset(
    "duty right chance chances opportunity obligation need reason way ways ability power time "
    "responsibility compulsion urge temptation readiness job task effort efforts attempt attempts permission freedom".split()
)


def _dutiful(document: Document, made: Draft) -> bool:
    """ "have a duty to remind", "the right to say": nobody has yet."""
    assert made.cue is not None
    at = made.cue[0]
    return at > 1 and document.lower[at - 1] == "to" and document.lower[at - 2] in _DUTIES


def _turned(document: Document, made: Draft) -> bool:
    """ "..., why shouldn't they believe it?": a question of the outlet's."""
    source = made.source
    if source is None or source[0] < 1:
        return False
    last = document.sentences[document.sentence[source[0]]][1]
    before = document.lower[source[0] - 1]
    asked = document.words[last - 1] == "?" and document.outside(last - 1)
    return asked and before in AUXILIARIES and before not in ("'s", "’s")


def _sought(document: Document, made: Draft) -> bool:
    """ "sought consent to pass a bill", "called on members for their thoughts": deeds."""
    start = made.content[0][0]
    if start < made.anchor or document.region[start] >= 0 or document.is_mark[start]:
        return False
    if made.lemma == "seek":
        return True
    if made.lemma in ("call on", "call upon"):
        return "to" not in document.lower[start : made.content[0][1]]
    return False


_CLAIMS = frozenset("concerns claims fears hopes demands calls criticism complaints".split())
_OF_A_PEOPLE = ("ic", "ican", "ian", "ish", "ese", "eral", "ative")


def _noun_of(document: Document, made: Draft) -> bool:
    """ "Democratic concerns that": an adjective names no one."""
    source = made.source
    if source is None or document.lower[made.anchor] not in _CLAIMS or source[1] - source[0] > 1:
        return False
    return source[1] == made.anchor and document.lower[source[0]].endswith(_OF_A_PEOPLE)


def _shows(document: Document, made: Draft) -> bool:
    """ "it's showing them": a doing that goes on; "didn't estimate how many"."""
    assert made.cue is not None
    group = document.lower[made.cue[0] : made.anchor]
    if made.lemma in ("show", "prove", "demonstrate"):
        return document.lower[made.anchor].endswith("ing") and any(word in BE for word in group)
    return made.lemma == "estimate" and any(word in NEGATIONS for word in group)


_ADVERBIAL = ("stly", "tly", "edly", "ously", "ally", "ingly", "ably", "ively", "fully")


def _adverb_speaks(document: Document, made: Draft) -> bool:
    """ "Dishonestly called": an adverb, and no name."""
    source = made.source
    if source is None or source[1] - source[0] > 1:
        return False
    return document.lower[source[0]].endswith(_ADVERBIAL) and len(document.lower[source[0]]) > 6


def _answers(document: Document, made: Draft) -> bool:
    """ "replied to a barrage of letters": that there was an answer, and not what it was."""
    start = made.content[0][0]
    if made.lemma not in ("respond", "reply", "react", "answer") or start < made.anchor:
        return False
    return "to" in (document.lower[start - 1], document.lower[start]) and document.outside(start)


def _name(document: Document, made: Draft) -> bool:
    """ "the Fallen Order": a capital inside a sentence is a name's."""
    at = made.anchor
    if not document.words[at][0].isupper() or document.words[at].isupper():
        return False
    before = document.words[at - 1] if at else ""
    first = document.sentences[document.sentence[at]][0]
    return at > first and before[-1:].isalnum() and before[0].isupper()


def _of_noun(document: Document, made: Draft) -> bool:
    """ "efforts to persuade voters": the infinitive belongs to the noun."""
    assert made.cue is not None
    source = made.source
    at = made.cue[0]
    if source is None or document.lower[at - 1] != "to" or source[1] != at - 1:
        return False
    first = document.sentences[document.sentence[at]][0]
    return document.words[source[1] - 1][0].islower() or source[1] - 1 == first


def _only_possible(document: Document, made: Draft) -> bool:
    """ "it would let them argue", "he would spend a day saying": nobody has said it."""
    assert made.cue is not None
    at = made.cue[0]
    source = made.source
    let = source is not None and source[0] > 0 and document.lower[source[0] - 1] in _LETTING
    if not (let or document.lower[at - 1] == "to" or document.lower[made.anchor].endswith("ing")):
        return False
    first = document.sentences[document.sentence[at]][0]
    for near in range(at - 1, first - 1, -1):
        if document.words[near] in (",", ";", ":", "—", "–") or not document.outside(near):
            return False
        if clauses.speech_form(document, near, ("past", "s")):
            return False
        if document.lower[near] in _MODALS:
            return True
    return False


def _not_refused(document: Document, made: Draft) -> bool:
    """ "did not refuse to answer": neither a refusal nor words."""
    assert made.cue is not None
    if made.lemma not in ("refuse", "decline"):
        return False
    group = document.lower[made.cue[0] : made.anchor]
    return any(word in NEGATIONS for word in group)


def _still_to_come(document: Document, made: Draft) -> bool:
    """ "will blame the others": a forecast of the outlet's, and no clause is told."""
    assert made.cue is not None
    group = document.lower[made.cue[0] : made.anchor]
    if "will" not in group or made.plain or made.kind != "S":
        return False
    start = made.content[0][0]
    return document.lower[start] not in CLAUSE_STARTERS and document.lower[start - 1] != "that"


def _describes_source(document: Document, made: Draft) -> bool:
    """ "an article announcing his return": a participle that describes what stands before it."""
    assert made.cue is not None
    source = made.source
    if source is None or source[1] != made.cue[0] or made.cue[0] != made.anchor:
        return False
    if not document.lower[made.anchor].endswith("ing") or made.plain:
        return False
    start, end = made.content[0]
    if document.lower[start - 1] == "that" or document.lower[max(0, source[0] - 1)] == "with":
        return False
    words = document.lower[start:end]
    return not ({"to", "that", "as"} & set(words) or clauses.verb_inside(document, start, end))


def _someone_quoted(document: Document, made: Draft) -> bool:
    """ "quoted a song", "called him out", "talked about the road": no words are told."""
    start = made.content[0][0]
    if start <= made.anchor:
        return False
    if made.lemma == "quote":
        return "as" not in document.lower[start : made.content[0][1]]
    if made.lemma in _ABOUT:
        return document.lower[start] not in CLAUSE_STARTERS
    if made.lemma == "call":
        return any(
            document.lower[at] in _PARTICLES and document.lower[at - 1] in PRONOUNS | _OBJECTS
            for at in (made.anchor + 1, made.anchor + 2)
            if at < document.size
        )
    return False


_OBJECTS = frozenset("him her them us me it".split())


def _goes_on_after(document: Document, made: Draft) -> bool:
    """ "less than what Lind said, but his number holds": what follows "but" is the outlet's."""
    start = made.content[0][0]
    if made.cue is None or start <= made.cue[1]:
        return False
    return document.lower[start - 1] in ("but", "and", "yet") and document.words[start - 2] == ","


def _announced(document: Document, made: Draft) -> bool:
    """ "explains what happens next:": the words come after the colon."""
    start, end = made.content[0]
    last = document.paragraphs[document.paragraph[end - 1]][1]
    return (
        document.lower[start] in CLAUSE_STARTERS
        and end < last
        and document.words[end] == ":"
        and end + 1 >= last
    )


def _participle_of(document: Document, made: Draft) -> bool:
    """ "half of the studies cited were old": the cue describes the noun before it."""
    assert made.cue is not None
    after = made.cue[1]
    if made.cue[0] != made.anchor or not document.lower[made.anchor].endswith("ed"):
        return False
    return (
        made.content[0][0] >= after
        and after < document.size
        and document.lower[after] in AUXILIARIES - {"'s", "’s", "having"}
        and made.source is not None
        and made.source[1] == made.cue[0]
        and document.words[made.source[1] - 1][0].islower()
        and document.lower[made.source[1] - 1] not in PRONOUNS | PERSON_NOUNS | BODY_NOUNS
    )


def _by_ending(document: Document, made: Draft) -> bool:
    """The rules for participles, each for its own ending."""
    form = document.lower[made.anchor]
    if form.endswith("ed"):
        return _participle_in(document, made)
    return form.endswith("ing") and _obliged(document, made)


def _participle_in(document: Document, made: Draft) -> bool:
    """ "The talks cited in the report were held": the cue describes the noun before it."""
    assert made.cue is not None
    at = made.anchor
    if at + 3 > document.size or document.lower[at + 1] not in ("in", "by", "on"):
        return False
    if made.cue[0] != at:
        return False
    if made.source is None or made.source[1] != at:
        return False
    noun = document.words[at - 1]
    if noun[0].isupper() or noun.lower() in PRONOUNS | PERSON_NOUNS | BODY_NOUNS:
        return False
    for near in range(at + 2, min(at + 8, document.size)):
        if not document.outside(near) or not document.words[near][0].isalnum():
            if document.lower[near] not in ("'s", "’s"):
                return False
        elif document.lower[near] in AUXILIARIES - {"'s", "’s", "having", "being"}:
            return made.content[0][0] > at
    return False


def _obliged(document: Document, made: Draft) -> bool:
    """ "Guests must sign a note, saying they will pay": what they are bound to say."""
    assert made.cue is not None
    source = made.source
    if document.words[made.cue[0] - 1] != ",":
        return False
    if source is None or made.cue[0] <= source[1] or made.regions:
        return False
    return document.lower[source[1]] == "must" or document.lower[source[1] : source[1] + 3] in (
        ["are", "required", "to"],
        ["have", "to", "sign"],
    )


_NOUNS = frozenset(
    "label order brand call view question post note term figure text project estimate rule state "
    "charge plan offer request demand praise signal".split()
)
_PLURAL = frozenset(
    "people men women children police some many others most few both all they we who media staff and "
    "or".split()
)


def _base_of_singular(document: Document, made: Draft) -> bool:
    """ "our white label native ads": a base form after a singular noun is no verb."""
    assert made.cue is not None
    source, at = made.source, made.anchor
    if source is None or source[1] != at or made.cue[0] != at or made.lemma not in _NOUNS:
        return False
    entries = [cue for cue in forms().get(document.lower[at], ()) if cue.lemma == made.lemma]
    if not entries or any(cue.form != "base" for cue in entries):
        return False
    words = document.lower[source[0] : source[1]]
    if document.words[at - 1][0].isupper() or not words[-1].isalpha():
        return False
    return not any(word.endswith("s") or word in _PLURAL for word in words)


# Rules for any cue, and for those of one lemma each.
RULES = (
    _itself,
    _noun_before_verb,
    _dutiful,
    _turned,
    _name,
    _of_noun,
    _only_possible,
    _still_to_come,
    _describes_source,
    _goes_on_after,
    _announced,
    _participle_of,
    things.acts,
)
_BY_LEMMA: dict[str, list[Callable[[Document, Draft], bool]]] = {}
for _rule, _lemmas in (
    (_shows, ("show", "prove", "demonstrate", "estimate")),
    (_answers, ("respond", "reply", "react", "answer")),
    (_not_refused, ("refuse", "decline")),
    (_someone_quoted, ("quote", "call", *sorted(_ABOUT))),
    (things.is_found, ("find", "see", "discover")),
    (things.is_posted, ("refuse", "post", "tweet", "publish", "share", "retweet")),
    (things.is_ruling, ("decline", "refuse")),
    (_base_of_singular, sorted(_NOUNS)),
):
    for _lemma in _lemmas:
        _BY_LEMMA.setdefault(_lemma, []).append(_rule)
