"""Words with which headlines judge, by what they say. General English of headlines.

Without a family fewer headlines are told, and none is wrong. Verbs that are nouns of news as well
("blasts", "bombs") count where an object follows.
"""

from __future__ import annotations

import re

# What follows a verb that has an object: a name, a quotation, or a word that opens a phrase.
_OBJECT = r"(?=\s(?:(?-i:[A-Z“‘'\"])|(?:the|a|his|her|its|their|over|critics|media|plans?)\b))"

FAMILIES = {
    "attack": (
        rf"slam(?:s|med|ming)|blast(?:s|ed){_OBJECT}|rip(?:s|ped){_OBJECT}|lash(?:es|ed) out|"
        rf"hammer(?:s|ed){_OBJECT}|torch(?:es|ed){_OBJECT}|skewer(?:s|ed)|assail(?:s|ed)|lambast(?:s|es|ed)|"
        rf"bash(?:es|ed|ing){_OBJECT}|trash(?:es|ed|ing){_OBJECT}|tears? into|pillor(?:y|ies|ied)|"
        r"excoriat(?:es|ed)|berat(?:es|ed)|rail(?:s|ed) against|takes? aim|fires? back|claps? back|smeared"
    ),
    "mockery": (
        r"mock(?:s|ed|ing)|taunt(?:s|ed|ing)|troll(?:s|ed|ing)|roast(?:s|ed)|throws? shade|dunks? on|owns"
    ),
    "anger": (
        r"fum(?:es|ed|ing)|rant(?:s|ed|ing)?|rag(?:es|ed|ing)|seeth(?:es|ed|ing)|erupt(?:s|ed) (?:at|over)|"
        r"goes? nuts|go(?:es)? on (?:a )?rampage|melt(?:s|ing)? down|meltdown|unhinged|"
        r"los(?:es|ing) (?:its|his|her|their)(?: \w+)? minds?|fury|furious|venting|tirade|panic|outrage[ds]? over"
    ),
    "shame": (
        r"shameful(?:ly)?|disgrace(?:s|d|ful)?|outrageous|embarrass\w*|humiliat\w+|hypocri\w+|dead wrong|"
        r"betray(?:s|ed|al)?|cave(?:s|d)|snub(?:s|bed)?|grovel\w*|cozy\w*|coddl\w+|debacle|fiasco|chaos|chaotic|"
        r"sides? with(?=\s(?-i:[A-Z]))"
    ),
    "retreat": (
        r"surrender(?:s|ed)|flip-?flops?|backtracks?|walks? back|dodges?|stonewall\w*|backpedals?|doubles? down"
    ),
    "boast": r"brag(?:s|ged)|boast(?:s|ed)|gloat(?:s|ed)|crow(?:s|ed) (?:over|about)",
    "deed": (
        r"ousts|ousted|ouster|forced out|power grab|crackdown|war on|ploy|stunt|sham|scheme|cover-?up|"
        r"witch hunt|weaponiz\w+"
    ),
    "cut": (
        r"(?<!-)ditch(?:es|ed)|gut(?:s|ted)|slash(?:es|ed|ing)|scrap(?:s|ped)(?=\s\w)|axed"
    ),
    "alarm": (
        r"shady|sinister|disturbing|chilling|horrif\w+|terrifying|stunning|shocking|bombshell|explosive|"
        r"disastrous|cripp(?:les|ling)|sick|evil|vicious|brutal(?:ly)?"
    ),
    "camp": (
        r"radical|extremist|anti-choice|pro-abortion|anti-gay|anti-women|anti-American|far[- ]left|far[- ]right|hard[- ](?:left|right)|hard-?liners?|racist|bigot\w*|xenophob\w+|"
        r"elites|regime|thug\w*|mob|illegals|illegal (?:immigrants?|aliens?)|leftists?|right-wing(?:er)?s?|defian(?:t|ce)"
    ),
    "doubt": (
        r"lies|liar|lyin[’']|falsely|baseless|debunked|discredited|uncorroborated|unproven|bogus|hoax|"
        r"without evidence|so-called"
    ),
    "repute": r"notorious|infamous|embattled|beleaguered|scandal-\w+|disgraced",
    "outcome": (
        r"victory for|big win|(?:gets|scores|wins) (?:a )?(?:big )?(?:win|victory)|blow to|defeat for|"
        r"another \w+ \w+ defeat|setback|finally"
    ),
}  # fmt: skip
# Verbs of quarrel and of outcome turn a headline; that one outlet has them is its plain choice.
PLAIN = frozenset(("attack", "mockery", "boast", "retreat", "cut", "outcome"))
_PATTERNS = {k: re.compile(rf"\b(?:{v})(?!\w)", re.IGNORECASE) for k, v in FAMILIES.items()}


def judging(title: str) -> list[tuple[int, int, str]]:
    """Start, end and family of each word that judges, in order."""
    return sorted(
        (m.start(), m.end(), family)
        for family, pattern in _PATTERNS.items()
        for m in pattern.finditer(title)
        if m.start() or family != "attack"  # "Blasts reported at ..." is a noun
    )


# The same act in other words: a headline with one beside a headline with the other leads alike.
SAME_ACT = tuple(
    frozenset(words.split())
    for words in (
        "launches launch announces announcing announced joins join enters runs running run declares "
        "declared unveils unveiled kicks starts launched bid",
        "resigns resign resigning resigned quits quit steps stepping leaves leave leaving departs out "
        "exits departure retires retire",
        "killed kills dead die dies deadly death toll killing lives",
        "condemns condemn criticizes criticises criticism rebukes rebuke denounces slams blasts",
        "sues sue suing lawsuit files filed",
        "charged charges indicted indicts indictment arrested arrest arrests",
        "passes passed approves approved approval votes vote backs passage",
        "blocks blocked halts halted rejects rejected bars strikes stops",
        "wins won win victory elected elects elect",
        "probe probing probed investigates investigating investigation inquiry sought",
        "shooting shot shots gunman shooter fire fires fired",
        "meets meet meeting talks summit",
        "earthquake quake tremor",
        "upholds uphold allows allow lets clears",
        "retaliates retaliate imposes impose slaps slap hits tariffs tariff",
        "loses lose lost losing downgraded downgrades revoked revokes stripped strips",
        "submits submit submitted answers answered hands",
    )
)
# Of the dead: that they are honoured, and how many they are so far. Either is one act for all.
TRIBUTE = re.compile(
    r"\b(?:honou?r(?:s|ed|ing)?|respects|tributes?|mourn(?:s|ed|ing|ers)?|remember(?:s|ed)|farewell|funeral|"
    r"eulog\w+|memorial|buri(?:al|ed)|goodbye|hero[’']s welcome|laid to rest|lies? in state)\b",
    re.IGNORECASE,
)
_COUNT = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds)"
)
TOLL = re.compile(
    rf"\b{_COUNT}\b[^.;:]{{0,20}}\b(?:dead|killed|die[sd]?|deaths|lives|bodies)\b|"
    rf"\b(?:kill(?:s|ed|ing)|claims|leav(?:es|ing)|toll)\b[^.;:]{{0,20}}\b{_COUNT}\b",
    re.IGNORECASE,
)
