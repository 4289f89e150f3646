"""Wordings of what stands around articles, made by a small grammar out of invented phrases.

`say` fills a template: every [a|b|c] is replaced by one of its choices, the innermost first, so a
few lines give many thousands of sentences and no forest can learn one of them.
"""

from __future__ import annotations

import random
import re

_CHOICE = re.compile(r"\[([^\[\]]*)\]")


def say(r: random.Random, template: str) -> str:
    """One wording of `template`; an empty choice leaves no double space behind."""
    while found := _CHOICE.search(template):
        pick = r.choice(found[1].split("|"))
        template = template[: found.start()] + pick + template[found.end() :]
    text = " ".join(template.split())
    return text[:1].upper() + text[1:]


def says(r: random.Random, templates: list[tuple[str, ...]]) -> list[str]:
    """The lines of one of several templates."""
    return [say(r, line) for line in r.choice(templates)]


_SITE = "[site|website|page|service]"
_SMALL = "[small|tiny|handful of|few] [files|scraps of data|identifiers|cookies]"

COOKIES: list[tuple[str, ...]] = [
    (
        f"[to run this {_SITE}|so that this {_SITE} works|to count visits] we [keep|place|leave] {_SMALL} on your [computer|device|machine]. [Staying here means|Reading on means|By scrolling you say] that this is [fine|all right|acceptable] [to|with|for] you.",
        "[Accept|Allow|Fine|Yes to] [all|everything|cookies|]",
        "[Manage|Set|Change|Choose] [preferences|options|settings|purposes]",
    ),
    (
        "[you decide what we know|a word about your data|before you read on|cookies and your choice]",
        "[together with|along with] [thirty|211|some 90|our 640] [vendors|companies|partners] we [read|collect|handle] [identifiers|personal data|signals from your browser] in order to [measure reach|choose adverts|improve what we print]; [you may refuse|refusal is one click away|consent can be withdrawn] [whenever you like|later|below].",
        "[AGREE|CONSENT|OK|YES]",
        "[MORE OPTIONS|REFUSE|DETAILS|SETTINGS]",
    ),
    (
        "[this|our] [site|page] [uses|needs|sets] cookies. [More|Details|Why?|]",
        "[OK|Got it|Close|Fine]",
    ),
    (
        "[javascript|scripting] is [off|switched off|not running|blocked] in [this|your] browser; [parts of|much of] the [page|site] [will not|cannot] [work|load|show].",
    ),
    (
        "[an|your] ad blocker [seems to be on|was found|is active]. [please allow adverts here|let our adverts through].",
        "[Continue anyway|I have done so]",
    ),
]

_LETTER = "[newsletter|letter|briefing|bulletin|round-up|digest]"
_WHEN = "[at breakfast|each evening|on weekdays|before seven|every Sunday|twice a week]"

PROMOS: list[tuple[str, ...]] = [
    (f"[Sign up|Subscribe|Register|Put yourself down] [to|for] [the|our|a free] [evening|harbour|weekend|economy|] {_LETTER}", f"[What matters|The news|Six stories|All you missed], [sent|mailed|delivered] {_WHEN}."),
    (f"[our|the] {_LETTER} [reaches|comes to] [thousands of|many] inboxes {_WHEN}. [why not yours|yours may be next|join them]?",),
    ("[take us with you|news in your pocket|we have an app|now on phones and tablets|try the app]", "[alerts|headlines|live tables|maps] [and|with] [offline reading|sound|puzzles], [at no cost|without adverts|for any phone]."),
    ("[install|fetch|download] the app [now|today|here|]", "[stories|voices|reports|films] [from your street|from all over the valley|out of every town] [wait|are waiting] for you. [find|look for] us [in|among] the [usual|two big] app stores.", "[applestore-android|googleplay appstore|get-ios get-android|store badges]"),
    ("[Advertisement|Advert|Ad|ADVERTISEMENT|Publicity]",),
    ("[ADVERTISEMENT|Ad]", "[Story|Article|Text] [continues|goes on] [below|after this|underneath]"),
    ("[ask|meet|try] our [assistant|reading helper|smart tools|robot]", "[here is what it can do|a few things that it does|it can do this for you]:"),
    ("[stand by|help|keep alive] [a free press|honest reporting|local journalism]", "[nobody owns us|no owner tells us what to print|we have no wall around our work], [since|and that is because] [readers|people] [give|chip in] [what they can|a little each month]. [Even a small sum|The price of a coffee] [helps|goes a long way], and [giving takes a minute|it is quickly done]."),
    ("[subscribe|join|read on] [now|] [for|from] [1|2.50|4|0.99] [a|per] [week|month]", "[cancel|stop|leave] [anytime|whenever you like|with one click]."),
    ("[this is|that was] [free article|story|text] [2 of 3|4 of 5|1 of 2] [this month|in November|for this week].",),
    ("[fond of|keen on|following|curious about] [farming|the economy|rowing|space|music]?", "[tick|choose|mark] [it|the subject] [in your profile|among your topics] and we [will show you more|keep you posted]: [reports, films and background|news, figures and views]."),
    (f"[leave|enter] your address and the {_LETTER} comes {_WHEN}. [our privacy policy applies|see our privacy policy|you accept our terms of use].",),
    ("[Recommended|Suggested|Chosen] [by|for|] [our partners|Outflow|you]", "[Sponsored|Paid|Partner] [links|stories|content]"),
    ("[Watch|Video|Listen|Podcast]: [how a quay is built|inside the night ferry|what the tide brings|the last lighthouse keeper]",),
    ("[this is|you are reading] [an excerpt|a preview|the first part]", "[log in|sign in|subscribe] [to read|for] [the rest|everything|the whole text]."),
    ("[turn on|allow|get] notifications [and hear|to hear] [first|at once] [what happens|when news breaks].",),
]  # fmt: skip

_WARE = "[insurance|a loan|a pension plan|a language course|a new bed|solar panels|a hearing aid|a web shop|car tyres|garden furniture|a kitchen]"

ADVERT_OPENINGS = [
    f"[have you ever|did you ever|will you ever] [priced|looked for|compared|wondered about] {_WARE}?",
    "[every|any] [shop|workshop|firm|café], [large or little|old or new], [lives by|depends on|needs] [its name|word of mouth|customers who return].",
    f"[buying|finding|picking|ordering] {_WARE} [used to be hard|is simpler than it was|takes less time than you fear|is no longer a matter of luck].",
    "[your|a] [back|wallet|lawn|smile|roof] [deserves|has earned|needs] [better|some care|a rest|help before winter].",
    "[a third of|half of|most] households [pay|spend] [more than they must|too much|twice what you could pay] [on power|for heating|on their phone].",
    "[if|should] you [mean|want|hope] to [work|study|retire|start anew] [abroad|by the sea|in another country], [plan|begin] [early|this month|with the papers].",
    "[summer|winter|the holiday season] is [near|on its way|closer than you think], and [so are|with it come] [the offers|our prices|new models].",
]
ADVERT_MIDDLES = [
    "[our|their] [advisers|specialists|testers|craftsmen] [compared|weighed|tried out|took apart] [a dozen|thirty|nine] [offers|makers|models] [and say|and found out|and now tell you] [which one pays|what is worth your money].",
    "[people|many customers|readers] [wait|hesitate|put this off] for [months|years] because [the forms look long|they fear the cost|nobody explains it], [though|while] [it is done in an afternoon|the first step costs you nothing].",
    "[with|at the side of] [somebody who knows the trade|a patient guide|an expert] you [settle|arrange] [each step|all of it], from [the first call|the paperwork] to [the keys in your hand|the last signature].",
    "[there are|one meets] [so many|too many] [brands|rates|promises] that [it is hard to choose|you may lose your way], and [you live with what you choose|a wrong pick costs you dearly].",
    "[order|book|call] [before Friday|today|within ten days] and [delivery is free|you save a fifth|the second one is on us].",
]
ADVERT_ENDINGS = [
    "[we show you|learn|see] [how it goes|where to begin|what to ask].",
    "[read on|stay with us] [for|and we give you] [five tips|the details|a list].",
    "[so|that is why you should] [take your time|ask for three quotes|look at the small print].",
    "[it sounds like work|it may look hard], [but it is not|yet you will manage].",
]

ENDING_NOTES = [
    "[this|the] [text|report|piece] [appeared first|was printed earlier|first ran] [in|with|at] {outlet}[; it has been shortened| and was edited here|, in another form|].",
    "first published by {outlet}[, edited by the desk|, translated by our team|].",
    "[opinions|views] [in this column|given above|voiced here] are [the writer's|its author's] [own|alone][; {outlet} need not share them| and not those of {outlet}|].",
    "[Statement|Disclaimer|Please note]: [the views expressed here are private|this piece gives the opinion of its author|what is said above represents the view of the writer][ and not of {outlet}| only|].",
    "[Editor's note|Correction|Clarification]: [a name|one figure|the year] [was wrong|stood wrong|was misspelt] [in|when we printed] [the first version|what we ran earlier]. [We regret this|It has been put right|].",
]
NOTES = [
    "[Editor's note|Editors' note|Note to readers]: [we have added|now with|expanded to include] [what the mayor said|a reply by the company|more voices|later figures].",
    "[UPDATE|Updated|Update]: [the ministry has answered|a second source has been added|with new numbers from the police].",
    "Updated {day}: [the text|this article] [now|] [includes|gives] [the minister's reply|later remarks|the final count].",
    "[this is a breaking story|this is a developing report]; [more to follow|it will grow as we learn more|look in again].",
    "[EDITOR'S NOTE|Note]: [the writer speaks for herself|this is an opinion|a comment, not a report].",
    "[This article has been corrected|this story was updated] [on {day}|since it first ran|].",
]
IMAGE_WORDS = [
    "[Article|Story|Lead|Header|Title] [image|photo|picture]",
    "[Blue|Grey|Striped|Dark|Plain] [backdrop|texture|pattern|banner]",
    "[Portrait|Avatar|Profile picture|User icon|Author photo]",
]
COMMENTS = [
    "[no|never|wrong], [that is nonsense|I cannot agree|this will not work].",
    "[at last|well said|good], [somebody has the nerve to say it|a clear report|my thoughts too]!",
    "[and|so] [who foots the bill|whose money is it|where will the cash come from]??",
    "[we heard|they promised] the same [a decade back|under the last mayor|in 2011] and [look where we are|nothing happened].",
    "[lol|ha|hm|sigh], [right|sure|of course].",
    "[thanks|thank you] [for this|for asking|, useful].",
    "[why is it|how come] that [nobody looks into the accounts|not one reporter asks for the contracts]? I have [watched|followed] this [since school|for ages], and [year after year|each time] [it is the same crowd|the very same names] [calling for patience|saying that we must wait].",
    "[my aunt|my brother|half my family] [lives|works] [there|in that street], and [it is not so simple|your article leaves out the better half]. People [have had enough|long for quiet|only want it settled].",
    "[does anybody|do you really] [buy this|trust them]? [not me|I gave up long ago].",
    "[what a mess|sad|unbelievable|shame on them].",
]
# Standfirsts that do not repeat their article's words.
STANDFIRSTS = [
    "[A|One] [quarrel|plan|question|promise] that [few took seriously|everyone knew of|began over lunch] [now divides|has come back to|is about to cost] [a whole region|the party|those who made it]",
    "[For|After] [years|months|a decade] [nobody wanted|many feared|officials denied] [it|this day|the answer]. [Then|Now|Last week] [everything changed|the bill has come|someone counted]",
    "[What|How much] [remains|is left|is known] [of it|after the night|so far], and [what comes next|who gains|what we still have to learn]",
    "[They|The people there|Those who stayed] [hoped for|had been promised|asked for] [calm|very little|another ending]. [They got|What came was] [a second winter|more of the same|silence]",
    "[Why|How] [an old habit|one small rule|a single letter] [became|turned into|is now] [a matter for the courts|the talk of the capital|everybody's trouble]",
    "[Experts|Neighbours|Both sides|Old friends] [warn|agree|say] that [it cannot go on|time is short|the worst may be over], [but|though] [no one moves|there is no plan|the reasons differ]",
    "[It was meant|They had planned it] to be [the easy part|over by now|one quiet vote]. [It is not|Far from it|Nobody expected this]",
    "[The|This] [decision|move|step] [ends|follows|crowns] [a long wait|weeks of talk|a bitter year] and [leaves|opens|raises] [more than one question|a door|old wounds]",
]
# What readers who write at length go on to say.
OPINIONS = [
    "I [have lived|grew up|used to work] [there|in {place}|near the port] [for half my life|until last year|as a young man], and [nobody I know|not one of my neighbours|none of us] [talks like that|wants this|was ever asked].",
    "[My|A] [cousin|colleague|friend|former teacher] [runs|sold|left] [a shop|a small firm|the office] [in {place}|down the road] [because of|in spite of|thanks to] [the new rules|all this|that decision], and [she|he] [would tell you|says|laughs and says] that [it is not about money|the worst is yet to come|one gets used to it].",
    "[You|The writer|These people] [forget|never mention|leave out] [what it costs|who decides|how it began]. [In {year}|Back then|Before the reform] [we paid half|there were two of them|things were settled over coffee].",
    "[If I were|Were I] [mayor|the minister|in charge], I would [start with|do away with|think twice about] [the roads|the old contracts|the fees], [and then see|then listen|and be gone by summer].",
    "[The numbers|These figures|What you quote] [do not add up|come from one side|are three years old]. [Look them up|Ask the office|Read the report itself] [before you print them|and be surprised|and tell me I am wrong].",
    "[Both|All] sides [have a point|shout too much|are tired], [but|yet] [what is missing|the point] is [a plan|someone to talk to|a bit of shame], and [that has not changed|there we differ|here your piece is silent].",
    "[I do not|We don't] [agree with every word|vote for them|read you often], [but|still] [this one is right|the chapter on {place} is fair|credit where it is due].",
    "[As a|Speaking as a] [nurse|driver|pensioner|teacher|lawyer] I can [tell you|only say] that [the rule is dead paper|no patient was ever asked|we learned of it from your paper].",
    "[@{last}|{last}]: [read it again|you mix up two things|that was another year], [and stay polite|please|then come back].",
    "[What happens|Who pays|What then] [when|if] [the money runs out|they change their mind|winter comes]? [No answer|Silence, as always|I would like to know].",
]
POSTS = [
    "[we stay|we carry on|nobody scares us]. [the work continues|see you tomorrow|there is much to do].",
    "[met|spoke to|have been on the phone with] {who} [today|this morning|again] [about {place}|on the ferry question|].",
    "[BREAKING|NEW|JUST IN]: [{place} says the talks resume on Monday|the vote in {place} is put off|{place} shuts its port].",
    "{last} [turns down the call to resign|answers critics], [says the council will not vote|tells {place} to wait for the count|rules out fresh elections]",
    "[proud|glad|sorry] to [say|announce] that [our team|{last}] [will be in|is leaving] {place} [next week|for good|].",
]
# What a long caption goes on to say.
CAPTION_MORE = [
    "[after|before|during] [talks|a session|a walk] [with|among] [farmers|guests from abroad|members of the council] [in|at] the [old town hall|port|palace garden]",
    "where [hundreds|dozens|some forty people] [gathered|stood in line|lit candles] [to ask for|in memory of|against] [the victims|lower rents|the new law]",
    "[near|beside|in front of] [the burnt mill|a damaged bridge|the parliament], [which|a building that] [has been closed|was hit] [since spring|twice this year]",
    "[while|as] [a crowd|the guard|a band] [waits|marches|plays] [outside|in the rain|behind the fence]",
]
