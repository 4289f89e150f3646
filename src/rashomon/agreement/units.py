"""What a sentence is about, in units that can be compared across tellings.

A unit is a name folded over the story, a number by its value, a date as it was resolved, or the
stem of a content word. Quoted words are left out: quotations are compared as quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "tausend": 1e3, "millionen": 1e6, "milliarden": 1e9, "mille": 1e3, "millions": 1e6,
    "milliards": 1e9, "mil": 1e3, "millones": 1e6, "тысяч": 1e3, "тысячи": 1e3, "тысяча": 1e3,
    "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6, "млн": 1e6, "миллиард": 1e9,
    "миллиарда": 1e9, "миллиардов": 1e9, "млрд": 1e9, "тис": 1e3, "мільйонів": 1e6,
    "мільйон": 1e6, "мільярдів": 1e9, "m": 1e6, "bn": 1e9, "k": 1e3,
}  # fmt: skip
_NUMERALS = {
    w: float(n)
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {
    w: 10.0 * n
    for n, w in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), start=3)
}  # fmt: skip
_NUMBER = re.compile(
    r"(?<![\w.,:/-])(?P<money>[$€£¥₽₴]\s?)?(?P<digits>\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)"
    r"(?P<tail>(?:bn|m|k)\b|\s?%|(?:\s|-)per\s?cent\b)?(?![\w]|[.,:/]\d)",
)
# What a sentence says of its own standing: two that differ here tell different things.
_DENIES = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|without|cannot|denie[ds]|denying|deny|"
    r"refus\w+|reject\w*|fail(?:s|ed|ing)?|do(?:es|ing)? away|scrap(?:s|ped|ping)?|instead of|rather than|unable|unlikely|\w+n['’]t|nicht|kein\w*|ne|pas|non|sin|nunca|не|нет|ні|ані)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|should|shall|going to|expected|plans?|planned|planning|intends?|"
    r"set to|prepared to|preparing to|poised to|ready to|vows?|vowed|promis\w+|threat\w+|propos\w+|consider\w*|weigh\w*|if|unless|likely|"
    r"wants?|hopes?|urg\w+|call(?:s|ed|ing)? (?:for|on)|ahead of|scheduled|\w+['’]ll|\w+['’]d|"
    r"wird|werden|würde|könnte|soll|sollte|va|pourrait|podría|será|будет|будут|буде)\b",
    re.IGNORECASE,
)
# General English of news and function words of the other languages that are read: words that say
# nothing of an event. Without the table more is shared, and less of it means anything.
_EMPTY = frozenset(
    "that this with from have been were will would could should about after before their there "
    "which when what where while into over than then they them also said says told tell according "
    "more most some such only other first last week month year years months weeks days told people "
    "during between against under through because since until still just very even both each many "
    "much being does made make like upon among across within without whether however who whom whose "
    "how why the and for was are has had not but its his her our your you she him can may might must "
    "any all one two out off new now one's who've i'm it's he's she's that's did get got going want "
    "think know thing things way back take come came time today yesterday tomorrow day night morning "
    "afternoon evening monday tuesday wednesday thursday friday saturday sunday "
    "january february march april june july august september october november december "
    "later earlier added called asked say saying statement reported reporters report news media "
    "interview twitter tweet tweeted wrote written post posted story article video image photo "
    "spokesman spokeswoman spokesperson official officials press conference briefing website source "
    "sources announced announcement part lot another "
    "these those here well mr mrs ms dr sen rep gov president former "
    "eine einer einem einen nicht auch sich nach über durch wurde wurden werden haben sind dass oder "
    "noch sein seine ihre beim einem sagte gegen zwischen unter mehr hatte waren worden wird "
    "dans pour avec sont cette plus leur mais elle ont été être après avant sur aux des les une que "
    "qui par selon comme aussi fait entre sous contre déclaré "
    "para como pero este esta entre sobre desde hasta porque cuando donde también había fueron según "
    "más muy sus los las del una por con que dijo tras contra "
    "что это как для или при уже если было были была быть также после перед между через около чтобы "
    "который которая которые своей своих сказал сообщил заявил отметил его она они только более "
    "що цей для або при вже якщо було були була бути також після перед між через щоб який яка які "
    "своєї сказав повідомив заявив його вона вони тільки більше".split()
)
# Offices and parties: they say who, and not what happened. General English.
_OFFICES = frozenset(
    "adviser advisor secretary minister attorney general chief chairman leader director deputy head "
    "lawmaker senator congressman congresswoman representative candidate nominee counsel ambassador "
    "administration party government republican democrat democratic national security staff house "
    "senate congress department presidential white".split()
)
_ENDINGS = re.compile(r"(?<=[^\W\d_]{4})(?:ings?|ers?|ed|es|s|ments?|ly|ions?)$")
_STEM = 6


@dataclass(frozen=True, slots=True)
class Unit:
    """`key` is "w:" and a stem, "n:" and a name's id, "#" and a value, or "@" and a date.

    `named` says that a word has a capital, and so may be a part of a name that nobody folded;
    `deed` that it looks like a verb (English alone).
    """

    key: str
    start: int
    end: int
    named: bool = False
    deed: bool = False


def words(text: str, start: int, end: int) -> Iterator[Unit]:
    """Stems of the content words of text[start:end]; of scripts without spaces, pairs of signs."""
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if _CJK.search(word):
            for at in range(len(word) - 1):
                yield Unit("w:" + word[at : at + 2], match.start() + at, match.start() + at + 2)
            continue
        if word[0].isdigit():
            continue
        if stem := stem_of(word):
            named = word[0].isupper()
            deed = not named and _is_deed(text, match)
            yield Unit("w:" + stem, match.start(), match.end(), named, deed)


def stems(text: str, start: int, end: int) -> Iterator[str]:
    """The keys of `words`."""
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if _CJK.search(word):
            yield from ("w:" + word[at : at + 2] for at in range(len(word) - 1))
        elif not word[0].isdigit() and (stem := stem_of(word)):
            yield "w:" + stem


def _is_deed(text: str, match: re.Match[str]) -> bool:
    """Whether a word has the look of a verb: its ending, or the word before it."""
    word = match.group().casefold()
    if word.endswith(("ed", "ing")) or word in _PASTS:
        return True
    at = max(0, match.start() - 12)
    if not text[at : match.start()].rstrip().casefold().endswith(_BEFORE_VERBS_TUPLE):
        return False
    before = _BEFORE.search(text, at, match.start())
    return before is not None and before[1].casefold() in _BEFORE_VERBS


# General English: irregular past forms that news uses, and words that a verb follows.
_PASTS = frozenset(
    "met took went began came gave made held won lost fell rose sent left found saw became knew put "
    "ran kept thought brought wrote spoke led stood understood paid shot struck sought fought built "
    "broke chose drew drove flew froze grew hurt laid overtook rode shook shut sold spent split "
    "spread stole swore swept taught threw wore withdrew died".split()
)
_BEFORE_VERBS = frozenset(
    "to will would could should must may might not they he she it who that".split()
)
_BEFORE_VERBS_TUPLE = tuple(sorted(_BEFORE_VERBS))
_BEFORE = re.compile(r"([^\W\d_]+)\s+$")


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """A content word cut to what its forms share; empty for one that says nothing."""
    folded = word.casefold().replace("’", "'").removesuffix("'s").replace(".", "")
    if folded in _EMPTY or folded in _NUMERALS or folded in _SCALES:
        return ""
    if len(folded) < 4 and not (word.isupper() and len(word) > 1):
        return ""
    return _ENDINGS.sub("", folded).rstrip("e")[:_STEM]


@lru_cache(maxsize=1)
def offices() -> frozenset[str]:
    """Units of words that say who somebody is."""
    return frozenset(f"w:{stem_of(word)}" for word in _OFFICES)


def numbers(text: str, start: int, end: int) -> Iterator[Unit]:
    """Numbers in digits and words, by value: "1,200" is "#1200", "6 million" "#6000000"."""
    for match in _NUMBER.finditer(text, start, end):
        value = _value(match["digits"])
        if value is None:
            continue
        stop = match.end()
        tail = (match["tail"] or "").strip().casefold()
        if tail in _SCALES:
            value *= _SCALES[tail]
        elif not tail and (scale := _scale_after(text, stop, end)):
            value, stop = value * scale[0], scale[1]
        unit = "%" if tail and tail not in _SCALES else "$" if match["money"] else ""
        yield Unit(f"#{value:g}{unit}", match.start(), stop)
    for match in _WORD.finditer(text, start, end):
        word = match.group().casefold()
        if word not in _NUMERALS and "-" not in word:
            continue
        parts = word.split("-")
        if all(p in _NUMERALS for p in parts) and parts != ["one"]:
            value = sum(_NUMERALS[p] for p in parts)
            stop = match.end()
            if scale := _scale_after(text, stop, end):
                value, stop = value * scale[0], scale[1]
            yield Unit(f"#{value:g}", match.start(), stop)


_NEXT_WORD = re.compile(r"[\s-]+([^\W\d_]+)")


def _scale_after(text: str, at: int, end: int) -> tuple[float, int] | None:
    match = _NEXT_WORD.match(text, at, end)
    if match and (scale := _SCALES.get(match[1].casefold())) and len(match[1]) > 2:
        return scale, match.end()
    return None


def _value(digits: str) -> float | None:
    plain = re.sub(r"[ ,.\u00a0\u202f](?=\d{3}(?:\D|$))", "", digits).replace(",", ".")
    try:
        return float(plain) if len(plain) < 16 else None
    except ValueError:
        return None


def standing(words: str) -> tuple[bool, bool]:
    """Whether words deny something, and whether they speak of what need not have happened."""
    return bool(_DENIES.search(words)), bool(_AHEAD.search(words))
