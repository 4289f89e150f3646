"""What a line of an HTML page is by its words: a headline repeated, a promotion, a credit, a share bar.

Patterns are general knowledge of how news sites write; most are English, the commonest also in
other languages of the press.
"""

from __future__ import annotations

import re

# No pattern sees more of a line than this (characters): what is longer is prose.
EDGE = 400
_I = re.IGNORECASE
MORE = re.compile(
    r"^\W*(?:read (?:more|also|next|the full|full)|related(?: (?:stories|articles?|content|links?|coverage|news|posts|topics|story|article|reading))?"
    r"|see also|also read|also see|more (?:on|from|about|stories|news|like this|coverage)|recommended|don['’]t miss|must read|up next|watch(?: now| more| live| the video)?"
    r"|listen(?: now| to)?|you may also like|you might also like|keep reading|continue reading|further reading|in case you missed it|what to read next"
    r"|most (?:read|popular|viewed|shared)|trending|latest (?:news|stories|from)|more|leggi anche|lire aussi|a lire aussi|lesen sie auch|mehr zum thema|lea también|lee también|leia também|lees ook|läs också|czytaj także|читайте также|читайте також)"
    r"\W*(?:$|:|»|>|→|–|—|\|)",
    _I,
)
MORE_LINK = re.compile(
    r"^\W*(?:read more|related|see also|also read|read also|more|watch|listen|recommended|leggi anche|lire aussi|lesen sie auch|lea también|читайте также|read next)\b.{0,8}?[:|»>–—-]\s*\S",
    _I,
)
PROMO = re.compile(
    r"^\W*(?:(?:please |click here to |to )?(?:sign[- ]?up|subscribe|register|log ?in|sign in|download (?:the|our)|get (?:the (?:latest|best|news|day)|our|more|all|unlimited|breaking|daily|up to)|join (?:us|our|the conversation|now)|follow (?:us|our|me|@)|like us|find us|support (?:us|our|independent)|donate|become a (?:member|subscriber)|stay (?:up to date|informed|connected|tuned|in the know)|want (?:more|to)\b.{0,60}\b(?:newsletter|inbox|subscribe|sign up)|have a (?:tip|story|question)|got a (?:tip|story)|do you have (?:a|any) (?:tip|story|information)|enter your e-?mail|check out (?:our|more)|click here|tap here|share (?:this|on|via|your|with)|tell us|let us know|send (?:us|your|tips)|contact us|email us|this newsletter|newsletter))\b",
    _I,
)
PROMO_ANYWHERE = re.compile(
    r"\b(?:sign[- ]?up (?:for|to|here)|subscribe (?:to|now|here|today)|follow (?:us|him|her|them|me|\w+ \w+) (?:on|at) (?:twitter|facebook|instagram|x\b|linkedin|youtube|threads|bluesky)|on (?:twitter|facebook|instagram)(?:,? and (?:on )?(?:twitter|facebook|instagram))? ?(?:@|at @)|(?:right )?in(?:to)? your inbox|our (?:free |daily |weekly |morning )*newsletters?|download (?:our|the) (?:free )?app|whatsapp channel|telegram channel)\b",
    _I,
)
CONTACT = re.compile(
    r"^\W*(?:e-?mail|write(?: to)?|contact|reach|tweet|follow|to contact|you can (?:reach|follow|email|contact)|reach out to)\b.{0,160}(?:@|\bat \S+\.\w{2,}|\bon (?:twitter|x|facebook|instagram)\b)|^[\w .,'’-]{0,80}\b(?:can be|may be|is) (?:reached|contacted|followed)\b|^[\w.+-]+@[\w-]+\.[\w.]{2,}$|^@\w{2,30}$",
    _I,
)
LEGAL = re.compile(
    r"©|^\W*copyright\b|\ball rights reserved\b|\b(?:may|must) not be (?:published|reproduced|republished|copied|broadcast|used)\b|\bpersonal,? non-?commercial use\b|\bterms (?:of (?:use|service)|and conditions)\b|\bprivacy (?:policy|notice)\b|\b(?:views|opinions) expressed\b.{0,120}\b(?:author|writer|own|not)\b|\bdo(?:es)? not (?:necessarily )?(?:reflect|represent) the (?:views|opinions|official)\b|\border reprints?\b|\breprints?$|\baffiliate (?:links?|commission)\b|\bmay earn (?:a|an) .{0,20}commission\b",
    _I,
)
CREDIT = re.compile(
    r"^\W*(?:additional )?(?:reporting|writing|editing|compiled|edited|written|with reporting|report|translated|translation|produced|additional reporting)\b[^.]{0,40}?\bby\b.{2,260}$|\bcontributed (?:to|reporting (?:to|for|from)?) ?(?:this|the) (?:report|story|article|dispatch)\b|^\W*sources?\s*[:–—-]\s*[\w .,/&'’()-]{2,80}$|^\W*(?:with )?(?:inputs?|files|material|information|reporting) from [\w ,./&'’-]{2,80}\W*$|^\((?:reporting|writing|editing|additional)\b[^()]{3,300}\)$|^\W{0,2}(?:reuters|ap|afp|tass|dpa|upi|xinhua|ians|ani|pti|bloomberg|with agencies|agencies)\W{0,2}$",
    _I,
)
BIO = re.compile(
    r"^[\w .'’-]{3,60}\b(?:is|was) (?:an?|the|our) (?:[\w'’&-]+ ){0,6}(?:editor|reporter|correspondent|journalist|columnist|writer|contributor|author|fellow|professor|analyst|producer|photographer|lecturer|director)\b.{0,120}(?:\b(?:at|for|of|with|based|covering|who covers)\b|$)|^about the authors?\b|^more (?:by|from) (?:this author|[A-Z]\w+ [A-Z]\w+)$",
    _I,
)
CAPTION = re.compile(
    r"^©\s*[A-ZÀ-Þ]|\([A-Z][\w .&'’-]{1,40}/[A-Z][\w ./&'’-]{1,60}\)\s*$|\((?:[^()]{0,80}[/|,:]\s*)?(?:[^()]{0,40}\b(?:photos?|images?|pool|via|credit|reuters|afp|ap|getty|epa|file|pictures|handout|shutterstock)\b[^()]{0,60})\)\s*$|^\W*(?:photos?|images?|picture|file photo|photograph|credit|foto|video|illustration)(?: (?:credit|by|courtesy(?: of)?|source|caption))?\s*[:/|©]|\bgetty images\b\W*$|/(?:AP|AFP|Reuters|EPA|Getty|Shutterstock)(?: (?:Images|Photo))?\W*$|^(?:toggle|hide|enlarge) (?:caption|this image)|\b(?:image|photo) (?:credit|courtesy)\b|^image (?:source|copyright|caption|credits?)\b",
    _I,
)
NOTE = re.compile(
    r"^\W*(?:editor['’]?s?['’]? note|correction\b|clarification\b|this (?:story|article|report|post) (?:has been|was) (?:updated|corrected|amended|edited)|this is a (?:developing|breaking) )",
    _I,
)
FURNITURE = re.compile(
    r"^\W*(?:\d{0,6}\s*(?:comments?|shares?|likes?|views?|reactions?|replies)|leave a (?:comment|reply)|add a comment|post a comment|join the (?:conversation|discussion)|be the first to comment|no comments(?: yet)?|comments? (?:are )?(?:closed|off)|view (?:all )?comments.{0,20}|show (?:more|comments)|load more.{0,20}|advertise?ments?|sponsored(?: content)?|ad|continue|print(?: (?:this )?(?:article|page))?|order reprints?|e-?mail(?: (?:this|article))?|share(?: (?:this|on|via)\b.{0,60})?|tweet|pin(?: it)?|facebook|twitter|linkedin|whatsapp|telegram|reddit|pinterest|copy (?:link|url)|link copied.{0,20}|save|bookmark|back to top|top|home|menu|search|close|skip to.{0,30}|next(?: (?:article|post|story))?|prev(?:ious)?(?: (?:article|post|story))?|tags?|topics?|filed under|categories|thank you|loading\.{0,3}|an error has occurred.{0,60}|this (?:article|page) (?:was|has been) sent(?: to)?|something went wrong.{0,60}|play(?: video)?|pause|mute|unmute|expand|collapse|figure \d+|gallery|photos?|video|enlarge(?: image)?|click to enlarge|getty images?|(?:last )?updated|published|posted|written by|by|author|source|sources|via|transcript|\d{1,2} ?min(?:ute)?s? (?:read|ago)|\d+ (?:minutes?|hours?|days?) ago|\*{3,}|_{3,}|-{3,}|#{2,}|•+|·+)\W*$"
    r"|^\W+$",
    _I,
)
COMMENTS = re.compile(
    r"^\W*(?:\d+\s*)?(?:(?:readers?['’]?s?['’]? |user |recent )?comments?|responses?|replies|discussion|"
    r"kommentare|commentaires|comentarios|commenti|комментарии)\b.{0,30}$",
    _I,
)
TAGS = re.compile(
    r"^\W*(?:tags?|topics?|filed under|keywords|categories|labels|more on|posted in|in this (?:story|article))\s*[:：]\s*\S",
    _I,
)
URL_ALONE = re.compile(r"^\W*https?://\S+\W*$|^\W*www\.\S+\W*$")


# Without one of these in a line its pattern cannot match: looked up first, for speed.
_CAPTION_SIGNS = (
    "©", "(", "/", "photo", "image", "picture", "credit", "foto", "video", "illustration", "getty",
    "toggle", "hide", "enlarge",
)  # fmt: skip
_PROMO_SIGNS = (
    "sign", "subscribe", "follow", "twitter", "facebook", "instagram", "inbox", "newsletter",
    "download", "whatsapp", "telegram",
)  # fmt: skip
_CREDIT_SIGNS = (
    "report", "writing", "written", "edit", "compiled", "translat", "produced", "contributed",
    "source", "input", "files", "material", "information",
)  # fmt: skip
# A credit that is an agency's name alone is no longer than this (characters).
_NAME_ALONE = 24
_CONTACT_SIGNS = ("@", "mail", "write", "contact", "reach", "tweet", "follow")
_BIO_SIGNS = (
    "editor", "reporter", "correspondent", "journalist", "columnist", "writer", "contributor",
    "author", "fellow", "professor", "analyst", "producer", "photographer", "lecturer", "director",
    "more by", "more from",
)  # fmt: skip
_LEGAL_SIGNS = (
    "©", "copyright", "reserved", "not be", "personal", "terms", "privacy", "expressed", "reflect",
    "represent", "reprint", "affiliate", "earn",
)  # fmt: skip


def _has(low: str, signs: tuple[str, ...]) -> bool:
    for sign in signs:  # noqa: SIM110  # twice as fast as any() over a generator
        if sign in low:
            return True
    return False


def reason_of(text: str) -> str | None:
    """The name of what a line is, where its words alone say that it is no part of an article."""
    head = text[:EDGE]
    if len(text) < 150 and FURNITURE.match(head):
        return "furniture"
    if len(text) < 120 and MORE.match(head):
        return "promo"
    if len(text) < 200 and (MORE_LINK.match(head) or PROMO.match(head)):
        return "promo"
    if len(text) < 250 and _has(head.lower(), _CAPTION_SIGNS) and CAPTION.search(head):
        return "caption"
    return None


def tail_reason(text: str) -> str | None:
    """The same for lines that mean it only near an article's end: credits, lives, rights."""
    if len(text) >= 600:
        return None
    head = text[:EDGE]
    low = head.lower()
    if len(text) < 200 and (TAGS.match(head) or URL_ALONE.match(head)):
        return "furniture"
    if len(text) < 300 and _has(low, _PROMO_SIGNS) and PROMO_ANYWHERE.search(head):
        return "promo"
    credit = len(text) <= _NAME_ALONE or (len(text) < 400 and _has(low, _CREDIT_SIGNS))
    if credit and CREDIT.search(head):
        return "credit"
    if len(text) < 400 and (
        (_has(low, _CONTACT_SIGNS) and CONTACT.search(head))
        or (_has(low, _BIO_SIGNS) and BIO.search(head))
    ):
        return "bio"
    if _has(low, _LEGAL_SIGNS) and LEGAL.search(head):
        return "disclaimer"
    return None
