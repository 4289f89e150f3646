"""How far apart the angles of two headlines on one event are.

What one headline has and the other has not counts: a turn (a denial, blame, a demand), a word that
judges or takes a stand, a hedge, another actor in the first place, and few words in common. The
weights are small whole and half numbers; they order headlines as readers of some 150 pairs did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from rashomon.contrasts import settings
from rashomon.contrasts.context import stems
from rashomon.contrasts.headline_words import SAME_ACT, TOLL, TRIBUTE, judging
from rashomon.model import Article
from rashomon.text.quotes import quotations

# What turns a headline from the event to what it means, who is to blame and what is asked.
_TURN = re.compile(
    r"\b(?:but|despite|amid|after|although|though|even|still|yet|not|no|never|without|won[’']t|"
    r"den(?:y|ies|ied)|refus(?:es|ed)|reject(?:s|ed)|fail(?:s|ed|ure)|admits?|admitted|claims?|accus(?:es|ed)|"
    r"warns?|warned|demands?|vows?|threat(?:ens?|s)?|promis(?:es|ed)|blam(?:es|ed)|fears?|pressure|"
    r"backlash|criticism|crisis|fight|clash(?:es)?|showdown|lies|false|wrong|worst|blow|loss|losing|"
    r"pleads?|guilty|victims?|unarmed|innocent|major|huge|big|derails?|sinks?|(?:mis)?led)\b",
    re.IGNORECASE,
)
# What says that it is told on somebody's word, or not sure.
_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|alleged|alleges?|suspected|apparent(?:ly)?|accused|may|might|could|"
    r"possible|reports?|sources?)\b",
    re.IGNORECASE,
)
# Words with which a headline takes a stand, weighs, or says whom it concerns as a group.
_STAND = re.compile(
    r"\b(?:explained|really|just|only|ever|actually|should|must|needs?|needed|right|good|bad|best|"
    r"great(?:est)?|historic|record|secret(?:ly)?|illegal\w*|violat\w+|failing|fuels?|stok(?:es|ing)|"
    r"dead|doomed|survives?|survived|jeopardy|threatening|ban(?:s|ned)?|apologi\w+|sorry|punish\w*|"
    r"forc(?:es|ed|ing)|push(?:es|ed)?|defend(?:s|ed|ing)?|prais(?:es|ed|ing)|hero|terror\w*|suprem\w+|"
    r"racial|gay|muslim|black|white|trap|smear|problem|vulnerab\w+|risks?)\b",
    re.IGNORECASE,
)
_ACTOR = re.compile(r"[A-Z][\w’'-]{2,}")
_WORD = re.compile(r"[^\W\d_]+")


def angle(one: Article, two: Article) -> float | None:
    """How far apart two headlines lead; None where they say the like, or are of two events."""
    first, second = stems(one.title or ""), stems(two.title or "")
    shared = first & second
    rest = min(len(first - shared), len(second - shared))
    apart = 1 - len(shared) / max(1, min(len(first), len(second)))
    if not shared or rest < settings.LEADS_OWN or apart < settings.LEADS_APART:
        return None
    if days_between(one, two) > 1:
        return None
    pair = (one.title or "", two.title or "")
    turned = any(_TURN.search(t) or quotations(t) for t in pair)
    return (
        1.0 * turned
        + 1.5 * _one_alone(bool(judging(t)) for t in pair)
        + 0.5 * _one_alone(bool(_HEDGE.search(t)) for t in pair)
        + 0.5 * _one_alone(bool(_STAND.search(t)) for t in pair)
        + 0.5 * (_ACTOR.findall(pair[0])[:1] != _ACTOR.findall(pair[1])[:1])
        + 0.5 * (len(shared) == 1)
        + 0.5 * (apart >= settings.LEADS_FAR)
        - 1.0 * _same_act(*pair)
    )


def same_act(one: Article, two: Article) -> bool:
    """Whether two headlines tell one act and no more: its verb, and whose it is.

    A turn, a word that judges, a quotation or a hedge in one of them is more; not so where both
    honour one dead person, or count the dead of one event.
    """
    pair = (one.title or "", two.title or "")
    if any(judging(t) for t in pair):
        return False
    if all(TRIBUTE.search(t) for t in pair) or all(TOLL.search(t) for t in pair):
        return bool(_names(pair[0]) & _names(pair[1]))
    if any(quotations(t) or _HEDGE.search(t) for t in pair):
        return False
    turns = [frozenset(m.casefold() for m in _TURN.findall(t)) for t in pair]
    return turns[0] == turns[1] and any(
        _before(pair[0], act) & _before(pair[1], act) for act in SAME_ACT
    )


def _before(title: str, act: frozenset[str]) -> frozenset[str]:
    """Stems of what stands before the first word of an act: whose it is. None where there is none."""
    for word in _WORD.finditer(title):
        if word.group().casefold() in act:
            return stems(title[: word.start()])
    return frozenset()


def _names(title: str) -> frozenset[str]:
    return stems(" ".join(_ACTOR.findall(title)))


def _one_alone(found: Iterable[bool]) -> bool:
    """Whether it holds for one of two headlines and not for the other."""
    return sum(found) == 1


def _same_act(one: str, two: str) -> bool:
    first, second = ({w.casefold() for w in _WORD.findall(t)} for t in (one, two))
    return any(first & act and second & act for act in SAME_ACT)


def days_between(one: Article, two: Article) -> int:
    """Days between two tellings; none where a day is not known."""
    days = []
    for article in (one, two):
        try:
            days.append(date.fromisoformat((article.published or "")[:10]))
        except ValueError:
            return 0
    return abs((days[0] - days[1]).days)
