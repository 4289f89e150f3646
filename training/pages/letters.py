"""What newsletters, streams and foreign sites print around their items. Invented words throughout."""

from __future__ import annotations

import random

import parts
from builder import title_case
from phrases import say

_PAPER = (
    "[The|] [Early|Late|Slow|Paper|Amber|Chalk|Night] [Kettle|Lantern|Post|Ferry|Bell|Window|Page]"
)
GREETINGS = [
    "[hello|hi there|good evening|morning, all|dear reader], [and thanks for opening this|it is {day}|glad you are here]. [Rain|Sun|Fog|Wind] [is due|all week|by noon], [and so is a vote|and little else|so stay in]. [Below|Here|In a moment]: [what the week left us|a handful of stories|five minutes of news].",
    "[another|one more] [long|quiet|noisy] [day|night|week] is [over|behind us]. [We read it all|We sat through it], [so you need not|and kept the best].",
    "[first|before all else], [a correction|a thank-you|a word of warning]: [last time we got a name wrong|many of you wrote to us about bicycles|this is a long one]. [On we go|To the news].",
]
HEADINGS = [
    f"{_PAPER}",
    "[Issue|No.|Edition] {n}",
    "{day}, {date}",
    "[written|put together|edited] by {name}",
    "[can't see this|trouble reading]? [Open it in a browser|Click here]",
]
FAREWELLS = [
    "[that is all|this is it] [for today|from us|until {day}]. [Send us a line|Write back] [if we left something out|with your own news].",
    "[did a friend send you this|new here]? [Get your own copy|Put your name down].",
    "[stop these mails|leave the list|unsubscribe|change what you get]",
    "[you get this because|we write to you since] [you asked for it|you are on our list] at {site}.",
]
BRIEFS = [
    "[a goose|a lost tram|an opera singer|a brass band] [held up|delighted|puzzled] [the morning traffic|shoppers|a whole school] in {place} [on {day}|for an hour], [and nobody was hurt|to general applause|and left as it came].",
    "[what we are|what to] [read|hear|watch] [this evening|next]: [a slim novel about bees|three hours of harbour sounds|the last film of a quiet master]. [It is better than it sounds|Bring a cushion].",
    "[number|figure] of the [day|week]: {n}. [That is how many|So many] [stairs|bridges|lamp posts] {place} [owns up to|has counted|will paint] [this year|by spring].",
]
_SPONSOR = [
    "[a|this|one] [message|word|note|line] from [our sponsor|our partner|{firm}|those who pay for this]",
    "[presented|brought to you|supported|paid for] by {firm}",
    "[together|in partnership] with {firm}",
    "[sponsored|advertisement|partner content|paid]",
    "[today's|this week's] [letter|issue|edition] is [sponsored|supported|made possible] by {firm}",
]
_FIRM = "[Keel|Marlow|Tansy|Quarry|Plum|Ferrin|Oxbow|Halden] [Bank|Energy|Beds|Foods|Mobile|Cars|Law|Health|Paints]"
_PITCH = [
    "[{firm}|we at {firm}|the people of {firm}] [make|build|sell|repair] [beds|bicycles|boilers|software|wine racks] [that last|you will not want to part with|for less than you think]. [Try one|Take it home|Test it] for [a month|sixty nights|ten days], and [send it back|return it] if [it is not for you|you must].",
    "[your|a] [business|kitchen|garden|phone bill] [should|can] [run itself|cost less|look better]. {firm} [shows you how|does the rest|takes it from there], [with no paperwork|in a quarter of an hour|from one pound a day].",
    "[nine|seven|most] out of [ten|twelve] [owners|cooks|drivers|managers] [would choose us again|sleep sounder|never look back]. [Find out why|Ask them|Join in].",
    "[use|enter|mention] the [code|word] {code} [and pay|to get|for] [a tenth less|the second one free|free delivery] [until {day}|this month|while stocks last].",
]
_PITCH_HEADS = [
    "[sleep|drive|cook|bank|work] [better|for less|without worry]",
    "[why|how] {firm} [is different|does it|says no to glue]",
    "[the last|meet the] [mattress|kettle|loan] you [need|will ever buy]",
    "[five|three] [signs|reasons] you need [a new roof|a will|better tea]",
]
_MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
}  # fmt: skip
_BY = {"de": "Von", "fr": "Par", "es": "Por", "it": "Di", "nl": "Door", "pt": "Por", "pl": "Autor:"}


def _say(r: random.Random, template: str) -> str:
    text = template.replace("{firm}", _FIRM)
    for slot, word in (
        ("{day}", r.choice(parts.DAYS)), ("{place}", r.choice(parts.PLACES)), ("{n}", str(r.randint(2, 1900))),
        ("{date}", parts.day(r)), ("{name}", parts.name(r)), ("{site}", f"{r.choice(parts.LAST).lower()}.example"),
        ("{code}", f"{r.choice(parts.LAST).upper()}{r.randint(5, 50)}"),
    ):  # fmt: skip
        text = text.replace(slot, word)
    return say(r, text)


def opening(r: random.Random) -> list[str]:
    """The lines with which a newsletter begins."""
    lines = [_say(r, line) for line in r.sample(HEADINGS, r.randint(1, 4))]
    return lines + [_say(r, line) for line in r.sample(GREETINGS, r.choice([0, 1, 1, 2]))]


def closing(r: random.Random) -> list[str]:
    lines = [
        r.choice(["And finally", "ONE LAST THING", "Also", "Before you go"]),
        _say(r, r.choice(BRIEFS)),
    ]
    return (lines if r.random() < 0.4 else []) + [
        _say(r, line) for line in r.sample(FAREWELLS, r.randint(1, 4))
    ]


def brief(r: random.Random) -> list[str]:
    """A note of the letter's own between two items, with a few words above it or none."""
    head = r.choice([[], [], ["Also"], ["NUMBER OF THE DAY"], ["Overheard"], ["On our desk"]])
    return [*head, _say(r, r.choice(BRIEFS))]


def message(r: random.Random, case: str) -> tuple[str | None, str | None, list[str]]:
    """A paid message: the line that says so, a head of its own, its paragraphs."""
    label = _say(r, r.choice(_SPONSOR))
    if case == "upper" and r.random() < 0.6:
        label = label.upper()
    head = _say(r, r.choice(_PITCH_HEADS)) if r.random() < 0.4 else None
    if head and case != "keep":
        head = head.upper() if case == "upper" else title_case(head)
    pitch = [_say(r, line) for line in r.sample(_PITCH, r.choice([1, 1, 2, 3]))]
    if r.random() < 0.5:
        pitch = [" ".join(pitch)]
    return (label if r.random() < 0.9 or not head else None), head, pitch


def stamp(r: random.Random, kind: str) -> str | None:
    """What stands above a story that has no headline."""
    if kind == "time":
        return r.choice(
            [parts.clock(r), f"{r.randint(0, 23):02d}:{r.randint(0, 59):02d}", parts.age(r)]
        )
    if kind == "place":
        return r.choice(
            [r.choice(parts.PLACES), r.choice(parts.PLACES).upper(), r.choice(parts.SECTIONS)]
        )
    if kind == "number":
        return str(r.randint(1, 30))
    return None


def foreign(r: random.Random) -> list[str]:
    """Lines of byline and date as a site in another language prints them."""
    tongue = r.choice(sorted(_MONTHS))
    number, year = r.randint(1, 28), r.randint(2012, 2027)
    month = r.choice(_MONTHS[tongue].split())
    date = r.choice(
        [
            f"{number}. {month} {year}",
            f"{number} {month} {year}",
            f"{number:02d}.{r.randint(1, 12):02d}.{year}",
            f"{number} de {month} de {year}"
            if tongue in ("es", "pt")
            else f"{number} {month} {year}",
        ]
    )
    time = f"{r.randint(0, 23):02d}:{r.randint(0, 59):02d}"
    return r.choice(
        [
            [date],
            [f"{date}, {time}"],
            [f"{_BY[tongue]} {parts.name(r)}", date],
            [f"{date} - {time}"],
            [f"{_BY[tongue]} {parts.name(r)}"],
        ]
    )
