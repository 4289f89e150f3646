"""What "the ministry" or "the survey" is short for, and whose name "the lawyer" comes to bear."""

from __future__ import annotations

from rashomon.statements import organisations, sources
from rashomon.statements.context import Context
from rashomon.statements.document import Range
from rashomon.statements.traits import agent, people
from rashomon.statements.words import AUXILIARIES, DETERMINERS, PERSON_NOUNS, PREPOSITIONS, PRONOUNS

_BODIES = frozenset(
    "ministry department committee commission council court board bureau institute university "
    "authority embassy inspectorate tribunal".split()
)
# Papers that news calls by one another's names.
_PAPERS = (frozenset(("survey", "poll")), frozenset(("study", "research", "paper", "analysis")))
# What tells no body from others: "the same ministry".
_NO_KIND = frozenset(
    "same other new whole entire own current former next last first second latest powerful small "
    "big large old respective two three four".split()
)
# How a body gives out a paper of its own.
_ISSUED = frozenset(
    "tweeted sent gave shared provided issued issues released releases published publishes circulated posted made".split()
)
_ADVERBS = frozenset("again also later has then soon quickly since recently".split())
_NOTES = frozenset("statement release communique communiqué".split())
_WRITTEN = _NOTES | frozenset("letter memo email note tweet post filing op-ed editorial".split())
_LEADING = frozenset("a an the his her its their".split())
# Sentences back in which somebody said what the statement goes on with.
SAID_BEFORE = 2
# Tokens from who said it to "in a statement".
BESIDE = 26
# Sentences back in which the longer form stands, and words that it has before its noun.
NEAR = 3
LONGEST = 5
# Sentences ahead in which whoever is described is named.
AHEAD = 2


def longer(context: Context, span: Range) -> str | None:
    """ "the Orskian harbour ministry" for "the ministry", "a new Vesna poll" for "the survey"."""
    document = context.document
    if document.lower[span[1] - 1] in _WRITTEN:
        found = _sayer(context, span)
        if found is not None or document.lower[span[1] - 1] not in _NOTES:
            return found
        return _issuer(context, span)
    if span[1] - span[0] != 2 or document.lower[span[0]] not in ("the", "this"):
        return None
    if (several := _several(context, span)) is not None:
        return several
    noun = document.lower[span[0] + 1]
    if document.words[span[0] + 1][0].isupper():
        return None
    if noun in _BODIES:
        return _body(context, span, noun)
    kinds = next((kinds for kinds in _PAPERS if noun in kinds), None)
    return _paper(context, span, kinds) if kinds is not None else None


def _body(context: Context, span: Range, noun: str) -> str | None:
    """The one longer description with that noun in the sentences before; None where two have it."""
    document = context.document
    number = document.sentence[span[0]]
    found: list[str] = []
    for at in range(document.sentences[max(0, number - NEAR)][0], span[0]):
        if document.lower[at] != noun:
            continue
        start = at
        while start > 0 and at - start < LONGEST and _describes(context, start - 1):
            start -= 1
        led = start > 0 and document.lower[start - 1] in DETERMINERS
        if start == at:
            if led and document.lower[at + 1 : at + 2] != ["of"]:
                continue  # "the ministry", short as here
            return None
        the = led and document.lower[start - 1] == "the"
        named = any(document.words[near][0].isupper() for near in range(start, at))
        if not named and (not the or document.lower[start] in _NO_KIND):
            return None
        text = document.slice((start - the, at + 1))
        if text.lower().removeprefix("the ") not in (
            past.lower().removeprefix("the ") for past in found
        ):
            found.append(text)
    return found[0] if len(found) == 1 else None


def _several(context: Context, span: Range) -> str | None:
    """ "Orsk port lawyers" for "the lawyers", where the sentence before is about them."""
    document = context.document
    noun = document.lower[span[1] - 1]
    number = document.sentence[span[0]]
    if not number or not noun.endswith("s") or not (noun in PERSON_NOUNS or people(noun)):
        return None
    main = context.main(number - 1)
    if main is None or document.lower[main[1] - 1] != noun or main[1] - main[0] > LONGEST + 1:
        return None
    if document.paragraph[span[0]] - document.paragraph[main[0]] > 1:
        return None
    told = document.words[main[0] : main[1] - 1]
    inner = told[1:] if told and told[0].lower() in DETERMINERS else told
    return document.slice(main) if any(word[0].isupper() for word in inner) else None


def _sayer(context: Context, span: Range) -> str | None:
    """Lind of "Lind said in a letter that ...", for "the letter reads" right after it."""
    document = context.document
    noun = document.lower[span[1] - 1]
    if span[1] - span[0] > 3 or document.lower[span[0]] not in ("the", "this", "that"):
        return None
    if not context.history:
        return None
    where, name, _ = context.history[-1]
    number = document.sentence[where]
    near = document.sentence[span[0]] - number
    if not 0 < near <= SAID_BEFORE or document.paragraph[span[0]] - document.paragraph[where] > 2:
        return None
    first, last = document.sentences[number]
    for at in range(first + 1, last):
        if document.lower[at] != noun or not document.outside(at):
            continue
        start = at - 1
        while start > first and at - start < LONGEST and document.words[start][0].isalnum():
            if document.lower[start] in _LEADING:
                break
            start -= 1
        led = document.lower[start - 1 : start + 1]
        if abs(where - at) > BESIDE:
            continue
        if led[:1] == ["in"] and led[1:] and led[1] in _LEADING:
            told = name.lower() in PRONOUNS or not any(word[0].isupper() for word in name.split())
            return None if told else name
    return None


def _issuer(context: Context, span: Range) -> str | None:
    """The body of "The trust issued a statement" for "that March statement" right after it."""
    document = context.document
    number = document.sentence[span[0]]
    led = document.lower[max(0, span[0] - 1) : span[0] + 1]
    if not number or not {"the", "this", "that"} & set(led):
        return None
    if any(document.lower[at] in PREPOSITIONS for at in range(*span)):
        return None
    first, last = document.sentences[number - 1]
    if last - first < 3 and number > 1:
        first, last = document.sentences[number - 2]  # past a line of one word
    if document.paragraph[span[0]] - document.paragraph[first] > 2:
        return None
    noun = document.lower[span[1] - 1]
    verb = next((at for at in range(first + 1, last) if document.lower[at] in _ISSUED), None)
    if verb is None or document.lower[verb + 1 : verb + 2] not in (["a"], ["an"], ["another"]):
        return None
    if noun not in document.lower[verb + 1 : min(last, verb + LONGEST)]:
        return None
    end = verb
    while end > first + 1 and document.lower[end - 1] in _ADVERBS:
        end -= 1
    body = sources.before(document, end, first)
    if body is None or body[1] != end:
        return None
    head = context.head(body)
    if head is not None:
        return head.referent if head.type != "place" else None
    meant = organisations.body(context, body)
    return meant[0] if meant is not None and not meant[1] else None


def _describes(context: Context, at: int) -> bool:
    """Whether a token may stand before the noun of a body that it tells from others."""
    document = context.document
    lower = document.lower[at]
    return (document.words[at][0].isalnum() or lower in ("'s", "’s")) and lower not in (
        DETERMINERS | PREPOSITIONS | PRONOUNS | AUXILIARIES - {"'s", "’s"} | {"and", "or", "that"}
    )


def _paper(context: Context, span: Range, kinds: frozenset[str]) -> str | None:
    """The survey that spoke last, or that a sentence before is about, if it has somebody's name."""
    document = context.document
    number = document.sentence[span[0]]
    for where, name, person in reversed(context.history[-2:]):
        if number - document.sentence[where] > NEAR or person:
            break
        if _is_named(name, kinds):
            return name
    for near in range(number - 1, max(-1, number - 1 - AHEAD), -1):
        main = context.main(near)
        if main is not None and main[1] <= span[0] and _is_named(document.slice(main), kinds):
            return document.slice(main)
    return None


def _is_named(name: str, kinds: frozenset[str]) -> bool:
    """Whether a phrase is a paper of that kind and says whose: "a new Vesna poll of pilots"."""
    words = name.split()
    end = next((at for at, word in enumerate(words) if word.lower() in PREPOSITIONS), len(words))
    head = words[:end]
    return (
        1 < len(head) <= LONGEST + 1
        and head[-1].lower() in kinds
        and any(word[0].isupper() for word in head[1:])
    )


def named_after(context: Context, span: Range) -> str | None:
    """Whom the next sentences name as "the lawyer, Ada Brill" of "Mr Lind's lawyer"."""
    document = context.document
    noun = document.lower[span[1] - 1]
    if noun.endswith("s") or not (noun in PERSON_NOUNS or agent(noun)):
        return None
    if any(document.lower[at] in PREPOSITIONS for at in range(*span)):
        return None
    last = min(document.sentence[span[0]] + AHEAD, len(document.sentences) - 1)
    end = document.sentences[last][1]
    for entity in context.people.between(span[1], end):
        at = entity.span[0]
        if entity.type != "person" or not document.outside(at):
            continue
        led = document.words[at - 1] == "," and document.lower[at - 3 : at - 1] == ["the", noun]
        bare = document.lower[at - 1] == noun and document.lower[at - 2] in ("said", "says", ",")
        closed = document.words[entity.span[1] : entity.span[1] + 1] in ([","], ["."])
        if (
            not (led or bare)
            or not closed
            or document.paragraph[at] - document.paragraph[span[0]] > 1
        ):
            continue
        before = any(e.referent == entity.referent for e in context.people.between(0, span[0]))
        return None if before else entity.referent
    return None
