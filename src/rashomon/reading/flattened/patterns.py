"""What the parts of news pages look like, as patterns.

General knowledge of how news and the web are written in English (and a few common forms of
other languages), set down in November 2026; none is the phrase of one site. Patterns see at most
`EDGE` characters at a unit's ends, so none can take long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.reading.flattened import months
from rashomon.reading.flattened.word_classes import BIO_WORDS as BIO_WORDS

_I = re.IGNORECASE
MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|"
    r"aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_UNIT = r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)"
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?)"

AGE = re.compile(
    rf"(?:\b|(?<=[^\W\d_]))(?:an?|\d{{1,3}})\s?{_UNIT}\s+ago\b|\byesterday$|\bjust now$", _I
)
DATE = re.compile(
    rf"\b(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}"
    rf"(?:,?\s+\d{{4}})?|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})\b"
    rf"|\d{{4}}年\d{{1,2}}月\d{{1,2}}日|{re.sub(r'[?]P<[a-z]+>', '?:', months.DATED)}",
    _I,
)
CLOCK = re.compile(_CLOCK, _I)
# "By Ann Lee", "Ann Lee, Correspondent", "Author: Ann Lee", "Words by"
BYLINE = re.compile(
    r"^(?:by|from|author|authors|written by|words by|reported by|story by|posted by|text|von|par|por|di)"
    r"\b[:\s]\s*[A-Z.]", _I,
)  # fmt: skip
ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|staff writer|columnist|bureau chief|newsroom|news desk|"
    r"contributor|journalist)s?\b", _I,
)  # fmt: skip
MORE = re.compile(
    r"^(?:read|see|watch|listen|more|also|related|recommended|further reading|don['’]t miss|"
    r"you (?:may|might) (?:also )?like|explore|continue reading|what to read next)\b"
    r"(?:\s+(?:more|also|next|on this|full story|the full|in|from|about|here))*\s*(?::|$|»|→|>)", _I,
)  # fmt: skip
MORE_INLINE = re.compile(
    r"^(?:read|see|watch|related|also|more)(?:\s+\w+){0,3}\s*[:|>»–—-]\s*\S", _I
)
# The same where it cannot well be a headline.
MORE_SURE = re.compile(
    r"^(?:read (?:more|also|next|on|(?:the )?full story)|also read|see (?:also|more)|watch (?:more|also)|"
    r"related(?: (?:story|stories|articles?|news|coverage|content))?|more|don['’]t miss)\s*[:|»>]\s*\S", _I,
)  # fmt: skip
# A link that was run together with its label: no blank after the colon ("Ferry talks:Port owners ...").
RUN_ON_LINK = re.compile(r"[A-Z][^:.!?\n]{1,40}[a-z]:[A-Z“‘\"'][^\n]{15,170}\Z")
# In brackets at a text's end; as its first word; or anywhere.
_CAPTION_CLOSES = (
    r"\((?:[^()]{0,80}[/|,]\s*)?(?:[^()]{0,40}(?:photo|images?|pool|via|reuters|afp|ap|getty|epa|"
    r"file|pictures|handout|press)[^()]{0,40})\)\s*$"
)
_CAPTION_OPENS = (
    r"^(?:photo|image|picture|pic|file photo|caption|"
    r"photograph|foto|video)\b\s*(?:caption|credit|by|:|/|copyright)"
)
_CAPTION_INSIDE = (
    r"\bgetty images\b|©|"
    r"\b(?:photo|image|picture) (?:credit|by|courtesy)\b|/(?:AP|AFP|Reuters|EPA|Getty)\b|"
    r"\btoggle caption\b|\bhide caption\b|\b(?:pictured|file photo)\b.{0,40}$"
)
CAPTION = re.compile(f"{_CAPTION_CLOSES}|{_CAPTION_OPENS}|{_CAPTION_INSIDE}", _I)
CAPTION_CLOSES, CAPTION_OPENS, CAPTION_INSIDE = (
    re.compile(part, _I) for part in (_CAPTION_CLOSES, _CAPTION_OPENS, _CAPTION_INSIDE)
)
# The same where it can be nothing else: no headline or first paragraph.
CAPTION_SURE = re.compile(
    r"(?i:^(?:file )?(?:photo|image|picture|foto|photograph)\b\s*(?:caption\b|credit\b|copyright\b|:)|"
    r"/file photo\W*$|\bvia getty images\W*$|^(?:image|hide|toggle) caption\b)|"
    r"\b[A-Z]{2,}/[A-Z]\w+ [A-Z]\w+\W*$"
)
CREDIT = re.compile(
    r"^\W*(?:additional )?(?:reporting|writing|editing|compiled|edited|written|with reporting|"
    r"translated|translation|produced)\b[^.]{0,30}\bby\b|^\(\W*(?:reuters|ap|afp|[A-Z]{2,6}|[\w ]{2,30}"
    r"agenc(?:y|ies))\W*\)$|\bcontributed to this (?:report|story|article)\b|"
    r"\b(?:first|originally) (?:published|appeared)\b|^(?:original|source|via)\s*:", _I,
)  # fmt: skip
NOTE = re.compile(
    r"^\W*(?:editor['’]?s?['’]? note|update[ds]?\b\s*[:(]|correction\b|clarification\b|note to readers|"
    r"this (?:story|article|report|post) (?:has been|was) (?:updated|corrected|amended|edited)|"
    r"this is a (?:developing|breaking) )", _I,
)  # fmt: skip
BIO = re.compile(
    r"\b(?:is|was) (?:an?|the|our) (?:[\w'’\-]+ ){0,5}(?:editor|reporter|correspondent|journalist|columnist|writer|"
    r"contributor|author|fellow|professor|analyst|producer|photographer)\b.{0,80}"
    r"(?:\b(?:at|for|of|with|based|covering|who covers)\b|$)|^follow .{0,40}\bon (?:twitter|x|facebook)|"
    r"\b(?:you can )?(?:reach|contact|email|follow) (?:him|her|them)\b|\bhe joined\b.{0,40}\bin \d{4}\b|"
    r"^about the author", _I,
)  # fmt: skip
LEGAL = re.compile(
    r"©|\bcopyright\b|\ball rights reserved\b|\bviews expressed\b|\brepresents? the (?:views?|opinions?)\b|"
    r"\bdo(?:es)? not (?:necessarily )?(?:reflect|represent)\b|\bterms (?:of|and)\b.{0,24}\b(?:use|service|conditions)\b|"
    r"\bprivacy (?:policy|notice)\b|^(?:disclaimer|statement)\s*:|\bmay not be (?:published|reproduced)", _I,
)  # fmt: skip
COOKIE = re.compile(r"\b(?:cookies?|gdpr|consent|ad ?blocker|javascript)\b", _I)
ASK = re.compile(
    r"^(?:please )?(?:sign (?:up|in|me up)|subscribe|log ?in|register|download|install|join|get (?:the|our|it|started|unlimited)|"
    r"try (?:our|it|the|for)|support (?:our|us|independent)|donate|become a|follow (?:us|our)|share (?:this|on)|"
    r"enter your|click|tap|start your|enjoy|discover|ready to|unlock|create (?:an|a|your)|stay (?:informed|up to date)|"
    r"explore what|send us|have a (?:tip|story)|got a tip|like us|advertise|manage your|accept|skip to|back to|"
    r"already a subscriber|buy|shop|order now|save up to|upgrade)\b", _I,
)  # fmt: skip
PROMO = re.compile(
    r"\b(?:newsletters?|inbox|subscri(?:be|ber|bers|ption)|sign up|our app|the app|app store|free trial|"
    r"sponsored|advert(?:isement|orial|ising)?|paid (?:content|post|partner)|promoted|partner content|"
    r"notifications?|podcast|unlimited access|special offer|discount|per month|cancel any ?time)\b", _I,
)  # fmt: skip
SPONSORED = re.compile(
    r"^\W*(?:advertisement|advertorial|sponsored(?: (?:content|post|by\b.*))?|paid (?:content|post|for by\b.*|partner content)|"
    r"promoted(?: content)?|partner content|brand (?:content|studio)|presented by\b.*|in partnership with\b.*)\W*$", _I,
)  # fmt: skip
COMMENT = re.compile(
    r"^\W*\d*\s*(?:comments?|replies|reply|responses?|likes?|upvote|report abuse|flag|leave a (?:comment|reply)|"
    r"join the (?:conversation|discussion)|add (?:a|your) comment|post a comment|show \d+ repl\w+|no comments yet\W*|"
    r"(?:most )?(?:recent|liked|recommended) comments?|reader comments?|view (?:all )?comments?|your comment)\b"
    r"[\s\d()|·:]*(?:comments?|reply|like|share|report|\d)*\W*$", _I,
)  # fmt: skip
# No repetition in the two that follow holds another one: a line of sixty digits would take for ever.
# What stands around readers' comments: reply and like buttons, bare times, handles.
CHAT = re.compile(
    r"^\W*(?:(?:repl(?:y|ies)|likes?|share|report|flag|upvotes?|downvotes?|permalink|quote|edited|\d|[\s()|·:•+-])+)$|"
    r"^\d{1,3}\s?(?:s|m|h|d|w|min|mins|hr|hrs|hours?|days?|minutes?)(?:\s+ago)?$|^@\w+$|"
    r"^[a-z]+[_\d]\w*(?:\s.{0,24})?$", _I,
)  # fmt: skip
CHAT_END = re.compile(r"\bsays:$|\bago\s*[·•|-]?\s*(?:reply|edited)?$", _I)
LISTHEAD = re.compile(
    r"^\W*(?:most (?:read|popular|viewed|shared|commented)|trending(?: now)?|popular|top stories|related(?: \w+){0,2}|"
    r"latest(?: \w+)?|more (?:from|on|in|stories|news|to read)\b.{0,30}|editor['’]?s['’]? picks?|recommended(?: \w+){0,2}|"
    r"in this (?:section|issue|edition)|sections?|categories|tags?|topics?|share(?: this(?: \w+)?)?|"
    r"follow us|contact(?: us)?|about(?: us)?|home|menu|news ?feed|show more|load more|search|login|"
    r"archives?|share|print|e-?mail|save|next|previous|page \d+.*|advertisement|loading\W*|"
    r"\d+ min(?:ute)?s? read|\d+ shares?|see all|view all|headlines|navigation|skip to \w+)\W*$", _I,
)  # fmt: skip
# "LONDON, Aug. 7 (Wire) --", "GENEVA (Agency) —", "Paris, 7 August –", "ROME —"
DATELINE = re.compile(
    r"^(?:\([A-Z][\w .]{1,24}\)\s*[-–—]+\s*)?(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{2,30}[A-ZÀ-Þ]|[A-ZÀ-Þ][\w.'’\-]+(?:[ /][A-ZÀ-Þ][\w.'’\-]+){0,2})"
    r"(?:,\s*[A-ZÀ-Þ][\w.]+(?: [A-Z][\w.]+)?)?"
    rf"(?P<date>,?\s*(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}})?)?"
    r"\s*(?P<wire>[(/\[]\s*[A-Z][\w .&/\-]{1,30}[)/\]])?\s*(?:--+|[–—]|:|-(?=\s))\s*(?=\S)",
)
DATELINE_FULL = re.compile(
    rf"^[A-ZÀ-Þ][\w.'’\- ,/]{{2,40}}?,?\s*(?:(?P<md>{MONTH}\s+\d{{1,2}})|(?P<dm>\d{{1,2}}\s+{MONTH}))"
    r"(?:,?\s+(?P<y>\d{4}))?\s*(?P<wire>[(/\[]\s*[A-Z][\w .&/\-]{1,30}[)/\]])?\s*(?:--+|[–—]|:|-(?=\s))", _I,
)  # fmt: skip
CUT = re.compile(
    r"(?:\[\s*(?:…|\.{3}|\+?\d+ chars)\s*\]|\(\s*(?:…|\.{3}|more)\s*\)|…|\.{3})\s*(?:(?:read|continue|more|full)[\w ]{0,20})?\W*$",
    _I,
)
CUT_BRACKET = re.compile(r"[\[(]\s*(?:…|\.{3}|\+?\d+ chars)\s*[\])]\s*\W*$")
URL = re.compile(r"https?://\S+|\bwww\.\S+|\S+@\S+\.\w+|\bpic\.twitter\.com\b|\bt\.co/", _I)
SOCIAL = re.compile(r"[@#][A-Za-z]\w+")
SENTENCE = re.compile(r"[.!?][\"'”’)\]]?\s+[\"'“‘(\[]?[A-ZÀ-Þ]")
FULL_STOPS = "。！？"
NAME_LINE = re.compile(
    r"^(?:[A-ZÀ-Þ][\w'’\-]*\.?|de|van|von|der|al|bin|la|le|di|da|and|&)(?: (?:[A-ZÀ-Þ][\w'’\-]*\.?|de|van|von|der|al|bin|la|le|di|da|and|&)){1,4}$"
)
NUMBERED = re.compile(r"^\(?\d{1,2}[.):]?\s+\S|^\d{1,2}$")
SOURCE_AGE = re.compile(
    rf"^(?P<name>.{{2,60}}?)[\s·•|,–—-]*(?P<age>(?:an?|\d{{1,3}})\s?{_UNIT}\s+ago)\W*$", _I
)

TWEET = re.compile(r"pic\.twitter\.com|https?://t\.co/|[—–-]\s*[^()\n]{2,50}\(@\w{2,30}\)", _I)

# Without one of these the pattern of the same name cannot match: looked up first, for speed.
URL_SIGNS = ("://", "www.", "@", "pic.twitter", "t.co/")
AGE_SIGNS = ("ago", "yesterday", "just now")
TWEET_SIGNS = ("twitter", "t.co", "(@", "Twitter", "TWITTER", "T.co", "T.CO")
BIO_SIGNS = (
    "is a", "was a", "is the", "was the", "is our", "was our", "reach ", "contact ", "email ",
    "follow ", "he joined", "about the author",
)  # fmt: skip
LEGAL_SIGNS = (
    "©", "copyright", "rights reserved", "views expressed", "represent", "not reflect",
    "not necessarily", "terms of", "terms and", "privacy ", "disclaimer", "may not be",
)  # fmt: skip
PROMO_SIGNS = (
    "newsletter", "inbox", "subscri", "sign up", "the app", "our app", "app store", "free trial",
    "sponsored", "advert", "paid ", "promoted", "partner content", "notification", "podcast",
    "unlimited access", "special offer", "discount", "per month", "cancel any",
)  # fmt: skip
CAPTION_SIGNS = (
    "(", "photo", "image", "pic", "caption", "foto", "video", "getty", "©", "/a", "/r", "/e", "/g",
)  # fmt: skip
_CAPTION_BEGINNINGS = ("photo", "image", "pic", "file photo", "caption", "foto", "video")
_CAPTION_SIGNS = (
    "getty images", "©", "photo c", "photo b", "image c", "image b", "picture c", "picture b", "/a",
    "/r", "/e", "/g", "toggle caption", "hide caption", "pictured", "file photo",
)  # fmt: skip


def is_caption(text: str) -> bool:
    """Whether a unit's end or beginning reads like a caption or a photo credit."""
    low = text.lower()
    return bool(
        (text.rstrip()[-1:] == ")" and CAPTION_CLOSES.search(text))
        or (low.startswith(_CAPTION_BEGINNINGS) and CAPTION_OPENS.match(text))
        or (has(low, _CAPTION_SIGNS) and CAPTION_INSIDE.search(text))
    )


def has(text: str, signs: Iterable[str]) -> bool:
    """Whether any of `signs` stands in `text`: looked up before a pattern, for speed."""
    for sign in signs:  # noqa: SIM110  # twice as fast as any() over a generator
        if sign in text:
            return True
    return False
