"""Persons' names taken apart, and keys under which spellings of one name agree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from rashomon.names.tables import tables

PARTICLES = frozenset(
    "van von der den de del della di da dos das do du la le bin ibn ben bint abu al el ter ten zu "
    "zur af y".split()
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
# Family names that stand first, where the name is Chinese, Korean or Vietnamese.
_FAMILY_FIRST = frozenset(
    "xi wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin luo gao zheng "
    "liang xie tang deng feng yu dong cao yuan peng jiang cai jia ding wei xue ye pan du dai xia "
    "zhong tian ren fan fang shi yao tan liao zou xiong jin lu hao kong bai cui kang mao qiu qin "
    "gu hou shao meng wan duan lei qian yin li ke kim park choi jeong jung kang cho yoon jang lim "
    "han shin seo kwon hwang ahn song ryu hong moon roh lee ri pak choe nguyen tran pham hoang phan vu "
    "dang bui ngo duong ly to vo truong tsai lai wen chiang ho".split()
)
# "Eui-yong": with a small letter after the hyphen a given name is Korean.
_KOREAN_GIVEN = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,6}")
_SYLLABLE = re.compile(
    r"(?:(?:zh|ch|sh|ng|ny|[bcdfghjklmnpqrstwxyz])?(?:[aeiouy]{1,3}|y)(?:ng|nh|n|k|l|m|p|t|r|c)?)"
    r"(?:[-']?(?:(?:zh|ch|sh|[bcdfghjklmnpqrstwxyz])?[aeiouy]{1,3}(?:ng|n|k|l|m|p|t|r)?))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Form:
    """A person's name: `given` is empty where only a family name is known."""

    given: str
    middle: tuple[str, ...]
    family: str
    words: tuple[str, ...]
    suffix: str = ""


@lru_cache(maxsize=20_000)
def parse(text: str) -> Form:
    """The parts of a person's name, particles kept with the family name."""
    words = [word.strip(",") for word in text.split()]
    suffix = ""
    while len(words) > 1 and words[-1].casefold().rstrip(".") in _SUFFIXES:
        suffix = words.pop().casefold().rstrip(".")
    if len(words) < 2:
        return Form("", (), words[0] if words else "", tuple(words), suffix)
    first = words[0].casefold()
    if first in PARTICLES and first not in tables().given:
        return Form("", (), " ".join(words), tuple(words), suffix)
    if (
        first in _FAMILY_FIRST
        and (first not in tables().given or len(words) == 3)
        and len(words) in (2, 3)
        and all(_SYLLABLE.fullmatch(word) for word in words[1:])
        and words[-1].casefold() not in _FAMILY_FIRST
    ) or (len(words) == 2 and len(first) < 7 and _KOREAN_GIVEN.fullmatch(words[1])):
        return Form(" ".join(words[1:]), (), words[0], tuple(words), suffix)
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in PARTICLES:
        at -= 1
    return Form(words[0], tuple(words[1:at]), " ".join(words[at:]), tuple(words), suffix)


_KEY_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"[^a-z]", ""),
        (r"^(?:al|el)(?=[bcdfghjkmnpqrstvwxz][a-z]{3})", ""),
        (r"shch|sch", "sh"),
        (r"tch", "ch"),
        (r"dzh|dj", "j"),
        (r"kh", "h"),
        (r"ph|ff", "f"),
        (r"ck", "k"),
        (r"ks", "x"),
        (r"tz", "ts"),
        (r"w", "v"),
        (r"ou", "u"),
        (r"([eo])yv$", r"\1v"),
        (r"iev$|yev$", "ev"),
        (r"(?<=[aeiou])[yij]e", "e"),
        (r"^ye", "e"),
        (r"(?<=[^aeiou])ye", "e"),
        (r"([aou])e", r"\1"),
        (r"(?:skyi|skyy|skiy|skii|skij|sky|ski)$", "ski"),
        (r"[yij]+", "i"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=50_000)
def family_key(family: str) -> str:
    """A key that the usual transliterations of one family name share.

    Zelensky, Zelenskyy and Zelenskiy give one key; short names only lose case and accents.
    """
    plain = anyascii(family).casefold()
    letters = re.sub(r"[^a-z]", "", plain)
    if len(letters) <= 4:
        return letters
    for pattern, replacement in _KEY_RULES:
        plain = pattern.sub(replacement, plain)
    return plain


_BY_NEARNESS = ("spelling", "neighbour", "language", "short")


@lru_cache(maxsize=50_000)
def given_alike(one: str, other: str) -> str | None:
    """How two given names agree, or None.

    "same"; "spelling" (Yuri, Yury); "neighbour" (Vladimir, Volodymyr); "language" (John, Juan);
    "short" (Joe, Joseph); "initial" (J., John).
    """
    a, b = plain_given(one), plain_given(other)
    if not a or not b:
        return None
    if a == b:
        return "same"
    if is_initial(one) or is_initial(other):
        return "initial" if a[0] == b[0] else None
    given = tables().given
    kinds = dict(given.get(one.casefold(), ()))
    best: str | None = None
    for number, kind in given.get(other.casefold(), ()):
        if number in kinds:
            pair = {kinds[number], kind}
            if 2 in pair:
                found = "short"
            elif 1 in pair:
                found = "language"
            else:
                found = "neighbour" if 3 in pair else "spelling"
            if best is None or _BY_NEARNESS.index(found) < _BY_NEARNESS.index(best):
                best = found
    if best is None and len(a) > 3 and family_key(one) == family_key(other):
        return "spelling"
    return best


def other_middle(one: str, other: str) -> bool:
    """Whether the names between given name and surname tell two persons apart.

    "Karl B. Moss" is not "Karl Anton Bruno Moss"; "Ada Lind Brill" may be "Ada Rika Lind Brill".
    """
    mine, theirs = (
        [plain_given(word) for word in parse(name).middle if word[:1].isupper()]
        for name in (one, other)
    )
    if not mine or not theirs or mine[0][:1] == theirs[0][:1]:
        return False
    return not any(len(word) > 1 and word in theirs for word in mine)


def plain_given(given: str) -> str:
    """A given name without case, accents and stops."""
    return str(anyascii(given)).casefold().rstrip(".")


def is_initial(given: str) -> bool:
    """Whether a given name is initials only: "J.", "J.D."."""
    return len(given.rstrip(".")) == 1 or "." in given
