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
    r"agree|continue|support|retaliate|have to|push|consider|decide)|would (?:not |never )?"
    r"(?:tolerate|respond|accept|support|agree|welcome)|must|did not|does not|clearly|meddled|interfered|colluded|violated|annexed|invaded|faces|wants|insists"
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
    r"\b(?:by|against|with|accus(?:e|ed|es|ing)|pressur(?:e|ed|ing)|urg(?:e|ed|ing)|ask(?:ed|ing)?|"
    r"blam(?:e|ed|ing)|told|gave|giv(?:e|en|ing)|warn(?:ed|ing)?|forc(?:e|ed|ing)|isolat(?:e|ed|ing)|"
    r"(?:sanctions|pressure|tariffs|dependence|condition) on|(?:influence|leverage) over|"
    r"(?:support|pressure|aid|help|money|backing|assistance|threats|demands|orders|independence) from|"
    r"allow(?:ed|ing)?|according to|toward|towards|convinc(?:e|ed|ing)|persuad(?:e|ed|ing)) (?:the )?$"
)
# A noun follows that the place only describes: "the Paris climate accord".
_DESCRIBES = re.compile(
    r"[ \u00a0](?!(?:of|for|that|to|over|and|in|on|with|as|about|by|than|or|at|from|if|when|which|who|"
    r"into|but|after|before|because|since|while|not|again|also|directly|under|during|through)\b)[a-z]"
)
# The place hangs on a noun before it, which is the subject: "experts on Kenya said".
_HANGS = re.compile(r"\b(?:of|on|in|from|with|than|about|for|at|near|to|into|across) (?:the )?$")
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
    r"top priority|priority|goals?|aims?|approach|readiness|willingness|motives|claims|proposal|offer|invasion|policy|threats|ambassador|envoy|"
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
    if _OWNED.match(window):
        return True
    acts = _ACTING.match(window) or (not country and _SEAT_ACTING.match(window))
    if acts and not _HANGS.search(before) and not _is_adjective(text, start, end):
        return True
    if not country and _BETWEEN.search(before) and not _NOUN_AFTER.match(window):
        return True
    if _DESCRIBES.match(window):
        return False
    if country:
        return _DONE_TO.search(before) is not None and not window[1:2].isupper()
    return not _NOUN_AFTER.match(window) and bool(_BEFORE.search(before))


_NOUN_OR_VERB = re.compile(
    r"[ \u00a0](?:plans|claims|demands|hopes|calls|fears|offers|backs|views)\b"
)


def _is_adjective(text: str, start: int, end: int) -> bool:
    """Whether "U.S. plans" are plans: capitals without their article before such a noun."""
    return (
        text[end - 1] in ".SKE"
        and not text[max(0, start - 4) : start].casefold().endswith("the ")
        and _NOUN_OR_VERB.match(text, end) is not None
    )


_SIDE = re.compile(
    r"[Tt](?<!\w.)he (?P<adjective>[A-Z][\w.]+(?: [A-Z][a-z]+)?) (?:side|government)\b(?! of)"
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
