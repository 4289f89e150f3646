"""Whether a seat of government or a country stands for its government."""

from __future__ import annotations

import re

from rashomon.names.tables import tables

# Verbs that a government is the subject of, and a town is not.
_ACTS = (
    r"said|says|say|told|announced|announces|claim(?:s|ed)|den(?:y|ies|ied)|accus(?:es|ed)|"
    r"insist(?:s|ed)?|reject(?:s|ed)?|believ(?:es|ed)|want(?:s|ed)|demand(?:s|ed)|warn(?:s|ed)|"
    r"hop(?:es|ed)|agree(?:s|d)|refus(?:es|ed)|propos(?:es|ed)|impos(?:es|ed)|confirm(?:s|ed)|"
    r"call(?:s|ed)|view(?:s|ed)|see(?:s)?|saw|seek(?:s)?|sought|argu(?:es|ed)|maintain(?:s|ed)|"
    r"support(?:s|ed)|back(?:s|ed)|oppos(?:es|ed)|condemn(?:s|ed)|threaten(?:s|ed)|offer(?:s|ed)|"
    r"expect(?:s|ed)|plan(?:s|ned)|sent|signal(?:s|led|ed)?|vow(?:s|ed)|pledg(?:es|ed)|deploy(?:s|ed)|"
    r"suspend(?:s|ed)|expel(?:s|led)|recogni[sz](?:es|ed)|describ(?:es|ed)|respond(?:s|ed)|"
    r"appoint(?:s|ed)|prefer(?:s|red)|intend(?:s|ed)|tr(?:ies|ied)|fear(?:s|ed)|emphasi[sz](?:es|ed)|"
    r"stress(?:es|ed)|dismiss(?:es|ed)|urg(?:es|ed)|stated|declar(?:es|ed)|alleg(?:es|ed)|"
    r"deem(?:s|ed)|attend(?:s|ed)|consider(?:s|ed)|decid(?:es|ed)|ha(?:s|d) (?:\w+ly |\w+ )?(?:not |yet |"
    r"said|warned|rejected|repeatedly|denied|accused|imposed|long|also|called|refused|threatened|signal)|"
    r"(?:is|was) (?:ready|willing|prepared|trying|seeking|determined|demanding|interested|pushing|"
    r"planning|preparing|currently|also)|will (?:not |never |also )?(?:respond|insist|seek|demand|attend|accept|"
    r"agree|continue|support|retaliate|have to|be at|push|consider|decide)|would (?:not |never )?"
    r"(?:tolerate|respond|accept|support|agree|move against|welcome)|must|did not|does not|clearly"
)
_ACTING = re.compile(
    rf"(?:[ \u00a0]|, [^,.]{{3,40}}, )(?:(?:also|has|have|had|then|later|now|still|"
    rf"repeatedly|reportedly|officially|formally|\w+ly) )*(?:{_ACTS})\b"
)
# What a seat of government does and a town does not: auxiliaries, and verbs with an object.
_SEAT_ACTING = re.compile(
    r"[ \u00a0](?:can|could|would|should|may|might|(?:has|had|have) (?:\w+ly |\w+ )?(?!been\b)\w+(?:ed|en|ught|aid)|"
    r"(?!hosted|celebrated|suffered|remained|witnessed|experienced|turned|used|reached)\w+ed "
    r"(?:the|a|an|that|to|its|on|for|it|no|new|any|all|\w+ \w+ as))\b"
)
_BETWEEN = re.compile(r"\bbetween [^.;\n]{0,30}$")
_AND = re.compile(r"[ \u00a0]and [A-Z]")
_BEFORE = re.compile(
    r"\b(?:by|against|with|from|accus(?:e|ed|es|ing)|pressur(?:e|ed|ing)|urg(?:e|ed|ing)|ask(?:ed|ing)?|"
    r"blam(?:e|ed|ing)|told|gave|giv(?:e|en|ing)|warn(?:ed|ing)?|forc(?:e|ed|ing)|on|over|for|"
    r"allow(?:ed|ing)?|according to|toward|towards) (?:the )?$"
)
# What is done to a government, where a country is named.
_DONE_TO = re.compile(
    r"\b(?:accus(?:e|ed|es|ing)|blam(?:e|ed|ing)|urg(?:e|ed|ing)|pressur(?:e|ed|ing)|sued|"
    r"sanction(?:ed|ing)|warn(?:ed|ing)|talks? with|deal with|agree(?:d|ment) with|"
    r"negotiat(?:e|ed|ing|ions) with|calls? on|called on|allegations against|claims by) (?:the )?$"
)
_LOCATED = re.compile(
    r"\b(?:in|near|at|to|inside|outside|into|around|across|through|visit(?:s|ed|ing)?|left|"
    r"leav(?:e|es|ing)|reach(?:ed|ing)?|downtown|central|throughout|via|off) (?:the )?$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    r"[ \u00a0](?:talks|meeting|summit|region|time|airport|street|suburb|streets|visit)\b"
)
# Nouns that a government has, after a possessive: "Moscow's terms", "Kyiv's backers".
_OWNED = re.compile(
    r"[’']s? (?:\w+ )?(?:terms|backers|allies|refusal|interpretation|calculus|eyes|reading|"
    r"perspective|point of view|stance|position|demands|decision|influence|response|interests|"
    r"top priority|priority|goals?|aims?|approach|readiness|willingness|motives|claims|proposal|offer|invasion|war|sanctions|policy|threats|ambassador|envoy|"
    r"foreign policy|support|intentions|plans|government|control|role)\b"
)


def government(country: str) -> str:
    """How the government of `country` is called as one that speaks and acts."""
    return f"{country} (government)"


def stands_for_government(text: str, start: int, end: int, country: bool) -> bool:
    """Whether the place at `start` to `end` is used for its government.

    A country is so used where it speaks or acts; a seat of government also where it is dealt
    with. Where it is said to be somewhere, it is the place.
    """
    before = text[max(0, start - 60) : start]
    if _LOCATED.search(before):
        return False
    window = text[end : end + 80]
    if _ACTING.match(window) or _OWNED.match(window):
        return True
    if not country and _SEAT_ACTING.match(window):
        return True
    if country and _DONE_TO.search(before) and not re.match(r"[ \u00a0][a-z]+s\b", window):
        return True
    if country or _NOUN_AFTER.match(window):
        return False
    if _BETWEEN.search(before):
        return True
    return bool(_BEFORE.search(before)) and not _NOUN_AFTER.match(window)


_SIDE = re.compile(
    r"\b[Tt]he (?P<adjective>[A-Z][\w.]+(?: [A-Z][a-z]+)?) (?:side|government)\b(?! of)"
)


def sides(text: str) -> list[tuple[int, int, str]]:
    """Where "the American side" and the like stand: (start, end, country)."""
    adjectives = tables().adjectives
    found = []
    for match in _SIDE.finditer(text):
        country = adjectives.get(match["adjective"])
        if country:
            found.append((match.start(), match.end(), country))
    return found
