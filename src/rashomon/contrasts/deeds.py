"""Agency: who did it to whom, where two tellings have it the other way round or by another hand.

    a ferry rammed the patrol boat  |  the patrol boat cut across the ferry’s bow
    the truce was broken by Lindmar  |  Kessary broke the truce

Small families of verbs that news keeps using, active and passive. An actor is the name in the
phrase, folded over the story, else the phrase's last noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.contrasts import settings
from rashomon.contrasts.candidate import Candidate, Side
from rashomon.contrasts.context import Place, called, mentions_in, sentences, starts, stems
from rashomon.contrasts.lens import Lens
from rashomon.model import Article

# Verbs in their past and participle, as the two sides of such stories use them. General English.
_VERBS = {
    "hit": r"hit|struck|rammed|collided with|crashed into|plough?ed into|plowed into|slammed into|"
    r"ran into|cut across|crossed",
    "attack": r"attacked|opened fire on|fired (?:on|at|upon)|shot at|shelled|bombed|bombarded|"
    r"ambushed|raided|stormed|invaded|assaulted",
    "break": r"broke|broken|violated|breached",
    "start": r"started|provoked|initiated|instigated",
    "release": r"released|freed|handed over|set free",
    "supply": r"supplied|delivered|sold|armed|shipped",
    "reject": r"rejected|turned down|walked (?:away|out) (?:from|of)|blocked|vetoed",
}
_ASKED = {
    "hit": "Who hit whom", "attack": "Who attacked whom", "break": "Who broke it",
    "start": "Who started it", "release": "Who released whom", "supply": "Who supplied it",
    "reject": "Who turned it down",
}  # fmt: skip
# What is compared by its object alone, where the actors differ.
_ONE_OBJECT = frozenset(("break", "start", "reject", "supply"))
_AUX = r"(?:(?:has|have|had|also|then|first|deliberately|allegedly|reportedly|later)\s+){0,3}"
_VERB = {k: re.compile(rf"\b(?:{v})\b", re.IGNORECASE) for k, v in _VERBS.items()}
# What stands right before the verb ...
_SUBJECT = re.compile(rf"(?<![\w’'-])(?P<near>[\w’'-]+)\s+{_AUX}$", re.IGNORECASE)
_OBJECT = re.compile(
    r"(?<![\w’'-])(?P<near>[\w’'-]+)(?:\s+(?:in|on|at|along|near|between)(?:\s[\w’'-]+){1,5}?)?\s+"
    rf"{_AUX}(?:was|were|been|is|are)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
# ... and after it.
_SPACE = re.compile(r"\s+")
_BY = re.compile(r"\s+by\s+")
_REACH = 90  # characters before the verb
_STARTS = {k: starts(v.replace("?", "")) for k, v in _VERBS.items()}
_NP = re.compile(
    r"(?:(?:the|a|an|its|his|her|their|this|that|one|two|three|several|another|any)\s+)?"
    r"(?P<words>[\w’'-]+(?:\s+(?!(?:in|on|at|by|for|from|to|of|with|after|before|and|or|when|while|as|"
    r"that|who|which|over|during|amidships|near|off|into|since|because|without|late|early|is|was|has|had|will)\b)[\w’'-]+){0,4})",
    re.I,
)
_NOT_ACTORS = frozenset(
    "he she it they we you i who that which and or not to be was were been being has have had "
    "never by in on at of the a an also this these those him her them us".split()
)


_OWNED = re.compile(r"[’']s\s")


@dataclass(frozen=True, slots=True)
class _Deed:
    place: Place
    start: int
    end: int
    family: str
    subject: str
    object: str
    actor: str  # the subject as a reader calls it
    thing: str  # the object, so too
    about: frozenset[str]


def detect(lens: Lens) -> Iterator[Candidate]:
    """Tellings that swap the two parts, or give one deed to another hand."""
    found = {a.id: list(_deeds(lens, a)) for a in lens.tellings}
    for one, two in combinations(lens.tellings, 2):
        for a in found[one.id]:
            for b in found[two.id]:
                if a.family == b.family and (candidate := _compare(a, b, found)):
                    yield candidate


def _compare(a: _Deed, b: _Deed, found: dict[str, list[_Deed]]) -> Candidate | None:
    swapped = a.subject == b.object and a.object == b.subject
    if not swapped:
        if a.family not in _ONE_OBJECT or a.object != b.object or a.subject == b.subject:
            return None
        if not (a.subject[:1].isupper() and b.subject[:1].isupper()):
            return None
        if len(a.about & b.about) < settings.DEED_STEMS:
            return None
    if _has(found[b.place.article.id], a) or _has(found[a.place.article.id], b):
        return None  # a telling that has both accounts
    sides = tuple(Side(d.place.span(d.start, d.end), d.actor, d.subject) for d in (a, b))
    what = "" if swapped else f": {a.thing}"
    return Candidate(
        f"{_ASKED[a.family]}{what}?", "agency", "strong", sides, 0.85 if swapped else 0.7,
        sort="swapped" if swapped else "by another hand",
    )  # fmt: skip


def _has(deeds: list[_Deed], other: _Deed) -> bool:
    return any(
        d.family == other.family and d.subject == other.subject and d.object == other.object
        for d in deeds
    )


def _deeds(lens: Lens, article: Article) -> Iterator[_Deed]:
    for place in sentences(lens, article):
        for family in _VERBS:
            if not place.may_hold(_STARTS[family]):
                continue
            for verb in _VERB[family].finditer(place.text):
                if deed := _deed(lens, place, family, verb.start(), verb.end()):
                    yield deed


def _deed(lens: Lens, place: Place, family: str, start: int, end: int) -> _Deed | None:
    """The deed of a verb that stands at text[start:end], active or passive."""
    text = place.text
    by = _BY.match(text, end)
    before = (_OBJECT if by else _SUBJECT).search(text, max(0, start - _REACH), start)
    gap = by or _SPACE.match(text, end)
    phrase = gap and _NP.match(text, gap.end())
    if before is None or phrase is None or before["near"].casefold() in _NOT_ACTORS:
        return None
    stop = phrase.end("words")
    owned = _OWNED.search(text, phrase.start("words"), stop)
    if owned:  # "the ferry's bow" is the ferry
        stop = owned.start()
    first = _called(lens, place, before.start("near"), before.end("near"))
    second = _called(lens, place, phrase.start("words"), stop)
    if first is None or second is None or first == second:
        return None
    subject, thing = (second, first) if by else (first, second)
    near = first if first[:1].isupper() else before["near"]
    far = second if second[:1].isupper() else text[phrase.start("words") : stop].split()[-1]
    actor, written = (far, near) if by else (near, far)
    return _Deed(
        place, before.start(), phrase.end(), family, subject, thing, actor, written, stems(text)
    )  # fmt: skip


def _called(lens: Lens, place: Place, start: int, end: int) -> str | None:
    """The name that ends in the phrase, as the story calls it, else the phrase's last noun."""
    for mention in mentions_in(lens, place, start, end):
        if mention.end - place.start >= end - 2:
            return called(lens, mention)
    last = re.sub(r"[’']s?$", "", place.text[start:end].split()[-1])
    if last.casefold() in _NOT_ACTORS or len(last) < 3 or last.isdigit():
        return None
    return last if last[:1].isupper() else next(iter(stems(last)), None)
