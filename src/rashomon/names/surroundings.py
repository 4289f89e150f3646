"""Words around a name that speak for a person, a place or a company. General knowledge of news."""

from __future__ import annotations

import re

# Signs before a name that are looked at: the longest of what stands there below has 21.
REACH = 26

SPEECH_AFTER = re.compile(
    r"(?:[’']s)?,? (?:(?:also|has|have|had|then|later|himself|herself|repeatedly|previously) )*"
    r"(?:said|says|told|added|adds|argued|argues|claimed|claims|noted|notes|wrote|writes|tweeted|"
    r"insisted|insists|explained|explains|stressed|replied|recalled|warned|warns|denied|asked|asks|"
    r"admitted|testified|stated|states|who|whose|did not say|met|spoke|resigned|died|was born)\b"
)
SPEECH_BEFORE = re.compile(
    r"\b(?:said|says|added|argued|claimed|told|explained|replied|asked|wrote|named|identified as) $"
)
AGE = re.compile(r",? \(?\d\d\)?,|, \d\d[,.]| \(\d\d\)")
# "the Ode administration": a surname although an article stands before it.
OF_PERSON = re.compile(
    r" (?:administration|campaign|presidency|era|family|team|supporters?|aides?|adviser|camp|"
    r"government|regime|rally|White House)\b"
)
LOCATIVE = re.compile(
    r"\b(?:in|near|outside|around|town of|city of|village of|region of|province of|district of|"
    r"island of|port of|capital of|capital,|north of|south of|east of|west of) (?:the )?$",
    re.IGNORECASE,
)
AT_PLACE = re.compile(
    r"\b(?:in|near|outside|around|to|from|into|across|at|for|of) (?:the )?$", re.IGNORECASE
)
PLACE_AFTER = re.compile(
    r"[ \u00a0](?:region|province|city|district|village|town|airport|oblast|river|islands?|border|"
    r"County|Province|Region|Oblast|Prefecture|(?:elementary|high|middle|primary) school|shooting|"
    r"massacre|neighbou?rhood|suburb|area|campus|resort|prison|beach)\b"
)
_KINDS = (
    "company|firm|giant|group|agency|bank|maker|start-?up|website|newspaper|outlet|magazine|channel|"
    "app|network|platform|daily|broadcaster|operator|carrier|movement|militia|retailer|manufacturer|"
    "unit|subsidiary|chain|airline|insurer|brokerage|publisher|think tank|charity|nonprofit|"
    "non-profit|organi[sz]ation|club|conglomerate|lender|utility"
)
COMPANY = re.compile(
    rf"\b(?:(?:{_KINDS})|(?:stake|stock|interest) in|shares (?:of|in)|acquir(?:e|ed|ing)|"
    r"(?:analyst|strategist|economist|professor|executive|officer|president|partner|director|manager|"
    r"fellow|researcher|trader|scholar|expert|scientist|lecturer|engineer)s? (?:at|with)(?: the)?|"
    r"(?:acquisition|takeover|unit|subsidiary|division|owner|parent) of|merger with|bid for) $"
)
COMPANY_AFTER = re.compile(
    r"(?:[’']s)?[ \u00a0](?:shares|stock|earnings|revenue|executives?|employees|users|fighters|"
    r"militants|shareholders|founder|co-founder|CEO|host|co-host|anchor|correspondent|columnist|"
    r"editor|headquarters|closed at|common)\b|[ \u00a0]said (?:it|its|they)\b|"
    rf", (?:a|an|the|which is an?) (?:[\w’'-]+ ){{0,4}}?(?:{_KINDS})\b"
)
SITE = re.compile(r"\.(?:com|org|net|gov|co|io|ru|ua|uk|de|fr|eu|tv|info)\b")
OPENING = "\"“‘'«"
CLOSING = "\"”’'»"
