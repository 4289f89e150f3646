"""Nouns that stand for one person: offices, callings, parties. General knowledge of news."""

from __future__ import annotations

# "the lawmaker" may be one whose role has any of these words. General knowledge of offices.
KINDS: dict[str, frozenset[str]] = {
    "lawmaker": frozenset("mp senator congressman congresswoman representative deputy lawmaker member sen. rep. legislator parliamentarian republican democrat".split()),
    "legislator": frozenset("mp senator congressman congresswoman representative deputy lawmaker member sen. rep. republican democrat".split()),
    "senator": frozenset("senator sen. sen senate".split()),
    "congressman": frozenset("congressman representative rep. rep".split()),
    "congresswoman": frozenset("congresswoman representative rep. rep".split()),
    "representative": frozenset("representative rep. rep congressman congresswoman".split()),
    "governor": frozenset("governor gov. gov".split()),
    "leader": frozenset("president chief head chairman chairwoman premier minister leader king chancellor".split()),
    "official": frozenset("minister secretary deputy adviser advisor aide governor spokesman spokeswoman official director head chief mayor envoy ambassador commissioner representative chancellor".split()),
    "diplomat": frozenset("minister ambassador envoy diplomat consul representative".split()),
    "envoy": frozenset("envoy ambassador representative negotiator".split()),
    "politician": frozenset("minister mp senator president governor mayor leader candidate lawmaker congressman premier chancellor".split()),
    "cleric": frozenset("bishop metropolitan priest patriarch imam archbishop pope cardinal pastor cleric".split()),
    "executive": frozenset("ceo chairman director president executive chief founder".split()),
    "billionaire": frozenset("founder ceo businessman tycoon billionaire investor".split()),
    "academic": frozenset("professor researcher fellow historian scientist economist lecturer".split()),
    "expert": frozenset("professor researcher fellow historian scientist economist analyst expert director".split()),
    "analyst": frozenset("analyst fellow researcher expert historian scientist".split()),
    "researcher": frozenset("researcher scientist professor fellow biologist".split()),
    "scientist": frozenset("scientist researcher biologist physicist professor".split()),
    "lawyer": frozenset("lawyer attorney counsel barrister solicitor".split()),
    "attorney": frozenset("attorney lawyer counsel".split()),
    "spokesperson": frozenset("spokesman spokeswoman spokesperson".split()),
    "spokesman": frozenset("spokesman spokesperson press".split()),
    "spokeswoman": frozenset("spokeswoman spokesperson press".split()),
    "premier": frozenset("premier prime".split()),
    "statesman": frozenset("president minister chancellor premier".split()),
    "commander": frozenset("general commander colonel admiral commander-in-chief".split()),
    "general": frozenset("general gen. commander".split()),
    "candidate": frozenset("candidate nominee hopeful contender".split()),
    "nominee": frozenset("candidate nominee".split()),
    "businessman": frozenset("ceo founder chairman businessman developer".split()),
    "boss": frozenset("secretary chief ceo head manager chairman minister director".split()),
    "chief": frozenset("secretary chief ceo head chairman director commissioner".split()),
    "minister": frozenset("minister".split()),
    "republican": frozenset(("republican", "gop")),
    "democrat": frozenset(("democrat", "democratic")),
    "actor": frozenset("actor actress star".split()),
    "singer": frozenset("singer musician rapper star artist".split()),
    "star": frozenset("singer musician rapper star artist actor actress player".split()),
    "officer": frozenset("lt. col. capt. maj. sgt. gen. lt col lieutenant colonel captain sergeant major".split()),
    "player": frozenset("player striker midfielder defender goalkeeper forward winger quarterback pitcher".split()),
    "manager": frozenset("manager coach boss".split()),
    "coach": frozenset("manager coach boss".split()),
    "teacher": frozenset("teacher professor tutor headteacher".split()),
    "writer": frozenset("author novelist writer poet journalist".split()),
    "royal": frozenset("prince princess duke duchess king queen earl countess".split()),
    "author": frozenset("author novelist writer co-author".split()),
}  # fmt: skip
# Names for one already spoken of, for which no office need be known: parties, ages, ranks.
VARIATION = frozenset(
    "republican democrat lawmaker senator congressman congresswoman politician candidate nominee "
    "front-runner frontrunner hopeful contender incumbent president president-elect minister "
    "premier chancellor governor mayor secretary commander billionaire businessman businesswoman "
    "mogul tycoon developer boss star rapper singer actor actress pop-star athlete striker "
    "midfielder defender goalkeeper quarterback manager coach driver golfer boxer champion winner "
    "novelist author pope pontiff king queen prince princess duke duchess founder veteran chief "
    "lady heiress native newcomer Texan New-Yorker general envoy ambassador speaker whip Tory peer "
    "baroness socialist libertarian independent conservative liberal firebrand conservationist "
    "entrepreneur activist rocker comedian host anchor commentator pundit provocateur filmmaker "
    "director playwright composer musician guitarist drummer bassist songwriter vocalist frontman "
    "royal skipper captain batsman bowler cyclist swimmer sprinter jockey justice chairman chairwoman chair ceo leader".lower().split()
)
PARTIES = (
    frozenset(("republican", "gop")),
    frozenset(("democrat", "democratic")),
    frozenset(("labour",)),
    frozenset(("tory", "conservative")),
)
PARTY_WORDS = frozenset().union(*PARTIES)
# One office speaks against another: "the senator" is not the governor of the lines before.
OFFICES = frozenset(
    "president senator sen. governor gov. mayor minister premier chancellor secretary king queen "
    "pope judge justice congressman congresswoman rep. ambassador professor".split()
)
# Offices of which a country, a state or a town has one: who is known to hold it is meant before one of
# whom no office is told.
SOLE = frozenset("president governor mayor chancellor premier king queen pope".split())
NOT_IN_OFFICE = frozenset("vice deputy former ex then acting".split())
# Nouns for several.
SEVERAL = frozenset("family police people staff couple pair team crew public jury".split())
# Nouns for people whom news leaves unnamed.
UNNAMED = frozenset("source official diplomat aide adviser lawyer person officer".split())
# Ranks that anybody in an article may have.
RANKS = frozenset(
    "lawmaker politician candidate nominee official spokesman spokeswoman spokesperson chief leader "
    "boss manager coach ceo chair chairman chairwoman whip peer general commander envoy".split()
)
# What a head of state or a mayor may be called beside his office.
POLITICAL = frozenset(
    "incumbent front-runner frontrunner hopeful contender president-elect commander billionaire "
    "businessman businesswoman mogul tycoon developer winner veteran native newcomer texan "
    "new-yorker pontiff royal duke duchess lady statesman executive".split()
) | VARIATION & frozenset(
    "senator congressman congresswoman secretary socialist libertarian "
    "independent conservative liberal firebrand tory speaker general king queen prince princess".split()
)
