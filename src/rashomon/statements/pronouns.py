"""Whom a pronoun means: a person, a body, or what a relative clause hangs on."""

from __future__ import annotations

from rashomon.statements import bodies_meant, callings, descriptions, relatives
from rashomon.statements.bodies_meant import is_plural
from rashomon.statements.context import MOST_CANDIDATES, Context
from rashomon.statements.drafts import Draft
from rashomon.statements.people import BODY_KINDS, Entity
from rashomon.statements.relatives import head_noun
from rashomon.statements.settings import CLEARLY_AHEAD, RESOLVE_PARAGRAPHS
from rashomon.statements.traits import FEMALE_NOUNS, MALE_NOUNS, agent, people
from rashomon.statements.words import PERSON_NOUNS, PREPOSITIONS, PRONOUNS

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
# Tokens from "told" to the name of the hearer, past a title.
NEAR_HEARER = 3
# Sentences over which "he" goes on with whom a text is about, and what that counts.
LONGEST_LINE = 5
LINE = 7.7
_ANYONE = frozenset("any every each no that".split())
_SUBORDINATE = frozenset("when as after because while before since if though although how".split())


def person(context: Context, token: int, gender: str, made: Draft) -> str | None:
    """The person that "he" means; None where two fit as well as each other."""
    best = scores(context, token, gender, made)
    if not best:
        return None
    ranked = sorted(best, key=lambda name: (-best[name], name))
    if len(ranked) > 1:
        made.lead = best[ranked[0]] - best[ranked[1]]
        if made.lead < CLEARLY_AHEAD:
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
    not_self |= _hearers(context, token, made)
    aside = document.lower[token - 1] in _SUBORDINATE if token else False
    best: dict[str, float] = {}
    until = _same_before(context, token)
    candidates = context.people.between(floor, until)[-MOST_CANDIDATES:]
    # "Lind said the plan, which he called ...": the sentence has a subject of its own.
    here = any(
        e.type == "person" and document.sentence[e.span[0]] == sentence and context.is_subject(e)
        for e in candidates
    )
    alone = not any(
        e.type == "person" and document.sentence[e.span[0]] == sentence for e in candidates
    )
    for entity in candidates:
        if entity.type != "person" or context.clashes(entity.referent, gender):
            continue
        at = entity.span[0]
        if entity.referent in not_self or _is_kind(context, entity):
            continue
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
            and not context.in_words(at)
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
            if alone and document.sentence[context.history[-1][0]] == sentence - 1:
                score += 0.6
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
    anyone = _anyone(context, token, gender)
    if anyone is not None:
        context.guessed = True
        return {anyone: 1.0}
    unnamed = _unnamed_subject(context, sentence, gender)
    if unnamed is not None and not here:
        best[unnamed] = max(7.7, best.get(unnamed, 0.0))
    line = None if here or unnamed is not None else _line(context, token, gender, made)
    if line is not None and line not in not_self:
        best[line] = max(LINE, best.get(line, 0.0))
    return best or _further_back(context, token, gender)


def _anyone(context: Context, token: int, gender: str) -> str | None:
    """Whoever is made up for the argument: "any rower may stay, since | she thinks so"."""
    document = context.document
    first = document.sentences[document.sentence[token]][0]
    if document.lower[token - 1] not in _SUBORDINATE:
        return None
    for at in range(token - 2, first - 1, -1):
        if not document.outside(at):
            return None
        if document.lower[at] in _ANYONE and agent(document.lower[at + 1]):
            if any(e.type == "person" for e in context.people.between(at, token)):
                return None
            text = document.slice((at, at + 2))
            return text if _someone(f"a {document.words[at + 1]}", gender) else None
    return None


def _is_kind(context: Context, entity: Entity) -> bool:
    """Whether what looks like a name is one of a kind: "a Rower whose parents"."""
    if not entity.span[0] or entity.span[1] - entity.span[0] != 1:
        return False
    document = context.document
    article = document.lower[entity.span[0] - 1] in ("a", "an")
    return article and document.words[entity.span[0]] == entity.referent


def _line(context: Context, token: int, gender: str, made: Draft) -> str | None:
    """Whom "the president" or "he" means that the sentence before is about."""
    document = context.document
    number = document.sentence[min(token, made.start)]
    pronoun = "she" if gender == "f" else "he"
    for near in range(number - 1, max(-1, number - LONGEST_LINE), -1):
        first = document.sentences[near][0]
        if document.paragraph[token] - document.paragraph[first] > 1:
            return None
        main = context.main(near)
        last = context.history[-1] if context.history else None
        if main is None or (last is not None and last[2] and document.sentence[last[0]] == near):
            return None  # who spoke there speaks on
        lower = document.lower[main[0]]
        if main[1] - main[0] == 1 and lower == pronoun:
            continue
        head = context.head(main)
        if head is None and lower == "the" and last is not None and last[2]:
            spoke = document.sentence[last[0]] == near - 1
            if spoke and document.paragraph[last[0]] == document.paragraph[first]:
                return None  # "He said ... Instead, the president is bound": his words, it may be
        if head is None and lower == "the":
            meant = descriptions.titled(context, main, made)
            named = meant[0] if meant is not None else None
        else:
            named = head.referent if head is not None and head.type == "person" else None
        return None if named is None or context.clashes(named, gender) else named
    return None


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


def _hearers(context: Context, token: int, made: Draft) -> set[str]:
    """Who is told, and so is not he: "he told Lind that"."""
    if made.cue is None or made.cue[0] < token or made.lemma not in ("tell", "assure", "inform"):
        return set()
    start = made.cue[1]
    near = context.people.between(start, start + NEAR_HEARER)
    words = context.document.words
    return {
        e.referent
        for e in near[:1]
        if e.type == "person" and all(words[at][0].isupper() for at in range(start, e.span[0]))
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
    if noun not in callings.SOLE or document.lower[start + 2 : start + 3] in (
        ["of"],
        ["'s"],
        ["’s"],
    ):
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
        return relatives.antecedent(context, token, made)
    if lower == "it":
        return bodies_meant.antecedent(context, token, made)
    # The subject of the clause or sentence before; speakers further back only if they fit.
    number = document.sentence[token]
    steps = [number, number - 1]
    if number > 1 and _opens_with(context, number - 1, lower):
        steps += [number - 2]  # "The guilds lost money. They cut jobs. They said ..."
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
        noun = head_noun(context, main)
        body = head is not None or noun in BODY_KINDS or noun in PERSON_NOUNS or people(noun)
        number_of = text if " and " in text else noun
        if noun in _PAPERS:
            continue
        if body and (is_plural(number_of) or noun in _COLLECTIVE):
            name = head.referent if head is not None and head.type != "place" else text
            return name, False
        if body:
            return _last_plural(context, token)
    return _last_plural(context, token)


def _opens_with(context: Context, number: int, lower: str) -> bool:
    document = context.document
    first = document.sentences[number][0]
    return number > 0 and document.lower[first] == lower and document.outside(first)


def _last_plural(context: Context, token: int) -> tuple[str, bool] | None:
    """The last speaker of a few sentences who is several."""
    document = context.document
    for where, name, person in reversed(context.history[-MOST_CANDIDATES:]):
        if document.sentence[token] - document.sentence[where] > 4:
            return None
        if person or name.lower() in ("he", "she", "it", "they", "who", "we", "i"):
            continue
        if name.endswith(("'s", "’s")) or name.lower().split()[-1] in _PAPERS:
            continue
        if is_plural(name):
            return name, False
    return None
