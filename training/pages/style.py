"""How one composed page looks: drawn at random, in part pressed into a kind of page."""

from __future__ import annotations

import random
from dataclasses import dataclass

import parts


@dataclass
class Style:
    plain: bool
    para: str  # between paragraphs
    gap: str  # between articles
    line: str  # between lines of furniture and heads
    title: str  # none, once, twice, thrice, around
    case: str  # keep, title, sentence, upper
    number: bool
    suffix: str
    kicker: float
    stand: float
    stand_stop: bool
    stand_echo: bool
    meta: float
    meta_first: bool
    dateline: float
    caption: float
    inside: float
    inside_kinds: list[str]
    subheads: float
    ends: float
    between: float
    teaser: str  # none, own, cards, river
    teaser_rate: float
    repeat: float
    outlet: str
    one_outlet: bool
    wrap: int
    rule: str
    bullets: bool
    underline: str
    contents: bool
    subhead_case: str
    subhead_most: int
    mixed: bool
    short: float
    around: list[str]
    topic: float
    dirt: float  # articles with what their own extractor left in them
    stamp: str  # what stands between articles without headlines: "", time, place, number, rule
    letter: bool  # greets its readers and takes its leave
    # "even": all articles of the page alike; "uneven": each with what it draws; "some": a headline or
    # nothing
    heads: str
    kind: str
    full_stop: bool  # headlines end with one
    foreign: bool  # dates and labels in another language


def draw_style(r: random.Random) -> Style:
    plain = r.random() < 0.33
    para = r.choice(["\n", "\n\n", "\n\n", " "]) if not plain else r.choice(["\n", "\n\n"])
    few = lambda high: r.choice([0.0, 0.0, high / 2, high])  # noqa: E731
    return Style(
        plain=plain, para=para, gap=r.choice(["\n", "\n\n", "\n\n", "\n\n\n"]) if para != "\n\n" else r.choice(["\n\n", "\n\n", "\n\n\n"]),
        line=r.choice(["\n", "\n\n", "\n\n"]) if para != "\n" else "\n",
        title=r.choices(["none", "once", "twice", "thrice", "around"], [0.2, 0.5, 0.15, 0.05, 0.1])[0] if not plain else r.choices(["none", "once"], [0.3, 0.7])[0],
        case=r.choices(["keep", "title", "sentence", "upper"], [0.5, 0.15, 0.2, 0.15])[0],
        number=r.random() < 0.05, suffix=r.choice(["", "", "", "", "", "", " - {o}", " | {o}"]),
        kicker=few(0.5) if not plain else 0.0, stand=r.choice([0.0, 0.0, 0.4, 1.0]), stand_stop=r.random() < 0.3, stand_echo=r.random() < 0.5,
        meta=r.choice([0.0, 0.5, 1.0]) if not plain else 0.0, meta_first=r.random() < 0.15, dateline=r.choice([0.0, 0.0, 0.0, 0.3, 1.0]),
        caption=few(0.9) if not plain else 0.0, inside=r.choice([0.0, 0.3, 0.7, 1.0] if not plain else [0.0, 0.0, 0.0, 0.4]),
        inside_kinds=r.choices(["more", "inline", "advert", "promo", "caption", "tweet", "related", "heading"], [4, 2, 2, 1, 1.5, 1, 1, 1], k=r.randint(1, 3)) if not plain else ["heading", "inline", "caption"],
        subheads=r.choice([0.0, 0.0, 0.0, 0.0, 0.3, 0.5]), ends=few(0.8) if not plain else 0.0, between=few(0.8) if not plain else 0.0,
        teaser=r.choices(["none", "own", "cards", "river"], [0.5, 0.2, 0.2, 0.1])[0] if not plain else "none", teaser_rate=r.choice([0.4, 0.8, 1.0]),
        repeat=r.choice([0.0, 0.0, 0.0, 0.3]), outlet=r.choice(parts.OUTLETS), one_outlet=r.random() < 0.6,
        wrap=r.choice([0] * 14 + [66, 72, 78]) if para == "\n\n" else 0, rule=r.choice([""] * 9 + ["* * *", "---", "=====", "________"]),
        bullets=r.random() < 0.08, underline=r.choice([""] * 14 + ["=", "-"]), contents=not plain and r.random() < 0.08,
        subhead_case=r.choice(["keep", "keep", "keep", "title", "upper"]), subhead_most=r.randint(2, 5), mixed=r.random() < 0.35,
        short=r.choice([0.1, 0.3, 0.6, 0.9]), around=["share", "promo", "bio", "list", "comments", "advert", "cards", "sponsored", "message"],
        topic=r.choice([0.0, 0.5, 0.7]),
        dirt=r.choice([0.0, 0.0, 0.0, 0.3, 0.7]), stamp="", letter=False, heads="even", kind="any", full_stop=r.random() < 0.04, foreign=r.random() < 0.06,
    )  # fmt: skip
