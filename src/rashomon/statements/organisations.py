"""Which body a description means: "the paper", "the company", "the group"."""

from __future__ import annotations

from rashomon.statements.context import MOST_CANDIDATES, Context
from rashomon.statements.document import Range
from rashomon.statements.people import AGENCIES, BODY_KINDS, Entity, is_outlet, is_platform
from rashomon.statements.words import BODY_NOUNS, DAYS, PREPOSITIONS

_MEDIA = frozenset(
    ("paper", "newspaper", "outlet", "broadcaster", "magazine", "channel", "network")
)
# "The newspaper Hlas": nouns that news puts before the name.
_NAMED_AFTER = _MEDIA | frozenset("company firm agency airline insurer retailer charity".split())
# Words of a name that make its bearer one of a kind.
_SIGNS: dict[str, tuple[str, ...]] = {
    "agency": ("agency", "service", "bureau", "administration"),
    "group": tuple(
        "coalition alliance union association network federation league campaign movement society "
        "collective watchdog foundation front group".split()
    ),
    "organization": tuple(
        "coalition alliance union association center centre federation league society foundation "
        "organization institute fund".split()
    ),
    "organisation": tuple(
        "coalition alliance union association center centre federation league society foundation "
        "organisation institute fund".split()
    ),
    "airline": ("airline", "airways", "air"),
    "carrier": ("airline", "airways", "air"),
    "bureau": ("bureau",),
    "college": ("college", "university"),
    "court": ("court",),
    "lender": ("bank",),
    "union": ("union", "workers"),
    "centre": ("centre", "center"),
    "center": ("centre", "center"),
}
# Called so without any sign: what the sentence before is about.
_ANY = frozenset("company firm group organization organisation corporation business".split())
_BUSINESSES = frozenset("company firm business corporation".split())
_FIRMS = frozenset("corp corp. inc inc. ltd ltd. plc llc ag gmbh co. co bank".split())
# A company is none of these.
_PUBLIC = frozenset(
    "ministry department court council parliament senate congress police university government "
    "committee commission party army navy school church house office bureau nations nato kremlin "
    "administration".split()
)
# What may be said of any paper, agency or broadcaster.
_ANY_MEDIUM = frozenset(
    "news new cable broadcast satellite television tv daily weekly national public state local "
    "regional liberal conservative left-leaning right-leaning official semi-official influential "
    "respected leading business financial online digital social media tech".split()
)
_HOUSES = frozenset("house senate congress parliament council party government post".split())
PAPERS = frozenset(
    "statement report study survey poll document complaint indictment lawsuit filing article review "
    "memo release data figures documents records reports studies polls research analysis note list "
    "site website post letter".split()
)
# A name before one of these is likely its subject.
_ON_AIR = ("radio", "tv", "television", "channel")
_BROADCASTERS = frozenset("bbc cnn nbc cbs abc npr pbs msnbc cnbc fox sky itv rt".split())
# Bodies of a kind whose names have no word of it.
_OF_KIND = {
    "department": frozenset("treasury pentagon dhs hhs doj".split()),
    "court": frozenset(("scotus", "circuit", "tribunal")),
}
# Sentences back in which one of several bodies of a kind spoke that speaks on.
FARTHEST = 3
# The longest name of a body, in words, that "the group" goes back to.
LONGEST_NAME = 7
# Tokens from a source within which the name of who spoke stands: "Its arm, the Rescue League, said".
BESIDE = 8
# What the head of a state is not: bodies that a "the" phrase names by what they are alone.
_KNOWN = BODY_KINDS | frozenset(("business", "corporation"))


def body(context: Context, span: Range) -> tuple[str, bool] | None:
    """The body that "the company" or "the news agency" means, where the article has one."""
    document = context.document
    if any(document.lower[at] in PREPOSITIONS for at in range(span[0] + 1, span[1])):
        return None  # "the agency for roads" is a name of its own
    noun = document.lower[span[1] - 1]
    if noun not in _KNOWN or (noun in _HOUSES and document.words[span[1] - 1][0].isupper()):
        return None  # "the House" is a name
    if noun in _NAMED_AFTER:
        named = _after_noun(context, span, noun)
        if named is not None:
            return named
    modifiers = document.lower[span[0] + 1 : span[1] - 1]
    inner = document.words[span[0] + 1 : span[1] - 1]
    if any(word[0].isupper() for word in inner) and not {"'s", "’s"} & set(inner):
        # "the Vesna news agency", "the Orskian newspaper": a name of its own.
        return None if noun in PAPERS else _called(context, span, noun)
    if noun in _MEDIA:
        found = _medium(context, span, noun, modifiers)
        if found is not None:
            return found
    return _by_sign(context, span, noun, modifiers)


def _called(context: Context, span: Range, noun: str) -> tuple[str, bool] | None:
    """The body of the article whose name has the capitals of "the Vesna news agency"."""
    own = [
        context.document.lower[at]
        for at in range(span[0] + 1, span[1] - 1)
        if context.document.words[at][0].isupper()
    ]
    for entity in reversed(context.people.between(0, span[0])[-MOST_CANDIDATES:]):
        words = entity.referent.lower().split()
        kind = noun in _NAMED_AFTER or noun in words
        if kind and entity.type == "organisation" and all(word in words for word in own):
            return entity.referent, False
    return None


def _after_noun(context: Context, span: Range, noun: str) -> tuple[str, bool] | None:
    """ "the newspaper Hlas" before, "the newspaper" now."""
    document = context.document
    for at in range(span[0] - 1, max(0, span[0] - 400), -1):
        if document.lower[at] != noun or not document.words[at + 1][0].isupper():
            continue
        end = at + 2
        while end < span[0] and document.words[end][0].isupper():
            end += 1
        if document.lower[at + 1] in DAYS or document.sentence[at] != document.sentence[end - 1]:
            continue
        return document.slice((at + 1, end)), False
    return None


def _medium(
    context: Context, span: Range, noun: str, modifiers: list[str]
) -> tuple[str, bool] | None:
    document = context.document
    for where, name, person in reversed(context.history[-MOST_CANDIDATES:]):
        if document.sentence[span[0]] - document.sentence[where] > 8:
            break
        if not person and is_outlet(name) and _fits(modifiers, name) and _prints(noun, name):
            return name, False
    floor = document.paragraphs[max(0, document.paragraph[span[0]] - 6)][0]
    for entity in reversed(context.people.between(floor, span[0])[-MOST_CANDIDATES:]):
        name = entity.referent
        if entity.type == "person" or not _fits(modifiers, name) or not _prints(noun, name):
            continue
        if is_outlet(name):
            return name, False
    for where, name, person in reversed(context.history[-MOST_CANDIDATES:]):
        if (
            not person
            and name.lower().startswith("the ")
            and name[4:5].isupper()
            and name.lower().split()[-1] not in BODY_NOUNS
        ):
            return name, False
        if document.sentence[span[0]] - document.sentence[where] > 6:
            break
    return None


def _prints(noun: str, name: str) -> bool:
    """Whether a name may be that of a paper, if a paper is meant."""
    lowered = name.lower()
    if noun not in ("paper", "newspaper"):
        return True
    on_air = any(word in lowered for word in _ON_AIR)
    return not on_air and _BROADCASTERS.isdisjoint(lowered.split())


def _by_sign(
    context: Context, span: Range, noun: str, modifiers: list[str]
) -> tuple[str, bool] | None:
    """The latest body of that kind: by its name, its description, or its place in the text."""
    document = context.document
    paragraph = document.paragraph[span[0]]
    floor = document.paragraphs[max(0, paragraph - 6)][0]
    near = [
        entity
        for entity in context.people.between(floor, span[0])[-MOST_CANDIDATES:]
        if entity.type == "organisation" and not (span[0] <= entity.span[0] < span[1])
    ]
    fitting: list[Entity] = []
    for entity in reversed(near):
        name, lowered = entity.referent, entity.referent.lower()
        if any(name == other.referent for other in fitting):
            continue
        if (
            noun == "agency"
            and is_outlet(name)
            and ("news" in modifiers or name.lower() in AGENCIES)
        ):
            fitting.append(entity)
            continue
        if noun != "agency" and is_outlet(name):
            continue
        known = context.people.known.get(name)
        kinds = known.roles if known is not None else set()
        signs = _SIGNS.get(noun, (noun,))
        signed = any(sign in lowered.split() for sign in signs) and _fits(modifiers, name)
        told_so = noun in kinds - PAPERS and all(
            word in kinds or word in lowered for word in modifiers
        )
        short = name.isupper() and 2 < len(name) < 6
        alike = not modifiers and not _OF_KIND.get(noun, frozenset()).isdisjoint(lowered.split())
        if signed or told_so or alike or (noun == "agency" and short and not modifiers):
            fitting.append(entity)
    if fitting:
        return _likeliest(context, span, fitting), False
    if (last := _spoke_last(context, span, noun)) is not None:
        return last, False
    if noun not in _ANY:
        return None
    spoke = next((name for _, name, one in reversed(context.history[-2:]) if not one), None)
    for entity in reversed(near):
        name = entity.referent
        words = name.lower().split()
        firm = noun in _BUSINESSES and is_platform(name)
        if (is_outlet(name) and not firm) or any(word in _PUBLIC for word in words):
            continue
        if noun not in _BUSINESSES and words[-1] in _FIRMS:
            continue
        known = context.people.known.get(name)
        told = known.roles if known is not None else set()
        if not all(word in told or _fits([word], name) for word in modifiers):
            continue  # "the rail company" is not the weather service
        close = paragraph - document.paragraph[entity.span[0]] <= 1
        if close and (name == spoke or _about(context, span[0], entity)):
            return name, False
    rivals = {entity.referent for entity in near if not is_outlet(entity.referent)}
    if len(rivals) == 1 and noun in ("company", "firm"):
        only = next(iter(rivals))
        if any(only == past for _, past, _ in context.history[-MOST_CANDIDATES:]):
            return only, False
    return None


def _spoke_last(context: Context, span: Range, noun: str) -> str | None:
    """The body that spoke right before, where its name is of that kind or may be of any."""
    document = context.document
    if not context.history or noun in PAPERS or span[1] - span[0] > 2:
        return None
    where, name, person = context.history[-1]
    words = name.split()
    near = document.sentence[span[0]] - document.sentence[where]
    if person or not 0 < near <= 2 or document.paragraph[span[0]] - document.paragraph[where] > 1:
        return None
    if not words[-1][0].isupper() or is_outlet(name) or len(words) > LONGEST_NAME:
        return None
    capitals = [word for word in words if word[0].isupper()]
    named = (len(capitals) > 1 and words[0][0].isupper()) or words[0] in ("the", "The")
    grouped = noun in ("group", "organization", "organisation", "coalition", "campaign")
    grouped = grouped and words[-1].lower() not in _FIRMS
    public = any(word.lower() in _PUBLIC or word.endswith("(government)") for word in words)
    if words[-1].lower() == noun:
        return name
    return name if grouped and named and not public else None


def _likeliest(context: Context, span: Range, fitting: list[Entity]) -> str:
    """Of bodies of one kind, the nearest last, the one that spoke last, or the nearest."""
    names = {entity.referent for entity in fitting}
    number = context.document.sentence[span[0]]
    for where, name, _ in reversed(context.history[-3:]):
        if name in names and number - context.document.sentence[where] <= FARTHEST:
            return name
    outside = [entity for entity in fitting if context.document.outside(entity.span[0])]
    first = (outside or fitting)[0]
    several = any(not _same(first.referent, name) for name in names)
    capital = context.document.words[span[1] - 1][0].isupper()  # "the Court" is one alone
    if several and not capital and not _told_of(context, span[0], first):
        context.guessed = True
    return first.referent


def _same(one: str, other: str) -> bool:
    """Whether a name is the other one, or its first letters: "Harbour Aid Office" and "HAO"."""
    letters = [
        "".join(word[0] for word in name.split() if word[0].isupper()) for name in (one, other)
    ]
    return one == other or one == letters[1] or other == letters[0]


def _told_of(context: Context, token: int, entity: Entity) -> bool:
    """Whether a body spoke last, or the sentences right before are about it."""
    document = context.document
    spoke = context.history and (
        context.history[-1][1] == entity.referent
        or abs(context.history[-1][0] - entity.span[0]) <= BESIDE
    )
    near = document.sentence[token] - document.sentence[entity.span[0]] <= 2
    return bool(spoke) or (near and context.is_main_subject(entity))


def _about(context: Context, token: int, entity: Entity) -> bool:
    """Whether a body is the subject of the sentence before, or of this one."""
    document = context.document
    near = document.sentence[token] - document.sentence[entity.span[0]]
    return near <= 1 and context.is_main_subject(entity)


def _fits(modifiers: list[str], name: str) -> bool:
    """Whether the words before "company" or "agency" are words of the name."""
    return all(word in name.lower() for word in modifiers if word not in _ANY_MEDIUM)
