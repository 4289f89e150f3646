"""Words with which speakers of news deny, accuse, warn and judge.

General English: without them fewer omissions are told first, and none is wrong.
"""

from __future__ import annotations

import re

_CHARGED = re.compile(
    r"\b(?:lie[sd]?|lying|liar|fals\w*|fake|hoax|wrong|corrupt\w*|illegal\w*|unlawful\w*|crim\w+|guilty|"
    r"innocen\w+|fraud\w*|attack\w*|threat\w*|danger\w*|kill\w*|murder\w*|destroy\w*|crush\w*|harm\w*|"
    r"hat(?:e|ed|red)|racis\w+|sexis\w+|bigot\w*|evil|terror\w*|weapon\w*|enem\w+|traitor\w*|treason\w*|"
    r"betray\w*|shame\w*|disgrac\w*|disgust\w*|horrible|terrible|awful|disast\w+|crisis|fail\w*|blame\w*|"
    r"abus\w+|assault\w*|rape[ds]?|violen\w+|extrem\w+|radical\w*|untrue|dishonest\w*|incompeten\w*|"
    r"stupid|crazy|insane|ridiculous|outrag\w+|unaccept\w*|unconstitution\w*|reckless\w*|cruel\w*|inhuman\w*|"
    r"apolog\w+|warn\w*|regret\w*|deny|denied|refus\w+|reject\w*|resign\w*|impeach\w*|witch hunt|"
    r"pressur\w+|smear\w*|collu\w+|obstruct\w*|cover-?up|conspir\w+|bully\w*|mislead\w*|worst|weak\w*|"
    r"loser\w*|mistake\w*|alarm\w*|nightmare|catastroph\w+|never|no (?:evidence|one|collusion|court|basis)|"
    r"hypocri\w+|unfair\w*|bias(?:ed)?|power grab|scandal\w*|devastat\w*|bankrupt\w*|imbecil\w*|idiot\w*|"
    r"coward\w*|pushover|embarrass\w*|humiliat\w+|deeply (?:concern|troubl|disappoint)\w+|absurd\w*|nonsense|"
    r"bogus|baseless|unfounded|scam|rigged|steal\w*|stole[n]?|cheat\w*|fools?|tyran\w+|dictator\w*|"
    r"(?:do|did|does|is|are|was) not (?:have|a|an|true|know|any)|no allegations?|mean-spirited|accus\w+|condemn\w*|"
    r"violat\w+|jeopard\w+|undermin\w+|desperat\w+|"
    r"unjust\w*|hurt(?:s|ing)|tear(?:s|ing)? apart|contradict\w*|gutt(?:ed|ing)|punish\w*|chaos|appeas\w+|"
    r"break(?:s|ing)? (?:his|her|its|their|the|a) promises?|special interests|hiding|unfit|insult\w*|vindicat\w+|"
    r"exonerat\w+|heinous|abject\w*|surrender\w*|slap in the face|double standard)\b"
)
# Words that may deny or warn: enough where the sentence stands early, or nothing else is found.
_HEATED = re.compile(
    r"\b(?:not|no|nobody|nothing|cannot|\w+n't|die[ds]?|death|dead|hurt\w*|fear\w*|war|victim\w*|"
    r"untrust\w*|unprecedent\w*|sorry|without|demand\w*|must|worr\w+|suffer\w*|concern\w*|troubl\w*|"
    r"disappoint\w*|fight\w*|oppos\w+|overturn\w*|forced|emergency|unnecessary|partisan\w*)\b"
)

# Thanks, condolences and good wishes: everybody has them, and nobody misses them.
_KIND = re.compile(
    r"\b(?:grie(?:f|ve\w*)|hearts?|pray\w*|condolences?|thank\w*|grateful|happy|bless\w*|congratulat\w*|"
    r"sympath\w+|thoughts (?:are|go)|wish(?:es)?|pledged|cooperat\w+)\b"
)


def is_charged(words: str) -> bool:
    """Whether the words deny, accuse, warn or judge."""
    return bool(_CHARGED.search(words.casefold().replace("’", "'")))


def is_heated(words: str) -> bool:
    """Whether they may: a denial, a demand or a worry of any kind."""
    folded = words.casefold().replace("’", "'")
    return bool(_CHARGED.search(folded) or _HEATED.search(folded))


def is_kind(words: str) -> bool:
    """Whether they thank, console or wish well."""
    return bool(_KIND.search(words.casefold()))
