"""Which body or paper "it" means."""

from __future__ import annotations

from rashomon.statements import organisations
from rashomon.statements.context import MOST_CANDIDATES, Context
from rashomon.statements.document import Range
from rashomon.statements.drafts import Draft
from rashomon.statements.people import BODY_KINDS, is_outlet
from rashomon.statements.predicates import is_past
from rashomon.statements.relatives import head_noun
from rashomon.statements.sources import is_adverb
from rashomon.statements.traits import agent, people
from rashomon.statements.words import ADVERBS, AUXILIARIES, BE, BODY_NOUNS, PERSON_NOUNS, PRONOUNS

_PLURAL = ("s", "people", "police", "men", "women", "media", "staff", "some", "many", "few")
_CONCEDING = frozenset("though although while".split())
# What is read, seen or heard, and so "says" something, beside the papers of BODY_NOUNS.
_TEXTS = frozenset(
    "agreement video ad advertisement directive cable order ruling resolution treaty plan proposal "
    "rule law statute bill amendment page message email tweet memo memorandum book petition motion "
    "opinion brief draft contract map manifesto clip recording transcript accord pact pledge "
    "notice leaflet poster manual guide platform verdict judgment judgement decision".split()
)
# What a text does beside its law: "The bill ... It also keeps the toll" is no statement.
_READS = frozenset(
    "say state read note add warn claim argue allege show suggest declare assert conclude find "
    "describe insist explain stress emphasize reveal indicate predict accuse deny".split()
)
_TOLD = frozenset("reads read says said to by states stated".split())
_SUBORDINATE = frozenset(
    "why how that because although though while after when before since whether if as".split()
)
_DEMONSTRATIVE = frozenset(("this", "that", "these", "those", "there", "here"))
# Sentences back in which a body that spoke may be "it".
FARTHEST = 4
# The longest subject, in tokens, that "it" goes back to.
LONGEST = 9


def antecedent(context: Context, token: int, made: Draft) -> tuple[str, bool] | None:
    """(name or words, False) of the body or paper that the "it" at `token` means, or None."""
    document = context.document
    lower = document.lower
    if made.cue is not None and lower[made.cue[0]] in BE:
        return None  # "It is claimed that"
    if context.history:
        where, name, someone = context.history[-1]
        before = document.sentence[min(token, made.start)] - document.sentence[where] == 1
        named = name.lower() not in ("it", "they", "who") and not is_plural(name)
        quoted = made.start < token and document.region[made.start] >= 0
        closes = made.content[-1][1] <= token  # "The dam leaks, it said"
        opens = quoted or closes or document.sentences[document.sentence[token]][0] == token
        if opens and before and named and not someone and not is_outlet(name):
            main = context.main(document.sentence[where])
            told = main is not None and main[0] <= where < main[1]
            told = told or lower[where - 1] in _TOLD
            if told or not name.lower().startswith(("a ", "an ", "one ")):
                return (name, False) if _is_body(name) else None
    if (granted := _granted(context, token)) is not None:
        return granted, False
    if lower[token - 1] in _SUBORDINATE and (near := _beside(context, token)) is not None:
        return near, False
    number = document.sentence[token]
    steps = [number, number - 1]
    for back in (1, 2):
        if number > back and _opens(context, number - back):
            steps += [number - back - 1]  # "Pelmar lost money. It cut jobs. It said ..."
        else:
            break
    for near_ in steps:
        if near_ < 0 or document.paragraph[document.sentences[near_][0]] < (
            document.paragraph[token] - 1
        ):
            break
        main = context.main(near_)
        if main is None or main[1] > token or main[1] - main[0] > LONGEST:
            continue
        if any(first <= main[0] < last for first, last in made.content):
            continue  # "The port will close, it says"
        if lower[main[0]] in PRONOUNS or document.words[main[1]] == ":":
            continue
        head = context.head(main)
        pointing = lower[main[0]] in _DEMONSTRATIVE and head is None
        if pointing and head_noun(context, main) not in BODY_KINDS | BODY_NOUNS | _TEXTS:
            return None  # "That sounds bad: it suggests": what is told of
        if head is not None and head.type == "person":
            continue
        main = _without_adverbs(context, main)
        if head is None and not _may_speak(context, main, made):
            continue
        if head is None and lower[main[0]] == "the" and main[1] - main[0] == 2:
            meant = organisations.body(context, main)
            if meant is not None:
                return meant
        text = document.slice(main)
        noun = head_noun(context, main)
        if is_plural(text if " and " in text else noun):
            return None
        return (head.referent if head is not None and head.type != "place" else text), False
    return _last(context, token)


def _without_adverbs(context: Context, main: Range) -> Range:
    """ "The lawsuit" of "The lawsuit also | struck at the toll"."""
    start, end = main
    while end - 1 > start and context.document.lower[end - 1] in ADVERBS:
        end -= 1
    return start, end


def _may_speak(context: Context, main: Range, made: Draft) -> bool:
    """Whether a subject that no name heads is a body or a text."""
    document = context.document
    noun = head_noun(context, main)
    if document.lower[main[0]] in ("no", "neither"):
        return False
    if noun in BODY_KINDS | BODY_NOUNS or (noun in _TEXTS and made.lemma in _READS):
        return True
    if noun in PERSON_NOUNS or agent(noun) or people(noun) or is_adverb(noun):
        return False
    at = next((near for near in range(*main) if document.lower[near] == noun), main[0])
    word = document.words[at]
    if not word[0].isupper() or "'" in word or "’" in word or not word[-1].isalnum():
        return False
    # A word in capitals may only open its sentence: "Firing him was right".
    first = document.sentences[document.sentence[at]][0]
    return at > first or (len(word) > 1 and word.isupper())


def _is_body(name: str) -> bool:
    """Whether what spoke last is no person for all that its words tell."""
    words = name.split()
    noun = words[-1].lower()
    if words[0].islower() and words[0].endswith("ing"):
        return False  # "using force"
    if noun in BODY_KINDS | BODY_NOUNS | _TEXTS or words[-1][0].isupper():
        return not (len(words) == 1 and len(name) < 3)
    if words[0].lower() in ("a", "an", "one", "the") and len(words) == 2:
        return not (noun in PERSON_NOUNS or agent(noun))
    return True


def _beside(context: Context, token: int) -> str | None:
    """The body that is the subject of the clause before: "how Vesna Radio got it, or why it said"."""
    document = context.document
    first = document.sentences[document.sentence[token]][0]
    if document.lower[first] != "it" or first == token:
        return None
    for entity in reversed(context.people.between(first, token)):
        after = entity.span[1]
        acts = after < token and (
            is_past(document, after)
            or document.lower[after].endswith("ed")
            or document.lower[after] in AUXILIARIES - {"'s", "’s"}
        )
        if entity.type == "organisation" and acts and document.outside(entity.span[0]):
            return entity.referent
    return None


def _granted(context: Context, token: int) -> str | None:
    """The board of "though the board has said that it is late, it has paid"."""
    document = context.document
    if not context.history or document.words[token - 1] != ",":
        return None
    where, name, someone = context.history[-1]
    first = document.sentences[document.sentence[token]][0]
    if someone or where < first or is_plural(name) or name.lower() in PRONOUNS:
        return None
    opened = document.lower[first : first + 2]
    led = opened[0] in _CONCEDING or (
        opened[0] in ("and", "but") and opened[1:] and (opened[1] in _CONCEDING)
    )
    return name if led and where - first <= 3 else None


def _opens(context: Context, number: int) -> bool:
    document = context.document
    first = document.sentences[number][0]
    return number > 0 and document.lower[first] == "it" and document.outside(first)


def _last(context: Context, token: int) -> tuple[str, bool] | None:
    """The last speaker of a few sentences that is one body."""
    document = context.document
    for where, name, person in reversed(context.history[-MOST_CANDIDATES:]):
        if document.sentence[token] - document.sentence[where] > FARTHEST:
            return None
        if person or name.lower() in ("he", "she", "it", "they", "who", "we", "i"):
            continue
        if name.endswith(("'s", "’s")) or name.lower().startswith(("a ", "an ")):
            continue
        if not is_plural(name) and _is_body(name):
            return name, False
    return None


def is_plural(name: str) -> bool:
    """Whether a phrase means several."""
    return name.lower().endswith(_PLURAL) or " and " in name
