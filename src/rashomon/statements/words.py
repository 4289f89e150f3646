"""Closed classes of English words that the rules go by. General knowledge of the language."""

from __future__ import annotations

import re

AUXILIARIES = frozenset(
    "has have had is are was were be been being will would can could may might must shall should "
    "do does did having 'd 'll 've 's ’s isn't aren't wasn't weren't hasn't haven't hadn't won't "
    "wouldn't can't cannot couldn't don't doesn't didn't shouldn't isn’t aren’t wasn’t weren’t "
    "hasn’t haven’t hadn’t won’t wouldn’t can’t couldn’t don’t doesn’t didn’t shouldn’t get gets "
    "got going".split()
)
BE = frozenset("is are was were be been being 's ’s get got gets".split())
NEGATIONS = frozenset(
    "not never n't no isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't cannot "
    "couldn't don't doesn't didn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t won’t "
    "wouldn’t can’t couldn’t don’t doesn’t didn’t hardly".split()
)
# Adverbs between a source and its verb; those in -ly are known by their ending.
ADVERBS = frozenset(
    "also again later then now still just once even already never always often so far first not "
    "ever since yet too further instead elsewhere meanwhile soon long has sometimes thus "
    "nonetheless nevertheless both all twice himself herself themselves itself".split()
)
PRONOUNS = frozenset("he she they it we i you who one".split())
MALE, FEMALE = frozenset("he him his himself".split()), frozenset("she her hers herself".split())
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some several many few two three "
    "four five six seven eight nine ten one another other both all most any each every no more "
    "dozens hundreds thousands".split()
)
# Prepositions that may link two nouns of one source: "a spokesman for the ministry".
LINKS = frozenset("of for at in from with on to near within inside under behind against".split())
PREPOSITIONS = LINKS | frozenset(
    "by about after before during since until through over between among as into onto upon "
    "without despite amid following via per like unlike than toward towards around across "
    "according including alongside ahead".split()
)
CONJUNCTIONS = frozenset(
    "and but or nor so yet because although though while when if unless whereas once as since "
    "until that whether which who whom whose where why how what after before".split()
)
COMMON_VERBS = frozenset(
    "is are was were has have had will would can could may might must should do does did went go "
    "came come got get gave give made make took take met meet told tell said say says left leave "
    "held hold began begin became become kept keep put ran run saw see knew know found find lost "
    "won won't spoke speak brought sat stood stand sent send wrote write paid felt "
    "continues continue remains remain seems appears plans wants "
    # Pasts that are no noun, adjective or other form.
    "rose fell sank shook drove flew froze grew stole swept swore taught threw tore wept woke wore "
    "slept understood struck fled sought fought bought caught dealt drank drew ate forgave forgot "
    "hid rode withdrew undertook overcame arose ate bit blew broke chose clung crept dug fed hung "
    "laid lay leapt lent mistook outgrew overtook overthrew rang sang shone shrank slid sold spent "
    "sprang strode strove stuck swam swung thought underwent wound".split()
)
PLAIN_VERBS = AUXILIARIES | COMMON_VERBS
# A gloss of the outlet after what was said: the content ends before it.
GLOSSES = (
    ("referring", "to"), ("in", "reference"), ("in", "response"), ("in", "an"), ("in", "a"),
    ("while",), ("though",), ("although",), ("despite",), ("whereas",), ("amid",),
    ("according", "to"), ("citing",), ("as", "he"), ("as", "she"), ("as", "they"),
    ("after",), ("when",), ("before",), ("during",), ("prompting",), ("alluding",), ("pointing",),
    ("speaking",), ("following",), ("without", "elaborating"), ("without", "providing"),
    ("without", "giving"), ("a", "reference"), ("in", "remarks"), ("in", "comments"),
    ("with",), ("drawing",), ("echoing",), ("quoting",), ("reports",),
)  # fmt: skip
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight "
    "january february march april may june july august september october november december jan. "
    "feb. aug. sept. oct. nov. dec. jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
TIMES = DAYS | frozenset(
    "morning afternoon evening night week month year last next this early late earlier later "
    "ago local time weekend noon midday recently".split()
)
CLAUSE_STARTERS = frozenset("that whether how what why if where when who which".split())
# Party and state of an American politician, as news puts them behind the name.
SEAT = re.compile(r"[DRI]-[A-Z][A-Za-z.]+")
# Nouns that name people or bodies: a "the NOUN" of these may be a source.
PERSON_NOUNS = frozenset(
    "person official officials spokesman spokeswoman spokesperson minister president leader leaders "
    "lawmaker lawmakers governor mayor senator congressman congresswoman representative analyst "
    "analysts expert experts professor lawyer lawyers attorney attorneys judge prosecutor "
    "prosecutors police diplomat diplomats ambassador envoy chief chairman chairwoman chair head "
    "director secretary chancellor premier politician politicians deputy deputies general "
    "commander colonel officer officers aide aides adviser advisers advisor advisors source "
    "sources witness witnesses resident residents reporter reporters journalist journalists critic "
    "critics activist activists author authors economist economists scientist scientists "
    "researcher researchers man woman men women father mother son daughter wife husband brother "
    "sister friend friends neighbour neighbours neighbor neighbors mp mps candidate republican "
    "republicans democrat democrats strategist historian cleric bishop pope king queen prince "
    "protester protesters demonstrator demonstrators organizers organisers participants "
    "authorities negotiator negotiators veteran executive founder owner manager player coach "
    "captain star singer actor actress director suspect suspects victim victims patient doctor "
    "doctors nurse teacher student students worker workers farmer farmers businessman billionaire "
    "trader traders investor investors voter voters supporter supporters opponent opponents "
    "colleague colleagues counterpart speaker whistleblower investigator investigators detective "
    "inspector sheriff firefighter survivor relatives people others many some most family".split()
)
BODY_NOUNS = frozenset(
    "staff government ministry department agency office committee commission council parliament party "
    "company firm group organisation organization union army military navy court bank paper "
    "newspaper outlet magazine channel broadcaster statement report study survey poll document "
    "embassy administration regime campaign team university institute watchdog regulator service "
    "bureau force forces airline charity foundation association federation club network website "
    "site post letter complaint indictment lawsuit filing article review body bloc alliance "
    "side sides delegation memo release press media kremlin white house congress senate pentagon "
    "data figures documents records reports studies polls research analysis note list".split()
)
