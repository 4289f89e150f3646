"""Whom a pronoun means: a person, a body, or what a relative clause hangs on."""

from __future__ import annotations

from rashomon.statements import sources
from rashomon.statements.context import MOST_CANDIDATES, Context
from rashomon.statements.document import Range
from rashomon.statements.drafts import Draft
from rashomon.statements.people import BODY_KINDS
from rashomon.statements.settings import CLEARLY_AHEAD, RESOLVE_PARAGRAPHS
from rashomon.statements.traits import FEMALE_NOUNS, MALE_NOUNS, agent, people
from rashomon.statements.words import AUXILIARIES, DETERMINERS, PERSON_NOUNS, PREPOSITIONS, PRONOUNS

_PLURAL = ("s", "people", "police", "men", "women", "media", "staff", "some", "many", "few")
# Bodies of several, of which news says "they" as well.
_COLLECTIVE = frozenset(
    "family team couple pair crew staff police campaign committee union band duo trio jury panel "
    "government administration company group party council board department office ministry "
    "agency firm".split()
)
_GROUPS = frozenset("people family staff police majority many few most some some".split())
# Things that say something, but are no "they" who tell, deny or ask.
_PAPERS = frozenset(
    "documents filings records reports data figures polls surveys studies papers results texts "
    "emails messages letters statements transcripts tapes notes allegations claims".split()
)
# Tokens of a content in which a name stands in the clause of its verb, without doubt.
NEAR_VERB = 8
# Offices that one person of an article is likely to have.
OFFICES = frozenset("president governor mayor chancellor premier king queen pope".split())
_SUBORDINATE = frozenset("when as after because while before since if though although".split())


def person(context: Context, token: int, gender: str, made: Draft) -> str | None:
    """The person that "he" means; None where two fit as well as each other."""
    best = scores(context, token, gender, made)
    if not best:
        return None
    ranked = sorted(best, key=lambda name: (-best[name], name))
    if len(ranked) > 1 and best[ranked[0]] - best[ranked[1]] < CLEARLY_AHEAD:
        return None
    return ranked[0]


def scores(context: Context, token: int, gender: str, made: Draft) -> dict[str, float]:
    """How likely each person of the last paragraphs is the one that a pronoun means."""
    document = context.document
    paragraph = document.paragraph[token]
    floor = document.paragraphs[max(0, paragraph - RESOLVE_PARAGRAPHS)][0]
    sentence = document.sentence[token]
    own = made.content
    not_self = _told_of(context, token, made) | _officers(context, token, made)
    aside = document.lower[token - 1] in _SUBORDINATE if token else False
    best: dict[str, float] = {}
    until = _same_before(context, token)
    candidates = context.people.between(floor, until)[-MOST_CANDIDATES:]
    # "Lind said the plan, which he called ...": the sentence has a subject of its own.
    here = any(
        e.type == "person" and document.sentence[e.span[0]] == sentence and context.is_subject(e)
        for e in candidates
    )
    for entity in candidates:
        if entity.type != "person" or context.clashes(entity.referent, gender):
            continue
        if entity.referent in not_self:
            continue
        at = entity.span[0]
        if any(start <= at < end for start, end in own) or document.region[at] >= 0:
            continue
        score = 5.0 - (sentence - document.sentence[at])
        subject = context.is_subject(entity)
        if document.sentence[at] == sentence and context.is_main_subject(entity):
            score += 2.0
        if subject:
            score += 1.2
        if (
            not here
            and document.sentence[at] == sentence - 1
            and document.paragraph[at] == paragraph
            and context.is_main_subject(entity)
        ):
            score += 2.5  # whom the sentence before is about, whoever spoke further back
        if context.spoke(entity):
            score += 1.5
        following = document.words[entity.span[1]] if entity.span[1] < document.size else ""
        if following in ("'s", "’s", "'", "’"):
            score -= 1.2
        elif not subject and context.governed(entity):
            score -= 1.0
        if not subject and context.in_words(at):
            score -= 1.0  # spoken of in another's words
        if context.history and context.history[-1][1] == entity.referent:
            score += 1.0
        if aside and document.sentence[at] == sentence and subject:
            score += 3.0  # "hoped that X was joking when he said"
        score += 0.3 * at / (document.size + 1)
        best[entity.referent] = max(score, best.get(entity.referent, 0.0))
    for where, name, person in reversed(context.history[-MOST_CANDIDATES:]):
        someone = not person and _someone(name, gender)
        if not person and not someone:
            continue
        if not context.clashes(name, gender) and name not in not_self:
            if document.paragraph[where] >= paragraph - 1:
                score = 5.0 - (sentence - document.sentence[where]) + 2.2
                if someone and document.sentence[where] == sentence - 1:
                    score += 2.5
                best[name] = max(score, best.get(name, 0.0))
            break
        if not person:
            break
    unnamed = _unnamed_subject(context, sentence, gender)
    if unnamed is not None and not here:
        best[unnamed] = max(7.7, best.get(unnamed, 0.0))
    return best or _further_back(context, token, gender)


def _same_before(context: Context, token: int) -> int:
    """The "he" that is the subject of the sentence, or `token`: who he is stands before it.

    "He lied to Lind's lawyers after he promised them": neither is Lind.
    """
    main = context.main(context.document.sentence[token])
    if main is None or main[1] - main[0] != 1 or main[0] >= token:
        return token
    same = context.document.lower[main[0]] == context.document.lower[token]
    return main[0] if same else token


def _further_back(context: Context, token: int, gender: str) -> dict[str, float]:
    """The one person whose words alone an article has given of late, where no one is near."""
    document = context.document
    late = {
        name
        for where, name, one in context.history[-4:]
        if one and document.paragraph[token] - document.paragraph[where] <= 3 * RESOLVE_PARAGRAPHS
    }
    if len(late) != 1 or any(context.clashes(name, gender) for name in late):
        return {}
    return dict.fromkeys(late, 1.0)


def _told_of(context: Context, token: int, made: Draft) -> set[str]:
    """Persons named in what "he" goes on to say, who are not he: "He said that Lind was wrong"."""
    return {
        entity.referent
        for start, end in made.content
        if start > token
        for entity in context.people.inside((start, min(end, start + MOST_CANDIDATES)))
        if entity.type == "person"
        and (entity.span[0] < start + NEAR_VERB or context.document.region[entity.span[0]] >= 0)
    }


def _officers(context: Context, token: int, made: Draft) -> set[str]:
    """Who was last named with the office that the words go on to speak of: "that the mayor had"."""
    document = context.document
    start, end = made.content[0]
    if start < token or document.region[start] >= 0:
        return set()
    start += document.lower[start] == "that"
    if document.lower[start : start + 1] != ["the"] or start + 1 >= end:
        return set()
    noun = document.lower[start + 1]
    if noun not in OFFICES or document.lower[start + 2 : start + 3] in (["of"], ["'s"], ["’s"]):
        return set()
    for entity in reversed(context.people.between(0, token)[-MOST_CANDIDATES:]):
        person = context.people.known.get(entity.referent)
        if entity.type == "person" and person is not None and noun in person.roles:
            return {entity.referent}
    return set()


def _someone(name: str, gender: str) -> bool:
    """Whether a source is one person whom the article leaves unnamed: "a former official"."""
    words = name.lower().split()
    if len(words) < 2 or words[0] not in ("a", "an", "one", "another"):
        return False
    head = next((at for at, word in enumerate(words) if at and word in PREPOSITIONS), len(words))
    noun = words[head - 1].strip(",.")
    female = noun in FEMALE_NOUNS or "female" in words
    if (female and gender == "m") or (noun in MALE_NOUNS and gender == "f"):
        return False
    return agent(noun) and not noun.endswith("s") and noun not in _GROUPS


def _unnamed_subject(context: Context, sentence: int, gender: str) -> str | None:
    """The unnamed person that the sentence before is about: "One student told the paper"."""
    document = context.document
    if (
        not sentence
        or document.paragraph[document.sentences[sentence][0]]
        != document.paragraph[document.sentences[sentence - 1][0]]
    ):
        return None
    main = context.main(sentence - 1)
    if main is None or main[1] - main[0] > 9 or context.head(main) is not None:
        return None
    text = document.slice(main)
    return text if _someone(text, gender) else None


def antecedent(context: Context, token: int, lower: str, made: Draft) -> tuple[str, bool] | None:
    """Whom "who", "it" or "they" means: (name or words, whether a person), or None."""
    document = context.document
    if lower == "who":
        end = token - 1 if document.words[token - 1] == "," else token
        if document.words[token - 1] in ("–", "—", "-"):
            opened = _dash_before(context, token - 1)
            end = token - 1 if opened is None else opened
        first = document.sentences[document.sentence[token]][0]
        for entity in reversed(context.people.between(max(0, end - 12), end)):
            if entity.span[1] != end:
                continue
            several = _example_of(context, entity.span[0], token)
            if several is not None:
                return several, False
            if entity.type == "person":
                return entity.referent, True
            if not context.governed(entity) and not document.lower[end - 1].endswith("s"):
                return entity.referent, False
            break
        phrase = sources.before(document, end, first) if end > first else None
        if phrase is None:
            return None
        if document.lower[phrase[0] - 1] in ("on", "in", "at") and phrase[0] - 2 > first:
            # "some, particularly on the right, who"; "Ada Brill, the head of it in Orsk, who"
            phrase = sources.before(document, token, first)
            if phrase is None or document.words[phrase[0]][0].islower():
                return None
        head = context.head(phrase)
        if head is not None and head.type == "person":
            return head.referent, True
        if document.words[phrase[0] - 1] == "," and document.lower[phrase[0]] in DETERMINERS:
            for entity in context.people.between(max(0, phrase[0] - 8), phrase[0]):
                if entity.type == "person" and entity.span[1] == phrase[0] - 1:
                    return entity.referent, True
        one = _apposed(context, phrase, first)
        if one is not None:
            return one, True
        phrase = _speaking(context, phrase, first)
        start = phrase[0]
        if document.lower[start].endswith("ed") and document.lower[start - 1] in AUXILIARIES:
            phrase = start + 1, phrase[1]  # "has alarmed top Democrats, who"
        return document.slice(phrase), False
    # The subject of the clause or sentence before; speakers further back only if they fit.
    number = document.sentence[token]
    steps = [number, number - 1]
    if number > 1 and _opens_with(context, number - 1, lower):
        steps += [number - 2]  # "Pelmar lost money. It cut jobs. It said ..."
        if _opens_with(context, number - 2, lower):
            steps += [number - 3]
    for near in steps:
        if near < 0 or document.paragraph[document.sentences[near][0]] < (
            document.paragraph[token] - 1
        ):
            break
        main = context.main(near)
        if main is None or main[1] > token or main[1] - main[0] > 9:
            continue
        if any(first <= main[0] < last for first, last in made.content):
            continue  # "The port will close, they say"
        if document.lower[main[0]] in PRONOUNS:
            continue
        text = document.slice(main)
        head = context.head(main)
        if head is not None and head.type == "person":
            continue
        noun = _head_noun(context, main)
        many = lower in ("they", "them")
        body = head is not None or noun in BODY_KINDS or noun in PERSON_NOUNS or people(noun)
        body = body or (lower == "it" and document.words[main[1] - 1][0].isupper())
        number_of = text if " and " in text else noun
        if many and noun in _PAPERS:
            continue
        if body and (_is_plural(number_of) == many or (many and noun in _COLLECTIVE)):
            name = head.referent if head is not None and head.type != "place" else text
            return name, False
        if body:
            return None if lower == "it" else _last_plural(context, token)
    return _last_plural(context, token, plural=lower in ("they", "them"))


def _example_of(context: Context, start: int, token: int) -> str | None:
    """Those of whom a name is one, where they are meant: "clerks such as Lind who have said"."""
    document = context.document
    at = start - 1
    while at > 0 and document.words[at][0].isupper():
        at -= 1  # its titles
    if document.lower[at] == "as" and document.lower[at - 1] == "such":
        end = at - 1
    elif document.lower[at] in ("like", "including"):
        end = at
    else:
        return None
    if document.lower[token + 1 : token + 2] not in (["have"], ["are"], ["were"], ["say"], ["do"]):
        return None
    end -= document.words[end - 1] == ","
    first = document.sentences[document.sentence[token]][0]
    phrase = sources.before(document, end, first) if end > first else None
    return document.slice(phrase) if phrase is not None else None


def _apposed(context: Context, phrase: Range, first: int) -> str | None:
    """Ada Brill in "Ada Brill, one of the port's pilots for more than a decade, who"."""
    document = context.document
    comma = next((at for at in range(phrase[0], first, -1) if document.words[at] == ","), first)
    if document.lower[comma + 1] not in ("a", "an", "the", "one"):
        return None
    if any(document.lower[at] in AUXILIARIES - {"'s", "’s"} for at in range(comma, phrase[1])):
        return None
    for entity in context.people.between(max(first, comma - 6), comma):
        if entity.type == "person" and entity.span[1] == comma:
            return entity.referent
    return None


def _speaking(context: Context, phrase: Range, first: int) -> Range:
    """`phrase`, or those further back where it is a thing: "clerks asking for aid to the isle, who"."""
    document = context.document
    noun = _head_noun(context, phrase)
    if document.words[phrase[1] - 1][0].isupper() or noun in BODY_KINDS | PERSON_NOUNS:
        return phrase
    if agent(noun) or people(noun) or noun in PRONOUNS or noun.endswith("s"):
        return phrase
    for at in range(phrase[0] - 1, first, -1):
        lower = document.lower[at]
        if not document.outside(at) or document.words[at] in ",;:":
            break
        if document.words[at].islower() and (people(lower) or lower in PERSON_NOUNS):
            found = sources.before(document, at + 1, first)
            return found if found is not None else phrase
    return phrase


def _dash_before(context: Context, token: int) -> int | None:
    """The dash that a dash closes: "two women — A and B — who"."""
    document = context.document
    first = document.sentences[document.sentence[token]][0]
    for at in range(token - 1, first, -1):
        if document.words[at] in ("–", "—", "-"):
            return at
    return None


def _opens_with(context: Context, number: int, lower: str) -> bool:
    document = context.document
    first = document.sentences[number][0]
    return number > 0 and document.lower[first] == lower and document.outside(first)


def _head_noun(context: Context, span: Range) -> str:
    """The last noun before what hangs on it by a preposition."""
    for at in range(span[0] + 1, span[1]):
        if context.document.lower[at] in PREPOSITIONS:
            return context.document.lower[at - 1]
    return context.document.lower[span[1] - 1]


def _last_plural(context: Context, token: int, *, plural: bool = True) -> tuple[str, bool] | None:
    """The last speaker of a few sentences that is no person and fits in number."""
    document = context.document
    for where, name, person in reversed(context.history[-MOST_CANDIDATES:]):
        if document.sentence[token] - document.sentence[where] > 4:
            return None
        if person or name.lower() in ("he", "she", "it", "they", "who", "we", "i"):
            continue
        if name.endswith(("'s", "’s")) or (plural and name.lower().split()[-1] in _PAPERS):
            continue
        if _is_plural(name) == plural:
            return name, False
    return None


def _is_plural(name: str) -> bool:
    return name.lower().endswith(_PLURAL) or " and " in name
