"""Whether a sentence holds the kind of answer that is asked for, and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.ask.question import Kind, Question
from rashomon.ask.words import WORD, alike, stem
from rashomon.model import Mention, Moment

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SPELLED = {w: n for n, w in enumerate(_ONES)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
_SPELLED |= {"a hundred": 100, "dozen": 12, "dozens": 12, "hundreds": 100, "once": 1, "twice": 2}
_WORDS = "|".join(sorted(_SPELLED, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:(?P<figure>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)"
    rf"|(?:(?P<hundred>a|one|two|three|four|five|six|seven|eight|nine) hundred(?: and (?P<rest>{_WORDS}))?"
    rf"|(?P<tens>{'|'.join(_TENS)})-(?P<ones>{'|'.join(_ONES[1:10])})|(?P<word>{_WORDS})))"
    r"(?: (?P<scale>hundred|thousand|million|billion|trillion)\b)?(?![\w])",
    re.IGNORECASE,
)
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_MONEY = re.compile(
    r"(?:dollar|euro|pound|crown|krone|franc|rouble|ruble|yen|yuan|rupee|lira|dinar|cent|penn|peso|"
    r"zloty|hryvnia|rand|shekel|won\b|real\b)",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[$€£¥₽₴₹]\s*$")
_TIME_UNIT = re.compile(r"[\s-](?:second|minute|hour|day|night|week|month|year|decade)s?\b", re.I)
_SPEED = re.compile(
    r"\s?(?:knots|mph|km/h|kph|(?:kilomet(?:er|re)s|miles|met(?:er|re)s) (?:an?|per) (?:hour|second))\b",
    re.I,
)
_LENGTH = re.compile(
    r"[\s-](?:\w+ )?(?:met(?:er|re)s?|kilomet(?:er|re)s?|miles?|feet|foot|inch(?:es)?|yards?|fathoms?|"
    r"centimet(?:er|re)s?|km|cm|m)\b",
    re.I,
)
_QUANTITY = re.compile(
    r"[\s-](?:tonnes?|tons?|kilos?|kilograms?|lit(?:er|re)s?|barrels?|percent|per cent|degrees?|hectares?|"
    r"acres?|square|cubic|bushels?|people|met(?:er|re)s?|kilomet(?:er|re)s?|miles?)\b|\s?[%°]",
    re.I,
)
_TIMES = re.compile(r"[\s-](?:\w+ )?(?:times?|calls?|occasions?|rounds?)\b", re.I)
_AGE = re.compile(
    r"\b(?:aged? (?P<a>\d{1,3})|(?P<b>\d{1,3})[- ]years?[- ]old|(?<=, )(?P<c>\d{1,3})(?=[,.)])|\((?P<d>\d{1,3})\))"
)
_CLOCK = re.compile(
    r"\b\d{1,2}(?::\d{2})? ?[ap]\.?m\.?|\b\d{1,2}:\d{2}\b|\bat (?:noon|midnight|dawn|dusk)\b|"
    r"\b(?:1[0-9]|20|21)\d{2}\b|\b(?:Jan|Febr)uary\b|\bMarch\b|\bApril\b|\b(?<=in )May\b|\bJune\b|\bJuly\b|"
    r"\bAugust\b|\b(?:Septem|Octo|Novem|Decem)ber\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
    r"\b(?:in|this|next|last) (?:spring|summer|autumn|winter|week|month|year)\b|\b(?:yesterday|today|tomorrow)\b"
)
_WHERE = re.compile(
    r"\b(?:in|at|from|near|off|to|inside|outside|on)\s+(?:the|a|an)\s+(?:[\w’'-]+\s){0,3}?"
    r"(?:hall|house|room|street|square|building|station|harbou?r|port|airport|school|hospital|waters|"
    r"quarter|village|town|city|district|valley|hotel|palace|court|market|bridge|forest|field|plant|"
    r"factory|mine|camp|prison|church|museum|theatre|theater|stadium|island|coast|shore|river|border)\b"
)
_REASON = re.compile(
    r"\b(?:because|due to|owing to|thanks to|as a result|result of|caused by|in order to|so that|"
    r"the reason|the cause|on account|blamed|in response|in protest|after(?! (?:about |nearly |almost )?(?:\d|noon|midnight|\w+day))|cit(?:ed|ing)|prompted|led to|"
    r"crediting|following)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What answers, within a sentence: its place there, and a reading that is the same for the
    same answer in other words ("14" for "fourteen"). `doubt` counts reasons to take another one."""

    start: int
    end: int
    reading: str
    doubt: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence with what is known of it; places count from its start."""

    text: str
    mentions: Sequence[tuple[int, int, Mention, str]]  # with the name's canonical form
    moments: Sequence[tuple[int, int, Moment]]
    # Where those stand whose words the sentence tells: who says it is not who did it.
    speakers: Sequence[tuple[int, int]] = ()


def value_of(match: re.Match[str]) -> float:
    """The number that a match of `_NUMBER` writes."""
    if match["figure"]:
        value = float(match["figure"].replace(",", ""))
    elif match["hundred"]:
        one = match["hundred"].lower()
        value = 100.0 * (1 if one == "a" else _SPELLED[one])
        value += _SPELLED.get((match["rest"] or "").lower(), 0)
    elif match["tens"]:
        value = float(_SPELLED[match["tens"].lower()] + _SPELLED[match["ones"].lower()])
    else:
        value = float(_SPELLED[match["word"].lower()])
    return value * _SCALE.get((match["scale"] or "").lower(), 1)


def written(value: float) -> str:
    """A number as a reader writes it: "14", "6 million"."""
    for scale, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= scale and f"{value / scale:g}" == f"{value / scale:.12g}":
            return f"{value / scale:g} {word}"
    return f"{value:g}" if value < 1e6 else f"{value:,.0f}"


def _numbers(text: str) -> list[tuple[int, int, str]]:
    return [
        (m.start(), m.end(), written(value_of(m)))
        for m in _NUMBER.finditer(text)
        if not _NO.search(text, max(0, m.start() - 4), m.start())  # "no one"
    ]


_NO = re.compile(r"\bno[ -]$", re.IGNORECASE)
_NOBODY = re.compile(
    r"\b(?:nobody|no[ -]one|none|no (?:people|persons?|passengers?|injuries|deaths))\b",
    re.IGNORECASE,
)


def _followed(text: str, unit: re.Pattern[str]) -> list[Found]:
    """Numbers right before a unit."""
    found = []
    for start, end, value in _numbers(text):
        if match := unit.match(text, end):
            found.append(Found(start, match.end(), f"{value} {stem(match.group().split()[-1])}"))
    return found


def _money(text: str) -> list[Found]:
    found = []
    for start, end, value in _numbers(text):
        after = text[end : end + 24]
        if _SIGN.search(text[:start]) or _MONEY.match(after.lstrip()):
            found.append(Found(start, end + len(after.split(",")[0].rstrip(".")[:12]), value))
    return [Found(f.start, _word_end(text, f.end), f.reading) for f in found]


def _word_end(text: str, at: int) -> int:
    at = min(at, len(text))
    while at < len(text) and text[at].isalnum():
        at += 1
    return len(text[:at].rstrip(" ,.;"))


def _count(text: str, question: Question) -> list[Found]:
    """Numbers of what is counted: "14 passengers" where people are asked for."""
    wanted = {s for head in question.counted for s in alike(head)} | set(question.counted)
    people = not wanted or bool(wanted & _PEOPLE)
    found = []
    for start, end, value in _numbers(text):
        after = list(WORD.finditer(text, end, min(len(text), end + 40)))[:3]
        for match in after:
            # "2031, the boats", "two of the boat's crew": no number of boats.
            if _APART.search(text, end, match.start()) or match.group().endswith(("’s", "'s")):
                break
            one = stem(match.group())
            if one in wanted or (people and one in _PERSONS):
                # "Seven more passengers" is not how many there were.
                more = bool(
                    {m.group().lower() for m in after} & {"more", "other", "others", "further"}
                )
                found.append(Found(start, match.end(), value, int(more)))
                break
        else:
            # "A hundred and ten people", "Fourteen of the 212": the noun may stay unsaid.
            bare = after[0].group().lower() if after else ""
            if people and bare in ("were", "are", "have", "died", "of", "", "remain", "could"):
                found.append(Found(start, end, value))
    return _of_deed(text, found, question) if people else found


# Of people, what befell them: the number has to belong to it.
_BEFELL = frozenset(
    s
    for w in "hurt injured wounded injuries killed died dead deaths".split()
    for s in alike(stem(w))
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|got)(?: \w+ly)? $", re.IGNORECASE)


_OF_ALL = re.compile(r" of (?:the |its |all |some |about )*")
_OF_THEM = re.compile(r" of (?:them|whom|these|those)\b")


def _of_deed(text: str, found: list[Found], question: Question) -> list[Found]:
    """Those that the question's hurt or killed are told of: of "carrying 212 people, injuring 14",
    the 14. "Nobody" is a number too."""
    asked = {s for t in question.terms if t.stem in _BEFELL for s in alike(t.stem)}
    verbs = [m for m in WORD.finditer(text) if stem(m.group()) in asked]
    if not asked or not verbs:
        return found
    none = [Found(m.start(), m.end(), "0") for m in _NOBODY.finditer(text)]
    every = sorted([*found, *none], key=lambda f: f.start)
    # "Fourteen of the 212 people", "three of them": neither the whole nor a part of those hurt.
    wholes = {b for a, b in pairwise(every) if _OF_ALL.fullmatch(text, a.end, b.start)}
    every = [f for f in every if f not in wholes and not _OF_THEM.match(text, f.end)]
    kept: list[Found] = []
    for verb in verbs:
        before = [f for f in every if f.start <= verb.start()]
        after = [
            f
            for f in every
            if f.start > verb.end() and not _APART.search(text, verb.end(), f.start)
        ]
        if _PASSIVE.search(text[: verb.start()]) or not after:
            kept += before[-1:]
        else:
            kept += after[:1]
    return list(dict.fromkeys(kept))


_APART = re.compile(r"[,.;:()“”\"]")
_PEOPLE = frozenset(stem(w) for w in ("people", "persons", "passengers", "members", "victims"))
_PERSONS = frozenset(
    stem(w)
    for w in (
        "people persons passengers members men women children seamen sailors workers employees"
        " soldiers officers residents inhabitants victims patients students pupils voters guests"
        " demonstrators protesters firefighters injured dead crew prisoners hostages civilians"
    ).split()
)


def _persons(setting: Setting, question: Question, kinds: Sequence[str]) -> list[Found]:
    """Names that the question does not itself hold."""
    asked = {t.stem for t in question.terms}
    found = []
    for start, end, mention, canonical in setting.mentions:
        told = any(a < end and start < b for a, b in setting.speakers)
        if mention.type not in kinds or (told and not question.role):
            continue
        stems = {stem(m.group()) for m in WORD.finditer(canonical or mention.text)}
        if stems and not stems & asked:
            found.append(Found(start, end, canonical or mention.text))
    return found


_BREAK = re.compile(r"[“”\"‘;:]|\b(?:said|says|told|met|and|who|that|when|while)\b")


def _in_role(setting: Setting, question: Question) -> list[Found]:
    """Persons beside the role that is asked for: "fire chief Marit Olsen-Vey", "the envoy of the
    Union, Corin Whitlock". All words of the role stand near the name, the rarest within reach."""
    wanted = [alike(t.stem) for t in question.terms]
    found = []
    for one in _persons(setting, question, ("person",)):
        left = setting.text[max(0, one.start - 70) : one.start]
        if breaks := list(_BREAK.finditer(left)):
            left = left[breaks[-1].end() :]
        right = setting.text[one.end : one.end + 70]
        # After a name a role follows a comma: "Katrin Solberg, its chief conductor".
        if match := _BREAK.search(right):
            right = right[: match.start()]
        around = {stem(m.group()) for m in WORD.finditer(left)}
        after = {stem(m.group()) for m in WORD.finditer(right)}
        if all(w & around for w in wanted) or all(w & after for w in wanted):
            found.append(one)
        elif all(w & (around | after) for w in wanted) and wanted[0] & (around | after):
            found.append(replace(one, doubt=1))
    return found


def _roles(setting: Setting, question: Question) -> list[Found]:
    """What somebody is: the description beside the name."""
    asked = {t.stem for t in question.terms}
    return [
        Found(start, end, mention.role)
        for start, end, mention, canonical in setting.mentions
        if mention.role
        and asked <= {stem(m.group()) for m in WORD.finditer(f"{canonical} {mention.text}")}
    ]


# A day right after these is the day on which something was said.
_SAYING = re.compile(
    r"(?:said|says|told \w+|announced|reported|added|wrote)(?:,)?(?: on| late on| early on)? $"
)


def _times(setting: Setting, question: Question) -> list[Found]:
    """Dates and hours. In doubt is the day of saying, what hangs on another date, a week where a
    day is asked for, and what is past where what is to come is."""
    text = setting.text
    found = []
    for start, end, moment in setting.moments:
        doubt = int(bool(_SAYING.search(text[:start])))
        doubt += bool(re.search(r"\b(?:after|before|later|earlier)\b", text[start : end + 7]))
        doubt += question.to_the_day and moment.precision not in ("day", "time")
        doubt += question.planned and not moment.planned
        found.append(Found(start, end, moment.date or text[start:end].lower(), doubt))
    for match in _CLOCK.finditer(text):
        if not any(f.start < match.end() and match.start() < f.end for f in found):
            doubt = int(bool(_SAYING.search(text[: match.start()]))) + question.planned
            found.append(Found(match.start(), match.end(), match.group().lower(), doubt))
    return sorted(found, key=lambda f: f.start)


_LOCATED = re.compile(r"\b(?:in|at|near|off|to|into|from|inside|outside|towards?)(?: the)? $", re.I)


def _places(setting: Setting, question: Question) -> list[Found]:
    found = [
        # "of Sarn" says whose, "in Sarn" where.
        one if _LOCATED.search(setting.text[: one.start]) else replace(one, doubt=1)
        for one in _persons(setting, question, ("place",))
    ]
    for match in _WHERE.finditer(setting.text):
        if not any(f.start < match.end() and match.start() < f.end for f in found):
            found.append(Found(match.start(), match.end(), match.group().lower()))
    return found


def answers(setting: Setting, question: Question) -> list[Found] | None:
    """What in a sentence is of the kind that is asked for; None where any sentence will do."""
    text = setting.text
    simple: dict[Kind, Callable[[], list[Found]]] = {
        "money": lambda: _money(text),
        "duration": lambda: _followed(text, _TIME_UNIT),
        "speed": lambda: _followed(text, _SPEED),
        "length": lambda: _followed(text, _LENGTH),
        "often": lambda: (
            _followed(text, _TIMES)
            + [
                Found(m.start(), m.end(), m.group().lower())
                for m in re.finditer(r"\b(?:once|twice)\b", text)
            ]
        ),
        "quantity": lambda: _followed(text, _QUANTITY),
        "count": lambda: _count(text, question),
        "time": lambda: _times(setting, question),
        "place": lambda: _places(setting, question),
        "age": lambda: [
            Found(m.start(), m.end(), next(g for g in m.groups() if g)) for m in _AGE.finditer(text)
        ],
        "reason": lambda: [
            Found(m.start(), m.end(), m.group().lower()) for m in _REASON.finditer(text)
        ],
    }
    if question.kind in simple:
        return simple[question.kind]()
    if question.kind == "person":
        if question.identity:
            return _roles(setting, question)
        if question.role:
            return _in_role(setting, question)
        return _persons(setting, question, ("person",)) or _someone(text, question)
    return None


_SOMEONE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]wo|[Ii]ts|[Hh]is|[Hh]er)\s(?:[\w’'-]+\s){0,3}?(?:official|minister|president|spokes(?:man|woman|person)|"
    r"government|ministry|police|guard|envoy|diplomat|aide|union|company|owner|officer|supplier|"
    r"witness|expert|historian|chief|mayor|captain|agency|army|navy|court|council|committee)s?\b"
)
_COUNTRY = ("place", "organisation")


def _someone(text: str, question: Question) -> list[Found]:
    """Those who have no name: "two officials", "the owners"."""
    asked = {s for t in question.terms for s in alike(t.stem)}
    return [
        Found(m.start(), m.end(), m.group().lower(), 1)
        for m in _SOMEONE.finditer(text)
        if not {stem(w.group()) for w in WORD.finditer(m.group())} & asked
    ]
